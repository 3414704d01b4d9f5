#include "model/rubric_change.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "base/error.h"

namespace coach {
RubricChange rubric_change(const Seen& seen, const NamedRubric& before, const NamedRubric& after,
                           const ElementMap& map, Date today) {
  RubricChange answer{.client = seen->code, .before = before.name, .after = after.name};
  std::set<std::string_view> met;
  std::map<std::string_view, const Element*> elements_after;
  for (const Element* element : elements_of(after.rubric)) elements_after[element->key] = element;
  const auto targets = targets_in_force(seen, today);
  for (const Element* element : elements_of(before.rubric)) {
    CounterpartRow row{.before = element->key, .before_title = element->title};
    const auto mapped = std::ranges::find(map, element->key, &ElementMap::value_type::first);
    const std::string key = mapped == map.end() ? element->key : mapped->second;
    const auto there = elements_after.find(key);
    const Element* now = there == elements_after.end() ? nullptr : there->second;
    row.how = !now                  ? Counterpart::gone
              : key == element->key ? Counterpart::kept
                                    : Counterpart::mapped;
    if (now) {
      row.after = now->key;
      row.after_title = now->title;
      met.insert(now->key);
    }
    // A goal that has ended keeps its targets as they were.
    const auto in_force = targets.find(element->key);
    const TargetInForce* target = in_force == targets.end() ? nullptr : &in_force->second;
    const auto is_of = [&](const Filed<Goal>& goal) {
      return target && goal.id == target->goal && is_open(goal.record);
    };
    if (std::ranges::any_of(seen->all<Goal>(), is_of)) {
      row.goal = target->goal;
      row.target = target->target.level;
      row.by = target->target.by;
      row.target_fits = now && level_of(after.rubric, row.target);
    }
    answer.rows.push_back(std::move(row));
  }
  for (const Element* element : elements_of(after.rubric))
    if (!met.contains(element->key))
      answer.rows.push_back(
          {.how = Counterpart::added, .after = element->key, .after_title = element->title});
  return answer;
}

RaterAgreement rater_agreement(const Seen& seen, Rater one, Rater other, Date as_of) {
  const Rubric& rubric = rubric_of(seen);
  RaterAgreement answer{.client = seen->code,
                        .rubric = seen->only<Facts>().rubric,
                        .as_of = as_of,
                        .one = one,
                        .other = other};
  for (const auto& level : rubric.levels) answer.levels.push_back(level.title);
  const auto firsts = last_ratings(seen, one, as_of), seconds = last_ratings(seen, other, as_of);
  for (const Element* element : elements_of(rubric)) {
    ++answer.elements;
    const auto at = firsts.find(element->key), beside = seconds.find(element->key);
    if (at == firsts.end() || beside == seconds.end()) continue;
    const LevelOnDay &first = at->second, &second = beside->second;
    const int apart = first.level - second.level;
    ++answer.both;
    answer.exact += apart == 0 ? 1 : 0;
    answer.within_one += std::abs(apart) <= 1 ? 1 : 0;
    answer.rows.push_back({element->key, element->title, first.level, second.level, apart});
  }
  std::ranges::stable_sort(answer.rows, std::ranges::greater{},
                           [](const AgreementRow& row) { return std::abs(row.apart); });
  return answer;
}

Occasions occasions(const Seen& seen, Rater by, Date as_of) {
  const Rubric& rubric = rubric_of(seen);
  Occasions answer{
      .client = seen->code, .rubric = seen->only<Facts>().rubric, .as_of = as_of, .by = by};
  for (const auto& level : rubric.levels) answer.levels.push_back(level.title);
  for (const auto word : assessment_occasions) answer.occasions.emplace_back(word);
  std::vector<const Assessment*> counted;
  for (const auto& [id, assessment] : seen->all<Assessment>()) {
    if (assessment.date > as_of || !counts_for(assessment.by, by) ||
        assessment.rubric != answer.rubric || assessment.occasion.empty())
      continue;
    counted.push_back(&assessment);
    if (std::ranges::find(answer.occasions, assessment.occasion) == answer.occasions.end())
      answer.occasions.push_back(assessment.occasion);
  }
  std::map<std::pair<std::string_view, std::string_view>, std::string> levels;
  for (const auto* assessment : counted)
    for (const auto& rating : assessment->ratings)
      if (const auto found = level_of(rubric, rating.level))
        levels[{assessment->occasion, rating.element}] = level_title(rubric, *found);
  std::map<std::string_view, int> artifacts;
  for (const auto& [id, evidence] : seen->all<Evidence>())
    if (evidence.date <= as_of)
      for (const auto& element : evidence.common.elements) ++artifacts[element];
  for (const Element* element : elements_of(rubric)) {
    OccasionRow row{.element = element->key, .title = element->title};
    for (const auto& occasion : answer.occasions) {
      const auto found = levels.find({occasion, element->key});
      row.levels.push_back(found == levels.end() ? "-" : found->second);
    }
    if (const auto found = artifacts.find(element->key); found != artifacts.end())
      row.artifacts = found->second;
    if (row.artifacts == 0) answer.without.push_back(element->title);
    answer.rows.push_back(std::move(row));
  }
  return answer;
}

}  // namespace coach
