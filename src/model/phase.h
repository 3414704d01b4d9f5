// Where an engagement stands in its model: the steps with the days spent in each, what the present
// one asks, and what it expects to be recorded.
#pragma once

#include "model/cycles.h"

namespace coach {

// clang-format off
struct PhaseRow {
  int number = 0;
  std::string key;
  std::string title;
  bool here = false;
  std::optional<Date> since;         // when it was last reached
  int days = 0;                      // spent in it, however often it was reached
  bool operator==(const PhaseRow&) const = default;
};
template <> inline constexpr auto fields<PhaseRow> = std::tuple{
  Field{"number", &PhaseRow::number, Need::required, Holds::plain, "its place, from 1"},
  Field{"key",    &PhaseRow::key,    Need::required, Holds::plain, "of the step"},
  Field{"title",  &PhaseRow::title,  Need::required, Holds::plain, "as shown"},
  Field{"here",   &PhaseRow::here,   Need::required, Holds::plain, "the engagement stands here"},
  Field{"since",  &PhaseRow::since,  Need::optional, Holds::plain, "when it was last reached"},
  Field{"days",   &PhaseRow::days,   Need::required, Holds::plain, "spent in it in all"},
};
static_assert(complete<PhaseRow>);

struct PhaseStanding {
  std::string client;
  Date today{};
  std::string model;                 // its name
  std::string model_title;
  Regime regime = Regime::confidential;
  std::string phase;                 // key; empty: none yet
  std::string title;
  std::optional<Date> since;
  std::string purpose;
  std::vector<std::string> questions;
  std::vector<ExpectedRecord> expects;
  std::string next;                  // key of the step that follows
  std::string next_title;
  std::vector<PhaseRow> steps;
  std::vector<CycleRow> cycles;      // open ones
  bool in_cycles = false;            // the model is all round: each cycle has its own step
  bool operator==(const PhaseStanding&) const = default;
};
template <> inline constexpr auto fields<PhaseStanding> = std::tuple{
  Field{"client",      &PhaseStanding::client,      Need::required, Holds::plain, "code"},
  Field{"today",       &PhaseStanding::today,       Need::required, Holds::plain, "the day it was asked for"},
  Field{"model",       &PhaseStanding::model,       Need::required, Holds::plain, "its name in models/"},
  Field{"model_title", &PhaseStanding::model_title, Need::required, Holds::plain, "as shown"},
  Field{"regime",      &PhaseStanding::regime,      Need::required, Holds::plain, "who may know what"},
  Field{"phase",       &PhaseStanding::phase,       Need::required, Holds::plain, "key of the present step"},
  Field{"title",       &PhaseStanding::title,       Need::required, Holds::plain, "of the present step"},
  Field{"since",       &PhaseStanding::since,       Need::optional, Holds::plain, "when it was reached"},
  Field{"purpose",     &PhaseStanding::purpose,     Need::required, Holds::plain, "what the step is for"},
  Field{"questions",   &PhaseStanding::questions,   Need::required, Holds::plain, "that it asks"},
  Field{"expects",     &PhaseStanding::expects,     Need::required, Holds::plain, "what it leaves behind, and what is there"},
  Field{"next",        &PhaseStanding::next,        Need::required, Holds::plain, "key of the step that follows"},
  Field{"next_title",  &PhaseStanding::next_title,  Need::required, Holds::plain, "of the step that follows"},
  Field{"steps",       &PhaseStanding::steps,       Need::required, Holds::plain, "all of them"},
  Field{"cycles",      &PhaseStanding::cycles,      Need::required, Holds::plain, "open ones"},
  Field{"in_cycles",   &PhaseStanding::in_cycles,   Need::required, Holds::plain, "the model is gone through in cycles alone"},
};
static_assert(complete<PhaseStanding>);
// clang-format on

/// Throws Error where the engagement's model is not in models/.
PhaseStanding phase_standing(const Seen& seen, Date today);

/// The step an engagement stands at, in short; of one that works in cycles alone, its latest open
/// cycle's. Nothing where that is not known.
struct Whereabouts {
  int number = 0;
  std::string title;
  std::optional<Date> since;
};
std::optional<Whereabouts> whereabouts(const Seen& seen, Date today);

/// The engagement's model. Throws Error where it is not in models/.
const Way& way_of(const Seen& seen);

}  // namespace coach
