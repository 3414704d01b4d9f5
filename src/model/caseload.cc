#include "model/caseload.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/agreed.h"
#include "model/contact.h"
#include "model/phase.h"
#include "model/standing.h"

namespace coach {
namespace {

/// A cycle that stands at one step longer than this is worth a word.
constexpr int days_open = 21;

FocusMark mark_of(const ElementStanding& standing) {
  if (standing.to_go == 0) return FocusMark::reached;
  if (standing.now && standing.baseline && *standing.now > *standing.baseline)
    return FocusMark::moved;
  return FocusMark::not_yet;
}

void look_at(const Seen& seen, Date today, CaseloadRow& row) {
  const auto say = [&](std::string what) { row.to_look_at.push_back(std::move(what)); };
  if (row.overdue > 0) say(fmt::format("{} overdue", row.overdue));
  if (row.status != EngagementStatus::active) return;
  if (const auto* unlogged = unlogged_session(seen, today))
    say(fmt::format("{} not logged", day_month(unlogged->record.date)));
  if (!row.next) say("no next date");
  if (auto warning = agreement_warning(seen, today); !warning.empty()) say(std::move(warning));
  const CycleRow* longest = nullptr;
  const auto cycles = cycle_rows(seen, today);
  for (const auto& cycle : cycles)
    if (!cycle.closed && cycle.days >= days_open && (!longest || longest->days < cycle.days))
      longest = &cycle;
  if (longest) say(fmt::format("cycle at {} for {} d", longest->step_title, longest->days));
  if (seen->cadence_days > 0 && row.days_since.value_or(0) > seen->cadence_days)
    say(fmt::format("{} d without contact", *row.days_since));
  if (seen->all<Goal>().empty())
    say("no goal yet");
  else if (row.focus.empty())
    say("no target yet");
}

/// Smaller comes first.
auto pressing(const CaseloadRow& row, Date today) {
  const bool meets_today = row.next == today;
  return std::tuple(!meets_today, -row.overdue, row.to_look_at.empty(), -row.days_since.value_or(0),
                    row.client);
}

Date or_never(const std::optional<Date>& day) {
  return day.value_or(std::chrono::year{9999} / 12 / 31);
}

}  // namespace

CaseloadRow caseload_row(const Seen& seen, Date today) {
  const Facts& facts = seen->only<Facts>();
  const Client& client = seen->only<Client>();
  CaseloadRow row{.client = seen->code,
                  .name = client.name,
                  .site = client.site,
                  .role = facts.role,
                  .status = facts.status};
  row.areas = facts.areas;
  row.last_contact = last_contact(seen, today);
  if (row.last_contact) row.days_since = days_between(*row.last_contact, today);
  if (const auto* next = next_session(seen, today)) {
    row.next = next->record.date;
    row.next_time = next->record.start;
  }
  for (const auto& promise : open_promises(seen, today)) {
    ++row.open;
    if (promise.days_late) ++row.overdue;
  }
  if (seen->rubric())
    for (const auto& standing : focus_of(rubric_status(seen, today)))
      row.focus.push_back(mark_of(standing));
  row.reached = static_cast<int>(std::ranges::count(row.focus, FocusMark::reached));
  row.model = seen->way() ? seen->way()->title : facts.model;
  if (const auto at = whereabouts(seen, today)) {
    row.phase = at->title;
    row.phase_number = at->number;
    row.phase_since = at->since;
  }
  look_at(seen, today, row);
  return row;
}

Caseload caseload(std::vector<CaseloadRow> rows, Date today, CaseloadOrder order) {
  std::ranges::stable_sort(rows, [&](const CaseloadRow& a, const CaseloadRow& b) {
    switch (order) {
      case CaseloadOrder::pressing:
        return pressing(a, today) < pressing(b, today);
      case CaseloadOrder::client:
        return a.client < b.client;
      case CaseloadOrder::contact:
        return a.last_contact.value_or(Date{}) < b.last_contact.value_or(Date{});
      case CaseloadOrder::phase:
        return std::tuple(std::string_view(a.model), a.phase_number, std::string_view(a.phase),
                          pressing(a, today)) <
               std::tuple(std::string_view(b.model), b.phase_number, std::string_view(b.phase),
                          pressing(b, today));
      case CaseloadOrder::next:
        return or_never(a.next) < or_never(b.next);
    }
    return false;
  });
  Caseload all{.today = today, .engagements = static_cast<int>(rows.size())};
  for (const auto& row : rows) all.overdue += row.overdue;
  all.rows = std::move(rows);
  return all;
}

}  // namespace coach
