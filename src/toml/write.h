// Values to canonical TOML: keys in the order given, plain values before tables, text of several
// lines as
// """ blocks, LF, final newline. For new files only; a file that is there is edited (edit.h).
#pragma once

#include <string>
#include <string_view>

#include "base/value.h"

namespace coach {

enum class Quote { basic, literal, block, literal_block };

/// Text as TOML: keeps the wanted style where that can hold the text, else the nearest that can.
std::string quoted(std::string_view text, Quote wanted = Quote::basic,
                   std::string_view newline = "\n");

/// A key, in quotes only where it must be.
std::string key_text(std::string_view key);

/// A value on one line (text of several lines as """ block unless `inside` a list or inline table).
std::string value_text(const Value& value, Quote quote = Quote::basic,
                       std::string_view newline = "\n", bool inside = false);

/// A whole file: pairs first, then [tables], then a list of tables as [[headers]], each
/// recursively, a blank line before every header. Empty values (monostate) are left out. A list is
/// written as [[headers]] where all of it are tables and it is not empty.
std::string toml_text(const Table& root);

}  // namespace coach
