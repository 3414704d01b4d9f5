// coach inbox: dated notes that a phone left in inbox/ become records, one question each. A note
// goes in the same step in which its record comes, so stopping half way loses nothing.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "command/keep.h"

namespace coach {
namespace {

constexpr std::string_view inbox_folder = "inbox";

/// A note as it lies there, and what its name and first lines say of it.
struct Note {
  std::string path;
  std::string bytes;   // as they are in the file
  std::string text;    // without the lines below; Latin-1 made UTF-8
  std::string client;  // as typed; empty: not said
  std::optional<Date> date;
  std::string kind;
  bool was_latin1 = false;
};

/// Every byte of Latin-1 is the code point of that number.
std::string from_latin1(const std::string& bytes) {
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      text += c;
    } else {
      text += static_cast<char>(0xC0 | (byte >> 6));
      text += static_cast<char>(0x80 | (byte & 0x3F));
    }
  }
  return text;
}

/// `DATE-CODE-anything.txt`.
void read_name(Note& note, std::string_view name) {
  if (name.size() > 10) note.date = iso_date(name.substr(0, 10));
  if (!note.date || name.size() < 12 || name[10] != '-') return;
  const std::string_view rest = name.substr(11);
  note.client = std::string(rest.substr(0, rest.find_first_of("-._ ")));
}

/// `client:` and `kind:` in the first lines are for us; the rest is a form, or prose.
void read_head(Note& note, Date today) {
  std::string rest;
  bool head = true;
  for (const auto& line : lines_of(note.text)) {
    const auto colon = line.find(':');
    const std::string key = folded(trimmed(line.substr(0, colon)));
    const std::string value(colon == line.npos ? "" : trimmed(line.substr(colon + 1)));
    head &= trimmed(line).empty() || (colon != line.npos && colon < 16 && !value.empty());
    if (head && key == "client") {
      note.client = value;
    } else if (head && key == "kind") {
      note.kind = value;
    } else if (head && key == "date") {
      try {
        note.date = parse_date(value, Looks::back, today);
      } catch (const Misunderstood& error) {
        throw Misunderstood(fmt::format("{}: {}", note.path, error.what()), error.hint);
      }
    } else {
      rest += line + "\n";
    }
  }
  note.text = std::string(trimmed(rest)) + "\n";
}

std::optional<Note> read_note(Invocation& in, const Listed& listed) {
  Note note{.path = fmt::format("{}/{}", inbox_folder, listed.name)};
  const bool is_note = listed.name.ends_with(".txt") || listed.name.ends_with(".md");
  if (listed.kind != Listed::Kind::file || !is_note || listed.name.starts_with('.')) {
    in.note(
        fmt::format("coach: {} is left where it is: only .txt and .md files are read", note.path));
    return {};
  }
  const auto bytes = in.journal().folder().read(note.path);
  if (!bytes) return {};
  note.bytes = *bytes;
  note.was_latin1 = !is_utf8(*bytes);
  note.text = nfc(note.was_latin1 ? from_latin1(*bytes) : *bytes);
  if (note.text.starts_with("\xEF\xBB\xBF")) note.text.erase(0, 3);
  if (trimmed(note.text).empty()) {
    in.note(fmt::format("coach: {} is left where it is: it is empty", note.path));
    return {};
  }
  read_name(note, listed.name);
  read_head(note, in.today());
  return note;
}

void show(Invocation& in, const Note& note) {
  constexpr std::size_t shown = 4;
  in.note("");
  in.note(note.path + (note.was_latin1 ? "   (read as Latin-1)" : ""));
  const auto lines = lines_of(note.text);
  for (std::size_t i = 0; i < lines.size() && i < shown; ++i) in.note("  " + lines[i]);
  if (lines.size() > shown)
    in.note(fmt::format("  and {} more", counted(lines.size() - shown, "line")));
}

/// The rest waits for another time.
struct Stopped : Error {
  Stopped() : Error("stopped") {}
};

