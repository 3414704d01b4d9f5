// coach hours: time held against what was agreed, by one thing or another, and as the log of a
// credential. Each minute is counted once.
#include <fmt/format.h>

#include "base/text.h"
#include "command/capture.h"

namespace coach {
namespace {

/// What holds time, and who pays for it.
const Wanted& time_and_terms() {
  static const Wanted wanted =
      wanting({kind_of<Client>.name, kind_of<Agreement>.name, kind_of<Session>.name,
               kind_of<Observation>.name, kind_of<Conversation>.name});
  return wanted;
}

/// Answers `ask` of one client, named or not, or of the caseload.
template <class Ask>
auto of_those_meant(Invocation& in, const std::string& code, Ask ask) {
  return in.of_each(code.empty() ? in.journal().codes() : std::vector{code}, ask, time_and_terms());
}

int run_log(Invocation& in, const std::string& code) {
  const CoachFacts& coach = in.journal().facts().coach;
  if (!coach.training_started)
    throw Error("coach.toml does not say when training started; hours count from there",
                "training_started = 2024-09-01, below [coach]");
  const LogRule rule{*coach.training_started, coach.group_limit.value_or(usual_group_limit)};
  const auto answer = hours_log(
      of_those_meant(in, code, [&](const Seen& seen) { return log_part(seen, rule, in.today()); }),
      rule, in.today());
  in.show(
      answer, [&] { return hours_log_page(answer, in.given.has("trace")); },
      in.given.has("trace") ? "sessions" : "log");
  return 0;
}

int run_counted(Invocation& in, const std::string& code) {
  const HoursBy by = word_typed<HoursBy>(
      "way to count", in.given.one("by").value_or(code.empty() ? "client" : "month"));
  const auto span = in.span_given();
  std::optional<Date> from = span.from;
  const std::optional<Date> to = span.to;
  if (in.given.has("month")) {
    if (from || to) throw Misunderstood("--month, or --from and --to", "--from nov --to nov");
    from = in.today().year() / in.today().month() / 1;
  }
  std::vector<HeldRow> held;
  for (auto& part : of_those_meant(
           in, code, [&](const Seen& seen) { return held_rows(seen, by, from, to, in.today()); }))
    std::ranges::move(part, std::back_inserter(held));
  auto answer = hours_counted(std::move(held), by);
  answer.client = code;
  answer.today = in.today();
  answer.from = from;
  answer.to = to;
  in.show(
      answer, [&] { return hours_counted_page(answer, in.given.has("trace")); },
      in.given.has("trace") ? "held" : "rows");
  return 0;
}

int run_caseload(Invocation& in) {
  const Date from = in.school_year_from();
  const auto answer = caseload_hours(
      in.of_each(
          in.journal().codes(), [&](const Seen& seen) { return hours_row(seen, from, in.today()); },
          time_and_terms()),
      from, in.today());
  in.show(
      answer, [&] { return caseload_hours_page(answer); }, "rows");
  return 0;
}

int run_hours(Invocation& in) {
  const std::string code = in.given.words.empty() ? "" : in.client();
  in.expect_no_more_words();
  if (in.given.has("icf")) {
    for (const char* other : {"by", "month", "from", "to"})
      if (in.given.has(other))
        throw Misunderstood(fmt::format("--icf and --{} do not go together", other),
                            "the log counts all since training started");
    return run_log(in, code);
  }
  for (const char* counts : {"by", "month", "from", "to", "trace"})
    if (in.given.has(counts)) return run_counted(in, code);
  if (code.empty()) return run_caseload(in);
  const auto answer = dosage(in.seen(code), in.today());
  in.show(
      answer, [&] { return dosage_page(answer); }, "rows");
  return 0;
}

}  // namespace

std::vector<Command> hours_commands() {
  return {
      {"hours",
       "Look",
       "[CLIENT]",
       "time held, against what was agreed, by kind, fund or goal, for a credential",
       {"coach hours heron", "coach hours --by fund --from 2026-08-01 --trace",
        "coach hours --icf --format csv > log.csv"},
       [] {
         return std::vector<Option>{
             {"by", "WORD", "kind, mode, goal, fund, client or month"},
             {"month", "", "this month alone"},
             {"from", "DAY", "a day or a period: nov, 2026-11"},
             {"to", "DAY", "a day or a period"},
             {"trace", "", "the meetings and visits behind every number"},
             {"icf", "", "the hours log of a credential, and what is missing for it"}};
       },
       run_hours,
       false,
       true},
  };
}

}  // namespace coach
