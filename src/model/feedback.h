// feedback/: what a teacher was told, when to look again, and what was seen then: the feedback that
// changes practice, which the first work plan of this field set out to track.
#pragma once

#include "model/common.h"

namespace coach {

enum class FeedbackGiver { client, coach, other };
enum class PracticeChange { changed, partly, not_yet, no };
// clang-format off
template <> inline constexpr std::array words<FeedbackGiver> = {
  Word{FeedbackGiver::client, "client", "the client"},
  Word{FeedbackGiver::coach,  "coach",  "the coach"},
  Word{FeedbackGiver::other,  "other",  "somebody else"},
};
template <> inline constexpr std::array words<PracticeChange> = {
  Word{PracticeChange::changed, "changed", "practice is different now"},
  Word{PracticeChange::partly,  "partly",  "some of it is"},
  Word{PracticeChange::not_yet, "not-yet", "tried or meant, not seen yet"},
  Word{PracticeChange::no,      "no",      "nothing changed"},
};

/// A later look at what the feedback was about.
struct LookAgain {
  std::string key;  // two letters, given by the program
  Date on{};
  PracticeChange result = PracticeChange::not_yet;
  std::string note;
  std::vector<std::string> evidence;
  bool operator==(const LookAgain&) const = default;
};
template <> inline constexpr auto fields<LookAgain> = std::tuple{
  Field{"key",      &LookAgain::key,      Need::optional, Holds::plain, "two letters that tell entries apart"}.by_program(),
  Field{"on",       &LookAgain::on,       Need::required, Holds::plain, "the day"},
  Field{"result",   &LookAgain::result,   Need::required, Holds::plain, "what was seen"},
  Field{"note",     &LookAgain::note,     Need::optional, Holds::prose, "how one could tell"},
  Field{"evidence", &LookAgain::evidence, Need::optional, Holds::plain, "records it rests on"}.to(Refers::dated),
};
template <> inline constexpr std::array<std::string_view, 3> shorthand<LookAgain> = {"result", "on", "note"};
static_assert(well_described<LookAgain>);

struct Feedback {
  Date date{};
  std::string teacher;
  FeedbackGiver by = FeedbackGiver::client;
  std::string focus;
  std::string said;
  std::optional<Date> look_again;
  std::string during;
  Common common;
  std::vector<LookAgain> seen;
  bool operator==(const Feedback&) const = default;
};
template <> inline constexpr auto fields<Feedback> = std::tuple{
  Field{"date",       &Feedback::date,       Need::required, Holds::plain, "the day it was given"},
  Field{"teacher",    &Feedback::teacher,    Need::required, Holds::plain, "to whom: a code such as T04; client or coach for one another"},
  Field{"by",         &Feedback::by,         Need::required, Holds::plain, "who gave it"},
  Field{"focus",      &Feedback::focus,      Need::optional, Holds::prose, "what it was about, in a few words"},
  Field{"said",       &Feedback::said,       Need::required, Holds::prose, "what was said"}.block(),
  Field{"look_again", &Feedback::look_again, Need::optional, Holds::plain, "when to look what became of it"}.ahead(),
  Field{"during",     &Feedback::during,     Need::optional, Holds::plain, "the session it was given or planned in"}.to(Refers::session),
  Spliced{&Feedback::common},
  Field{"seen",       &Feedback::seen,       Need::optional, Holds::prose, "what was seen then"}.by_program(),
};
static_assert(well_described<Feedback>);
template <> inline constexpr KindInfo kind_of<Feedback> = {
  "feedback", "feedback", "feedback", Naming::dated, "teacher", "what a teacher was told, and whether it changed practice", "said"};
// clang-format on

/// Feedback between client and coach, in either direction, is about their work, not about teaching.
inline bool is_to_a_teacher(const Feedback& feedback) {
  return feedback.teacher != "client" && feedback.teacher != "coach";
}

}  // namespace coach
