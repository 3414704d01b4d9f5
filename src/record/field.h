// One description of each record kind and of each answer: a struct bound to a constexpr table of
// rows by pointers to members. Reading, writing, options, prompts, forms, help, schemas, JSON, CSV
// and checks are walks over these rows; nothing about a field stands anywhere else.
//
// Knows no kind, no notation, no disk. The rows themselves stand below each struct in model/.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "base/date.h"

namespace coach {

enum class Need { required, optional };

/// What a field can give away, and so who may read it and what --discreet shows:
/// plain (days, numbers, words, ids), names (of people and places), prose (whatever was typed).
enum class Holds { plain, names, prose };

/// What the text of a field points to; `check` wants it to be there.
enum class Refers {
  nothing,
  goal,
  activity,
  element,  // of the engagement's rubric
  level,    // of the rubric
  dated,    // any dated record of the engagement, by its id
  session,
  indicator,  // of an activity: ACTIVITY.xx
  rubric,     // NAME@VERSION in rubrics/
  model,      // in models/
  step,       // of the engagement's model; in a cycle of the cycle's
  cycle,      // of the engagement, by its slug
};

/// How the rows of a list of tables are typed in one line: the keys of the parts between
/// semicolons. Other fields follow as `name: value`.
using Shorthand = std::span<const std::string_view>;

/// One row: a key of the file and the member it stands for.
template <class Record, class ValueT>
struct Field {
  std::string_view key;
  ValueT Record::*member;
  Need need;
  Holds holds;
  std::string_view help;
  Refers refers = Refers::nothing;
  std::span<const std::string_view> suggested{};  // of an open word: what others wrote
  bool coach_only = false;                        // never leaves, whatever the record's visibility
  bool kept_by_program = false;                   // never asked for: keys of entries, histories
  Looks looks = Looks::back;                      // of a day: which way a typed one looks
  bool in_block = false;                          // text of several lines: a form gives it a block
  // Of rows: the word that makes an option and a block each ("client will").
  std::string_view split_by{};

  constexpr Field to(Refers what) const {
    auto f = *this;
    f.refers = what;
    return f;
  }
  constexpr Field open(std::span<const std::string_view> words) const {
    auto f = *this;
    f.suggested = words;
    return f;
  }
  constexpr Field block() const {
    auto f = *this;
    f.in_block = true;
    return f;
  }
  constexpr Field for_coach_only() const {
    auto f = *this;
    f.coach_only = true;
    return f;
  }
  constexpr Field by_program() const {
    auto f = *this;
    f.kept_by_program = true;
    return f;
  }
  constexpr Field ahead() const {
    auto f = *this;
    f.looks = Looks::ahead;
    return f;
  }
  constexpr Field each(std::string_view word) const {
    auto f = *this;
    f.split_by = word;
    return f;
  }
};
template <class Record, class ValueT>
Field(const char*, ValueT Record::*, Need, Holds, const char*) -> Field<Record, ValueT>;

/// The rows of a member's own table stand in the owner's place for it (the common fields).
template <class Record, class ValueT>
struct Spliced {
  ValueT Record::*member;
};
template <class Record, class ValueT>
Spliced(ValueT Record::*) -> Spliced<Record, ValueT>;

/// A word of a closed list, and what it means.
template <class Enum>
struct Word {
  Enum value;
  std::string_view word;
  std::string_view meaning;
};
template <class Enum>
Word(Enum, const char*, const char*) -> Word<Enum>;

struct Undescribed {};
template <class Record>
inline constexpr Undescribed fields{};  // specialised below each struct
template <class Enum>
inline constexpr Undescribed words{};  // specialised below each enum
template <class Row>
inline constexpr std::array<std::string_view, 0>
    shorthand{};  // specialised where rows are typed in a line

template <class T>
concept Described = !std::is_same_v<std::remove_cvref_t<decltype(fields<T>)>, Undescribed>;
template <class T>
concept Worded =
    std::is_enum_v<T> && !std::is_same_v<std::remove_cvref_t<decltype(words<T>)>, Undescribed>;

// A member without a row does not compile: an aggregate takes no more initialisers than it has
// members.
struct AnyValue {
  template <class T>
  operator T() const;  // never defined, only asked whether it would do
};
template <class Record, class... Values>
constexpr std::size_t member_count() {
  if constexpr (requires { Record{Values{}..., AnyValue{}}; })
    return member_count<Record, Values..., AnyValue>();
  else
    return sizeof...(Values);
}
template <class Record>
inline constexpr bool complete =
    member_count<Record>() == std::tuple_size_v<std::remove_cvref_t<decltype(fields<Record>)>>;

/// Whole minutes; typed as 45, 45m or 1h30.
struct Minutes {
  int count = 0;
  auto operator<=>(const Minutes&) const = default;
};

/// Keys that a file chooses (a level's key to its descriptor), in the order of the file.
using Pairs = std::vector<std::pair<std::string, std::string>>;

template <class T>
struct is_vector : std::false_type {};
template <class T>
struct is_vector<std::vector<T>> : std::true_type {};
template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
template <>
struct is_vector<Pairs> : std::false_type {};

/// True of what a file writes under a header of its own: a table, or a list of them.
template <class T>
constexpr bool stands_as_table() {
  if constexpr (is_optional<T>::value)
    return stands_as_table<typename T::value_type>();
  else if constexpr (is_vector<T>::value)
    return Described<typename T::value_type>;
  else
    return Described<T> || std::is_same_v<T, Pairs>;
}

/// Plain values stand before tables: a key inserted behind a table would fall into it.
template <class Record>
constexpr bool plain_before_tables() {
  bool table_seen = false;
  bool in_order = true;
  auto look = [&](const auto& row) {
    using Row = std::remove_cvref_t<decltype(row)>;
    if constexpr (requires { row.key; }) {
      using V = std::remove_cvref_t<decltype(std::declval<Record>().*std::declval<Row>().member)>;
      if (stands_as_table<V>())
        table_seen = true;
      else if (table_seen)
        in_order = false;
    } else if (table_seen) {
      in_order = false;  // a spliced member holds plain values
    }
  };
  std::apply([&](const auto&... row) { (look(row), ...); }, fields<Record>);
  return in_order;
}

/// What each described file record asserts below its rows.
template <class Record>
inline constexpr bool well_described = complete<Record>&& plain_before_tables<Record>();

/// The word of an enumerator.
template <Worded Enum>
constexpr std::string_view word_of(Enum value) {
  for (const auto& row : words<Enum>)
    if (row.value == value) return row.word;
  return {};
}

}  // namespace coach
