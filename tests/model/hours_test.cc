// Hours of a credential: cut from the sum, each minute once, each person once.
#include "model/hours.h"

#include <doctest/doctest.h>

using namespace coach;

namespace {

const Date today = std::chrono::year{2026} / 11 / 24;

Engagement engagement(Role role, int minutes, int times, std::optional<int> present) {
  Engagement made{.code = "heron", .records = {}, .rubrics = {}, .ways = {}};
  made.all<Client>().push_back({"client", Client{.name = "A", .email = "a@example.org"}});
  made.all<Client>().front().record.hours_log_consent = today;
  made.all<Facts>().push_back({"engagement", Facts{.role = role, .started = today}});
  for (int i = 0; i < times; ++i)
    made.all<Session>().push_back({"a" + std::to_string(i), Session{.date = add_days(today, -i),
                                                                    .minutes = Minutes{minutes},
                                                                    .kind = "coaching",
                                                                    .present = present}});
  return made;
}

HoursLog log_of(std::vector<Engagement> engagements) {
  const LogRule rule{std::chrono::year{2024} / 1 / 1, 15};
  std::vector<LogPart> parts;
  for (auto& one : engagements)
    parts.push_back(log_part(see(std::move(one), Audience::coach), rule, today));
  return hours_log(std::move(parts), rule, today);
}

}  // namespace

TEST_CASE("an hour is cut to two places, never rounded up") {
  CHECK(decimal_hours(45) == "0.75");
  CHECK(decimal_hours(50) == "0.83");
  CHECK(decimal_hours(59) == "0.98");
  CHECK(decimal_hours(60) == "1.00");
  CHECK(decimal_hours(0) == "0.00");
}

TEST_CASE("hours are made of the sum, not summed up") {
  const auto log = log_of({engagement(Role::principal, 20, 3, {})});
  REQUIRE(log.log.size() == 1);
  CHECK(log.log.front().paid_hours == "1.00");
  CHECK(log.log.front().individual_or_group == "individual");
  CHECK(log.credentials.front().clients == 1);
}

TEST_CASE("a group counts each person, up to the limit") {
  CHECK(log_of({engagement(Role::team, 60, 1, 15)}).credentials.front().clients == 15);
  const auto large = log_of({engagement(Role::team, 60, 1, 16)});
  CHECK(large.log.empty());
  REQUIRE(large.left_off.size() == 1);
  CHECK(large.left_off.front().sessions == 1);
  // However the role is called.
  CHECK(log_of({engagement(Role::principal, 60, 1, 40)}).log.empty());
}

TEST_CASE("who is coached in two engagements is one client") {
  const auto log =
      log_of({engagement(Role::principal, 60, 1, {}), engagement(Role::principal, 30, 1, {})});
  CHECK(log.log.size() == 2);
  CHECK(log.credentials.front().clients == 1);
  CHECK(log.credentials.front().hours == Minutes{90});
}

TEST_CASE("the window of 18 months begins on the same day") {
  auto old = engagement(Role::principal, 60, 1, {});
  old.all<Session>().front().record.date = std::chrono::year{2025} / 5 / 24;
  CHECK(log_of({old}).credentials.front().recent == Minutes{60});
  old.all<Session>().front().record.date = std::chrono::year{2025} / 5 / 23;
  CHECK(log_of({old}).credentials.front().recent == Minutes{0});
}
