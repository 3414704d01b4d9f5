#include "command/new_folder.h"

#include <fmt/format.h>

#include "base/file.h"

namespace coach {

namespace fs = std::filesystem;

fs::path unfinished_beside(const fs::path& target) {
  return target.parent_path() / fmt::format(".{}.coach-unfinished", target.filename().string());
}

NewFolder::NewFolder(const fs::path& target) : target_(fs::absolute(target).lexically_normal()) {
  if (!target_.has_filename()) target_ = target_.parent_path();
  std::error_code failed;
  if (fs::exists(target_, failed) && (!fs::is_directory(target_) || !fs::is_empty(target_)))
    throw Error(fmt::format("{} is there already and not empty", target_.string()),
                fs::exists(target_ / "coach.toml", failed) ? "it is a journal; name a new folder"
                                                           : "name a new folder");
}

void NewFolder::make() {
  std::error_code failed, none;
  was_there_ = fs::exists(target_, none);
  // An empty folder gives its name up, unless somebody would miss it.
  const bool stays = was_there_ && (fs::is_symlink(target_, none) ||
                                    fs::equivalent(target_, fs::current_path(none), none) ||
                                    !fs::remove(target_, none));
  path_ = stays ? target_ : unfinished_beside(target_);
  if (!stays) fs::remove_all(path_, failed);
  fs::create_directories(path_, failed);
  if (!failed) fs::permissions(path_, fs::perms::owner_all, failed);
  if (failed) throw Error(fmt::format("cannot make {}: {}", target_.string(), failed.message()));
}

NewFolder::~NewFolder() {
  std::error_code none;
  if (path_.empty()) return;
  if (path_ == target_) {
    for (const auto& entry : fs::directory_iterator(path_, none))
      fs::remove_all(entry.path(), none);
    return;
  }
  fs::remove_all(path_, none);
  if (was_there_) fs::create_directory(target_, none);
}

void NewFolder::take_name() {
  std::error_code failed;
  if (path_ != target_) fs::rename(path_, target_, failed);
  if (failed) throw Error(fmt::format("cannot make {}: {}", target_.string(), failed.message()));
  path_.clear();
  sync_folder(target_.parent_path().string());
}

}  // namespace coach
