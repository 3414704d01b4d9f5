#include "model/status.h"

#include <algorithm>

#include "base/text.h"
#include "model/contact.h"
#include "model/dosage.h"
#include "model/phase.h"

namespace coach {
namespace {

GoalStanding goal_standing(const Filed<Goal>& filed, Date today) {
  const Goal& goal = filed.record;
  GoalStanding standing{
      .id = filed.id, .title = goal.title, .status = goal.status, .due = goal.due};
  for (const auto& change : goal.history)
    if (!standing.began || change.on < *standing.began) standing.began = change.on;
  if (standing.began && goal.due && *goal.due > *standing.began) {
    standing.days_in_all = days_between(*standing.began, *goal.due);
    standing.days_gone = std::clamp(days_between(*standing.began, today), 0, *standing.days_in_all);
  }
  if (is_open(goal) && goal.due && *goal.due < today)
    standing.days_late = days_between(*goal.due, today);
  return standing;
}

std::vector<GoalStanding> goal_standings(const Seen& seen, Date today) {
  std::vector<GoalStanding> all;
  for (const auto& filed : seen->all<Goal>()) all.push_back(goal_standing(filed, today));
  std::ranges::stable_sort(all, {}, [](const GoalStanding& goal) {
    return std::pair(goal.status > GoalStatus::active, goal.due.value_or(Date{}));
  });
  return all;
}

int rank(ActivityStatus status) {
  switch (status) {
    case ActivityStatus::under_way:
      return 1;
    case ActivityStatus::planned:
      return 2;
    case ActivityStatus::done:
      return 0;  // what is behind one reads first, as in a story
    case ActivityStatus::dropped:
      return 3;
  }
  return 4;
}

}  // namespace

std::vector<ActivityStanding> activity_standings(const Seen& seen, Date today) {
  auto filed = seen->all<Activity>();
  std::ranges::stable_sort(filed, {}, [](const Filed<Activity>& one) {
    const Activity& activity = one.record;
    return std::tuple(rank(activity.status), activity.priority.value_or(99),
                      activity.due.value_or(std::chrono::year{9999} / 12 / 31), activity.title);
  });
  std::vector<ActivityStanding> all;
  for (const auto& [id, activity] : filed) {
    ActivityStanding standing{.id = id,
                              .title = activity.title,
                              .status = activity.status,
                              .starts = activity.starts,
                              .due = activity.due};
    standing.steps = static_cast<int>(activity.steps.size());
    standing.steps_done = static_cast<int>(std::ranges::count_if(
        activity.steps, [](const PlanStep& step) { return step.done.has_value(); }));
    for (const auto& change : activity.history)
      if (change.status == ActivityStatus::done) standing.done = change.on;
    if (is_open(activity) && activity.due && *activity.due < today)
      standing.days_late = days_between(*activity.due, today);
    all.push_back(std::move(standing));
  }
  return all;
}

Meeting meeting_of(const Filed<Session>& session) {
  return {session.id, session.record.date, session.record.start, session.record.minutes,
          headline(session.record)};
}

EngagementPage engagement_page(const Seen& seen, Date today) {
  const Facts& facts = seen->only<Facts>();
  const Client& client = seen->only<Client>();
  EngagementPage page{
      .client = seen->code, .name = client.name, .site = client.site, .role = facts.role};
  page.year = year_in_role(facts.role_since, today);
  page.started = facts.started;
  page.ended = facts.ended;
  page.status = facts.status;
  page.regime = facts.regime;
  for (auto& cycle : cycle_rows(seen, today))
    if (!cycle.closed) page.cycles.push_back(std::move(cycle));
  const Way* way = seen->way();
  page.model = way ? way->title : facts.model;
  if (const auto at = whereabouts(seen, today)) page.phase = at->title;
  page.today = today;
  page.together = Minutes{minutes_together(seen, today)};
  page.agreed = agreed_minutes(seen, today);
  page.sessions = sessions_held(seen, today);
  page.vision = seen->only<Vision>().statement;
  page.goals = goal_standings(seen, today);
  if (seen->rubric()) {
    const auto status = rubric_status(seen, today);
    page.by = status.by;
    page.levels = status.levels;
    page.focus = focus_of(status);
    page.rated = status.rated;
  }
  page.activities = activity_standings(seen, today);
  for (auto& promise : open_promises(seen, today))
    if (promise.kind != PromiseKind::step && promise.kind != PromiseKind::indicator)
      page.promised.push_back(std::move(promise));
    else
      ++(promise.days_late ? page.also_late : page.also_open);
  if (const auto* last = last_session(seen, today)) page.last = meeting_of(*last);
  if (const auto* next = next_session(seen, today)) page.next = meeting_of(*next);
  if (const auto* past = unlogged_session(seen, today)) page.unlogged = meeting_of(*past);
  return page;
}

}  // namespace coach
