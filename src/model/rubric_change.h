// From one rubric, or one version of it, to another: which element becomes which, and which of
// today's targets still fit. Earlier ratings are never touched.
#pragma once

#include "model/standing.h"

namespace coach {

enum class Counterpart { kept, mapped, gone, added };
// clang-format off
template <> inline constexpr std::array words<Counterpart> = {
  Word{Counterpart::kept,   "kept",   "of the same key in both"},
  Word{Counterpart::mapped, "mapped", "another element stands for it now"},
  Word{Counterpart::gone,   "gone",   "nothing stands for it"},
  Word{Counterpart::added,  "added",  "nothing stood for it before"},
};

struct CounterpartRow {
  Counterpart how = Counterpart::kept;
  std::string before;                 // key
  std::string before_title;
  std::string after;                  // key
  std::string after_title;
  std::string goal;                   // that has a target for it today
  std::string target;                 // its level's key
  std::optional<Date> by;
  bool target_fits = false;           // set anew
  bool operator==(const CounterpartRow&) const = default;
};
template <> inline constexpr auto fields<CounterpartRow> = std::tuple{
  Field{"how",          &CounterpartRow::how,          Need::required, Holds::plain, "what becomes of it"},
  Field{"before",       &CounterpartRow::before,       Need::required, Holds::plain, "key in the one before"},
  Field{"before_title", &CounterpartRow::before_title, Need::required, Holds::plain, "as shown"},
  Field{"after",        &CounterpartRow::after,        Need::required, Holds::plain, "key in the one to come"},
  Field{"after_title",  &CounterpartRow::after_title,  Need::required, Holds::plain, "as shown"},
  Field{"goal",         &CounterpartRow::goal,         Need::required, Holds::plain, "that has a target for it today"},
  Field{"target",       &CounterpartRow::target,       Need::required, Holds::plain, "the level to reach"},
  Field{"by",           &CounterpartRow::by,           Need::optional, Holds::plain, "the day to reach it"},
  Field{"target_fits",  &CounterpartRow::target_fits,  Need::required, Holds::plain, "it is set anew"},
};
static_assert(complete<CounterpartRow>);

struct RubricChange {
  std::string client;
  std::string before;                 // NAME@VERSION
  std::string after;
  std::vector<CounterpartRow> rows;   // in the order of the one before; added ones behind
  bool operator==(const RubricChange&) const = default;
};
template <> inline constexpr auto fields<RubricChange> = std::tuple{
  Field{"client", &RubricChange::client, Need::required, Holds::plain, "code"},
  Field{"before", &RubricChange::before, Need::required, Holds::plain, "with its version"},
  Field{"after",  &RubricChange::after,  Need::required, Holds::plain, "with its version"},
  Field{"rows",   &RubricChange::rows,   Need::required, Holds::plain, "one an element"},
};
static_assert(complete<RubricChange>);

/// How far two raters agree: for calibration, never as a score.
struct AgreementRow {
  std::string element;
  std::string title;
  int one = 0;                        // levels, 1 the lowest
  int other = 0;
  int apart = 0;                      // one minus other
  bool operator==(const AgreementRow&) const = default;
};
template <> inline constexpr auto fields<AgreementRow> = std::tuple{
  Field{"element", &AgreementRow::element, Need::required, Holds::plain, "its key"},
  Field{"title",   &AgreementRow::title,   Need::required, Holds::plain, "as shown"},
  Field{"one",     &AgreementRow::one,     Need::required, Holds::plain, "level of the first rater"},
  Field{"other",   &AgreementRow::other,   Need::required, Holds::plain, "level of the second"},
  Field{"apart",   &AgreementRow::apart,   Need::required, Holds::plain, "levels between them; below 0: the first is lower"},
};
static_assert(complete<AgreementRow>);

struct RaterAgreement {
  std::string client;
  std::string rubric;
  Date as_of{};
  Rater one = Rater::self;
  Rater other = Rater::coach;
  std::vector<std::string> levels;
  int both = 0;                       // elements that both rated
  int exact = 0;
  int within_one = 0;                 // exact ones included
  int elements = 0;
  std::vector<AgreementRow> rows;     // those that both rated, furthest apart first
  bool operator==(const RaterAgreement&) const = default;
};
template <> inline constexpr auto fields<RaterAgreement> = std::tuple{
  Field{"client",     &RaterAgreement::client,     Need::required, Holds::plain, "code"},
  Field{"rubric",     &RaterAgreement::rubric,     Need::required, Holds::plain, "with its version"},
  Field{"as_of",      &RaterAgreement::as_of,      Need::required, Holds::plain, "the day looked at"},
  Field{"one",        &RaterAgreement::one,        Need::required, Holds::plain, "the first rater"},
  Field{"other",      &RaterAgreement::other,      Need::required, Holds::plain, "the second"},
  Field{"levels",     &RaterAgreement::levels,     Need::required, Holds::plain, "titles, lowest first"},
  Field{"both",       &RaterAgreement::both,       Need::required, Holds::plain, "elements that both rated"},
  Field{"exact",      &RaterAgreement::exact,      Need::required, Holds::plain, "the same level"},
  Field{"within_one", &RaterAgreement::within_one, Need::required, Holds::plain, "at most one level apart, exact ones included"},
  Field{"elements",   &RaterAgreement::elements,   Need::required, Holds::plain, "of the rubric"},
  Field{"rows",       &RaterAgreement::rows,       Need::required, Holds::plain, "furthest apart first"},
};
static_assert(complete<RaterAgreement>);

/// The ratings of the year side by side: initial, benchmark, final; and what has no artifact.
struct OccasionRow {
  std::string element;
  std::string title;
  std::vector<std::string> levels;    // one an occasion; "-" where it was not rated
  int artifacts = 0;                  // evidence that names it
  bool operator==(const OccasionRow&) const = default;
};
template <> inline constexpr auto fields<OccasionRow> = std::tuple{
  Field{"element",   &OccasionRow::element,   Need::required, Holds::plain, "its key"},
  Field{"title",     &OccasionRow::title,     Need::required, Holds::plain, "as shown"},
  Field{"levels",    &OccasionRow::levels,    Need::required, Holds::plain, "one an occasion; - where not rated"},
  Field{"artifacts", &OccasionRow::artifacts, Need::required, Holds::plain, "evidence that names it"},
};
static_assert(complete<OccasionRow>);

struct Occasions {
  std::string client;
  std::string rubric;
  Date as_of{};
  Rater by = Rater::self;
  std::vector<std::string> occasions; // initial, benchmark, final, then others that were used
  std::vector<std::string> levels;    // titles, lowest first
  std::vector<OccasionRow> rows;      // in the rubric's order
  std::vector<std::string> without;   // titles of the elements without an artifact
  bool operator==(const Occasions&) const = default;
};
template <> inline constexpr auto fields<Occasions> = std::tuple{
  Field{"client",    &Occasions::client,    Need::required, Holds::plain, "code"},
  Field{"rubric",    &Occasions::rubric,    Need::required, Holds::plain, "with its version"},
  Field{"as_of",     &Occasions::as_of,     Need::required, Holds::plain, "the day looked at"},
  Field{"by",        &Occasions::by,        Need::required, Holds::plain, "whose ratings"},
  Field{"occasions", &Occasions::occasions, Need::required, Holds::plain, "initial, benchmark, final, others"},
  Field{"levels",    &Occasions::levels,    Need::required, Holds::plain, "titles, lowest first"},
  Field{"rows",      &Occasions::rows,      Need::required, Holds::plain, "in the rubric's order"},
  Field{"without",   &Occasions::without,   Need::required, Holds::plain, "elements without an artifact"},
};
static_assert(complete<Occasions>);
// clang-format on

/// Keys before to keys after, where they are not the same.
using ElementMap = std::vector<std::pair<std::string, std::string>>;

RubricChange rubric_change(const Seen& seen, const NamedRubric& before, const NamedRubric& after,
                           const ElementMap& map, Date today);

/// The latest rating of each of two raters by the engagement's rubric; a joint rating is neither's.
RaterAgreement rater_agreement(const Seen& seen, Rater one, Rater other, Date as_of);

Occasions occasions(const Seen& seen, Rater by, Date as_of);

}  // namespace coach
