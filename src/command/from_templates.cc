#include "command/from_templates.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace coach {
namespace {

std::vector<std::string> joined(std::vector<std::string> own, std::string_view folder) {
  for (auto& name : template_names(folder))
    if (std::ranges::find(own, name) == own.end()) own.push_back(std::move(name));
  std::ranges::sort(own);
  return own;
}

template <class Record>
std::shared_ptr<const Record> taken(std::shared_ptr<const Record> own,
                                    std::shared_ptr<const Record> shipped, std::string_view folder,
                                    const std::string& name, Batch& batch) {
  if (own) return own;
  if (shipped) {
    const std::string path = fmt::format("{}/{}.toml", folder, name);
    batch.put(path, {}, std::string(*template_text(path)));
  }
  return shipped;
}

Error none(std::string_view what, const std::string& name, const std::vector<std::string>& known) {
  const std::string hint = did_you_mean(name, known);
  return Error(fmt::format("no {} {}", what, name),
               hint.empty() ? fmt::format("coach {} list shows those that are there", what) : hint);
}

Error nothing_called(std::string_view what, const std::string& name,
                     const std::vector<std::string>& known) {
  const std::string hint = did_you_mean(name, known);
  return Error(fmt::format("no {} \"{}\"", what, name),
               hint.empty() ? fmt::format("one of {}", listed(known, "or")) : hint);
}

}  // namespace

std::shared_ptr<const Rubric> rubric_there(const Journal* journal, const std::string& name) {
  auto found = journal ? journal->rubric(name) : nullptr;
  if (!found) found = template_rubric(name);
  if (!found) throw nothing_called("rubric", name, rubrics_to_take(journal));
  return found;
}

std::shared_ptr<const Way> way_there(const Journal* journal, const std::string& name) {
  auto found = journal ? journal->way(name) : nullptr;
  if (!found) found = template_way(name);
  if (!found) throw nothing_called("model", name, ways_to_take(journal));
  return found;
}

std::shared_ptr<const Rubric> take_rubric(const Journal& journal, const std::string& name,
                                          Batch& batch) {
  auto found = taken(journal.rubric(name), template_rubric(name), "rubrics", name, batch);
  if (!found) throw none("rubric", name, rubrics_to_take(&journal));
  return found;
}

std::shared_ptr<const Way> take_way(const Journal& journal, const std::string& name, Batch& batch) {
  auto found = taken(journal.way(name), template_way(name), "models", name, batch);
  if (!found) throw none("model", name, ways_to_take(&journal));
  if (found->steps.empty())
    throw Error(fmt::format("the model {} has no steps", name),
                fmt::format("coach model check {} shows what it lacks", name));
  return found;
}

void take_up_rubric(Table& facts, const std::string& rubric, Date on) {
  const Value* before = facts.find("rubric");
  const Value* history = facts.find("history");
  const List none;
  const List& entries = history ? *history->as<List>() : none;
  const bool said = std::ranges::any_of(
      entries, [](const Value& entry) { return entry.as<Table>()->find("rubric"); });
  if (before && !said && !entries.empty() && *before->as<std::string>() != rubric)
    facts.find("history")->as<List>()->front().as<Table>()->set("rubric", *before);
  facts.set("rubric", Value{rubric});
  note_in_history(facts, "rubric", Value{rubric}, on, "");
}

std::vector<std::string> rubrics_to_take(const Journal* journal) {
  return joined(journal ? journal->rubric_names() : std::vector<std::string>{}, "rubrics");
}

std::vector<std::string> ways_to_take(const Journal* journal) {
  return joined(journal ? journal->way_names() : std::vector<std::string>{}, "models");
}

}  // namespace coach
