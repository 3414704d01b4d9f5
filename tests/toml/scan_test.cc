#include "toml/scan.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace coach {
namespace {

std::string part(std::string_view text, Span span) {
  return std::string(text.substr(span.begin, span.end - span.begin));
}

std::vector<std::string> parts(std::string_view text, const std::vector<Span>& spans) {
  std::vector<std::string> found;
  for (const Span span : spans) found.push_back(part(text, span));
  return found;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a pair has its keys, its value and its line with the comment") {
  const std::string text = "# top\n  a . \"b c\".d = [1, 'x'] # end\nlast = true";
  const Scan scanned = scan(text);
  REQUIRE(scanned.passed());
  REQUIRE(scanned.statements.size() == 2);
  const Statement& pair = scanned.statements[0];
  CHECK(pair.kind == Statement::Kind::pair);
  CHECK(parts(text, pair.key) == Words{"a", "\"b c\"", "d"});
  CHECK(part(text, pair.value) == "[1, 'x']");
  CHECK(part(text, pair.line) == "  a . \"b c\".d = [1, 'x'] # end\n");
  CHECK(part(text, scanned.statements[1].line) == "last = true");
  CHECK(parts(text, scanned.values) == Words{"[1, 'x']", "1", "'x'", "true"});
  CHECK(parts(text, scanned.comments) == Words{"# top", "# end"});
}

TEST_CASE("a header has its brackets as its value") {
  const std::string text = "[a.b] # c\n[[ x . 'y' ]]\n";
  const Scan scanned = scan(text);
  REQUIRE(scanned.passed());
  REQUIRE(scanned.statements.size() == 2);
  CHECK(scanned.statements[0].kind == Statement::Kind::table);
  CHECK(part(text, scanned.statements[0].value) == "[a.b]");
  CHECK(scanned.statements[1].kind == Statement::Kind::table_of_list);
  CHECK(part(text, scanned.statements[1].value) == "[[ x . 'y' ]]");
  CHECK(parts(text, scanned.statements[1].key) == Words{"x", "'y'"});
}

TEST_CASE("the first newline gives the form, and a byte order mark belongs to no line") {
  const Scan scanned = scan(
      "\xEF\xBB\xBF"
      "a = 1\r\nb = 2\n");
  CHECK(scanned.bom);
  CHECK(scanned.newline == "\r\n");
  CHECK(scanned.statements[0].line == Span{3, 10});
  CHECK(scan("a = 1").newline == "\n");
}

TEST_CASE("a comment sign within text begins no comment") {
  CHECK(scan("a = \"#\" # c\nb = '''\n# no\n'''\nc = \"\"\"# \\\"\"\" #\"\"\"").comments.size() ==
        1);
}

TEST_CASE("what TOML 1.0 allows passes") {
  for (const char* text : {
           "",
           "\n\r\n",
           "# c",
           "a=1",
           "a = +1_000",
           "a = -0",
           "a = 0xDEAD_beef",
           "a = 0o17",
           "a = 0b1_0",
           "a = 1e06",
           "a = -1.5E-3",
           "a = +inf",
           "a = -nan",
           "a = true",
           "a = 1979-05-27",
           "a = 07:32:00",
           "a = 07:32:00.999999",
           "a = 1979-05-27T07:32:00Z",
           "a = 1979-05-27 07:32:00.5-07:00",
           "a = 1979-05-27t07:32:00z",
           "a = \"\"",
           "a = ''",
           "a = \"\"\"\"\"\"",
           "a = \"\"\"\"two\"\"\"\"\"",
           "a = ''''x'''''",
           "'' = 1",
           "\"\" = 1",
           "1 = 1",
           "-_ = 1",
           "3.14 = 1",
           "a = \"\\u00e9\\U0001F600\\\\\\\"\\b\"",
           "a = \"\"\"\\\n   \\  \r\n x\"\"\"",
           "a = []",
           "a = [\n# c\n1, # c\n[2,], ]",
           "a = {}",
           "a = { b = 1, c.d = [ { } ] }",
           "a = {b = \"\"\"\n\"\"\"}",
           "[a]\n[ b . c ]#c",
           "a = 'é' # é\n\"é\" = 1",
           "[[a]]\t\n",
           "a = \"\t\"",
       }) {
    INFO(text);
    CHECK(scan(text).refused == "");
  }
}

TEST_CASE("what makes the parser abort is refused") {
  for (const char* text : {"[\n",
                           "[!]",
                           "[ü]",
                           "o=1997-09-09T:",
                           "6=1979-05-27 0#",
                           "a = 1:",
                           "a = 2026-1",
                           "a =",
                           "a = é",
                           "a",
                           "=",
                           "[a",
                           "[[a]",
                           "a = [",
                           "a = {",
                           "a = \"",
                           "a = '''",
                           "a = 1 b = 2",
                           "a = \"\\",
                           "a = \"\"\"\\ x\"\"\"",
                           "a = \"\\uD800\"",
                           "a = 1\r",
                           "a\rb",
                           "# \x01",
                           "a = 'x\ny'"}) {
    INFO(text);
    const Scan scanned = scan(text);
    CHECK_FALSE(scanned.passed());
    CHECK(scanned.refused_at.begin <= std::string_view(text).size());
  }
}

TEST_CASE("values nest up to 100 deep, the keys that lead to them counted") {
  const auto nested = [](std::size_t depth) {
    return "a = " + std::string(depth, '[') + std::string(depth, ']');
  };
  CHECK(scan(nested(100)).passed());
  CHECK(scan(nested(101)).refused == "values are nested deeper than 100 here");
  CHECK_FALSE(scan("[h]\n" + nested(100)).passed());
  std::string keys = "a";
  for (int i = 1; i < 100; ++i) keys += ".a";
  CHECK(scan("[" + keys + "]").passed());
  CHECK(scan("[" + keys + ".a]").refused == "tables are nested deeper than 100 here");
  CHECK_FALSE(scan("a = " + std::string(1'000'000, '[')).passed());
}

TEST_CASE("a token says what stands between its quotes") {
  CHECK(unquoted("bare-key") == "bare-key");
  CHECK(unquoted("'C:\\new'") == "C:\\new");
  CHECK(unquoted(R"("a\tb\"\\\u00e9\U0001F600\n")") == "a\tb\"\\é😀\n");
  CHECK(unquoted("\"\"\"\none\r\ntwo\"\"\"") == "one\ntwo");
  CHECK(unquoted("\"\"\"\r\n\"\"two\"\"\"\"\"") == "\"\"two\"\"");
  CHECK(unquoted("\"\"\"one\\\n   \n  two\"\"\"") == "onetwo");
  CHECK(unquoted("\"\"\"\\\n \u00A0x\"\"\"") == "\u00A0x");  // a no-break space is text
  CHECK(unquoted("'''\nx\\'''") == "x\\");
  CHECK(unquoted("\"\"") == "");
}

}  // namespace coach
