// Feedback that changed practice: what was seen when one looked again, and what became of all of
// it. Logging it is log.cc's.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "command/capture.h"

namespace coach {
namespace {

int run_seen(Invocation& in) {
  const Kind& kind = *find_kind(kind_of<Feedback>.name);
  if (in.given.words.size() != 2)
    throw Misunderstood("which feedback, and what was seen?",
                        "coach seen ID changed, partly, not-yet or no");
  const PracticeChange result = word_typed<PracticeChange>("result", in.given.words[1]);
  const auto found = find_record(in.journal(), in.at_hand(), in.given.words.front(), kind);
  refuse_flawed(found.file);
  const Date on = day_of_change(in);
  const Date given = *found.file.record.find("date")->as<Date>();
  if (on < given)
    throw Error(fmt::format("{} lies before it was given, {}", long_day(on), long_day(given)),
                "nothing was recorded");
  LookAgain look{.on = on, .result = result};
  look.note = nfc(trimmed(in.given.one("note").value_or("")));
  look.evidence = in.given.all("evidence");
  Table after = found.file.record;
  after.list("seen").push_back(Value{to_table(look)});
  if (const auto again = in.given.one("look-again"))
    after.set("look_again", Value{parse_date(*again, Looks::ahead, in.today())});
  check_references(in, in.seen(found.file.code), kind, after);
  Batch batch(in.journal());
  batch.change(found.file, after, in.letters());
  in.finish(batch, fmt::format("{}: feedback looked at", found.file.code),
            fmt::format("{} feedback of {}: {}", display_code(found.file.code), short_day(given),
                        word_of(result)),
            found.file.file.id, readers_of(after));
  const Value* look_again = after.find("look_again");
  if ((result == PracticeChange::not_yet || result == PracticeChange::partly) &&
      (!look_again || *look_again->as<Date>() <= on))
    in.note(fmt::format("coach: no day to look once more is set; coach set {} look_again=DAY",
                        found.file.file.id));
  return 0;
}

int run_feedback(Invocation& in) {
  const auto span = in.span_given();
  const auto tally = [&](const Seen& seen) {
    return feedback_tally(seen, in.today(), span.from, span.to);
  };
  FeedbackTally answer;
  if (in.given.words.empty()) {
    answer = caseload_feedback(
        in.of_each(in.journal().codes(), tally, wanting({kind_of<Feedback>.name})), in.today());
  } else {
    const std::string code = in.client();
    in.expect_no_more_words();
    answer = tally(in.seen(code));
  }
  in.show(
      answer, [&] { return feedback_page(answer); }, "rows");
  return 0;
}

}  // namespace

std::vector<Command> feedback_commands() {
  return {
      {"seen",
       "Record",
       "ID changed|partly|not-yet|no",
       "what was seen when one looked again",
       {"coach seen b7q1 changed --note \"asks before telling\"",
        "coach seen b7q1 not-yet --look-again \"in 2 weeks\""},
       [] {
         return std::vector<Option>{{"on", "DAY", "when; today"},
                                    {"note", "TEXT", "how one could tell"},
                                    {"evidence", "ID", "a record it rests on", true},
                                    {"look-again", "DAY", "when to look once more"}};
       },
       run_seen,
       true,
       false},
      {"feedback",
       "Look",
       "[CLIENT]",
       "feedback that changed practice, and what waits",
       {"coach feedback heron", "coach feedback --from 2026-08-01 --format csv --table by_focus"},
       [] {
         return std::vector<Option>{{"from", "DAY", "given from then on; a day or a period"},
                                    {"to", "DAY", "given up to then"}};
       },
       run_feedback,
       false,
       true},
  };
}

}  // namespace coach
