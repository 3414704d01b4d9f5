// The half-year review, and the theory of action link by link.
#include <fmt/format.h>

#include "base/text.h"
#include "view/pages.h"

namespace coach {
namespace {

std::string level(const std::optional<int>& number) {
  return number ? std::to_string(*number) : "-";
}

void add_heading(Page& page, const char* text) {
  page.blocks.emplace_back(Gap{});
  page.blocks.emplace_back(Paragraph{toned(text, Tone::strong)});
}

void add_none(Page& page, const char* text) {
  page.blocks.emplace_back(Paragraph{toned(text, Tone::dim), 2});
}

void add_ratings(Page& page, const Comparison& answer) {
  add_heading(page, "Ratings");
  if (answer.ratings.empty()) return add_none(page, "no level moved");
  TableBlock table{.columns = {{.title = "", .tight = true},
                               {.title = "Element", .shrinks = true, .wraps = true},
                               {.title = "Move"},
                               {.title = "Target"}},
                   .titles = false,
                   .indent = 2};
  for (const auto& row : answer.ratings) {
    const bool fell = row.was && row.now && *row.now < *row.was;
    const std::string move = row.was ? fmt::format("{} → {}", level(row.was), level(row.now))
                                     : fmt::format("first {}", level(row.now));
    Piece piece =
        glyph(move, row.was ? fmt::format("{} -> {}", level(row.was), level(row.now)) : move,
              fell ? Tone::warn : Tone::plain);
    table.rows.push_back(
        {{row.in_focus ? Line{glyph("▸", ">", Tone::strong)} : Line{}, plain(row.title),
          Line{std::move(piece)},
          !row.target                          ? Line{}
          : row.now && *row.now >= *row.target ? toned("target reached", Tone::good)
                                               : plain(fmt::format("target {}", *row.target))},
         {}});
  }
  page.blocks.emplace_back(std::move(table));
}

void add_moves(Page& page, const char* heading, const std::vector<StatusMove>& moves) {
  add_heading(page, heading);
  if (moves.empty()) return add_none(page, "no change");
  TableBlock table{.columns = {{.title = "Title", .shrinks = true, .wraps = true},
                               {.title = "Move"},
                               {.title = "Steps"}},
                   .titles = false,
                   .indent = 2};
  for (const auto& row : moves)
    table.rows.push_back(
        {{plain(row.title),
          plain(row.was.empty()      ? "new, " + row.now
                : row.was == row.now ? row.now
                                     : fmt::format("{}, was {}", row.now, row.was)),
          plain(row.steps_done > 0
                    ? fmt::format("{} done",
                                  counted(static_cast<std::size_t>(row.steps_done), "step"))
                    : "")},
         {}});
  page.blocks.emplace_back(std::move(table));
}

}  // namespace

Page comparison_page(const Comparison& answer) {
  Page page{
      {Heading{dotted({display_code(answer.client),
                       fmt::format("{} to {}", long_day(answer.from), long_day(answer.to))}),
               toned(answer.rubric, Tone::dim)},
       Paragraph{plain(fmt::format("{} held, {} together",
                                   counted(static_cast<std::size_t>(answer.sessions), "session"),
                                   hours(answer.minutes.count)))}}};
  add_ratings(page, answer);
  add_moves(page, "Goals", answer.goals);
  add_moves(page, "Activities", answer.activities);
  add_heading(page, "Feedback");
  if (answer.feedback.given == 0 && answer.changes_seen == 0) {
    add_none(page, "none was given");
  } else {
    std::string text = fmt::format("{} given", answer.feedback.given);
    if (answer.feedback.looked_at > 0)
      text += fmt::format(", {} of {} looked at changed practice", answer.feedback.changed,
                          answer.feedback.looked_at);
    text += fmt::format("; {} seen in these months",
                        counted(static_cast<std::size_t>(answer.changes_seen), "change"));
    page.blocks.emplace_back(Paragraph{plain(text), 2});
  }
  add_heading(page, "Evidence");
  const auto add_others = [&] {
    if (answer.other_records == 0) return;
    const std::string text = fmt::format(
        "{}{} other {} a goal or an element", answer.evidence.empty() ? "" : "and ",
        answer.other_records, answer.other_records == 1 ? "record names" : "records name");
    page.blocks.emplace_back(Paragraph{toned(text, Tone::dim), 2});
  };
  if (answer.evidence.empty()) {
    add_none(page, "no evidence was kept");
    add_others();
    return page;
  }
  TableBlock table{.columns = {{.title = "Day"},
                               {.title = "What", .shrinks = true, .wraps = true},
                               {.title = "Shows", .rank = 1, .shrinks = true, .wraps = true},
                               {.title = "Id"}},
                   .titles = false,
                   .indent = 2};
  for (const auto& row : answer.evidence)
    table.rows.push_back({{plain(near_day(row.date, answer.today)), plain(row.title),
                           toned(fmt::format("{}", fmt::join(row.shows, ", ")), Tone::dim),
                           toned(row.id, Tone::dim)},
                          {}});
  page.blocks.emplace_back(std::move(table));
  add_others();
  return page;
}

Page theory_check_page(const TheoryCheck& answer) {
  Page page{{Heading{
      dotted({display_code(answer.client), "theory of action, link by link"}),
      answer.broken > 0
          ? toned(fmt::format("{} of {} broken", answer.broken, answer.links.size()), Tone::warn)
          : toned("every link holds", Tone::good)}}};
  int statement = 0;
  for (const auto& link : answer.links) {
    if (link.statement != statement) page.blocks.emplace_back(Gap{});
    statement = link.statement;
    static constexpr std::string_view labels[] = {"If", "then", "so that"};
    Fact fact{.label = std::string(labels[static_cast<std::size_t>(link.part)])};
    for (const auto& text : link.says) fact.lines.push_back(toned(text, Tone::strong));
    for (const auto& support : link.supports)
      fact.lines.push_back(
          Line{support.holds ? glyph("✓", "x", Tone::good) : glyph("·", ".", Tone::dim),
               {" " + support.what},
               {"  " + support.state, Tone::dim},
               {"  " + support.id, Tone::dim}});
    if (!link.breaks.empty()) {
      fact.lines.push_back(Line{glyph("✗", "!", Tone::warn), {" " + link.breaks, Tone::warn}});
      if (!link.hint.empty()) fact.lines.push_back(toned("  " + link.hint, Tone::dim));
    }
    page.blocks.emplace_back(std::move(fact));
  }
  return page;
}

}  // namespace coach
