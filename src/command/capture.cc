#include "command/capture.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "base/file.h"
#include "base/process.h"
#include "base/text.h"

namespace coach {
namespace {

namespace fs = std::filesystem;

/// A list's option is given once an entry, so it is called in the singular: activities -> activity.
std::string option_name(const FieldRow& row) {
  std::string name(row.key);
  std::ranges::replace(name, '_', '-');
  if (!row.many) return name;
  if (name.ends_with("ies")) return name.substr(0, name.size() - 3) + "y";
  if (name.ends_with('s')) return name.substr(0, name.size() - 1);
  return name;
}

bool offered(const FieldRow& row) {
  return !row.kept_by_program && row.shape != Shape::table && row.shape != Shape::pairs;
}

std::string placeholder(const FieldRow& row) {
  switch (row.shape) {
    case Shape::day:
      return "DAY";
    case Shape::time:
      return "TIME";
    case Shape::minutes:
      return "MINUTES";
    case Shape::number:
      return "NUMBER";
    case Shape::word:
      return "WORD";
    case Shape::rows: {
      std::vector<std::string> parts(row.shorthand.begin(), row.shorthand.end());
      return fmt::format("\"{}\"", fmt::join(parts, "; "));
    }
    default:
      return "TEXT";
  }
}

/// Each option of a kind with the row it fills and, for split rows, the word.
struct RowOption {
  Option option;
  const FieldRow* row;
  std::string word;
};

std::vector<RowOption> row_options(const Kind& kind) {
  std::vector<RowOption> all;
  for (const auto& row : *kind.description) {
    if (!offered(row)) continue;
    std::string help(row.help);
    if (row.shape == Shape::word || !row.suggested.empty())
      help += fmt::format(": {}", fmt::join(words_of(row), ", "));
    if (row.shape == Shape::rows && row.inner && row.shorthand.empty()) continue;
    if (row.split_by.empty()) {
      const std::string name = row.key == "visibility" ? "share" : option_name(row);
      all.push_back({{name, placeholder(row), help, row.many}, &row, {}});
      continue;
    }
    for (const auto& word : find(*row.inner, row.split_by)->words)
      all.push_back({{fmt::format("{}-will", word.word), placeholder(row), help, true},
                     &row,
                     std::string(word.word)});
  }
  return all;
}

Value typed_option(const RowOption& given, const std::string& text, const Typing& typing) {
  FieldRow one = *given.row;
  if (one.shape != Shape::rows) one.many = false;
  Value value = typed_value(one, text, typing);
  Table* table = value.as<Table>();
  if (!table || given.word.empty()) return value;
  table->set(given.row->split_by, Value{given.word});
  Table ordered;
  for (const auto& row : *given.row->inner)
    if (const Value* inner = table->find(row.key))
      ordered.entries.push_back({std::string(row.key), *inner, {}});
  return Value{std::move(ordered)};
}

std::string drafts_folder(Invocation& in) { return in.around().state_folder + "/drafts"; }

void keep_draft(const std::string& name, const std::string& text, Invocation& in) {
  std::error_code failed;
  fs::create_directories(drafts_folder(in), failed);
  fs::permissions(in.around().state_folder, fs::perms::owner_all, failed);
  Folder(drafts_folder(in)).put(name, text);
}

std::string draft_path(const std::string& name, Invocation& in) {
  return drafts_folder(in) + "/" + name;
}

/// The editor's words: COACH_EDITOR, VISUAL, EDITOR, with its arguments, else vi.
std::vector<std::string> editor_of(Invocation& in) {
  for (const char* name : {"COACH_EDITOR", "VISUAL", "EDITOR"})
    if (const auto value = in.around().variable(name); value && !trimmed(*value).empty())
      return split(*value, ' ');
  return {"vi"};
}

void run_editor(const std::string& name, Invocation& in) {
  auto words = editor_of(in);
  words.push_back(draft_path(name, in));
  const std::string kept = fmt::format("what was typed is kept in {}", draft_path(name, in));
  const Ran ran = run({.arguments = words, .on_terminal = true});
  if (!ran.started || ran.status == 127)
    throw Error(fmt::format("the editor \"{}\" is not there", words.front()),
                "set COACH_EDITOR to one that is; " + kept);
  if (ran.status != 0) throw Error(fmt::format("the editor ended with {}", ran.status), kept);
}

std::string draft_name(const Kind& kind, const std::string& code) {
  return fmt::format("{}-{}.txt", code, kind.info.name);
}

std::optional<Table> from_standard_input(const Kind& kind, const std::string& code, Table start,
                                         Invocation& in) {
  const std::string text = read_standard_input();
  const std::string name = draft_name(kind, code);
  if (trimmed(text).empty()) return {};
  keep_draft(name, text, in);
  auto reading = read_form(kind, text, code, in.typing());
  if (!reading.flaws.empty()) {
    const auto& flaw = reading.flaws.front();
    throw Misunderstood(fmt::format("line {}: {}", flaw.line, flaw.text),
                        fmt::format("{}{}what was typed is kept in {}", flaw.hint,
                                    flaw.hint.empty() ? "" : "\n", draft_path(name, in)));
  }
  for (auto& entry : reading.record.entries) start.set(entry.key, std::move(entry.value));
  return start;
}

std::optional<Table> from_editor(const Kind& kind, const std::string& code, const Table& start,
                                 Invocation& in) {
  const FormFor how{.title = fmt::format("{} of {}: {}", kind.info.name, code, kind.info.help),
                    .code = code};
  const std::string name = draft_name(kind, code);
  std::string text = form_text(kind, start, how);
  std::error_code none;
  if (fs::exists(draft_path(name, in), none) &&
      ask_yes(in, "A draft from before is there. Go on with it?"))
    text = read_outside(draft_path(name, in));
  for (;;) {
    const auto typed = edited_text(name, text, in);
    if (!typed) return {};
    auto reading = edited_by_form(kind, start, *typed, how, in.typing());
    if (reading.flaws.empty()) return reading.record;
    text = form_with_reasons(*typed, reading.flaws);
    keep_draft(name, text, in);
    if (!ask_yes(in, fmt::format("{} could not be read. Open it again?",
                                 counted(reading.flaws.size(), "line"))))
      throw Error(
          "nothing was recorded",
          fmt::format("what was typed is kept in {} and offered again", draft_path(name, in)));
  }
}

}  // namespace

std::vector<Option> options_of(const Kind& kind, const std::vector<std::string>& except) {
  std::vector<Option> options;
  for (auto& one : row_options(kind))
    if (std::ranges::find(except, one.row->key) == except.end())
      options.push_back(std::move(one.option));
  return options;
}

bool any_option(const Kind& kind, Invocation& in) {
  return std::ranges::any_of(row_options(kind),
                             [&](const RowOption& one) { return in.given.has(one.option.name); });
}

Table with_options(const Kind& kind, Table record, Invocation& in,
                   const std::vector<std::string>& except) {
  for (const auto& one : row_options(kind)) {
    if (std::ranges::find(except, one.row->key) != except.end()) continue;
    for (const auto& text : in.given.all(one.option.name)) {
      Value value = typed_option(one, text, in.typing());
      if (value.empty()) continue;
      if (!one.row->many) {
        record.set(one.row->key, std::move(value));
        continue;
      }
      Value* list = record.find(one.row->key);
      if (!list) list = &record.set(one.row->key, Value{List{}});
      list->as<List>()->push_back(std::move(value));
    }
  }
  return record;
}

std::optional<Table> captured(const Kind& kind, const std::string& code, Table start,
                              Invocation& in) {
  if (in.given.words.size() == 1 && in.given.words.front() == "-")
    return from_standard_input(kind, code, with_options(kind, std::move(start), in), in);
  if (!in.given.words.empty())
    throw Misunderstood(fmt::format("\"{}\" is one word too many", in.given.words.front()),
                        "text with blanks stands in quotes, behind its option");
  if (any_option(kind, in)) return with_options(kind, std::move(start), in);
  if (!in.may_ask())
    throw Misunderstood("nothing to record was given",
                        fmt::format("options, or text on standard input: coach ... {} -", code));
  return from_editor(kind, code, start, in);
}

std::optional<std::string> edited_text(const std::string& name, const std::string& text,
                                       Invocation& in) {
  keep_draft(name, text, in);
  run_editor(name, in);
  std::string typed = read_outside(draft_path(name, in));
  if (typed == text || trimmed(typed).empty()) {
    forget_draft(name, in);
    return {};
  }
  return typed;
}

void forget_draft(const std::string& name, Invocation& in) {
  std::error_code none;
  fs::remove(draft_path(name, in), none);
}

std::optional<std::string> ask(Invocation& in, const std::string& question,
                               const std::string& proposed) {
  if (!in.may_ask()) return {};
  write_all(2, visible_line(question) +
                   (proposed.empty() ? ": " : fmt::format(" [{}]: ", visible_line(proposed))));
  std::string line;
  if (!std::getline(std::cin, line)) {
    write_all(2, "\n");
    return {};
  }
  std::string answer(trimmed(line));
  return answer.empty() && !proposed.empty() ? proposed : answer;
}

bool ask_yes(Invocation& in, const std::string& question) {
  if (in.given.has("yes")) return true;
  const auto answer = ask(in, question + " (yes or no)");
  return answer && (folded(*answer) == "y" || folded(*answer) == "yes");
}

}  // namespace coach
