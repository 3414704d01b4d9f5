// Text of many scripts, and text that means harm.
#include "base/text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace coach {
namespace {

constexpr unsigned seed = 20261124;

using Lines = std::vector<std::string>;

constexpr std::string_view family = "👨‍👩‍👧‍👦";
constexpr std::string_view flag = "🇩🇪";
constexpr std::string_view red_heart = "❤\uFE0F";
constexpr std::string_view key_one = "1\uFE0F\u20E3";

/// Random text out of harmless, wide, joined and harmful pieces.
class Pieces {
 public:
  std::string text() {
    static const Lines pieces{"a",
                              "B",
                              "word",
                              " ",
                              " ",
                              "  ",
                              "-",
                              "_",
                              "é",
                              "e\u0301",
                              "\u0308",
                              "漢",
                              "ｱ",
                              "ก\u0E33",
                              "\u1112\u1161\u11AB",
                              "🙂",
                              "👍🏽",
                              "👨‍👩‍👧‍👦",
                              "🇩",
                              "🇩🇪",
                              "❤",
                              "❤\uFE0F",
                              "1",
                              "#\uFE0F\u20E3",
                              "\u200D",
                              "\uFE0F",
                              "\uFE0E",
                              "\u20E3",
                              "\U0001F3FD",
                              "שלום",
                              "مرحبا",
                              "\u0600",
                              "\x1B[31m",
                              "\x1B]0;x\x07",
                              "\u009B",
                              "\u202E",
                              "\u2066",
                              "\u200B",
                              "\uFEFF",
                              "\U000E0067",
                              "\x9B",
                              "\xFF",
                              "\xE2\x80",
                              "\xED\xA0\x80",
                              "\t",
                              "\x7F",
                              "\\u{1B}",
                              "ß",
                              "Æ",
                              "'",
                              "ﬁ",
                              "½"};
    std::string out;
    for (std::size_t left = number(16); left > 0; --left) out += pieces[number(pieces.size())];
    return out;
  }
  std::string bytes() {
    std::string out;
    for (std::size_t left = number(24); left > 0; --left) out += static_cast<char>(number(256));
    return out;
  }
  std::size_t number(std::size_t below) {
    return std::uniform_int_distribution<std::size_t>(0, below - 1)(random_);
  }

 private:
  std::mt19937 random_{seed};
};

std::string without_blanks(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
  return text;
}

std::string joined(const Lines& lines) {
  std::string out;
  for (const auto& line : lines) out += line;
  return out;
}

bool holds_any(std::string_view text, const Lines& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return text.find(word) != std::string_view::npos;
  });
}

/// The UTF-8 of every code point from `first` to `last`, in a spelling of its own.
void add_range(Lines& words, char32_t first, char32_t last) {
  for (char32_t code = first; code <= last; ++code) {
    const auto tail = [&](unsigned shift) {
      return static_cast<char>(0x80 | (code >> shift & 0x3F));
    };
    if (code < 0x80) {
      words.push_back({static_cast<char>(code)});
    } else if (code < 0x800) {
      words.push_back({static_cast<char>(0xC0 | code >> 6), tail(0)});
    } else if (code < 0x10000) {
      words.push_back({static_cast<char>(0xE0 | code >> 12), tail(6), tail(0)});
    } else {
      words.push_back({static_cast<char>(0xF0 | code >> 18), tail(12), tail(6), tail(0)});
    }
  }
}

/// Never seen alone, so never printed; U+200D and the emoji selectors are told apart elsewhere.
const Lines& harmful() {
  static const Lines all = [] {
    Lines words;
    add_range(words, 0x00, 0x09);
    add_range(words, 0x0B, 0x1F);
    add_range(words, 0x7F, 0x9F);
    add_range(words, 0x061C, 0x061C);
    add_range(words, 0x200B, 0x200C);
    add_range(words, 0x200E, 0x200F);
    add_range(words, 0x2028, 0x202E);
    add_range(words, 0x2060, 0x206F);
    add_range(words, 0xFEFF, 0xFEFF);
    add_range(words, 0xFFF0, 0xFFFB);
    add_range(words, 0xFE00, 0xFE0D);
    add_range(words, 0xE0000, 0xE007F);
    add_range(words, 0xE0100, 0xE01EF);
    return words;
  }();
  return all;
}

TEST_CASE("well-formed text is UTF-8, and nothing else is") {
  for (const std::string_view text : {"", "plain", "Zoë", "漢字", "🙂", "\U0010FFFF", "\uFFFF"})
    CHECK(is_utf8(text));
  CHECK(is_utf8(std::string_view("a\0b", 3)));
  for (const std::string_view text :
       {"\xFF", "\xC3", "\x80", "a\xE2\x82", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80",
        "\xF4\x90\x80\x80", "\xF5\x80\x80\x80"})
    CHECK_FALSE(is_utf8(text));
}

