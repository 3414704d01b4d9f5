// Commands that tend the journal and explain it: check, schema, help; and the example journal.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "command/face.h"
#include "command/new_folder.h"
#include "command/progress_line.h"
#include "journal/check.h"
#include "journal/embedded.h"
#include "journal/templates.h"
#include "model/contact.h"
#include "model/status.h"

namespace coach {

// clang-format off
template <> inline constexpr std::array words<Severity> = {
  Word{Severity::error,   "error",   "cannot be relied on"},
  Word{Severity::warning, "warning", "readable, but disagrees with itself"},
  Word{Severity::advice,  "advice",  "good practice"},
};

namespace {
struct CheckFinding {
  std::string path;
  int line = 0;
  int column = 0;
  Severity severity = Severity::error;
  std::string text;
  std::string hint;
};
struct CheckAnswer {
  int files = 0;
  int errors = 0;
  int warnings = 0;
  int advice = 0;
  std::vector<CheckFinding> findings;
};
}  // namespace

template <> inline constexpr auto fields<CheckFinding> = std::tuple{
  Field{"path",     &CheckFinding::path,     Need::required, Holds::plain, "below the journal"},
  Field{"line",     &CheckFinding::line,     Need::required, Holds::plain, "from 1; 0: the file as a whole"},
  Field{"column",   &CheckFinding::column,   Need::required, Holds::plain, "from 1, in code points"},
  Field{"severity", &CheckFinding::severity, Need::required, Holds::plain, "error, warning or advice"},
  Field{"text",     &CheckFinding::text,     Need::required, Holds::prose, "what is wrong"},
  Field{"hint",     &CheckFinding::hint,     Need::required, Holds::prose, "what to do"},
};
template <> inline constexpr auto fields<CheckAnswer> = std::tuple{
  Field{"files",    &CheckAnswer::files,    Need::required, Holds::plain, "looked at"},
  Field{"errors",   &CheckAnswer::errors,   Need::required, Holds::plain, "how many"},
  Field{"warnings", &CheckAnswer::warnings, Need::required, Holds::plain, "how many"},
  Field{"advice",   &CheckAnswer::advice,   Need::required, Holds::plain, "how many"},
  Field{"findings", &CheckAnswer::findings, Need::required, Holds::plain, "in the order of the paths"},
};
// clang-format on

namespace {

/// The text of a file that a problem names.
using TextOf = std::function<std::string(const std::string& path)>;

/// The line of a problem with a caret under its token.
std::string quoted_line(const TextOf& text_of, const Problem& problem) {
  if (problem.place.line == 0)
    return problem.hint.empty() ? "" : fmt::format("      {}\n", visible_line(problem.hint));
  std::string text;
  try {
    text = repaired(text_of(problem.place.file));
  } catch (const Error&) {
    return {};
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  std::string line;
  int number = 0;
  for (const auto& one : lines_of(text))
    if (++number == problem.place.line) line = one;
  // What stands before the token, and the token, as they are shown: a tab or an escape takes more
  // columns.
  const auto cut_at = [&](int points) {
    std::size_t at = 0;
    for (int i = 0; i < points && at < line.size(); ++i) {
      ++at;
      while (at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0) == 0x80) ++at;
    }
    return at;
  };
  const std::size_t from = cut_at(problem.place.column - 1),
                    to = cut_at(problem.place.column - 1 + std::max(1, problem.place.length));
  const int before = width(visible_line(line.substr(0, from)));
  const int length = std::max(1, width(visible_line(line.substr(from, to - from))));
  return fmt::format("{:5} | {}\n      | {}^{}{}{}\n", problem.place.line, visible_line(line),
                     std::string(static_cast<std::size_t>(before), ' '),
                     std::string(static_cast<std::size_t>(length - 1), '~'),
                     problem.hint.empty() ? "" : " ", visible_line(problem.hint));
}

/// Every problem with its line, and how many there are. Gives 1 where one is an error.
int show_problems(Invocation& in, const CheckResult& result, const TextOf& text_of) {
  CheckAnswer answer{.files = result.files};
  for (const auto& problem : result.problems) {
    answer.findings.push_back({problem.place.file, problem.place.line, problem.place.column,
                               problem.severity, problem.text, problem.hint});
    ++(problem.severity == Severity::error     ? answer.errors
       : problem.severity == Severity::warning ? answer.warnings
                                               : answer.advice);
  }
  const int code = answer.errors > 0 ? 1 : 0;
  if (in.format() != Format::table)
    return in.show(
               answer,
               [&] {
                 TableBlock table{.columns = {{.title = "Place"},
                                              {.title = "Severity"},
                                              {.title = "Problem"},
                                              {.title = "Hint"}}};
                 for (const auto& one : answer.findings)
                   table.rows.push_back(
                       {{plain(fmt::format("{}:{}:{}", one.path, one.line, one.column)),
                         plain(std::string(word_of(one.severity))), plain(one.text),
                         plain(one.hint)},
                        {}});
                 return Page{{table}};
               },
               "findings"),
           code;
  std::string text;
  for (const auto& problem : result.problems) {
    const std::string where =
        problem.place.line == 0
            ? problem.place.file
            : fmt::format("{}:{}:{}", problem.place.file, problem.place.line, problem.place.column);
    text +=
        visible_line(fmt::format("{}: {}: {}", where, word_of(problem.severity), problem.text)) +
        "\n" + quoted_line(text_of, problem);
  }
  std::vector<std::string> counts;
  const auto count = [&](int number, std::string_view one, std::string_view many) {
    if (number > 0) counts.push_back(counted(static_cast<std::size_t>(number), one, many));
  };
  count(answer.errors, "error", "errors");
  count(answer.warnings, "warning", "warnings");
  if (answer.advice > 0)
    counts.push_back(
        fmt::format("{} of advice", counted(static_cast<std::size_t>(answer.advice), "word")));
  text += fmt::format("{}{} in {}\n", text.empty() ? "" : "\n",
                      counts.empty() ? "Nothing wrong" : fmt::format("{}", fmt::join(counts, ", ")),
                      counted(static_cast<std::size_t>(answer.files), "file"));
  in.out(text);
  return code;
}

int run_check(Invocation& in) {
  in.expect_no_more_words();
  const Journal& journal = in.journal();
  const CheckResult result =
      with_progress(in.around().err_terminal, "Checking engagements",
                    [&](const Watch& watch) { return check(journal, in.today(), watch); });
  return show_problems(in, result, [&](const std::string& path) {
    return journal.folder().read(path).value_or("");
  });
}

/// One model: of the journal, of the templates, or a file anywhere; none named: the journal's.
int run_model_check(Invocation& in) {
  if (in.given.words.size() > 1)
    throw Misunderstood("one model", "coach model check NAME, or a file");
  const Kind& kind = *find_kind(kind_of<Way>.name);
  std::map<std::string, std::string> texts;  // by the path that messages give
  const auto add = [&](const std::string& name) {
    const std::string path = fmt::format("models/{}.toml", name);
    if (!in.locate().first.empty())
      if (auto text = in.journal().folder().read(path)) return void(texts[path] = *text);
    const auto text = template_text(path);
    if (!text)
      throw Error(fmt::format("no model {}", name), "coach model list shows those that are there");
    texts[path] = *text;
  };
  if (in.given.words.empty())
    for (const auto& name : in.journal().way_names()) add(name);
  else if (const std::string& named = in.given.words.front(); named.ends_with(".toml"))
    texts[named] = read_outside(named);
  else
    add(named);
  CheckResult all;
  for (const auto& [path, text] : texts) {
    const std::string name = path.substr(path.rfind('/') + 1);
    auto result = check_own(kind, text, path, name.substr(0, name.size() - 5));
    all.files += result.files;
    std::ranges::move(result.problems, std::back_inserter(all.problems));
  }
  return show_problems(in, all, [&](const std::string& path) { return texts.at(path); });
}

int run_schema(Invocation& in) {
  if (in.given.words.empty()) {
    std::string text;
    for (const auto& kind : all_kinds())
      text += fmt::format("{:<12} {}\n", kind.info.name, kind.info.help);
    in.out(text + "\ncoach schema KIND prints its JSON Schema\n");
    return 0;
  }
  const Kind* kind = find_kind(in.given.words.front());
  std::vector<std::string> known;
  for (const auto& one : all_kinds()) known.emplace_back(one.info.name);
  if (!kind)
    throw Misunderstood(fmt::format("no kind \"{}\"", in.given.words.front()),
                        fmt::format("one of {}", listed(known, "or")));
  in.out(schema_text(*kind));
  return 0;
}

void help_rows(std::string& text, const Description& rows, int depth) {
  for (const auto& row : rows) {
    const std::string indent(static_cast<std::size_t>(depth), ' ');
    text += fmt::format("{}{:<{}} {}{}\n", indent, row.key, 14, row.help,
                        row.need == Need::required ? " (must be there)" : "");
    if (!row.inner)
      text += fmt::format(
          "{}{:<{}} {}{}\n", indent, "", 14, wanted(row),
          row.suggested.empty() ? "" : fmt::format(": {} ...", fmt::join(words_of(row), ", ")));
    else
      help_rows(text, *row.inner, depth + 4);
  }
}

int run_help(Invocation& in) {
  if (in.given.words.empty()) return in.out(help_of_all()), 0;
  std::string name = in.given.words[0];
  for (std::size_t i = 1; i < in.given.words.size(); ++i) name += " " + in.given.words[i];
  if (const auto topic = template_text(fmt::format("help/{}.md", name)))
    return in.out(visible(*topic)), 0;
  std::vector<std::string> known = template_names("help");
  // A word may be a command, a group of commands and a kind of record at once: all of it is told.
  std::vector<std::string> parts;
  std::string group;
  for (const auto& command : all_commands()) {
    if (command.name == name) parts.push_back(help_of(command));
    if (command.name.starts_with(name + " "))
      group += fmt::format("  {:<18} {}\n", command.name, command.summary);
    known.push_back(command.name);
  }
  if (!group.empty()) parts.push_back("Commands\n" + group);
  if (const Kind* kind = find_kind(name)) {
    std::string text = fmt::format("The record: {}, {}\n  in {}\n\n", kind->info.name,
                                   kind->info.help, kind->info.folder);
    help_rows(text, *kind->description, 2);
    parts.push_back(std::move(text));
  }
  if (!parts.empty()) return in.out(fmt::format("{}", fmt::join(parts, "\n"))), 0;
  for (const auto& kind : all_kinds()) known.emplace_back(kind.info.name);
  const std::string hint = did_you_mean(name, known);
  throw Misunderstood(fmt::format("no command, kind or topic \"{}\"", name),
                      hint.empty() ? "coach help lists the commands" : hint);
}

int run_demo(Invocation& in) {
  const std::string target = in.given.words.empty() ? "coach-demo" : in.given.words.front();
  NewFolder made(target);
  const std::string root = made.target().string();
  if (in.given.has("dry-run"))
    return in.out(fmt::format("would write the example journal into {}", root)), 0;
  made.make();
  {
    constexpr std::string_view stem = "examples/lakeside/";
    const Folder folder(made.path().string());
    std::vector<FileChange> files;
    for (const auto& file : embedded_files()) {
      if (!file.path.starts_with(stem)) continue;
      const std::string path(file.path.substr(stem.size()));
      if (const auto slash = path.rfind('/'); slash != path.npos)
        folder.make(path.substr(0, slash));
      files.push_back({path, {}, std::string(file.text), {}});
    }
    if (files.empty()) throw Error("this coach was built without the example journal");
    folder.make(".coach");
    folder.write(files, ".coach");
  }
  made.take_name();
  const Journal journal(root);
  LeftOut left_out;
  const Seen seen = see(journal.load(journal.codes().front(), left_out), Audience::coach);
  // The story is looked at on the evening of its last meeting.
  const auto* last = last_session(seen, std::chrono::year{9999} / 12 / 31);
  const Date day = last ? last->record.date : in.today();
  in.out(render_terminal(status_page(engagement_page(seen, day)), in.rendering()));
  in.out(
      fmt::format("\nAll people and schools in it are invented. Its today is {}. Try, in {}:\n  "
                  "COACH_TODAY={} coach brief heron\n  COACH_TODAY={} coach rubric status heron\n  "
                  "COACH_TODAY={} coach timeline heron",
                  long_day(day), visible_line(root), iso(day), iso(day), iso(day)));
  return 0;
}

}  // namespace

std::vector<Command> tend_commands() {
  const auto none = [] { return std::vector<Option>{}; };
  return {
      {"check",
       "Tend",
       "",
       "every file, every problem, with its place",
       {"coach check", "coach check --format json"},
       none,
       run_check,
       false,
       true},
      {"model check",
       "Model",
       "[MODEL|FILE]",
       "whether a model can be worked by",
       {"coach model check", "coach model check my-steps.toml"},
       none,
       run_model_check,
       false,
       true},
      {"schema",
       "Tend",
       "[KIND]",
       "the JSON Schema of a kind's files",
       {"coach schema observation", "coach schema"},
       none,
       run_schema,
       false,
       false},
      {"demo",
       "Tend",
       "[DIR]",
       "the example journal, shown",
       {"coach demo", "coach demo /tmp/lakeside"},
       none,
       run_demo,
       true,
       false},
      {"help",
       "Tend",
       "[COMMAND|KIND|TOPIC]",
       "about a command, a kind of record or a topic",
       {"coach help first-hour", "coach help observation"},
       none,
       run_help,
       false,
       false},
  };
}

}  // namespace coach
