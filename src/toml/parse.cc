// The scanner has passed the text and knows every value's bytes; the parser tells what they mean.
// Text itself is read by the scanner's own rules: the parser sees a copy in which the insides of
// text and comments are blanked. It drops no-break spaces behind a backslash at a line's end, and
// its behaviour is undefined for some others.
#include "toml/parse.h"

#include <stdexcept>
#include <utility>

namespace coach {
[[noreturn]] static void contradiction() { throw std::logic_error("the parser is at a loss"); }
}  // namespace coach

// An assertion of the parser's shall refuse the file, in a release build too, not end the program.
#undef NDEBUG
#define TOML_ASSERT(condition) \
  static_cast<void>((condition) ? static_cast<void>(0) : coach::contradiction())
#include <toml++/toml.h>

#include <algorithm>

#include "base/text.h"
#include "toml/plain.h"
#include "toml/slip.h"

namespace coach {
namespace {

std::string blanked(std::string_view text, const Scan& scanned) {
  std::string copy(text);
  const auto blank = [&](std::size_t begin, std::size_t end) {
    for (auto at = begin; at < end; ++at)
      if (copy[at] != '\n' && copy[at] != '\r') copy[at] = 'x';
  };
  for (const Span comment : scanned.comments) blank(comment.begin + 1, comment.end);
  for (const Span value : scanned.values) {
    const char quote = text[value.begin];
    if (quote != '"' && quote != '\'') continue;
    const auto token = text.substr(value.begin, value.end - value.begin);
    const bool block = token.size() >= 6 && token[1] == quote && token[2] == quote;
    const std::size_t quotes = block ? 3 : 1;
    blank(value.begin + quotes, value.end - quotes);
  }
  return copy;
}

/// Bytes of the parser's lines and columns, which count code points and no byte order mark.
class Bytes {
 public:
  explicit Bytes(std::string_view text) {
    const std::size_t first = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    lines_.push_back(0);
    for (auto at = first; at < text.size(); ++at) {
      if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) code_points_.push_back(at);
      if (text[at] == '\n') lines_.push_back(code_points_.size());
    }
    code_points_.push_back(text.size());
  }

  std::size_t at(toml::source_position position) const {
    if (position.line == 0) return 0;
    const auto line = std::min<std::size_t>(position.line, lines_.size()) - 1;
    const auto column = position.column > 0 ? position.column - 1 : 0;
    return code_points_[std::min(lines_[line] + column, code_points_.size() - 1)];
  }

  Span span(const toml::source_region& region) const { return {at(region.begin), at(region.end)}; }

 private:
  std::vector<std::size_t> lines_;        // the code point that each begins with
  std::vector<std::size_t> code_points_;  // the byte of each
};

/// Thrown where parser and scanner disagree about where a value stands.
struct Disagreement {
  Span at;
};

class Converter {
 public:
  Converter(std::string_view text, const Scan& scanned, const Bytes& bytes)
      : text_(text), scan_(scanned), bytes_(bytes) {}

  Table table(const toml::table& table) const {
    Table converted;
    converted.entries.reserve(table.size());
    for (const auto& [key, node] : table)
      converted.entries.push_back({std::string(key.str()), value(node), bytes_.span(key.source())});
    std::sort(converted.entries.begin(), converted.entries.end(),
              [](const Entry& a, const Entry& b) { return a.key_span.begin < b.key_span.begin; });
    return converted;
  }

 private:
  Value value(const toml::node& node) const {
    const Span span = bytes_.span(node.source());
    if (const auto* inner = node.as_table()) {
      if (inner->is_inline()) agree(span);
      return {table(*inner), span};
    }
    if (const auto* list = node.as_array()) return {elements(*list, span), span};
    agree(span);
    const auto token = text_.substr(span.begin, span.end - span.begin);
    if (node.is_string()) return {unquoted(token), span};
    if (const auto* number = node.as_integer()) return {number->get(), span};
    if (const auto* number = node.as_floating_point()) return {number->get(), span};
    if (const auto* yes = node.as_boolean()) return {yes->get(), span};
    if (const auto* day = node.as_date()) return {date(day->get()), span};
    if (const auto* clock = node.as_time(); clock && clock->get().nanosecond == 0)
      return {time(clock->get()), span};
    return {Foreign{std::string(token)}, span};
  }

