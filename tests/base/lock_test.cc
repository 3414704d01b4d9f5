#include "base/lock.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <optional>

#include "base/error.h"

using namespace coach;
namespace fs = std::filesystem;

namespace {

class LockFolder {
 public:
  LockFolder() {
    path_ = (fs::temp_directory_path() / "coach-lock-XXXXXX").string();
    REQUIRE(mkdtemp(path_.data()) != nullptr);
  }
  ~LockFolder() { fs::remove_all(path_); }
  LockFolder(const LockFolder&) = delete;
  LockFolder& operator=(const LockFolder&) = delete;

  std::string file() const { return path_ + "/lock"; }

 private:
  std::string path_;
};

std::string why_locked(const std::string& file, int seconds = 0) {
  try {
    const Lock lock{file, "coach plan", seconds};
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

/// A child that holds the lock until it is killed.
pid_t child_with_lock(const std::string& file) {
  int ready[2];
  REQUIRE(pipe(ready) == 0);
  const pid_t child = fork();
  if (child == 0) {
    const Lock lock{file, "coach log-session"};
    (void)!write(ready[1], "x", 1);
    while (true) pause();
  }
  char byte;
  REQUIRE(read(ready[0], &byte, 1) == 1);
  close(ready[0]);
  close(ready[1]);
  return child;
}

void end(pid_t child) {
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
}

}  // namespace

TEST_CASE("a lock excludes others, names who holds it and is freed by its holder's death") {
  const LockFolder folder;
  const auto child = child_with_lock(folder.file());
  CHECK(why_locked(folder.file()) ==
        fmt::format("the journal is in use by `coach log-session` (pid {})", child));
  end(child);
  CHECK(why_locked(folder.file()).empty());
}

TEST_CASE("a lock is freed at the end of its life") {
  const LockFolder folder;
  {
    const Lock lock{folder.file(), "coach plan"};
    CHECK(lock.descriptor() >= 0);
    CHECK_FALSE(why_locked(folder.file()).empty());
  }
  CHECK(why_locked(folder.file()).empty());
}

TEST_CASE("a program that outlives the command that started it still excludes") {
  const LockFolder folder;
  std::ofstream{folder.file()} << "";
  int held[2];
  REQUIRE(pipe(held) == 0);
  const pid_t child = fork();
  if (child == 0) {
    const Lock lock{folder.file(), "coach log-session"};
    if (fork() != 0) _exit(0);
    close(held[1]);
    char byte;
    (void)!read(held[0], &byte, 1);  // until the test lets go
    _exit(0);
  }
  close(held[0]);
  waitpid(child, nullptr, 0);
  CHECK(why_locked(folder.file()) ==
        fmt::format("the journal is in use by a git that `coach log-session` (pid {}) left running",
                    child));
  close(held[1]);
  CHECK(why_locked(folder.file(), 5).empty());
}

TEST_CASE("a lock waits for its holder") {
  const LockFolder folder;
  const pid_t child = fork();
  if (child == 0) {
    const Lock lock{folder.file(), "coach log-session"};
    usleep(100'000);
    _exit(0);
  }
  usleep(30'000);
  CHECK(why_locked(folder.file(), 5).empty());
  waitpid(child, nullptr, 0);
}

TEST_CASE("an interrupt ends the waiting") {
  const LockFolder folder;
  const Lock lock{folder.file(), "coach log-session"};
  std::optional<Exit> exit;
  try {
    const Lock second{folder.file(), "coach plan", 60, [] { return true; }};
  } catch (const Error& error) {
    exit = error.exit;
  }
  CHECK(exit == Exit::interrupted);
}

TEST_CASE("a link in the place of the lock is not written through") {
  const LockFolder folder;
  const auto target = folder.file() + "-target";
  std::ofstream{target} << "text";
  fs::create_symlink(target, folder.file());
  CHECK_FALSE(why_locked(folder.file()).empty());
  fs::remove(folder.file());
  fs::create_hard_link(target, folder.file());
  CHECK(why_locked(folder.file()) ==
        fmt::format("cannot lock {}: it is no regular file of its own", folder.file()));
  CHECK(fs::file_size(target) == 4);
}

TEST_CASE("a process of this boot is told from one that has ended and one of another boot") {
  CHECK_FALSE(boot_id().empty());
  CHECK(may_be_alive(boot_id(), getpid()));
  CHECK_FALSE(may_be_alive("another boot", getpid()));
  CHECK_FALSE(may_be_alive(boot_id(), 0));
  const pid_t child = fork();
  if (child == 0) _exit(0);
  waitpid(child, nullptr, 0);
  CHECK_FALSE(may_be_alive(boot_id(), child));
}

TEST_CASE("a lock tells whether its last holder ended with all done") {
  const LockFolder folder;
  const auto found_done = [&](bool says_done) {
    const Lock lock{folder.file(), "coach plan"};
    if (says_done) lock.all_done();
    return lock.found_all_done();
  };
  CHECK_FALSE(found_done(true));  // nobody held it before: what lies there is not known
  CHECK(found_done(false));
  CHECK_FALSE(found_done(true));
  CHECK(found_done(true));
  std::ofstream(folder.file()) << "done\nanother boot\n";
  CHECK_FALSE(found_done(true));
  CHECK(found_done(true));
}
