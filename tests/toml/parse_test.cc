#include "toml/parse.h"

#include <doctest/doctest.h>

#include <string>

namespace coach {
namespace {

using namespace std::chrono_literals;

Document read(const std::string& text) {
  Problems problems;
  auto document = parse_toml(text, "test.toml", problems);
  REQUIRE(problems.empty());
  REQUIRE(document);
  return std::move(*document);
}

/// The one problem of a text that cannot be read.
Problem refused(const std::string& text) {
  Problems problems;
  const auto document = parse_toml(text, "test.toml", problems);
  CHECK_FALSE(document);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].severity == Severity::error);
  CHECK(problems[0].place.file == "test.toml");
  return problems[0];
}

std::string source(const Document& document, Span span) {
  return document.text.substr(span.begin, span.end - span.begin);
}

void check_slip(const std::string& text, const std::string& token, const std::string& what,
                const std::string& hint) {
  INFO(text);
  const Problem problem = refused(text);
  std::size_t begin = 0;
  for (int line = 1; line < problem.place.line; ++line) begin = text.find('\n', begin) + 1;
  CHECK(text.substr(begin + static_cast<std::size_t>(problem.place.column) - 1,
                    static_cast<std::size_t>(problem.place.length)) == token);
  CHECK(problem.text == what);
  CHECK(problem.hint == hint);
}

}  // namespace

TEST_CASE("every type of value is read as what it is") {
  const Document document = read(
      "day = 2026-11-17\nstart = 14:00:30\nhalf = 07:32:00.5\nat = 1979-05-27 07:32:00Z\n"
      "n = 1_000\nx = 0.1\nyes = true\nt = 'a'\nl = [1, \"b\"]\n");
  const Table& root = document.root;
  CHECK(*root.find("day")->as<Date>() == 2026y / 11 / 17);
  CHECK(*root.find("start")->as<Time>() == Time{14, 0, 30});
  CHECK(*root.find("half")->as<Foreign>() == Foreign{"07:32:00.5"});
  CHECK(*root.find("at")->as<Foreign>() == Foreign{"1979-05-27 07:32:00Z"});
  CHECK(*root.find("n")->as<std::int64_t>() == 1000);
  CHECK(*root.find("x")->as<double>() == 0.1);
  CHECK(*root.find("yes")->as<bool>());
  CHECK(*root.find("t")->as<std::string>() == "a");
  CHECK(root.find("l")->as<List>()->size() == 2);
}

TEST_CASE("keys stand in the order of the file, tables too") {
  const Document document =
      read("z = 1\n[y.b]\nk = 1\n[y.a]\n[[x]]\nb = 1\na = { d = 1, c = 2 }\n");
  const auto keys = [](const Table& table) {
    std::string all;
    for (const Entry& entry : table.entries) all += entry.key;
    return all;
  };
  CHECK(keys(document.root) == "zyx");
  CHECK(keys(*document.root.find("y")->as<Table>()) == "ba");
  const Table& row = *document.root.find("x")->as<List>()->front().as<Table>();
  CHECK(keys(row) == "ba");
  CHECK(keys(*row.find("a")->as<Table>()) == "dc");
}

TEST_CASE("keys and values know their bytes, whatever stands before them") {
  const Document document = read(
      "\xEF\xBB\xBF# 😀\r\n\"é😀\" = '日' # x\r\n[[h]]\r\nx = { 'é' = [\"😀\", \"\"\"\r\né\"\"\"] "
      "}\r\n");
  const Entry& first = document.root.entries[0];
  CHECK(first.key == "é😀");
  CHECK(source(document, first.key_span) == "\"é😀\"");
  CHECK(source(document, first.value.span) == "'日'");
  const Value& row = document.root.find("h")->as<List>()->front();
  CHECK(source(document, row.span) == "[[h]]");
  const Value& x = *row.as<Table>()->find("x");
  CHECK(source(document, x.span) == "{ 'é' = [\"😀\", \"\"\"\r\né\"\"\"] }");
  const Entry& inner = x.as<Table>()->entries[0];
  CHECK(source(document, inner.key_span) == "'é'");
  const List& list = *inner.value.as<List>();
  CHECK(source(document, list[1].span) == "\"\"\"\r\né\"\"\"");
  CHECK(*list[1].as<std::string>() == "é");
}

