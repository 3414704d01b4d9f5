#include "model/bars.h"

#include <algorithm>

#include "model/cycles.h"

namespace coach {
namespace {

/// When it began and ended by its history; where that is silent, by what it says itself.
template <class Record>
BarRow row_of(const Filed<Record>& filed, TimelineKind kind, Date started,
              std::optional<Date> starts) {
  const Record& record = filed.record;
  BarRow row{.kind = kind,
             .id = filed.id,
             .title = record.title,
             .status = std::string(word_of(record.status)),
             .due = record.due};
  std::optional<Date> began = starts;
  for (const auto& change : record.history) {
    if (!began || change.on < *began) began = change.on;
    if (change.status && *change.status == record.status && !is_open(record)) row.ended = change.on;
  }
  row.from = began.value_or(started);
  return row;
}

bool is_mark(TimelineKind kind) {
  return kind == TimelineKind::session || kind == TimelineKind::observation ||
         kind == TimelineKind::conversation || kind == TimelineKind::evidence ||
         kind == TimelineKind::rating || kind == TimelineKind::feedback ||
         kind == TimelineKind::measure;
}

}  // namespace

Bars bars(const Seen& seen, Date today, const TimelineRange& range) {
  const Facts& facts = seen->only<Facts>();
  Bars answer{.client = seen->code, .today = today};
  for (const auto& filed : seen->all<Goal>())
    answer.rows.push_back(row_of(filed, TimelineKind::goal, facts.started, {}));
  for (const auto& filed : seen->all<Activity>()) {
    BarRow row = row_of(filed, TimelineKind::activity, facts.started, filed.record.starts);
    row.planned = filed.record.status == ActivityStatus::planned;
    answer.rows.push_back(std::move(row));
  }
  for (const auto& filed : seen->all<Cycle>()) {
    const Cycle& cycle = filed.record;
    answer.rows.push_back({.kind = TimelineKind::cycle,
                           .id = filed.id,
                           .title = cycle_name(cycle),
                           .status = !cycle.closed    ? std::string("open")
                                     : cycle.decision ? std::string(word_of(*cycle.decision))
                                                      : std::string("closed"),
                           .from = cycle.started,
                           .ended = cycle.closed});
  }
  std::ranges::stable_sort(answer.rows, {},
                           [](const BarRow& row) { return std::pair(row.kind, row.from); });
  for (auto& entry :
       timeline(seen, today, {.from = range.from, .to = range.to, .kinds = {}}).entries)
    if (is_mark(entry.kind)) answer.marks.push_back(std::move(entry));
  Date from = facts.started.ok() ? facts.started : today, to = today;
  for (const auto& row : answer.rows) {
    from = std::min(from, row.from);
    to = std::max({to, row.due.value_or(to), row.ended.value_or(to)});
  }
  for (const auto& mark : answer.marks) {
    from = std::min(from, mark.date);
    to = std::max(to, mark.date);
  }
  answer.from = range.from.value_or(from);
  answer.to = std::max(answer.from, range.to.value_or(to));
  std::erase_if(answer.rows, [&](const BarRow& row) {
    return row.from > answer.to || row.ended.value_or(row.due.value_or(answer.to)) < answer.from;
  });
  return answer;
}

}  // namespace coach
