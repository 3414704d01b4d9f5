// Capture of what happened: meetings and visits, both made by one function; and the meeting to
// come.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/digest.h"
#include "base/text.h"
#include "command/capture.h"
#include "model/contact.h"
#include "model/rules.h"

namespace coach {
namespace {

/// A log lies in the past. A day to come, one over a year old or one before the engagement began is
/// a slip more often than not.
void mind_the_day(Invocation& in, const Seen& seen, Date day) {
  const Date started = seen->only<Facts>().started;
  std::string what;
  if (day > in.today())
    what = fmt::format("{} is in the future", long_day(day));
  else if (days_between(day, in.today()) > 366)
    what = fmt::format("{} is over a year ago", long_day(day));
  else if (started.ok() && day < started)
    what = fmt::format("{} lies before the engagement began, {}", long_day(day), long_day(started));
  if (what.empty()) return;
  if (!ask_yes(in, what + ". Is that right?"))
    throw Error(what, "--yes if that is right; nothing was recorded");
}

/// `--script -` takes the script from standard input; lines without a time take the one before.
void read_script(Table& record) {
  Value* script = record.find("script");
  std::string* text = script ? script->as<std::string>() : nullptr;
  if (!text) return;
  if (*text == "-") *text = nfc(read_standard_input());
  *text = script_text(script_entries(*text));
}

/// Gentle marks on what was kept: names where codes belong, elements that are none, words that
/// judge.
void mark_what_was_kept(Invocation& in, const Seen& seen, const Table& record) {
  const Value* observed = record.find("observed");
  for (const Value& one : observed ? *observed->as<List>() : List{})
    if (looks_like_a_name(*one.as<std::string>()))
      in.note(
          fmt::format("coach: \"{}\" looks like a name; a code such as T04 tells nobody who it "
                      "was",
                      *one.as<std::string>()));
  const Value* script = record.find("script");
  const std::string text =
      script && script->as<std::string>() ? *script->as<std::string>() : std::string();
  if (seen->rubric())
    for (const auto& element : unknown_elements(text, *seen->rubric())) {
      std::vector<std::string> known;
      for (const auto* one : elements_of(*seen->rubric())) known.push_back(one->key);
      const std::string hint = did_you_mean(element, known);
      in.note(fmt::format("coach: the script names no element \"{}\"{}{}", element,
                          hint.empty() ? "" : "; ", hint));
    }
  const auto marked = judging_words(text);
  if (marked.empty()) return;
  in.note(fmt::format("coach: {} in the script {}; what was seen or heard?", listed(marked),
                      marked.size() == 1 ? "judges rather than tells" : "judge rather than tell"));
}

/// A planned meeting of that day is filled in rather than written beside.
std::optional<std::string> planned_on(const Seen& seen, Date day) {
  for (const auto& [id, session] : seen->all<Session>())
    if (session.state == SessionState::planned && session.date == day) return id;
  return {};
}

/// An open word that neither the program suggests nor the journal knows is asked about once; what
/// is kept stands in [vocabulary] from then on. Where nobody can be asked it is taken, with a word.
void mind_new_words(Invocation& in, const Kind& kind, const Table& record, Batch& batch) {
  const Kind& journal_kind = *find_kind("journal");
  for (const auto& row : *kind.description) {
    const Value* value = record.find(row.key);
    const std::string* word = value && !row.suggested.empty() ? value->as<std::string>() : nullptr;
    if (!word) continue;
    const auto file = in.journal().read({&journal_kind, "journal", "coach.toml"}, "");
    auto known = words_of(row);
    const Value* vocabulary = file.record.find("vocabulary");
    const Value* own = vocabulary ? vocabulary->as<Table>()->find(row.key) : nullptr;
    for (const auto& one : own ? *own->as<List>() : List{}) known.push_back(*one.as<std::string>());
    if (std::ranges::find(known, *word) != known.end()) continue;
    const std::string near_by = did_you_mean(*word, known);
    const std::string hint =
        near_by.empty() ? fmt::format("so far: {}", fmt::join(known, ", ")) : near_by;
    if (!in.may_ask()) {
      in.note(fmt::format("coach: \"{}\" is a new {}; {}", *word, row.key, hint));
      continue;
    }
    if (!ask_yes(in, fmt::format("\"{}\" is a new {} ({}). Keep it?", *word, row.key, hint)))
      throw Error("nothing was recorded", hint);
    Table after = file.record;
    if (!after.find("vocabulary")) after.set("vocabulary", Value{Table{}});
    Table& words = *after.find("vocabulary")->as<Table>();
    if (!words.find(row.key)) words.set(row.key, Value{List{}});
    words.find(row.key)->as<List>()->push_back(Value{*word});
    batch.change(file, after, in.letters());
  }
}

template <class Record>
void write_captured(Invocation& in, const Kind& kind, const Seen& seen, Table& record,
                    std::optional<std::string> attachment, const std::function<void()>& writing) {
  const std::string& code = seen->code;
  const Date day = *record.find("date")->as<Date>();
  mind_the_day(in, seen, day);
  check_references(in, seen, kind, record);
  Batch batch(in.journal());
  mind_new_words(in, kind, record, batch);
  if (attachment) {
    record.set("sha256", Value{sha256(*attachment)});
    record.set("bytes", Value{static_cast<std::int64_t>(attachment->size())});
    const std::string name = std::filesystem::path(*in.given.one("file")).filename().string();
    record.set("file", Value{batch.attach(code, name, std::move(*attachment))});
  }
  std::string id;
  if constexpr (std::is_same_v<Record, Session>) {
    if (const auto planned = planned_on(seen, day)) {
      const auto found = find_record(in.journal(), code, *planned, kind);
      Table after = found.file.record;
      for (const auto& entry : record.entries) after.set(entry.key, entry.value);
      batch.change(found.file, after, in.letters());
      id = *planned;
    }
  }
  if (id.empty()) id = batch.add(kind, code, record, in.letters());
  writing();
  in.finish(batch, fmt::format("{}: {} of {}", code, kind.info.name, iso(day)),
            fmt::format("{} {} of {}", display_code(code), kind.info.name,
                        day.year() == in.today().year() ? short_day(day) : long_day(day)),
            id, readers_of(record));
  mark_what_was_kept(in, seen, record);
}

template <class Record>
int capture(Invocation& in) {
  const Kind& kind = *find_kind(kind_of<Record>.name);
  const std::string code = in.client(1);
  const Seen seen = in.seen(code);
  // Read first: what cannot be kept is said before anything is asked.
  std::optional<std::string> attachment;
  if (const auto file = in.given.one("file")) attachment = read_to_keep(*file, largest_attachment);
  Table start;
  start.set("date", Value{in.today()});
  if constexpr (std::is_same_v<Record, Session>) start.set("state", Value{std::string("held")});
  auto record = captured(kind, code, start, in, attachment.has_value());
  if (!record) {
    in.note("Nothing was recorded.");
    return 0;
  }
  read_script(*record);
  ask_for_missing(kind, *record, in);
  finish_captured(kind, code, *record, in, [&](const std::function<void()>& writing) {
    write_captured<Record>(in, kind, seen, *record, attachment, writing);
  });
  return 0;
}

int run_next(Invocation& in) {
  const Kind& kind = *find_kind("session");
  const std::string code = in.client(1);
  const std::string example = fmt::format("coach next {} \"in 2 weeks\" --at 14:00", code);
  if (in.given.words.empty()) throw Misunderstood("when?", example);
  std::optional<Time> at;
  if (const auto typed = in.given.one("at")) at = parse_time(*typed);
  // "fri 14:00", "in 2 weeks": as one says it, quotes or not.
  if (in.given.words.size() > 1 && !at &&
      in.given.words.back().find_first_of(":pm") != std::string::npos &&
      std::isdigit(static_cast<unsigned char>(in.given.words.back().front()))) {
    at = parse_time(in.given.words.back());
    in.given.words.pop_back();
  }
  const Date day =
      parse_date(fmt::format("{}", fmt::join(in.given.words, " ")), Looks::ahead, in.today());
  if (day < in.today())
    throw Error(fmt::format("{} is past; a meeting is planned for a day to come", long_day(day)),
                "coach log-session records one that was");
  const Seen seen = in.seen(code);
  Batch batch(in.journal());
  std::string id;
  const auto fill = [&](Table record) {
    record.set("date", Value{day});
    if (at) record.set("start", Value{*at});
    if (const auto plan = in.given.one("plan")) record.set("plan", Value{nfc(trimmed(*plan))});
    return record;
  };
  if (const auto* planned = next_session(seen, in.today())) {
    const auto found = find_record(in.journal(), code, planned->id, kind);
    batch.change(found.file, fill(found.file.record), in.letters());
    id = planned->id;
  } else {
    Table record;
    record.set("state", Value{std::string("planned")});
    id = batch.add(kind, code, fill(record), in.letters());
  }
  in.finish(batch, fmt::format("{}: meeting planned for {}", code, iso(day)),
            fmt::format("{} next on {}", display_code(code), long_day(day)), id, "private");
  return 0;
}

}  // namespace

std::vector<Command> capture_commands() {
  return {
      {"log-session",
       "Record",
       "[CLIENT] [options] [-]",
       "a meeting that took place",
       {"coach log-session heron",
        "coach log-session heron --minutes 60 --title \"Rehearsed the opening line\" --client-will "
        "\"hold the conversation; fri\""},
       [] { return options_of(*find_kind("session")); },
       capture<Session>,
       true,
       false},
      {"log-observation",
       "Record",
       "[CLIENT] [options] [-]",
       "what was seen and heard at the school",
       {"coach log-observation heron",
        "coach log-observation heron --setting classroom --minutes 25 --observed T04 --script -"},
       [] { return options_of(*find_kind("observation")); },
       capture<Observation>,
       true,
       false},
      {"log-conversation",
       "Record",
       "[CLIENT] [options] [-]",
       "what teachers, students, families said",
       {"coach log-conversation heron",
        "coach log-conversation heron --with parent --count 4 --minutes 30 --heard \"Nobody calls "
        "back.\""},
       [] { return options_of(*find_kind("conversation")); },
       capture<Conversation>,
       true,
       false},
      {"log-evidence",
       "Record",
       "[CLIENT] [options] [-]",
       "a thing that shows progress, with its file",
       {"coach log-evidence heron --file feedback-log.csv --kind document --title \"Feedback log, "
        "first ten entries\"",
        "coach log-evidence heron --at \"the blue folder\" --kind survey --title \"Staff survey\" "
        "--shows-indicator structures.oc"},
       [] {
         auto options = options_of(*find_kind("evidence"));
         options.push_back({"file", "PATH", "copied into the journal, with its SHA-256"});
         return options;
       },
       capture<Evidence>,
       true,
       false},
      {"next",
       "Record",
       "[CLIENT] WHEN",
       "plan the next meeting, or move it",
       {"coach next heron \"in 2 weeks\" --at 14:00",
        "coach next heron 12-03 --plan \"Debrief the conversation\""},
       [] {
         return std::vector<Option>{{"at", "TIME", "as 14:00"}, {"plan", "TEXT", "the agenda"}};
       },
       run_next,
       true,
       false},
  };
}

}  // namespace coach
