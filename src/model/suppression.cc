#include "model/suppression.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>

#include "base/text.h"
#include "model/linear.h"

namespace coach {
namespace {

bool is_small(std::int64_t count, SmallCellRule rule) { return count > 0 && count < rule.minimum; }

bool is_share(const std::string& unit) {
  const std::string plain = folded(unit);
  return plain.find('%') != std::string::npos || plain.find("percent") != std::string::npos;
}

/// A group by its dimensions, totals left out: the same in a table by ethnicity and in one by
/// ethnicity and grade, in upper and lower case.
using Key = std::map<std::string, std::string>;

Key key_of(const Measure& measure, const MeasuredGroup& group) {
  Key key;
  for (std::size_t i = 0; i < group.group.size() && i < measure.by.size(); ++i)
    if (const std::string word = folded(group.group[i]); word != all_groups)
      key[folded(measure.by[i])] = word;
  return key;
}

struct Cell {
  std::int64_t count = 0;
  bool given = false;  // stands in a table, shown or hidden; else a sum that nobody printed
  bool shown = false;
};

/// A total and the groups that it is the sum of, along one dimension.
struct Line {
  Key total;
  std::vector<Key> parts;
  std::int64_t left = 0;  // total less parts: 0 all of it is here, above some is not, below they
                          // overlap
};

/// Everything that a reader was given of the same students.
class Population {
 public:
  bool takes(const Measure& measure) const {
    bool common = false;
    for (const auto& group : measure.groups) {
      const auto found = cells_.find(key_of(measure, group));
      if (found == cells_.end()) continue;
      if (found->second.count != group.count) return false;
      common = true;
    }
    return common || cells_.empty();
  }
  void add(const GivenTable& table) {
    for (std::size_t i = 0; i < table.measure.groups.size(); ++i) {
      Cell& cell = cells_[key_of(table.measure, table.measure.groups[i])];
      cell.count = table.measure.groups[i].count;
      cell.given = true;
      cell.shown = cell.shown || table.shown[i];
    }
    const bool hides = std::ranges::find(table.shown, false) != table.shown.end();
    const bool two_dimensions = table.measure.by.size() > 1;
    hides_in_two_ = hides_in_two_ || (hides && two_dimensions && !table.dropped);
    gives_shares_ =
        gives_shares_ || (is_share(table.measure.unit) && table.values && !table.dropped);
  }
  /// Sums that nobody printed, and all lines; to be called once all tables are in.
  void finish() {
    add_unprinted();
    for (const auto& [key, cell] : cells_)
      for (const auto& dimension : dimensions())
        if (!key.contains(dimension))
          if (Line line = line_of(key, dimension); !line.parts.empty())
            lines_.push_back(std::move(line));
    std::size_t number = 0;
    for (const auto& [key, cell] : cells_)
      if (!cell.shown) unknowns_[key] = number++;
    system_.unknowns = number;
    system_.most = no_bound;
    for (const auto& line : lines_)
      if (line.left >= 0) add_sum(line);
  }

  const Cell& cell(const Key& key) const { return cells_.at(key); }
  const std::vector<Line>& lines() const { return lines_; }
  bool hides_in_two() const { return hides_in_two_; }
  bool gives_shares() const { return gives_shares_; }

  /// What can be worked out of a hidden group. Nothing where no numbers fit, or the search gave up:
  /// then too much has to be feared.
  std::optional<std::pair<int, int>> range(const Key& key) const {
    const auto at = unknowns_.find(key);
    if (at == unknowns_.end()) return {};
    const auto low = least(system_, at->second), high = greatest(system_, at->second);
    if (!low || !high) return {};
    constexpr double nearly = 1e-6;
    return std::pair(static_cast<int>(std::ceil(*low - nearly)),
                     static_cast<int>(std::min<double>(no_bound, std::floor(*high + nearly))));
  }

