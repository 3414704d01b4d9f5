// Text is walked in two sizes: code points (what is it, may a terminal see it) and clusters (what a
// reader takes for one character). Both walks go over bytes that are no UTF-8 one at a time.
#include "base/text.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <optional>
#include <utility>

namespace coach {
namespace {

constexpr char32_t bad_byte = 0xFFFFFFFF;  // no code point: the piece is one byte that is no UTF-8
constexpr char32_t joiner = 0x200D;
constexpr char32_t keycap = 0x20E3;
constexpr char32_t as_emoji = 0xFE0F;
constexpr char32_t as_text = 0xFE0E;

/// How many bytes at the start are ASCII, eight looked at at once.
std::size_t ascii_length(std::string_view text) {
  std::size_t at = 0;
  std::uint64_t eight = 0;
  for (; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & 0x8080808080808080u) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

bool is_ascii(std::string_view text) { return ascii_length(text) == text.size(); }

struct Point {
  char32_t code;
  std::string_view bytes;
};

Point first_point(std::string_view text) {
  utf8proc_int32_t code = 0;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &code);
  if (size <= 0) return {bad_byte, text.substr(0, 1)};
  return {static_cast<char32_t>(code), text.substr(0, static_cast<std::size_t>(size))};
}

template <class Visit>
void for_each_point(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const auto point = first_point(text);
    text.remove_prefix(point.bytes.size());
    visit(point, text);
  }
}

const utf8proc_property_t& property(char32_t code) {
  return *utf8proc_get_property(static_cast<utf8proc_int32_t>(code));
}

bool is_pictograph(char32_t code) {
  return code != bad_byte && property(code).boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

bool is_skin_tone(char32_t code) { return code >= 0x1F3FB && code <= 0x1F3FF; }

bool is_keycap_base(char32_t code) {
  return (code >= '0' && code <= '9') || code == '#' || code == '*';
}

std::string escaped(const Point& point) {
  if (point.code == bad_byte)
    return fmt::format("\\x{{{:02X}}}", static_cast<unsigned char>(point.bytes.front()));
  return fmt::format("\\u{{{:X}}}", static_cast<std::uint32_t>(point.code));
}

/// What a terminal would obey, or nobody would see. Number signs of Arabic are "format" to Unicode,
/// but are read.
bool is_unseen(char32_t code) {
  if (code == bad_byte || code == joiner) return true;
  // Not assigned yet, and never to be seen once they are.
  if (code == 0x2065 || (code >= 0xFFF0 && code <= 0xFFF8) || (code >= 0xE0000 && code <= 0xE0FFF))
    return true;
  const auto& is = property(code);
  switch (is.category) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return true;
    case UTF8PROC_CATEGORY_CF:
      return is.boundclass != UTF8PROC_BOUNDCLASS_PREPEND;
    default:
      return is.ignorable;
  }
}

/// Follows an emoji through its code points. A joiner or a variation selector may stay only where
/// one that draws emoji takes it for part of the picture.
class EmojiSoFar {
 public:
  bool takes(char32_t code, std::string_view rest) {
    const auto next = rest.empty() ? bad_byte : first_point(rest).code;
    if (code == joiner)
      return std::exchange(at_, At::outside) != At::outside && is_pictograph(next);
    if (code == as_emoji || code == as_text) {
      const auto was = std::exchange(at_, At::outside);
      if (was == At::keycap_base) return next == keycap;
      if (was == At::picture) at_ = At::selected;
      return was == At::picture;
    }
    if (is_pictograph(code)) {
      at_ = At::picture;
    } else if (!(is_skin_tone(code) && at_ == At::picture)) {
      at_ = is_keycap_base(code) ? At::keycap_base : At::outside;
    }
    return false;
  }

 private:
  enum class At { outside, keycap_base, picture, selected };
  At at_ = At::outside;
};

std::string made_visible(std::string_view text, std::string_view newline) {
  constexpr std::string_view tab = "    ";
  std::string out;
  out.reserve(text.size());
  EmojiSoFar emoji;
  for_each_point(text, [&](const Point& point, std::string_view rest) {
    const bool of_emoji = emoji.takes(point.code, rest);
    if (point.code == '\n') {
      out += newline;
    } else if (point.code == '\t') {
      out += tab;
    } else if (is_unseen(point.code) && !of_emoji) {
      out += escaped(point);
    } else {
      out += point.bytes;
    }
  });
  return out;
}

/// What a reader takes for one character, and its columns.
struct Cluster {
  std::string_view bytes;
  int width = 0;

