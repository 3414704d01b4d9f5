#include "view/calendar.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace coach {
namespace {

constexpr int least_cells = 16;
constexpr int longest_by_weeks = 75;    // days
constexpr int longest_by_months = 640;  // days; beyond that by quarters
constexpr int days_of_week = 7;

struct Sign {
  std::string_view glyph;
  std::string_view ascii;
};
constexpr Sign made{"━", "="}, to_go{"─", "-"}, planned{"┄", "."}, now{"╎", ":"};
constexpr Sign counts[] = {{"·", "."}, {"▁", "1"}, {"▄", "2"}, {"█", "3"}};

Piece piece(Sign sign, Tone tone, bool ascii) {
  return {std::string(ascii ? sign.ascii : sign.glyph), tone};
}

Date monday_before(Date day) {
  const std::chrono::weekday weekday{std::chrono::sys_days{day}};
  return add_days(day, -static_cast<int>((weekday - std::chrono::Monday).count()));
}

/// Where the labels, the days and the words at the right stand.
class Layout {
 public:
  Layout(const Calendar& calendar, int columns, bool ascii) : calendar_(calendar), ascii_(ascii) {
    int label = 0, right = 0;
    for (const auto& row : calendar.rows) {
      label = std::max(label, width_of(safe(row.label, ascii)) + (row.indented ? 2 : 0));
      right = std::max(right, width_of(safe(row.right, ascii)));
    }
    label_ = std::min(label, std::max(10, columns * 3 / 10));
    right_below_ = right > 0 && columns - label_ - 4 - right < least_cells;
    cells_ = columns - label_ - 2 - (right > 0 && !right_below_ ? right + 2 : 0);
    cells_ = std::max(cells_, 4);
    from_ = calendar.weekly ? monday_before(calendar.from) : calendar.from;
    days_ = std::max(1, days_between(from_, calendar.to) + 1);
    if (calendar.weekly) {
      const int weeks = (days_ + days_of_week - 1) / days_of_week;
      weeks_a_cell_ = (weeks + cells_ - 1) / cells_;
      cells_ = (weeks + weeks_a_cell_ - 1) / weeks_a_cell_;
    }
  }

  Lines drawn() const {
    Lines lines = {axis()};
    for (const auto& row : calendar_.rows) {
      Line line = label_of(row);
      append(line, calendar_.weekly ? strip(row) : days_of(row));
      if (!is_blank(row.right) && !right_below_) {
        pad(line, label_ + 2 + cells_ + 2 - width_of(line));
        append(line, safe(row.right, ascii_));
      }
      lines.push_back(std::move(line));
      if (!is_blank(row.right) && right_below_)
        lines.push_back(indented(label_ + 2, safe(row.right, ascii_)));
    }
    return lines;
  }

 private:
  int cell_of(Date day) const {
    const int away = days_between(from_, day);
    if (calendar_.weekly) return away / (days_of_week * weeks_a_cell_);
    return static_cast<int>(static_cast<long long>(away) * cells_ / days_);
  }
  bool holds(Date day) const { return day >= from_ && day <= calendar_.to; }

  Line label_of(const CalendarRow& row) const {
    const int indent = row.indented ? 2 : 0;
    Line line = indented(indent, shortened(safe(row.label, ascii_), label_ - indent, ascii_));
    pad(line, label_ + 2 - width_of(line));
    return line;
  }

  /// The first days of weeks, months or quarters, as far as their names fit.
  std::vector<std::pair<Date, std::string>> ticks() const {
    std::vector<std::pair<Date, std::string>> all;
    using std::chrono::months;
    const bool by_weeks = days_ <= longest_by_weeks && !calendar_.weekly;
    Date day = by_weeks ? monday_before(from_) : from_.year() / from_.month() / 1;
    while (day <= calendar_.to) {
      const auto month = static_cast<unsigned>(day.month());
      if (by_weeks)
        all.emplace_back(day, day_month(day));
      else if (days_ <= longest_by_months)
        all.emplace_back(day, month_year(day).substr(0, 3));
      else if (month % 3 == 1)
        all.emplace_back(day, fmt::format("{} Q{}", static_cast<int>(day.year()), month / 3 + 1));
      day = by_weeks ? add_days(day, days_of_week) : Date(day + months(1));
    }
    return all;
  }

