#include "view/line.h"

#include <algorithm>

#include "base/text.h"

namespace coach {
namespace {

Piece safe(const Piece& piece, bool ascii) {
  if (ascii && !piece.ascii.empty()) return {piece.ascii, piece.tone};
  std::string text = visible_line(piece.text);
  return {ascii ? ascii_only(text) : std::move(text), piece.tone};
}

/// Blanks and words in turn; a word may be made of several pieces.
struct Word {
  Line pieces;
  bool blank = false;
};

std::vector<Word> words_of_line(const Line& line) {
  std::vector<Word> all;
  for (const auto& piece : line) {
    for (std::size_t begin = 0; begin < piece.text.size();) {
      const bool blank = piece.text[begin] == ' ';
      std::size_t end = begin;
      while (end < piece.text.size() && (piece.text[end] == ' ') == blank) ++end;
      if (all.empty() || all.back().blank != blank) all.push_back({{}, blank});
      all.back().pieces.push_back({piece.text.substr(begin, end - begin), piece.tone});
      begin = end;
    }
  }
  return all;
}

class Wrapper {
 public:
  explicit Wrapper(int columns) : columns_(columns) {}

  Lines wrapped(const Line& line) {
    for (const auto& word : words_of_line(line)) word.blank ? add_blank(word) : add_word(word);
    if (!here_.empty() || lines_.empty()) lines_.push_back(std::move(here_));
    return std::move(lines_);
  }

 private:
  void add_blank(const Word& word) {
    // Blanks at the start of a text are layout; those at a break are not.
    if (!here_.empty() || lines_.empty()) blank_ = word.pieces;
  }

  void add_word(const Word& word) {
    if (filled_ + width_of(blank_) + width_of(word.pieces) > columns_ && !here_.empty())
      next_line();
    put(blank_);
    blank_.clear();
    if (filled_ + width_of(word.pieces) <= columns_) return put(word.pieces);
    for (const auto& piece : word.pieces) put_broken(piece);
  }

  void put_broken(const Piece& piece) {
    const auto parts = wrap(piece.text, columns_);
    for (const auto& part : parts) {
      if (filled_ > 0 && filled_ + width(part) > columns_) next_line();
      put({{part, piece.tone}});
    }
  }

  void put(const Line& pieces) {
    append(here_, pieces);
    filled_ += width_of(pieces);
  }

  void next_line() {
    lines_.push_back(std::move(here_));
    here_.clear();
    blank_.clear();
    filled_ = 0;
  }

  int columns_;
  Lines lines_;
  Line here_;
  Line blank_;
  int filled_ = 0;
};

}  // namespace

int width_of(const Line& line) {
  int columns = 0;
  for (const auto& piece : line) columns += width(piece.text);
  return columns;
}

bool is_blank(const Line& line) {
  return std::ranges::all_of(line, [](const Piece& piece) { return trimmed(piece.text).empty(); });
}

void append(Line& line, const Line& more) { line.insert(line.end(), more.begin(), more.end()); }

void pad(Line& line, int columns) {
  if (columns > 0) line.push_back({std::string(static_cast<std::size_t>(columns), ' ')});
}

Line indented(int columns, const Line& line) {
  Line out;
  pad(out, columns);
  append(out, line);
  return out;
}

Line in_tone(Line line, Tone tone) {
  for (auto& piece : line)
    if (piece.tone == Tone::plain) piece.tone = tone;
  return line;
}

Line safe(const Line& line, bool ascii) {
  Line out;
  for (const auto& piece : line) out.push_back(safe(piece, ascii));
  return out;
}

Line shortened(const Line& line, int columns, bool ascii) {
  if (width_of(line) <= columns) return line;
  const int end = ascii ? 3 : 1;
  Line out;
  int left = columns;
  for (const auto& piece : line) {
    const int here = width(piece.text);
    if (here > left - end) {
      // More follows in any case, so the cut must happen even where this piece alone would fit.
      out.push_back({cut(piece.text + "....", left, ascii), piece.tone});
      break;
    }
    out.push_back(piece);
    left -= here;
  }
  return out;
}

Lines wrapped(const Line& line, int columns) {
  if (columns < 1 || width_of(line) <= columns) return {line};
  return Wrapper(columns).wrapped(line);
}

}  // namespace coach
