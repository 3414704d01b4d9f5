// What the fuzzers share: bytes that are used up, and a check that ends the run. No target knows
// another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace coach::fuzz {

/// The input, taken from its front.
class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size)
      : rest_(reinterpret_cast<const char*>(data), size) {}

  bool done() const { return rest_.empty(); }
  unsigned byte() {
    if (done()) return 0;
    const auto first = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return first;
  }
  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : byte() % limit; }
  /// Up to the next byte that stands in no text, which goes too.
  std::string_view part() {
    const auto end = rest_.find('\x1E');
    const auto part = rest_.substr(0, end);
    rest_.remove_prefix(end == rest_.npos ? rest_.size() : end + 1);
    return part;
  }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

/// Ends the run where what must hold does not: the fuzzer keeps the input.
inline void must(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "must hold: %s\n", what);
  std::abort();
}

}  // namespace coach::fuzz
