// What differs between two tables, as changes in an order in which each path is right when its turn
// comes: what stays is edited first, what is new is appended, what is gone is erased from the end.
#include <algorithm>
#include <array>
#include <optional>

#include "toml/edit.h"

namespace coach {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

bool is_list_of_tables(const List& list) {
  return !list.empty() && std::all_of(list.begin(), list.end(), [](const Value& each) {
    return each.as<Table>() != nullptr;
  });
}

/// Whether two rows are the same entry; nothing where they share no key that tells.
std::optional<bool> same_entry(const Table& a, const Table& b) {
  using Keys = std::vector<std::string_view>;
  static const std::array<Keys, 5> identities{
      {{"key"}, {"element", "set"}, {"element"}, {"step"}, {"on"}}};
  const auto held = [](const Table& table, const Keys& keys) {
    return std::all_of(keys.begin(), keys.end(),
                       [&](std::string_view key) { return table.find(key) != nullptr; });
  };
  for (const Keys& keys : identities)
    if (held(a, keys) && held(b, keys))
      return std::all_of(keys.begin(), keys.end(),
                         [&](std::string_view key) { return same(*a.find(key), *b.find(key)); });
  return std::nullopt;
}

std::vector<std::size_t> by_position(const List& before, const List& after) {
  std::vector<std::size_t> origins(after.size(), none);
  for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i) origins[i] = i;
  return origins;
}

/// For each row of `after` the row of `before` that it was.
std::vector<std::size_t> origins_of(const List& before, const List& after) {
  std::vector<std::size_t> origins(after.size(), none);
  std::vector<bool> taken(before.size(), false);
  for (std::size_t i = 0; i < after.size(); ++i)
    for (std::size_t j = 0; j < before.size(); ++j) {
      const auto told = same_entry(*before[j].as<Table>(), *after[i].as<Table>());
      if (!told.value_or(i == j)) continue;
      if (origins[i] != none || taken[j]) return by_position(before, after);
      origins[i] = j;
      taken[j] = true;
    }
  return origins;
}

class Difference {
 public:
  std::vector<Change> changes() && { return std::move(changes_); }

  void tables(const Path& path, const Table& before, const Table& after, const Order& order) {
    for (const auto& [key, value, span] : after.entries) {
      if (value.empty()) continue;
      const Value* old = before.find(key);
      if (old && same(*old, value)) continue;
      const Order* inner = order.of(key);
      values({path, key, order.keys}, old, value, inner ? *inner : Order{});
    }
    for (const auto& [key, value, span] : before.entries) {
      const Value* kept = after.find(key);
      if (!kept || kept->empty()) erase(below(path, key));
    }
  }

 private:
  struct Spot {
    const Path& table;
    const std::string& key;
    const std::vector<std::string>& order;
    Path path() const {
      Path whole = table;
      whole.emplace_back(key);
      return whole;
    }
  };

  static Path below(Path path, Step step) {
    path.push_back(std::move(step));
    return path;
  }

  void values(const Spot& spot, const Value* before, const Value& after, const Order& inner) {
    const auto* list = after.as<List>();
    const auto* old_list = before ? before->as<List>() : nullptr;
    if (before && before->as<Table>() && after.as<Table>())
      return tables(spot.path(), *before->as<Table>(), *after.as<Table>(), inner);
    if (list && is_list_of_tables(*list) && (!before || (old_list && is_list_of_tables(*old_list))))
      return rows(spot, old_list ? *old_list : List{}, *list, inner);
    if (list && old_list && continues(*old_list, *list))
      return append_from(spot, *list, old_list->size());
    changes_.push_back({Change::Kind::set, spot.path(), after, spot.order});
  }

  static bool continues(const List& before, const List& after) {
    return after.size() > before.size() &&
           std::equal(before.begin(), before.end(), after.begin(),
                      [](const Value& a, const Value& b) { return same(a, b); });
  }

  /// Rows can only be appended, so those that stay are the first ones of `after` that stand in the
  /// order of `before`; a row behind them that stood elsewhere moves: it is appended and erased.
  void rows(const Spot& spot, const List& before, const List& after, const Order& inner) {
    const auto origins = origins_of(before, after);
    std::vector<bool> stays(before.size(), false);
    std::size_t staying = 0;
    while (staying < after.size() && origins[staying] != none &&
           (staying == 0 || origins[staying] > origins[staying - 1]))
      stays[origins[staying++]] = true;
    for (std::size_t i = 0; i < staying; ++i)
      tables(below(spot.path(), origins[i]), *before[origins[i]].as<Table>(), *after[i].as<Table>(),
             inner);
    append_from(spot, after, staying);
    for (std::size_t j = before.size(); j-- > 0;)
      if (!stays[j]) erase(below(spot.path(), j));
  }

  void append_from(const Spot& spot, const List& list, std::size_t first) {
    for (auto i = first; i < list.size(); ++i)
      changes_.push_back({Change::Kind::append, spot.path(), list[i], spot.order});
  }

  void erase(Path path) { changes_.push_back({Change::Kind::erase, std::move(path), {}, {}}); }

  std::vector<Change> changes_;
};

}  // namespace

const Order* Order::of(std::string_view key) const {
  const auto found = std::find_if(inner.begin(), inner.end(),
                                  [&](const InnerOrder& each) { return each.key == key; });
  return found == inner.end() ? nullptr : &found->order;
}

std::vector<Change> changes(const Table& before, const Table& after, const Order& order) {
  Difference difference;
  difference.tables({}, before, after, order);
  return std::move(difference).changes();
}

}  // namespace coach
