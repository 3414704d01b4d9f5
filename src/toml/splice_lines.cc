// Pairs and sections. Between two statements stand blank lines and comments alone, so lines are
// looked at without fear of what a """ block may hold.
#include <fmt/format.h>

#include <algorithm>

#include "toml/splice.h"

namespace coach {
namespace {

/// A key of a table, with the first and the last statement that make it.
struct Member {
  std::string key;
  const Placed* first;
  const Placed* last;
};

struct Neighbours {
  const Member* before = nullptr;
  const Member* behind = nullptr;
};

void add(std::vector<Member>& members, const std::string& key, const Placed& placed) {
  const auto known = std::find_if(members.begin(), members.end(),
                                  [&](const Member& each) { return each.key == key; });
  if (known == members.end()) {
    members.push_back({key, &placed, &placed});
  } else {
    known->last = &placed;
  }
}

/// The nearest member behind which, and the nearest before which, a key belongs.
Neighbours neighbours(const std::vector<Member>& members, std::string_view key,
                      const std::vector<std::string>& order) {
  Neighbours found;
  const auto wanted = rank_of(key, order);
  const auto rank = [&](const Member* member) { return rank_of(member->key, order); };
  for (const Member& member : members) {
    const bool before = rank(&member) < wanted || wanted == order.size();
    auto& nearest = before ? found.before : found.behind;
    const bool nearer =
        !nearest || (before ? rank(&member) >= rank(nearest) : rank(&member) < rank(nearest));
    if (nearer) nearest = &member;
  }
  return found;
}

bool is_pair(const Placed& placed) { return placed.statement->kind == Statement::Kind::pair; }

bool is_list_of_tables(const Value& value) {
  const auto* list = value.as<List>();
  return list && !list->empty() && std::all_of(list->begin(), list->end(), [](const Value& each) {
           return each.as<Table>() != nullptr;
         });
}

/// Keys that have pairs in the table's own section, dotted ones too.
std::vector<Member> pairs_of(const Outline& outline, const Path& table) {
  std::vector<Member> members;
  for (const Placed& placed : outline.statements())
    if (is_pair(placed) && placed.section.size() <= table.size() && begins_with(placed.path, table))
      add(members, std::get<std::string>(placed.path[table.size()]), placed);
  return members;
}

/// Keys that have sections below the table's own.
std::vector<Member> sections_of(const Outline& outline, const Path& table) {
  std::vector<Member> members;
  for (const Placed& placed : outline.statements())
    if (placed.section.size() > table.size() && begins_with(placed.section, table))
      add(members, std::get<std::string>(placed.section[table.size()]), placed);
  return members;
}

}  // namespace

std::size_t rank_of(std::string_view key, const std::vector<std::string>& order) {
  return static_cast<std::size_t>(std::find(order.begin(), order.end(), key) - order.begin());
}

std::string spliced(std::string_view text, Splices splices) {
  std::stable_sort(splices.begin(), splices.end(),
                   [](const Splice& a, const Splice& b) { return a.at.begin < b.at.begin; });
  std::string result;
  std::size_t copied = 0;
  for (const auto& [at, with] : splices) {
    result.append(text.substr(copied, at.begin - copied)).append(with);
    copied = at.end;
  }
  return result.append(text.substr(copied));
}

LineSplicer::LineSplicer(const Document& document, const Outline& outline)
    : document_(document), outline_(outline), text_(document.text) {}

std::vector<Splices> LineSplicer::insert(const Path& path, const Value& value,
                                         const std::vector<std::string>& order) const {
  const Path table(path.begin(), path.end() - 1);
  const auto& key = std::get<std::string>(path.back());
  std::vector<Splices> ways;
  if (value.as<Table>() || is_list_of_tables(value))
    ways.push_back(insert_section(path, value, order));
  const bool unopened = outline_.form(table) == Form::implicit;
  ways.push_back(unopened ? open_section(table, key, value)
                          : insert_pair(table, key, value, order));
  return ways;
}

// Lines

std::size_t LineSplicer::start() const { return document_.scan.bom ? 3 : 0; }

std::size_t LineSplicer::line_begin(std::size_t at) const {
  const auto newline = text_.substr(start(), at - start()).rfind('\n');
  return newline == std::string_view::npos ? start() : start() + newline + 1;
}

/// Behind the newline.
std::size_t LineSplicer::line_end(std::size_t at) const {
  const auto newline = text_.find('\n', at);
  return newline == std::string_view::npos ? text_.size() : newline + 1;
}

std::string LineSplicer::indent_of(const Statement& statement) const {
  const auto first = text_.find_first_not_of(" \t", statement.line.begin);
  return std::string(text_.substr(statement.line.begin, first - statement.line.begin));
}

/// The first that is no blank; of no line, nothing.
char LineSplicer::sign(std::size_t line) const {
  const auto at = text_.find_first_not_of(" \t", line);
  return line >= text_.size() ? '\0' : at == std::string_view::npos ? '\n' : text_[at];
}

bool LineSplicer::is_blank(std::size_t line) const {
  return sign(line) == '\n' || sign(line) == '\r';
}

bool LineSplicer::is_comment(std::size_t line) const { return sign(line) == '#'; }

bool LineSplicer::blank_before(std::size_t line) const {
  return line > start() && is_blank(line_begin(line - 1));
}

/// The first of the comment lines that touch the statement from above, else its own line. Comments
/// that open the file are the file's.
std::size_t LineSplicer::above_comments(const Placed& placed) const {
  const bool first = &placed == outline_.statements().data();
  const auto floor = first ? start() : (&placed - 1)->statement->line.end;
  const auto line = placed.statement->line.begin;
  auto top = line;
  while (top > floor && is_comment(line_begin(top - 1))) top = line_begin(top - 1);
  return top == start() ? line : top;
}

/// Behind the comments that touch what ends here, unless they touch what follows as well.
std::size_t LineSplicer::behind_comments(std::size_t at) const {
  auto end = at;
  while (is_comment(end)) end = line_end(end);
  return end >= text_.size() || is_blank(end) ? end : at;
}

// Pairs

std::string LineSplicer::pair_text(std::string_view lead, const std::string& key,
                                   const Value& value) const {
  return fmt::format("{}{} = {}", lead, key_text(key),
                     value_text(value, Quote::basic, document_.scan.newline));
}

Splice LineSplicer::insert_line(std::size_t at, const std::string& line) const {
  const std::string& newline = document_.scan.newline;
  const bool open = at > start() && text_[at - 1] != '\n';
  return {{at, at}, (open ? newline : "") + line + newline};
}

Splices LineSplicer::insert_pair(const Path& table, const std::string& key, const Value& value,
                                 const std::vector<std::string>& order) const {
  const auto members = pairs_of(outline_, table);
  const auto [before, behind] = neighbours(members, key, order);
  if (!before && !behind) return insert_first_pair(table, key, value);
  const Placed& beside = before ? *before->first : *behind->first;
  const auto at = before ? before->last->statement->line.end : above_comments(beside);
  const std::string lead = indent_of(*beside.statement) + lead_of(table, beside);
  return {insert_line(at, pair_text(lead, key, value))};
}

/// "a.b." of  a.b.c = 1, as it is written there, for another key of a.b.
std::string LineSplicer::lead_of(const Path& table, const Placed& member) const {
  const auto segments = table.size() - member.section.size();
  if (segments == 0) return {};
  const auto& key = member.statement->key;
  const auto begin = key.front().begin;
  return std::string(text_.substr(begin, key[segments - 1].end - begin)) + '.';
}

Splices LineSplicer::insert_first_pair(const Path& table, const std::string& key,
                                       const Value& value) const {
  if (table.empty()) return {insert_opening_pair(key, value)};
  const auto& statements = outline_.statements();
  const auto header = std::find_if(statements.begin(), statements.end(),
                                   [&](const Placed& each) { return each.path == table; });
  if (header == statements.end()) return {};
  return {insert_line(header->statement->line.end,
                      pair_text(indent_of(*header->statement), key, value))};
}

/// Behind the comments that open the file, unless they touch its first table.
Splice LineSplicer::insert_opening_pair(const std::string& key, const Value& value) const {
  auto at = start();
  while (is_comment(at)) at = line_end(at);
  if (at < text_.size() && !is_blank(at)) at = start();
  if (at > start() && at < text_.size()) at = line_end(at);
  Splice splice = insert_line(at, pair_text("", key, value));
  if (at < text_.size() && !is_blank(at)) splice.with += document_.scan.newline;
  return splice;
}

// Sections

/// In canonical form, but with the file's newline and indent. A `header` that is not empty takes
/// the first one's place.
std::string LineSplicer::section_text(const Path& path, Value value, const Indents& indents,
                                      std::string_view header) const {
  for (auto step = path.rbegin(); step != path.rend(); ++step)
    if (const auto* key = std::get_if<std::string>(&*step)) {
      Table table;
      table.set(*key, std::move(value));
      value.is = std::move(table);
    }
  const std::string canonical = toml_text(*value.as<Table>());
  const Scan scanned = scan(canonical);
  Splices splices;
  for (const Statement& statement : scanned.statements) {
    const auto begin = statement.line.begin;
    const bool pair = statement.kind == Statement::Kind::pair;
    splices.push_back({{begin, begin}, pair ? indents.pair : indents.header});
    if (begin == 0 && !header.empty()) splices.push_back({statement.value, std::string(header)});
  }
  const std::string indented = spliced(canonical, splices);
  std::string text;
  for (const char c : indented) {
    if (c == '\n') {
      text += document_.scan.newline;
    } else {
      text += c;
    }
  }
  return text;
}

/// A section between blank lines.
Splice LineSplicer::insert_block(std::size_t at, const std::string& block) const {
  const std::string& newline = document_.scan.newline;
  std::string with;
  if (at > start() && text_[at - 1] != '\n') with += newline;
  if (at > start() && !blank_before(at)) with += newline;
  with += block;
  if (at < text_.size() && !is_blank(at)) with += newline;
  return {{at, at}, std::move(with)};
}

Splices LineSplicer::insert_section(const Path& path, const Value& value,
                                    const std::vector<std::string>& order) const {
  // A header within a dotted table stands at the end of the section that the table stands in.
  Path table(path.begin(), path.end() - 1);
  while (outline_.form(table) == Form::dotted) table.pop_back();
  const auto members = sections_of(outline_, table);
  const bool direct = table.size() + 1 == path.size();
  const auto [before, behind] =
      direct ? neighbours(members, std::get<std::string>(path.back()), order) : Neighbours{};
  std::size_t at = text_.size();
  Indents indents;
  if (before) {
    at = behind_comments(before->last->statement->line.end);
  } else if (behind) {
    at = above_comments(*behind->first);
  } else if (const auto* last = outline_.last_below(table)) {
    at = behind_comments(last->statement->line.end);
  }
  const Member* beside = before ? before : behind;
  if (beside) {
    indents.header = indents.pair = indent_of(*beside->first->statement);
  }
  return {insert_block(at, section_text(path, value, indents, {}))};
}

/// A table that has no header yet gets one, above the first of those that name it.
Splices LineSplicer::open_section(const Path& table, const std::string& key,
                                  const Value& value) const {
  const Placed& first = *outline_.first_below(table);
  const std::string indent = indent_of(*first.statement);
  const auto names = std::count_if(table.begin(), table.end(), [](const Step& step) {
    return std::holds_alternative<std::string>(step);
  });
  const auto& keys = first.statement->key;
  if (is_pair(first) || static_cast<std::size_t>(names) > keys.size()) return {};
  const auto begin = keys.front().begin;
  const auto name = text_.substr(begin, keys[static_cast<std::size_t>(names) - 1].end - begin);
  const std::string& newline = document_.scan.newline;
  return {insert_block(above_comments(first), fmt::format("{0}[{1}]{2}{3}{2}", indent, name,
                                                          newline, pair_text(indent, key, value)))};
}

Splices LineSplicer::append(const Path& list, const Value& value) const {
  const auto length = value_at(document_.root, list)->as<List>()->size();
  const Path last = below(list, length - 1);
  const auto& statements = outline_.statements();
  const auto header = std::find_if(statements.begin(), statements.end(),
                                   [&](const Placed& each) { return each.path == last; });
  const auto pair = std::find_if(header, statements.end(), [&](const Placed& each) {
    return is_pair(each) && each.section == last;
  });
  Indents indents{indent_of(*header->statement), indent_of(*header->statement)};
  if (pair != statements.end()) indents.pair = indent_of(*pair->statement);
  const Span written = header->statement->value;
  const auto at = behind_comments(outline_.last_below(last)->statement->line.end);
  return {insert_block(at, section_text(list, Value{List{value}}, indents,
                                        text_.substr(written.begin, written.end - written.begin)))};
}

Splices LineSplicer::erase(const Path& path) const {
  Splices splices;
  const auto& statements = outline_.statements();
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const Placed& placed = statements[i];
    if (!begins_with(placed.path, path)) continue;
    if (is_pair(placed) && !begins_with(placed.section, path)) {
      splices.push_back({placed.statement->line, ""});
      continue;
    }
    while (i + 1 < statements.size() && begins_with(statements[i + 1].path, path)) ++i;
    splices.push_back(erase_run(*placed.statement, *statements[i].statement));
  }
  return splices;
}

/// The comments between the statements go with them; of the blank lines around, one stays.
Splice LineSplicer::erase_run(const Statement& first, const Statement& last) const {
  Span run{first.line.begin, last.line.end};
  if (run.end >= text_.size()) {
    while (blank_before(run.begin)) run.begin = line_begin(run.begin - 1);
  } else if (is_blank(run.end) && (run.begin == start() || blank_before(run.begin))) {
    run.end = line_end(run.end);
  }
  return {run, ""};
}

}  // namespace coach
