#include <doctest/doctest.h>

#include "model/caseload.h"
#include "model/standing.h"
#include "model/timeline.h"

using namespace coach;

namespace {

constexpr Date day(int month, unsigned number) {
  return std::chrono::year{2026} / month / static_cast<int>(number);
}

Rubric two_levels() {
  Rubric rubric{.title = "R",
                .version = 1,
                .purpose = "",
                .source = "s",
                .licence = "l",
                .cumulative = {},
                .levels = {{"low", "Low"}, {"mid", "Mid"}, {"high", "High"}},
                .domains = {}};
  rubric.domains.push_back(
      {"D", "", {{"listening", "Listening", "", {}, {}}, {"hard-talk", "Hard talk", "", {}, {}}}});
  return rubric;
}

Engagement engagement() {
  Engagement made{.code = "heron", .records = {}, .rubrics = {}, .ways = {}};
  Facts facts;
  facts.rubric = "r@1";
  facts.started = day(9, 1);
  made.all<Facts>().push_back({"engagement", facts});
  made.rubrics.emplace("r@1", std::make_shared<Rubric>(two_levels()));
  return made;
}

Assessment rated(Date on, Rater by, const std::string& element, const std::string& level) {
  Assessment made;
  made.date = on;
  made.by = by;
  made.rubric = "r@1";
  made.ratings = {{element, level, "", "", {}}};
  return made;
}

}  // namespace

TEST_CASE("an element that was never rated has no level") {
  const auto status = rubric_status(see(engagement(), Audience::coach), day(11, 24));
  CHECK(status.elements == 2);
  CHECK(status.rated == 0);
  CHECK(!status.standing[0].now);
}

TEST_CASE("a joint rating counts for self and coach, a coach's for the coach alone") {
  auto made = engagement();
  made.all<Assessment>() = {{"aaaa", rated(day(9, 10), Rater::joint, "listening", "low")},
                            {"aaab", rated(day(10, 10), Rater::coach, "listening", "high")}};
  const auto seen = see(made, Audience::coach);
  const auto self = rubric_status(seen, day(11, 24), Rater::self).standing[0];
  CHECK(self.now == 1);
  CHECK(self.other == 3);
  const auto coach_side = rubric_status(seen, day(11, 24), Rater::coach).standing[0];
  CHECK(coach_side.baseline == 1);
  CHECK(coach_side.now == 3);
}

TEST_CASE("as of a day, later ratings and targets are not there yet") {
  auto made = engagement();
  made.all<Assessment>() = {{"aaaa", rated(day(9, 10), Rater::self, "listening", "mid")},
                            {"aaab", rated(day(10, 10), Rater::self, "listening", "low")}};
  Goal goal;
  goal.title = "G";
  goal.targets = {{"listening", "high", day(10, 1), {}}};
  made.all<Goal>().push_back({"g", goal});
  const auto seen = see(made, Audience::coach);
  CHECK(rubric_status(seen, day(9, 20)).standing[0].now == 2);
  CHECK(!rubric_status(seen, day(9, 20)).standing[0].in_focus);
  const auto now = rubric_status(seen, day(11, 24)).standing[0];
  CHECK(now.below_baseline);
  CHECK(now.to_go == 2);
}

TEST_CASE("a rating by another version of the rubric starts no baseline here") {
  auto made = engagement();
  auto other = rated(day(9, 10), Rater::self, "listening", "mid");
  other.rubric = "r@2";
  made.all<Assessment>() = {{"aaaa", other}};
  CHECK(!rubric_status(see(made, Audience::coach), day(11, 24)).standing[0].now);
}

TEST_CASE("what a reader may not see is not in the value, nor are references to it") {
  auto made = engagement();
  Goal hidden;
  hidden.title = "Hidden";
  Session shown;
  shown.date = day(9, 8);
  shown.reflection = "mine alone";
  shown.notes = "ours";
  shown.common.visibility = Visibility::client;
  shown.common.goals = {"hidden"};
  Session alone;
  alone.date = day(9, 9);
  made.all<Goal>().push_back({"hidden", hidden});
  made.all<Session>() = {{"aaaa", shown}, {"aaab", alone}};
  const auto seen = see(made, Audience::client);
  REQUIRE(seen->all<Session>().size() == 1);
  CHECK(seen->all<Session>()[0].record.notes == "ours");
  CHECK(seen->all<Session>()[0].record.reflection.empty());
  CHECK(seen->all<Session>()[0].record.common.goals.empty());
  CHECK(seen->all<Goal>().empty());
  CHECK(see(made, Audience::sponsor)->all<Session>().empty());
}

