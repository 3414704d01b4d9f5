#include "model/suppression.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "model/linear.h"

namespace coach {
namespace {

bool is_small(int count, SmallCellRule rule) { return count > 0 && count < rule.minimum; }

/// A group by its dimensions, totals left out: the same in a table by ethnicity and in one by
/// ethnicity and grade.
std::string key_of(const Measure& measure, const MeasuredGroup& group) {
  std::set<std::string> parts;
  for (std::size_t i = 0; i < group.group.size() && i < measure.by.size(); ++i)
    if (group.group[i] != all_groups) parts.insert(measure.by[i] + "=" + group.group[i]);
  return fmt::format("{}", fmt::join(parts, ";"));
}

/// The groups that a total stands for, one dimension summed over; empty where it is none.
std::vector<std::vector<std::size_t>> parts_of(const Measure& measure, std::size_t total) {
  std::vector<std::vector<std::size_t>> all;
  const auto& wanted = measure.groups[total].group;
  for (std::size_t dimension = 0; dimension < wanted.size(); ++dimension) {
    if (wanted[dimension] != all_groups) continue;
    std::vector<std::size_t> parts;
    for (std::size_t i = 0; i < measure.groups.size(); ++i) {
      const auto& group = measure.groups[i].group;
      if (group.size() != wanted.size() || group[dimension] == all_groups) continue;
      bool same = true;
      for (std::size_t d = 0; d < wanted.size(); ++d)
        same &= d == dimension || group[d] == wanted[d];
      if (same) parts.push_back(i);
    }
    if (!parts.empty()) all.push_back(std::move(parts));
  }
  return all;
}

bool is_share(const Measure& measure) { return measure.unit == "%"; }

/// The bounds within which a share was, by what is printed of it.
std::pair<double, double> printed_band(double value) {
  if (value > 95) return {0.95, 1.0};
  if (value < 5) return {0.0, 0.05};
  const double whole = std::round(value);
  return {(whole - 0.5) / 100, (whole + 0.5) / 100};
}

/// Everything that a reader was given, as sums over what she was not.
class Attack {
 public:
  Attack(const std::vector<GivenTable>& given, bool with_shares) : with_shares_(with_shares) {
    for (std::size_t t = 0; t < given.size(); ++t) add_table(given[t], t);
    system_.unknowns = count_unknowns_ + share_unknowns_;
    // Whole numbers stand first.
    for (auto& sum : system_.sums)
      for (auto& term : sum.terms)
        if (term.first >= share_offset) term.first = term.first - share_offset + count_unknowns_;
    system_.whole = count_unknowns_;
    system_.most = no_bound;
  }

  /// The unknown of a group, where it is hidden.
  std::optional<std::size_t> unknown(std::size_t table, std::size_t group) const {
    const auto found = unknown_of_.find(names_.at({table, group}));
    return found == unknown_of_.end() ? std::nullopt : std::optional(found->second);
  }
  const SumSystem& system() const { return system_; }

 private:
  static constexpr std::size_t share_offset = std::size_t{1} << 32;

  /// Tables of one day are of one population where their common groups have the same counts.
  std::string population_of(const Measure& measure) {
    const std::string day = iso(measure.date);
    for (int number = 0;; ++number) {
      const std::string population = fmt::format("{}#{}", day, number);
      bool same = true;
      for (const auto& group : measure.groups) {
        const auto found = counts_.find(population + "|" + key_of(measure, group));
        same &= found == counts_.end() || found->second == group.count;
      }
      if (same) return population;
    }
  }

  void add_table(const GivenTable& given, std::size_t table) {
    const Measure& measure = given.measure;
    const std::string population = population_of(measure);
    for (std::size_t i = 0; i < measure.groups.size(); ++i) {
      const std::string name = population + "|" + key_of(measure, measure.groups[i]);
      counts_[name] = measure.groups[i].count;
      names_[{table, i}] = name;
      if (given.shown[i]) shown_.insert(name);
    }
    // What any table shows is known in all of them; unknowns are numbered once all are in.
    pending_.push_back({&given, table});
    rebuild();
  }

