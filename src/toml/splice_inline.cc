// Within one value. Commas are looked for where the scanner saw no comment.
#include <fmt/format.h>

#include <algorithm>

#include "toml/splice.h"

namespace coach {
namespace {

constexpr std::size_t nowhere = std::string_view::npos;

/// One pair of an inline table: `a.b = 1` is one, at the path a, b.
struct Leaf {
  Path path;
  Span value;
};

void add_leaves(const Outline& outline, const Path& path, const Value& value,
                std::vector<Leaf>& leaves) {
  if (outline.form(path) != Form::inline_dotted) {
    leaves.push_back({path, value.span});
    return;
  }
  for (const auto& [key, inner, span] : value.as<Table>()->entries)
    add_leaves(outline, below(path, key), inner, leaves);
}

/// The pairs of an inline table as they stand.
std::vector<Leaf> leaves_of(const Outline& outline, const Path& path, const Table& table) {
  std::vector<Leaf> leaves;
  for (const auto& [key, value, span] : table.entries)
    add_leaves(outline, below(path, key), value, leaves);
  std::sort(leaves.begin(), leaves.end(),
            [](const Leaf& a, const Leaf& b) { return a.value.begin < b.value.begin; });
  return leaves;
}

/// The table in braces that a table made by dotted keys stands in.
Path braces_around(const Outline& outline, Path table) {
  while (outline.form(table) == Form::inline_dotted) table.pop_back();
  return table;
}

}  // namespace

InlineSplicer::InlineSplicer(const Document& document, const Outline& outline)
    : document_(document), outline_(outline), text_(document.text) {}

std::string_view InlineSplicer::part(std::size_t begin, std::size_t end) const {
  return text_.substr(begin, end - begin);
}

Quote InlineSplicer::quote_of(const Value& value) const {
  if (!value.as<std::string>()) return Quote::basic;
  const auto token = part(value.span.begin, value.span.end);
  if (token.starts_with("\"\"\"")) return Quote::block;
  if (token.starts_with("'''")) return Quote::literal_block;
  return token.starts_with('\'') ? Quote::literal : Quote::basic;
}

std::size_t InlineSplicer::behind_blanks(std::size_t at) const {
  return std::min(text_.find_first_not_of(" \t", at), text_.size());
}

std::size_t InlineSplicer::line_begin(std::size_t at) const {
  const auto newline = text_.substr(0, at).rfind('\n');
  return newline == nowhere ? 0 : newline + 1;
}

std::size_t InlineSplicer::line_end(std::size_t at) const {
  const auto newline = text_.find('\n', at);
  return newline == nowhere ? text_.size() : newline + 1;
}

/// The comma between two values, beyond comments.
std::size_t InlineSplicer::comma_in(std::size_t begin, std::size_t end) const {
  for (auto at = begin; at < end; ++at) {
    if (text_[at] == ',') return at;
    if (text_[at] == '#') at = line_end(at) - 1;
  }
  return nowhere;
}

bool InlineSplicer::begins_line(std::size_t at) const {
  const auto line = line_begin(at);
  return line > 0 && behind_blanks(line) == at;
}

bool InlineSplicer::ends_line(std::size_t at) const {
  const auto next = behind_blanks(at);
  return next >= text_.size() || text_[next] == '\n' || text_[next] == '\r' || text_[next] == '#';
}

Splices InlineSplicer::set(const Path& path, const Value& value) const {
  const Value& old = *value_at(document_.root, path);
  const bool inside = outline_.pair_around(path)->path.size() < path.size();
  return {{old.span, value_text(value, quote_of(old), document_.scan.newline, inside)}};
}

Splices InlineSplicer::insert(const Path& table, const std::string& key, const Value& value,
                              const std::vector<std::string>& order) const {
  const Path braces = braces_around(outline_, table);
  const Value& whole = *value_at(document_.root, braces);
  std::string pair;
  for (auto step = braces.size(); step < table.size(); ++step)
    pair += key_text(std::get<std::string>(table[step])) + '.';
  pair += fmt::format("{} = {}", key_text(key), value_text(value, Quote::basic, "\n", true));
  const auto leaves = leaves_of(outline_, braces, *whole.as<Table>());
  if (leaves.empty()) return {{whole.span, fmt::format("{{ {} }}", pair)}};

  const Leaf* before = nullptr;
  std::size_t nearest = 0;
  const auto wanted = rank_of(key, order);
  for (const Leaf& leaf : leaves) {
    if (!begins_with(leaf.path, table)) continue;
    const auto rank = rank_of(std::get<std::string>(leaf.path[table.size()]), order);
    if ((rank < wanted || wanted == order.size()) && (!before || rank >= nearest))
      before = &leaf, nearest = rank;
  }
  if (!before && braces != table) before = &leaves.back();
  if (before) return {{{before->value.end, before->value.end}, ", " + pair}};
  const auto at = behind_blanks(whole.span.begin + 1);
  return {{{at, at}, pair + ", "}};
}

Splices InlineSplicer::append(const Path& path, const Value& value) const {
  const Value& whole = *value_at(document_.root, path);
  const List& list = *whole.as<List>();
  const auto close = whole.span.end - 1;
  const bool literal = !list.empty() && quote_of(list.back()) == Quote::literal;
  const std::string text = value_text(value, literal ? Quote::literal : Quote::basic, "\n", true);
  const auto from = list.empty() ? whole.span.begin + 1 : list.back().span.end;
  if (part(from, close).find('\n') != nowhere) return append_lines(whole, text);
  if (list.empty()) return {{{from, close}, text}};
  const auto comma = comma_in(from, close);
  if (comma == nowhere) return {{{from, from}, ", " + text}};
  return {{{comma + 1, comma + 1}, fmt::format(" {},", text)}};
}

/// The bracket closes on a later line: a line of its own, with a comma where the last one had one.
Splices InlineSplicer::append_lines(const Value& whole, const std::string& text) const {
  const List& list = *whole.as<List>();
  const auto close = whole.span.end - 1;
  const auto closing_line = line_begin(close);
  const auto indent_at = [&](std::size_t line) {
    return std::string(part(line, behind_blanks(line)));
  };
  const std::string& newline = document_.scan.newline;
  if (list.empty()) {
    // Comments may stand in the brackets: the value goes below them.
    const auto with = fmt::format("{}  {},{}", indent_at(closing_line), text, newline);
    return {{{closing_line, closing_line}, with}};
  }
  const auto last = list.back().span;
  const auto comma = comma_in(last.end, close);
  const auto at = line_end(comma == nowhere ? last.end : comma);
  if (at > close) return {{{comma + 1, comma + 1}, fmt::format(" {},", text)}};
  const std::string indent =
      begins_line(last.begin) ? indent_at(line_begin(last.begin)) : indent_at(closing_line) + "  ";
  const std::string end = comma == nowhere ? newline : "," + newline;
  Splices splices{{{at, at}, indent + text + end}};
  if (comma == nowhere) splices.push_back({{last.end, last.end}, ","});
  return splices;
}

Splices InlineSplicer::erase(const Path& path) const {
  if (const auto* index = std::get_if<std::size_t>(&path.back()))
    return erase_element(*value_at(document_.root, Path(path.begin(), path.end() - 1)), *index);
  return erase_pairs(path);
}

Splices InlineSplicer::erase_element(const Value& whole, std::size_t index) const {
  const List& list = *whole.as<List>();
  const Span value = list[index].span;
  const bool last = index + 1 == list.size();
  const auto before = index > 0 ? list[index - 1].span.end : whole.span.begin + 1;
  const auto behind = last ? whole.span.end - 1 : list[index + 1].span.begin;
  const auto comma = comma_in(value.end, behind);
  const auto comma_before = index > 0 ? comma_in(before, value.begin) : nowhere;
  const auto end = comma == nowhere ? value.end : comma + 1;

  Splices splices;
  const bool own_lines = begins_line(value.begin) && ends_line(end) &&
                         line_end(end) < whole.span.end &&
                         part(value.end, end).find_first_of("\n#") == nowhere;
  if (own_lines) {
    splices.push_back({{line_begin(value.begin), line_end(end)}, ""});
    if (last && comma == nowhere && comma_before != nowhere)
      splices.push_back({{comma_before, comma_before + 1}, ""});
    return splices;
  }
  if (index > 0 && part(before, value.begin).find_first_of("\n#") == nowhere)
    return {{{before, value.end}, ""}};  // the comma before goes, the one behind stays
  if (!last && part(value.begin, behind).find('\n') == nowhere)
    return {{{value.begin, behind}, ""}};
  splices.push_back({value, ""});
  const auto spare = comma != nowhere ? comma : comma_before;
  if (spare != nowhere) splices.push_back({{spare, spare + 1}, ""});
  return splices;
}

Splices InlineSplicer::erase_pairs(const Path& path) const {
  const Path braces = braces_around(outline_, Path(path.begin(), path.end() - 1));
  const Value& whole = *value_at(document_.root, braces);
  const auto leaves = leaves_of(outline_, braces, *whole.as<Table>());
  const auto goes = [&](const Leaf& leaf) { return begins_with(leaf.path, path); };
  if (std::all_of(leaves.begin(), leaves.end(), goes)) return {{whole.span, "{}"}};
  const auto begin_of = [&](std::size_t index) {
    if (index == 0) return behind_blanks(whole.span.begin + 1);
    const auto comma = text_.find(',', leaves[index - 1].value.end);
    return behind_blanks(comma + 1);
  };
  Splices splices;
  bool first = true;
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    if (!goes(leaves[i])) {
      first = false;
    } else if (first) {
      splices.push_back({{begin_of(i), begin_of(i + 1)}, ""});
    } else {
      splices.push_back({{leaves[i - 1].value.end, leaves[i].value.end}, ""});
    }
  }
  return splices;
}

}  // namespace coach
