// Two files of our own stand in the .git folder:
//   coach-pending: the paths that are not committed yet, below the work tree, one a line
//   coach-running: "BOOT PID SECONDS" of the command that runs git, there while it does
#include "journal/git.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <memory>
#include <set>
#include <string_view>
#include <system_error>
#include <thread>

#include "base/error.h"
#include "base/file.h"
#include "journal/git_run.h"

namespace coach {

namespace {

namespace fs = std::filesystem;
using Paths = std::vector<std::string>;

constexpr std::string_view pending_file = "coach-pending";
constexpr std::string_view running_file = "coach-running";
constexpr std::chrono::milliseconds patience{2000};
constexpr std::chrono::milliseconds pause{20};

bool exists(const std::string& path) {
  struct stat found {};
  return lstat(path.c_str(), &found) == 0;
}

bool is_real_folder(const std::string& path) {
  struct stat found {};
  return lstat(path.c_str(), &found) == 0 && S_ISDIR(found.st_mode);
}

std::string canonical(const std::string& path) {
  std::error_code none;
  return fs::canonical(path, none).string();
}

std::string_view without_line_end(std::string_view text) {
  while (text.ends_with('\n') || text.ends_with('\r') || text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

Paths lines(std::string_view text) {
  Paths found;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    found.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return found;
}

/// Steps down from a folder and never out of it, nor into git's own.
bool is_below(std::string_view path) {
  while (true) {
    const auto step = path.substr(0, path.find('/'));
    if (step.empty() || step == "." || step == ".." || step == ".git") return false;
    if (step.size() == path.size()) return true;
    path.remove_prefix(step.size() + 1);
  }
}

/// The path that a `.git` file names, from the folder that holds it; empty where it is no such
/// file.
fs::path named_in(const fs::path& dot_git) {
  constexpr std::string_view key = "gitdir: ";
  try {
    const auto text = Folder{dot_git.parent_path()}.read(dot_git.filename().string()).value_or("");
    if (!text.starts_with(key)) return {};
    return dot_git.parent_path() / without_line_end(std::string_view{text}.substr(key.size()));
  } catch (const Error&) {
    return {};  // a pipe, a device: no repository
  }
}

/// Where a `.git` leads: the folder itself, or the one that a file names. Empty: to no repository.
std::string git_folder_of(const std::string& folder) {
  auto found = canonical(folder + "/.git");
  if (!found.empty() && !is_real_folder(found)) found = canonical(named_in(found).string());
  return !found.empty() && exists(found + "/HEAD") ? found : std::string{};
}

std::string saved_but(const std::string& reason, const std::string& next) {
  return fmt::format("Saved, but not committed: {}. {}", reason, next);
}

// Git's words.
constexpr std::string_view lock_was_there = ".lock': File exists";
constexpr std::string_view branch_has_moved = "cannot lock ref 'HEAD': is at ";
constexpr std::string_view next_commits = "The next command that writes commits it.";

/// Links in a repository's folder would have git write through them: into a log, a message file,
/// another repository. Hooks are off, and objects are named by what they hold.
bool holds_links(const Folder& git, const std::string& folder = {}, int depth = 0) {
  constexpr int deepest = 50;
  if (depth > deepest) return true;
  for (const auto& [kind, name] : git.list(folder)) {
    if (kind == Listed::Kind::link) return true;
    if (kind != Listed::Kind::folder || name == "hooks" || folder == "objects") continue;
    if (holds_links(git, folder.empty() ? name : folder + "/" + name, depth + 1)) return true;
  }
  return false;
}

/// Why nothing may be committed there; empty where it may.
std::string refusal(const Committing& where) {
  if (where.trusted) return {};
  const auto& git = where.repository.git_folder;
  if (!where.repository.is_journal || git != where.repository.work_tree + "/.git" ||
      !is_real_folder(git) || exists(git + "/commondir")) {
    return "this journal came from elsewhere, and its repository is not a `.git` folder of its own";
  }
  if (holds_links(Folder{git})) {
    return "this journal came from elsewhere, and its `.git` folder holds links";
  }
  return {};
}

struct UnderWay {
  std::string_view file;
  std::string_view what;
  std::string_view command;
};
constexpr UnderWay under_way[] = {
    {"MERGE_HEAD", "a merge", "merge"},
    {"rebase-merge", "a rebase", "rebase"},
    {"rebase-apply", "a rebase or `git am`", "rebase"},
    {"CHERRY_PICK_HEAD", "a cherry-pick", "cherry-pick"},
    {"REVERT_HEAD", "a revert", "revert"},
};

/// The notes and locks in a repository's git folder.
class GitFolder {
 public:
  explicit GitFolder(const Repository& repository) : path_(repository.git_folder), folder_(path_) {}

  Paths pending() const { return noted_in(pending_text()); }
  void add_pending(const Paths& paths) const;
  void strike(const Paths& paths) const;

  const UnderWay* what_is_under_way() const {
    const auto* found = std::ranges::find_if(
        under_way, [&](const UnderWay& each) { return folder_.has(each.file); });
    return found == std::end(under_way) ? nullptr : found;
  }

  /// "refs/heads/main"; empty where HEAD is detached.
  std::string branch() const;
  /// Of a linked work tree, the folder of the repository that it belongs to.
  std::string common() const;

  void note_running() const;
  void note_ended(bool met_lock) const;
  void clear_dead_locks(bool first_of_boot) const;
  /// The lock that still stands after a while, or nothing.
  std::string lock_that_stays() const;
  bool sync() const;

 private:
  /// One that cannot be cleared says something of a process that is dead, or of what is committed.
  void clear(std::string_view note) const {
    try {
      if (folder_.has(note)) folder_.jot(note, "");
    } catch (const Error&) {
    }
  }
  std::string pending_text() const { return folder_.read(pending_file).value_or(""); }
  static Paths noted_in(std::string text) {
    text.resize(text.rfind('\n') + 1);  // a line that was torn names something else
    auto noted = lines(text);
    std::erase_if(noted, [](const std::string& path) { return !is_below(path); });
    return noted;
  }
  std::string file(std::string_view name) const { return fmt::format("{}/{}", path_, name); }
  Paths locks() const;
  Paths leavings() const;

  std::string path_;
  Folder folder_;
};

void GitFolder::add_pending(const Paths& paths) const {
  const auto text = pending_text();
  const auto noted = noted_in(text);
  std::string added;
  for (const auto& path : paths) {
    if (std::ranges::find(noted, path) == noted.end()) added += path + '\n';
  }
  if (!text.empty() && !text.ends_with('\n'))
    return folder_.put(
        pending_file, noted.empty() ? added : fmt::format("{}\n{}", fmt::join(noted, "\n"), added));
  if (!added.empty()) folder_.append(pending_file, added);
}

void GitFolder::strike(const Paths& paths) const {
  const std::set<std::string> struck{paths.begin(), paths.end()};
  auto noted = pending();
  std::erase_if(noted, [&](const std::string& path) { return struck.contains(path); });
  if (!noted.empty()) return folder_.put(pending_file, fmt::format("{}\n", fmt::join(noted, "\n")));
  clear(pending_file);  // one that comes back with a power cut is found unchanged
}

std::string GitFolder::branch() const {
  constexpr std::string_view key = "ref: ";
  const auto head = folder_.read("HEAD").value_or("");
  if (!head.starts_with(key)) return {};
  std::string name{without_line_end(std::string_view{head}.substr(key.size()))};
  return is_below(name) && name.starts_with("refs/") ? name : std::string{};
}

std::string GitFolder::common() const {
  const auto named = folder_.read("commondir");
  if (!named) return path_;
  const auto found = canonical((fs::path{path_} / fs::path{without_line_end(*named)}).string());
  return found.empty() ? path_ : found;
}

Paths GitFolder::locks() const {
  Paths all{file("index.lock"), file("HEAD.lock")};
  if (const auto name = branch(); !name.empty()) {
    all.push_back(fmt::format("{}/{}.lock", common(), name));
  }
  return all;
}

/// The locks, and what is in nobody's way but would lie there for ever: the index that a commit of
/// some paths alone is made from.
Paths GitFolder::leavings() const {
  auto all = locks();
  for (const auto& listed : folder_.list())
    if (listed.name.starts_with("next-index-") && listed.name.ends_with(".lock"))
      all.push_back(file(listed.name));
  return all;
}

/// Not durable: behind a power cut locks are told by their age.
void GitFolder::note_running() const {
  folder_.jot(running_file, fmt::format("{} {} {}\n", boot_id(), getpid(), std::time(nullptr)));
}

/// Git has ended. What it could not take away is taken away by the next command, and nothing that
/// came later. Where it met another git's lock, no lock is surely its own.
void GitFolder::note_ended(bool met_lock) const {
  if (met_lock || std::ranges::none_of(leavings(), exists)) return clear(running_file);
  try {
    const auto text = folder_.read(running_file).value_or("");
    if (text.ends_with('\n'))
      folder_.jot(running_file, fmt::format("{} {}\n", without_line_end(text), std::time(nullptr)));
  } catch (const Error&) {
    // Then the note says no more than that it ran, as of one that was killed.
  }
}

struct Running {
  std::string boot;
  long pid = 0;
  std::time_t since = 0;
  std::time_t until = 0;  // 0: it never said that it ended
};

Running read_running(std::string_view text, std::time_t written) {
  Running running{{}, 0, written};
  const auto first = text.find(' ');
  const auto second = first == text.npos ? first : text.find(' ', first + 1);
  if (second == text.npos) return running;
  running.boot = text.substr(0, first);
  std::from_chars(text.data() + first + 1, text.data() + second, running.pid);
  const char* end = text.data() + text.size();
  const auto since = std::from_chars(text.data() + second + 1, end, running.since);
  if (since.ptr != end && *since.ptr == ' ') std::from_chars(since.ptr + 1, end, running.until);
  return running;
}

/// A lock that looks dead may belong to a git that is just at work: it gets the time to end.
void remove_if_it_stays(const std::string& lock, const Running& running) {
  const auto end = std::chrono::steady_clock::now() + patience;
  struct stat found {};
  while (lstat(lock.c_str(), &found) == 0 && found.st_mtime >= running.since &&
         (running.until == 0 || found.st_mtime <= running.until)) {
    const std::chrono::seconds age{std::time(nullptr) - found.st_mtime};
    if (age >= patience || std::chrono::steady_clock::now() >= end) {
      unlink(lock.c_str());
      return;
    }
    std::this_thread::sleep_for(pause);
  }
}

/// Call with the journal's lock held: then a git that a command of ours started has ended, or the
/// command is this one. To the first command of a boot a lock that is older is nobody's either.
void GitFolder::clear_dead_locks(bool first_of_boot) const {
  constexpr std::time_t clocks_differ = 60;
  for (const auto& lock : first_of_boot ? leavings() : Paths{}) {
    struct stat found {};
    if (lstat(lock.c_str(), &found) == 0 && found.st_mtime < boot_time() - clocks_differ)
      unlink(lock.c_str());
  }
  const auto text = folder_.read(running_file);
  struct stat found {};
  if (!text || text->empty() || lstat(file(running_file).c_str(), &found) != 0) return;
  const auto running = read_running(*text, found.st_mtime);
  if (running.pid != getpid() && may_be_alive(running.boot, running.pid)) return;
  for (const auto& lock : leavings()) remove_if_it_stays(lock, running);
  clear(running_file);
}

std::string GitFolder::lock_that_stays() const {
  const auto end = std::chrono::steady_clock::now() + patience;
  while (true) {
    const auto all = locks();
    const auto held = std::ranges::find_if(all, exists);
    if (held == all.end()) return {};
    if (std::chrono::steady_clock::now() >= end) return *held;
    std::this_thread::sleep_for(pause);
  }
}

bool GitFolder::sync() const {
  const auto name = branch();
  const auto refs = name.empty() ? "refs" : name.substr(0, name.rfind('/'));
  return sync_folder(path_) && sync_folder(fmt::format("{}/{}", common(), refs));
}

std::string words_of(const Ran& ran) {
  constexpr std::size_t enough = 2000;
  const auto words = without_line_end(ran.errors.empty() ? ran.output : ran.errors);
  return std::string{words.substr(0, enough)};
}

bool was_killed(const Ran& ran) {
  constexpr int misused = 129;  // git's own exit code for options that it does not know
  return ran.status > misused;
}

}  // namespace

class Commit::Making {
 public:
  Making(const Committing& where, const std::string& message, const Lock& lock)
      : where_(where),
        words_{"commit",
               "-q",
               "--only",
               "--no-status",
               "--cleanup=whitespace",
               "--message=" + message},
        folder_(where.repository),
        root_(where.repository.work_tree),
        first_of_boot_(lock.first_of_boot()),
        git_(where.repository.work_tree, where.trusted, lock.descriptor()) {}

  void note_pending(const Paths& paths);
  void get_ready();
  CommitOutcome run();

 private:
  bool may_begin();
  bool disarm();
  void leave_out_filtered();
  void leave_out_gone();
  bool leave_out_ignored();
  bool add();
  void commit();
  bool is_unchanged() const;
  bool take_fallback_identity();
  Ran patiently(const Paths& arguments, std::unique_ptr<Started> ready = {});
  void finish();
  void note(const std::string& text) { outcome_.notes.push_back(text); }
  void note_failure(const Ran& ran);

  const Committing& where_;
  const Paths words_;  // of `git commit`, but for the paths
  GitFolder folder_;
  Folder root_;
  bool first_of_boot_;
  Git git_;
  std::unique_ptr<Started> ready_;  // a `git commit` that waits for its paths
  Paths paths_;
  bool killed_ = false;      // a git was: its locks may still stand
  bool complained_ = false;  // a git said something, whatever its exit code
  bool met_lock_ = false;    // another git's
  CommitOutcome outcome_;
};

void Commit::Making::note_pending(const Paths& paths) {
  const auto& work_tree = where_.repository.work_tree;
  const auto journal = canonical(where_.journal);
  const auto prefix = journal.size() > work_tree.size() ? journal.substr(work_tree.size() + 1) + "/"
                                                        : std::string{};
  Paths noted;
  for (const auto& path : paths) {
    if (is_below(path) && path.find('\n') == path.npos) noted.push_back(prefix + path);
  }
  folder_.add_pending(noted);
  // What came from elsewhere is to be disarmed first.
  if (where_.trusted) get_ready();
}

/// `git commit` gets ready while the files are written and added. It takes no lock before it has
/// its paths, and without any it commits nothing.
void Commit::Making::get_ready() {
  try {
    ready_ = git_.start_without_paths(words_);
  } catch (const Error&) {
    // It is started again when its turn comes, and what fails then is said.
  }
}

bool Commit::Making::may_begin() {
  if (const auto* merging = folder_.what_is_under_way()) {
    note(saved_but(
        fmt::format("{} is under way in the repository", merging->what),
        fmt::format("Finish it (`git {0} --continue`) or give it up (`git {0} --abort`): the next "
                    "command that writes commits it.",
                    merging->command)));
    return false;
  }
  folder_.clear_dead_locks(first_of_boot_);
  if (const auto lock = folder_.lock_that_stays(); !lock.empty()) {
    note(saved_but(fmt::format("another git is at work ({})", lock),
                   fmt::format("{} If no git is running, remove that file.", next_commits)));
    return false;
  }
  return true;
}

void Commit::Making::note_failure(const Ran& ran) {
  if (!ran.started) {
    note(saved_but("git is not installed", "Once it is, the next command that writes commits it."));
    return;
  }
  const auto words = words_of(ran);
  note(saved_but(words.empty() ? fmt::format("git ended with {}", ran.status)
                               : fmt::format("git said: {}", words),
                 "The next command that writes tries again."));
}

/// Another git may have taken the index, or moved the branch, between our look and our run.
Ran Commit::Making::patiently(const Paths& arguments, std::unique_ptr<Started> ready) {
  const auto says = [](const Ran& ran, std::string_view words) {
    return ran.status != 0 && ran.errors.find(words) != ran.errors.npos;
  };
  auto ran = ready ? ready->finish(*git_.path_input(paths_)) : git_(arguments);
  if (says(ran, branch_has_moved) ||
      (says(ran, lock_was_there) && folder_.lock_that_stays().empty()))
    ran = git_(arguments);
  killed_ |= was_killed(ran);
  complained_ |= !ran.errors.empty();
  met_lock_ |= says(ran, lock_was_there);
  return ran;
}

bool Commit::Making::disarm() {
  if (where_.trusted) return true;
  const auto reason = git_.disarm();
  if (reason.empty()) return true;
  note(saved_but(fmt::format("this journal came from elsewhere, and {}", without_line_end(reason)),
                 "If it is yours, `coach trust` lets git use its own settings."));
  return false;
}

/// With emptied filters git-crypt would commit plain text.
void Commit::Making::leave_out_filtered() {
  if (where_.trusted) return;
  const auto ran = git_(git_.with_paths({"check-attr", "-z", "filter"}, paths_));
  if (ran.status != 0) {
    note_failure(ran);
    paths_.clear();
    return;
  }
  const auto parts = zero_ended(ran.output);  // path, "filter", value
  for (std::size_t i = 0; i + 2 < parts.size(); i += 3) {
    const auto& filter = parts[i + 2];
    if (filter == "unspecified" || filter == "unset") continue;
    std::erase(paths_, parts[i]);
    note(saved_but(fmt::format("{} has a git filter (`{}`), and this journal came from elsewhere",
                               parts[i], filter),
                   "If it is yours, `coach trust` lets its filters run."));
  }
}

/// A path that is neither there nor known to git was never written.
void Commit::Making::leave_out_gone() {
  Paths gone;
  std::ranges::copy_if(paths_, std::back_inserter(gone),
                       [&](const std::string& path) { return !root_.has(path); });
  if (gone.empty()) return;
  // Asked twice: where an index cannot be opened just now, git takes it for empty and ends with 0.
  for (const auto& ask : {Paths{"ls-files", "-z"}, Paths{"ls-tree", "-z", "--name-only", "HEAD"}}) {
    if (gone.empty()) return;
    const auto ran = git_(git_.with_paths(ask, gone));
    constexpr int no_such_commit = 128;
    const bool unborn = ask.front() == "ls-tree" && ran.status == no_such_commit;
    if (!ran.started || (ran.status != 0 && !unborn)) return;
    const auto known = zero_ended(ran.output);
    std::erase_if(gone, [&](const std::string& path) {
      return std::ranges::find(known, path) != known.end();
    });
  }
  for (const auto& path : gone) std::erase(paths_, path);
  folder_.strike(gone);
}

/// True where some were: the rest can be added then.
bool Commit::Making::leave_out_ignored() {
  std::string input;
  for (const auto& path : paths_) input += path + '\0';
  const auto ignored = zero_ended(git_({"check-ignore", "-z", "--stdin"}, input).output);
  for (const auto& path : ignored) {
    std::erase(paths_, path);
    note(fmt::format("Saved; git does not keep {}, because a .gitignore says so.", path));
  }
  folder_.strike(ignored);
  return !ignored.empty();
}

bool Commit::Making::add() {
  Paths there;
  std::ranges::copy_if(paths_, std::back_inserter(there),
                       [&](const std::string& path) { return root_.has(path); });
  if (there.empty()) return true;
  const auto ran = patiently(git_.with_paths({"add"}, there));
  if (ran.status == 0) return true;
  if (ran.started && !killed_ && leave_out_ignored()) return add();
  note_failure(ran);
  return false;
}

/// False too where git cannot say: what is not surely committed stays noted.
bool Commit::Making::is_unchanged() const {
  const auto ran = git_(
      git_.with_paths({"status", "--porcelain", "--untracked-files=all", "--no-renames"}, paths_));
  return ran.started && ran.status == 0 && ran.output.empty() && ran.errors.empty();
}

/// True where git knows nobody, and now somebody.
bool Commit::Making::take_fallback_identity() {
  if (git_({"var", "GIT_AUTHOR_IDENT"}).status == 0 &&
      git_({"var", "GIT_COMMITTER_IDENT"}).status == 0) {
    return false;
  }
  const auto& [name, email] = where_.fallback;
  git_.set(fmt::format("user.name={}", name.empty() ? "coach" : name));
  git_.set(fmt::format("user.email={}", email.empty() ? "coach@localhost" : email));
  return true;
}

void Commit::Making::commit() {
  const bool fits = git_.path_input(paths_).has_value();
  auto ran = patiently(git_.with_paths(words_, paths_), fits ? std::move(ready_) : nullptr);
  if (ran.started && ran.status != 0 && !killed_) {
    if (is_unchanged()) return folder_.strike(paths_);
    if (take_fallback_identity()) ran = patiently(git_.with_paths(words_, paths_));
  }
  outcome_.committed = ran.status == 0;
  if (!outcome_.committed) note_failure(ran);
}

void Commit::Making::finish() {
  // Short of descriptors, git may pass over one of several files and end with 0.
  const bool is_sure = !complained_ && paths_.size() == 1;
  if (is_sure || is_unchanged()) folder_.strike(paths_);
  if (!folder_.sync()) note("Committed, but the commit may not survive a power cut.");
  if (folder_.branch().empty()) {
    note(
        "Committed, but HEAD is detached: no branch holds the commit. `git switch -c NAME` gives "
        "it one.");
  }
}

CommitOutcome Commit::Making::run() {
  paths_ = folder_.pending();
  constexpr std::size_t most = 5000;  // what fits a command line; the rest comes next time
  if (paths_.size() > most) paths_.erase(paths_.begin(), paths_.end() - most);
  if (paths_.empty() || !may_begin() || !disarm()) return outcome_;
  leave_out_filtered();
  leave_out_gone();
  if (paths_.empty()) return outcome_;
  folder_.note_running();
  if (!ready_) get_ready();
  if (add() && !paths_.empty()) commit();
  // The note stays for a git that was killed: the next command clears its locks.
  if (!killed_) folder_.note_ended(met_lock_);
  if (outcome_.committed) finish();
  return outcome_;
}

std::optional<Repository> find_repository(const std::string& journal) {
  const auto start = canonical(journal);
  for (auto folder = start; !folder.empty(); folder = folder.substr(0, folder.rfind('/'))) {
    if (auto git = git_folder_of(folder); !git.empty()) {
      return Repository{folder, std::move(git), folder == start};
    }
  }
  return std::nullopt;
}

std::optional<std::string> make_repository(const std::string& folder) {
  // Made beside and moved: a `git init` that was stopped leaves what is no repository.
  const std::string beside = folder + "/.coach/new-repository";
  std::error_code failed;
  fs::remove_all(beside, failed);
  fs::create_directories(beside, failed);
  if (failed) return failed.message();
  const Git git{beside, true, -1};
  const auto ran = git({"-c", "init.defaultBranch=main", "init", "-q"});
  if (ran.started && ran.status == 0) {
    for (const auto* below : {"/.git/refs/heads", "/.git/refs", "/.git/objects", "/.git"})
      sync_folder(beside + below);
    fs::rename(beside + "/.git", folder + "/.git", failed);
    sync_folder(folder);
  }
  std::error_code none;
  fs::remove_all(beside, none);
  if (!ran.started) return "git is not installed";
  if (ran.status != 0) return words_of(ran);
  if (failed) return failed.message();
  return std::nullopt;
}

Commit::Commit(const Committing& where, const std::string& message, const Lock& lock)
    : refusal_(refusal(where)) {
  if (refusal_.empty()) making_ = std::make_unique<Making>(where, message, lock);
}

Commit::~Commit() = default;

void Commit::note(const std::vector<std::string>& paths) {
  if (making_) making_->note_pending(paths);
}

CommitOutcome Commit::run() {
  if (!making_) return {false, {saved_but(refusal_, "If it is yours, `coach trust` allows it.")}};
  try {
    return making_->run();
  } catch (const Error& error) {
    return {false, {saved_but(error.what(), std::string{next_commits})}};
  }
}

}  // namespace coach