  bool is_blank() const { return bytes == " " || bytes == "\t"; }
};

bool goes_on(char32_t before, char32_t code, utf8proc_int32_t& state) {
  return code != bad_byte &&
         !utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(before),
                                           static_cast<utf8proc_int32_t>(code), &state);
}

int point_width(char32_t code) {
  return code == bad_byte ? 1 : utf8proc_charwidth(static_cast<utf8proc_int32_t>(code));
}

Cluster first_cluster(std::string_view text) {
  const auto first = first_point(text);
  auto size = first.bytes.size();
  int width = point_width(first.code);
  bool wide = false;
  utf8proc_int32_t state = 0;
  for (auto last = first.code; last != bad_byte && size < text.size();) {
    const auto point = first_point(text.substr(size));
    if (!goes_on(last, point.code, state)) break;
    size += point.bytes.size();
    width += point_width(point.code);
    // Drawn as a picture, whatever the width of its first sign alone.
    wide = wide || (point.code == as_emoji && is_pictograph(first.code)) ||
           (point.code == keycap && last == as_emoji);
    last = point.code;
  }
  return {text.substr(0, size), wide ? 2 : std::min(width, 2)};
}

template <class Visit>
void for_each_cluster(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const auto cluster = first_cluster(text);
    text.remove_prefix(cluster.bytes.size());
    visit(cluster);
  }
}

/// More marks on one letter are no writing (UAX #15, Stream-Safe Text), and to put a hundred
/// thousand into order takes utf8proc a minute.
constexpr int most_marks = 30;

int longest_run_of_marks(std::string_view text) {
  int longest = 0;
  int run = 0;
  for_each_point(text, [&](const Point& point, std::string_view) {
    const bool mark = point.code != bad_byte && property(point.code).combining_class != 0;
    run = mark ? run + 1 : 0;
    longest = std::max(longest, run);
  });
  return longest;
}

std::string mapped(std::string_view text, int options) {
  utf8proc_uint8_t* out = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &out,
                                 static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> kept(out, &std::free);
  if (size < 0) return std::string(text);
  return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(size)};
}

/// Letters that Unicode does not take apart, in the form they have once case is folded.
constexpr std::array<std::pair<char32_t, std::string_view>, 12> plain_letters{{
    {U'æ', "ae"},
    {U'œ', "oe"},
    {U'ø', "o"},
    {U'ł', "l"},
    {U'đ', "d"},
    {U'ð', "d"},
    {U'þ', "th"},
    {U'ħ', "h"},
    {U'ŧ', "t"},
    {U'ŋ', "n"},
    {U'ı', "i"},
    {U'ĸ', "k"},
}};

std::string_view plain_letter(const Point& point) {
  const auto* row = std::find_if(plain_letters.begin(), plain_letters.end(),
                                 [&](const auto& letter) { return letter.first == point.code; });
  return row == plain_letters.end() ? point.bytes : row->second;
}

bool is_apostrophe(char32_t code) {
  return code == '\'' || code == 0x2018 || code == 0x2019 || code == 0x02BC || code == 0x02BB;
}

std::string dashed_words(std::string_view plain) {
  std::string out;
  for_each_point(plain, [&](const Point& point, std::string_view) {
    const bool kept =
        (point.code >= 'a' && point.code <= 'z') || (point.code >= '0' && point.code <= '9');
    if (kept) {
      out += point.bytes;
    } else if (!is_apostrophe(point.code) && !out.empty() && out.back() != '-') {
      out += '-';
    }
  });
  if (out.ends_with('-')) out.pop_back();
  return out;
}

void cut_at_word(std::string& words, std::size_t limit) {
  if (words.size() <= limit) return;
  const auto end = words.rfind('-', limit);
  words.resize(end == std::string::npos ? limit : end);
}

/// Windows takes these for devices, whatever extension follows.
bool is_reserved(std::string_view name) {
  if (name == "con" || name == "prn" || name == "aux" || name == "nul") return true;
  return name.size() == 4 && (name.starts_with("com") || name.starts_with("lpt")) &&
         name.back() >= '0' && name.back() <= '9';
}

