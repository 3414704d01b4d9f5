// From one rubric to another, two raters side by side, and the ratings of a year by occasion.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "base/text.h"
#include "view/pages.h"

namespace coach {
namespace {

Line target_line(const CounterpartRow& row) {
  if (row.target.empty()) return {};
  Line line = plain(row.target);
  line.push_back(row.target_fits ? Piece{", set anew", Tone::good}
                                 : Piece{", does not fit", Tone::warn});
  return line;
}

Line becomes(const CounterpartRow& row) {
  switch (row.how) {
    case Counterpart::kept:
      return plain(row.after_title);
    case Counterpart::mapped:
      return toned(row.after_title, Tone::strong);
    case Counterpart::gone:
      return toned("nothing", Tone::warn);
    case Counterpart::added:
      return Line{{row.after_title}, {"  new", Tone::dim}};
  }
  return {};
}

}  // namespace

Page rubric_change_page(const RubricChange& answer) {
  TableBlock table{.columns = {{.title = answer.before, .shrinks = true, .wraps = true},
                               {.title = answer.after, .shrinks = true, .wraps = true},
                               {.title = "target", .shrinks = true, .wraps = true}}};
  for (const auto& row : answer.rows)
    table.rows.push_back({{plain(row.before_title), becomes(row), target_line(row)}, {}});
  const auto gone = std::ranges::count(answer.rows, Counterpart::gone, &CounterpartRow::how);
  Page page{{Heading{dotted({display_code(answer.client), "another rubric"})}, Gap{},
             std::move(table), Gap{}}};
  if (gone > 0)
    page.blocks.emplace_back(Paragraph{
        toned(fmt::format("{} no counterpart: --map OLD=NEW names one",
                          gone == 1 ? "One element has" : fmt::format("{} elements have", gone)),
              Tone::warn)});
  return page;
}

Page rater_agreement_page(const RaterAgreement& answer) {
  const std::string one(word_of(answer.one)), other(word_of(answer.other));
  Page page{{Heading{dotted({display_code(answer.client), fmt::format("{} and {}", one, other)}),
                     toned(answer.rubric, Tone::dim)},
             Gap{}}};
  if (answer.both == 0) {
    page.blocks.emplace_back(Paragraph{
        plain(fmt::format("No element was rated by both yet.  coach rubric assess {} --by {}",
                          answer.client, other))});
    return page;
  }
  page.blocks.emplace_back(
      Fact{.label = "Exact",
           .lines = {plain(fmt::format("{} of {}", answer.exact, answer.both))},
           .right = {}});
  page.blocks.emplace_back(Fact{.label = "Within one level",
                                .lines = {plain(fmt::format("{} of {}, exact ones included",
                                                            answer.within_one, answer.both))},
                                .right = {}});
  page.blocks.emplace_back(Gap{});
  TableBlock table{.columns = {{.title = "Element", .shrinks = true, .wraps = true},
                               {.title = one, .right = true},
                               {.title = other, .right = true},
                               {.title = "apart", .right = true}}};
  for (const auto& row : answer.rows)
    table.rows.push_back(
        {{plain(row.title), plain(std::to_string(row.one)), plain(std::to_string(row.other)),
          row.apart == 0 ? toned("same", Tone::dim)
                         : toned(std::to_string(std::abs(row.apart)),
                                 std::abs(row.apart) > 1 ? Tone::warn : Tone::plain)},
         {}});
  page.blocks.emplace_back(std::move(table));
  page.blocks.emplace_back(Gap{});
  page.blocks.emplace_back(
      Paragraph{toned("levels: " + levels_in_words(answer.levels), Tone::dim)});
  page.blocks.emplace_back(Paragraph{
      toned(fmt::format("{} of {} elements were rated by both. For calibration, not a score.",
                        answer.both, answer.elements),
            Tone::dim)});
  return page;
}

Page occasions_page(const Occasions& answer) {
  TableBlock table{.columns = {{.title = "", .shrinks = true, .wraps = true}}};
  for (const auto& occasion : answer.occasions)
    table.columns.push_back({.title = occasion, .shrinks = true});
  table.columns.push_back({.title = "artifacts", .right = true});
  for (const auto& row : answer.rows) {
    Row made{{plain(row.title)}, {}};
    for (const auto& level : row.levels)
      made.cells.emplace_back(level == "-" ? toned("-", Tone::dim) : plain(level));
    made.cells.emplace_back(row.artifacts > 0 ? plain(std::to_string(row.artifacts))
                                              : toned("none", Tone::warn));
    table.rows.push_back(std::move(made));
  }
  Page page{{Heading{dotted({display_code(answer.client), answer.rubric,
                             std::string(word_of(answer.by))}),
                     plain(near_day(answer.as_of, answer.as_of))},
             Gap{}, std::move(table), Gap{}}};
  page.blocks.emplace_back(
      Fact{.label = "No artifact",
           .lines = {plain(answer.without.empty() ? std::string("none is without one")
                                                  : listed(answer.without))},
           .right = {}});
  return page;
}

}  // namespace coach
