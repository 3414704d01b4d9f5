// What the program brings: each model can be worked by, each rubric says something in every cell,
// and names that were not recovered stay empty.
#include "journal/templates.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "model/rules.h"

using namespace coach;

namespace {
bool has_error(const std::vector<Finding>& findings) {
  return std::ranges::any_of(
      findings, [](const Finding& finding) { return finding.severity == Severity::error; });
}
}  // namespace

TEST_CASE("every model can be worked by") {
  const auto names = template_names("models");
  CHECK(names.size() == 11);
  for (const auto& name : names) {
    CAPTURE(name);
    const auto way = template_way(name);
    REQUIRE(way);
    CHECK_FALSE(has_error(findings(*way, name)));
    CHECK_FALSE(way->source.empty());
    CHECK_FALSE(way->licence.empty());
    for (const auto& step : way->steps) {
      CAPTURE(step.key);
      // A step without a name pretends to know nothing else.
      CHECK(step.title.empty() == step.purpose.empty());
      CHECK(step.title.empty() == step.questions.empty());
    }
    if (std::ranges::any_of(way->steps, [](const WayStep& step) { return step.title.empty(); }))
      CHECK_FALSE(way->note.empty());  // it says why
  }
}

TEST_CASE("a new journal's model and rubric are among the templates") {
  const JournalFacts facts = first_facts();
  CHECK(template_way(facts.defaults.model));
  CHECK(template_rubric(facts.defaults.rubric));
}

TEST_CASE("every rubric that is not blank describes every level of every element") {
  for (const auto& name : template_names("rubrics")) {
    CAPTURE(name);
    const auto rubric = template_rubric(name);
    REQUIRE(rubric);
    CHECK_FALSE(has_error(findings(*rubric, name)));
    if (name.starts_with("blank")) continue;
    for (const Element* element : elements_of(*rubric)) {
      CAPTURE(element->key);
      CHECK_FALSE(element->prompt.empty());
      for (int level = 1; level <= static_cast<int>(rubric->levels.size()); ++level)
        CHECK_FALSE(descriptor(*rubric, *element, {level}).empty());
    }
  }
}