bool is_around(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string blanks(int number) { return std::string(static_cast<std::size_t>(number), ' '); }

/// Fills lines word by word. The blanks between two words that share a line stay as they were.
class Filling {
 public:
  explicit Filling(int columns) : columns_(columns) {}

  void add(const Cluster& cluster) {
    if (!cluster.is_blank()) {
      word_.push_back(cluster);
      return;
    }
    end_word();
    gap_ += cluster.bytes;
    gap_width_ += cluster.width;
  }

  std::vector<std::string> lines() {
    end_word();
    lines_.push_back(std::move(line_));
    return std::move(lines_);
  }

 private:
  void end_word() {
    if (word_.empty()) return;
    int wide = 0;
    for (const auto& cluster : word_) wide += cluster.width;
    if (width_ + gap_width_ + wide <= columns_) {
      line_ += gap_;
      width_ += gap_width_;
    } else if (!line_.empty()) {
      end_line();
    }
    for (const auto& cluster : word_) put(cluster);
    word_.clear();
    gap_.clear();
    gap_width_ = 0;
  }

  void put(const Cluster& cluster) {
    if (!line_.empty() && width_ + cluster.width > columns_) end_line();
    line_ += cluster.bytes;
    width_ += cluster.width;
  }

  void end_line() {
    lines_.push_back(std::exchange(line_, {}));
    width_ = 0;
  }

  int columns_;
  std::vector<std::string> lines_;
  std::string line_;
  int width_ = 0;
  std::string gap_;
  int gap_width_ = 0;
  std::vector<Cluster> word_;
};

/// For comparing what was typed with what is known: dashes, underscores and blanks are one.
std::u32string comparable(std::string_view text) {
  std::u32string out;
  for_each_point(folded(trimmed(text)), [&](const Point& point, std::string_view) {
    out += point.code == '_' || point.code == ' ' ? U'-' : point.code;
  });
  return out;
}

/// Letters left out, put in, exchanged for another, or two neighbours swapped.
std::size_t distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> two_above;
  std::vector<std::size_t> above;
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    two_above = std::exchange(above, std::exchange(row, std::vector<std::size_t>(b.size() + 1)));
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t other = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + other});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], two_above[j - 2] + 1);
    }
  }
  return row[b.size()];
}

/// How far `known` is from `word`, or nothing where they have too little in common.
std::optional<std::size_t> nearness(const std::u32string& word, const std::u32string& known) {
  const auto longer = std::max(word.size(), known.size());
  const auto allowed = std::max<std::size_t>(1, word.size() / 3);
  std::optional<std::size_t> best;
  if (longer - std::min(word.size(), known.size()) <= allowed) {
    const auto steps = distance(word, known);
    if (steps <= allowed && steps < longer) best = steps;
  }
  // As good as one slip: who types a beginning means it.
  if (word.size() >= 2 && known.starts_with(word))
    best = std::min<std::size_t>(best.value_or(1), 1);
  return best;
}

}  // namespace

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    text.remove_prefix(ascii_length(text));
    if (text.empty()) break;
    const auto point = first_point(text);
    if (point.code == bad_byte) return false;
    text.remove_prefix(point.bytes.size());
  }
  return true;
}

std::string repaired(std::string_view text) {
  std::string out;
  for_each_point(text, [&](const Point& point, std::string_view) {
    out += point.code == bad_byte ? std::string_view("\xEF\xBF\xBD") : point.bytes;
  });
  return out;
}

