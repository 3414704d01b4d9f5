// Runs a command and lets something go wrong at the nth system call by which it, or a process that
// it starts, would change something on disk.
//
//   faults RESULT FAULT AT WHEN COMMAND...
//
//   FAULT  count   nothing goes wrong
//          kill    all processes end before that call, as by `kill -9`
//          ENOSPC EIO EACCES EMFILE EINTR   the call fails so
//          short   a write takes half of what it was given
//   AT     1 the first; FAULT counts the calls that it can befall
//   WHEN   once, or good: that call and every later one; of EINTR every later one that was not
//          interrupted just before, since a call that never gets through is no interrupted call
//
// Where COACH_PROOF_ROOT and COACH_PROOF_SYNCED name folders, the second gets what a power cut
// would leave of the first, on a file system that keeps its names in order and writes a file out
// that takes another's name, as ext4 does: `names`, with a line "INODE PATH" for each file as of
// the last fsync of any, and `INODE`, each file's bytes as of its own last fsync, or as it took the
// name; where COACH_PROOF_NAMES_ONLY is set, as of its own last fsync alone.
//
// RESULT gets "CALLS EXIT", the calls that FAULT could befall (up to the end or the kill) and the
// command's exit code, -1 where it was killed. strace can inject faults as well, but counts for
// each process by itself; here the whole tree has one count. Linux on x86-64 alone.
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Number = unsigned long long;

// ---- the calls that matter

constexpr std::array making{SYS_mkdir, SYS_mkdirat, SYS_rename,  SYS_renameat, SYS_renameat2,
                            SYS_link,  SYS_linkat,  SYS_symlink, SYS_symlinkat};
constexpr std::array ending{SYS_unlink, SYS_unlinkat, SYS_rmdir};
constexpr std::array writing{SYS_write, SYS_pwrite64, SYS_writev, SYS_ftruncate, SYS_truncate};
constexpr std::array syncing{SYS_fsync, SYS_fdatasync};
constexpr std::array opening{SYS_open, SYS_openat, SYS_openat2, SYS_creat};
constexpr std::array describing{SYS_pipe, SYS_pipe2, SYS_dup, SYS_socket};
constexpr std::array marking{SYS_chmod, SYS_fchmod, SYS_fchmodat,
                             SYS_chown, SYS_fchown, SYS_fchownat};
constexpr std::array starting{SYS_fork, SYS_vfork, SYS_clone, SYS_clone3, SYS_execve};

template <class Calls>
bool is_among(const Calls& calls, Number call) {
  for (const auto one : calls)
    if (static_cast<Number>(one) == call) return true;
  return false;
}

std::vector<long> all_calls() {
  std::vector<long> all;
  const auto add = [&](const auto& calls) { all.insert(all.end(), calls.begin(), calls.end()); };
  add(making), add(ending), add(writing), add(syncing), add(opening), add(describing), add(marking);
  add(starting);
  return all;
}

[[noreturn]] void give_up(const char* what) {
  std::perror(what);
  std::exit(125);
}

/// What a process holds at an address. Short where the memory ends.
std::string memory(pid_t process, Number address, std::size_t size) {
  std::string text;
  while (text.size() < size) {
    errno = 0;
    const long word = ptrace(PTRACE_PEEKDATA, process, address + text.size(), nullptr);
    if (errno != 0) break;
    text.append(reinterpret_cast<const char*>(&word), sizeof word);
  }
  text.resize(std::min(text.size(), size));
  return text;
}

/// The flags of an open; -1 for another call.
int open_flags(pid_t process, const user_regs_struct& at) {
  switch (at.orig_rax) {
    case SYS_open:
      return static_cast<int>(at.rsi);
    case SYS_openat:
      return static_cast<int>(at.rdx);
    case SYS_creat:
      return O_WRONLY | O_CREAT | O_TRUNC;
    case SYS_openat2: {
      const auto how = memory(process, at.rdx, sizeof(Number));
      Number flags = 0;
      if (how.size() == sizeof flags) std::memcpy(&flags, how.data(), sizeof flags);
      return static_cast<int>(flags);
    }
    default:
      return -1;
  }
}

bool opens_to_change(pid_t process, const user_regs_struct& at) {
  const int flags = open_flags(process, at);
  return flags >= 0 && ((flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC)) != 0);
}

