#include "model/history.h"

#include <algorithm>

#include "base/text.h"

namespace coach {

RatingHistory rating_history(const Seen& seen, const std::string& only) {
  RatingHistory history{.client = seen->code, .ratings = {}};
  std::vector<std::string> order;
  if (const Rubric* rubric = seen->rubric())
    for (const auto* element : elements_of(*rubric)) order.push_back(element->key);
  for (const auto& [id, assessment] : seen->all<Assessment>()) {
    const auto named = seen->rubrics.find(assessment.rubric);
    const Rubric* rubric = named == seen->rubrics.end() ? nullptr : named->second.get();
    for (const auto& rating : assessment.ratings) {
      if (!only.empty() && rating.element != only) continue;
      RatingRow row{.element = rating.element,
                    .title = rating.element,
                    .date = assessment.date,
                    .by = std::string(word_of(assessment.by)),
                    .rater = assessment.rater,
                    .level = rating.level,
                    .reads = {},
                    .note = rating.note,
                    .gap = rating.gap,
                    .evidence = rating.evidence,
                    .id = id,
                    .rubric = assessment.rubric};
      const Element* element = rubric ? find_element(*rubric, rating.element) : nullptr;
      const auto level = rubric ? level_of(*rubric, rating.level) : std::nullopt;
      if (element) row.title = element->title;
      if (level) {
        row.number = level->number;
        row.level = level_title(*rubric, *level);
        if (element) row.reads = descriptor(*rubric, *element, *level);
      }
      history.ratings.push_back(std::move(row));
    }
  }
  std::ranges::stable_sort(history.ratings, {}, [&](const RatingRow& row) {
    return std::pair(std::ranges::find(order, row.element) - order.begin(), row.date);
  });
  return history;
}

}  // namespace coach
