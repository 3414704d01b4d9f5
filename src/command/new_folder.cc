#include "command/new_folder.h"

#include <fmt/format.h>

#include "base/file.h"

namespace coach {

namespace fs = std::filesystem;

NewFolder::NewFolder(const fs::path& target) : target_(fs::absolute(target).lexically_normal()) {
  if (!target_.has_filename()) target_ = target_.parent_path();
  std::error_code failed;
  if (fs::exists(target_, failed) && (!fs::is_directory(target_) || !fs::is_empty(target_)))
    throw Error(fmt::format("{} is there already and not empty", target_.string()),
                fs::exists(target_ / "coach.toml", failed) ? "it is a journal; name a new folder"
                                                           : "name a new folder");
  path_ = target_.parent_path() / fmt::format(".{}.coach-unfinished", target_.filename().string());
  fs::remove_all(path_, failed);
  fs::create_directories(path_, failed);
  if (!failed) fs::permissions(path_, fs::perms::owner_all, failed);
  if (failed) throw Error(fmt::format("cannot make {}: {}", target_.string(), failed.message()));
}

NewFolder::~NewFolder() {
  std::error_code none;
  if (!path_.empty()) fs::remove_all(path_, none);
}

void NewFolder::take_name() {
  std::error_code failed;
  fs::rename(path_, target_, failed);
  if (failed) throw Error(fmt::format("cannot make {}: {}", target_.string(), failed.message()));
  path_.clear();
  sync_folder(target_.parent_path().string());
}

}  // namespace coach
