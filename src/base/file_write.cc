// Several files as one change, and what is done about one that a dead process left half way.
//
// A change is staged (temporary files, durable), noted (the intent, where more than one name will
// change), placed (the names change), made durable, and cleared. Each step looks at what is there
// before it acts, so that it can be taken again by whoever finds the intent. The intent:
//
//   intent = "intent 1" LF entry* "end" LF
//   entry  = ( "add" | "change" | "remove" ) LF path LF temporary-name LF
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "base/file.h"
#include "base/file_steps.h"
#include "base/random.h"

namespace coach {

namespace {

constexpr std::string_view intent_name = "intent";
constexpr std::string_view intent_head = "intent 1";
constexpr std::string_view intent_end = "end";

/// One name that changes. The temporary file beside it holds the new text (add, change), and the
/// old text afterwards (change, remove).
struct Placing {
  enum class Action { add, change, remove } action = Action::add;
  std::string folder;
  std::string name;
  std::string temporary;

  std::string path() const { return joined(folder, name); }
  std::string before() const { return read_temporary(temporary).before; }
  std::string after() const { return read_temporary(temporary).after; }
};

using Action = Placing::Action;

struct ActionWord {
  Action action;
  std::string_view word;
};
constexpr ActionWord action_words[] = {
    {Action::add, "add"}, {Action::change, "change"}, {Action::remove, "remove"}};

/// Why a name could not change; nothing about it did.
struct Blocked {
  enum class Why { there, gone, changed, error } why = Why::error;
  int error = 0;
};
using Why = Blocked::Why;

struct Placed {
  std::optional<Blocked> blocked;
  bool plain = false;
};

Placed blocked(Why why) { return {Blocked{why}}; }
/// By what stands where the text that was read should: nothing, or another program's.
Placed blocked_by(std::string_view mark) {
  if (mark == unread) return {Blocked{Why::error, errno}};
  return blocked(mark.empty() ? Why::gone : Why::changed);
}
Placed placed(const Renamed& renamed) {
  if (renamed.error == 0) return {{}, renamed.plain};
  const auto why = renamed.error == EEXIST   ? Why::there
                   : renamed.error == ENOENT ? Why::gone
                                             : Why::error;
  return {Blocked{why, renamed.error}};
}

Placed place_new(int folder, const Placing& file) {
  if (!stands(folder, file.temporary)) return {};  // placed before
  return placed(rename_new(folder, file.temporary, file.name));
}

Placed place_changed(int folder, const Placing& file) {
  const auto before = file.before();
  const auto held = mark_of_file(folder, file.temporary);
  if (held.empty() || held == before) return {};  // placed before
  if (held == unread) return blocked_by(held);
  bool plain = false;
  if (held == file.after()) {
    const auto found = mark_of_file(folder, file.name);
    if (found != before) return blocked_by(found);
    const auto exchanged = exchange(folder, file.temporary, file.name);
    if (exchanged.error != 0) return placed(exchanged);
    plain = exchanged.plain;
    // Look again at what came out: an editor may have saved between the look and the exchange.
    const auto came_out = mark_of_file(folder, file.temporary);
    if (came_out == before) return {{}, plain};
    if (came_out == unread) {
      const auto failed = blocked_by(came_out);
      exchange(folder, file.temporary, file.name);
      return failed;
    }
  }
  exchange(folder, file.temporary, file.name);
  return blocked(Why::changed);
}

Placed place_aside(int folder, const Placing& file) {
  const auto before = file.before();
  const bool between = same_file(folder, file.name, file.temporary);
  if (!between && !stands(folder, file.temporary)) {
    const auto found = mark_of_file(folder, file.name);
    if (found != before) return blocked_by(found);
  }
  if (between || !stands(folder, file.temporary)) {
    const auto renamed = rename_new(folder, file.name, file.temporary);
    if (renamed.error != 0) return placed(renamed);
  }
  const auto aside = mark_of_file(folder, file.temporary);
  if (aside == before) return {};
  const auto stopped = aside == unread ? blocked_by(aside) : blocked(Why::changed);
  rename_new(folder, file.temporary, file.name);
  return stopped;
}

Placed place(int folder, const Placing& file) {
  switch (file.action) {
    case Action::add:
      return place_new(folder, file);
    case Action::change:
      return place_changed(folder, file);
    case Action::remove:
      return place_aside(folder, file);
  }
  return {};
}

/// Our text goes back under its temporary name, unless somebody has changed it since.
void take_back_new(int folder, const Placing& file) {
  if (stands(folder, file.temporary) || mark_of_file(folder, file.name) != file.after()) return;
  rename_new(folder, file.name, file.temporary);
  if (mark_of_file(folder, file.temporary) != file.after()) {
    rename_new(folder, file.temporary, file.name);
  }
}

void take_back_changed(int folder, const Placing& file) {
  const auto held = mark_of_file(folder, file.temporary);
  if (held.empty() || held == file.after() || held == unread) return;
  exchange(folder, file.temporary, file.name);
  if (mark_of_file(folder, file.temporary) != file.after()) {
    exchange(folder, file.temporary, file.name);
  }
}

/// True where our text does not stand, and hers is not aside.
bool is_taken_back(int folder, const Placing& file) {
  switch (file.action) {
    case Action::add: {
      if (!stands(folder, file.name)) return true;
      const auto standing = mark_of_file(folder, file.name);
      return standing != file.after() && standing != unread;
    }
    case Action::change: {
      const auto held = mark_of_file(folder, file.temporary);
      return held.empty() || held == file.after();
    }
    case Action::remove:
      return stands(folder, file.name);
  }
  return true;
}

void take_back(int folder, const Placing& file) {
  switch (file.action) {
    case Action::add:
      return take_back_new(folder, file);
    case Action::change:
      return take_back_changed(folder, file);
    case Action::remove:
      if (stands(folder, file.temporary)) rename_new(folder, file.temporary, file.name);
      return;
  }
}

/// A temporary file gets a name that a person sees in the folder. Its path; empty where it cannot.
std::string keep_visibly(int folder, const Placing& file, std::string_view whose) {
  const auto name = fmt::format("{}.{}-{}", file.name, whose, Letters{}.draw(4));
  if (rename_new(folder, file.temporary, name).error != 0) return {};
  sync(folder);
  return joined(file.folder, name);
}

struct Stop {
  std::size_t at = 0;
  Blocked why;
  std::string kept;  // where our own text is
};

class Change {
 public:
  explicit Change(int root) : root_(root) {}
  Change(int root, std::vector<Placing> files) : root_(root), files_(std::move(files)) {}