  void rebuild() {
    unknown_of_.clear();
    system_.sums.clear();
    count_unknowns_ = share_unknowns_ = 0;
    for (const auto& [given, table] : pending_)
      for (std::size_t i = 0; i < given->measure.groups.size(); ++i) {
        const std::string& name = names_[{table, i}];
        if (!shown_.contains(name) && !unknown_of_.contains(name))
          unknown_of_[name] = count_unknowns_++;
      }
    for (const auto& [given, table] : pending_) {
      add_sums(*given, table);
      if (with_shares_ && is_share(given->measure)) add_shares(*given, table);
    }
  }

  /// Total minus its parts is nothing; where groups are missing in the table it is something.
  void add_sums(const GivenTable& given, std::size_t table) {
    const Measure& measure = given.measure;
    for (std::size_t total = 0; total < measure.groups.size(); ++total)
      for (const auto& parts : parts_of(measure, total)) {
        SumBetween sum;
        double known = 0;
        int left = measure.groups[total].count;
        const auto take = [&](std::size_t group, double factor) {
          if (const auto at = unknown(table, group))
            sum.terms.push_back({*at, factor});
          else
            known += factor * measure.groups[group].count;
        };
        take(total, 1);
        for (const std::size_t part : parts) {
          take(part, -1);
          left -= measure.groups[part].count;
        }
        if (sum.terms.empty()) continue;
        sum.least = -known;
        sum.greatest = left == 0 ? -known : no_bound;
        if (left >= 0) system_.sums.push_back(std::move(sum));
      }
  }

  /// Of each group the students that a share counts: within the printed band where it is shown,
  /// from nobody to all of it where it is hidden.
  void add_shares(const GivenTable& given, std::size_t table) {
    const Measure& measure = given.measure;
    std::vector<std::size_t> counted(measure.groups.size());
    for (std::size_t i = 0; i < measure.groups.size(); ++i) {
      counted[i] = share_offset + share_unknowns_++;
      const auto& group = measure.groups[i];
      const auto at = unknown(table, i);
      if (given.shown[i] && group.value) {
        const auto band = printed_band(*group.value);
        system_.sums.push_back(
            {{{counted[i], 1.0}}, band.first * group.count, band.second * group.count});
      } else if (at) {
        system_.sums.push_back({{{*at, 1.0}, {counted[i], -1.0}}, 0, no_bound});
      } else {
        system_.sums.push_back({{{counted[i], 1.0}}, 0, static_cast<double>(group.count)});
      }
    }
    for (std::size_t total = 0; total < measure.groups.size(); ++total)
      for (const auto& parts : parts_of(measure, total)) {
        int left = measure.groups[total].count;
        SumBetween sum{{{counted[total], 1.0}}, 0, 0};
        for (const std::size_t part : parts) {
          sum.terms.push_back({counted[part], -1.0});
          left -= measure.groups[part].count;
        }
        sum.greatest = left == 0 ? 0 : no_bound;
        if (left >= 0) system_.sums.push_back(std::move(sum));
      }
  }

