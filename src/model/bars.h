// Goals and activities as bars over the months, and what happened as marks on the same axis.
#pragma once

#include "model/timeline.h"

namespace coach {

// clang-format off
struct BarRow {
  TimelineKind kind = TimelineKind::goal;  // goal, activity or cycle
  std::string id;
  std::string title;
  std::string status;
  Date from{};
  std::optional<Date> due;
  std::optional<Date> ended;               // done, met, dropped
  bool planned = false;                    // not begun yet
  bool operator==(const BarRow&) const = default;
};
template <> inline constexpr auto fields<BarRow> = std::tuple{
  Field{"kind",    &BarRow::kind,    Need::required, Holds::plain, "goal, activity or cycle"},
  Field{"id",      &BarRow::id,      Need::required, Holds::plain, "slug"},
  Field{"title",   &BarRow::title,   Need::required, Holds::prose, "in a few words"},
  Field{"status",  &BarRow::status,  Need::required, Holds::plain, "how it stands"},
  Field{"from",    &BarRow::from,    Need::required, Holds::plain, "first day"},
  Field{"due",     &BarRow::due,     Need::optional, Holds::plain, "last day that is meant"},
  Field{"ended",   &BarRow::ended,   Need::optional, Holds::plain, "the day it was done, met or dropped"},
  Field{"planned", &BarRow::planned, Need::required, Holds::plain, "not begun yet"},
};
static_assert(complete<BarRow>);

struct Bars {
  std::string client;
  Date today{};
  Date from{};
  Date to{};
  std::vector<BarRow> rows;
  std::vector<TimelineEntry> marks;   // sessions, observations, conversations, evidence, ratings
  bool operator==(const Bars&) const = default;
};
template <> inline constexpr auto fields<Bars> = std::tuple{
  Field{"client", &Bars::client, Need::required, Holds::plain, "code"},
  Field{"today",  &Bars::today,  Need::required, Holds::plain, "the day it was asked for"},
  Field{"from",   &Bars::from,   Need::required, Holds::plain, "first day shown"},
  Field{"to",     &Bars::to,     Need::required, Holds::plain, "last day shown"},
  Field{"rows",   &Bars::rows,   Need::required, Holds::plain, "goals, then activities, then cycles"},
  Field{"marks",  &Bars::marks,  Need::required, Holds::plain, "what happened, in order"},
};
static_assert(complete<Bars>);
// clang-format on

Bars bars(const Seen& seen, Date today, const TimelineRange& range);

}  // namespace coach
