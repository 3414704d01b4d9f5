#include "command/capture.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "base/file.h"
#include "base/process.h"
#include "base/text.h"
#include "model/references.h"
#include "model/rules.h"

namespace coach {
namespace {

namespace fs = std::filesystem;

/// A list's option is given once an entry, so it is called in the singular: activities -> activity.
std::string option_name(const FieldRow& row) {
  std::string name(row.key);
  std::ranges::replace(name, '_', '-');
  if (!row.many) return name;
  if (name.ends_with("ies")) return name.substr(0, name.size() - 3) + "y";
  if (name.ends_with("ses")) return name.substr(0, name.size() - 2);
  if (name.ends_with('s')) return name.substr(0, name.size() - 1);
  return name;
}

bool offered(const FieldRow& row) {
  return !row.kept_by_program && row.shape != Shape::table && row.shape != Shape::pairs;
}

std::string placeholder(const FieldRow& row) {
  switch (row.refers) {
    case Refers::goal:
      return "GOAL";
    case Refers::activity:
      return "ACTIVITY";
    case Refers::element:
      return "ELEMENT";
    case Refers::dated:
    case Refers::session:
    case Refers::cycle:
      return "ID";
    default:
      break;
  }
  switch (row.shape) {
    case Shape::day:
      return "DAY";
    case Shape::time:
      return "TIME";
    case Shape::minutes:
      return "MINUTES";
    case Shape::number:
      return "NUMBER";
    case Shape::yes_no:
      return "YES|NO";
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
      help += fmt::format("{} {}", help.find(':') == help.npos ? ":" : ";",
                          fmt::join(words_of(row), ", "));
    if (row.shape == Shape::rows && row.inner && row.shorthand.empty()) continue;
    if (row.split_by.empty()) {
      const std::string name = row.key == "visibility" ? "share" : option_name(row);
      all.push_back({{name, placeholder(row), help, row.many, row.key == kind.info.prose ? "m" : "",
                      words_of(row)},
                     &row,
                     {}});
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
  if (failed)
    throw Error(fmt::format("cannot make the folder {}: {}", drafts_folder(in), failed.message()));
  fs::permissions(in.around().state_folder, fs::perms::owner_all, failed);
  Folder(drafts_folder(in)).put(name, text);
}

/// False where no draft can be kept: that alone must not stop a record from being written.
bool draft_is_kept(const std::string& name, const std::string& text, Invocation& in) {
  try {
    keep_draft(name, text, in);
    return true;
  } catch (const Error&) {
    return false;
  }
}

/// The last resort: on the screen it can be copied from.
void show_what_was_typed(const std::string& text, Invocation& in) {
  in.note("coach: what was typed could not be kept in a draft either; here it is:\n\n" + text);
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

/// Runs the editor on the draft. Where it fails, a draft that holds nothing new goes with it.
void run_editor(const std::string& name, const std::string& blank, Invocation& in) {
  auto editor = editor_of(in);
  const std::string program = editor.front();
  editor.push_back(draft_path(name, in));
  const Ran ran = run({.arguments = editor, .on_terminal = true});
  const bool missing = !ran.started || ran.status == 127;
  if (!missing && ran.status == 0) return;
  std::string next = missing ? "set COACH_EDITOR to one that is" : "nothing was recorded";
  if (read_outside(draft_path(name, in)) == blank)
    forget_draft(name, in);
  else
    next += fmt::format("; what was typed is kept in {}", draft_path(name, in));
  throw Error(missing ? fmt::format("the editor \"{}\" is not there", program)
                      : fmt::format("the editor ended with {}", ran.status),
              next);
}

std::string draft_name(const Kind& kind, const std::string& code, int number) {
  return number == 1 ? fmt::format("{}-{}.txt", code, kind.info.name)
                     : fmt::format("{}-{}-{}.txt", code, kind.info.name, number);
}

bool draft_is_there(const std::string& name, Invocation& in) {
  std::error_code none;
  return fs::exists(draft_path(name, in), none);
}

/// `name`, or with a number before its ending where a draft of that name is there: what was left
/// over is never written over.
std::string free_name(const std::string& name, Invocation& in) {
  const auto dot = name.rfind('.');
  std::string free = name;
  for (int number = 2; draft_is_there(free, in); ++number)
    free = fmt::format("{}-{}{}", name.substr(0, dot), number, name.substr(dot));
  return free;
}

std::string free_draft_name(const Kind& kind, const std::string& code, Invocation& in) {
  return free_name(draft_name(kind, code, 1), in);
}

std::optional<Table> from_standard_input(const Kind& kind, const std::string& code, Table start,
                                         Invocation& in) {
  const std::string text = read_standard_input();
  if (trimmed(text).empty()) return {};
  in.input_was_typed = true;
  in.draft = free_draft_name(kind, code, in);
  if (!draft_is_kept(in.draft, text, in)) in.draft.clear();
  auto reading = read_form(kind, text, code, in.typing());
  if (!reading.flaws.empty()) {
    const auto& flaw = reading.flaws.front();
    if (in.draft.empty()) show_what_was_typed(text, in);
    throw Misunderstood(fmt::format("line {}: {}", flaw.line, flaw.text),
                        in.draft.empty()
                            ? flaw.hint
                            : fmt::format("{}{}what was typed is kept in {}", flaw.hint,
                                          flaw.hint.empty() ? "" : "\n", draft_path(in.draft, in)));
  }
  for (auto& entry : reading.record.entries) start.set(entry.key, std::move(entry.value));
  return start;
}

std::optional<Table> from_editor(const Kind& kind, const std::string& code, const Table& start,
                                 Invocation& in) {
  const FormFor how{.title = fmt::format("{} of {}: {}", kind.info.name, code, kind.info.help),
                    .code = code};
  const std::string blank = form_text(kind, start, how);
  std::string text = blank;
  in.draft = free_draft_name(kind, code, in);
  for (int number = 1; draft_is_there(draft_name(kind, code, number), in); ++number) {
    const std::string left = draft_name(kind, code, number);
    if (!ask_yes(in,
                 fmt::format("A draft from before is in {}. Go on with it?", draft_path(left, in))))
      continue;
    in.draft = left;
    text = read_outside(draft_path(left, in));
    break;
  }
  return edited_in_form(kind, start, how, in.draft, text, in);
}

}  // namespace

std::vector<Option> options_of(const Kind& kind, const std::vector<std::string>& except) {
  std::vector<Option> options;
  for (auto& one : row_options(kind))
    if (std::ranges::find(except, one.row->key) == except.end())
      options.push_back(std::move(one.option));
  return options;
}

bool any_option(const Kind& kind, Invocation& in, const std::vector<std::string>& except) {
  return std::ranges::any_of(row_options(kind), [&](const RowOption& one) {
    return in.given.has(one.option.name) && std::ranges::find(except, one.row->key) == except.end();
  });
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
      record.list(one.row->key).push_back(std::move(value));
    }
  }
  return record;
}

std::optional<Table> captured(const Kind& kind, const std::string& code, Table start,
                              Invocation& in, bool begun) {
  if (in.given.words.size() == 1 && in.given.words.front() == "-")
    return from_standard_input(kind, code, with_options(kind, std::move(start), in), in);
  if (!in.given.words.empty())
    throw Misunderstood(fmt::format("\"{}\" is one word too many", in.given.words.front()),
                        "text with blanks stands in quotes, behind its option");
  if (begun || any_option(kind, in)) return with_options(kind, std::move(start), in);
  if (!in.may_ask())
    throw Misunderstood("nothing to record was given",
                        fmt::format("options, or text on standard input: coach ... {} -", code));
  return from_editor(kind, code, start, in);
}

namespace {

enum class Asked { given, back, nothing };

/// One question for one field, until the answer can be read.
Asked ask_for(const FieldRow& row, Table& record, Invocation& in) {
  const auto choices = words_of(row);
  std::string question = fmt::format("{}: {}", option_name(row), row.help);
  for (std::size_t i = 0; i < choices.size(); ++i) {
    std::string_view meaning = i < row.words.size() ? row.words[i].meaning : std::string_view();
    if (i == 0) in.note(question);
    in.note(fmt::format("  {} {}{}{}", i + 1, choices[i], meaning.empty() ? "" : ", ", meaning));
  }
  if (!choices.empty()) question = "a number or a word";
  for (;;) {
    auto answer = ask(in, question);
    if (!answer || answer->empty()) return Asked::nothing;
    if (*answer == "b") return Asked::back;
    for (std::size_t i = 0; i < choices.size(); ++i)
      if (*answer == std::to_string(i + 1)) answer = choices[i];
    if (!choices.empty() && answer->find_first_not_of("0123456789") == std::string::npos) {
      in.note(fmt::format("  no number {} here", *answer));
      continue;
    }
    try {
      record.set(row.key, typed_field(row, *answer, in.typing()));
      return Asked::given;
    } catch (const Misunderstood& error) {
      in.note(fmt::format("  {}{}{}", error.what(), error.hint.empty() ? "" : "; ", error.hint));
    }
  }
}

}  // namespace

void ask_for_missing(const Kind& kind, Table& record, Invocation& in) {
  std::vector<const FieldRow*> missing;
  for (const auto& row : *kind.description)
    if (row.need == Need::required && offered(row) && !record.find(row.key))
      missing.push_back(&row);
  for (std::size_t at = 0; at < missing.size();) {
    const Asked asked = in.may_ask() ? ask_for(*missing[at], record, in) : Asked::nothing;
    if (asked == Asked::nothing)
      throw Misunderstood(fmt::format("--{} is missing", option_name(*missing[at])),
                          wanted(*missing[at]));
    if (asked == Asked::given)
      ++at;
    else if (at > 0)
      record.erase(missing[--at]->key);
  }
}

std::optional<Table> edited_in_form(const Kind& kind, const Table& before, const FormFor& how,
                                    const std::string& draft, std::string text, Invocation& in) {
  const std::string blank = form_text(kind, before, how);
  for (;;) {
    const auto typed = edited_text(draft, text, blank, in);
    if (!typed) return {};
    auto reading = edited_by_form(kind, before, *typed, how, in.typing());
    if (reading.flaws.empty()) return reading.record;
    for (const auto& flaw : reading.flaws)
      in.note(fmt::format("  line {}: {}{}{}", flaw.line, flaw.text, flaw.hint.empty() ? "" : "; ",
                          flaw.hint));
    text = form_with_reasons(*typed, reading.flaws);
    keep_draft(draft, text, in);
    if (!ask_yes(in, fmt::format("{} could not be read. Open it again?",
                                 counted(reading.flaws.size(), "line"))))
      throw Error(
          "nothing was recorded",
          fmt::format("what was typed is kept in {} and offered again", draft_path(draft, in)));
  }
}

void check_references(Invocation& in, const Seen& seen, const Kind& kind, Table& record,
                      const std::vector<std::string>& except) {
  auto known = references_of(*seen, seen->rubric());
  known[Refers::rubric] = in.journal().rubric_names();
  known[Refers::model] = in.journal().way_names();
  // A cycle's steps are those of its own model, and kept by the program.
  if (kind.info.name == kind_of<Cycle>.name) known.erase(Refers::step);
  complete_references(*kind.description, record, known);
  auto wrong = dangling(*kind.description, record, known);
  std::erase_if(wrong, [&](const Dangling& one) {
    const auto* key = std::get_if<std::string>(&one.path.front());
    // Steps that were gone through by an earlier model are history.
    if (key && *key == "history") return true;
    return key && std::ranges::find(except, *key) != except.end();
  });
  if (wrong.empty()) return;
  const auto& first = wrong.front();
  if (const auto slash = first.text.find('/'); slash != std::string::npos) {
    const std::string other = first.text.substr(0, slash);
    if (other != seen->code && in.journal().has(other))
      throw Error(fmt::format("{} lies with {}; a record refers to what lies with its own client",
                              first.text, other),
                  in.journal().facts_of(other).regime != seen->only<Facts>().regime
                      ? "and nothing crosses from one regime to another; nothing was recorded"
                      : "nothing was recorded");
  }
  const auto& names = known.at(first.refers);
  std::string hint = did_you_mean(first.text, names);
  if (hint.empty() && !names.empty()) hint = fmt::format("one of {}", listed(names, "or"));
  throw Error(fmt::format("no {} \"{}\"", said(first.refers), first.text),
              hint + (hint.empty() ? "" : "; ") + "nothing was recorded");
}

std::optional<std::string> edited_text(const std::string& name, const std::string& text,
                                       const std::string& blank, Invocation& in) {
  keep_draft(name, text, in);
  run_editor(name, blank, in);
  std::string typed = read_outside(draft_path(name, in));
  if (typed == blank || trimmed(typed).empty()) {
    forget_draft(name, in);
    return {};
  }
  return typed;
}

void finish_captured(const Kind& kind, const std::string& code, const Table& record, Invocation& in,
                     const std::function<void(const std::function<void()>&)>& finish) {
  bool writing = false;
  with_text_kept(in,
                 {.name = draft_name(kind, code, 1),
                  .text =
                      [&] {
                        return form_text(kind, record,
                                         {.title = std::string(kind.info.help), .code = code});
                      },
                  .worth_keeping = [&] { return writing || in.input_was_typed; },
                  .then = " and offered again"},
                 [&] { finish([&] { writing = true; }); });
}

void finish_change(Invocation& in, Batch& batch, const RecordFile& file, const Table& after,
                   std::string_view how) {
  const std::string_view kind = file.file.kind->info.name;
  in.finish(batch, fmt::format("{}: {} {}", file.code, kind, how),
            fmt::format("{} {} {}", display_code(file.code), kind, how), file.file.id,
            readers_of(after));
}

std::optional<std::string> text_given(Invocation& in, const std::string& option,
                                      const std::string& name, const std::string& heading) {
  if (const auto typed = in.given.one(option)) return nfc(trimmed(*typed));
  if (!in.given.words.empty() && in.given.words.back() == "-") {
    in.given.words.pop_back();
    const std::string text = read_standard_input();
    in.input_was_typed = true;
    in.draft = free_name(name, in);
    if (!draft_is_kept(in.draft, text, in)) in.draft.clear();
    return nfc(trimmed(text));
  }
  if (!in.may_ask())
    throw Misunderstood(fmt::format("--{} is missing", option),
                        "or `-`, and text on standard input");
  const std::string blank = fmt::format("\n#| {}\n", heading);
  std::string begin = blank;
  in.draft = free_name(name, in);
  if (in.draft != name && ask_yes(in, fmt::format("A draft from before is in {}. Go on with it?",
                                                  draft_path(name, in)))) {
    in.draft = name;
    begin = read_outside(draft_path(name, in));
  }
  const auto typed = edited_text(in.draft, begin, blank, in);
  if (!typed) return {};
  std::string text;
  for (const auto& line : lines_of(*typed))
    if (!line.starts_with("#|")) text += line + "\n";
  return nfc(trimmed(text));
}

void with_text_kept(Invocation& in, const TypedText& typed, const std::function<void()>& finish) {
  const auto forget = [&] {
    if (!in.draft.empty()) forget_draft(in.draft, in);
  };
  try {
    finish();
  } catch (const OutputEnded&) {
    forget();  // the record is safe; only the word about it was lost
    throw;
  } catch (const Error& error) {
    if (in.draft.empty() && typed.worth_keeping()) {
      const std::string text = typed.text();
      in.draft = free_name(typed.name, in);
      if (!draft_is_kept(in.draft, text, in)) {
        in.draft.clear();
        show_what_was_typed(text, in);
      }
    }
    if (in.draft.empty()) throw;
    throw Error(error.what(),
                fmt::format("{}{}what was typed is kept in {}{}", error.hint,
                            error.hint.empty() ? "" : "\n", draft_path(in.draft, in), typed.then),
                error.exit);
  }
  if (!in.given.has("dry-run")) forget();
}

void mind_name_in_title(Invocation& in, const Seen& seen, const std::string& title) {
  if (seen->only<Facts>().role != Role::team && holds_name(seen->only<Client>(), title) &&
      !ask_yes(in,
               "The title holds the client's name, and will stand in a file name and in lists. "
               "Keep it?"))
    throw Error("the title holds the client's name",
                "it would stand in a file name and in lists; --yes if that is right");
}

std::string text_of_file(const std::string& path) {
  return path == "-" ? read_standard_input() : read_outside(path);
}

Date day_of_change(Invocation& in) {
  const auto typed = in.given.one("on");
  const Date on = typed ? parse_date(*typed, Looks::back, in.today()) : in.today();
  if (on > in.today())
    throw Error(fmt::format("{} is in the future", long_day(on)),
                "a change has a day that was; nothing was written");
  return on;
}

void forget_draft(const std::string& name, Invocation& in) {
  std::error_code none;
  fs::remove(draft_path(name, in), none);
}

std::optional<std::string> ask(Invocation& in, const std::string& question,
                               const std::string& proposed) {
  if (!in.may_ask()) return {};
  const std::string all = visible_line(question) +
                          (proposed.empty() ? ":" : fmt::format(" [{}]:", visible_line(proposed)));
  write_all(2,
            fmt::format(
                "{} ",
                fmt::join(wrap(all, std::max(20, (in.around().width ? in.around().width : 80) - 1)),
                          "\n")));
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
