#include "record/form.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/text.h"

namespace coach {
namespace {

constexpr std::string_view help_mark = "#|";
constexpr std::string_view reason_mark = "#| ! ";

std::string spaced(std::string_view key) {
  std::string name(key);
  std::ranges::replace(name, '_', ' ');
  return name;
}

bool is_for_form(const FieldRow& row) {
  return row.shape != Shape::table && row.shape != Shape::pairs;
}

/// Lists of prose and rows have lines of their own, long texts several.
bool stands_in_block(const FieldRow& row) {
  return row.in_block || row.shape == Shape::rows || (row.many && row.holds == Holds::prose);
}

/// The row's word in a block's title: "heron will", "coach will".
std::string split_title(std::string_view word, std::string_view code) {
  return fmt::format("{} will", word == "client" && !code.empty() ? code : word);
}

std::string guarded(std::string_view line) {
  const bool mistakable =
      line.starts_with("==") || line.starts_with(help_mark) || line.starts_with('\\');
  return (mistakable ? "\\" : "") + std::string(line);
}
std::string unguarded(std::string_view line) {
  return std::string(line.starts_with('\\') ? line.substr(1) : line);
}

// ---- writing

void write_help(std::string& out, const FieldRow& row) {
  out += fmt::format("{} {}", help_mark, row.help);
  if (row.shape == Shape::word || !row.suggested.empty())
    out += fmt::format(": {}", fmt::join(words_of(row), ", "));
  out += '\n';
}

void write_line(std::string& out, const FieldRow& row, const Value* value, std::size_t key_width) {
  const std::string text = value ? field_text(row, *value) : "";
  const std::string key = spaced(row.key) + ":";
  std::string words;
  if (!value && (row.shape == Shape::word || !row.suggested.empty()))
    words = fmt::format("{} {}\n", help_mark, fmt::join(words_of(row), ", "));
  out += words + (text.empty() ? key + "\n" : fmt::format("{:<{}} {}\n", key, key_width, text));
}

void write_text_block(std::string& out, const FieldRow& row, const Value* value) {
  out += fmt::format("== {} ==\n", spaced(row.key));
  write_help(out, row);
  if (!value) return;
  const List* list = value->as<List>();
  if (!list) {
    for (const auto& line : lines_of(text_of(row, *value))) out += guarded(line) + "\n";
    return;
  }
  // An entry of a list of prose is one line, so commas need no guard and newlines do.
  FieldRow one = row;
  one.many = false;
  for (const auto& entry : *list) {
    std::string text = text_of(one, entry), line;
    for (char c : text)
      line += c == '\n' ? std::string("\\n") : c == '\\' ? std::string("\\\\") : std::string(1, c);
    out += guarded(line) + "\n";
  }
}

void write_long_rows(std::string& out, const FieldRow& row, const List& list) {
  for (const auto& entry : list) {
    out += fmt::format("== {} ==\n", spaced(row.key));
    const Table* table = entry.as<Table>();
    if (!table) continue;
    for (const auto& inner : *row.inner) {
      const Value* value = table->find(inner.key);
      if (!value) continue;
      FieldRow one = inner;
      one.many = false;
      const List* many = value->as<List>();
      for (const auto& text : many ? *many : List{*value}) {
        std::string line;
        for (char c : text_of(one, text))
          line += c == '\n'   ? std::string("\\n")
                  : c == '\\' ? std::string("\\\\")
                              : std::string(1, c);
        out += fmt::format("{}: {}\n", spaced(inner.key), line);
      }
    }
  }
}

void write_rows(std::string& out, const FieldRow& row, const Value* value, const FormFor& how) {
  const List* list = value ? value->as<List>() : nullptr;
  if (row.shorthand.empty()) {
    if (list) return write_long_rows(out, row, *list);
    out += fmt::format("== {} ==\n", spaced(row.key));
    write_help(out, row);
    for (const auto& inner : *row.inner) out += fmt::format("{}:\n", spaced(inner.key));
    return;
  }
  std::string open_title;
  const auto open = [&](const std::string& title) {
    if (title == open_title) return;
    out += fmt::format("== {} ==\n", title);
    if (open_title.empty())
      out += fmt::format("{} a line each: {}\n", help_mark, fmt::join(row.shorthand, "; "));
    open_title = title;
  };
  for (const auto& entry : list ? *list : List{}) {
    const Table* table = entry.as<Table>();
    if (!table) continue;
    Table shown = *table;
    std::string title = spaced(row.key);
    if (!row.split_by.empty()) {
      const Value* word = shown.find(row.split_by);
      title =
          split_title(word && word->as<std::string>() ? *word->as<std::string>() : "", how.code);
      shown.erase(row.split_by);
    }
    open(title);
    out += guarded(text_of(row, Value{shown})) + "\n";
  }
  if (row.split_by.empty()) return open(spaced(row.key));
  for (const auto& word : find(*row.inner, row.split_by)->words) {
    const std::string title = split_title(word.word, how.code);
    if (out.find(fmt::format("== {} ==\n", title)) == std::string::npos) open(title);
  }
}

// ---- reading

/// A place in the form where lines gather: a field, and for split rows the word of the block.
struct Block {
  const FieldRow* row = nullptr;
  std::string word;
  int line = 0;
  std::vector<std::pair<int, std::string>> lines;
};

class FormReader {
 public:
  FormReader(const Kind& kind, std::string_view code, const Typing& typing)
      : kind_(kind), code_(code), typing_(typing) {}

