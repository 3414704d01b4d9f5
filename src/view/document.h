// A page for the eye before it has a form: what stands on it and in what order. Built once from an
// answer; the renderers differ only in how they print it.
//
// Knows no records, no disk, no terminal. Text is as it was typed; the renderers make it safe.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.h"

namespace coach {

/// What a piece of text means; a renderer may colour it, and never relies on that.
enum class Tone { plain, strong, dim, good, warn, bad };

struct Piece {
  std::string text;
  Tone tone = Tone::plain;
  std::string ascii{};  // of a glyph of ours: its form where only ASCII does
};
/// One line of pieces.
using Line = std::vector<Piece>;

/// The rubric track: levels 1 to `levels` in a row, with marks on them. Absent marks are 0.
struct Track {
  int levels = 0;
  int baseline = 0;
  int now = 0;
  int other = 0;  // shown where it differs from now
  int target = 0;
};

/// How far along a span of days: drawn as a bar to the width.
struct Progress {
  int gone = 0;
  int all = 1;
};

/// A sparkline: heights from 1 to `top`.
struct Trend {
  std::vector<int> heights;
  int top = 1;
};

using Cell = std::variant<Line, Track, Trend>;

struct Column {
  std::string title;
  bool right = false;    // numbers stand right
  int rank = 0;          // 0 stays; the highest is dropped first where the width does not do
  bool shrinks = false;  // cut before columns are dropped (never below 12), wrapped where `wraps`
  bool wraps = false;
  bool tight = false;  // a mark: one blank behind it instead of two
};

struct Row {
  std::vector<Cell> cells;
  Line group;  // a heading above this row; empty: none
};

struct Heading {
  Line text;
  Line right;  // at the right edge, or below where it does not fit
  int level = 1;
};
struct Paragraph {
  Line text;
  int indent = 0;
};
/// A label and what belongs to it, hanging: `Vision   Every classroom is ...`. Labels of facts that
/// follow each other line up. More lines follow under the first.
struct Fact {
  std::string label;
  std::vector<Line> lines;
  Line right;
};
struct Bar {
  std::string label;
  Progress progress;
  Line right;
};
struct TableBlock {
  std::vector<Column> columns;
  std::vector<Row> rows;
  bool titles = true;  // whether the columns' titles are printed
  int indent = 0;
  std::string heading{};  // over the table; in the titles' line where its first columns have none
  std::optional<std::string> label{};  // as a fact's: the table hangs beside it
};
/// Text with its own lines, kept: a form, a file, a script.
struct Verbatim {
  std::string text;
};
struct Gap {};  // one blank line

/// Days as bars and marks on one axis; drawn to the width.
struct CalendarSpan {
  enum State { behind, to_come, planned };
  Date from{};
  Date to{};  // included
  State state = behind;
};
struct CalendarMark {
  Date day{};
  Piece sign;
};
struct CalendarRow {
  Line label;
  bool indented = false;
  std::vector<CalendarSpan> spans{};
  std::vector<CalendarMark> marks{};
  Line right{};
  std::string words{};  // the same, where nothing is drawn
};
struct Calendar {
  Date from{};
  Date to{};
  Date today{};
  bool weekly = false;  // each row a strip of counts a week; its spans say which weeks count
  std::vector<CalendarRow> rows{};
};

using Block = std::variant<Heading, Paragraph, Fact, Bar, TableBlock, Verbatim, Calendar, Gap>;

struct Page {
  std::vector<Block> blocks;
};

/// Shorthand for building.
inline Line plain(std::string text) { return {{std::move(text), Tone::plain}}; }
inline Line toned(std::string text, Tone tone) { return {{std::move(text), tone}}; }
inline Piece glyph(std::string text, std::string ascii, Tone tone = Tone::plain) {
  return {std::move(text), tone, std::move(ascii)};
}

/// The parts that are not empty, with " · " between them.
Line dotted(const std::vector<std::string>& parts, Tone tone = Tone::plain);

/// Drawings as words: "1 to 2 of 5, target 3", "82 of 285 d", "2, 3, 3".
std::string in_words(const Track& track);
std::string in_words(const Progress& progress);
std::string in_words(const Trend& trend);

}  // namespace coach
