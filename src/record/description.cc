#include "record/description.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace coach {

const FieldRow* find(const Description& description, std::string_view key) {
  const auto found = std::ranges::find(description, key, &FieldRow::key);
  return found == description.end() ? nullptr : &*found;
}

std::vector<std::string> keys_of(const Description& description) {
  std::vector<std::string> keys;
  for (const auto& row : description) keys.emplace_back(row.key);
  return keys;
}

std::vector<std::string> words_of(const FieldRow& row) {
  std::vector<std::string> all;
  for (const auto& word : row.words) all.emplace_back(word.word);
  for (const auto& word : row.suggested) all.emplace_back(word);
  return all;
}

namespace {
std::string wanted_one(const FieldRow& row) {
  switch (row.shape) {
    case Shape::text:
      return "text";
    case Shape::word:
      return fmt::format("one of {}", fmt::join(words_of(row), ", "));
    case Shape::number:
      return "a whole number";
    case Shape::decimal:
      return "a number";
    case Shape::yes_no:
      return "true or false";
    case Shape::day:
      return "a day such as 2026-10-05";
    case Shape::time:
      return "a time such as 14:00:00";
    case Shape::minutes:
      return "whole minutes such as 45";
    case Shape::rows:
      return fmt::format("entries, each under [[{}]]", row.key);
    case Shape::table:
      return fmt::format("a table under [{}]", row.key);
    case Shape::pairs:
      return fmt::format("a table of texts under [{}]", row.key);
  }
  return {};
}
}  // namespace

std::string wanted(const FieldRow& row) {
  if (!row.many || row.shape == Shape::rows) return wanted_one(row);
  return fmt::format("a list in brackets, each {}", wanted_one(row));
}

}  // namespace coach
