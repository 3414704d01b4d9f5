// Every engagement in one row, the most pressing first.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "view/pages.h"

namespace coach {
namespace {

/// "assistant-principal" -> "assistant": enough to tell rows apart.
std::string short_role(Role role) {
  constexpr std::size_t fits = 10;
  if (role == Role::teacher_leader) return "leader";
  const auto word = word_of(role);
  return std::string(word.size() <= fits ? word : word.substr(0, word.find('-')));
}

/// "Tue 17 Nov", the number right in its place so that a column of days lines up.
std::string aligned_day(Date day, Date today) {
  std::string text = short_day(day);
  if (text.size() > 5 && text[5] == ' ') text.insert(4, 1, ' ');
  if (day.year() != today.year()) text += fmt::format(" {}", static_cast<int>(day.year()));
  return text;
}

std::string next_words(const CaseloadRow& row, Date today) {
  if (!row.next) return "not set";
  std::string day = *row.next == today ? "today" : aligned_day(*row.next, today);
  if (*row.next == today && row.next_time) day += ' ' + clock(*row.next_time);
  return day;
}

Line next_meeting(const CaseloadRow& row, Date today) {
  if (row.status != EngagementStatus::active)
    return toned(std::string(word_of(row.status)), Tone::dim);
  if (!row.next) return toned(next_words(row, today), Tone::warn);
  return toned(next_words(row, today), *row.next == today ? Tone::strong : Tone::plain);
}

Piece drawn(FocusMark mark) {
  switch (mark) {
    case FocusMark::reached:
      return glyph("●", "#", Tone::good);
    case FocusMark::moved:
      return glyph("◐", "+");
    case FocusMark::not_yet:
      return glyph("○", ".");
  }
  return {};
}

/// How wide the parts of a cell are in the whole table, so that they line up within it.
struct Widths {
  int day = 0;
  int days = 0;
  int marks = 0;
};

std::string days_words(const CaseloadRow& row) {
  return row.days_since ? fmt::format("{} d", *row.days_since) : "";
}

Widths widths_of(const Caseload& caseload) {
  Widths widths;
  for (const auto& row : caseload.rows) {
    if (row.last_contact)
      widths.day = std::max(widths.day, width(aligned_day(*row.last_contact, caseload.today)));
    widths.days = std::max(widths.days, width(days_words(row)));
    widths.marks = std::max(widths.marks, static_cast<int>(row.focus.size()));
  }
  return widths;
}

Line last_contact(const CaseloadRow& row, const Widths& widths, Date today) {
  if (!row.last_contact) return toned("none yet", Tone::dim);
  return plain(pad_right(aligned_day(*row.last_contact, today), widths.day) + "  " +
               pad_left(days_words(row), widths.days));
}

Line rubric_marks(const CaseloadRow& row, const Widths& widths) {
  Line line;
  if (row.focus.empty()) return line;
  for (const auto mark : row.focus) line.push_back(drawn(mark));
  const auto rest = static_cast<std::size_t>(widths.marks) - row.focus.size();
  line.push_back(
      {std::string(rest + 2, ' ') + fmt::format("{}/{}", row.reached, row.focus.size())});
  return line;
}

Line to_look_at(const CaseloadRow& row) {
  Line line;
  for (const auto& what : row.to_look_at) {
    if (!line.empty()) line.push_back({", "});
    line.push_back({what, what.ends_with("overdue") ? Tone::bad : Tone::plain});
  }
  return line;
}

Row as_row(const CaseloadRow& row, const Widths& widths, Date today) {
  return {{toned(row.client, Tone::strong), plain(short_role(row.role)),
           last_contact(row, widths, today), next_meeting(row, today),
           plain(std::to_string(row.open)), rubric_marks(row, widths), to_look_at(row)},
          {}};
}

TableBlock table_of(const Caseload& caseload, bool names) {
  TableBlock table{.columns = {{.title = "Client"},
                               {.title = "Role", .rank = 4},
                               {.title = "Last contact", .rank = 1},
                               {.title = "Next"},
                               {.title = "Open", .right = true, .rank = 3},
                               {.title = "Rubric", .rank = 2},
                               {.title = "To look at", .shrinks = true, .wraps = true}}};
  const Widths widths = widths_of(caseload);
  for (const auto& row : caseload.rows) table.rows.push_back(as_row(row, widths, caseload.today));
  if (!names) return table;
  table.columns.insert(table.columns.begin() + 1, {{.title = "Name", .shrinks = true},
                                                   {.title = "Site", .rank = 5, .shrinks = true}});
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    auto& cells = table.rows[i].cells;
    cells.insert(cells.begin() + 1, {plain(caseload.rows[i].name), plain(caseload.rows[i].site)});
  }
  return table;
}

/// What to type next, for the client at the top.
TableBlock hints(const Caseload& caseload) {
  const CaseloadRow& first = caseload.rows.front();
  const std::string visit = first.next == caseload.today ? "one page before today's visit"
                                                         : "one page before the next visit";
  return {.columns = {{.title = "Command"},
                      {.title = "Shows", .rank = 1, .shrinks = true, .wraps = true}},
          .rows = {{{plain("coach brief " + first.client), toned(visit, Tone::dim)}, {}},
                   {{plain("coach todo"), toned("what is promised, by whom, for when", Tone::dim)},
                    {}}},
          .titles = false};
}

std::string counts(const Caseload& caseload) {
  std::string text = counted(static_cast<std::size_t>(caseload.engagements), "engagement");
  if (caseload.overdue > 0)
    text +=
        fmt::format(", {} overdue", counted(static_cast<std::size_t>(caseload.overdue), "promise"));
  return text;
}

}  // namespace

namespace {

/// Rows of one step stand together, with the days since each came to it.
void group_by_phase(const Caseload& caseload, TableBlock& table) {
  table.columns.insert(table.columns.begin() + 1, {.title = "Since", .rank = 1});
  const CaseloadRow* above = nullptr;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const CaseloadRow& row = caseload.rows[i];
    Line since;
    if (row.phase_since)
      since = plain(fmt::format("{}, {} d", near_day(*row.phase_since, caseload.today),
                                days_between(*row.phase_since, caseload.today)));
    auto& cells = table.rows[i].cells;
    cells.insert(cells.begin() + 1, since);
    if (!above || above->model != row.model || above->phase != row.phase)
      table.rows[i].group = Line{{row.phase.empty() ? "no step yet" : row.phase, Tone::strong},
                                 {"  " + row.model, Tone::dim}};
    above = &row;
  }
}

}  // namespace

Page caseload_page(const Caseload& caseload, bool names, bool by_phase) {
  Page page;
  if (caseload.rows.empty()) {
    page.blocks = {
        Heading{plain(full_day(caseload.today)), {}}, Gap{},
        Paragraph{plain("No engagement yet.  coach new-client \"Imani Brooks\" --role principal")}};
    return page;
  }
  page.blocks = {Heading{plain(full_day(caseload.today)), plain(counts(caseload))}, Gap{},
                 table_of(caseload, names), Gap{}, hints(caseload)};
  if (by_phase) group_by_phase(caseload, std::get<TableBlock>(page.blocks[2]));
  return page;
}

}  // namespace coach
