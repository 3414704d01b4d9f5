#include "model/rubric_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"

namespace coach {
namespace {

constexpr std::size_t fewest_levels = 2, most_levels = 7;

/// Which column is what; levels are all that are nothing else.
struct Columns {
  std::optional<std::size_t> domain, element, prompt;
  std::vector<std::size_t> levels;
};

Columns columns_of(const TableLine& head) {
  Columns columns;
  for (std::size_t i = 0; i < head.size(); ++i) {
    const std::string title = folded(head[i].text);
    if (title == "domain" && !columns.domain)
      columns.domain = i;
    else if (title == "element" && !columns.element)
      columns.element = i;
    else if (title == "prompt" && !columns.prompt)
      columns.prompt = i;
    else
      columns.levels.push_back(i);
  }
  return columns;
}

void read_levels(const TableLine& head, const Columns& columns, const std::string& path,
                 Rubric& rubric, std::vector<std::string>& wrong) {
  std::set<std::string> keys;
  for (const std::size_t at : columns.levels) {
    const TableCell& cell = head[at];
    RubricLevel level{.key = slug(cell.text), .title = cell.text};
    if (level.key.empty())
      wrong.push_back(at_cell(path, cell, "a level needs a title"));
    else if (!keys.insert(level.key).second)
      wrong.push_back(at_cell(path, cell, fmt::format("the level {} stands twice", level.key)));
    rubric.levels.push_back(std::move(level));
  }
  if (rubric.levels.size() < fewest_levels || rubric.levels.size() > most_levels)
    wrong.push_back(
        at_cell(path, head.front(),
                fmt::format("a rubric has two to seven levels; here {} {}",
                            rubric.levels.size() == 1 ? "is" : "are", rubric.levels.size())));
}

}  // namespace

Rubric rubric_of_table(const std::vector<TableLine>& lines, const std::string& path,
                       std::vector<std::string>& wrong) {
  Rubric rubric;
  if (lines.empty()) {
    wrong.push_back(at_cell(path, {}, "no table is here"));
    return rubric;
  }
  const TableLine& head = lines.front();
  const Columns columns = columns_of(head);
  if (!columns.element) {
    wrong.push_back(at_cell(path, head.front(), "no column is called Element"));
    return rubric;
  }
  read_levels(head, columns, path, rubric, wrong);
  std::set<std::string> keys;
  for (std::size_t l = 1; l < lines.size(); ++l) {
    const TableLine& line = lines[l];
    if (line.size() != head.size()) {
      wrong.push_back(at_cell(path, line.size() < head.size() ? line.back() : line[head.size()],
                              fmt::format("{} here, the first line has {}",
                                          counted(line.size(), "column"), head.size())));
      continue;
    }
    const TableCell& title = line[*columns.element];
    Element element{.key = slug(title.text), .title = title.text};
    if (element.key.empty()) {
      wrong.push_back(at_cell(path, title, "an element needs a title"));
      continue;
    }
    if (!keys.insert(element.key).second)
      wrong.push_back(
          at_cell(path, title, fmt::format("the element {} stands twice", element.key)));
    if (columns.prompt) element.prompt = line[*columns.prompt].text;
    for (std::size_t i = 0; i < columns.levels.size(); ++i)
      if (const std::string& words = line[columns.levels[i]].text; !words.empty())
        element.levels.emplace_back(rubric.levels[i].key, words);
    const std::string domain = columns.domain ? line[*columns.domain].text : std::string();
    if (rubric.domains.empty() || (!domain.empty() && rubric.domains.back().title != domain))
      rubric.domains.push_back({.title = domain.empty() ? "Elements" : domain});
    rubric.domains.back().elements.push_back(std::move(element));
  }
  if (rubric.domains.empty()) wrong.push_back(at_cell(path, head.front(), "no element is here"));
  return rubric;
}

}  // namespace coach
