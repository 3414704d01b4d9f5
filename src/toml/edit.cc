// An edit is a few splices. Whether they do what was meant is never believed but judged: the new
// text is parsed and compared with the values that the change asks for.
#include "toml/edit.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "toml/outline.h"
#include "toml/splice.h"

namespace coach {
namespace {

Path parent_of(const Path& path) { return Path(path.begin(), path.end() - 1); }

/// What a file cannot hold, empty values, is left out.
Value writable(Value value) {
  if (auto* list = value.as<List>()) {
    std::erase_if(*list, [](const Value& each) { return each.empty(); });
    for (Value& each : *list) each = writable(std::move(each));
  }
  if (auto* table = value.as<Table>()) {
    std::erase_if(table->entries, [](const Entry& each) { return each.value.empty(); });
    for (Entry& each : table->entries) each.value = writable(std::move(each.value));
  }
  return value;
}

using coach::value_at;
Value* value_at(Table& root, const Path& path) {
  return const_cast<Value*>(value_at(static_cast<const Table&>(root), path));
}

Table* table_at(Table& root, const Path& path) {
  if (path.empty()) return &root;
  Value* value = value_at(root, path);
  return value ? value->as<Table>() : nullptr;
}

bool erase_value(Table& root, const Path& path) {
  if (!value_at(root, path)) return false;
  if (const auto* key = std::get_if<std::string>(&path.back())) {
    table_at(root, parent_of(path))->erase(*key);
  } else {
    auto& list = *value_at(root, parent_of(path))->as<List>();
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(std::get<std::size_t>(path.back())));
  }
  return true;
}

bool is_empty(const Value& value) {
  const auto* list = value.as<List>();
  const auto* table = value.as<Table>();
  return (list && list->empty()) || (table && table->empty());
}

/// What stands only by what it holds goes with the last of it: [[lists]] and unnamed tables.
void prune(Table& root, const Outline& outline, Path path) {
  while (path.size() > 1) {
    path.pop_back();
    const auto form = outline.form(path);
    const bool unnamed = form == Form::headers || form == Form::implicit || form == Form::dotted ||
                         form == Form::inline_dotted;
    const Value* value = value_at(root, path);
    if (!unnamed || !value || !is_empty(*value)) return;
    erase_value(root, path);
  }
}

bool set_value(Table& root, const Path& path, const Value& value) {
  if (path.empty()) return false;
  if (Value* held = value_at(root, path)) {
    held->is = value.is;
    return true;
  }
  const auto* key = std::get_if<std::string>(&path.back());
  Table* table = key ? table_at(root, parent_of(path)) : nullptr;
  if (table) table->set(*key, value);
  return table != nullptr;
}

bool append_value(Table& root, const Path& path, const Value& value) {
  Value* held = value_at(root, path);
  auto* list = held ? held->as<List>() : nullptr;
  if (list) list->push_back(value);
  return list != nullptr;
}

/// Tables on the way that are not there are part of what is set.
Change with_missing_tables(const Document& document, Change change) {
  const auto is_there = [&](const Path& path) {
    return path.empty() || value_at(document.root, path) != nullptr;
  };
  if (change.path.empty() || is_there(change.path)) return change;
  if (change.kind == Change::Kind::append) {
    change.kind = Change::Kind::set;
    change.value = {List{std::move(change.value)}};
  }
  while (!is_there(parent_of(change.path)) &&
         std::holds_alternative<std::string>(change.path.back())) {
    Table table;
    table.set(std::get<std::string>(change.path.back()), std::move(change.value));
    change.value = {std::move(table)};
    change.path.pop_back();
  }
  return change;
}

/// The change as it will be made: an empty value set is a key erased. Nothing where nothing is to
/// be done.
std::optional<Change> plain(const Document& document, Change change) {
  change.value = writable(std::move(change.value));
  if (change.kind != Change::Kind::erase && change.value.empty()) {
    if (change.kind == Change::Kind::append || !value_at(document.root, change.path))
      return std::nullopt;
    change.kind = Change::Kind::erase;
  }
  if (change.kind == Change::Kind::erase) return change;
  return with_missing_tables(document, std::move(change));
}

/// One change to one document. Nothing where it cannot be made.
class Edit {
 public:
  Edit(const Document& document, const Change& change)
      : document_(document), change_(change), outline_(document) {}

  std::optional<Document> made() const {
    Table want = document_.root;
    if (!apply(want)) return std::nullopt;
    if (same(want, document_.root)) return document_;
    for (const auto& steps : detours())
      if (auto result = step_by_step(steps); result && same(result->root, want)) return result;
    for (const Splices& splices : ways())
      if (auto result = judged(splices, want)) return result;
    return std::nullopt;
  }

 private:
  const Path& path() const { return change_.path; }

  bool apply(Table& root) const {
    switch (change_.kind) {
      case Change::Kind::set:
        return set_value(root, path(), change_.value);
      case Change::Kind::append:
        return append_value(root, path(), change_.value);
      case Change::Kind::erase:
        break;
    }
    if (path().empty() || !erase_value(root, path())) return false;
    prune(root, outline_, path());
    return true;
  }

  std::optional<Document> judged(const Splices& splices, const Table& want) const {
    Problems problems;
    auto document = parse_toml(spliced(document_.text, splices), "", problems);
    if (!document || !same(document->root, want)) return std::nullopt;
    // A text without lines has no newline of its own to tell.
    if (document->text.find('\n') == std::string::npos)
      document->scan.newline = document_.scan.newline;
    return document;
  }

