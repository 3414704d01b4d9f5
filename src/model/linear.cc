#include "model/linear.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace coach {
namespace {

constexpr double tiny = 1e-9;

/// maximise c x where A x <= b, x >= 0: the tableau of Dantzig's simplex method in two phases, with
/// Bland's rule, which never goes round in circles.
class Simplex {
 public:
  Simplex(std::vector<std::vector<double>> a, std::vector<double> b, std::vector<double> c)
      : rows_(b.size()),
        columns_(c.size()),
        basis_(rows_),
        outside_(columns_ + 1),
        t_(rows_ + 2, std::vector<double>(columns_ + 2)) {
    for (std::size_t i = 0; i < rows_; ++i) {
      for (std::size_t j = 0; j < columns_; ++j) t_[i][j] = a[i][j];
      basis_[i] = static_cast<int>(columns_ + i);
      t_[i][columns_] = -1;
      t_[i][columns_ + 1] = b[i];
    }
    for (std::size_t j = 0; j < columns_; ++j) {
      outside_[j] = static_cast<int>(j);
      t_[rows_][j] = -c[j];
    }
    outside_[columns_] = artificial;
    t_[rows_ + 1][columns_] = 1;
  }

  /// The greatest value and where it is; nothing where no x fits. Every unknown has a bound among
  /// the rows, so that there is a greatest.
  std::optional<double> solve(std::vector<double>& x) {
    std::size_t worst = 0;
    for (std::size_t i = 1; i < rows_; ++i)
      if (t_[i][columns_ + 1] < t_[worst][columns_ + 1]) worst = i;
    if (rows_ > 0 && t_[worst][columns_ + 1] < -tiny) {
      pivot(worst, columns_);
      if (!run(rows_ + 1) || t_[rows_ + 1][columns_ + 1] < -tiny) return {};
      for (std::size_t i = 0; i < rows_; ++i) {
        if (basis_[i] != artificial) continue;
        std::size_t into = 0;
        for (std::size_t j = 1; j <= columns_; ++j)
          if (std::pair(t_[i][j], outside_[j]) < std::pair(t_[i][into], outside_[into])) into = j;
        pivot(i, into);
      }
    }
    if (!run(rows_)) return std::numeric_limits<double>::infinity();
    x.assign(columns_, 0);
    for (std::size_t i = 0; i < rows_; ++i)
      if (basis_[i] >= 0 && basis_[i] < static_cast<int>(columns_))
        x[static_cast<std::size_t>(basis_[i])] = t_[i][columns_ + 1];
    return t_[rows_][columns_ + 1];
  }

 private:
  static constexpr int artificial = -1;

  void pivot(std::size_t row, std::size_t column) {
    const double inverse = 1 / t_[row][column];
    for (std::size_t i = 0; i < rows_ + 2; ++i) {
      if (i == row || std::abs(t_[i][column]) <= tiny) continue;
      const double factor = t_[i][column] * inverse;
      for (std::size_t j = 0; j < columns_ + 2; ++j)
        if (j != column) t_[i][j] -= t_[row][j] * factor;
      t_[i][column] = -factor;
    }
    for (std::size_t j = 0; j < columns_ + 2; ++j)
      if (j != column) t_[row][j] *= inverse;
    t_[row][column] = inverse;
    std::swap(basis_[row], outside_[column]);
  }

  bool run(std::size_t goal) {
    for (;;) {
      std::size_t into = columns_ + 1;
      for (std::size_t j = 0; j <= columns_; ++j) {
        if (goal == rows_ && outside_[j] == artificial) continue;
        if (t_[goal][j] < -tiny && (into > columns_ || outside_[j] < outside_[into])) into = j;
      }
      if (into > columns_) return true;
      std::size_t out = rows_;
      for (std::size_t i = 0; i < rows_; ++i) {
        if (t_[i][into] <= tiny) continue;
        if (out == rows_) {
          out = i;
          continue;
        }
        const double here = t_[i][columns_ + 1] / t_[i][into];
        const double best = t_[out][columns_ + 1] / t_[out][into];
        if (here < best - tiny || (here < best + tiny && basis_[i] < basis_[out])) out = i;
      }
      if (out == rows_) return false;
      pivot(out, into);
    }
  }

  std::size_t rows_, columns_;
  std::vector<int> basis_, outside_;
  std::vector<std::vector<double>> t_;
};

/// Bounds that the search over whole numbers has laid on one unknown.
struct Cut {
  std::size_t unknown = 0;
  bool upper = false;
  double bound = 0;
};

std::optional<double> relaxed(const SumSystem& system, const std::vector<double>& wanted,
                              const std::vector<Cut>& cuts, std::vector<double>& x) {
  std::vector<std::vector<double>> a;
  std::vector<double> b;
  const auto add = [&](const std::vector<std::pair<std::size_t, double>>& terms, double sign,
                       double bound) {
    auto& row = a.emplace_back(system.unknowns, 0.0);
    for (const auto& [unknown, factor] : terms) row[unknown] += sign * factor;
    b.push_back(sign * bound);
  };
  for (const auto& sum : system.sums) {
    add(sum.terms, 1, sum.greatest);
    add(sum.terms, -1, sum.least);
  }
  for (std::size_t i = 0; i < system.unknowns; ++i) add({{i, 1.0}}, 1, system.most);
  for (const auto& cut : cuts) add({{cut.unknown, 1.0}}, cut.upper ? 1 : -1, cut.bound);
  return Simplex(std::move(a), std::move(b), wanted).solve(x);
}

/// Branch and bound. Sums over a table with row and column totals give whole numbers at once; only
/// systems of several tables have to branch.
std::optional<double> best(const SumSystem& system, const std::vector<double>& wanted) {
  constexpr int most_branches = 400;
  constexpr double whole_enough = 1e-6;
  std::optional<double> found;
  std::vector<std::vector<Cut>> open = {{}};
  for (int tried = 0; !open.empty() && tried < most_branches; ++tried) {
    const auto cuts = std::move(open.back());
    open.pop_back();
    std::vector<double> x;
    const auto bound = relaxed(system, wanted, cuts, x);
    if (!bound || (found && *bound <= *found + whole_enough)) continue;
    std::size_t broken = system.unknowns;
    for (std::size_t i = 0; i < system.unknowns; ++i)
      if (std::abs(x[i] - std::round(x[i])) > whole_enough) {
        broken = i;
        break;
      }
    if (broken == system.unknowns) {
      found = *bound;
      continue;
    }
    for (const bool upper : {true, false}) {
      auto next = cuts;
      next.push_back({broken, upper, upper ? std::floor(x[broken]) : std::ceil(x[broken])});
      open.push_back(std::move(next));
    }
  }
  return found;
}

}  // namespace

std::optional<double> greatest(const SumSystem& system, std::size_t unknown) {
  std::vector<double> wanted(system.unknowns, 0);
  wanted[unknown] = 1;
  return best(system, wanted);
}

std::optional<double> least(const SumSystem& system, std::size_t unknown) {
  std::vector<double> wanted(system.unknowns, 0);
  wanted[unknown] = -1;
  const auto found = best(system, wanted);
  return found ? std::optional(-*found) : std::nullopt;
}

}  // namespace coach
