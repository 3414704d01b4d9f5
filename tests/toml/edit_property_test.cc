// Random edits, mutants and round trips against simple models. The seed is fixed and printed, so
// that a failure can be run again.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "toml/edit.h"
#include "toml/parse.h"
#include "toml/write.h"

namespace coach {
namespace {

constexpr unsigned seed = 20261124;

class Chance {
 public:
  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : engine_() % limit; }
  bool one_in(std::size_t n) { return below(n) == 0; }
  template <class T>
  const T& of(const std::vector<T>& all) {
    return all[below(all.size())];
  }

  std::string text() {
    static const std::vector<std::string> bits{"a",
                                               "é",
                                               "😀",
                                               "e\xCC\x81",
                                               "\"",
                                               "\"\"\"",
                                               "'",
                                               "'''",
                                               "\\",
                                               "\n",
                                               "\t",
                                               " ",
                                               "#",
                                               "]",
                                               "}",
                                               ",",
                                               "=",
                                               "[x]",
                                               "\x01",
                                               "\x7f",
                                               "\r",
                                               "日",
                                               "word ",
                                               "\\u0041",
                                               "\n\n",
                                               "\u00A0",
                                               "${HOME}",
                                               "\xEF\xBB\xBF",
                                               std::string(1, '\0')};
    std::string made;
    for (auto n = below(8); n > 0; --n) made += of(bits);
    return made;
  }

  std::string key() { return one_in(4) ? text() : "k" + std::to_string(below(9)); }

  Value plain() {
    static const std::vector<double> floats{0.0, 1.5,      -2.25e-9,  1e300,        0.1,
                                            3,   HUGE_VAL, -HUGE_VAL, std::nan(""), 123456789.123};
    switch (below(8)) {
      case 0:
        return {static_cast<std::int64_t>(engine_()) >> below(63)};
      case 1:
        return {of(floats)};
      case 2:
        return {one_in(2)};
      case 3:
        return {Date{std::chrono::year{static_cast<int>(1 + below(9999))},
                     std::chrono::month{static_cast<unsigned>(1 + below(12))},
                     std::chrono::day{static_cast<unsigned>(1 + below(28))}}};
      case 4:
        return {Time{static_cast<int>(below(24)), static_cast<int>(below(60)),
                     static_cast<int>(below(60))}};
      case 5:
        return {Foreign{one_in(2) ? "2026-11-24T07:32:00Z" : "07:32:00.25"}};
      default:
        return {text()};
    }
  }

  Value any(int depth = 0) {
    const auto kind = below(depth > 2 ? 7 : 10);
    if (kind < 7) return plain();
    if (kind == 9) return {table(depth + 1)};
    List list;
    const bool of_tables = one_in(4);
    for (auto n = below(4); n > 0; --n)
      list.push_back(of_tables ? Value{table(depth + 1)} : any(depth + 1));
    return {std::move(list)};
  }

  Table table(int depth = 0) {
    Table made;
    for (auto n = below(4); n > 0; --n) made.set(key(), any(depth + 1));
    return made;
  }

