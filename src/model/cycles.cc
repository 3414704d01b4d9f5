#include "model/cycles.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/fitting.h"

namespace coach {

std::string cycle_name(const Cycle& cycle) {
  return cycle.round > 1 ? fmt::format("{}, round {}", cycle.title, cycle.round) : cycle.title;
}

const CycleCheck* latest_check(const Cycle& cycle, Date today) {
  const CycleCheck* last = nullptr;
  for (const auto& check : cycle.checks)
    if (check.on <= today && (!last || last->on <= check.on)) last = &check;
  return last;
}

std::optional<Date> check_to_come(const Cycle& cycle, Date today) {
  const CycleCheck* last = latest_check(cycle, today);
  if (!cycle.check_on || (last && last->on >= *cycle.check_on)) return {};
  return cycle.check_on;
}

namespace {

/// What a step expects, of this cycle: its own fields, and dated records of its time.
std::vector<ExpectedRecord> expected_of(const Seen& seen, const Cycle& cycle, const WayStep& step,
                                        Date today) {
  const Date until = std::min(today, cycle.closed.value_or(today));
  auto all = expected_records(seen, step, cycle.started, until);
  const Table own = to_table(cycle);
  for (auto& row : all) {
    const auto named = expectation(row.what);
    if (!named.kind) continue;
    if (named.kind->info.naming == Naming::dated) row.there = row.since;
    if (!named.field || named.kind->info.name != kind_of<Cycle>.name) continue;
    row.there = own.find(named.field->key) ? 1 : 0;
    row.words = named.field->key;
    std::ranges::replace(row.words, '_', ' ');
  }
  return all;
}

}  // namespace

CycleRow cycle_row(const Seen& seen, const Filed<Cycle>& filed, Date today) {
  const Cycle& cycle = filed.record;
  const Way* way = seen->way(cycle.model);
  CycleRow row{.client = seen->code,
               .id = filed.id,
               .title = cycle.title,
               .model = way ? way->title : cycle.model,
               .round = cycle.round,
               .follows = cycle.follows,
               .started = cycle.started,
               .closed = cycle.closed,
               .step = cycle.step,
               .step_title = cycle.step,
               .decision = cycle.decision};
  for (const auto& other : seen->all<Cycle>())
    if (other.record.follows == filed.id) row.opened = other.id;
  for (const auto& reached : cycle.steps)
    if (reached.step == cycle.step) row.since = reached.on;
  if (!row.since) row.since = cycle.started;
  row.days = std::max(0, days_between(*row.since, cycle.closed.value_or(today)));
  if (way) {
    const auto round = round_of(*way);
    row.steps = static_cast<int>(round.size());
    for (const auto& step : round) {
      if (step.key == cycle.step) {
        row.step_title = step_title(*way, step);
        row.step_number = static_cast<int>(&step - round.data()) + 1;
      }
      const bool reached =
          std::ranges::find(cycle.steps, step.key, &CycleStep::step) != cycle.steps.end();
      if (!reached) row.to_come.push_back(step_name(*way, step));
      // Of the step where it stands there is still time.
      if (!reached || (step.key == cycle.step && !cycle.closed)) continue;
      for (const auto& expected : expected_of(seen, cycle, step, today))
        if (expected.there == 0 && std::ranges::find(row.lacks, expected.words) == row.lacks.end())
          row.lacks.push_back(expected.words);
    }
  }
  if (const auto* last = latest_check(cycle, today)) row.held = last->held;
  row.check_on = check_to_come(cycle, today);
  row.check_waits = row.check_on && *row.check_on <= today;
  return row;
}

std::vector<CycleRow> cycle_rows(const Seen& seen, Date today) {
  std::vector<CycleRow> rows;
  for (const auto& filed : seen->all<Cycle>())
    if (filed.record.started <= today) rows.push_back(cycle_row(seen, filed, today));
  return rows;
}

CycleList cycle_list(std::vector<CycleRow> rows, Date today) {
  std::ranges::stable_sort(rows, {}, [](const CycleRow& row) {
    return std::tuple(row.closed.has_value(), row.closed ? 0 : -row.days, row.client, row.started);
  });
  CycleList list{.today = today};
  list.open = static_cast<int>(
      std::ranges::count_if(rows, [](const CycleRow& row) { return !row.closed; }));
  list.rows = std::move(rows);
  return list;
}

CycleStanding cycle_standing(const Seen& seen, const Filed<Cycle>& filed, Date today) {
  const Cycle& cycle = filed.record;
  CycleStanding answer{.today = today,
                       .cycle = cycle_row(seen, filed, today),
                       .look_fors = cycle.look_fors,
                       .prediction = cycle.prediction,
                       .locked = cycle.locked,
                       .result = cycle.result,
                       .checks = cycle.checks};
  answer.data = cycle.data;
  std::ranges::stable_sort(answer.data, {}, [&](const CycleData& data) {
    return std::ranges::find(cycle.look_fors, data.look_for) - cycle.look_fors.begin();
  });
  const Way* way = seen->way(cycle.model);
  if (!way) return answer;
  for (const auto& step : round_of(*way)) {
    CycleStepRow row{.key = step.key,
                     .title = step_title(*way, step),
                     .here = step.key == cycle.step && !cycle.closed};
    for (const auto& reached : cycle.steps)
      if (reached.step == step.key) row.on = reached.on, row.notes = reached.notes;
    answer.steps.push_back(std::move(row));
  }
  const WayStep* here = find_step(*way, cycle.step);
  if (!here || cycle.closed) return answer;
  answer.purpose = here->purpose;
  answer.questions = here->questions;
  answer.expects = expected_of(seen, cycle, *here, today);
  return answer;
}

const WayStep* step_expecting(const Way& way, std::string_view field) {
  for (const auto& step : way.steps)
    if (expects(step, kind_of<Cycle>.name, field)) return &step;
  return nullptr;
}

bool is_past(const Way& way, const Cycle& cycle, const WayStep& step) {
  const WayStep* here = find_step(way, cycle.step);
  return here && here > &step;
}

std::optional<std::string> typed_look_for(const Cycle& cycle, std::string_view typed) {
  for (std::size_t i = 0; i < cycle.look_fors.size(); ++i)
    if (std::to_string(i + 1) == trimmed(typed)) return cycle.look_fors[i];
  const auto same = [](const std::string& text) { return text; };
  const auto found = fitting(cycle.look_fors, typed, same, same);
  return found ? std::optional(cycle.look_fors[*found]) : std::nullopt;
}

std::optional<std::string> settled_in(const Cycle& before, const Cycle& after, const Way* way) {
  if (before.locked && before.prediction.empty() && !after.prediction.empty())
    return fmt::format("no prediction was written before {}; one written afterwards is none",
                       long_day(*before.locked));
  if ((before.locked || before.closed) &&
      (after.prediction != before.prediction || after.locked != before.locked))
    return fmt::format("the prediction stands as it was on {}; what happened is its result",
                       long_day(before.locked ? *before.locked : *before.closed));
  if (!before.data.empty() && after.prediction != before.prediction)
    return std::string("data were gathered already; a prediction is written before");
  for (const auto& data : before.data)
    if (std::ranges::find(before.look_fors, data.look_for) != before.look_fors.end() &&
        std::ranges::find(after.look_fors, data.look_for) == after.look_fors.end())
      return fmt::format("data were gathered on \"{}\"; a look-for stays as it was agreed",
                         data.look_for);
  const WayStep* agreed = way ? step_expecting(*way, "look_fors") : nullptr;
  if (agreed && is_past(*way, before, *agreed) && after.look_fors != before.look_fors)
    return fmt::format("look-fors were agreed at {}; the next round may have others",
                       step_title(*way, *agreed));
  return {};
}

}  // namespace coach
