// Tracks, bars and sparklines as lines of glyphs.
//
// ○ baseline, ● now, ◇ the other side's level, ◎ target, ◉ now where it is still the baseline, ━
// the way made, ─ the way to go; in ASCII o * c @ & = -.
#pragma once

#include "view/line.h"

namespace coach {

/// Columns from one level of a track to the next.
inline constexpr int wide_step = 5;
inline constexpr int narrow_step = 3;

Line draw(const Track& track, int step, bool ascii);
Line draw(const Trend& trend, bool ascii);
Line draw(const Progress& progress, int columns, bool ascii);

/// The numbers of the levels, each above its mark.
Line level_numbers(const Track& track, int step);

}  // namespace coach
