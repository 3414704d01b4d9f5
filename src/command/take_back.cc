// Taking back and putting right: the last command undone, a record moved to the right client, a
// record removed.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "command/capture.h"
#include "journal/git.h"
#include "model/references.h"

namespace coach {
namespace {

/// The lines in which two texts differ, between what they share at the beginning and at the end.
std::string difference(const std::string& before, const std::string& after) {
  const auto old_lines = lines_of(before), new_lines = lines_of(after);
  std::size_t first = 0, last = 0;
  while (first < old_lines.size() && first < new_lines.size() &&
         old_lines[first] == new_lines[first])
    ++first;
  while (last + first < old_lines.size() && last + first < new_lines.size() &&
         old_lines[old_lines.size() - 1 - last] == new_lines[new_lines.size() - 1 - last])
    ++last;
  std::string text;
  for (std::size_t i = first; i + last < old_lines.size(); ++i)
    text += fmt::format("  - {}\n", visible_line(old_lines[i]));
  for (std::size_t i = first; i + last < new_lines.size(); ++i)
    text += fmt::format("  + {}\n", visible_line(new_lines[i]));
  return text;
}

bool is_text(const std::string& bytes) { return bytes.find('\0') == bytes.npos; }

std::string shown(const FileChange& change) {
  const std::string before = change.before.value_or("");
  std::string text;
  if (change.removed)
    text = fmt::format("{} goes\n", change.path);
  else if (!change.before)
    text = fmt::format("{} comes back\n", change.path);
  else if (!change.moved_from.empty())
    text = fmt::format("{} was {}\n", change.path, change.moved_from);
  else
    text = fmt::format("{}\n", change.path);
  text = visible_line(text.substr(0, text.size() - 1)) + "\n";
  if (!change.path.ends_with(".toml") || !is_text(before) || !is_text(change.after)) return text;
  return text + difference(before, change.removed ? "" : change.after);
}

/// What git's history and the copy for undo still hold, once something is taken out of the files.
std::string what_is_left(const Journal& journal) {
  return find_repository(journal.root())
             ? "git's history still holds it, and so does every copy and backup; coach help "
               "git-for-coaches says how to live with that"
             : "until the next command that writes, coach undo brings it back; copies and backups "
               "still hold it";
}

int run_undo(Invocation& in) {
  in.expect_no_more_words();
  const Journal& journal = in.journal();
  const auto text = journal.folder().read(
      fmt::format("{}/{}", state_folder_of(journal, find_repository(journal.root())),
                  last_change_file),
      512u << 20);
  const auto last = text ? read_last_change(*text) : std::nullopt;
  if (!last || last->files.empty())
    throw Error("nothing to take back", "coach undo takes back the last command that wrote");
  auto changes = taken_back(*last, journal.folder());
  if (changes.empty()) throw Error("nothing to take back", "the last command left no trace");
  std::string said = fmt::format("{} did: {}\n\n", last->command, last->message);
  for (const auto& change : changes) said += shown(change);
  if (!in.given.has("yes") || in.given.has("dry-run"))
    write_all(in.given.has("dry-run") ? 1 : 2, said);
  if (in.given.has("dry-run")) return in.out("Nothing was written."), 0;
  if (!ask_yes(in, "Take it back?"))
    throw Error("nothing was taken back", in.may_ask() ? "" : "--yes takes it back without asking");
  Batch batch(journal);
  batch.put(std::move(changes));
  // Taken back twice it is there again; the message does not grow with it.
  constexpr std::string_view undone = "Undo: ";
  const bool again = last->message.starts_with(undone);
  constexpr std::string_view redone = ", again";
  std::string what = again ? last->message.substr(undone.size()) : last->message;
  if (what.ends_with(redone)) what.resize(what.size() - redone.size());
  in.finish(batch, again ? what + std::string(redone) : fmt::format("{}{}", undone, what),
            again ? "There again:" : "Taken back:", what, "");
  return 0;
}

FoundRecord record_meant(Invocation& in, std::string_view command) {
  if (in.given.words.size() != 1)
    throw Misunderstood("which record?",
                        fmt::format("coach {} ID, its id or a part of its title", command));
  auto found = find_record(in.journal(), in.at_hand(), in.given.words.front());
  if (!found.entry.empty())
    throw Error("an entry is no record of its own",
                fmt::format("coach edit {}", found.file.file.id));
  return found;
}

/// The files that name this record, so that nothing is left pointing to nothing unsaid.
std::vector<std::string> named_by(const Seen& seen, const std::string& id) {
  std::vector<std::string> names;
  for_each_kind(EngagementKinds{}, [&]<class Record>() {
    for (const auto& filed : seen->all<Record>()) {
      if (filed.id == id) continue;
      References none = {{Refers::dated, {}},    {Refers::session, {}},   {Refers::goal, {}},
                         {Refers::activity, {}}, {Refers::indicator, {}}, {Refers::cycle, {}}};
      for (const auto& one : dangling(description<Record>(), to_table(filed.record), none))
        if (one.text == id || one.text.starts_with(id + ".")) {
          names.push_back(fmt::format("{} {}", kind_of<Record>.name, filed.id));
          break;
        }
    }
  });
  return names;
}

void show_record(const RecordFile& file) {
  std::string text = visible_line(file.file.path) + "\n";
  for (const auto& line : lines_of(file.document.text))
    text += fmt::format("  {}\n", visible_line(line));
  write_all(2, text);
}

int run_remove(Invocation& in) {
  const auto found = record_meant(in, "remove");
  const auto& file = found.file;
  if (file.file.kind->info.naming == Naming::fixed && file.file.kind->info.name != "vision" &&
      file.file.kind->info.name != "theory")
    throw Error(fmt::format("an engagement cannot be without its {}", file.file.kind->info.name),
                "coach set CODE/engagement status=ended ends one");
  const auto names = named_by(in.seen(file.code), file.file.id);
  if (!in.given.has("yes") && !in.given.has("dry-run")) {
    show_record(file);
    if (!names.empty())
      in.note(fmt::format("It is named by {}; coach check will say so.", listed(names)));
    if (!ask_yes(in, "Remove it?"))
      throw Error("nothing was removed", in.may_ask() ? "" : "--yes removes it without asking");
  }
  Batch batch(in.journal());
  batch.remove(file);
  in.finish(batch, fmt::format("{}: {} removed", file.code, file.file.kind->info.name),
            fmt::format("{} {} removed", display_code(file.code), file.file.kind->info.name),
            file.file.id, "");
  if (!in.given.has("dry-run")) in.note("coach: " + what_is_left(in.journal()));
  return 0;
}

/// References that mean nothing in the other engagement are dropped; each is said.
std::vector<std::string> drop_foreign(const Description& rows, Table& record,
                                      const References& known) {
  std::vector<std::string> dropped;
  for (const auto& one : dangling(rows, record, known))
    dropped.push_back(fmt::format("{} {}", said(one.refers), one.text));
  for (const auto& row : rows) {
    Value* value = record.find(row.key);
    if (!value) continue;
    const auto foreign = [&](const Value& one) { return names_nothing(row, one, known); };
    if (List* list = value->as<List>()) {
      if (row.inner)
        for (Value& entry : *list)
          if (Table* table = entry.as<Table>()) (void)drop_foreign(*row.inner, *table, known);
      std::erase_if(*list, foreign);
      if (list->empty()) record.erase(row.key);
    } else if (foreign(*value)) {
      record.erase(row.key);
    }
  }
  return dropped;
}

int run_move(Invocation& in) {
  const auto to = in.given.one("to");
  if (!to) throw Misunderstood("to whom?", "coach move b7q1 --to plover");
  const auto found = record_meant(in, "move");
  const auto& file = found.file;
  const Kind& kind = *file.file.kind;
  const std::string code = find_client(in.journal(), *to);
  if (code == file.code) throw Error(fmt::format("{} is with {} already", file.file.id, code));
  if (kind.info.naming != Naming::dated)
    throw Error(fmt::format("a {} belongs to its engagement", kind.info.name),
                "sessions, observations, feedback and whatever else has a day can be moved");
  const Seen here = in.seen(file.code), there = in.seen(code);
  if (there->only<Facts>().status == EngagementStatus::ended &&
      !ask_yes(in, fmt::format("The engagement {} has ended. Move it there all the same?", code)))
    throw Error(fmt::format("the engagement {} has ended", code),
                "--yes if that is right; nothing was moved");
  for (const auto& one : {file.code, code})
    refuse_flawed(find_record(in.journal(), one, "engagement", *find_kind("engagement")).file);
  if (there->only<Facts>().regime != here->only<Facts>().regime)
    throw Error(fmt::format("{} is {}, {} is {}: nothing crosses from one to the other", file.code,
                            word_of(here->only<Facts>().regime), code,
                            word_of(there->only<Facts>().regime)),
                "write it anew where it belongs");
  Table after = file.record;
  auto known = references_of(*there, there->rubric());
  if (kind.info.name == "assessment") known.erase(Refers::element), known.erase(Refers::level);
  const auto dropped = drop_foreign(*kind.description, after, known);
  const auto names = named_by(here, file.file.id);
  Batch batch(in.journal());
  const std::string id = batch.move(file, code, std::move(after), in.letters());
  in.finish(batch, fmt::format("{}: {} moved to {}", file.code, kind.info.name, code),
            fmt::format("{} {} is with {} now", display_code(file.code), kind.info.name,
                        display_code(code)),
            id, readers_of(file.record));
  if (!dropped.empty())
    in.note(fmt::format("coach: left behind, since {} has none of that name: {}", code,
                        listed(dropped)));
  if (!names.empty())
    in.note(fmt::format("coach: {} still {} it; coach check shows where", listed(names),
                        names.size() == 1 ? "names" : "name"));
  if (find_repository(in.journal().root()) && !in.given.has("dry-run"))
    in.note("coach: git's history still says that it stood with " + file.code);
  return 0;
}

}  // namespace

std::vector<Command> take_back_commands() {
  const auto none = [] { return std::vector<Option>{}; };
  return {
      {"undo",
       "Change",
       "",
       "take back the last command; a second time, bring it back",
       {"coach undo", "coach undo --dry-run"},
       none,
       run_undo,
       true,
       false},
      {"move",
       "Change",
       "ID --to CLIENT",
       "a record that was written to the wrong client",
       {"coach move b7q1 --to plover", "coach move \"opening line\" --to plover --dry-run"},
       [] {
         return std::vector<Option>{{"to", "CLIENT", "whose it is"}};
       },
       run_move,
       true,
       false},
      {"remove",
       "Change",
       "ID",
       "a record that should not be",
       {"coach remove b7q1", "coach remove b7q1 --dry-run"},
       none,
       run_remove,
       true,
       false},
  };
}

}  // namespace coach
