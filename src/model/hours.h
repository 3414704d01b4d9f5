// Minutes counted once, by one thing or another; and the hours log of a credential.
//
// Minutes are added as whole numbers; hours are made of the sum alone. The log is that of the
// International Coaching Federation (DOMAIN: real 60-minute hours, nothing rounded up, one row an
// engagement, only since training began, only with consent, groups up to a limit).
#pragma once

#include "model/contact.h"

namespace coach {

enum class HoursBy { kind, mode, goal, fund, client, month };
// clang-format off
template <> inline constexpr std::array words<HoursBy> = {
  Word{HoursBy::kind,   "kind",   "of session, or observation, conversation"},
  Word{HoursBy::mode,   "mode",   "how you met"},
  Word{HoursBy::goal,   "goal",   "what it served; several together are one row"},
  Word{HoursBy::fund,   "fund",   "what paid for it, by the agreement of that day"},
  Word{HoursBy::client, "client", "by code"},
  Word{HoursBy::month,  "month",  "as 2026-11"},
};

/// One stretch of time, for the eye that wants to know.
struct HeldRow {
  std::string what;                  // the row it is counted in
  std::string client;
  Date date{};
  std::string kind;
  std::string id;
  Minutes minutes;
  bool operator==(const HeldRow&) const = default;
};
template <> inline constexpr auto fields<HeldRow> = std::tuple{
  Field{"what",    &HeldRow::what,    Need::required, Holds::plain, "the row it is counted in"},
  Field{"client",  &HeldRow::client,  Need::required, Holds::plain, "code"},
  Field{"date",    &HeldRow::date,    Need::required, Holds::plain, "the day"},
  Field{"kind",    &HeldRow::kind,    Need::required, Holds::plain, "of session, or observation, conversation"},
  Field{"id",      &HeldRow::id,      Need::required, Holds::plain, "of the record"},
  Field{"minutes", &HeldRow::minutes, Need::required, Holds::plain, "how many"},
};
static_assert(complete<HeldRow>);

struct HoursSum {
  std::string what;
  Minutes minutes;
  int times = 0;
  bool operator==(const HoursSum&) const = default;
};
template <> inline constexpr auto fields<HoursSum> = std::tuple{
  Field{"what",    &HoursSum::what,    Need::required, Holds::plain, "kind, mode, goal, fund, client or month"},
  Field{"minutes", &HoursSum::minutes, Need::required, Holds::plain, "how many"},
  Field{"times",   &HoursSum::times,   Need::required, Holds::plain, "meetings and visits"},
};
static_assert(complete<HoursSum>);

struct HoursCounted {
  std::string client;                // empty: the caseload
  HoursBy by = HoursBy::kind;
  Date today{};
  std::optional<Date> from;
  std::optional<Date> to;
  Minutes together;                  // of all rows
  std::vector<HoursSum> rows;
  std::vector<HeldRow> held;         // behind every number, in the order of the rows
  bool operator==(const HoursCounted&) const = default;
};
template <> inline constexpr auto fields<HoursCounted> = std::tuple{
  Field{"client",   &HoursCounted::client,   Need::required, Holds::plain, "code; empty: the caseload"},
  Field{"by",       &HoursCounted::by,       Need::required, Holds::plain, "what the rows are"},
  Field{"today",    &HoursCounted::today,    Need::required, Holds::plain, "the day it was asked for"},
  Field{"from",     &HoursCounted::from,     Need::optional, Holds::plain, "first day counted"},
  Field{"to",       &HoursCounted::to,       Need::optional, Holds::plain, "last day counted"},
  Field{"together", &HoursCounted::together, Need::required, Holds::plain, "of all rows: each minute once"},
  Field{"rows",     &HoursCounted::rows,     Need::required, Holds::plain, "most first; months in order"},
  Field{"held",     &HoursCounted::held,     Need::required, Holds::plain, "the meetings and visits behind every number"},
};
static_assert(complete<HoursCounted>);

// ---- the log of a credential

/// One row an engagement, in the log's own words and order.
struct LogRow {
  std::string client;                // the name: whoever is here has consented
  std::string individual_or_group;
  int number_in_group = 1;
  std::string contact;
  Date start_date{};
  Date end_date{};
  std::string paid_hours;            // 0.75
  std::string pro_bono_hours;
  bool operator==(const LogRow&) const = default;
};
template <> inline constexpr auto fields<LogRow> = std::tuple{
  Field{"client",              &LogRow::client,              Need::required, Holds::names, "who"},
  Field{"individual_or_group", &LogRow::individual_or_group, Need::required, Holds::plain, "individual or group"},
  Field{"number_in_group",     &LogRow::number_in_group,     Need::required, Holds::plain, "the most who were present"},
  Field{"contact",             &LogRow::contact,             Need::required, Holds::names, "address"},
  Field{"start_date",          &LogRow::start_date,          Need::required, Holds::plain, "the first session that counts"},
  Field{"end_date",            &LogRow::end_date,            Need::required, Holds::plain, "the last one"},
  Field{"paid_hours",          &LogRow::paid_hours,          Need::required, Holds::plain, "of 60 minutes, cut to two places"},
  Field{"pro_bono_hours",      &LogRow::pro_bono_hours,      Need::required, Holds::plain, "of 60 minutes, cut to two places"},
};
static_assert(complete<LogRow>);

/// What a credential asks for and how far it is; hours are minutes here.
struct CredentialRow {
  std::string credential;
  Minutes hours, hours_wanted;
  Minutes paid, paid_wanted;
  int clients = 0, clients_wanted = 0;
  Minutes recent, recent_wanted;     // in the last 18 months; wanted 0: not asked for
  std::vector<std::string> missing;
  bool operator==(const CredentialRow&) const = default;
};
template <> inline constexpr auto fields<CredentialRow> = std::tuple{
  Field{"credential",     &CredentialRow::credential,     Need::required, Holds::plain, "ACC, PCC, MCC"},
  Field{"hours",          &CredentialRow::hours,          Need::required, Holds::plain, "minutes that count"},
  Field{"hours_wanted",   &CredentialRow::hours_wanted,   Need::required, Holds::plain, "minutes asked for"},
  Field{"paid",           &CredentialRow::paid,           Need::required, Holds::plain, "of them paid"},
  Field{"paid_wanted",    &CredentialRow::paid_wanted,    Need::required, Holds::plain, "paid ones asked for"},
  Field{"clients",        &CredentialRow::clients,        Need::required, Holds::plain, "each person of a group as one"},
  Field{"clients_wanted", &CredentialRow::clients_wanted, Need::required, Holds::plain, "asked for"},
  Field{"recent",         &CredentialRow::recent,         Need::required, Holds::plain, "minutes of the last 18 months"},
  Field{"recent_wanted",  &CredentialRow::recent_wanted,  Need::required, Holds::plain, "asked for; 0: not"},
  Field{"missing",        &CredentialRow::missing,        Need::required, Holds::plain, "in words; empty: all is there"},
};
static_assert(complete<CredentialRow>);

/// A session behind the log's numbers.
struct LoggedSession {
  std::string client;                // code
  std::string id;
  Date date{};
  Minutes minutes;
  bool paid = true;
  int present = 1;
  bool recent = false;               // in the last 18 months
  bool operator==(const LoggedSession&) const = default;
};
template <> inline constexpr auto fields<LoggedSession> = std::tuple{
  Field{"client",  &LoggedSession::client,  Need::required, Holds::plain, "code"},
  Field{"id",      &LoggedSession::id,      Need::required, Holds::plain, "of the session"},
  Field{"date",    &LoggedSession::date,    Need::required, Holds::plain, "the day"},
  Field{"minutes", &LoggedSession::minutes, Need::required, Holds::plain, "how many"},
  Field{"paid",    &LoggedSession::paid,    Need::required, Holds::plain, "false: pro bono"},
  Field{"present", &LoggedSession::present, Need::required, Holds::plain, "how many were there"},
  Field{"recent",  &LoggedSession::recent,  Need::required, Holds::plain, "in the last 18 months"},
};
static_assert(complete<LoggedSession>);

/// Coaching that the log leaves off, and why.
struct LeftOffRow {
  std::string why;
  std::string client;                // code
  int sessions = 0;
  Minutes minutes;
  bool operator==(const LeftOffRow&) const = default;
};
template <> inline constexpr auto fields<LeftOffRow> = std::tuple{
  Field{"why",      &LeftOffRow::why,      Need::required, Holds::plain, "what stands in the way"},
  Field{"client",   &LeftOffRow::client,   Need::required, Holds::plain, "code"},
  Field{"sessions", &LeftOffRow::sessions, Need::required, Holds::plain, "how many"},
  Field{"minutes",  &LeftOffRow::minutes,  Need::required, Holds::plain, "of them"},
};
static_assert(complete<LeftOffRow>);

struct HoursLog {
  Date today{};
  Date since{};                      // training started
  Date window_from{};                // 18 months ago
  int group_limit = 0;
  std::vector<LogRow> log;
  std::vector<CredentialRow> credentials;
  std::vector<LeftOffRow> left_off;
  std::vector<LoggedSession> sessions;
  bool operator==(const HoursLog&) const = default;
};
template <> inline constexpr auto fields<HoursLog> = std::tuple{
  Field{"today",       &HoursLog::today,       Need::required, Holds::plain, "the day it was asked for"},
  Field{"since",       &HoursLog::since,       Need::required, Holds::plain, "training started"},
  Field{"window_from", &HoursLog::window_from, Need::required, Holds::plain, "first of the last 18 months"},
  Field{"group_limit", &HoursLog::group_limit, Need::required, Holds::plain, "the largest group that counts"},
  Field{"log",         &HoursLog::log,         Need::required, Holds::plain, "a row an engagement"},
  Field{"credentials", &HoursLog::credentials, Need::required, Holds::plain, "how far it is to each"},
  Field{"left_off",    &HoursLog::left_off,    Need::required, Holds::plain, "coaching that is not in the log, and why"},
  Field{"sessions",    &HoursLog::sessions,    Need::required, Holds::plain, "behind every number"},
};
static_assert(complete<HoursLog>);
// clang-format on

/// The time of one engagement between two days, each stretch in one row.
std::vector<HeldRow> held_rows(const Seen& seen, HoursBy by, std::optional<Date> from,
                               std::optional<Date> to, Date today);
HoursCounted hours_counted(std::vector<HeldRow> held, HoursBy by);

struct LogRule {
  Date since{};
  int group_limit = 15;
};
/// What one engagement brings to the log.
struct LogPart {
  std::optional<LogRow> row;
  int people = 0;
  std::vector<LoggedSession> sessions;
  std::vector<LeftOffRow> left_off;
};
LogPart log_part(const Seen& seen, const LogRule& rule, Date today);
HoursLog hours_log(std::vector<LogPart> parts, const LogRule& rule, Date today);

/// "0.83": minutes as hours of 60, cut to two places, never rounded up.
std::string decimal_hours(int minutes);

}  // namespace coach
