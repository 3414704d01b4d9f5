// Everything dated in an engagement, in order, with the gaps named.
#pragma once

#include "model/see.h"

namespace coach {

enum class TimelineKind {
  session,
  observation,
  conversation,
  evidence,
  rating,
  feedback,
  measure,
  goal,
  activity,
  cycle,
  agreement,
  engagement,
  gap
};
// clang-format off
template <> inline constexpr std::array words<TimelineKind> = {
  Word{TimelineKind::session,     "session",     "a meeting, held or planned"},
  Word{TimelineKind::observation, "observation", "seen at the school"},
  Word{TimelineKind::conversation, "conversation", "heard from those around the client"},
  Word{TimelineKind::evidence,    "evidence",    "a thing that shows progress"},
  Word{TimelineKind::rating,      "rating",      "an assessment by the rubric"},
  Word{TimelineKind::feedback,    "feedback",    "given, or looked at again"},
  Word{TimelineKind::measure,     "measure",     "a number of the site"},
  Word{TimelineKind::goal,        "goal",        "a goal changed its status, or a target was set"},
  Word{TimelineKind::activity,    "activity",    "an activity changed its status"},
  Word{TimelineKind::cycle,       "cycle",       "a cycle began, came to a step, ended, was checked"},
  Word{TimelineKind::agreement,   "agreement",   "what was agreed, and with whom"},
  Word{TimelineKind::engagement,  "engagement",  "the engagement changed its status or phase"},
  Word{TimelineKind::gap,         "gap",         "weeks without an entry"},
};

struct TimelineEntry {
  Date date{};
  TimelineKind kind = TimelineKind::session;
  std::string what;
  std::optional<Minutes> minutes;
  std::string id;
  std::vector<std::string> elements;
  bool to_come = false;          // planned, not yet held
  bool finished = false;         // an activity was done, a goal met
  std::optional<int> weeks;      // of a gap: how long
  bool operator==(const TimelineEntry&) const = default;
};
template <> inline constexpr auto fields<TimelineEntry> = std::tuple{
  Field{"date",     &TimelineEntry::date,     Need::required, Holds::plain, "the day; of a gap its first"},
  Field{"kind",     &TimelineEntry::kind,     Need::required, Holds::plain, "what kind of entry"},
  Field{"what",     &TimelineEntry::what,     Need::required, Holds::prose, "in one line"},
  Field{"minutes",  &TimelineEntry::minutes,  Need::optional, Holds::plain, "how long"},
  Field{"id",       &TimelineEntry::id,       Need::required, Holds::plain, "of the record"},
  Field{"elements", &TimelineEntry::elements, Need::required, Holds::plain, "rubric elements it names"},
  Field{"to_come",  &TimelineEntry::to_come,  Need::required, Holds::plain, "planned, not yet held"},
  Field{"finished", &TimelineEntry::finished, Need::required, Holds::plain, "an activity was done, a goal met"},
  Field{"weeks",    &TimelineEntry::weeks,    Need::optional, Holds::plain, "of a gap: how long"},
};
static_assert(complete<TimelineEntry>);

struct Timeline {
  std::string client;
  Date today{};
  std::vector<TimelineEntry> entries;
  bool operator==(const Timeline&) const = default;
};
template <> inline constexpr auto fields<Timeline> = std::tuple{
  Field{"client",  &Timeline::client,  Need::required, Holds::plain, "code"},
  Field{"today",   &Timeline::today,   Need::required, Holds::plain, "the day it was asked for"},
  Field{"entries", &Timeline::entries, Need::required, Holds::plain, "in order"},
};
static_assert(complete<Timeline>);
// clang-format on

/// Which part of it; nothing given: all.
struct TimelineRange {
  std::optional<Date> from;
  std::optional<Date> to;
  std::vector<TimelineKind> kinds;
};

/// Three weeks or more between two entries that are shown, up to today, are a gap.
inline constexpr int gap_weeks = 3;

Timeline timeline(const Seen& seen, Date today, const TimelineRange& range);

}  // namespace coach
