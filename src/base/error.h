// What can go wrong, and how it is said: one exception for what stops a command, one value for what
// a reader or a check finds. Knows no coaching; printing is the command layer's.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace coach {

/// A place in a text file. Lines and columns count from 1; columns are code points, as editors
/// count. A line of 0 means the file as a whole. `length` is in code points, at least 1 where a
/// line is given.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
  int length = 1;
  bool operator==(const Place&) const = default;
};

/// How a command ends (DESIGN.md calls these the exit codes).
enum class Exit { done = 0, could_not = 1, not_understood = 2, interrupted = 130 };

/// Stops a command. Thrown where it is found, caught in main alone.
/// `what()` says what is wrong, `hint` what to do next (may hold several lines, may be empty).
struct Error : std::runtime_error {
  explicit Error(const std::string& what, std::string next = {}, Exit how = Exit::could_not)
      : std::runtime_error(what), hint(std::move(next)), exit(how) {}
  std::string hint;
  Exit exit;
};

/// The command line itself could not be understood (exit 2).
struct Misunderstood : Error {
  explicit Misunderstood(const std::string& what, std::string next = {})
      : Error(what, std::move(next), Exit::not_understood) {}
};

/// error: cannot be relied on; warning: readable, but disagrees with itself; advice: good practice.
/// Only errors decide an exit code.
enum class Severity { error, warning, advice };

/// Something found in a file: where, what, and what to do about it.
struct Problem {
  Place place;
  Severity severity = Severity::error;
  std::string text;
  std::string hint;  // "did you mean leverage?", may be empty
  bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

}  // namespace coach
