// What every record of an engagement may carry: who may read it, and which goals, activities and
// rubric elements it bears on. Every dated record that names a goal or an element is evidence for
// it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/convert.h"
#include "record/kind.h"

namespace coach {

enum class Visibility { coach_alone, client, sponsor };
// clang-format off
template <> inline constexpr std::array words<Visibility> = {
  Word{Visibility::coach_alone, "private", "the coach alone"},
  Word{Visibility::client,      "client",  "the coach and the client"},
  Word{Visibility::sponsor,     "sponsor", "the sponsor as well, where the agreement allows it"},
};

struct Common {
  std::optional<Visibility> visibility;  // missing, or a word that is none: private
  std::vector<std::string> goals;
  std::vector<std::string> activities;
  std::vector<std::string> elements;
  bool operator==(const Common&) const = default;
};
template <> inline constexpr auto fields<Common> = std::tuple{
  Field{"visibility", &Common::visibility, Need::optional, Holds::plain, "who may read it; missing: private"},
  Field{"goals",      &Common::goals,      Need::optional, Holds::plain, "goals it serves"}.to(Refers::goal),
  Field{"activities", &Common::activities, Need::optional, Holds::plain, "activities it belongs to"}.to(Refers::activity),
  Field{"elements",   &Common::elements,   Need::optional, Holds::plain, "rubric elements it shows"}.to(Refers::element),
};
static_assert(well_described<Common>);

/// Who does it. A commitment knows no `both`; `check` says so.
enum class Party { client, coach, both };
template <> inline constexpr std::array words<Party> = {
  Word{Party::client, "client", "the client"},
  Word{Party::coach,  "coach",  "the coach"},
  Word{Party::both,   "both",   "client and coach together"},
};

enum class Promiser { client, coach };
template <> inline constexpr std::array words<Promiser> = {
  Word{Promiser::client, "client", "the client"},
  Word{Promiser::coach,  "coach",  "the coach"},
};

/// A promise, open until it is done or dropped.
struct Commitment {
  std::string key;  // two letters, given by the program
  Promiser who = Promiser::client;
  std::string what;
  std::optional<Date> due;
  std::optional<Date> done;
  std::optional<bool> dropped;
  std::optional<Date> check_back;
  bool operator==(const Commitment&) const = default;
};
template <> inline constexpr auto fields<Commitment> = std::tuple{
  Field{"key",        &Commitment::key,        Need::optional, Holds::plain, "two letters that tell entries apart"}.by_program(),
  Field{"who",        &Commitment::who,        Need::required, Holds::plain, "who promised"},
  Field{"what",       &Commitment::what,       Need::required, Holds::prose, "what was promised"},
  Field{"due",        &Commitment::due,        Need::optional, Holds::plain, "by when"}.ahead(),
  Field{"done",       &Commitment::done,       Need::optional, Holds::plain, "the day it was done"},
  Field{"dropped",    &Commitment::dropped,    Need::optional, Holds::plain, "true: given up, and that is fine"},
  Field{"check_back", &Commitment::check_back, Need::optional, Holds::plain, "when to ask how it went"}.ahead(),
};
template <> inline constexpr std::array<std::string_view, 2> shorthand<Commitment> = {"what", "due"};
static_assert(well_described<Commitment>);
// clang-format on

inline bool is_open(const Commitment& promise) {
  return !promise.done && !promise.dropped.value_or(false);
}

/// The name of an entry of a record: its two letters, else its place from 1 (a hand may leave the
/// key out).
std::string entry_id(std::string_view record_id, std::string_view key, std::size_t position);

/// A day on which a plain key changed; the plain key counts, the history says since when.
template <class Status>
struct StatusChange {
  Date on{};
  std::optional<Status> status;
  std::string note;
  bool operator==(const StatusChange&) const = default;
};
// clang-format off
template <class Status> inline constexpr auto fields<StatusChange<Status>> = std::tuple{
  Field{"on",     &StatusChange<Status>::on,     Need::required, Holds::plain, "since when"},
  Field{"status", &StatusChange<Status>::status, Need::optional, Holds::plain, "what it became"},
  Field{"note",   &StatusChange<Status>::note,   Need::optional, Holds::prose, "why"},
};
template <class Status> inline constexpr std::array<std::string_view, 3> shorthand<StatusChange<Status>> = {"on", "status", "note"};
// clang-format on

}  // namespace coach