TEST_CASE("what one reader sees equals what stands there once the rest is deleted") {
  auto made = engagement(), without = engagement();
  Session shown;
  shown.date = day(9, 8);
  shown.state = SessionState::held;
  shown.title = "shared";
  shown.common.visibility = Visibility::client;
  Session alone = shown;
  alone.date = day(10, 8);
  alone.title = "private";
  alone.common.visibility.reset();
  made.all<Session>() = {{"aaaa", shown}, {"aaab", alone}};
  without.all<Session>() = {{"aaaa", shown}};
  const auto line = [](const Engagement& one) {
    return timeline(see(one, Audience::client), day(11, 24), {});
  };
  CHECK(line(made) == line(without));
  CHECK(caseload_row(see(made, Audience::client), day(11, 24)) ==
        caseload_row(see(without, Audience::client), day(11, 24)));
}

TEST_CASE("a shared screen shows no name and no prose") {
  auto made = engagement();
  Client client;
  client.name = "Imani Brooks";
  made.all<Client>().push_back({"client", client});
  Session session;
  session.date = day(9, 8);
  session.title = "secret";
  session.commitments = {{"ka", Promiser::client, "secret too", day(9, 9), {}, {}, {}}};
  made.all<Session>() = {{"aaaa", session}};
  const auto shown = discreet(see(made, Audience::coach));
  CHECK(shown->only<Client>().name.empty());
  CHECK(shown->all<Session>()[0].record.title == unshown);
  CHECK(shown->all<Session>()[0].record.commitments[0].what == unshown);
  CHECK(shown->all<Session>()[0].record.commitments[0].due == day(9, 9));
}

TEST_CASE("a commitment is open until done or dropped, a check-back until the next meeting") {
  auto made = engagement();
  Session session;
  session.date = day(9, 8);
  session.commitments = {{"ka", Promiser::client, "one", day(9, 20), day(9, 19), {}, day(10, 1)},
                         {"kb", Promiser::coach, "two", day(9, 20), {}, true, {}},
                         {"kc", Promiser::coach, "three", {}, {}, {}, {}}};
  made.all<Session>() = {{"aaaa", session}};
  auto open = open_promises(see(made, Audience::coach), day(10, 2));
  REQUIRE(open.size() == 2);
  CHECK(open[0].kind == PromiseKind::check_back);
  CHECK(open[0].days_late == 1);
  CHECK(open[1].id == "aaaa.kc");
  Session later;
  later.date = day(10, 1);
  made.all<Session>().push_back({"aaab", later});
  CHECK(open_promises(see(made, Audience::coach), day(10, 2)).size() == 1);
}

TEST_CASE("a script line without a time takes the one before, and its words stay") {
  const auto entries = script_entries(
      "9:05 T: What do you notice? {using-data, listening}\nS: it: grows\n\n9:07 (bell)");
  REQUIRE(entries.size() == 3);
  CHECK(entries[0].elements == std::vector<std::string>{"using-data", "listening"});
  CHECK(entries[1].time == Time{9, 5, 0});
  CHECK(entries[1].who == "S");
  CHECK(entries[1].what == "it: grows");
  CHECK(script_text(entries) ==
        "09:05 T: What do you notice? {using-data, listening}\n09:05 S: it: grows\n09:07 (bell)");
  CHECK(script_entries(script_text(entries)) == entries);
}

TEST_CASE("a level is named by number, name or a unique part, an ambiguous part by none") {
  const Rubric rubric = two_levels();
  CHECK(typed_level(rubric, "2") == Level{2});
  CHECK(typed_level(rubric, "HIGH") == Level{3});
  CHECK(typed_level(rubric, "hi") == Level{3});
  CHECK(!typed_level(rubric, "4"));
  CHECK(!typed_level(rubric, "i"));
  CHECK(typed_element(rubric, "hard")->key == "hard-talk");
  CHECK(typed_element(rubric, "soft") == nullptr);
}