std::string nfc(std::string_view text) {
  if (is_ascii(text) || longest_run_of_marks(text) > most_marks) return std::string(text);
  return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string folded(std::string_view text) {
  if (is_ascii(text)) return lower_ascii(text);
  auto plain = mapped(is_utf8(text) ? std::string(text) : repaired(text),
                      UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                          UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
  if (is_ascii(plain)) return plain;
  std::string out;
  for_each_point(plain, [&](const Point& point, std::string_view) { out += plain_letter(point); });
  return out;
}

std::string slug(std::string_view text, std::size_t limit) {
  constexpr std::string_view behind = "-1";
  auto words = dashed_words(folded(text));
  cut_at_word(words, limit);
  if (!is_reserved(words)) return words;
  words.resize(std::min(words.size(), limit - behind.size()));
  return words.append(behind);
}

int width(std::string_view text) {
  int columns = 0;
  for_each_cluster(text, [&](const Cluster& cluster) { columns += cluster.width; });
  return columns;
}

std::string cut(std::string_view text, int columns, bool ascii) {
  if (columns <= 0) return {};
  if (width(text) <= columns) return std::string(text);
  const auto dots = ascii ? std::string(static_cast<std::size_t>(std::min(columns, 3)), '.') : "…";
  int left = columns - width(dots);
  std::size_t kept = 0;
  for (auto rest = text; !rest.empty();) {
    const auto cluster = first_cluster(rest);
    left -= cluster.width;
    if (left < 0) break;
    kept += cluster.bytes.size();
    rest.remove_prefix(cluster.bytes.size());
  }
  while (kept > 0 && text[kept - 1] == ' ') --kept;
  return std::string(text.substr(0, kept)) + dots;
}

std::string pad_right(std::string_view text, int columns) {
  return std::string(text) + blanks(std::max(0, columns - width(text)));
}

std::string pad_left(std::string_view text, int columns) {
  return blanks(std::max(0, columns - width(text))).append(text);
}

std::vector<std::string> wrap(std::string_view text, int columns) {
  auto own_lines = lines_of(text);
  if (columns < 1) return own_lines;
  std::vector<std::string> out;
  for (const auto& line : own_lines) {
    Filling filling(columns);
    for_each_cluster(line, [&](const Cluster& cluster) { filling.add(cluster); });
    for (auto& filled : filling.lines()) out.push_back(std::move(filled));
  }
  return out;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (end != std::string_view::npos && line.ends_with('\r')) line.remove_suffix(1);
    lines.emplace_back(line);
  }
  return lines;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_around(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_around(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  if (trimmed(text).empty()) return parts;
  while (true) {
    const auto end = text.find(at);
    parts.emplace_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string unseen_as_json(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for_each_point(json, [&](const Point& point, std::string_view) {
    const auto code = static_cast<std::uint32_t>(point.code);
    constexpr std::uint32_t beyond = 0x10000;
    if (point.code == '\n' || point.code == bad_byte || !is_unseen(point.code))
      out += point.bytes;
    else if (code < beyond)
      out += fmt::format("\\u{:04x}", code);
    else
      out += fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + ((code - beyond) >> 10),
                         0xDC00 + ((code - beyond) & 0x3FF));
  });
  return out;
}

std::string visible(std::string_view text) { return made_visible(text, "\n"); }

std::string visible_line(std::string_view text) { return made_visible(text, " "); }

std::string ascii_only(std::string_view text) {
  std::string out;
  for_each_point(text, [&](const Point& point, std::string_view) {
    out += point.code < 0x80 ? std::string(point.bytes) : escaped(point);
  });
  return out;
}

std::vector<std::string> nearest(std::string_view word, std::span<const std::string> known) {
  constexpr std::size_t most = 3;
  const auto wanted = comparable(word);
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const auto& candidate : known) {
    const auto steps = nearness(wanted, comparable(candidate));
    const bool seen = std::any_of(near.begin(), near.end(),
                                  [&](const auto& other) { return other.second == candidate; });
    if (steps && !seen) near.emplace_back(*steps, candidate);
  }
  std::stable_sort(near.begin(), near.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  if (near.size() > most) near.resize(most);
  std::vector<std::string> words;
  words.reserve(near.size());
  for (auto& [steps, candidate] : near) words.push_back(std::move(candidate));
  return words;
}

std::string did_you_mean(std::string_view word, std::span<const std::string> known) {
  const auto near = nearest(word, known);
  return near.empty() ? "" : fmt::format("did you mean {}?", listed(near, "or"));
}

std::size_t code_points(std::string_view text) {
  std::size_t number = 0;
  for_each_point(text, [&](const Point&, std::string_view) { ++number; });
  return number;
}

std::string listed(std::span<const std::string> words, std::string_view last) {
  std::string out;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (at > 0) out += at + 1 == words.size() ? fmt::format(" {} ", last) : ", ";
    out += words[at];
  }
  return out;
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  if (number == 1) return fmt::format("1 {}", one);
  return many.empty() ? fmt::format("{} {}s", number, one) : fmt::format("{} {}", number, many);
}

}  // namespace coach