  FormReading read(std::string_view form) {
    int number = 0;
    for (const auto& line : lines_of(form)) take(++number, line);
    finish_block();
    Table ordered;
    for (const auto& row : *kind_.description)
      if (Value* value = reading_.record.find(row.key); value && !value->empty())
        ordered.entries.push_back({std::string(row.key), std::move(*value)});
    reading_.record = std::move(ordered);
    return std::move(reading_);
  }

 private:
  void flaw(int line, std::string text, std::string hint = {}) {
    reading_.flaws.push_back({line, std::move(text), std::move(hint)});
  }

  void take(int number, const std::string& line) {
    if (line.starts_with(help_mark)) return;
    if (line.starts_with("== ") && trimmed(line).ends_with("==") && trimmed(line).size() > 4)
      return start_block(number, line);
    if (block_.row || ignoring_block_) return void(block_.lines.emplace_back(number, line));
    if (prose_begun_ || !take_key_line(number, line)) prose_line(number, line);
  }

  const FieldRow* row_named(std::string_view name) const {
    std::string key = folded(trimmed(name));
    std::ranges::replace(key, ' ', '_');
    std::ranges::replace(key, '-', '_');
    return find(*kind_.description, key);
  }

  void start_block(int number, const std::string& line) {
    finish_block();
    const std::string_view inner = trimmed(line);
    const std::string name(trimmed(inner.substr(2, inner.size() - 4)));
    block_ = Block{.row = row_named(name), .word = {}, .line = number, .lines = {}};
    prose_begun_ = false;
    ignoring_block_ = false;
    if (block_.row && is_for_form(*block_.row)) return;
    for (const auto& row : *kind_.description) {
      if (row.split_by.empty()) continue;
      for (const auto& word : find(*row.inner, row.split_by)->words)
        if (folded(name) == folded(split_title(word.word, code_)) ||
            folded(name) == folded(split_title(word.word, ""))) {
          block_.row = &row;
          block_.word = word.word;
          return;
        }
    }
    block_.row = nullptr;
    ignoring_block_ = true;
    flaw(number, fmt::format("no field \"{}\" here", name),
         did_you_mean(name, keys_of(*kind_.description)));
  }

  bool take_key_line(int number, const std::string& line) {
    if (trimmed(line).empty()) return true;
    const auto colon = line.find(':');
    if (colon == std::string::npos) return false;
    const FieldRow* row = row_named(std::string_view(line).substr(0, colon));
    if (!row || !is_for_form(*row)) return refuse_slip(number, line.substr(0, colon));
    key_seen_ = true;
    const std::string_view text = trimmed(std::string_view(line).substr(colon + 1));
    if (!text.empty()) store(number, *row, text, /*whole_field=*/true);
    return true;
  }

