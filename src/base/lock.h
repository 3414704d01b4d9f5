// One writer at a time: a flock that the kernel frees when its holder dies. Its text tells the next
// holder whether the last one ended with all done.
#pragma once

#include <ctime>
#include <functional>
#include <string>

namespace coach {

/// Holds the lock for its life. While it is held the file says by whom (pid, host, boot, command),
/// for the message of those that wait; behind a holder that said `all_done`, only the boot.
class Lock {
 public:
  /// Waits up to `seconds`, asking `interrupted` meanwhile; then throws Error naming who holds it.
  Lock(
      const std::string& file, const std::string& command, int seconds = 10,
      const std::function<bool()>& interrupted = [] { return false; });
  ~Lock();

  /// False where the last holder may have left something half done: it was killed, or could not
  /// clear up; or the machine was started anew since, and nobody knows.
  bool found_all_done() const { return found_all_done_; }
  /// True where nobody held it since the machine was started.
  bool first_of_boot() const { return first_of_boot_; }
  /// What was begun is finished. Not durable: behind a power cut nothing counts as done.
  void all_done() const;

  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

  /// To be handed to a git that is run under the lock, so that an orphaned git still excludes the
  /// next writer.
  int descriptor() const { return fd_; }

 private:
  int fd_ = -1;
  bool found_all_done_ = false;
  bool first_of_boot_ = false;
};

/// When this boot began, in seconds since the epoch: no process is older.
std::time_t boot_time();

/// This boot's identity, and whether a process noted as {boot, pid} may still be alive.
const std::string& boot_id();
bool may_be_alive(const std::string& boot, long pid);

}  // namespace coach
