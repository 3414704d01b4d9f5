#include "model/dosage.h"

#include <algorithm>
#include <map>

#include "model/agreed.h"
#include "model/contact.h"

namespace coach {
namespace {

/// The first agreement in force that says how much time.
const Filed<Agreement>* agreement_on_time(const Seen& seen, Date today) {
  for (const auto with : {AgreedWith::client, AgreedWith::sponsor, AgreedWith::agency}) {
    const auto* found = agreement_in_force(seen, with, today);
    if (found && (found->record.hours || found->record.minutes_per_month)) return found;
  }
  return nullptr;
}

}  // namespace

std::optional<Minutes> agreed_minutes(const Seen& seen, Date today) {
  const auto* agreement = agreement_on_time(seen, today);
  if (!agreement || !agreement->record.hours) return {};
  return Minutes{*agreement->record.hours * 60};
}

Dosage dosage(const Seen& seen, Date today) {
  Dosage answer{.client = seen->code, .today = today, .cadence_days = seen->cadence_days};
  std::map<std::pair<std::string, std::string>, int> sums;
  int together = 0;
  for (const auto& held : time_held(seen, today)) {
    sums[{iso(held.date).substr(0, 7), held.kind}] += held.minutes;
    together += held.minutes;
  }
  for (const auto& [key, minutes] : sums)
    answer.rows.push_back({key.first, key.second, Minutes{minutes}});
  answer.together = Minutes{together};
  if (const auto* agreement = agreement_on_time(seen, today)) {
    answer.agreement = agreement->id;
    answer.until = agreement->record.until;
    answer.agreed_a_month = agreement->record.minutes_per_month;
  }
  answer.agreed = agreed_minutes(seen, today);
  const Date started = seen->only<Facts>().started;
  if (started.ok() && started <= today)
    answer.months = (static_cast<int>(today.year()) - static_cast<int>(started.year())) * 12 +
                    static_cast<int>(static_cast<unsigned>(today.month())) -
                    static_cast<int>(static_cast<unsigned>(started.month())) + 1;
  answer.last_contact = last_contact(seen, today);
  if (answer.last_contact) answer.days_since = days_between(*answer.last_contact, today);
  return answer;
}

HoursRow hours_row(const Seen& seen, Date year_from, Date today) {
  HoursRow row{.client = seen->code};
  const Date month_from = today.year() / today.month() / 1;
  for (const auto& held : time_held(seen, today)) {
    row.together.count += held.minutes;
    if (held.date >= year_from) row.this_year.count += held.minutes;
    if (held.date >= month_from) row.this_month.count += held.minutes;
  }
  row.agreed = agreed_minutes(seen, today);
  return row;
}

CaseloadHours caseload_hours(std::vector<HoursRow> rows, Date year_from, Date today) {
  CaseloadHours answer{.today = today, .year_from = year_from, .rows = std::move(rows)};
  for (const auto& row : answer.rows) {
    answer.this_month.count += row.this_month.count;
    answer.this_year.count += row.this_year.count;
    answer.together.count += row.together.count;
  }
  return answer;
}

}  // namespace coach
