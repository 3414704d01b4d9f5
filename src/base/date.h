// Days and times as people type and read them. Nothing here asks for the present: today is an
// argument.
//
// Typed notations are those of DESIGN.md §4. Which way a relative day looks belongs to the field
// that is being filled, so it is an argument as well; nothing is ever guessed.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace coach {

/// A day of the Gregorian calendar, years 1 to 9999. Default is "no day" (`ok()` is false).
using Date = std::chrono::year_month_day;

/// A wall-clock time, to the minute (TOML's local time; its seconds are kept when reading).
struct Time {
  int hour = 0;    // 0 to 23
  int minute = 0;  // 0 to 59
  int second = 0;  // 0 to 59
  auto operator<=>(const Time&) const = default;
};

/// back: a day that was (a log): "fri" is the last Friday, today included. ahead: a day to come
/// (due): "fri" is the next Friday, today not included.
enum class Looks { back, ahead };

/// First and last day, both included.
struct Period {
  Date first;
  Date last;
  bool operator==(const Period&) const = default;
};

/// Reads one day as typed: 2026-10-05, 10-05 (the nearest such day in the direction), today,
/// yesterday, tomorrow, mon...sunday, "next fri" (where that is not in the running week, of which
/// people mean two things by it), 17 nov, "nov 17, 2026", "3 days ago", "in two weeks", -3d, +10d,
/// -2w, +1m, eom (the last day of today's month). Letters in any case, blanks around ignored.
/// Throws Misunderstood with the reason and examples for anything else: 10/05 (ambiguous),
/// 2026-02-30 (no such day), 2026-11-7 (two digits wanted), and for a day outside the years 1 to
/// 9999.
Date parse_date(std::string_view typed, Looks looks, Date today);

/// A period as typed for --from and --to: whatever parse_date takes (one day, looking back), nov
/// (the latest November that has begun), 2026-11, 2026, 2026-W48 (ISO week, Monday to Sunday).
Period parse_period(std::string_view typed, Date today);

/// 9:05, 14:00, 14:00:30, 3pm, 2:30 pm. Throws Misunderstood.
Time parse_time(std::string_view typed);

/// Whole minutes: 45, 45m, 1h, 1h30, 1h30m, "1 h 30". 0 to 1440. Throws Misunderstood.
int parse_minutes(std::string_view typed);

/// The day of exact ISO form YYYY-MM-DD, or nothing.
std::optional<Date> iso_date(std::string_view text);

Date add_days(Date day, int number);   // no day where that lies outside the years 1 to 9999
int days_between(Date from, Date to);  // negative where `to` is earlier

std::string iso(Date day);        // 2026-11-24
std::string day_month(Date day);  // 24 Nov
std::string short_day(Date day);  // Tue 24 Nov
std::string long_day(Date day);   // Tue 24 Nov 2026
std::string full_day(Date day);   // Tuesday 24 November 2026
/// The same day some months later (earlier: below 0), or the last one that month has.
Date add_months(Date day, std::int64_t months);
std::string month_year(Date day);  // November 2026
/// "24 Nov" within the year of `today`, else "24 Nov 2027": short where it cannot be mistaken.
std::string near_day(Date day, Date today);

std::string clock(Time time);                // 14:00
std::string iso_time(Time time);             // 14:00:00
std::string hours(int minutes);              // "14 h 30", "45 min", "2 h"
std::string hours_and_minutes(int minutes);  // "14:30", "0:45": in columns

}  // namespace coach