TEST_CASE("a no-break space behind a backslash at the end of a line is text") {
  CHECK(*read("a = \"\"\"\\\n \u00A0é\"\"\"").root.find("a")->as<std::string>() == "\u00A0é");
  CHECK(*read("a = \"\"\"\\\n é\"\"\"").root.find("a")->as<std::string>() == "é");
}

TEST_CASE("a place counts code points from 1, without the byte order mark") {
  const std::string text =
      "\xEF\xBB\xBF"
      "é = '😀'\nb = 1\n";
  CHECK(place_of(text, {3, 5}, "f") == Place{"f", 1, 1, 1});
  CHECK(place_of(text, {8, 14}, "f") == Place{"f", 1, 5, 3});
  CHECK(place_of(text, {8, 17}, "f") == Place{"f", 1, 5, 3});  // to the end of its line
  CHECK(place_of(text, {15, 15}, "f") == Place{"f", 2, 1, 1});
  CHECK(place_of(text, {90, 99}, "f") == Place{"f", 3, 1, 1});
}

TEST_CASE("times and days that hands write otherwise are shown as they should be") {
  check_slip("a = 1\nstart = 14:00 # sharp\n", "14:00", "a time needs its seconds",
             "write  start = 14:00:00");
  check_slip("x = [14:00, 15:00]", "14:00", "a time needs its seconds",
             "write  x = [14:00:00, 15:00:00]");
  check_slip("s = 9:05:00", "9:05:00", "the hour of a time has two digits", "write  s = 09:05:00");
  check_slip("s = 25:00:00", "25:00:00", "no such time, 25:00:00", "a day ends at 23:59:59");
  check_slip("date = 2026-11-7", "2026-11-7", "a day has two digits for its month and its day",
             "write  date = 2026-11-07");
  check_slip("date = 2026/11/07", "2026/11/07", "a day is written with -",
             "write  date = 2026-11-07");
  check_slip("d = 7.11.2026", "7.11.2026", "a day begins with its year",
             "write the year, the month and the day, as in 2026-11-24");
  check_slip("due = 2026-02-30", "2026-02-30", "no such day, 2026-02-30",
             "February 2026 has 28 days");
  check_slip("due = 2026-13-01", "2026-13-01", "no such day, 2026-13-01", "a year has 12 months");
  check_slip("d = 2026-02-30T14:00:00", "2026-02-30T14:00:00", "no such day, 2026-02-30",
             "February 2026 has 28 days");
  check_slip("d = 2026-11-07 14:00", "2026-11-07 14:00", "a time needs its seconds",
             "write  d = 2026-11-07 14:00:00");
}

TEST_CASE("slips with quotes are shown with the line that was meant") {
  check_slip("what = \"say \"no\" early\"", "\"say \"no\" early\"", "a quote stands within quotes",
             "write  what = 'say \"no\" early'  or \"say \\\"no\\\" early\"");
  check_slip("what = \"say \"no\", don't\" # c", "\"say \"no\", don't\"",
             "a quote stands within quotes", "write  what = \"say \\\"no\\\", don't\"");
  check_slip("what = 'don't'", "'don't'", "a single quote stands within single quotes",
             "write  what = \"don't\"");
  check_slip("what = \"C:\\docs\\x\"", "\\", "a lone backslash stands in this text",
             "write  what = \"C:\\\\docs\\\\x\"  or 'C:\\docs\\x'");
  check_slip("n = \"\"\"\nC:\\docs\"\"\"", "\\", "a lone backslash stands in this text",
             "double it:  \\\\");
  check_slip("title = Feedback that works # c", "Feedback that works", "text needs quotes",
             "write  title = \"Feedback that works\"");
  check_slip("goals = [one, two]", "one", "text needs quotes", "write  goals = [\"one\", \"two\"]");
  check_slip("title = \"open", "\"open", "the quote that opens here is not closed on its line",
             "write  title = \"open\"  or, for several lines, begin and end the text with \"\"\"");
  check_slip("a = 1\nnotes = \"\"\"open\nb = 1\n", "\"\"\"",
             "the three quotes that open here are never closed",
             "put three quotes behind the text");
  CHECK(refused("title = “Feedback”").hint == "write  title = \"Feedback\"");
}

