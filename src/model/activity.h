// activities/: the high-leverage activities of the work plan, with their steps and the evidence
// that was agreed to show progress.
#pragma once

#include "model/common.h"

namespace coach {

enum class Leverage { high, medium, low };
enum class ActivityStatus { planned, under_way, done, dropped };
// clang-format off
template <> inline constexpr std::array words<Leverage> = {
  Word{Leverage::high,   "high",   "moves much else"},
  Word{Leverage::medium, "medium", "moves something else"},
  Word{Leverage::low,    "low",    "moves itself alone"},
};
template <> inline constexpr std::array words<ActivityStatus> = {
  Word{ActivityStatus::planned,   "planned",   "not begun"},
  Word{ActivityStatus::under_way, "under-way", "begun"},
  Word{ActivityStatus::done,      "done",      "finished"},
  Word{ActivityStatus::dropped,   "dropped",   "given up, with a reason"},
};

struct PlanStep {
  std::string key;  // two letters, given by the program
  std::string what;
  std::optional<Party> who;
  std::optional<Date> due;
  std::optional<Date> done;
  bool operator==(const PlanStep&) const = default;
};
template <> inline constexpr auto fields<PlanStep> = std::tuple{
  Field{"key",  &PlanStep::key,  Need::optional, Holds::plain, "two letters that tell entries apart"}.by_program(),
  Field{"what", &PlanStep::what, Need::required, Holds::prose, "what has to be done"},
  Field{"who",  &PlanStep::who,  Need::optional, Holds::plain, "who does it"},
  Field{"due",  &PlanStep::due,  Need::optional, Holds::plain, "by when"}.ahead(),
  Field{"done", &PlanStep::done, Need::optional, Holds::plain, "the day it was done"},
};
template <> inline constexpr std::array<std::string_view, 3> shorthand<PlanStep> = {"what", "who", "due"};
static_assert(well_described<PlanStep>);

/// Evidence that was agreed to show progress.
struct Indicator {
  std::string key;  // two letters, given by the program
  std::string what;
  std::optional<Date> by;
  bool operator==(const Indicator&) const = default;
};
template <> inline constexpr auto fields<Indicator> = std::tuple{
  Field{"key",  &Indicator::key,  Need::optional, Holds::plain, "two letters that tell entries apart"}.by_program(),
  Field{"what", &Indicator::what, Need::required, Holds::prose, "what will show progress"},
  Field{"by",   &Indicator::by,   Need::optional, Holds::plain, "by when it should be there"}.ahead(),
};
template <> inline constexpr std::array<std::string_view, 2> shorthand<Indicator> = {"what", "by"};
static_assert(well_described<Indicator>);

struct Activity {
  std::string title;
  std::string description;
  Party owner = Party::client;
  std::string support;
  std::optional<Leverage> leverage;
  std::optional<int> priority;
  std::vector<std::string> learning;
  std::vector<std::string> resources;
  std::optional<Date> starts;
  std::optional<Date> due;
  ActivityStatus status = ActivityStatus::planned;
  Common common;
  std::vector<PlanStep> steps;
  std::vector<Indicator> indicators;
  std::vector<StatusChange<ActivityStatus>> history;
  bool operator==(const Activity&) const = default;
};
template <> inline constexpr auto fields<Activity> = std::tuple{
  Field{"title",       &Activity::title,       Need::required, Holds::prose, "the activity in a few words"},
  Field{"description", &Activity::description, Need::optional, Holds::prose, "what it is"}.block(),
  Field{"owner",       &Activity::owner,       Need::required, Holds::plain, "who carries it"},
  Field{"support",     &Activity::support,     Need::optional, Holds::prose, "what the coach does for it"}.block(),
  Field{"leverage",    &Activity::leverage,    Need::optional, Holds::plain, "how much else it moves"},
  Field{"priority",    &Activity::priority,    Need::optional, Holds::plain, "1 is first"},
  Field{"learning",    &Activity::learning,    Need::optional, Holds::prose, "what has to be learned for it"},
  Field{"resources",   &Activity::resources,   Need::optional, Holds::prose, "what it needs"},
  Field{"starts",      &Activity::starts,      Need::optional, Holds::plain, "first day"}.ahead(),
  Field{"due",         &Activity::due,         Need::optional, Holds::plain, "last day"}.ahead(),
  Field{"status",      &Activity::status,      Need::required, Holds::plain, "how it stands"},
  Spliced{&Activity::common},
  Field{"steps",       &Activity::steps,       Need::optional, Holds::prose, "what; who; due"},
  Field{"indicators",  &Activity::indicators,  Need::optional, Holds::prose, "what will show progress; by"},
  Field{"history",     &Activity::history,     Need::optional, Holds::plain, "since when"}.by_program(),
};
static_assert(well_described<Activity>);
template <> inline constexpr KindInfo kind_of<Activity> = {
  "activity", "activities", "activities", Naming::slug, "", "a high-leverage activity with its steps and indicators", "description"};
// clang-format on

inline bool is_open(const Activity& activity) {
  return activity.status == ActivityStatus::planned || activity.status == ActivityStatus::under_way;
}

}  // namespace coach
