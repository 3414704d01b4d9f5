// theory-of-action.toml: if we do this, then that will change, so that students gain.
#pragma once

#include "model/common.h"

namespace coach {

// clang-format off
struct TheoryStatement {
  std::vector<std::string> when;  // `if`
  std::vector<std::string> then;
  std::vector<std::string> so_that;
  std::string because;
  std::vector<std::string> goals;
  bool operator==(const TheoryStatement&) const = default;
};
template <> inline constexpr auto fields<TheoryStatement> = std::tuple{
  Field{"if",      &TheoryStatement::when,    Need::optional, Holds::prose, "what the leader will do"},
  Field{"then",    &TheoryStatement::then,    Need::optional, Holds::prose, "what will change among the adults"},
  Field{"so_that", &TheoryStatement::so_that, Need::optional, Holds::prose, "what students will gain"},
  Field{"because", &TheoryStatement::because, Need::optional, Holds::prose, "why this should hold"},
  Field{"goals",   &TheoryStatement::goals,   Need::optional, Holds::plain, "goals it serves"}.to(Refers::goal),
};
static_assert(well_described<TheoryStatement>);

struct Theory {
  Common common;
  std::vector<TheoryStatement> statement;
  bool operator==(const Theory&) const = default;
};
template <> inline constexpr auto fields<Theory> = std::tuple{
  Spliced{&Theory::common},
  Field{"statement", &Theory::statement, Need::optional, Holds::prose, "if, then, so that"},
};
static_assert(well_described<Theory>);
template <> inline constexpr KindInfo kind_of<Theory> = {
  "theory", "theories", "theory-of-action.toml", Naming::fixed, "", "if we do this, then that changes, so that students gain"};
// clang-format on

}  // namespace coach
