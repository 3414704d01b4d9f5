// The third notation of a value: text as typed on the command line, at a prompt, in a form or a CSV
// cell.
#pragma once

#include <string>
#include <string_view>

#include "base/value.h"
#include "record/description.h"

namespace coach {

/// What typed text needs to be understood.
struct Typing {
  Date today{};
};

/// One value of the row as typed: a day relative to today, minutes as 1h30, a closed word or the
/// unique beginning of one, yes or no; of a list one entry; of rows "what; who; due" and `name:
/// value`. Text is in NFC, without blanks around. Throws Misunderstood naming the field and what it
/// wants.
Value typed_value(const FieldRow& row, std::string_view typed, const Typing& typing);

/// A whole number that belongs to no record, with `what` in the message where it is none.
std::int64_t typed_number(std::string_view what, std::string_view typed, const Typing& typing);

/// A whole field in one line: of a list its entries between commas (`\,` for a comma within one).
Value typed_field(const FieldRow& row, std::string_view typed, const Typing& typing);

/// The text that typed_value reads back as this value; one line, newlines as `\n`.
std::string text_of(const FieldRow& row, const Value& value);
/// The text that typed_field reads back.
std::string field_text(const FieldRow& row, const Value& value);

}  // namespace coach
