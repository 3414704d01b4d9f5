// Where a journal's git repository is, and what stands in its .git folder beside git's own: the
// notes of what is to be committed, and the locks of a git that died. Runs no git.
//
//   coach-pending: the paths that are not committed yet, below the work tree, one a line
//   coach-running: "BOOT PID SECONDS" of the command that runs git, there while it does; "BOOT PID
//                  SECONDS SECONDS" where git ended and left a lock
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"

namespace coach {

struct Repository {
  std::string work_tree;   // absolute; the journal itself, or a folder above it
  std::string git_folder;  // absolute; the .git folder (of a linked work tree: its own)
  std::string prefix;      // the journal's path in the work tree and a "/"; empty where it is that

  bool is_journal() const { return prefix.empty(); }
};

/// A `.git` folder, or a `.git` file that names one, here or above.
std::optional<Repository> find_repository(const std::string& journal);

/// What makes it another thing than a `.git` folder of the journal's own, through which git could
/// be led elsewhere, in words; empty where nothing does.
std::string why_not_its_own(const Repository& repository);

/// What git is in the middle of.
struct UnderWay {
  std::string_view file;     // that says so, in the .git folder
  std::string_view what;     // "a merge"
  std::string_view command;  // of git
};

/// A repository's notes and locks. Throws Error where a note cannot be read or written.
class GitFolder {
 public:
  explicit GitFolder(const Repository& repository) : path_(repository.git_folder), folder_(path_) {}

  /// The paths that are not committed yet, below the work tree.
  std::vector<std::string> pending() const;
  /// Durable. Those that lead out of the work tree, or into git's own, are none of ours.
  void add_pending(const std::vector<std::string>& paths) const;
  void strike(const std::vector<std::string>& paths) const;

  /// Null: nothing.
  const UnderWay* what_is_under_way() const;

  /// "refs/heads/main"; empty where HEAD is detached.
  std::string branch() const;
  /// Of a linked work tree, the folder of the repository that it belongs to.
  std::string common() const;

  /// Before git runs. Not durable: behind a power cut locks are told by their age.
  void note_running() const;
  /// Git has ended. What it could not take away is taken away by the next command, and nothing that
  /// came later. Where it met another git's lock, no lock is surely its own.
  void note_ended(bool met_lock) const;
  /// Call with the journal's lock held: then a git that a command of ours started has ended, or the
  /// command is this one. To the first command of a boot a lock that is older is nobody's either.
  void clear_dead_locks(bool first_of_boot) const;
  /// True for an index that is no index: git does not write it through, and a power cut may leave
  /// it empty, or nothing but zeros.
  bool index_is_torn() const;
  /// True where no commit was made yet.
  bool is_unborn() const;
  /// The lock that still stands after 2 s, or nothing.
  std::string lock_that_stays() const;
  /// Makes the branch durable. False where that failed.
  bool sync() const;

 private:
  void clear(std::string_view note) const;
  std::string pending_text() const;
  std::string file(std::string_view name) const;
  std::vector<std::string> locks() const;
  std::vector<std::string> leavings() const;

  std::string path_;
  Folder folder_;
};

}  // namespace coach
