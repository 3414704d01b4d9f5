// A scanner in front of the parser: statements, keys, values and comments by their bytes. It checks
// shape, not meaning, and refuses what makes toml++ 3.3 abort; everything that is valid TOML 1.0
// passes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"

namespace coach {

/// One statement: `key = value`, `[table]` or `[[table]]`.
struct Statement {
  enum class Kind { pair, table, table_of_list } kind = Kind::pair;
  std::vector<Span> key;  // one span a segment of the dotted key, quotes included
  Span value;             // of a pair: its value; of a header: the header with its brackets
  Span line;              // from the start of its first line to behind the newline of its last
};

struct Scan {
  std::vector<Statement> statements;
  std::vector<Span> values;    // every value, nested ones too
  std::vector<Span> comments;  // from '#' to before the newline
  bool bom = false;
  std::string newline = "\n";  // the first one's form
  // Where and why the scanner refused; an empty reason: the text passed.
  Span refused_at{};
  std::string refused;
  bool passed() const { return refused.empty(); }
};

Scan scan(std::string_view text);

/// What up to 18 decimal digits say.
std::int64_t number_of(std::string_view digits);

/// What a key or a string says: without its quotes, its escapes resolved, lines ended by \n. For
/// tokens of a text that passed.
std::string unquoted(std::string_view token);

}  // namespace coach
