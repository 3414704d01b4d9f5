#include "base/process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <system_error>
#include <utility>

#include "base/error.h"

extern char** environ;

namespace coach {

namespace {

constexpr int not_there = 127;

/// One end of a pipe, never one of the descriptors 0 to 2, closed with its owner.
class End {
 public:
  explicit End(int fd = -1) : fd_(fd) {}
  ~End() { shut(); }
  End(End&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  End& operator=(End&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  void shut() {
    if (fd_ >= 0) close(std::exchange(fd_, -1));
  }
  int get() const { return fd_; }
  bool is_open() const { return fd_ >= 0; }

 private:
  int fd_;
};

struct Pipe {
  End reads;
  End writes;
};

[[noreturn]] void refused(const std::string& program, int error = errno) {
  throw Error{fmt::format("cannot run {}: {}", program, std::generic_category().message(error))};
}

End above_standard(const End& end, const std::string& program) {
  const int moved = fcntl(end.get(), F_DUPFD_CLOEXEC, 3);
  if (moved < 0) refused(program);
  return End{moved};
}

Pipe make_pipe(const std::string& program) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) refused(program);
  const Pipe low{End{ends[0]}, End{ends[1]}};
  return {above_standard(low.reads, program), above_standard(low.writes, program)};
}

void never_wait(const End& end) {
  fcntl(end.get(), F_SETFL, fcntl(end.get(), F_GETFL) | O_NONBLOCK);
}

/// Where the program stands. Folders of PATH that are not absolute are passed over: they would be
/// looked for in whatever folder we are in, which may be a journal from elsewhere.
std::string find_program(const std::string& name) {
  if (name.find('/') != name.npos) return name;
  const char* path = std::getenv("PATH");
  std::string_view rest = path ? path : "/usr/local/bin:/usr/bin:/bin";
  while (!rest.empty()) {
    const auto folder = rest.substr(0, rest.find(':'));
    rest.remove_prefix(std::min(folder.size() + 1, rest.size()));
    if (!folder.starts_with('/')) continue;
    auto found = fmt::format("{}/{}", folder, name);
    if (access(found.c_str(), X_OK) == 0) return found;
  }
  return {};
}

/// Ignores signals for its life.
class Ignoring {
 public:
  explicit Ignoring(std::initializer_list<int> signals) {
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    for (const int number : signals) {
      Before before{number, {}};
      sigaction(number, &ignore, &before.action);
      before_.push_back(before);
    }
  }
  ~Ignoring() {
    for (const auto& before : before_) sigaction(before.number, &before.action, nullptr);
  }
  Ignoring(const Ignoring&) = delete;
  Ignoring& operator=(const Ignoring&) = delete;

  /// Those that a program is not to find ignored: SIGPIPE, and what was not ignored before.
  sigset_t not_for_children() const {
    sigset_t signals;
    sigemptyset(&signals);
    for (const auto& before : before_)
      if (before.number == SIGPIPE || before.action.sa_handler != SIG_IGN)
        sigaddset(&signals, before.number);
    return signals;
  }

 private:
  struct Before {
    int number;
    struct sigaction action;
  };
  std::vector<Before> before_;
};

std::vector<char*> pointers(const std::vector<std::string>& words) {
  std::vector<char*> all;
  for (const auto& word : words) all.push_back(const_cast<char*>(word.c_str()));
  all.push_back(nullptr);
  return all;
}

std::vector<char*> environment_of(const Run& what) {
  if (what.environment) return pointers(*what.environment);
  std::vector<char*> all;
  for (char** each = environ; *each; ++each) all.push_back(*each);
  all.push_back(nullptr);
  return all;
}

/// What posix_spawn() is told of a program.
class Preparation {
 public:
  explicit Preparation(std::string program) : program_(std::move(program)) {
    must(posix_spawn_file_actions_init(&actions_));
    must(posix_spawnattr_init(&attributes_));
  }
  ~Preparation() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }
  Preparation(const Preparation&) = delete;
  Preparation& operator=(const Preparation&) = delete;

  void stands_for(const End& ours, int standard) {
    if (ours.is_open()) must(posix_spawn_file_actions_adddup2(&actions_, ours.get(), standard));
  }
  void keep_open(int fd) {
    if (fd < 0) return;
#ifdef __APPLE__
    must(posix_spawn_file_actions_addinherit_np(&actions_, fd));
#else
    // One that takes its own place is no longer closed: POSIX 1003.1-2024, glibc 2.29.
    must(posix_spawn_file_actions_adddup2(&actions_, fd, fd));
#endif
  }
  void runs_in(const std::string& folder) {
    if (!folder.empty()) must(posix_spawn_file_actions_addchdir_np(&actions_, folder.c_str()));
  }
  void takes_by_default(const sigset_t& signals) {
    must(posix_spawnattr_setsigdefault(&attributes_, &signals));
    must(posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF));
  }

  /// The errno of a start that failed; 0 where it runs.
  int start(const Run& what, pid_t& pid) const {
    return posix_spawn(&pid, program_.c_str(), &actions_, &attributes_,
                       pointers(what.arguments).data(), environment_of(what).data());
  }

 private:
  void must(int error) const {
    if (error != 0) refused(program_, error);
  }

