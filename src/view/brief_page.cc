// The page before a visit, read in the car park: one screen.
#include <fmt/format.h>

#include "base/text.h"
#include "model/engagement.h"
#include "view/pages.h"

namespace coach {
namespace {

constexpr std::size_t notes_shown = 3;  // lines: the page is one screen
constexpr std::size_t look_at_shown = 4;
constexpr std::size_t open_shown = 6;
constexpr std::size_t plan_shown = 4;

/// The first lines that say something, and how many there are besides.
std::vector<Line> first_lines(const std::string& text, std::size_t most) {
  std::vector<Line> lines;
  std::size_t more = 0;
  for (const auto& line : lines_of(text)) {
    if (trimmed(line).empty()) continue;
    if (lines.size() < most)
      lines.push_back(plain(line));
    else
      ++more;
  }
  if (more > 0)
    lines.push_back(toned(fmt::format("and {}", counted(more, "more line")), Tone::dim));
  return lines;
}

std::vector<Line> first_of(const std::vector<std::string>& texts, std::size_t most) {
  std::vector<Line> lines;
  for (std::size_t i = 0; i < texts.size() && i < most; ++i) lines.push_back(plain(texts[i]));
  if (texts.size() > most)
    lines.push_back(toned(fmt::format("and {} more", texts.size() - most), Tone::dim));
  return lines;
}

void add_fact(Page& page, const std::string& label, std::vector<Line> lines) {
  if (!lines.empty()) page.blocks.emplace_back(Fact{label, std::move(lines), {}});
}

std::string when_of(const Meeting& meeting, Date today) {
  std::string day = meeting.date == today ? "today" : short_day(meeting.date);
  if (meeting.start) day += ' ' + clock(*meeting.start);
  return day;
}

Heading heading_of(const Brief& brief) {
  Line line =
      dotted({display_code(brief.client),
              brief.next ? when_of(*brief.next, brief.today) : "no next meeting", brief.site});
  std::string since = "no session yet";
  if (brief.days_since_last == 0) since = "met today";
  if (brief.days_since_last > 0)
    since = fmt::format("{} since last session",
                        counted(static_cast<std::size_t>(*brief.days_since_last), "day"));
  return {std::move(line), plain(std::move(since))};
}

/// "due Friday" within the week, else "due 4 Dec".
std::string due_words(const OpenPromise& promise, Date today) {
  if (promise.days_late) return fmt::format("{} d late", *promise.days_late);
  if (!promise.due) return {};
  if (*promise.due == today) return "due today";
  if (days_between(today, *promise.due) >= 7) return "due " + near_day(*promise.due, today);
  const std::string day = full_day(*promise.due);
  return "due " + day.substr(0, day.find(' '));
}

void add_open(Page& page, const Brief& brief) {
  if (brief.open.empty()) return;
  TableBlock table{.columns = {{.title = "Who"},
                               {.title = "", .tight = true},
                               {.title = "Promise", .shrinks = true, .wraps = true},
                               {.title = "Id", .rank = 2},
                               {.title = "When", .rank = 1}},
                   .titles = false,
                   .label = "Open"};
  for (std::size_t i = 0; i < brief.open.size() && i < open_shown; ++i) {
    const OpenPromise& promise = brief.open[i];
    table.rows.push_back(
        {{plain(promise.who == Party::client ? promise.client : std::string(word_of(promise.who))),
          promise.days_late ? toned("!", Tone::bad) : Line{}, promise_line(promise),
          toned(promise.id, Tone::dim),
          toned(due_words(promise, brief.today), promise.days_late ? Tone::bad : Tone::plain)},
         {}});
  }
  page.blocks.emplace_back(std::move(table));
  if (brief.open.size() > open_shown)
    add_fact(page, "",
             {toned(fmt::format("and {} more", brief.open.size() - open_shown), Tone::dim)});
}

std::string month_name(Date day) {
  const std::string month = month_year(day);
  return month.substr(0, month.find(' '));
}

Line focus_line(const FocusBrief& focus, Date today) {
  Line line = plain(focus.title + "   ");
  line.push_back({focus.now ? std::to_string(*focus.now) : "not rated"});
  if (focus.target) {
    line.push_back(glyph(" → ", " -> "));
    line.push_back({std::to_string(*focus.target)});
  }
  if (focus.target_by) {
    const bool near =
        days_between(today, *focus.target_by) < 330;  // else a month could be mistaken
    line.push_back({" by " + (near ? month_name(*focus.target_by) : month_year(*focus.target_by))});
  }
  return line;
}

/// The first element with the words of its levels, the others in a line each.
void add_focus(Page& page, const Brief& brief) {
  if (brief.focus.empty()) return;
  const FocusBrief& first = brief.focus.front();
  add_fact(page, "Focus", {focus_line(first, brief.today)});
  TableBlock words{
      .columns = {{.title = "Level"}, {.title = "Reads", .shrinks = true, .wraps = true}},
      .titles = false,
      .indent = 2,
      .label = ""};
  if (!first.now_reads.empty())
    words.rows.push_back({{toned("now", Tone::dim), plain(first.now_reads)}, {}});
  if (!first.next_reads.empty())
    words.rows.push_back({{toned("next", Tone::dim), plain(first.next_reads)}, {}});
  if (!words.rows.empty()) page.blocks.emplace_back(std::move(words));
  for (std::size_t i = 1; i < brief.focus.size(); ++i)
    page.blocks.emplace_back(Fact{"", {focus_line(brief.focus[i], brief.today)}, {}});
}

std::vector<Line> last_lines(const Brief& brief) {
  if (!brief.last) return {plain("No session yet.")};
  if (brief.last->what.empty()) return {plain(near_day(brief.last->date, brief.today))};
  return {plain(brief.last->what)};
}

std::vector<Line> question_lines(const Brief& brief) {
  if (brief.question.empty()) return {};
  return {plain("\"" + std::string(trimmed(brief.question)) + "\"")};
}

}  // namespace

Page brief_page(const Brief& brief) {
  Page page;
  page.blocks = {heading_of(brief), Gap{}};
  add_fact(page, "Last time", last_lines(brief));
  add_fact(page, "You asked", question_lines(brief));
  add_fact(page, "Notes", first_lines(brief.notes, notes_shown));
  add_open(page, brief);
  add_focus(page, brief);
  add_fact(page, "Since then", first_of(brief.since_then, look_at_shown));
  add_fact(page, "Look at", first_of(brief.look_at, look_at_shown));
  add_fact(page, "Plan", first_lines(brief.plan, plan_shown));
  if (!brief.next)
    add_fact(page, "Next",
             {plain(fmt::format("not set.  coach next {} \"in 2 weeks\"", brief.client))});
  return page;
}

}  // namespace coach
