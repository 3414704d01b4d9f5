// Described structs to values and back. One conversion a type; a struct is a loop over its rows.
//
// Reading never stops at the first flaw and keeps a place for every row of a list, so that
// positions in the record are positions in the file. A flawed value leaves its member at the
// default.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/value.h"
#include "record/description.h"

namespace coach {

/// Something wrong in a value that was read: where in its text, and what.
struct Flaw {
  Span span;
  Severity severity = Severity::error;
  std::string text;
  std::string hint;
};
using Flaws = std::vector<Flaw>;

namespace detail {
// Plain functions do the work; templates only loop.
void wrong_type(const Value& value, const FieldRow& row, Flaws& flaws);
void missing(Span where, const FieldRow& row, Flaws& flaws);
void unknown_word(const Value& value, const FieldRow& row, Flaws& flaws);
void unknown_keys(const Table& table, const Description& known, Flaws& flaws);
bool read_plain(const Value& value, std::string& out);
bool read_plain(const Value& value, int& out);
bool read_plain(const Value& value, double& out);
bool read_plain(const Value& value, bool& out);
bool read_plain(const Value& value, Date& out);
bool read_plain(const Value& value, Time& out);
bool read_plain(const Value& value, Minutes& out);
bool read_plain(const Value& value, Pairs& out);
}  // namespace detail

template <Described Record>
Table to_table(const Record& record);
template <Described Record>
void from_table(const Table& table, Span where, Record& record, Flaws& flaws);

// ---- to values; what is absent becomes an empty value, which no notation writes

inline Value to_value(const std::string& text) { return text.empty() ? Value{} : Value{text}; }
inline Value to_value(int number) { return Value{std::int64_t{number}}; }
inline Value to_value(double number) { return Value{number}; }
inline Value to_value(bool yes) { return Value{yes}; }
inline Value to_value(Date day) { return day.ok() ? Value{day} : Value{}; }
inline Value to_value(Time time) { return Value{time}; }
inline Value to_value(Minutes minutes) { return Value{std::int64_t{minutes.count}}; }
inline Value to_value(const Pairs& pairs) {
  Table table;
  for (const auto& [key, text] : pairs) table.entries.push_back({key, Value{text}});
  return table.empty() ? Value{} : Value{std::move(table)};
}
template <Worded Enum>
Value to_value(Enum value) {
  return Value{std::string(word_of(value))};
}
template <Described Record>
Value to_value(const Record& record) {
  return Value{to_table(record)};
}
template <class T>
Value to_value(const std::optional<T>& value) {
  return value ? to_value(*value) : Value{};
}
template <class T>
Value to_value(const std::vector<T>& values) {
  if (values.empty()) return {};
  List list;
  for (const auto& value : values) {
    Value one = to_value(value);
    list.push_back(one.empty() ? Value{std::string()} : std::move(one));
  }
  return Value{std::move(list)};
}

namespace detail {
template <class Record, class ValueT>
void put(Table& out, const Record& record, const Field<Record, ValueT>& field) {
  Value value = to_value(record.*field.member);
  if (!value.empty()) out.entries.push_back({std::string(field.key), std::move(value)});
}
template <class Record, class ValueT>
void put(Table& out, const Record& record, const Spliced<Record, ValueT>& rows) {
  std::apply([&](const auto&... field) { (put(out, record.*rows.member, field), ...); },
             fields<ValueT>);
}
}  // namespace detail

template <Described Record>
Table to_table(const Record& record) {
  Table table;
  std::apply([&](const auto&... field) { (detail::put(table, record, field), ...); },
             fields<Record>);
  return table;
}

// ---- from values

namespace detail {

template <class T>
void read(const Value& value, const FieldRow& row, T& out, Flaws& flaws) {
  if constexpr (is_optional<T>::value) {
    typename T::value_type inner{};
    const auto before = flaws.size();
    read(value, row, inner, flaws);
    if (flaws.size() == before || Described<typename T::value_type>) out = std::move(inner);
  } else if constexpr (is_vector<T>::value) {
    const List* list = value.as<List>();
    if (!list) return wrong_type(value, row, flaws);
    for (const Value& one : *list) read(one, row, out.emplace_back(), flaws);
  } else if constexpr (Described<T>) {
    if (const Table* table = value.as<Table>())
      from_table(*table, value.span, out, flaws);
    else
      wrong_type(value, row, flaws);
  } else if constexpr (Worded<T>) {
    const std::string* text = value.as<std::string>();
    if (!text) return wrong_type(value, row, flaws);
    for (const auto& word : words<T>)
      if (word.word == *text) return void(out = word.value);
    unknown_word(value, row, flaws);
  } else if (!read_plain(value, out)) {
    wrong_type(value, row, flaws);
  }
}

template <class Record, class ValueT>
void take(const Table& table, Span where, Record& record, const Field<Record, ValueT>& field,
          const Description& rows, Flaws& flaws) {
  const FieldRow& row = *coach::find(rows, field.key);
  const Value* value = table.find(field.key);
  if (value)
    read(*value, row, record.*field.member, flaws);
  else if (field.need == Need::required)
    missing(where, row, flaws);
}
template <class Record, class ValueT>
void take(const Table& table, Span where, Record& record, const Spliced<Record, ValueT>& spliced,
          const Description& rows, Flaws& flaws) {
  std::apply(
      [&](const auto&... field) {
        (take(table, where, record.*spliced.member, field, rows, flaws), ...);
      },
      fields<ValueT>);
}

}  // namespace detail

/// `where`: what a missing key is reported at (a header; empty for a whole file).
template <Described Record>
void from_table(const Table& table, Span where, Record& record, Flaws& flaws) {
  const Description& rows = description<Record>();
  std::apply(
      [&](const auto&... field) { (detail::take(table, where, record, field, rows, flaws), ...); },
      fields<Record>);
  detail::unknown_keys(table, rows, flaws);
}

}  // namespace coach
