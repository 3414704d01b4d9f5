// Edits in place: what a change does not mean to touch keeps its bytes - comments, order, layout,
// line ends (LOSSLESS.md). Every edit is judged: applied to the values and to the text, the two
// must agree.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "toml/parse.h"

namespace coach {

/// A step to a value: a key of a table or a position in a list, from 0.
using Step = std::variant<std::string, std::size_t>;
using Path = std::vector<Step>;

/// One change to a document.
struct Change {
  enum class Kind {
    set,     // the value at `path` becomes `value`; where its last key is absent it is inserted
    erase,   // the key, the element of a list, or the [[table]] at `path` goes, with its trailing
             // comment
    append,  // `value` becomes the last of the list at `path`; a table makes a new [[header]]
  } kind = Kind::set;
  Path path;
  Value value;
  /// For an inserted key: the keys of its table in their described order, so that it finds its
  /// place.
  std::vector<std::string> order;
};

/// The document with the changes made, in their order (each path is as the changes before have left
/// it). Throws Error "... edit by hand" with file and line where the result would differ from what
/// was meant in any way, or where the text cannot hold it; nothing is half done.
Document edited(const Document& document, std::span<const Change> changes, const std::string& file);

struct InnerOrder;

/// A key at each level of a table, in the order of its description: where inserted keys find their
/// place.
struct Order {
  std::vector<std::string> keys;
  std::vector<InnerOrder> inner;  // of tables and lists of tables below a key
  const Order* of(std::string_view key) const;
};

struct InnerOrder {
  std::string key;
  Order order;
};

/// The changes that turn `before` into `after`: only where they differ. Tables in lists are told
/// apart by their `identity` (the first of these keys that both hold: key, element, on...; else by
/// position): one that stayed is edited within, one that is gone is erased, a new one is appended.
/// Lists of plain values are appended to where `after` begins with `before`, else set.
std::vector<Change> changes(const Table& before, const Table& after, const Order& order);

}  // namespace coach
