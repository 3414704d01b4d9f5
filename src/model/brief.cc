#include "model/brief.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "model/contact.h"
#include "model/cycles.h"

namespace coach {
namespace {

constexpr int silent_days =
    42;  // an element in focus without evidence for six weeks is worth a word
constexpr int unrated_days = 120;  // a focus element without a new rating for four months
constexpr int soon_days = 14;      // what falls due before the meeting after this one

FocusBrief focus_brief(const Rubric& rubric, const ElementStanding& standing) {
  FocusBrief focus{.element = standing.element,
                   .title = standing.title,
                   .now = standing.now,
                   .target = standing.target,
                   .target_by = standing.target_by};
  const Element* element = find_element(rubric, standing.element);
  if (!element) return focus;
  const int now = standing.now.value_or(0);
  if (now > 0) focus.now_reads = descriptor(rubric, *element, {now});
  if (now < standing.target.value_or(0)) focus.next_reads = descriptor(rubric, *element, {now + 1});
  return focus;
}

/// Elements of the last meeting first: they are what the talk will be about.
std::vector<ElementStanding> open_focus(const RubricStatus& status, const Session* last) {
  auto focus = focus_of(status);
  std::erase_if(focus, [](const ElementStanding& standing) { return standing.to_go == 0; });
  if (last)
    std::ranges::stable_sort(focus, {}, [&](const ElementStanding& standing) {
      return std::ranges::find(last->common.elements, standing.element) ==
             last->common.elements.end();
    });
  return focus;
}

void say_since(const Seen& seen, Date last, Date today, Brief& page) {
  const auto within = [&](Date day) { return day > last && day <= today; };
  std::vector<std::string> settings;
  for (const auto& [id, observation] : seen->all<Observation>())
    if (within(observation.date))
      settings.push_back(fmt::format("{}, {}", observation.setting, short_day(observation.date)));
  if (!settings.empty())
    page.since_then.push_back(
        fmt::format("{} ({})", counted(settings.size(), "observation"), fmt::join(settings, "; ")));
  for (const auto& [id, assessment] : seen->all<Assessment>())
    if (within(assessment.date))
      page.since_then.push_back(fmt::format("{} rating of {}, {}", word_of(assessment.by),
                                            counted(assessment.ratings.size(), "element"),
                                            short_day(assessment.date)));
  int done = 0;
  const auto count_done = [&](const auto& records) {
    for (const auto& [id, record] : records)
      for (const auto& commitment : record.commitments)
        if (commitment.done && within(*commitment.done)) ++done;
  };
  count_done(seen->all<Session>());
  count_done(seen->all<Observation>());
  if (done > 0)
    page.since_then.push_back(
        fmt::format("{} kept", counted(static_cast<std::size_t>(done), "promise")));
}

void look_at_elements(const ElementStanding& standing, Date today, Brief& page) {
  if (!standing.last_evidence)
    page.look_at.push_back(fmt::format("No evidence yet for {}", standing.title));
  else if (days_between(*standing.last_evidence, today) > silent_days)
    page.look_at.push_back(fmt::format("No evidence for {} since {}", standing.title,
                                       near_day(*standing.last_evidence, today)));
  if (standing.trend.empty())
    page.look_at.push_back(fmt::format("{} has no rating yet", standing.title));
  else if (days_between(standing.trend.back().date, today) > unrated_days)
    page.look_at.push_back(fmt::format("{} was last rated on {}", standing.title,
                                       near_day(standing.trend.back().date, today)));
  if (standing.below_baseline)
    page.look_at.push_back(fmt::format("{} fell below where it began", standing.title));
  if (standing.target_by && *standing.target_by < today && standing.to_go.value_or(1) > 0)
    page.look_at.push_back(fmt::format("The target for {} was due {}", standing.title,
                                       near_day(*standing.target_by, today)));
}

void look_at_plan(const Seen& seen, Date today, Brief& page) {
  for (const auto& cycle : cycle_rows(seen, today))
    if (!cycle.closed)
      page.look_at.push_back(fmt::format(
          "{}: {} for {}{}", cycle.title, cycle.step_title,
          counted(static_cast<std::size_t>(cycle.days), "day"),
          cycle.to_come.empty() ? "" : fmt::format(", {} to come", listed(cycle.to_come))));
  for (const auto& activity : activity_standings(seen, today)) {
    if (activity.status == ActivityStatus::done || activity.status == ActivityStatus::dropped)
      continue;
    if (activity.days_late)
      page.look_at.push_back(fmt::format("{}: due {}, {} d late", activity.title,
                                         near_day(*activity.due, today), *activity.days_late));
    else if (activity.due && days_between(today, *activity.due) <= soon_days)
      page.look_at.push_back(fmt::format("{}: due {}, {} of {} steps", activity.title,
                                         near_day(*activity.due, today), activity.steps_done,
                                         activity.steps));
  }
  for (const auto& promise : open_promises(seen, today)) {
    if (promise.kind != PromiseKind::indicator || !promise.due ||
        days_between(today, *promise.due) > soon_days)
      continue;
    page.look_at.push_back(
        fmt::format("Evidence agreed for {}: {}", near_day(*promise.due, today), promise.what));
  }
}

}  // namespace

Brief brief(const Seen& seen, Date today) {
  Brief page{.client = seen->code, .site = seen->only<Client>().site, .today = today};
  const auto* last = last_session(seen, today);
  if (const auto* next = next_session(seen, today)) {
    page.next = meeting_of(*next);
    page.plan = next->record.plan;
  }
  if (const auto* past = unlogged_session(seen, today))
    page.look_at.push_back(fmt::format("The meeting planned for {} was not logged",
                                       near_day(past->record.date, today)));
  if (last) {
    page.last = meeting_of(*last);
    page.days_since_last = days_between(last->record.date, today);
    page.question = last->record.question;
    page.notes = last->record.title.empty() && lines_of(last->record.notes).size() < 2
                     ? ""
                     : last->record.notes;
    say_since(seen, last->record.date, today, page);
  }
  for (auto& promise : open_promises(seen, today))
    if ((promise.kind != PromiseKind::step && promise.kind != PromiseKind::indicator) ||
        promise.days_late)
      page.open.push_back(std::move(promise));
  if (seen->rubric()) {
    const auto status = rubric_status(seen, today);
    for (const auto& standing : open_focus(status, last ? &last->record : nullptr)) {
      page.focus.push_back(focus_brief(*seen->rubric(), standing));
      look_at_elements(standing, today, page);
    }
  }
  look_at_plan(seen, today, page);
  return page;
}

}  // namespace coach
