// The single steps that file.cc takes for file_write.cc, and the place where a test makes one of
// them fail or die. For these two files and their tests alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"

namespace coach {

/// What a test may do to the writing of files; empty in the program itself.
struct FileSteps {
  /// Asked before each step with its name; anything but 0 is the step's errno.
  int (*before)(std::string_view step) = nullptr;
  bool plain_renames = false;  // as where the file system knows neither NOREPLACE nor EXCHANGE
};
extern FileSteps file_steps;

/// A descriptor that is closed with its owner. -1: none.
class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  ~Descriptor();
  Descriptor(Descriptor&& other) noexcept : fd_(other.release()) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor& operator=(Descriptor&& other) noexcept;

  explicit operator bool() const { return fd_ >= 0; }
  int get() const { return fd_; }
  int release();

 private:
  int fd_;
};

/// A path as the folder that holds it ("" for the root) and the name in it.
struct Spot {
  std::string folder;
  std::string name;
};

/// Throws Error for a path that is absolute, or has an empty, "." or ".." step or a line break.
Spot spot_of(std::string_view path);
std::string joined(const std::string& folder, const std::string& name);

std::string in_words(int error);  // "No space left on device"
/// "cannot write FILE: reason", and what a person can do about it.
Error cannot_write(const std::string& path, int error);

/// Throws Error where there is no such folder, or a link on the way.
Descriptor open_folder(int root, const std::string& folder);
/// Makes what is missing of the folder, each step durable. The folders that are new, outermost
/// first.
std::vector<std::string> make_folders(int root, const std::string& folder);

/// As Folder::list, with our own temporary files.
std::vector<Listed> list_folder(int root, const std::string& folder);

/// `.NAME.coach-tmp-RANDOM`, or with marks behind it: `.NAME.coach-tmp-RANDOM-BEFORE-AFTER`, so
/// that whoever finds it later can tell our own text from what an editor saved meanwhile.
struct Temporary {
  std::string name;    // of the file it stands for
  std::string before;  // the mark of the text that was read, or `no_text`; empty: not told
  std::string after;   // the mark of the new text, or `no_text`
};
inline constexpr std::string_view no_text = "none";
bool is_temporary(std::string_view name);
std::string temporary_name(const Temporary& what);
Temporary read_temporary(std::string_view name);

/// Marks tell texts apart. Of a file: "" where there is none, "other" for what is no regular file
/// with one name, `unread` (and errno) where it cannot be read just now.
inline constexpr std::string_view unread = "unread";
std::string mark_of(std::string_view text);
std::string mark_of_file(int folder, const std::string& name);

/// Mode and owner that a new file gets.
struct Keeping {
  unsigned mode = 0600;
  long owner = -1;  // -1: as it comes
  long group = -1;
};
/// Writes a file that was not there, durable but for its name. The errno, with no file left behind.
int write_new(int folder, const std::string& name, std::string_view text, const Keeping& keeping);

/// What came of a change of names. `plain`: there was a moment in which another program's change
/// could be overwritten, because the file system cannot do better.
struct Renamed {
  int error = 0;
  bool plain = false;
};
Renamed rename_new(int folder, const std::string& from, const std::string& to);
Renamed exchange(int folder, const std::string& temporary, const std::string& name);

/// These return the errno.
int sync(int fd);
int remove_name(int folder, const std::string& name);

bool stands(int folder, const std::string& name);  // anything at all
/// Two names of one file: a kill came between the second name and the end of the first.
bool same_file(int folder, const std::string& one, const std::string& other);

}  // namespace coach
