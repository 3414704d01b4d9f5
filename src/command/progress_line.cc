#include "command/progress_line.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/file.h"

namespace coach {

constexpr int standard_error = 2;

void ProgressLine::tell(std::size_t done, std::size_t of) {
  const auto since = std::chrono::steady_clock::now() - begun_;
  if (!shown_ || since < std::chrono::seconds{1}) return;
  const std::string line = fmt::format("{}: {} of {}", what_, done, of);
  write_all(standard_error, fmt::format("\r{:<{}}", line, length_));
  length_ = std::max(length_, line.size());
}

ProgressLine::~ProgressLine() {
  if (length_ > 0) write_all(standard_error, fmt::format("\r{:{}}\r", "", length_));
}

}  // namespace coach
