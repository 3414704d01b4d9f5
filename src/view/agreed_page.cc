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

}  // namespace coach
