// coach cycle: rounds of a model that is gone through again and again. What was agreed before
// (look-fors, a prediction) stands once it is worked on; model/cycles.h says what stands.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "command/capture.h"
#include "command/from_templates.h"
#include "command/settled.h"

namespace coach {
namespace {

const Kind& cycle_kind() { return *find_kind(kind_of<Cycle>.name); }

/// A cycle with its engagement, found by its slug or a part of its title.
struct NamedCycle {
  FoundRecord found;
  Seen seen;
  const Filed<Cycle>* filed = nullptr;
  const Way* way = nullptr;

  const Cycle& cycle() const { return filed->record; }
};

NamedCycle cycle_meant(Invocation& in, std::string_view command) {
  if (in.given.words.empty())
    throw Misunderstood("which cycle?",
                        fmt::format("coach {} ID, its id or a part of its title", command));
  auto found = find_record(in.journal(), in.at_hand(), in.given.words.front(), cycle_kind());
  in.given.words.erase(in.given.words.begin());
  Seen seen = in.seen(found.file.code);
  NamedCycle named{std::move(found), std::move(seen)};
  refuse_flawed(named.found.file);
  // A shared screen hides the ids and keeps the order.
  LeftOut said_already;
  const auto place = [&](const Engagement& engagement) {
    const auto& all = engagement.all<Cycle>();
    return std::ranges::find(all, named.found.file.file.id, &Filed<Cycle>::id) - all.begin();
  };
  const auto at = in.given.has("discreet")
                      ? place(in.journal().load(named.found.file.code, said_already))
                      : place(*named.seen);
  named.filed = &named.seen->all<Cycle>().at(static_cast<std::size_t>(at));
  named.way = named.seen->way(named.cycle().model);
  if (!named.way || round_of(*named.way).empty())
    throw Error(named.way
                    ? fmt::format("{} is gone through once, and has no cycle", named.cycle().model)
                    : fmt::format("no model {} in models/", named.cycle().model),
                "coach model list shows those that are there");
  return named;
}

void mind_open(const NamedCycle& named) {
  if (named.cycle().closed)
    throw Error(
        fmt::format("{} was closed on {}", named.filed->id, long_day(*named.cycle().closed)),
        fmt::format("coach cycle start {} \"...\" --follows {} opens the next round",
                    named.seen->code, named.filed->id));
}

/// Fields that a change of a cycle does not take from options; and those of one's end, where what
/// is said of the round to come belongs to that.
const std::vector<std::string> not_of_a_change = {"title", "started"};
const std::vector<std::string> not_of_the_end = {"title", "started", "prediction", "look_fors"};

/// Options that fill the cycle's own texts; what they refer to must be there.
void fill(Invocation& in, const Seen& seen, Table& cycle,
          const std::vector<std::string>& except = not_of_a_change) {
  cycle = with_options(cycle_kind(), std::move(cycle), in, except);
  check_references(in, seen, cycle_kind(), cycle, {"model", "step", "steps", "data"});
}

/// What the steps that were come to expected, and is not there: a word, no more.
void say_missing(Invocation& in, const std::vector<std::string>& lacks) {
  if (!lacks.empty())
    in.note(fmt::format("coach: not recorded of what it expects: {}", listed(lacks)));
}

void reach(Table& cycle, const WayStep& step, Date on, const std::string& notes) {
  cycle.set("step", Value{step.key});
  Table entry;
  entry.set("step", Value{step.key});
  entry.set("on", Value{on});
  if (!notes.empty()) entry.set("notes", Value{nfc(trimmed(notes))});
  cycle.list("steps").push_back(Value{std::move(entry)});
}

/// Names of models that are gone through again and again.
std::vector<std::string> round_models(const Journal& journal) {
  std::vector<std::string> names;
  for (const auto& name : ways_to_take(&journal)) try {
      if (!round_of(*way_there(&journal, name)).empty()) names.push_back(name);
    } catch (const Error&) {
      continue;  // one that cannot be read is none to choose; check says why
    }
  return names;
}

/// The model of a new cycle: as given, of the cycle that it follows, of the engagement.
std::pair<std::string, std::shared_ptr<const Way>> model_of_new(Invocation& in, const Seen& seen,
                                                                const Filed<Cycle>* follows,
                                                                Batch& batch) {
  const Facts& facts = seen->only<Facts>();
  const std::string name =
      in.given.one("model").value_or(follows ? follows->record.model : facts.model);
  auto way = take_way(in.journal(), name, batch);
  if (round_of(*way).empty())
    throw Error(fmt::format("{} is gone through once, and has no cycle", name),
                fmt::format("--model, one of {}", listed(round_models(in.journal()), "or")));
  if (way->regime != facts.regime)
    throw Error(fmt::format("{} is {}, {} is {}: nothing crosses from one to the other", name,
                            word_of(way->regime), seen->code, word_of(facts.regime)),
                "an engagement of its own has its own regime; nothing was recorded");
  return {name, way};
}

/// The cycle that a new one follows, of the same engagement.
const Filed<Cycle>* followed(Invocation& in, const Seen& seen) {
  const auto typed = in.given.one("follows");
  if (!typed) return nullptr;
  const auto found = find_record(in.journal(), seen->code, *typed, cycle_kind());
  if (found.file.code != seen->code)
    throw Error(fmt::format("{} is a cycle of {}", found.file.file.id, found.file.code),
                fmt::format("one of {} follows only one of {}; nothing was recorded", seen->code,
                            seen->code));
  const auto& all = seen->all<Cycle>();
  const auto* before = &*std::ranges::find(all, found.file.file.id, &Filed<Cycle>::id);
  if (!before->record.closed)
    throw Error(fmt::format("{} is still open", before->id),
                fmt::format("coach cycle close {} --next \"...\" closes it and opens the next",
                            before->id));
  for (const auto& other : all)
    if (other.record.follows == before->id)
      throw Error(fmt::format("{} follows {} already", other.id, before->id),
                  "a round has one that follows it; nothing was recorded");
  return before;
}

/// A new cycle as a table, at its first step. `before` gives the round and the look-fors.
Table begun(Invocation& in, const std::string& title, const std::string& model, const Way& way,
            Date on, const Filed<Cycle>* before) {
  Table cycle;
  cycle.set("title", Value{nfc(trimmed(title))});
  cycle.set("model", Value{model});
  cycle.set("started", Value{on});
  if (before) {
    cycle.set("round", Value{std::int64_t{before->record.round} + 1});
    cycle.set("follows", Value{before->id});
    const auto& common = before->record.common;
    if (!in.given.has("look-for") && !before->record.look_fors.empty())
      cycle.set("look_fors", to_value(before->record.look_fors));
    for (const auto& [key, list] :
         {std::pair("goals", &common.goals), std::pair("activities", &common.activities),
          std::pair("elements", &common.elements)})
      if (!list->empty()) cycle.set(key, to_value(*list));
  }
  reach(cycle, round_of(way).front(), on, in.given.one("notes").value_or(""));
  return cycle;
}

void say_carried(Invocation& in, const Filed<Cycle>* before) {
  if (before && !in.given.has("look-for") && !before->record.look_fors.empty())
    in.note(fmt::format("coach: its look-fors are those of {} until data are gathered: {}",
                        before->id, fmt::join(before->record.look_fors, "; ")));
}

int run_start(Invocation& in) {
  const std::string code = in.client(1);
  if (in.given.words.empty() && in.may_ask())
    if (const auto title = ask(in, "What is it about, in a few words"))
      in.given.words.push_back(*title);
  if (in.given.words.size() != 1 || trimmed(in.given.words.front()).empty())
    throw Misunderstood(
        in.given.words.size() > 1 ? "one title, in quotes" : "a cycle needs a title",
        fmt::format("coach cycle start {} \"Who talks in group work\"", code));
  const Seen seen = in.seen(code);
  mind_name_in_title(in, seen, in.given.words.front());
  const Date on = day_of_change(in);
  Batch batch(in.journal());
  const auto* before = followed(in, seen);
  const auto [model, way] = model_of_new(in, seen, before, batch);
  Table cycle = begun(in, in.given.words.front(), model, *way, on, before);
  fill(in, seen, cycle);
  const std::string id = batch.add(cycle_kind(), code, cycle, in.letters());
  in.finish(
      batch, fmt::format("{}: cycle begun", code),
      fmt::format("{} cycle, at {}", display_code(code), step_title(*way, round_of(*way).front())),
      id, readers_of(cycle));
  say_carried(in, before);
  return 0;
}

Date day_since_it_began(Invocation& in, const Cycle& cycle) {
  const Date on = day_of_change(in);
  if (on < cycle.started)
    throw Error(fmt::format("{} lies before it began, {}", long_day(on), long_day(cycle.started)),
                "nothing was recorded");
  return on;
}

int run_data(Invocation& in) {
  const auto named = cycle_meant(in, "cycle data");
  mind_open(named);
  const Cycle& cycle = named.cycle();
  if (cycle.look_fors.empty())
    throw Error(
        fmt::format("no look-for was agreed for {}", named.filed->id),
        fmt::format("coach set {} look_fors=\"...\" before data are gathered", named.filed->id));
  std::string list;
  for (std::size_t i = 0; i < cycle.look_fors.size(); ++i)
    list += fmt::format("{}{} {}", i ? "\n" : "", i + 1, cycle.look_fors[i]);
  std::string typed;
  if (!in.given.words.empty() && in.given.words.front() != "-") {
    typed = in.given.words.front();
    in.given.words.erase(in.given.words.begin());
  } else if (cycle.look_fors.size() == 1) {
    typed = "1";
  } else if (in.may_ask()) {
    in.note(list);
    typed = ask(in, "Of which look-for").value_or("");
  }
  if (typed.empty()) throw Misunderstood("of which look-for?", list);
  const auto look_for = typed_look_for(cycle, typed);
  if (!look_for)
    throw Error(fmt::format("\"{}\" is none of the look-fors that were agreed", typed), list);
  const std::string draft = fmt::format("{}-{}-data.txt", named.seen->code, named.filed->id);
  const auto text =
      text_given(in, "seen", draft, fmt::format("What was seen and heard of: {}", *look_for));
  if (!text || text->empty()) return in.note("Nothing was recorded."), 0;
  with_text_kept(in, {.name = draft, .text = [&] { return *text; }}, [&] {
    in.expect_no_more_words();
    const Date on = day_since_it_began(in, cycle);
    Table after = named.found.file.record;
    List& data = after.list("data");
    data.push_back(Value{
        to_table(CycleData{.step = cycle.step, .on = on, .look_for = *look_for, .seen = *text})});
    Batch batch(in.journal());
    batch.change(named.found.file, after, in.letters());
    in.finish(batch, fmt::format("{}: cycle data of {}", named.seen->code, iso(on)),
              fmt::format("{} cycle, {} of what was seen", display_code(named.seen->code),
                          counted(data.size(), "entry", "entries")),
              named.filed->id, readers_of(after));
  });
  return 0;
}

/// "next", or a step by its number, key or title, ahead of the present one or before it.
const WayStep& step_meant(const NamedCycle& named, const std::string& typed) {
  const auto round = round_of(*named.way);
  const auto at = std::ranges::find(round, named.cycle().step, &WayStep::key);
  const WayStep* here = at == round.end() ? nullptr : &*at;
  if (typed.empty() || typed == "next") {
    if (here == &round.back())
      throw Error(
          fmt::format("{} is the last step", step_title(*named.way, *here)),
          fmt::format("coach cycle close {} --next \"...\" closes it and opens the next round",
                      named.filed->id));
    return here ? *(here + 1) : round.front();
  }
  // By a number the round's own place is meant.
  const WayStep* step = nullptr;
  for (std::size_t i = 0; i < round.size(); ++i)
    if (std::to_string(i + 1) == typed) step = &round[i];
  if (!step) step = typed_step(*named.way, typed);
  const bool in_round = step && step >= round.data() && step < round.data() + round.size();
  if (in_round) return *step;
  throw no_such_step(named.cycle().model, round, typed);
}

/// What was to be written before a step is left stands from then on.
void lock_what_stands(Invocation& in, const NamedCycle& named, const WayStep& to, Date on,
                      Table& cycle) {
  const WayStep* predicts = step_expecting(*named.way, "prediction");
  if (!predicts || cycle.find("locked") || &to <= predicts) return;
  if (!cycle.find("prediction")) {
    if (in.may_ask())
      if (const auto typed = ask(in, "What do you predict will happen"); typed && !typed->empty())
        cycle.set("prediction", Value{nfc(*typed)});
    if (!cycle.find("prediction") && !in.given.has("yes"))
      throw Error(fmt::format("{} expects a prediction, written before it is left",
                              step_title(*named.way, *predicts)),
                  "--prediction \"...\", or --yes to go on without one");
  }
  cycle.set("locked", Value{on});
}

/// More about the step where the cycle stands: notes behind those that are there, a prediction, a
/// result.
int add_to_step(Invocation& in, const NamedCycle& named, const WayStep& step) {
  const auto notes = in.given.one("notes");
  if (!notes && !any_option(cycle_kind(), in, not_of_a_change))
    throw Error(
        fmt::format("{} stands at {} already", named.filed->id, step_title(*named.way, step)),
        "--notes adds to what it says; nothing was recorded");
  Table after = named.found.file.record;
  fill(in, named.seen, after);
  mind_what_is_settled(in, cycle_kind(), named.found.file.record, after);
  Value* steps = after.find("steps");
  if (notes && steps && !steps->as<List>()->empty()) {
    Table& entry = *steps->as<List>()->back().as<Table>();
    const Value* before = entry.find("notes");
    entry.set("notes", Value{(before ? *before->as<std::string>() + "\n" : std::string()) +
                             nfc(trimmed(*notes))});
  }
  Batch batch(in.journal());
  batch.change(named.found.file, after, in.letters());
  in.finish(batch, fmt::format("{}: cycle at {}", named.seen->code, step.key),
            fmt::format("{} cycle, more about {}", display_code(named.seen->code),
                        step_title(*named.way, step)),
            named.filed->id, readers_of(after));
  return 0;
}

int run_step(Invocation& in) {
  const auto named = cycle_meant(in, "cycle step");
  mind_open(named);
  const std::string typed = in.given.words.empty() ? "" : in.given.words.front();
  if (!typed.empty()) in.given.words.erase(in.given.words.begin());
  in.expect_no_more_words();
  const WayStep& step = step_meant(named, typed);
  if (step.key == named.cycle().step) return add_to_step(in, named, step);
  const Date on = day_of_change(in);
  if (!named.cycle().steps.empty() && on < named.cycle().steps.back().on)
    throw Error(fmt::format("{} lies before {}, when it came to {}", long_day(on),
                            long_day(named.cycle().steps.back().on), named.cycle().step),
                "the steps stay in order; nothing was recorded");
  Table after = named.found.file.record;
  fill(in, named.seen, after);
  lock_what_stands(in, named, step, on, after);
  mind_what_is_settled(in, cycle_kind(), named.found.file.record, after);
  reach(after, step, on, in.given.one("notes").value_or(""));
  Batch batch(in.journal());
  batch.change(named.found.file, after, in.letters());
  in.finish(batch, fmt::format("{}: cycle at {}", named.seen->code, step.key),
            fmt::format("{} cycle is at {} from {}", display_code(named.seen->code),
                        step_title(*named.way, step), short_day(on)),
            named.filed->id, readers_of(after));
  return 0;
}

/// Of a round that follows only what was to be agreed before is said when it is opened.
const std::vector<std::string> not_of_the_next = {"title", "started", "result", "decision",
                                                  "check_on"};

Filed<Cycle> closed_now(const Filed<Cycle>& filed, const Table& after) {
  Filed<Cycle> now{filed.id, {}};
  Flaws unused;
  from_table(after, {}, now.record, unused);
  return now;
}

int run_close(Invocation& in) {
  const auto named = cycle_meant(in, "cycle close");
  mind_open(named);
  in.expect_no_more_words();
  if (!in.given.has("next"))
    for (const char* of_next : {"prediction", "look-for", "notes"})
      if (in.given.has(of_next))
        throw Misunderstood(fmt::format("--{} belongs to the round that follows", of_next),
                            "--next \"...\" opens it; nothing was recorded");
  const Date on = day_of_change(in);
  const Date last =
      named.cycle().steps.empty() ? named.cycle().started : named.cycle().steps.back().on;
  if (on < last)
    throw Error(
        fmt::format("{} lies before {}, the day of its last step", long_day(on), long_day(last)),
        "nothing was recorded");
  Table after = named.found.file.record;
  fill(in, named.seen, after, not_of_the_end);
  mind_what_is_settled(in, cycle_kind(), named.found.file.record, after);
  if (step_expecting(*named.way, "decision") && !after.find("decision")) {
    const auto typed = ask(in, "Adopt, adapt or drop");
    if (!typed || typed->empty())
      throw Misunderstood("--decision is missing", "one of adopt, adapt or drop");
    after.set("decision", Value{std::string(word_of(word_typed<Decision>("decision", *typed)))});
  }
  after.set("closed", Value{on});
  if (after.find("prediction") && !after.find("locked")) after.set("locked", Value{on});
  Batch batch(in.journal());
  batch.change(named.found.file, after, in.letters());
  std::string id = named.filed->id, what = "cycle closed:";
  if (const auto title = in.given.one("next")) {
    if (trimmed(*title).empty()) throw Misunderstood("the next round needs a title");
    mind_name_in_title(in, named.seen, *title);
    Table next = begun(in, *title, named.cycle().model, *named.way, on, named.filed);
    next = with_options(cycle_kind(), std::move(next), in, not_of_the_next);
    id = batch.add(cycle_kind(), named.seen->code, next, in.letters());
    what =
        fmt::format("cycle closed: {}; opened round {}:", named.filed->id, named.cycle().round + 1);
  }
  in.finish(batch, fmt::format("{}: cycle closed", named.seen->code),
            fmt::format("{} {}", display_code(named.seen->code), what), id, "");
  const auto row = cycle_row(named.seen, closed_now(*named.filed, after), in.today());
  if (!row.to_come.empty()) in.note(fmt::format("coach: closed without {}", listed(row.to_come)));
  say_missing(in, row.lacks);
  if (in.given.has("next")) say_carried(in, named.filed);
  return 0;
}

int run_check(Invocation& in) {
  const auto named = cycle_meant(in, "cycle check");
  if (in.given.words.size() != 1)
    throw Misunderstood("did the gain hold?",
                        fmt::format("coach cycle check {} held|partly|lost", named.filed->id));
  const Held held = word_typed<Held>("answer", in.given.words.front());
  const WayStep* here = find_step(*named.way, named.cycle().step);
  if (!named.cycle().closed && !(here && expects(*here, kind_of<Cycle>.name, "checks")))
    throw Error(
        fmt::format("{} is still open: there is no gain to look after yet", named.filed->id),
        fmt::format("coach cycle close {} ends it; nothing was recorded", named.filed->id));
  const Date on = day_since_it_began(in, named.cycle());
  Table after = named.found.file.record;
  after.list("checks").push_back(Value{to_table(CycleCheck{
      .on = on, .held = held, .note = nfc(trimmed(in.given.one("note").value_or("")))})});
  if (const auto again = in.given.one("again"))
    after.set("check_on", Value{parse_date(*again, Looks::ahead, in.today())});
  Batch batch(in.journal());
  batch.change(named.found.file, after, in.letters());
  in.finish(batch, fmt::format("{}: cycle checked", named.seen->code),
            fmt::format("{} cycle, the gain: {}", display_code(named.seen->code), word_of(held)),
            named.filed->id, readers_of(after));
  return 0;
}

int run_list(Invocation& in) {
  const bool one = !in.given.words.empty();
  const auto codes = one ? std::vector<std::string>{in.client()} : in.journal().codes();
  in.expect_no_more_words();
  // Whole engagements: what a step expects may be any record.
  std::vector<CycleRow> rows;
  for (auto& of_one :
       in.of_each(codes, [&](const Seen& seen) { return cycle_rows(seen, in.today()); }))
    for (auto& row : of_one)
      if (!in.given.has("open") || !row.closed) rows.push_back(std::move(row));
  const auto answer = cycle_list(std::move(rows), in.today());
  in.show(
      answer, [&] { return cycles_page(answer, in.given.has("open")); }, "rows");
  return 0;
}

int run_show(Invocation& in) {
  const auto named = cycle_meant(in, "cycle show");
  in.expect_no_more_words();
  const auto answer = cycle_standing(named.seen, *named.filed, in.today());
  in.show(
      answer, [&] { return cycle_page(answer); }, "data");
  return 0;
}

std::vector<Option> with_day(std::vector<Option> options) {
  options.push_back({"on", "DAY", "when; today"});
  return options;
}

}  // namespace

std::vector<Command> cycle_commands() {
  return {
      {"cycle start",
       "Cycle",
       "[CLIENT] TITLE",
       "begin a round: what it is about, and its look-fors",
       {"coach cycle start heron \"Who talks in group work\" --model before-during-after "
        "--look-for "
        "\"who speaks, and how long\"",
        "coach cycle start heron \"Exit slips\" --model pdsa --prediction \"half will answer\""},
       [] {
         auto options =
             options_of(cycle_kind(), {"title", "started", "decision", "result", "check_on"});
         options.push_back({"model", "MODEL", "whose steps; the engagement's"});
         options.push_back({"follows", "CYCLE", "the closed cycle before this one"});
         options.push_back({"notes", "TEXT", "of the first step"});
         return with_day(std::move(options));
       },
       run_start,
       true,
       false},
      {"cycle data",
       "Cycle",
       "CYCLE LOOK-FOR [-]",
       "what was seen of one look-for",
       {"coach cycle data who-talks 1 --seen \"T: 11 min; S: 3 min\"",
        "coach cycle data who-talks \"who speaks\" - < notes.txt"},
       [] {
         return with_day({{"seen", "TEXT", "what was seen and heard", false, "m"}});
       },
       run_data,
       true,
       false},
      {"cycle step",
       "Cycle",
       "CYCLE [STEP]",
       "come to the next step, or to this one",
       {"coach cycle step who-talks", "coach cycle step exit-slips study --result \"a third did\""},
       [] {
         auto options = options_of(cycle_kind(), {"title", "started"});
         options.push_back({"notes", "TEXT", "what was said and done at the step come to"});
         return with_day(std::move(options));
       },
       run_step,
       true,
       false},
      {"cycle close",
       "Cycle",
       "CYCLE",
       "end a round; --next opens the one that follows",
       {"coach cycle close exit-slips --decision adapt --next \"Exit slips, read aloud\"",
        "coach cycle close who-talks --check-on \"in 8 weeks\""},
       [] {
         auto options = options_of(cycle_kind(), {"title", "started"});
         options.push_back(
             {"next", "TITLE", "the round that follows; --look-for and --prediction are its own"});
         options.push_back({"notes", "TEXT", "of the next round's first step"});
         return with_day(std::move(options));
       },
       run_close,
       true,
       false},
      {"cycle check",
       "Cycle",
       "CYCLE held|partly|lost",
       "whether the gain is still there",
       {"coach cycle check exit-slips held",
        "coach cycle check exit-slips lost --note \"back to 4 of 20\""},
       [] {
         return with_day(
             {{"note", "TEXT", "how one could tell"}, {"again", "DAY", "when to look once more"}});
       },
       run_check,
       true,
       false},
      {"cycle list",
       "Cycle",
       "[CLIENT]",
       "rounds, open ones first; --open: what was never ended",
       {"coach cycle list --open", "coach cycle list heron"},
       [] {
         return std::vector<Option>{{"open", "", "only those that are open"}};
       },
       run_list,
       false,
       true},
      {"cycle show",
       "Cycle",
       "CYCLE",
       "a round: steps, look-fors, prediction and result",
       {"coach cycle show who-talks", "coach cycle show exit-slips --format md"},
       [] { return std::vector<Option>{}; },
       run_show,
       false,
       true},
  };
}

}  // namespace coach
