// What is known and where it stands: the evidence map, all ratings, and looking for words.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "command/invocation.h"
#include "command/progress_line.h"
#include "command/rubric_words.h"
#include "journal/search.h"

namespace coach {
namespace {

int run_evidence(Invocation& in) {
  const std::string code = in.client();
  in.expect_no_more_words();
  const auto answer = evidence_map(in.seen(code), in.today());
  in.show(
      answer, [&] { return evidence_page(answer); }, "rows");
  return 0;
}

int run_history(Invocation& in) {
  const std::string code = in.client(1);
  const Seen seen = in.seen(code);
  std::string element;
  if (!in.given.words.empty()) {
    RubricWords reading(seen);
    if (const Element* found = reading.element(in.given.words.front())) element = found->key;
    reading.end();
    in.given.words.erase(in.given.words.begin());
  }
  in.expect_no_more_words();
  const auto answer = rating_history(seen, element);
  in.show(
      answer, [&] { return rating_history_page(answer, !element.empty()); }, "ratings");
  return 0;
}

int run_search(Invocation& in) {
  SearchFor wanted{.words = in.given.words, .codes = {}, .kinds = {}, .from = {}, .to = {}};
  std::erase_if(wanted.words, [](const std::string& word) { return trimmed(word).empty(); });
  if (wanted.words.empty())
    throw Misunderstood("which words?", "coach search \"opening line\" --client heron");
  if (const auto client = in.given.one("client"))
    wanted.codes = {find_client(in.journal(), *client)};
  else
    wanted.codes = in.journal().codes();
  for (const auto& typed : in.given.all("kind")) {
    const Kind* kind = find_kind(typed);
    std::vector<std::string> known;
    for (const auto& one : all_kinds())
      if (one.info.naming != Naming::journal) known.emplace_back(one.info.name);
    if (!kind || kind->info.naming == Naming::journal)
      throw no_word("kind of record", typed, known);
    wanted.kinds.emplace_back(kind->info.name);
  }
  if (const auto from = in.given.one("from")) wanted.from = parse_period(*from, in.today()).first;
  if (const auto to = in.given.one("to")) wanted.to = parse_period(*to, in.today()).last;
  LeftOut left_out;
  auto answer = with_progress(
      in.around().err_terminal, "Searching engagements",
      [&](const Watch& watch) { return search(in.journal(), wanted, left_out, watch); });
  in.say_left_out(left_out);
  if (in.given.has("discreet"))
    for (auto& hit : answer.hits) hit.line = unshown;
  std::set<std::string> asked;
  for (const auto& hit : answer.hits)
    if (asked.insert(hit.client).second)
      in.remember_regime(hit.client, in.journal().facts_of(hit.client).regime);
  in.show(
      answer, [&] { return search_page(answer); }, "hits");
  return 0;
}

}  // namespace

std::vector<Command> evidence_commands() {
  return {
      {"evidence",
       "Look",
       "[CLIENT]",
       "what there is for each goal, element and indicator, and what is not",
       {"coach evidence heron", "coach evidence heron --format csv"},
       [] { return std::vector<Option>{}; },
       run_evidence,
       false,
       true},
      {"rubric history",
       "Rubric",
       "[CLIENT] [ELEMENT]",
       "all ratings, with their reasons",
       {"coach rubric history heron", "coach rubric history heron hard-conversations"},
       [] { return std::vector<Option>{}; },
       run_history,
       false,
       true},
      {"search",
       "Look",
       "WORDS...",
       "every record that holds these words",
       {"coach search \"opening line\"", "coach search feedback T04 --client heron --from nov"},
       [] {
         return std::vector<Option>{{"client", "CLIENT", "only this engagement"},
                                    {"kind", "KIND", "session, observation, goal ...", true},
                                    {"from", "DAY", "a day or a period: nov, 2026-11"},
                                    {"to", "DAY", "a day or a period"}};
       },
       run_search,
       false,
       true},
  };
}

}  // namespace coach
