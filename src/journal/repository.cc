#include "journal/repository.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <set>
#include <system_error>
#include <thread>

#include "base/error.h"
#include "base/lock.h"
#include "base/text.h"

namespace coach {

namespace {

namespace fs = std::filesystem;
using Paths = std::vector<std::string>;

constexpr std::string_view pending_file = "coach-pending";
constexpr std::string_view running_file = "coach-running";
constexpr std::chrono::milliseconds patience{2000};
constexpr std::chrono::milliseconds pause{20};

constexpr UnderWay under_way[] = {
    {"MERGE_HEAD", "a merge", "merge"},
    {"rebase-merge", "a rebase", "rebase"},
    {"rebase-apply", "a rebase or `git am`", "rebase"},
    {"CHERRY_PICK_HEAD", "a cherry-pick", "cherry-pick"},
    {"REVERT_HEAD", "a revert", "revert"},
};

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
    return dot_git.parent_path() / trimmed(std::string_view{text}.substr(key.size()));
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

Paths noted_in(std::string text) {
  text.resize(text.rfind('\n') + 1);  // a line that was torn names something else
  auto noted = lines_of(text);
  std::erase_if(noted, [](const std::string& path) { return !is_below(path); });
  return noted;
}

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

}  // namespace

std::optional<Repository> find_repository(const std::string& journal) {
  const auto start = canonical(journal);
  for (auto folder = start; !folder.empty(); folder = folder.substr(0, folder.rfind('/'))) {
    if (auto git = git_folder_of(folder); !git.empty()) {
      return Repository{folder, std::move(git),
                        folder == start ? "" : start.substr(folder.size() + 1) + "/"};
    }
  }
  return std::nullopt;
}

std::string why_not_its_own(const Repository& repository) {
  const auto& git = repository.git_folder;
  if (!repository.is_journal() || git != repository.work_tree + "/.git" || !is_real_folder(git) ||
      exists(git + "/commondir"))
    return "its repository is not a `.git` folder of its own";
  return holds_links(Folder{git}) ? "its `.git` folder holds links" : "";
}

const UnderWay* GitFolder::what_is_under_way() const {
  const auto* found =
      std::ranges::find_if(under_way, [&](const UnderWay& each) { return folder_.has(each.file); });
  return found == std::end(under_way) ? nullptr : found;
}

std::string GitFolder::pending_text() const { return folder_.read(pending_file).value_or(""); }

Paths GitFolder::pending() const { return noted_in(pending_text()); }

void GitFolder::add_pending(const Paths& paths) const {
  const auto text = pending_text();
  const auto noted = noted_in(text);
  std::string added;
  for (const auto& path : paths)
    if (is_below(path) && path.find('\n') == path.npos &&
        std::ranges::find(noted, path) == noted.end())
      added += path + '\n';
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

/// One that cannot be cleared says something of a process that is dead, or of what is committed.
void GitFolder::clear(std::string_view note) const {
  try {
    if (folder_.has(note)) folder_.jot(note, "");
  } catch (const Error&) {
  }
}

std::string GitFolder::branch() const {
  constexpr std::string_view key = "ref: ";
  const auto head = folder_.read("HEAD").value_or("");
  if (!head.starts_with(key)) return {};
  std::string name{trimmed(std::string_view{head}.substr(key.size()))};
  return is_below(name) && name.starts_with("refs/") ? name : std::string{};
}

std::string GitFolder::common() const {
  const auto named = folder_.read("commondir");
  if (!named) return path_;
  const auto found = canonical((fs::path{path_} / fs::path{trimmed(*named)}).string());
  return found.empty() ? path_ : found;
}

std::string GitFolder::file(std::string_view name) const {
  return fmt::format("{}/{}", path_, name);
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

void GitFolder::note_running() const {
  folder_.jot(running_file, fmt::format("{} {} {}\n", boot_id(), getpid(), std::time(nullptr)));
}

void GitFolder::note_ended(bool met_lock) const {
  if (met_lock || std::ranges::none_of(leavings(), exists)) return clear(running_file);
  try {
    const auto text = folder_.read(running_file).value_or("");
    if (text.ends_with('\n'))
      folder_.jot(running_file, fmt::format("{} {}\n", trimmed(text), std::time(nullptr)));
  } catch (const Error&) {
    // Then the note says no more than that it ran, as of one that was killed.
  }
}

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

bool GitFolder::index_is_torn() const {
  constexpr std::string_view signature = "DIRC";  // gitformat-index(5)
  const auto begins = folder_.begin_of("index", signature.size());
  // Of a sparse checkout the index alone says which files are left out.
  return begins && *begins != signature && !folder_.has("info/sparse-checkout");
}

bool GitFolder::is_unborn() const {
  const auto name = branch();
  const Folder repository{common()};
  if (name.empty() || repository.has(name) || repository.has("reftable")) return false;
  constexpr std::size_t many_refs = 64u << 20;
  return repository.read("packed-refs", many_refs).value_or("").find(" " + name + "\n") ==
         std::string::npos;
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

}  // namespace coach
