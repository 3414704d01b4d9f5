// The work plan: vision, theory of action, goals and activities, shown or set.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "command/capture.h"
#include "command/rubric_words.h"
#include "model/rules.h"

namespace coach {
namespace {

Fact fact(std::string label, const std::string& text) {
  Fact made{.label = std::move(label)};
  for (auto& line : lines_of(text)) made.lines.push_back(plain(line));
  return made;
}

std::optional<FoundFile> present(const Journal& journal, const Kind& kind,
                                 const std::string& code) {
  for (const auto& file : files_of(journal.folder(), code).records)
    if (file.kind->info.name == kind.info.name) return file;
  return {};
}

/// Sets a record that there is one of: edited where it is, else made.
void set_only(Invocation& in, const Kind& kind, const std::string& code,
              const std::function<std::optional<Table>(Table)>& fill) {
  Batch batch(in.journal());
  const auto file = present(in.journal(), kind, code);
  std::optional<RecordFile> before;
  if (file) before = in.journal().read(*file, code);
  auto after = fill(before ? before->record : Table{});
  if (!after) return in.note("Nothing was recorded.");
  check_references(in, in.seen(code), kind, *after);
  if (before)
    batch.change(*before, *after, in.letters());
  else
    batch.add(kind, code, *after, in.letters());
  in.finish(batch, fmt::format("{}: {}", code, kind.info.name),
            fmt::format("{} {}", display_code(code), kind.info.name), std::string(kind.info.name),
            readers_of(*after));
  if (!in.draft.empty()) forget_draft(in.draft, in);
}

int run_vision(Invocation& in) {
  const Kind& kind = *find_kind("vision");
  const std::string code = in.client(1);
  if (any_option(kind, in) || !in.given.words.empty()) {
    set_only(in, kind, code, [&](Table record) {
      if (!record.find("written")) record.set("written", Value{in.today()});
      return captured(kind, code, std::move(record), in);
    });
    return 0;
  }
  const Seen seen = in.seen(code);
  const Vision& vision = seen->only<Vision>();
  if (vision == Vision{}) {
    if (in.may_ask() && in.format() == Format::table) {
      set_only(in, kind, code,
               [&](Table record) { return captured(kind, code, std::move(record), in); });
      return 0;
    }
    if (in.format() == Format::table)
      return in.out(fmt::format(
                 "No vision yet.  coach vision {} --statement \"...\"   where she wants to go",
                 code)),
             0;
  }
  in.show(
      vision,
      [&] {
        Page page{{Heading{.text = dotted({display_code(code), "vision"})}, Gap{}}};
        if (vision.written) page.blocks.push_back(fact("Written", long_day(*vision.written)));
        page.blocks.push_back(fact("Vision", vision.statement));
        if (!vision.brings.empty()) page.blocks.push_back(fact("Brings", vision.brings));
        if (!vision.reality.empty()) page.blocks.push_back(fact("Now", vision.reality));
        return page;
      },
      "");
  return 0;
}

/// One call of `theory` with options makes one statement.
Table theory_statement(Invocation& in) {
  TheoryStatement made;
  made.when = in.given.all("if");
  made.then = in.given.all("then");
  made.so_that = in.given.all("so-that");
  made.because = in.given.one("because").value_or("");
  made.goals = in.given.all("goal");
  return to_table(made);
}

int run_theory_check(Invocation& in, const std::string& code) {
  in.expect_no_more_words();
  for (const char* other : {"if", "then", "so-that", "because"})
    if (in.given.has(other))
      throw Misunderstood(fmt::format("--check and --{} do not go together", other),
                          fmt::format("coach theory {} --check looks it over", code));
  const auto answer = theory_check(in.seen(code), in.today());
  if (answer.links.empty() && in.format() == Format::table)
    return in.out(fmt::format("No theory of action yet.  coach theory {} --if \"...\" --then "
                              "\"...\" --so-that \"...\"",
                              code)),
           0;
  in.show(
      answer, [&] { return theory_check_page(answer); }, "links");
  return 0;
}

int run_theory(Invocation& in) {
  const Kind& kind = *find_kind("theory");
  const std::string code = in.client(1);
  if (in.given.has("check")) return run_theory_check(in, code);
  const bool options = in.given.has("if") || in.given.has("then") || in.given.has("so-that") ||
                       in.given.has("because");
  if (options) {
    set_only(in, kind, code, [&](Table record) {
      record.list("statement").push_back(Value{theory_statement(in)});
      if (const auto share = in.given.one("share"))
        record.set("visibility",
                   typed_value(*find(*kind.description, "visibility"), *share, in.typing()));
      return std::optional(record);
    });
    return 0;
  }
  if (!in.given.words.empty()) {
    set_only(in, kind, code,
             [&](Table record) { return captured(kind, code, std::move(record), in); });
    return 0;
  }
  const Seen seen = in.seen(code);
  const Theory& theory = seen->only<Theory>();
  if (theory.statement.empty() && in.format() == Format::table)
    return in.out(fmt::format("No theory of action yet.  coach theory {} --if \"...\" --then "
                              "\"...\" --so-that \"...\"",
                              code)),
           0;
  in.show(
      theory,
      [&] {
        Page page{{Heading{.text = dotted({display_code(code), "theory of action"})}}};
        for (const auto& statement : theory.statement) {
          page.blocks.push_back(Gap{});
          const auto add = [&](std::string label, const std::vector<std::string>& texts) {
            Fact made{.label = std::move(label)};
            for (const auto& text : texts) made.lines.push_back(plain(text));
            if (texts.empty()) made.lines.push_back(toned("missing", Tone::warn));
            page.blocks.push_back(std::move(made));
          };
          add("If", statement.when);
          add("then", statement.then);
          add("so that", statement.so_that);
          if (!statement.because.empty()) add("because", {statement.because});
        }
        return page;
      },
      "statement");
  return 0;
}

/// --target reads the rubric, so it is no option of the rows.
void add_targets_given(Invocation& in, const Seen& seen, Table& goal) {
  if (!in.given.has("target")) return;
  RubricWords reading(seen);
  add_targets(reading, in.given.all("target"), day_of_change(in), in.today(), goal);
  reading.end();
}

/// `note` of a change goes into the history beside it.
void date_the_change(Invocation& in, const Table& before, Table& after) {
  const Value* was = before.find("status");
  const Value* now = after.find("status");
  const std::string note = in.given.one("note").value_or("");
  if (now && (!was || !same(*was, *now) || !note.empty()))
    note_in_history(after, "status", *now, day_of_change(in), note);
}

/// --target reads the rubric, so these commands fill it themselves.
const std::vector<std::string> kept_apart = {"targets"};

/// A title that is there already, or that would carry the client's name into a file name.
void mind_the_title(Invocation& in, const Seen& seen, const Kind& kind, const Table& record) {
  const std::string& title = *record.find("title")->as<std::string>();
  const std::string id = slug(title);
  for (const auto& file : files_of(in.journal().folder(), seen->code).records)
    if (file.kind->info.name == kind.info.name && file.id == id &&
        !ask_yes(in, fmt::format("{} is there already. Another of the same title?", id)))
      throw Error(
          fmt::format("the {} {} is there already", kind.info.name, id),
          fmt::format("coach {} update {} changes it; --yes adds another", kind.info.name, id));
  mind_name_in_title(in, seen, title);
}

template <class Record>
int run_add(Invocation& in) {
  const Kind& kind = *find_kind(kind_of<Record>.name);
  const std::string code = in.client(1);
  const Seen seen = in.seen(code);
  if (in.given.words.empty() && in.may_ask())
    if (const auto title = ask(in, "Its title, in a few words")) in.given.words.push_back(*title);
  if (in.given.words.size() != 1 || trimmed(in.given.words.front()).empty())
    throw Misunderstood(
        in.given.words.size() > 1 ? "one title, in quotes"
                                  : fmt::format("the {} needs a title", kind.info.name),
        fmt::format("coach {} add {} \"Feedback that changes practice\"", kind.info.name, code));
  Table record = with_options(kind, {}, in, kept_apart);
  record.set("title", Value{nfc(trimmed(in.given.words.front()))});
  if (!record.find("status"))
    record.set("status", Value{std::string(kind.info.name == "goal" ? "active" : "planned")});
  if (kind.info.name == "activity" && !record.find("owner"))
    record.set("owner", Value{std::string("client")});
  check_references(in, seen, kind, record);
  mind_the_title(in, seen, kind, record);
  add_targets_given(in, seen, record);
  date_the_change(in, {}, record);
  Batch batch(in.journal());
  const std::string id = batch.add(kind, code, record, in.letters());
  in.finish(batch, fmt::format("{}: new {}", code, kind.info.name),
            fmt::format("{} {}", display_code(code), kind.info.name), id, readers_of(record));
  return 0;
}

template <class Record>
int run_update(Invocation& in) {
  const Kind& kind = *find_kind(kind_of<Record>.name);
  if (in.given.words.size() != 1)
    throw Misunderstood(
        fmt::format("which {}?", kind.info.name),
        fmt::format("coach {} update ID, its id or a part of its title", kind.info.name));
  const auto found = find_record(in.journal(), in.at_hand(), in.given.words.front(), kind);
  const Seen seen = in.seen(found.file.code);
  Table after = with_options(kind, found.file.record, in, kept_apart);
  check_references(in, seen, kind, after);
  add_targets_given(in, seen, after);
  date_the_change(in, found.file.record, after);
  Batch batch(in.journal());
  batch.change(found.file, after, in.letters());
  finish_change(in, batch, found.file, after, "changed");
  return 0;
}

std::vector<Option> plan_options(const char* kind, const std::vector<std::string>& except) {
  auto options = options_of(*find_kind(kind), except);
  options.push_back({"on", "DAY", "since when; today"});
  options.push_back({"note", "TEXT", "a word on it, dated into the history"});
  if (std::string_view(kind) == "goal")
    options.push_back({"target", "ELEMENT=LEVEL[@DAY]", "a level to reach", true});
  return options;
}

}  // namespace

std::vector<Command> plan_commands() {
  return {
      {"vision",
       "Plan",
       "[CLIENT] [options] [-]",
       "where the client wants to go; shown or set",
       {"coach vision heron",
        "coach vision heron --statement \"Every classroom is one where a teacher would put her own "
        "child.\""},
       [] { return options_of(*find_kind("vision")); },
       run_vision,
       true,
       true},
      {"theory",
       "Plan",
       "[CLIENT] [options] [-]",
       "the theory of action; shown, or a statement added",
       {"coach theory heron",
        "coach theory heron --if \"I observe every week\" --then \"feedback is timely\" --so-that "
        "\"the next lesson changes\""},
       [] {
         return std::vector<Option>{
             {"if", "TEXT", "what the leader will do", true},
             {"then", "TEXT", "what will change among the adults", true},
             {"so-that", "TEXT", "what students will gain", true},
             {"because", "TEXT", "why this should hold"},
             {"goal", "GOAL", "a goal it serves", true},
             {"check", "", "each link: what does it, what would show it, where it breaks"},
             {"share", "WORD", "private, client or sponsor"}};
       },
       run_theory,
       true,
       true},
      {"goal add",
       "Plan",
       "[CLIENT] TITLE",
       "a goal that was settled",
       {"coach goal add heron \"Feedback that changes practice\" --due 2027-06-15",
        "coach goal add heron \"Walk the data\" --target using-data=3@2027-06-15"},
       [] {
         return plan_options("goal", {"title", "targets"});
       },
       run_add<Goal>,
       true,
       false},
      {"goal update",
       "Plan",
       "ID",
       "a goal's status, day, strands, targets",
       {"coach goal update feedback-that-changes-practice --status met",
        "coach goal update feedback --due 2027-06-20 --note \"moved by a week\""},
       [] { return plan_options("goal", {"targets"}); },
       run_update<Goal>,
       true,
       false},
      {"activity add",
       "Plan",
       "[CLIENT] TITLE",
       "an activity of the work plan",
       {"coach activity add heron \"Structures for observing\" --owner both --leverage high",
        "coach activity add heron \"Walk the data\" --step \"choose a day; client; fri\" "
        "--indicator \"minutes of the talk; eom\""},
       [] { return plan_options("activity", {"title"}); },
       run_add<Activity>,
       true,
       false},
      {"activity update",
       "Plan",
       "ID",
       "an activity's status, steps, indicators",
       {"coach activity update structures --status under-way",
        "coach activity update structures --step \"write the protocol; coach; fri\""},
       [] { return plan_options("activity", {}); },
       run_update<Activity>,
       true,
       false},
  };
}

}  // namespace coach
