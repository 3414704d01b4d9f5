#include "journal/git.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include "base/process.h"
#include "journal/git_run.h"

using namespace coach;
namespace fs = std::filesystem;

namespace {

void save(const fs::path& path, std::string_view text) {
  fs::create_directories(path.parent_path());
  std::ofstream{path, std::ios::binary} << text;
}

std::string text_of(const fs::path& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

/// A home without any configuration but what the test gives, and a journal in it.
class Home {
 public:
  explicit Home(bool with_identity = true) {
    auto name = (fs::temp_directory_path() / "coach-git-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    root_ = fs::canonical(name);
    setenv("HOME", root_.c_str(), 1);
    setenv("XDG_CONFIG_HOME", (root_ / "config").c_str(), 1);
    for (const auto* who : {"AUTHOR", "COMMITTER"}) {
      for (const auto* what : {"NAME", "EMAIL"}) {
        unsetenv(fmt::format("GIT_{}_{}", who, what).c_str());
      }
    }
    if (with_identity)
      save(root_ / ".gitconfig", "[user]\nname = R. Ames\nemail = r@example.org\n");
  }
  ~Home() { fs::remove_all(root_); }
  Home(const Home&) = delete;
  Home& operator=(const Home&) = delete;

  fs::path operator/(const std::string& name) const { return root_ / name; }

 private:
  fs::path root_;
};

/// A repository with one commit, made once and copied: starting git costs more than copying.
void make_journal(const fs::path& at) {
  static const fs::path made = [] {
    auto name = (fs::temp_directory_path() / "coach-git-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    REQUIRE(make_repository(name) == std::nullopt);
    save(fs::path{name} / "coach.toml", "format = 1\n");
    save(fs::path{name} / "notes.txt", "hers\n");
    fs::remove_all(fs::path{name} / ".git/hooks");
    run({.arguments = {"sh", "-c",
                       "git add . && git -c user.name=x -c user.email=x commit -qm start"},
         .folder = name});
    return fs::path{name};
  }();
  static const struct Remove {
    ~Remove() { fs::remove_all(made); }
  } remove;
  fs::create_directories(at.parent_path());
  fs::copy(made, at, fs::copy_options::recursive);
}

struct Journal {
  const Home home;
  const fs::path path = home / "journal";
  bool trusted = true;

  explicit Journal(bool is_trusted = true, bool with_identity = true)
      : home(with_identity), trusted(is_trusted) {
    make_journal(path);
  }

  Committing where() const {
    const auto repository = find_repository(path);
    REQUIRE(repository);
    return {*repository, trusted, {"Coach Name", "coach@example.org"}};
  }

  /// As a writing command does it.
  CommitOutcome write_and_commit(const std::vector<std::string>& files,
                                 const std::string& message = "heron: log a session") const {
    const auto here = where();
    const Lock lock{lock_file(), "coach log-session"};
    Commit commit{here, message, lock};
    commit.note(files);
    for (const auto& file : files) save(path / file, fmt::format("text of {}\n", file));
    return commit.run();
  }
  /// As a command does that is stopped before it commits.
  void note(const std::vector<std::string>& files) const {
    const auto here = where();
    const Lock lock{lock_file(), "coach log-session"};
    Commit{here, "heron: stopped", lock}.note(files);
  }
  CommitOutcome commit() const { return write_and_commit({}, "heron: go on"); }

  std::string git(const std::string& arguments) const {
    const auto ran = run({.arguments = {"sh", "-c", "git " + arguments}, .folder = path});
    return ran.output + ran.errors;
  }
  std::string pending() const { return text_of(where().repository.git_folder + "/coach-pending"); }
  std::string lock_file() const { return where().repository.git_folder + "/coach-lock"; }
};

std::string only_note(const CommitOutcome& outcome) {
  CHECK(outcome.notes.size() == 1);
  return outcome.notes.empty() ? "" : outcome.notes[0];
}

void make_program(const fs::path& at, const std::string& script) {
  save(at, "#!/bin/sh\n" + script + "\n");
  chmod(at.c_str(), 0755);
}

void age(const fs::path& file, std::chrono::seconds by) {
  fs::last_write_time(file, fs::file_time_type::clock::now() - by);
}

/// A process number that was given and is free again.
long dead_process() {
  const pid_t child = fork();
  if (child == 0) _exit(0);
  waitpid(child, nullptr, 0);
  return child;
}

}  // namespace

TEST_CASE("a repository is found in the folder, above it, and through a .git file") {
  const Home home;
  CHECK(find_repository(home / "nowhere") == std::nullopt);
  make_journal(home / "big");
  fs::create_directories(home / "big/coaching/journal");
  auto found = find_repository(home / "big/coaching/journal");
  REQUIRE(found);
  CHECK(found->work_tree == (home / "big"));
  CHECK(found->git_folder == (home / "big/.git"));
  CHECK_FALSE(found->is_journal());
  fs::rename(home / "big/.git", home / "elsewhere");
  save(home / "big/.git", "gitdir: ../elsewhere\n");
  found = find_repository(home / "big");
  REQUIRE(found);
  CHECK(found->git_folder == (home / "elsewhere"));
  CHECK(found->is_journal());
}

TEST_CASE("a .git that is no repository is passed over without waiting") {
  const Home home;
  fs::create_directories(home / "a/.git");
  CHECK(find_repository(home / "a") == std::nullopt);
  fs::create_directories(home / "b");
  REQUIRE(mkfifo((home / "b/.git").c_str(), 0600) == 0);
  CHECK(find_repository(home / "b") == std::nullopt);
}

TEST_CASE("a commit holds its paths and leaves what else is staged or dirty byte for byte") {
  const Journal journal;
  save(journal.path / "staged.txt", "staged\n");
  journal.git("add staged.txt");
  save(journal.path / "staged.txt", "staged, then changed\n");
  save(journal.path / "notes.txt", "hers, changed\n");
  save(journal.path / "untracked.txt", "untracked\n");
  const auto before =
      journal.git("status --porcelain") + journal.git("diff --cached") + journal.git("diff");
  const auto outcome = journal.write_and_commit({"sessions/a.toml", "sessions/b.toml"});
  CHECK(outcome.committed);
  CHECK(outcome.notes.empty());
  CHECK(journal.git("status --porcelain") + journal.git("diff --cached") + journal.git("diff") ==
        before);
  CHECK(journal.git("show --name-status --format='%s|%an' HEAD") ==
        "heron: log a session|R. Ames\n\nA\tsessions/a.toml\nA\tsessions/b.toml\n");
  CHECK(text_of(journal.path / ".git/coach-pending").empty());
  CHECK(text_of(journal.path / ".git/coach-running").empty());
}

TEST_CASE("a file that changed, moved or was removed is committed as such") {
  const Journal journal;
  journal.write_and_commit({"a.toml", "b.toml", "c.toml"});
  fs::rename(journal.path / "a.toml", journal.path / "moved.toml");
  fs::remove(journal.path / "b.toml");
  save(journal.path / "c.toml", "changed\n");
  journal.note({"a.toml", "moved.toml", "b.toml", "c.toml"});
  CHECK(journal.commit().committed);
  CHECK(journal.git("show --no-renames --name-status --format= HEAD") ==
        "D\ta.toml\nD\tb.toml\nM\tc.toml\nA\tmoved.toml\n");
  CHECK(journal.git("status --porcelain").empty());
}

TEST_CASE("a removal alone is committed, by the coach where git knows nobody") {
  const Journal journal{true, false};
  journal.write_and_commit({"a.toml"});
  fs::remove(journal.path / "a.toml");
  journal.note({"a.toml"});
  CHECK(journal.commit().committed);
  CHECK(journal.git("show --name-status --format= HEAD") == "D\ta.toml\n");
  CHECK(journal.git("status --porcelain").empty());
}

TEST_CASE("a path that was never written, or is committed already, is struck out silently") {
  const Journal journal;
  journal.note({"never.toml", "coach.toml"});
  const auto outcome = journal.commit();
  CHECK_FALSE(outcome.committed);
  CHECK(outcome.notes.empty());
  CHECK(journal.pending().empty());
}

TEST_CASE("a command that stops before it commits commits nothing, whatever is staged") {
  const Journal journal;
  const auto head = journal.git("rev-parse HEAD");
  save(journal.path / "staged.txt", "hers\n");
  journal.git("add staged.txt");
  journal.note({"staged.txt"});
  CHECK(journal.git("rev-parse HEAD") == head);
  CHECK(journal.git("status --porcelain") == "A  staged.txt\n");
  CHECK_FALSE(fs::exists(journal.path / ".git/index.lock"));
}

TEST_CASE("more paths than a pipe takes in one piece are committed too") {
  const Journal journal;
  std::vector<std::string> files;
  for (int number = 0; number < 300; ++number)
    files.push_back(fmt::format("sessions/one-of-very-many-{}.toml", number));
  CHECK(journal.write_and_commit(files).committed);
  CHECK(journal.git("show --name-only --format= HEAD | wc -l") == "300\n");
  CHECK(journal.git("status --porcelain").empty());
}

TEST_CASE("an index that a power cut left empty is made anew") {
  for (const auto& left : {std::string{}, std::string(200, '\0')}) {
    const Journal journal;
    save(journal.path / ".git/index", left);
    const auto outcome = journal.write_and_commit({"a.toml"});
    CHECK(outcome.committed);
    CHECK(only_note(outcome) ==
          "git's index could not be read, as after a power cut: it was made anew from the last "
          "commit. What you had staged is to be staged again.");
    CHECK(journal.git("show --name-only --format= HEAD") == "a.toml\n");
    CHECK(journal.git("status --porcelain").empty());
  }
}

TEST_CASE("a branch that another git moves meanwhile is committed on") {
  const Journal journal;
  make_program(journal.path / ".git/hooks/pre-commit",
               "[ -e once ] || { touch once && git update-ref HEAD $(git commit-tree -p HEAD -m "
               "other HEAD^{tree}); }");
  CHECK(journal.write_and_commit({"a.toml"}).committed);
  CHECK(journal.git("log --format=%s") == "heron: log a session\nother\nstart\n");
}

TEST_CASE("what a kill left between write and commit is committed by the next command") {
  const Journal journal;
  journal.note({"left.toml"});
  save(journal.path / "left.toml", "left\n");
  CHECK(journal.write_and_commit({"next.toml"}).committed);
  CHECK(journal.git("show --name-only --format= HEAD") == "left.toml\nnext.toml\n");
}

TEST_CASE("a name that looks like a pattern is only a name") {
  for (const bool trusted : {true, false}) {
    const Journal journal{trusted};
    save(journal.path / "x.toml", "not ours\n");
    CHECK(journal.write_and_commit({"*.toml", ":(top)y", "-q"}).committed);
    CHECK(journal.git("show --name-only --format= HEAD") == "*.toml\n-q\n:(top)y\n");
  }
}

TEST_CASE(
    "the first commit of a new repository works, on the branch main, its index empty or not") {
  for (const bool has_empty_index : {false, true}) {
    const Home home;
    fs::create_directory(home / "new");
    REQUIRE(make_repository(home / "new") == std::nullopt);
    if (has_empty_index) save(home / "new/.git/index", "");
    const Committing where{*find_repository(home / "new"), true, {}};
    const Lock lock{home / "new/.git/coach-lock", "coach init"};
    Commit commit{where, "Begin", lock};
    commit.note({"coach.toml"});
    save(home / "new/coach.toml", "format = 1\n");
    CHECK(commit.run().committed);
    CHECK(text_of(home / "new/.git/HEAD") == "ref: refs/heads/main\n");
  }
}

TEST_CASE("where git knows nobody, the coach commits") {
  for (const bool trusted : {true, false}) {
    const Journal journal{trusted, false};
    CHECK(journal.write_and_commit({"a.toml"}).committed);
    CHECK(journal.git("log -1 --format='%an <%ae> %cn'") ==
          "Coach Name <coach@example.org> Coach Name\n");
  }
}

TEST_CASE("identity and dates are the environment's, other variables of git are not") {
  const Journal journal;
  setenv("GIT_AUTHOR_NAME", "Someone", 1);
  setenv("GIT_AUTHOR_DATE", "2026-11-24T14:05:00Z", 1);
  setenv("GIT_DIR", (journal.home / "wrong").c_str(), 1);
  setenv("GIT_INDEX_FILE", (journal.home / "wrong-index").c_str(), 1);
  const auto outcome = journal.write_and_commit({"a.toml"});
  for (const auto* name : {"GIT_AUTHOR_NAME", "GIT_AUTHOR_DATE", "GIT_DIR", "GIT_INDEX_FILE"}) {
    unsetenv(name);
  }
  CHECK(outcome.committed);
  CHECK(journal.git("log -1 --format='%an %aI'") == "Someone 2026-11-24T14:05:00+00:00\n");
  CHECK_FALSE(fs::exists(journal.home / "wrong-index"));
}

TEST_CASE("a hook that refuses leaves the record saved and noted, with its own words") {
  const Journal journal;
  make_program(journal.path / ".git/hooks/pre-commit", "echo no commits on a Tuesday >&2; exit 1");
  const auto outcome = journal.write_and_commit({"a.toml"});
  CHECK_FALSE(outcome.committed);
  CHECK(only_note(outcome) ==
        "Saved, but not committed: git said: no commits on a Tuesday. The next command that writes "
        "tries again.");
  CHECK(journal.pending() == "a.toml\n");
  fs::remove(journal.path / ".git/hooks/pre-commit");
  CHECK(journal.commit().committed);
}

TEST_CASE("a trusted journal's hooks and filters run") {
  const Journal journal;
  make_program(journal.path / ".git/hooks/post-commit", "echo ran > ran-hook");
  journal.git("config filter.upper.clean 'tr a-z A-Z'");
  save(journal.path / ".gitattributes", "*.toml filter=upper\n");
  CHECK(journal.write_and_commit({"a.toml"}).committed);
  CHECK(fs::exists(journal.path / "ran-hook"));
  CHECK(journal.git("show HEAD:a.toml") == "TEXT OF A.TOML\n");
}

TEST_CASE("a journal from elsewhere runs nothing of its own") {
  const Journal journal{false};
  const auto trap = journal.home / "trap";
  const auto sprung = journal.home / "sprung";
  make_program(trap, fmt::format("echo \"$0 $*\" >> {}; cat", sprung.string()));
  for (const auto* hook : {"pre-commit", "commit-msg", "prepare-commit-msg", "post-commit",
                           "post-index-change", "reference-transaction"}) {
    make_program(journal.path / ".git/hooks" / hook, trap.string());
  }
  for (const auto* key :
       {"core.fsmonitor", "core.editor", "core.pager", "core.sshCommand", "core.askPass",
        "gpg.program", "diff.external", "filter.trap.clean", "filter.trap.smudge",
        "filter.trap.process", "filter.other.clean", "diff.trap.textconv", "credential.helper",
        "sequence.editor", "core.alternateRefsCommand"}) {
    journal.git(fmt::format("config {} {}", key, trap.string()));
  }
  journal.git("config commit.gpgSign true");
  journal.git("config filter.trap.required true");
  journal.git(fmt::format("config core.hooksPath {}", (journal.path / ".git/hooks").string()));
  save(journal.path / ".gitattributes", "*.crypt filter=trap\n*.toml diff=trap\n");
  const auto outcome = journal.write_and_commit({"a.toml", "b.crypt"});
  CHECK_FALSE(fs::exists(sprung));
  CHECK(outcome.committed);
  CHECK(only_note(outcome) ==
        "Saved, but not committed: b.crypt has a git filter (`trap`), and this journal came from "
        "elsewhere. If it is yours, `coach trust` lets its filters run.");
  CHECK(journal.pending() == "b.crypt\n");
  CHECK(journal.git("-c core.pager= -c core.fsmonitor=false show --no-textconv --no-ext-diff "
                    "--name-only --format= HEAD") == "a.toml\n");
}

TEST_CASE("a filter whose name cannot be emptied stops the commit of a journal from elsewhere") {
  const Journal journal{false};
  journal.git("config 'filter.a=b.clean' false");
  const auto outcome = journal.write_and_commit({"a.toml"});
  CHECK_FALSE(outcome.committed);
  CHECK(
      only_note(outcome).starts_with("Saved, but not committed: this journal came from elsewhere, "
                                     "and its configuration names `filter.a=b`."));
}

TEST_CASE("a journal from elsewhere cannot lead git to other folders") {
  const auto elsewhere = std::string{
      "Saved, but not committed: this journal came from elsewhere, and its repository is not a "
      "`.git` folder of its own. If it is yours, `coach trust` allows it."};
  SUBCASE("by a .git file") {
    const Journal journal{false};
    fs::rename(journal.path / ".git", journal.home / "other");
    save(journal.path / ".git", "gitdir: ../other\n");
    CHECK(only_note(journal.write_and_commit({"a.toml"})) == elsewhere);
    CHECK_FALSE(fs::exists(journal.home / "other/coach-pending"));
  }
  SUBCASE("by a .git link") {
    const Journal journal{false};
    fs::rename(journal.path / ".git", journal.home / "other");
    fs::create_directory_symlink("../other", journal.path / ".git");
    CHECK(only_note(journal.write_and_commit({"a.toml"})) == elsewhere);
  }
  SUBCASE("by links inside .git") {
    const Journal journal{false};
    save(journal.home / "profile", "hers\n");
    fs::remove(journal.path / ".git/COMMIT_EDITMSG");
    fs::create_symlink(journal.home / "profile", journal.path / ".git/COMMIT_EDITMSG");
    CHECK(only_note(journal.write_and_commit({"a.toml"})) ==
          "Saved, but not committed: this journal came from elsewhere, and its `.git` folder holds "
          "links. If it is yours, `coach trust` allows it.");
    CHECK(text_of(journal.home / "profile") == "hers\n");
  }
  SUBCASE("by a work tree in its configuration") {
    const Journal journal{false};
    save(journal.home / "victim/a.toml", "secret\n");
    journal.git(fmt::format("config core.worktree {}", (journal.home / "victim").string()));
    CHECK(journal.write_and_commit({"a.toml"}).committed);
    CHECK(journal.git("show HEAD:a.toml") == "text of a.toml\n");
  }
  SUBCASE("by paths in its own notes") {
    const Journal journal{false};
    save(journal.path / ".git/coach-pending", "../outside\n/etc/passwd\n.git/config\na//b\n");
    CHECK(journal.write_and_commit({"a.toml"}).committed);
    CHECK(journal.git("show --name-only --format= HEAD") == "a.toml\n");
  }
}

TEST_CASE("a journal inside a bigger repository commits there, once it is trusted") {
  Journal journal;
  const auto inner = journal.path / "coaching/journal";
  fs::create_directories(inner);
  auto where = journal.where();
  where.repository = *find_repository(inner);
  const Lock lock{journal.lock_file(), "coach log-session"};
  save(journal.path / "notes.txt", "dirty\n");
  save(inner / "a.toml", "text\n");
  const std::string message = "heron: log a session";
  Commit{where, message, lock}.note({"a.toml"});
  CHECK(journal.pending() == "coaching/journal/a.toml\n");
  auto untrusted = where;
  untrusted.trusted = false;
  CHECK_FALSE(Commit{untrusted, message, lock}.run().committed);
  CHECK(Commit{where, message, lock}.run().committed);
  CHECK(journal.git("show --name-only --format= HEAD") == "coaching/journal/a.toml\n");
  CHECK(journal.git("status --porcelain") == " M notes.txt\n");
}

TEST_CASE("a linked work tree commits on its own branch") {
  Journal journal;
  journal.git("worktree add -q ../linked");
  auto where = journal.where();
  const auto linked = journal.home / "linked";
  where.repository = *find_repository(linked);
  CHECK(where.repository.git_folder == (journal.path / ".git/worktrees/linked"));
  const Lock lock{journal.lock_file(), "coach log-session"};
  const std::string message = "heron: log a session";
  Commit commit{where, message, lock};
  commit.note({"a.toml"});
  save(linked / "a.toml", "text\n");
  const auto outcome = commit.run();
  CHECK(outcome.committed);
  CHECK(outcome.notes.empty());
  CHECK(journal.git("show --name-only --format= linked") == "a.toml\n");
}

TEST_CASE("a merge under way is left to its end") {
  const Journal journal;
  journal.git("branch other && git switch -q other && git commit -q --allow-empty -m other");
  journal.git("switch -q main && git commit -q --allow-empty -m here");
  journal.git("merge -q --no-commit other");
  const auto outcome = journal.write_and_commit({"a.toml"});
  CHECK_FALSE(outcome.committed);
  CHECK(only_note(outcome) ==
        "Saved, but not committed: a merge is under way in the repository. Finish it (`git merge "
        "--continue`) or give it up (`git merge --abort`): the next command that writes commits "
        "it.");
  journal.git("commit -q -m merged");
  CHECK(journal.commit().committed);
}

TEST_CASE("a commit on a detached HEAD says so") {
  const Journal journal;
  journal.git("switch -q --detach");
  const auto outcome = journal.write_and_commit({"a.toml"});
  CHECK(outcome.committed);
  CHECK(only_note(outcome) ==
        "Committed, but HEAD is detached: no branch holds the commit. `git switch -c NAME` gives "
        "it one.");
}

TEST_CASE("another git's lock is waited for") {
  const Journal journal;
  const auto lock = journal.path / ".git/index.lock";
  save(lock, "");
  std::thread other{[&] {
    std::this_thread::sleep_for(std::chrono::milliseconds{150});
    fs::remove(lock);
  }};
  CHECK(journal.write_and_commit({"a.toml"}).committed);
  other.join();
}

TEST_CASE("another git's lock that stays is left, and said") {
  const Journal journal;
  const auto lock = journal.path / ".git/index.lock";
  save(lock, "");
  const auto outcome = journal.write_and_commit({"a.toml"});
  CHECK_FALSE(outcome.committed);
  CHECK(only_note(outcome) ==
        fmt::format("Saved, but not committed: another git is at work ({}). The next command that "
                    "writes commits it. If no git is running, remove that file.",
                    lock.string()));
  CHECK(fs::exists(lock));
  fs::remove(lock);
  CHECK(journal.commit().committed);
}

TEST_CASE("the locks of a git that died under a command of ours are cleared") {
  const Journal journal;
  const auto git = journal.path / ".git";
  const auto began = std::time(nullptr) - 60;
  save(git / "coach-running", fmt::format("{} {} {}\n", boot_id(), dead_process(), began));
  for (const auto* name : {"index.lock", "HEAD.lock", "refs/heads/main.lock"}) {
    save(git / name, "");
    age(git / name, std::chrono::seconds{30});
  }
  const auto outcome = journal.write_and_commit({"a.toml"});
  CHECK(outcome.committed);
  CHECK(outcome.notes.empty());
  CHECK(text_of(git / "coach-running").empty());
}

TEST_CASE("a lock that is older than our note, or whose command lives, is not cleared") {
  const Journal journal;
  const auto git = journal.path / ".git";
  const auto lock = git / "index.lock";
  const auto began = std::time(nullptr) - 60;
  save(lock, "");
  SUBCASE("older") {
    age(lock, std::chrono::seconds{90});
    save(git / "coach-running", fmt::format("{} {} {}\n", boot_id(), dead_process(), began));
  }
  SUBCASE("alive") {
    age(lock, std::chrono::seconds{30});
    save(git / "coach-running", fmt::format("{} {} {}\n", boot_id(), getppid(), began));
  }
  std::thread other{[&] {
    std::this_thread::sleep_for(std::chrono::milliseconds{150});
    CHECK(fs::exists(lock));
    fs::remove(lock);
  }};
  CHECK(journal.write_and_commit({"a.toml"}).committed);
  other.join();
}

TEST_CASE("a git that is killed leaves its note for the next command") {
  const Journal journal;
  make_program(journal.path / ".git/hooks/pre-commit", "kill -9 $PPID");
  CHECK_FALSE(journal.write_and_commit({"a.toml"}).committed);
  const auto lock = journal.path / ".git/index.lock";
  CHECK(fs::exists(lock));
  CHECK_FALSE(text_of(journal.path / ".git/coach-running").empty());
  fs::remove(journal.path / ".git/hooks/pre-commit");
  save(journal.path / ".git/coach-running",
       fmt::format("{} {} {}\n", boot_id(), getpid(), std::time(nullptr) - 20));
  age(lock, std::chrono::seconds{10});
  CHECK(journal.commit().committed);
  CHECK(journal.git("status --porcelain").empty());
}

namespace {

/// Puts a program of that script before git in PATH, for its life; `exec "$GIT" "$@"` goes on.
class GitWrapped {
 public:
  GitWrapped(const Journal& journal, const std::string& script) : before_(getenv("PATH")) {
    make_program(journal.home / "bin/git", script + "\nexec /usr/bin/git \"$@\"");
    setenv("PATH", ((journal.home / "bin").string() + ":" + before_).c_str(), 1);
  }
  ~GitWrapped() { setenv("PATH", before_.c_str(), 1); }
  GitWrapped(const GitWrapped&) = delete;
  GitWrapped& operator=(const GitWrapped&) = delete;

 private:
  std::string before_;
};

}  // namespace

TEST_CASE("a git too old to read paths from its input commits") {
  const Journal journal;
  const GitWrapped old(journal,
                       "case \"$*\" in *pathspec-from-file*) echo usage >&2; exit 129 ;; esac");
  const auto outcome = journal.write_and_commit({"a.toml"});
  CHECK(outcome.committed);
  CHECK(outcome.notes.empty());
}

TEST_CASE("a merge that begins while the commit waits for its paths is left to its end") {
  const Journal journal;
  journal.git("switch -qc other && git commit -q --allow-empty -m other && git switch -q main");
  const GitWrapped merging(journal, "case \"$*\" in *' add '*) /usr/bin/git -C '" +
                                        journal.path.string() +
                                        "' merge -q --no-ff --no-commit other ;; esac");
  const auto outcome = journal.write_and_commit({"a.toml"});
  CHECK_FALSE(outcome.committed);
  CHECK(fs::exists(journal.path / ".git/MERGE_HEAD"));
  CHECK(journal.pending() == "a.toml\n");
}

TEST_CASE("a commit whose waiting git was ended by a signal is made by another") {
  const Journal journal;
  const GitWrapped killed(journal, "case \"$*\" in *pathspec-from-file*) kill -INT $$ ;; esac");
  CHECK(journal.write_and_commit({"a.toml"}).committed);
}

TEST_CASE("paths go to a waiting git in one piece or not at all") {
  const Git git{"/tmp", true, -1};
  CHECK(git.path_input({"a.toml", "b c.toml"}) ==
        std::string{":(literal)a.toml\0:(literal)b c.toml\0", 36});
  CHECK_FALSE(git.path_input(std::vector<std::string>(200, "sessions/one-of-very-many.toml")));
}

TEST_CASE("a git that is not there loses nothing") {
  const Journal journal;
  const std::string before = getenv("PATH");
  setenv("PATH", "/nowhere", 1);
  const auto outcome = journal.write_and_commit({"a.toml"});
  setenv("PATH", before.c_str(), 1);
  CHECK(only_note(outcome) ==
        "Saved, but not committed: git is not installed. Once it is, the next command that writes "
        "commits it.");
  CHECK(journal.commit().committed);
}

TEST_CASE("a file that git is told to ignore is left out, and does not stop the others") {
  const Journal journal;
  save(journal.path / ".gitignore", "evidence/files/\n");
  const auto outcome = journal.write_and_commit({"evidence/files/big.pdf", "evidence/a.toml"});
  CHECK(outcome.committed);
  CHECK(only_note(outcome) ==
        "Saved; git does not keep evidence/files/big.pdf, because a .gitignore says so.");
  CHECK(journal.git("show --name-only --format= HEAD") == "evidence/a.toml\n");
  CHECK(journal.pending().empty());
}

TEST_CASE("twenty writers at once commit every file") {
  const Journal journal;
  constexpr int writers = 20;
  for (int i = 0; i < writers; ++i) {
    if (fork() == 0)
      _exit(journal.write_and_commit({fmt::format("w{}.toml", i)}).committed ? 0 : 1);
  }
  int failed = 0;
  for (int i = 0; i < writers; ++i) {
    int status = 0;
    wait(&status);
    failed += status != 0;
  }
  CHECK(failed == 0);
  CHECK(journal.git("rev-list --count HEAD") == fmt::format("{}\n", writers + 1));
}
