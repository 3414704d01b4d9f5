// Scanner and reader: any bytes are read or refused with a place in them; where the short way
// answers (toml/plain.h), the parser answers the same.
#include "fuzz.h"
#include "toml/parse.h"
#include "toml/plain.h"

using namespace coach;

namespace {

bool identical(const Table& a, const Table& b);

bool identical(const Value& a, const Value& b) {
  if (a.span != b.span || a.is.index() != b.is.index()) return false;
  if (const auto* list = a.as<List>()) {
    const auto& other = *b.as<List>();
    if (list->size() != other.size()) return false;
    for (std::size_t i = 0; i < list->size(); ++i)
      if (!identical((*list)[i], other[i])) return false;
    return true;
  }
  if (const auto* table = a.as<Table>()) return identical(*table, *b.as<Table>());
  return same(a, b);
}

bool identical(const Table& a, const Table& b) {
  if (a.entries.size() != b.entries.size()) return false;
  for (std::size_t i = 0; i < a.entries.size(); ++i)
    if (a.entries[i].key != b.entries[i].key || a.entries[i].key_span != b.entries[i].key_span ||
        !identical(a.entries[i].value, b.entries[i].value))
      return false;
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  Problems problems;
  const auto document = parse_toml(text, "file.toml", problems);
  fuzz::must(document.has_value() == problems.empty(), "one problem, or a document");
  fuzz::must(problems.size() <= 1, "one problem at most");
  for (const auto& problem : problems)
    fuzz::must(problem.place.line >= 1 && problem.place.column >= 1 && !problem.text.empty(),
               "a problem has a place and a reason");
  if (!document) return 0;
  const auto plain = plain_values(document->text, document->scan);
  if (!plain) return 0;
  const auto parsed = parser_values(document->text, document->scan);
  fuzz::must(parsed.has_value(), "what is plain is valid");
  fuzz::must(identical(*plain, *parsed), "both ways read the same");
  return 0;
}
