// Capture of what happened, made by one function for every kind; and the meeting to come.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/digest.h"
#include "base/text.h"
#include "command/keep.h"
#include "model/contact.h"

namespace coach {
namespace {

/// `--script -` takes the script from standard input; lines without a time take the one before.
void read_script(Table& record, Invocation& in) {
  Value* script = record.find("script");
  std::string* text = script ? script->as<std::string>() : nullptr;
  if (!text) return;
  if (*text == "-") {
    *text = nfc(read_standard_input());
    in.input_was_typed = true;
  }
  *text = script_text(script_entries(*text));
}

template <class Record>
int capture(Invocation& in) {
  const Kind& kind = *find_kind(kind_of<Record>.name);
  const std::string code = in.client(1);
  // Read first: what cannot be kept is said before anything is asked.
  std::optional<std::string> attachment;
  auto file = in.given.one("file");
  if (file) attachment = read_to_keep(*file, largest_attachment);
  Table start;
  start.set("date", Value{in.today()});
  if constexpr (std::is_same_v<Record, Session>) start.set("state", Value{std::string("held")});
  if constexpr (std::is_same_v<Record, Feedback>)
    start.set("by", Value{std::string(word_of(FeedbackGiver::client))});
  auto record = captured(kind, code, start, in, attachment.has_value());
  if (!record) {
    in.note("Nothing was recorded.");
    return 0;
  }
  finish_captured(kind, code, *record, in, [&](const std::function<void()>& writing) {
    read_script(*record, in);
    ask_for_missing(kind, *record, in);
    Batch batch(in.journal());
    // A form says it as `file: PATH`.
    if (const Value* named = record->find("file"); named && !file) {
      file = *named->as<std::string>();
      attachment = read_to_keep(*file, largest_attachment);
    }
    if (attachment) {
      record->set("sha256", Value{sha256(*attachment)});
      record->set("bytes", Value{static_cast<std::int64_t>(attachment->size())});
      const std::string name = std::filesystem::path(*file).filename().string();
      record->set("file", Value{batch.attach(code, name, *attachment)});
    }
    const Seen seen = seen_for(in, kind, code, *record);
    const Kept kept = keep(in, kind, seen, *record, batch);
    writing();
    in.finish(batch, kept.message, kept.what, kept.id, readers_of(*record));
    mark_what_was_kept(in, seen, *record);
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
  in.finish(
      batch, fmt::format("{}: meeting planned for {}", code, iso(day)),
      fmt::format("{} next on {}{}", display_code(code), long_day(day), at ? " " + clock(*at) : ""),
      id, "private");
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
      {"log-feedback",
       "Record",
       "[CLIENT] [options] [-]",
       "what a teacher was told, and when to look again",
       {"coach log-feedback heron",
        "coach log-feedback heron --teacher T04 --focus questions --said \"Ask before you tell.\" "
        "--look-again \"in 2 weeks\""},
       [] { return options_of(*find_kind("feedback")); },
       capture<Feedback>,
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
