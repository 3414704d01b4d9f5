// Random records of any described kind, for properties that hold of all of them. Fixed seeds.
#pragma once

#include <random>
#include <string>

#include "record/convert.h"

namespace coach::testing {

class RandomRecord {
 public:
  explicit RandomRecord(std::uint64_t seed) : random_(seed) {}

  std::size_t below(std::size_t count) { return random_() % count; }

  /// Text that a record may hold: no blanks around, since no notation keeps them.
  std::string text(bool lines) {
    static const std::vector<std::string> bits = {
        "a",   "é",           "👩‍👧", "日本", "\"",  "\"\"\"", "'''", "\\", "; ", ", ",
        "#| ", "== notes ==", "key: ",       "= ",   "[x]", "word ",  "\\n", "-",  "%%", "{a}"};
    std::string out = "w";
    for (std::size_t i = below(7); i > 0; --i) {
      out += bits[below(bits.size())];
      if (lines && below(3) == 0) out += "\n" + bits[below(bits.size())];
    }
    return out + "w";
  }

  Value one(const FieldRow& row) {
    switch (row.shape) {
      case Shape::text:
        return Value{text(row.in_block)};
      case Shape::word:
        return Value{std::string(row.words[below(row.words.size())].word)};
      case Shape::number:
        return Value{static_cast<std::int64_t>(below(2000))};
      case Shape::minutes:
        return Value{static_cast<std::int64_t>(below(1440))};
      case Shape::decimal:
        return Value{static_cast<double>(below(1000)) / 8};
      case Shape::yes_no:
        return Value{below(2) == 1};
      case Shape::day:
        return Value{add_days(std::chrono::year{2024} / 2 / 27, static_cast<int>(below(900)))};
      case Shape::time:
        return Value{Time{static_cast<int>(below(24)), static_cast<int>(below(60)),
                          below(4) == 0 ? static_cast<int>(below(60)) : 0}};
      case Shape::rows:
      case Shape::table: {
        // A row without any field says nothing, and no form shows it.
        Table made = table(*row.inner);
        while (made.empty()) made = table(*row.inner);
        return Value{std::move(made)};
      }
      case Shape::pairs:
        return Value{Table{{{"key-" + std::to_string(below(9)), Value{text(false)}, {}}}}};
    }
    return {};
  }

  Table table(const Description& rows) {
    Table made;
    for (const auto& row : rows) {
      if (row.need == Need::optional && below(2) == 0) continue;
      Value value = row.many ? list(row) : one(row);
      made.entries.push_back({std::string(row.key), std::move(value), {}});
    }
    return made;
  }

 private:
  Value list(const FieldRow& row) {
    List made;
    for (std::size_t i = 1 + below(3); i > 0; --i) made.push_back(one(row));
    return Value{std::move(made)};
  }

  std::mt19937_64 random_;
};

}  // namespace coach::testing
