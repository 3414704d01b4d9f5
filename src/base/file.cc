// What one operating system has and another lacks stands here and nowhere else: openat2, the
// renames with flags, the fsync that reaches the disk. Each has a way around it for where the
// kernel or the file system refuses.
#include "base/file.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <ctime>
#include <memory>
#include <system_error>
#include <utility>

#ifdef __linux__
#include <linux/openat2.h>
#include <sys/syscall.h>
#endif

#include "base/file_steps.h"
#include "base/random.h"

namespace coach {

FileSteps file_steps;

namespace {

// openat2 does in one call what the steps below do one by one.
#if defined(__linux__) && defined(SYS_openat2)
int open_at_once(int root, const std::string& path, int flags) {
  open_how how{};
  how.flags = static_cast<decltype(how.flags)>(flags);
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS;
  return static_cast<int>(syscall(SYS_openat2, root, path.c_str(), &how, sizeof how));
}
#else
int open_at_once(int, const std::string&, int) {
  errno = ENOSYS;
  return -1;
}
#endif

#if defined(__linux__) && defined(SYS_renameat2)
constexpr unsigned never_over = 1 << 0;   // RENAME_NOREPLACE
constexpr unsigned change_over = 1 << 1;  // RENAME_EXCHANGE
int rename_with(int folder, const char* from, const char* to, unsigned flags) {
  return static_cast<int>(syscall(SYS_renameat2, folder, from, folder, to, flags));
}
#elif defined(__APPLE__)
constexpr unsigned never_over = RENAME_EXCL;
constexpr unsigned change_over = RENAME_SWAP;
int rename_with(int folder, const char* from, const char* to, unsigned flags) {
  return renameatx_np(folder, from, folder, to, flags);
}
#else
constexpr unsigned never_over = 0;
constexpr unsigned change_over = 0;
int rename_with(int, const char*, const char*, unsigned) {
  errno = ENOSYS;
  return -1;
}
#endif

int sync_to_disk(int fd) {
#ifdef __APPLE__
  if (fcntl(fd, F_FULLFSYNC) == 0) return 0;  // plain fsync leaves it in the drive's cache there
#endif
  return fsync(fd);
}

bool is_refused_here(int error) {
  return error == EINVAL || error == ENOSYS || error == ENOTSUP || error == EOPNOTSUPP;
}

int step_error(std::string_view step) { return file_steps.before ? file_steps.before(step) : 0; }

std::string kind_in_words(mode_t mode) {
  if (S_ISDIR(mode)) return "it is a folder";
  if (S_ISLNK(mode)) return "it is a link";
  if (S_ISFIFO(mode)) return "it is a named pipe";
  if (S_ISSOCK(mode)) return "it is a socket";
  return "it is a device";
}

std::string size_in_words(std::size_t bytes) {
  constexpr std::size_t mebibyte = 1u << 20;
  return bytes % mebibyte == 0 ? fmt::format("{} MiB", bytes / mebibyte)
                               : fmt::format("{} bytes", bytes);
}

Unreadable cannot_read(std::string_view path, const std::string& reason) {
  return Unreadable{fmt::format("cannot read {}: {}", path, reason)};
}

int open_retrying(int folder, const char* name, int flags, mode_t mode = 0) {
  int fd;
  do {
    fd = openat(folder, name, flags, mode);
  } while (fd < 0 && errno == EINTR);
  return fd;
}

/// Follows the path from folder to folder; a link anywhere ends it.
int open_in_steps(int root, std::string_view path, int flags) {
  Descriptor held;
  for (auto slash = path.find('/'); slash != path.npos; slash = path.find('/')) {
    held = Descriptor{open_retrying(held ? held.get() : root,
                                    std::string{path.substr(0, slash)}.c_str(),
                                    O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)};
    if (!held) return -1;
    path.remove_prefix(slash + 1);
  }
  return open_retrying(held ? held.get() : root, std::string{path}.c_str(), flags);
}

int open_below(int root, const std::string& path, int flags) {
  flags |= O_NOFOLLOW | O_CLOEXEC | O_NOCTTY | O_NONBLOCK;
  const int fd = open_at_once(root, path, flags);
  // A sandbox that does not know openat2 answers EPERM instead of ENOSYS.
  if (fd >= 0 || (errno != ENOSYS && errno != EPERM && errno != EINVAL && errno != EINTR))
    return fd;
  return open_in_steps(root, path, flags);
}

/// What stands in the way to `path`, for a message: the first step that is no folder, or the end.
std::string why_not(int root, const std::string& path, int error) {
  struct stat found {};
  for (auto slash = path.find('/'); slash != path.npos; slash = path.find('/', slash + 1)) {
    const auto above = path.substr(0, slash);
    if (fstatat(root, above.c_str(), &found, AT_SYMLINK_NOFOLLOW) != 0) return in_words(error);
    if (S_ISLNK(found.st_mode)) return above + " is a link, and links are not followed";
    if (!S_ISDIR(found.st_mode)) return above + " is no folder";
  }
  if (fstatat(root, path.c_str(), &found, AT_SYMLINK_NOFOLLOW) != 0) return in_words(error);
  if (S_ISLNK(found.st_mode)) return "it is a link, and links are not followed";
  if (S_ISSOCK(found.st_mode) || S_ISFIFO(found.st_mode)) return kind_in_words(found.st_mode);
  return in_words(error);
}

struct ReadText {
  std::string text;
  int error = 0;
  bool too_large = false;
};

/// How long a text is: what the file itself said, or a guess.
struct Length {
  std::size_t bytes = 0;
  bool is_known = false;
};

/// Reads to the end, or to the first byte above `limit`. `stops`: a signal ends it.
ReadText read_to_end(int fd, std::size_t limit, Length length, bool stops = false) {
  const std::size_t expected = length.bytes;
  ReadText read_so_far;
  auto& text = read_so_far.text;
  std::size_t size = 0;
  while (size <= limit) {
    if (text.size() == size) {
      text.resize(std::min(limit + 1, std::max(expected + 1, size * 2)));
    }
    const auto room = text.size() - size;
    const auto got = ::read(fd, text.data() + size, room);
    if (got < 0 && errno == EINTR && !stops) continue;
    if (got < 0) read_so_far.error = errno;
    if (got <= 0) break;
    size += static_cast<std::size_t>(got);
    // As long as the file said, and there was room for more: no need to ask for its end. (A pipe
    // says nothing, and gives what it has just now.)
    if (length.is_known && size == expected && static_cast<std::size_t>(got) < room) break;
  }
  read_so_far.too_large = size > limit;
  text.resize(std::min(size, limit));
  return read_so_far;
}

Listed::Kind listed_kind(int folder, const dirent& entry) {
  using Kind = Listed::Kind;
  if (entry.d_type == DT_REG) return Kind::file;
  if (entry.d_type == DT_DIR) return Kind::folder;
  if (entry.d_type == DT_LNK) return Kind::link;
  if (entry.d_type != DT_UNKNOWN) return Kind::other;
  struct stat found {};
  if (fstatat(folder, entry.d_name, &found, AT_SYMLINK_NOFOLLOW) != 0) return Kind::other;
  if (S_ISREG(found.st_mode)) return Kind::file;
  if (S_ISDIR(found.st_mode)) return Kind::folder;
  return S_ISLNK(found.st_mode) ? Kind::link : Kind::other;
}

struct CloseFolder {
  void operator()(DIR* folder) const { closedir(folder); }
};

int errno_of(int result) { return result == 0 ? 0 : errno; }

int plain_rename(int folder, const std::string& from, const std::string& to) {
  return errno_of(renameat(folder, from.c_str(), folder, to.c_str()));
}

/// A second name and then one less: a link never overwrites. FAT has no second names.
Renamed rename_new_plainly(int folder, const std::string& from, const std::string& to) {
  if (linkat(folder, from.c_str(), folder, to.c_str(), 0) == 0) return {remove_name(folder, from)};
  if (errno == EEXIST || errno == ENOSPC || errno == EIO) return {errno};
  if (stands(folder, to)) return {EEXIST};
  return {plain_rename(folder, from, to), true};
}

/// The old file gets a spare name first, so that its text can still be compared and brought back.
Renamed exchange_plainly(int folder, const std::string& temporary, const std::string& name) {
  const auto spare = temporary_name(read_temporary(temporary));
  if (linkat(folder, name.c_str(), folder, spare.c_str(), 0) != 0) {
    if (const int error = plain_rename(folder, name, spare)) return {error};
  }
  if (const int error = plain_rename(folder, temporary, name)) {
    if (stands(folder, name)) {
      remove_name(folder, spare);
    } else {
      plain_rename(folder, spare, name);
    }
    return {error};
  }
  return {plain_rename(folder, spare, temporary), true};
}

}  // namespace

bool stands(int folder, const std::string& name) {
  struct stat found {};
  return fstatat(folder, name.c_str(), &found, AT_SYMLINK_NOFOLLOW) == 0;
}

bool same_file(int folder, const std::string& one, const std::string& other) {
  struct stat first {
  }, second{};
  return fstatat(folder, one.c_str(), &first, AT_SYMLINK_NOFOLLOW) == 0 &&
         fstatat(folder, other.c_str(), &second, AT_SYMLINK_NOFOLLOW) == 0 &&
         first.st_ino == second.st_ino && first.st_dev == second.st_dev;
}

std::string in_words(int error) { return std::generic_category().message(error); }

Descriptor::~Descriptor() {
  if (fd_ >= 0) close(fd_);
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

int Descriptor::release() { return std::exchange(fd_, -1); }

Spot spot_of(std::string_view path) {
  auto rest = path;
  while (true) {
    const auto step = rest.substr(0, rest.find('/'));
    if (step.empty() || step == "." || step == ".." ||
        step.find_first_of(std::string_view{"\n\0", 2}) != step.npos) {
      throw Error{fmt::format("`{}` is no path inside the journal", path)};
    }
    if (step.size() == rest.size()) break;
    rest.remove_prefix(step.size() + 1);
  }
  const auto folder = path.substr(0, path.size() - rest.size());
  return {std::string{folder.substr(0, folder.empty() ? 0 : folder.size() - 1)}, std::string{rest}};
}

std::string joined(const std::string& folder, const std::string& name) {
  return folder.empty() ? name : folder + "/" + name;
}

Error cannot_write(const std::string& path, int error) {
  const bool full = error == ENOSPC || error == EDQUOT;
  return Error{fmt::format("cannot write {}: {}", path, in_words(error)),
               full ? "nothing was changed; make room on the disk and run the command again"
                    : "nothing was changed"};
}

Descriptor open_folder(int root, const std::string& folder) {
  const auto path = folder.empty() ? "." : folder;
  Descriptor opened{open_below(root, path, O_RDONLY | O_DIRECTORY)};
  if (!opened) {
    throw Unreadable{
        fmt::format("cannot open the folder {}: {}", path, why_not(root, path, errno))};
  }
  return opened;
}

std::vector<std::string> make_folders(int root, const std::string& folder) {
  std::vector<std::string> made;
  for (std::size_t end = 0; end < folder.size();) {
    const auto above = folder.substr(0, end);
    end = std::min(folder.find('/', end + 1), folder.size());
    const auto path = folder.substr(0, end);
    if (stands(root, path)) continue;
    const auto parent = open_folder(root, above);
    const auto name = spot_of(path).name;
    if (mkdirat(parent.get(), name.c_str(), 0700) != 0) {
      if (errno == EEXIST) continue;
      throw Error{fmt::format("cannot make the folder {}: {}", path, in_words(errno))};
    }
    made.push_back(path);
    if (const int error = sync(parent.get())) throw cannot_write(path, error);
  }
  return made;
}

namespace {
constexpr std::string_view temporary_mark = ".coach-tmp-";
}

bool is_temporary(std::string_view name) {
  return name.starts_with('.') && name.find(temporary_mark, 1) != name.npos;
}

std::string temporary_name(const Temporary& what) {
  // A new file's name may be as long as names can be; its temporary one need not tell all of it.
  const auto name = what.before.empty() || what.before == no_text
                        ? std::string_view{what.name}.substr(0, 160)
                        : std::string_view{what.name};
  const auto marks =
      what.before.empty() ? std::string{} : fmt::format("-{}-{}", what.before, what.after);
  return fmt::format(".{}{}{}{}", name, temporary_mark, Letters{}.draw(12), marks);
}

Temporary read_temporary(std::string_view name) {
  const auto mark = name.rfind(temporary_mark);
  Temporary read{std::string{name.substr(1, mark - 1)}, {}, {}};
  const auto behind = name.substr(mark + temporary_mark.size());
  const auto first = behind.find('-');
  const auto second = first == behind.npos ? first : behind.find('-', first + 1);
  if (second == behind.npos) return read;
  read.before = behind.substr(first + 1, second - first - 1);
  read.after = behind.substr(second + 1);
  return read;
}

namespace {

class Marking {
 public:
  Marking() { crypto_generichash_init(&state_, nullptr, 0, bytes_.size()); }
  void add(std::string_view text) {
    crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(text.data()),
                              text.size());
  }
  std::string mark() {
    crypto_generichash_final(&state_, bytes_.data(), bytes_.size());
    std::string hex;
    for (std::size_t i = 0; i < 8; ++i) hex += fmt::format("{:02x}", bytes_[i]);
    return hex;
  }

 private:
  crypto_generichash_state state_{};
  std::array<unsigned char, crypto_generichash_BYTES_MIN> bytes_{};
};

}  // namespace

std::string mark_of(std::string_view text) {
  Marking marking;
  marking.add(text);
  return marking.mark();
}

std::string mark_of_file(int folder, const std::string& name) {
  Descriptor in{open_below(folder, name, O_RDONLY)};
  const bool of_no_file = errno == ELOOP || errno == ENXIO || errno == ENOTDIR;
  if (!in) return errno == ENOENT ? "" : of_no_file ? "other" : std::string{unread};
  struct stat found {};
  if (fstat(in.get(), &found) != 0) return std::string{unread};
  if (!S_ISREG(found.st_mode) || found.st_nlink != 1) return "other";
  Marking marking;
  std::array<char, 1 << 14> part;
  while (true) {
    const auto got = ::read(in.get(), part.data(), part.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return std::string{unread};
    if (got == 0) return marking.mark();
    marking.add({part.data(), static_cast<std::size_t>(got)});
  }
}

namespace {

int fill(int fd, std::string_view text, const Keeping& keeping) {
  if (const int error = step_error("write")) return error;
  if (!write_all(fd, text)) return errno;
  if (keeping.owner >= 0) {
    struct stat made {};
    if (fstat(fd, &made) != 0) return errno;
    const auto owner = static_cast<uid_t>(keeping.owner);
    const auto group = static_cast<gid_t>(keeping.group);
    if ((made.st_uid != owner || made.st_gid != group) && fchown(fd, owner, group) != 0) {
      return errno;
    }
  }
  if (keeping.mode != 0600 && fchmod(fd, static_cast<mode_t>(keeping.mode)) != 0) return errno;
  return sync(fd);
}

}  // namespace

int write_new(int folder, const std::string& name, std::string_view text, const Keeping& keeping) {
  if (const int error = step_error("create")) return error;
  Descriptor out{open_retrying(folder, name.c_str(),
                               O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600)};
  if (!out) return errno;
  int error = fill(out.get(), text, keeping);
  // Network file systems report a full disk at the close.
  if (close(out.release()) != 0 && error == 0 && errno != EINTR) error = errno;
  if (error != 0) unlinkat(folder, name.c_str(), 0);
  return error;
}

Renamed rename_new(int folder, const std::string& from, const std::string& to) {
  if (const int error = step_error("rename")) return {error};
  if (same_file(folder, from, to)) return {remove_name(folder, from)};
  if (!file_steps.plain_renames) {
    if (rename_with(folder, from.c_str(), to.c_str(), never_over) == 0) return {};
    if (!is_refused_here(errno)) return {errno};
  }
  return rename_new_plainly(folder, from, to);
}

Renamed exchange(int folder, const std::string& temporary, const std::string& name) {
  if (const int error = step_error("exchange")) return {error};
  if (!file_steps.plain_renames) {
    if (rename_with(folder, temporary.c_str(), name.c_str(), change_over) == 0) return {};
    if (!is_refused_here(errno)) return {errno};
  }
  return exchange_plainly(folder, temporary, name);
}

int sync(int fd) {
  if (const int error = step_error("sync")) return error;
  return errno_of(sync_to_disk(fd));
}

int remove_name(int folder, const std::string& name) {
  if (const int error = step_error("remove")) return error;
  return errno_of(unlinkat(folder, name.c_str(), 0));
}

Folder::Folder(const std::string& path)
    : path_(path), fd_(open_retrying(AT_FDCWD, path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
  if (fd_ < 0) throw Error{fmt::format("cannot open the folder {}: {}", path, in_words(errno))};
}

Folder::~Folder() {
  if (fd_ >= 0) close(fd_);
}

Folder::Folder(Folder&& other) noexcept
    : path_(std::move(other.path_)), fd_(std::exchange(other.fd_, -1)) {}

namespace {

struct Opened {
  Descriptor in{};  // of nothing: there is no such file
  std::size_t size = 0;
};

/// A regular file.
Opened open_regular(int root, const std::string& path) {
  spot_of(path);  // throws where it leads out
  Descriptor in{open_below(root, path, O_RDONLY)};
  if (!in && errno == ENOENT) return Opened{};
  if (!in) throw cannot_read(path, why_not(root, path, errno));
  struct stat found {};
  if (fstat(in.get(), &found) != 0) throw cannot_read(path, in_words(errno));
  if (!S_ISREG(found.st_mode)) throw cannot_read(path, kind_in_words(found.st_mode));
  return {std::move(in), static_cast<std::size_t>(found.st_size)};
}

}  // namespace

std::optional<std::string> Folder::begin_of(std::string_view file, std::size_t bytes) const {
  const std::string path{file};
  const auto [in, size] = open_regular(fd_, path);
  if (!in) return std::nullopt;
  auto [text, error, more] = read_to_end(in.get(), bytes, {bytes, false});
  if (error != 0) throw cannot_read(path, in_words(error));
  return std::move(text);
}

std::optional<std::string> Folder::read(std::string_view file, std::size_t limit) const {
  const std::string path{file};
  const auto [in, size] = open_regular(fd_, path);
  if (!in) return std::nullopt;
  auto [text, error, too_large] =
      size > limit ? ReadText{{}, 0, true} : read_to_end(in.get(), limit, {size, true});
  if (too_large) throw cannot_read(path, "it is larger than " + size_in_words(limit));
  if (error != 0) throw cannot_read(path, in_words(error));
  return std::move(text);
}

std::vector<Listed> list_folder(int root, const std::string& folder) {
  const auto path = folder.empty() ? std::string{"."} : folder;
  Descriptor opened{open_below(root, path, O_RDONLY | O_DIRECTORY)};
  if (!opened && errno == ENOENT) return {};
  if (!opened) throw cannot_read(path, why_not(root, path, errno));
  const std::unique_ptr<DIR, CloseFolder> stream{fdopendir(opened.get())};
  if (!stream) throw cannot_read(path, in_words(errno));
  const int fd = opened.release();
  std::vector<Listed> listed;
  errno = 0;
  for (const dirent* entry; (entry = readdir(stream.get())); errno = 0) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") listed.push_back({listed_kind(fd, *entry), std::string{name}});
  }
  if (errno != 0) throw cannot_read(path, in_words(errno));
  std::ranges::sort(listed, {}, &Listed::name);
  return listed;
}

std::vector<Listed> Folder::list(std::string_view folder) const {
  if (!folder.empty()) spot_of(folder);
  auto listed = list_folder(fd_, std::string{folder});
  std::erase_if(listed, [](const Listed& found) { return is_temporary(found.name); });
  return listed;
}

bool Folder::has(std::string_view path) const {
  const auto [folder, name] = spot_of(path);
  const std::string above = folder.empty() ? "." : folder;
  const Descriptor parent{open_below(fd_, above, O_RDONLY | O_DIRECTORY)};
  // To be out of descriptors is no answer: what is there would be taken for gone.
  if (!parent && (errno == EMFILE || errno == ENFILE || errno == ENOMEM || errno == EIO))
    throw cannot_read(above, in_words(errno));
  return parent && stands(parent.get(), name);
}

bool Folder::make(std::string_view folder) const {
  const auto [above, name] = spot_of(folder);
  const auto path = joined(above, name);
  const auto made = make_folders(fd_, path);
  open_folder(fd_, path);  // what was there may be no folder
  return !made.empty() && made.back() == path;
}

namespace {

/// Temporary files of this name that a dead process left. Nobody writes one for a whole minute.
void remove_forgotten(int root, const std::string& folder, int opened, const std::string& name) {
  constexpr std::time_t a_minute = 60;
  for (const auto& listed : list_folder(root, folder)) {
    struct stat found {};
    if (is_temporary(listed.name) && read_temporary(listed.name).name == name &&
        fstatat(opened, listed.name.c_str(), &found, AT_SYMLINK_NOFOLLOW) == 0 &&
        found.st_mtime < std::time(nullptr) - a_minute)
      remove_name(opened, listed.name);
  }
}

}  // namespace

void Folder::put(std::string_view file, std::string_view text) const {
  const auto [above, name] = spot_of(file);
  const std::string path{file};
  make_folders(fd_, above);
  const auto folder = open_folder(fd_, above);
  remove_forgotten(fd_, above, folder.get(), name);
  const auto temporary = temporary_name({name, {}, {}});
  if (const int error = write_new(folder.get(), temporary, text, {})) {
    throw cannot_write(path, error);
  }
  const int error = step_error("put");
  if (error != 0 || renameat(folder.get(), temporary.c_str(), folder.get(), name.c_str()) != 0) {
    const int reason = error != 0 ? error : errno;
    unlinkat(folder.get(), temporary.c_str(), 0);
    throw cannot_write(path, reason);
  }
  if (const int failed = sync(folder.get())) throw cannot_write(path, failed);
}

namespace {

/// A file of our own, written in place; made where there is none. Everything throws Error.
class OwnFile {
 public:
  OwnFile(Descriptor folder, const std::string& name, std::string path)
      : folder_(std::move(folder)), path_(std::move(path)), is_new_(!stands(folder_.get(), name)) {
    file_ = Descriptor{openat(folder_.get(), name.c_str(),
                              O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0600)};
    struct stat found {};
    if (!file_ || fstat(file_.get(), &found) != 0) throw cannot_write(path_, errno);
    if (!S_ISREG(found.st_mode) || found.st_nlink != 1)
      throw Error{fmt::format("cannot write {}: it is no regular file of its own", path_)};
  }

  void to_the_end() const { must(lseek(file_.get(), 0, SEEK_END) >= 0); }
  void write(std::string_view text) const { must(write_all(file_.get(), text)); }
  void cut_to(std::size_t size) const {
    must(ftruncate(file_.get(), static_cast<off_t>(size)) == 0);
  }
  void make_durable() const {
    int failed = sync(file_.get());
    if (failed == 0 && is_new_) failed = sync(folder_.get());
    if (failed != 0) throw cannot_write(path_, failed);
  }

 private:
  void must(bool done) const {
    if (!done) throw cannot_write(path_, errno);
  }

  Descriptor folder_, file_;
  std::string path_;
  bool is_new_;
};

}  // namespace

void Folder::jot(std::string_view file, std::string_view text) const {
  const auto [above, name] = spot_of(file);
  const OwnFile own(open_folder(fd_, above), name, std::string{file});
  own.write(text);
  // Cut behind the write: ext4 writes a file out at once that was cut to nothing before.
  own.cut_to(text.size());
}

void Folder::append(std::string_view file, std::string_view text) const {
  const auto [above, name] = spot_of(file);
  const OwnFile own(open_folder(fd_, above), name, std::string{file});
  own.to_the_end();
  own.write(text);
  own.make_durable();
}

void Folder::remove(std::string_view file) const {
  const auto [above, name] = spot_of(file);
  const Descriptor folder{open_below(fd_, above.empty() ? "." : above, O_RDONLY | O_DIRECTORY)};
  if (!folder && errno == ENOENT) return;
  int error = folder ? remove_name(folder.get(), name) : errno;
  if (error == ENOENT) return;
  if (error == 0) error = sync(folder.get());
  if (error != 0) throw Error{fmt::format("cannot remove {}: {}", file, in_words(error))};
}

std::string read_to_keep(const std::string& path, std::size_t limit) {
  const auto refuse = [&](const std::string& why, std::string next = {}) {
    throw Error{fmt::format("cannot keep {}: {}", path, why), std::move(next)};
  };
  const Descriptor in{open_retrying(AT_FDCWD, path.c_str(),
                                    O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW | O_NONBLOCK)};
  if (!in && errno == ELOOP) refuse("it is a link", "name the file that it leads to");
  if (!in) refuse(in_words(errno));
  struct stat begun {};
  if (fstat(in.get(), &begun) != 0) refuse(in_words(errno));
  if (S_ISDIR(begun.st_mode)) refuse("it is a folder", "name one file in it, or pack it first");
  if (!S_ISREG(begun.st_mode)) refuse("it is no regular file");
  const std::string too_large = "it is larger than " + size_in_words(limit);
  if (begun.st_size > static_cast<off_t>(limit))
    refuse(too_large, "--at says where it lies instead");
  auto [text, error, cut] = read_to_end(in.get(), limit, {1 << 16});
  if (error != 0) refuse(in_words(error));
  struct stat ended {};
  if (cut || fstat(in.get(), &ended) != 0 || ended.st_size != begun.st_size ||
      ended.st_mtim.tv_sec != begun.st_mtim.tv_sec ||
      ended.st_mtim.tv_nsec != begun.st_mtim.tv_nsec ||
      text.size() != static_cast<std::size_t>(begun.st_size))
    refuse("it changed while it was read", "try again when it is at rest");
  return std::move(text);
}

std::string read_outside(const std::string& path, std::size_t limit) {
  const Descriptor in{open_retrying(AT_FDCWD, path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY)};
  if (!in) throw Error{fmt::format("cannot read {}: {}", path, in_words(errno))};
  auto [text, error, too_large] = read_to_end(in.get(), limit, {4096});
  if (error != 0) throw Error{fmt::format("cannot read {}: {}", path, in_words(error))};
  if (too_large) {
    throw Error{fmt::format("cannot read {}: it is larger than {}", path, size_in_words(limit))};
  }
  return std::move(text);
}

std::string read_standard_input(std::size_t limit) {
  auto [text, error, too_large] = read_to_end(STDIN_FILENO, limit, {4096}, true);
  if (error == EINTR) throw Error{"interrupted; nothing was changed", {}, Exit::interrupted};
  if (error != 0) throw Error{"cannot read standard input: " + in_words(error)};
  if (too_large) {
    throw Error{"cannot read standard input: it is larger than " + size_in_words(limit)};
  }
  return std::move(text);
}

bool sync_folder(const std::string& path) {
  const Descriptor folder{
      open_retrying(AT_FDCWD, path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  return folder && sync(folder.get()) == 0;
}

bool write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    const auto written = ::write(fd, text.data(), text.size());
    if (written > 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
    } else if (written < 0 && errno == EAGAIN) {
      pollfd ready{fd, POLLOUT, 0};  // a terminal that another program left non-blocking
      poll(&ready, 1, -1);
    } else if (written == 0 || errno != EINTR) {
      return false;
    }
  }
  return true;
}

}  // namespace coach
