// The half-year review: what changed between the end of one day and the end of another, from the
// records alone.
#pragma once

#include "model/feedback_tally.h"
#include "model/standing.h"

namespace coach {

// clang-format off
struct LevelMove {
  std::string element;
  std::string title;
  bool in_focus = false;
  std::optional<int> was;
  std::optional<int> now;
  std::optional<int> target;
  bool operator==(const LevelMove&) const = default;
};
template <> inline constexpr auto fields<LevelMove> = std::tuple{
  Field{"element",  &LevelMove::element,  Need::required, Holds::plain, "its key"},
  Field{"title",    &LevelMove::title,    Need::required, Holds::plain, "as shown"},
  Field{"in_focus", &LevelMove::in_focus, Need::required, Holds::plain, "a goal has a target for it"},
  Field{"was",      &LevelMove::was,      Need::optional, Holds::plain, "the level on the first evening"},
  Field{"now",      &LevelMove::now,      Need::optional, Holds::plain, "the level on the second"},
  Field{"target",   &LevelMove::target,   Need::optional, Holds::plain, "the level to reach"},
};
static_assert(complete<LevelMove>);

struct StatusMove {
  std::string id;
  std::string title;
  std::string was;                    // empty: not there yet
  std::string now;
  int steps_done = 0;                 // of an activity, between the two days
  bool operator==(const StatusMove&) const = default;
};
template <> inline constexpr auto fields<StatusMove> = std::tuple{
  Field{"id",         &StatusMove::id,         Need::required, Holds::plain, "slug"},
  Field{"title",      &StatusMove::title,      Need::required, Holds::prose, "in a few words"},
  Field{"was",        &StatusMove::was,        Need::required, Holds::plain, "on the first evening; empty: not there yet"},
  Field{"now",        &StatusMove::now,        Need::required, Holds::plain, "on the second"},
  Field{"steps_done", &StatusMove::steps_done, Need::required, Holds::plain, "of an activity, between the two days"},
};
static_assert(complete<StatusMove>);

struct EvidenceGained {
  Date date{};
  std::string kind;
  std::string id;
  std::string title;
  std::vector<std::string> shows;     // goals, elements, indicators
  bool operator==(const EvidenceGained&) const = default;
};
template <> inline constexpr auto fields<EvidenceGained> = std::tuple{
  Field{"date",  &EvidenceGained::date,  Need::required, Holds::plain, "the day"},
  Field{"kind",  &EvidenceGained::kind,  Need::required, Holds::plain, "of record"},
  Field{"id",    &EvidenceGained::id,    Need::required, Holds::plain, "of the record"},
  Field{"title", &EvidenceGained::title, Need::required, Holds::prose, "in one line"},
  Field{"shows", &EvidenceGained::shows, Need::required, Holds::plain, "goals, elements, indicators"},
};
static_assert(complete<EvidenceGained>);

struct Comparison {
  std::string client;
  Date from{};
  Date to{};
  Date today{};
  std::string rubric;                   // with its version, or those that followed each other
  int sessions = 0;                     // held between the two days
  Minutes minutes;                      // that count as hours
  std::vector<LevelMove> ratings;       // that moved, or were first given
  std::vector<StatusMove> goals;        // that changed or are new
  std::vector<StatusMove> activities;
  FeedbackCounts feedback;              // given between the two days, and seen by the second
  int changes_seen = 0;                 // looks between the two days that saw practice changed
  std::vector<EvidenceGained> evidence;
  int other_records = 0;                // that name a goal or an element
  bool operator==(const Comparison&) const = default;
};
template <> inline constexpr auto fields<Comparison> = std::tuple{
  Field{"client",       &Comparison::client,       Need::required, Holds::plain, "code"},
  Field{"from",         &Comparison::from,         Need::required, Holds::plain, "from the end of this day"},
  Field{"to",           &Comparison::to,           Need::required, Holds::plain, "to the end of this one"},
  Field{"today",        &Comparison::today,        Need::required, Holds::plain, "the day it was asked for"},
  Field{"rubric",       &Comparison::rubric,       Need::required, Holds::plain, "with its version"},
  Field{"sessions",     &Comparison::sessions,     Need::required, Holds::plain, "held between the two days"},
  Field{"minutes",      &Comparison::minutes,      Need::required, Holds::plain, "that count as hours"},
  Field{"ratings",      &Comparison::ratings,      Need::required, Holds::plain, "that moved, or were first given"},
  Field{"goals",        &Comparison::goals,        Need::required, Holds::plain, "that changed or are new"},
  Field{"activities",   &Comparison::activities,   Need::required, Holds::plain, "that changed or are new"},
  Field{"feedback",     &Comparison::feedback,     Need::required, Holds::plain, "given between the two days"},
  Field{"changes_seen", &Comparison::changes_seen, Need::required, Holds::plain, "looks that saw practice changed"},
  Field{"evidence",     &Comparison::evidence,     Need::required, Holds::plain, "gained between the two days"},
  Field{"other_records", &Comparison::other_records, Need::required, Holds::plain, "that name a goal or an element"},
};
static_assert(complete<Comparison>);
// clang-format on

/// `to` no later than today; `from` before it.
Comparison comparison(const Seen& seen, Date from, Date to, Date today);

}  // namespace coach