  List elements(const toml::array& array, Span span) const {
    const auto* first = array.empty() ? nullptr : array.front().as_table();
    if (!first || first->is_inline()) agree(span);
    List list;
    list.reserve(array.size());
    for (const auto& node : array) list.push_back(value(node));
    return list;
  }

  static Date date(const toml::date& day) {
    return Date{std::chrono::year{day.year}, std::chrono::month{day.month},
                std::chrono::day{day.day}};
  }

  static Time time(const toml::time& clock) { return {clock.hour, clock.minute, clock.second}; }

  /// The scanner's values stand in the order of their first bytes; no two share one.
  void agree(Span span) const {
    const auto found =
        std::lower_bound(scan_.values.begin(), scan_.values.end(), span.begin,
                         [](const Span& value, std::size_t begin) { return value.begin < begin; });
    if (found == scan_.values.end() || *found != span) throw Disagreement{span};
  }

  std::string_view text_;
  const Scan& scan_;
  const Bytes& bytes_;
};

std::optional<Span> broken_utf8(std::string_view text) {
  if (is_utf8(text)) return std::nullopt;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    if (at + length > text.size() || !is_utf8(text.substr(at, length))) return Span{at, at + 1};
    at += length;
  }
  return std::nullopt;
}

std::optional<Table> parsed(std::string_view text, const Scan& scanned, Slip& slip) {
  const std::string copy = blanked(text, scanned);
  const Bytes bytes(copy);
  try {
    const toml::table root = toml::parse(std::string_view(copy));
    return Converter(text, scanned, bytes).table(root);
  } catch (const toml::parse_error& error) {
    slip = slip_of_parser(text, scanned, bytes.at(error.source().begin), error.description());
  } catch (const Disagreement& disagreement) {
    slip = {disagreement.at, "this is written in a way that cannot be read with certainty",
            "write it in a plainer way"};
  } catch (const std::logic_error&) {
    slip = {{0, 0}, "this file cannot be read", ""};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Document> parse_toml(std::string text, const std::string& file, Problems& problems) {
  const auto refuse = [&](const Slip& slip) {
    problems.push_back({place_of(text, slip.at, file), Severity::error, slip.text, slip.hint});
    return std::nullopt;
  };
  if (const auto broken = broken_utf8(text))
    return refuse({*broken, "this is no UTF-8 text", "save the file as UTF-8 in your editor"});
  Scan scanned = scan(text);
  if (!scanned.passed()) return refuse(slip_of_refusal(text, scanned));
  Slip slip;
  auto root = plain_values(text, scanned);
  if (!root) root = parsed(text, scanned, slip);
  if (!root) return refuse(slip);
  return Document{std::move(text), std::move(scanned), std::move(*root)};
}

std::optional<Table> parser_values(std::string_view text, const Scan& scan) {
  Slip unused;
  return parsed(text, scan, unused);
}

Place place_of(std::string_view text, Span span, const std::string& file) {
  const auto begin = std::min(span.begin, text.size());
  const auto before = text.substr(0, begin);
  const auto newline = before.rfind('\n');
  auto line = newline == std::string_view::npos ? before : before.substr(newline + 1);
  if (newline == std::string_view::npos && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
  // A caret stands below one line.
  auto token = text.substr(begin, std::max(span.end, begin) - begin);
  token = token.substr(0, token.find_first_of("\r\n"));
  const auto points = [](std::string_view part) {
    return static_cast<int>(std::count_if(part.begin(), part.end(), [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
  };
  return {file, static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1,
          points(line) + 1, std::max(1, points(token))};
}

}  // namespace coach