TEST_CASE("slips with keys, numbers and lists are named") {
  check_slip("title: Feedback now", "title: Feedback now",
             "an = stands between a key and its value", "write  title = \"Feedback now\"");
  check_slip("minutes: 45", "minutes: 45", "an = stands between a key and its value",
             "write  minutes = 45");
  check_slip("my key = 1", "my key",
             "a key of other signs than a to z, 0 to 9, - and _ needs quotes",
             "write  \"my key\" = 1");
  check_slip("some words", "some words", "this is no key = value",
             "a line that is for you alone begins with #, as in  # some words");
  check_slip("key = # c", "=", "a value is missing behind the =",
             "write  key = \"\"  for empty text, or take the line out");
  check_slip("[a", "[a", "this heading needs [ before its name and ] behind it", "write  [a]");
  check_slip("m = 45 min", "45 min", "a number stands without its unit", "write  m = 45");
  check_slip("m = 1,5", "1,5", "a number has a point, no comma", "write  m = 1.5");
  check_slip("m = 007", "007", "a number does not begin with 0", "write  m = 7");
  check_slip("p = True", "True", "true and false are written in small letters", "write  p = true");
  check_slip("p = yes", "yes", "yes is written true", "write  p = true");
  check_slip("n = 99999999999999999999", "99999999999999999999", "this number is too large",
             "a number has at most 18 digits");
  check_slip("l = [\"a\", \"b\"\nx = 1\n", "[", "the list that opens here is never closed",
             "put a ] behind its last value");
  check_slip("l = [1 2]", "2", "a comma is missing before this",
             "values are parted by commas, as in  [\"a\", \"b\"]");
}

TEST_CASE("a key that stands twice is told about at its second place") {
  check_slip("a = 1\nb = 2\na = 3\n", "a", "`a` stands here a second time",
             "it stands on line 1 as well: keep one of the two");
  check_slip("[[s]]\nk = 1\n[[s]]\nk = 1\nk = 2", "k", "`k` stands here a second time",
             "it stands on line 4 as well: keep one of the two");
  check_slip("[t]\nx = 1\n[t]\n", "t", "`t` stands here a second time",
             "it stands on line 1 as well: keep one of the two");
  check_slip("a = 1\na.b = 2", "a", "`a` stands here a second time",
             "it stands on line 1 as well: keep one of the two");
  check_slip("x = {bb = 1, 'bb' = 2}", "'bb'", "`bb` stands here a second time",
             "keep one of the two");
}

TEST_CASE("git's conflict marks are named where they stand") {
  const std::string hint =
      "two people changed this part: keep one of the two sides, and take out the lines with "
      "<<<<<<<, ======= and >>>>>>>";
  check_slip("a = 1\n<<<<<<< HEAD\nb = 1\n=======\nb = 2\n>>>>>>> other\n", "<<<<<<< HEAD",
             "git's conflict marks", hint);
  check_slip("a = '''\n<<<<<<< HEAD\nb'''\r\n=======\r\nc'''\n>>>>>>> x\n",
             "=======", "git's conflict marks", hint);
}

TEST_CASE("what is no text is told about on its line") {
  const std::string nul("a = 1\nb = \"x\0y\"\n", 16);
  CHECK(refused(nul) == Problem{{"test.toml", 2, 7, 1},
                                Severity::error,
                                "there is an invisible control character here",
                                "take it out"});
  CHECK(refused("a = 1\nb = \"é\xFF\"").place == Place{"test.toml", 2, 7, 1});
  CHECK(refused("a = \"\xC3\"").text == "this is no UTF-8 text");
  CHECK(refused("a = \"\xED\xA0\x80\"").text == "this is no UTF-8 text");
}

TEST_CASE("nesting deeper than 100 is refused, not followed") {
  CHECK(refused("a = " + std::string(100'000, '[')).text ==
        "values are nested deeper than 100 here");
  CHECK(refused("a = " + std::string(101, '[') + std::string(101, ']')).place.column == 105);
}

}  // namespace coach
