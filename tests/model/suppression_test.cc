// Small groups: the function against an attacker that shares nothing with it. The attacker sees a
// table with row and column totals as a network in which students flow from rows to columns; a cell
// may have a value where a flow of that value exists (Ford and Fulkerson). Flows over whole numbers
// are exact.
#include "model/suppression.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <queue>
#include <random>

using namespace coach;

namespace {

constexpr int much = 100'000;
const Date day = std::chrono::year{2026} / 10 / 1;

/// A circulation with bounds on each arc; true where one exists.
class Network {
 public:
  explicit Network(std::size_t nodes) : surplus_(nodes + 2, 0), arcs_(nodes + 2) {}

  void arc(std::size_t from, std::size_t to, int low, int high) {
    add(from, to, high - low);
    surplus_[to] += low;
    surplus_[from] -= low;
  }
  bool feasible() {
    const std::size_t source = surplus_.size() - 2, sink = source + 1;
    int wanted = 0;
    for (std::size_t i = 0; i < source; ++i) {
      if (surplus_[i] > 0) add(source, i, surplus_[i]), wanted += surplus_[i];
      if (surplus_[i] < 0) add(i, sink, -surplus_[i]);
    }
    int flow = 0;
    while (const int more = push(source, sink)) flow += more;
    return flow == wanted;
  }

 private:
  struct Arc {
    std::size_t to, back;
    int left;
  };
  void add(std::size_t from, std::size_t to, int capacity) {
    arcs_[from].push_back({to, arcs_[to].size(), capacity});
    arcs_[to].push_back({from, arcs_[from].size() - 1, 0});
  }
  int push(std::size_t source, std::size_t sink) {
    std::vector<std::pair<std::size_t, std::size_t>> by(arcs_.size(), {much, 0});
    std::queue<std::size_t> open;
    open.push(source);
    by[source] = {source, 0};
    while (!open.empty() && by[sink].first == much) {
      const auto at = open.front();
      open.pop();
      for (std::size_t i = 0; i < arcs_[at].size(); ++i)
        if (arcs_[at][i].left > 0 && by[arcs_[at][i].to].first == much) {
          by[arcs_[at][i].to] = {at, i};
          open.push(arcs_[at][i].to);
        }
    }
    if (by[sink].first == much) return 0;
    int most = std::numeric_limits<int>::max();
    for (auto at = sink; at != source; at = by[at].first)
      most = std::min(most, arcs_[by[at].first][by[at].second].left);
    for (auto at = sink; at != source; at = by[at].first) {
      Arc& arc = arcs_[by[at].first][by[at].second];
      arc.left -= most;
      arcs_[at][arc.back].left += most;
    }
    return most;
  }
  std::vector<int> surplus_;
  std::vector<std::vector<Arc>> arcs_;
};

/// A table of rows and columns with its totals, as [row][column]; the last of each is the total.
struct Counts {
  std::vector<std::vector<int>> count;
  std::vector<std::vector<bool>> known;

  std::size_t rows() const { return count.size() - 1; }
  std::size_t columns() const { return count.front().size() - 1; }

  bool may_be(std::size_t row, std::size_t column, int value) const {
    Network network(rows() + columns() + 2);
    const std::size_t top = rows() + columns(), bottom = top + 1;
    for (std::size_t r = 0; r <= rows(); ++r)
      for (std::size_t c = 0; c <= columns(); ++c) {
        const std::size_t from = r < rows() ? r : c < columns() ? rows() + c : bottom;
        const std::size_t to = r < rows() && c < columns() ? rows() + c
                               : r < rows()                ? top
                               : c < columns()             ? bottom
                                                           : top;
        int low = known[r][c] ? count[r][c] : 0, high = known[r][c] ? count[r][c] : much;
        if (r == row && c == column) low = high = value;
        // Row totals flow into rows, cells from rows to columns, columns to the bottom, all back.
        if (r < rows() && c == columns())
          network.arc(top, r, low, high);
        else if (r == rows() && c == columns())
          network.arc(bottom, top, low, high);
        else
          network.arc(from, to, low, high);
      }
    return network.feasible();
  }
  std::pair<int, int> range(std::size_t row, std::size_t column, int enough) const {
    int low = count[row][column], high = low;
    while (low > 0 && high - low < enough && may_be(row, column, low - 1)) --low;
    while (high - low < enough && may_be(row, column, high + 1)) ++high;
    return {low, high};
  }
};

Counts random_counts(std::mt19937& chance) {
  const auto pick = [&](int low, int high) {
    return std::uniform_int_distribution<int>(low, high)(chance);
  };
  const auto rows = static_cast<std::size_t>(pick(2, 4)),
             columns = static_cast<std::size_t>(pick(2, 4));
  Counts made;
  made.count.assign(rows + 1, std::vector<int>(columns + 1, 0));
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t c = 0; c < columns; ++c) {
      const int kind = pick(0, 9);
      const int count = kind == 0 ? 0 : kind < 4 ? pick(1, 9) : pick(10, 60);
      made.count[r][c] = count;
      made.count[r][columns] += count;
      made.count[rows][c] += count;
      made.count[rows][columns] += count;
    }
  made.known.assign(rows + 1, std::vector<bool>(columns + 1, false));
  return made;
}

