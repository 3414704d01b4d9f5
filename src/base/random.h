// The random letters of ids: Crockford's base 32 in lower case, which lacks i, l, o and u.
#pragma once

#include <optional>
#include <string>

namespace coach {

inline constexpr std::string_view id_letters = "0123456789abcdefghjkmnpqrstvwxyz";

/// Gives letters: from the system's randomness, or counting up from a start (COACH_IDS), so that
/// tests and examples come out the same.
class Letters {
 public:
  explicit Letters(std::optional<std::string> start = {}) : next_(std::move(start)) {}
  std::string draw(std::size_t count);

 private:
  std::optional<std::string> next_;
};

}  // namespace coach
