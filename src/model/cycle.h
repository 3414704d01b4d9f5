// cycles/: one round of a model that is gone through again and again: look-fors agreed before, data
// gathered on those alone, a prediction beside its result, what was decided, and later checks.
#pragma once

#include "model/common.h"

namespace coach {

enum class Decision { adopt, adapt, drop };
enum class Held { held, partly, lost };
// clang-format off
template <> inline constexpr std::array words<Decision> = {
  Word{Decision::adopt, "adopt", "it becomes how things are done"},
  Word{Decision::adapt, "adapt", "changed, and tried again"},
  Word{Decision::drop,  "drop",  "given up"},
};
template <> inline constexpr std::array words<Held> = {
  Word{Held::held,   "held",   "the gain is still there"},
  Word{Held::partly, "partly", "some of it is"},
  Word{Held::lost,   "lost",   "it is as before"},
};

/// When a step was reached.
struct CycleStep {
  std::string step;
  Date on{};
  std::string notes;
  bool operator==(const CycleStep&) const = default;
};
template <> inline constexpr auto fields<CycleStep> = std::tuple{
  Field{"step",  &CycleStep::step,  Need::required, Holds::plain, "of the model"}.to(Refers::step),
  Field{"on",    &CycleStep::on,    Need::required, Holds::plain, "when it was reached"},
  Field{"notes", &CycleStep::notes, Need::optional, Holds::prose, "what was said and done"},
};
template <> inline constexpr std::array<std::string_view, 3> shorthand<CycleStep> = {"step", "on", "notes"};
static_assert(well_described<CycleStep>);

/// What was seen of one look-for.
struct CycleData {
  std::string step;
  Date on{};
  std::string look_for;
  std::string seen;
  bool operator==(const CycleData&) const = default;
};
template <> inline constexpr auto fields<CycleData> = std::tuple{
  Field{"step",     &CycleData::step,     Need::optional, Holds::plain, "of the model"}.to(Refers::step),
  Field{"on",       &CycleData::on,       Need::optional, Holds::plain, "the day"},
  Field{"look_for", &CycleData::look_for, Need::required, Holds::prose, "one of those agreed before"},
  Field{"seen",     &CycleData::seen,     Need::required, Holds::prose, "what was seen and heard"},
};
template <> inline constexpr std::array<std::string_view, 3> shorthand<CycleData> = {"look_for", "seen", "on"};
static_assert(well_described<CycleData>);

/// A later look at whether the gain held.
struct CycleCheck {
  std::string key;  // two letters, given by the program
  Date on{};
  Held held = Held::held;
  std::string note;
  bool operator==(const CycleCheck&) const = default;
};
template <> inline constexpr auto fields<CycleCheck> = std::tuple{
  Field{"key",  &CycleCheck::key,  Need::optional, Holds::plain, "two letters that tell entries apart"}.by_program(),
  Field{"on",   &CycleCheck::on,   Need::required, Holds::plain, "the day"},
  Field{"held", &CycleCheck::held, Need::required, Holds::plain, "whether it held"},
  Field{"note", &CycleCheck::note, Need::optional, Holds::prose, "how one could tell"},
};
template <> inline constexpr std::array<std::string_view, 3> shorthand<CycleCheck> = {"held", "on", "note"};
static_assert(well_described<CycleCheck>);

struct Cycle {
  std::string title;
  std::string model;
  int round = 1;
  std::string follows;
  Date started{};
  std::optional<Date> closed;
  std::string step;
  std::string prediction;
  std::optional<Date> locked;
  std::string result;
  std::optional<Decision> decision;
  std::vector<std::string> look_fors;
  std::optional<Date> check_on;
  Common common;
  std::vector<CycleStep> steps;
  std::vector<CycleData> data;
  std::vector<CycleCheck> checks;
  bool operator==(const Cycle&) const = default;
};
template <> inline constexpr auto fields<Cycle> = std::tuple{
  Field{"title",      &Cycle::title,      Need::required, Holds::prose, "the cycle in a few words"},
  Field{"model",      &Cycle::model,      Need::required, Holds::plain, "whose steps it goes through"}.to(Refers::model).by_program(),
  Field{"round",      &Cycle::round,      Need::optional, Holds::plain, "1 the first"}.by_program(),
  Field{"follows",    &Cycle::follows,    Need::optional, Holds::plain, "the cycle whose end opened this one"}.to(Refers::cycle).by_program(),
  Field{"started",    &Cycle::started,    Need::required, Holds::plain, "first day"},
  Field{"closed",     &Cycle::closed,     Need::optional, Holds::plain, "last day"}.by_program(),
  Field{"step",       &Cycle::step,       Need::optional, Holds::plain, "where it stands"}.to(Refers::step).by_program(),
  Field{"prediction", &Cycle::prediction, Need::optional, Holds::prose, "what will happen, written before"}.block(),
  Field{"locked",     &Cycle::locked,     Need::optional, Holds::plain, "since when the prediction stands"}.by_program(),
  Field{"result",     &Cycle::result,     Need::optional, Holds::prose, "what happened, beside it"}.block(),
  Field{"decision",   &Cycle::decision,   Need::optional, Holds::plain, "what came of it"},
  Field{"look_fors",  &Cycle::look_fors,  Need::optional, Holds::prose, "what data are gathered on, agreed before"},
  Field{"check_on",   &Cycle::check_on,   Need::optional, Holds::plain, "when to look whether the gain held"}.ahead(),
  Spliced{&Cycle::common},
  Field{"steps",      &Cycle::steps,      Need::optional, Holds::prose, "when each step was reached"}.by_program(),
  Field{"data",       &Cycle::data,       Need::optional, Holds::prose, "what was seen of each look-for"}.by_program(),
  Field{"checks",     &Cycle::checks,     Need::optional, Holds::prose, "later looks at whether it held"}.by_program(),
};
static_assert(well_described<Cycle>);
template <> inline constexpr KindInfo kind_of<Cycle> = {
  "cycle", "cycles", "cycles", Naming::slug, "", "one round of a model that is gone through again and again", "prediction"};
// clang-format on

inline bool is_open(const Cycle& cycle) { return !cycle.closed; }

}  // namespace coach
