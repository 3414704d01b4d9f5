#include "toml/plain.h"

#include <algorithm>

namespace coach {
namespace {

/// Thrown where the text is not plain. Caught in this file alone.
struct NotPlain {};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// d stands for a digit, everything else for itself.
bool is_like(std::string_view token, std::string_view pattern) {
  if (token.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < token.size(); ++i)
    if (pattern[i] == 'd' ? !is_digit(token[i]) : token[i] != pattern[i]) return false;
  return true;
}

std::int64_t whole_number(std::string_view token) {
  constexpr std::size_t surely_fits = 18;  // 2^63 has 19 digits
  if (token.size() > surely_fits || !std::ranges::all_of(token, is_digit)) throw NotPlain{};
  return number_of(token);
}

Time clock_time(std::string_view token) {
  const auto at = [&](std::size_t place) {
    return static_cast<int>(number_of(token.substr(place, 2)));
  };
  const Time time{at(0), at(3), at(6)};
  if (time.hour > 23 || time.minute > 59 || time.second > 59) throw NotPlain{};
  return time;
}

decltype(Value::is) plain_word(std::string_view token) {
  if (token == "true") return true;
  if (token == "false") return false;
  if (const auto day = iso_date(token)) return *day;
  if (is_like(token, "dd:dd:dd")) return clock_time(token);
  return whole_number(token);
}

class PlainReader {
 public:
  PlainReader(std::string_view text, const Scan& scan) : text_(text), scan_(scan) {}

  Table run() {
    Table* section = &root_;
    for (const auto& statement : scan_.statements) {
      if (statement.kind != Statement::Kind::pair)
        section = &open(statement);
      else if (statement.key.size() == 1)
        add(*section, statement.key.front(), next_value());
      else
        throw NotPlain{};
    }
    return std::move(root_);
  }

 private:
  std::string_view token(Span span) const {
    return text_.substr(span.begin, span.end - span.begin);
  }

  std::string_view bare(Span key) const {
    const auto word = token(key);
    if (word.front() == '"' || word.front() == '\'') throw NotPlain{};
    return word;
  }

  /// Throws for a key that stands twice, and for a table so large that looking would take long.
  Value& add(Table& table, Span key, Value value) const {
    constexpr std::size_t most = 100;
    const auto word = bare(key);
    if (table.entries.size() >= most || table.find(word)) throw NotPlain{};
    table.entries.push_back({std::string(word), std::move(value), key});
    return table.entries.back().value;
  }

  /// What a header names: tables come from headers alone here, and so do lists that hold any.
  static Table& table_in(Value* value) {
    if (!value) throw NotPlain{};
    if (Table* table = value->as<Table>()) return *table;
    List* list = value->as<List>();
    if (!list || list->empty() || !list->back().as<Table>()) throw NotPlain{};
    return *list->back().as<Table>();
  }

  /// The table that the pairs below a header fall into.
  Table& open(const Statement& header) {
    Table* above = &root_;
    for (std::size_t i = 0; i + 1 < header.key.size(); ++i)
      above = &table_in(above->find(bare(header.key[i])));
    const Span key = header.key.back();
    Value element{Table{}, header.value};
    if (header.kind == Statement::Kind::table)
      return *add(*above, key, std::move(element)).as<Table>();
    Value* list = above->find(bare(key));
    if (list)
      (void)table_in(list);
    else
      list = &add(*above, key, {List{}, header.value});
    if (!list->as<List>()) throw NotPlain{};
    list->span.end = header.value.end;
    return *list->as<List>()->emplace_back(std::move(element)).as<Table>();
  }

  /// The scanner's values stand in the order of their first bytes: a list, then what is in it.
  Value next_value() {
    const Span span = scan_.values[next_++];
    const auto word = token(span);
    switch (word.front()) {
      case '"':
      case '\'':
        return {unquoted(word), span};
      case '[': {
        List list;
        while (next_ < scan_.values.size() && scan_.values[next_].begin < span.end)
          list.push_back(next_value());
        return {std::move(list), span};
      }
      default:
        return {plain_word(word), span};
    }
  }

  std::string_view text_;
  const Scan& scan_;
  std::size_t next_ = 0;  // of the scanner's values
  Table root_;
};

}  // namespace

std::optional<Table> plain_values(std::string_view text, const Scan& scan) {
  try {
    return PlainReader(text, scan).run();
  } catch (const NotPlain&) {
    return std::nullopt;
  }
}

}  // namespace coach