  /// Each of them named, or every second, third ...: never one here and there.
  Line axis() const {
    auto all = ticks();
    std::size_t longest = 1;
    for (auto& [day, name] : all) {
      longest = std::max(longest, name.size());
      day = std::max(day, from_);
    }
    // The first one may be cut off at the left; without room for its name it has none.
    if (all.size() > 1 && cell_of(all[1].first) <= static_cast<int>(all[0].second.size()))
      all.erase(all.begin());
    const auto room = [&](std::size_t stride) {
      for (std::size_t i = stride; i < all.size(); i += stride)
        if (cell_of(all[i].first) - cell_of(all[i - stride].first) <= static_cast<int>(longest))
          return false;
      return true;
    };
    std::size_t stride = 1;
    while (stride < all.size() && !room(stride)) ++stride;
    std::string text;
    for (std::size_t i = 0; i < all.size(); i += stride) {
      const auto at = static_cast<std::size_t>(cell_of(all[i].first));
      if (at + all[i].second.size() > static_cast<std::size_t>(cells_)) break;
      text += std::string(at - text.size(), ' ') + all[i].second;
    }
    Line line = plain(std::string(static_cast<std::size_t>(label_ + 2), ' '));
    line.push_back({text, Tone::dim});
    return line;
  }

  Line days_of(const CalendarRow& row) const {
    Line cells(static_cast<std::size_t>(cells_), Piece{" "});
    const auto set = [&](int at, Piece sign) {
      if (at >= 0 && at < cells_) cells[static_cast<std::size_t>(at)] = std::move(sign);
    };
    for (const auto& span : row.spans) {
      if (span.to < from_ || span.from > calendar_.to) continue;
      const int begin = cell_of(std::max(span.from, from_)),
                end = cell_of(std::min(span.to, calendar_.to));
      const Sign sign = span.state == CalendarSpan::behind    ? made
                        : span.state == CalendarSpan::to_come ? to_go
                                                              : planned;
      for (int at = begin; at <= end; ++at)
        set(at, piece(sign, span.state == CalendarSpan::behind ? Tone::plain : Tone::dim, ascii_));
    }
    if (holds(calendar_.today)) set(cell_of(calendar_.today), piece(now, Tone::dim, ascii_));
    for (const auto& mark : row.marks)
      if (holds(mark.day)) set(cell_of(mark.day), safe({mark.sign}, ascii_).front());
    return cells;
  }

  Line strip(const CalendarRow& row) const {
    std::vector<int> sums(static_cast<std::size_t>(cells_), 0);
    for (const auto& mark : row.marks)
      if (holds(mark.day)) ++sums[static_cast<std::size_t>(cell_of(mark.day))];
    Line cells;
    for (int at = 0; at < cells_; ++at) {
      const Date first = add_days(from_, at * days_of_week * weeks_a_cell_);
      const Date last = add_days(first, days_of_week * weeks_a_cell_ - 1);
      const int sum = sums[static_cast<std::size_t>(at)];
      const bool counted = std::ranges::any_of(row.spans, [&](const CalendarSpan& span) {
        return last >= span.from && first <= span.to;
      });
      if (sum == 0 && !counted)
        cells.push_back({" "});
      else
        cells.push_back(
            piece(counts[std::min(sum, 3)], sum == 0 ? Tone::dim : Tone::strong, ascii_));
    }
    return cells;
  }

  const Calendar& calendar_;
  bool ascii_;
  int label_ = 0;
  int cells_ = 0;
  bool right_below_ = false;
  Date from_{};
  int days_ = 1;
  int weeks_a_cell_ = 1;
};

}  // namespace

Lines draw(const Calendar& calendar, int columns, bool ascii) {
  return Layout(calendar, columns, ascii).drawn();
}

}  // namespace coach
