// Running another program: arguments as they are (never through a shell), a chosen environment, its
// words read.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coach {

struct Run {
  std::vector<std::string> arguments;                   // the program first, searched in PATH
  std::optional<std::vector<std::string>> environment;  // "NAME=value"; nothing: this process's own
  std::string folder;                                   // where it runs; empty: here
  std::string input;                                    // its standard input
  bool on_terminal = false;  // an editor, a pager: it shows itself, nothing of it is read. Without
                             // input its standard input is ours as well.
  int keep_open = -1;        // one descriptor to hand on (the lock)
};

struct Ran {
  int status = 0;       // exit code; 128 + signal; 127 where the program is not there, or nobody
                        // says how it ended
  std::string output;   // standard output
  std::string errors;   // standard error
  bool started = true;  // false: no such program
};

/// A program that was begun and waits for its standard input: it gets ready while we do something
/// else. What it reads comes with finish(), not from Run.
class Started {
 public:
  /// Throws Error only where the system refuses to make a process.
  explicit Started(const Run& what);
  /// Where finish() was not called its input ends here, empty, and its end is waited for.
  ~Started();
  Started(const Started&) = delete;
  Started& operator=(const Started&) = delete;

  /// False where it has ended by itself, or never ran.
  bool is_waiting() const;
  /// Gives it all of its input and runs it to its end. Once.
  Ran finish(std::string_view input);

 private:
  struct Going;
  std::unique_ptr<Going> going_;  // empty: finished
};

/// Runs to its end. Throws Error only where the system refuses to make a process.
Ran run(const Run& what);

}  // namespace coach
