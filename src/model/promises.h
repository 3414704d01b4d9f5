// What is promised, by whom, for when: commitments, steps, indicators and check-backs that are
// open.
//
// Pure. A commitment is open until it is done or dropped; a step until it is done; an indicator
// until evidence says that it is there; both as long as their activity is; a check-back until the
// first meeting held on or after its day; a look again at feedback, and a check of a cycle's gain,
// until somebody looked on or after its day.
#pragma once

#include "model/see.h"

namespace coach {

enum class PromiseKind { commitment, step, indicator, check_back, look_again, cycle_check };
// clang-format off
template <> inline constexpr std::array words<PromiseKind> = {
  Word{PromiseKind::commitment, "commitment", "promised in a meeting or a visit"},
  Word{PromiseKind::step,       "step",       "of an activity"},
  Word{PromiseKind::indicator,  "indicator",  "evidence that was agreed"},
  Word{PromiseKind::check_back, "check-back", "ask how it went"},
  Word{PromiseKind::look_again, "look-again", "see what became of feedback"},
  Word{PromiseKind::cycle_check, "cycle-check", "see whether a gain held"},
};

struct OpenPromise {
  std::string client;
  Party who = Party::client;
  PromiseKind kind = PromiseKind::commitment;
  std::string what;
  std::string id;                 // b7q1.ka, structures.hw
  std::optional<Date> due;
  std::optional<int> days_late;   // days past due; missing: not late
  std::optional<Date> since;      // the day it was promised
  bool operator==(const OpenPromise&) const = default;
};
template <> inline constexpr auto fields<OpenPromise> = std::tuple{
  Field{"client",    &OpenPromise::client,    Need::required, Holds::plain, "code"},
  Field{"who",       &OpenPromise::who,       Need::required, Holds::plain, "who does it"},
  Field{"kind",      &OpenPromise::kind,      Need::required, Holds::plain, "what kind of promise"},
  Field{"what",      &OpenPromise::what,      Need::required, Holds::prose, "what was promised"},
  Field{"id",        &OpenPromise::id,        Need::required, Holds::plain, "for coach done"},
  Field{"due",       &OpenPromise::due,       Need::optional, Holds::plain, "by when"},
  Field{"days_late", &OpenPromise::days_late, Need::optional, Holds::plain, "days past due"},
  Field{"since",     &OpenPromise::since,     Need::optional, Holds::plain, "the day it was promised"},
};
static_assert(complete<OpenPromise>);
// clang-format on

/// A slug is long: its first words where no other goal or activity begins with them, else all of
/// it.
std::string short_slug(const Seen& seen, const std::string& id);

/// All that is open on a day, late first, then by due day, then without one.
/// The first day of evidence that says it is this agreed indicator (ACTIVITY.xx).
std::optional<Date> shown_since(const Seen& seen, const std::string& indicator, Date today);

std::vector<OpenPromise> open_promises(const Seen& seen, Date today);

/// The order of a list that several engagements share: late first, then by due day, then by client.
void sort_promises(std::vector<OpenPromise>& promises);

}  // namespace coach