bool is_regular(pid_t process, Number descriptor) {
  struct stat found {};
  const auto path = "/proc/" + std::to_string(process) + "/fd/" + std::to_string(descriptor);
  return stat(path.c_str(), &found) == 0 && S_ISREG(found.st_mode);
}

struct Fault {
  std::string_view name;
  int error = 0;

  /// True where the fault can befall this call.
  bool can_befall(pid_t process, const user_regs_struct& at) const {
    const Number call = at.orig_rax;
    const bool changes = is_among(making, call) || is_among(ending, call) ||
                         is_among(marking, call) || opens_to_change(process, at);
    const bool writes = is_among(writing, call);
    if (name == "kill" || name == "count")
      return changes || writes || is_among(syncing, call) || is_among(starting, call);
    if (name == "short") return (call == SYS_write || call == SYS_pwrite64) && at.rdx > 1;
    if (name == "EMFILE") return is_among(opening, call) || is_among(describing, call);
    if (name == "EACCES") return changes && !is_among(marking, call);
    if (name == "EINTR") return writes || is_among(syncing, call) || is_among(opening, call);
    const bool to_disk = !writes || call == SYS_truncate || is_regular(process, at.rdi);
    if (name == "ENOSPC")
      return (changes && !is_among(ending, call)) || (writes && to_disk) || is_among(syncing, call);
    return changes || (writes && to_disk) || is_among(syncing, call);  // EIO
  }
};

constexpr std::array faults{Fault{"count"},          Fault{"kill"},        Fault{"short"},
                            Fault{"ENOSPC", ENOSPC}, Fault{"EIO", EIO},    Fault{"EACCES", EACCES},
                            Fault{"EMFILE", EMFILE}, Fault{"EINTR", EINTR}};

// ---- what is on the disk

class Synced {
 public:
  Synced() {
    const char* root = std::getenv("COACH_PROOF_ROOT");
    const char* into = std::getenv("COACH_PROOF_SYNCED");
    if (root && into) root_ = root, into_ = into;
  }

  /// A process is about to make a descriptor durable, and with it all names so far.
  void note(pid_t process, Number descriptor) const {
    if (root_.empty()) return;
    const auto held = "/proc/" + std::to_string(process) + "/fd/" + std::to_string(descriptor);
    keep(held);
    struct stat found {};
    std::ofstream names(into_ / "names");
    for (const auto& entry : fs::recursive_directory_iterator(root_))
      if (entry.is_regular_file() && stat(entry.path().c_str(), &found) == 0)
        names << found.st_ino << ' ' << fs::relative(entry.path(), root_).string() << '\n';
  }

  /// A process is about to give a file another's name.
  void note_rename(pid_t process, const user_regs_struct& at) const {
    const char* names_only = std::getenv("COACH_PROOF_NAMES_ONLY");
    if (root_.empty() || (names_only && *names_only != '\0')) return;
    const bool plain = at.orig_rax == SYS_rename;
    const auto at_folder = static_cast<Number>(AT_FDCWD);
    const auto from = place(process, plain ? at_folder : at.rdi, plain ? at.rdi : at.rsi);
    const auto to = place(process, plain ? at_folder : at.rdx, plain ? at.rsi : at.r10);
    if (fs::exists(to)) keep(from);
  }

 private:
  void keep(const fs::path& file) const {
    struct stat found {};
    if (stat(file.c_str(), &found) == 0 && S_ISREG(found.st_mode))
      fs::copy_file(file, into_ / std::to_string(found.st_ino),
                    fs::copy_options::overwrite_existing);
  }

  static fs::path place(pid_t process, Number folder, Number name) {
    constexpr std::size_t longest = 4096;
    const auto text = memory(process, name, longest);
    const fs::path path = text.substr(0, text.find('\0'));
    const auto of = "/proc/" + std::to_string(process) + "/";
    if (path.is_absolute()) return path;
    const bool here = static_cast<int>(folder) == AT_FDCWD;
    return fs::path(of + (here ? "cwd" : "fd/" + std::to_string(static_cast<int>(folder)))) / path;
  }

  fs::path root_, into_;
};

// ---- the command

/// Stops at the calls that matter, and at no others.
void stop_at_calls() {
  const auto calls = all_calls();
  std::vector<sock_filter> filter{BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr))};
  for (std::size_t i = 0; i < calls.size(); ++i)
    filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(calls[i]),
                              static_cast<unsigned char>(calls.size() - i), 0));
  filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRACE));
  const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
      prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
    give_up("seccomp");
}

