// Files that survive a power cut and never overwrite what somebody else wrote; folders that cannot
// be left by a link (SAFETY.md, "Writing" and "Reading what may be hostile"). All calls that only
// one operating system has stand in file.cc. Knows no journal, no git, no TOML.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace coach {

/// What stands in a folder, as the folder itself says; links are not followed.
struct Listed {
  enum class Kind { file, folder, link, other } kind = Kind::file;
  std::string name;
};

/// A file that may not be read: too large, a link, a device, no permission. The message says which.
struct Unreadable : Error {
  using Error::Error;
};

/// One file as it shall become.
struct FileChange {
  std::string path;                   // below the folder, '/' between the steps
  std::optional<std::string> before;  // what was read; nothing: the file must not be there yet
  std::string after;
  std::string moved_from;  // where the file stood before, where it changes its name; else empty
  bool removed = false;    // the file goes; `after` counts for nothing
};

/// Left unfinished after the rename: the file is there, but may not survive a power cut.
struct WriteOutcome {
  std::vector<std::string> notes;  // for standard error, whole sentences
  bool left_something = false;     // that `recover` is to clear up
};

/// A folder held open. Every path is relative to it and followed step by step without links.
class Folder {
 public:
  /// Throws Error where there is no such folder. The folder itself may be reached over links.
  explicit Folder(const std::string& path);
  ~Folder();
  Folder(Folder&&) noexcept;
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  Folder& operator=(Folder&&) = delete;

  const std::string& path() const { return path_; }

  /// The text of a regular file of at most `limit` bytes; nothing where there is none.
  /// Throws Unreadable for whatever else stands there (a FIFO does not hang).
  std::optional<std::string> read(std::string_view file, std::size_t limit = 8u << 20) const;
  /// The first bytes alone; fewer where there are no more.
  std::optional<std::string> begin_of(std::string_view file, std::size_t bytes) const;

  /// Names in byte order, without "." and ".." and without this program's own temporary files.
  /// Empty where there is no such folder. Throws Unreadable.
  std::vector<Listed> list(std::string_view folder = {}) const;

  /// Anything at all, a dangling link too. Throws Unreadable where it cannot be told.
  bool has(std::string_view path) const;

  /// Makes the folder and those above it, mode 0700, each made durable. True where it is new.
  bool make(std::string_view folder) const;

  /// Writes all of them, or none: temporaries first, an intent in `state` (a folder below this one)
  /// while they are renamed where there are several; each durable when this returns. Throws Error
  /// with nothing changed where a file is there already (`before` empty), was changed since it was
  /// read (both versions are kept and the message names them), is a link or has several hard links,
  /// or cannot be written. Call with the lock held. `interrupted` is asked between the steps before
  /// the first rename; `before_names` is called once, when all texts are on the disk and no name
  /// has changed: where it throws, nothing did.
  WriteOutcome write(
      std::span<const FileChange> files, std::string_view state,
      const std::function<bool()>& interrupted = [] { return false; },
      const std::function<void()>& before_names = [] {}) const;

  /// Replaces or makes one file of our own (a state file, never a record), mode 0600, durably.
  void put(std::string_view file, std::string_view text) const;

  // The two below write in place: to make a file anew may cost more than to make one durable.

  /// Overwrites or makes a file of our own that may be lost without harm: a kill may leave it torn,
  /// a power cut empty.
  void jot(std::string_view file, std::string_view text) const;
  /// Adds a text to the end of a file of our own, durably. A kill may leave the beginning of it.
  void append(std::string_view file, std::string_view text) const;
  void remove(std::string_view file) const;  // no error where it is gone

  /// Finishes what a dead process left: its intent is carried through or undone, its temporary
  /// files removed, wherever in the folder they lie. Call with the lock held. Says in whole
  /// sentences what it did.
  std::vector<std::string> recover(std::string_view state) const;

  /// The files that a change stopped in the middle of is about; `recover` ends it. Empty: none was.
  std::vector<std::string> unfinished(std::string_view state) const;

 private:
  std::string path_;
  int fd_ = -1;
};

/// Reads an outside file that is to be kept: every byte, of a regular file, as it was at one
/// moment. Throws Error for a folder, a link, a device, a file above `limit`, and one that was
/// changed or cut short while it was read.
std::string read_to_keep(const std::string& path, std::size_t limit);

/// Reads an outside file as it is, links followed (a form, a text named on the command line).
/// Throws Error.
std::string read_outside(const std::string& path, std::size_t limit = 8u << 20);
/// All of standard input. Throws Error above `limit`.
std::string read_standard_input(std::size_t limit = 8u << 20);
/// Makes the names in a folder durable. False where it cannot.
bool sync_folder(const std::string& path);
/// Writes text to a descriptor in a loop (short writes, EINTR). False where it cannot.
bool write_all(int fd, std::string_view text);

}  // namespace coach