TEST_CASE("each byte that is no UTF-8 is repaired, the rest stays") {
  CHECK(repaired("Zo\xEB today") == "Zo\uFFFD today");
  CHECK(repaired("\xE2\x82é") == "\uFFFD\uFFFDé");
  CHECK(repaired("Zoë 🙂") == "Zoë 🙂");
}

TEST_CASE("letters taken apart are put together, broken text is left alone") {
  CHECK(nfc("Zoe\u0308") == "Zoë");
  CHECK(nfc("\u1112\u1161\u11AB") == "한");
  CHECK(nfc("plain") == "plain");
  CHECK(nfc("") == "");
  CHECK(nfc("e\u0308\xFF") == "e\u0308\xFF");
}

TEST_CASE("a hundred thousand marks on one letter take no time") {
  std::string text = "a";
  for (int pair = 0; pair < 100'000; ++pair) text += "\u0308\u0323";
  CHECK(nfc(text) == text);
  CHECK(folded(text) == "a");
  CHECK(width(text) == 1);
  CHECK(cut(text + "bc", 2) == text + "…");
}

TEST_CASE("folded text is the same whatever its case, accents and forms") {
  CHECK(folded("Zoë") == "zoe");
  CHECK(folded("ZOE") == "zoe");
  CHECK(folded("Zoe\u0308") == "zoe");
  CHECK(folded("Straße") == "strasse");
  CHECK(folded("ＦＵＬＬ ﬁ") == "full fi");
  CHECK(folded("Sørlie Łukasz ÆØÅ") == "sorlie lukasz aeoa");
  CHECK(folded("İstanbul ılık") == "istanbul ilik");
  CHECK(folded("ΟΔΟΣ") == folded("οδος"));
  CHECK(folded("x\xFF") == "x\uFFFD");
}

TEST_CASE("a slug is made of plain words") {
  const std::vector<std::pair<std::string_view, std::string_view>> rows{
      {"Résumé of Zoë's week", "resume-of-zoes-week"},
      {"Zoë’s “next” step", "zoes-next-step"},
      {"  Feedback: hard & honest!  ", "feedback-hard-honest"},
      {"Straße Ægir Ørsted Łódź Þór Đặng", "strasse-aegir-orsted-lodz-thor-dang"},
      {"Œuvre", "oeuvre"},
      {"a--b__c", "a-b-c"},
      {"½ day", "1-2-day"},
      {"2026-11-24", "2026-11-24"},
      {"", ""},
      {"漢字", ""},
      {"🙂 smile 漢", "smile"},
      {"../../etc/passwd", "etc-passwd"},
      {"a\x1B[31m", "a-31m"},
      {"con", "con-1"},
      {"NUL", "nul-1"},
      {"Com1", "com1-1"},
      {"lpt9", "lpt9-1"},
      {"com10", "com10"},
      {"console", "console"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.first);
    CHECK(slug(row.first) == row.second);
  }
}

TEST_CASE("a long slug is cut where a word ends") {
  CHECK(slug("one two three", 13) == "one-two-three");
  CHECK(slug("one two three", 12) == "one-two");
  CHECK(slug("one two three", 7) == "one-two");
  CHECK(slug("one two three", 8) == "one-two");
  CHECK(slug("unbroken", 4) == "unbr");
  CHECK(slug("con artists", 5) == "con-1");
  CHECK(slug("nul", 3) == "n-1");
  CHECK(slug("anything", 0) == "");
  CHECK(slug(std::string(300, 'x')).size() == 64);
}

TEST_CASE("a slug of anything is a safe name within its limit") {
  CAPTURE(seed);
  Pieces pieces;
  for (int round = 0; round < 5'000; ++round) {
    const auto text = round % 4 == 0 ? pieces.bytes() : pieces.text();
    const auto limit = pieces.number(20);
    const auto name = slug(text, limit);
    CAPTURE(text);
    CAPTURE(name);
    REQUIRE(name.size() <= limit);
    REQUIRE(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos);
    REQUIRE_FALSE(name.starts_with('-'));
    REQUIRE_FALSE(name.ends_with('-'));
    REQUIRE(slug(name, limit) == name);
  }
}

TEST_CASE("width counts what a terminal shows") {
  const std::vector<std::pair<std::string_view, int>> rows{
      {"", 0},
      {"plain", 5},
      {"Zoë", 3},
      {"Zoe\u0308", 3},
      {"\u0308", 0},
      {"漢字", 4},
      {"ｱ", 1},
      {"한", 2},
      {"\u1112\u1161\u11AB", 2},
      {"ก\u0E33", 2},
      {"שלום", 4},
      {"🙂", 2},
      {"👍🏽", 2},
      {family, 2},
      {"👩🏽‍🏫", 2},
      {"🏳️‍🌈", 2},
      {flag, 2},
      {"🇩🇪🇫🇷", 4},
      {"❤", 1},
      {red_heart, 2},
      {key_one, 2},
      {"a\uFE0F", 1},
      {"\n\x1B\x7F", 0},
      {"…", 1},
      {"\xFF", 1},
  };
  for (const auto& row : rows) {
    CAPTURE(row.first);
    CHECK(width(row.first) == row.second);
  }
}

TEST_CASE("a cut text ends with dots and never within a character") {
  CHECK(cut("Hard conversations", 18) == "Hard conversations");
  CHECK(cut("Hard conversations", 10) == "Hard conv…");
  CHECK(cut("Hard conversations", 6) == "Hard…");
  CHECK(cut("Hard conversations", 10, true) == "Hard co...");
  CHECK(cut("Hard", 1) == "…");
  CHECK(cut("Hard", 2, true) == "..");
  CHECK(cut("Hard", 0) == "");
  CHECK(cut("Hard", -3) == "");
  CHECK(cut("漢字漢字", 4) == "漢…");
  CHECK(cut(std::string(family) + "abc", 3) == std::string(family) + "…");
  CHECK(cut(std::string(family) + "abc", 2) == "…");
  CHECK(cut("Zoe\u0308 is here", 4) == "Zoe\u0308…");
}

TEST_CASE("a cut text is never wider than asked, and begins as the whole") {
  CAPTURE(seed);
  Pieces pieces;
  for (int round = 0; round < 5'000; ++round) {
    const auto text = round % 4 == 0 ? pieces.bytes() : pieces.text();
    const int columns = static_cast<int>(pieces.number(16));
    const bool ascii = round % 2 == 0;
    const auto shorter = cut(text, columns, ascii);
    CAPTURE(text);
    CAPTURE(columns);
    REQUIRE(width(shorter) <= columns);
    if (width(text) <= columns && columns > 0) REQUIRE(shorter == text);
    if (shorter == text || columns == 0) continue;
    const std::string dots =
        ascii ? std::string(static_cast<std::size_t>(std::min(columns, 3)), '.') : "…";
    REQUIRE(shorter.ends_with(dots));
    REQUIRE(text.starts_with(shorter.substr(0, shorter.size() - dots.size())));
  }
}

TEST_CASE("padding fills up to a width and never cuts") {
  CHECK(pad_right("漢", 4) == "漢  ");
  CHECK(pad_left("漢", 4) == "  漢");
  CHECK(pad_right("long", 2) == "long");
  CHECK(pad_left("x", -1) == "x");
}

TEST_CASE("text is wrapped at blanks, and a long word between characters") {
  CHECK(wrap("one two three", 7) == Lines{"one two", "three"});
  CHECK(wrap("one two three", 80) == Lines{"one two three"});
  CHECK(wrap("unbroken", 3) == Lines{"unb", "rok", "en"});
  CHECK(wrap("a unbroken", 4) == Lines{"a", "unbr", "oken"});
  CHECK(wrap("one\n\ntwo three", 5) == Lines{"one", "", "two", "three"});
  CHECK(wrap("one\ntwo three", 0) == Lines{"one", "two three"});
  CHECK(wrap("  indented text", 10) == Lines{"  indented", "text"});
  CHECK(wrap("one   two", 9) == Lines{"one   two"});
  CHECK(wrap("one   two", 8) == Lines{"one", "two"});
  CHECK(wrap("漢字漢字", 5) == Lines{"漢字", "漢字"});
  CHECK(wrap("漢", 1) == Lines{"漢"});
  CHECK(wrap("a\u00A0b c", 3) == Lines{"a\u00A0b", "c"});
  CHECK(wrap("", 10) == Lines{});
}

TEST_CASE("a wrapped line is never too wide, and nothing but blanks is lost") {
  CAPTURE(seed);
  Pieces pieces;
  for (int round = 0; round < 5'000; ++round) {
    auto text = pieces.text();
    if (round % 3 == 0) text += "\n" + pieces.text();
    const int columns = 2 + static_cast<int>(pieces.number(14));
    const auto lines = wrap(text, columns);
    CAPTURE(text);
    CAPTURE(columns);
    for (const auto& line : lines) REQUIRE(width(line) <= columns);
    REQUIRE(without_blanks(joined(lines)) == without_blanks(text));
  }
}

TEST_CASE("text is parted into its lines, whatever ends them") {
  CHECK(lines_of("") == Lines{});
  CHECK(lines_of("one") == Lines{"one"});
  CHECK(lines_of("one\n") == Lines{"one"});
  CHECK(lines_of("one\r\n\r\ntwo\rthree\n") == Lines{"one", "", "two\rthree"});
  CHECK(lines_of("\n") == Lines{""});
}

TEST_CASE("parts are trimmed, and nothing has none") {
  CHECK(trimmed(" \t\r\n a b \n") == "a b");
  CHECK(trimmed("  ") == "");
  CHECK(split("what; who ;due", ';') == Lines{"what", "who", "due"});
  CHECK(split("a,,b,", ',') == Lines{"a", "", "b", ""});
  CHECK(split("one", ',') == Lines{"one"});
  CHECK(split("", ',') == Lines{});
  CHECK(split("  ", ',') == Lines{});
}

TEST_CASE("what a terminal would obey becomes visible") {
  const std::vector<std::pair<std::string_view, std::string_view>> rows{
      {"plain text", "plain text"},
      {"\x1B[31mred", "\\u{1B}[31mred"},
      {"a\r\nb", "a\\u{D}\nb"},
      {"\x07\x08\x7F", "\\u{7}\\u{8}\\u{7F}"},
      {"\u009B31m", "\\u{9B}31m"},
      {"\x9B"
       "31m",
       "\\x{9B}31m"},
      {"\xFF\xE2\x82", "\\x{FF}\\x{E2}\\x{82}"},
      {"\xED\xA0\x80", "\\x{ED}\\x{A0}\\x{80}"},
      {"a\tb", "a    b"},
      {"\\u{1B}", "\\u{1B}"},
  };
  for (const auto& [text, expected] : rows) CHECK(visible(text) == expected);
  CHECK(visible(std::string_view("a\0b", 3)) == "a\\u{0}b");
}

TEST_CASE("what turns the reading around or is not seen becomes visible") {
  const std::vector<std::pair<std::string_view, std::string_view>> rows{
      {"a\u202Eb", "a\\u{202E}b"},
      {"\u2066a\u2069", "\\u{2066}a\\u{2069}"},
      {"\u200E\u200F\u061C", "\\u{200E}\\u{200F}\\u{61C}"},
      {"pass\u200Bword", "pass\\u{200B}word"},
      {"a\u200Cb", "a\\u{200C}b"},
      {"a\u2060b\uFEFF", "a\\u{2060}b\\u{FEFF}"},
      {"a\u00ADb", "a\\u{AD}b"},
      {"a\u2028b", "a\\u{2028}b"},
      {"\u115F\u3164", "\\u{115F}\\u{3164}"},
      {"\U000E0041\U000E007F", "\\u{E0041}\\u{E007F}"},
      {"a\U000E0100", "a\\u{E0100}"},
      {"🏴\U000E0067\U000E007F", "🏴\\u{E0067}\\u{E007F}"},
  };
  for (const auto& [text, expected] : rows) CHECK(visible(text) == expected);
}

TEST_CASE("letters of every script stay as they are") {
  for (const std::string_view text : {"Zoë", "Zoe\u0308", "שלום", "مرحبا", "\u0600\u0661", "漢字",
                                      "हिन्दी", "한", "a\u00A0b", "…", "“x”"})
    CHECK(visible(text) == text);
}

TEST_CASE("a joiner and a selector stay within an emoji and nowhere else") {
  for (const std::string_view text :
       {std::string_view("🙂"), std::string_view("👍🏽"), family, flag, red_heart, key_one,
        std::string_view("❤\uFE0E"), std::string_view("👩🏽‍🏫"),
        std::string_view("🏳️‍🌈")})
    CHECK(visible(text) == text);
  CHECK(visible("a\u200Db") == "a\\u{200D}b");
  CHECK(visible("🙂\u200D") == "🙂\\u{200D}");
  CHECK(visible("🙂\u200Da") == "🙂\\u{200D}a");
  CHECK(visible("🙂\u200D\u200D🙂") == "🙂\\u{200D}\\u{200D}🙂");
  CHECK(visible("a\uFE0F") == "a\\u{FE0F}");
  CHECK(visible("1\uFE0F") == "1\\u{FE0F}");
  CHECK(visible("❤\uFE0F\uFE0F") == "❤\uFE0F\\u{FE0F}");
  CHECK(visible("❤\uFE01") == "❤\\u{FE01}");
  CHECK(visible("❤\uFE0E\uFE0F\u200D🙂") == "❤\uFE0E\\u{FE0F}\\u{200D}🙂");
}

TEST_CASE("one visible line has no newline") {
  CHECK(visible_line("a\nb\x1B") == "a b\\u{1B}");
  CHECK(visible_line("a\tb") == "a    b");
}

TEST_CASE("visible text is UTF-8, holds nothing harmful, and is visible again as itself") {
  CAPTURE(seed);
  Pieces pieces;
  for (int round = 0; round < 1'500; ++round) {
    const auto text = round % 2 == 0 ? pieces.bytes() : pieces.text();
    const auto shown = visible(text);
    CAPTURE(text);
    CAPTURE(shown);
    REQUIRE(is_utf8(shown));
    REQUIRE_FALSE(holds_any(shown, harmful()));
    REQUIRE(visible(shown) == shown);
    REQUIRE(visible_line(shown).find('\n') == std::string::npos);
  }
}

TEST_CASE("every single harmful code point becomes visible") {
  for (const auto& harm : harmful()) {
    const auto shown = visible("a" + harm + "🙂");
    REQUIRE(shown.find(harm) == std::string::npos);
  }
}

TEST_CASE("text for a plain terminal holds ASCII only") {
  CHECK(ascii_only("Zoë 🙂\n") == "Zo\\u{EB} \\u{1F642}\n");
  CHECK(ascii_only("x\xFF") == "x\\x{FF}");
  CHECK(ascii_only("plain") == "plain");
}

TEST_CASE("the nearest words come best first and are three at most") {
  const Lines commands{"status", "timeline", "todo", "show", "set", "schema", "rubric", "goal"};
  CHECK(nearest("staus", commands) == Lines{"status"});
  CHECK(nearest("tsatus", commands) == Lines{"status"});
  CHECK(nearest("RUBRIK", commands) == Lines{"rubric"});
  CHECK(nearest("time", commands) == Lines{"timeline"});
  CHECK(nearest("goals", commands) == Lines{"goal"});
  CHECK(nearest("xyzzy", commands) == Lines{});
  CHECK(nearest("", commands) == Lines{});
  CHECK(nearest("s", commands) == Lines{});
  CHECK(nearest("x", Lines{"y", "z"}) == Lines{});
  CHECK(nearest("ab", Lines{"abx", "ab", "aby", "abz"}) == Lines{"ab", "abx", "aby"});
  CHECK(nearest("ab", Lines{"abx", "abx"}) == Lines{"abx"});
}

TEST_CASE("nearness looks past case, accents, dashes and blanks") {
  const Lines elements{"hard-conversations", "instructional-vision"};
  CHECK(nearest("Hard Conversations", elements) == Lines{"hard-conversations"});
  CHECK(nearest("hard_conversation", elements) == Lines{"hard-conversations"});
  CHECK(nearest("Zöe", Lines{"Zoë"}) == Lines{"Zoë"});
  CHECK(nearest("haer-convresation", elements) == Lines{"hard-conversations"});
  CHECK(nearest(std::string(1'000'000, 'x'), elements) == Lines{});
}

TEST_CASE("a question names what may be meant") {
  CHECK(did_you_mean("hern", Lines{"heron", "wren"}) == "did you mean heron?");
  CHECK(did_you_mean("ab", Lines{"abx", "aby"}) == "did you mean abx or aby?");
  CHECK(did_you_mean("ab", Lines{"abx", "aby", "abz"}) == "did you mean abx, aby or abz?");
  CHECK(did_you_mean("owl", Lines{"heron"}) == "");
}

TEST_CASE("code points are counted, a broken byte as one") {
  CHECK(code_points("") == 0);
  CHECK(code_points("Zoë🙂") == 4);
  CHECK(code_points("e\u0308\xFF") == 3);
}

TEST_CASE("words are listed and things are counted as English does") {
  CHECK(listed(Lines{}) == "");
  CHECK(listed(Lines{"a"}) == "a");
  CHECK(listed(Lines{"a", "b"}) == "a and b");
  CHECK(listed(Lines{"a", "b", "c"}, "or") == "a, b or c");
  CHECK(counted(0, "session") == "0 sessions");
  CHECK(counted(1, "session") == "1 session");
  CHECK(counted(3, "session") == "3 sessions");
  CHECK(counted(1, "entry", "entries") == "1 entry");
  CHECK(counted(2, "entry", "entries") == "2 entries");
}

}  // namespace
}  // namespace coach
