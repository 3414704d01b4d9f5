// A model to read, and where an engagement stands in it.
#include <fmt/format.h>

#include "base/text.h"
#include "view/pages.h"

namespace coach {
namespace {

Fact fact(std::string label, const std::vector<std::string>& lines) {
  Fact made{.label = std::move(label)};
  for (const auto& line : lines) made.lines.push_back(plain(line));
  return made;
}

void add_fact(Page& page, std::string label, const std::string& text) {
  if (!text.empty()) page.blocks.emplace_back(fact(std::move(label), {text}));
}

}  // namespace

Line expected_line(const ExpectedRecord& row, Date today) {
  const bool there = row.there > 0;
  Line line{there ? glyph("✓", "x", Tone::good) : glyph("·", ".", Tone::dim),
            {" " + row.words, there ? Tone::plain : Tone::strong}};
  if (!there) {
    line.push_back({"  none yet", Tone::warn});
    return line;
  }
  std::string words = row.there > 1 || row.last ? fmt::format("  {}", row.there) : "";
  if (row.last) {
    if (row.since != row.there)
      words += fmt::format(", {} since this step began",
                           row.since == 0 ? "none" : std::to_string(row.since));
    words += fmt::format(", last {}", near_day(*row.last, today));
  }
  line.push_back({words, Tone::dim});
  return line;
}

Page model_page(const Way& way, const std::string& name) {
  Page page{{Heading{plain(way.title), dotted({name, std::string(word_of(way.regime))}, Tone::dim)},
             Paragraph{plain(shape_of(way))}}};
  if (!way.note.empty()) {
    page.blocks.emplace_back(Gap{});
    page.blocks.emplace_back(Paragraph{plain(way.note)});
  }
  for (std::size_t i = 0; i < way.steps.size(); ++i) {
    const WayStep& step = way.steps[i];
    page.blocks.emplace_back(Gap{});
    page.blocks.emplace_back(
        Heading{plain(step.title.empty() ? fmt::format("Step {}, unnamed", i + 1)
                                         : fmt::format("{}. {}", i + 1, step.title)),
                toned(step.key, Tone::dim), 2});
    if (!step.purpose.empty()) page.blocks.emplace_back(Paragraph{plain(step.purpose)});
    if (!step.questions.empty()) page.blocks.emplace_back(fact("Asks", step.questions));
    std::vector<std::string> expected;
    for (const auto& what : step.expects) expected.push_back(expectation_words(what));
    if (!expected.empty()) page.blocks.emplace_back(fact("Expects", {listed(expected)}));
  }
  page.blocks.emplace_back(Gap{});
  page.blocks.emplace_back(Paragraph{toned(way.source, Tone::dim)});
  page.blocks.emplace_back(Paragraph{toned("Licence: " + way.licence, Tone::dim)});
  return page;
}

Page phase_page(const PhaseStanding& answer) {
  Page page{{Heading{dotted({display_code(answer.client), answer.model_title,
                             std::string(word_of(answer.regime))}),
                     plain(full_day(answer.today))},
             Gap{}}};
  TableBlock table{.columns = {{.title = "", .tight = true},
                               {.title = "Step", .shrinks = true, .wraps = true},
                               {.title = "Since", .rank = 1},
                               {.title = "Days", .right = true}},
                   .titles = false};
  int here = 0;
  for (const auto& row : answer.steps)
    if (row.here) here = row.number;
  for (const auto& row : answer.steps) {
    // Gone through in an earlier round, and to come again.
    const bool again = row.since && !row.here && row.number > here;
    const Tone tone = row.here ? Tone::strong : row.since && !again ? Tone::plain : Tone::dim;
    Line since, days;
    if (row.since) {
      since = plain(fmt::format("since {}", near_day(*row.since, answer.today)));
      const int now = days_between(*row.since, answer.today);
      days = plain(counted(static_cast<std::size_t>(row.days), "day"));
      if (row.here && now != row.days)
        days = plain(fmt::format("{} now, {} in all", counted(static_cast<std::size_t>(now), "day"),
                                 row.days));
    }
    if (row.since && !row.here)
      since = plain(fmt::format("from {}", near_day(*row.since, answer.today)));
    table.rows.push_back({{row.here              ? Line{glyph("▸", ">", Tone::strong)}
                           : row.since && !again ? Line{glyph("✓", "x", Tone::good)}
                                                 : Line{glyph("·", ".", Tone::dim)},
                           toned(fmt::format("{} {}", row.number, row.title), tone), since, days},
                          {}});
  }
  page.blocks.emplace_back(std::move(table));
  page.blocks.emplace_back(Gap{});
  for (const auto& cycle : answer.cycles)
    page.blocks.emplace_back(
        Fact{.label = &cycle == answer.cycles.data() ? "Open" : "",
             .lines = {plain(fmt::format("{}   {} of {}, {}, {}", cycle.title, cycle.step_number,
                                         cycle.steps, cycle.step_title,
                                         counted(static_cast<std::size_t>(cycle.days), "day")))},
             .right = {}});
  if (answer.in_cycles) {
    page.blocks.emplace_back(Paragraph{
        toned(answer.cycles.empty()
                  ? fmt::format("No cycle is open.  coach cycle start {} \"...\"", answer.client)
                  : fmt::format("Each cycle has its own step.  coach cycle show {}",
                                answer.cycles.front().id),
              Tone::dim)});
    return page;
  }
  if (answer.phase.empty()) {
    page.blocks.emplace_back(Paragraph{plain(
        fmt::format("No step yet.  coach phase {} {}", answer.client, answer.steps.front().key))});
    return page;
  }
  add_fact(page, "Here", answer.title);
  add_fact(page, "For", answer.purpose);
  if (!answer.questions.empty()) page.blocks.emplace_back(fact("Asks", answer.questions));
  Fact expected{.label = "Expects"};
  for (const auto& row : answer.expects) expected.lines.push_back(expected_line(row, answer.today));
  if (!expected.lines.empty()) page.blocks.emplace_back(std::move(expected));
  if (!answer.next.empty())
    add_fact(page, "Next",
             fmt::format("{}   coach phase {} next", answer.next_title, answer.client));
  return page;
}

}  // namespace coach
