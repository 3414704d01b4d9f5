// Readers are tried one after the other: one that does not know its notation answers with nothing,
// one that knows it and finds no such day throws and says why.
#include "base/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "base/error.h"
#include "base/text.h"

namespace coach {
namespace {

using std::chrono::days;
using std::chrono::month;
using std::chrono::month_day;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;

constexpr std::array<std::string_view, 12> month_names{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> weekday_names{
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::size_t short_name = 3;  // letters that tell months and weekdays apart

constexpr std::string_view day_examples =
    "a day is 2026-10-05, 10-05, 5 oct, today, fri, \"3 days ago\", in 2 weeks";
constexpr std::string_view period_examples =
    "a period is nov, 2026-11, 2026, 2026-W48, or one day: 2026-10-05, today, \"3 days ago\"";
constexpr std::string_view time_examples = "a time is 9:05, 14:00 or 2pm";
constexpr std::string_view minutes_examples = "a duration is 45, 45m, 1h or 1h30, up to 24h";
constexpr int minutes_of_a_day = 24 * 60;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// As the readers below want it: lower case, single blanks, none around.
std::string plain(std::string_view typed) {
  std::string out;
  for (const char c : trimmed(typed)) {
    if (c != ' ' && c != '\t') {
      out += lower(c);
    } else if (!out.ends_with(' ')) {
      out += ' ';
    }
  }
  return out;
}

/// What was typed, for a message: nobody wants to read a pasted page again.
std::string said(std::string_view typed) { return cut(trimmed(typed), 40); }

/// What stands at the front is taken off, or is not there.
struct Front {
  std::string_view rest;

  bool take(std::string_view word) {
    if (!rest.starts_with(word)) return false;
    rest.remove_prefix(word.size());
    return true;
  }
  void skip_blank() { take(" "); }
  std::string_view word() {
    const auto end = std::find_if_not(rest.begin(), rest.end(), is_letter);
    const auto found = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
    rest.remove_prefix(found.size());
    return found;
  }
  /// Stays at its largest for more digits: beyond every limit of a day or a duration anyway.
  std::optional<int> number() {
    constexpr int largest = 99'999'999;
    if (rest.empty() || !is_digit(rest.front())) return std::nullopt;
    int value = 0;
    for (; !rest.empty() && is_digit(rest.front()); rest.remove_prefix(1))
      value = std::min(largest, value * 10 + (rest.front() - '0'));
    return value;
  }
};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool within_years(Date day) {
  return day.ok() && day.year() >= year{1} && day.year() <= year{9999};
}

Date within_years(std::string_view text, Date day) {
  if (within_years(day)) return day;
  throw Misunderstood(fmt::format("{} lies outside the years 1 to 9999", said(text)),
                      std::string(day_examples));
}

/// The place of the name that `word` is, or begins with at least three letters ("tues", "sept").
template <std::size_t N>
std::optional<unsigned> place_of(std::string_view word,
                                 const std::array<std::string_view, N>& names) {
  if (word.size() < short_name) return std::nullopt;
  for (unsigned at = 0; at < N; ++at)
    if (plain(names[at]).starts_with(word)) return at;
  return std::nullopt;
}

Date last_of_month(year in, month of) {
  return std::chrono::year_month_day_last{in / of / std::chrono::last};
}

}  // namespace

Date add_months(Date day, std::int64_t months) {
  const std::int64_t moved =
      std::int64_t{int(day.year())} * 12 + unsigned(day.month()) - 1 + months;
  if (moved < 12 || moved >= 120'000) return {};
  const year in{static_cast<int>(moved / 12)};
  const month of{static_cast<unsigned>(moved % 12) + 1};
  return in / of / std::min(day.day(), last_of_month(in, of).day());
}

namespace {

Date moved(Date day, std::int64_t amount, std::string_view unit) {
  if (is_one_of(unit, {"m", "month", "months"})) return add_months(day, amount);
  if (is_one_of(unit, {"y", "year", "years"})) return add_months(day, amount * 12);
  return add_days(day,
                  static_cast<int>(is_one_of(unit, {"d", "day", "days"}) ? amount : amount * 7));
}

bool is_unit(std::string_view word) {
  return is_one_of(word, {"d", "day", "days", "w", "week", "weeks", "m", "month", "months", "y",
                          "year", "years"});
}

/// A number in digits or, up to ten, in letters; "a" is one.
std::optional<int> small_number(Front& front) {
  static constexpr std::array<std::string_view, 11> names{"a ",     "one ",  "two ", "three ",
                                                          "four ",  "five ", "six ", "seven ",
                                                          "eight ", "nine ", "ten "};
  for (std::size_t i = 0; i < names.size(); ++i)
    if (front.take(names[i])) return i == 0 ? 1 : static_cast<int>(i);
  return front.number();
}

/// -3d, +10d, in 2 weeks, in two weeks, a month ago.
std::optional<Date> relative_day(std::string_view text, Date today) {
  Front front{text};
  int direction = front.take("in ") || front.take("+") ? 1 : front.take("-") ? -1 : 0;
  const auto amount = small_number(front);
  if (!amount) return std::nullopt;
  front.skip_blank();
  const auto unit = front.word();
  if (!is_unit(unit)) return std::nullopt;
  if (direction == 0 && front.take(" ago")) direction = -1;
  if (direction == 0 || !front.rest.empty()) return std::nullopt;
  return within_years(text, moved(today, std::int64_t{direction} * *amount, unit));
}

unsigned days_from(weekday first, weekday second) {
  return static_cast<unsigned>((second - first).count());
}

weekday weekday_of(Date day) { return weekday{sys_days{day}}; }

Date latest_not_after(Date day, weekday wanted) {
  return add_days(day, -static_cast<int>(days_from(wanted, weekday_of(day))));
}

Date monday_of(Date day) { return latest_not_after(day, std::chrono::Monday); }

weekday weekday_at(unsigned place) { return weekday{place + 1}; }

std::optional<Date> weekday_day(std::string_view text, Looks looks, Date today) {
  const auto place = place_of(text, weekday_names);
  if (!place) return std::nullopt;
  const auto latest = latest_not_after(today, weekday_at(*place));
  return within_years(text, looks == Looks::back ? latest : add_days(latest, 7));
}

/// "next fri", "last fri". Said of a day of the running week, people mean either of two days by it.
std::optional<Date> next_or_last_weekday(std::string_view text, Date today) {
  Front front{text};
  const bool next = front.take("next ");
  if (!next && !front.take("last ")) return std::nullopt;
  const auto place = place_of(front.rest, weekday_names);
  if (!place) return std::nullopt;
  const auto wanted = weekday_at(*place);
  const auto near = next ? add_days(latest_not_after(today, wanted), 7)
                         : latest_not_after(add_days(today, -1), wanted);
  if (!near.ok() || monday_of(near) != monday_of(today)) return within_years(text, near);
  const auto far = add_days(near, next ? 7 : -7);
  throw Misunderstood(
      fmt::format("{} could be {} or {}", said(text), short_day(near), short_day(far)),
      fmt::format("write {} or {}", iso(near), iso(far)));
}

std::optional<Date> named_day(std::string_view text, Date today) {
  if (text == "today") return today;
  if (text == "yesterday") return within_years(text, add_days(today, -1));
  if (text == "tomorrow") return within_years(text, add_days(today, 1));
  if (text == "eom") return last_of_month(today.year(), today.month());
  return std::nullopt;
}

/// Numbers of at most four digits between marks of one sort: 2026-10-05, 10/05, 14:00.
struct Numbers {
  char mark = 0;
  std::vector<std::string_view> parts;

  unsigned operator[](std::size_t at) const {
    Front part{parts[at]};
    return static_cast<unsigned>(part.number().value_or(0));
  }
  bool has_widths(std::initializer_list<std::size_t> widths) const {
    return std::equal(
        parts.begin(), parts.end(), widths.begin(), widths.end(),
        [](std::string_view part, std::size_t width) { return part.size() == width; });
  }
};

std::optional<Numbers> numbers_of(std::string_view text, std::string_view marks) {
  Numbers numbers;
  std::size_t begin = 0;
  while (true) {
    std::size_t end = begin;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end == begin || end - begin > 4) return std::nullopt;
    numbers.parts.push_back(text.substr(begin, end - begin));
    if (end == text.size()) break;
    if (marks.find(text[end]) == std::string_view::npos) return std::nullopt;
    if (numbers.mark != 0 && numbers.mark != text[end]) return std::nullopt;
    numbers.mark = text[end];
    begin = end + 1;
  }
  if (numbers.parts.size() != 2 && numbers.parts.size() != 3) return std::nullopt;
  return numbers;
}

month_day month_and_day(unsigned of, unsigned on) { return month{of} / std::chrono::day{on}; }

std::string dashed(month_day when) {
  return fmt::format("{:02}-{:02}", unsigned(when.month()), unsigned(when.day()));
}

/// The nearest such day; 29 February may be eight years off (1896 to 1904).
Date nearest_such(month_day when, Looks looks, Date today) {
  for (int years = 0; years <= 8; ++years) {
    const Date day{today.year() + std::chrono::years{looks == Looks::back ? -years : years},
                   when.month(), when.day()};
    if (within_years(day) && (looks == Looks::back ? day <= today : day > today)) return day;
  }
  return {};
}

Misunderstood no_such_day(std::string_view text) {
  return Misunderstood("no such day, " + said(text), std::string(day_examples));
}

Date month_day_as_typed(std::string_view text, const Numbers& numbers, Looks looks, Date today) {
  const auto when = month_and_day(numbers[0], numbers[1]);
  if (when.ok()) return within_years(text, nearest_such(when, looks, today));
  const auto turned = month_and_day(numbers[1], numbers[0]);
  if (!turned.ok()) throw no_such_day(text);
  throw Misunderstood("no such day, " + said(text), "the month comes first: " + dashed(turned));
}

Misunderstood year_first_refused(std::string_view text, const Numbers& numbers) {
  const Date meant{year{static_cast<int>(numbers[0])}, month{numbers[1]},
                   std::chrono::day{numbers[2]}};
  const bool short_enough = numbers.parts[1].size() <= 2 && numbers.parts[2].size() <= 2;
  if (!short_enough || !within_years(meant)) return no_such_day(text);
  return Misunderstood(fmt::format("{} needs {}", said(text),
                                   numbers.mark == '-' ? "two digits for month and day" : "dashes"),
                       "write " + iso(meant));
}

/// 10/05, 10.05, 5/10/2026, 05-10-2026: half the world reads the day first, half the month.
Misunderstood two_readings_refused(std::string_view text, const Numbers& numbers, Looks looks,
                                   Date today) {
  const bool has_year = numbers.parts.size() == 3;
  const auto dated = [&](month_day when) {
    if (!has_year) return nearest_such(when, looks, today);
    return Date{year{static_cast<int>(numbers[2])}, when.month(), when.day()};
  };
  auto month_first = month_and_day(numbers[0], numbers[1]);
  const auto day_first = month_and_day(numbers[1], numbers[0]);
  const bool either = within_years(dated(month_first)) && within_years(dated(day_first));
  if (!within_years(dated(month_first))) month_first = day_first;
  if (!within_years(dated(month_first))) return no_such_day(text);
  const auto other = has_year ? iso(dated(either ? day_first : month_first)) : dashed(month_first);
  const auto hint = iso(dated(month_first)) == other
                        ? "write " + other
                        : fmt::format("write {} or {}", iso(dated(month_first)), other);
  if (!either || month_first == day_first)
    return Misunderstood(fmt::format("{} is not how a day is written here", said(text)), hint);
  return Misunderstood(
      fmt::format("{} could be {} {} or {} {}", said(text),
                  month_names[unsigned(month_first.month()) - 1], unsigned(month_first.day()),
                  unsigned(day_first.day()), month_names[unsigned(day_first.month()) - 1]),
      hint);
}

Misunderstood numbers_refused(std::string_view text, const Numbers& numbers, Looks looks,
                              Date today) {
  const bool two = numbers.parts.size() == 2;
  if (numbers.parts[0].size() > 2)
    return two ? Misunderstood(said(text) + " is no day", std::string(day_examples))
               : year_first_refused(text, numbers);
  if (numbers.parts[1].size() > 2) return no_such_day(text);
  if (!two && numbers.parts[2].size() != 4)
    return Misunderstood(said(text) + " needs a year of four digits", std::string(day_examples));
  const auto when = month_and_day(numbers[0], numbers[1]);
  if (two && numbers.mark == '-' && when.ok())
    return Misunderstood(said(text) + " needs two digits for month and day",
                         "write " + dashed(when));
  return two_readings_refused(text, numbers, looks, today);
}

std::optional<Date> numbered_day(std::string_view text, Looks looks, Date today) {
  const auto numbers = numbers_of(text, "-/.");
  if (!numbers) return std::nullopt;
  if (numbers->mark == '-' && numbers->has_widths({4, 2, 2})) {
    if (const auto day = iso_date(text)) return day;
    throw no_such_day(text);
  }
  if (numbers->mark == '-' && numbers->has_widths({2, 2}))
    return month_day_as_typed(text, *numbers, looks, today);
  throw numbers_refused(text, *numbers, looks, today);
}

/// 17 nov, november 17, "nov 17, 2026": a month in letters leaves no doubt about the order.
std::optional<Date> day_of_named_month(std::string_view text, Looks looks, Date today) {
  Front front{text};
  auto on = front.number();
  front.skip_blank();
  const auto of = place_of(front.word(), month_names);
  if (!of) return std::nullopt;
  front.skip_blank();
  if (!on) on = front.number();
  if (!on) return std::nullopt;
  front.take(",");
  front.skip_blank();
  const auto in = front.number();
  if (!front.rest.empty()) return std::nullopt;
  const auto when = month_and_day(*of + 1, static_cast<unsigned>(*on));
  if (!when.ok()) throw no_such_day(text);
  if (!in) return within_years(text, nearest_such(when, looks, today));
  const Date day{year{*in}, when.month(), when.day()};
  if (*in < 1000 || !within_years(day)) throw no_such_day(text);
  return day;
}

std::optional<Date> day_as_typed(std::string_view text, Looks looks, Date today) {
  if (const auto day = numbered_day(text, looks, today)) return day;
  if (const auto day = day_of_named_month(text, looks, today)) return day;
  if (const auto day = named_day(text, today)) return day;
  if (const auto day = weekday_day(text, looks, today)) return day;
  if (const auto day = next_or_last_weekday(text, today)) return day;
  return relative_day(text, today);
}

std::vector<std::string> day_words() {
  std::vector<std::string> words{"today", "yesterday", "tomorrow", "eom"};
  for (const auto name : weekday_names) words.push_back(plain(name));
  return words;
}

Misunderstood unreadable(std::string_view typed, std::string_view what,
                         const std::vector<std::string>& words, std::string_view examples) {
  if (trimmed(typed).empty())
    return Misunderstood(fmt::format("no {} given", what), std::string(examples));
  auto hint = did_you_mean(typed, words);
  if (!hint.empty()) hint += '\n';
  return Misunderstood(fmt::format("\"{}\" is no {}", said(typed), what), hint.append(examples));
}

Period whole_month(year in, month of) { return {in / of / 1, last_of_month(in, of)}; }

Misunderstood no_such(std::string_view what, std::string_view text) {
  return Misunderstood(fmt::format("no such {}, {}", what, said(text)),
                       std::string(period_examples));
}

bool is_year(unsigned number) { return number >= 1 && number <= 9999; }

/// 2026 and 2026-11.
std::optional<Period> year_or_month(std::string_view text) {
  if (text.size() == 4 && std::all_of(text.begin(), text.end(), is_digit)) {
    const auto number = Front{text}.number().value_or(0);
    if (number == 0) throw no_such("year", text);
    return Period{year{number} / 1 / 1, year{number} / 12 / 31};
  }
  const auto numbers = numbers_of(text, "-");
  if (!numbers || numbers->parts.size() != 2 || numbers->parts[0].size() != 4) return std::nullopt;
  const month of{(*numbers)[1]};
  if (!is_year((*numbers)[0]) || !of.ok() || numbers->parts[1].size() > 2)
    throw no_such("month", text);
  const year in{static_cast<int>((*numbers)[0])};
  if (numbers->parts[1].size() != 2)
    throw Misunderstood(said(text) + " needs two digits for the month",
                        fmt::format("write {:04}-{:02}", int(in), unsigned(of)));
  return whole_month(in, of);
}

std::optional<Period> named_month(std::string_view text, Date today) {
  const auto place = place_of(text, month_names);
  if (!place) return std::nullopt;
  const month of{*place + 1};
  auto in = today.year();
  if (of > today.month()) --in;
  return whole_month(within_years(text, in / of / 1).year(), of);
}

/// ISO 8601: week 1 holds 4 January, and a week belongs to the year of its Thursday.
std::optional<Period> iso_week(std::string_view text) {
  Front front{text};
  const auto in = front.number();
  const bool four_digits = text.size() - front.rest.size() == 4;
  if (!in || !four_digits || !front.take("-w")) return std::nullopt;
  const auto digits = front.rest.size();
  const auto week = front.number();
  if (!week || !front.rest.empty() || digits > 2) return std::nullopt;
  const auto written = fmt::format("{:04}-W{:02}", *in, *week);
  if (!is_year(static_cast<unsigned>(*in)) || *week < 1) throw no_such("week", written);
  if (digits != 2)
    throw Misunderstood(fmt::format("{:04}-W{} needs two digits for the week", *in, *week),
                        "write " + written);
  const auto monday = add_days(monday_of(year{*in} / 1 / 4), (*week - 1) * 7);
  if (!monday.ok() || add_days(monday, 3).year() != year{*in}) throw no_such("week", written);
  return Period{monday, within_years(written, add_days(monday, 6))};
}

std::vector<std::string> period_words() {
  auto words = day_words();
  for (const auto name : month_names) words.push_back(plain(name));
  return words;
}

std::string_view name_of(month of) { return of.ok() ? month_names[unsigned(of) - 1] : "?"; }

std::string_view weekday_name(Date day) {
  return day.ok() ? weekday_names[weekday_of(day).iso_encoding() - 1] : "?";
}

}  // namespace

Date parse_date(std::string_view typed, Looks looks, Date today) {
  if (const auto day = day_as_typed(plain(typed), looks, today)) return *day;
  throw unreadable(typed, "day", day_words(), day_examples);
}

Period parse_period(std::string_view typed, Date today) {
  const auto text = plain(typed);
  if (const auto period = year_or_month(text)) return *period;
  if (const auto period = named_month(text, today)) return *period;
  if (const auto period = iso_week(text)) return *period;
  if (const auto day = day_as_typed(text, Looks::back, today)) return {*day, *day};
  throw unreadable(typed, "day or period", period_words(), period_examples);
}

Time parse_time(std::string_view typed) {
  auto text = plain(typed);
  std::optional<int> half;  // of the day, in hours, where am or pm says which
  for (const auto& [word, hours_on] : {std::pair("am", 0), std::pair("pm", 12)}) {
    if (!text.ends_with(word)) continue;
    text = trimmed(text.substr(0, text.size() - 2));
    if (text.find(':') == text.npos) text += ":00";
    half = hours_on;
  }
  const auto numbers = numbers_of(text, ":");
  if (!numbers || numbers->parts[0].size() > 2 || numbers->parts[1].size() != 2 ||
      numbers->parts.back().size() != 2)
    throw unreadable(typed, "time", {}, time_examples);
  const auto at = [&](std::size_t part) { return static_cast<int>((*numbers)[part]); };
  const int hour = half && at(0) >= 1 && at(0) <= 12 ? at(0) % 12 + *half : at(0);
  const Time time{hour, at(1), numbers->parts.size() == 3 ? at(2) : 0};
  if (half && (at(0) < 1 || at(0) > 12))
    throw Misunderstood("no such time, " + said(typed), std::string(time_examples));
  if (time.hour <= 23 && time.minute <= 59 && time.second <= 59) return time;
  throw Misunderstood("no such time, " + said(typed), std::string(time_examples));
}

int parse_minutes(std::string_view typed) {
  const auto text = plain(typed);
  Front front{text};
  const auto first = front.number();
  if (!first) throw unreadable(typed, "duration", {}, minutes_examples);
  front.skip_blank();
  auto unit = front.word();
  std::int64_t total = *first;
  if (is_one_of(unit, {"h", "hour", "hours"})) {
    front.skip_blank();
    const auto beside = front.number();
    if (beside.value_or(0) > 59)
      throw Misunderstood(fmt::format("{} has more than 59 minutes beside its hours", said(typed)),
                          std::string(minutes_examples));
    total = total * 60 + beside.value_or(0);
    if (beside) front.skip_blank();
    unit = beside ? front.word() : std::string_view{};
  }
  if (!front.rest.empty() || !is_one_of(unit, {"", "m", "min", "minute", "minutes"}))
    throw unreadable(typed, "duration", {}, minutes_examples);
  if (total > minutes_of_a_day)
    throw Misunderstood(said(typed) + " is more than a day", std::string(minutes_examples));
  return static_cast<int>(total);
}

std::optional<Date> iso_date(std::string_view text) {
  // Plainly: every file's name and every day in it comes by here.
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  bool digits = true;
  const auto number = [&](std::size_t from, std::size_t count) {
    unsigned value = 0;
    for (const char c : text.substr(from, count)) {
      digits = digits && is_digit(c);
      value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value;
  };
  const Date day{year{static_cast<int>(number(0, 4))}, month{number(5, 2)},
                 std::chrono::day{number(8, 2)}};
  if (!digits) return std::nullopt;
  return within_years(day) ? std::optional(day) : std::nullopt;
}

Date add_days(Date day, int number) {
  if (!day.ok()) return {};
  const auto since = sys_days{day}.time_since_epoch() + days{number};
  constexpr auto first = sys_days{year{1} / 1 / 1}.time_since_epoch();
  constexpr auto last = sys_days{year{9999} / 12 / 31}.time_since_epoch();
  return since < first || since > last ? Date{} : Date{sys_days{since}};
}

int days_between(Date from, Date to) {
  return static_cast<int>((sys_days{to} - sys_days{from}).count());
}

std::string iso(Date day) {
  return fmt::format("{:04}-{:02}-{:02}", int(day.year()), unsigned(day.month()),
                     unsigned(day.day()));
}

std::string day_month(Date day) {
  return fmt::format("{} {}", unsigned(day.day()), name_of(day.month()).substr(0, short_name));
}

std::string short_day(Date day) {
  return fmt::format("{} {}", weekday_name(day).substr(0, short_name), day_month(day));
}

std::string long_day(Date day) { return fmt::format("{} {}", short_day(day), int(day.year())); }

std::string full_day(Date day) {
  return fmt::format("{} {} {}", weekday_name(day), unsigned(day.day()), month_year(day));
}

std::string month_year(Date day) {
  return fmt::format("{} {}", name_of(day.month()), int(day.year()));
}

std::string near_day(Date day, Date today) {
  if (day.year() == today.year()) return day_month(day);
  return fmt::format("{} {}", day_month(day), int(day.year()));
}

std::string clock(Time time) { return fmt::format("{:02}:{:02}", time.hour, time.minute); }

std::string iso_time(Time time) {
  return fmt::format("{:02}:{:02}:{:02}", time.hour, time.minute, time.second);
}

std::string hours(int minutes) {
  if (minutes < 60) return fmt::format("{} min", minutes);
  if (minutes % 60 == 0) return fmt::format("{} h", minutes / 60);
  return fmt::format("{} h {:02}", minutes / 60, minutes % 60);
}

std::string hours_and_minutes(int minutes) {
  return fmt::format("{}:{:02}", minutes / 60, minutes % 60);
}

}  // namespace coach
