// The canonical text:
//
//   file    = pairs, {blank line, section}
//   section = "[" keys "]" or "[[" keys "]]", newline, pairs, {blank line, section below it}
//   pairs   = {key " = " value newline}
//
// A [table] that holds tables alone gets no header of its own: theirs name it.
#include "toml/write.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

#include "base/text.h"

namespace coach {
namespace {

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F;
}

bool holds_newline(std::string_view text) { return text.find('\n') != std::string_view::npos; }

bool literal_can_hold(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return c == '\'' || (is_control(c) && c != '\t'); });
}

// Two quotes in a row are allowed before the closing ones, but no reader is asked to know that.
bool literal_block_can_hold(std::string_view text) {
  if (text.find("'''") != std::string_view::npos || text.ends_with('\'')) return false;
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return is_control(c) && c != '\t' && c != '\n'; });
}

std::string escaped(char c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\b':
      return "\\b";
    case '\t':
      return "\\t";
    case '\n':
      return "\\n";
    case '\f':
      return "\\f";
    case '\r':
      return "\\r";
    default:
      break;
  }
  if (!is_control(c)) return {c};
  constexpr std::string_view digits = "0123456789ABCDEF";
  return {'\\', 'u', '0', '0', digits[static_cast<unsigned char>(c) >> 4], digits[c & 15]};
}

std::string basic(std::string_view text) {
  std::string written = "\"";
  for (const char c : text) written += escaped(c);
  return written + '"';
}

// Quotes may stand as they are but for every third in a row and a last one, which would close.
std::string block(std::string_view text, std::string_view newline) {
  std::string written = "\"\"\"";
  written += newline;
  int quotes = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    quotes = c == '"' ? quotes + 1 : 0;
    if (c == '\n') {
      written += newline;
    } else if (c == '\t' || (c == '"' && quotes < 3 && i + 1 < text.size())) {
      written += c;
    } else {
      written += escaped(c);
      quotes = 0;
    }
  }
  return written + "\"\"\"";
}

std::string literal_block(std::string_view text, std::string_view newline) {
  std::string written = "'''";
  written += newline;
  for (const char c : text) {
    if (c == '\n') {
      written += newline;
    } else {
      written += c;
    }
  }
  return written + "'''";
}

std::string float_text(double number) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return number < 0 ? "-inf" : "inf";
  char digits[64];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  std::string written(digits, end);
  if (written.find_first_of(".e") == std::string::npos) written += ".0";
  return written;
}

std::string list_text(const List& list, Quote quote) {
  std::string written = "[";
  for (const Value& value : list) {
    if (value.empty()) continue;
    if (written.size() > 1) written += ", ";
    written += value_text(value, quote, "\n", true);
  }
  return written + "]";
}

std::string inline_table_text(const Table& table, Quote quote) {
  std::string written = "{";
  for (const auto& [key, value, span] : table.entries) {
    if (value.empty()) continue;
    written += written.size() > 1 ? ", " : " ";
    written += key_text(key) + " = " + value_text(value, quote, "\n", true);
  }
  return written + (written.size() > 1 ? " }" : "}");
}

std::string string_text(std::string_view text, Quote quote, std::string_view newline, bool inside) {
  const bool one_line = quote == Quote::basic || quote == Quote::literal;
  if (inside) return quoted(text, quote == Quote::literal ? quote : Quote::basic, newline);
  if (one_line && holds_newline(text)) return quoted(text, Quote::block, newline);
  return quoted(text, quote, newline);
}

bool is_list_of_tables(const Value& value) {
  const auto* list = value.as<List>();
  return list && !list->empty() && std::all_of(list->begin(), list->end(), [](const Value& each) {
           return each.as<Table>() != nullptr;
         });
}

bool is_section(const Value& value) { return value.as<Table>() || is_list_of_tables(value); }

void write_header(std::string& written, std::string_view open, const std::string& keys,
                  std::string_view close) {
  if (!written.empty()) written += '\n';
  written.append(open).append(keys).append(close).append("\n");
}

void write_table(std::string& written, const Table& table, const std::string& keys) {
  for (const auto& [key, value, span] : table.entries) {
    if (value.empty() || is_section(value)) continue;
    written += key_text(key) + " = " + value_text(value) + '\n';
  }
  const auto below = [&](const std::string& key) {
    return keys.empty() ? key_text(key) : keys + '.' + key_text(key);
  };
  for (const auto& [key, value, span] : table.entries) {
    const auto* inner = value.as<Table>();
    if (!inner) continue;
    const bool named_below =
        !inner->empty() && std::all_of(inner->entries.begin(), inner->entries.end(),
                                       [](const Entry& each) { return is_section(each.value); });
    if (!named_below) write_header(written, "[", below(key), "]");
    write_table(written, *inner, below(key));
  }
  for (const auto& [key, value, span] : table.entries) {
    if (!is_list_of_tables(value)) continue;
    for (const Value& element : *value.as<List>()) {
      write_header(written, "[[", below(key), "]]");
      write_table(written, *element.as<Table>(), below(key));
    }
  }
}

}  // namespace

std::string quoted(std::string_view given, Quote wanted, std::string_view newline) {
  // Bytes that are no UTF-8 would make the whole file unreadable.
  const std::string text = repaired(given);
  switch (wanted) {
    case Quote::basic:
      return basic(text);
    case Quote::literal:
      return literal_can_hold(text) ? '\'' + text + '\'' : basic(text);
    case Quote::literal_block:
      if (literal_block_can_hold(text)) return literal_block(text, newline);
      return block(text, newline);
    case Quote::block:
      return block(text, newline);
  }
  return basic(text);
}

std::string key_text(std::string_view key) {
  const bool bare = !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
  });
  return bare ? std::string(key) : quoted(key);
}

std::string value_text(const Value& value, Quote quote, std::string_view newline, bool inside) {
  if (const auto* text = value.as<std::string>()) return string_text(*text, quote, newline, inside);
  if (const auto* number = value.as<std::int64_t>()) return std::to_string(*number);
  if (const auto* number = value.as<double>()) return float_text(*number);
  if (const auto* yes = value.as<bool>()) return *yes ? "true" : "false";
  if (const auto* day = value.as<Date>()) return iso(*day);
  if (const auto* time = value.as<Time>()) return iso_time(*time);
  if (const auto* foreign = value.as<Foreign>()) return foreign->text;
  if (const auto* list = value.as<List>()) return list_text(*list, quote);
  if (const auto* table = value.as<Table>()) return inline_table_text(*table, quote);
  return quoted("");
}

std::string toml_text(const Table& root) {
  std::string written;
  write_table(written, root, "");
  return written;
}

}  // namespace coach
