// Statements name their tables by keys alone; which element of a list is meant follows from the
// headers above.
#include "toml/outline.h"

#include <algorithm>
#include <map>

namespace coach {
namespace {

/// Follows the headers of a file from its first line to its last.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  Placed place(const Statement& statement) {
    if (statement.kind == Statement::Kind::pair) {
      Path path = section_;
      for (const Span key : statement.key) path.emplace_back(name(key));
      return {&statement, std::move(path), section_};
    }
    section_.clear();
    for (std::size_t i = 0; i < statement.key.size(); ++i) {
      section_.emplace_back(name(statement.key[i]));
      const bool last = i + 1 == statement.key.size();
      const auto list = lengths_.find(section_);
      if (last && statement.kind == Statement::Kind::table_of_list) {
        section_.emplace_back(lengths_[section_]++);
      } else if (list != lengths_.end()) {
        section_.emplace_back(list->second - 1);
      }
    }
    return {&statement, section_, section_};
  }

 private:
  std::string name(Span key) const {
    return unquoted(text_.substr(key.begin, key.end - key.begin));
  }

  std::string_view text_;
  Path section_;
  std::map<Path, std::size_t> lengths_;  // of the lists of [[headers]] so far
};

const Value* inner(const Value& value, const Step& step) {
  if (const auto* key = std::get_if<std::string>(&step)) {
    const auto* table = value.as<Table>();
    return table ? table->find(*key) : nullptr;
  }
  const auto* list = value.as<List>();
  const auto index = std::get<std::size_t>(step);
  return list && index < list->size() ? &(*list)[index] : nullptr;
}

}  // namespace

bool begins_with(const Path& path, const Path& start) {
  return path.size() >= start.size() && std::equal(start.begin(), start.end(), path.begin());
}

Path below(Path path, Step step) {
  path.push_back(std::move(step));
  return path;
}

const Value* value_at(const Table& root, const Path& path) {
  if (path.empty() || !std::holds_alternative<std::string>(path.front())) return nullptr;
  const Value* value = root.find(std::get<std::string>(path.front()));
  for (std::size_t i = 1; value && i < path.size(); ++i) value = inner(*value, path[i]);
  return value;
}

Outline::Outline(const Document& document) : document_(document) {
  Walk walk(document.text);
  placed_.reserve(document.scan.statements.size());
  for (const Statement& statement : document.scan.statements)
    placed_.push_back(walk.place(statement));
}

std::optional<Form> Outline::form(const Path& path) const {
  if (path.empty()) return Form::root;
  const Value* value = value_at(document_.root, path);
  if (!value) return std::nullopt;
  if (pair_around(path)) {
    const auto& values = document_.scan.values;
    const auto found =
        std::lower_bound(values.begin(), values.end(), value->span.begin,
                         [](const Span& each, std::size_t begin) { return each.begin < begin; });
    const bool written = found != values.end() && *found == value->span;
    return written ? Form::value : Form::inline_dotted;
  }
  Form form = Form::implicit;
  for (const auto& [statement, named, section] : placed_) {
    if (!begins_with(named, path)) continue;
    const bool pair = statement->kind == Statement::Kind::pair;
    if (named == path) return Form::header;
    if (statement->kind == Statement::Kind::table_of_list && named.size() == path.size() + 1 &&
        std::holds_alternative<std::size_t>(named.back()))
      return Form::headers;
    if (pair && section.size() < path.size()) form = Form::dotted;
  }
  return form;
}

const Placed* Outline::pair_around(const Path& path) const {
  const auto found = std::find_if(placed_.begin(), placed_.end(), [&](const Placed& each) {
    return each.statement->kind == Statement::Kind::pair && begins_with(path, each.path);
  });
  return found == placed_.end() ? nullptr : &*found;
}

const Placed* Outline::first_below(const Path& path) const {
  const auto found = std::find_if(placed_.begin(), placed_.end(),
                                  [&](const Placed& each) { return begins_with(each.path, path); });
  return found == placed_.end() ? nullptr : &*found;
}

const Placed* Outline::last_below(const Path& path) const {
  const auto found = std::find_if(placed_.rbegin(), placed_.rend(),
                                  [&](const Placed& each) { return begins_with(each.path, path); });
  return found == placed_.rend() ? nullptr : &*found;
}

}  // namespace coach