std::string word(char dimension, std::size_t at, std::size_t all) {
  return at == all ? std::string(all_groups) : std::string(1, dimension) + std::to_string(at);
}

/// The whole table, its row totals or column totals alone, or its cells with the grand total, or
/// with the row totals as well.
enum class Part { whole, rows, columns, cells, cells_and_rows };

Measure measure_of(const Counts& counts, Part part) {
  Measure measure{.date = day, .name = "tested"};
  if (part != Part::columns) measure.by.push_back("ethnicity");
  if (part != Part::rows) measure.by.push_back("grade");
  for (std::size_t r = 0; r <= counts.rows(); ++r)
    for (std::size_t c = 0; c <= counts.columns(); ++c) {
      if (part == Part::rows && c != counts.columns()) continue;
      if (part == Part::columns && r != counts.rows()) continue;
      const bool margin = (r == counts.rows()) != (c == counts.columns());
      if (part == Part::cells && margin) continue;
      if (part == Part::cells_and_rows && margin && r == counts.rows()) continue;
      MeasuredGroup group{.count = counts.count[r][c]};
      if (part != Part::columns) group.group.push_back(word('e', r, counts.rows()));
      if (part != Part::rows) group.group.push_back(word('g', c, counts.columns()));
      measure.groups.push_back(std::move(group));
    }
  return measure;
}

/// What is shown joins what is known.
void learn(Counts& counts, const GivenTable& given) {
  const auto at = [](const std::string& text, std::size_t all) {
    return text == all_groups ? all : static_cast<std::size_t>(std::stoi(text.substr(1)));
  };
  for (std::size_t i = 0; i < given.measure.groups.size(); ++i) {
    if (!given.shown[i]) continue;
    std::size_t row = counts.rows(), column = counts.columns();
    for (std::size_t d = 0; d < given.measure.by.size(); ++d) {
      const auto& text = given.measure.groups[i].group[d];
      if (given.measure.by[d] == "ethnicity") row = at(text, counts.rows());
      if (given.measure.by[d] == "grade") column = at(text, counts.columns());
    }
    counts.known[row][column] = true;
  }
}

/// How many small groups the attacker gets, of how many.
int broken(const Counts& counts, int minimum) {
  int found = 0;
  for (std::size_t r = 0; r <= counts.rows(); ++r)
    for (std::size_t c = 0; c <= counts.columns(); ++c) {
      if (counts.count[r][c] == 0 || counts.count[r][c] >= minimum) continue;
      const auto range = counts.range(r, c, minimum);
      if (counts.known[r][c] || range.second - range.first < minimum) ++found;
    }
  return found;
}

#if defined(__SANITIZE_ADDRESS__)
constexpr int tables = 150;
#else
constexpr int tables = 1200;
#endif

}  // namespace

TEST_CASE("an attacker gets no small group of a table with row and column totals") {
  std::mt19937 chance(20261126);
  int naive = 0, dropped = 0, hidden = 0, shown = 0;
  for (int i = 0; i < tables; ++i) {
    CAPTURE(i);
    Counts counts = random_counts(chance);
    const auto given = hide_small_cells(measure_of(counts, Part::whole), {}, {});
    Counts alone = counts;
    for (std::size_t r = 0; r <= counts.rows(); ++r)
      for (std::size_t c = 0; c <= counts.columns(); ++c)
        alone.known[r][c] = counts.count[r][c] == 0 || counts.count[r][c] >= 10;
    naive += broken(alone, 10) > 0 ? 1 : 0;
    learn(counts, given);
    REQUIRE(broken(counts, 10) == 0);
    dropped += given.dropped ? 1 : 0;
    hidden += static_cast<int>(std::ranges::count(given.shown, false));
    shown += static_cast<int>(std::ranges::count(given.shown, true));
  }
  MESSAGE(tables << " tables: hiding small ones alone broken in " << naive << "; " << dropped
                 << " dropped, " << hidden << " groups hidden, " << shown << " shown");
  CHECK(naive > tables / 2);
  CHECK(dropped < tables / 4);
  CHECK(shown > hidden / 4);
}

