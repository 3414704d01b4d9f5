// What is agreed, and what may pass to whom; and the time given against it.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "model/engagement.h"
#include "view/pages.h"

namespace coach {
namespace {

void add_text(Page& page, const std::string& label, const std::vector<std::string>& texts) {
  Fact fact{.label = label};
  for (const auto& text : texts)
    for (const auto& line : lines_of(text)) fact.lines.push_back(plain(line));
  if (!fact.lines.empty()) page.blocks.emplace_back(std::move(fact));
}

template <Worded Enum>
std::vector<std::string> said(const std::vector<Enum>& values) {
  std::vector<std::string> texts;
  for (const auto value : values) texts.emplace_back(word_of(value));
  return texts;
}

Line term_of(const AgreedRow& row, Date today) {
  if (!row.signed_on) return toned("not signed yet: nothing of it counts", Tone::warn);
  Line line = plain("signed " + near_day(*row.signed_on, today));
  if (!row.until) return line;
  if (*row.days_left < 0) {
    line.push_back({fmt::format(", ended {}", near_day(*row.until, today)), Tone::bad});
    return line;
  }
  line.push_back({fmt::format(", until {}", near_day(*row.until, today)),
                  *row.days_left <= days_before_end ? Tone::warn : Tone::plain});
  line.push_back(
      {fmt::format(" ({} left)", counted(static_cast<std::size_t>(*row.days_left), "day"))});
  return line;
}

void add_agreement(Page& page, const AgreedRow& row, Date today) {
  page.blocks.emplace_back(Gap{});
  page.blocks.emplace_back(Fact{
      fmt::format("With {}", word_of(row.with)), {term_of(row, today)}, toned(row.id, Tone::dim)});
  if (row.voluntary)
    add_text(page, "", {*row.voluntary ? "voluntary" : "asked for by somebody else"});
  add_text(page, "Purpose", {row.purpose});
  std::vector<std::string> time;
  if (row.hours) time.push_back(fmt::format("{} hours in all", *row.hours));
  if (row.minutes_per_month)
    time.push_back(fmt::format("{} a month", hours(row.minutes_per_month->count)));
  add_text(page, "Time", {fmt::format("{}", fmt::join(time, ", "))});
  add_text(page, "Limits", row.limits);
  add_text(page, "Fund", {row.fund});
  add_text(page, "Coach", {row.qualifications});
  add_text(page, "Delivers", row.deliverables);
  if (row.reports_every)
    add_text(page, "Reports", {fmt::format("every {}", word_of(*row.reports_every))});
  add_text(page, "Review", {row.review_of_coach});
  if (row.keep_until) add_text(page, "Kept until", {near_day(*row.keep_until, today)});
  for (const auto& word : words<AiUse>)
    if (word.value == row.ai) add_text(page, "AI", {std::string(word.meaning)});
}

}  // namespace

Page agreed_page_of(const AgreedPage& answer) {
  Page page{{Heading{dotted({display_code(answer.client), "agreement"}),
                     answer.warning.empty() ? Line{} : toned(answer.warning, Tone::warn)}}};
  if (answer.agreements.empty()) {
    page.blocks.emplace_back(Gap{});
    page.blocks.emplace_back(Paragraph{plain(fmt::format(
        "No agreement yet.  coach agreement {} --with client --signed today", answer.client))});
  }
  for (const auto& row : answer.agreements) add_agreement(page, row, answer.today);
  page.blocks.emplace_back(Gap{});
  add_text(page, "May pass",
           {fmt::format("to {}: what is marked client or sponsor", answer.client),
            answer.to_sponsor.empty() ? std::string("to the sponsor: nothing")
                                      : fmt::format("to the sponsor: {}, and nothing else",
                                                    listed(said(answer.to_sponsor)))});
  return page;
}

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

}  // namespace coach
