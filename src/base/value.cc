// Looking up and comparing values.
#include "base/value.h"

#include <algorithm>
#include <cmath>

namespace coach {

const Value* Table::find(std::string_view key) const {
  const auto entry = std::find_if(entries.begin(), entries.end(),
                                  [&](const Entry& each) { return each.key == key; });
  return entry == entries.end() ? nullptr : &entry->value;
}

Value* Table::find(std::string_view key) {
  return const_cast<Value*>(static_cast<const Table&>(*this).find(key));
}

Value& Table::set(std::string_view key, Value value) {
  if (Value* held = find(key)) return *held = std::move(value);
  return entries.emplace_back(Entry{std::string(key), std::move(value), {}}).value;
}

List& Table::list(std::string_view key) {
  Value* held = find(key);
  return *(held ? *held : set(key, Value{List{}})).as<List>();
}

void Table::erase(std::string_view key) {
  std::erase_if(entries, [&](const Entry& each) { return each.key == key; });
}

namespace {

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

bool same(const List& a, const List& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Value& x, const Value& y) { return coach::same(x, y); });
}

}  // namespace

bool same(const Value& a, const Value& b) {
  if (a.is.index() != b.is.index()) return false;
  if (const auto* number = a.as<double>()) return same(*number, *b.as<double>());
  if (const auto* list = a.as<List>()) return same(*list, *b.as<List>());
  if (const auto* table = a.as<Table>()) return same(*table, *b.as<Table>());
  if (const auto* text = a.as<std::string>()) return *text == *b.as<std::string>();
  if (const auto* number = a.as<std::int64_t>()) return *number == *b.as<std::int64_t>();
  if (const auto* yes = a.as<bool>()) return *yes == *b.as<bool>();
  if (const auto* day = a.as<Date>()) return *day == *b.as<Date>();
  if (const auto* time = a.as<Time>()) return *time == *b.as<Time>();
  if (const auto* foreign = a.as<Foreign>()) return *foreign == *b.as<Foreign>();
  return true;  // both empty
}

// No key stands twice, so as many keys on both sides, each found, are the same keys.
bool same(const Table& a, const Table& b) {
  if (a.entries.size() != b.entries.size()) return false;
  return std::all_of(a.entries.begin(), a.entries.end(), [&](const Entry& entry) {
    const Value* other = b.find(entry.key);
    return other && same(entry.value, *other);
  });
}

}  // namespace coach
