// The editor: any change of any document is made as it was meant, or refused with an Error.
//
//   input = document 1E change*;  change = kind, steps, value 1E
#include "toml/edit.h"

#include <array>

#include "fuzz.h"

using namespace coach;

namespace {

Value value_of(fuzz::Bytes& bytes, int depth = 0) {
  switch (bytes.below(depth < 3 ? 8 : 5)) {
    case 0:
      return Value{std::string(bytes.part())};
    case 1:
      return Value{static_cast<std::int64_t>(bytes.byte()) - 100};
    case 2:
      return Value{bytes.below(2) == 1};
    case 3:
      return Value{std::chrono::year{2026} / static_cast<int>(1 + bytes.below(12)) /
                   static_cast<int>(1 + bytes.below(28))};
    case 4:
      return Value{Time{static_cast<int>(bytes.below(24)), static_cast<int>(bytes.below(60)), 0}};
    case 5: {
      List list;
      for (auto left = bytes.below(4); left > 0; --left) list.push_back(value_of(bytes, depth + 1));
      return Value{std::move(list)};
    }
    default: {
      Table table;
      for (auto left = bytes.below(4); left > 0; --left)
        table.set(std::string(1, static_cast<char>('a' + bytes.below(6))),
                  value_of(bytes, depth + 1));
      return Value{std::move(table)};
    }
  }
}

/// A way into what is there, or one step beside it.
Path path_in(const Table& root, fuzz::Bytes& bytes) {
  Path path;
  const Table* table = &root;
  while (table) {
    const auto at = bytes.below(table->entries.size() + 1);
    if (at == table->entries.size()) {
      path.emplace_back(std::string(bytes.part()));
      return path;
    }
    const auto& entry = table->entries[at];
    path.emplace_back(entry.key);
    const List* list = entry.value.as<List>();
    table = entry.value.as<Table>();
    if (list && !list->empty() && bytes.below(2) == 1) {
      const auto index = bytes.below(list->size() + 1);
      path.emplace_back(index);
      table = index < list->size() ? (*list)[index].as<Table>() : nullptr;
    }
    if (bytes.below(2) == 0) return path;
  }
  return path;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes bytes(data, size);
  Problems problems;
  auto document = parse_toml(std::string(bytes.part()), "file.toml", problems);
  for (int turn = 0; document && turn < 4 && !bytes.done(); ++turn) {
    constexpr std::array kinds{Change::Kind::set, Change::Kind::erase, Change::Kind::append};
    Change change{.kind = kinds[bytes.below(kinds.size())],
                  .path = path_in(document->root, bytes),
                  .value = value_of(bytes),
                  .order = {"a", "b", "c", "date", "title"}};
    try {
      auto changed = edited(*document, {&change, 1}, "file.toml");
      Problems again;
      const auto read = parse_toml(changed.text, "file.toml", again);
      fuzz::must(read.has_value(), "what was edited can be read");
      fuzz::must(same(read->root, changed.root), "it says what the editor says");
      document = std::move(changed);
    } catch (const Error& error) {
      fuzz::must(error.what()[0] != '\0', "a refusal says why");
    }
  }
  return 0;
}
