// The line on a terminal that says a command is at work: nothing in the first second, wiped before
// the answer. Knows nothing of what is done.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace coach {

class ProgressLine {
 public:
  /// "Reading engagements: 120 of 500". `shown`: standard error is a terminal.
  ProgressLine(bool shown, std::string what) : shown_(shown), what_(std::move(what)) {}
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void tell(std::size_t done, std::size_t of);

 private:
  bool shown_;
  std::string what_;
  std::size_t length_ = 0;  // of the line that stands there
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

/// What `work(watch)` gives; what it tells `watch` stands on the terminal meanwhile.
template <class Work>
auto with_progress(bool shown, std::string what, Work work) {
  ProgressLine line(shown, std::move(what));
  return work([&](std::size_t done, std::size_t of) { line.tell(done, of); });
}

}  // namespace coach
