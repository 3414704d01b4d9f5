#include "journal/last.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/digest.h"

namespace coach {
namespace {

constexpr std::string_view head = "last 2";
constexpr std::string_view no_file = "none";
constexpr std::string_view gone = "removed";

/// An attachment may be larger than any record.
constexpr std::size_t largest = 256u << 20;

struct Lines {
  std::string_view rest;

  std::optional<std::string_view> line() {
    const auto end = rest.find('\n');
    if (end == rest.npos) return {};
    const auto found = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return found;
  }
  std::optional<std::string_view> bytes(std::size_t count) {
    if (rest.size() < count + 1 || rest[count] != '\n') return {};
    const auto found = rest.substr(0, count);
    rest.remove_prefix(count + 1);
    return found;
  }
};

std::optional<LastFile> read_file(Lines& lines) {
  LastFile file;
  const auto path = lines.line(), from = lines.line(), size = lines.line(), after = lines.line();
  if (!path || !from || !size || !after) return {};
  file.path = *path;
  file.moved_from = *from;
  if (*after != gone) file.after = *after;
  std::size_t count = 0;
  if (*size != no_file) {
    const auto read = std::from_chars(size->data(), size->data() + size->size(), count);
    if (read.ec != std::errc{} || read.ptr != size->data() + size->size()) return {};
  }
  const auto before = lines.bytes(count);
  if (!before) return {};
  if (*size != no_file) file.before = *before;
  return file;
}

}  // namespace

void take_in(LastChange& last, const std::vector<FileChange>& files) {
  for (const auto& file : files) {
    const std::string after = file.removed ? std::string() : sha256(file.after);
    const std::string& stood = file.moved_from.empty() ? file.path : file.moved_from;
    const auto earlier = std::ranges::find(last.files, stood, &LastFile::path);
    if (earlier == last.files.end()) {
      last.files.push_back({file.path, file.moved_from, file.before, after});
      continue;
    }
    if (!file.moved_from.empty() && earlier->moved_from.empty() && earlier->before)
      earlier->moved_from = earlier->path;
    earlier->path = file.path;
    earlier->after = after;
  }
}

std::string text_of(const LastChange& last) {
  std::string text = fmt::format("{}\n{}\n", last.command, last.message);
  for (const auto& file : last.files)
    text += fmt::format("{}\n{}\n{}\n{}\n{}\n", file.path, file.moved_from,
                        file.before ? std::to_string(file.before->size()) : no_file,
                        file.after.empty() ? gone : file.after, file.before.value_or(""));
  return fmt::format("{}\n{}\n{}", head, sha256(text), text);
}

std::optional<LastChange> read_last_change(std::string_view text) {
  Lines lines{text};
  const auto first = lines.line(), digest = lines.line();
  if (!first || *first != head || !digest || *digest != sha256(lines.rest)) return {};
  const auto command = lines.line(), message = lines.line();
  if (!command || !message) return {};
  LastChange last{std::string(*command), std::string(*message), {}};
  while (!lines.rest.empty()) {
    auto file = read_file(lines);
    if (!file) return {};
    last.files.push_back(std::move(*file));
  }
  return last;
}

std::vector<FileChange> taken_back(const LastChange& last, const Folder& journal) {
  std::vector<FileChange> changes;
  for (const auto& file : last.files) {
    const auto now = journal.read(file.path, largest);
    const bool as_left = file.after.empty() ? !now : now && sha256(*now) == file.after;
    if (!as_left)
      throw Error(fmt::format("{} was touched since {}", file.path, last.command),
                  "undo takes back only what stands as it was left; edit it by hand");
    if (!file.before && !now) continue;  // made and removed by the same command
    FileChange back{.path = file.moved_from.empty() ? file.path : file.moved_from, .before = now};
    if (!file.before)
      back.removed = true;
    else
      back.after = *file.before;
    if (!file.moved_from.empty()) back.moved_from = file.path;
    changes.push_back(std::move(back));
  }
  return changes;
}

}  // namespace coach