 private:
  std::mt19937_64 engine_{seed};
};

const std::vector<std::string>& corpus() {
  static const std::vector<std::string> texts{
      "",
      "# nothing but a comment",
      "# file comment\n\ntitle = \"Feedback\"  # kept\ndue = 2026-11-24\n\n# about "
      "steps\n[[steps]] # one\nkey = \"hw\"\nwhat = 'a \"b\"'\n\n[[steps]]\n# inner\nkey = "
      "\"oc\"\n# after\n",
      "\xEF\xBB\xBF# bom\r\na = 1 # eins\r\nb = \"\"\"\r\ntwo\r\nlines\"\"\" # "
      "zwei\r\n\r\n[t]\r\nx = [\r\n  1, # one\r\n  2,\r\n] # end\r\n",
      "\ta.b.c = 1\n\ta . \"b\" . d = 2 # dotted\n\n[s]\n  e.f = 'x' # f\n  e.g = true\n  [s.h]\n  "
      "  i = 1\n",
      "x = {a = 1, b = { c = 'd' }, e.f = 2, e.g = 3} # inline\ny = {}\nz = [{a = 1}, {b = 2, c = "
      "[1, 2]}]\n",
      "l = [1, 2, 3] # one line\nm = [ # open\n  # first\n  \"a\", # a\n  \"b\"  # b\n  # "
      "last\n]\nn = []\no = [\n]\np = [1, 2,]\nq = [\n  [1, 2],\n  [ 3 ] ]\nr = [1\n , 2 # c\n , "
      "3]",
      "[a.b.c]\nd = 1\n\n# hangs\n[a.e]\nf = 2 # last line has no newline",
      "\"k é😀\" = \"😀😀\" # 日本\n'lit key' = '''\n''quoted''\n'''\nn = 1_000\nf = 6.02e23\nh = "
      "0xFF\nt = 07:32:00\nd = 1979-05-27 07:32:00Z # offset\n",
      "title = \"x\"\n[[domains]]\ntitle = \"I\"\n[[domains.elements]]\nkey = \"a\" # "
      "key\n[domains.elements.levels]\nlow = \"...\"\nhigh = \"...\"\n[[domains.elements]]\nkey = "
      "\"b\"\n[[domains]]\ntitle = \"II\"\n",
      "\r\n  # indented\r\n  [ table . \"with dots\" ] # h\r\n  k='v'\r\n\r\n\r\n  [[ table . list "
      "]]\r\n  a=1\r\n  # end of list\r\n\r\n[z]",
      "s = \"\"\"a \\\n   b \\\"\"\"\"  # trailing\nempty = \"\"\nq = \"\"\"\"two\"\" "
      "quotes\"\"\"\"\"\nu = \"\\u00e9\\t\"\n",
      "[fruit]\napple.color = 'red' # c\napple.taste.sweet = true\n\n[fruit.apple.texture]\nsmooth "
      "= true\n\n[[fruit.variety]]\nname = 'x'\n",
      "date = 2026-11-17\nstart = 14:00:00\n\nnotes = \"\"\"\nShe said \"no\" early.\n# no "
      "comment\n\"\"\"\ngoals = [ \"one\", 'two' ]\n\n[[commitments]]   # a promise\nkey = "
      "\"ka\"\ndue = 2026-11-20\n[[commitments]]\nkey = \"kb\"\n",
  };
  return texts;
}

Document parsed(const std::string& text) {
  Problems problems;
  auto document = parse_toml(text, "test.toml", problems);
  REQUIRE_MESSAGE(document, text);
  return std::move(*document);
}

void collect(const Value& value, const Path& path, std::vector<Path>& paths);

void collect(const Table& table, const Path& path, std::vector<Path>& paths) {
  for (const auto& [key, value, span] : table.entries) {
    Path below = path;
    below.emplace_back(key);
    collect(value, below, paths);
  }
}

void collect(const Value& value, const Path& path, std::vector<Path>& paths) {
  paths.push_back(path);
  if (const auto* table = value.as<Table>()) collect(*table, path, paths);
  if (const auto* list = value.as<List>())
    for (std::size_t i = 0; i < list->size(); ++i) {
      Path below = path;
      below.emplace_back(i);
      collect((*list)[i], below, paths);
    }
}

Value* at(Value& root, const Path& path, std::size_t length) {
  Value* value = &root;
  for (std::size_t i = 0; value && i < length; ++i) {
    if (const auto* key = std::get_if<std::string>(&path[i])) {
      value = value->as<Table>() ? value->as<Table>()->find(*key) : nullptr;
    } else {
      auto* list = value->as<List>();
      const auto index = std::get<std::size_t>(path[i]);
      value = list && index < list->size() ? &(*list)[index] : nullptr;
    }
  }
  return value;
}

/// Containers that hold nothing may stand or not once their last part is gone.
Value without_empty(Value value) {
  const auto gone = [](const Value& each) {
    return each.empty() || (each.as<List>() && each.as<List>()->empty()) ||
           (each.as<Table>() && each.as<Table>()->empty());
  };
  if (auto* list = value.as<List>()) {
    for (Value& each : *list) each = without_empty(std::move(each));
    std::erase_if(*list, gone);
  }
  if (auto* table = value.as<Table>()) {
    for (Entry& each : table->entries) each.value = without_empty(std::move(each.value));
    std::erase_if(table->entries, [&](const Entry& each) { return gone(each.value); });
  }
  return value;
}

/// The simple model of a change: no text at all.
Value modelled(const Table& root, const Change& change) {
  Value whole{root};
  const auto& path = change.path;
  Value* parent = at(whole, path, path.size() - 1);
  Value* held = at(whole, path, path.size());
  const auto* key = std::get_if<std::string>(&path.back());
  switch (change.kind) {
    case Change::Kind::set:
      if (held)
        *held = change.value;
      else
        parent->as<Table>()->set(*key, change.value);
      break;
    case Change::Kind::append:
      if (held)
        held->as<List>()->push_back(change.value);
      else
        parent->as<Table>()->set(*key, {List{change.value}});
      break;
    case Change::Kind::erase:
      if (key)
        parent->as<Table>()->erase(*key);
      else {
        auto& list = *parent->as<List>();
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(std::get<std::size_t>(path.back())));
      }
  }
  return whole;
}

