// The one page of an engagement: where she is now, how far to go, what was promised, what is late.
#pragma once

#include "model/cycles.h"
#include "model/promises.h"
#include "model/standing.h"

namespace coach {

// clang-format off
struct GoalStanding {
  std::string id;
  std::string title;
  GoalStatus status = GoalStatus::active;
  std::optional<Date> due;
  std::optional<Date> began;
  std::optional<int> days_gone;
  std::optional<int> days_in_all;
  std::optional<int> days_late;
  bool operator==(const GoalStanding&) const = default;
};
template <> inline constexpr auto fields<GoalStanding> = std::tuple{
  Field{"id",          &GoalStanding::id,          Need::required, Holds::plain, "slug"},
  Field{"title",       &GoalStanding::title,       Need::required, Holds::prose, "in a few words"},
  Field{"status",      &GoalStanding::status,      Need::required, Holds::plain, "how it stands"},
  Field{"due",         &GoalStanding::due,         Need::optional, Holds::plain, "the day to reach it"},
  Field{"began",       &GoalStanding::began,       Need::optional, Holds::plain, "first day of its history"},
  Field{"days_gone",   &GoalStanding::days_gone,   Need::optional, Holds::plain, "from then to today"},
  Field{"days_in_all", &GoalStanding::days_in_all, Need::optional, Holds::plain, "from then to the due day"},
  Field{"days_late",   &GoalStanding::days_late,   Need::optional, Holds::plain, "days past its due day, while it is open"},
};
static_assert(complete<GoalStanding>);

struct ActivityStanding {
  std::string id;
  std::string title;
  ActivityStatus status = ActivityStatus::planned;
  std::optional<Date> starts;
  std::optional<Date> due;
  std::optional<Date> done;
  int steps = 0;
  int steps_done = 0;
  std::optional<int> days_late;
  bool operator==(const ActivityStanding&) const = default;
};
template <> inline constexpr auto fields<ActivityStanding> = std::tuple{
  Field{"id",         &ActivityStanding::id,         Need::required, Holds::plain, "slug"},
  Field{"title",      &ActivityStanding::title,      Need::required, Holds::prose, "in a few words"},
  Field{"status",     &ActivityStanding::status,     Need::required, Holds::plain, "how it stands"},
  Field{"starts",     &ActivityStanding::starts,     Need::optional, Holds::plain, "first day"},
  Field{"due",        &ActivityStanding::due,        Need::optional, Holds::plain, "last day"},
  Field{"done",       &ActivityStanding::done,       Need::optional, Holds::plain, "the day it was done"},
  Field{"steps",      &ActivityStanding::steps,      Need::required, Holds::plain, "how many"},
  Field{"steps_done", &ActivityStanding::steps_done, Need::required, Holds::plain, "how many are done"},
  Field{"days_late",  &ActivityStanding::days_late,  Need::optional, Holds::plain, "days past its due day"},
};
static_assert(complete<ActivityStanding>);

/// A meeting in one line.
struct Meeting {
  std::string id;
  Date date{};
  std::optional<Time> start;
  std::optional<Minutes> minutes;
  std::string what;
  bool operator==(const Meeting&) const = default;
};
template <> inline constexpr auto fields<Meeting> = std::tuple{
  Field{"id",      &Meeting::id,      Need::required, Holds::plain, "of the session"},
  Field{"date",    &Meeting::date,    Need::required, Holds::plain, "the day"},
  Field{"start",   &Meeting::start,   Need::optional, Holds::plain, "the time"},
  Field{"minutes", &Meeting::minutes, Need::optional, Holds::plain, "how long"},
  Field{"what",    &Meeting::what,    Need::required, Holds::prose, "in one line"},
};
static_assert(complete<Meeting>);

struct EngagementPage {
  std::string client;
  std::string name;
  std::string site;
  Role role = Role::other;
  std::string year;              // in the role: "second year"
  Date started{};
  std::optional<Date> ended;
  EngagementStatus status = EngagementStatus::active;
  Regime regime = Regime::confidential;
  std::string model;             // its title
  std::string phase;             // its step's title
  Date today{};
  Minutes together;
  std::optional<Minutes> agreed;
  int sessions = 0;
  std::string vision;
  std::vector<GoalStanding> goals;
  std::vector<std::string> levels;
  std::vector<ElementStanding> focus;
  Rater by = Rater::self;        // whose levels they are
  int rated = 0;
  std::vector<ActivityStanding> activities;
  std::vector<CycleRow> cycles;  // open ones
  std::vector<OpenPromise> promised;
  int also_open = 0;
  int also_late = 0;
  std::optional<Meeting> last;
  std::optional<Meeting> next;
  std::optional<Meeting> unlogged;
  bool operator==(const EngagementPage&) const = default;
};
template <> inline constexpr auto fields<EngagementPage> = std::tuple{
  Field{"client",     &EngagementPage::client,     Need::required, Holds::plain, "code"},
  Field{"name",       &EngagementPage::name,       Need::required, Holds::names, "who it is"},
  Field{"site",       &EngagementPage::site,       Need::required, Holds::names, "where"},
  Field{"role",       &EngagementPage::role,       Need::required, Holds::plain, "what the client does"},
  Field{"year",       &EngagementPage::year,       Need::required, Holds::plain, "in the role"},
  Field{"started",    &EngagementPage::started,    Need::required, Holds::plain, "first day"},
  Field{"ended",      &EngagementPage::ended,      Need::optional, Holds::plain, "last day"},
  Field{"status",     &EngagementPage::status,     Need::required, Holds::plain, "under way or not"},
  Field{"regime",     &EngagementPage::regime,     Need::required, Holds::plain, "who may know what"},
  Field{"model",      &EngagementPage::model,      Need::required, Holds::plain, "the way of coaching"},
  Field{"phase",      &EngagementPage::phase,      Need::required, Holds::plain, "its step"},
  Field{"today",      &EngagementPage::today,      Need::required, Holds::plain, "the day it was asked for"},
  Field{"together",   &EngagementPage::together,   Need::required, Holds::plain, "minutes of meetings and visits"},
  Field{"agreed",     &EngagementPage::agreed,     Need::optional, Holds::plain, "minutes agreed in all"},
  Field{"sessions",   &EngagementPage::sessions,   Need::required, Holds::plain, "held"},
  Field{"vision",     &EngagementPage::vision,     Need::required, Holds::prose, "where she wants to go"},
  Field{"goals",      &EngagementPage::goals,      Need::required, Holds::plain, "those that are open, then the others"},
  Field{"levels",     &EngagementPage::levels,     Need::required, Holds::plain, "of the rubric, lowest first"},
  Field{"focus",      &EngagementPage::focus,      Need::required, Holds::plain, "the elements with a target"},
  Field{"by",         &EngagementPage::by,         Need::required, Holds::plain, "whose levels they are"},
  Field{"rated",      &EngagementPage::rated,      Need::required, Holds::plain, "elements with a level"},
  Field{"activities", &EngagementPage::activities, Need::required, Holds::plain, "of the work plan"},
  Field{"cycles",     &EngagementPage::cycles,     Need::required, Holds::plain, "open ones"},
  Field{"promised",   &EngagementPage::promised,   Need::required, Holds::plain, "commitments and check-backs that are open"},
  Field{"also_open",  &EngagementPage::also_open,  Need::required, Holds::plain, "steps and evidence of the work plan still to come"},
  Field{"also_late",  &EngagementPage::also_late,  Need::required, Holds::plain, "steps and evidence of the work plan that are late"},
  Field{"last",       &EngagementPage::last,       Need::optional, Holds::plain, "latest meeting"},
  Field{"next",       &EngagementPage::next,       Need::optional, Holds::plain, "next meeting"},
  Field{"unlogged",   &EngagementPage::unlogged,   Need::optional, Holds::plain, "a planned meeting that is past and was not logged"},
};
static_assert(complete<EngagementPage>);
// clang-format on

EngagementPage engagement_page(const Seen& seen, Date today);

/// The activities of the work plan: those under way, then planned, then ended; by priority, due
/// day, title.
std::vector<ActivityStanding> activity_standings(const Seen& seen, Date today);

Meeting meeting_of(const Filed<Session>& session);

}  // namespace coach