  void stage(const FileChange& file);
  /// A single new or changed name needs none: it is one rename. A removal is more than that.
  bool needs_intent() const {
    return files_.size() > 1 || std::ranges::count(files_, Action::remove, &Placing::action) > 0;
  }
  std::string intent() const;
  const std::vector<Placing>& files() const { return files_; }

  /// Changes all names, or says where it stopped.
  std::optional<Stop> place_all();
  void take_back_all_but(std::size_t at);
  bool is_taken_back_but(std::size_t at) const;
  int sync_folders() const;
  bool was_plain() const { return plain_; }

  // Only where no intent stands any more: it relies on the temporary files.
  void keep_own_text(Stop& stop) const;
  void drop_own_texts() const;
  bool drop_old_texts() const;
  void remove_new_folders() const;

 private:
  Descriptor folder_of(const Placing& file) const { return open_folder(root_, file.folder); }
  void stage_new(const Spot& spot, std::string_view text, const Keeping& keeping);
  void stage_changed(const Spot& spot, const FileChange& file);
  void stage_moved(const Spot& spot, const FileChange& file);
  void stage_removed(const Spot& spot, const FileChange& file);
  void add(Placing file, std::string_view text, const Keeping& keeping);

  int root_;
  std::vector<Placing> files_;
  std::vector<std::string> new_folders_;
  bool plain_ = false;
};

/// What the new text inherits from the old file. Throws Error where that may not be replaced.
Keeping keeping_of(int folder, const Spot& spot) {
  const auto path = joined(spot.folder, spot.name);
  struct stat found {};
  if (fstatat(folder, spot.name.c_str(), &found, AT_SYMLINK_NOFOLLOW) != 0) {
    if (errno == ENOENT) return {};  // said when its turn comes, and our text kept
    throw cannot_write(path, errno);
  }
  const auto refuse = [&](std::string_view reason, std::string next = "nothing was changed") {
    throw Error{fmt::format("cannot write {}: {}", path, reason), std::move(next)};
  };
  if (S_ISLNK(found.st_mode)) refuse("it is a link, and links are not followed");
  if (!S_ISREG(found.st_mode)) refuse("it is no regular file");
  if (found.st_nlink != 1) refuse("it has several names (hard links), which would part");
  if ((found.st_mode & 0222) == 0 ||
      (faccessat(folder, spot.name.c_str(), W_OK, AT_EACCESS) != 0 && errno == EACCES)) {
    refuse("it is read-only", fmt::format("nothing was changed; `chmod u+w {}` allows it", path));
  }
  return {found.st_mode & 0777u, static_cast<long>(found.st_uid), static_cast<long>(found.st_gid)};
}

void Change::add(Placing file, std::string_view text, const Keeping& keeping) {
  const auto folder = folder_of(file);
  if (const int error = write_new(folder.get(), file.temporary, text, keeping)) {
    throw cannot_write(file.path(), error);
  }
  files_.push_back(std::move(file));
}

void Change::stage_new(const Spot& spot, std::string_view text, const Keeping& keeping) {
  const auto made = make_folders(root_, spot.folder);
  new_folders_.insert(new_folders_.end(), made.begin(), made.end());
  if (stands(open_folder(root_, spot.folder).get(), spot.name)) {
    throw Error{fmt::format("{} is there already", joined(spot.folder, spot.name)),
                "nothing was overwritten"};
  }
  const auto temporary = temporary_name({spot.name, std::string{no_text}, mark_of(text)});
  add({Action::add, spot.folder, spot.name, temporary}, text, keeping);
}

void Change::stage_changed(const Spot& spot, const FileChange& file) {
  if (*file.before == file.after) return;
  const auto keeping = keeping_of(open_folder(root_, spot.folder).get(), spot);
  const auto temporary = temporary_name({spot.name, mark_of(*file.before), mark_of(file.after)});
  add({Action::change, spot.folder, spot.name, temporary}, file.after, keeping);
}

void Change::stage_moved(const Spot& spot, const FileChange& file) {
  const auto old = spot_of(file.moved_from);
  const auto keeping = keeping_of(open_folder(root_, old.folder).get(), old);
  stage_new(spot, file.after, keeping);
  const auto aside = temporary_name({old.name, mark_of(*file.before), std::string{no_text}});
  files_.push_back({Action::remove, old.folder, old.name, aside});
}

void Change::stage_removed(const Spot& spot, const FileChange& file) {
  keeping_of(open_folder(root_, spot.folder).get(), spot);  // throws where it may not be touched
  const auto aside = temporary_name({spot.name, mark_of(*file.before), std::string{no_text}});
  files_.push_back({Action::remove, spot.folder, spot.name, aside});
}

void Change::stage(const FileChange& file) {
  const auto spot = spot_of(file.path);
  if (file.removed) return stage_removed(spot, file);
  if (!file.before) return stage_new(spot, file.after, {});
  if (file.moved_from.empty() || file.moved_from == file.path) return stage_changed(spot, file);
  stage_moved(spot, file);
}

std::string Change::intent() const {
  auto text = fmt::format("{}\n", intent_head);
  for (const auto& file : files_) {
    const auto word = std::ranges::find(action_words, file.action, &ActionWord::action)->word;
    text += fmt::format("{}\n{}\n{}\n", word, file.path(), file.temporary);
  }
  return text + fmt::format("{}\n", intent_end);
}

std::optional<Stop> Change::place_all() {
  for (std::size_t i = 0; i < files_.size(); ++i) {
    const auto result = place(folder_of(files_[i]).get(), files_[i]);
    if (result.blocked) return Stop{i, *result.blocked, {}};
    plain_ |= result.plain;
  }
  return std::nullopt;
}

bool Change::is_taken_back_but(std::size_t at) const {
  for (std::size_t i = 0; i < files_.size(); ++i)
    if (i != at && !is_taken_back(folder_of(files_[i]).get(), files_[i])) return false;
  return true;
}

void Change::take_back_all_but(std::size_t at) {
  for (std::size_t i = files_.size(); i-- > 0;) {
    if (i != at) take_back(folder_of(files_[i]).get(), files_[i]);
  }
}

/// Our text of the file that stopped the change stays beside the other program's.
void Change::keep_own_text(Stop& stop) const {
  // A moved file is added first and then removed: our text lies with the addition.
  const bool moved = files_[stop.at].action == Action::remove && stop.at > 0;
  const auto& own = files_[moved ? stop.at - 1 : stop.at];
  if (own.action == Action::remove) return;
  stop.kept = keep_visibly(folder_of(own).get(), own, "yours");
}

void Change::drop_own_texts() const {
  for (const auto& file : files_) {
    if (file.action == Action::remove) continue;
    const auto folder = folder_of(file);
    if (mark_of_file(folder.get(), file.temporary) == file.after()) {
      remove_name(folder.get(), file.temporary);
    }
  }
}

/// False where some could not be removed.
bool Change::drop_old_texts() const {
  bool dropped = true;
  for (const auto& file : files_)
    if (file.action != Action::add) {
      const int error = remove_name(folder_of(file).get(), file.temporary);
      dropped &= error == 0 || error == ENOENT;
    }
  return dropped;
}

void Change::remove_new_folders() const {
  for (auto made = new_folders_.rbegin(); made != new_folders_.rend(); ++made) {
    const auto spot = spot_of(*made);
    unlinkat(open_folder(root_, spot.folder).get(), spot.name.c_str(), AT_REMOVEDIR);
  }
}

int Change::sync_folders() const {
  std::vector<std::string> folders;
  for (const auto& file : files_) folders.push_back(file.folder);
  std::ranges::sort(folders);
  folders.erase(std::unique(folders.begin(), folders.end()), folders.end());
  int failed = 0;
  for (const auto& folder : folders) {
    if (const int error = sync(open_folder(root_, folder).get())) failed = error;
  }
  return failed;
}

Error why_stopped(const Placing& file, const Stop& stop) {
  const auto path = file.path();
  const auto next =
      stop.kept.empty()
          ? std::string{"nothing was overwritten"}
          : fmt::format("your version is kept in {}: compare the two, then run the command again",
                        stop.kept);
  switch (stop.why.why) {
    case Why::there:
      return Error{path + " is there already", next};
    case Why::gone:
      return Error{path + " was removed or renamed by another program meanwhile", next};
    case Why::changed:
      return Error{path + " was changed by another program meanwhile", next};
    case Why::error:
      break;
  }
  return cannot_write(path, stop.why.error);
}

/// Nothing for a text that is no intent, or that names what no intent of ours would.
std::optional<std::vector<Placing>> read_intent(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (lines.size() % 3 != 2 || lines.front() != intent_head || lines.back() != intent_end)
    return {};
  std::vector<Placing> files;
  for (std::size_t i = 1; i + 3 < lines.size(); i += 3) {
    const auto word = std::ranges::find(action_words, lines[i], &ActionWord::word);
    const auto temporary = std::string{lines[i + 2]};
    if (word == std::end(action_words) || !is_temporary(temporary)) return {};
    if (temporary.find('/') != temporary.npos) return {};
    try {
      const auto spot = spot_of(lines[i + 1]);
      files.push_back({word->action, spot.folder, spot.name, temporary});
    } catch (const Error&) {
      return {};  // a path that leaves the journal: not ours
    }
  }
  return files;
}

std::string named(const std::vector<Placing>& files) {
  std::string names;
  for (const auto& file : files) names += (names.empty() ? "" : ", ") + file.path();
  return names;
}

/// Everything as it was before. False where that fails too: whoever writes next finds the intent.
bool undo(Change& change, Stop& stop, bool keep, const std::function<void()>& remove_intent) {
  change.take_back_all_but(stop.at);
  change.sync_folders();
  if (!change.is_taken_back_but(stop.at)) return false;
  remove_intent();
  if (keep) change.keep_own_text(stop);
  change.drop_own_texts();
  change.remove_new_folders();
  return true;
}

std::string carry_through(int root, std::vector<Placing> files,
                          const std::function<void()>& remove_intent) {
  std::erase_if(files, [&](const Placing& file) {
    return !file.folder.empty() && !stands(root, file.folder);
  });
  Change change{root, std::move(files)};
  const auto names = named(change.files());
  if (auto stop = change.place_all()) {
    const bool undone = undo(change, *stop, true, remove_intent);
    const auto why = why_stopped(change.files()[stop->at], *stop);
    if (!undone) {
      throw Error{fmt::format("a stopped command had begun to change {}; this can be neither "
                              "finished nor taken back just now: {}",
                              names, why.what()),
                  "nothing of it is lost; what stands in the way is to be mended first"};
    }
    return fmt::format("Undid what a stopped command had begun ({}): {}; {}.", names, why.what(),
                       why.hint);
  }
  if (const int error = change.sync_folders()) throw cannot_write(names, error);
  remove_intent();
  change.drop_old_texts();
  return fmt::format("Finished what a stopped command had begun: {}.", names);
}

/// Goes through the folders for temporary files that a dead process left.
class Tidying {
 public:
  explicit Tidying(int root) : root_(root) {}

