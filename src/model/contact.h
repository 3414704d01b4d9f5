// When coach and client last met, when they meet next, and how much time they had together.
#pragma once

#include "model/see.h"

namespace coach {

/// The latest held session or observation on or before a day; missing where there was none.
std::optional<Date> last_contact(const Seen& seen, Date today);

/// The latest held session on or before a day, and its id.
const Filed<Session>* last_session(const Seen& seen, Date today);

/// The first planned session on or after a day.
const Filed<Session>* next_session(const Seen& seen, Date today);

/// The latest meeting that was planned for an earlier day and was neither logged nor called off.
const Filed<Session>* unlogged_session(const Seen& seen, Date today);

/// Minutes that count as hours: held sessions, and observations and conversations that lie within
/// no session/// (FORMAT.md).
struct HeldTime {
  Date date{};
  // A session's kind ("session" where it has none), else observation, conversation.
  std::string kind;
  int minutes = 0;
  std::string id;
  std::string mode;                                 // of a session
  const std::vector<std::string>* goals = nullptr;  // as long as what was seen
};
std::vector<HeldTime> time_held(const Seen& seen, Date today);
int minutes_together(const Seen& seen, Date today);

int sessions_held(const Seen& seen, Date today);

/// "first", "second" ... school year in a role; "" where the day is not known.
std::string year_in_role(std::optional<Date> since, Date today);

/// A session's line for the eye: its title, else the first line of its notes, else "".
std::string headline(const Session& session);

}  // namespace coach