  std::string program_;
  posix_spawn_file_actions_t actions_;
  posix_spawnattr_t attributes_;
};

void give(End& to, std::string_view& input) {
  const auto written = write(to.get(), input.data(), input.size());
  if (written > 0) input.remove_prefix(static_cast<std::size_t>(written));
  const bool gone = written < 0 && errno != EAGAIN && errno != EINTR;
  if (gone || input.empty()) to.shut();  // a program may stop reading: its exit says why
}

void take(End& from, std::string& text) {
  std::array<char, 1 << 14> part;
  while (true) {
    const auto got = read(from.get(), part.data(), part.size());
    if (got > 0) {
      text.append(part.data(), static_cast<std::size_t>(got));
    } else if (got == 0 || (errno != EAGAIN && errno != EINTR)) {
      return from.shut();
    } else if (errno == EAGAIN) {
      return;
    }
  }
}

int wait_for(pid_t child, int how) {
  int status = 0;
  pid_t ended;
  do {
    ended = waitpid(child, &status, how);
  } while (ended < 0 && errno == EINTR);
  if (ended == 0) return -1;
  if (ended < 0) return not_there;  // nobody says how it ended: not well
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

/// Feeds and reads all three at once, so that neither side waits for the other. The exit code, or
/// -1 where the program has closed its outputs and not ended yet.
int converse(pid_t child, Pipe& in, Pipe& out, Pipe& err, std::string_view input, Ran& ran) {
  for (const auto* end : {&in.writes, &out.reads, &err.reads}) never_wait(*end);
  if (input.empty()) in.writes.shut();
  while (out.reads.is_open() || err.reads.is_open() || in.writes.is_open()) {
    std::array<pollfd, 3> ends{{{in.writes.get(), POLLOUT, 0},
                                {out.reads.get(), POLLIN, 0},
                                {err.reads.get(), POLLIN, 0}}};
    constexpr int look_after_ms = 100;
    const int ready = poll(ends.data(), ends.size(), look_after_ms);
    if (ready < 0) continue;
    if (ends[0].revents != 0) give(in.writes, input);
    if (ends[1].revents != 0) take(out.reads, ran.output);
    if (ends[2].revents != 0) take(err.reads, ran.errors);
    if (ready > 0) continue;
    // A program that it started in the background may hold the pipes open for ever.
    const int status = wait_for(child, WNOHANG);
    if (status < 0) continue;
    if (out.reads.is_open()) take(out.reads, ran.output);
    if (err.reads.is_open()) take(err.reads, ran.errors);
    return status;
  }
  return -1;
}

}  // namespace

struct Started::Going {
  explicit Going(bool on_terminal)
      // Ctrl-C on a terminal goes to the editor and to us; it is the editor's to answer.
      : ignoring(on_terminal ? Ignoring{SIGPIPE, SIGINT, SIGQUIT} : Ignoring{SIGPIPE}) {}

  const Ignoring ignoring;
  Pipe in, out, err;
  pid_t pid = -1;
  int error = 0;  // why it did not start
};

Started::Started(const Run& what) : going_(std::make_unique<Going>(what.on_terminal)) {
  const auto& name = what.arguments.front();
  auto& [ignoring, in, out, err, pid, error] = *going_;
  const auto program = find_program(name);
  if (program.empty()) {
    error = ENOENT;
    return;
  }
  if (!what.on_terminal || !what.input.empty()) in = make_pipe(name);
  if (!what.on_terminal) {
    out = make_pipe(name);
    err = make_pipe(name);
  }
  Preparation preparation{program};
  preparation.stands_for(in.reads, 0);
  preparation.stands_for(out.writes, 1);
  preparation.stands_for(err.writes, 2);
  preparation.keep_open(what.keep_open);
  preparation.runs_in(what.folder);
  preparation.takes_by_default(ignoring.not_for_children());
  error = preparation.start(what, pid);
  if (error == EAGAIN || error == ENOMEM) refused(name, error);
  for (auto* end : {&in.reads, &out.writes, &err.writes}) end->shut();
}

Started::~Started() {
  try {
    if (going_) finish({});
  } catch (const std::exception&) {
    // For want of memory: its words are nobody's any more.
  }
}

bool Started::is_waiting() const {
  siginfo_t ended{};
  return going_ && going_->pid >= 0 &&
         waitid(P_PID, static_cast<id_t>(going_->pid), &ended, WEXITED | WNOHANG | WNOWAIT) == 0 &&
         ended.si_pid == 0;
}

Ran Started::finish(std::string_view input) {
  const auto going = std::move(going_);
  auto& [ignoring, in, out, err, pid, error] = *going;
  if (error == ENOENT) return {not_there, {}, {}, false};
  if (error != 0) return {not_there, {}, std::generic_category().message(error)};
  Ran ran;
  int status = -1;
  if (out.reads.is_open())
    status = converse(pid, in, out, err, input, ran);
  else
    while (in.writes.is_open()) give(in.writes, input);  // to a pager
  ran.status = status >= 0 ? status : wait_for(pid, 0);
  return ran;
}

Ran run(const Run& what) { return Started{what}.finish(what.input); }

}  // namespace coach
