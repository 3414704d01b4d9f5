#include "view/table.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "view/drawing.h"

namespace coach {
namespace {

constexpr int least_column = 12;     // a column that shrinks stays legible
constexpr int narrow_terminal = 60;  // below it tracks are narrow from the start
constexpr int hanging = 2;

const Cell* cell_of(const Row& row, std::size_t column) {
  return column < row.cells.size() ? &row.cells[column] : nullptr;
}

/// Which columns are shown, how wide, and how far the levels of a track stand apart.
struct Plan {
  std::vector<int> widths;  // 0: not shown
  int step = wide_step;
  bool fits = true;
};

class Planner {
 public:
  Planner(const TableBlock& table, const Rendering& how) : table_(table), how_(how) {}

  /// What wraps gives way first, since nothing of it is lost; then the tracks; then what is cut;
  /// then whole columns.
  Plan plan() const {
    Plan plan;
    plan.step = how_.width > 0 && how_.width < narrow_terminal ? narrow_step : wide_step;
    std::vector<bool> shown(table_.columns.size(), true);
    for (;;) {
      plan.widths = natural(shown, plan.step);
      if (how_.width < 1 || shrink(plan.widths, plan.step == wide_step && has_track())) return plan;
      if (plan.step == wide_step && has_track())
        plan.step = narrow_step;
      else if (!drop(shown))
        break;
    }
    plan.fits = false;
    return plan;
  }

  Line title(std::size_t column, int step) const {
    for (const auto& row : table_.rows)
      if (const Cell* cell = cell_of(row, column))
        if (const auto* track = std::get_if<Track>(cell)) return level_numbers(*track, step);
    return safe(plain(table_.columns[column].title), how_.ascii);
  }

  Line content(const Cell& cell, int step) const {
    if (const auto* track = std::get_if<Track>(&cell)) return draw(*track, step, how_.ascii);
    if (const auto* trend = std::get_if<Trend>(&cell)) return draw(*trend, how_.ascii);
    return safe(std::get<Line>(cell), how_.ascii);
  }

 private:
  std::vector<int> natural(const std::vector<bool>& shown, int step) const {
    std::vector<int> widths(table_.columns.size(), 0);
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (!shown[i]) continue;
      for (const auto& row : table_.rows)
        if (const Cell* cell = cell_of(row, i))
          widths[i] = std::max(widths[i], width_of(content(*cell, step)));
      // A column with nothing in it takes no room, whatever its title.
      if (widths[i] > 0 && table_.titles) widths[i] = std::max(widths[i], width_of(title(i, step)));
    }
    return widths;
  }

  int total(const std::vector<int>& widths) const {
    int sum = table_.indent;
    int gap = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      if (widths[i] == 0) continue;
      sum += gap + widths[i];
      gap = table_.columns[i].tight ? 1 : 2;
    }
    return sum;
  }

  /// Takes the excess from the widest that may shrink, those first that would be dropped first.
  /// False where that does not do.
  bool shrink(std::vector<int>& widths, bool only_wrapping) const {
    const auto gives_more = [&](std::size_t a, std::size_t b) {
      return std::pair(table_.columns[a].rank, widths[a]) >
             std::pair(table_.columns[b].rank, widths[b]);
    };
    for (int excess = total(widths) - how_.width; excess > 0; --excess) {
      std::optional<std::size_t> widest;
      for (std::size_t i = 0; i < widths.size(); ++i) {
        const Column& column = table_.columns[i];
        if (!column.shrinks || widths[i] <= least_column || (only_wrapping && !column.wraps))
          continue;
        if (!widest || gives_more(i, *widest)) widest = i;
      }
      if (!widest) return false;
      --widths[*widest];
    }
    return true;
  }

  bool has_track() const {
    return std::ranges::any_of(table_.rows, [](const Row& row) {
      return std::ranges::any_of(
          row.cells, [](const Cell& cell) { return std::holds_alternative<Track>(cell); });
    });
  }

  bool drop(std::vector<bool>& shown) const {
    int last = -1;
    for (std::size_t i = 0; i < shown.size(); ++i) {
      const int rank = table_.columns[i].rank;
      if (!shown[i] || rank == 0) continue;
      if (last < 0 || rank >= table_.columns[static_cast<std::size_t>(last)].rank)
        last = static_cast<int>(i);
    }
    if (last < 0) return false;
    shown[static_cast<std::size_t>(last)] = false;
    return true;
  }

  const TableBlock& table_;
  const Rendering& how_;
};

/// A table as lines, by its plan.
class TableLines {
 public:
  TableLines(const TableBlock& table, const Rendering& how)
      : table_(table), how_(how), planner_(table, how), plan_(planner_.plan()) {}

  Lines lines() {
    if (!plan_.fits) return records();
    if (table_.titles && !table_.rows.empty())
      titles();
    else
      heading();
    for (const auto& row : table_.rows) {
      group(row);
      add(row);
    }
    return std::move(lines_);
  }

