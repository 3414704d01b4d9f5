#include "model/references.h"

#include <algorithm>

namespace coach {

References references_of(const Engagement& engagement, const Rubric* rubric) {
  References known;
  // Where there is none of a sort yet, every name of it is one of nothing.
  for (const Refers sort : {Refers::goal, Refers::activity, Refers::session, Refers::dated,
                            Refers::indicator, Refers::cycle})
    known[sort] = {};
  for (const auto& [id, activity] : engagement.all<Activity>())
    for (std::size_t i = 0; i < activity.indicators.size(); ++i)
      known[Refers::indicator].push_back(entry_id(id, activity.indicators[i].key, i));
  const auto add = [&]<class Record>(const std::string& id) {
    if constexpr (std::is_same_v<Record, Goal>) known[Refers::goal].push_back(id);
    if constexpr (std::is_same_v<Record, Activity>) known[Refers::activity].push_back(id);
    if constexpr (std::is_same_v<Record, Session>) known[Refers::session].push_back(id);
    if constexpr (std::is_same_v<Record, Cycle>) known[Refers::cycle].push_back(id);
    if constexpr (Dated<Record>) known[Refers::dated].push_back(id);
  };
  for_each_kind(EngagementKinds{}, [&]<class Record>() {
    for (const auto& filed : engagement.all<Record>()) add.template operator()<Record>(filed.id);
    for (const auto& unread : engagement.unread)
      if (unread.kind == kind_of<Record>.name) add.template operator()<Record>(unread.id);
  });
  if (rubric) {
    known[Refers::element] = known[Refers::level] = {};
    for (const auto* element : elements_of(*rubric)) known[Refers::element].push_back(element->key);
    for (const auto& level : rubric->levels) known[Refers::level].push_back(level.key);
  }
  if (const Way* way = engagement.way())
    for (const auto& step : way->steps) known[Refers::step].push_back(step.key);
  return known;
}

std::string_view said(Refers refers) {
  switch (refers) {
    case Refers::nothing:
      return "nothing";
    case Refers::goal:
      return "goal";
    case Refers::activity:
      return "activity";
    case Refers::element:
      return "element";
    case Refers::level:
      return "level";
    case Refers::dated:
      return "record";
    case Refers::session:
      return "session";
    case Refers::indicator:
      return "indicator";
    case Refers::rubric:
      return "rubric";
    case Refers::model:
      return "model";
    case Refers::step:
      return "step";
    case Refers::cycle:
      return "cycle";
  }
  return {};
}

bool names_nothing(const FieldRow& row, const Value& value, const References& known) {
  const auto names = known.find(row.refers);
  const auto* text = value.as<std::string>();
  return text && names != known.end() &&
         std::ranges::find(names->second, *text) == names->second.end();
}

namespace {

void walk(const Description& rows, const Table& table, const Path& path, const References& known,
          std::vector<Dangling>& found) {
  for (const auto& entry : table.entries) {
    const FieldRow* row = find(rows, entry.key);
    if (!row) continue;
    const List* list = entry.value.as<List>();
    for (std::size_t i = 0; i < (list ? list->size() : 1); ++i) {
      Path place = path;
      place.push_back(entry.key);
      if (list) place.push_back(i);
      const Value& value = list ? (*list)[i] : entry.value;
      if (row->inner && value.as<Table>()) {
        walk(*row->inner, *value.as<Table>(), place, known, found);
        continue;
      }
      if (names_nothing(*row, value, known))
        found.push_back({std::move(place), row->refers, *value.as<std::string>()});
    }
  }
}

/// The part before and behind the dot of an entry's id.
std::pair<std::string_view, std::string_view> halves(std::string_view name) {
  const auto dot = name.find('.');
  if (dot == name.npos) return {name, {}};
  return {name.substr(0, dot), name.substr(dot)};
}

std::string completed(const std::string& text, const std::vector<std::string>& names) {
  if (std::ranges::find(names, text) != names.end()) return text;
  const auto [beginning, entry] = halves(text);
  // By the beginning, else by a whole word of it.
  for (const bool inside : {false, true}) {
    std::string found;
    bool several = false;
    for (const auto& name : names) {
      const auto [whole, behind] = halves(name);
      const bool fits = inside ? whole.find("-" + std::string(beginning)) != whole.npos
                               : whole.starts_with(beginning);
      if (!fits || behind != entry || beginning.empty()) continue;
      several |= !found.empty();  // of two none is meant
      found = name;
    }
    if (several) return text;
    if (!found.empty()) return found;
  }
  return text;
}

}  // namespace

void complete_references(const Description& rows, Table& record, const References& known) {
  for (auto& entry : record.entries) {
    const FieldRow* row = find(rows, entry.key);
    const auto names = row ? known.find(row->refers) : known.end();
    if (names == known.end()) continue;
    if (auto* text = entry.value.as<std::string>()) *text = completed(*text, names->second);
    if (List* list = entry.value.as<List>())
      for (Value& one : *list)
        if (auto* text = one.as<std::string>()) *text = completed(*text, names->second);
  }
}

std::vector<Dangling> dangling(const Description& rows, const Table& record,
                               const References& known) {
  std::vector<Dangling> found;
  walk(rows, record, {}, known, found);
  return found;
}

bool refers_to(Refers sort, const Description& rows, const Table& record) {
  return std::ranges::any_of(record.entries, [&](const Entry& entry) {
    const FieldRow* row = find(rows, entry.key);
    if (!row || !row->inner) return row && row->refers == sort;
    if (const Table* table = entry.value.as<Table>()) return refers_to(sort, *row->inner, *table);
    const List* list = entry.value.as<List>();
    return list && std::ranges::any_of(*list, [&](const Value& one) {
             return one.as<Table>() && refers_to(sort, *row->inner, *one.as<Table>());
           });
  });
}

}  // namespace coach
