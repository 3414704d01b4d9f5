// Slips are told apart by the token alone: its shape, or how it begins.
#include "toml/slip.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/date.h"
#include "base/text.h"
#include "toml/write.h"

namespace coach {
namespace {

/// A token as it was meant, most likely.
struct Meant {
  std::string text;         // what is wrong
  std::string replacement;  // for the token; empty: no line to show
  std::string hint{};       // instead of the line
};

std::string_view part(std::string_view text, Span span) {
  const auto begin = std::min(span.begin, text.size());
  return text.substr(begin, std::min(span.end, text.size()) - begin);
}

Span line_at(std::string_view text, std::size_t at) {
  at = std::min(at, text.size());
  const auto before = text.substr(0, at).rfind('\n');
  auto begin = before == std::string_view::npos ? 0 : before + 1;
  if (begin == 0 && text.starts_with("\xEF\xBB\xBF")) begin = 3;
  const auto end = std::min(text.find('\n', at), text.size());
  return {std::min(begin, end), end};
}

/// The line with the token replaced, without its comment; the replacement alone where it is long.
std::string right_line(std::string_view text, Span token, std::string_view replacement) {
  const Span line = line_at(text, token.begin);
  const auto head = part(text, {line.begin, token.begin});
  auto tail = part(text, {std::min(token.end, line.end), line.end});
  tail = tail.substr(0, tail.find('#'));
  const std::string whole = fmt::format("{}{}{}", head, replacement, tail);
  const std::string_view shown = trimmed(whole);
  return std::string(code_points(shown) > 100 ? trimmed(replacement) : shown);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_loose_word(std::string_view why) {
  return why == "text needs quotes" || why.starts_with("this is no number");
}

/// The token with d for every digit.
std::string shape(std::string_view token) {
  std::string shape(token);
  std::replace_if(shape.begin(), shape.end(), is_digit, 'd');
  return shape;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string two_digits(std::string_view digits) {
  return digits.size() == 1 ? fmt::format("0{}", digits) : std::string(digits);
}

std::string days_of_month(std::string_view day) {
  const auto year = std::chrono::year{static_cast<int>(number_of(day.substr(0, 4)))};
  const auto month = std::chrono::month{static_cast<unsigned>(number_of(day.substr(5, 2)))};
  if (!month.ok()) return "a year has 12 months";
  const Date last = std::chrono::year_month_day_last{year, std::chrono::month_day_last{month}};
  return fmt::format("{} has {} days", month_year(last), static_cast<unsigned>(last.day()));
}

std::optional<Meant> meant_time(std::string_view token) {
  const std::string form = shape(token);
  if (!is_one_of(form, {"d:dd", "dd:dd", "d:dd:dd", "dd:dd:dd"})) return std::nullopt;
  const auto colon = token.find(':');
  std::string time = two_digits(token.substr(0, colon)) + std::string(token.substr(colon));
  const bool seconds = time.size() == 8;
  if (!seconds) time += ":00";
  const auto at = [&](std::size_t place) { return number_of(time.substr(place, 2)); };
  if (at(0) > 23 || at(3) > 59 || at(6) > 59)
    return Meant{fmt::format("no such time, {}", token), "", "a day ends at 23:59:59"};
  if (!seconds) return Meant{"a time needs its seconds", time};
  return Meant{"the hour of a time has two digits", time};
}

std::optional<Meant> meant_day(std::string_view token) {
  std::string form = shape(token);
  std::replace_if(
      form.begin(), form.end(), [](char c) { return c == '/' || c == '.'; }, '-');
  if (is_one_of(form, {"d-d-dd", "d-d-dddd", "d-dd-dd", "d-dd-dddd", "dd-d-dd", "dd-d-dddd",
                       "dd-dd-dd", "dd-dd-dddd"}))
    return Meant{"a day begins with its year", "",
                 "write the year, the month and the day, as in 2026-11-24"};
  if (!is_one_of(form, {"dddd-d-d", "dddd-d-dd", "dddd-dd-d", "dddd-dd-dd"})) return std::nullopt;
  const auto second = form.find('-', 5);
  const std::string day =
      fmt::format("{}-{}-{}", token.substr(0, 4), two_digits(token.substr(5, second - 5)),
                  two_digits(token.substr(second + 1)));
  if (!iso_date(day)) return Meant{fmt::format("no such day, {}", token), "", days_of_month(day)};
  if (form.size() < 10) return Meant{"a day has two digits for its month and its day", day};
  return Meant{"a day is written with -", day};
}

std::optional<Meant> meant_day_and_time(std::string_view token) {
  const auto between = token.find_first_of(" Tt");
  if (between == std::string_view::npos) return std::nullopt;
  const auto day = token.substr(0, between);
  const auto time = token.substr(between + 1);
  if (shape(day) != "dddd-dd-dd") return std::nullopt;
  if (!iso_date(day)) return meant_day(day);
  auto meant = meant_time(time.substr(0, 8));
  if (meant && !meant->replacement.empty())
    meant->replacement = fmt::format("{}{}{}", day, token[between], meant->replacement);
  return meant;
}

std::optional<Meant> meant_word(std::string_view token) {
  const std::string word = lower_ascii(token);
  if (word == "true" || word == "false")
    return Meant{"true and false are written in small letters", word};
  if (word == "yes") return Meant{"yes is written true", "true"};
  if (word == "no") return Meant{"no is written false", "false"};
  return std::nullopt;
}

std::optional<Meant> meant_number(std::string_view token) {
  const auto digits = std::min(token.find_first_not_of("0123456789"), token.size());
  const auto number = token.substr(0, digits);
  const auto rest = token.substr(digits);
  const auto is_all_digits = [](std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
  };
  if (token.starts_with('.') && is_all_digits(token.substr(1)))
    return Meant{"a number has a digit before its point", fmt::format("0{}", token)};
  if (number.empty()) return std::nullopt;
  if (rest == ".") return Meant{"a number has a digit behind its point", fmt::format("{}0", token)};
  if (rest.starts_with(',') && is_all_digits(rest.substr(1)))
    return Meant{"a number has a point, no comma", fmt::format("{}.{}", number, rest.substr(1))};
  if (rest.empty() && number.size() > 1 && number.front() == '0') {
    const auto first = std::min(number.find_first_not_of('0'), number.size() - 1);
    return Meant{"a number does not begin with 0", std::string(number.substr(first))};
  }
  const auto unit = trimmed(rest);
  if (!unit.empty() && std::all_of(unit.begin(), unit.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '%';
      }))
    return Meant{"a number stands without its unit", std::string(number)};
  return std::nullopt;
}

constexpr std::array<std::string_view, 8> curly_quotes = {"“", "”", "„", "‟", "‘", "’", "«", "»"};

std::optional<Meant> meant_curly(std::string_view token) {
  const auto begins = [&](std::string_view quote) { return token.starts_with(quote); };
  const auto open = std::find_if(curly_quotes.begin(), curly_quotes.end(), begins);
  if (open == curly_quotes.end()) return std::nullopt;
  token.remove_prefix(open->size());
  for (const auto quote : curly_quotes)
    if (token.ends_with(quote)) token.remove_suffix(quote.size());
  return Meant{"these quotes are curly, text stands between straight ones", quoted(token)};
}

std::string with_backslash_before_quotes(std::string_view inner) {
  std::string text;
  for (std::size_t i = 0; i < inner.size(); ++i) {
    if (inner[i] == '"' && (i == 0 || inner[i - 1] != '\\')) text += '\\';
    text += inner[i];
  }
  return text;
}

bool fits_single_quotes(std::string_view inner) {
  return inner.find_first_of("'\\") == std::string_view::npos;
}

/// A token that begins with a quote, and goes on behind the next one.
Meant meant_quotes(std::string_view token) {
  const char quote = token.front();
  const auto last = token.rfind(quote);
  const auto next = token.find(quote, 1);
  const bool once_more = last > next;
  // "say" no: what follows belongs to the text as well.
  std::string inner(token.substr(1, once_more ? last - 1 : std::string_view::npos));
  if (!once_more && next != std::string_view::npos) inner.erase(next - 1, 1);
  if (quote == '\'') {
    if (!once_more) return {"something stands behind the text", quoted(inner)};
    return {"a single quote stands within single quotes", quoted(inner)};
  }
  if (!once_more) return {"something stands behind the text", fmt::format("\"{}\"", inner)};
  const std::string text = "a quote stands within quotes";
  if (fits_single_quotes(inner)) return {text, fmt::format("'{}'", inner)};
  return {text, fmt::format("\"{}\"", with_backslash_before_quotes(inner))};
}

std::optional<Meant> meant_by(std::string_view token) {
  if (auto meant = meant_time(token)) return meant;
  if (auto meant = meant_day(token)) return meant;
  if (auto meant = meant_day_and_time(token)) return meant;
  if (auto meant = meant_word(token)) return meant;
  if (auto meant = meant_number(token)) return meant;
  return meant_curly(token);
}

/// What a word without quotes was meant to be: text, where it is nothing else.
std::string mended_word(std::string_view token) {
  const auto meant = meant_by(token);
  return meant && !meant->replacement.empty() ? meant->replacement : quoted(token);
}

/// The same slip is often made several times in a line: the line shown shall be right as a whole.
std::string mended(std::string line) {
  for (int rounds = 0; rounds < 20; ++rounds) {
    const Scan scanned = scan(line);
    if (scanned.passed() || !is_loose_word(scanned.refused)) break;
    const auto token = part(line, scanned.refused_at);
    line.replace(scanned.refused_at.begin, token.size(), mended_word(token));
  }
  return line;
}

Slip shown(std::string_view text, Span at, const Meant& meant) {
  if (meant.replacement.empty()) return {at, meant.text, meant.hint};
  return {at, meant.text, "write  " + mended(right_line(text, at, meant.replacement))};
}

/// Both ways to write a quote within quotes, where both can be.
Slip shown_quotes(std::string_view text, Span at) {
  const auto token = part(text, at);
  const Meant meant = meant_quotes(token);
  Slip slip = shown(text, at, meant);
  if (token.front() == '"' && meant.replacement.starts_with('\'')) {
    const auto inner = std::string_view(meant.replacement).substr(1, meant.replacement.size() - 2);
    slip.hint += fmt::format("  or \"{}\"", with_backslash_before_quotes(inner));
  }
  return slip;
}

bool is_conflict_mark(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") ||
         line.starts_with("||||||| ") ||
         is_one_of(line, {"<<<<<<<", "|||||||", "=======", ">>>>>>>"});
}

/// The line that was refused is a mark of git's, or one that opens a conflict stands before it.
std::optional<Slip> conflict(std::string_view text, std::size_t refused) {
  Span mark = line_at(text, refused);
  if (!is_conflict_mark(part(text, mark))) return std::nullopt;
  while (mark.end > mark.begin && text[mark.end - 1] == '\r') --mark.end;
  return Slip{
      mark, "git's conflict marks",
      "two people changed this part: keep one of the two sides, and take out the lines with "
      "<<<<<<<, ======= and >>>>>>>"};
}

bool is_bare_key(std::string_view text) { return !text.empty() && key_text(text) == text; }

/// `key: value`, `two words = value`, or no pair at all.
Slip slip_of_pair(std::string_view text, Span at, const std::string& why) {
  const auto line = part(text, at);
  const auto equals = line.find('=');
  const auto colon = line.find(':');
  if (colon < equals && is_bare_key(line.substr(0, colon))) {
    const auto value = trimmed(line.substr(colon + 1));
    const bool fits = scan(fmt::format("x = {}", value)).passed();
    return shown(
        text, at,
        {"an = stands between a key and its value",
         fmt::format("{} = {}", line.substr(0, colon), fits ? std::string(value) : quoted(value))});
  }
  if (equals != std::string_view::npos && equals > 0) {
    const auto key = trimmed(line.substr(0, equals));
    const Span at_key{at.begin, at.begin + key.size()};
    return shown(text, at_key,
                 {"a key of other signs than a to z, 0 to 9, - and _ needs quotes", quoted(key)});
  }
  const bool is_long = code_points(line) > 60;
  return {at, why,
          fmt::format("a line that is for you alone begins with #, as in  # {}",
                      is_long ? "a note" : line)};
}

Slip slip_of_header(std::string_view text, Span at, const std::string& why) {
  auto name = part(text, at);
  const bool of_list = name.starts_with("[[");
  name = name.substr(std::min(name.find_first_not_of("[ \t"), name.size()));
  name = trimmed(name.substr(0, name.find_first_of("]#")));
  const bool dotted = scan(fmt::format("[{}]", name)).passed();
  const std::string keys = dotted ? std::string(name) : key_text(name);
  return shown(text, at, {why, of_list ? "[[" + keys + "]]" : "[" + keys + "]"});
}

/// The text that the lone backslash stands in, where it begins and ends on its line.
Slip slip_of_backslash(std::string_view text, Span at, const std::string& why) {
  const Span line = line_at(text, at.begin);
  const auto open = part(text, {line.begin, at.begin}).find('"');
  const auto close = part(text, {at.end, line.end}).rfind('"');
  const auto token = part(text, {line.begin + open, at.end + close + 1});
  if (open == std::string_view::npos || close == std::string_view::npos ||
      token.starts_with("\"\""))
    return {at, why, "double it:  \\\\"};
  const auto inner = token.substr(1, token.size() - 2);
  std::string doubled;
  for (const char c : inner) doubled += c == '\\' ? std::string("\\\\") : std::string(1, c);
  const Span string{line.begin + open, at.end + close + 1};
  const bool literal = inner.find_first_of("'\"") == std::string_view::npos;
  Slip slip{at, why, "write  "};
  slip.hint += right_line(text, string, fmt::format("\"{}\"", doubled));
  if (literal) slip.hint += fmt::format("  or '{}'", inner);
  return slip;
}

Slip slip_of_open_quote(std::string_view text, Span at, const std::string& why) {
  const auto token = part(text, at);
  const std::string line = right_line(text, at, quoted(trimmed(token.substr(1))));
  return {
      at, why,
      fmt::format("write  {}  or, for several lines, begin and end the text with \"\"\"", line)};
}

/// Reasons of the scanner that leave no token to mend.
std::string plain_hint(std::string_view why) {
  constexpr std::array<std::array<std::string_view, 2>, 11> hints{{
      {"the three quotes that open here are never closed", "put three quotes behind the text"},
      {"the list that opens here is never closed", "put a ] behind its last value"},
      {"a comma is missing before this", "values are parted by commas, as in  [\"a\", \"b\"]"},
      {"a value is missing before this comma", "take the comma out"},
      {"no comma may stand before the }", "take the comma out"},
      {"there is an invisible control character here", "take it out"},
      {"a key is missing before the =", "a line is  key = value"},
      {"something stands behind the brackets", "put it on a line of its own"},
      {"a table in braces stands on one line, with } at its end", "put a } at the end of the line"},
      {"values are nested deeper than 100 here", "put fewer lists into one another"},
      {"tables are nested deeper than 100 here", "give the key fewer parts"},
  }};
  for (const auto& [reason, hint] : hints)
    if (reason == why) return std::string(hint);
  return {};
}

}  // namespace

Slip slip_of_refusal(std::string_view text, const Scan& scanned) {
  const Span at = scanned.refused_at;
  const std::string& why = scanned.refused;
  const auto token = part(text, at);
  if (auto slip = conflict(text, at.begin)) return *slip;
  if (why == "a lone backslash stands in this text") return slip_of_backslash(text, at, why);
  if (why == "the quote that opens here is not closed on its line")
    return slip_of_open_quote(text, at, why);
  if (why == "a value is missing behind the =")
    return {at, why,
            fmt::format("write  {}  for empty text, or take the line out",
                        right_line(text, at, "= \"\""))};
  if (why == "this is no key = value" || why == "a key is expected here")
    return slip_of_pair(text, at, why);
  if (why.starts_with("this heading needs")) return slip_of_header(text, at, why);
  if (auto hint = plain_hint(why); !hint.empty() || token.empty()) return {at, why, hint};
  if (auto meant = meant_by(token)) return shown(text, at, *meant);
  if (token.front() == '"' || token.front() == '\'') return shown_quotes(text, at);
  if (is_loose_word(why) || why == "something stands behind the value")
    return shown(text, at, {why, quoted(token)});
  return {at, why, ""};
}

namespace {

using Names = std::vector<std::string>;

/// The keys that lead from the root to what each statement names, up to the one at `last`.
std::vector<Names> names_up_to(std::string_view text, const Scan& scanned, std::size_t last) {
  std::vector<Names> all;
  Names section;
  for (std::size_t i = 0; i <= last; ++i) {
    const Statement& statement = scanned.statements[i];
    const bool is_pair = statement.kind == Statement::Kind::pair;
    Names names = is_pair ? section : Names{};
    for (const Span key : statement.key) names.push_back(unquoted(part(text, key)));
    if (!is_pair) section = names;
    all.push_back(std::move(names));
  }
  return all;
}

/// Where what the last of them names stands already: the nearest one of the same names, else one
/// that made a table of them.
std::string keep_one(std::string_view text, const Scan& scanned, const std::vector<Names>& all,
                     const Names& names) {
  std::optional<std::size_t> first;
  for (std::size_t other = 0; other + 1 < all.size(); ++other) {
    const bool within = all[other].size() > names.size() &&
                        std::equal(names.begin(), names.end(), all[other].begin());
    if (all[other] == names || (within && !first)) first = other;
  }
  if (!first) return "keep one of the two";
  const auto before = text.substr(0, scanned.statements[*first].key.front().begin);
  return fmt::format("it stands on line {} as well: keep one of the two",
                     std::count(before.begin(), before.end(), '\n') + 1);
}

std::string second_time(std::string_view key) {
  return fmt::format("`{}` stands here a second time", unquoted(key));
}

/// The key before a value of an inline table.
Span inline_key(std::string_view text, std::size_t value) {
  const auto key = trimmed(text.substr(0, text.rfind('=', value - 1)));
  const auto end = static_cast<std::size_t>(key.data() - text.data()) + key.size();
  const auto before = key.find_last_of("{, \t");
  return {end - key.size() + (before == std::string_view::npos ? 0 : before + 1), end};
}

Slip slip_of_second(std::string_view text, const Scan& scanned, std::size_t at) {
  const auto& statements = scanned.statements;
  const auto around = std::find_if(statements.begin(), statements.end(),
                                   [&](const Statement& each) { return each.line.end > at; });
  const auto index =
      std::min(static_cast<std::size_t>(around - statements.begin()), statements.size() - 1);
  const Statement& statement = statements[index];
  const bool is_pair = statement.kind == Statement::Kind::pair;
  if (is_pair && at > statement.value.begin) {
    const Span key = inline_key(text, at);
    return {key, second_time(part(text, key)), "keep one of the two"};
  }
  // The parser points at the part of a dotted key that is no table, else behind the whole key.
  const auto& keys = statement.key;
  auto named = std::find_if(keys.begin(), keys.end(),
                            [&](Span key) { return key.begin <= at && at < key.end; });
  if (!is_pair || named == keys.end()) named = keys.end() - 1;
  const auto all = names_up_to(text, scanned, index);
  Names names = all.back();
  names.resize(names.size() - static_cast<std::size_t>(keys.end() - 1 - named));
  return {*named, second_time(part(text, *named)), keep_one(text, scanned, all, names)};
}

}  // namespace

Slip slip_of_parser(std::string_view text, const Scan& scanned, std::size_t at,
                    std::string_view why) {
  if (why.find("cannot redefine") != std::string_view::npos ||
      why.find("cannot insert") != std::string_view::npos)
    return slip_of_second(text, scanned, at);
  Span value{at, at + 1};
  for (const Span each : scanned.values)
    if (each.begin <= at && at <= each.end) value = each;  // the innermost comes last
  const auto token = part(text, value);
  if (auto meant = meant_day_and_time(token)) return shown(text, value, *meant);
  if (auto meant = meant_day(token)) return shown(text, value, *meant);
  if (auto meant = meant_time(token)) return shown(text, value, *meant);
  if (!token.empty() &&
      token.find_first_not_of("+-_.0123456789abcdefxoABCDEF") == std::string_view::npos)
    return {value, "this number is too large", "a number has at most 18 digits"};
  return {value, "this value cannot be read", std::string(why)};
}

}  // namespace coach