TEST_CASE("a margin that nobody printed is a sum all the same") {
  std::mt19937 chance(3);
  for (int i = 0; i < tables; ++i) {
    CAPTURE(i);
    Counts counts = random_counts(chance);
    const auto part = i % 2 ? Part::cells : Part::cells_and_rows;
    const auto given = hide_small_cells(measure_of(counts, part), {}, {});
    learn(counts, given);
    // A small margin that stands in no table is nothing that was to be hidden.
    auto attacked = counts;
    int found = 0;
    for (std::size_t g = 0; g < given.measure.groups.size(); ++g) {
      const auto width = counts.columns() + 1;
      const auto at = [&](const std::string& text, std::size_t all) {
        return text == all_groups ? all : static_cast<std::size_t>(std::stoi(text.substr(1)));
      };
      const auto r = at(given.measure.groups[g].group[0], counts.rows());
      const auto c = at(given.measure.groups[g].group[1], width - 1);
      if (counts.count[r][c] == 0 || counts.count[r][c] >= 10) continue;
      const auto range = attacked.range(r, c, 10);
      found += range.second - range.first < 10 ? 1 : 0;
    }
    REQUIRE(found == 0);
  }
}

TEST_CASE("two releases to one reader give no more than one") {
  std::mt19937 chance(7);
  const std::pair<Part, Part> pairs[] = {{Part::rows, Part::whole},
                                         {Part::whole, Part::columns},
                                         {Part::columns, Part::rows},
                                         {Part::rows, Part::cells},
                                         {Part::whole, Part::whole}};
  for (int i = 0; i < tables; ++i) {
    CAPTURE(i);
    Counts counts = random_counts(chance);
    const auto& [first_part, second_part] = pairs[i % 5];
    const auto first = hide_small_cells(measure_of(counts, first_part), {}, {});
    const auto second = hide_small_cells(measure_of(counts, second_part), {first}, {});
    learn(counts, first);
    learn(counts, second);
    // Margins that no table printed are nothing that was to be hidden.
    if (second_part != Part::cells) REQUIRE(broken(counts, 10) == 0);
    for (const auto& range : known_ranges({first, second}, {}))
      CHECK(range.greatest - range.least >= 10);
  }
}

TEST_CASE("what the attack says can be worked out is what can be") {
  std::mt19937 chance(99);
  for (int i = 0; i < tables / 4; ++i) {
    CAPTURE(i);
    Counts counts = random_counts(chance);
    GivenTable given{measure_of(counts, Part::whole), {}, false};
    for (const auto& group : given.measure.groups)
      given.shown.push_back(group.count == 0 || group.count >= 10);
    learn(counts, given);
    for (const auto& range : known_ranges({given}, {})) {
      const auto width = counts.columns() + 1;
      const auto exact = counts.range(range.group / width, range.group % width, 200);
      CHECK(range.least == exact.first);
      CHECK(std::min(range.greatest, range.least + 200) ==
            std::min(exact.second, exact.first + 200));
    }
  }
}

TEST_CASE("one small group hides a neighbour, and the total tells of both together") {
  Measure measure{.date = day, .name = "reading", .unit = "%", .by = {"ethnicity"}};
  measure.groups = {{{"all"}, 100, 62.0}, {{"a"}, 60, 70.0}, {{"b"}, 35, 50.0}, {{"c"}, 5, 40.0}};
  const auto given = hide_small_cells(measure, {}, {});
  CHECK(given.shown == std::vector<bool>{true, true, false, false});
  const auto ranges = known_ranges({given}, {});
  REQUIRE(ranges.size() == 1);
  CHECK(ranges[0].least == 0);
  CHECK(ranges[0].greatest == 40);
}

TEST_CASE("a table of small groups alone is dropped, one of nobody and of many is shown") {
  Measure small{.date = day, .name = "x", .by = {"g"}};
  small.groups = {{{"all"}, 7, {}}, {{"a"}, 3, {}}, {{"b"}, 4, {}}};
  CHECK(hide_small_cells(small, {}, {}).dropped);
  Measure large{.date = day, .name = "x", .by = {"g"}};
  large.groups = {{{"all"}, 30, {}}, {{"a"}, 30, {}}, {{"b"}, 0, {}}};
  CHECK(hide_small_cells(large, {}, {}).shown == std::vector<bool>{true, true, true});
}

