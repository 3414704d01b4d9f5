// A folder that a command fills: it appears under its name once all of it is there. Knows nothing
// of what is in it.
#pragma once

#include <filesystem>

namespace coach {

/// Where what is to become `target` lies until all of it is there: beside it, under a name of ours.
std::filesystem::path unfinished_beside(const std::filesystem::path& target);

class NewFolder {
 public:
  /// `target` is not there yet, or empty; it may end in a slash. Throws Error where it is neither.
  explicit NewFolder(const std::filesystem::path& target);
  /// Removes all of it, unless it took its name.
  ~NewFolder();
  NewFolder(const NewFolder&) = delete;
  NewFolder& operator=(const NewFolder&) = delete;

  /// Makes the folder that is filled, for its owner alone: beside the target, or, where that is a
  /// link, a mount point or where we are, the target itself. What a stopped command left of the
  /// same target is removed. Throws Error.
  void make();
  const std::filesystem::path& path() const { return path_; }
  const std::filesystem::path& target() const { return target_; }
  /// Throws Error.
  void take_name();

 private:
  std::filesystem::path target_, path_;
  bool was_there_ = false;
};

}  // namespace coach
