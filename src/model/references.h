// What the fields of a record that refer to something may name, and which of them name nothing.
// One walk over any record's rows; `check`, the capture commands and `see` all ask it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/engagement.h"

namespace coach {

/// The names that each sort of reference may hold. A sort that is absent cannot be told from here
/// (a rubric that could not be read, models that lie outside the engagement).
using References = std::map<Refers, std::vector<std::string>>;

/// Those of an engagement; elements and levels by `rubric`, which may be none.
References references_of(const Engagement& engagement, const Rubric* rubric);

/// "goal", "record", "indicator": what a message calls what is referred to.
std::string_view said(Refers refers);

/// Names that are the unique beginning of one, or of a word in it, are written out: `feedback`
/// becomes feedback-that-changes-practice, `structures.oc` the indicator of that activity.
void complete_references(const Description& rows, Table& record, const References& known);

/// True of a text in a field that refers to something, where nothing is of that name.
bool names_nothing(const FieldRow& row, const Value& value, const References& known);

/// True where a record refers to anything of this sort.
bool refers_to(Refers sort, const Description& rows, const Table& record);

/// A reference to nothing: where it stands in the record, and what it says.
struct Dangling {
  Path path;
  Refers refers = Refers::nothing;
  std::string text;
};
std::vector<Dangling> dangling(const Description& rows, const Table& record,
                               const References& known);

}  // namespace coach
