// The second notation: values as JSON, and kinds as JSON Schema. nlohmann-json stands in json.cc
// alone.
#pragma once

#include <string>
#include <vector>

#include "base/value.h"
#include "record/kind.h"

namespace coach {

/// A described table as JSON, keys in the description's order, absent ones null, `"format": 1`
/// first; behind it, where there are any, the engagements in which the coach is the rater.
std::string json_text(const Description& rows, const Table& table,
                      const std::vector<std::string>& supervisory = {});

/// The JSON Schema (draft 7) of a kind's file. Unknown keys are left to `check`; local times have
/// no format.
std::string schema_text(const Kind& kind);

}  // namespace coach
