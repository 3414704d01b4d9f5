#include "base/csv.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace coach {
namespace {

bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

char separator_of(std::string_view text) {
  const auto first = text.substr(0, text.find('\n'));
  char best = ',';
  for (const char one : {';', '\t'})
    if (std::ranges::count(first, one) > std::ranges::count(first, best)) best = one;
  return best;
}

std::string_view without_mark(std::string_view text) {
  return text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
}

void trim(TableCell& cell) { cell.text = std::string(trimmed(cell.text)); }

}  // namespace

std::vector<TableLine> read_csv(std::string_view text, const std::string& path) {
  text = without_mark(text);
  const char separator = separator_of(text);
  std::vector<TableLine> lines;
  TableLine cells;
  TableCell cell;
  int line = 1, column = 1;
  bool quoted = false, was_quoted = false;
  const auto end_cell = [&] {
    if (!was_quoted) trim(cell);
    cells.push_back(std::move(cell));
    was_quoted = false;
  };
  const auto end_line = [&] {
    end_cell();
    const bool empty =
        std::ranges::all_of(cells, [](const TableCell& one) { return one.text.empty(); });
    if (!empty) lines.push_back(std::move(cells));
    cells.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '"' && i + 1 < text.size() && text[i + 1] == '"')
        cell.text += text[++i], ++column;
      else if (c == '"')
        quoted = false;
      else if (c != '\r')
        cell.text += c;
    } else if (c == '"' && trimmed(cell.text).empty()) {
      quoted = was_quoted = true;
      cell.text.clear();
      cell.line = line, cell.column = column;
    } else if (c == separator) {
      end_cell();
      cell = {{}, line, column + 1};
    } else if (c == '\n') {
      end_line();
      cell = {{}, line + 1, 1};
    } else if (c != '\r') {
      if (was_quoted && c != ' ' && c != '\t')
        throw Error(at_cell(path, {{}, line, column}, "text stands behind a closing quote"),
                    "a quote inside a quoted cell is written twice; nothing was imported");
      if (!was_quoted) cell.text += c;
    }
    if (c == '\n')
      ++line, column = 1;
    else if (starts_character(c))
      ++column;
  }
  if (quoted) throw Error(at_cell(path, cell, "this quote is not closed"), "nothing was imported");
  end_line();
  return lines;
}

std::vector<TableLine> read_markdown_table(std::string_view text) {
  std::vector<TableLine> lines;
  bool dashed = false;
  int number = 0;
  for (const auto& line : lines_of(std::string(without_mark(text)))) {
    ++number;
    if (!trimmed(line).starts_with('|')) {
      if (!lines.empty()) break;
      continue;
    }
    TableLine cells;
    TableCell cell{{}, number, 1};
    int column = 1;
    bool inside = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const char c = line[i];
      if (starts_character(c)) ++column;
      if (c == '\\' && i + 1 < line.size() && line[i + 1] == '|') {
        cell.text += line[++i], ++column;
      } else if (c == '|') {
        if (inside) {
          trim(cell);
          cells.push_back(std::move(cell));
        }
        inside = true;
        cell = {{}, number, column};
      } else if (inside) {
        cell.text += c;
      }
    }
    if (!trimmed(cell.text).empty()) {
      trim(cell);
      cells.push_back(std::move(cell));
    }
    const bool dashes = std::ranges::all_of(cells, [](const TableCell& one) {
      return one.text.find_first_not_of("-: ") == std::string::npos;
    });
    // Only the second line of a table parts its head from the rest.
    if (!dashes || lines.size() != 1 || dashed) lines.push_back(std::move(cells));
    dashed = dashed || (dashes && lines.size() == 1);
  }
  return lines;
}

Error wrong_cells(const std::vector<std::string>& wrong) {
  constexpr std::size_t shown = 20;
  std::string rest;
  for (std::size_t i = 1; i < std::min(shown, wrong.size()); ++i) rest += wrong[i] + "\n";
  if (wrong.size() > shown) rest += fmt::format("{} more\n", wrong.size() - shown);
  return Error(wrong.front(), rest + "nothing was imported");
}

std::string at_cell(const std::string& path, const TableCell& cell, std::string_view text) {
  return fmt::format("{}:{}:{}: {}", path, cell.line, cell.column, text);
}

}  // namespace coach
