#include "model/common.h"

#include <fmt/format.h>

namespace coach {

std::string entry_id(std::string_view record_id, std::string_view key, std::size_t position) {
  if (key.empty()) return fmt::format("{}.{}", record_id, position + 1);
  return fmt::format("{}.{}", record_id, key);
}

}  // namespace coach
