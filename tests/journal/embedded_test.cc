// What travels inside the binary is what lies in the source tree, byte for byte and nothing else.
#include "journal/embedded.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using namespace coach;

namespace {

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("every embedded file holds the bytes of the file in the source tree") {
  const std::filesystem::path root = COACH_SOURCE_ROOT;
  CHECK(!embedded_files().empty());
  for (const EmbeddedFile& file : embedded_files()) {
    CAPTURE(file.path);
    REQUIRE(std::filesystem::is_regular_file(root / file.path));
    CHECK(bytes_of(root / file.path) == file.text);
  }
}

TEST_CASE("every template is embedded, and the paths are sorted") {
  std::vector<std::string> embedded;
  for (const EmbeddedFile& file : embedded_files()) embedded.emplace_back(file.path);
  CHECK(std::ranges::is_sorted(embedded));
  const std::filesystem::path root = COACH_SOURCE_ROOT;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / "templates")) {
    if (!entry.is_regular_file()) continue;
    const std::string path = std::filesystem::relative(entry.path(), root).generic_string();
    CAPTURE(path);
    CHECK(std::ranges::binary_search(embedded, path));
  }
}
