#include "base/lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __APPLE__
#include <sys/sysctl.h>
#endif

#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <system_error>
#include <thread>

#include "base/error.h"
#include "base/file.h"

namespace coach {

namespace {

std::string host_name() {
  std::array<char, 256> name{};
  return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

/// The lock's text: pid, host, boot and command, a line each.
struct Holder {
  long pid = 0;
  std::string host;
  std::string boot;
  std::string command;
};

std::string first_bytes(int fd) {
  std::array<char, 1024> text{};
  const auto size = pread(fd, text.data(), text.size(), 0);
  return {text.data(), static_cast<std::size_t>(size > 0 ? size : 0)};
}

std::string take_line(std::string& text) {
  const auto end = std::min(text.find('\n'), text.size());
  auto line = text.substr(0, end);
  text.erase(0, end + 1);
  return line;
}

Holder read_holder(int fd) {
  auto text = first_bytes(fd);
  Holder holder;
  const auto pid = take_line(text);
  std::from_chars(pid.data(), pid.data() + pid.size(), holder.pid);
  holder.host = take_line(text);
  holder.boot = take_line(text);
  holder.command = take_line(text);
  return holder;
}

/// Where it cannot be written nothing is lost: the message says less, the next holder looks around.
void write_text(int fd, const std::string& text) {
  // Cut behind the write: ext4 writes a file out at once that was cut to nothing.
  if (lseek(fd, 0, SEEK_SET) == 0 && write_all(fd, text))
    (void)!ftruncate(fd, static_cast<off_t>(text.size()));
}

std::string done_text() { return fmt::format("done\n{}\n", boot_id()); }

Error in_use(int fd) {
  const auto holder = read_holder(fd);
  if (holder.pid <= 0) {
    return Error{"the journal is in use by another program", "wait for it to end, then try again"};
  }
  if (holder.host != host_name()) {
    return Error{fmt::format("the journal is in use by `{}` (pid {} on {})", holder.command,
                             holder.pid, holder.host),
                 "wait for it to end, then try again"};
  }
  if (!may_be_alive(holder.boot, holder.pid)) {
    return Error{fmt::format("the journal is in use by a git that `{}` (pid {}) left running",
                             holder.command, holder.pid),
                 "wait for it to end, then try again"};
  }
  return Error{fmt::format("the journal is in use by `{}` (pid {})", holder.command, holder.pid),
               "wait for it to end, then try again"};
}

int open_lock(const std::string& file) {
  const int fd = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
  struct stat found {};
  if (fd >= 0 && fstat(fd, &found) == 0 && S_ISREG(found.st_mode) && found.st_nlink == 1) return fd;
  const int error = fd < 0 ? errno : 0;
  if (fd >= 0) close(fd);
  throw Error{fmt::format(
      "cannot lock {}: {}", file,
      error == 0 ? "it is no regular file of its own" : std::generic_category().message(error))};
}

}  // namespace

Lock::Lock(const std::string& file, const std::string& command, int seconds,
           const std::function<bool()>& interrupted)
    : fd_(open_lock(file)) {
  using namespace std::chrono_literals;
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{seconds};
  for (auto pause = 1ms; flock(fd_, LOCK_EX | LOCK_NB) != 0; pause = std::min(pause * 2, 20ms)) {
    if (errno == EINTR) continue;
    // Where the file system has no locks, unique names that never overwrite must do.
    if (errno != EWOULDBLOCK) return;
    const bool stop = interrupted();
    if (stop || std::chrono::steady_clock::now() >= end) {
      auto why =
          stop ? Error{"interrupted; nothing was changed", {}, Exit::interrupted} : in_use(fd_);
      close(fd_);
      throw why;
    }
    std::this_thread::sleep_for(pause);
  }
  const auto before = first_bytes(fd_);
  const bool boot_is_known = !boot_id().empty();
  found_all_done_ = boot_is_known && before == done_text();
  first_of_boot_ = boot_is_known && before.find(boot_id()) == before.npos;
  write_text(fd_, fmt::format("{}\n{}\n{}\n{}\n", getpid(), host_name(), boot_id(), command));
}

void Lock::all_done() const { write_text(fd_, done_text()); }

Lock::~Lock() {
  if (fd_ >= 0) close(fd_);
}

std::time_t boot_time() {
  timespec since{};
#ifdef __APPLE__
  constexpr clockid_t up = CLOCK_MONOTONIC;  // goes on while the machine sleeps, there
#else
  constexpr clockid_t up = CLOCK_BOOTTIME;
#endif
  clock_gettime(up, &since);
  return std::time(nullptr) - since.tv_sec;
}

namespace {

std::string ask_boot_id() {
#ifdef __APPLE__
  std::array<char, 64> id{};
  auto size = id.size() - 1;
  return sysctlbyname("kern.bootsessionuuid", id.data(), &size, nullptr, 0) == 0 ? id.data() : "";
#else
  const int fd = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC);
  if (fd < 0) return {};
  auto text = first_bytes(fd);
  close(fd);
  return take_line(text);
#endif
}

}  // namespace

const std::string& boot_id() {
  static const std::string id = ask_boot_id();  // one for the life of any process
  return id;
}

bool may_be_alive(const std::string& boot, long pid) {
  if (pid <= 0 || boot != boot_id()) return false;
  return kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM;
}

}  // namespace coach
