// coach phase: where an engagement stands in its model, and moving it on.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "command/capture.h"

namespace coach {
namespace {

/// "next", or a step by its number, key or title. Throws Error or Misunderstood.
const WayStep& step_meant(const Way& way, const Facts& facts, const std::string& typed) {
  if (typed == "next" && !find_step(way, typed)) {
    const WayStep* here = find_step(way, facts.phase);
    const WayStep* next = here ? step_after(way, *here) : &way.steps.front();
    if (!next)
      throw Error(fmt::format("{} is the last step", step_title(way, *here)),
                  "coach set CODE/engagement status=ended ends an engagement");
    return *next;
  }
  if (const WayStep* step = typed_step(way, typed)) return *step;
  throw no_such_step(facts.model, way.steps, typed);
}

Date day_of_move(Invocation& in, const Facts& facts) {
  const Date on = day_of_change(in);
  for (const auto& change : facts.history)
    if (!change.phase.empty() && change.on > on)
      throw Error(fmt::format("{} lies before {}, when it came to {}", long_day(on),
                              long_day(change.on), change.phase),
                  "the history stays in order; nothing was changed");
  return on;
}

int move_on(Invocation& in, const Seen& seen, const std::string& typed) {
  const Facts& facts = seen->only<Facts>();
  const Way& way = way_of(seen);
  if (is_all_round(way))
    throw Error(fmt::format("{} works in cycles, and each has its own step", seen->code),
                fmt::format("coach cycle step ID moves one on; coach cycle list {} shows them",
                            seen->code));
  const WayStep& step = step_meant(way, facts, typed);
  if (step.key == facts.phase)
    return in.out(visible_line(fmt::format("{} is at {} already", display_code(seen->code),
                                           step_title(way, step)))),
           0;
  const Date on = day_of_move(in, facts);
  const auto found = find_record(in.journal(), seen->code, "engagement", *find_kind("engagement"));
  refuse_flawed(found.file);
  Table after = found.file.record;
  after.set("phase", Value{step.key});
  note_in_history(after, "phase", Value{step.key}, on, in.given.one("note").value_or(""));
  Batch batch(in.journal());
  batch.change(found.file, after, in.letters());
  in.finish(batch, fmt::format("{}: phase {} from {}", seen->code, step.key, iso(on)),
            fmt::format("{} has come to {} on {}:", display_code(seen->code), step_title(way, step),
                        short_day(on)),
            step.key, "");
  return 0;
}

int run_phase(Invocation& in) {
  const std::string code = in.client(1);
  const Seen seen = in.seen(code);
  if (!in.given.words.empty()) {
    const std::string typed = fmt::format("{}", fmt::join(in.given.words, " "));
    return move_on(in, seen, typed);
  }
  if (in.given.has("on") || in.given.has("note"))
    throw Misunderstood("to which step?", fmt::format("coach phase {} next --on fri", code));
  const auto answer = phase_standing(seen, in.today());
  in.show(
      answer, [&] { return phase_page(answer); }, "steps");
  return 0;
}

}  // namespace

std::vector<Command> phase_commands() {
  return {
      {"phase",
       "Plan",
       "[CLIENT] [STEP|next]",
       "where the work stands in its model, and moving it on",
       {"coach phase heron", "coach phase heron next --on mon"},
       [] {
         return std::vector<Option>{{"on", "DAY", "when the step was reached; today"},
                                    {"note", "TEXT", "a word on it, dated into the history"}};
       },
       run_phase,
       true,
       true},
  };
}

}  // namespace coach
