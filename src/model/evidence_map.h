// What there is for each goal, element and agreed indicator, and what is not: the look at a plan
// that asks "how do we know?".
//
// Pure. Every dated record that names a goal or an element counts (model/dated.h); an indicator is
// shown by evidence that says so.
#pragma once

#include "model/see.h"

namespace coach {

enum class EvidenceAbout { goal, element, indicator };
// clang-format off
template <> inline constexpr std::array words<EvidenceAbout> = {
  Word{EvidenceAbout::goal,      "goal",      "a goal of the work plan"},
  Word{EvidenceAbout::element,   "element",   "an element of the rubric"},
  Word{EvidenceAbout::indicator, "indicator", "evidence that was agreed"},
};

struct EvidenceRow {
  EvidenceAbout about = EvidenceAbout::goal;
  std::string key;                     // slug, element or ACTIVITY.xx
  std::string name;                    // the shortest that commands take for it
  std::string title;
  int records = 0;
  std::optional<Date> latest;
  std::string latest_title;
  std::string latest_id;
  std::optional<Date> by;              // of an indicator: when it should be there
  std::optional<int> days_late;        // of one that is not there
  bool operator==(const EvidenceRow&) const = default;
};
template <> inline constexpr auto fields<EvidenceRow> = std::tuple{
  Field{"about",        &EvidenceRow::about,        Need::required, Holds::plain, "goal, element or indicator"},
  Field{"key",          &EvidenceRow::key,          Need::required, Holds::plain, "its id"},
  Field{"name",         &EvidenceRow::name,         Need::required, Holds::plain, "the shortest that commands take for it"},
  Field{"title",        &EvidenceRow::title,        Need::required, Holds::prose, "as shown"},
  Field{"records",      &EvidenceRow::records,      Need::required, Holds::plain, "how many name it"},
  Field{"latest",       &EvidenceRow::latest,       Need::optional, Holds::plain, "day of the latest"},
  Field{"latest_title", &EvidenceRow::latest_title, Need::required, Holds::prose, "the latest in a line"},
  Field{"latest_id",    &EvidenceRow::latest_id,    Need::required, Holds::plain, "its id"},
  Field{"by",           &EvidenceRow::by,           Need::optional, Holds::plain, "when it should be there"},
  Field{"days_late",    &EvidenceRow::days_late,    Need::optional, Holds::plain, "of one that is not there"},
};
static_assert(complete<EvidenceRow>);

/// A rater's level that changed with nothing named for it and nothing recorded since the one before.
struct BareMove {
  std::string element;
  std::string title;
  std::string by;
  int from = 0;
  int to = 0;
  Date date{};
  std::string id;
  bool operator==(const BareMove&) const = default;
};
template <> inline constexpr auto fields<BareMove> = std::tuple{
  Field{"element", &BareMove::element, Need::required, Holds::plain, "its key"},
  Field{"title",   &BareMove::title,   Need::required, Holds::plain, "as shown"},
  Field{"by",      &BareMove::by,      Need::required, Holds::plain, "whose rating"},
  Field{"from",    &BareMove::from,    Need::required, Holds::plain, "level before"},
  Field{"to",      &BareMove::to,      Need::required, Holds::plain, "level after"},
  Field{"date",    &BareMove::date,    Need::required, Holds::plain, "day of the rating"},
  Field{"id",      &BareMove::id,      Need::required, Holds::plain, "of the assessment"},
};
static_assert(complete<BareMove>);

struct EvidenceMap {
  std::string client;
  Date today{};
  std::vector<EvidenceRow> rows;      // goals, elements in focus or named, indicators
  std::vector<BareMove> bare_moves;
  bool operator==(const EvidenceMap&) const = default;
};
template <> inline constexpr auto fields<EvidenceMap> = std::tuple{
  Field{"client",     &EvidenceMap::client,     Need::required, Holds::plain, "code"},
  Field{"today",      &EvidenceMap::today,      Need::required, Holds::plain, "the day it was asked for"},
  Field{"rows",       &EvidenceMap::rows,       Need::required, Holds::plain, "goals, elements, indicators"},
  Field{"bare_moves", &EvidenceMap::bare_moves, Need::required, Holds::plain, "levels that changed with nothing behind them"},
};
static_assert(complete<EvidenceMap>);
// clang-format on

EvidenceMap evidence_map(const Seen& seen, Date today);

}  // namespace coach
