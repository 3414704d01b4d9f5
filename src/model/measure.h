// measures/: a number of the site, by student group: counts of students and a value for each. No
// student's name stands here; small groups are hidden where they leave the journal (suppression.h).
#pragma once

#include "model/common.h"

namespace coach {

/// The word for the total of a dimension.
inline constexpr std::string_view all_groups = "all";

// clang-format off
struct MeasuredGroup {
  std::vector<std::string> group;  // a word for each dimension; `all` for its total
  int count = 0;
  std::optional<double> value;
  bool operator==(const MeasuredGroup&) const = default;
};
template <> inline constexpr auto fields<MeasuredGroup> = std::tuple{
  Field{"group", &MeasuredGroup::group, Need::required, Holds::plain, "a word for each dimension; all for its total"},
  Field{"count", &MeasuredGroup::count, Need::required, Holds::plain, "students in it"},
  Field{"value", &MeasuredGroup::value, Need::optional, Holds::plain, "a number"},
};
static_assert(well_described<MeasuredGroup>);

struct Measure {
  Date date{};
  std::string name;
  std::string unit;
  std::string source;
  std::string period;
  std::optional<bool> baseline;
  std::vector<std::string> by;
  Common common;
  std::vector<MeasuredGroup> groups;
  bool operator==(const Measure&) const = default;
};
template <> inline constexpr auto fields<Measure> = std::tuple{
  Field{"date",     &Measure::date,     Need::required, Holds::plain, "the day it stands for"},
  Field{"name",     &Measure::name,     Need::required, Holds::plain, "what was measured"},
  Field{"unit",     &Measure::unit,     Need::optional, Holds::plain, "of the values: %, points, days"},
  Field{"source",   &Measure::source,   Need::optional, Holds::plain, "where it comes from"},
  Field{"period",   &Measure::period,   Need::optional, Holds::plain, "the time it covers, in words"},
  Field{"baseline", &Measure::baseline, Need::optional, Holds::plain, "true: later ones are held against this"},
  Field{"by",       &Measure::by,       Need::required, Holds::plain, "the dimensions of its groups, one or two"},
  Spliced{&Measure::common},
  Field{"groups",   &Measure::groups,   Need::optional, Holds::plain, "students and value of each group"}.by_program(),
};
static_assert(well_described<Measure>);
template <> inline constexpr KindInfo kind_of<Measure> = {
  "measure", "measures", "measures", Naming::dated, "name", "a number of the site, by student group"};
// clang-format on

}  // namespace coach
