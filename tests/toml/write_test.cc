#include "toml/write.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

namespace coach {
namespace {

using namespace std::chrono_literals;

Value text(const char* words) { return {std::string(words)}; }
Value number(std::int64_t of) { return {of}; }

Table table(std::vector<std::pair<std::string, Value>> pairs) {
  Table made;
  for (auto& [key, value] : pairs) made.set(key, std::move(value));
  return made;
}

}  // namespace

TEST_CASE("a file has pairs first, then tables, then lists of tables, a blank line before each") {
  const Table root = table({
      {"elements",
       {List{{table({{"key", text("a")},
                     {"levels", {table({{"low", text("...")}})}},
                     {"done", {true}}})},
             {table({})}}}},
      {"privacy",
       {table({{"minimum_cell", number(10)}, {"share", {table({{"goals", text("client")}})}}})}},
      {"outer", {table({{"inner", {table({{"x", number(1)}})}}})}},
      {"empty", {table({})}},
      {"nothing", {}},
      {"format", number(1)},
      {"by", {List{text("grade"), number(2)}}},
  });
  CHECK(toml_text(root) == R"(format = 1
by = ["grade", 2]

[privacy]
minimum_cell = 10

[privacy.share]
goals = "client"

[outer.inner]
x = 1

[empty]

[[elements]]
key = "a"
done = true

[elements.levels]
low = "..."

[[elements]]
)");
  CHECK(toml_text({}) == "");
}

TEST_CASE("a list that holds more than tables stays on its line") {
  const Value list{
      List{{table({{"a", number(1)}, {"b c", text("x")}})}, {}, {table({})}, number(2)}};
  CHECK(toml_text(table({{"mixed", list}})) == "mixed = [{ a = 1, \"b c\" = \"x\" }, {}, 2]\n");
}

TEST_CASE("numbers, days and times are written in their shortest exact form") {
  CHECK(value_text({0.1}) == "0.1");
  CHECK(value_text({3.0}) == "3.0");
  CHECK(value_text({1e300}) == "1e+300");
  CHECK(value_text({std::nan("")}) == "nan");
  CHECK(value_text({-std::numeric_limits<double>::infinity()}) == "-inf");
  CHECK(value_text(number(std::numeric_limits<std::int64_t>::min())) == "-9223372036854775808");
  CHECK(value_text({false}) == "false");
  CHECK(value_text({Date{2026y / 11 / 7}}) == "2026-11-07");
  CHECK(value_text({Time{9, 5, 0}}) == "09:05:00");
  CHECK(value_text({Foreign{"2026-11-24T07:32:00Z"}}) == "2026-11-24T07:32:00Z");
}

TEST_CASE("text of several lines stands in a block unless it is inside a list") {
  CHECK(value_text(text("one\ntwo")) == "\"\"\"\none\ntwo\"\"\"");
  CHECK(value_text(text("one\ntwo\n"), Quote::basic, "\r\n") == "\"\"\"\r\none\r\ntwo\r\n\"\"\"");
  CHECK(value_text(text("one\ntwo"), Quote::basic, "\n", true) == "\"one\\ntwo\"");
  CHECK(value_text({List{text("one\ntwo")}}) == "[\"one\\ntwo\"]");
}

TEST_CASE("a quote is kept where it can hold the text") {
  CHECK(quoted("C:\\new", Quote::literal) == "'C:\\new'");
  CHECK(quoted("it's", Quote::literal) == "\"it's\"");
  CHECK(quoted("a\nb", Quote::literal_block) == "'''\na\nb'''");
  CHECK(quoted("it'''s", Quote::literal_block) == "\"\"\"\nit'''s\"\"\"");
  CHECK(quoted("ends '", Quote::literal_block) == "\"\"\"\nends '\"\"\"");
  CHECK(quoted("x", Quote::block) == "\"\"\"\nx\"\"\"");
}

TEST_CASE("what would end the text or is invisible is escaped") {
  CHECK(quoted("a\"b\\c\td\re\x01\x7f") == R"("a\"b\\c\td\re\u0001\u007F")");
  CHECK(quoted("\"\"\"\" \"", Quote::block) == "\"\"\"\n\"\"\\\"\" \\\"\"\"\"");
  CHECK(quoted("\xFF") == "\"\xEF\xBF\xBD\"");  // no UTF-8 would make the file unreadable
}

TEST_CASE("a key has quotes only where it must") {
  CHECK(key_text("so_that-1") == "so_that-1");
  CHECK(key_text("") == "\"\"");
  CHECK(key_text("a.b") == "\"a.b\"");
  CHECK(key_text("é\n") == "\"é\\n\"");
}

}  // namespace coach
