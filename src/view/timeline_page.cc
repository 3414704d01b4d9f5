// Everything dated, a month under its heading, gaps named in their place.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.h"
#include "view/pages.h"

namespace coach {
namespace {

/// Four letters find a dated record; what a slug says stands in the line already.
bool has_short_id(TimelineKind kind) {
  return kind != TimelineKind::goal && kind != TimelineKind::activity &&
         kind != TimelineKind::cycle && kind != TimelineKind::engagement &&
         kind != TimelineKind::gap;
}

Piece mark_of(const TimelineEntry& entry) {
  if (entry.to_come) return glyph("·", ".", Tone::dim);
  if (entry.finished) return glyph("✓", "x", Tone::good);
  switch (entry.kind) {
    case TimelineKind::session:
      return glyph("●", "*");
    case TimelineKind::observation:
      return glyph("○", "o");
    case TimelineKind::conversation:
      return glyph("◇", "~");
    case TimelineKind::evidence:
      return glyph("■", "=");
    case TimelineKind::agreement:
      return glyph("§", "$");
    case TimelineKind::rating:
      return glyph("◆", "+");
    case TimelineKind::feedback:
      return glyph("▹", ">");
    case TimelineKind::measure:
      return glyph("▫", "#");
    case TimelineKind::cycle:
      return glyph("↻", "@");
    case TimelineKind::goal:
      return glyph("◎", "&");
    case TimelineKind::activity:
      return glyph("▸", ">");
    case TimelineKind::engagement:
      return glyph("▪", "#");
    case TimelineKind::gap:
      return {};
  }
  return {};
}

/// "Tue", " 8": in two columns, so that the numbers line up right.
std::string weekday(Date day) { return short_day(day).substr(0, 3); }
std::string day_number(Date day) { return std::to_string(static_cast<unsigned>(day.day())); }

/// What is planned says so in the column of kinds.
std::string what_of(const TimelineEntry& entry) {
  constexpr std::string_view said = "planned: ";
  return entry.to_come && entry.what.starts_with(said) ? entry.what.substr(said.size())
                                                       : entry.what;
}

Row as_row(const TimelineEntry& entry) {
  Line what = plain(what_of(entry));
  if (entry.minutes) what.push_back({fmt::format(", {} min", entry.minutes->count)});
  return {{plain(weekday(entry.date)), plain(day_number(entry.date)), Line{mark_of(entry)},
           plain(entry.to_come ? "planned" : std::string(word_of(entry.kind))), what,
           toned(has_short_id(entry.kind) ? entry.id : "", Tone::dim),
           toned(fmt::format("{}", fmt::join(entry.elements, ", ")), Tone::dim)},
          {}};
}

Row gap_row(const TimelineEntry& entry) {
  const std::string words =
      entry.what.empty()
          ? fmt::format("{} without an entry",
                        counted(static_cast<std::size_t>(entry.weeks.value_or(0)), "week"))
          : entry.what;
  return {{Line{}, Line{}, Line{}, Line{}, toned(words, Tone::warn), Line{}, Line{}}, {}};
}

TableBlock table_of(const Timeline& timeline) {
  TableBlock table{.columns = {{.title = "Day", .tight = true},
                               {.title = "", .right = true},
                               {.title = "", .tight = true},
                               {.title = "Kind"},
                               {.title = "What", .shrinks = true, .wraps = true},
                               {.title = "Id", .rank = 1},
                               {.title = "Elements", .rank = 2, .shrinks = true}},
                   .titles = false,
                   .indent = 2};
  std::string month;
  for (const auto& entry : timeline.entries) {
    Row row = entry.kind == TimelineKind::gap ? gap_row(entry) : as_row(entry);
    const std::string here = month_year(entry.date);
    // A gap belongs to no month: it stands between two.
    if (here != month && entry.kind != TimelineKind::gap) row.group = plain(month = here);
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

Page timeline_page(const Timeline& timeline) {
  Page page;
  if (timeline.entries.empty()) {
    page.blocks = {Paragraph{plain(fmt::format(
        "No entry yet.  coach log-session {0} keeps a meeting, coach log-observation {0} a visit",
        timeline.client))}};
    return page;
  }
  page.blocks = {table_of(timeline)};
  return page;
}

}  // namespace coach
