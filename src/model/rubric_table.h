// A rubric as a table that others made: columns Domain, Element, Prompt where there is one, then
// the levels, lowest first, with the descriptors in the cells.
#pragma once

#include "base/csv.h"
#include "model/rubric.h"

namespace coach {

/// The rubric of a table's lines, title and all that stands in no cell left empty. What is wrong is
/// added to `wrong`, each with its place in `path`; the rubric is then not to be used. A domain
/// that is left empty is the one above.
Rubric rubric_of_table(const std::vector<TableLine>& lines, const std::string& path,
                       std::vector<std::string>& wrong);

}  // namespace coach
