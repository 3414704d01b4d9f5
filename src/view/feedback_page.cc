// Feedback and what became of it: the share that changed practice, by focus and by month, and what
// waits to be looked at again.
#include <fmt/format.h>

#include "base/text.h"
#include "view/pages.h"

namespace coach {
namespace {

/// "14 d", "7 to 30 d, half within 14": an even number has two in the middle, and the later counts.
std::string days_words(const std::vector<int>& days) {
  if (days.empty()) return "";
  if (days.front() == days.back()) return fmt::format("{} d", days.front());
  return fmt::format("{} d ({} to {})", days[days.size() / 2], days.front(), days.back());
}

Row row_of(const FeedbackCounts& counts, Line what) {
  return {
      {std::move(what), plain(std::to_string(counts.given)),
       plain(std::to_string(counts.looked_at)), toned(std::to_string(counts.changed), Tone::strong),
       plain(std::to_string(counts.partly)), plain(std::to_string(counts.not_yet)),
       plain(std::to_string(counts.no)),
       plain(counts.percent ? fmt::format("{} %", *counts.percent) : ""),
       plain(days_words(counts.days_to_change))},
      {}};
}

TableBlock table_of(const char* title) {
  return {.columns = {{.title = title, .shrinks = true, .wraps = true},
                      {.title = "given", .right = true},
                      {.title = "looked at", .right = true},
                      {.title = "changed", .right = true},
                      {.title = "partly", .right = true, .rank = 2},
                      {.title = "not yet", .right = true, .rank = 3},
                      {.title = "no", .right = true, .rank = 4},
                      {.title = "share", .right = true},
                      {.title = "days to change", .rank = 1}}};
}

void add_counts(Page& page, const char* title, const std::vector<FeedbackCounts>& list,
                bool are_months) {
  if (list.empty()) return;
  TableBlock table = table_of(title);
  for (const auto& counts : list)
    table.rows.push_back(row_of(
        counts, plain(are_months ? month_year(*iso_date(counts.what + "-01")) : counts.what)));
  page.blocks.emplace_back(Gap{});
  page.blocks.emplace_back(std::move(table));
}

void add_waiting(Page& page, const FeedbackTally& answer) {
  if (answer.waits.empty()) return;
  TableBlock table{.columns = {{.title = "Client"},
                               {.title = "Teacher"},
                               {.title = "Focus", .shrinks = true, .wraps = true},
                               {.title = "Given", .rank = 2},
                               {.title = "Id"},
                               {.title = "Look again", .right = true},
                               {.title = "Late", .right = true, .rank = 1}},
                   .titles = false};
  for (const auto& row : answer.waits)
    table.rows.push_back(
        {{plain(answer.client.empty() ? row.client : ""), plain(row.teacher),
          plain(row.focus.empty() ? row.said : row.focus),
          toned("given " + near_day(row.date, answer.today), Tone::dim), toned(row.id, Tone::dim),
          plain(near_day(*row.look_again, answer.today)),
          *row.days_late > 0 ? toned(fmt::format("{} d late", *row.days_late), Tone::bad) : Line{}},
         {}});
  if (!answer.client.empty()) {
    table.columns.erase(table.columns.begin());
    for (auto& row : table.rows) row.cells.erase(row.cells.begin());
  }
  page.blocks.emplace_back(Gap{});
  page.blocks.emplace_back(Paragraph{toned("To look at again", Tone::strong)});
  page.blocks.emplace_back(std::move(table));
  page.blocks.emplace_back(Paragraph{toned(
      fmt::format("coach seen {} changed|partly|not-yet|no", answer.waits.front().id), Tone::dim)});
}

}  // namespace

Page feedback_page(const FeedbackTally& answer) {
  if (answer.rows.empty())
    return {{Paragraph{plain(fmt::format(
        "No feedback yet.  coach log-feedback {} --teacher T04 --focus \"...\" --said \"...\"",
        answer.client.empty() ? "CLIENT" : answer.client))}}};
  Page page{{Heading{answer.client.empty()
                         ? plain("Feedback")
                         : dotted({display_code(answer.client), "feedback that changed practice"}),
                     plain(full_day(answer.today))},
             Gap{}}};
  const FeedbackCounts& all = answer.all;
  Line line = all.looked_at > 0
                  ? Line{{fmt::format("{} of {}", all.changed, all.looked_at), Tone::strong},
                         {fmt::format(" that were looked at changed practice, {} %", *all.percent)}}
                  : plain("none was looked at again yet");
  if (all.partly > 0) line.push_back({fmt::format("; {} in part beside", all.partly)});
  page.blocks.emplace_back(
      Fact{.label = "Given", .lines = {plain(std::to_string(all.given))}, .right = {}});
  page.blocks.emplace_back(Fact{.label = "Changed", .lines = {std::move(line)}, .right = {}});
  if (!all.days_to_change.empty())
    page.blocks.emplace_back(
        Fact{.label = "After", .lines = {plain(days_words(all.days_to_change))}, .right = {}});
  if (all.given > all.looked_at)
    page.blocks.emplace_back(Fact{
        .label = "Open",
        .lines = {plain(fmt::format("{} not looked at again{}", all.given - all.looked_at,
                                    all.waits > 0 ? fmt::format(", {} waiting", all.waits) : ""))},
        .right = {}});
  add_counts(page, "Client", answer.by_client, false);
  add_counts(page, "Focus", answer.by_focus, false);
  add_counts(page, "Month", answer.by_month, true);
  add_waiting(page, answer);
  return page;
}

}  // namespace coach
