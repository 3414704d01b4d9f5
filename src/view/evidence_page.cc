// What there is, what was agreed and is not there, and levels that moved with nothing behind them.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "model/engagement.h"
#include "view/pages.h"

namespace coach {
namespace {

Line latest_of(const EvidenceRow& row, Date today) {
  if (row.days_late) return toned(fmt::format("not there, {} d late", *row.days_late), Tone::bad);
  if (!row.latest)
    return toned(row.by ? fmt::format("due {}", near_day(*row.by, today)) : "nothing yet",
                 row.about == EvidenceAbout::indicator ? Tone::plain : Tone::warn);
  return plain(fmt::format("{}  {}", near_day(*row.latest, today), row.latest_title));
}

void add_rows(Page& page, const EvidenceMap& answer, EvidenceAbout about, const char* heading) {
  TableBlock table{.columns = {{.title = "What", .shrinks = true, .wraps = true},
                               {.title = "Records", .right = true},
                               {.title = "Latest", .shrinks = true},
                               {.title = "Id", .rank = 1}},
                   .titles = false,
                   .indent = 2,
                   .heading = heading};
  for (const auto& row : answer.rows) {
    if (row.about != about) continue;
    table.rows.push_back(
        {{plain(row.title), plain(row.records ? std::to_string(row.records) : "-"),
          latest_of(row, answer.today),
          toned(
              row.about == EvidenceAbout::indicator && row.records == 0 ? row.name : row.latest_id,
              Tone::dim)},
         {}});
  }
  if (table.rows.empty()) return;
  if (!page.blocks.empty()) page.blocks.emplace_back(Gap{});
  page.blocks.emplace_back(Paragraph{toned(heading, Tone::strong)});
  table.heading.clear();
  page.blocks.emplace_back(std::move(table));
}

}  // namespace

Page evidence_page(const EvidenceMap& answer) {
  Page page{
      {Heading{dotted({display_code(answer.client), "evidence"}), plain(full_day(answer.today))}}};
  add_rows(page, answer, EvidenceAbout::goal, "Goals");
  add_rows(page, answer, EvidenceAbout::element, "Elements");
  add_rows(page, answer, EvidenceAbout::indicator, "Agreed");
  if (!answer.bare_moves.empty()) {
    page.blocks.emplace_back(Gap{});
    page.blocks.emplace_back(Paragraph{toned("Moved with nothing behind it", Tone::strong)});
    for (const auto& move : answer.bare_moves)
      page.blocks.emplace_back(
          Paragraph{Line{{move.title},
                         {fmt::format("  {} ", move.by)},
                         {std::to_string(move.from)},
                         glyph(" → ", " -> "),
                         {fmt::format("{}, {}  ", move.to, near_day(move.date, answer.today))},
                         {move.id, Tone::dim}},
                    2});
  }
  if (page.blocks.size() == 1)
    page.blocks = {Paragraph{plain(fmt::format(
        "Nothing to show yet.  coach log-evidence {} keeps a thing, coach goal add {} a goal",
        answer.client, answer.client))}};
  return page;
}

Page rating_history_page(const RatingHistory& answer, bool one_element) {
  if (answer.ratings.empty())
    return {
        {Paragraph{plain(fmt::format("No ratings yet.  coach rubric assess {}", answer.client))}}};
  TableBlock table{.columns = {{.title = "Day"},
                               {.title = "By"},
                               {.title = "Level"},
                               {.title = "Why", .shrinks = true, .wraps = true},
                               {.title = "Rests on", .rank = 1},
                               {.title = "Id", .rank = 2}},
                   .indent = 2};
  std::string element;
  for (const auto& rating : answer.ratings) {
    std::string why = rating.note;
    if (!rating.gap.empty()) why += (why.empty() ? "left: " : "; left: ") + rating.gap;
    Row row{{plain(long_day(rating.date).substr(4)),
             plain(rating.rater.empty() ? rating.by : rating.rater), plain(rating.level),
             plain(fmt::format("{}", fmt::join(lines_of(why), " "))),
             toned(fmt::format("{}", fmt::join(rating.evidence, " ")), Tone::dim),
             toned(rating.id, Tone::dim)},
            {}};
    if (rating.title != element) row.group = plain(element = rating.title);
    table.rows.push_back(std::move(row));
  }
  Page page{
      {Heading{dotted({display_code(answer.client), "ratings"}), {}}, Gap{}, std::move(table)}};
  if (!one_element) return page;
  // What the levels that were given say, each once, lowest first.
  auto levels = answer.ratings;
  std::ranges::stable_sort(levels, {}, &RatingRow::number);
  levels.erase(
      std::unique(levels.begin(), levels.end(),
                  [](const RatingRow& a, const RatingRow& b) { return a.level == b.level; }),
      levels.end());
  page.blocks.emplace_back(Gap{});
  for (const auto& level : levels)
    if (!level.reads.empty()) page.blocks.emplace_back(Fact{level.level, {plain(level.reads)}, {}});
  return page;
}

Page search_page(const SearchAnswer& answer) {
  if (answer.hits.empty())
    return {{Paragraph{plain(fmt::format("No record holds {}.", listed(answer.words)))}}};
  TableBlock table{.columns = {{.title = "Client"},
                               {.title = "Day", .rank = 1},
                               {.title = "Record"},
                               {.title = "Id"},
                               {.title = "Field", .rank = 2},
                               {.title = "Line", .shrinks = true, .wraps = true}},
                   .titles = false};
  std::string last;
  for (const auto& hit : answer.hits) {
    const std::string here = hit.client + hit.kind + hit.id;
    const bool again = here == last;
    last = here;
    table.rows.push_back(
        {{plain(again ? "" : hit.client), plain(again || !hit.date ? "" : iso(*hit.date)),
          plain(again ? "" : hit.kind), toned(again ? "" : hit.id, Tone::dim),
          toned(hit.field, Tone::dim), plain(hit.line)},
         {}});
  }
  return {
      {std::move(table), Gap{},
       Paragraph{toned(counted(static_cast<std::size_t>(answer.records), "record"), Tone::dim)}}};
}

}  // namespace coach
