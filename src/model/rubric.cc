#include "model/rubric.h"

#include <fmt/format.h>

#include <charconv>

#include "model/fitting.h"

namespace coach {
std::vector<const Element*> elements_of(const Rubric& rubric) {
  std::vector<const Element*> all;
  for (const auto& domain : rubric.domains)
    for (const auto& element : domain.elements) all.push_back(&element);
  return all;
}

const Element* find_element(const Rubric& rubric, std::string_view key) {
  for (const auto& domain : rubric.domains)
    for (const auto& element : domain.elements)
      if (element.key == key) return &element;
  return nullptr;
}

std::optional<Level> level_of(const Rubric& rubric, std::string_view key) {
  for (std::size_t i = 0; i < rubric.levels.size(); ++i)
    if (rubric.levels[i].key == key) return Level{static_cast<int>(i) + 1};
  return {};
}

std::string_view level_key(const Rubric& rubric, Level level) {
  return rubric.levels.at(static_cast<std::size_t>(level.number - 1)).key;
}

std::string level_title(const Rubric& rubric, Level level) {
  const auto& row = rubric.levels.at(static_cast<std::size_t>(level.number - 1));
  return fmt::format("{} {}", level.number, folded(row.title));
}

std::string_view descriptor(const Rubric& rubric, const Element& element, Level level) {
  const auto key = level_key(rubric, level);
  for (const auto& [name, text] : element.levels)
    if (name == key) return text;
  return {};
}

std::optional<Level> typed_level(const Rubric& rubric, std::string_view typed) {
  const auto word = trimmed(typed);
  int number = 0;
  const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
  if (read.ec == std::errc{} && read.ptr == word.data() + word.size()) {
    if (number < 1 || number > static_cast<int>(rubric.levels.size())) return {};
    return Level{number};
  }
  const auto found = fitting(
      rubric.levels, typed, [](const RubricLevel& level) { return level.key; },
      [](const RubricLevel& level) { return level.title; });
  if (!found) return {};
  return Level{static_cast<int>(*found) + 1};
}

const Element* typed_element(const Rubric& rubric, std::string_view typed) {
  const auto all = elements_of(rubric);
  const auto found = fitting(
      all, typed, [](const Element* element) { return element->key; },
      [](const Element* element) { return element->title; });
  return found ? all[*found] : nullptr;
}

}  // namespace coach