  std::optional<Document> step_by_step(const std::vector<Change>& steps) const {
    Document document = document_;
    for (const Change& step : steps) {
      const auto meant = plain(document, step);
      if (!meant) continue;
      auto result = Edit(document, *meant).made();
      if (!result) return std::nullopt;
      document = std::move(*result);
    }
    return document;
  }

  /// A value of several parts is changed part by part, so that the layout of the others stays.
  std::vector<std::vector<Change>> detours() const {
    const Value* old = value_at(document_.root, path());
    if (change_.kind != Change::Kind::set || !old) return {};
    std::vector<std::vector<Change>> detours;
    const auto form = outline_.form(path());
    const auto* list = change_.value.as<List>();
    if (old->as<Table>() && change_.value.as<Table>())
      detours.push_back(differences(*old));
    else if (form == Form::headers && list && !list->empty())
      detours.push_back(differences(*old));
    else if (form == Form::value && old->as<List>() && list && stands_on_lines(*old))
      detours.push_back(element_by_element(*old->as<List>(), *list));
    std::erase_if(detours, [&](const auto& steps) { return is_same_again(steps); });
    if (form != Form::value) detours.push_back(anew());
    return detours;
  }

  bool stands_on_lines(const Value& value) const {
    const auto token = std::string_view(document_.text)
                           .substr(value.span.begin, value.span.end - value.span.begin);
    return token.find('\n') != std::string_view::npos;
  }

  bool is_same_again(const std::vector<Change>& steps) const {
    return std::any_of(steps.begin(), steps.end(), [&](const Change& step) {
      return step.kind == Change::Kind::set && step.path == path();
    });
  }

  std::vector<Change> differences(const Value& old) const {
    Table before, after;
    before.set("", old);
    after.set("", change_.value);
    Order order;
    if (const auto* table = change_.value.as<Table>()) {
      Order inner;
      for (const Entry& entry : table->entries) inner.keys.push_back(entry.key);
      order.inner.push_back({"", std::move(inner)});
    }
    auto steps = changes(before, after, order);
    for (Change& step : steps) {
      Path whole = path();
      whole.insert(whole.end(), step.path.begin() + 1, step.path.end());
      step.path = std::move(whole);
    }
    return steps;
  }

  /// Elements that are gone are erased where nothing else differs, else the list is changed by
  /// position.
  std::vector<Change> element_by_element(const List& before, const List& after) const {
    std::vector<std::size_t> gone;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (kept < after.size() && same(before[i], after[kept])) {
        ++kept;
      } else {
        gone.push_back(i);
      }
    }
    std::vector<Change> steps;
    if (kept < after.size()) {
      gone.clear();
      for (std::size_t i = after.size(); i < before.size(); ++i) gone.push_back(i);
      for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i)
        steps.push_back({Change::Kind::set, below(path(), i), after[i], {}});
      for (std::size_t i = before.size(); i < after.size(); ++i)
        steps.push_back({Change::Kind::append, path(), after[i], {}});
    }
    for (auto i = gone.rbegin(); i != gone.rend(); ++i)
      steps.push_back({Change::Kind::erase, below(path(), *i), {}, {}});
    return steps;
  }

  std::vector<Change> anew() const { return {{Change::Kind::erase, path(), {}, {}}, change_}; }

  std::vector<Splices> ways() const {
    const LineSplicer lines(document_, outline_);
    const InlineSplicer inlines(document_, outline_);
    const auto form = outline_.form(path());
    switch (change_.kind) {
      case Change::Kind::set:
        if (!form) return inserts(change_.value);
        if (form == Form::value) return {inlines.set(path(), change_.value)};
        return {};
      case Change::Kind::append:
        if (form == Form::headers && !change_.value.as<Table>()) return {};
        if (form == Form::headers) return {lines.append(path(), change_.value)};
        return {inlines.append(path(), change_.value)};
      case Change::Kind::erase:
        break;
    }
    const auto* pair = outline_.pair_around(path());
    if (pair && pair->path.size() < path().size()) return {inlines.erase(path())};
    return {lines.erase(path())};
  }

  std::vector<Splices> inserts(const Value& value) const {
    const Path table = parent_of(path());
    const auto& key = std::get<std::string>(path().back());
    const auto form = outline_.form(table);
    if (form == Form::value || form == Form::inline_dotted)
      return {InlineSplicer(document_, outline_).insert(table, key, value, change_.order)};
    return LineSplicer(document_, outline_).insert(path(), value, change_.order);
  }

  const Document& document_;
  const Change& change_;
  Outline outline_;
};

/// The value at the path, or the nearest around it.
Place nearest_place(const Document& document, Path path, const std::string& file) {
  for (; !path.empty(); path.pop_back())
    if (const Value* value = value_at(document.root, path))
      return place_of(document.text, value->span, file);
  return place_of(document.text, {0, 0}, file);
}

[[noreturn]] void refuse(const Document& document, const Change& change, const std::string& file) {
  std::string name;
  for (const Step& step : change.path) {
    if (const auto* key = std::get_if<std::string>(&step)) {
      name += (name.empty() ? "" : ".") + key_text(*key);
    } else {
      name += fmt::format("[{}]", std::get<std::size_t>(step) + 1);
    }
  }
  const Place place = nearest_place(document, change.path, file);
  throw Error(fmt::format("{}:{}: `{}` cannot be changed without touching the rest: edit by hand",
                          place.file, place.line, name));
}

}  // namespace

Document edited(const Document& document, std::span<const Change> changes,
                const std::string& file) {
  Document result = document;
  for (const Change& change : changes) {
    const auto meant = plain(result, change);
    if (!meant) continue;
    auto next = Edit(result, *meant).made();
    if (!next) refuse(result, *meant, file);
    result = std::move(*next);
  }
  return result;
}

}  // namespace coach