/// What is missing is asked for; where nobody can be asked it is said. False: left for later.
bool complete(Invocation& in, Note& note) {
  while (note.client.empty() || !is_client(in.journal(), note.client)) {
    const std::string known = listed(in.journal().codes(), "or");
    if (!note.client.empty())
      in.note(fmt::format("  no engagement \"{}\"; one of {}", note.client, known));
    const auto typed = ask(in, "Whose note is it (s skips, q stops)");
    if (!typed || typed->empty())
      throw Error(fmt::format("{}: for whom?", note.path),
                  fmt::format("a first line  client: CODE  says it: {}", known));
    if (*typed == "q") throw Stopped();
    if (*typed == "s") return false;
    note.client = *typed;
  }
  if (note.date > in.today() && !in.may_ask())
    throw Error(fmt::format("{}: {} is still to come", note.path, long_day(*note.date)),
                "a first line  date: 2026-11-17  says another day");
  while (!note.date) {
    const auto typed = ask(in, "Of which day", "today");
    if (!typed)
      throw Error(fmt::format("{}: of which day?", note.path),
                  "a first line  date: 2026-11-17  says it, or the file's name");
    try {
      note.date = parse_date(*typed, Looks::back, in.today());
    } catch (const Misunderstood& error) {
      in.note(fmt::format("  {}; {}", error.what(), error.hint));
    }
  }
  return true;
}

const std::vector<std::string> kinds = {"session", "observation", "conversation"};

/// The kind; nothing to leave the note for later.
std::optional<std::string> kind_of_note(Invocation& in, const Note& note) {
  std::string proposed = note.kind.empty() ? "session" : note.kind;
  for (;;) {
    const auto typed =
        in.given.has("yes") || !in.may_ask()
            ? std::optional(proposed)
            : ask(in,
                  fmt::format("{}, {}: session, observation, conversation; s skips, q stops",
                              display_code(find_client(in.journal(), note.client)),
                              short_day(*note.date)),
                  proposed);
    if (!typed || *typed == "q") throw Stopped();
    if (*typed == "s") return {};
    for (const auto& kind : kinds)
      if (kind.starts_with(folded(*typed))) return kind;
    if (!in.may_ask())
      throw Error(fmt::format("{}: no kind \"{}\"", note.path, *typed), listed(kinds, "or"));
    in.note(fmt::format("  no kind \"{}\"", *typed));
    proposed = "session";
  }
}

bool take(Invocation& in, Note note) {
  show(in, note);
  if (!complete(in, note)) return false;
  const auto name = kind_of_note(in, note);
  if (!name) return false;
  const Kind& kind = *find_kind(*name);
  const std::string code = find_client(in.journal(), note.client);
  auto reading = read_form(kind, note.text, code, in.typing());
  if (!reading.flaws.empty()) {
    const auto& flaw = reading.flaws.front();
    throw Misunderstood(fmt::format("{}: {}", note.path, flaw.text),
                        (flaw.hint.empty() ? "" : flaw.hint + "; ") + "the note stays in inbox/");
  }
  Table record;
  record.set("date", Value{*note.date});
  if (*name == "session") record.set("state", Value{std::string("held")});
  for (auto& entry : reading.record.entries) record.set(entry.key, std::move(entry.value));
  ask_for_missing(kind, record, in);
  const Seen seen = seen_for(in, kind, code, record);
  Batch batch(in.journal());
  const Kept kept = keep(in, kind, seen, record, batch);
  batch.put(std::vector<FileChange>{
      {.path = note.path, .before = note.bytes, .after = {}, .removed = true}});
  in.finish(batch, kept.message + ", from the inbox", kept.what, kept.id, readers_of(record));
  mark_what_was_kept(in, seen, record);
  return true;
}

int run_inbox(Invocation& in) {
  in.expect_no_more_words();
  std::size_t seen = 0, left = 0;
  int code = 0;
  for (const auto& listed : in.journal().folder().list(inbox_folder)) {
    if (listed.name.starts_with('.')) continue;
    try {
      auto note = read_note(in, listed);
      if (!note) continue;
      ++seen;
      if (!take(in, std::move(*note))) ++left;
    } catch (const Stopped&) {
      in.note("Stopped; what was not read stays in inbox/.");
      return code;
    } catch (const Error& error) {
      if (error.exit == Exit::interrupted) throw;
      // The next one has its turn all the same.
      in.note(fmt::format("coach: {}", error.what()));
      if (!error.hint.empty()) in.note("       " + error.hint);
      ++left;
      ++seen;
      code = 1;
    }
  }
  if (seen == 0) in.out("The inbox is empty.");
  if (left > 0) in.note(fmt::format("{} in inbox/.", counted(left, "note stays", "notes stay")));
  return code;
}

}  // namespace

std::vector<Command> inbox_commands() {
  return {{"inbox",
           "Record",
           "",
           "notes that a phone left in inbox/ become records",
           {"coach inbox", "coach inbox --yes --no-input"},
           [] { return std::vector<Option>{}; },
           run_inbox,
           true,
           false}};
}

}  // namespace coach
