// Which statement of a text makes which part of its tree: what an edit must know before it touches
// a byte. Knows no coaching.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "toml/edit.h"
#include "toml/parse.h"

namespace coach {

/// How a value stands in the text.
enum class Form {
  root,
  header,         // a table with a [header] of its own, or an element of [[headers]]
  implicit,       // a table that only the headers of its inner tables name
  dotted,         // a table that only dotted keys name
  headers,        // a list whose elements are [[headers]]
  value,          // a value behind an =, or within such a value
  inline_dotted,  // a table that only dotted keys within an inline table name
};

struct Placed {
  const Statement* statement = nullptr;
  Path path;     // what it names, from the root on
  Path section;  // the table of the header that it stands below; of a header: itself
};

bool begins_with(const Path& path, const Path& start);
Path below(Path path, Step step);

/// The value at a path below `root`, or nothing.
const Value* value_at(const Table& root, const Path& path);

class Outline {
 public:
  explicit Outline(const Document& document);

  const std::vector<Placed>& statements() const { return placed_; }

  /// Nothing where there is no value at the path.
  std::optional<Form> form(const Path& path) const;

  /// The pair that `path` is the value of, or lies in the value of.
  const Placed* pair_around(const Path& path) const;

  const Placed* first_below(const Path& path) const;
  const Placed* last_below(const Path& path) const;

 private:
  const Document& document_;
  std::vector<Placed> placed_;
};

}  // namespace coach
