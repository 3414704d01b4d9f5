#include "model/contact.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace coach {

std::optional<Date> last_contact(const Seen& seen, Date today) {
  std::optional<Date> last;
  const auto take = [&](Date day) {
    if (day <= today && (!last || *last < day)) last = day;
  };
  for (const auto& [id, session] : seen->all<Session>())
    if (session.state == SessionState::held) take(session.date);
  for (const auto& [id, observation] : seen->all<Observation>()) take(observation.date);
  return last;
}

const Filed<Session>* last_session(const Seen& seen, Date today) {
  const Filed<Session>* last = nullptr;
  for (const auto& filed : seen->all<Session>())
    if (filed.record.state == SessionState::held && filed.record.date <= today &&
        (!last || last->record.date <= filed.record.date))
      last = &filed;
  return last;
}

const Filed<Session>* next_session(const Seen& seen, Date today) {
  const Filed<Session>* next = nullptr;
  for (const auto& filed : seen->all<Session>())
    if (filed.record.state == SessionState::planned && filed.record.date >= today &&
        (!next || filed.record.date < next->record.date))
      next = &filed;
  return next;
}

const Filed<Session>* unlogged_session(const Seen& seen, Date today) {
  const Filed<Session>* latest = nullptr;
  for (const auto& filed : seen->all<Session>())
    if (filed.record.state == SessionState::planned && filed.record.date < today &&
        (!latest || latest->record.date < filed.record.date))
      latest = &filed;
  return latest;
}

std::vector<HeldTime> time_held(const Seen& seen, Date today) {
  std::vector<HeldTime> held;
  const auto add = [&](const auto& filed, std::string kind, std::string mode) {
    const auto& record = filed.record;
    if (record.date <= today && record.minutes)
      held.push_back({record.date, std::move(kind), record.minutes->count, filed.id,
                      std::move(mode), &record.common.goals});
  };
  for (const auto& filed : seen->all<Session>())
    if (filed.record.state == SessionState::held)
      add(filed, filed.record.kind.empty() ? "session" : filed.record.kind, filed.record.mode);
  for (const auto& filed : seen->all<Observation>())
    if (filed.record.during.empty()) add(filed, "observation", {});
  for (const auto& filed : seen->all<Conversation>())
    if (filed.record.during.empty()) add(filed, "conversation", {});
  return held;
}

int minutes_together(const Seen& seen, Date today) {
  int minutes = 0;
  for (const auto& held : time_held(seen, today)) minutes += held.minutes;
  return minutes;
}

int sessions_held(const Seen& seen, Date today) {
  return static_cast<int>(
      std::ranges::count_if(seen->all<Session>(), [&](const Filed<Session>& filed) {
        return filed.record.state == SessionState::held && filed.record.date <= today;
      }));
}

std::string year_in_role(std::optional<Date> since, Date today) {
  if (!since || *since > today) return {};
  static constexpr std::array<std::string_view, 6> names = {"first",  "second", "third",
                                                            "fourth", "fifth",  "sixth"};
  int years = static_cast<int>(today.year()) - static_cast<int>(since->year());
  if (std::pair(today.month(), today.day()) < std::pair(since->month(), since->day())) --years;
  if (years < static_cast<int>(names.size()))
    return fmt::format("{} year", names[static_cast<std::size_t>(years)]);
  return fmt::format("{} years", years);
}

std::string headline(const Session& session) {
  if (!session.title.empty()) return session.title;
  const auto lines = lines_of(session.notes);
  return lines.empty() ? std::string() : lines.front();
}

}  // namespace coach
