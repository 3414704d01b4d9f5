// Pages as a terminal shows them: what stands where, and what gives way where there is no room.
#include <doctest/doctest.h>

#include <string>

#include "base/text.h"
#include "view/render.h"

using namespace coach;

namespace {

std::string shown(Block block, Rendering how = {.width = 80}) {
  return render_terminal({{std::move(block)}}, how);
}

std::string track(const Track& track, Rendering how = {.width = 80}) {
  return shown(
      TableBlock{.columns = {{.title = "Level"}}, .rows = {{{track}, {}}}, .titles = false}, how);
}

TableBlock promises() {
  return {
      .columns = {{.title = "Who"},
                  {.title = "Promise", .shrinks = true, .wraps = true},
                  {.title = "Id", .rank = 1},
                  {.title = "Late", .right = true}},
      .rows = {
          {{plain("heron"), plain("hold the conversation"), plain("b7q1.ka"), plain("14 d")}, {}},
          {{plain("coach"), plain("send it"), plain("b7q1.kb"), plain("3 d")}, {}}}};
}

}  // namespace

TEST_CASE("a track shows the baseline, the way made, now, the way to go and the target") {
  CHECK(track({.levels = 5, .baseline = 1, .now = 2, .target = 3}) == "○━━━━●────◎\n");
}

TEST_CASE("a track whose level has not moved has one mark for both") {
  CHECK(track({.levels = 5, .baseline = 2, .now = 2, .target = 4}) == "     ◉─────────◎\n");
}

TEST_CASE("a track past its target shows the target on the way made") {
  CHECK(track({.levels = 5, .baseline = 1, .now = 3, .target = 2}) == "○━━━━◎━━━━●\n");
}

TEST_CASE("a track below its baseline shows the way lost in the colour of a warning") {
  const Track lost{.levels = 5, .baseline = 2, .now = 1};
  CHECK(track(lost) == "●────○\n");
  CHECK(track(lost, {.width = 80, .colour = true}) == "\x1b[33m●\x1b[0m\x1b[2m────\x1b[0m○\n");
}

TEST_CASE("a track shows the other side's level only where it differs") {
  CHECK(track({.levels = 5, .baseline = 1, .now = 2, .other = 4}) == "○━━━━●         ◇\n");
  CHECK(track({.levels = 5, .baseline = 1, .now = 2, .other = 2}) == "○━━━━●\n");
}

TEST_CASE("a track without a rating says so, beside its target where it has one") {
  CHECK(track({.levels = 5}) == "not rated\n");
  CHECK(track({.levels = 5, .target = 3}) == "not rated ◎\n");
  CHECK(track({.levels = 5, .target = 2}) == "     ◎ not rated\n");
}

TEST_CASE("a track has an ASCII form") {
  const Rendering ascii{.width = 80, .ascii = true};
  CHECK(track({.levels = 5, .baseline = 1, .now = 2, .other = 3, .target = 4}, ascii) ==
        "o====*----c----@\n");
  CHECK(track({.levels = 5, .baseline = 2, .now = 2}, ascii) == "     &\n");
}

TEST_CASE("a track with a level that the rubric lacks stays within its levels") {
  CHECK(track({.levels = 3, .baseline = 1, .now = 9, .target = 2}) == "○    ◎\n");
}

TEST_CASE("the numbers of the levels stand above the marks of a track") {
  const TableBlock table{
      .columns = {{.title = "", .shrinks = true}, {.title = "Level"}},
      .rows = {{{plain("Giving feedback"), Track{.levels = 3, .baseline = 1, .now = 3}}, {}}},
      .indent = 2,
      .heading = "Focus"};
  CHECK(shown(table) ==
        "Focus              1    2    3\n"
        "  Giving feedback  ○━━━━━━━━━●\n");
  CHECK(shown(table, {.width = 40}) ==
        "Focus              1  2  3\n"
        "  Giving feedback  ○━━━━━●\n");
}

TEST_CASE("a trend goes from the lowest to the highest level of its rubric") {
  const auto trend = [](bool ascii) {
    return shown(
        TableBlock{.columns = {{}}, .rows = {{{Trend{{1, 2, 3, 4, 5}, 5}}, {}}}, .titles = false},
        {.width = 80, .ascii = ascii});
  };
  CHECK(trend(false) == "▁▃▅▆█\n");
  CHECK(trend(true) == "12345\n");
}

TEST_CASE("a bar fills the width between its label and its words") {
  CHECK(shown(Bar{"Goal", {50, 100}, {}}, {.width = 40}) ==
        "Goal     ├━━━━━━━●────────┤  50 of 100 d\n");
  CHECK(shown(Bar{"Goal", {100, 100}, {}}, {.width = 40}) ==
        "Goal     ├━━━━━━━━━━━━━━●┤  100 of 100 d\n");
}

TEST_CASE("a table that fits stands at its natural widths, numbers right") {
  CHECK(shown(promises()) ==
        "Who    Promise                Id       Late\n"
        "heron  hold the conversation  b7q1.ka  14 d\n"
        "coach  send it                b7q1.kb   3 d\n");
}

