// Every rating that was ever given, in order: who, when, which level, why, and on what it rests.
#pragma once

#include "model/see.h"

namespace coach {

// clang-format off
struct RatingRow {
  std::string element;
  std::string title;
  Date date{};
  std::string by;
  std::string rater;                 // who, for `other`
  std::string level;                 // "3 developing"
  int number = 0;
  std::string reads;                 // the level's descriptor
  std::string note;
  std::string gap;
  std::vector<std::string> evidence;
  std::string id;
  std::string rubric;
  bool operator==(const RatingRow&) const = default;
};
template <> inline constexpr auto fields<RatingRow> = std::tuple{
  Field{"element",  &RatingRow::element,  Need::required, Holds::plain, "its key"},
  Field{"title",    &RatingRow::title,    Need::required, Holds::plain, "as shown"},
  Field{"date",     &RatingRow::date,     Need::required, Holds::plain, "the day"},
  Field{"by",       &RatingRow::by,       Need::required, Holds::plain, "self, coach, joint or other"},
  Field{"rater",    &RatingRow::rater,    Need::required, Holds::names, "who, for other"},
  Field{"level",    &RatingRow::level,    Need::required, Holds::plain, "number and word"},
  Field{"number",   &RatingRow::number,   Need::required, Holds::plain, "1 the lowest"},
  Field{"reads",    &RatingRow::reads,    Need::required, Holds::plain, "the level's descriptor"},
  Field{"note",     &RatingRow::note,     Need::required, Holds::prose, "why this level"},
  Field{"gap",      &RatingRow::gap,      Need::required, Holds::prose, "what is left to do"},
  Field{"evidence", &RatingRow::evidence, Need::required, Holds::plain, "ids that it rests on"},
  Field{"id",       &RatingRow::id,       Need::required, Holds::plain, "of the assessment"},
  Field{"rubric",   &RatingRow::rubric,   Need::required, Holds::plain, "with its version"},
};
static_assert(complete<RatingRow>);

struct RatingHistory {
  std::string client;
  std::vector<RatingRow> ratings;    // in the rubric's order, each element's oldest first
  bool operator==(const RatingHistory&) const = default;
};
template <> inline constexpr auto fields<RatingHistory> = std::tuple{
  Field{"client",  &RatingHistory::client,  Need::required, Holds::plain, "code"},
  Field{"ratings", &RatingHistory::ratings, Need::required, Holds::plain, "in the rubric's order, oldest first"},
};
static_assert(complete<RatingHistory>);
// clang-format on

/// `element`: that one alone; empty: all.
RatingHistory rating_history(const Seen& seen, const std::string& element);

}  // namespace coach
