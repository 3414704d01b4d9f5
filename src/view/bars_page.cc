// Bars over the months, and strips of contacts: the same calendar, two questions.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "model/engagement.h"
#include "view/pages.h"

namespace coach {
namespace {

CalendarRow row_of(const BarRow& bar, Date today) {
  CalendarRow row{.label = plain(bar.title), .indented = true};
  const Date end = bar.ended.value_or(bar.due.value_or(std::max(today, bar.from)));
  const Date made_until = bar.ended.value_or(today);
  if (bar.planned) {
    row.spans.push_back({bar.from, end, CalendarSpan::planned});
  } else {
    if (made_until >= bar.from) row.spans.push_back({bar.from, made_until, CalendarSpan::behind});
    if (end > made_until)
      row.spans.push_back({std::max(bar.from, made_until), end, CalendarSpan::to_come});
  }
  if (bar.ended)
    row.marks.push_back({*bar.ended, bar.status == "dropped" || bar.status == "drop"
                                         ? glyph("✗", "/", Tone::dim)
                                         : glyph("✓", "x", Tone::good)});
  else if (bar.due)
    row.marks.push_back({*bar.due, glyph("◎", "@", *bar.due < today ? Tone::bad : Tone::plain)});
  row.words = fmt::format("{}, from {}{}{}", bar.status, iso(bar.from),
                          bar.due ? ", due " + iso(*bar.due) : "",
                          bar.ended ? ", ended " + iso(*bar.ended) : "");
  return row;
}

struct MarkRow {
  TimelineKind kind;
  std::string_view label;
  Piece sign;
};

std::vector<MarkRow> mark_rows() {
  return {{TimelineKind::session, "Sessions", glyph("●", "*")},
          {TimelineKind::observation, "Observations", glyph("○", "o")},
          {TimelineKind::conversation, "Conversations", glyph("◇", "~")},
          {TimelineKind::evidence, "Evidence", glyph("■", "=")},
          {TimelineKind::rating, "Ratings", glyph("◆", "+")},
          {TimelineKind::feedback, "Feedback", glyph("▹", ">")},
          {TimelineKind::measure, "Measures", glyph("▫", "#")}};
}

}  // namespace

Page bars_page(const Bars& answer) {
  Calendar calendar{.from = answer.from, .to = answer.to, .today = answer.today};
  const auto group = [&](TimelineKind kind, std::string_view one, std::string_view many) {
    const auto count = std::ranges::count(answer.rows, kind, &BarRow::kind);
    if (count == 0) return;
    calendar.rows.push_back({.label = toned(std::string(count == 1 ? one : many), Tone::strong)});
    for (const auto& row : answer.rows)
      if (row.kind == kind) calendar.rows.push_back(row_of(row, answer.today));
  };
  group(TimelineKind::goal, "Goal", "Goals");
  group(TimelineKind::activity, "Activity", "Activities");
  group(TimelineKind::cycle, "Cycle", "Cycles");
  for (const auto& marks : mark_rows()) {
    CalendarRow row{.label = toned(std::string(marks.label), Tone::strong)};
    std::vector<std::string> days;
    for (const auto& entry : answer.marks) {
      if (entry.kind != marks.kind) continue;
      const bool to_come = entry.to_come;
      row.marks.push_back({entry.date, to_come ? glyph("·", ".", Tone::dim) : marks.sign});
      days.push_back(iso(entry.date));
    }
    if (row.marks.empty()) continue;
    row.words = fmt::format("{}", fmt::join(days, ", "));
    calendar.rows.push_back(std::move(row));
  }
  if (calendar.rows.empty())
    return {{Paragraph{
        plain(fmt::format("Nothing to draw yet.  coach goal add {} \"...\"", answer.client))}}};
  return {{Heading{dotted({display_code(answer.client),
                           fmt::format("{} to {}", near_day(answer.from, answer.today),
                                       near_day(answer.to, answer.today))}),
                   plain("today " + near_day(answer.today, answer.today))},
           Gap{}, std::move(calendar)}};
}

Page contacts_page(const Contacts& answer) {
  if (answer.rows.empty()) return {{Paragraph{plain("No engagement in this school year.")}}};
  Calendar calendar{.from = answer.from, .to = answer.today, .today = answer.today, .weekly = true};
  for (const auto& one : answer.rows) {
    CalendarRow row{.label = toned(one.client, Tone::strong)};
    row.spans.push_back({one.from, one.to, CalendarSpan::behind});
    for (const Date day : one.days) row.marks.push_back({day, glyph("●", "*")});
    std::vector<std::string> gaps;
    for (const auto& gap : one.gaps)
      gaps.push_back(fmt::format("{} weeks from {}", gap.weeks, day_month(gap.from)));
    // The longest is named; the strip shows the others.
    std::vector<ContactGap> longest = one.gaps;
    std::ranges::stable_sort(
        longest, [](const ContactGap& a, const ContactGap& b) { return a.weeks > b.weeks; });
    if (!longest.empty())
      row.right = toned(
          fmt::format("{} weeks from {}", longest.front().weeks, day_month(longest.front().from)),
          Tone::warn);
    row.words = fmt::format("{}{}", counted(one.days.size(), "contact"),
                            gaps.empty() ? "" : fmt::format("; {}", fmt::join(gaps, ", ")));
    calendar.rows.push_back(std::move(row));
  }
  return {
      {Heading{plain("Contacts since " + near_day(answer.from, answer.today)),
               plain(full_day(answer.today))},
       Gap{}, std::move(calendar), Gap{},
       Paragraph{Line{glyph("·", ".", Tone::dim),
                      {" none  ", Tone::dim},
                      glyph("▁", "1"),
                      {" one  ", Tone::dim},
                      glyph("▄", "2"),
                      {" two  ", Tone::dim},
                      glyph("█", "3"),
                      {" three or more, a week or as many weeks as fit; beside it the longest gap",
                       Tone::dim}}}}};
}

}  // namespace coach
