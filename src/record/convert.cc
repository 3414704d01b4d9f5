#include "record/convert.h"

#include <fmt/format.h>

#include <limits>

#include "base/text.h"

namespace coach::detail {

void wrong_type(const Value& value, const FieldRow& row, Flaws& flaws) {
  std::string hint;
  const auto* text = value.as<std::string>();
  if (text && row.many)
    hint = fmt::format("write  {} = [{}]", row.key, "\"" + *text + "\"");
  else if (text && row.shape != Shape::rows && row.shape != Shape::table)
    hint = "without the quotes";
  else if (!text && row.shape == Shape::text && !row.many)
    hint = "in quotes";
  flaws.push_back(
      {value.span, Severity::error, fmt::format("{} should be {}", row.key, wanted(row)), hint});
}

void missing(Span where, const FieldRow& row, Flaws& flaws) {
  flaws.push_back({where, Severity::error, fmt::format("{} is missing", row.key),
                   fmt::format("{}: {}; it must be there, {}", row.key, row.help, wanted(row))});
}

void unknown_word(const Value& value, const FieldRow& row, Flaws& flaws) {
  const std::string& text = *value.as<std::string>();
  std::string hint = did_you_mean(text, words_of(row));
  if (hint.empty()) hint = wanted(row);
  flaws.push_back(
      {value.span, Severity::error, fmt::format("{} knows no \"{}\"", row.key, text), hint});
}

void unknown_keys(const Table& table, const Description& known, Flaws& flaws) {
  constexpr int most = 20;  // somebody reads them; a file of a million keys is no record
  int unknown = 0;
  for (const auto& entry : table.entries) {
    if (coach::find(known, entry.key) || ++unknown > most) continue;
    flaws.push_back({entry.key_span, Severity::warning,
                     fmt::format("unknown key \"{}\"", entry.key),
                     did_you_mean(entry.key, keys_of(known))});
  }
  if (unknown > most)
    flaws.push_back({flaws.back().span,
                     Severity::warning,
                     fmt::format("{} more keys are unknown", unknown - most),
                     {}});
}

namespace {
template <class T>
bool copy(const Value& value, T& out) {
  const T* held = value.as<T>();
  if (held) out = *held;
  return held != nullptr;
}
}  // namespace

bool read_plain(const Value& value, std::string& out) { return copy(value, out); }
bool read_plain(const Value& value, bool& out) { return copy(value, out); }
bool read_plain(const Value& value, Date& out) { return copy(value, out); }
bool read_plain(const Value& value, Time& out) { return copy(value, out); }

bool read_plain(const Value& value, int& out) {
  const auto* number = value.as<std::int64_t>();
  if (!number || *number < std::numeric_limits<int>::min() ||
      *number > std::numeric_limits<int>::max())
    return false;
  out = static_cast<int>(*number);
  return true;
}

bool read_plain(const Value& value, double& out) {
  if (const auto* whole = value.as<std::int64_t>()) {
    out = static_cast<double>(*whole);
    return true;
  }
  return copy(value, out);
}

bool read_plain(const Value& value, Minutes& out) {
  constexpr int most = 100'000;  // some seventy days: more is a slip, and sums stay in range
  return read_plain(value, out.count) && out.count >= 0 && out.count <= most;
}

bool read_plain(const Value& value, Pairs& out) {
  const Table* table = value.as<Table>();
  if (!table) return false;
  for (const auto& entry : table->entries) {
    const auto* text = entry.value.as<std::string>();
    if (!text) return false;
    out.emplace_back(entry.key, *text);
  }
  return true;
}

}  // namespace coach::detail
