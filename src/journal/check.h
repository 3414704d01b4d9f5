// Every file of the journal read, and every problem in one list.
#pragma once

#include "base/parallel.h"
#include "journal/journal.h"

namespace coach {

struct CheckResult {
  Problems problems;  // in the order of the paths, then lines
  int files = 0;
};

CheckResult check(
    const Journal& journal, Date today, const Watch& watch = [](std::size_t, std::size_t) {});

/// One rubric or model that lies anywhere: `path` is what messages call it, `name` its own.
CheckResult check_own(const Kind& kind, std::string text, const std::string& path,
                      const std::string& name);

}  // namespace coach
