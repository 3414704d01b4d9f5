#include "toml/plain.h"

#include <doctest/doctest.h>

#include "toml/parse.h"

using namespace coach;

namespace {

/// What the short way says of a text; the fuzzer (fuzz/read.cc) holds it against the parser.
std::optional<Table> plain(const std::string& text) {
  const Scan scanned = scan(text);
  REQUIRE(scanned.passed());
  return plain_values(text, scanned);
}

}  // namespace

TEST_CASE("a file as this program writes it is read without the parser") {
  const auto read = plain(
      "date = 2026-11-17\nstart = 14:00:00\nminutes = 60\npaid = true\nnotes = \"\"\"\na\nb\"\"\"\n"
      "elements = [\"x\", \"y\"]\n\n[[commitments]]\nkey = \"ka\"\n\n[[commitments]]\nkey = "
      "\"kb\"\n"
      "\n[extra]\nk = 1\n");
  REQUIRE(read);
  CHECK(*read->find("date")->as<Date>() == std::chrono::year{2026} / 11 / 17);
  CHECK(*read->find("notes")->as<std::string>() == "a\nb");
  CHECK(read->find("elements")->as<List>()->size() == 2);
  const auto& commitments = *read->find("commitments")->as<List>();
  REQUIRE(commitments.size() == 2);
  CHECK(*commitments[1].as<Table>()->find("key")->as<std::string>() == "kb");
  CHECK(*read->find("extra")->as<Table>()->find("k")->as<std::int64_t>() == 1);
}

TEST_CASE("tables within tables go to the last element above them") {
  const auto read = plain(
      "[[domains]]\ntitle = \"a\"\n[[domains.elements]]\nkey = \"x\"\n[domains.elements.levels]\n"
      "one = \"1\"\n[[domains.elements]]\nkey = \"y\"\n[[domains]]\ntitle = \"b\"\n"
      "[[domains.elements]]\nkey = \"z\"\n");
  REQUIRE(read);
  const auto& domains = *read->find("domains")->as<List>();
  REQUIRE(domains.size() == 2);
  const auto& elements = *domains[0].as<Table>()->find("elements")->as<List>();
  REQUIRE(elements.size() == 2);
  CHECK(elements[0].as<Table>()->find("levels")->as<Table>()->find("one"));
  CHECK(domains[1].as<Table>()->find("elements")->as<List>()->size() == 1);
}

TEST_CASE("what is not plain, or not valid, is left to the parser") {
  for (const char* text : {"a = 1\na = 2\n",
                           "[a]\n[a]\n",
                           "a = 1\n[a]\n",
                           "a = []\n[[a]]\n",
                           "[[a]]\n[a]\n",
                           "a.b = 1\n",
                           "\"a\" = 1\n",
                           "[a.b]\n",
                           "a = []\n[[a.b]]\n",
                           "[a]\nb = 1\n[a.b]\n",
                           "[[a]]\nb = [1]\n[[a.b]]\n",
                           "[[a]]\n[a.b]\n[[a.b]]\n",
                           "a = {b = 1}\n",
                           "a = 1.5\n",
                           "a = -1\n",
                           "a = 0x1F\n",
                           "a = 2026-02-30\n",
                           "a = 24:00:00\n",
                           "a = 2026-11-17T14:00:00Z\n",
                           "a = 9223372036854775808\n",
                           "a = 0000-01-01\n",
                           "a = 14:00:00.5\n"}) {
    CAPTURE(text);
    CHECK_FALSE(plain(text));
  }
}
