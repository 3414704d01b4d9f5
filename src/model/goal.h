// goals/: what coach and client settled on, with its strands and the rubric levels it aims at.
#pragma once

#include "model/common.h"

namespace coach {

enum class GoalStatus { proposed, active, met, partly_met, dropped };
// clang-format off
template <> inline constexpr std::array words<GoalStatus> = {
  Word{GoalStatus::proposed,   "proposed",   "talked about, not settled"},
  Word{GoalStatus::active,     "active",     "worked on"},
  Word{GoalStatus::met,        "met",        "reached"},
  Word{GoalStatus::partly_met, "partly-met", "reached in part"},
  Word{GoalStatus::dropped,    "dropped",    "given up, with a reason"},
};

/// A level to reach in an element; a change is a new entry, and the latest set counts.
struct Target {
  std::string element;
  std::string level;
  Date set{};
  std::optional<Date> by;
  bool operator==(const Target&) const = default;
};
template <> inline constexpr auto fields<Target> = std::tuple{
  Field{"element", &Target::element, Need::required, Holds::plain, "of the rubric"}.to(Refers::element),
  Field{"level",   &Target::level,   Need::required, Holds::plain, "to reach"}.to(Refers::level),
  Field{"set",     &Target::set,     Need::required, Holds::plain, "the day it was settled"},
  Field{"by",      &Target::by,      Need::optional, Holds::plain, "the day to reach it"}.ahead(),
};
template <> inline constexpr std::array<std::string_view, 4> shorthand<Target> = {"element", "level", "by", "set"};
static_assert(well_described<Target>);

struct Goal {
  std::string title;
  std::string statement;
  std::vector<std::string> strands;
  std::optional<Promiser> whose;  // missing: the client's
  std::optional<Date> due;
  GoalStatus status = GoalStatus::active;
  Common common;
  std::vector<StatusChange<GoalStatus>> history;
  std::vector<Target> targets;
  bool operator==(const Goal&) const = default;
};
template <> inline constexpr auto fields<Goal> = std::tuple{
  Field{"title",     &Goal::title,     Need::required, Holds::prose, "the goal in a few words"},
  Field{"statement", &Goal::statement, Need::optional, Holds::prose, "what will be so, and by when"}.block(),
  Field{"strands",   &Goal::strands,   Need::optional, Holds::prose, "its parts"},
  Field{"whose",     &Goal::whose,     Need::optional, Holds::plain, "coach: the coach's own goal in this work"},
  Field{"due",       &Goal::due,       Need::optional, Holds::plain, "the day to reach it"}.ahead(),
  Field{"status",    &Goal::status,    Need::required, Holds::plain, "how it stands"},
  Spliced{&Goal::common},
  Field{"history",   &Goal::history,   Need::optional, Holds::plain, "since when"}.by_program(),
  Field{"targets",   &Goal::targets,   Need::optional, Holds::plain, "rubric levels it aims at: element; level; by"},
};
static_assert(well_described<Goal>);
template <> inline constexpr KindInfo kind_of<Goal> = {
  "goal", "goals", "goals", Naming::slug, "", "what coach and client settled on, with its target levels", "statement"};
// clang-format on

inline bool is_open(const Goal& goal) {
  return goal.status == GoalStatus::active || goal.status == GoalStatus::proposed;
}

}  // namespace coach
