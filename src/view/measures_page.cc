// Site data by student group: from the baseline to now, each group's way as a small chart, and the
// gap between two groups.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "view/pages.h"

namespace coach {
namespace {

/// As few digits as tell it: 62, 62.5.
std::string number(double value) {
  const double tenths = std::round(value * 100) / 100;
  return fmt::format("{:g}", tenths == 0 ? 0 : tenths);
}

std::string number(const std::optional<double>& value) { return value ? number(*value) : "-"; }

std::string signed_number(double value) {
  const std::string text = number(value);
  return value > 0 ? "+" + text : text;
}

/// Heights from 1 to 8 between the least and the greatest value of the whole measure.
Trend chart(const GroupOverTime& group, double least, double greatest) {
  constexpr int steps = 8;
  Trend trend{.heights = {}, .top = steps};
  for (const double value : group.values) {
    const double along = greatest > least ? (value - least) / (greatest - least) : 0.5;
    trend.heights.push_back(1 + static_cast<int>(std::lround(along * (steps - 1))));
  }
  return trend;
}

Line gap_line(const GroupGap& gap, const std::string& unit) {
  const std::string of = unit.empty() ? "" : unit == "%" ? " points" : " " + unit;
  Line line{{fmt::format("{} above {}: {}{} then, {} now, ", gap.high, gap.low,
                         number(gap.baseline), of, number(std::abs(gap.now)))}};
  const double by = std::abs(std::abs(gap.baseline) - std::abs(gap.now));
  line.push_back(gap.moves == GapMoves::stays
                     ? Piece{"as it was"}
                     : Piece{fmt::format("{} by {}", word_of(gap.moves), number(by)),
                             gap.moves == GapMoves::closes ? Tone::good : Tone::warn});
  if (gap.now < 0 && gap.baseline > 0) line.push_back({"; they changed places"});
  return line;
}

}  // namespace

Page measures_page(const Measures& answer) {
  if (answer.measures.empty())
    return {{Paragraph{plain(fmt::format(
        "No measure of that name yet.  coach log-measure {} \"Reading\" --group all=120:54",
        answer.client))}}};
  Page page{
      {Heading{dotted({display_code(answer.client), "site data"}), plain(full_day(answer.today))}}};
  for (const auto& measure : answer.measures) {
    const bool moved = measure.now != measure.baseline;
    page.blocks.emplace_back(Gap{});
    page.blocks.emplace_back(Heading{dotted({measure.name, measure.unit}),
                                     toned(fmt::format("by {}", measure.by), Tone::dim), 2});
    TableBlock table{
        .columns = {{.title = "Group", .shrinks = true},
                    {.title = "students", .right = true, .rank = 1},
                    {.title = near_day(measure.baseline, answer.today), .right = true}}};
    if (moved) {
      table.columns.push_back({.title = near_day(measure.now, answer.today), .right = true});
      table.columns.push_back({.title = "change", .right = true});
      table.columns.push_back({.title = "way", .rank = 2});
    }
    double least = 0, greatest = 0;
    bool any = false;
    for (const auto& group : measure.groups)
      for (const double value : group.values) {
        least = any ? std::min(least, value) : value;
        greatest = any ? std::max(greatest, value) : value;
        any = true;
      }
    for (const auto& group : measure.groups) {
      Row row{{plain(group.group), plain(group.count ? std::to_string(*group.count) : "-"),
               plain(number(group.baseline))},
              {}};
      if (moved) {
        row.cells.emplace_back(toned(number(group.now), Tone::strong));
        row.cells.emplace_back(plain(group.change ? signed_number(*group.change) : "-"));
        row.cells.emplace_back(chart(group, least, greatest));
      }
      table.rows.push_back(std::move(row));
    }
    page.blocks.emplace_back(std::move(table));
    if (measure.gap && moved)
      page.blocks.emplace_back(
          Fact{.label = "Gap", .lines = {gap_line(*measure.gap, measure.unit)}, .right = {}});
    if (!measure.source.empty())
      page.blocks.emplace_back(
          Fact{.label = "Source", .lines = {toned(measure.source, Tone::dim)}, .right = {}});
  }
  return page;
}

}  // namespace coach
