// Where a client stands in each rubric element, and how far it is to the target.
//
// Pure questions to what was seen: no disk, no clock, no output. Ordinal throughout: levels are
// compared and counted in steps, never averaged. Only ratings by the engagement's present rubric
// version count; a new version starts a new baseline.
#pragma once

#include <map>

#include "model/see.h"

namespace coach {

// clang-format off
/// One rating of an element, for its trend.
struct LevelOnDay {
  Date date{};
  Rater by = Rater::self;
  int level = 0;
  bool operator==(const LevelOnDay&) const = default;
};
template <> inline constexpr auto fields<LevelOnDay> = std::tuple{
  Field{"date",  &LevelOnDay::date,  Need::required, Holds::plain, "the day"},
  Field{"by",    &LevelOnDay::by,    Need::required, Holds::plain, "who rated"},
  Field{"level", &LevelOnDay::level, Need::required, Holds::plain, "1 the lowest"},
};
static_assert(complete<LevelOnDay>);

struct ElementStanding {
  std::string domain;
  std::string element;
  std::string title;
  bool in_focus = false;                 // a goal has a target for it
  std::optional<int> baseline;           // the first rating by the rater looked at
  std::optional<int> now;                // the latest
  std::optional<int> other;              // the latest of the other side: the coach beside self, else self
  std::optional<int> target;
  std::optional<Date> target_by;
  std::string goal;                      // the goal that has the target
  std::optional<int> to_go;              // steps left; 0 when reached
  bool below_baseline = false;
  std::vector<LevelOnDay> trend;         // ratings by the rater looked at, oldest first
  int evidence = 0;                      // dated records that name it
  std::optional<Date> last_evidence;
  std::string gap;                       // what is left to do, by the latest rating
  std::vector<std::string> rests_on;     // evidence that the latest rating names
  bool operator==(const ElementStanding&) const = default;
};
template <> inline constexpr auto fields<ElementStanding> = std::tuple{
  Field{"domain",         &ElementStanding::domain,         Need::required, Holds::plain, "the heading it stands under"},
  Field{"element",        &ElementStanding::element,        Need::required, Holds::plain, "its key"},
  Field{"title",          &ElementStanding::title,          Need::required, Holds::plain, "as shown"},
  Field{"in_focus",       &ElementStanding::in_focus,       Need::required, Holds::plain, "a goal has a target for it"},
  Field{"baseline",       &ElementStanding::baseline,       Need::optional, Holds::plain, "the first level"},
  Field{"now",            &ElementStanding::now,            Need::optional, Holds::plain, "the latest level"},
  Field{"other",          &ElementStanding::other,          Need::optional, Holds::plain, "the latest level of the other side"},
  Field{"target",         &ElementStanding::target,         Need::optional, Holds::plain, "the level to reach"},
  Field{"target_by",      &ElementStanding::target_by,      Need::optional, Holds::plain, "by when"},
  Field{"goal",           &ElementStanding::goal,           Need::optional, Holds::plain, "the goal that has the target"},
  Field{"to_go",          &ElementStanding::to_go,          Need::optional, Holds::plain, "levels left to the target"},
  Field{"below_baseline", &ElementStanding::below_baseline, Need::required, Holds::plain, "fell below where it began"},
  Field{"trend",          &ElementStanding::trend,          Need::required, Holds::plain, "its ratings, oldest first"},
  Field{"evidence",       &ElementStanding::evidence,       Need::required, Holds::plain, "dated records that name it"},
  Field{"last_evidence",  &ElementStanding::last_evidence,  Need::optional, Holds::plain, "the latest of them"},
  Field{"gap",            &ElementStanding::gap,            Need::required, Holds::prose, "what is left to do"},
  Field{"rests_on",       &ElementStanding::rests_on,       Need::required, Holds::plain, "evidence that the latest rating names"},
};
static_assert(complete<ElementStanding>);

struct RubricStatus {
  std::string client;
  std::string rubric;                    // NAME@VERSION
  std::string rubric_title;
  Date as_of{};
  Rater by = Rater::self;
  std::vector<std::string> levels;       // titles, lowest first
  int in_focus = 0;
  int elements = 0;
  int rated = 0;
  std::vector<ElementStanding> standing;
  bool operator==(const RubricStatus&) const = default;
};
template <> inline constexpr auto fields<RubricStatus> = std::tuple{
  Field{"client",       &RubricStatus::client,       Need::required, Holds::plain, "code"},
  Field{"rubric",       &RubricStatus::rubric,       Need::required, Holds::plain, "with its version"},
  Field{"rubric_title", &RubricStatus::rubric_title, Need::required, Holds::plain, "as shown"},
  Field{"as_of",        &RubricStatus::as_of,        Need::required, Holds::plain, "the day looked at"},
  Field{"by",           &RubricStatus::by,           Need::required, Holds::plain, "whose ratings"},
  Field{"levels",       &RubricStatus::levels,       Need::required, Holds::plain, "titles, lowest first"},
  Field{"in_focus",     &RubricStatus::in_focus,     Need::required, Holds::plain, "elements with a target"},
  Field{"elements",     &RubricStatus::elements,     Need::required, Holds::plain, "of the rubric"},
  Field{"rated",        &RubricStatus::rated,        Need::required, Holds::plain, "elements with a level"},
  Field{"standing",     &RubricStatus::standing,     Need::required, Holds::plain, "each element, in the rubric's order"},
};
static_assert(complete<RubricStatus>);
// clang-format on

/// The standing of every element on the evening of `as_of`, by the ratings of one rater (nothing:
/// the usual one); a joint rating counts for self and coach alike. Throws Error where the
/// engagement's rubric is not there.
RubricStatus rubric_status(const Seen& seen, Date as_of, std::optional<Rater> by = {});

/// The engagement's rubric. Throws Error where it is not there.
const Rubric& rubric_of(const Seen& seen);

/// Whose ratings say where the client stands: her own; the coach's where the coach is the rater.
Rater usual_rater(const Seen& seen);

/// Only the elements that a goal has a target for, in the rubric's order.
std::vector<ElementStanding> focus_of(const RubricStatus& status);

/// The target that counts for an element on a day: the latest set among goals that were not given
/// up.
struct TargetInForce {
  std::string goal;
  Target target;
};
/// Of every element that has one; the names live as long as what was seen.
std::map<std::string_view, TargetInForce> targets_in_force(const Seen& seen, Date as_of);
std::optional<TargetInForce> target_of(const Seen& seen, std::string_view element, Date as_of);

/// A joint rating counts for client and coach; nobody else's does for another.
bool counts_for(Rater rated_by, Rater looked_at);

/// Keys of the elements in focus, in the rubric's order.
std::vector<std::string> focus_keys(const Seen& seen, Date as_of);

/// The latest rating of each element by exactly this rater.
std::map<std::string, LevelOnDay> last_ratings(const Seen& seen, Rater by, Date as_of);

/// The latest rating of an element by exactly this rater, if there is one (for a walk, where the
/// client may see the screen).
std::optional<LevelOnDay> last_rating(const Seen& seen, std::string_view element, Rater by,
                                      Date as_of);

}  // namespace coach
