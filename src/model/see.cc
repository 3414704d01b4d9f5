#include "model/see.h"

#include <algorithm>
#include <functional>
#include <map>

#include "model/references.h"

namespace coach {
namespace {

/// Each field of a record in which `out` holds is taken away or replaced by what `instead` gives.
using Rewrite = std::function<std::optional<Value>(const FieldRow&, const Value&)>;

Table rewritten(const Description& description, const Table& table, const Rewrite& rewrite) {
  Table out;
  for (const auto& entry : table.entries) {
    const FieldRow* row = find(description, entry.key);
    if (!row) continue;
    Value value = entry.value;
    if (row->inner) {
      if (List* list = value.as<List>())
        for (Value& one : *list) one = Value{rewritten(*row->inner, *one.as<Table>(), rewrite)};
      else if (const Table* inner = value.as<Table>())
        value = Value{rewritten(*row->inner, *inner, rewrite)};
    } else {
      auto changed = rewrite(*row, value);
      if (!changed) continue;
      value = std::move(*changed);
    }
    out.entries.push_back({entry.key, std::move(value)});
  }
  return out;
}

template <class Record>
void rewrite_record(Record& record, const Rewrite& rewrite) {
  Record after{};
  Flaws unused;
  from_table(rewritten(description<Record>(), to_table(record), rewrite), {}, after, unused);
  record = std::move(after);
}

void rewrite_all(Engagement& engagement, const Rewrite& rewrite) {
  for_each_kind(EngagementKinds{}, [&]<class Record>() {
    for (auto& filed : engagement.all<Record>()) rewrite_record(filed.record, rewrite);
  });
}

std::optional<Value> without_unknown(const FieldRow& row, const Value& value,
                                     const References& known) {
  if (const List* list = value.as<List>()) {
    List kept;
    for (const Value& one : *list)
      if (!names_nothing(row, one, known)) kept.push_back(one);
    if (kept.empty()) return {};
    return Value{std::move(kept)};
  }
  if (names_nothing(row, value, known)) return {};
  return value;
}

}  // namespace

bool may_read(Audience audience, const std::optional<Visibility>& visibility) {
  const Visibility shown_to = visibility.value_or(Visibility::coach_alone);
  switch (audience) {
    case Audience::coach:
      return true;
    case Audience::client:
      return shown_to != Visibility::coach_alone;
    case Audience::sponsor:
      return shown_to == Visibility::sponsor;
  }
  return false;
}

Seen see(Engagement engagement, Audience audience) {
  if (audience == Audience::coach) return {std::move(engagement), audience};
  for_each_kind(EngagementKinds{}, [&]<class Record>() {
    if constexpr (Shared<Record>)
      std::erase_if(engagement.all<Record>(), [&](const Filed<Record>& filed) {
        return !may_read(audience, filed.record.common.visibility);
      });
  });
  // Only records were dropped: elements, levels and steps are not looked at.
  auto known = references_of(engagement, nullptr);
  known.erase(Refers::step);
  rewrite_all(engagement, [&](const FieldRow& row, const Value& value) -> std::optional<Value> {
    if (row.coach_only) return {};
    return without_unknown(row, value, known);
  });
  return {std::move(engagement), audience};
}

namespace {

bool refers_to_slug(Refers refers) {
  return refers == Refers::goal || refers == Refers::activity || refers == Refers::cycle ||
         refers == Refers::indicator;
}

/// A slug tells its title: goal-1, cycle-2 stand for them. The records are called so at once.
std::map<std::string, std::string> numbers_for_slugs(Engagement& engagement) {
  std::map<std::string, std::string> numbers;
  for_each_kind(EngagementKinds{}, [&]<class Record>() {
    if constexpr (kind_of<Record>.naming == Naming::slug) {
      int number = 0;
      for (auto& filed : engagement.all<Record>()) {
        std::string shown = std::string(kind_of<Record>.name) + "-" + std::to_string(++number);
        numbers[filed.id] = shown;
        filed.id = std::move(shown);
      }
    }
  });
  return numbers;
}

}  // namespace

Seen discreet(const Seen& seen) {
  Engagement engagement = *seen;
  const auto numbers = numbers_for_slugs(engagement);
  const auto without_slug = [&](const Value& value) {
    const auto* text = value.as<std::string>();
    const auto dot = text ? text->find('.') : std::string::npos;
    const auto found = text ? numbers.find(text->substr(0, dot)) : numbers.end();
    if (found == numbers.end()) return value;
    return Value{found->second + (dot == std::string::npos ? "" : text->substr(dot))};
  };
  rewrite_all(engagement, [&](const FieldRow& row, const Value& value) -> std::optional<Value> {
    if (row.holds == Holds::names) return {};
    if (refers_to_slug(row.refers)) {
      const List* several = value.as<List>();
      if (!several) return without_slug(value);
      List changed;
      for (const Value& one : *several) changed.push_back(without_slug(one));
      return Value{std::move(changed)};
    }
    if (row.holds != Holds::prose) return value;
    if (const List* list = value.as<List>())
      return Value{List(list->size(), Value{std::string(unshown)})};
    return Value{std::string(unshown)};
  });
  return {std::move(engagement), seen.audience()};
}

}  // namespace coach
