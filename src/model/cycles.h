// Questions about cycles: where each stands, what was never come to, whether a gain held; and what
// of a cycle may no longer be changed.
#pragma once

#include "model/expects.h"

namespace coach {

// clang-format off
struct CycleRow {
  std::string client;
  std::string id;
  std::string title;
  std::string model;                   // its title
  int round = 1;
  std::string follows;
  std::string opened;                  // the cycle that this one's end opened
  Date started{};
  std::optional<Date> closed;
  std::string step;                    // key
  std::string step_title;
  int step_number = 0;
  int steps = 0;
  std::optional<Date> since;           // at this step
  int days = 0;                        // at this step, while open
  std::vector<std::string> to_come;    // titles of the steps never come to
  std::vector<std::string> lacks;      // what the steps come to expected, and is not there
  std::optional<Decision> decision;
  std::optional<Held> held;            // the latest check
  std::optional<Date> check_on;        // to come, or waiting
  bool check_waits = false;            // its day has come
  bool operator==(const CycleRow&) const = default;
};
template <> inline constexpr auto fields<CycleRow> = std::tuple{
  Field{"client",      &CycleRow::client,      Need::required, Holds::plain, "code"},
  Field{"id",          &CycleRow::id,          Need::required, Holds::plain, "slug"},
  Field{"title",       &CycleRow::title,       Need::required, Holds::prose, "in a few words"},
  Field{"model",       &CycleRow::model,       Need::required, Holds::plain, "whose steps it goes through"},
  Field{"round",       &CycleRow::round,       Need::required, Holds::plain, "1 the first"},
  Field{"follows",     &CycleRow::follows,     Need::required, Holds::plain, "the cycle before"},
  Field{"opened",      &CycleRow::opened,      Need::required, Holds::plain, "the cycle behind it"},
  Field{"started",     &CycleRow::started,     Need::required, Holds::plain, "first day"},
  Field{"closed",      &CycleRow::closed,      Need::optional, Holds::plain, "last day"},
  Field{"step",        &CycleRow::step,        Need::required, Holds::plain, "where it stands"},
  Field{"step_title",  &CycleRow::step_title,  Need::required, Holds::plain, "as shown"},
  Field{"step_number", &CycleRow::step_number, Need::required, Holds::plain, "its place in the round"},
  Field{"steps",       &CycleRow::steps,       Need::required, Holds::plain, "of a round"},
  Field{"since",       &CycleRow::since,       Need::optional, Holds::plain, "when the step was reached"},
  Field{"days",        &CycleRow::days,        Need::required, Holds::plain, "at this step"},
  Field{"to_come",     &CycleRow::to_come,     Need::required, Holds::plain, "steps never come to"},
  Field{"lacks",       &CycleRow::lacks,       Need::required, Holds::plain, "what the steps come to expected, and is not there"},
  Field{"decision",    &CycleRow::decision,    Need::optional, Holds::plain, "what came of it"},
  Field{"held",        &CycleRow::held,        Need::optional, Holds::plain, "whether the gain was there at the latest check"},
  Field{"check_on",    &CycleRow::check_on,    Need::optional, Holds::plain, "when to look whether it held"},
  Field{"check_waits", &CycleRow::check_waits, Need::required, Holds::plain, "its day has come"},
};
static_assert(complete<CycleRow>);

struct CycleList {
  Date today{};
  int open = 0;
  std::vector<CycleRow> rows;
  bool operator==(const CycleList&) const = default;
};
template <> inline constexpr auto fields<CycleList> = std::tuple{
  Field{"today", &CycleList::today, Need::required, Holds::plain, "the day it was asked for"},
  Field{"open",  &CycleList::open,  Need::required, Holds::plain, "how many are open"},
  Field{"rows",  &CycleList::rows,  Need::required, Holds::plain, "open ones first, longest at their step first"},
};
static_assert(complete<CycleList>);

struct CycleStepRow {
  std::string key;
  std::string title;
  bool here = false;
  std::optional<Date> on;
  std::string notes;
  bool operator==(const CycleStepRow&) const = default;
};
template <> inline constexpr auto fields<CycleStepRow> = std::tuple{
  Field{"key",   &CycleStepRow::key,   Need::required, Holds::plain, "of the model"},
  Field{"title", &CycleStepRow::title, Need::required, Holds::plain, "as shown"},
  Field{"here",  &CycleStepRow::here,  Need::required, Holds::plain, "the cycle stands here"},
  Field{"on",    &CycleStepRow::on,    Need::optional, Holds::plain, "when it was reached"},
  Field{"notes", &CycleStepRow::notes, Need::required, Holds::prose, "what was said and done"},
};
static_assert(complete<CycleStepRow>);

struct CycleStanding {
  Date today{};
  CycleRow cycle;
  std::vector<CycleStepRow> steps;
  std::string purpose;                 // of the present step
  std::vector<std::string> questions;
  std::vector<ExpectedRecord> expects;
  std::vector<std::string> look_fors;
  std::vector<CycleData> data;         // in the order of the look-fors
  std::string prediction;
  std::optional<Date> locked;
  std::string result;
  std::vector<CycleCheck> checks;
  bool operator==(const CycleStanding&) const = default;
};
template <> inline constexpr auto fields<CycleStanding> = std::tuple{
  Field{"today",      &CycleStanding::today,      Need::required, Holds::plain, "the day it was asked for"},
  Field{"cycle",      &CycleStanding::cycle,      Need::required, Holds::plain, "where it stands"},
  Field{"steps",      &CycleStanding::steps,      Need::required, Holds::plain, "of the round"},
  Field{"purpose",    &CycleStanding::purpose,    Need::required, Holds::plain, "of the present step"},
  Field{"questions",  &CycleStanding::questions,  Need::required, Holds::plain, "that it asks"},
  Field{"expects",    &CycleStanding::expects,    Need::required, Holds::plain, "what it leaves behind, and what is there"},
  Field{"look_fors",  &CycleStanding::look_fors,  Need::required, Holds::prose, "agreed before"},
  Field{"data",       &CycleStanding::data,       Need::required, Holds::prose, "what was seen"},
  Field{"prediction", &CycleStanding::prediction, Need::required, Holds::prose, "written before"},
  Field{"locked",     &CycleStanding::locked,     Need::optional, Holds::plain, "since when it stands"},
  Field{"result",     &CycleStanding::result,     Need::required, Holds::prose, "what happened"},
  Field{"checks",     &CycleStanding::checks,     Need::required, Holds::prose, "later looks at whether it held"},
};
static_assert(complete<CycleStanding>);
// clang-format on

/// "Group work, round 2": the round is said from the second on.
std::string cycle_name(const Cycle& cycle);

/// The latest look, up to a day, at whether the gain held; nothing where there was none.
const CycleCheck* latest_check(const Cycle& cycle, Date today);
/// The day for the next one: set, and nobody looked on it or since.
std::optional<Date> check_to_come(const Cycle& cycle, Date today);

CycleRow cycle_row(const Seen& seen, const Filed<Cycle>& cycle, Date today);
/// Of one engagement; to be joined and sorted by `cycle_list`.
std::vector<CycleRow> cycle_rows(const Seen& seen, Date today);
CycleList cycle_list(std::vector<CycleRow> rows, Date today);
CycleStanding cycle_standing(const Seen& seen, const Filed<Cycle>& cycle, Date today);

/// The step of the model that expects a field of the cycle; nothing where none does.
const WayStep* step_expecting(const Way& way, std::string_view field);
/// True where the cycle stands behind this step of the round.
bool is_past(const Way& way, const Cycle& cycle, const WayStep& step);

/// The look-for that was typed: its number from 1, its text, or a unique part of it.
std::optional<std::string> typed_look_for(const Cycle& cycle, std::string_view typed);

/// What a change of a cycle touches that was settled before: a locked prediction, look-fors on
/// which data were gathered, or that the step before was to settle. Nothing: it may be made.
std::optional<std::string> settled_in(const Cycle& before, const Cycle& after, const Way* way);

}  // namespace coach
