#include "base/file.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <map>

#include "base/file_steps.h"

using namespace coach;
namespace fs = std::filesystem;

namespace {

/// A folder of its own below the system's temporary one, gone with its owner.
class Temp {
 public:
  Temp() {
    auto name = (fs::temp_directory_path() / "coach-file-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Temp() { fs::remove_all(path_); }
  Temp(const Temp&) = delete;
  Temp& operator=(const Temp&) = delete;

  std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

void save(const std::string& path, std::string_view text) {
  fs::create_directories(fs::path{path}.parent_path());
  std::ofstream{path, std::ios::binary} << text;
}

std::string text_of(const std::string& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

/// Every file below the folder and what it holds, temporary files too.
std::map<std::string, std::string> all_files(const std::string& folder) {
  std::map<std::string, std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator{folder}) {
    if (entry.is_regular_file()) {
      found[fs::relative(entry.path(), folder).string()] = text_of(entry.path().string());
    }
  }
  return found;
}

std::string refusal(const std::function<void()>& what) {
  try {
    what();
  } catch (const Error& error) {
    return error.hint.empty() ? error.what() : fmt::format("{} / {}", error.what(), error.hint);
  }
  return {};
}

void write_one(const Folder& folder, const FileChange& file) { folder.write({&file, 1}, ".state"); }

bool is_root() { return geteuid() == 0; }

/// Steps counted, and what happens at one of them. A function pointer has no captures.
struct Script {
  int steps = 0;
  int at = -1;
  int error = 0;  // 0: the process ends there
  std::string_view only;
  void (*action)(const std::string& folder) = nullptr;
  std::string folder;
};
Script script;

int follow_script(std::string_view step) {
  if (!script.only.empty() && step != script.only) return 0;
  if (script.steps++ != script.at) return 0;
  if (script.action) {
    script.action(script.folder);
    return 0;
  }
  if (script.error == 0) _exit(9);
  return script.error;
}

class Scripted {
 public:
  explicit Scripted(Script what) {
    script = std::move(what);
    file_steps.before = follow_script;
  }
  ~Scripted() { file_steps = {}; }
  Scripted(const Scripted&) = delete;
  Scripted& operator=(const Scripted&) = delete;
};

}  // namespace

TEST_CASE("a file that is not there reads as nothing") {
  const Temp temp;
  const Folder folder{temp.path()};
  CHECK(folder.read("goals/x.toml") == std::nullopt);
  CHECK(folder.list("goals").empty());
  CHECK_FALSE(folder.has("goals/x.toml"));
}

TEST_CASE("no path leaves the folder") {
  const Temp temp;
  const Folder folder{temp.path()};
  for (const auto* path : {"../x", "/etc/passwd", "a/../x", "a//x", "", ".", "./x", "a/", "a\nb"}) {
    CAPTURE(path);
    CHECK_THROWS_AS(folder.read(path), Error);
    CHECK_THROWS_AS(write_one(folder, {path, {}, "text", {}}), Error);
    CHECK_THROWS_AS(folder.put(path, "text"), Error);
  }
  CHECK_THROWS_AS(folder.list(".."), Error);
}

TEST_CASE("links are not followed, at the end or on the way") {
  const Temp temp;
  save(temp / "outside/secret", "secret");
  save(temp / "journal/real/x", "x");
  fs::create_symlink("../outside", temp / "journal/away");
  fs::create_symlink("../../outside/secret", temp / "journal/real/link");
  fs::create_symlink("nowhere", temp / "journal/dangling");
  const Folder folder{temp / "journal"};
  CHECK(refusal([&] { folder.read("away/secret"); }) ==
        "cannot read away/secret: away is a link, and links are not followed");
  CHECK(refusal([&] { folder.read("real/link"); }) ==
        "cannot read real/link: it is a link, and links are not followed");
  CHECK(refusal([&] { folder.list("away"); }) ==
        "cannot read away: it is a link, and links are not followed");
  CHECK(folder.has("dangling"));
  CHECK_FALSE(folder.has("away/secret"));
  CHECK_THROWS_AS(write_one(folder, {"away/new", {}, "text", {}}), Error);
  CHECK(refusal([&] {
          write_one(folder, {"dangling", {}, "text", {}});
        }) == "dangling is there already / nothing was overwritten");
  CHECK(refusal([&] {
          write_one(folder, {"real/link", "secret", "text", {}});
        }) ==
        "cannot write real/link: it is a link, and links are not followed / nothing was changed");
  CHECK(all_files(temp / "outside") == std::map<std::string, std::string>{{"secret", "secret"}});
}

TEST_CASE("a pipe, a socket, a folder and a device are refused without waiting") {
  const Temp temp;
  const Folder folder{temp.path()};
  REQUIRE(mkfifo((temp / "pipe").c_str(), 0600) == 0);
  fs::create_directory(temp / "folder");
  const int fd = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  (temp / "socket").copy(address.sun_path, sizeof address.sun_path - 1);
  REQUIRE(bind(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  CHECK(refusal([&] { folder.read("pipe"); }) == "cannot read pipe: it is a named pipe");
  CHECK(refusal([&] { folder.read("folder"); }) == "cannot read folder: it is a folder");
  CHECK(refusal([&] { folder.read("socket"); }) == "cannot read socket: it is a socket");
  CHECK(refusal([&] { Folder{"/dev"}.read("null"); }) == "cannot read null: it is a device");
  close(fd);
}

TEST_CASE("a file is read up to its limit and not beyond") {
  const Temp temp;
  const Folder folder{temp.path()};
  save(temp / "fits", std::string(8u << 20, 'x'));
  save(temp / "large", std::string(9u << 20, 'x'));
  CHECK(folder.read("fits")->size() == 8u << 20);
  CHECK(refusal([&] { folder.read("large"); }) == "cannot read large: it is larger than 8 MiB");
  CHECK(refusal([&] { folder.read("large", 5); }) ==
        "cannot read large: it is larger than 5 bytes");
  CHECK(refusal([&] { read_outside("/dev/zero", 100); }) ==
        "cannot read /dev/zero: it is larger than 100 bytes");
  CHECK(read_outside(temp / "fits") == *folder.read("fits"));
}

TEST_CASE("a listing is in byte order, tells kinds apart and leaves our temporary files out") {
  const Temp temp;
  const Folder folder{temp.path()};
  save(temp / "b.toml", "");
  save(temp / "B.toml", "");
  save(temp / ".b.toml.coach-tmp-0123456789ab", "");
  fs::create_directory(temp / "a");
  fs::create_symlink("a", temp / "link");
  REQUIRE(mkfifo((temp / "pipe").c_str(), 0600) == 0);
  std::string seen;
  for (const auto& [kind, name] : folder.list()) {
    seen += fmt::format("{}{} ", name, static_cast<int>(kind));
  }
  CHECK(seen == "B.toml0 a1 b.toml0 link2 pipe3 ");
}

TEST_CASE("a new file is private, and its folders are made") {
  const Temp temp;
  const Folder folder{temp.path()};
  const auto mask = umask(0);
  write_one(folder, {"engagements/heron/goals/x.toml", {}, "title = \"X\"\n", {}});
  umask(mask);
  CHECK(folder.read("engagements/heron/goals/x.toml") == "title = \"X\"\n");
  struct stat found {};
  stat((temp / "engagements/heron/goals/x.toml").c_str(), &found);
  CHECK((found.st_mode & 0777) == 0600);
  stat((temp / "engagements/heron").c_str(), &found);
  CHECK((found.st_mode & 0777) == 0700);
  CHECK(all_files(temp.path()).size() == 1);
}

TEST_CASE("a folder is new once") {
  const Temp temp;
  const Folder folder{temp.path()};
  CHECK(folder.make("a/b"));
  CHECK_FALSE(folder.make("a/b"));
  save(temp / "file", "");
  CHECK_THROWS_AS(folder.make("file"), Error);
}

TEST_CASE("a new file never overwrites one") {
  for (const bool plain : {false, true}) {
    CAPTURE(plain);
    const Temp temp;
    const Folder folder{temp.path()};
    save(temp / "x", "theirs");
    file_steps.plain_renames = plain;
    CHECK(refusal([&] {
            write_one(folder, {"x", {}, "ours", {}});
          }) == "x is there already / nothing was overwritten");
    file_steps = {};
    CHECK(all_files(temp.path()) == std::map<std::string, std::string>{{"x", "theirs"}});
  }
}

TEST_CASE("a file that comes while a new one is written is not overwritten") {
  for (const bool plain : {false, true}) {
    CAPTURE(plain);
    const Temp temp;
    const Folder folder{temp.path()};
    {
      const Scripted scripted{{0, 0, 0, "rename",
                               [](const std::string& in) { save(in + "/x", "theirs"); },
                               temp.path()}};
      file_steps.plain_renames = plain;
      CHECK(refusal([&] {
              write_one(folder, {"x", {}, "ours", {}});
            }) == "x is there already / nothing was overwritten");
    }
    CHECK(all_files(temp.path()) == std::map<std::string, std::string>{{"x", "theirs"}});
  }
}

TEST_CASE("a changed file keeps its mode") {
  for (const bool plain : {false, true}) {
    CAPTURE(plain);
    const Temp temp;
    const Folder folder{temp.path()};
    save(temp / "x", "old");
    chmod((temp / "x").c_str(), 0640);
    file_steps.plain_renames = plain;
    const FileChange file{"x", "old", "new", {}};
    const auto outcome = folder.write({&file, 1}, ".state");
    file_steps = {};
    CHECK(outcome.notes.size() == (plain ? 1 : 0));  // what the file system cannot do is said
    CHECK(all_files(temp.path()) == std::map<std::string, std::string>{{"x", "new"}});
    struct stat found {};
    stat((temp / "x").c_str(), &found);
    CHECK((found.st_mode & 0777) == 0640);
  }
}

TEST_CASE("a file changed since it was read is left, and our version is kept beside it") {
  const Temp temp;
  const Folder folder{temp.path()};
  save(temp / "goals/x.toml", "theirs");
  const auto said = refusal([&] { write_one(folder, {"goals/x.toml", "old", "ours", {}}); });
  const auto files = all_files(temp.path());
  REQUIRE(files.size() == 2);
  const auto kept = std::next(files.begin())->first;
  CHECK(kept.starts_with("goals/x.toml.yours-"));
  CHECK(files.at(kept) == "ours");
  CHECK(files.at("goals/x.toml") == "theirs");
  CHECK(said == fmt::format("goals/x.toml was changed by another program meanwhile / your version "
                            "is kept in {}: compare the two, then run the command again",
                            kept));
}

TEST_CASE("an editor that saves just before the exchange loses nothing") {
  // Both ways to save: in place, and by a rename.
  const auto in_place = [](const std::string& in) { save(in + "/x", "theirs"); };
  const auto renamed = [](const std::string& in) {
    save(in + "/x~", "theirs");
    fs::rename(in + "/x~", in + "/x");
  };
  for (const auto action : {+in_place, +renamed}) {
    const Temp temp;
    const Folder folder{temp.path()};
    save(temp / "x", "old");
    {
      const Scripted scripted{{0, 0, 0, "exchange", action, temp.path()}};
      CHECK_THROWS_AS(write_one(folder, {"x", "old", "ours", {}}), Error);
    }
    const auto files = all_files(temp.path());
    CHECK(files.at("x") == "theirs");
    CHECK(files.size() == 2);
    CHECK(std::ranges::count(files, "ours", [](const auto& file) { return file.second; }) == 1);
  }
}

TEST_CASE("a file that was removed meanwhile does not come back") {
  const Temp temp;
  const Folder folder{temp.path()};
  CHECK(refusal([&] {
          write_one(folder, {"x", "old", "ours", {}});
        })
            .starts_with("x was removed or renamed by another program meanwhile / your version is "
                         "kept in x.yours-"));
  CHECK_FALSE(folder.has("x"));
}

TEST_CASE("a file with several names, or read-only, is refused") {
  const Temp temp;
  const Folder folder{temp.path()};
  save(temp / "x", "old");
  fs::create_hard_link(temp / "x", temp / "y");
  save(temp / "z", "old");
  chmod((temp / "z").c_str(), 0400);
  CHECK(refusal([&] {
          write_one(folder, {"x", "old", "new", {}});
        }) ==
        "cannot write x: it has several names (hard links), which would part / nothing was "
        "changed");
  CHECK(refusal([&] {
          write_one(folder, {"z", "old", "new", {}});
        }) == "cannot write z: it is read-only / nothing was changed; `chmod u+w z` allows it");
  CHECK(text_of(temp / "x") + text_of(temp / "z") == "oldold");
  CHECK(all_files(temp.path()).size() == 3);
}

TEST_CASE("a folder without permission is said plainly") {
  if (is_root()) return;
  const Temp temp;
  const Folder folder{temp.path()};
  folder.make("shut");
  chmod((temp / "shut").c_str(), 0500);
  CHECK(refusal([&] {
          write_one(folder, {"shut/x", {}, "text", {}});
        }) == "cannot write shut/x: Permission denied / nothing was changed");
  chmod((temp / "shut").c_str(), 0700);
}

TEST_CASE("a full disk leaves nothing behind and is said plainly") {
  const Temp temp;
  const Folder folder{temp.path()};
  for (const auto* step : {"create", "write", "sync"}) {
    CAPTURE(step);
    const Scripted scripted{{0, 0, ENOSPC, step}};
    CHECK(refusal([&] {
            write_one(folder, {"x", {}, "text", {}});
          }) ==
          "cannot write x: No space left on device / nothing was changed; make room on the disk "
          "and run the command again");
    CHECK(all_files(temp.path()).empty());
  }
}

TEST_CASE("an fsync that fails after the rename is said, and the file stands") {
  const Temp temp;
  const Folder folder{temp.path()};
  const Scripted scripted{{0, 1, EIO, "sync"}};
  const FileChange file{"x", {}, "text", {}};
  const auto outcome = folder.write({&file, 1}, ".state");
  REQUIRE(outcome.notes.size() == 1);
  CHECK(outcome.notes[0] == "x: written, but it may not survive a power cut (Input/output error).");
  CHECK(all_files(temp.path()) == std::map<std::string, std::string>{{"x", "text"}});
}

TEST_CASE("a change of name takes the old file away") {
  const Temp temp;
  const Folder folder{temp.path()};
  save(temp / "sessions/2026-11-17-a.toml", "old");
  const FileChange file{"sessions/2026-11-18-a.toml", "old", "new", "sessions/2026-11-17-a.toml"};
  folder.write({&file, 1}, ".state");
  CHECK(all_files(temp.path()) ==
        std::map<std::string, std::string>{{"sessions/2026-11-18-a.toml", "new"}});
}

TEST_CASE("a change of name stops where the old file was changed meanwhile") {
  const Temp temp;
  const Folder folder{temp.path()};
  save(temp / "a", "theirs");
  const FileChange file{"b", "old", "ours", "a"};
  const auto said = refusal([&] { folder.write({&file, 1}, ".state"); });
  CHECK(said.starts_with(
      "a was changed by another program meanwhile / your version is kept in b.yours-"));
  const auto files = all_files(temp.path());
  CHECK(files.size() == 2);
  CHECK(files.at("a") == "theirs");
  CHECK_FALSE(files.contains("b"));
}

TEST_CASE("several files are written all or none") {
  const Temp temp;
  const Folder folder{temp.path()};
  save(temp / "changed", "old");
  save(temp / "there", "theirs");
  const std::vector<FileChange> files{
      {"new/x", {}, "x", {}}, {"changed", "old", "new", {}}, {"there", "not this", "ours", {}}};
  CHECK_THROWS_AS(folder.write(files, ".state"), Error);
  auto found = all_files(temp.path());
  std::erase_if(found, [](const auto& file) { return file.first.starts_with("there.yours-"); });
  CHECK(found == std::map<std::string, std::string>{{"changed", "old"}, {"there", "theirs"}});
  CHECK_FALSE(folder.has("new"));
  folder.write(std::span{files}.first(2), ".state");
  found = all_files(temp.path());
  CHECK(found.at("new/x") == "x");
  CHECK(found.at("changed") == "new");
}

TEST_CASE("an interrupt before the first rename leaves all as it was") {
  const Temp temp;
  const Folder folder{temp.path()};
  save(temp / "b", "old");
  const std::vector<FileChange> files{{"new/a", {}, "a", {}}, {"b", "old", "new", {}}};
  for (int at = 0; at < 3; ++at) {
    int asked = 0;
    const auto interrupted = [&] { return asked++ == at; };
    CHECK_THROWS_WITH(folder.write(files, ".state", interrupted),
                      "interrupted; nothing was changed");
    CHECK(all_files(temp.path()) == std::map<std::string, std::string>{{"b", "old"}});
    CHECK_FALSE(folder.has("new"));
  }
}

namespace {

/// The four kinds of change at once.
struct Scene {
  Temp temp;
  std::vector<FileChange> files{{"sub/new", {}, "new", {}},
                                {"changed", "old", "new", {}},
                                {"to", "moved", "moved and new", "from"},
                                {"sub/other", "other", "other and new", {}}};
  std::map<std::string, std::string> before{
      {"changed", "old"}, {"from", "moved"}, {"sub/other", "other"}};
  std::map<std::string, std::string> after{{"sub/new", "new"},
                                           {"changed", "new"},
                                           {"to", "moved and new"},
                                           {"sub/other", "other and new"}};
  Scene() {
    for (const auto& [path, text] : before) save(temp / path, text);
  }
};

/// Runs in a child that ends at the step with this number; true where it ended there.
bool ends_at(int step, bool plain, const std::function<void()>& what) {
  const pid_t child = fork();
  if (child == 0) {
    script = {.at = step};
    file_steps.before = follow_script;
    file_steps.plain_renames = plain;
    try {
      what();
    } catch (...) {
      _exit(1);
    }
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  REQUIRE(WIFEXITED(status));
  REQUIRE(WEXITSTATUS(status) != 1);
  return WEXITSTATUS(status) == 9;
}

}  // namespace

TEST_CASE("a kill at any step leaves all files as before or all as after, once recovered") {
  for (const bool plain : {false, true}) {
    int steps = 0, before = 0, after = 0;
    for (bool killed = true; killed; ++steps) {
      CAPTURE(steps);
      const Scene scene;
      const Folder folder{scene.temp.path()};
      killed = ends_at(steps, plain, [&] { folder.write(scene.files, ".state"); });
      file_steps.plain_renames = plain;
      folder.recover(".state");
      file_steps = {};
      const auto found = all_files(scene.temp.path());
      std::string shown;
      for (const auto& [path, text] : found) shown += fmt::format("{}: {}\n", path, text);
      CAPTURE(plain);
      CAPTURE(shown);
      before += found == scene.before;
      after += found == scene.after;
      CHECK((found == scene.before || found == scene.after));
      CHECK(folder.recover(".state").empty());
    }
    CHECK(steps > 20);
    CHECK(before > 5);
    CHECK(after > 5);
  }
}

TEST_CASE("a kill during recovery is recovered from") {
  for (const int first : {14, 17, 20, 23}) {
    for (int second = 0;; ++second) {
      CAPTURE(first);
      CAPTURE(second);
      const Scene scene;
      const Folder folder{scene.temp.path()};
      REQUIRE(ends_at(first, false, [&] { folder.write(scene.files, ".state"); }));
      const bool killed = ends_at(second, false, [&] { folder.recover(".state"); });
      folder.recover(".state");
      const auto found = all_files(scene.temp.path());
      CHECK((found == scene.before || found == scene.after));
      if (!killed) break;
    }
  }
}

TEST_CASE("an error at any step leaves all files as before or all as after") {
  for (int step = 0;; ++step) {
    CAPTURE(step);
    const Scene scene;
    const Folder folder{scene.temp.path()};
    bool said = false;
    int steps = 0;
    {
      const Scripted scripted{{0, step, EIO}};
      try {
        said = !folder.write(scene.files, ".state").notes.empty();
      } catch (const Error&) {
        said = true;
      }
      steps = script.steps;
    }
    folder.recover(".state");
    const auto found = all_files(scene.temp.path());
    CHECK((found == scene.before || found == scene.after));
    if (steps <= step) {
      CHECK_FALSE(said);
      CHECK(found == scene.after);
      break;
    }
  }
}

TEST_CASE("a kill while one file is changed loses neither the old text nor an editor's") {
  for (const bool plain : {false, true}) {
    for (int step = 0;; ++step) {
      CAPTURE(step);
      const Temp temp;
      const Folder folder{temp.path()};
      save(temp / "x", "old");
      const bool killed = ends_at(step, plain, [&] { write_one(folder, {"x", "old", "new", {}}); });
      folder.recover(".state");
      const auto found = all_files(temp.path());
      CHECK(found.size() == 1);
      CHECK((found.at("x") == "old" || found.at("x") == "new"));
      if (!killed) break;
    }
  }
}

TEST_CASE("what an editor saved before a killed exchange is kept visibly") {
  const Temp temp;
  const Folder folder{temp.path()};
  save(temp / "x", "new");
  save(temp / temporary_name({"x", mark_of("old"), mark_of("new")}), "theirs");
  const auto said = folder.recover(".state");
  const auto found = all_files(temp.path());
  REQUIRE(found.size() == 2);
  const auto kept = std::next(found.begin())->first;
  CHECK(kept.starts_with("x.kept-"));
  CHECK(found.at(kept) == "theirs");
  REQUIRE(said.size() == 1);
  CHECK(said[0] == fmt::format("x was saved by another program just when a command was stopped: "
                               "what it saved is kept in {}.",
                               kept));
}

TEST_CASE("recovery undoes a change that an editor got in the way of") {
  const Scene scene;
  const Folder folder{scene.temp.path()};
  // The last step before the fourth file's exchange.
  int last_exchange = 0;
  while (true) {
    const Scene trial;
    const Folder trial_folder{trial.temp.path()};
    ends_at(last_exchange, false, [&] { trial_folder.write(trial.files, ".state"); });
    if (text_of(trial.temp / "sub/other") == "other and new") break;
    ++last_exchange;
  }
  ends_at(last_exchange - 1, false, [&] { folder.write(scene.files, ".state"); });
  save(scene.temp / "sub/other", "theirs");
  const auto said = folder.recover(".state");
  auto found = all_files(scene.temp.path());
  const auto kept = std::ranges::find_if(
      found, [](const auto& file) { return file.first.starts_with("sub/other.yours-"); });
  REQUIRE(kept != found.end());
  CHECK(kept->second == "other and new");
  const auto kept_path = kept->first;
  found.erase(kept);
  auto expected = scene.before;
  expected["sub/other"] = "theirs";
  CHECK(found == expected);
  REQUIRE(said.size() == 1);
  CHECK(said[0] ==
        fmt::format("Undid what a stopped command had begun (sub/new, changed, to, from, "
                    "sub/other): sub/other was changed by another program meanwhile; your version "
                    "is kept in {}: compare the two, then run the command again.",
                    kept_path));
}

TEST_CASE("an intent that no command of ours wrote touches nothing") {
  const Temp temp;
  const Folder folder{temp.path()};
  save(temp / "journal/x", "x");
  save(temp / "outside", "outside");
  const Folder journal{temp / "journal"};
  for (const auto* text :
       {"", "intent 1\nadd\n../outside\n.a.coach-tmp-b\nend\n", "intent 1\nadd\nx\nnot ours\nend\n",
        "intent 1\nremove\nx\n../.a.coach-tmp-b\nend\n", "intent 1\nadd\nx\n"}) {
    CAPTURE(text);
    save(temp / "journal/.state/intent", text);
    CHECK(journal.recover(".state").empty());
    CHECK(all_files(temp.path()) ==
          std::map<std::string, std::string>{{"journal/x", "x"}, {"outside", "outside"}});
  }
}

TEST_CASE("a file of our own is replaced whole and removed without complaint") {
  const Temp temp;
  const Folder folder{temp.path()};
  folder.put("state/undo", "one");
  folder.put("state/undo", "two");
  CHECK(all_files(temp.path()) == std::map<std::string, std::string>{{"state/undo", "two"}});
  folder.remove("state/undo");
  folder.remove("state/undo");
  folder.remove("nowhere/undo");
  CHECK(all_files(temp.path()).empty());
}

TEST_CASE("a name as long as names can be is written") {
  const Temp temp;
  const Folder folder{temp.path()};
  const std::string name(255, 'n');
  write_one(folder, {name, {}, "text", {}});
  CHECK(folder.read(name) == "text");
}

TEST_CASE("standard input and a closed pipe are read and written without surprise") {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  const int saved = dup(0);
  dup2(ends[0], 0);
  REQUIRE(write_all(ends[1], "notes: seen\n"));
  close(ends[1]);
  CHECK(read_standard_input() == "notes: seen\n");
  dup2(saved, 0);
  close(saved);
  close(ends[0]);
  CHECK_FALSE(write_all(-1, "text"));
}

TEST_CASE("what a stopped command left of a file of ours goes with the next one, not at once") {
  const Temp temp;
  const Folder folder{temp.path()};
  const fs::path old = temp / ".trusted.coach-tmp-0123456789ab";
  const fs::path young = temp / ".trusted.coach-tmp-ba9876543210";
  const fs::path other = temp / ".other.coach-tmp-0123456789ab";
  for (const auto& path : {old, young, other}) std::ofstream(path) << "x";
  for (const auto& path : {old, other})
    fs::last_write_time(path, fs::file_time_type::clock::now() - std::chrono::minutes{2});
  folder.put("trusted", "text");
  CHECK_FALSE(fs::exists(old));
  CHECK(fs::exists(young));
  CHECK(fs::exists(other));
}

TEST_CASE("a note is overwritten and added to in place") {
  const Temp temp;
  const Folder folder{temp.path()};
  folder.jot("note", "a long text");
  folder.jot("note", "short");
  CHECK(folder.read("note") == "short");
  folder.append("note", "er");
  folder.append("list", "first\n");
  CHECK(folder.read("note") == "shorter");
  CHECK(folder.read("list") == "first\n");
  fs::create_symlink("note", temp / "link");
  CHECK_THROWS_AS(folder.jot("link", "through"), Error);
  CHECK(folder.read("note") == "shorter");
}
