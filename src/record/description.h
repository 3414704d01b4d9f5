// The rows of field.h as plain values, for the walks that need no type: forms, options, help,
// schemas, references, redaction. `description<Record>()` is made once from the constexpr rows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/field.h"

namespace coach {

/// What a value is, whatever notation it is in. `text` of several lines is prose typed freely.
enum class Shape { text, word, number, decimal, yes_no, day, time, minutes, rows, table, pairs };

struct WordRow {
  std::string_view word;
  std::string_view meaning;
};

struct FieldRow;
using Description = std::vector<FieldRow>;

struct FieldRow {
  std::string_view key;
  std::string_view help;
  Need need = Need::optional;
  Holds holds = Holds::plain;
  Refers refers = Refers::nothing;
  Shape shape = Shape::text;
  bool many = false;           // a list of it (rows: always)
  std::vector<WordRow> words;  // of a closed word
  std::span<const std::string_view> suggested;
  bool coach_only = false;
  bool kept_by_program = false;
  bool in_block = false;
  Looks looks = Looks::back;
  std::string_view split_by;
  const Description* inner = nullptr;  // of rows and tables
  Shorthand shorthand;                 // of rows
};

const FieldRow* find(const Description& description, std::string_view key);
std::vector<std::string> keys_of(const Description& description);

/// The words of a row as text, for messages: closed ones, else suggestions.
std::vector<std::string> words_of(const FieldRow& row);

/// "a day", "one of active, paused, ended", "a list of text": for messages and help.
std::string wanted(const FieldRow& row);

template <Described Record>
const Description& description();

namespace detail {

template <class T>
struct Plain {
  using type = T;
  static constexpr bool many = false;
};
template <class T>
struct Plain<std::optional<T>> : Plain<T> {};
template <class T>
struct Plain<std::vector<T>> {
  using type = typename Plain<T>::type;
  static constexpr bool many = true;
};
template <>
struct Plain<Pairs> {
  using type = Pairs;
  static constexpr bool many = false;
};

template <class T>
constexpr Shape shape_of(bool many) {
  if constexpr (Described<T>)
    return many ? Shape::rows : Shape::table;
  else if constexpr (Worded<T>)
    return Shape::word;
  else if constexpr (std::is_same_v<T, Pairs>)
    return Shape::pairs;
  else if constexpr (std::is_same_v<T, bool>)
    return Shape::yes_no;
  else if constexpr (std::is_same_v<T, Date>)
    return Shape::day;
  else if constexpr (std::is_same_v<T, Time>)
    return Shape::time;
  else if constexpr (std::is_same_v<T, Minutes>)
    return Shape::minutes;
  else if constexpr (std::is_integral_v<T>)
    return Shape::number;
  else if constexpr (std::is_floating_point_v<T>)
    return Shape::decimal;
  else
    return Shape::text;
}

template <class Record, class ValueT>
void describe(Description& out, const Field<Record, ValueT>& field) {
  using T = typename Plain<ValueT>::type;
  FieldRow row{.key = field.key,
               .help = field.help,
               .need = field.need,
               .holds = field.holds,
               .refers = field.refers,
               .shape = shape_of<T>(Plain<ValueT>::many),
               .many = Plain<ValueT>::many,
               .words = {},
               .suggested = field.suggested,
               .coach_only = field.coach_only,
               .kept_by_program = field.kept_by_program,
               .in_block = field.in_block,
               .looks = field.looks,
               .split_by = field.split_by,
               .inner = nullptr,
               .shorthand = {}};
  if constexpr (Worded<T>)
    for (const auto& word : words<T>) row.words.push_back({word.word, word.meaning});
  if constexpr (Described<T>) {
    row.inner = &description<T>();
    row.shorthand = shorthand<T>;
  }
  out.push_back(std::move(row));
}
template <class Record, class ValueT>
void describe(Description& out, const Spliced<Record, ValueT>&) {
  for (const auto& row : description<ValueT>()) out.push_back(row);
}

}  // namespace detail

template <Described Record>
const Description& description() {
  static const Description rows = [] {
    Description made;
    std::apply([&](const auto&... row) { (detail::describe(made, row), ...); }, fields<Record>);
    return made;
  }();
  return rows;
}

}  // namespace coach
