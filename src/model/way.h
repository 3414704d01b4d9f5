// models/: a way of coaching as data: its steps, what each is for, the questions it asks and the
// records it expects. No model's name stands in the program. (Called Way in the code, since `model`
// is a folder.)
#pragma once

#include <map>
#include <memory>
#include <span>

#include "base/error.h"
#include "model/facts.h"

namespace coach {

// clang-format off
struct WayStep {
  std::string key;
  std::string title;
  std::string purpose;
  std::vector<std::string> questions;
  std::vector<std::string> expects;
  bool operator==(const WayStep&) const = default;
};
template <> inline constexpr auto fields<WayStep> = std::tuple{
  Field{"key",       &WayStep::key,       Need::required, Holds::plain, "stands in an engagement's phase"},
  Field{"title",     &WayStep::title,     Need::optional, Holds::plain, "as shown; missing or empty: not named yet"},
  Field{"purpose",   &WayStep::purpose,   Need::optional, Holds::plain, "what the step is for"},
  Field{"questions", &WayStep::questions, Need::optional, Holds::plain, "guiding questions"},
  Field{"expects",   &WayStep::expects,   Need::optional, Holds::plain, "KIND or KIND.field that the step leaves behind"},
};
static_assert(well_described<WayStep>);

struct Way {
  std::string title;
  Regime regime = Regime::confidential;
  std::string source;
  std::string licence;
  std::string note;
  std::string after_last;
  std::vector<WayStep> steps;
  bool operator==(const Way&) const = default;
};
template <> inline constexpr auto fields<Way> = std::tuple{
  Field{"title",      &Way::title,      Need::required, Holds::plain, "as shown"},
  Field{"regime",     &Way::regime,     Need::required, Holds::plain, "who may know what"},
  Field{"source",     &Way::source,     Need::required, Holds::plain, "where it comes from"},
  Field{"licence",    &Way::licence,    Need::required, Holds::plain, "under which it may be used"},
  Field{"note",       &Way::note,       Need::optional, Holds::plain, "what one has to know who works by it"},
  Field{"after_last", &Way::after_last, Need::optional, Holds::plain, "the step that follows the last one; missing: once through"},
  Field{"steps",      &Way::steps,      Need::required, Holds::plain, "one to twelve"},
};
static_assert(well_described<Way>);
template <> inline constexpr KindInfo kind_of<Way> = {
  "model", "models", "models", Naming::journal, "", "a way of coaching: its steps and their questions"};
// clang-format on

/// Ways by the names of their files in models/.
using Ways = std::map<std::string, std::shared_ptr<const Way>, std::less<>>;

/// Steps that a model may have.
inline constexpr std::size_t most_steps = 12;

const WayStep* find_step(const Way& way, std::string_view key);
/// A step as typed: its number from 1, its key or title, or the unique beginning or part of either.
const WayStep* typed_step(const Way& way, std::string_view typed);
/// What to say where none of these steps of the model of this name is meant: the nearest key, or
/// all of them.
Error no_such_step(std::string_view model, std::span<const WayStep> steps,
                   const std::string& typed);
/// Its title; "step 3" where it has none: in lists.
std::string step_name(const Way& way, const WayStep& step);
/// Its title; "step 3, unnamed" where it has none yet.
std::string step_title(const Way& way, const WayStep& step);
/// The step behind this one, the first of the round again behind the last; nothing at the end of
/// what is gone through once.
const WayStep* step_after(const Way& way, const WayStep& step);
/// The steps that are gone through again and again: a cycle consists of them. Empty: once through.
std::span<const WayStep> round_of(const Way& way);
/// True where nothing but the round is there: the engagement itself has no phases then.
inline bool is_all_round(const Way& way) {
  return !way.steps.empty() && round_of(way).size() == way.steps.size();
}
/// "4 steps, again and again", "9 steps", "6 steps, from plan on again and again".
std::string shape_of(const Way& way);

}  // namespace coach
