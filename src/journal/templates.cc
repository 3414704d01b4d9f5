#include "journal/templates.h"

#include <fmt/format.h>

#include "journal/embedded.h"
#include "toml/parse.h"

namespace coach {

std::optional<std::string_view> template_text(std::string_view path) {
  const std::string whole = fmt::format("templates/{}", path);
  for (const auto& file : embedded_files())
    if (file.path == whole) return file.text;
  return {};
}

std::vector<std::string> template_names(std::string_view folder) {
  const std::string stem = fmt::format("templates/{}/", folder);
  std::vector<std::string> names;
  for (const auto& file : embedded_files()) {
    if (!file.path.starts_with(stem)) continue;
    const auto name = file.path.substr(stem.size());
    names.emplace_back(name.substr(0, name.rfind('.')));
  }
  return names;
}

namespace {

template <class Record>
std::shared_ptr<const Record> template_record(const std::string& path) {
  const auto text = template_text(path);
  if (!text) return nullptr;
  Problems problems;
  const auto document = parse_toml(std::string(*text), path, problems);
  if (!document) return nullptr;
  auto record = std::make_shared<Record>();
  Flaws flaws;
  from_table(document->root, {}, *record, flaws);
  return record;
}

}  // namespace

std::shared_ptr<const Rubric> template_rubric(const std::string& name) {
  return template_record<Rubric>(fmt::format("rubrics/{}.toml", name));
}

std::shared_ptr<const Way> template_way(const std::string& name) {
  return template_record<Way>(fmt::format("models/{}.toml", name));
}

JournalFacts first_facts() { return *template_record<JournalFacts>("coach.toml"); }

}  // namespace coach
