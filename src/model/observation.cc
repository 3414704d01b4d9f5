#include "model/observation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "base/error.h"
#include "base/text.h"

namespace coach {
namespace {

/// A time at the start of the text, taken off it: "9:05 T: ..." Nothing where the text begins
/// otherwise.
std::optional<Time> take_time(std::string_view& text) {
  const auto end = text.find_first_of(" \t\r\v\f{");
  const auto word = text.substr(0, end);
  const bool looks_like_time =
      word.size() >= 4 && word.size() <= 8 && word.find(':') <= 2 && word.find(':') > 0 &&
      std::ranges::all_of(word, [](unsigned char c) { return std::isdigit(c) || c == ':'; });
  if (!looks_like_time) return {};
  try {
    const Time time = parse_time(word);
    text = end == std::string_view::npos ? std::string_view{} : trimmed(text.substr(end));
    return time;
  } catch (const Error&) {
    return {};  // 29:75 is no time; the words stay as they are
  }
}

/// {a, b} at the end of the text, taken off it.
std::vector<std::string> take_elements(std::string_view& text) {
  if (!text.ends_with('}')) return {};
  const auto open = text.rfind('{');
  if (open == std::string_view::npos) return {};
  auto elements = split(text.substr(open + 1, text.size() - open - 2), ',');
  if (elements.empty()) return {};  // {} names nothing: it is part of what was said
  text = trimmed(text.substr(0, open));
  return elements;
}

/// "T:" or "T04:" at the start: at most two words before the colon, so that a sentence with one
/// stays whole.
std::string take_speaker(std::string_view& text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 24) return {};
  const auto who = text.substr(0, colon);
  if (std::ranges::count(who, ' ') > 1 || (colon + 1 < text.size() && text[colon + 1] != ' '))
    return {};
  const std::string speaker(trimmed(who));
  text = trimmed(text.substr(colon + 1));
  return speaker;
}

}  // namespace

std::vector<ScriptEntry> script_entries(std::string_view script) {
  std::vector<ScriptEntry> entries;
  std::optional<Time> last;
  for (const auto& line : lines_of(script)) {
    std::string_view rest = trimmed(line);
    if (rest.empty()) continue;
    ScriptEntry entry;
    if (const auto time = take_time(rest)) last = time;
    entry.time = last;
    entry.elements = take_elements(rest);
    entry.who = take_speaker(rest);
    entry.what = rest;
    entries.push_back(std::move(entry));
  }
  return entries;
}

std::string script_text(const std::vector<ScriptEntry>& entries) {
  std::string text;
  for (const auto& entry : entries) {
    if (!text.empty()) text += '\n';
    if (entry.time)
      text += (entry.time->second == 0 ? clock(*entry.time) : iso_time(*entry.time)) + " ";
    if (!entry.who.empty()) text += entry.who + ": ";
    text += entry.what;
    if (!entry.elements.empty()) text += fmt::format(" {{{}}}", fmt::join(entry.elements, ", "));
  }
  return text;
}

std::vector<std::string> judging_words(std::string_view text) {
  static constexpr std::array<std::string_view, 24> judging = {
      "good",    "great",     "excellent",   "bad",        "poor",        "weak",
      "strong",  "effective", "ineffective", "clearly",    "obviously",   "seemed",
      "seems",   "appeared",  "appears",     "nice",       "nicely",      "well-managed",
      "chaotic", "boring",    "engaging",    "disengaged", "unmotivated", "lazy"};
  std::vector<std::string> found;
  std::string word;
  const std::string all = folded(text) + " ";
  for (char c : all) {
    if (std::isalpha(static_cast<unsigned char>(c)) || c == '-') {
      word += c;
      continue;
    }
    if (std::ranges::find(judging, word) != judging.end() &&
        std::ranges::find(found, word) == found.end())
      found.push_back(word);
    word.clear();
  }
  return found;
}

bool looks_like_a_name(std::string_view observed) {
  bool begins = false, capital = false;
  for (const char c : observed) {
    if (std::isdigit(static_cast<unsigned char>(c))) return false;
    begins |= capital && std::islower(static_cast<unsigned char>(c));
    capital = std::isupper(static_cast<unsigned char>(c));
  }
  return begins;
}

}  // namespace coach
