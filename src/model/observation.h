// observations/: what the coach saw and heard in classrooms, meetings, hallways: said and done, not
// judged.
//
// A script is text, one entry a line:   9:05 T: what do you notice? {hard-conversations}
//   [time] [who:] what was said or done [{element, element}]
// A line without a time takes that of the line before.
#pragma once

#include <string_view>

#include "model/common.h"

namespace coach {

inline constexpr std::array<std::string_view, 7> observation_settings = {
    "classroom", "meeting", "hallway", "lunchroom", "playground", "front-office", "debrief"};

// clang-format off
struct Observation {
  Date date{};
  std::optional<Time> start;
  std::optional<Minutes> minutes;
  std::string setting;
  std::vector<std::string> observed;
  std::vector<Promiser> observers;
  std::string title;
  std::string notes;
  std::string script;
  std::optional<Date> debriefed;
  std::string during;
  Common common;
  std::vector<Commitment> commitments;
  bool operator==(const Observation&) const = default;
};
template <> inline constexpr auto fields<Observation> = std::tuple{
  Field{"date",        &Observation::date,        Need::required, Holds::plain, "the day of the visit"},
  Field{"start",       &Observation::start,       Need::optional, Holds::plain, "when it began"},
  Field{"minutes",     &Observation::minutes,     Need::optional, Holds::plain, "how long, as 25 or 1h10"},
  Field{"setting",     &Observation::setting,     Need::required, Holds::plain, "where it took place"}.open(observation_settings),
  Field{"observed",    &Observation::observed,    Need::optional, Holds::plain, "who was seen, by codes: T04, never a name"},
  Field{"observers",   &Observation::observers,   Need::optional, Holds::plain, "who watched"},
  Field{"title",       &Observation::title,       Need::optional, Holds::prose, "the visit in one line"},
  Field{"notes",       &Observation::notes,       Need::optional, Holds::prose, "what was seen and heard, without judgement"}.block(),
  Field{"script",      &Observation::script,      Need::optional, Holds::prose, "what was said and done, a line an entry, with times"}.block(),
  Field{"debriefed",   &Observation::debriefed,   Need::optional, Holds::plain, "the day it was talked over"},
  Field{"during",      &Observation::during,      Need::optional, Holds::plain, "the session whose minutes hold it"}.to(Refers::session),
  Spliced{&Observation::common},
  Field{"commitments", &Observation::commitments, Need::optional, Holds::prose, "what was promised: what; due"}.each("who"),
};
static_assert(well_described<Observation>);
template <> inline constexpr KindInfo kind_of<Observation> = {
  "observation", "observations", "observations", Naming::dated, "setting", "what was seen and heard at the school", "notes"};
// clang-format on

/// One entry of a low-inference script.
struct ScriptEntry {
  std::optional<Time> time;
  std::string who;
  std::string what;
  std::vector<std::string> elements;
  bool operator==(const ScriptEntry&) const = default;
};

/// The entries of a script as typed; a line without a time takes the one before; blank lines are
/// left out.
std::vector<ScriptEntry> script_entries(std::string_view script);

/// A script as it is kept: every line with its time, blanks tidied, the words untouched.
std::string script_text(const std::vector<ScriptEntry>& entries);

/// The words of a text that judge rather than tell ("good", "clearly", "seemed"): worth a gentle
/// mark.
std::vector<std::string> judging_words(std::string_view text);

/// "Mrs. Jones", "Jones": a capital and small letters without a digit. T04 and "grade 3" do not.
bool looks_like_a_name(std::string_view observed);

}  // namespace coach
