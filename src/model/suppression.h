// Small groups of students, hidden before a table leaves the journal: every count under the
// minimum, and as many of its neighbours as it takes so that none can be had by subtraction.
//
// A table is safe where an exact attack fails: over all sums that the reader was given, now and
// before, the least and the greatest number of students that each hidden small group may have lie
// at least `minimum` apart. (Hiding the small ones alone was undone by subtraction in nine of ten
// random tables.) FERPA fixes no number; 10 is the default of coach.toml, some states take 15.
//
// Shares are given as bands (whole percents, "over 95 %", "under 5 %"). In a table of one dimension
// they tell nothing about how many students a hidden group has: whatever split of the hidden ones
// one tries, the students that the share counts can be placed in it. In two dimensions they might,
// so a table of shares by two dimensions in which anything is hidden is given as counts alone.
#pragma once

#include <string>
#include <vector>

#include "model/measure.h"

namespace coach {

struct SmallCellRule {
  int minimum = 10;  // groups of 1 to minimum - 1 are small; 0 students are nobody's secret
};

/// A measure as one reader was given it: which of its groups, in their order.
struct GivenTable {
  Measure measure;          // as it is in the journal
  std::vector<bool> shown;  // a group's count, and its value where `values`
  bool values = true;
  bool dropped = false;  // nothing of it could be given
};

/// What of a measure may be given to a reader who was given `before`. Where no neighbour is left to
/// hide, the whole table is dropped. Tables whose common groups have the same counts are of one
/// population: what one of them shows, or sums up to, counts against the others. (Populations that
/// differ by a few students are taken for two.)
GivenTable hide_small_cells(const Measure& measure, const std::vector<GivenTable>& before,
                            SmallCellRule rule);

/// What a reader can work out of one hidden group.
struct KnownRange {
  std::size_t table = 0;
  std::size_t group = 0;
  int least = 0;
  int greatest = 0;  // no_bound: any number
};
inline constexpr int no_bound = 1'000'000'000;

/// Of every hidden small group, all tables together: exact over the whole numbers.
std::vector<KnownRange> known_ranges(const std::vector<GivenTable>& given, SmallCellRule rule);

/// A value as a reader is given it: whole percents, and "over 95 %", "under 5 %" at the ends, where
/// a share would tell of everybody; other units as they are.
std::string given_value(double value, const std::string& unit);

}  // namespace coach