 private:
  std::set<std::string> dimensions() const {
    std::set<std::string> all;
    for (const auto& [key, cell] : cells_)
      for (const auto& [dimension, word] : key) all.insert(dimension);
    return all;
  }
  Line line_of(const Key& total, const std::string& dimension) const {
    Line line{.total = total};
    line.left = cells_.at(total).count;
    for (const auto& [key, cell] : cells_) {
      if (key.size() != total.size() + 1 || !key.contains(dimension)) continue;
      Key rest = key;
      rest.erase(dimension);
      if (rest != total) continue;
      line.parts.push_back(key);
      line.left -= cell.count;
    }
    return line;
  }
  /// Margins that no table prints are sums all the same: what their parts come to.
  void add_unprinted() {
    std::set<Key> missing;
    for (const auto& [key, cell] : cells_)
      for (const auto& [dimension, word] : key) {
        Key rest = key;
        rest.erase(dimension);
        for (;;) {
          if (!cells_.contains(rest)) missing.insert(rest);
          if (rest.empty()) break;
          rest.erase(rest.begin());
        }
      }
    std::vector<Key> finest_first(missing.begin(), missing.end());
    std::ranges::stable_sort(finest_first, std::ranges::greater{}, &Key::size);
    for (const auto& key : finest_first) {
      cells_[key] = {};
      std::int64_t most = 0;
      for (const auto& dimension : dimensions())
        if (!key.contains(dimension)) most = std::max(most, -line_of(key, dimension).left);
      cells_[key].count = most;
    }
  }
  void add_sum(const Line& line) {
    SumBetween sum;
    double known = 0;
    const auto take = [&](const Key& key, double factor) {
      if (const auto at = unknowns_.find(key); at != unknowns_.end())
        sum.terms.push_back({at->second, factor});
      else
        known += factor * static_cast<double>(cells_.at(key).count);
    };
    take(line.total, 1);
    for (const auto& part : line.parts) take(part, -1);
    if (sum.terms.empty()) return;
    sum.least = -known;
    sum.greatest = line.left == 0 ? -known : static_cast<double>(no_bound);
    system_.sums.push_back(std::move(sum));
  }

  std::map<Key, Cell> cells_;
  std::vector<Line> lines_;
  std::map<Key, std::size_t> unknowns_;
  SumSystem system_;
  bool hides_in_two_ = false;
  bool gives_shares_ = false;
};

/// The populations of several tables, and which of them each table is of.
struct Populations {
  std::vector<Population> all;
  std::vector<std::size_t> of;
};

Populations populations_of(const std::vector<GivenTable>& given) {
  Populations made;
  for (const auto& table : given) {
    const auto found = std::ranges::find_if(
        made.all, [&](const Population& one) { return one.takes(table.measure); });
    made.of.push_back(static_cast<std::size_t>(found - made.all.begin()));
    if (found == made.all.end()) made.all.emplace_back();
    made.all[made.of.back()].add(table);
  }
  for (auto& population : made.all) population.finish();
  return made;
}

/// Inner groups before totals, zeros last, the smallest first.
auto loss(const Key& key, const Cell& cell) {
  return std::tuple(-static_cast<int>(key.size()), cell.count == 0, cell.count, key);
}

/// The search for a table that is safe: hides one group after the other.
class Hiding {
 public:
  Hiding(const Measure& measure, const std::vector<GivenTable>& before, SmallCellRule rule)
      : rule_(rule), tables_(before) {
    GivenTable table{.measure = measure, .shown = {}};
    for (const auto& group : measure.groups) table.shown.push_back(!is_small(group.count, rule));
    tables_.push_back(std::move(table));
    // What could be worked out before is no fault of this table.
    const auto earlier = populations_of(before);
    for (std::size_t t = 0; t < before.size(); ++t)
      for (const auto& key : small_keys(before[t]))
        if (is_narrow(earlier.all[earlier.of[t]], key)) lost_.insert(key);
  }

  GivenTable run() {
    hide_overlapping();
    while (const auto narrow = first_narrow()) {
      const auto next = neighbour(*narrow);
      if (!next) return dropped();
      hide(*next);
    }
    return finished();
  }

 private:
  GivenTable& made() { return tables_.back(); }

  std::vector<Key> small_keys(const GivenTable& table) const {
    std::vector<Key> keys;
    for (const auto& group : table.measure.groups)
      if (is_small(group.count, rule_)) keys.push_back(key_of(table.measure, group));
    return keys;
  }
  bool is_narrow(const Population& population, const Key& key) const {
    if (population.cell(key).shown) return true;
    const auto range = population.range(key);
    return !range || range->second - range->first < rule_.minimum;
  }
  void hide(const Key& key) {
    for (std::size_t i = 0; i < made().shown.size(); ++i)
      if (key_of(made().measure, made().measure.groups[i]) == key) made().shown[i] = false;
  }
  Population here() const {
    auto populations = populations_of(tables_);
    return std::move(populations.all[populations.of.back()]);
  }

