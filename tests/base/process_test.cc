#include "base/process.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>

using namespace coach;

namespace {

Run shell(const std::string& script) { return {.arguments = {"sh", "-c", script}}; }

}  // namespace

TEST_CASE("a program's output, errors and exit code come back") {
  const auto ran = run(shell("echo out; echo err >&2; exit 3"));
  CHECK(ran.started);
  CHECK(ran.status == 3);
  CHECK(ran.output == "out\n");
  CHECK(ran.errors == "err\n");
}

TEST_CASE("arguments pass through no shell") {
  const auto ran = run({.arguments = {"printf", "%s|", "$(echo x)", "a b", "", "'"}});
  CHECK(ran.output == "$(echo x)|a b||'|");
}

TEST_CASE("a program that is not there is said, not thrown") {
  const auto missing = run({.arguments = {"no-such-program-of-this-name"}});
  CHECK_FALSE(missing.started);
  CHECK(missing.status == 127);
  CHECK_FALSE(run({.arguments = {"/no/such/program"}}).started);
}

TEST_CASE("a program is not looked for in the folder it runs in") {
  const std::string before = getenv("PATH");
  auto folder = (std::filesystem::temp_directory_path() / "coach-path-XXXXXX").string();
  REQUIRE(mkdtemp(folder.data()) != nullptr);
  std::filesystem::copy_file("/bin/true", folder + "/trap-of-this-name");
  const auto here = std::filesystem::current_path();
  std::filesystem::current_path(folder);
  setenv("PATH", (":.:" + before).c_str(), 1);
  CHECK_FALSE(run({.arguments = {"trap-of-this-name"}, .folder = folder}).started);
  setenv("PATH", before.c_str(), 1);
  std::filesystem::current_path(here);
  std::filesystem::remove_all(folder);
}

TEST_CASE("death by a signal is 128 and the signal") {
  CHECK(run(shell("kill -9 $$")).status == 128 + SIGKILL);
}

TEST_CASE("much in both directions at once does not lock") {
  const std::string much(3u << 20, 'x');
  auto both = shell("tee /dev/stderr");
  both.input = much;
  const auto ran = run(both);
  CHECK(ran.output == much);
  CHECK(ran.errors == much);
}

TEST_CASE("a program that reads nothing of its input does no harm") {
  auto deaf = shell("exit 4");
  deaf.input = std::string(1u << 20, 'x');
  CHECK(run(deaf).status == 4);
}

TEST_CASE("what it leaves in the background is not waited for") {
  const auto start = std::chrono::steady_clock::now();
  const auto ran = run(shell("sleep 5 & echo done"));
  CHECK(ran.output == "done\n");
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds{2});
}

TEST_CASE("environment and folder are those asked for") {
  auto chosen = shell("echo $A-$HOME; pwd");
  chosen.environment = {{"A=b"}};
  chosen.folder = "/";
  CHECK(run(chosen).output == "b-\n/\n");
}

TEST_CASE("a folder that is not there is an exit code, not a run elsewhere") {
  auto nowhere = shell("echo ran");
  nowhere.folder = "/no/such/folder";
  const auto ran = run(nowhere);
  CHECK(ran.status == 127);
  CHECK(ran.output.empty());
}

TEST_CASE("one descriptor is handed on and no other") {
  const int kept = open("/dev/null", O_RDONLY | O_CLOEXEC);
  const int closed = open("/dev/null", O_RDONLY | O_CLOEXEC);
  auto look =
      shell(fmt::format("[ -e /dev/fd/{} ] && echo kept; [ -e /dev/fd/{} ] && echo leaked; "
                        "ls /proc/self/fd | wc -l",
                        kept, closed));
  look.keep_open = kept;
  const auto output = run(look).output;
  CHECK(output.starts_with("kept\n"));
  CHECK(output.find("leaked") == output.npos);
  close(kept);
  close(closed);
}

TEST_CASE("a closed pipe ends the program, not us") {
  CHECK(run(shell("kill -PIPE $$; echo alive")).status == 128 + SIGPIPE);
  signal(SIGPIPE, SIG_IGN);
  CHECK(run(shell("kill -PIPE $$; echo alive")).status == 128 + SIGPIPE);
  signal(SIGPIPE, SIG_DFL);
}

TEST_CASE("an interrupt at the terminal is the program's to answer") {
  auto interrupting = shell("kill -INT $PPID; kill -QUIT $PPID; kill -INT $$");
  interrupting.on_terminal = true;
  struct sigaction before {
  }, after{};
  sigaction(SIGINT, nullptr, &before);
  CHECK(run(interrupting).status == 128 + SIGINT);
  sigaction(SIGINT, nullptr, &after);
  CHECK((before.sa_handler == after.sa_handler));
}

TEST_CASE("a program that was begun takes its input when there is some") {
  Started begun{shell("echo ready; cat")};
  CHECK(begun.is_waiting());
  const auto ran = begun.finish("and this\n");
  CHECK(ran.status == 0);
  CHECK(ran.output == "ready\nand this\n");
  CHECK_FALSE(begun.is_waiting());
}

TEST_CASE("a program that was begun and is not wanted any more finds its input at its end") {
  auto folder = (std::filesystem::temp_directory_path() / "coach-begun-XXXXXX").string();
  REQUIRE(mkdtemp(folder.data()) != nullptr);
  { const Started begun{{.arguments = {"sh", "-c", "cat >all; : >ended"}, .folder = folder}}; }
  CHECK(std::filesystem::exists(folder + "/ended"));
  CHECK(std::filesystem::file_size(folder + "/all") == 0);
  std::filesystem::remove_all(folder);
}

TEST_CASE("a program that was begun and is not there is said when it would be used") {
  Started begun{{.arguments = {"no-such-program-of-this-name"}}};
  CHECK_FALSE(begun.is_waiting());
  CHECK_FALSE(begun.finish("x").started);
}

TEST_CASE("where nobody says how a program ended, it did not end well") {
  const auto before = signal(SIGCHLD, SIG_IGN);
  CHECK(run(shell("exit 3")).status != 0);
  signal(SIGCHLD, before);
}
