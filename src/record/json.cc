#include "record/json.h"

#include <nlohmann/json.hpp>

#include "base/text.h"

namespace coach {
namespace {

using Json = nlohmann::ordered_json;

Json object(const Description& rows, const Table& table);

Json one(const FieldRow& row, const Value& value) {
  if (const auto* text = value.as<std::string>()) return repaired(*text);
  if (const auto* number = value.as<std::int64_t>()) return *number;
  if (const auto* number = value.as<double>()) return *number;
  if (const auto* yes = value.as<bool>()) return *yes;
  if (const auto* day = value.as<Date>()) return iso(*day);
  if (const auto* time = value.as<Time>()) return iso_time(*time);
  if (const auto* foreign = value.as<Foreign>()) return foreign->text;
  if (const auto* list = value.as<List>()) {
    Json all = Json::array();
    for (const auto& entry : *list) all.push_back(one(row, entry));
    return all;
  }
  if (const auto* table = value.as<Table>()) {
    if (row.inner) return object(*row.inner, *table);
    Json pairs = Json::object();
    for (const auto& entry : table->entries) pairs[entry.key] = one(row, entry.value);
    return pairs;
  }
  return nullptr;
}

Json object(const Description& rows, const Table& table) {
  Json made = Json::object();
  for (const auto& row : rows) {
    const Value* value = table.find(row.key);
    made[std::string(row.key)] = value      ? one(row, *value)
                                 : row.many ? Json::array()
                                            : Json(nullptr);
  }
  return made;
}

Json schema(const Description& rows);

Json schema_of_one(const FieldRow& row) {
  switch (row.shape) {
    case Shape::text:
      return {{"type", "string"}};
    case Shape::word: {
      Json made = {{"type", "string"}, {"enum", Json::array()}};
      for (const auto& word : row.words) made["enum"].push_back(std::string(word.word));
      return made;
    }
    case Shape::number:
    case Shape::minutes:
      return {{"type", "integer"}};
    case Shape::decimal:
      return {{"type", "number"}};
    case Shape::yes_no:
      return {{"type", "boolean"}};
    case Shape::day:
      return {{"type", "string"}, {"format", "date"}};
    case Shape::time:
      return {{"type", "string"}};  // JSON Schema's `time` wants an offset
    case Shape::rows:
    case Shape::table:
      return schema(*row.inner);
    case Shape::pairs:
      return {{"type", "object"}, {"additionalProperties", {{"type", "string"}}}};
  }
  return {};
}

Json schema(const Description& rows) {
  Json properties = Json::object(), required = Json::array();
  for (const auto& row : rows) {
    Json made = schema_of_one(row);
    if (row.many) made = Json{{"type", "array"}, {"items", std::move(made)}};
    made["description"] = std::string(row.help);
    properties[std::string(row.key)] = std::move(made);
    if (row.need == Need::required) required.push_back(std::string(row.key));
  }
  return {
      {"type", "object"}, {"properties", std::move(properties)}, {"required", std::move(required)}};
}

}  // namespace

std::string json_text(const Description& rows, const Table& table,
                      const std::vector<std::string>& supervisory) {
  Json all = {{"format", 1}};
  if (!supervisory.empty()) all["the_coach_is_the_rater_of"] = supervisory;
  all.update(object(rows, table));
  return unseen_as_json(all.dump(2)) + "\n";
}

std::string schema_text(const Kind& kind) {
  Json all = {{"$schema", "http://json-schema.org/draft-07/schema#"},
              {"title", std::string(kind.info.name)},
              {"description", std::string(kind.info.help)}};
  all.update(schema(*kind.description));
  return unseen_as_json(all.dump(2)) + "\n";
}

}  // namespace coach
