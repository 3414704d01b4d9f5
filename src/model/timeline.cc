#include "model/timeline.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "model/cycles.h"
#include "model/dated.h"

namespace coach {
namespace {

class Collector {
 public:
  explicit Collector(const Seen& seen, Date today) : seen_(seen), today_(today) {}

  std::vector<TimelineEntry> collect() {
    sessions();
    observations();
    conversations();
    evidence();
    ratings();
    feedback();
    measures();
    goals();
    activities();
    cycles();
    agreements();
    engagement();
    std::ranges::stable_sort(entries_, {}, &TimelineEntry::date);
    return std::move(entries_);
  }

 private:
  TimelineEntry& add(Date date, TimelineKind kind, std::string what, std::string id) {
    entries_.push_back({.date = date, .kind = kind, .what = std::move(what), .id = std::move(id)});
    return entries_.back();
  }

  void sessions() {
    for (const auto& [id, session] : seen_->all<Session>()) {
      auto& entry = add(session.date, TimelineKind::session, title_of(session), id);
      entry.minutes = session.minutes;
      entry.elements = session.common.elements;
      entry.to_come = session.state == SessionState::planned && session.date >= today_;
    }
  }

  void observations() {
    for (const auto& [id, observation] : seen_->all<Observation>()) {
      auto& entry = add(observation.date, TimelineKind::observation, title_of(observation), id);
      entry.minutes = observation.minutes;
      entry.elements = elements_named(observation);
    }
  }

  void conversations() {
    for (const auto& [id, conversation] : seen_->all<Conversation>()) {
      auto& entry = add(conversation.date, TimelineKind::conversation, title_of(conversation), id);
      entry.minutes = conversation.minutes;
      entry.elements = conversation.common.elements;
    }
  }

  void evidence() {
    for (const auto& [id, evidence] : seen_->all<Evidence>())
      add(evidence.date, TimelineKind::evidence, title_of(evidence), id).elements =
          evidence.common.elements;
  }

  void agreements() {
    for (const auto& [id, agreement] : seen_->all<Agreement>())
      add(agreement.date, TimelineKind::agreement, title_of(agreement), id);
  }

  void ratings() {
    for (const auto& [id, assessment] : seen_->all<Assessment>()) {
      const auto rubric = seen_->rubrics.find(assessment.rubric);
      std::string what = title_of(assessment);
      if (rubric != seen_->rubrics.end())
        what = fmt::format("{}: {} of {} elements{}", word_of(assessment.by),
                           assessment.ratings.size(), elements_of(*rubric->second).size(),
                           assessment.complete == false ? ", half way" : "");
      auto& entry = add(assessment.date, TimelineKind::rating, std::move(what), id);
      if (assessment.ratings.size() <= 4)
        for (const auto& rating : assessment.ratings) entry.elements.push_back(rating.element);
    }
  }

  void feedback() {
    for (const auto& [id, feedback] : seen_->all<Feedback>()) {
      add(feedback.date, TimelineKind::feedback, title_of(feedback), id).elements =
          feedback.common.elements;
      for (const auto& look : feedback.seen)
        add(look.on, TimelineKind::feedback,
            fmt::format("{}, {}", title_of(feedback), word_of(look.result)), id)
            .finished = look.result == PracticeChange::changed;
    }
  }

  void measures() {
    for (const auto& [id, measure] : seen_->all<Measure>())
      add(measure.date, TimelineKind::measure, title_of(measure), id).elements =
          measure.common.elements;
  }

  void cycles() {
    // A round's end comes before the beginning of the one that it opened.
    std::vector<const Filed<Cycle>*> in_order;
    for (const auto& filed : seen_->all<Cycle>()) in_order.push_back(&filed);
    std::ranges::stable_sort(in_order, {}, [](const Filed<Cycle>* filed) {
      return std::pair(filed->record.round, filed->record.started);
    });
    for (const auto* filed : in_order) {
      const std::string& id = filed->id;
      const Cycle& cycle = filed->record;
      const Way* way = seen_->way(cycle.model);
      const std::string name = cycle_name(cycle);
      const auto say = [&](Date day, std::string_view what) -> TimelineEntry& {
        return add(day, TimelineKind::cycle, fmt::format("{}: {}", name, what), id);
      };
      if (cycle.steps.empty()) say(cycle.started, "begun");
      for (const auto& reached : cycle.steps) {
        const WayStep* step = way ? find_step(*way, reached.step) : nullptr;
        say(reached.on, step ? step_title(*way, *step) : reached.step);
      }
      if (cycle.closed)
        say(*cycle.closed, cycle.decision ? fmt::format("closed, {}", word_of(*cycle.decision))
                                          : std::string("closed"))
            .finished = true;
      for (const auto& check : cycle.checks)
        say(check.on, fmt::format("the gain: {}", word_of(check.held)));
    }
  }

