// Sheets that others made: separators, quotes, places; tables of Markdown.
#include "base/csv.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace coach;

namespace {
std::string shown(const std::vector<TableLine>& lines) {
  std::string text;
  for (const auto& line : lines) {
    for (const auto& cell : line)
      text += cell.text + "@" + std::to_string(cell.line) + ":" + std::to_string(cell.column) + "|";
    text += "\n";
  }
  return text;
}
}  // namespace

TEST_CASE("cells know where they stand") {
  CHECK(shown(read_csv("a,b\n1, é ,x\n", "t")) == "a@1:1|b@1:3|\n1@2:1|é@2:3|x@2:7|\n");
  CHECK(shown(read_csv("\xEF\xBB\xBF"
                       "a;b;c\r\n1,5;2;3\r\n\r\n",
                       "t")) == "a@1:1|b@1:3|c@1:5|\n1,5@2:1|2@2:5|3@2:7|\n");
  CHECK(shown(read_csv("a\tb\n\"x\ny\"\t\"q\"\"q\"\n", "t")) ==
        "a@1:1|b@1:3|\nx\ny@2:1|q\"q@3:4|\n");
  CHECK(read_csv("", "t").empty());
  CHECK(read_csv("\n\n", "t").empty());
}

TEST_CASE("a quote that is not closed is named with its place") {
  CHECK_THROWS_WITH_AS(read_csv("a,b\n1,\"x\n", "scores.csv"),
                       "scores.csv:2:3: this quote is not closed", Error);
}

TEST_CASE("a table of Markdown, whatever stands around it") {
  const auto lines = read_markdown_table(
      "# Title\n\ntext\n\n| A | B \\| C |\n|---|:-:|\n| 1 | é | \n| 2 |\n\n| other |\n");
  CHECK(shown(lines) == "A@5:2|B | C@5:6|\n1@7:2|é@7:6|\n2@8:2|\n");
  CHECK(read_markdown_table("no table").empty());
}

TEST_CASE("whatever stands in quotes comes back, and no bytes do harm") {
  std::mt19937 chance(11);
  const auto pick = [&](int most) { return std::uniform_int_distribution<int>(0, most)(chance); };
  const std::string letters = "ab,;\t\"\n|\\ -é";
  for (int round = 0; round < 2000; ++round) {
    CAPTURE(round);
    std::vector<std::vector<std::string>> cells(static_cast<std::size_t>(1 + pick(3)));
    std::string text, noise;
    for (auto& line : cells) {
      for (int column = 0; column < 3; ++column) {
        std::string cell = "x";
        for (int i = pick(6); i > 0; --i) cell += letters[static_cast<std::size_t>(pick(11))];
        cell += "x";
        std::string quoted;
        for (const char c : cell) quoted += c == '"' ? "\"\"" : std::string(1, c);
        text += (column ? ",\"" : "\"") + quoted + "\"";
        line.push_back(std::move(cell));
      }
      text += "\n";
    }
    // Commas part them here; a first line with more semicolons is another sheet.
    const std::string first = text.substr(0, text.find('\n'));
    const auto count = [&](char c) { return std::ranges::count(first, c); };
    if (count(',') >= count(';') && count(',') >= count('\t')) {
      const auto lines = read_csv(text, "t");
      REQUIRE(lines.size() == cells.size());
      for (std::size_t l = 0; l < lines.size(); ++l)
        for (std::size_t c = 0; c < 3; ++c) CHECK(lines[l][c].text == cells[l][c]);
    }
    for (int i = pick(40); i > 0; --i) noise += static_cast<char>(pick(255));
    try {
      (void)read_csv(noise + text, "t");
    } catch (const Error&) {
    }
    (void)read_markdown_table(noise + "| a |\n" + noise);
  }
}
