#include "model/phase.h"

#include <fmt/format.h>

#include <algorithm>

namespace coach {
namespace {

/// The days of the history, each stretch counted for the step it was spent in.
void count_days(const Facts& facts, Date today, std::vector<PhaseRow>& steps) {
  const Date end = std::min(today, facts.ended.value_or(today));
  PhaseRow* in = nullptr;
  Date from{};
  const auto leave = [&](Date day) {
    if (in) in->days += std::max(0, days_between(from, day));
  };
  // In the order of the days: a merge of two machines may have put them otherwise.
  std::vector<const EngagementChange*> changes;
  for (const auto& change : facts.history)
    if (!change.phase.empty() && change.on <= today) changes.push_back(&change);
  std::ranges::stable_sort(changes, {}, &EngagementChange::on);
  for (const auto* change : changes) {
    leave(change->on);
    const auto found = std::ranges::find(steps, change->phase, &PhaseRow::key);
    in = found == steps.end() ? nullptr : &*found;
    from = change->on;
  }
  leave(end);
}

}  // namespace

const Way& way_of(const Seen& seen) {
  if (const Way* way = seen->way()) return *way;
  const std::string& name = seen->only<Facts>().model;
  throw Error(
      name.empty() ? fmt::format("{} has no model yet", seen->code)
                   : fmt::format("no model {} in models/", name),
      fmt::format("coach set {}/engagement model=NAME sets one; coach model list shows them",
                  seen->code));
}

PhaseStanding phase_standing(const Seen& seen, Date today) {
  const Facts& facts = seen->only<Facts>();
  const Way& way = way_of(seen);
  PhaseStanding answer{.client = seen->code,
                       .today = today,
                       .model = facts.model,
                       .model_title = way.title,
                       .regime = facts.regime,
                       .phase = facts.phase};
  for (const auto& step : way.steps)
    answer.steps.push_back({.number = static_cast<int>(answer.steps.size()) + 1,
                            .key = step.key,
                            .title = step_title(way, step),
                            .here = step.key == facts.phase,
                            .since = reached_on(facts, step.key, today)});
  count_days(facts, today, answer.steps);
  for (auto& row : cycle_rows(seen, today))
    if (!row.closed) answer.cycles.push_back(std::move(row));
  answer.in_cycles = is_all_round(way);
  const WayStep* step = find_step(way, facts.phase);
  if (!step) return answer;
  answer.title = step_title(way, *step);
  answer.since = reached_on(facts, step->key, today);
  answer.purpose = step->purpose;
  answer.questions = step->questions;
  answer.expects = expected_records(seen, *step, answer.since.value_or(facts.started), today);
  if (const WayStep* next = step_after(way, *step)) {
    answer.next = next->key;
    answer.next_title = step_title(way, *next);
  }
  return answer;
}

std::optional<Whereabouts> whereabouts(const Seen& seen, Date today) {
  const Facts& facts = seen->only<Facts>();
  const Way* way = seen->way();
  if (!way) return {};
  if (is_all_round(*way)) {
    const Filed<Cycle>* latest = nullptr;
    for (const auto& filed : seen->all<Cycle>())
      if (is_open(filed.record) && filed.record.started <= today &&
          (!latest || latest->record.started <= filed.record.started))
        latest = &filed;
    if (!latest) return {};
    const CycleRow row = cycle_row(seen, *latest, today);
    return Whereabouts{row.step_number, row.step_title, row.since};
  }
  const WayStep* step = find_step(*way, facts.phase);
  if (!step) return {};
  return Whereabouts{static_cast<int>(step - way->steps.data()) + 1, step_title(*way, *step),
                     reached_on(facts, step->key, today)};
}

}  // namespace coach