  /// A line such as `levrage: high` among fields is a slip; in plain prose a colon is a colon.
  bool refuse_slip(int number, const std::string& key) {
    if (!key_seen_) return false;
    const std::string hint = did_you_mean(key, keys_of(*kind_.description));
    if (hint.empty()) return false;
    flaw(number, fmt::format("no field \"{}\" here", trimmed(key)), hint);
    return true;
  }

  void prose_line(int number, const std::string& line) {
    prose_begun_ = true;
    const FieldRow* row = find(*kind_.description, kind_.info.prose);
    if (!row) return flaw(number, "this line belongs to no field", "write  key: value");
    if (!block_.row) block_ = Block{.row = row, .word = {}, .line = number, .lines = {}};
    block_.lines.emplace_back(number, line);
  }

  void store(int number, const FieldRow& row, std::string_view text, bool whole_field) {
    try {
      add(number, row,
          whole_field ? typed_field(row, text, typing_) : typed_value(row, text, typing_));
    } catch (const Error& error) {
      flaw(number, error.what(), error.hint);
    }
  }

  void add(int number, const FieldRow& row, Value value) {
    if (value.empty()) return;
    Value* present = reading_.record.find(row.key);
    if (!row.many) {
      if (present)
        return flaw(number, fmt::format("{} stands here twice", spaced(row.key)),
                    "keep one of the two");
      reading_.record.set(row.key, std::move(value));
      return;
    }
    List& list = reading_.record.list(row.key);
    if (List* more = value.as<List>())
      std::ranges::move(*more, std::back_inserter(list));
    else
      list.push_back(std::move(value));
  }

  void finish_block() {
    const Block block = std::exchange(block_, {});
    if (!block.row) return;
    if (block.row->shape == Shape::rows)
      return block.row->shorthand.empty() ? take_long_row(block) : take_rows(block);
    if (block.row->many) return take_list(block);
    std::string text;
    for (const auto& [number, line] : block.lines) text += unguarded(line) + "\n";
    // Blank lines around belong to the form; blanks at the start of the first line to the text.
    while (text.ends_with('\n') || text.ends_with(' ')) text.pop_back();
    const auto begin = text.find_first_not_of('\n');
    if (begin != std::string::npos)
      store(block.line, *block.row, std::string_view(text).substr(begin), false);
  }

  void take_list(const Block& block) {
    FieldRow one = *block.row;
    one.many = false;
    for (const auto& [number, line] : block.lines) {
      const std::string text = one_line_unescaped(unguarded(trimmed(line)));
      if (text.empty()) continue;
      try {
        add(number, *block.row, typed_value(one, text, typing_));
      } catch (const Error& error) {
        flaw(number, error.what(), error.hint);
      }
    }
  }

  static std::string one_line_unescaped(const std::string& line) {
    std::string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] == '\\' && i + 1 < line.size() && (line[i + 1] == 'n' || line[i + 1] == '\\'))
        out += line[++i] == 'n' ? '\n' : '\\';
      else
        out += line[i];
    }
    return out;
  }

  void take_rows(const Block& block) {
    for (const auto& [number, line] : block.lines) {
      if (trimmed(line).empty()) continue;
      try {
        Value value = typed_value(*block.row, unguarded(trimmed(line)), typing_);
        Table* table = value.as<Table>();
        if (!table) continue;
        if (!block.word.empty()) {
          Table whole;
          table->set(block.row->split_by, Value{block.word});
          for (const auto& row : *block.row->inner)
            if (Value* inner = table->find(row.key))
              whole.entries.push_back({std::string(row.key), *inner});
          *table = std::move(whole);
        }
        add(number, *block.row, std::move(value));
      } catch (const Error& error) {
        flaw(number, error.what(), error.hint);
      }
    }
  }

  void take_long_row(const Block& block) {
    Table table;
    for (const auto& [number, line] : block.lines) {
      if (trimmed(line).empty()) continue;
      const auto colon = line.find(':');
      std::string key(trimmed(std::string_view(line).substr(0, colon)));
      std::ranges::replace(key, ' ', '_');
      std::ranges::replace(key, '-', '_');
      const FieldRow* row = colon == std::string::npos ? nullptr : find(*block.row->inner, key);
      if (!row) {
        flaw(number, fmt::format("\"{}\" is no field of {}", trimmed(line), spaced(block.row->key)),
             fmt::format("the fields are {}", fmt::join(keys_of(*block.row->inner), ", ")));
        continue;
      }
      try {
        FieldRow one = *row;
        one.many = false;
        Value value = typed_value(one, one_line_unescaped(line.substr(colon + 1)), typing_);
        if (value.empty()) continue;
        Value* present = table.find(row->key);
        if (!row->many)
          table.set(row->key, std::move(value));
        else if (present)
          present->as<List>()->push_back(std::move(value));
        else
          table.set(row->key, Value{List{std::move(value)}});
      } catch (const Error& error) {
        flaw(number, error.what(), error.hint);
      }
    }
    if (table.empty()) return;
    Table ordered;
    for (const auto& row : *block.row->inner)
      if (Value* value = table.find(row.key))
        ordered.entries.push_back({std::string(row.key), std::move(*value)});
    add(block.line, *block.row, Value{std::move(ordered)});
  }

  const Kind& kind_;
  std::string code_;
  Typing typing_;
  FormReading reading_;
  Block block_;
  bool ignoring_block_ = false;
  bool key_seen_ = false;
  bool prose_begun_ = false;
};

}  // namespace