  bool with_shares_;
  SumSystem system_;
  std::size_t count_unknowns_ = 0, share_unknowns_ = 0;
  std::map<std::string, int> counts_;
  std::map<std::pair<std::size_t, std::size_t>, std::string> names_;
  std::set<std::string> shown_;
  std::map<std::string, std::size_t> unknown_of_;
  std::vector<std::pair<const GivenTable*, std::size_t>> pending_;
};

/// Small groups that are hidden, each once, with what can be worked out of it; all, or those of
/// which too much can.
std::vector<KnownRange> ranges(const std::vector<GivenTable>& given, SmallCellRule rule,
                               bool only_narrow) {
  const auto share_tables =
      std::ranges::any_of(given, [](const GivenTable& one) { return is_share(one.measure); });
  const Attack plain_sums(given, false);
  const Attack with_shares(given, share_tables);
  std::vector<KnownRange> found;
  std::set<std::size_t> done;
  for (std::size_t t = 0; t < given.size(); ++t)
    for (std::size_t g = 0; g < given[t].measure.groups.size(); ++g) {
      const int count = given[t].measure.groups[g].count;
      if (!is_small(count, rule)) continue;
      KnownRange range{t, g, count, count};
      if (const auto at = plain_sums.unknown(t, g)) {
        if (!done.insert(*at).second) continue;
        const auto within = [&](const Attack& attack) {
          const auto low = least(attack.system(), *at);
          const auto high = greatest(attack.system(), *at);
          if (!low || !high) return false;
          range.least = static_cast<int>(std::ceil(*low - 1e-6));
          range.greatest = static_cast<int>(std::min<double>(no_bound, std::floor(*high + 1e-6)));
          return true;
        };
        // Shares that do not add up (means of percentages do not) tell nothing about counts.
        if (!share_tables || !within(with_shares)) within(plain_sums);
      } else if (!given[t].shown[g]) {
        continue;  // another table of the population shows it, as that one was given before
      }
      if (!only_narrow || range.greatest - range.least < rule.minimum) found.push_back(range);
    }
  return found;
}

bool is_total(const MeasuredGroup& group) {
  return std::ranges::find(group.group, all_groups) != group.group.end();
}

/// Inner groups before totals, zeros last, the smallest first.
auto loss(const Measure& measure, std::size_t group) {
  const auto& one = measure.groups[group];
  return std::tuple(is_total(one), one.count == 0, one.count, group);
}

/// The shown group to hide next: in one line with `narrow`, a group that can be worked out; of none
/// in one line with any hidden one.
std::optional<std::size_t> neighbour(const GivenTable& given, std::optional<std::size_t> narrow) {
  const Measure& measure = given.measure;
  std::optional<std::size_t> best;
  for (std::size_t total = 0; total < measure.groups.size(); ++total)
    for (auto line : parts_of(measure, total)) {
      line.push_back(total);
      const auto is_hidden = [&](std::size_t i) { return !given.shown[i]; };
      if (narrow ? std::ranges::find(line, *narrow) == line.end()
                 : std::ranges::none_of(line, is_hidden))
        continue;
      for (const std::size_t i : line)
        if (given.shown[i] && (!best || loss(measure, i) < loss(measure, *best))) best = i;
    }
  return best;
}

}  // namespace

std::vector<KnownRange> known_ranges(const std::vector<GivenTable>& given, SmallCellRule rule) {
  return ranges(given, rule, false);
}

GivenTable hide_small_cells(const Measure& measure, const std::vector<GivenTable>& before,
                            SmallCellRule rule) {
  std::vector<GivenTable> all = before;
  GivenTable& made = all.emplace_back(GivenTable{measure, {}, false});
  for (const auto& group : measure.groups) made.shown.push_back(!is_small(group.count, rule));
  const std::size_t here = all.size() - 1;
  for (;;) {
    const auto narrow = ranges(all, rule, true);
    if (narrow.empty()) break;
    std::optional<std::size_t> next;
    for (const auto& range : narrow)
      if (range.table == here && !next) next = neighbour(made, range.group);
    if (!next) next = neighbour(made, {});
    if (!next) {
      std::fill(made.shown.begin(), made.shown.end(), false);
      break;
    }
    made.shown[*next] = false;
  }
  made.dropped = std::ranges::find(made.shown, true) == made.shown.end();
  return made;
}

std::string given_value(double value, const std::string& unit) {
  if (unit != "%")
    return unit.empty() ? fmt::format("{:g}", value) : fmt::format("{:g} {}", value, unit);
  if (value > 95) return "over 95 %";
  if (value < 5) return "under 5 %";
  return fmt::format("{:.0f} %", std::round(value));
}

}  // namespace coach
