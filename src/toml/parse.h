// TOML text to values with places. The only file that meets toml++ is parse.cc; no text reaches it
// that scan.h has not passed, since toml++ 3.3 aborts on some malformed input (LOSSLESS.md). Knows
// no coaching.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/value.h"
#include "toml/scan.h"

namespace coach {

/// A file's text, what it holds, and where. Spans count bytes of `text`.
struct Document {
  std::string text;
  Scan scan;
  Table root;
};

/// Reads TOML 1.0. Nothing, and exactly one error added to `problems` (place with `file`, the
/// token's length, and a hint that shows the right line for what hands get wrong: 14:00 without
/// seconds, 2026-11-7, an impossible day, a quote within quotes, a lone backslash, text without
/// quotes, git's conflict marks), where the text is none, is no UTF-8, or nests deeper than 100.
std::optional<Document> parse_toml(std::string text, const std::string& file, Problems& problems);

/// The values of a text that passed the scanner, by the parser alone, without the short way of
/// plain.h: for the fuzzer, which holds the two side by side. Nothing where it refuses.
std::optional<Table> parser_values(std::string_view text, const Scan& scan);

/// Where bytes of a text are, as line, column (code points; a byte order mark counts nothing) and
/// length.
Place place_of(std::string_view text, Span span, const std::string& file);

}  // namespace coach
