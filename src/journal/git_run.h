// How git is run: the settings and the environment that keep a repository from elsewhere from
// running anything, and git from asking, opening an editor or starting work in the background.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/process.h"

namespace coach {

class Git {
 public:
  /// `trusted`: the user's hooks, filters and signing run. `keep_open`: see Run.
  Git(std::string work_tree, bool trusted, int keep_open);

  /// One `-c` more, for every later run.
  void set(const std::string& setting);
  /// Empties each filter and switches off each hook that the configuration names. What stands in
  /// the way of that, or nothing.
  std::string disarm();
  /// Paths as git takes them, never as patterns, "--" before them.
  std::vector<std::string> with_paths(std::vector<std::string> arguments,
                                      const std::vector<std::string>& paths) const;
  Ran operator()(const std::vector<std::string>& arguments, const std::string& input = {}) const;

  /// Begins one that reads its paths from its input: finish() takes what path_input() gives.
  std::unique_ptr<Started> start_without_paths(std::vector<std::string> arguments) const;
  /// Nothing where they may not arrive in one piece: cut off, the last would be another path.
  std::optional<std::string> path_input(const std::vector<std::string>& paths) const;

 private:
  Run run_of(const std::vector<std::string>& arguments, const std::string& input = {}) const;
  std::string pathspec(const std::string& path) const;

  std::string work_tree_;
  bool trusted_;
  int keep_open_;
  std::vector<std::string> settings_;
  std::vector<std::string> environment_;
};

/// The parts of text that end in NUL, as git's `-z` gives them.
std::vector<std::string> zero_ended(std::string_view text);

}  // namespace coach
