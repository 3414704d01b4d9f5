// Text as typed. In rows and comma lists a backslash keeps what follows from being read as a
// separator:
//   \;  \,  \\   and \n, \r, \t, \s (a blank at either end) so that any text goes through one line.
#include "record/typed.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/error.h"
#include "base/text.h"

namespace coach {
namespace {

/// The field's name as said in messages: so_that -> "so that".
std::string said(std::string_view key) {
  std::string name(key);
  std::ranges::replace(name, '_', ' ');
  return name;
}

std::string escaped(std::string_view text, char separator) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool at_end = i == 0 || i + 1 == text.size();
    if (c == '\\' || c == separator)
      out += '\\', out += c;
    else if (c == '\n')
      out += "\\n";
    else if (c == '\r')
      out += "\\r";
    else if (c == '\t')
      out += "\\t";
    else if (c == ' ' && at_end)
      out += "\\s";
    else
      out += c;
  }
  return out;
}

std::string unescaped(std::string_view text, char separator) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (text[i] != '\\') {
      out += text[i];
      continue;
    }
    if (next == '\\' || next == separator)
      out += next;
    else if (next == 'n')
      out += '\n';
    else if (next == 'r')
      out += '\r';
    else if (next == 't')
      out += '\t';
    else if (next == 's')
      out += ' ';
    else {
      out += '\\';
      continue;
    }
    ++i;
  }
  return out;
}

/// Parts between separators that no backslash guards, blanks around dropped, still escaped.
std::vector<std::string> parts_of(std::string_view text, char separator) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      parts.back() += text.substr(i, 2);
      ++i;
    } else if (text[i] == separator)
      parts.emplace_back();
    else
      parts.back() += text[i];
  }
  for (auto& part : parts) part = trimmed(part);
  return parts;
}

[[noreturn]] void refuse(const FieldRow& row, std::string_view typed, std::string hint = {}) {
  throw Misunderstood(fmt::format("{}: \"{}\" is not {}", said(row.key), typed, wanted(row)),
                      std::move(hint));
}

std::string plain_text(const FieldRow& row, std::string_view typed) {
  if (!is_utf8(typed))
    throw Misunderstood(fmt::format("{}: the text is not UTF-8", said(row.key)),
                        "save or paste it as UTF-8, and try again");
  if (typed.find('\0') != std::string_view::npos)
    throw Misunderstood(fmt::format("{}: the text holds a NUL byte", said(row.key)));
  return nfc(trimmed(typed));
}

std::string typed_word(const FieldRow& row, std::string_view typed) {
  const std::string wanted_word = folded(typed);
  std::vector<std::string> beginnings;
  for (const auto& word : row.words) {
    if (folded(word.word) == wanted_word) return std::string(word.word);
    if (folded(word.word).starts_with(wanted_word)) beginnings.emplace_back(word.word);
  }
  if (beginnings.size() == 1) return beginnings.front();
  std::string hint = did_you_mean(typed, words_of(row));
  refuse(row, typed, hint);
}

std::int64_t typed_number(const FieldRow& row, std::string_view typed) {
  int number = 0;
  const auto* end = typed.data() + typed.size();
  const auto read = std::from_chars(typed.data(), end, number);
  if (read.ec != std::errc{} || read.ptr != end) refuse(row, typed);
  return number;
}

double typed_decimal(const FieldRow& row, std::string_view typed) {
  double number = 0;
  const auto* end = typed.data() + typed.size();
  const auto read = std::from_chars(typed.data(), end, number);
  if (read.ec != std::errc{} || read.ptr != end) refuse(row, typed);
  return number;
}

bool typed_yes_no(const FieldRow& row, std::string_view typed) {
  const std::string word = folded(typed);
  for (std::string_view yes : {"yes", "y", "true"})
    if (word == yes) return true;
  for (std::string_view no : {"no", "n", "false"})
    if (word == no) return false;
  refuse(row, typed, "yes or no");
}

/// "due: fri" -> the row `due` and "fri"; nothing where the part names no field.
std::pair<const FieldRow*, std::string> named_part(const FieldRow& rows, const std::string& part) {
  const auto colon = part.find(':');
  if (colon == std::string::npos) return {nullptr, {}};
  std::string key(trimmed(std::string_view(part).substr(0, colon)));
  std::ranges::replace(key, ' ', '_');
  std::ranges::replace(key, '-', '_');
  return {find(*rows.inner, key), std::string(trimmed(std::string_view(part).substr(colon + 1)))};
}

Value typed_part(const FieldRow& row, const std::string& part, const Typing& typing) {
  if (row.many) return typed_field(row, unescaped(part, ';'), typing);
  return typed_value(row, unescaped(part, ';'), typing);
}

