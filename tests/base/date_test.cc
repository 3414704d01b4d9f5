// Days as typed, on the Tuesday 24 November 2026 unless a case says otherwise.
#include "base/date.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"

namespace coach {
namespace {

using namespace std::chrono_literals;

constexpr Date today = 2026y / 11 / 24;

std::string back(std::string_view typed, Date now = today) {
  return iso(parse_date(typed, Looks::back, now));
}
std::string ahead(std::string_view typed, Date now = today) {
  return iso(parse_date(typed, Looks::ahead, now));
}

/// "what | hint" of the refusal, or "" where nothing was refused.
template <class Read>
std::string refusal(Read read) {
  try {
    read();
  } catch (const Misunderstood& refused) {
    return fmt::format("{} | {}", refused.what(), refused.hint);
  }
  return "";
}
std::string day_refusal(std::string_view typed, Looks looks = Looks::back, Date now = today) {
  return refusal([&] { parse_date(typed, looks, now); });
}
std::string period_refusal(std::string_view typed) {
  return refusal([&] { parse_period(typed, today); });
}
std::string period(std::string_view typed, Date now = today) {
  const auto read = parse_period(typed, now);
  return iso(read.first) + " " + iso(read.last);
}

const std::string day_hint =
    "a day is 2026-10-05, 10-05, 5 oct, today, fri, \"3 days ago\", in 2 weeks";

struct Typed {
  std::string_view typed;
  std::string_view back;
  std::string_view ahead;
};

TEST_CASE("a day reads in each of its notations, in both directions") {
  const std::vector<Typed> rows{
      {"2026-10-05", "2026-10-05", "2026-10-05"},  {"  2026-10-05\t", "2026-10-05", "2026-10-05"},
      {"0001-01-01", "0001-01-01", "0001-01-01"},  {"9999-12-31", "9999-12-31", "9999-12-31"},
      {"10-05", "2026-10-05", "2027-10-05"},       {"11-24", "2026-11-24", "2027-11-24"},
      {"11-25", "2025-11-25", "2026-11-25"},       {"02-29", "2024-02-29", "2028-02-29"},
      {"today", "2026-11-24", "2026-11-24"},       {"TODAY", "2026-11-24", "2026-11-24"},
      {"yesterday", "2026-11-23", "2026-11-23"},   {"Tomorrow", "2026-11-25", "2026-11-25"},
      {"eom", "2026-11-30", "2026-11-30"},         {"mon", "2026-11-23", "2026-11-30"},
      {"tue", "2026-11-24", "2026-12-01"},         {"Tues", "2026-11-24", "2026-12-01"},
      {"wednesday", "2026-11-18", "2026-11-25"},   {"fri", "2026-11-20", "2026-11-27"},
      {"Friday", "2026-11-20", "2026-11-27"},      {"sunday", "2026-11-22", "2026-11-29"},
      {"3 days ago", "2026-11-21", "2026-11-21"},  {"3  DAYS  ago", "2026-11-21", "2026-11-21"},
      {"0 days ago", "2026-11-24", "2026-11-24"},  {"a week ago", "2026-11-17", "2026-11-17"},
      {"in a month", "2026-12-24", "2026-12-24"},  {"in 2 weeks", "2026-12-08", "2026-12-08"},
      {"1 month ago", "2026-10-24", "2026-10-24"}, {"in 3 months", "2027-02-24", "2027-02-24"},
      {"2 years ago", "2024-11-24", "2024-11-24"}, {"-3d", "2026-11-21", "2026-11-21"},
      {"+10d", "2026-12-04", "2026-12-04"},        {"-2w", "2026-11-10", "2026-11-10"},
      {"+1m", "2026-12-24", "2026-12-24"},         {"+1y", "2027-11-24", "2027-11-24"},
      {"-11m", "2025-12-24", "2025-12-24"},        {"next mon", "2026-11-30", "2026-11-30"},
      {"last friday", "2026-11-20", "2026-11-20"}, {"last tue", "2026-11-17", "2026-11-17"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.typed);
    CHECK(back(row.typed) == row.back);
    CHECK(ahead(row.typed) == row.ahead);
  }
}

TEST_CASE("a month in letters may stand before or behind its day, with a year or without") {
  for (const auto* typed :
       {"17 nov", "nov 17", "17 November", "Nov  17", "november 17, 2026", "17nov 2026"})
    CHECK(parse_date(typed, Looks::back, today) == 2026y / 11 / 17);
  CHECK(parse_date("17 nov", Looks::ahead, today) == 2027y / 11 / 17);
  CHECK(parse_date("in two weeks", Looks::ahead, today) == 2026y / 12 / 8);
  CHECK(parse_date("three days ago", Looks::back, today) == 2026y / 11 / 21);
  for (const auto* typed : {"31 nov", "0 nov", "30 feb 2026", "nov 17 26"})
    CHECK_THROWS_AS(parse_date(typed, Looks::back, today), Misunderstood);
}

TEST_CASE("am and pm tell the half of the day") {
  CHECK(parse_time("3pm") == Time{15, 0, 0});
  CHECK(parse_time("2:30 pm") == Time{14, 30, 0});
  CHECK(parse_time("12am") == Time{0, 0, 0});
  CHECK(parse_time("12:05pm") == Time{12, 5, 0});
  for (const auto* typed : {"13pm", "0am", "pm", "3:5pm", "14:00pm"})
    CHECK_THROWS_AS(parse_time(typed), Misunderstood);
}

TEST_CASE("a month or a year on ends at the month's last day where the day is missing there") {
  CHECK(ahead("in 1 month", 2026y / 1 / 31) == "2026-02-28");
  CHECK(ahead("in 1 month", 2028y / 1 / 31) == "2028-02-29");
  CHECK(back("1 month ago", 2026y / 12 / 31) == "2026-11-30");
  CHECK(back("-1m", 2027y / 1 / 15) == "2026-12-15");
  CHECK(back("-12m", 2028y / 2 / 29) == "2027-02-28");
  CHECK(ahead("+4y", 2028y / 2 / 29) == "2032-02-29");
  CHECK(ahead("eom", 2028y / 2 / 1) == "2028-02-29");
  CHECK(ahead("eom", 2026y / 12 / 31) == "2026-12-31");
}

TEST_CASE("29 February is found over eight years without one") {
  CHECK(ahead("02-29", 1896y / 2 / 29) == "1904-02-29");
  CHECK(back("02-29", 1904y / 2 / 28) == "1896-02-29");
}

TEST_CASE("a day that could mean two days is refused with both") {
  CHECK(day_refusal("10/05") == "10/05 could be October 5 or 10 May | write 2026-10-05 or 10-05");
  CHECK(day_refusal("10/05", Looks::ahead) ==
        "10/05 could be October 5 or 10 May | write 2027-10-05 or 10-05");
  CHECK(day_refusal("5.10") == "5.10 could be May 10 or 5 October | write 2026-05-10 or 05-10");
  CHECK(day_refusal("10/05/2026") ==
        "10/05/2026 could be October 5 or 10 May | write 2026-10-05 or 2026-05-10");
  CHECK(day_refusal("05-10-2026") ==
        "05-10-2026 could be May 10 or 5 October | write 2026-05-10 or 2026-10-05");
  CHECK(day_refusal("next fri") ==
        "next fri could be Fri 27 Nov or Fri 4 Dec | write 2026-11-27 or 2026-12-04");
  CHECK(day_refusal("last mon") ==
        "last mon could be Mon 23 Nov or Mon 16 Nov | write 2026-11-23 or 2026-11-16");
}

TEST_CASE("a day in another notation is refused with the right one") {
  CHECK(day_refusal("2026-11-7") ==
        "2026-11-7 needs two digits for month and day | write 2026-11-07");
  CHECK(day_refusal("10-5") == "10-5 needs two digits for month and day | write 10-05");
  CHECK(day_refusal("2026/10/05") == "2026/10/05 needs dashes | write 2026-10-05");
  CHECK(day_refusal("2026.1.2") == "2026.1.2 needs dashes | write 2026-01-02");
  CHECK(day_refusal("10/10") ==
        "10/10 is not how a day is written here | write 2026-10-10 or 10-10");
  CHECK(day_refusal("24.12.2026") ==
        "24.12.2026 is not how a day is written here | write 2026-12-24");
  CHECK(day_refusal("25-12") == "no such day, 25-12 | the month comes first: 12-25");
  CHECK(day_refusal("26-10-05") == "26-10-05 needs a year of four digits | " + day_hint);
}

TEST_CASE("a day that does not exist is no day") {
  for (const std::string_view typed :
       {"2026-02-30", "2026-13-01", "2026-00-10", "2026-10-00", "2026-02-29", "1900-02-29",
        "0000-01-01", "02-30", "00-10", "13-32", "45/67", "2026-261-05", "2026-05-261",
        "2026/13/45"}) {
    CAPTURE(typed);
    CHECK(day_refusal(typed) == fmt::format("no such day, {} | {}", typed, day_hint));
  }
}

TEST_CASE("what is no day is refused with examples") {
  for (const std::string_view typed :
       {"soon",    "3 days",  "in days",      "in 3",      "3 ago",   "in 3 days ago",
        "-3",      "3d",      "- 3d",         "-3d x",     "+-3d",    "2026",
        "2026-11", "nov",     "2026-10-05 x", "20261005",  "1.2.3.4", "2026-10/05",
        "fr",      "fridayy", "next",         "next week", "-1h",     "2026-1O-05",
        "--",      "[draft]", "%%",           "\u0664"}) {
    CAPTURE(typed);
    const auto refused = day_refusal(typed);
    CHECK(refused.find(" is no day | ") != std::string::npos);
    CHECK(refused.ends_with(day_hint));
  }
  CHECK(day_refusal("soon") == "\"soon\" is no day | " + day_hint);
  CHECK(day_refusal("") == "no day given | " + day_hint);
  CHECK(day_refusal(" \n") == "no day given | " + day_hint);
}

TEST_CASE("a mistyped word gets the nearest right one") {
  CHECK(day_refusal("tomorow") == "\"tomorow\" is no day | did you mean tomorrow?\n" + day_hint);
  CHECK(day_refusal("wendesday") ==
        "\"wendesday\" is no day | did you mean wednesday?\n" + day_hint);
}

TEST_CASE("a long text is not said again in full") {
  CHECK(day_refusal(std::string(300, 'x')).size() < 150);
}

TEST_CASE("a day outside the years 1 to 9999 is refused") {
  CHECK(day_refusal("3000000 days ago") ==
        "3000000 days ago lies outside the years 1 to 9999 | " + day_hint);
  for (const std::string_view typed : {"-99999999999999999999d", "+99999999w", "+8000y", "-2026y",
                                       "+95678m", "in 999999999 months", "-24315m"}) {
    CAPTURE(typed);
    CHECK(day_refusal(typed).find("lies outside the years 1 to 9999") != std::string::npos);
  }
  CHECK(day_refusal("yesterday", Looks::back, 1y / 1 / 1) != "");
  CHECK(day_refusal("sun", Looks::back, 1y / 1 / 1) != "");
  CHECK(day_refusal("last sun", Looks::back, 1y / 1 / 1) != "");
  CHECK(day_refusal("02-29", Looks::back, 1y / 1 / 1) != "");
  CHECK(day_refusal("tomorrow", Looks::ahead, 9999y / 12 / 31) != "");
  CHECK(day_refusal("01-01", Looks::ahead, 9999y / 12 / 31) != "");
  CHECK(back("-2025y") == "0001-11-24");
  CHECK(ahead("+7973y") == "9999-11-24");
}

TEST_CASE("every day that is written as ISO reads back as itself") {
  for (const auto& [first, last] :
       std::array<std::array<Date, 2>, 4>{{{1y / 1 / 1, 4y / 12 / 31},
                                           {1899y / 1 / 1, 1904y / 12 / 31},
                                           {1999y / 1 / 1, 2000y / 12 / 31},
                                           {2026y / 1 / 1, 2028y / 12 / 31}}}) {
    for (Date day = first; day <= last; day = add_days(day, 1)) {
      REQUIRE(parse_date(iso(day), Looks::back, today) == day);
      REQUIRE(iso_date(iso(day)) == day);
    }
  }
}

TEST_CASE("a month and day is never in the wrong direction, nor a year off") {
  const Date first = 2027y / 1 / 1;
  for (int from = 0; from < 4 * 366; from += 3) {
    const auto now = add_days(first, from);
    for (int to = 0; to < 366; to += 5) {
      const auto typed = iso(add_days(first, to)).substr(5);
      const auto was = days_between(parse_date(typed, Looks::back, now), now);
      const auto comes = days_between(now, parse_date(typed, Looks::ahead, now));
      REQUIRE(was >= 0);
      REQUIRE(was <= 365);
      REQUIRE(comes >= 1);
      REQUIRE(comes <= 366);
    }
  }
}

TEST_CASE("a weekday lies within the week before, today included, or the week to come") {
  for (int from = 0; from < 14; ++from) {
    const auto now = add_days(today, from);
    for (const std::string_view name : {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}) {
      const auto was = parse_date(name, Looks::back, now);
      const auto comes = parse_date(name, Looks::ahead, now);
      CHECK(days_between(was, now) >= 0);
      CHECK(days_between(was, now) <= 6);
      CHECK(days_between(was, comes) == 7);
      CHECK(full_day(was).substr(1, 2) == std::string(name).substr(1));
    }
  }
}

TEST_CASE("a period reads in each of its notations") {
  CHECK(period("2026-11-03") == "2026-11-03 2026-11-03");
  CHECK(period("fri") == "2026-11-20 2026-11-20");
  CHECK(period("3 days ago") == "2026-11-21 2026-11-21");
  CHECK(period("12-01") == "2025-12-01 2025-12-01");
  CHECK(period("nov") == "2026-11-01 2026-11-30");
  CHECK(period(" November ") == "2026-11-01 2026-11-30");
  CHECK(period("nov", 2026y / 11 / 1) == "2026-11-01 2026-11-30");
  CHECK(period("dec") == "2025-12-01 2025-12-31");
  CHECK(period("sept") == "2026-09-01 2026-09-30");
  CHECK(period("feb", 2028y / 3 / 1) == "2028-02-01 2028-02-29");
  CHECK(period("2026-11") == "2026-11-01 2026-11-30");
  CHECK(period("2028-02") == "2028-02-01 2028-02-29");
  CHECK(period("2026") == "2026-01-01 2026-12-31");
  CHECK(period("0001") == "0001-01-01 0001-12-31");
}

TEST_CASE("an ISO week runs from Monday to Sunday, over the turn of the year too") {
  CHECK(period("2026-W48") == "2026-11-23 2026-11-29");
  CHECK(period("2026-w01") == "2025-12-29 2026-01-04");
  CHECK(period("2026-W53") == "2026-12-28 2027-01-03");
  CHECK(period("2020-W53") == "2020-12-28 2021-01-03");
  CHECK(period("2024-W01") == "2024-01-01 2024-01-07");
  CHECK(period("2021-W01") == "2021-01-04 2021-01-10");
  CHECK(period("0001-W01") == "0001-01-01 0001-01-07");
}

TEST_CASE("what is no period is refused with examples") {
  const std::string hint =
      " | a period is nov, 2026-11, 2026, 2026-W48, or one day: 2026-10-05, today, \"3 days ago\"";
  CHECK(period_refusal("2027-W53") == "no such week, 2027-W53" + hint);
  CHECK(period_refusal("2026-W00") == "no such week, 2026-W00" + hint);
  CHECK(period_refusal("2026-W99") == "no such week, 2026-W99" + hint);
  CHECK(period_refusal("0000-W01") == "no such week, 0000-W01" + hint);
  CHECK(period_refusal("2026-13") == "no such month, 2026-13" + hint);
  CHECK(period_refusal("2026-261") == "no such month, 2026-261" + hint);
  CHECK(period_refusal("0000") == "no such year, 0000" + hint);
  CHECK(period_refusal("2026-W5") == "2026-W5 needs two digits for the week | write 2026-W05");
  CHECK(period_refusal("2026-1") == "2026-1 needs two digits for the month | write 2026-01");
  CHECK(period_refusal("term") == "\"term\" is no day or period" + hint);
  CHECK(period_refusal("Novmber") ==
        "\"Novmber\" is no day or period | did you mean november?\n" + hint.substr(3));
  CHECK(period_refusal("").starts_with("no day or period given"));
  CHECK(period_refusal("10/05").starts_with("10/05 could be"));
  CHECK(period_refusal("9999-W52").find("outside the years") != std::string::npos);
}

TEST_CASE("a time reads with one or two digits for the hour and with seconds") {
  CHECK(parse_time("9:05") == Time{9, 5, 0});
  CHECK(parse_time(" 09:05 ") == Time{9, 5, 0});
  CHECK(parse_time("14:00") == Time{14, 0, 0});
  CHECK(parse_time("14:00:30") == Time{14, 0, 30});
  CHECK(parse_time("0:00") == Time{});
  CHECK(parse_time("23:59:59") == Time{23, 59, 59});
}

TEST_CASE("what is no time is refused with examples") {
  const auto refused = [](std::string_view typed) { return refusal([&] { parse_time(typed); }); };
  const std::string hint = " | a time is 9:05, 14:00 or 2pm";
  CHECK(refused("") == "no time given" + hint);
  for (const std::string_view typed : {"24:00", "9:60", "9:05:60", "99:99"})
    CHECK(refused(typed) == fmt::format("no such time, {}{}", typed, hint));
  for (const std::string_view typed :
       {"9", "9:5", "9.05", "009:05", "9:05:1", "9:05:", ":05", "-9:05", "9:05 x", "1:02:03:04"})
    CHECK(refused(typed) == fmt::format("\"{}\" is no time{}", typed, hint));
}

TEST_CASE("minutes read in each of their notations") {
  const std::vector<std::pair<std::string_view, int>> rows{
      {"45", 45},     {"45m", 45},        {"45 min", 45},
      {"1h", 60},     {"1h30", 90},       {"1h30m", 90},
      {"1 h 30", 90}, {"1 h 30 min", 90}, {" 1H30 ", 90},
      {"0", 0},       {"1440", 1440},     {"24h", 1440},
      {"1h05", 65},   {"1 hour", 60},     {"2 hours 5 minutes", 125},
  };
  for (const auto& row : rows) {
    CAPTURE(row.first);
    CHECK(parse_minutes(row.first) == row.second);
  }
}

TEST_CASE("what is no duration is refused with examples") {
  const auto refused = [](std::string_view typed) {
    return refusal([&] { parse_minutes(typed); });
  };
  const std::string hint = " | a duration is 45, 45m, 1h or 1h30, up to 24h";
  CHECK(refused("") == "no duration given" + hint);
  for (const std::string_view typed :
       {"1441", "24h01", "25h", "99999999999999999999", "99999999999999h"})
    CHECK(refused(typed) == fmt::format("{} is more than a day{}", typed, hint));
  CHECK(refused("1h90") == "1h90 has more than 59 minutes beside its hours" + hint);
  for (const std::string_view typed :
       {"-5", "4 5", "1:30", "1.5h", "h", "1h m", "1h30h", "45s", "m45", "1h 30 x"})
    CHECK(refused(typed) == fmt::format("\"{}\" is no duration{}", typed, hint));
}

TEST_CASE("a duration as it is shown reads back") {
  for (int minutes = 0; minutes <= 1440; ++minutes)
    REQUIRE(parse_minutes(hours(minutes)) == minutes);
}

TEST_CASE("only the exact ISO form is an ISO day") {
  CHECK(iso_date("2026-11-24") == today);
  for (const std::string_view text :
       {"", "2026-11-7", "2026-02-30", "2026-11-24 ", " 2026-11-24", "2026/11/24", "02026-11-24",
        "0000-01-01", "-026-11-24", "2026-11-24T00:00"})
    CHECK_FALSE(iso_date(text).has_value());
}

TEST_CASE("days are counted over months, leap days and years") {
  CHECK(add_days(2028y / 2 / 28, 1) == Date{2028y / 2 / 29});
  CHECK(add_days(2026y / 1 / 1, -1) == Date{2025y / 12 / 31});
  CHECK(days_between(2026y / 1 / 1, 2027y / 1 / 1) == 365);
  CHECK(days_between(2028y / 1 / 1, 2029y / 1 / 1) == 366);
  CHECK(days_between(today, 2026y / 11 / 20) == -4);
  CHECK_FALSE(add_days(9999y / 12 / 31, 1).ok());
  CHECK_FALSE(add_days(1y / 1 / 1, -1).ok());
  CHECK_FALSE(add_days(today, 2'147'483'647).ok());
  CHECK_FALSE(add_days(Date{}, 1).ok());
}

TEST_CASE("a day and a time are shown at each length") {
  CHECK(iso(today) == "2026-11-24");
  CHECK(iso(12y / 3 / 4) == "0012-03-04");
  CHECK(day_month(today) == "24 Nov");
  CHECK(day_month(2026y / 5 / 3) == "3 May");
  CHECK(short_day(today) == "Tue 24 Nov");
  CHECK(long_day(today) == "Tue 24 Nov 2026");
  CHECK(full_day(today) == "Tuesday 24 November 2026");
  CHECK(month_year(today) == "November 2026");
  CHECK(near_day(2026y / 1 / 1, today) == "1 Jan");
  CHECK(near_day(2027y / 1 / 1, today) == "1 Jan 2027");
  CHECK(clock({9, 5, 30}) == "09:05");
  CHECK(iso_time({14, 0, 7}) == "14:00:07");
  CHECK(hours(870) == "14 h 30");
  CHECK(hours(65) == "1 h 05");
  CHECK(hours(45) == "45 min");
  CHECK(hours(120) == "2 h");
}

TEST_CASE("no day is shown without harm") {
  CHECK(iso(Date{}) == "0000-00-00");
  CHECK(full_day(Date{}) == "? 0 ? 0");
  CHECK(short_day(Date{}) == "? 0 ?");
}

TEST_CASE("whatever is typed gives a day that exists or a refusal with a hint") {
  constexpr unsigned seed = 20261124;
  CAPTURE(seed);
  std::mt19937 random{seed};
  const std::vector<std::string> pieces{"2026", "0",   "13",    "-",    "/",      ".",    ":",
                                        " ",    "in ", " ago",  "a ",   "day",    "week", "m",
                                        "y",    "fri", "next ", "nov",  "w",      "W48",  "99999",
                                        "29",   "eom", "+",     "\xFF", "\u0660", "h",    "last "};
  std::uniform_int_distribution<std::size_t> piece{0, pieces.size() - 1};
  std::uniform_int_distribution<int> number{1, 6};
  for (int round = 0; round < 8'000; ++round) {
    std::string typed;
    for (int left = number(random); left > 0; --left) typed += pieces[piece(random)];
    CAPTURE(typed);
    const auto looks = round % 2 == 0 ? Looks::back : Looks::ahead;
    try {
      const auto day = parse_date(typed, looks, today);
      REQUIRE(day.ok());
      REQUIRE(iso_date(iso(day)) == day);
      REQUIRE(parse_period(typed, today).first.ok());
    } catch (const Misunderstood& refused) {
      REQUIRE_FALSE(refused.hint.empty());
    }
    try {
      const auto read = parse_period(typed, today);
      REQUIRE(read.first.ok());
      REQUIRE(read.last.ok());
      REQUIRE(read.first <= read.last);
    } catch (const Misunderstood& refused) {
      REQUIRE_FALSE(refused.hint.empty());
    }
  }
}

}  // namespace
}  // namespace coach
