#include "view/document.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace coach {

Line dotted(const std::vector<std::string>& parts, Tone tone) {
  Line line;
  for (const auto& part : parts) {
    if (part.empty()) continue;
    if (!line.empty()) line.push_back(glyph(" · ", " - ", tone));
    line.push_back({part, tone});
  }
  return line;
}

std::string in_words(const Track& track) {
  std::string words = "not rated";
  if (track.now > 0) {
    const bool moved = track.baseline > 0 && track.baseline != track.now;
    words = moved ? fmt::format("{} to {} of {}", track.baseline, track.now, track.levels)
                  : fmt::format("{} of {}", track.now, track.levels);
    if (moved && track.now < track.baseline) words += ", below baseline";
  }
  if (track.other > 0 && track.other != track.now) words += fmt::format(", other {}", track.other);
  if (track.target > 0) words += fmt::format(", target {}", track.target);
  return words;
}

std::string in_words(const Progress& progress) {
  return fmt::format("{} of {} d", progress.gone, progress.all);
}

std::string in_words(const Trend& trend) {
  return fmt::format("{}", fmt::join(trend.heights, ", "));
}

}  // namespace coach