/// The first key from `from` on whose notation the text has, so that "what; fri" needs no empty
/// part for who does it; `from` itself where none has.
std::size_t part_that_reads(const FieldRow& rows, std::size_t from, const std::string& text,
                            const Typing& typing) {
  for (std::size_t at = from; at < rows.shorthand.size(); ++at) {
    try {
      typed_part(*find(*rows.inner, rows.shorthand[at]), text, typing);
      return at;
    } catch (const Misunderstood&) {
      continue;
    }
  }
  return from;
}
Table typed_row(const FieldRow& rows, std::string_view typed, const Typing& typing) {
  Table table;
  const auto parts = parts_of(typed, ';');
  std::size_t next = 0;  // the key that an unnamed part is for, unless only a later one can read it
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const FieldRow* row = nullptr;
    std::string text = parts[i];
    // The first part is always what the row is about, so that a text may hold a colon.
    if (i > 0 || rows.shorthand.empty()) std::tie(row, text) = named_part(rows, parts[i]);
    if (!row) {
      text = parts[i];
      if (text.empty()) {
        ++next;
        continue;
      }
      if (next >= rows.shorthand.size())
        throw Misunderstood(fmt::format("{}: \"{}\" is one part too many", said(rows.key), text),
                            fmt::format("the parts are: {}", fmt::join(rows.shorthand, "; ")));
      next = part_that_reads(rows, next, text, typing);
      row = find(*rows.inner, rows.shorthand[next++]);
    }
    Value value = typed_part(*row, text, typing);
    if (!value.empty()) table.set(row->key, std::move(value));
  }
  // In the order of the description, whatever the order typed.
  Table ordered;
  for (const auto& row : *rows.inner)
    if (Value* value = table.find(row.key))
      ordered.entries.push_back({std::string(row.key), std::move(*value)});
  return ordered;
}

std::string row_text(const FieldRow& rows, const Table& table) {
  std::vector<std::string> parts;
  std::size_t filled = 0;
  for (const auto key : rows.shorthand) {
    const Value* value = table.find(key);
    const FieldRow& row = *find(*rows.inner, key);
    parts.push_back(value ? escaped(row.many ? field_text(row, *value) : text_of(row, *value), ';')
                          : "");
    // A later part must not look as if it named a field.
    if (parts.size() > 1 && named_part(rows, parts.back()).first)
      parts.back() = fmt::format("{}: {}", key, parts.back());
    if (!parts.back().empty()) filled = parts.size();
  }
  parts.resize(std::max<std::size_t>(filled, rows.shorthand.empty() ? 0 : 1));
  for (const auto& row : *rows.inner) {
    const Value* value = table.find(row.key);
    if (!value || std::ranges::find(rows.shorthand, row.key) != rows.shorthand.end()) continue;
    parts.push_back(
        fmt::format("{}: {}", said(row.key),
                    escaped(row.many ? field_text(row, *value) : text_of(row, *value), ';')));
  }
  return fmt::format("{}", fmt::join(parts, "; "));
}

}  // namespace

Value typed_value(const FieldRow& row, std::string_view typed, const Typing& typing) {
  const std::string text = plain_text(row, typed);
  if (text.empty()) return {};
  switch (row.shape) {
    case Shape::text:
      return Value{text};
    case Shape::word:
      return Value{typed_word(row, text)};
    case Shape::number:
      return Value{typed_number(row, text)};
    case Shape::decimal:
      return Value{typed_decimal(row, text)};
    case Shape::yes_no:
      return Value{typed_yes_no(row, text)};
    case Shape::day:
      return Value{parse_date(text, row.looks, typing.today)};
    case Shape::time:
      return Value{parse_time(text)};
    case Shape::minutes:
      return Value{std::int64_t{parse_minutes(text)}};
    case Shape::rows:
      return Value{typed_row(row, text, typing)};
    case Shape::table:
    case Shape::pairs:
      refuse(row, text, "edit the file itself: coach edit --toml");
  }
  return {};
}

std::int64_t typed_number(std::string_view what, std::string_view typed, const Typing& typing) {
  FieldRow row;
  row.key = what;
  row.shape = Shape::number;
  return *typed_value(row, typed, typing).as<std::int64_t>();
}

Value typed_field(const FieldRow& row, std::string_view typed, const Typing& typing) {
  if (!row.many) return typed_value(row, typed, typing);
  List list;
  if (row.shape == Shape::rows) {
    list.push_back(typed_value(row, typed, typing));
  } else {
    for (const auto& part : parts_of(plain_text(row, typed), ',')) {
      Value value = typed_value(row, unescaped(part, ','), typing);
      if (!value.empty()) list.push_back(std::move(value));
    }
  }
  std::erase_if(list, [](const Value& value) { return value.empty(); });
  return list.empty() ? Value{} : Value{std::move(list)};
}

std::string text_of(const FieldRow& row, const Value& value) {
  if (const auto* text = value.as<std::string>()) return *text;
  if (const auto* number = value.as<std::int64_t>()) return std::to_string(*number);
  if (const auto* number = value.as<double>()) return fmt::format("{}", *number);
  if (const auto* yes = value.as<bool>()) return *yes ? "yes" : "no";
  if (const auto* day = value.as<Date>()) return iso(*day);
  if (const auto* time = value.as<Time>()) return time->second ? iso_time(*time) : clock(*time);
  if (const auto* table = value.as<Table>(); table && row.inner) return row_text(row, *table);
  return {};
}

std::string field_text(const FieldRow& row, const Value& value) {
  const List* list = value.as<List>();
  if (!list) return text_of(row, value);
  std::vector<std::string> parts;
  for (const auto& one : *list)
    parts.push_back(row.shape == Shape::rows ? text_of(row, one) : escaped(text_of(row, one), ','));
  return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace coach
