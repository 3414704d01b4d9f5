#include "journal/git.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "base/error.h"
#include "base/file.h"
#include "base/text.h"
#include "journal/git_run.h"

namespace coach {

namespace {

namespace fs = std::filesystem;
using Paths = std::vector<std::string>;

std::string saved_but(const std::string& reason, const std::string& next) {
  return fmt::format("Saved, but not committed: {}. {}", reason, next);
}

// Git's words.
constexpr std::string_view lock_was_there = ".lock': File exists";
constexpr std::string_view branch_has_moved = "cannot lock ref 'HEAD'";
constexpr std::string_view next_commits = "The next command that writes commits it.";

/// Why nothing may be committed there; empty where it may.
std::string refusal(const Committing& where) {
  const auto reason = where.trusted ? "" : why_not_its_own(where.repository);
  return reason.empty() ? "" : "this journal came from elsewhere, and " + reason;
}

std::string words_of(const Ran& ran) {
  constexpr std::size_t enough = 2000;
  const auto words = trimmed(ran.errors.empty() ? ran.output : ran.errors);
  return std::string{words.substr(0, enough)};
}

constexpr int misused = 129;  // git's own exit code for options that it does not know

/// By a signal, or what git had started was. (129 is SIGHUP's as well; then git says nothing.)
bool was_killed(const Ran& ran) {
  return ran.status > misused || (ran.status == misused && ran.errors.empty());
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
  CommitOutcome run();

 private:
  void begin_commit();
  bool may_begin();
  bool is_between_commits();
  bool disarm();
  bool mend_index();
  void leave_out_filtered();
  void leave_out_gone();
  bool leave_out_ignored();
  bool add();
  void commit();
  bool is_unchanged() const;
  bool take_fallback_identity();
  Ran patiently(const Paths& arguments) { return patiently(arguments, git_(arguments)); }
  Ran patiently(const Paths& arguments, Ran first);
  void finish();
  void note(const std::string& text) { outcome_.notes.push_back(text); }
  void note_failure(const Ran& ran);

  const Committing& where_;
  const Paths words_;  // of `git commit`, but for the paths
  GitFolder folder_;
  Folder root_;
  bool first_of_boot_;
  Git git_;
  std::unique_ptr<Started> waiting_;  // a `git commit` without its paths
  Paths paths_;
  bool killed_ = false;      // a git was: its locks may still stand
  bool complained_ = false;  // a git said something, whatever its exit code
  bool met_lock_ = false;    // another git's
  CommitOutcome outcome_;
};

void Commit::Making::note_pending(const Paths& paths) {
  Paths noted;
  for (const auto& path : paths) noted.push_back(where_.repository.prefix + path);
  folder_.add_pending(noted);
  // What came from elsewhere is to be disarmed first.
  if (where_.trusted && git_.path_input(noted)) begin_commit();
}

/// `git commit` gets ready while the files are written and added. It takes no lock before it has
/// its paths, and without any it commits nothing.
void Commit::Making::begin_commit() {
  try {
    waiting_ = git_.start_without_paths(words_);
  } catch (const std::exception&) {
    // It is started again when its turn comes, and what fails then is said.
  }
}

bool Commit::Making::is_between_commits() {
  const auto* merging = folder_.what_is_under_way();
  if (!merging) return true;
  note(saved_but(
      fmt::format("{} is under way in the repository", merging->what),
      fmt::format("Finish it (`git {0} --continue`) or give it up (`git {0} --abort`): the next "
                  "command that writes commits it.",
                  merging->command)));
  return false;
}

bool Commit::Making::may_begin() {
  folder_.clear_dead_locks(first_of_boot_);
  if (const auto lock = folder_.lock_that_stays(); !lock.empty()) {
    note(saved_but(fmt::format("another git is at work ({})", lock),
                   fmt::format("{} If no git is running, remove that file.", next_commits)));
    return false;
  }
  return is_between_commits();
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

/// Another git may have taken the index, or moved the branch, between our look and our run: then it
/// runs once more.
Ran Commit::Making::patiently(const Paths& arguments, Ran first) {
  const auto says = [](const Ran& ran, std::string_view words) {
    return ran.status != 0 && ran.errors.find(words) != ran.errors.npos;
  };
  auto ran = std::move(first);
  const bool may_pass = says(ran, lock_was_there) && folder_.lock_that_stays().empty();
  if ((may_pass || says(ran, branch_has_moved)) && !folder_.what_is_under_way())
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
  note(saved_but(fmt::format("this journal came from elsewhere, and {}", trimmed(reason)),
                 "If it is yours, `coach trust` lets git use its own settings."));
  return false;
}

bool Commit::Making::mend_index() {
  if (!folder_.index_is_torn()) return true;
  folder_.note_running();
  const auto ran = patiently({"read-tree", folder_.is_unborn() ? "--empty" : "HEAD"});
  if (!killed_) folder_.note_ended(met_lock_);
  if (ran.status != 0) {
    note_failure(ran);
    return false;
  }
  note(
      "git's index could not be read, as after a power cut: it was made anew from the last commit. "
      "What you had staged is to be staged again.");
  return true;
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
  // The waiting one looked for a merge before it began to wait.
  if (!is_between_commits()) return;
  const auto arguments = git_.with_paths(words_, paths_);
  const auto input = git_.path_input(paths_);
  const bool waits = waiting_ && waiting_->is_waiting() && input;
  auto ran = waits ? waiting_->finish(*input) : git_(arguments);
  const bool is_too_old = waits && ran.status == misused && !was_killed(ran);  // before 2.25
  ran = patiently(arguments, is_too_old ? git_(arguments) : std::move(ran));
  if (ran.started && ran.status != 0 && !killed_) {
    if (is_unchanged()) return folder_.strike(paths_);
    if (take_fallback_identity()) ran = patiently(arguments);
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
  if (paths_.empty() || !may_begin() || !disarm() || !mend_index()) return outcome_;
  leave_out_filtered();
  leave_out_gone();
  if (paths_.empty()) return outcome_;
  folder_.note_running();
  if (!waiting_ && git_.path_input(paths_)) begin_commit();
  if (add() && !paths_.empty()) commit();
  // The note stays for a git that was killed: the next command clears its locks.
  if (!killed_) folder_.note_ended(met_lock_);
  if (outcome_.committed) finish();
  return outcome_;
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