  /// Parts that come to more than their total overlap, and nobody here knows how: beside a small
  /// one none of them is shown.
  void hide_overlapping() {
    const auto population = here();
    for (const auto& line : population.lines()) {
      if (line.left >= 0) continue;
      const bool any_small = std::ranges::any_of(line.parts, [&](const Key& part) {
        return is_small(population.cell(part).count, rule_);
      });
      if (!any_small) continue;
      for (const auto& part : line.parts) hide(part);
    }
  }

  /// A small group that can be worked out; once it cannot, hiding more never changes that.
  std::optional<Key> first_narrow() {
    const auto populations = populations_of(tables_);
    for (std::size_t t = 0; t < tables_.size(); ++t) {
      if (populations.of[t] != populations.of.back()) continue;
      for (const auto& key : small_keys(tables_[t])) {
        if (wide_.contains(key) || lost_.contains(key)) continue;
        if (is_narrow(populations.all[populations.of[t]], key)) return key;
        wide_.insert(key);
      }
    }
    return {};
  }

  /// The group of this table to hide next: in one line with the one that can be worked out; of none
  /// in one line with any hidden one.
  std::optional<Key> neighbour(const Key& narrow) const {
    const auto population = here();
    std::set<Key> of_this_table;
    const auto& table = tables_.back();
    for (std::size_t i = 0; i < table.shown.size(); ++i)
      if (table.shown[i]) of_this_table.insert(key_of(table.measure, table.measure.groups[i]));
    std::optional<Key> best;
    for (const bool beside : {true, false}) {
      for (const auto& line : population.lines()) {
        auto keys = line.parts;
        keys.push_back(line.total);
        const bool near = std::ranges::any_of(keys, [&](const Key& key) {
          return beside ? key == narrow : !population.cell(key).shown;
        });
        if (!near) continue;
        for (const auto& key : keys)
          if (of_this_table.contains(key) &&
              (!best || loss(key, population.cell(key)) < loss(*best, population.cell(*best))))
            best = key;
      }
      if (best) return best;
    }
    return best;
  }

  GivenTable dropped() {
    std::fill(made().shown.begin(), made().shown.end(), false);
    made().dropped = true;
    made().values = false;
    return made();
  }
  GivenTable finished() {
    if (std::ranges::find(made().shown, true) == made().shown.end()) return dropped();
    const auto population = here();
    if (!population.hides_in_two()) return made();
    // Shares by two dimensions, or beside a table by two, might tell of hidden groups.
    auto earlier = populations_of({tables_.begin(), tables_.end() - 1});
    const bool two_here = made().measure.by.size() > 1;
    const bool shares_before = std::ranges::any_of(earlier.all, [&](const Population& one) {
      return one.takes(made().measure) && one.gives_shares();
    });
    if (two_here && shares_before) return dropped();
    if (is_share(made().measure.unit)) made().values = false;
    return made();
  }

  SmallCellRule rule_;
  std::vector<GivenTable> tables_;
  std::set<Key> wide_, lost_;
};

}  // namespace

std::vector<KnownRange> known_ranges(const std::vector<GivenTable>& given, SmallCellRule rule) {
  const auto populations = populations_of(given);
  std::vector<KnownRange> found;
  std::set<std::pair<std::size_t, Key>> done;
  for (std::size_t t = 0; t < given.size(); ++t)
    for (std::size_t g = 0; g < given[t].measure.groups.size(); ++g) {
      const auto& group = given[t].measure.groups[g];
      const Key key = key_of(given[t].measure, group);
      if (!is_small(group.count, rule) || !done.insert({populations.of[t], key}).second) continue;
      KnownRange range{t, g, group.count, group.count};
      if (const auto known = populations.all[populations.of[t]].range(key))
        std::tie(range.least, range.greatest) = *known;
      found.push_back(range);
    }
  return found;
}

GivenTable hide_small_cells(const Measure& measure, const std::vector<GivenTable>& before,
                            SmallCellRule rule) {
  return Hiding(measure, before, rule).run();
}

std::string given_value(double value, const std::string& unit) {
  if (!is_share(unit))
    return unit.empty() ? fmt::format("{:g}", value) : fmt::format("{:g} {}", value, unit);
  if (value > 95) return "over 95 %";
  if (value < 5) return "under 5 %";
  return fmt::format("{:.0f} %", std::round(value));
}

}  // namespace coach
