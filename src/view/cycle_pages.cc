// Cycles over the caseload, and one to read: its steps, look-fors and what was seen of each, the
// prediction beside the result.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "view/pages.h"

namespace coach {
namespace {

/// What of a cycle wants attention, or what came of it.
Line outcome(const CycleRow& row, Date today) {
  Line line;
  const auto add = [&](std::string text, Tone tone) {
    line.push_back({line.empty() ? std::move(text) : ", " + text, tone});
  };
  if (!row.closed) {
    if (!row.to_come.empty())
      add(fmt::format("still to come: {}", listed(row.to_come)), Tone::warn);
  } else {
    add(row.decision ? std::string(word_of(*row.decision)) : "closed", Tone::plain);
    if (!row.to_come.empty()) add(fmt::format("without {}", listed(row.to_come)), Tone::warn);
  }
  if (!row.lacks.empty()) add(fmt::format("not recorded: {}", listed(row.lacks)), Tone::warn);
  if (row.held)
    add(fmt::format("gain {}", *row.held == Held::partly ? "held in part" : word_of(*row.held)),
        *row.held == Held::held ? Tone::good : Tone::warn);
  if (row.check_on)
    add(fmt::format("check {}", near_day(*row.check_on, today)),
        row.check_waits ? Tone::bad : Tone::plain);
  return line;
}

std::string place_of(const CycleRow& row) {
  return row.step_number > 0
             ? fmt::format("{} of {}, {}", row.step_number, row.steps, row.step_title)
             : row.step_title;
}

void add_text(Page& page, std::string label, const std::string& text, const Line& right = {}) {
  if (text.empty()) return;
  Fact fact{.label = std::move(label), .right = right};
  for (const auto& line : lines_of(text)) fact.lines.push_back(plain(line));
  page.blocks.emplace_back(std::move(fact));
}

}  // namespace

Page cycles_page(const CycleList& answer, bool open_only) {
  if (answer.rows.empty())
    return {{Paragraph{plain(open_only ? "No cycle is open."
                                       : "No cycle yet.  coach cycle start CLIENT \"...\"")}}};
  TableBlock table{.columns = {{.title = "Client"},
                               {.title = "Cycle", .shrinks = true, .wraps = true},
                               {.title = "Round", .right = true, .rank = 3},
                               {.title = "Step", .shrinks = true, .wraps = true},
                               {.title = "Days", .right = true, .rank = 1},
                               {.title = "To look at", .shrinks = true, .wraps = true}}};
  // Its title finds a cycle, but where two are called alike.
  const auto shown_title = [&](const CycleRow& row) {
    const auto alike = std::ranges::count_if(answer.rows, [&](const CycleRow& other) {
      return other.client == row.client && other.title == row.title;
    });
    Line line = plain(row.title);
    if (alike > 1) line.push_back({"  " + row.id, Tone::dim});
    return line;
  };
  for (const auto& row : answer.rows)
    table.rows.push_back(
        {{toned(row.client, Tone::strong), shown_title(row),
          plain(row.round > 1 ? std::to_string(row.round) : ""),
          row.closed
              ? toned(fmt::format("closed {}", near_day(*row.closed, answer.today)), Tone::dim)
              : plain(place_of(row)),
          plain(row.closed ? "" : std::to_string(row.days)), outcome(row, answer.today)},
         {}});
  return {{Heading{plain("Cycles"),
                   plain(fmt::format("{} open, {}", answer.open, full_day(answer.today)))},
           Gap{}, std::move(table)}};
}

Page cycle_page(const CycleStanding& answer) {
  const CycleRow& cycle = answer.cycle;
  Page page{{Heading{dotted({display_code(cycle.client), cycle.title,
                             cycle.round > 1 ? fmt::format("round {}", cycle.round) : ""}),
                     toned(cycle.model, Tone::dim)},
             Gap{}}};
  TableBlock steps{.columns = {{.title = "", .tight = true},
                               {.title = "Step"},
                               {.title = "Reached"},
                               {.title = "Notes", .shrinks = true, .wraps = true}},
                   .titles = false};
  for (const auto& step : answer.steps)
    steps.rows.push_back({{step.here ? Line{glyph("▸", ">", Tone::strong)}
                           : step.on ? Line{glyph("✓", "x", Tone::good)}
                                     : Line{glyph("·", ".", Tone::dim)},
                           toned(step.title, step.here ? Tone::strong
                                             : step.on ? Tone::plain
                                                       : Tone::dim),
                           step.on ? plain(near_day(*step.on, answer.today))
                                   : toned(cycle.closed ? "left out" : "to come", Tone::dim),
                           plain(step.notes)},
                          {}});
  page.blocks.emplace_back(std::move(steps));
  page.blocks.emplace_back(Gap{});
  if (!answer.purpose.empty()) add_text(page, "For", answer.purpose);
  for (const auto& row : answer.expects)
    page.blocks.emplace_back(Fact{.label = &row == answer.expects.data() ? "Expects" : "",
                                  .lines = {expected_line(row, answer.today)},
                                  .right = {}});
  for (std::size_t i = 0; i < answer.look_fors.size(); ++i) {
    Fact fact{.label = fmt::format("Look-for {}", i + 1),
              .lines = {toned(answer.look_fors[i], Tone::strong)},
              .right = {}};
    for (const auto& data : answer.data)
      if (data.look_for == answer.look_fors[i])
        for (const auto& line : lines_of(data.seen))
          fact.lines.push_back(Line{
              {data.on.ok() ? near_day(data.on, answer.today) + "  " : std::string(), Tone::dim},
              {line}});
    if (fact.lines.size() == 1) fact.lines.push_back(toned("nothing seen yet", Tone::dim));
    page.blocks.emplace_back(std::move(fact));
  }
  add_text(page, "Predicted", answer.prediction,
           answer.locked
               ? toned("stands since " + near_day(*answer.locked, answer.today), Tone::dim)
               : Line{});
  add_text(page, "Result", answer.result);
  if (cycle.decision) add_text(page, "Decided", std::string(word_of(*cycle.decision)));
  for (const auto& check : answer.checks)
    add_text(page, "Checked",
             fmt::format("{}: {}{}", near_day(check.on, answer.today), word_of(check.held),
                         check.note.empty() ? "" : ", " + check.note));
  if (cycle.check_on)
    add_text(page, "Check on",
             fmt::format("{}   coach cycle check {} held|partly|lost",
                         near_day(*cycle.check_on, answer.today), cycle.id));
  if (!cycle.follows.empty()) add_text(page, "Follows", cycle.follows);
  if (!cycle.opened.empty()) add_text(page, "Opened", cycle.opened);
  if (cycle.closed)
    add_text(page, "Closed", near_day(*cycle.closed, answer.today));
  else if (!cycle.to_come.empty())
    add_text(page, "Next",
             fmt::format("{}   coach cycle step {}", cycle.to_come.front(), cycle.id));
  else
    add_text(page, "Next", fmt::format("coach cycle close {}", cycle.id));
  return page;
}

}  // namespace coach
