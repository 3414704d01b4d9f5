#include "journal/trust.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/error.h"

using namespace coach;
namespace fs = std::filesystem;

namespace {

struct Homes {
  fs::path root;
  Homes() {
    auto name = (fs::temp_directory_path() / "coach-trust-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    root = fs::canonical(name);
    fs::create_directory(root / "journal");
    fs::create_directory(root / "other");
  }
  ~Homes() { fs::remove_all(root); }
  Homes(const Homes&) = delete;
  Homes& operator=(const Homes&) = delete;

  std::string state() const { return root / "state/coach"; }
  std::string journal() const { return root / "journal"; }
};

}  // namespace

TEST_CASE("a journal is not trusted until it is said to be, and no other is then") {
  const Homes homes;
  CHECK_FALSE(is_trusted(homes.state(), homes.journal()));
  trust(homes.state(), homes.journal());
  CHECK(is_trusted(homes.state(), homes.journal()));
  CHECK_FALSE(is_trusted(homes.state(), homes.root / "other"));
  CHECK_FALSE(is_trusted(homes.state(), homes.root / "nowhere"));
}

TEST_CASE("another folder in the place of a trusted one is not trusted") {
  const Homes homes;
  trust(homes.state(), homes.journal());
  fs::rename(homes.journal(), homes.root / "moved");
  fs::rename(homes.root / "other", homes.journal());
  CHECK_FALSE(is_trusted(homes.state(), homes.journal()));
  CHECK_FALSE(is_trusted(homes.state(), homes.root / "moved"));
}

TEST_CASE("trust reaches a journal over a link too") {
  const Homes homes;
  fs::create_directory_symlink(homes.journal(), homes.root / "link");
  trust(homes.state(), homes.root / "link");
  CHECK(is_trusted(homes.state(), homes.journal()));
}

TEST_CASE("trusting again writes one line a journal, in a private folder") {
  const Homes homes;
  trust(homes.state(), homes.journal());
  trust(homes.state(), homes.root / "other");
  trust(homes.state(), homes.journal());
  fs::rename(homes.journal(), homes.root / "moved");
  fs::create_directory(homes.journal());
  trust(homes.state(), homes.journal());
  std::ifstream in{homes.state() + "/trusted"};
  int lines = 0;
  for (std::string line; std::getline(in, line);) ++lines;
  CHECK(lines == 2);
  struct stat found {};
  stat(homes.state().c_str(), &found);
  CHECK((found.st_mode & 0777) == 0700);
}

TEST_CASE("a folder that is not there cannot be trusted") {
  const Homes homes;
  CHECK_THROWS_AS(trust(homes.state(), homes.root / "nowhere"), Error);
}
