#include "model/standing.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "model/dated.h"

namespace coach {
namespace {

/// The ratings of an element up to a day, oldest first.
std::vector<LevelOnDay> ratings_of(const Seen& seen, const Rubric& rubric, std::string_view element,
                                   Rater by, Date as_of) {
  std::vector<LevelOnDay> found;
  for (const auto& [id, assessment] : seen->all<Assessment>()) {
    if (assessment.date > as_of || !counts_for(assessment.by, by) ||
        assessment.rubric != seen->only<Facts>().rubric)
      continue;
    for (const auto& rating : assessment.ratings)
      if (const auto level = level_of(rubric, rating.level); level && rating.element == element)
        found.push_back({assessment.date, assessment.by, level->number});
  }
  std::ranges::stable_sort(found, {}, &LevelOnDay::date);
  return found;
}

/// Dated records that name the element, and the day of the latest.
void count_evidence(const std::vector<DatedRecord>& records, ElementStanding& standing) {
  for (const auto& record : records) {
    if (std::ranges::find(record.elements, standing.element) == record.elements.end()) continue;
    ++standing.evidence;
    standing.last_evidence = record.date;
  }
}

ElementStanding standing_of(const Seen& seen, const Rubric& rubric, const Domain& domain,
                            const Element& element, const std::vector<DatedRecord>& records,
                            Date as_of, Rater by) {
  ElementStanding standing{.domain = domain.title, .element = element.key, .title = element.title};
  standing.trend = ratings_of(seen, rubric, element.key, by, as_of);
  if (!standing.trend.empty()) {
    standing.baseline = standing.trend.front().level;
    standing.now = standing.trend.back().level;
    standing.below_baseline = *standing.now < *standing.baseline;
  }
  const auto beside =
      ratings_of(seen, rubric, element.key, by == Rater::self ? Rater::coach : Rater::self, as_of);
  if (!beside.empty()) standing.other = beside.back().level;
  if (const auto in_force = target_of(seen, element.key, as_of)) {
    if (const auto level = level_of(rubric, in_force->target.level)) {
      standing.in_focus = true;
      standing.target = level->number;
      standing.target_by = in_force->target.by;
      standing.goal = in_force->goal;
      if (standing.now) standing.to_go = std::max(0, level->number - *standing.now);
    }
  }
  count_evidence(records, standing);
  // The latest rating by the rater looked at says what it rests on and what is left.
  for (const auto& [id, assessment] : seen->all<Assessment>()) {
    if (assessment.date > as_of || !counts_for(assessment.by, by) ||
        assessment.rubric != seen->only<Facts>().rubric)
      continue;
    for (const auto& rating : assessment.ratings)
      if (rating.element == element.key) {
        standing.gap = rating.gap;
        standing.rests_on = rating.evidence;
      }
  }
  return standing;
}

}  // namespace

bool counts_for(Rater rated_by, Rater looked_at) {
  if (rated_by == looked_at) return true;
  return rated_by == Rater::joint && (looked_at == Rater::self || looked_at == Rater::coach);
}

Rater usual_rater(const Seen& seen) {
  return seen->only<Facts>().regime == Regime::supervisory ? Rater::coach : Rater::self;
}

RubricStatus rubric_status(const Seen& seen, Date as_of, std::optional<Rater> rater) {
  const Rater by = rater.value_or(usual_rater(seen));
  const Rubric* rubric = seen->rubric();
  const std::string& name = seen->only<Facts>().rubric;
  if (!rubric)
    throw Error(name.empty() ? fmt::format("{} has no rubric yet", seen->code)
                             : fmt::format("no rubric {} in rubrics/", name),
                "coach rubric list shows those that are there");
  RubricStatus status{.client = seen->code,
                      .rubric = name,
                      .rubric_title = rubric->title,
                      .as_of = as_of,
                      .by = by};
  for (const auto& level : rubric->levels) status.levels.push_back(level.title);
  const auto records = dated_records(seen, as_of);
  for (const auto& domain : rubric->domains)
    for (const auto& element : domain.elements)
      status.standing.push_back(standing_of(seen, *rubric, domain, element, records, as_of, by));
  status.elements = static_cast<int>(status.standing.size());
  status.in_focus =
      static_cast<int>(std::ranges::count_if(status.standing, &ElementStanding::in_focus));
  status.rated = static_cast<int>(
      std::ranges::count_if(status.standing, [](const auto& row) { return row.now.has_value(); }));
  return status;
}

std::vector<ElementStanding> focus_of(const RubricStatus& status) {
  std::vector<ElementStanding> focus;
  std::ranges::copy_if(status.standing, std::back_inserter(focus), &ElementStanding::in_focus);
  return focus;
}

std::optional<TargetInForce> target_of(const Seen& seen, std::string_view element, Date as_of) {
  std::optional<TargetInForce> latest;
  for (const auto& [id, goal] : seen->all<Goal>()) {
    // A goal that was reached still says what the year was about; one that was given up says
    // nothing.
    if (goal.status == GoalStatus::dropped) continue;
    for (const auto& target : goal.targets) {
      if (target.element != element || target.set > as_of) continue;
      if (!latest || latest->target.set <= target.set) latest = TargetInForce{id, target};
    }
  }
  return latest;
}

std::vector<std::string> focus_keys(const Seen& seen, Date as_of) {
  std::vector<std::string> keys;
  if (const Rubric* rubric = seen->rubric())
    for (const auto* element : elements_of(*rubric))
      if (target_of(seen, element->key, as_of)) keys.push_back(element->key);
  return keys;
}

std::optional<LevelOnDay> last_rating(const Seen& seen, std::string_view element, Rater by,
                                      Date as_of) {
  const Rubric* rubric = seen->rubric();
  if (!rubric) return {};
  auto all = ratings_of(seen, *rubric, element, by, as_of);
  std::erase_if(all, [&](const LevelOnDay& rating) { return rating.by != by; });
  if (all.empty()) return {};
  return all.back();
}

}  // namespace coach