 private:
  void heading() {
    if (!table_.heading.empty())
      lines_.push_back(safe(toned(table_.heading, Tone::strong), how_.ascii));
  }

  void group(const Row& row) {
    if (!is_blank(row.group))
      for (const auto& line :
           wrapped(in_tone(safe(row.group, how_.ascii), Tone::strong), how_.width))
        lines_.push_back(line);
  }

  void titles() {
    std::vector<Lines> cells;
    for (std::size_t i = 0; i < table_.columns.size(); ++i)
      cells.push_back({in_tone(planner_.title(i, plan_.step), Tone::dim)});
    Line line = composed(cells, 0);
    // The heading takes the blanks that columns without a title leave at the left.
    const Line words = safe(toned(table_.heading, Tone::strong), how_.ascii);
    const int room = leading_room(cells) - 2;
    if (table_.heading.empty() || room < width_of(words)) {
      heading();
      lines_.push_back(std::move(line));
      return;
    }
    int taken = width_of(words);
    Line joined = words;
    for (auto& piece : line) {
      const int here = width(piece.text);
      if (taken >= here && trimmed(piece.text).empty()) {
        taken -= here;
        continue;
      }
      joined.push_back({piece.text.substr(static_cast<std::size_t>(taken)), piece.tone});
      taken = 0;
    }
    lines_.push_back(std::move(joined));
  }

  int leading_room(const std::vector<Lines>& titles) const {
    int room = table_.indent;
    for (std::size_t i = 0; i < titles.size(); ++i) {
      if (plan_.widths[i] == 0) continue;
      if (!is_blank(titles[i][0])) break;
      room += plan_.widths[i] + gap_behind(i);
    }
    return room;
  }

  int gap_behind(std::size_t column) const { return table_.columns[column].tight ? 1 : 2; }

  void add(const Row& row) {
    std::vector<Lines> cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      cells.push_back(cell_lines(row, i));
      height = std::max(height, cells.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) lines_.push_back(composed(cells, line));
  }

  Lines cell_lines(const Row& row, std::size_t column) const {
    const int columns = plan_.widths[column];
    const Cell* cell = cell_of(row, column);
    if (columns == 0 || !cell) return {{}};
    const Line content = planner_.content(*cell, plan_.step);
    if (table_.columns[column].wraps) return wrapped(content, columns);
    return {shortened(content, columns, how_.ascii)};
  }

  Line composed(const std::vector<Lines>& cells, std::size_t line) const {
    Line out;
    int gap = table_.indent;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (plan_.widths[i] == 0) continue;
      const Line& content = line < cells[i].size() ? cells[i][line] : Line{};
      const int rest = std::max(0, plan_.widths[i] - width_of(content));
      const bool right = table_.columns[i].right;
      pad(out, gap + (right ? rest : 0));
      append(out, content);
      pad(out, right ? 0 : rest);
      gap = gap_behind(i);
    }
    return out;
  }

  /// Where no plan fits: one block a row, every column, a line each.
  Lines records() {
    heading();
    bool first = true;
    for (const auto& row : table_.rows) {
      if (!first) lines_.emplace_back();
      first = false;
      group(row);
      add_record(row);
    }
    return std::move(lines_);
  }

  void add_record(const Row& row) {
    Line marks;  // of columns without a title: they stand before the next that has one
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      const Cell* cell = cell_of(row, i);
      const Line text = cell ? cell_text(*cell, how_.ascii) : Line{};
      if (is_blank(text)) continue;
      if (table_.columns[i].title.empty() && table_.columns[i].tight) {
        append(marks, text);
        marks.push_back({" "});
        continue;
      }
      add_record_line(table_.columns[i].title, marks, text);
      marks.clear();
    }
  }

  void add_record_line(const std::string& title, const Line& marks, const Line& text) {
    Line line;
    if (!title.empty()) line = safe(toned(title + ": ", Tone::dim), how_.ascii);
    append(line, marks);
    append(line, text);
    const auto parts = wrapped(line, how_.width - table_.indent - hanging);
    for (std::size_t i = 0; i < parts.size(); ++i)
      lines_.push_back(indented(table_.indent + (i == 0 ? 0 : hanging), parts[i]));
  }

  const TableBlock& table_;
  const Rendering& how_;
  Planner planner_;
  Plan plan_;
  Lines lines_;
};

}  // namespace

Line cell_text(const Cell& cell, bool ascii) {
  if (const auto* track = std::get_if<Track>(&cell)) return plain(in_words(*track));
  if (const auto* trend = std::get_if<Trend>(&cell)) return plain(in_words(*trend));
  return safe(std::get<Line>(cell), ascii);
}

Lines table_lines(const TableBlock& table, const Rendering& how) {
  return TableLines(table, how).lines();
}

}  // namespace coach