TEST_CASE("a table that is too wide wraps first, then drops a column, then lists its rows") {
  CHECK(shown(promises(), {.width = 40}) ==
        "Who    Promise             Id       Late\n"
        "heron  hold the            b7q1.ka  14 d\n"
        "       conversation\n"
        "coach  send it             b7q1.kb   3 d\n");
  CHECK(shown(promises(), {.width = 30}) ==
        "Who    Promise            Late\n"
        "heron  hold the           14 d\n"
        "       conversation\n"
        "coach  send it             3 d\n");
  CHECK(shown(promises(), {.width = 20}) ==
        "Who: heron\n"
        "Promise: hold the\n"
        "  conversation\n"
        "Id: b7q1.ka\n"
        "Late: 14 d\n"
        "\n"
        "Who: coach\n"
        "Promise: send it\n"
        "Id: b7q1.kb\n"
        "Late: 3 d\n");
}

TEST_CASE("a column that may not wrap is cut, and the cut shows") {
  const TableBlock table{
      .columns = {{.title = "What", .shrinks = true}, {.title = "Day"}},
      .rows = {{{plain("an observation of a short visit"), plain("20 Nov")}, {}}},
      .titles = false};
  CHECK(shown(table, {.width = 23}) == "an observation…  20 Nov\n");
  CHECK(shown(table, {.width = 23, .ascii = true}) == "an observati...  20 Nov\n");
}

TEST_CASE("without a width nothing is cut, wrapped or dropped") {
  const std::string what(300, 'x');
  CHECK(shown(Paragraph{plain(what)}, {}) == what + "\n");
  CHECK(shown(TableBlock{.columns = {{.title = "What", .rank = 1, .shrinks = true}},
                         .rows = {{{plain(what)}, {}}},
                         .titles = false},
              {}) == what + "\n");
}

TEST_CASE("no line of a table is wider than the terminal, whatever its width") {
  for (int columns = 5; columns < 60; ++columns) {
    CAPTURE(columns);
    for (const auto& line : lines_of(shown(promises(), {.width = columns})))
      CHECK(width(line) <= columns);
  }
}

TEST_CASE("facts that follow each other line up, and a long one hangs") {
  const Page page{{Fact{"Last time", {plain("she was ready, and tired after it")}, {}},
                   Fact{"Plan", {plain("debrief")}, {}}}};
  CHECK(render_terminal(page, {.width = 30}) ==
        "Last time  she was ready, and\n"
        "           tired after it\n"
        "Plan       debrief\n");
}

TEST_CASE("a table may hang beside a label among facts") {
  const TableBlock open{
      .columns = {{.title = "Who"}, {.title = "Promise"}},
      .rows = {{{plain("heron"), plain("hold it")}, {}}, {{plain("coach"), plain("send it")}, {}}},
      .titles = false,
      .label = "Open"};
  CHECK(render_terminal({{open, Fact{"Plan", {plain("debrief")}, {}}}}, {.width = 40}) ==
        "Open     heron  hold it\n"
        "         coach  send it\n"
        "Plan     debrief\n");
}

TEST_CASE("what belongs to the right edge stands below where it does not fit") {
  const Heading heading{plain("Heron"), plain("since 3 Sep 2026")};
  CHECK(shown(heading, {.width = 30}) == "Heron         since 3 Sep 2026\n");
  CHECK(shown(heading, {.width = 20}) == "Heron\nsince 3 Sep 2026\n");
}

TEST_CASE("colour adds to the text and takes nothing from it") {
  CHECK(shown(Paragraph{{{"late", Tone::bad}, {" today"}}}, {.width = 80, .colour = true}) ==
        "\x1b[31mlate\x1b[0m today\n");
}

TEST_CASE("text cannot command the terminal") {
  CHECK(shown(Paragraph{plain("a\x07"
                              "b")}) == "a\\u{7}b\n");
  CHECK(shown(Verbatim{"one\ntwo\x07\n"}) == "one\ntwo\\u{7}\n");
  CHECK(shown(Fact{"\x1b[2J", {plain("\x1b]0;x\x07")}, plain("\x1b[0m")}).find('\x1b') ==
        std::string::npos);
  CHECK(shown(TableBlock{
            .columns = {{.title = "\x9b"}}, .rows = {{{plain("x\ny")}, {}}}, .titles = false}) ==
        "x y\n");
}

TEST_CASE("glyphs of ours have their own ASCII form, letters of the data do not") {
  CHECK(shown(Paragraph{{glyph("✓", "x"), {" Małgorzata"}}}, {.width = 80, .ascii = true}) ==
        "x Ma\\u{142}gorzata\n");
}

TEST_CASE("plain output has one line a row, tabs between cells, and words for drawings") {
  TableBlock table = promises();
  table.rows[0].cells[3] = Track{.levels = 5, .baseline = 1, .now = 2, .target = 3};
  CHECK(shown(table, {.width = 20, .colour = true, .plain = true}) ==
        "Who\tPromise\tId\tLate\n"
        "heron\thold the conversation\tb7q1.ka\t1 to 2 of 5, target 3\n"
        "coach\tsend it\tb7q1.kb\t3 d\n");
}
