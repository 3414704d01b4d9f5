// Tables by a plan of widths: natural widths, else columns give way, else they are dropped by rank,
// else a block of `Title: value` lines a row.
#pragma once

#include "view/line.h"
#include "view/render.h"

namespace coach {

Lines table_lines(const TableBlock& table, const Rendering& how);

/// A cell without drawing: tracks and trends as words.
Line cell_text(const Cell& cell, bool ascii);

}  // namespace coach
