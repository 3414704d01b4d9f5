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

}  // namespace coach
