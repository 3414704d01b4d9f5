// The shape of TOML 1.0, read once from start to end:
//
//   file   = {blank line, comment, statement}
//   pair   = keys "=" value;  header = "[" keys "]" or "[[" keys "]]"
//   value  = string | list | inline table | word (true, number, day, time)
//
// What it refuses, it refuses in words for somebody who never heard of TOML.
#include "toml/scan.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace coach {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t deepest = 100;

struct Refusal {
  Span at;
  std::string why;
};

[[noreturn]] void refuse(Span at, std::string why) { throw Refusal{at, std::move(why)}; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_bare(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t') || byte == 0x7F;
}
bool begins_text(char c) { return is_letter(c) || static_cast<unsigned char>(c) >= 0x80; }

/// Eats a word from its front; every question leaves the word as it was where it does not fit.
class Word {
 public:
  explicit Word(std::string_view word) : rest_(word) {}

  bool done() const { return rest_.empty(); }
  bool one_of(std::string_view letters) {
    if (done() || letters.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }
  /// d stands for a digit, everything else for itself.
  bool like(std::string_view pattern) {
    if (rest_.size() < pattern.size()) return false;
    for (std::size_t i = 0; i < pattern.size(); ++i)
      if (pattern[i] == 'd' ? !is_digit(rest_[i]) : rest_[i] != pattern[i]) return false;
    rest_.remove_prefix(pattern.size());
    return true;
  }
  /// Digits, with single underscores between them. Gives how many characters; 0: they do not fit.
  std::size_t digits(bool (*fits)(char)) {
    std::size_t length = 0;
    while (length < rest_.size()) {
      if (fits(rest_[length])) {
        ++length;
      } else if (rest_[length] == '_' && length > 0 && length + 1 < rest_.size() &&
                 fits(rest_[length + 1])) {
        ++length;
      } else {
        break;
      }
    }
    rest_.remove_prefix(length);
    return length;
  }
  char front() const { return done() ? '\0' : rest_.front(); }

 private:
  std::string_view rest_;
};

bool is_time(Word& word) {
  if (!word.like("dd:dd:dd")) return false;
  return !word.one_of(".") || word.digits([](char c) { return is_digit(c); }) > 0;
}

bool is_day_or_time(std::string_view token) {
  if (token.find('_') != std::string_view::npos) return false;
  Word word(token);
  if (!word.like("dddd-dd-dd")) return is_time(word) && word.done();
  if (word.done()) return true;
  if (!word.one_of("Tt ") || !is_time(word)) return false;
  if (word.done()) return true;
  if (word.one_of("Zz")) return word.done();
  return (word.like("+dd:dd") || word.like("-dd:dd")) && word.done();
}

bool is_whole_number_of(std::string_view token, bool (*fits)(char)) {
  Word word(token);
  return word.digits(fits) > 0 && word.done();
}

bool is_number(std::string_view token) {
  if (token.starts_with("0x")) return is_whole_number_of(token.substr(2), is_hex);
  if (token.starts_with("0o"))
    return is_whole_number_of(token.substr(2), [](char c) { return c >= '0' && c <= '7'; });
  if (token.starts_with("0b"))
    return is_whole_number_of(token.substr(2), [](char c) { return c == '0' || c == '1'; });
  Word word(token);
  word.one_of("+-");
  if (word.like("inf") || word.like("nan")) return word.done();
  const bool zero = word.front() == '0';
  const auto length = word.digits(is_digit);
  if (length == 0 || (zero && length > 1)) return false;
  if (word.one_of(".") && word.digits(is_digit) == 0) return false;
  if (word.one_of("eE")) {
    word.one_of("+-");
    if (word.digits(is_digit) == 0) return false;
  }
  return word.done();
}

bool is_word(std::string_view token) {
  return token == "true" || token == "false" || is_number(token) || is_day_or_time(token);
}

std::uint32_t hex_value(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char c : digits)
    value = value * 16 + static_cast<std::uint32_t>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
  return value;
}

bool is_code_point(std::uint32_t value) {
  return value < 0xD800 || (value > 0xDFFF && value <= 0x10FFFF);
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  Scan run() {
    scan_.bom = text_.starts_with(byte_order_mark);
    at_ = scan_.bom ? byte_order_mark.size() : 0;
    const auto newline = text_.find('\n');
    if (newline != std::string_view::npos && newline > 0 && text_[newline - 1] == '\r')
      scan_.newline.insert(scan_.newline.begin(), '\r');
    try {
      while (at_ < text_.size()) line();
    } catch (Refusal& refusal) {
      scan_.refused_at = refusal.at;
      scan_.refused = std::move(refusal.why);
    }
    return std::move(scan_);
  }

 private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool done() const { return at_ >= text_.size(); }
  bool at_newline() const { return peek() == '\n' || (peek() == '\r' && peek(1) == '\n'); }
  bool at_line_end() const { return done() || at_newline() || peek() == '#'; }

  void blanks() {
    while (is_blank(peek())) ++at_;
  }

  void newline() { at_ += peek() == '\r' ? 2 : 1; }

  void no_control() const {
    if (!done() && is_control(peek()) && !at_newline())
      refuse({at_, at_ + 1}, "there is an invisible control character here");
  }

  void comment() {
    const auto begin = at_;
    while (!done() && !at_newline()) {
      no_control();
      ++at_;
    }
    scan_.comments.push_back({begin, at_});
  }

  /// Blanks, newlines and comments between the values of a list.
  void gap() {
    for (;;) {
      blanks();
      if (peek() == '#') {
        comment();
      } else if (at_newline()) {
        newline();
      } else {
        return;
      }
    }
  }

  void line() {
    const auto begin = at_;
    blanks();
    if (!at_line_end()) {
      Statement statement = peek() == '[' ? header() : pair();
      end_of_statement(statement);
      statement.line = {begin, at_};
      scan_.statements.push_back(std::move(statement));
      return;
    }
    if (peek() == '#') comment();
    if (at_newline()) newline();
  }

  void end_of_statement(const Statement& statement) {
    blanks();
    if (peek() == '#') comment();
    if (at_newline()) {
      newline();
    } else if (!done()) {
      no_control();
      const bool is_pair = statement.kind == Statement::Kind::pair;
      refuse(
          {statement.value.begin, end_of_loose_text()},
          is_pair ? "something stands behind the value" : "something stands behind the brackets");
    }
  }

  Statement header() {
    const auto begin = at_;
    depth_ = 0;
    Statement statement;
    const bool of_list = peek(1) == '[';
    statement.kind = of_list ? Statement::Kind::table_of_list : Statement::Kind::table;
    at_ += of_list ? 2 : 1;
    statement.key = keys();
    no_control();
    const std::string_view close = of_list ? "]]" : "]";
    if (text_.substr(at_, close.size()) != close)
      refuse({begin, end_of_loose_text()},
             of_list ? "this heading needs [[ before its name and ]] behind it"
                     : "this heading needs [ before its name and ] behind it");
    at_ += close.size();
    statement.value = {begin, at_};
    header_depth_ = statement.key.size();
    return statement;
  }

  Statement pair() {
    Statement statement;
    depth_ = header_depth_;
    statement.key = keys();
    depth_ += statement.key.size() - 1;
    statement.value = assigned(statement.key.front().begin);
    return statement;
  }

  /// From the = to the end of the value.
  Span assigned(std::size_t key_begin) {
    no_control();
    if (peek() != '=') refuse({key_begin, end_of_loose_text()}, "this is no key = value");
    const auto equals = at_++;
    blanks();
    if (at_line_end()) refuse({equals, equals + 1}, "a value is missing behind the =");
    return value();
  }

  std::vector<Span> keys() {
    std::vector<Span> keys;
    for (;;) {
      blanks();
      keys.push_back(key());
      if (depth_ + keys.size() > deepest)
        refuse(keys.back(), "tables are nested deeper than 100 here");
      blanks();
      if (peek() != '.') return keys;
      ++at_;
    }
  }

  Span key() {
    const auto begin = at_;
    if (peek() == '"' || peek() == '\'') {
      one_line_string();
      return {begin, at_};
    }
    while (is_bare(peek())) ++at_;
    if (at_ > begin && static_cast<unsigned char>(peek()) < 0x80) return {begin, at_};
    no_control();
    if (peek() == '=') refuse({at_, at_ + 1}, "a key is missing before the =");
    refuse({begin, end_of_loose_text()}, "a key is expected here");
  }

  Span value() {
    if (++depth_ > deepest) refuse({at_, at_ + 1}, "values are nested deeper than 100 here");
    const auto begin = at_;
    const auto place = scan_.values.size();
    scan_.values.push_back({begin, begin});
    switch (peek()) {
      case '"':
      case '\'':
        string();
        break;
      case '[':
        list();
        break;
      case '{':
        inline_table();
        break;
      default:
        word();
    }
    scan_.values[place].end = at_;
    --depth_;
    return {begin, at_};
  }

  void string() {
    const char quote = peek();
    if (peek(1) == quote && peek(2) == quote) {
      block_string(quote);
    } else {
      one_line_string();
    }
  }

  void one_line_string() {
    const auto begin = at_;
    const char quote = text_[at_++];
    while (peek() != quote) {
      if (done() || at_newline())
        refuse({begin, at_}, "the quote that opens here is not closed on its line");
      no_control();
      if (quote == '"' && peek() == '\\') {
        escape();
      } else {
        ++at_;
      }
    }
    ++at_;
  }

  void block_string(char quote) {
    const auto begin = at_;
    at_ += 3;
    while (peek() != quote || peek(1) != quote || peek(2) != quote) {
      if (done()) refuse({begin, begin + 3}, "the three quotes that open here are never closed");
      if (at_newline()) {
        newline();
        continue;
      }
      no_control();
      if (quote == '"' && peek() == '\\') {
        if (!escaped_newline()) escape();
      } else {
        ++at_;
      }
    }
    at_ += 3;
    // Up to two quotes may stand right before the closing ones.
    for (int more = 0; more < 2 && peek() == quote; ++more) ++at_;
  }

  bool escaped_newline() {
    const auto begin = at_++;
    blanks();
    if (at_newline()) return true;
    at_ = begin;
    return false;
  }

  void escape() {
    const char letter = peek(1);
    constexpr std::string_view letters = "btnfr\"\\";
    if (letter != '\0' && letters.find(letter) != std::string_view::npos) {
      at_ += 2;
      return;
    }
    const std::size_t length = letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
    const auto digits = text_.substr(std::min(at_ + 2, text_.size()), length);
    if (length == 0 || digits.size() < length ||
        !std::all_of(digits.begin(), digits.end(), is_hex) || !is_code_point(hex_value(digits)))
      refuse({at_, at_ + 1}, "a lone backslash stands in this text");
    at_ += 2 + length;
  }

  void list() {
    const auto open = at_++;
    const char outer = std::exchange(closer_, ']');
    gap();
    while (peek() != ']') {
      if (done() || at_pair()) refuse({open, open + 1}, "the list that opens here is never closed");
      if (peek() == ',') refuse({at_, at_ + 1}, "a value is missing before this comma");
      value();
      gap();
      if (peek() == ',') {
        ++at_;
        gap();
      } else if (!done() && peek() != ']' && !at_pair()) {
        no_control();
        refuse({at_, end_of_loose_text()}, "a comma is missing before this");
      }
    }
    ++at_;
    closer_ = outer;
  }

  /// A key and = where a value should be: the list before it was forgotten to be closed.
  bool at_pair() const {
    auto ahead = at_;
    while (ahead < text_.size() && is_bare(text_[ahead])) ++ahead;
    if (ahead == at_) return false;
    while (ahead < text_.size() && is_blank(text_[ahead])) ++ahead;
    return ahead < text_.size() && text_[ahead] == '=';
  }

  void inline_table() {
    const auto open = at_++;
    const char outer = std::exchange(closer_, '}');
    blanks();
    while (peek() != '}') {
      if (at_line_end())
        refuse({open, open + 1}, "a table in braces stands on one line, with } at its end");
      inline_pair();
      blanks();
      if (peek() == '}' || at_line_end()) continue;
      if (peek() != ',') refuse({at_, end_of_loose_text()}, "a comma is missing before this");
      const auto comma = at_++;
      blanks();
      if (peek() == '}') refuse({comma, comma + 1}, "no comma may stand before the }");
    }
    ++at_;
    closer_ = outer;
  }

  void inline_pair() {
    const auto begin = at_;
    const auto outer = depth_;
    depth_ += keys().size() - 1;
    assigned(begin);
    depth_ = outer;
  }

  void word() {
    const auto begin = at_;
    run_to_end_of_word();
    // A day, one blank and a digit: the time belongs to it.
    if (at_ - begin == 10 && text_[begin + 4] == '-' && peek() == ' ' && is_digit(peek(1))) {
      ++at_;
      run_to_end_of_word();
    }
    if (is_word(text_.substr(begin, at_ - begin))) return;
    if (at_ == begin) {
      no_control();
      refuse({begin, begin + 1}, "a value is missing here");
    }
    at_ = begin;
    refuse({begin, end_of_loose_text()}, begins_text(peek())
                                             ? "text needs quotes"
                                             : "this is no number, no day, no time and no text");
  }

  void run_to_end_of_word() {
    while (!done() && !ends_word(text_[at_])) ++at_;
  }

  bool ends_word(char c) const {
    return c == ',' || c == ']' || c == '}' || c == '#' || is_blank(c) || is_control(c);
  }

  /// Where the text that was not meant to be TOML ends: before a comment, before what closes the
  /// list or the table it stands in, else with its line. At least one character.
  std::size_t end_of_loose_text() const {
    auto end = at_;
    while (end < text_.size() && text_[end] != '\n') {
      const char c = text_[end];
      if (c == '#' && end > 0 && is_blank(text_[end - 1])) break;
      if (closer_ != '\0' && (c == ',' || c == closer_)) break;
      ++end;
    }
    while (end > at_ && (is_blank(text_[end - 1]) || text_[end - 1] == '\r')) --end;
    return std::min(std::max(end, at_ + 1), text_.size());
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;         // of what is being read, headers and dotted keys counted
  std::size_t header_depth_ = 0;  // of the table that pairs fall into
  char closer_ = '\0';            // of the list or inline table that is being read
  Scan scan_;
};

void append_utf8(std::string& text, std::uint32_t code_point) {
  const auto tail = [&](int shift) {
    text += static_cast<char>(0x80 | ((code_point >> shift) & 0x3F));
  };
  if (code_point < 0x80) {
    text += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    text += static_cast<char>(0xC0 | (code_point >> 6));
    tail(0);
  } else if (code_point < 0x10000) {
    text += static_cast<char>(0xE0 | (code_point >> 12));
    tail(6);
    tail(0);
  } else {
    text += static_cast<char>(0xF0 | (code_point >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

/// Resolves the escape at `at` (its backslash) and gives the place behind it.
std::size_t resolve_escape(std::string_view inner, std::size_t at, std::string& text) {
  const char letter = inner[at + 1];
  constexpr std::string_view letters = "btnfr\"\\";
  constexpr std::string_view meanings = "\b\t\n\f\r\"\\";
  if (const auto found = letters.find(letter); found != std::string_view::npos) {
    text += meanings[found];
    return at + 2;
  }
  if (letter == 'u' || letter == 'U') {
    const std::size_t length = letter == 'u' ? 4 : 8;
    append_utf8(text, hex_value(inner.substr(at + 2, length)));
    return at + 2 + length;
  }
  // The newline and all blanks and newlines that follow are layout.
  return std::min(inner.find_first_not_of(" \t\r\n", at + 1), inner.size());
}

}  // namespace

Scan scan(std::string_view text) { return Scanner(text).run(); }

std::int64_t number_of(std::string_view digits) {
  std::int64_t number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return number;
}

std::string unquoted(std::string_view token) {
  const char quote = token.empty() ? '\0' : token.front();
  if (quote != '"' && quote != '\'') return std::string(token);
  const bool block = token.size() >= 6 && token[1] == quote && token[2] == quote;
  const std::size_t quotes = block ? 3 : 1;
  std::string_view inner = token.substr(quotes, token.size() - 2 * quotes);
  if (block) inner.remove_prefix(inner.starts_with('\n') ? 1 : inner.starts_with("\r\n") ? 2 : 0);
  const bool escapes = quote == '"' && inner.find('\\') != inner.npos;
  if (!escapes && inner.find('\r') == inner.npos) return std::string(inner);
  std::string text;
  text.reserve(inner.size());
  for (std::size_t at = 0; at < inner.size();) {
    if (quote == '"' && inner[at] == '\\') {
      at = resolve_escape(inner, at, text);
    } else if (inner[at] == '\r') {  // none stands in a string but before a newline
      ++at;
    } else {
      text += inner[at++];
    }
  }
  return text;
}

}  // namespace coach
