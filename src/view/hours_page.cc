// Time held: of one client by month and kind against what was agreed, of the caseload by client.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "view/pages.h"

namespace coach {
namespace {

Line against(const Dosage& answer) {
  if (!answer.agreed)
    return toned(fmt::format("no hours agreed.  coach agreement {} --hours 40", answer.client),
                 Tone::dim);
  Line line = plain(fmt::format("of {} agreed", hours(answer.agreed->count)));
  const int left = answer.agreed->count - answer.together.count;
  line.push_back(
      {left >= 0 ? fmt::format(", {} left", hours(left)) : fmt::format(", {} over", hours(-left)),
       left >= 0 ? Tone::plain : Tone::warn});
  if (answer.until)
    line.push_back({fmt::format(", until {}", near_day(*answer.until, answer.today))});
  return line;
}

Line contact_words(const Dosage& answer) {
  if (!answer.last_contact) return plain("none yet");
  Line line = plain(fmt::format("{}, {} ago", short_day(*answer.last_contact),
                                counted(static_cast<std::size_t>(*answer.days_since), "day")));
  if (answer.cadence_days > 0)
    line.push_back({fmt::format("; every {} is meant",
                                counted(static_cast<std::size_t>(answer.cadence_days), "day")),
                    *answer.days_since > answer.cadence_days ? Tone::warn : Tone::dim});
  return line;
}

}  // namespace

Page dosage_page(const Dosage& answer) {
  Page page{{Heading{dotted({display_code(answer.client), "hours"}), plain(full_day(answer.today))},
             Gap{}}};
  std::vector<std::string> kinds, months;
  for (const auto& row : answer.rows) {
    if (std::ranges::find(kinds, row.kind) == kinds.end()) kinds.push_back(row.kind);
    if (months.empty() || months.back() != row.month) months.push_back(row.month);
  }
  std::ranges::sort(kinds);
  TableBlock table{.columns = {{.title = "Month"}}};
  for (std::size_t i = 0; i < kinds.size(); ++i)
    table.columns.push_back({.title = kinds[i], .right = true, .rank = static_cast<int>(i) + 1});
  table.columns.push_back({.title = "together", .right = true});
  if (answer.agreed_a_month) table.columns.push_back({.title = "agreed", .right = true});
  const auto row_of = [&](const std::string& month, const std::string& title) {
    Row row{{plain(title)}, {}};
    int all = 0;
    for (const auto& kind : kinds) {
      int sum = 0;
      for (const auto& one : answer.rows)
        if ((month.empty() || one.month == month) && one.kind == kind) sum += one.minutes.count;
      row.cells.emplace_back(plain(sum ? hours_and_minutes(sum) : ""));
      all += sum;
    }
    row.cells.emplace_back(toned(hours_and_minutes(all), Tone::strong));
    if (answer.agreed_a_month) {
      const int wanted = answer.agreed_a_month->count * (month.empty() ? answer.months : 1);
      row.cells.emplace_back(
          toned(hours_and_minutes(wanted), all < wanted ? Tone::warn : Tone::dim));
    }
    return row;
  };
  for (const auto& month : months)
    table.rows.push_back(row_of(month, month_year(*iso_date(month + "-01"))));
  if (months.empty()) {
    page.blocks.emplace_back(Paragraph{plain("No time held yet.")});
  } else {
    table.rows.push_back(row_of("", "in all"));
    page.blocks.emplace_back(std::move(table));
  }
  page.blocks.emplace_back(Gap{});
  page.blocks.emplace_back(Fact{"Together",
                                {[&] {
                                  Line line = plain(hours(answer.together.count) + "  ");
                                  for (auto& piece : against(answer))
                                    line.push_back(std::move(piece));
                                  return line;
                                }()},
                                {}});
  page.blocks.emplace_back(Fact{"Contact", {contact_words(answer)}, {}});
  return page;
}

Page caseload_hours_page(const CaseloadHours& answer) {
  Page page{{Heading{plain("Hours"), plain(full_day(answer.today))}, Gap{}}};
  if (answer.rows.empty()) {
    page.blocks.emplace_back(Paragraph{plain("No engagement yet.")});
    return page;
  }
  TableBlock table{.columns = {{.title = "Client"},
                               {.title = month_year(answer.today), .right = true},
                               {.title = "since " + month_year(answer.year_from), .right = true},
                               {.title = "together", .right = true},
                               {.title = "agreed", .right = true, .rank = 1},
                               {.title = "left", .right = true, .rank = 2}}};
  const auto time = [](Minutes minutes) {
    return plain(minutes.count > 0 ? hours_and_minutes(minutes.count) : "");
  };
  for (const auto& row : answer.rows) {
    const int left = row.agreed ? row.agreed->count - row.together.count : 0;
    const std::string left_words =
        left >= 0 ? hours_and_minutes(left) : fmt::format("{} over", hours_and_minutes(-left));
    table.rows.push_back(
        {{plain(row.client), time(row.this_month), time(row.this_year),
          toned(hours_and_minutes(row.together.count), Tone::strong),
          row.agreed ? plain(hours_and_minutes(row.agreed->count)) : Line{},
          row.agreed ? toned(left_words, left >= 0 ? Tone::plain : Tone::warn) : Line{}},
         {}});
  }
  table.rows.push_back(
      {{plain("in all"), time(answer.this_month), time(answer.this_year),
        toned(hours_and_minutes(answer.together.count), Tone::strong), Line{}, Line{}},
       {}});
  page.blocks.emplace_back(std::move(table));
  return page;
}

}  // namespace coach
