// What a command takes, and what was given. CLI11 stands behind command_line.cc alone; nothing else
// knows it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coach {

struct Option {
  std::string name;   // without dashes: "client-will"
  std::string takes;  // "TEXT"; empty: a flag
  std::string help;
  bool repeats = false;
  std::string letter = {};               // a short form: "m" for -m; empty: none
  std::vector<std::string> values = {};  // what a shell may offer for it
};

/// Options with their values in the order given, and the words that are none, as they were typed.
struct Given {
  std::vector<std::pair<std::string, std::string>> options;
  std::vector<std::string> words;

  bool has(std::string_view name) const;
  std::optional<std::string> one(std::string_view name) const;
  std::vector<std::string> all(std::string_view name) const;
};

/// Reads the arguments of one command. Throws Misunderstood for an unknown option (with the nearest
/// right one), a value that is missing, or an option twice that takes one value. After `--`
/// everything is a word.
Given read_command_line(const std::vector<Option>& options,
                        const std::vector<std::string>& arguments);

}  // namespace coach
