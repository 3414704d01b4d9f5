// sessions/: meetings of coach and client, held or still planned. The next meeting is a planned
// session.
#pragma once

#include "model/common.h"

namespace coach {

enum class SessionState { planned, held, missed, cancelled };
// clang-format off
template <> inline constexpr std::array words<SessionState> = {
  Word{SessionState::planned,   "planned",   "still to come"},
  Word{SessionState::held,      "held",      "took place"},
  Word{SessionState::missed,    "missed",    "one side did not come"},
  Word{SessionState::cancelled, "cancelled", "called off before"},
};
inline constexpr std::array<std::string_view, 4> session_modes = {"in-person", "video", "phone", "email"};
inline constexpr std::array<std::string_view, 4> session_kinds = {"coaching", "planning", "debrief", "induction"};

struct Session {
  Date date{};
  std::optional<Time> start;
  std::optional<Minutes> minutes;
  SessionState state = SessionState::held;
  std::string mode;
  std::string kind;
  std::string title;
  std::string plan;
  std::string question;
  std::string notes;
  std::string reflection;
  std::optional<int> present;
  std::optional<bool> paid;
  Common common;
  std::vector<Commitment> commitments;
  bool operator==(const Session&) const = default;
};
template <> inline constexpr auto fields<Session> = std::tuple{
  Field{"date",        &Session::date,        Need::required, Holds::plain, "the day of the meeting"},
  Field{"start",       &Session::start,       Need::optional, Holds::plain, "when it began"},
  Field{"minutes",     &Session::minutes,     Need::optional, Holds::plain, "how long, as 45 or 1h30"},
  Field{"state",       &Session::state,       Need::required, Holds::plain, "held or not"},
  Field{"mode",        &Session::mode,        Need::optional, Holds::plain, "how you met"}.open(session_modes),
  Field{"kind",        &Session::kind,        Need::optional, Holds::plain, "what kind of meeting"}.open(session_kinds),
  Field{"title",       &Session::title,       Need::optional, Holds::prose, "the meeting in one line"},
  Field{"plan",        &Session::plan,        Need::optional, Holds::prose, "the agenda"}.block(),
  Field{"question",    &Session::question,    Need::optional, Holds::prose, "the question that opened something"},
  Field{"notes",       &Session::notes,       Need::optional, Holds::prose, "what was said and seen"}.block(),
  Field{"reflection",  &Session::reflection,  Need::optional, Holds::prose, "the coach's own; never leaves"}.block().for_coach_only(),
  Field{"present",     &Session::present,     Need::optional, Holds::plain, "how many of a group"},
  Field{"paid",        &Session::paid,        Need::optional, Holds::plain, "false: pro bono"},
  Spliced{&Session::common},
  Field{"commitments", &Session::commitments, Need::optional, Holds::prose, "what was promised: what; due"}.each("who"),
};
static_assert(well_described<Session>);
template <> inline constexpr KindInfo kind_of<Session> = {
  "session", "sessions", "sessions", Naming::dated, "mode", "a meeting with the client, held or planned", "notes"};
// clang-format on

}  // namespace coach