/// Among [[headers]] only a table can stand: what asks for something else asks for another list.
bool can_stand(const Document& document, const Change& change) {
  if (change.kind == Change::Kind::erase || change.value.as<Table>()) return true;
  Path list = change.path;
  if (change.kind == Change::Kind::set) {
    if (!std::holds_alternative<std::size_t>(list.back())) return true;
    list.pop_back();
  }
  Value whole{document.root};
  const Value* value = at(whole, list, list.size());
  return !value || !value->as<List>() || document.text.compare(value->span.begin, 2, "[[") != 0;
}

std::optional<Change> random_change(const Document& document, Chance& chance) {
  std::vector<Path> paths{{}};
  collect(document.root, {}, paths);
  Path path = chance.of(paths);
  Value whole{document.root};
  const Value& value = *at(whole, path, path.size());
  switch (chance.below(6)) {
    case 0:
    case 1:
      if (path.empty()) return std::nullopt;
      return Change{Change::Kind::set, path, chance.any(), {}};
    case 2: {
      const auto* table = value.as<Table>();
      if (!table) return std::nullopt;
      std::vector<std::string> order;
      for (const Entry& entry : table->entries) order.push_back(entry.key);
      const std::string key = chance.key();
      if (table->find(key)) return std::nullopt;
      if (!chance.one_in(3))
        order.insert(order.begin() + static_cast<std::ptrdiff_t>(chance.below(order.size() + 1)),
                     key);
      path.emplace_back(key);
      return Change{Change::Kind::set, path, chance.any(), order};
    }
    case 3:
      if (path.empty()) return std::nullopt;
      return Change{Change::Kind::erase, path, {}, {}};
    case 4:
      if (!value.as<List>()) return std::nullopt;
      return Change{Change::Kind::append, path, chance.any(), {}};
    default:
      if (!value.as<Table>()) return std::nullopt;
      path.emplace_back("list" + std::to_string(chance.below(3)));
      if (const Value* list = at(whole, path, path.size()); list && !list->as<List>())
        return std::nullopt;
      return Change{Change::Kind::append, path, {chance.table(2)}, {}};
  }
}

std::vector<std::string> comments_of(const Document& document) {
  std::vector<std::string> comments;
  for (const Span span : document.scan.comments)
    comments.push_back(document.text.substr(span.begin, span.end - span.begin));
  return comments;
}

bool is_part_of(const std::vector<std::string>& some, const std::vector<std::string>& all) {
  std::size_t found = 0;
  for (const auto& each : all)
    if (found < some.size() && some[found] == each) ++found;
  return found == some.size();
}