TEST_CASE("groups that overlap are not shown beside a small one") {
  Measure measure{.date = day, .name = "tested", .by = {"group"}};
  measure.groups = {{{"All"}, 100, {}}, {{"black"}, 95, {}}, {{"white"}, 5, {}}, {{"ell"}, 30, {}}};
  CHECK(hide_small_cells(measure, {}, {}).shown == std::vector<bool>{true, false, false, false});
  measure.groups = {{{"all"}, 100, {}}, {{"a"}, 95, {}}, {{"b"}, 6, {}}};  // one off by one
  CHECK(hide_small_cells(measure, {}, {}).shown == std::vector<bool>{true, false, false});
  measure.groups = {{{"all"}, 100, {}}, {{"a"}, 95, {}}, {{"b"}, 60, {}}};
  CHECK(hide_small_cells(measure, {}, {}).shown == std::vector<bool>{true, true, true});
}

TEST_CASE("the same students on another day are the same students") {
  Measure first{.date = day, .name = "tested", .by = {"group"}};
  first.groups = {{{"all"}, 100, {}}, {{"a"}, 60, {}}, {{"b"}, 35, {}}, {{"c"}, 5, {}}};
  const auto given = hide_small_cells(first, {}, {});
  Measure second = first;
  second.date = add_days(day, 1);
  second.by = {"Group"};
  second.groups = {{{"All"}, 100, {}}, {{"A"}, 60, {}}, {{"B"}, 35, {}}};
  const auto later = hide_small_cells(second, {given}, {});
  for (const auto& range : known_ranges({given, later}, {}))
    CHECK(range.greatest - range.least >= 10);
}

TEST_CASE("a stricter rule does not blame what was given before") {
  Measure first{.date = day, .name = "tested", .by = {"group"}};
  first.groups = {{{"all"}, 100, {}}, {{"a"}, 60, {}}, {{"b"}, 28, {}}, {{"c"}, 12, {}}};
  const auto given = hide_small_cells(first, {}, {});
  Measure second{.date = day, .name = "tested", .by = {"grade"}};
  second.groups = {{{"all"}, 100, {}}, {{"3"}, 50, {}}, {{"4"}, 50, {}}};
  CHECK(hide_small_cells(second, {given}, {15}).shown == std::vector<bool>{true, true, true});
}

TEST_CASE("shares by two dimensions are left out where anything is hidden") {
  Measure table{.date = day, .name = "reading", .unit = "% proficient", .by = {"e", "g"}};
  table.groups = {{{"all", "all"}, 100, 50.0}, {{"a", "all"}, 60, 50.0}, {{"b", "all"}, 40, 50.0},
                  {{"all", "1"}, 55, 50.0},    {{"all", "2"}, 45, 50.0}, {{"a", "1"}, 52, 50.0},
                  {{"a", "2"}, 8, 50.0},       {{"b", "1"}, 3, 50.0},    {{"b", "2"}, 37, 50.0}};
  const auto given = hide_small_cells(table, {}, {});
  CHECK_FALSE(given.values);
  Measure by_e{.date = day, .name = "reading", .unit = "%", .by = {"e"}};
  by_e.groups = {{{"all"}, 100, 50.0}, {{"a"}, 60, 50.0}, {{"b"}, 40, 50.0}};
  CHECK_FALSE(hide_small_cells(by_e, {given}, {}).values);
  const auto first = hide_small_cells(by_e, {}, {});
  CHECK(first.values);
  CHECK(hide_small_cells(table, {first}, {}).dropped);
  CHECK(given_value(97, "%") == "over 95 %");
  CHECK(given_value(3, "percent") == "under 5 %");
  CHECK(given_value(45.5, "%") == "46 %");
  CHECK(given_value(12.25, "days") == "12.25 days");
}

TEST_CASE("an ordinary large table takes no time, and huge counts no harm") {
  Measure table{.date = day, .name = "tested", .by = {"e", "g"}};
  std::mt19937 chance(5);
  std::vector<int> columns(14, 0);
  for (int e = 0; e < 8; ++e) {
    int row = 0;
    for (int g = 0; g < 13; ++g) {
      const int count = std::uniform_int_distribution<int>(0, 40)(chance);
      table.groups.push_back({{std::to_string(e), std::to_string(g)}, count, {}});
      row += count, columns[static_cast<std::size_t>(g)] += count;
    }
    table.groups.push_back({{std::to_string(e), "all"}, row, {}});
    columns[13] += row;
  }
  for (int g = 0; g < 14; ++g)
    table.groups.push_back(
        {{"all", g == 13 ? "all" : std::to_string(g)}, columns[static_cast<std::size_t>(g)], {}});
  const auto given = hide_small_cells(table, {}, {});
  for (const auto& range : known_ranges({given}, {})) CHECK(range.greatest - range.least >= 10);
  Measure huge{.date = day, .name = "x", .by = {"g"}};
  huge.groups = {{{"all"}, 10, {}}, {{"a"}, 2'000'000'000, {}}, {{"b"}, 2'000'000'000, {}}};
  CHECK(hide_small_cells(huge, {}, {}).shown == std::vector<bool>{true, true, true});
}