  void go_through(const std::string& folder, int depth = 0) {
    constexpr int deepest = 100;
    if (depth > deepest) return;
    const auto here = listed(folder);
    // Another journal is its own writers'.
    if (depth > 0 && std::ranges::find(here, "coach.toml", &Listed::name) != here.end()) return;
    tidy(folder, here);
    for (const auto& found : here) {
      if (found.kind == Listed::Kind::folder && found.name != ".git")
        go_through(joined(folder, found.name), depth + 1);
    }
  }

  /// One folder, without those in it.
  void tidy(const std::string& folder) { tidy(folder, listed(folder)); }

  std::vector<std::string> said() && {
    if (removed_ == 1) said_.push_back("Removed a temporary file that a stopped command left.");
    if (removed_ > 1) {
      said_.push_back(
          fmt::format("Removed {} temporary files that a stopped command left.", removed_));
    }
    return std::move(said_);
  }

 private:
  std::vector<Listed> listed(const std::string& folder) const {
    try {
      return list_folder(root_, folder);
    } catch (const Unreadable&) {
      return {};  // what cannot be read holds nothing of ours
    }
  }

  void tidy(const std::string& folder, const std::vector<Listed>& here) {
    for (const auto& found : here)
      if (found.kind == Listed::Kind::file && is_temporary(found.name)) tidy(folder, found.name);
  }