bool only_crlf(const std::string& text) {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n' && (i == 0 || text[i - 1] != '\r')) return false;
  return text.find('\n') != std::string::npos;
}

bool starts(const Path& path, const Path& start) {
  return path.size() >= start.size() && std::equal(start.begin(), start.end(), path.begin());
}

/// Values that the change did not mean, compared as they are written.
std::string touched(const Document& before, const Document& after, const Change& change) {
  Path meant = change.path;
  if (change.kind == Change::Kind::erase && std::holds_alternative<std::size_t>(meant.back()))
    meant.pop_back();
  std::vector<Path> paths;
  collect(before.root, {}, paths);
  Value old_root{before.root};
  Value new_root{after.root};
  for (const Path& path : paths) {
    if (starts(path, meant) || starts(meant, path)) continue;
    const Value* old = at(old_root, path, path.size());
    const Value* now = at(new_root, path, path.size());
    if (old->as<Table>() || old->as<List>()) continue;
    if (!now) return "a value is gone";
    if (before.text.substr(old->span.begin, old->span.end - old->span.begin) !=
        after.text.substr(now->span.begin, now->span.end - now->span.begin))
      return "a value was rewritten";
  }
  return {};
}

/// What is wrong with an edit, or nothing.
std::string fault(const Document& before, const Document& after, const Change& change) {
  if (!same(without_empty(modelled(before.root, change)), without_empty(Value{after.root})))
    return "other values";
  if (auto found = touched(before, after, change); !found.empty()) return found;
  if (only_crlf(before.text) && !only_crlf(after.text) &&
      after.text.find('\n') != std::string::npos)
    return "CRLF mixed with LF";
  if (before.scan.bom != after.scan.bom) return "byte order mark";
  const auto old = comments_of(before);
  const auto now = comments_of(after);
  Value root{before.root};
  const Value* held = at(root, change.path, change.path.size());
  const bool plain = !held || !(held->as<List>() || held->as<Table>());
  const bool keeps =
      change.kind == Change::Kind::append || (change.kind == Change::Kind::set && plain);
  if (keeps && now != old) return "comments lost or made";
  if (!is_part_of(now, old)) return "comments made or moved";
  return {};
}

}  // namespace

TEST_CASE("20,000 random edits do what was meant and leave the rest as it was") {
  Chance chance;
  Document document = parsed(corpus().front());
  int refused = 0;
  int wrong = 0;
  for (int done = 0; done < 20000;) {
    if (chance.one_in(6) || document.text.size() > 1500) document = parsed(chance.of(corpus()));
    const auto change = random_change(document, chance);
    if (!change || !can_stand(document, *change)) continue;
    ++done;
    try {
      Document after = edited(document, {&*change, 1}, "test.toml");
      if (const auto found = fault(document, after, *change); !found.empty() && ++wrong < 5) {
        INFO("seed ", seed, " edit ", done);
        INFO(document.text);
        FAIL_CHECK(found, " in\n", after.text);
      }
      document = std::move(after);
    } catch (const Error&) {
      ++refused;
    }
  }
  MESSAGE("seed ", seed, ", refused ", refused, " of 20,000");
  CHECK(wrong == 0);
  CHECK(refused < 20);
}

