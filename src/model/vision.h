// vision.toml: where the client wants to go, what brings her to the work, and where she is now.
#pragma once

#include "model/common.h"

namespace coach {

// clang-format off
struct Vision {
  std::optional<Date> written;
  std::string statement;
  std::string brings;
  std::string reality;
  Common common;
  bool operator==(const Vision&) const = default;
};
template <> inline constexpr auto fields<Vision> = std::tuple{
  Field{"written",   &Vision::written,   Need::optional, Holds::plain, "the day it was written"},
  Field{"statement", &Vision::statement, Need::optional, Holds::prose, "where she wants to go"}.block(),
  Field{"brings",    &Vision::brings,    Need::optional, Holds::prose, "what brings her to the work"}.block(),
  Field{"reality",   &Vision::reality,   Need::optional, Holds::prose, "where she and the school are now"}.block(),
  Spliced{&Vision::common},
};
static_assert(well_described<Vision>);
template <> inline constexpr KindInfo kind_of<Vision> = {
  "vision", "visions", "vision.toml", Naming::fixed, "", "where the client wants to go, and what brings her to the work", "statement"};
// clang-format on

}  // namespace coach
