// What holds of every kind's records, whatever stands in them.
#include <doctest/doctest.h>

#include "base/text.h"
#include "model/engagement.h"
#include "random_record.h"
#include "record/form.h"
#include "toml/parse.h"
#include "toml/write.h"

using namespace coach;
using coach::testing::RandomRecord;

namespace {

template <class Record>
Table through_record(const Table& table, Flaws& flaws) {
  Record record{};
  from_table(table, {}, record, flaws);
  return to_table(record);
}

template <class Visit>
void for_every_kind(Visit visit) {
  for_each_kind(EngagementKinds{}, visit);
  for_each_kind(JournalKinds{}, visit);
}

}  // namespace

TEST_CASE("a random record of each kind, written as TOML and read back, is the same") {
  for_every_kind([]<class Record>() {
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
      INFO("kind ", std::string(kind_of<Record>.name), ", seed ", seed);
      const Table made = RandomRecord(seed).table(description<Record>());
      Flaws flaws;
      const Table record = through_record<Record>(made, flaws);
      REQUIRE(flaws.empty());
      Problems problems;
      const auto document = parse_toml(toml_text(record), "x.toml", problems);
      REQUIRE(problems.empty());
      CHECK(same(through_record<Record>(document->root, flaws), record));
      CHECK(flaws.empty());
    }
  });
}

TEST_CASE(
    "a record that went through its form untouched is the same, and so is one read from the form "
    "alone") {
  for_each_kind(EngagementKinds{}, []<class Record>() {
    const Kind kind{kind_of<Record>, &description<Record>()};
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
      INFO("kind ", std::string(kind.info.name), ", seed ", seed);
      Flaws flaws;
      const Table record =
          through_record<Record>(RandomRecord(seed).table(*kind.description), flaws);
      const FormFor how{.title = "a form", .code = "heron", .everything = true};
      const std::string form = form_text(kind, record, how);
      INFO(form);
      const Typing typing{std::chrono::year{2026} / 11 / 24};
      const auto edited = edited_by_form(kind, record, form, how, typing);
      CHECK(edited.flaws.empty());
      CHECK(same(edited.record, record));
      const auto alone = read_form(kind, form, "heron", typing);
      CHECK(alone.flaws.empty());
      CHECK(same(alone.record, record));
    }
  });
}

TEST_CASE("a form with every line shuffled out of place gives a record or flaws, never a crash") {
  std::mt19937_64 random(7);
  const Kind& kind = *find_kind("session");
  for (int round = 0; round < 400; ++round) {
    RandomRecord made(static_cast<std::uint64_t>(round));
    std::string form = form_text(kind, made.table(*kind.description),
                                 {.title = "x", .code = "heron", .everything = true});
    for (int edits = 0; edits < 6 && !form.empty(); ++edits)
      form.erase(random() % form.size(), random() % 9);
    const auto reading = read_form(kind, form, "heron", {std::chrono::year{2026} / 11 / 24});
    for (const auto& flaw : reading.flaws) CHECK(!flaw.text.empty());
    CHECK(form_with_reasons(form, reading.flaws).size() >= form.size() / 2);
  }
}

TEST_CASE("plain prose alone is the notes, colons and all") {
  const Kind& kind = *find_kind("session");
  const auto reading = read_form(kind, "She said: not yet.\nWe waited.\n", "heron",
                                 {std::chrono::year{2026} / 11 / 24});
  CHECK(reading.flaws.empty());
  REQUIRE(reading.record.find("notes"));
  CHECK(*reading.record.find("notes")->as<std::string>() == "She said: not yet.\nWe waited.");
}

TEST_CASE("a slip among fields is named with its line and the nearest field") {
  const Kind& kind = *find_kind("activity");
  const auto reading = read_form(kind, "owner: coach\nlevrage: high\n", "heron", {});
  REQUIRE(reading.flaws.size() == 1);
  CHECK(reading.flaws[0].line == 2);
  CHECK(reading.flaws[0].hint == "did you mean leverage?");
}

TEST_CASE("any bytes give a record or problems with a place, never a crash") {
  std::mt19937_64 random(11);
  const std::vector<std::string> pieces = {"date = 2026-11-24\n",
                                           "[[commitments]]\n",
                                           "what = \"x\"\n",
                                           "= ",
                                           "\"",
                                           "\n",
                                           "14:00",
                                           "[",
                                           "]",
                                           "\xff",
                                           std::string(1, '\0'),
                                           "minutes = 1e3\n",
                                           "state = \"held\"\n",
                                           "goals = [1, \"a\"]\n",
                                           "{",
                                           "}",
                                           "é",
                                           "#"};
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t i = random() % 9; i > 0; --i) text += pieces[random() % pieces.size()];
    Problems problems;
    const auto document = parse_toml(text, "x.toml", problems);
    if (!document) {
      REQUIRE(problems.size() == 1);
      CHECK(problems[0].place.line >= 1);
      continue;
    }
    Session session;
    Flaws flaws;
    from_table(document->root, {}, session, flaws);
    for (const auto& flaw : flaws) CHECK(flaw.span.end <= text.size());
  }
}

TEST_CASE("the caret of a wrong value covers exactly its token") {
  for (const std::string token :
       {"\"45\"", "[1, 2]", "\"é👩‍👧\"", "12.5", "true", "2026-11-24"}) {
    const std::string text = "# é\nstate = \"held\"\nstart = " + token + "   # why\n";
    Problems problems;
    const auto document = parse_toml(text, "x.toml", problems);
    REQUIRE(document);
    Session session;
    Flaws flaws;
    from_table(document->root, {}, session, flaws);
    bool found = false;
    for (const auto& flaw : flaws) {
      if (!flaw.text.starts_with("start")) continue;
      found = true;
      CHECK(text.substr(flaw.span.begin, flaw.span.end - flaw.span.begin) == token);
      const Place place = place_of(text, flaw.span, "x.toml");
      CHECK(place.line == 3);
      CHECK(place.column == 9);
      CHECK(place.length == static_cast<int>(code_points(token)));
    }
    CHECK(found);
  }
}
