// The least and greatest value of a whole number over a system of sums: what an exact attack on a
// published table asks. Knows numbers alone.
#pragma once

#include <optional>
#include <vector>

namespace coach {

/// Sum of coefficient times unknown, between two bounds.
struct SumBetween {
  std::vector<std::pair<std::size_t, double>> terms;
  double least = 0;
  double greatest = 0;
};

/// Unknowns, whole numbers from 0 to `most`.
struct SumSystem {
  std::size_t unknowns = 0;
  double most = 1e6;
  std::vector<SumBetween> sums;
};

/// The greatest (or least) value of an unknown; nothing where no numbers fit at all. Where the
/// search over whole numbers would take too long the best number found stands: the range is never
/// wider than it is.
std::optional<double> greatest(const SumSystem& system, std::size_t unknown);
std::optional<double> least(const SumSystem& system, std::size_t unknown);

}  // namespace coach