std::string form_text(const Kind& kind, const Table& record, const FormFor& how) {
  std::string out;
  for (const auto& line : lines_of(how.title)) out += fmt::format("{} {}\n", help_mark, line);
  out += fmt::format(
      "{} Days: today, fri, 3 days ago, 2026-10-05. Lines that start with {} are left out.\n",
      help_mark, help_mark);
  std::vector<const FieldRow*> lines, blocks;
  std::size_t key_width = 0;
  for (const auto& row : *kind.description) {
    if (!is_for_form(row) || (row.kept_by_program && !how.everything)) continue;
    const Value* value = record.find(row.key);
    const bool long_text = value && !row.many && row.shape == Shape::text &&
                           text_of(row, *value).find('\n') != std::string::npos;
    (stands_in_block(row) || long_text ? blocks : lines).push_back(&row);
    if (lines.size() && lines.back() == &row) key_width = std::max(key_width, row.key.size() + 1);
  }
  for (const auto* row : lines) write_line(out, *row, record.find(row->key), key_width);
  for (const auto* row : blocks) {
    out += '\n';
    if (row->shape == Shape::rows)
      write_rows(out, *row, record.find(row->key), how);
    else
      write_text_block(out, *row, record.find(row->key));
  }
  return out;
}

FormReading read_form(const Kind& kind, std::string_view form, std::string_view code,
                      const Typing& typing) {
  return FormReader(kind, code, typing).read(form);
}

std::string form_with_reasons(std::string_view form, const std::vector<FormFlaw>& flaws) {
  std::string out;
  int number = 0;
  for (const auto& line : lines_of(form)) {
    ++number;
    for (const auto& flaw : flaws)
      if (flaw.line == number)
        out += fmt::format("{}{}{}{}\n", reason_mark, visible_line(flaw.text),
                           flaw.hint.empty() ? "" : "; ", visible_line(flaw.hint));
    if (!line.starts_with(reason_mark)) out += line + "\n";
  }
  return out;
}

FormReading edited_by_form(const Kind& kind, const Table& before, std::string_view form,
                           const FormFor& how, const Typing& typing) {
  const FormReading shown = read_form(kind, form_text(kind, before, how), how.code, typing);
  FormReading after = read_form(kind, form, how.code, typing);
  Table merged;
  for (const auto& row : *kind.description) {
    const Value* was = before.find(row.key);
    const Value* seen = shown.record.find(row.key);
    const Value* now = after.record.find(row.key);
    const bool hidden = !is_for_form(row) || (row.kept_by_program && !how.everything);
    const bool untouched = hidden || (!seen && !now) || (seen && now && same(*seen, *now));
    const Value* kept = untouched ? was : now;
    if (kept) merged.entries.push_back({std::string(row.key), *kept});
  }
  after.record = std::move(merged);
  return after;
}

}  // namespace coach