  void goals() {
    for (const auto& [id, goal] : seen_->all<Goal>()) {
      for (const auto& change : goal.history)
        if (change.status)
          add(change.on, TimelineKind::goal,
              fmt::format("{}: {}", goal.title, word_of(*change.status)), id)
              .finished = *change.status == GoalStatus::met;
      targets(goal, id);
    }
  }

  /// Targets set on one day are one entry.
  void targets(const Goal& goal, const std::string& id) {
    std::vector<Date> days;
    for (const auto& target : goal.targets)
      if (std::ranges::find(days, target.set) == days.end()) days.push_back(target.set);
    for (const Date day : days) {
      auto& entry = add(day, TimelineKind::goal, "", id);
      for (const auto& target : goal.targets)
        if (target.set == day) entry.elements.push_back(target.element);
      entry.what = fmt::format("{}: {} set", goal.title, counted(entry.elements.size(), "target"));
      if (entry.elements.size() > 4) entry.elements.clear();
    }
  }

  void activities() {
    for (const auto& [id, activity] : seen_->all<Activity>())
      for (const auto& change : activity.history)
        if (change.status)
          add(change.on, TimelineKind::activity,
              fmt::format("{}: {}", activity.title, word_of(*change.status)), id)
              .finished = *change.status == ActivityStatus::done;
  }

  void engagement() {
    const Facts& facts = seen_->only<Facts>();
    for (const auto& change : facts.history) {
      std::string what = change.status ? std::string(word_of(*change.status)) : std::string();
      if (!change.phase.empty()) {
        const Way* way = seen_->way();
        const WayStep* step = way ? find_step(*way, change.phase) : nullptr;
        what += fmt::format("{}{}", what.empty() ? "" : ", ",
                            step ? step_title(*way, *step) : change.phase);
      }
      if (!change.note.empty()) what += fmt::format("{}{}", what.empty() ? "" : ": ", change.note);
      add(change.on, TimelineKind::engagement, what, "engagement");
    }
  }

  const Seen& seen_;
  Date today_;
  std::vector<TimelineEntry> entries_;
};

/// Gaps lie in the past: from one entry to the next, and from the last one to today.
std::vector<TimelineEntry> with_gaps(std::vector<TimelineEntry> entries, Date end) {
  std::vector<TimelineEntry> out;
  const auto name_gap = [&](Date from, Date to) {
    const int weeks = days_between(from, to) / 7;
    if (weeks < gap_weeks) return;
    out.push_back({.date = add_days(from, 1),
                   .kind = TimelineKind::gap,
                   .what = fmt::format("{} weeks without an entry", weeks),
                   .weeks = weeks});
  };
  for (auto& entry : entries) {
    if (!out.empty()) name_gap(out.back().date, std::min(entry.date, end));
    out.push_back(std::move(entry));
  }
  if (!out.empty()) name_gap(out.back().date, end);
  return out;
}

}  // namespace

Timeline timeline(const Seen& seen, Date today, const TimelineRange& range) {
  auto entries = Collector(seen, today).collect();
  std::erase_if(entries, [&](const TimelineEntry& entry) {
    if (range.from && entry.date < *range.from) return true;
    if (range.to && entry.date > *range.to) return true;
    return !range.kinds.empty() && std::ranges::find(range.kinds, entry.kind) == range.kinds.end();
  });
  const Facts& facts = seen->only<Facts>();
  Date end = std::min(today, range.to.value_or(today));
  if (facts.ended) end = std::min(end, *facts.ended);
  return {.client = seen->code, .today = today, .entries = with_gaps(std::move(entries), end)};
}

}  // namespace coach
