// Site data by student group: from the baseline to now, and whether the gap between groups closes.
// For the coach's own screen: nothing is hidden here (suppression.h hides what leaves).
#pragma once

#include "model/see.h"

namespace coach {

enum class GapMoves { closes, widens, stays };
// clang-format off
template <> inline constexpr std::array words<GapMoves> = {
  Word{GapMoves::closes, "closes", "smaller than at the baseline"},
  Word{GapMoves::widens, "widens", "larger than at the baseline"},
  Word{GapMoves::stays,  "stays",  "as at the baseline"},
};

struct GroupOverTime {
  std::string group;
  std::optional<int> count;           // students now; missing: not in the latest
  std::optional<double> baseline;
  std::optional<double> now;
  std::optional<double> change;
  std::vector<double> values;         // oldest first
  bool operator==(const GroupOverTime&) const = default;
};
template <> inline constexpr auto fields<GroupOverTime> = std::tuple{
  Field{"group",    &GroupOverTime::group,    Need::required, Holds::plain, "of students"},
  Field{"count",    &GroupOverTime::count,    Need::optional, Holds::plain, "students now"},
  Field{"baseline", &GroupOverTime::baseline, Need::optional, Holds::plain, "value then"},
  Field{"now",      &GroupOverTime::now,      Need::optional, Holds::plain, "value now"},
  Field{"change",   &GroupOverTime::change,   Need::optional, Holds::plain, "since the baseline"},
  Field{"values",   &GroupOverTime::values,   Need::required, Holds::plain, "oldest first"},
};
static_assert(complete<GroupOverTime>);

/// Between the two groups that lay furthest apart at the baseline, or those asked for.
struct GroupGap {
  std::string high;
  std::string low;
  double baseline = 0;
  double now = 0;
  GapMoves moves = GapMoves::stays;
  bool operator==(const GroupGap&) const = default;
};
template <> inline constexpr auto fields<GroupGap> = std::tuple{
  Field{"high",     &GroupGap::high,     Need::required, Holds::plain, "the group with the higher value then"},
  Field{"low",      &GroupGap::low,      Need::required, Holds::plain, "the group with the lower value then"},
  Field{"baseline", &GroupGap::baseline, Need::required, Holds::plain, "how far apart then"},
  Field{"now",      &GroupGap::now,      Need::required, Holds::plain, "how far apart now; below 0: they changed places"},
  Field{"moves",    &GroupGap::moves,    Need::required, Holds::plain, "whether it closes"},
};
static_assert(complete<GroupGap>);

struct MeasureOverTime {
  std::string name;
  std::string unit;
  std::string by;                     // its dimensions
  Date baseline{};
  Date now{};
  int records = 0;
  std::string source;                 // of the latest
  std::vector<GroupOverTime> groups;
  std::optional<GroupGap> gap;
  bool operator==(const MeasureOverTime&) const = default;
};
template <> inline constexpr auto fields<MeasureOverTime> = std::tuple{
  Field{"name",     &MeasureOverTime::name,     Need::required, Holds::plain, "what was measured"},
  Field{"unit",     &MeasureOverTime::unit,     Need::required, Holds::plain, "of the values"},
  Field{"by",       &MeasureOverTime::by,       Need::required, Holds::plain, "the dimensions of its groups"},
  Field{"baseline", &MeasureOverTime::baseline, Need::required, Holds::plain, "the day it is held against"},
  Field{"now",      &MeasureOverTime::now,      Need::required, Holds::plain, "the latest day"},
  Field{"records",  &MeasureOverTime::records,  Need::required, Holds::plain, "how many there are"},
  Field{"source",   &MeasureOverTime::source,   Need::required, Holds::plain, "of the latest"},
  Field{"groups",   &MeasureOverTime::groups,   Need::required, Holds::plain, "in the order of the latest"},
  Field{"gap",      &MeasureOverTime::gap,      Need::optional, Holds::plain, "between two groups"},
};
static_assert(complete<MeasureOverTime>);

struct Measures {
  std::string client;
  Date today{};
  std::vector<MeasureOverTime> measures;
  bool operator==(const Measures&) const = default;
};
template <> inline constexpr auto fields<Measures> = std::tuple{
  Field{"client",   &Measures::client,   Need::required, Holds::plain, "code"},
  Field{"today",    &Measures::today,    Need::required, Holds::plain, "the day it was asked for"},
  Field{"measures", &Measures::measures, Need::required, Holds::plain, "by name"},
};
static_assert(complete<Measures>);
// clang-format on

/// Records of one name are one measure, upper and lower case alike. `name`: only measures that hold
/// it. `between`: the two groups of the gap, else those furthest apart at the baseline.
Measures measures_over_time(const Seen& seen, Date today, std::string_view name,
                            const std::vector<std::string>& between);

/// "black / 3": the words of a group, its totals left out; "all" where nothing is left.
std::string group_name(const MeasuredGroup& group);

}  // namespace coach
