// assessments/: one rater's ratings on one day, by one version of a rubric.
#pragma once

#include "model/common.h"

namespace coach {

enum class Rater { self, coach, joint, other };
// clang-format off
template <> inline constexpr std::array words<Rater> = {
  Word{Rater::self,  "self",  "the client rates herself"},
  Word{Rater::coach, "coach", "the coach rates"},
  Word{Rater::joint, "joint", "both settle on one level together"},
  Word{Rater::other, "other", "somebody else; say who in `rater`"},
};
inline constexpr std::array<std::string_view, 3> assessment_occasions = {"initial", "benchmark", "final"};

struct Rating {
  std::string element;
  std::string level;
  std::string note;
  std::string gap;
  std::vector<std::string> evidence;
  bool operator==(const Rating&) const = default;
};
template <> inline constexpr auto fields<Rating> = std::tuple{
  Field{"element",  &Rating::element,  Need::required, Holds::plain, "of the rubric"}.to(Refers::element),
  Field{"level",    &Rating::level,    Need::required, Holds::plain, "the key of the level"}.to(Refers::level),
  Field{"note",     &Rating::note,     Need::optional, Holds::prose, "why this level"},
  Field{"gap",      &Rating::gap,      Need::optional, Holds::prose, "what is left to do"},
  Field{"evidence", &Rating::evidence, Need::optional, Holds::plain, "ids of records it rests on"}.to(Refers::dated),
};
template <> inline constexpr std::array<std::string_view, 3> shorthand<Rating> = {"element", "level", "note"};
static_assert(well_described<Rating>);

struct Assessment {
  Date date{};
  Rater by = Rater::self;
  std::string rater;
  std::string rubric;
  std::string occasion;
  std::optional<bool> complete;
  std::string note;
  Common common;
  std::vector<Rating> ratings;
  bool operator==(const Assessment&) const = default;
};
template <> inline constexpr auto fields<Assessment> = std::tuple{
  Field{"date",     &Assessment::date,     Need::required, Holds::plain, "the day of the ratings"},
  Field{"by",       &Assessment::by,       Need::required, Holds::plain, "who rated"},
  Field{"rater",    &Assessment::rater,    Need::optional, Holds::names, "who, where by is other"},
  Field{"rubric",   &Assessment::rubric,   Need::required, Holds::plain, "with its version, as name@1"}.to(Refers::rubric),
  Field{"occasion", &Assessment::occasion, Need::optional, Holds::plain, "which of the year's ratings"}.open(assessment_occasions),
  Field{"complete", &Assessment::complete, Need::optional, Holds::plain, "false: a walk through the elements was left half way"},
  Field{"note",     &Assessment::note,     Need::optional, Holds::prose, "about all of it"}.block(),
  Spliced{&Assessment::common},
  Field{"ratings",  &Assessment::ratings,  Need::optional, Holds::plain, "element; level; note"},
};
static_assert(well_described<Assessment>);
template <> inline constexpr KindInfo kind_of<Assessment> = {
  "assessment", "assessments", "assessments", Naming::dated, "by", "one rater's ratings on one day", "note"};
// clang-format on

}  // namespace coach
