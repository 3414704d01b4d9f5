// Feedback that changed practice: what was given, what was looked at again and what was seen then,
// by focus and by month; and what waits to be looked at.
//
// A record counts by its latest look; the days run from giving to the first look that saw it
// changed. The share is changed of looked at: partly stands beside it, never in it.
#pragma once

#include "model/see.h"

namespace coach {

// clang-format off
struct FeedbackCounts {
  std::string what;                   // the focus, the month, the client; empty: all of it
  int given = 0;
  int looked_at = 0;
  int changed = 0;
  int partly = 0;
  int not_yet = 0;
  int no = 0;
  std::optional<int> percent;         // changed of looked at, to the nearest; missing: none looked at
  std::vector<int> days_to_change;    // from giving to the first `changed`, ascending
  int waits = 0;                      // its day to look again has come
  bool operator==(const FeedbackCounts&) const = default;
};
template <> inline constexpr auto fields<FeedbackCounts> = std::tuple{
  Field{"what",           &FeedbackCounts::what,           Need::required, Holds::plain, "focus, month or client"},
  Field{"given",          &FeedbackCounts::given,          Need::required, Holds::plain, "how often"},
  Field{"looked_at",      &FeedbackCounts::looked_at,      Need::required, Holds::plain, "of them, looked at again"},
  Field{"changed",        &FeedbackCounts::changed,        Need::required, Holds::plain, "practice is different at the latest look"},
  Field{"partly",         &FeedbackCounts::partly,         Need::required, Holds::plain, "in part"},
  Field{"not_yet",        &FeedbackCounts::not_yet,        Need::required, Holds::plain, "not yet"},
  Field{"no",             &FeedbackCounts::no,             Need::required, Holds::plain, "nothing changed"},
  Field{"percent",        &FeedbackCounts::percent,        Need::optional, Holds::plain, "changed of looked at"},
  Field{"days_to_change", &FeedbackCounts::days_to_change, Need::required, Holds::plain, "from giving to the first change seen"},
  Field{"waits",          &FeedbackCounts::waits,          Need::required, Holds::plain, "the day to look again has come"},
};
static_assert(complete<FeedbackCounts>);

struct FeedbackRow {
  std::string client;
  std::string id;
  Date date{};
  std::string teacher;
  std::string by;
  std::string focus;
  std::string said;                   // its first line
  std::optional<Date> look_again;
  std::optional<int> days_late;       // since the day to look again, where no look was since
  std::optional<PracticeChange> result;
  std::optional<Date> seen_on;
  std::string note;                   // of the latest look
  bool operator==(const FeedbackRow&) const = default;
};
template <> inline constexpr auto fields<FeedbackRow> = std::tuple{
  Field{"client",     &FeedbackRow::client,     Need::required, Holds::plain, "code"},
  Field{"id",         &FeedbackRow::id,         Need::required, Holds::plain, "of the record"},
  Field{"date",       &FeedbackRow::date,       Need::required, Holds::plain, "the day it was given"},
  Field{"teacher",    &FeedbackRow::teacher,    Need::required, Holds::plain, "code"},
  Field{"by",         &FeedbackRow::by,         Need::required, Holds::plain, "who gave it"},
  Field{"focus",      &FeedbackRow::focus,      Need::required, Holds::plain, "what it was about"},
  Field{"said",       &FeedbackRow::said,       Need::required, Holds::prose, "its first line"},
  Field{"look_again", &FeedbackRow::look_again, Need::optional, Holds::plain, "when to look again"},
  Field{"days_late",  &FeedbackRow::days_late,  Need::optional, Holds::plain, "since then, where nobody looked"},
  Field{"result",     &FeedbackRow::result,     Need::optional, Holds::plain, "at the latest look"},
  Field{"seen_on",    &FeedbackRow::seen_on,    Need::optional, Holds::plain, "the day of the latest look"},
  Field{"note",       &FeedbackRow::note,       Need::required, Holds::prose, "of the latest look"},
};
static_assert(complete<FeedbackRow>);

struct FeedbackTally {
  std::string client;                 // empty: the caseload
  Date today{};
  FeedbackCounts all;
  std::vector<FeedbackCounts> by_focus;   // most given first
  std::vector<FeedbackCounts> by_month;   // of giving, oldest first
  std::vector<FeedbackCounts> by_client;  // of the caseload
  std::vector<FeedbackRow> waits;     // longest first
  std::vector<FeedbackRow> rows;      // all, latest first
  bool operator==(const FeedbackTally&) const = default;
};
template <> inline constexpr auto fields<FeedbackTally> = std::tuple{
  Field{"client",    &FeedbackTally::client,    Need::required, Holds::plain, "code; empty: the caseload"},
  Field{"today",     &FeedbackTally::today,     Need::required, Holds::plain, "the day it was asked for"},
  Field{"all",       &FeedbackTally::all,       Need::required, Holds::plain, "counted"},
  Field{"by_focus",  &FeedbackTally::by_focus,  Need::required, Holds::plain, "most given first"},
  Field{"by_month",  &FeedbackTally::by_month,  Need::required, Holds::plain, "of giving, oldest first"},
  Field{"by_client", &FeedbackTally::by_client, Need::required, Holds::plain, "of the caseload"},
  Field{"waits",     &FeedbackTally::waits,     Need::required, Holds::plain, "to be looked at, longest first"},
  Field{"rows",      &FeedbackTally::rows,      Need::required, Holds::plain, "all of it, latest first"},
};
static_assert(complete<FeedbackTally>);
// clang-format on

/// The latest look up to a day; nothing where there was none.
const LookAgain* latest_look(const Feedback& feedback, Date today);
/// True where the day to look again has come and nobody looked since.
bool waits(const Feedback& feedback, Date today);

/// Feedback to teachers given from `from` on, up to `to` and today.
FeedbackTally feedback_tally(const Seen& seen, Date today, std::optional<Date> from,
                             std::optional<Date> to);
/// Those of several clients as one.
FeedbackTally caseload_feedback(std::vector<FeedbackTally> tallies, Date today);

}  // namespace coach
