// The one page of an engagement: where she is now, how far to go, what was promised, what is late.
//
// The code stands for the client throughout; her name is on no page that may lie open. An empty
// part says which command fills it.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>

#include "base/text.h"
#include "model/engagement.h"
#include "view/pages.h"

namespace coach {
namespace {

constexpr int clear_days = 330;  // nearer than this a month needs no year

std::string day_year(Date day) {
  return fmt::format("{} {}", day_month(day), static_cast<int>(day.year()));
}

/// "Jun", with its year where it could be mistaken.
std::string short_month(Date day, Date today) {
  const std::string month = day_month(day).substr(day_month(day).find(' ') + 1);
  const int away = days_between(today, day);
  return away >= 0 && away < clear_days ? month
                                        : fmt::format("{} {}", month, static_cast<int>(day.year()));
}

/// "18 Dec", with its year where it could be mistaken.
std::string clear_day(Date day, Date today) {
  return std::abs(days_between(today, day)) < clear_days ? day_month(day) : near_day(day, today);
}

/// A title within a line; a name that begins with capitals stays.
std::string within_line(std::string title) {
  const auto upper = [&](std::size_t i) {
    return i < title.size() && std::isupper(static_cast<unsigned char>(title[i]));
  };
  if (upper(0) && !upper(1))
    title[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(title[0])));
  return title;
}

void add_head(Page& page, const EngagementPage& answer) {
  std::string role(word_of(answer.role));
  if (!answer.year.empty()) role += ", " + answer.year;
  page.blocks.emplace_back(Heading{dotted({display_code(answer.client), role, answer.site}),
                                   plain("since " + day_year(answer.started))});
  Line line = dotted({within_line(answer.model), std::string(word_of(answer.regime)),
                      answer.agreed ? fmt::format("{} of {}", hours(answer.together.count),
                                                  hours(answer.agreed->count))
                                    : hours(answer.together.count),
                      counted(static_cast<std::size_t>(answer.sessions), "session")});
  if (answer.status != EngagementStatus::active) {
    std::string words(word_of(answer.status));
    if (answer.ended) words += ' ' + day_year(*answer.ended);
    line.insert(line.begin(), {{words, Tone::warn}, glyph(" · ", " - ")});
  }
  page.blocks.emplace_back(Paragraph{std::move(line)});
}

void add_vision(Page& page, const EngagementPage& answer) {
  std::vector<Line> lines;
  for (const auto& line : lines_of(answer.vision))
    if (!trimmed(line).empty()) lines.push_back(plain(line));
  if (lines.empty()) lines = {plain("none yet.  coach vision " + answer.client)};
  page.blocks.emplace_back(Fact{"Vision", std::move(lines), {}});
}

void add_goal(Page& page, const GoalStanding& goal, const std::string& label, Date today) {
  std::string right(word_of(goal.status));
  if (goal.due) right += ", due " + near_day(*goal.due, today);
  Line state = plain(right);
  if (goal.days_late) state.push_back({fmt::format(", {} d late", *goal.days_late), Tone::bad});
  page.blocks.emplace_back(Fact{label, {plain(goal.title)}, std::move(state)});
  const bool open = goal.status == GoalStatus::active || goal.status == GoalStatus::proposed;
  if (open && goal.days_gone && goal.days_in_all)
    page.blocks.emplace_back(Bar{"", {*goal.days_gone, *goal.days_in_all}, {}});
}

void add_goals(Page& page, const EngagementPage& answer) {
  if (answer.goals.empty()) {
    page.blocks.emplace_back(Fact{
        "Goal", {plain(fmt::format("none yet.  coach goal add {} \"...\"", answer.client))}, {}});
    return;
  }
  for (const auto& goal : answer.goals)
    add_goal(page, goal, &goal == &answer.goals.front() ? "Goal" : "", answer.today);
}

std::string level_words(std::string_view who, std::optional<int> level) {
  return level ? fmt::format("{} {}", who, *level) : fmt::format("{} -", who);
}

Line target_words(const ElementStanding& standing, Date today) {
  if (standing.below_baseline) return toned("below baseline", Tone::warn);
  if (standing.to_go == 0) return toned("target reached", Tone::good);
  return plain(standing.target_by ? "target " + short_month(*standing.target_by, today) : "");
}

Row focus_row(const ElementStanding& standing, const EngagementPage& answer) {
  const Track track{.levels = static_cast<int>(answer.levels.size()),
                    .baseline = standing.baseline.value_or(0),
                    .now = standing.now.value_or(0),
                    .other = standing.other.value_or(0),
                    .target = standing.target.value_or(0)};
  const bool unrated = !standing.now && !standing.other;  // the track says so already
  const std::string_view own = word_of(answer.by),
                         beside = answer.by == Rater::self ? "coach" : "self";
  return {{plain(standing.title), track, plain(unrated ? "" : level_words(own, standing.now)),
           plain(unrated ? "" : level_words(beside, standing.other)),
           target_words(standing, answer.today)},
          {}};
}

std::string what_focus_wants(const EngagementPage& answer) {
  if (answer.levels.empty()) return "No rubric yet.  coach rubric list   those that are there";
  if (answer.rated == 0)
    return fmt::format(
        "No ratings yet.  coach rubric assess {}{}   {}; coach rubric form prints a sheet to take "
        "home",
        answer.client, answer.by == Rater::coach ? " --by coach" : "",
        answer.by == Rater::coach ? "the coach rates" : "the client rates");
  if (answer.focus.empty())
    return fmt::format("No target yet.  coach rubric target {} ELEMENT=LEVEL", answer.client);
  return {};
}

void add_focus(Page& page, const EngagementPage& answer) {
  if (!answer.focus.empty()) {
    TableBlock table{.columns = {{.title = "", .shrinks = true},
                                 {.title = "Level"},
                                 {.title = "", .rank = 3},
                                 {.title = "", .rank = 2},
                                 {.title = "", .rank = 1}},
                     .indent = 2,
                     .heading = "Focus"};
    for (const auto& standing : answer.focus) table.rows.push_back(focus_row(standing, answer));
    page.blocks.emplace_back(std::move(table));
    page.blocks.emplace_back(
        Paragraph{toned("levels: " + levels_in_words(answer.levels), Tone::dim), 2});
  }
  if (const auto words = what_focus_wants(answer); !words.empty()) {
    if (answer.focus.empty())
      page.blocks.emplace_back(Fact{"Focus", {plain(words)}, {}});
    else
      page.blocks.emplace_back(Paragraph{plain(words), 2});
  }
}

Piece mark_of(ActivityStatus status) {
  switch (status) {
    case ActivityStatus::done:
      return glyph("✓", "x", Tone::good);
    case ActivityStatus::under_way:
      return glyph("▸", ">");
    case ActivityStatus::planned:
      return glyph("·", ".", Tone::dim);
    case ActivityStatus::dropped:
      return glyph("✗", "/", Tone::dim);
  }
  return {};
}

/// The day that matters, and the word before it.
struct DayInWords {
  std::string word;
  std::string day;
};

DayInWords day_of(const ActivityStanding& activity, Date today) {
  const auto when = [&](const char* word, const std::optional<Date>& day) {
    return day ? DayInWords{word, clear_day(*day, today)} : DayInWords{};
  };
  switch (activity.status) {
    case ActivityStatus::done:
      return activity.done ? when("done", activity.done) : DayInWords{"", "done"};
    case ActivityStatus::dropped:
      return {"", "dropped"};
    case ActivityStatus::planned:
      if (activity.starts) return when("from", activity.starts);
      break;
    case ActivityStatus::under_way:
      break;
  }
  return when("due", activity.due);
}

Row activity_row(const ActivityStanding& activity, Date today) {
  const auto [word, day] = day_of(activity, today);
  const bool counts = activity.steps > 0 && activity.status != ActivityStatus::done;
  return {{Line{mark_of(activity.status)}, plain(activity.title), plain(word), plain(day),
           activity.days_late ? toned(fmt::format("{} d late", *activity.days_late), Tone::bad)
                              : Line{},
           plain(counts ? fmt::format("{}/{} steps", activity.steps_done, activity.steps) : "")},
          {}};
}

void add_activities(Page& page, const EngagementPage& answer) {
  if (answer.activities.empty()) {
    const std::string words =
        fmt::format("none yet.  coach activity add {} \"...\"", answer.client);
    page.blocks.emplace_back(Fact{"Activities", {plain(words)}, {}});
    return;
  }
  const auto going =
      std::ranges::count(answer.activities, ActivityStatus::under_way, &ActivityStanding::status);
  const auto done =
      std::ranges::count(answer.activities, ActivityStatus::done, &ActivityStanding::status);
  page.blocks.emplace_back(
      Fact{"Activities",
           {plain(fmt::format("{} of {} {}", going > 0 ? going : done, answer.activities.size(),
                              going > 0 ? "under way" : "done"))},
           {}});
  TableBlock table{.columns = {{.title = "", .tight = true},
                               {.title = "Activity", .shrinks = true, .wraps = true},
                               {.title = "When", .rank = 2, .tight = true},
                               {.title = "Day", .right = true},
                               {.title = "Late", .right = true},
                               {.title = "Steps", .right = true, .rank = 1}},
                   .titles = false,
                   .indent = 2};
  for (const auto& activity : answer.activities)
    table.rows.push_back(activity_row(activity, answer.today));
  page.blocks.emplace_back(std::move(table));
}

Row promise_row(const OpenPromise& promise, Date today) {
  const std::string who =
      promise.who == Party::client ? promise.client : std::string(word_of(promise.who));
  return {
      {plain(who), promise.days_late ? toned("!", Tone::bad) : Line{}, promise_line(promise),
       toned(promise.id, Tone::dim), plain(promise.due ? "due" : ""),
       plain(promise.due ? clear_day(*promise.due, today) : ""),
       promise.days_late ? toned(fmt::format("{} d late", *promise.days_late), Tone::bad) : Line{}},
      {}};
}

/// What the work plan holds open besides: `coach todo` tells it.
Line also_open(const EngagementPage& answer) {
  const auto rest = static_cast<std::size_t>(answer.also_open + answer.also_late);
  Line line = plain(counted(rest, "more in the work plan", "more in the work plan"));
  if (answer.also_late > 0) line.push_back({fmt::format(", {} late", answer.also_late), Tone::bad});
  line.push_back({".  coach todo " + answer.client});
  return line;
}

void add_cycles(Page& page, const EngagementPage& answer) {
  page.blocks.emplace_back(Gap{});
  Fact fact{.label = answer.cycles.size() == 1 ? "Cycle" : "Cycles"};
  for (const auto& cycle : answer.cycles) {
    Line line = plain(fmt::format("{}   {} for {}", cycle.title, cycle.step_title,
                                  counted(static_cast<std::size_t>(cycle.days), "day")));
    if (!cycle.to_come.empty())
      line.push_back({fmt::format(", {} to come", listed(cycle.to_come)), Tone::dim});
    fact.lines.push_back(std::move(line));
  }
  page.blocks.emplace_back(std::move(fact));
}

void add_promised(Page& page, const EngagementPage& answer) {
  const bool more = answer.also_open + answer.also_late > 0;
  if (answer.promised.empty()) {
    page.blocks.emplace_back(
        Fact{"Promised", {more ? also_open(answer) : plain("nothing is open")}, {}});
    return;
  }
  page.blocks.emplace_back(Fact{"Promised", {}, {}});
  TableBlock table{.columns = {{.title = "Who"},
                               {.title = "", .tight = true},
                               {.title = "Promise", .shrinks = true, .wraps = true},
                               {.title = "Id", .rank = 2},
                               {.title = "When", .rank = 3, .tight = true},
                               {.title = "Day", .right = true},
                               {.title = "Late", .right = true, .rank = 1}},
                   .titles = false,
                   .indent = 2};
  for (const auto& promise : answer.promised)
    table.rows.push_back(promise_row(promise, answer.today));
  page.blocks.emplace_back(std::move(table));
  if (more) page.blocks.emplace_back(Paragraph{also_open(answer), 2});
}

std::string last_words(const EngagementPage& answer) {
  if (!answer.last) return "no session yet.  coach log-session " + answer.client;
  const Meeting& last = *answer.last;
  std::string words = near_day(last.date, answer.today) + " session";
  if (last.minutes) words += fmt::format(", {} min", last.minutes->count);
  if (!last.what.empty()) words += ": " + last.what;
  return words;
}

std::string next_words(const EngagementPage& answer) {
  if (!answer.next) return fmt::format("not set.  coach next {} \"in 2 weeks\"", answer.client);
  const Meeting& next = *answer.next;
  std::string words = "today";
  if (next.date != answer.today)
    words = next.date.year() == answer.today.year() ? short_day(next.date) : long_day(next.date);
  if (next.start) words += ' ' + clock(*next.start);
  if (!next.what.empty()) words += ": " + next.what;
  return words;
}

void add_meetings(Page& page, const EngagementPage& answer) {
  page.blocks.emplace_back(Fact{"Last", {plain(last_words(answer))}, {}});
  if (answer.status == EngagementStatus::ended) return;
  if (answer.unlogged)
    page.blocks.emplace_back(
        Fact{"Unlogged",
             {toned(fmt::format("{} was planned.  coach log-session {} --date {}",
                                near_day(answer.unlogged->date, answer.today), answer.client,
                                iso(answer.unlogged->date)),
                    Tone::warn)},
             {}});
  page.blocks.emplace_back(Fact{"Next", {plain(next_words(answer))}, {}});
}

}  // namespace

Page status_page(const EngagementPage& answer) {
  Page page;
  add_head(page, answer);
  for (const auto part :
       {add_vision, add_goals, add_focus, add_activities, add_promised, add_meetings}) {
    // Vision follows the head at once: it is what all of it is for.
    if (part != add_vision) page.blocks.emplace_back(Gap{});
    part(page, answer);
    if (part == add_activities && !answer.cycles.empty()) add_cycles(page, answer);
  }
  return page;
}

}  // namespace coach
