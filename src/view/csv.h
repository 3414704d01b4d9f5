// One list of an answer as CSV (RFC 4180, lines ended by \n): a header of keys, then a line a row.
#pragma once

#include <string>
#include <vector>

#include "base/value.h"
#include "record/description.h"

namespace coach {

/// `rows` describes the tables in `list`. Only the named fields, in that order; none named: all.
/// A list in a cell is joined by "; ", a table in it by blanks. Throws Misunderstood for a field
/// that there is not.
std::string csv_text(const Description& rows, const List& list,
                     const std::vector<std::string>& fields);

}  // namespace coach
