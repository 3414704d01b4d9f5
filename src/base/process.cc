#include "base/process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
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

[[noreturn]] void refused(const std::string& program) {
  throw Error{fmt::format("cannot run {}: {}", program, std::generic_category().message(errno))};
}

End above_standard(int fd, const std::string& program) {
  const int moved = fcntl(fd, F_DUPFD_CLOEXEC, 3);
  const int error = errno;
  close(fd);
  errno = error;
  if (moved < 0) refused(program);
  return End{moved};
}

Pipe make_pipe(const std::string& program) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) refused(program);
  Pipe made;
  made.reads = above_standard(ends[0], program);
  made.writes = above_standard(ends[1], program);
  return made;
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
  ~Ignoring() { restore(); }
  Ignoring(const Ignoring&) = delete;
  Ignoring& operator=(const Ignoring&) = delete;

  void restore() const {
    for (const auto& before : before_) sigaction(before.number, &before.action, nullptr);
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

/// What the child needs, made before the fork: between fork and exec nothing may allocate.
struct Child {
  std::string program;
  std::vector<char*> arguments;
  std::vector<char*> environment;
  const char* folder;
  int input;  // -1: as ours
  int output;
  int errors;
  int keep_open;
  int report;  // takes the errno where exec fails
};

[[noreturn]] void become(const Child& child, const Ignoring& ignoring) {
  ignoring.restore();
  struct sigaction by_default {};
  by_default.sa_handler = SIG_DFL;
  sigaction(SIGPIPE, &by_default, nullptr);
  const auto stands_for = [](int ours, int standard) {
    return ours < 0 || dup2(ours, standard) >= 0;
  };
  bool ready =
      stands_for(child.input, 0) && stands_for(child.output, 1) && stands_for(child.errors, 2);
  if (child.keep_open >= 0) fcntl(child.keep_open, F_SETFD, 0);
  if (ready && *child.folder != '\0') ready = chdir(child.folder) == 0;
  if (ready) execve(child.program.c_str(), child.arguments.data(), child.environment.data());
  const int error = errno;
  (void)!write(child.report, &error, sizeof error);
  _exit(not_there);
}

/// The errno of an exec that failed, 0 where the program started.
int start_error(const End& report) {
  int error = 0;
  ssize_t got;
  do {
    got = read(report.get(), &error, sizeof error);
  } while (got < 0 && errno == EINTR);
  return got == static_cast<ssize_t>(sizeof error) ? error : 0;
}

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

Ran run(const Run& what) {
  const auto& name = what.arguments.front();
  const auto program = find_program(name);
  if (program.empty()) return {not_there, {}, {}, false};

  Pipe in, out, err;
  auto report = make_pipe(name);
  if (!what.on_terminal || !what.input.empty()) in = make_pipe(name);
  if (!what.on_terminal) {
    out = make_pipe(name);
    err = make_pipe(name);
  }
  const Child child{program,
                    pointers(what.arguments),
                    environment_of(what),
                    what.folder.c_str(),
                    in.reads.get(),
                    out.writes.get(),
                    err.writes.get(),
                    what.keep_open,
                    report.writes.get()};
  // Ctrl-C on a terminal goes to the editor and to us; it is the editor's to answer.
  const Ignoring ignoring =
      what.on_terminal ? Ignoring{SIGPIPE, SIGINT, SIGQUIT} : Ignoring{SIGPIPE};
  const pid_t pid = fork();
  if (pid < 0) refused(name);
  if (pid == 0) become(child, ignoring);

  for (auto* end : {&report.writes, &in.reads, &out.writes, &err.writes}) end->shut();
  Ran ran;
  if (const int error = start_error(report.reads)) {
    wait_for(pid, 0);
    return {not_there, {}, std::generic_category().message(error), error != ENOENT};
  }
  int status = -1;
  if (!what.on_terminal) status = converse(pid, in, out, err, what.input, ran);
  std::string_view left = what.input;
  while (what.on_terminal && in.writes.is_open()) give(in.writes, left);
  ran.status = status >= 0 ? status : wait_for(pid, 0);
  return ran;
}

}  // namespace coach
