// UTF-8 text: what is valid, how wide it is, how it folds, which word is nearest, and how it is
// made safe for a terminal. Widths, normalisation and folding are utf8proc's. Knows no terminal and
// no language.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace coach {

/// True for well-formed UTF-8 (no overlong forms, no surrogates).
bool is_utf8(std::string_view text);

/// Bytes that are no UTF-8 become U+FFFD; the rest is unchanged.
std::string repaired(std::string_view text);

/// Normal form C of valid UTF-8; invalid text comes back as it was, and so does text with more than
/// 30 marks on one letter.
std::string nfc(std::string_view text);

/// A to Z as a to z, every other byte as it is.
std::string lower_ascii(std::string_view text);

/// For comparing: case and accents folded away, compatibility forms and joined letters made plain
/// ("Zoë" and "ZOE" are equal, so are "Sørlie" and "sorlie").
std::string folded(std::string_view text);

/// Lower-case ASCII words joined by '-', accents dropped, at most `limit` bytes, cut at a word
/// where one ends; never a name that Windows reserves (con, nul, com1 ...: those get "-1" behind).
/// May be empty (text without a letter or digit that has an ASCII form).
std::string slug(std::string_view text, std::size_t limit = 64);

/// Columns on a terminal, measured by grapheme: a family emoji is two, a combining mark none.
int width(std::string_view text);

/// Cut to at most `columns`, "…" (or "..." where `ascii`) as its end where something was cut.
std::string cut(std::string_view text, int columns, bool ascii = false);

/// Blanks to the right (or to the left) up to `columns`.
std::string pad_right(std::string_view text, int columns);
std::string pad_left(std::string_view text, int columns);

/// Lines of at most `columns`, broken at blanks; a word that is longer stands broken between
/// graphemes. Newlines in the text are kept as line ends. columns < 1: only the text's own lines.
std::vector<std::string> wrap(std::string_view text, int columns);

std::vector<std::string> lines_of(std::string_view text);  // by \n; a \r before it is dropped
std::string_view trimmed(std::string_view text);           // without blanks, tabs, newlines around
std::vector<std::string> split(std::string_view text, char at);  // each part trimmed; "" gives none

/// The one function that makes text safe for a terminal (SAFETY.md): C0 but \n, DEL, C1, bidi
/// controls, zero-width and tag characters become visible as \u{...}, bytes that are no UTF-8 as
/// \x{...}; a joiner or a variation selector within an emoji stays. A tab becomes four blanks.
/// Idempotent on its own output.
std::string visible(std::string_view text);
/// The same for a text that is JSON: they become its own escapes, and it says what it said before.
std::string unseen_as_json(std::string_view json);
/// The same on one line: a newline becomes a blank.
std::string visible_line(std::string_view text);

/// Letters and marks that ASCII lacks become \u{...}; for terminals that are not UTF-8.
std::string ascii_only(std::string_view text);

/// The nearest of `known` by Damerau-Levenshtein distance on folded text (at most a third of the
/// length, at least 1) or by prefix of at least two characters; best first, at most three. Empty
/// where nothing is near.
std::vector<std::string> nearest(std::string_view word, std::span<const std::string> known);

/// "did you mean X?", "did you mean X or Y?", or "" where nothing is near.
std::string did_you_mean(std::string_view word, std::span<const std::string> known);

std::size_t code_points(std::string_view text);

/// "a", "a and b", "a, b and c".
std::string listed(std::span<const std::string> words, std::string_view last = "and");

/// "1 session", "3 sessions"; the plural is given where an s does not do.
std::string counted(std::size_t number, std::string_view one, std::string_view many = {});

}  // namespace coach