pid_t start(char** command) {
  const pid_t child = fork();
  if (child < 0) give_up("fork");
  if (child > 0) return child;
  if (ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) give_up("ptrace");
  raise(SIGSTOP);
  stop_at_calls();
  execvp(command[0], command);
  give_up(command[0]);
}

class Tracer {
 public:
  Tracer(const Fault& fault, long at, bool for_good)
      : fault_(fault), at_(at), for_good_(for_good) {}

  /// The exit code, -1 where it was killed.
  int run(char** command) {
    const pid_t first = start(command);
    int status = 0;
    if (waitpid(first, &status, 0) != first || !WIFSTOPPED(status)) give_up("the command");
    constexpr long events = PTRACE_O_TRACESECCOMP | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK |
                            PTRACE_O_TRACECLONE | PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL;
    if (ptrace(PTRACE_SETOPTIONS, first, nullptr, events) != 0) give_up("ptrace");
    known_ = {first};
    ptrace(PTRACE_CONT, first, nullptr, nullptr);
    int exit = -1;
    while (!known_.empty()) {
      const pid_t process = waitpid(-1, &status, __WALL);
      if (process < 0 && errno == EINTR) continue;
      if (process < 0) break;
      if (WIFSTOPPED(status)) {
        stopped(process, status);
        continue;
      }
      known_.erase(process);
      if (process == first) exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    return exit;
  }

  long calls() const { return calls_; }

 private:
  void stopped(pid_t process, int status) {
    const int signal = WSTOPSIG(status), event = status >> 16;
    const bool is_new = known_.insert(process).second;
    if (event == PTRACE_EVENT_SECCOMP) {
      if (!at_call(process)) return;
      ptrace(PTRACE_CONT, process, nullptr, nullptr);
    } else if (event != 0 || (is_new && signal == SIGSTOP)) {
      ptrace(PTRACE_CONT, process, nullptr, nullptr);
    } else {
      ptrace(PTRACE_CONT, process, nullptr, signal);
    }
  }

  /// False where everything was killed.
  bool at_call(pid_t process) {
    user_regs_struct at{};
    if (ptrace(PTRACE_GETREGS, process, nullptr, &at) != 0) return true;
    if (!fault_.can_befall(process, at)) return true;
    ++calls_;
    const bool befalls = (for_good_ ? calls_ >= at_ : calls_ == at_) && !is_retry(process);
    if (is_among(syncing, at.orig_rax) && (fault_.name == "count" || !befalls))
      synced_.note(process, at.rdi);
    if (at.orig_rax == SYS_rename || at.orig_rax == SYS_renameat || at.orig_rax == SYS_renameat2)
      synced_.note_rename(process, at);
    if (fault_.name == "count" || !befalls) return true;
    if (fault_.name == "kill") {
      for (const pid_t one : known_) kill(one, SIGKILL);
      return false;
    }
    if (fault_.name == "short") {
      at.rdx /= 2;
    } else {
      at.orig_rax = static_cast<Number>(-1);  // no such call: it is not made
      at.rax = static_cast<Number>(-fault_.error);
      if (fault_.error == EINTR) interrupted_.insert(process);
    }
    ptrace(PTRACE_SETREGS, process, nullptr, &at);
    return true;
  }

  /// True for the call after one that was interrupted.
  bool is_retry(pid_t process) { return fault_.error == EINTR && interrupted_.erase(process) > 0; }

  const Fault& fault_;
  long at_;
  bool for_good_;
  long calls_ = 0;
  std::set<pid_t> known_;
  std::set<pid_t> interrupted_;  // at their last call
  Synced synced_;
};

}  // namespace

int main(int count, char** words) {
  if (count < 6) {
    std::fprintf(stderr, "faults RESULT FAULT AT once|good COMMAND...\n");
    return 125;
  }
  for (const auto& fault : faults) {
    if (fault.name != words[2]) continue;
    Tracer tracer{fault, std::atol(words[3]), std::string_view{words[4]} == "good"};
    const int exit = tracer.run(words + 5);
    std::FILE* result = std::fopen(words[1], "w");
    if (!result) give_up(words[1]);
    std::fprintf(result, "%ld %d\n", tracer.calls(), exit);
    return std::fclose(result) == 0 ? 0 : 125;
  }
  std::fprintf(stderr, "faults: no fault %s\n", words[2]);
  return 125;
}