  void tidy(const std::string& folder, const std::string& temporary) {
    const auto about = read_temporary(temporary);
    const auto opened = open_folder(root_, folder);
    const int fd = opened.get();
    const Placing file{Action::change, folder, about.name, temporary};
    const auto held = mark_of_file(fd, temporary);
    if (held == unread) return;
    if (about.before.empty() || about.before == no_text || held == about.after)
      return drop(fd, file);
    const auto standing = mark_of_file(fd, about.name);
    if (held == about.before) {
      // Without second names a file that changes is away for a moment.
      const bool away = standing.empty() && about.after != no_text;
      if (!away) return drop(fd, file);
      if (rename_new(fd, temporary, about.name).error == 0) sync(fd);
      said_.push_back(fmt::format("Brought back {}.", file.path()));
      return;
    }
    if (standing == about.before) return drop(fd, file);  // ours, and not written to its end
    const auto kept = keep_visibly(fd, file, "kept");
    if (kept.empty()) return;
    said_.push_back(
        fmt::format("{} was saved by another program just when a command was stopped: what it "
                    "saved is kept in {}.",
                    file.path(), kept));
  }

  void drop(int folder, const Placing& file) {
    if (remove_name(folder, file.temporary) == 0) ++removed_;
  }

  int root_;
  int removed_ = 0;
  std::vector<std::string> said_;
};

void throw_interrupted() { throw Error{"interrupted; nothing was changed", {}, Exit::interrupted}; }

}  // namespace

WriteOutcome Folder::write(std::span<const FileChange> files, std::string_view state,
                           const std::function<bool()>& interrupted,
                           const std::function<void()>& before_names) const {
  Change change{fd_};
  const auto intent = joined(std::string{state}, std::string{intent_name});
  const auto remove_intent = [&] {
    if (change.needs_intent()) remove(intent);
  };
  try {
    for (const auto& file : files) {
      if (interrupted()) throw_interrupted();
      change.stage(file);
    }
    before_names();  // the intent counts: whoever finds it changes them
    if (change.needs_intent()) {
      // The names of the temporary files must not be lost when the intent is not.
      if (const int error = change.sync_folders()) throw cannot_write(intent, error);
      put(intent, change.intent());
    }
    if (interrupted()) throw_interrupted();
  } catch (...) {
    remove_intent();
    change.drop_own_texts();
    change.remove_new_folders();
    throw;
  }
  if (auto stop = change.place_all()) {
    const bool keep = stop->why.why == Why::changed || stop->why.why == Why::gone;
    undo(change, *stop, keep, remove_intent);
    throw why_stopped(change.files()[stop->at], *stop);
  }
  WriteOutcome outcome;
  const int unsynced = change.sync_folders();
  if (unsynced != 0) {
    outcome.notes.push_back(fmt::format("{}: written, but it may not survive a power cut ({}).",
                                        named(change.files()), in_words(unsynced)));
  }
  if (change.was_plain()) {
    outcome.notes.push_back(
        "This file system cannot exchange two files in one step: what another program saved at "
        "the very same moment may be lost.");
  }
  try {
    remove_intent();
    outcome.left_something = !change.drop_old_texts();
  } catch (const Error& error) {
    outcome.left_something = true;
    outcome.notes.push_back(fmt::format("{}; the next command that writes does.", error.what()));
  }
  return outcome;
}

std::vector<std::string> Folder::recover(std::string_view state) const {
  std::vector<std::string> said;
  const auto intent = joined(std::string{state}, std::string{intent_name});
  const auto remove_intent = [&] { remove(intent); };
  if (const auto text = read(intent)) {
    auto files = read_intent(*text);
    if (files) said.push_back(carry_through(fd_, std::move(*files), remove_intent));
    remove_intent();
  }
  Tidying tidying{fd_};
  tidying.go_through("");
  tidying.tidy(std::string{state});
  auto tidied = std::move(tidying).said();
  said.insert(said.end(), tidied.begin(), tidied.end());
  return said;
}

std::vector<std::string> Folder::unfinished(std::string_view state) const {
  const auto text = read(joined(std::string{state}, std::string{intent_name}));
  std::vector<std::string> paths;
  for (const auto& file :
       text ? read_intent(*text).value_or(std::vector<Placing>{}) : std::vector<Placing>{})
    paths.push_back(file.path());
  return paths;
}

}  // namespace coach