TEST_CASE("no mutant of a text crashes the reader, and each is read or told about once") {
  Chance chance;
  static const std::vector<std::string> bits{
      "[",   "]",      "{",        "}",          "\"",
      "'",   "\"\"\"", "\\",       "\n",         "\r",
      "=",   ".",      ",",        "#",          "-",
      ":",   "T",      "0",        "1979-05-27", "07:32",
      "é",   "\xC3",   "\xFF",     "\u00A0",     std::string(1, '\0'),
      " ",   "\t",     "_",        "+",          "e",
      "inf", "0x",     "<<<<<<< ", "a"};
  int read = 0;
  for (int i = 0; i < 100000; ++i) {
    const std::string& whole = chance.of(corpus());
    const auto begin = chance.below(whole.size());
    std::string text = whole.substr(begin, 10 + chance.below(50));
    if (chance.one_in(2)) text = "o=" + text;
    for (auto n = 1 + chance.below(4); n > 0; --n) {
      const auto place = chance.below(text.size() + 1);
      if (chance.one_in(3))
        text.erase(place, 1 + chance.below(3));
      else
        text.insert(place, chance.of(bits));
    }
    Problems problems;
    const auto document = parse_toml(text, "test.toml", problems);
    read += document.has_value();
    const bool told = problems.size() == 1 && problems[0].place.line > 0 &&
                      problems[0].place.length > 0 && !problems[0].text.empty();
    if (document ? !problems.empty() : !told) FAIL_CHECK("seed ", seed, ": ", text);
  }
  CHECK(read > 1000);
  CHECK(read < 99000);
}

TEST_CASE("any table is the same when it is written and read") {
  Chance chance;
  for (int i = 0; i < 5000; ++i) {
    const Table table = chance.table();
    const std::string text = toml_text(table);
    Problems problems;
    const auto document = parse_toml(text, "test.toml", problems);
    INFO("seed ", seed);
    if (!document || !same(document->root, table)) FAIL_CHECK(text);
  }
}

namespace {

/// Rows like those of a record, some without a key, some with one twice.
Value random_rows(Chance& chance, int depth) {
  static const std::vector<std::string> names{"ka", "kb", "kc", "kd", "ke"};
  List rows;
  const auto style = chance.below(4);
  std::vector<std::string> free = names;
  for (auto n = 1 + chance.below(4); n > 0; --n) {
    Table row;
    const auto pick = chance.below(free.size());
    const std::string name = free[pick];
    if (!chance.one_in(10)) free.erase(free.begin() + static_cast<std::ptrdiff_t>(pick));
    if (style == 0 && !chance.one_in(8)) row.set("key", {name});
    if (style == 1) row.set("element", {name});
    if (style == 1 && chance.one_in(2)) row.set("set", {std::int64_t(chance.below(2))});
    if (style == 2) row.set("on", {name});
    if (chance.one_in(2)) row.set("what", {chance.text()});
    if (chance.one_in(2)) row.set("done", {chance.one_in(2)});
    if (depth < 1 && chance.one_in(3)) row.set("inner", random_rows(chance, depth + 1));
    rows.push_back({std::move(row)});
  }
  return {std::move(rows)};
}

Table random_record(Chance& chance) {
  Table record;
  for (const char* key : {"date", "title", "notes"})
    if (!chance.one_in(3)) record.set(key, chance.plain());
  if (chance.one_in(2)) {
    List goals;
    for (auto n = chance.below(4); n > 0; --n) goals.push_back({std::int64_t(chance.below(3))});
    record.set("goals", {std::move(goals)});
  }
  if (chance.one_in(3)) record.set("share", {chance.table(2)});
  if (!chance.one_in(3)) record.set("commitments", random_rows(chance, 0));
  if (chance.one_in(3)) record.set("history", random_rows(chance, 0));
  return record;
}

}  // namespace

TEST_CASE("the changes between two records turn the one into the other") {
  Chance chance;
  const Order order{{"date", "title", "notes", "goals", "share", "commitments", "history"},
                    {{"commitments", {{"key", "what", "done", "inner"}, {}}}}};
  Table before = random_record(chance);
  for (int i = 0; i < 2000; ++i) {
    const Table after = random_record(chance);
    const Document document = parsed(toml_text(before));
    INFO("seed ", seed);
    INFO(document.text);
    INFO(toml_text(after));
    const auto steps = changes(document.root, after, order);
    const Document result = edited(document, steps, "test.toml");
    if (!same(result.root, after)) FAIL_CHECK(result.text);
    CHECK(changes(result.root, after, order).empty());
    before = after;
  }
}

}  // namespace coach
