// The whole journal with its history in one file, and back; and which journal is one's own. Packing
// is tar's: the file opens on any system, with or without this program.
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/lock.h"
#include "base/process.h"
#include "base/text.h"
#include "command/capture.h"
#include "command/new_folder.h"
#include "journal/check.h"
#include "journal/git.h"
#include "journal/trust.h"

namespace coach {
namespace {

namespace fs = std::filesystem;

std::string state_folder(const Journal& journal) {
  return state_folder_of(journal, find_repository(journal.root()));
}

/// "last one on Tue 10 Nov 2026, 14 days ago".
std::string last_backup(const Journal& journal, Date today) {
  const auto noted = journal.folder().read(state_folder(journal) + "/coach-backup");
  const auto day = noted ? iso_date(noted->substr(0, 10)) : std::nullopt;
  if (!day) return "this journal was never backed up before";
  const int ago = days_between(*day, today);
  return fmt::format(
      "the last backup was on {}, {}", long_day(*day),
      ago == 0 ? "today" : counted(static_cast<std::size_t>(std::max(0, ago)), "day") + " ago");
}

std::string words_of(const Ran& ran) {
  const auto lines = lines_of(ran.errors);
  return lines.empty() ? fmt::format("it ended with {}", ran.status) : lines.front();
}

void run_tar(const std::vector<std::string>& arguments, const std::string& doing) {
  const Ran ran = run({.arguments = arguments});
  if (!ran.started) throw Error("tar is not there", "it packs and unpacks backups");
  if (ran.status != 0) throw Error(fmt::format("cannot {}: {}", doing, words_of(ran)));
}

/// A file of ours beside the target, mode 0600, gone unless it was taken over. One that a stopped
/// backup left is written over.
class Packed {
 public:
  explicit Packed(const std::string& target) : path_(unfinished_beside(target).string()) {
    std::error_code none;
    fs::remove(path_, none);
    const int made = open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made < 0) throw Error(fmt::format("cannot write {}: {}", target, std::strerror(errno)));
    close(made);
  }
  ~Packed() {
    std::error_code none;
    if (!taken_) fs::remove(path_, none);
  }
  Packed(const Packed&) = delete;
  Packed& operator=(const Packed&) = delete;

  const std::string& path() const { return path_; }

  void become(const std::string& target) {
    const int held = open(path_.c_str(), O_RDONLY | O_CLOEXEC);
    const bool safe = held >= 0 && fsync(held) == 0;
    if (held >= 0) close(held);
    std::error_code failed;
    if (safe) fs::rename(path_, target, failed);
    if (!safe || failed)
      throw Error(fmt::format("cannot write {}: {}", target,
                              failed ? failed.message() : std::strerror(errno)));
    taken_ = true;
    sync_folder(fs::path(target).parent_path().string());
  }

