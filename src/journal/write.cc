#include "journal/write.h"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <set>

#include "base/lock.h"
#include "base/text.h"
#include "journal/git.h"
#include "journal/trust.h"
#include "toml/edit.h"
#include "toml/write.h"

namespace coach {
namespace {

Order order_of(const Description& rows) {
  Order order;
  for (const auto& row : rows) {
    order.keys.emplace_back(row.key);
    if (row.inner) order.inner.push_back({std::string(row.key), order_of(*row.inner)});
  }
  return order;
}

std::set<std::string> ids_of(const Journal& journal, const std::string& code) {
  std::set<std::string> ids;
  for (const auto& file : files_of(journal.folder(), code).records) ids.insert(file.id);
  return ids;
}

/// Two letters for every entry that lacks them, none twice in a list.
void give_keys(const Description& rows, Table& record, Letters& letters) {
  for (const auto& row : rows) {
    if (row.shape != Shape::rows || !row.inner || row.inner->front().key != "key" ||
        !row.inner->front().kept_by_program)
      continue;
    Value* value = record.find(row.key);
    List* list = value ? value->as<List>() : nullptr;
    if (!list) continue;
    std::set<std::string> taken;
    for (const Value& entry : *list)
      if (const Table* table = entry.as<Table>();
          table && table->find("key") && table->find("key")->as<std::string>())
        taken.insert(*table->find("key")->as<std::string>());
    for (Value& entry : *list) {
      Table* table = entry.as<Table>();
      if (!table || table->find("key")) continue;
      std::string key = letters.draw(2);
      while (!taken.insert(key).second) key = letters.draw(2);
      table->entries.insert(table->entries.begin(), Entry{"key", Value{key}, {}});
    }
  }
}

std::string free_slug(const std::string& title, const std::set<std::string>& taken) {
  const std::string stem = slug(title);
  if (stem.empty())
    throw Misunderstood(
        fmt::format("\"{}\" holds no letter or digit that a file name can hold", title),
        "give a title with some");
  std::string name = stem;
  for (int number = 2; taken.contains(name); ++number) name = fmt::format("{}-{}", stem, number);
  return name;
}

Table ordered(const Description& rows, const Table& record) {
  Table all;
  for (const auto& row : rows)
    if (const Value* value = record.find(row.key); value && !value->empty())
      all.entries.push_back({std::string(row.key), *value, {}});
  return all;
}

/// Whatever a command does, it never writes what it could not read back.
void refuse_flawed(const Kind& kind, const Table& record) {
  for (const auto& flaw : flaws_of(kind, record))
    if (flaw.severity == Severity::error)
      throw Misunderstood(
          fmt::format("the {} would not be readable: {}", kind.info.name, flaw.text),
          (flaw.hint.empty() ? "" : flaw.hint + "; ") + "nothing was written");
}

}  // namespace

void refuse_flawed(const RecordFile& file) {
  Problems problems;
  check_record(*file.file.kind, file.document, file.file.path, problems);
  for (const auto& problem : problems)
    if (problem.severity == Severity::error)
      throw Error(said(problem), "mend the file first: coach check shows it; nothing was written");
}

std::string Batch::add(const Kind& kind, const std::string& code, Table record, Letters& letters) {
  if (find(*kind.description, "visibility") && !record.find("visibility"))
    for (const auto& [folder, visibility] : journal_.facts().privacy.share)
      if (folder == kind.info.folder || folder == kind.info.name)
        record.set("visibility", Value{visibility});
  auto taken = ids_of(journal_, code);
  for (const auto& file : files_) {
    const auto name = file.path.substr(file.path.rfind('/') + 1);
    if (const auto dated = dated_name(name)) taken.insert(dated->id);
  }
  std::string id(kind.info.name);
  if (kind.info.naming == Naming::slug) {
    const Value* title = record.find("title");
    id = free_slug(title && title->as<std::string>() ? *title->as<std::string>() : "", taken);
  } else if (kind.info.naming == Naming::dated) {
    do id = letters.draw(4);
    while (taken.contains(id));
  }
  give_keys(*kind.description, record, letters);
  record = ordered(*kind.description, record);
  refuse_flawed(kind, record);
  put(path_of(kind, code, id, record), {}, toml_text(record));
  return id;
}

void Batch::change(const RecordFile& file, Table after, Letters& letters) {
  refuse_flawed(file);
  give_keys(*file.file.kind->description, after, letters);
  after = ordered(*file.file.kind->description, after);
  refuse_flawed(*file.file.kind, after);
  const auto edits = changes(file.record, after, order_of(*file.file.kind->description));
  if (edits.empty()) return;
  const Document changed = edited(file.document, edits, file.file.path);
  std::string path = file.file.path;
  if (file.file.kind->info.naming == Naming::dated) {
    // Only a new day or word renames: a name that a hand chose stays otherwise.
    const std::string old_name = path_of(*file.file.kind, file.code, file.file.id, file.record);
    const std::string new_name = path_of(*file.file.kind, file.code, file.file.id, after);
    if (old_name != new_name) path = new_name;
  }
  files_.push_back(
      {path, file.document.text, changed.text, path == file.file.path ? "" : file.file.path});
}

namespace {

/// The attachment that this record names; nothing where it names none, or a path.
std::optional<std::string> attachment_of(const Table& record) {
  const Value* file = record.find("file");
  const auto* name = file ? file->as<std::string>() : nullptr;
  if (!name || name->empty() || name->find('/') != name->npos || name->starts_with('.')) return {};
  return *name;
}

bool named_elsewhere(const Journal& journal, const RecordFile& file, const std::string& name) {
  for (const auto& other : files_of(journal.folder(), file.code).records) {
    if (other.path == file.file.path || other.kind->info.name != file.file.kind->info.name)
      continue;
    try {
      if (attachment_of(journal.read(other, file.code).record) == name) return true;
    } catch (const Error&) {
      return true;  // one that cannot be read may name it
    }
  }
  return false;
}

}  // namespace

std::string Batch::attach(const std::string& code, const std::string& name, std::string bytes) {
  const auto dot = name.rfind('.');
  const std::string ending = dot == name.npos || dot == 0 ? "" : name.substr(dot);
  std::string stem = slug(name.substr(0, name.size() - ending.size()), 64);
  if (stem.empty()) stem = "file";
  const std::string safe_ending = ending.empty() ? "" : "." + slug(ending.substr(1), 16);
  std::string free = stem + safe_ending;
  const auto taken = files_of(journal_.folder(), code).attachments;
  for (int number = 2; std::ranges::find(taken, free) != taken.end(); ++number)
    free = fmt::format("{}-{}{}", stem, number, safe_ending);
  files_.push_back({.path = attachment_path(code, free), .before = {}, .after = std::move(bytes)});
  return free;
}

void Batch::remove(const RecordFile& file) {
  files_.push_back(
      {.path = file.file.path, .before = file.document.text, .after = {}, .removed = true});
  const auto name = attachment_of(file.record);
  if (!name || named_elsewhere(journal_, file, *name)) return;
  const std::string path = attachment_path(file.code, *name);
  if (auto bytes = journal_.folder().read(path, largest_attachment))
    files_.push_back({.path = path, .before = std::move(bytes), .after = {}, .removed = true});
}

std::string Batch::move(const RecordFile& file, const std::string& code, Table after,
                        Letters& letters) {
  const auto taken = ids_of(journal_, code);
  std::string id = file.file.id;
  while (taken.contains(id)) id = letters.draw(4);
  const auto name = attachment_of(file.record);
  const std::string path = name ? attachment_path(file.code, *name) : "";
  if (auto bytes = name ? journal_.folder().read(path, largest_attachment) : std::nullopt) {
    const bool stays = named_elsewhere(journal_, file, *name);
    after.set("file", Value{attach(code, *name, *bytes)});
    files_.back().before = bytes;
    if (stays)
      files_.back().before.reset();
    else
      files_.back().moved_from = path;
  }
  after = ordered(*file.file.kind->description, after);
  refuse_flawed(*file.file.kind, after);
  const auto edits = changes(file.record, after, order_of(*file.file.kind->description));
  const std::string text =
      edits.empty() ? file.document.text : edited(file.document, edits, file.file.path).text;
  files_.push_back({.path = path_of(*file.file.kind, code, id, after),
                    .before = file.document.text,
                    .after = text,
                    .moved_from = file.file.path});
  return id;
}

void Batch::put(std::vector<FileChange> changes) {
  for (auto& change : changes) files_.push_back(std::move(change));
}

void Batch::put(const std::string& path, std::optional<std::string> before, std::string after) {
  files_.push_back({path, std::move(before), std::move(after), {}});
}

std::string state_folder_of(const Journal& journal, const std::optional<Repository>& repository) {
  const bool own = repository && repository->is_journal() && journal.folder().has(".git/HEAD");
  return own ? ".git" : ".coach";
}

Written Batch::write(const Writing& how, const std::string& message) {
  Written written;
  if (files_.empty()) return written;
  const std::string& root = journal_.root();
  const auto repository = find_repository(root);
  const std::string state = state_folder_of(journal_, repository);
  if (state == ".coach") journal_.folder().make(".coach");
  Lock lock(fmt::format("{}/{}/coach-lock", root, state), how.command, 10, how.interrupted);
  // The intent is durable, the lock's word is not: a disk that was pulled out may hold both.
  if (!lock.found_all_done() || !journal_.folder().unfinished(state).empty())
    for (auto& sentence : journal_.folder().recover(state))
      written.notes.push_back(std::move(sentence));
  const bool commits = repository && journal_.facts().git.commit.value_or(true);
  Committing where{.repository = repository.value_or(Repository{}),
                   .trusted = is_trusted(how.state_folder, root),
                   .fallback = {journal_.facts().coach.name, "coach@localhost"}};
  std::vector<std::string> paths;
  for (const auto& file : files_) {
    paths.push_back(file.path);
    if (!file.moved_from.empty()) paths.push_back(file.moved_from);
    if (const auto slash = file.path.rfind('/'); slash != file.path.npos)
      journal_.folder().make(file.path.substr(0, slash));
  }
  // On the disk before any name changes; until then it need not be waited for.
  std::optional<Commit> commit;
  std::future<void> noted;
  if (commits) {
    commit.emplace(where, message, lock);
    noted = std::async(std::launch::async, [&] { commit->note(paths); });
  }
  if (how.last) {
    how.last->command = how.command;
    how.last->message = message;
    take_in(*how.last, files_);
    journal_.folder().jot(fmt::format("{}/{}", state, last_change_file), text_of(*how.last));
  }
  auto outcome = journal_.folder().write(files_, state, how.interrupted, [&] {
    if (noted.valid()) noted.get();
  });
  for (auto& sentence : outcome.notes) written.notes.push_back(std::move(sentence));
  bool trouble = outcome.left_something;
  if (commit) {
    auto committed = commit->run();
    trouble |= !committed.notes.empty();
    for (auto& sentence : committed.notes) written.notes.push_back(std::move(sentence));
  }
  if (!trouble) lock.all_done();
  return written;
}

void note_in_history(Table& record, std::string_view key, const Value& value, Date on,
                     const std::string& note) {
  Table entry;
  entry.set("on", Value{on});
  entry.set(key, value);
  if (!note.empty()) entry.set("note", Value{note});
  record.list("history").push_back(Value{std::move(entry)});
}

}  // namespace coach
