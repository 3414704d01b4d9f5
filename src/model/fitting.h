// What was typed for one of several things that have a key and a title: levels, elements, steps.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace coach {

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

}  // namespace coach
