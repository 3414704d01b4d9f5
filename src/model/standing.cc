#include "model/standing.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/error.h"
#include "model/dated.h"

namespace coach {
namespace {

/// The ratings of every element up to a day, oldest first: looked through once, since a rubric may
/// have thousands of elements.
struct RatingsOfElement {
  std::vector<LevelOnDay> levels;
  const Rating* latest = nullptr;  // whatever its level says
};
using RatingsByElement = std::map<std::string_view, RatingsOfElement>;

RatingsByElement ratings_of(const Seen& seen, const Rubric& rubric, Rater by, Date as_of) {
  RatingsByElement found;
  for (const auto& [id, assessment] : seen->all<Assessment>()) {  // oldest first
    if (assessment.date > as_of || !counts_for(assessment.by, by) ||
        assessment.rubric != seen->only<Facts>().rubric)
      continue;
    for (const auto& rating : assessment.ratings) {
      auto& of_element = found[rating.element];
      of_element.latest = &rating;
      if (const auto level = level_of(rubric, rating.level))
        of_element.levels.push_back({assessment.date, assessment.by, level->number});
    }
  }
  return found;
}

/// Dated records that name an element: how many, and the day of the latest.
struct EvidenceOfElement {
  int records = 0;
  std::optional<Date> last;
};
using EvidenceByElement = std::map<std::string, EvidenceOfElement, std::less<>>;

EvidenceByElement evidence_of(const Seen& seen, Date as_of) {
  EvidenceByElement found;
  for (const auto& record : dated_records(seen, as_of))
    for (const auto& element : record.elements) {
      auto& of_element = found[element];
      ++of_element.records;
      of_element.last = record.date;
    }
  return found;
}

/// What is known of all elements, for one page.
struct Known {
  RatingsByElement own, beside;
  EvidenceByElement evidence;
  std::map<std::string_view, TargetInForce> targets;
};

ElementStanding standing_of(const Known& known, const Rubric& rubric, const Domain& domain,
                            const Element& element) {
  ElementStanding standing{.domain = domain.title, .element = element.key, .title = element.title};
  if (const auto own = known.own.find(element.key); own != known.own.end()) {
    standing.trend = own->second.levels;
    // The latest rating says what it rests on and what is left.
    standing.gap = own->second.latest->gap;
    standing.rests_on = own->second.latest->evidence;
  }
  if (!standing.trend.empty()) {
    standing.baseline = standing.trend.front().level;
    standing.now = standing.trend.back().level;
    standing.below_baseline = *standing.now < *standing.baseline;
  }
  if (const auto other = known.beside.find(element.key);
      other != known.beside.end() && !other->second.levels.empty())
    standing.other = other->second.levels.back().level;
  if (const auto in_force = known.targets.find(element.key); in_force != known.targets.end()) {
    const auto& [goal, target] = in_force->second;
    if (const auto level = level_of(rubric, target.level)) {
      standing.in_focus = true;
      standing.target = level->number;
      standing.target_by = target.by;
      standing.goal = goal;
      if (standing.now) standing.to_go = std::max(0, level->number - *standing.now);
    }
  }
  if (const auto evidence = known.evidence.find(element.key); evidence != known.evidence.end()) {
    standing.evidence = evidence->second.records;
    standing.last_evidence = evidence->second.last;
  }
  return standing;
}

}  // namespace

bool counts_for(Rater rated_by, Rater looked_at) {
  if (rated_by == looked_at) return true;
  return rated_by == Rater::joint && (looked_at == Rater::self || looked_at == Rater::coach);
}

const Rubric& rubric_of(const Seen& seen) {
  if (const Rubric* rubric = seen->rubric()) return *rubric;
  const std::string& name = seen->only<Facts>().rubric;
  throw Error(name.empty() ? fmt::format("{} has no rubric yet", seen->code)
                           : fmt::format("no rubric {} in rubrics/", name),
              "coach rubric list shows those that are there");
}

Rater usual_rater(const Seen& seen) {
  return seen->only<Facts>().regime == Regime::supervisory ? Rater::coach : Rater::self;
}

RubricStatus rubric_status(const Seen& seen, Date as_of, std::optional<Rater> rater) {
  const Rater by = rater.value_or(usual_rater(seen));
  const Rubric& rubric = rubric_of(seen);
  RubricStatus status{.client = seen->code,
                      .rubric = seen->only<Facts>().rubric,
                      .rubric_title = rubric.title,
                      .as_of = as_of,
                      .by = by};
  for (const auto& level : rubric.levels) status.levels.push_back(level.title);
  const Rater other = by == Rater::self ? Rater::coach : Rater::self;
  const Known known{ratings_of(seen, rubric, by, as_of), ratings_of(seen, rubric, other, as_of),
                    evidence_of(seen, as_of), targets_in_force(seen, as_of)};
  for (const auto& domain : rubric.domains)
    for (const auto& element : domain.elements)
      status.standing.push_back(standing_of(known, rubric, domain, element));
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

std::map<std::string_view, TargetInForce> targets_in_force(const Seen& seen, Date as_of) {
  std::map<std::string_view, TargetInForce> found;
  for (const auto& [id, goal] : seen->all<Goal>()) {
    // A goal that was reached still says what the year was about; one that was given up says
    // nothing.
    if (goal.status == GoalStatus::dropped) continue;
    for (const auto& target : goal.targets) {
      if (target.set > as_of) continue;
      const auto at = found.find(target.element);
      if (at == found.end())
        found.emplace(target.element, TargetInForce{id, target});
      else if (at->second.target.set <= target.set)
        at->second = TargetInForce{id, target};
    }
  }
  return found;
}

std::optional<TargetInForce> target_of(const Seen& seen, std::string_view element, Date as_of) {
  const auto all = targets_in_force(seen, as_of);
  const auto found = all.find(element);
  return found == all.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> focus_keys(const Seen& seen, Date as_of) {
  std::vector<std::string> keys;
  const auto targets = targets_in_force(seen, as_of);
  if (const Rubric* rubric = seen->rubric())
    for (const auto* element : elements_of(*rubric))
      if (targets.contains(element->key)) keys.push_back(element->key);
  return keys;
}

std::map<std::string, LevelOnDay> last_ratings(const Seen& seen, Rater by, Date as_of) {
  std::map<std::string, LevelOnDay> found;
  const Rubric* rubric = seen->rubric();
  if (!rubric) return found;
  for (const auto& [element, ratings] : ratings_of(seen, *rubric, by, as_of))
    for (const auto& rating : ratings.levels)
      if (rating.by == by) found[std::string(element)] = rating;
  return found;
}

std::optional<LevelOnDay> last_rating(const Seen& seen, std::string_view element, Rater by,
                                      Date as_of) {
  const auto all = last_ratings(seen, by, as_of);
  const auto found = all.find(std::string(element));
  return found == all.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace coach
