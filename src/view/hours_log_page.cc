// Minutes by one thing or another, and the hours log of a credential.
#include <fmt/format.h>

#include "base/text.h"
#include "view/pages.h"

namespace coach {
namespace {

std::string time(Minutes minutes) { return hours_and_minutes(minutes.count); }

std::string span_words(const HoursCounted& answer) {
  if (answer.from && answer.to)
    return fmt::format("{} to {}", near_day(*answer.from, answer.today),
                       near_day(*answer.to, answer.today));
  if (answer.from) return fmt::format("since {}", near_day(*answer.from, answer.today));
  if (answer.to) return fmt::format("up to {}", near_day(*answer.to, answer.today));
  return full_day(answer.today);
}

std::string shown_row(const std::string& what, HoursBy by) {
  return by == HoursBy::month ? month_year(*iso_date(what + "-01")) : what;
}

}  // namespace

Page hours_counted_page(const HoursCounted& answer, bool trace) {
  Page page{{Heading{answer.client.empty() ? plain("Hours")
                                           : dotted({display_code(answer.client), "hours"}),
                     plain(span_words(answer))},
             Gap{}}};
  if (answer.rows.empty()) {
    page.blocks.emplace_back(Paragraph{plain("No time held.")});
    return page;
  }
  TableBlock table{
      .columns = {{.title = std::string(word_of(answer.by)), .shrinks = true, .wraps = true},
                  {.title = "time", .right = true},
                  {.title = "times", .right = true}}};
  std::size_t at = 0;
  if (trace) table.columns.push_back({.title = "record"});
  for (const auto& row : answer.rows) {
    table.rows.push_back(
        {{toned(shown_row(row.what, answer.by), Tone::strong),
          toned(time(row.minutes), Tone::strong), plain(std::to_string(row.times))},
         {}});
    if (!trace) continue;
    table.rows.back().cells.emplace_back(Line{});
    for (; at < answer.held.size() && answer.held[at].what == row.what; ++at) {
      const auto& held = answer.held[at];
      table.rows.push_back({{plain(fmt::format("  {} {}", short_day(held.date), held.kind)),
                             plain(time(held.minutes)), Line{},
                             toned(fmt::format("{}/{}", held.client, held.id), Tone::dim)},
                            {}});
    }
  }
  Row all{
      {plain("in all"), plain(time(answer.together)), plain(std::to_string(answer.held.size()))},
      {}};
  if (trace) all.cells.emplace_back(Line{});
  table.rows.push_back(std::move(all));
  page.blocks.emplace_back(std::move(table));
  return page;
}

Page hours_log_page(const HoursLog& answer, bool trace) {
  Page page{{Heading{plain("Hours log for a credential"), plain(full_day(answer.today))},
             Paragraph{toned(fmt::format("coaching sessions since training began, {}; hours of 60 "
                                         "minutes, cut, never rounded up",
                                         iso(answer.since)),
                             Tone::dim)},
             Gap{}}};
  if (answer.log.empty()) {
    page.blocks.emplace_back(Paragraph{plain("No session counts yet.")});
  } else {
    TableBlock log{.columns = {{.title = "Client", .shrinks = true, .wraps = true},
                               {.title = "", .rank = 2},
                               {.title = "number", .right = true, .rank = 3},
                               {.title = "contact", .rank = 4, .shrinks = true},
                               {.title = "start"},
                               {.title = "end"},
                               {.title = "paid", .right = true},
                               {.title = "pro bono", .right = true}}};
    for (const auto& row : answer.log)
      log.rows.push_back({{plain(row.client), plain(row.individual_or_group),
                           plain(std::to_string(row.number_in_group)), plain(row.contact),
                           plain(iso(row.start_date)), plain(iso(row.end_date)),
                           plain(row.paid_hours), plain(row.pro_bono_hours)},
                          {}});
    page.blocks.emplace_back(std::move(log));
  }
  page.blocks.emplace_back(Gap{});
  TableBlock way{.columns = {{.title = ""},
                             {.title = "hours", .right = true},
                             {.title = "paid", .right = true},
                             {.title = "clients", .right = true},
                             {.title = "18 months", .right = true, .rank = 1},
                             {.title = "missing", .shrinks = true, .wraps = true}}};
  const auto of = [](Minutes have, Minutes wanted) {
    return plain(wanted.count > 0
                     ? fmt::format("{} of {}", hours_and_minutes(have.count), wanted.count / 60)
                     : "");
  };
  for (const auto& row : answer.credentials)
    way.rows.push_back(
        {{toned(row.credential, Tone::strong), of(row.hours, row.hours_wanted),
          of(row.paid, row.paid_wanted),
          plain(fmt::format("{} of {}", row.clients, row.clients_wanted)),
          of(row.recent, row.recent_wanted),
          row.missing.empty() ? toned("nothing", Tone::good) : plain(listed(row.missing))},
         {}});
  page.blocks.emplace_back(std::move(way));
  if (!answer.left_off.empty()) {
    page.blocks.emplace_back(Gap{});
    TableBlock off{.columns = {{.title = "Left off"},
                               {.title = "sessions", .right = true},
                               {.title = "time", .right = true},
                               {.title = "why", .shrinks = true, .wraps = true}}};
    for (const auto& row : answer.left_off)
      off.rows.push_back({{plain(row.client), plain(std::to_string(row.sessions)),
                           plain(time(row.minutes)), plain(row.why)},
                          {}});
    page.blocks.emplace_back(std::move(off));
  }
  if (!trace || answer.sessions.empty()) return page;
  page.blocks.emplace_back(Gap{});
  TableBlock sessions{.columns = {{.title = "Session"},
                                  {.title = "day"},
                                  {.title = "time", .right = true},
                                  {.title = ""},
                                  {.title = "present", .right = true},
                                  {.title = "18 months"}}};
  for (const auto& row : answer.sessions)
    sessions.rows.push_back({{plain(fmt::format("{}/{}", row.client, row.id)), plain(iso(row.date)),
                              plain(time(row.minutes)), plain(row.paid ? "paid" : "pro bono"),
                              plain(std::to_string(row.present)), plain(row.recent ? "yes" : "no")},
                             {}});
  page.blocks.emplace_back(std::move(sessions));
  return page;
}

}  // namespace coach
