#include "toml/edit.h"

#include <doctest/doctest.h>

#include <string>

namespace coach {
namespace {

using namespace std::chrono_literals;
using Kind = Change::Kind;

Document read(const std::string& text) {
  Problems problems;
  auto document = parse_toml(text, "test.toml", problems);
  REQUIRE_MESSAGE(document, text);
  return std::move(*document);
}

std::string after(const std::string& text, const std::vector<Change>& changes) {
  return edited(read(text), changes, "test.toml").text;
}

std::string after(const std::string& text, const Change& change) {
  return after(text, std::vector<Change>{change});
}

Value text(const char* words) { return {std::string(words)}; }
Value number(std::int64_t of) { return {of}; }

Table table(std::vector<std::pair<std::string, Value>> pairs) {
  Table made;
  for (auto& [key, value] : pairs) made.set(key, std::move(value));
  return made;
}

Change set(Path path, Value value, std::vector<std::string> order = {}) {
  return {Kind::set, std::move(path), std::move(value), std::move(order)};
}
Change erase(Path path) { return {Kind::erase, std::move(path), {}, {}}; }
Change append(Path path, Value value, std::vector<std::string> order = {}) {
  return {Kind::append, std::move(path), std::move(value), std::move(order)};
}

constexpr std::size_t first = 0;
constexpr std::size_t second = 1;

}  // namespace

TEST_CASE("a value set keeps its quotes and its comment") {
  CHECK(after("a  =  'x' # c\n", set({"a"}, text("y"))) == "a  =  'y' # c\n");
  CHECK(after("a = 'x'\n", set({"a"}, text("it's"))) == "a = \"it's\"\n");
  CHECK(after("a = 'x'\r\n", set({"a"}, text("1\n2"))) == "a = \"\"\"\r\n1\r\n2\"\"\"\r\n");
  CHECK(after("a = ['x', 'y']\n", set({"a", second}, text("z"))) == "a = ['x', 'z']\n");
  CHECK(after("a = {b = 1, c = 2}", set({"a", "b"}, text("1\n2"))) == "a = {b = \"1\\n2\", c = 2}");
}

TEST_CASE("a value that is there already changes nothing") {
  CHECK(after("a = 0x10\n", set({"a"}, number(16))) == "a = 0x10\n");
  CHECK(after("a = 1", set({"b"}, {})) == "a = 1");
}

TEST_CASE("an empty value set is a key erased") {
  CHECK(after("a = 1\nb = 2\n", set({"a"}, {})) == "b = 2\n");
}

TEST_CASE("a new key finds its place by the order of its description") {
  const std::vector<std::string> order{"date", "start", "title", "goals"};
  const std::string session = "date = 2026-11-17 # day\n# what\ntitle = 'x'\nmine = 1\n\n[t]\n";
  CHECK(after(session, set({"start"}, {Time{14, 0, 0}}, order)) ==
        "date = 2026-11-17 # day\nstart = 14:00:00\n# what\ntitle = 'x'\nmine = 1\n\n[t]\n");
  CHECK(after("# file\n\n# what\ntitle = 'x'\n", set({"date"}, {Date{2026y / 11 / 17}}, order)) ==
        "# file\n\ndate = 2026-11-17\n# what\ntitle = 'x'\n");
  CHECK(after("mine = 1\n", set({"goals"}, {List{}}, order)) == "goals = []\nmine = 1\n");
  CHECK(after(session, set({"other"}, number(1), order)) ==
        "date = 2026-11-17 # day\n# what\ntitle = 'x'\nmine = 1\nother = 1\n\n[t]\n");
}

TEST_CASE("the first key of a table stands below its header, of a file below its opening comment") {
  CHECK(after("  [t] # h\n", set({"t", "a"}, number(1))) == "  [t] # h\n  a = 1\n");
  CHECK(after("# c\n\n[t]\n", set({"a"}, number(1))) == "# c\n\na = 1\n\n[t]\n");
  CHECK(after("# of t\n[t]\n", set({"a"}, number(1))) == "a = 1\n\n# of t\n[t]\n");
  CHECK(after("", set({"a"}, number(1))) == "a = 1\n");
  CHECK(after("# c", set({"a"}, number(1))) == "# c\na = 1\n");
}

TEST_CASE("a last line without a newline gets one first") {
  CHECK(after("a = 1 # c", set({"b"}, number(2))) == "a = 1 # c\nb = 2\n");
}

TEST_CASE("dotted and unnamed tables take keys in their own way") {
  CHECK(after("\ta . 'b'.c = 1\n", set({"a", "b", "d"}, number(2))) ==
        "\ta . 'b'.c = 1\n\ta . 'b'.d = 2\n");
  CHECK(after("z = 1\n\n# hangs\n[a.b]\nc = 1\n", set({"a", "d"}, number(2))) ==
        "z = 1\n\n[a]\nd = 2\n\n# hangs\n[a.b]\nc = 1\n");
  CHECK(after("x = {a = 1, c.d = 2}\n", set({"x", "c", "e"}, number(3))) ==
        "x = {a = 1, c.d = 2, c.e = 3}\n");
  CHECK(after("x = { a = 1, c = 2 }\n", set({"x", "b"}, number(3), {"a", "b", "c"})) ==
        "x = { a = 1, b = 3, c = 2 }\n");
  CHECK(after("x = {}\n", set({"x", "b"}, number(3))) == "x = { b = 3 }\n");
}

TEST_CASE("a new table is a section beside its neighbours in the described order") {
  CHECK(after("[coach]\nname = 'R'\n\n[git]\ncommit = true\n",
              set({"defaults"}, {table({{"days", number(14)}})}, {"coach", "defaults", "git"})) ==
        "[coach]\nname = 'R'\n\n[defaults]\ndays = 14\n\n[git]\ncommit = true\n");
  CHECK(
      after("[privacy]\nx = 1\n\n[z]\n", set({"privacy", "share"}, {table({{"a", number(1)}})})) ==
      "[privacy]\nx = 1\n\n[privacy.share]\na = 1\n\n[z]\n");
}

TEST_CASE("a key erased takes its lines and its comment with it") {
  CHECK(after("a = 1\nb = [\n1, # c\n] # d\n# e\nc = 3", erase({"b"})) == "a = 1\n# e\nc = 3");
  CHECK(after("a.b = 1\nc = 2\na.d = 3\n", erase({"a"})) == "c = 2\n");
  CHECK(after("a.b = 1\nc = 2\n", erase({"a", "b"})) == "c = 2\n");
  CHECK(after("x = { a = 1, b = 2 }\n", erase({"x", "a"})) == "x = { b = 2 }\n");
  CHECK(after("x = { a = 1, b = 2 }\n", erase({"x", "b"})) == "x = { a = 1 }\n");
  CHECK(after("x = { a.b = 1 } # c\n", erase({"x", "a", "b"})) == "x = {} # c\n");
}

TEST_CASE("an element erased takes one comma with it") {
  CHECK(after("x = [1, 2, 3]", erase({"x", first})) == "x = [2, 3]");
  CHECK(after("x = [1, 2, 3]", erase({"x", second})) == "x = [1, 3]");
  CHECK(after("x = [1]", erase({"x", first})) == "x = []");
  CHECK(after("x = [\n  1, # one\n  2 # two\n]\n", erase({"x", second})) ==
        "x = [\n  1 # one\n]\n");
  CHECK(after("x = [\n  1, # one\n  2, # two\n]\n", erase({"x", first})) ==
        "x = [\n  2, # two\n]\n");
  CHECK(after("x = [1 # one\n, 2]\n", erase({"x", second})) == "x = [1 # one\n ]\n");
}

TEST_CASE("a [[table]] erased takes everything inside it, the comments around it stay") {
  const std::string text =
      "a = 1\n\n# first\n[[c]]\nk = 1 # k\n[c.sub]\nx = 1\n# after\n\n[[c]]\nk = 2\n\n[z]\n";
  CHECK(after(text, erase({"c", first})) == "a = 1\n\n# first\n# after\n\n[[c]]\nk = 2\n\n[z]\n");
  CHECK(after(text, erase({"c", second})) ==
        "a = 1\n\n# first\n[[c]]\nk = 1 # k\n[c.sub]\nx = 1\n# after\n\n[z]\n");
  CHECK(after("a = 1\n\n[[c]]\nk = 1\n", erase({"c", first})) == "a = 1\n");
}

TEST_CASE("an element appended keeps the list's layout and its comma habit") {
  CHECK(after("x = []", append({"x"}, number(1))) == "x = [1]");
  CHECK(after("x = ['a']", append({"x"}, text("b"))) == "x = ['a', 'b']");
  CHECK(after("x = [1,]", append({"x"}, number(2))) == "x = [1, 2,]");
  CHECK(after("x = [\n\t1, # one\n\t2 # two\n\t# end\n]", append({"x"}, number(3))) ==
        "x = [\n\t1, # one\n\t2, # two\n\t3\n\t# end\n]");
  CHECK(after("x = [\r\n  1,\r\n]", append({"x"}, number(2))) == "x = [\r\n  1,\r\n  2,\r\n]");
  CHECK(after("x = [ # c\n]", append({"x"}, number(1))) == "x = [ # c\n  1,\n]");
  CHECK(after("a = 1\n", append({"x"}, number(1))) == "a = 1\nx = [1]\n");
}

TEST_CASE("a table appended is a header like the last one, behind all that hangs on that") {
  const Value row{table({{"k", number(2)}, {"sub", {table({{"y", number(1)}})}}})};
  CHECK(
      after("[[ c ]] # one\n  k = 1\n[c.sub]\nx = 1\n# hangs\n\n[z]\n", append({"c"}, row)) ==
      "[[ c ]] # one\n  k = 1\n[c.sub]\nx = 1\n# hangs\n\n[[ c ]]\n  k = 2\n\n[c.sub]\n  y = 1\n\n"
      "[z]\n");
  CHECK(after("[[d]]\n[[d.e]]\nk = 1\n[[d]]\n", append({"d", first, "e"}, {table({})})) ==
        "[[d]]\n[[d.e]]\nk = 1\n\n[[d.e]]\n\n[[d]]\n");
  CHECK(after("a = 1\n[[h]]\n", append({"c"}, {table({{"k", number(1)}})}, {"c", "h"})) ==
        "a = 1\n\n[[c]]\nk = 1\n\n[[h]]\n");
  CHECK(after("x = [{a = 1}]\n", append({"x"}, {table({{"a", number(2)}})})) ==
        "x = [{a = 1}, { a = 2 }]\n");
}

TEST_CASE("a list set anew keeps the comments of what stays") {
  CHECK(after("x = [\n  1, # one\n  2, # two\n  3, # three\n]\n",
              set({"x"}, {List{number(1), number(3)}})) == "x = [\n  1, # one\n  3, # three\n]\n");
  CHECK(after("x = [\n  1, # one\n  2, # two\n]\n",
              set({"x"}, {List{number(1), number(5), number(6)}})) ==
        "x = [\n  1, # one\n  5, # two\n  6,\n]\n");
}

TEST_CASE("a table set anew is edited key by key") {
  CHECK(after("[t] # h\na = 1 # a\nb = 2\n",
              set({"t"}, {table({{"a", number(1)}, {"c", number(3)}})})) ==
        "[t] # h\na = 1 # a\nc = 3\n");
  CHECK(after("[a.b]\nc = 1\n", set({"a", "b"}, number(1))) == "[a]\nb = 1\n");
}

TEST_CASE("several changes follow each other") {
  CHECK(after("[[c]]\nk = 1\n\n[[c]]\nk = 2\n",
              {append({"c"}, {table({{"k", number(3)}})}), erase({"c", first}),
               set({"c", second, "k"}, number(4))}) == "[[c]]\nk = 2\n\n[[c]]\nk = 4\n");
}

TEST_CASE("what a text cannot hold is left to the hand, with file and line") {
  const Document document = read("a = 1\n[[c]]\nk = 1\n");
  const Change mixed = append({"c"}, number(1));
  CHECK_THROWS_WITH_AS(
      edited(document, {&mixed, 1}, "goals/x.toml"),
      "goals/x.toml:2: `c` cannot be changed without touching the rest: edit by hand", Error);
  const Change nowhere = set({"a", "b"}, number(1));
  CHECK_THROWS_AS(edited(document, {&nowhere, 1}, "goals/x.toml"), Error);
}

namespace {

std::string shown(const std::vector<Change>& changes) {
  std::string all;
  for (const Change& change : changes) {
    all += change.kind == Kind::set ? "set" : change.kind == Kind::erase ? "erase" : "append";
    for (const Step& step : change.path) {
      const auto* key = std::get_if<std::string>(&step);
      all += ' ' + (key ? *key : std::to_string(std::get<std::size_t>(step)));
    }
    all += '\n';
  }
  return all;
}

std::string difference(const std::string& before, const std::string& now) {
  return shown(changes(read(before).root, read(now).root, {}));
}

}  // namespace

TEST_CASE("only what differs is changed") {
  CHECK(difference("a = 1\nb = 2\n", "b = 2\na = 1\n") == "");
  CHECK(difference("a = 1\nb = 2\n[t]\nx = 1\ny = 1\n", "b = 3\nc = 1\n[t]\nx = 2\ny = 1\n") ==
        "set b\nset c\nset t x\nerase a\n");
  CHECK(difference("l = [1, 2]", "l = [1, 2, 3, 4]") == "append l\nappend l\n");
  CHECK(difference("l = [1, 2]", "l = [2]") == "set l\n");
}

TEST_CASE("rows are told apart by their key, or by what stands for one") {
  const std::string keys = "[[c]]\nkey = 'a'\nn = 1\n[[c]]\nkey = 'b'\nn = 1\n";
  CHECK(difference(keys, "[[c]]\nkey = 'b'\nn = 2\n[[c]]\nkey = 'd'\n") ==
        "set c 1 n\nappend c\nerase c 0\n");
  CHECK(difference("[[t]]\nelement = 'x'\nset = 1\n[[t]]\nelement = 'x'\nset = 2\n",
                   "[[t]]\nelement = 'x'\nset = 2\nby = 1\n") == "set t 1 by\nerase t 0\n");
  CHECK(difference("[[h]]\non = 1\n[[h]]\non = 2\n", "[[h]]\non = 2\n") == "erase h 0\n");
  CHECK(difference("[[s]]\nif = 1\n[[s]]\nif = 2\n", "[[s]]\nif = 3\n") ==
        "set s 0 if\nerase s 1\n");
}

TEST_CASE("rows with one key twice are told apart by their position") {
  CHECK(difference("[[c]]\nkey = 'a'\nn = 1\n[[c]]\nkey = 'a'\nn = 2\n",
                   "[[c]]\nkey = 'a'\nn = 3\n[[c]]\nkey = 'a'\nn = 2\n") == "set c 0 n\n");
}

TEST_CASE("a row without a key that is given one stays in its place") {
  CHECK(difference("[[c]]\nn = 1\n[[c]]\nkey = 'b'\n",
                   "[[c]]\nkey = 'a'\nn = 1\n[[c]]\nkey = 'b'\n") == "set c 0 key\n");
}

TEST_CASE("a row that moves is appended and erased, rows within rows are edited within") {
  CHECK(difference("[[c]]\nkey = 'a'\n[[c]]\nkey = 'b'\n",
                   "[[c]]\nkey = 'b'\n[[c]]\nkey = 'a'\n") == "append c\nerase c 0\n");
  CHECK(difference("[[d]]\nkey = 'a'\n[[d.e]]\nkey = 'x'\nn = 1\n",
                   "[[d]]\nkey = 'a'\n[[d.e]]\nkey = 'x'\nn = 2\n[[d.e]]\nkey = 'y'\n") ==
        "set d 0 e 0 n\nappend d 0 e\n");
}

TEST_CASE("an order is found by its key") {
  const Order order{{"a", "b"}, {{"b", {{"c"}, {}}}}};
  REQUIRE(order.of("b"));
  CHECK(order.of("b")->keys == std::vector<std::string>{"c"});
  CHECK(order.of("a") == nullptr);
}

}  // namespace coach
