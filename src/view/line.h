// Lines of pieces, measured and laid out by columns. A line is made safe before it is measured, so
// that what is counted is what is printed.
#pragma once

#include <vector>

#include "view/document.h"

namespace coach {

using Lines = std::vector<Line>;

/// Ready to be measured and printed: controls visible, glyphs of ours and letters in ASCII where
/// wanted.
Line safe(const Line& line, bool ascii);

int width_of(const Line& line);
bool is_blank(const Line& line);

void append(Line& line, const Line& more);
void pad(Line& line, int columns);
Line indented(int columns, const Line& line);
/// The tone for those pieces that have none of their own.
Line in_tone(Line line, Tone tone);

/// Cut to at most `columns`, with the sign that something was cut.
Line shortened(const Line& line, int columns, bool ascii);
/// Broken at blanks into lines of at most `columns`; columns < 1: one line.
Lines wrapped(const Line& line, int columns);

}  // namespace coach
