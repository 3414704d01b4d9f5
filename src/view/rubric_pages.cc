// A rubric to read, and where a client stands in each of its elements.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "model/engagement.h"
#include "view/pages.h"

namespace coach {
namespace {

constexpr std::size_t trend_shown = 12;  // the latest ratings; more is a graph, not a word

/// "developmental-leadership@1" -> "developmental-leadership v1".
std::string shown_name(std::string_view rubric) {
  const auto at = rubric.rfind('@');
  if (at == std::string_view::npos) return std::string(rubric);
  return fmt::format("{} v{}", rubric.substr(0, at), rubric.substr(at + 1));
}

Line number(std::optional<int> level) {
  return level ? plain(std::to_string(*level)) : toned("-", Tone::dim);
}

Track track_of(const ElementStanding& standing, int levels) {
  return {.levels = levels,
          .baseline = standing.baseline.value_or(0),
          .now = standing.now.value_or(0),
          .other = standing.other.value_or(0),
          .target = standing.target.value_or(0)};
}

Trend trend_of(const ElementStanding& standing, int levels) {
  Trend trend{.heights = {}, .top = levels};
  const auto skipped = standing.trend.size() - std::min(standing.trend.size(), trend_shown);
  for (std::size_t i = skipped; i < standing.trend.size(); ++i)
    trend.heights.push_back(standing.trend[i].level);
  return trend;
}

Line steps_left(const ElementStanding& standing) {
  if (standing.to_go == 0) return toned("0", Tone::good);
  return standing.in_focus ? number(standing.to_go) : toned("-", Tone::dim);
}

Line reads(const ElementStanding& standing, const Rubric& rubric, std::optional<int> level) {
  const Element* element = find_element(rubric, standing.element);
  if (!element || !level || !standing.in_focus) return {};
  return plain(std::string(descriptor(rubric, *element, {*level})));
}

Row standing_row(const ElementStanding& standing, const RubricStatus& status, const Rubric& rubric,
                 bool wide) {
  const int levels = static_cast<int>(status.levels.size());
  Row row;
  row.cells = {standing.in_focus ? Line{glyph("▸", ">", Tone::strong)} : Line{},
               Line{{standing.title, standing.in_focus ? Tone::strong : Tone::plain}},
               track_of(standing, levels),
               number(standing.baseline),
               number(standing.now),
               number(standing.other),
               steps_left(standing),
               trend_of(standing, levels)};
  if (wide) {
    row.cells.emplace_back(reads(standing, rubric, standing.now));
    row.cells.emplace_back(reads(standing, rubric, standing.target));
  }
  return row;
}

/// Whose levels stand beside those of the rater looked at.
Rater beside(Rater by) { return by == Rater::self ? Rater::coach : Rater::self; }

TableBlock standing_table(const RubricStatus& status, const Rubric& rubric, bool wide) {
  TableBlock table;
  table.columns = {{.title = "", .tight = true},
                   {.title = "", .shrinks = true},
                   {.title = "Level"},
                   {.title = "base", .right = true, .rank = 2},
                   {.title = std::string(word_of(status.by)), .right = true},
                   {.title = std::string(word_of(beside(status.by))), .right = true, .rank = 1},
                   {.title = "to", .right = true, .rank = 3},
                   {.title = "trend", .rank = 4}};
  if (wide) {
    table.columns.push_back({.title = "now", .rank = 5, .shrinks = true, .wraps = true});
    table.columns.push_back({.title = "target", .rank = 5, .shrinks = true, .wraps = true});
  }
  std::string domain;
  for (const auto& standing : status.standing) {
    Row row = standing_row(standing, status, rubric, wide);
    if (standing.domain != domain) row.group = plain(domain = standing.domain);
    table.rows.push_back(std::move(row));
  }
  return table;
}

Line legend(const RubricStatus& status) {
  Line line = {glyph("▸", ">"), {" in focus   "}, glyph("○", "o"), {" baseline   "},
               glyph("●", "*"), {" now   "},      glyph("◉", "&"), {" both   "}};
  const bool differs = std::ranges::any_of(status.standing, [](const ElementStanding& one) {
    return one.other && one.other != one.now;
  });
  if (differs) {
    line.push_back(glyph("◇", "c"));
    line.push_back({fmt::format(" {}   ", word_of(beside(status.by)))});
  }
  line.push_back(glyph("◎", "@"));
  line.push_back({" target   to: levels to go"});
  for (auto& piece : line) piece.tone = Tone::dim;
  return line;
}

/// How much was recorded about what she works on.
void add_evidence(Page& page, const RubricStatus& status) {
  std::vector<std::string> parts;
  for (const auto& standing : status.standing)
    if (standing.in_focus) parts.push_back(fmt::format("{} {}", standing.title, standing.evidence));
  if (!parts.empty()) page.blocks.emplace_back(Fact{"Evidence", {dotted(parts)}, {}});
}

/// What is left to do where a rating says so, and what it rests on.
void add_gaps(Page& page, const RubricStatus& status) {
  TableBlock table{.columns = {{.title = "Element", .shrinks = true, .wraps = true},
                               {.title = "Level"},
                               {.title = "Left to do", .shrinks = true, .wraps = true},
                               {.title = "Rests on", .rank = 1, .shrinks = true, .wraps = true}}};
  for (const auto& standing : status.standing) {
    if (standing.gap.empty() || !standing.now) continue;
    table.rows.push_back(
        {{plain(standing.title),
          plain(folded(status.levels[static_cast<std::size_t>(*standing.now - 1)])),
          plain(standing.gap),
          standing.rests_on.empty() ? toned("nothing", Tone::warn)
                                    : plain(fmt::format("{}", fmt::join(standing.rests_on, ", ")))},
         {}});
  }
  if (table.rows.empty()) return;
  page.blocks.emplace_back(Gap{});
  page.blocks.emplace_back(std::move(table));
}

bool has_marks(const RubricStatus& status) {
  return std::ranges::any_of(status.standing, [](const ElementStanding& one) {
    return one.now || one.other || one.target;
  });
}

std::string day_year(Date day) {
  return fmt::format("{} {}", day_month(day), static_cast<int>(day.year()));
}

void add_element(Page& page, const Rubric& rubric, const Element& element) {
  page.blocks.emplace_back(Gap{});
  page.blocks.emplace_back(
      Heading{{{element.title, Tone::strong}, {"  "}, {element.key, Tone::dim}}, {}, 3});
  if (!element.prompt.empty()) page.blocks.emplace_back(Paragraph{plain(element.prompt), 2});
  TableBlock table{.columns = {{.title = "", .right = true, .tight = true},
                               {.title = "Level"},
                               {.title = "Reads", .shrinks = true, .wraps = true}},
                   .titles = false,
                   .indent = 2};
  for (int level = 1; level <= static_cast<int>(rubric.levels.size()); ++level) {
    const auto& title = rubric.levels[static_cast<std::size_t>(level - 1)].title;
    table.rows.push_back({{plain(std::to_string(level)), plain(title),
                           plain(std::string(descriptor(rubric, element, {level})))},
                          {}});
  }
  page.blocks.emplace_back(std::move(table));
  if (element.indicators.empty()) return;
  TableBlock signs{.columns = {{.title = "", .tight = true},
                               {.title = "One would look at", .shrinks = true, .wraps = true}},
                   .titles = false,
                   .indent = 2};
  for (const auto& indicator : element.indicators)
    signs.rows.push_back({{Line{glyph("·", "-", Tone::dim)}, toned(indicator, Tone::dim)}, {}});
  page.blocks.emplace_back(Paragraph{toned("One would look at", Tone::dim), 2});
  page.blocks.emplace_back(std::move(signs));
}

void add_domain(Page& page, const Rubric& rubric, const Domain& domain) {
  page.blocks.emplace_back(Gap{});
  page.blocks.emplace_back(Heading{plain(domain.title), toned(domain.part_of, Tone::dim), 2});
  for (const auto& element : domain.elements) add_element(page, rubric, element);
}

void add_fact(Page& page, const std::string& label, const std::string& text) {
  if (!text.empty()) page.blocks.emplace_back(Fact{label, {plain(text)}, {}});
}

}  // namespace

std::string levels_in_words(const std::vector<std::string>& titles) {
  std::string text;
  for (std::size_t i = 0; i < titles.size(); ++i)
    text += fmt::format("{}{} {}", i == 0 ? "" : " ", i + 1, titles[i]);
  return text;
}

Page rubric_status_page(const RubricStatus& status, const Rubric& rubric, bool wide) {
  Page page;
  const std::string counts =
      fmt::format("{} in focus, {}", status.in_focus,
                  counted(static_cast<std::size_t>(status.elements), "element"));
  page.blocks = {Heading{dotted({display_code(status.client), shown_name(status.rubric),
                                 day_year(status.as_of)}),
                         plain(counts)},
                 Gap{}};
  if (status.rated == 0) {
    page.blocks.emplace_back(Paragraph{
        plain(fmt::format("No ratings yet.  coach rubric assess {}{}   {}; coach rubric form "
                          "prints a sheet to take home",
                          status.client, status.by == Rater::coach ? " --by coach" : "",
                          status.by == Rater::coach ? "the coach rates" : "the client rates"))});
    if (!has_marks(status)) return page;
    page.blocks.emplace_back(Gap{});
  }
  page.blocks.emplace_back(standing_table(status, rubric, wide));
  page.blocks.emplace_back(Gap{});
  page.blocks.emplace_back(Paragraph{legend(status)});
  page.blocks.emplace_back(
      Paragraph{toned("levels: " + levels_in_words(status.levels), Tone::dim)});
  add_evidence(page, status);
  add_gaps(page, status);
  return page;
}

Page rubric_page(const Rubric& rubric, const std::string& name) {
  Page page;
  page.blocks = {Heading{plain(rubric.title), plain(shown_name(name))}};
  std::vector<std::string> titles;
  for (const auto& level : rubric.levels) titles.push_back(level.title);
  add_fact(page, "Levels", levels_in_words(titles));
  add_fact(page, "Purpose", rubric.purpose);
  add_fact(page, "Source", rubric.source);
  add_fact(page, "Licence", rubric.licence);
  if (rubric.cumulative.value_or(false))
    add_fact(page, "", "each level holds what the levels below it hold");
  for (const auto& domain : rubric.domains) add_domain(page, rubric, domain);
  return page;
}

}  // namespace coach
