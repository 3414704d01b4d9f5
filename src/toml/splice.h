// Where the bytes of one change fall. It aims at a layout that a hand would have chosen; whether
// the result is what was meant is the judge's (edit.cc). Knows no coaching.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "toml/outline.h"
#include "toml/write.h"

namespace coach {

/// The bytes at `at` are replaced by `with`.
struct Splice {
  Span at;
  std::string with;
};
using Splices = std::vector<Splice>;

std::string spliced(std::string_view text, Splices splices);

/// A member of a table and its rank in the described order of keys; one that the description does
/// not know comes last.
std::size_t rank_of(std::string_view key, const std::vector<std::string>& order);

/// For values that stand in lines of their own: pairs and sections.
class LineSplicer {
 public:
  LineSplicer(const Document& document, const Outline& outline);

  /// The ways to insert a key that is not there, the one that reads best first.
  std::vector<Splices> insert(const Path& path, const Value& value,
                              const std::vector<std::string>& order) const;
  /// A further [[header]] of a list that has some.
  Splices append(const Path& list, const Value& value) const;
  /// A pair, or everything below a path.
  Splices erase(const Path& path) const;

 private:
  struct Indents {
    std::string header;
    std::string pair;
  };

  std::size_t start() const;
  std::size_t line_begin(std::size_t at) const;
  std::size_t line_end(std::size_t at) const;
  std::string indent_of(const Statement& statement) const;
  char sign(std::size_t line) const;
  bool is_blank(std::size_t line) const;
  bool is_comment(std::size_t line) const;
  bool blank_before(std::size_t line) const;
  std::size_t above_comments(const Placed& placed) const;
  std::size_t behind_comments(std::size_t at) const;

  std::string pair_text(std::string_view lead, const std::string& key, const Value& value) const;
  Splice insert_line(std::size_t at, const std::string& line) const;
  Splices insert_pair(const Path& table, const std::string& key, const Value& value,
                      const std::vector<std::string>& order) const;
  Splices insert_first_pair(const Path& table, const std::string& key, const Value& value) const;
  Splice insert_opening_pair(const std::string& key, const Value& value) const;
  std::string lead_of(const Path& table, const Placed& member) const;

  std::string section_text(const Path& path, Value value, const Indents& indents,
                           std::string_view header) const;
  Splice insert_block(std::size_t at, const std::string& block) const;
  Splices insert_section(const Path& path, const Value& value,
                         const std::vector<std::string>& order) const;
  Splices open_section(const Path& table, const std::string& key, const Value& value) const;
  Splice erase_run(const Statement& first, const Statement& last) const;

  const Document& document_;
  const Outline& outline_;
  std::string_view text_;
};

/// For what lies within one value: elements of lists, pairs of inline tables.
class InlineSplicer {
 public:
  InlineSplicer(const Document& document, const Outline& outline);

  Splices set(const Path& path, const Value& value) const;
  Splices insert(const Path& table, const std::string& key, const Value& value,
                 const std::vector<std::string>& order) const;
  Splices append(const Path& list, const Value& value) const;
  Splices erase(const Path& path) const;

 private:
  std::string_view part(std::size_t begin, std::size_t end) const;
  Quote quote_of(const Value& value) const;
  std::size_t behind_blanks(std::size_t at) const;
  std::size_t line_begin(std::size_t at) const;
  std::size_t line_end(std::size_t at) const;
  std::size_t comma_in(std::size_t begin, std::size_t end) const;
  bool begins_line(std::size_t at) const;
  bool ends_line(std::size_t at) const;
  Splices append_lines(const Value& list, const std::string& text) const;
  Splices erase_element(const Value& list, std::size_t index) const;
  Splices erase_pairs(const Path& path) const;

  const Document& document_;
  const Outline& outline_;
  std::string_view text_;
};

}  // namespace coach
