// CSV: RFC 4180 quoting, typed values as they are, and no text that a spreadsheet runs.
#include "view/csv.h"

#include <doctest/doctest.h>

#include "base/error.h"

using namespace coach;
using namespace std::chrono_literals;

namespace {

const Description rows = {{.key = "what", .help = ""},
                          {.key = "count", .help = "", .shape = Shape::number}};

Value row(Value what, Value count = {}) {
  Table table;
  table.set("what", std::move(what));
  if (!count.empty()) table.set("count", std::move(count));
  return {table};
}

std::string cell(const std::string& text) {
  const std::string all = csv_text(rows, {row({text})}, {"what"});
  return all.substr(5, all.size() - 6);  // without the header and the end of the line
}

}  // namespace

TEST_CASE("a header of keys, then a line a row; what is missing is empty") {
  CHECK(csv_text(rows, {row({std::string("a")}, {std::int64_t{-3}}), row({Date{2026y / 11 / 24}})},
                 {}) == "what,count\na,-3\n2026-11-24,\n");
}

TEST_CASE("named fields come alone and in their order") {
  CHECK(csv_text(rows, {row({std::string("a")}, {std::int64_t{3}})}, {"count", "what"}) ==
        "count,what\n3,a\n");
}

TEST_CASE("a field that there is not is refused with the nearest one") {
  try {
    csv_text(rows, {}, {"cuont"});
    FAIL("nothing thrown");
  } catch (const Misunderstood& error) {
    CHECK(std::string(error.what()) == "no field \"cuont\" in this list");
    CHECK(error.hint == "did you mean count?");
  }
}

TEST_CASE("commas, quotes and line ends are quoted") {
  CHECK(cell("a, b") == "\"a, b\"");
  CHECK(cell("say \"x\"") == "\"say \"\"x\"\"\"");
  CHECK(cell("a\nb") == "\"a\nb\"");
}

TEST_CASE("text that a spreadsheet would run gets an apostrophe") {
  for (const char* formula : {"=1+1", "+1", "-1", "@x", "  =1", "＝1", "＋1", "－1", "＠x"}) {
    CAPTURE(formula);
    CHECK(cell(formula) == std::string("'") + formula);
  }
  CHECK(cell("a\n=1") == "\"'a\n=1\"");
  CHECK(cell("\n=1") == "\"'\n=1\"");
  CHECK(cell("\ta").starts_with("'"));
  CHECK(cell("\ra").starts_with("'"));
  CHECK(cell("\u200b=1").starts_with("'"));
  CHECK(cell("1-2=a@b") == "1-2=a@b");
}

TEST_CASE("controls are written visibly") { CHECK(cell("a\x07") == "a\\u{7}"); }

TEST_CASE("lists in a cell are joined, tables within them by blanks") {
  Table level;
  level.set("date", {Date{2026y / 9 / 3}});
  level.set("by", {std::string("self")});
  level.set("level", {std::int64_t{2}});
  CHECK(csv_text(rows, {row({List{{level}, {std::string("b")}}})}, {"what"}) ==
        "what\n2026-09-03 self 2; b\n");
}
