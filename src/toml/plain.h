// The plain part of TOML, read straight from what the scanner found: one-word keys, [tables] and
// [[tables]], text, whole numbers, days, times, yes and no, and lists of these. That is
// what this program writes, and nearly all that hands do; it takes a fifth of the parser's time.
//
// It never decides what is wrong: whatever is not plain - and whatever is not valid - is the
// parser's (parse.cc). Where it answers, the parser would have answered the same; a fuzzer holds
// the two side by side.
#pragma once

#include <optional>
#include <string_view>

#include "base/value.h"
#include "toml/scan.h"

namespace coach {

/// The tables and values of a text that is UTF-8 and passed the scanner. Nothing: ask the parser.
std::optional<Table> plain_values(std::string_view text, const Scan& scan);

}  // namespace coach