 private:
  std::string path_;
  bool taken_ = false;
};

int run_backup(Invocation& in) {
  const Journal& journal = in.journal();
  if (in.given.words.size() != 1)
    throw Misunderstood(in.given.words.empty() ? "into which file?" : "one file",
                        fmt::format("coach backup /media/stick/journal.tar.gz\n{}",
                                    last_backup(journal, in.today())));
  const std::string target = fs::absolute(in.given.words.front()).lexically_normal().string();
  const std::string before = last_backup(journal, in.today());
  std::error_code none;
  if (fs::is_directory(target, none))
    throw Error(fmt::format("{} is a folder", target), "name the file in it");
  if (fs::exists(target, none) && !ask_yes(in, fmt::format("{} is there. Replace it?", target)))
    throw Error(fmt::format("{} is there already", target),
                "--yes replaces it; nothing was written");
  if (target.starts_with(journal.root() + "/"))
    throw Error("a backup inside the journal would be lost with it", "name a file elsewhere");
  if (in.given.has("dry-run"))
    return in.out(fmt::format("would write {}; {}", visible_line(target), before)), 0;
  const std::string state = state_folder(journal);
  if (state == ".coach") journal.folder().make(".coach");
  {
    // Nothing changes between the packing and the check, and no other backup takes the name.
    const Lock lock(fmt::format("{}/{}/coach-lock", journal.root(), state), "coach backup");
    Packed packed(target);
    std::vector<std::string> pack = {"tar",
                                     "--create",
                                     "--gzip",
                                     "--file",
                                     packed.path(),
                                     "--exclude=.*.coach-tmp-*",
                                     "--exclude=coach-lock",
                                     "--directory",
                                     journal.root(),
                                     "."};
    run_tar(pack, fmt::format("write {}", target));
    run_tar({"tar", "--compare", "--gzip", "--file", packed.path(), "--directory", journal.root()},
            "read the backup back");
    packed.become(target);
    if (lock.found_all_done()) lock.all_done();
  }
  journal.folder().jot(state + "/coach-backup", iso(in.today()) + " " + target + "\n");
  const auto size = fs::file_size(target, none);
  in.out(
      visible_line(fmt::format("Backed up and checked, {} KiB: {}", (size + 1023) / 1024, target)));
  in.note(fmt::format("{}. Whoever has the file can read all of it.", before));
  return 0;
}

int run_restore(Invocation& in) {
  if (in.given.words.size() != 2)
    throw Misunderstood("which file, into which folder?", "coach restore journal.tar.gz journal");
  const std::string file = fs::absolute(in.given.words[0]).lexically_normal().string();
  std::error_code none;
  if (!fs::is_regular_file(file, none))
    throw Error(fmt::format("no file {}", file), "coach backup makes one");
  NewFolder made(in.given.words[1]);
  const Ran listing = run({.arguments = {"tar", "--list", "--gzip", "--file", file}});
  if (!listing.started) throw Error("tar is not there", "it packs and unpacks backups");
  const auto names = lines_of(listing.output);
  if (listing.status != 0 || std::ranges::find(names, "./coach.toml") == names.end())
    throw Error(fmt::format("{} is no backup of a journal", file),
                listing.status != 0 ? words_of(listing) : "it holds no coach.toml");
  if (in.given.has("dry-run"))
    return in.out(fmt::format("would restore {} into {}", counted(names.size(), "file"),
                              visible_line(made.target().string()))),
           0;
  made.make();
  run_tar({"tar", "--extract", "--gzip", "--no-same-owner", "--file", file, "--directory",
           made.path().string()},
          "unpack the backup");
  const CheckResult result = check(Journal(made.path().string()), in.today());
  made.take_name();
  const auto errors = std::ranges::count(result.problems, Severity::error, &Problem::severity);
  in.out(visible_line(fmt::format("Restored {} into {}",
                                  counted(static_cast<std::size_t>(result.files), "file"),
                                  made.target().string())));
  if (errors > 0)
    in.note(fmt::format("coach: {} in it, as when it was packed; coach check shows them",
                        counted(static_cast<std::size_t>(errors), "error")));
  in.note("Its git hooks and filters do not run here until coach trust says that they may.");
  return 0;
}

int run_trust(Invocation& in) {
  in.expect_no_more_words();
  const Journal& journal = in.journal();
  if (is_trusted(in.around().state_folder, journal.root()))
    return in.out(visible_line(fmt::format("{} is trusted already.", journal.root()))), 0;
  if (!ask_yes(in, fmt::format("{}: may its git hooks, filters and settings run on this computer?",
                               journal.root())))
    throw Error("it stays untrusted", in.may_ask() ? "" : "--yes trusts it without asking");
  if (in.given.has("dry-run")) return in.out("Nothing was written."), 0;
  trust(in.around().state_folder, journal.root());
  in.out(visible_line(fmt::format("Trusted: {}", journal.root())));
  return 0;
}

}  // namespace

std::vector<Command> backup_commands() {
  const auto none = [] { return std::vector<Option>{}; };
  return {
      {"backup",
       "Tend",
       "FILE",
       "the whole journal with its history in one file, checked",
       {"coach backup /media/stick/journal.tar.gz", "coach backup ~/journal.tar.gz --yes"},
       none,
       run_backup,
       true,
       false},
      {"restore",
       "Tend",
       "FILE DIR",
       "a backup into a new folder",
       {"coach restore journal.tar.gz journal", "coach restore journal.tar.gz /tmp/look --dry-run"},
       none,
       run_restore,
       true,
       false},
      {"trust",
       "Tend",
       "",
       "let this journal's git hooks and filters run here",
       {"coach trust", "coach trust --journal ~/journal"},
       none,
       run_trust,
       true,
       false},
  };
}

}  // namespace coach
