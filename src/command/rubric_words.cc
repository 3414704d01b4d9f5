#include "command/rubric_words.h"

#include <fmt/format.h>

#include "base/text.h"
#include "model/standing.h"

namespace coach {
namespace {

std::string without_version(const std::string& name) { return name.substr(0, name.find('@')); }

}  // namespace

RubricWords::RubricWords(const Seen& seen)
    : rubric_(rubric_of(seen)), name_(seen->only<Facts>().rubric) {}

void RubricWords::refuse(std::string what, const std::string& hint) {
  lines_.push_back(std::move(what));
  if (!hint.empty()) lines_.push_back(hint);
}

void RubricWords::refuse_as_malformed(std::string what, const std::string& hint) {
  malformed_ = true;
  refuse(std::move(what), hint);
}

void RubricWords::end() const {
  if (lines_.empty()) return;
  std::string rest;
  for (std::size_t i = 1; i < lines_.size(); ++i) rest += lines_[i] + "\n";
  throw Error(
      lines_.front(),
      rest + fmt::format("coach rubric show {} lists elements and levels\nNothing was recorded.",
                         without_version(name_)),
      malformed_ ? Exit::not_understood : Exit::could_not);
}

const Element* RubricWords::element(const std::string& typed) {
  if (const Element* found = typed_element(rubric_, typed)) return found;
  std::vector<std::string> known;
  for (const auto* one : elements_of(rubric_)) known.push_back(one->key);
  refuse(fmt::format("no element \"{}\" in {}", typed, without_version(name_)),
         did_you_mean(typed, known));
  return nullptr;
}

std::optional<Level> RubricWords::level(const std::string& typed) {
  if (const auto found = typed_level(rubric_, typed)) return found;
  std::vector<std::string> known;
  for (const auto& one : rubric_.levels) known.push_back(one.key);
  std::string hint = did_you_mean(typed, known);
  if (hint.empty()) hint = fmt::format("one of {}, or 1 to {}", listed(known, "or"), known.size());
  refuse(fmt::format("no level \"{}\"", typed), hint);
  return {};
}

std::pair<std::string, std::string> pair_of(const std::string& word) {
  const auto equal = word.find('=');
  if (equal == std::string::npos || equal == 0)
    throw Misunderstood(fmt::format("\"{}\" is no ELEMENT=LEVEL", word),
                        "such as hard-conversations=2");
  return {word.substr(0, equal), word.substr(equal + 1)};
}

void add_targets(RubricWords& reading, const std::vector<std::string>& typed, Date set, Date today,
                 Table& goal) {
  for (const auto& word : typed) {
    auto [element_typed, level_typed] = pair_of(word);
    std::optional<Date> by;
    if (const auto at = level_typed.find('@'); at != std::string::npos) {
      by = parse_date(level_typed.substr(at + 1), Looks::ahead, today);
      level_typed.resize(at);
    }
    const Element* element = reading.element(element_typed);
    const auto level = reading.level(level_typed);
    if (!element || !level) continue;
    goal.list("targets").push_back(
        to_value(Target{element->key, std::string(level_key(reading.rubric(), *level)), set, by}));
  }
}

}  // namespace coach
