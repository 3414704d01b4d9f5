// Reading tables that others made: CSV as spreadsheets write it, and tables of Markdown. Each cell
// knows where it stands, so that a message can say so. (Writing CSV is view/csv.h.)
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace coach {

struct TableCell {
  std::string text;  // blanks around it are gone
  int line = 1;
  int column = 1;  // in characters, of its first one
};
using TableLine = std::vector<TableCell>;

/// Lines of cells; empty lines are left out. Cells are parted by commas, or by semicolons or tabs
/// where the first line has more of those; quotes as RFC 4180 has them. Throws Error with
/// `path:line:column` where a quote is not closed.
std::vector<TableLine> read_csv(std::string_view text, const std::string& path);

/// The first table of a Markdown text: rows between bars, the line of dashes left out, `\|` a bar.
/// Empty where there is none.
std::vector<TableLine> read_markdown_table(std::string_view text);

/// "scores.csv:4:7: text", for messages.
std::string at_cell(const std::string& path, const TableCell& cell, std::string_view text);

/// What is wrong with the cells of a table as one error, the first ones shown, of many how many
/// more.
Error wrong_cells(const std::vector<std::string>& wrong);

}  // namespace coach
