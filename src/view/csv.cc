#include "view/csv.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/text.h"

namespace coach {
namespace {

/// What spreadsheets take for the start of a formula, full-width forms included.
constexpr std::array<std::string_view, 8> formula_starts = {"=",  "+",  "-",  "@",
                                                            "＝", "＋", "－", "＠"};

constexpr std::array<std::string_view, 8> unseen = {" ",      "\u00a0", "\u200b", "\u200c",
                                                    "\u200d", "\u2060", "\u3000", "\ufeff"};

std::string_view without_unseen(std::string_view text) {
  for (bool found = true; found;) {
    found = false;
    for (const auto blank : unseen) {
      if (!text.starts_with(blank)) continue;
      text.remove_prefix(blank.size());
      found = true;
    }
  }
  return text;
}

/// SAFETY.md: looked at before controls are written visibly, since a program that reads the file
/// may skip what a person cannot see.
bool could_be_formula(std::string_view text) {
  const auto start = without_unseen(text);
  if (!start.empty() && std::string_view("\t\r\n").find(start[0]) != std::string_view::npos)
    return true;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find_first_of("\r\n", begin), text.size());
    const auto line = without_unseen(text.substr(begin, end - begin));
    if (line.starts_with('\t')) return true;
    if (std::ranges::any_of(formula_starts, [&](auto sign) { return line.starts_with(sign); }))
      return true;
    begin = end + 1;
  }
  return false;
}

std::string text_of(const Value& value);

std::string joined(const List& list) {
  std::vector<std::string> parts;
  for (const auto& value : list) parts.push_back(text_of(value));
  return fmt::format("{}", fmt::join(parts, "; "));
}

std::string joined(const Table& table) {
  std::vector<std::string> parts;
  for (const auto& entry : table.entries)
    if (auto text = text_of(entry.value); !text.empty()) parts.push_back(std::move(text));
  return fmt::format("{}", fmt::join(parts, " "));
}

struct TextOf {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const { return fmt::format("{}", number); }
  std::string operator()(bool yes) const { return yes ? "true" : "false"; }
  std::string operator()(Date day) const { return iso(day); }
  std::string operator()(Time time) const { return iso_time(time); }
  std::string operator()(const List& list) const { return joined(list); }
  std::string operator()(const Table& table) const { return joined(table); }
  std::string operator()(const Foreign& foreign) const { return foreign.text; }
};

std::string text_of(const Value& value) { return std::visit(TextOf{}, value.is); }

/// Typed values stay as they are; a negative number is one, "-5" as text is not.
bool is_typed(const Value& value) {
  return value.as<std::int64_t>() || value.as<double>() || value.as<bool>() || value.as<Date>() ||
         value.as<Time>();
}

std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string cell(const Value* value) {
  if (!value) return {};
  const std::string text = text_of(*value);
  if (is_typed(*value)) return quoted(text);
  return quoted((could_be_formula(text) ? "'" : "") + visible(text));
}

std::vector<std::string> chosen(const Description& rows, const std::vector<std::string>& fields) {
  const auto known = keys_of(rows);
  if (fields.empty()) return known;
  for (const auto& field : fields) {
    if (find(rows, field)) continue;
    const std::string near = did_you_mean(field, known);
    throw Misunderstood(fmt::format("no field \"{}\" in this list", field),
                        near.empty() ? fmt::format("there are {}", listed(known)) : near);
  }
  return fields;
}

}  // namespace

std::string csv_text(const Description& rows, const List& list,
                     const std::vector<std::string>& fields) {
  const auto keys = chosen(rows, fields);
  std::string out = fmt::format("{}\n", fmt::join(keys, ","));
  for (const auto& value : list) {
    const auto* table = value.as<Table>();
    std::vector<std::string> cells;
    for (const auto& key : keys) cells.push_back(cell(table ? table->find(key) : nullptr));
    out += fmt::format("{}\n", fmt::join(cells, ","));
  }
  return out;
}

}  // namespace coach
