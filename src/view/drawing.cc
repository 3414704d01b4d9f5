#include "view/drawing.h"

#include <algorithm>

#include "base/text.h"

namespace coach {
namespace {

struct Mark {
  std::string_view glyph;
  std::string_view ascii;
};
constexpr Mark baseline_mark{"○", "o"};
constexpr Mark now_mark{"●", "*"};
constexpr Mark other_mark{"◇", "c"};
constexpr Mark target_mark{"◎", "@"};
constexpr Mark unmoved_mark{"◉", "&"};
constexpr Mark made_line{"━", "="};
constexpr Mark to_go_line{"─", "-"};

Piece drawn(Mark mark, Tone tone, bool ascii) {
  return {std::string(ascii ? mark.ascii : mark.glyph), tone};
}

int track_width(const Track& track, int step) { return std::max(0, track.levels - 1) * step + 1; }

/// One piece a column of a track, blank where nothing is.
class Canvas {
 public:
  Canvas(const Track& track, int step, bool ascii)
      : step_(step),
        ascii_(ascii),
        cells_(static_cast<std::size_t>(track_width(track, step)), Piece{" "}) {}

  void mark(int level, Mark mark, Tone tone) {
    if (level < 1 || at(level) >= cells_.size()) return;
    cells_[at(level)] = drawn(mark, tone, ascii_);
  }

  void line(int from, int to, Mark mark, Tone tone) {
    if (from < 1 || to < from || at(to) >= cells_.size()) return;
    for (auto i = at(from) + 1; i < at(to); ++i) cells_[i] = drawn(mark, tone, ascii_);
  }

  /// Pieces of one tone joined, blanks at the end dropped.
  Line finished() const {
    Line out;
    for (const auto& cell : cells_) {
      if (!out.empty() && out.back().tone == cell.tone)
        out.back().text += cell.text;
      else
        out.push_back(cell);
    }
    if (!out.empty()) {
      auto& last = out.back().text;
      last.erase(last.find_last_not_of(' ') + 1);
      if (last.empty()) out.pop_back();
    }
    return out;
  }

 private:
  std::size_t at(int level) const { return static_cast<std::size_t>((level - 1) * step_); }

  int step_;
  bool ascii_;
  Line cells_;
};

Tone now_tone(const Track& track) {
  if (track.baseline > track.now) return Tone::warn;
  if (track.target > 0 && track.now >= track.target) return Tone::good;
  return Tone::strong;
}

void draw_lines(Canvas& canvas, const Track& track) {
  const int baseline = track.baseline > 0 ? track.baseline : track.now;
  canvas.line(track.now, track.target, to_go_line, Tone::dim);
  canvas.line(track.now, baseline, to_go_line, Tone::dim);  // below where it began
  canvas.line(baseline, track.now, made_line, Tone::plain);
}

void draw_marks(Canvas& canvas, const Track& track) {
  // Later marks win: the other side's level stands in words beside the track as well.
  if (track.other != track.now) canvas.mark(track.other, other_mark, Tone::plain);
  canvas.mark(track.baseline, baseline_mark, Tone::plain);
  canvas.mark(track.target, target_mark, Tone::plain);
  const bool unmoved = track.baseline == track.now;
  canvas.mark(track.now, unmoved ? unmoved_mark : now_mark, now_tone(track));
}

/// "not rated" beside the lonely target, before it where there is room.
Line unrated(Line drawing) {
  const Piece words{"not rated", Tone::dim};
  if (drawing.empty()) return {words};
  const auto room = static_cast<int>(drawing.front().text.find_first_not_of(' '));
  const int needed = width(words.text) + 1;
  if (room >= needed) {
    drawing.front().text.erase(0, static_cast<std::size_t>(needed));
    return [&] {
      Line line{words, {" "}};
      append(line, drawing);
      return line;
    }();
  }
  append(drawing, {{" "}, words});
  return drawing;
}

}  // namespace

Line draw(const Track& track, int step, bool ascii) {
  Canvas canvas(track, step, ascii);
  if (track.now > 0) draw_lines(canvas, track);
  draw_marks(canvas, track);
  Line drawing = canvas.finished();
  return track.now == 0 && track.other == 0 ? unrated(std::move(drawing)) : drawing;
}

Line level_numbers(const Track& track, int step) {
  std::string text;
  for (int level = 1; level <= track.levels; ++level)
    text += pad_right(std::to_string(level), level < track.levels ? step : 1);
  return plain(std::move(text));
}

Line draw(const Trend& trend, bool ascii) {
  static constexpr std::string_view glyphs[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  std::string text;
  for (const int height : trend.heights) {
    const int top = std::max(2, trend.top);
    const int step =
        (std::clamp(height, 1, top) - 1) * 14 / (top - 1);  // half steps: to be rounded
    text += ascii ? std::to_string(height) : std::string(glyphs[(step + 1) / 2]);
  }
  return plain(std::move(text));
}

Line draw(const Progress& progress, int columns, bool ascii) {
  const int inner = std::max(1, columns - 2);
  const int all = std::max(1, progress.all);
  const int at = static_cast<int>(static_cast<long long>(std::clamp(progress.gone, 0, all)) *
                                  (inner - 1) / all);
  const auto repeated = [&](std::string_view glyph, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += glyph;
    return text;
  };
  return {{ascii ? "|" : "├", Tone::dim},
          {repeated(ascii ? "=" : "━", at), Tone::plain},
          {ascii ? "*" : "●", Tone::strong},
          {repeated(ascii ? "-" : "─", inner - 1 - at), Tone::dim},
          {ascii ? "|" : "┤", Tone::dim}};
}

}  // namespace coach
