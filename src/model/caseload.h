// The caseload: one row an engagement, the most pressing first.
#pragma once

#include "model/promises.h"

namespace coach {

/// How an element in focus stands: target reached, moved since the baseline, or not yet.
enum class FocusMark { reached, moved, not_yet };
// clang-format off
template <> inline constexpr std::array words<FocusMark> = {
  Word{FocusMark::reached, "reached", "the target is reached"},
  Word{FocusMark::moved,   "moved",   "above the baseline"},
  Word{FocusMark::not_yet, "not-yet", "where it began, below, or not rated"},
};

struct CaseloadRow {
  std::string client;
  std::string name;
  std::string site;
  Role role = Role::other;
  EngagementStatus status = EngagementStatus::active;
  std::optional<Date> last_contact;
  std::optional<int> days_since;
  std::optional<Date> next;
  std::optional<Time> next_time;
  int open = 0;
  int overdue = 0;
  std::vector<FocusMark> focus;
  int reached = 0;
  std::vector<std::string> areas;
  std::string model;                   // its title
  std::string phase;                   // its step's title, or of its latest open cycle
  int phase_number = 0;                // the step's place; 0: none
  std::optional<Date> phase_since;
  std::vector<std::string> to_look_at;
  bool operator==(const CaseloadRow&) const = default;
};
template <> inline constexpr auto fields<CaseloadRow> = std::tuple{
  Field{"client",       &CaseloadRow::client,       Need::required, Holds::plain, "code"},
  Field{"name",         &CaseloadRow::name,         Need::required, Holds::names, "who it is"},
  Field{"site",         &CaseloadRow::site,         Need::required, Holds::names, "where"},
  Field{"role",         &CaseloadRow::role,         Need::required, Holds::plain, "what the client does"},
  Field{"status",       &CaseloadRow::status,       Need::required, Holds::plain, "of the engagement"},
  Field{"last_contact", &CaseloadRow::last_contact, Need::optional, Holds::plain, "latest meeting or visit"},
  Field{"days_since",   &CaseloadRow::days_since,   Need::optional, Holds::plain, "days since then"},
  Field{"next",         &CaseloadRow::next,         Need::optional, Holds::plain, "next planned meeting"},
  Field{"next_time",    &CaseloadRow::next_time,    Need::optional, Holds::plain, "its time"},
  Field{"open",         &CaseloadRow::open,         Need::required, Holds::plain, "promises, steps and evidence that are open"},
  Field{"overdue",      &CaseloadRow::overdue,      Need::required, Holds::plain, "of them late"},
  Field{"focus",        &CaseloadRow::focus,        Need::required, Holds::plain, "a mark for each element in focus"},
  Field{"reached",      &CaseloadRow::reached,      Need::required, Holds::plain, "targets reached"},
  Field{"areas",        &CaseloadRow::areas,        Need::required, Holds::plain, "areas of work"},
  Field{"model",        &CaseloadRow::model,        Need::required, Holds::plain, "the way of coaching"},
  Field{"phase",        &CaseloadRow::phase,        Need::required, Holds::plain, "its step, or that of the latest open cycle"},
  Field{"phase_number", &CaseloadRow::phase_number, Need::required, Holds::plain, "the step's place, from 1; 0: none"},
  Field{"phase_since",  &CaseloadRow::phase_since,  Need::optional, Holds::plain, "when it was reached"},
  Field{"to_look_at",   &CaseloadRow::to_look_at,   Need::required, Holds::plain, "what wants attention"},
};
static_assert(complete<CaseloadRow>);

struct Caseload {
  Date today{};
  int engagements = 0;
  int overdue = 0;
  std::vector<CaseloadRow> rows;
  bool operator==(const Caseload&) const = default;
};
template <> inline constexpr auto fields<Caseload> = std::tuple{
  Field{"today",       &Caseload::today,       Need::required, Holds::plain, "the day it was asked for"},
  Field{"engagements", &Caseload::engagements, Need::required, Holds::plain, "how many are listed"},
  Field{"overdue",     &Caseload::overdue,     Need::required, Holds::plain, "late promises of all of them"},
  Field{"rows",        &Caseload::rows,        Need::required, Holds::plain, "one an engagement"},
};
static_assert(complete<Caseload>);
// clang-format on

enum class CaseloadOrder { pressing, client, contact, next, phase };
// clang-format off
template <> inline constexpr std::array words<CaseloadOrder> = {
  Word{CaseloadOrder::pressing, "pressing", "today's meetings, then what is late, then who waits"},
  Word{CaseloadOrder::client,   "client",   "by code"},
  Word{CaseloadOrder::contact,  "contact",  "longest without contact first"},
  Word{CaseloadOrder::next,     "next",     "by the next meeting"},
  Word{CaseloadOrder::phase,    "phase",    "by model and step"},
};
// clang-format on

CaseloadRow caseload_row(const Seen& seen, Date today);

/// The rows in an order, counted.
Caseload caseload(std::vector<CaseloadRow> rows, Date today, CaseloadOrder order);

}  // namespace coach
