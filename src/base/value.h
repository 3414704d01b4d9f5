// A value as any notation has it: text, number, day, time, list, table. Records turn into values
// and back (record/); TOML, JSON and typed text are notations of them. Knows no notation and no
// coaching.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"

namespace coach {

/// Bytes [begin, end) of the text that a value was read from; empty where it was read from nowhere.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const Span&) const = default;
};

struct Value;
struct Entry;

using List = std::vector<Value>;

/// What a file may hold and no field of ours does (an offset date-time): kept as it was written.
struct Foreign {
  std::string text;
  bool operator==(const Foreign&) const = default;
};

/// Keys in the order in which they stand. No key stands twice.
struct Table {
  std::vector<Entry> entries;

  const Value* find(std::string_view key) const;
  Value* find(std::string_view key);
  Value& set(std::string_view key, Value value);  // replaces, or appends
  List& list(std::string_view key);               // of that key; an empty one where there is none
  void erase(std::string_view key);
  bool empty() const { return entries.empty(); }
};

struct Value {
  std::variant<std::monostate, std::string, std::int64_t, double, bool, Date, Time, List, Table,
               Foreign>
      is;
  Span span{};  // of the value; for a [table] of its header

  template <class T>
  const T* as() const {
    return std::get_if<T>(&is);
  }
  template <class T>
  T* as() {
    return std::get_if<T>(&is);
  }
  bool empty() const { return std::holds_alternative<std::monostate>(is); }
};

struct Entry {
  std::string key;
  Value value;
  Span key_span{};
};

/// A step to a value: a key of a table or a position in a list, from 0.
using Step = std::variant<std::string, std::size_t>;
using Path = std::vector<Step>;

/// Equal in content; spans do not count, nor the order of keys; two NaN are equal.
bool same(const Value& a, const Value& b);
bool same(const Table& a, const Table& b);

}  // namespace coach
