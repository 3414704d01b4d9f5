#include "journal/trust.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>

#include "base/error.h"
#include "base/file.h"

namespace coach {

namespace {

constexpr std::string_view trusted_file = "trusted";

/// As a line of the file stands: "inode path". Nothing where there is no such folder. The inode
/// tells a journal from another that was put in its place.
struct Known {
  std::string path;
  std::string line;
};

std::optional<Known> known(const std::string& journal) {
  std::error_code none;
  const auto path = std::filesystem::canonical(journal, none).string();
  struct stat found {};
  if (none || stat(path.c_str(), &found) != 0 || !S_ISDIR(found.st_mode)) return std::nullopt;
  return Known{path, fmt::format("{} {}", found.st_ino, path)};
}

template <class Each>
void for_each_line(std::string_view text, const Each& each) {
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    each(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void make_private(const std::string& folder) {
  std::error_code failed;
  const auto above = std::filesystem::path{folder}.parent_path();
  std::filesystem::create_directories(above, failed);
  if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
    throw Error{fmt::format("cannot make the folder {}: {}", folder,
                            std::generic_category().message(errno))};
  }
}

}  // namespace

void trust(const std::string& state, const std::string& journal) {
  const auto now = known(journal);
  if (!now) throw Error{fmt::format("cannot trust {}: there is no such folder", journal)};
  if (now->path.find('\n') != std::string::npos) {
    throw Error{fmt::format("cannot trust {}: its path holds a line break", journal)};
  }
  if (is_trusted(state, journal)) return;
  make_private(state);
  const Folder folder{state};
  std::string text;
  for_each_line(folder.read(trusted_file).value_or(""), [&](std::string_view line) {
    const auto path = line.substr(std::min(line.find(' ') + 1, line.size()));
    if (path != now->path) text += fmt::format("{}\n", line);
  });
  folder.put(trusted_file, fmt::format("{}{}\n", text, now->line));
}

bool is_trusted(const std::string& state, const std::string& journal) {
  const auto now = known(journal);
  struct stat found {};
  if (!now || stat(state.c_str(), &found) != 0) return false;
  bool trusted = false;
  for_each_line(Folder{state}.read(trusted_file).value_or(""),
                [&](std::string_view line) { trusted |= line == now->line; });
  return trusted;
}

}  // namespace coach
