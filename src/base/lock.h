// One writer at a time: a flock that the kernel frees when its holder dies.
#pragma once

#include <functional>
#include <string>

namespace coach {

/// Holds the lock for its life. The file's text (pid, host, boot, command) serves the message
/// alone.
class Lock {
 public:
  /// Waits up to `seconds`, asking `interrupted` meanwhile; then throws Error naming who holds it.
  Lock(
      const std::string& file, const std::string& command, int seconds = 10,
      const std::function<bool()>& interrupted = [] { return false; });
  ~Lock();
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

  /// To be handed to a git that is run under the lock, so that an orphaned git still excludes the
  /// next writer.
  int descriptor() const { return fd_; }

 private:
  int fd_ = -1;
};

/// This boot's identity, and whether a process noted as {boot, pid} may still be alive.
std::string boot_id();
bool may_be_alive(const std::string& boot, long pid);

}  // namespace coach
