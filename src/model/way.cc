#include "model/way.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/fitting.h"

namespace coach {

const WayStep* find_step(const Way& way, std::string_view key) {
  const auto found = std::ranges::find(way.steps, key, &WayStep::key);
  return found == way.steps.end() ? nullptr : &*found;
}

const WayStep* typed_step(const Way& way, std::string_view typed) {
  for (std::size_t i = 0; i < way.steps.size(); ++i)
    if (std::to_string(i + 1) == trimmed(typed)) return &way.steps[i];
  const auto found = fitting(
      way.steps, typed, [](const WayStep& step) { return step.key; },
      [](const WayStep& step) { return step.title; });
  return found ? &way.steps[*found] : nullptr;
}

Error no_such_step(std::string_view model, std::span<const WayStep> steps,
                   const std::string& typed) {
  std::vector<std::string> keys;
  for (const auto& step : steps) keys.push_back(step.key);
  const std::string hint = did_you_mean(typed, keys);
  return Error(fmt::format("{} has no step \"{}\"", model, typed),
               hint.empty() ? fmt::format("one of {}", listed(keys, "or")) : hint);
}

std::string step_name(const Way& way, const WayStep& step) {
  return step.title.empty() ? fmt::format("step {}", &step - way.steps.data() + 1) : step.title;
}

std::string step_title(const Way& way, const WayStep& step) {
  return step_name(way, step) + (step.title.empty() ? ", unnamed" : "");
}

const WayStep* step_after(const Way& way, const WayStep& step) {
  const auto next = static_cast<std::size_t>(&step - way.steps.data()) + 1;
  return next < way.steps.size() ? &way.steps[next] : find_step(way, way.after_last);
}

std::span<const WayStep> round_of(const Way& way) {
  const auto first = std::ranges::find(way.steps, way.after_last, &WayStep::key);
  return way.after_last.empty() ? std::span<const WayStep>{} : std::span(first, way.steps.end());
}

std::string shape_of(const Way& way) {
  const std::string steps = counted(way.steps.size(), "step");
  if (round_of(way).empty()) return steps;
  return is_all_round(way) ? fmt::format("{}, again and again", steps)
                           : fmt::format("{}, from {} on again and again", steps,
                                         step_name(way, round_of(way).front()));
}

}  // namespace coach
