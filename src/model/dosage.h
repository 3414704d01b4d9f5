// Time given against time agreed, by month and kind; and how long ago the last contact was against
// the cadence. Each stretch of time is entered once (FORMAT.md, "Minutes that count as hours").
#pragma once

#include "model/see.h"

namespace coach {

// clang-format off
struct DosageRow {
  std::string month;          // 2026-09
  std::string kind;           // a session's kind, else observation or conversation
  Minutes minutes;
  bool operator==(const DosageRow&) const = default;
};
template <> inline constexpr auto fields<DosageRow> = std::tuple{
  Field{"month",   &DosageRow::month,   Need::required, Holds::plain, "as 2026-09"},
  Field{"kind",    &DosageRow::kind,    Need::required, Holds::plain, "of session, or observation, conversation"},
  Field{"minutes", &DosageRow::minutes, Need::required, Holds::plain, "how many"},
};
static_assert(complete<DosageRow>);

struct Dosage {
  std::string client;
  Date today{};
  std::vector<DosageRow> rows;             // by month, then kind
  Minutes together;                        // all of them
  std::optional<Minutes> agreed;           // in all
  std::optional<Minutes> agreed_a_month;
  std::string agreement;                   // id of the one in force
  std::optional<Date> until;
  int months = 0;                          // begun since the first day
  std::optional<Date> last_contact;
  std::optional<int> days_since;
  int cadence_days = 0;                    // 0: none
  bool operator==(const Dosage&) const = default;
};
template <> inline constexpr auto fields<Dosage> = std::tuple{
  Field{"client",         &Dosage::client,         Need::required, Holds::plain, "code"},
  Field{"today",          &Dosage::today,          Need::required, Holds::plain, "the day it was asked for"},
  Field{"rows",           &Dosage::rows,           Need::required, Holds::plain, "by month, then kind"},
  Field{"together",       &Dosage::together,       Need::required, Holds::plain, "minutes in all"},
  Field{"agreed",         &Dosage::agreed,         Need::optional, Holds::plain, "minutes agreed in all"},
  Field{"agreed_a_month", &Dosage::agreed_a_month, Need::optional, Holds::plain, "minutes agreed a month"},
  Field{"agreement",      &Dosage::agreement,      Need::required, Holds::plain, "the one in force"},
  Field{"until",          &Dosage::until,          Need::optional, Holds::plain, "its last day"},
  Field{"months",         &Dosage::months,         Need::required, Holds::plain, "begun since the first day"},
  Field{"last_contact",   &Dosage::last_contact,   Need::optional, Holds::plain, "latest meeting or visit"},
  Field{"days_since",     &Dosage::days_since,     Need::optional, Holds::plain, "days since then"},
  Field{"cadence_days",   &Dosage::cadence_days,   Need::required, Holds::plain, "longer is worth a word; 0: not said"},
};
static_assert(complete<Dosage>);

struct HoursRow {
  std::string client;
  Minutes this_month;
  Minutes this_year;                       // of the school year
  Minutes together;                        // in all
  std::optional<Minutes> agreed;           // in all
  bool operator==(const HoursRow&) const = default;
};
template <> inline constexpr auto fields<HoursRow> = std::tuple{
  Field{"client",     &HoursRow::client,     Need::required, Holds::plain, "code"},
  Field{"this_month", &HoursRow::this_month, Need::required, Holds::plain, "minutes since the month began"},
  Field{"this_year",  &HoursRow::this_year,  Need::required, Holds::plain, "minutes since the school year began"},
  Field{"together",   &HoursRow::together,   Need::required, Holds::plain, "minutes in all"},
  Field{"agreed",     &HoursRow::agreed,     Need::optional, Holds::plain, "minutes agreed in all"},
};
static_assert(complete<HoursRow>);

struct CaseloadHours {
  Date today{};
  Date year_from{};                        // the school year's first day
  std::vector<HoursRow> rows;              // by code
  Minutes this_month, this_year, together; // of all rows
  bool operator==(const CaseloadHours&) const = default;
};
template <> inline constexpr auto fields<CaseloadHours> = std::tuple{
  Field{"today",      &CaseloadHours::today,      Need::required, Holds::plain, "the day it was asked for"},
  Field{"year_from",  &CaseloadHours::year_from,  Need::required, Holds::plain, "the school year's first day"},
  Field{"rows",       &CaseloadHours::rows,       Need::required, Holds::plain, "by code"},
  Field{"this_month", &CaseloadHours::this_month, Need::required, Holds::plain, "minutes since the month began"},
  Field{"this_year",  &CaseloadHours::this_year,  Need::required, Holds::plain, "minutes since the school year began"},
  Field{"together",   &CaseloadHours::together,   Need::required, Holds::plain, "minutes in all"},
};
static_assert(complete<CaseloadHours>);
// clang-format on

Dosage dosage(const Seen& seen, Date today);

HoursRow hours_row(const Seen& seen, Date year_from, Date today);
CaseloadHours caseload_hours(std::vector<HoursRow> rows, Date year_from, Date today);

/// Hours agreed with client, sponsor or agency, in that order; nothing where none is.
std::optional<Minutes> agreed_minutes(const Seen& seen, Date today);

}  // namespace coach
