#include "model/engagement.h"

#include <cctype>

namespace coach {

const std::vector<Kind>& all_kinds() {
  static const std::vector<Kind> kinds = [] {
    std::vector<Kind> made;
    const auto add = [&]<class Record>() {
      made.push_back({kind_of<Record>, &description<Record>()});
    };
    for_each_kind(EngagementKinds{}, add);
    for_each_kind(JournalKinds{}, add);
    return made;
  }();
  return kinds;
}

const Kind* find_kind(std::string_view name) {
  for (const auto& kind : all_kinds())
    if (kind.info.name == name || kind.info.plural == name || kind.info.folder == name)
      return &kind;
  return nullptr;
}

std::string display_code(std::string_view code) {
  std::string shown(code);
  if (!shown.empty())
    shown[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(shown[0])));
  return shown;
}

}  // namespace coach
