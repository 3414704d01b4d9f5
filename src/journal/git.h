// Commits of exactly the files that a command wrote, beside whatever else is staged or dirty
// (SAFETY.md, "git"). Git is run as a program, by writing commands only, hardened against a journal
// that came from elsewhere. Git that is missing, refuses or is busy never loses a record: the paths
// are noted and the next writing command commits them. Knows no record kind.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/lock.h"
#include "journal/repository.h"

namespace coach {

/// Who commits where git knows nobody.
struct Identity {
  std::string name;
  std::string email;
};

struct Committing {
  Repository repository;
  bool trusted = false;  // hooks, filters and signing work only then
  Identity fallback;
};

/// What came of it. `notes` are for standard error: what git said, and how to go on.
struct CommitOutcome {
  bool committed = false;
  std::vector<std::string> notes;
};

/// Makes a repository in the folder, its branch `main`. What git said, where it failed.
std::optional<std::string> make_repository(const std::string& folder);

/// One command's commit, from before its files are written until it is durable.
class Commit {
 public:
  /// `where` and `lock` have to outlive it.
  Commit(const Committing& where, const std::string& message, const Lock& lock);
  ~Commit();

  /// Notes the paths (below the journal) before they are written, so that a kill loses no commit,
  /// and lets git get ready. Throws Error where they cannot be noted.
  void note(const std::vector<std::string>& paths);

  /// Commits the noted paths, those an earlier command left included; durable when it returns with
  /// `committed`. Holds nothing back: any failure is a note and the paths stay noted. A lock of a
  /// git that died under us is cleared; a foreign one is waited for, up to 2 s. Once.
  CommitOutcome run();

 private:
  class Making;
  std::unique_ptr<Making> making_;
  std::string refusal_;  // why nothing may be committed there
};

}  // namespace coach
