#include "model/search.h"

#include <algorithm>

#include "base/text.h"
#include "record/typed.h"

namespace coach {
namespace {

struct FieldLine {
  std::string field;
  std::string line;
};

/// Everything in a record that somebody typed, line by line: no keys of entries, no ids of others.
void collect(const Description& rows, const Table& table, const std::string& above,
             std::vector<FieldLine>& out) {
  for (const auto& row : rows) {
    const Value* value = table.find(row.key);
    const bool nobody_typed_it = row.refers != Refers::nothing || row.kept_by_program;
    if (!value || (nobody_typed_it && row.shape == Shape::text)) continue;
    const std::string field = above.empty() ? std::string(row.key) : above;
    const auto add = [&](const Value& one) {
      if (row.inner && one.as<Table>()) return collect(*row.inner, *one.as<Table>(), field, out);
      for (auto& line : lines_of(text_of(row, one))) out.push_back({field, std::move(line)});
    };
    if (const List* list = value->as<List>())
      std::ranges::for_each(*list, add);
    else
      add(*value);
  }
}

}  // namespace

std::vector<SearchHit> lines_holding(const Kind& kind, const Table& record,
                                     const std::vector<std::string>& words) {
  std::vector<FieldLine> lines;
  collect(*kind.description, record, {}, lines);
  std::vector<bool> found(words.size(), false);
  std::vector<SearchHit> hits;
  for (const auto& [field, line] : lines) {
    const std::string text = folded(line);
    bool any = false;
    for (std::size_t i = 0; i < words.size(); ++i)
      if (text.find(words[i]) != text.npos) found[i] = any = true;
    if (any) hits.push_back({.kind = std::string(kind.info.name), .field = field, .line = line});
  }
  if (std::ranges::find(found, false) != found.end()) return {};
  return hits;
}

}  // namespace coach
