// Looking for words over the files of engagements: the bytes first, so that only files that may
// hold them are read as records.
#pragma once

#include "base/parallel.h"
#include "journal/journal.h"
#include "model/search.h"

namespace coach {

struct SearchFor {
  std::vector<std::string> words;  // as typed; all of them must be there
  std::vector<std::string> codes;  // engagements to look in
  std::vector<std::string> kinds;  // empty: every kind
  std::optional<Date> from, to;    // of dated records; with either, others are left out
};

/// Latest first. Files that may hold a word and cannot be read are in `left_out`.
SearchAnswer search(
    const Journal& journal, const SearchFor& wanted, LeftOut& left_out,
    const Watch& watch = [](std::size_t, std::size_t) {});

}  // namespace coach
