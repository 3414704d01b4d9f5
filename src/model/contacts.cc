#include "model/contacts.h"

#include <algorithm>

#include "model/timeline.h"

namespace coach {

Date school_year_start(const std::string& starts, Date today) {
  const auto first = iso_date("2000-" + starts).value_or(std::chrono::year{2000} / 8 / 1);
  Date begin{today.year(), first.month(), first.day()};
  if (!begin.ok()) begin = {today.year(), first.month(), std::chrono::day{28}};
  return begin <= today ? begin : Date(begin - std::chrono::years{1});
}

std::optional<ContactsRow> contacts_row(const Seen& seen, Date from, Date today) {
  const Facts& facts = seen->only<Facts>();
  ContactsRow row{.client = seen->code, .from = from, .to = today};
  if (facts.started.ok()) row.from = std::max(from, facts.started);
  if (facts.ended) row.to = std::min(today, *facts.ended);
  if (row.to < row.from) return {};
  const auto add = [&](Date day) {
    if (day >= row.from && day <= row.to) row.days.push_back(day);
  };
  for (const auto& [id, session] : seen->all<Session>())
    if (session.state == SessionState::held) add(session.date);
  for (const auto& [id, observation] : seen->all<Observation>()) add(observation.date);
  std::ranges::sort(row.days);
  Date last = row.from;
  const auto name_gap = [&](Date until) {
    const int weeks = days_between(last, until) / 7;
    if (weeks >= gap_weeks) row.gaps.push_back({last, weeks});
    last = until;
  };
  for (const Date day : row.days) name_gap(day);
  name_gap(row.to);
  return row;
}

}  // namespace coach
