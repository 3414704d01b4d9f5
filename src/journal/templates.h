// The templates inside the binary: rubrics, models and help topics. A journal holds copies of those
// it uses, so that its history keeps its meaning.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/engagement.h"

namespace coach {

/// The text of a file below templates/; nothing where there is none.
std::optional<std::string_view> template_text(std::string_view path);

/// Names below a folder of templates/, without their ending: "rubrics" gives
/// developmental-leadership@1 ...
std::vector<std::string> template_names(std::string_view folder);

/// A rubric by NAME@VERSION; empty where there is none.
std::shared_ptr<const Rubric> template_rubric(const std::string& name);
/// A model by its name; empty where there is none.
std::shared_ptr<const Way> template_way(const std::string& name);
/// What a new journal's coach.toml says, but for the coach's name.
JournalFacts first_facts();

}  // namespace coach
