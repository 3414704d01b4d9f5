// What hands get wrong in TOML, in words for somebody who never heard of it, and the right line to
// show instead. Knows no coaching.
#pragma once

#include <string>
#include <string_view>

#include "base/value.h"
#include "toml/scan.h"

namespace coach {

struct Slip {
  Span at;
  std::string text;
  std::string hint;
};

/// Why the scanner refused `text`.
Slip slip_of_refusal(std::string_view text, const Scan& scan);

/// Why the parser, at byte `at` and in its own words, refused a text that the scanner had passed:
/// a key that stands twice, a day or a number that cannot be.
Slip slip_of_parser(std::string_view text, const Scan& scan, std::size_t at, std::string_view why);

}  // namespace coach
