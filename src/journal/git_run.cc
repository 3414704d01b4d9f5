#include "journal/git_run.h"

#include <fmt/format.h>
#include <limits.h>

#include <algorithm>
#include <set>
#include <string_view>

extern char** environ;

namespace coach {

namespace {

// Nothing of these asks, opens an editor, or starts a process that outlives git: that one would
// hold the journal's lock.
constexpr std::string_view always[] = {
    "core.fsync=objects,reference",
    "core.fsmonitor=false",
    "gc.auto=0",
    "maintenance.auto=false",
    "core.editor=false",
    "core.askPass=false",
    "diff.external=",
    "log.showSignature=false",
    "safe.bareRepository=explicit",
    "user.useConfigOnly=true",  // no identity is made up from the machine's name
};
constexpr std::string_view where_untrusted[] = {
    "core.hooksPath=/dev/null", "commit.gpgSign=false", "core.sshCommand=false",
    "credential.helper=",       "protocol.allow=never",
};

constexpr std::string_view environment_always[] = {"GIT_TERMINAL_PROMPT=0", "GIT_EDITOR=false",
                                                   "GIT_OPTIONAL_LOCKS=0", "LC_ALL=C"};
// A hook of the user's may push, and may give git patterns.
constexpr std::string_view environment_untrusted[] = {
    "GIT_LITERAL_PATHSPECS=1", "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none"};

bool is_handed_on(std::string_view variable) {
  const auto name = variable.substr(0, variable.find('='));
  if (name == "LC_ALL") return false;
  if (!name.starts_with("GIT_")) return true;
  for (const auto* who : {"GIT_AUTHOR_", "GIT_COMMITTER_"}) {
    for (const auto* what : {"NAME", "EMAIL", "DATE"}) {
      if (name == fmt::format("{}{}", who, what)) return true;
    }
  }
  return false;
}

template <std::size_t N>
void append(std::vector<std::string>& to, const std::string_view (&words)[N]) {
  to.insert(to.end(), std::begin(words), std::end(words));
}

}  // namespace

std::vector<std::string> zero_ended(std::string_view text) {
  std::vector<std::string> parts;
  for (auto end = text.find('\0'); end != text.npos; end = text.find('\0')) {
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return parts;
}

Git::Git(std::string work_tree, bool trusted, int keep_open)
    : work_tree_(std::move(work_tree)), trusted_(trusted), keep_open_(keep_open) {
  for (const auto setting : always) set(std::string{setting});
  for (char** each = environ; *each; ++each) {
    if (is_handed_on(*each)) environment_.emplace_back(*each);
  }
  append(environment_, environment_always);
  if (trusted) return;
  for (const auto setting : where_untrusted) set(std::string{setting});
  append(environment_, environment_untrusted);
  // Its own configuration may name another work tree; a broken one must not lead to a repository
  // above it.
  environment_.push_back("GIT_WORK_TREE=" + work_tree_);
  environment_.push_back("GIT_CEILING_DIRECTORIES=" +
                         work_tree_.substr(0, work_tree_.find_last_of('/')));
}

void Git::set(const std::string& setting) {
  settings_.push_back("-c");
  settings_.push_back(setting);
}

std::string Git::disarm() {
  const auto listed =
      (*this)({"config", "--includes", "--name-only", "-z", "--get-regexp", R"(^(filter|hook)\.)"});
  constexpr int none_found = 1;
  if (!listed.started) return {};  // the next run says it
  if (listed.status != 0 && listed.status != none_found) return listed.errors;
  std::set<std::string> names;  // "filter.lfs"
  for (const auto& key : zero_ended(listed.output)) names.insert(key.substr(0, key.rfind('.')));
  for (const auto& name : names) {
    // `-c` ends a name at its first '=': such a one cannot be emptied.
    if (name.find('=') != name.npos) return fmt::format("its configuration names `{}`", name);
    if (name.starts_with("hook.")) set(name + ".enabled=false");
    if (!name.starts_with("filter.")) continue;
    for (const auto* key : {".clean=", ".smudge=", ".process=", ".required=false"}) {
      set(name + key);
    }
  }
  return {};
}

std::string Git::pathspec(const std::string& path) const {
  return trusted_ ? ":(literal)" + path : path;  // else GIT_LITERAL_PATHSPECS says it
}

std::vector<std::string> Git::with_paths(std::vector<std::string> arguments,
                                         const std::vector<std::string>& paths) const {
  arguments.push_back("--");
  for (const auto& path : paths) arguments.push_back(pathspec(path));
  return arguments;
}

Run Git::run_of(const std::vector<std::string>& arguments, const std::string& input) const {
  Run git{.arguments = {"git", "-C", work_tree_, "--no-pager"},
          .environment = environment_,
          .folder = {},
          .input = input,
          .on_terminal = false,
          .keep_open = keep_open_};
  git.arguments.insert(git.arguments.end(), settings_.begin(), settings_.end());
  git.arguments.insert(git.arguments.end(), arguments.begin(), arguments.end());
  return git;
}

Ran Git::operator()(const std::vector<std::string>& arguments, const std::string& input) const {
  return run(run_of(arguments, input));
}

std::unique_ptr<Started> Git::start_without_paths(std::vector<std::string> arguments) const {
  arguments.insert(arguments.end(), {"--pathspec-from-file=-", "--pathspec-file-nul"});
  return std::make_unique<Started>(run_of(arguments));
}

std::optional<std::string> Git::path_input(const std::vector<std::string>& paths) const {
  std::string input;
  for (const auto& path : paths) input += pathspec(path) + '\0';
  constexpr std::size_t one_piece = PIPE_BUF;  // POSIX: a write of so much is not parted
  if (input.size() > one_piece) return std::nullopt;
  return input;
}

}  // namespace coach
