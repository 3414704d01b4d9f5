#include "model/rubric.h"

#include <fmt/format.h>

#include <charconv>

#include "base/text.h"

namespace coach {
namespace {

/// The position of the one entry whose key or title fits: exactly, else by its beginning, else by a
/// part.
template <class Range, class Key, class Title>
std::optional<std::size_t> fitting(const Range& range, std::string_view typed, Key key,
                                   Title title) {
  std::string wanted = folded(trimmed(typed));
  if (wanted.empty()) return {};
  const auto plain = [](std::string_view text) {
    std::string word = folded(text);
    for (char& c : word)
      if (c == '-') c = ' ';
    return word;
  };
  wanted = plain(wanted);
  std::vector<std::size_t> exact, beginning, part;
  for (std::size_t i = 0; i < range.size(); ++i) {
    const std::string names[] = {plain(key(range[i])), plain(title(range[i]))};
    const auto either = [&](auto&& holds) { return holds(names[0]) || holds(names[1]); };
    if (either([&](const std::string& name) { return name == wanted; })) exact.push_back(i);
    if (either([&](const std::string& name) { return name.starts_with(wanted); }))
      beginning.push_back(i);
    if (either([&](const std::string& name) { return name.find(wanted) != name.npos; }))
      part.push_back(i);
  }
  for (const auto* found : {&exact, &beginning, &part})
    if (!found->empty()) return found->size() == 1 ? std::optional(found->front()) : std::nullopt;
  return {};
}

}  // namespace

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
