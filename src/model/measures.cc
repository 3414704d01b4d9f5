#include "model/measures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/text.h"

namespace coach {
namespace {

const MeasuredGroup* find_group(const Measure& measure, const std::string& name) {
  for (const auto& group : measure.groups)
    if (folded(group_name(group)) == folded(name)) return &group;
  return nullptr;
}

const Measure& baseline_of(const std::vector<const Measure*>& records) {
  for (const auto* record : records)
    if (record->baseline.value_or(false)) return *record;
  return *records.front();
}

std::optional<GroupGap> gap_of(const std::vector<GroupOverTime>& groups,
                               const std::vector<std::string>& between) {
  const GroupOverTime *high = nullptr, *low = nullptr;
  // A subtotal is not set against one of its own parts.
  const auto words = [](const GroupOverTime& group) {
    return group.group == all_groups ? 0 : split(group.group, '/').size();
  };
  std::size_t most = 0;
  for (const auto& group : groups) most = std::max(most, words(group));
  for (const auto& group : groups) {
    if (!group.baseline || !group.now) continue;
    const auto asked = [&](const std::string& name) { return folded(name) == folded(group.group); };
    if (between.empty() ? words(group) != most : std::ranges::none_of(between, asked)) continue;
    if (!high || *group.baseline > *high->baseline) high = &group;
    if (!low || *group.baseline < *low->baseline) low = &group;
  }
  if (!high || high == low) return {};
  GroupGap gap{.high = high->group,
               .low = low->group,
               .baseline = *high->baseline - *low->baseline,
               .now = *high->now - *low->now};
  constexpr double the_same = 1e-9;
  const double smaller = std::abs(gap.baseline) - std::abs(gap.now);
  gap.moves = smaller > the_same    ? GapMoves::closes
              : smaller < -the_same ? GapMoves::widens
                                    : GapMoves::stays;
  return gap;
}

MeasureOverTime over_time(const std::vector<const Measure*>& records,
                          const std::vector<std::string>& between) {
  const Measure& first = baseline_of(records);
  const Measure& last = *records.back();
  MeasureOverTime made{.name = last.name,
                       .unit = last.unit,
                       .by = fmt::format("{}", fmt::join(last.by, " and ")),
                       .baseline = first.date,
                       .now = last.date,
                       .records = static_cast<int>(records.size()),
                       .source = last.source};
  for (const auto& group : last.groups) {
    GroupOverTime row{.group = group_name(group), .count = group.count, .now = group.value};
    if (const auto* then = find_group(first, row.group)) row.baseline = then->value;
    if (&first != &last && row.baseline && row.now) row.change = *row.now - *row.baseline;
    for (const auto* record : records)
      if (const auto* one = find_group(*record, row.group); one && one->value)
        row.values.push_back(*one->value);
    made.groups.push_back(std::move(row));
  }
  for (const auto& group : first.groups)
    if (!find_group(last, group_name(group)))
      made.groups.push_back(
          {.group = group_name(group),
           .baseline = group.value,
           .values = group.value ? std::vector{*group.value} : std::vector<double>{}});
  made.gap = gap_of(made.groups, between);
  return made;
}

}  // namespace

std::string group_name(const MeasuredGroup& group) {
  std::vector<std::string> words;
  for (const auto& word : group.group)
    if (word != all_groups) words.push_back(word);
  return words.empty() ? std::string(all_groups) : fmt::format("{}", fmt::join(words, " / "));
}

Measures measures_over_time(const Seen& seen, Date today, std::string_view name,
                            const std::vector<std::string>& between) {
  Measures answer{.client = seen->code, .today = today};
  // By name, and by the dimensions: a table by grade says nothing of one by ethnicity.
  std::map<std::string, std::vector<const Measure*>> by_name;
  for (const auto& [id, measure] : seen->all<Measure>()) {
    if (measure.date > today) continue;
    if (folded(measure.name).find(folded(name)) == std::string::npos) continue;
    by_name[folded(
                fmt::format("{}\n{}\n{}", measure.name, measure.unit, fmt::join(measure.by, "\n")))]
        .push_back(&measure);
  }
  for (const auto& [key, records] : by_name) answer.measures.push_back(over_time(records, between));
  return answer;
}

}  // namespace coach
