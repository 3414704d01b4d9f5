// rubrics/: ordered levels, domains of elements, and a descriptor for each element and level.
//
// Levels are ordinal: compared and counted in steps, never averaged. A later version lies beside
// the earlier one and never changes what earlier ratings mean.
#pragma once

#include <compare>

#include "model/common.h"

namespace coach {

/// A level's place in its rubric, 1 the lowest.
struct Level {
  int number = 1;
  auto operator<=>(const Level&) const = default;
};

// clang-format off
struct RubricLevel {
  std::string key;
  std::string title;
  bool operator==(const RubricLevel&) const = default;
};
template <> inline constexpr auto fields<RubricLevel> = std::tuple{
  Field{"key",   &RubricLevel::key,   Need::required, Holds::plain, "stands in ratings"},
  Field{"title", &RubricLevel::title, Need::required, Holds::plain, "as shown"},
};
static_assert(well_described<RubricLevel>);

struct Element {
  std::string key;
  std::string title;
  std::string prompt;
  std::vector<std::string> indicators;
  Pairs levels;  // level key to descriptor
  bool operator==(const Element&) const = default;
};
template <> inline constexpr auto fields<Element> = std::tuple{
  Field{"key",        &Element::key,        Need::required, Holds::plain, "stands in ratings and targets"},
  Field{"title",      &Element::title,      Need::required, Holds::plain, "as shown"},
  Field{"prompt",     &Element::prompt,     Need::optional, Holds::plain, "the question of a self-assessment"},
  Field{"indicators", &Element::indicators, Need::optional, Holds::plain, "what one would look at"},
  Field{"levels",     &Element::levels,     Need::optional, Holds::plain, "a level's key = its descriptor"},
};
static_assert(well_described<Element>);

struct Domain {
  std::string title;
  std::string part_of;
  std::vector<Element> elements;
  bool operator==(const Domain&) const = default;
};
template <> inline constexpr auto fields<Domain> = std::tuple{
  Field{"title",    &Domain::title,    Need::required, Holds::plain, "as shown"},
  Field{"part_of",  &Domain::part_of,  Need::optional, Holds::plain, "a heading above it, where there are two"},
  Field{"elements", &Domain::elements, Need::optional, Holds::plain, "what is rated"},
};
static_assert(well_described<Domain>);

struct Rubric {
  std::string title;
  int version = 1;
  std::string purpose;
  std::string source;
  std::string licence;
  std::optional<bool> cumulative;
  std::vector<RubricLevel> levels;
  std::vector<Domain> domains;
  bool operator==(const Rubric&) const = default;
};
template <> inline constexpr auto fields<Rubric> = std::tuple{
  Field{"title",      &Rubric::title,      Need::required, Holds::plain, "as shown"},
  Field{"version",    &Rubric::version,    Need::required, Holds::plain, "1, 2 ...; stands in the file's name as well"},
  Field{"purpose",    &Rubric::purpose,    Need::optional, Holds::plain, "growth, or what it is for"},
  Field{"source",     &Rubric::source,     Need::required, Holds::plain, "where it comes from"},
  Field{"licence",    &Rubric::licence,    Need::required, Holds::plain, "under which it may be used"},
  Field{"cumulative", &Rubric::cumulative, Need::optional, Holds::plain, "true: a level holds what the levels below it hold"},
  Field{"levels",     &Rubric::levels,     Need::required, Holds::plain, "two to seven, lowest first"},
  Field{"domains",    &Rubric::domains,    Need::optional, Holds::plain, "groups of elements"},
};
static_assert(well_described<Rubric>);
template <> inline constexpr KindInfo kind_of<Rubric> = {
  "rubric", "rubrics", "rubrics", Naming::journal, "", "levels, domains, elements and their descriptors"};
// clang-format on

/// A rubric under the name that ratings and engagements give it: NAME@VERSION.
struct NamedRubric {
  std::string name;
  Rubric rubric;
};

/// All elements in the rubric's order. The pointers live as long as the rubric.
std::vector<const Element*> elements_of(const Rubric& rubric);
const Element* find_element(const Rubric& rubric, std::string_view key);

/// The place of a level's key, or nothing where the rubric has no such level.
std::optional<Level> level_of(const Rubric& rubric, std::string_view key);
/// "1 pre-initiation": number and title; the key where the number is none.
std::string level_title(const Rubric& rubric, Level level);
std::string_view level_key(const Rubric& rubric, Level level);
/// The descriptor, or "" where the rubric has none for it.
std::string_view descriptor(const Rubric& rubric, const Element& element, Level level);

/// A level as typed: its number, its key or title, or a unique part of either. Nothing where none
/// or several fit.
std::optional<Level> typed_level(const Rubric& rubric, std::string_view typed);
/// An element as typed: its key or title, or the unique beginning or part of either.
const Element* typed_element(const Rubric& rubric, std::string_view typed);

}  // namespace coach
