#include "model/rubric_change.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "base/error.h"

namespace coach {
namespace {

const Rubric& rubric_of(const Seen& seen) {
  if (const Rubric* rubric = seen->rubric()) return *rubric;
  const std::string& name = seen->only<Facts>().rubric;
  throw Error(name.empty() ? fmt::format("{} has no rubric yet", seen->code)
                           : fmt::format("no rubric {} in rubrics/", name),
              "coach rubric list shows those that are there");
}

}  // namespace

RubricChange rubric_change(const Seen& seen, const NamedRubric& before, const NamedRubric& after,
                           const ElementMap& map, Date today) {
  RubricChange answer{.client = seen->code, .before = before.name, .after = after.name};
  std::vector<std::string> met;
  for (const Element* element : elements_of(before.rubric)) {
    CounterpartRow row{.before = element->key, .before_title = element->title};
    const auto mapped = std::ranges::find(map, element->key, &ElementMap::value_type::first);
    const std::string key = mapped == map.end() ? element->key : mapped->second;
    const Element* now = find_element(after.rubric, key);
    row.how = !now                  ? Counterpart::gone
              : key == element->key ? Counterpart::kept
                                    : Counterpart::mapped;
    if (now) {
      row.after = now->key;
      row.after_title = now->title;
      met.push_back(now->key);
    }
    // A goal that has ended keeps its targets as they were.
    const auto target = target_of(seen, element->key, today);
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
    if (std::ranges::find(met, element->key) == met.end())
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
  for (const Element* element : elements_of(rubric)) {
    ++answer.elements;
    const auto first = last_rating(seen, element->key, one, as_of);
    const auto second = last_rating(seen, element->key, other, as_of);
    if (!first || !second) continue;
    const int apart = first->level - second->level;
    ++answer.both;
    answer.exact += apart == 0 ? 1 : 0;
    answer.within_one += std::abs(apart) <= 1 ? 1 : 0;
    answer.rows.push_back({element->key, element->title, first->level, second->level, apart});
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
  for (const Element* element : elements_of(rubric)) {
    OccasionRow row{.element = element->key, .title = element->title};
    for (const auto& occasion : answer.occasions) {
      std::string level = "-";
      for (const auto* assessment : counted)
        for (const auto& rating : assessment->ratings)
          if (assessment->occasion == occasion && rating.element == element->key)
            if (const auto found = level_of(rubric, rating.level))
              level = level_title(rubric, *found);
      row.levels.push_back(std::move(level));
    }
    for (const auto& [id, evidence] : seen->all<Evidence>())
      if (evidence.date <= as_of && std::ranges::find(evidence.common.elements, element->key) !=
                                        evidence.common.elements.end())
        ++row.artifacts;
    if (row.artifacts == 0) answer.without.push_back(element->title);
    answer.rows.push_back(std::move(row));
  }
  return answer;
}

}  // namespace coach
