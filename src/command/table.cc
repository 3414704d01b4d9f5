// The table of commands, and help made from it.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "command/face.h"
#include "journal/templates.h"

namespace coach {

const std::vector<Command>& all_commands() {
  static const std::vector<Command> commands = [] {
    std::vector<Command> all;
    for (auto* part :
         {begin_commands,       capture_commands,   inbox_commands,     look_commands,
          evidence_commands,    open_commands,      assess_commands,    rubric_commands,
          rubric_make_commands, agree_commands,     hours_commands,     plan_commands,
          phase_commands,       cycle_commands,     feedback_commands,  measure_commands,
          model_commands,       record_commands,    take_back_commands, tend_commands,
          backup_commands,      completion_commands})
      for (auto& command : part()) all.push_back(std::move(command));
    // A group's commands stand together, whatever file they come from.
    std::vector<std::string> groups;
    for (const auto& command : all)
      if (std::ranges::find(groups, command.group) == groups.end()) groups.push_back(command.group);
    std::ranges::stable_sort(all, {}, [&](const Command& command) {
      return std::ranges::find(groups, command.group) - groups.begin();
    });
    return all;
  }();
  return commands;
}

std::vector<Option> common_options(const Command& command) {
  std::vector<Option> options = {
      {"help", "", "this text", false, "h"},
      {"journal", "DIR", "the journal"},
      {"no-input", "", "never ask"},
      {"ascii", "", "drawings in plain letters"},
      {"color", "WHEN", "auto, always or never", false, "", {"auto", "always", "never"}},
      {"width", "COLUMNS", "instead of the terminal's"}};
  if (command.writes) {
    options.push_back({"dry-run", "", "show what would be written, write nothing"});
    options.push_back({"yes", "", "yes to what is asked"});
    options.push_back({"quiet", "", "print the id alone"});
  }
  if (command.shows) {
    options.push_back(
        {"format", "FORMAT", "table, md, csv or json", false, "", {"table", "md", "csv", "json"}});
    options.push_back({"json", "", "short for --format json"});
    options.push_back({"table", "NAME", "which list --format csv gives"});
    options.push_back({"fields", "A,B", "only these fields in CSV"});
    options.push_back({"plain", "", "one line a row, never cut"});
    options.push_back({"discreet", "", "codes and no prose, for a shared screen"});
  }
  return options;
}

namespace {

/// What a hand types for a command that is called otherwise.
struct Alias {
  std::string_view words;
  std::string_view command;
};
constexpr Alias aliases[] = {
    {"log session", "log-session"},
    {"log observation", "log-observation"},
    {"log conversation", "log-conversation"},
    {"log evidence", "log-evidence"},
    {"log feedback", "log-feedback"},
    {"log measure", "log-measure"},
    {"session", "log-session"},
    {"observe", "log-observation"},
    {"client new", "new-client"},
    {"client add", "new-client"},
    {"new client", "new-client"},
    {"clients", "list"},
    {"client list", "list"},
    {"ls", "list"},
    {"assess", "rubric assess"},
    {"target", "rubric target"},
    {"history", "rubric history"},
    {"goal new", "goal add"},
    {"activity new", "activity add"},
    {"schedule", "next"},
    {"agree", "agreement"},
    {"find", "search"},
    {"delete", "remove"},
    {"rm", "remove"},
    {"mv", "move"},
};

}  // namespace

std::string command_called(const std::string& words) {
  for (const auto& alias : aliases)
    if (alias.words == words) return std::string(alias.command);
  return words;
}

const Command& find_command(std::vector<std::string>& words) {
  for (std::size_t count : {std::size_t{2}, std::size_t{1}}) {
    if (words.size() < count) continue;
    const std::string name = command_called(count == 2 ? words[0] + " " + words[1] : words[0]);
    for (const auto& command : all_commands())
      if (command.name == name) {
        words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count));
        return command;
      }
  }
  std::vector<std::string> names, group;
  for (const auto& command : all_commands()) {
    names.push_back(command.name);
    if (command.name.starts_with(words[0] + " ")) group.push_back(command.name);
  }
  if (!group.empty() && words.size() == 1)
    throw Misunderstood(fmt::format("{}: which one?", words[0]),
                        fmt::format("one of {}", listed(group, "or")));
  if (!group.empty() && (words[1] == "--help" || words[1] == "-h"))
    throw Misunderstood(fmt::format("{}: which one?", words[0]),
                        fmt::format("coach help {} tells of {}", words[0], listed(group)));
  const std::string typed = group.empty() ? words[0] : words[0] + " " + words[1];
  const std::string hint = did_you_mean(typed, group.empty() ? names : group);
  throw Misunderstood(fmt::format("no command \"{}\"", typed),
                      hint.empty() ? "coach help lists them" : hint);
}

std::string help_of(const Command& command) {
  std::string text =
      fmt::format("coach {} {}\n  {}\n\n", command.name, command.usage, command.summary);
  for (const auto& example : command.examples) text += fmt::format("  $ {}\n", example);
  std::vector<std::string> also;
  for (const auto& alias : aliases)
    if (alias.command == command.name) also.push_back(fmt::format("coach {}", alias.words));
  if (!also.empty()) text += fmt::format("\nAlso: {}\n", fmt::join(also, ", "));
  const auto list = [&](std::string_view title, const std::vector<Option>& options) {
    if (options.empty()) return;
    text += fmt::format("\n{}\n", title);
    for (const auto& option : options) {
      const std::string name = fmt::format(
          "{}--{}{}{}", option.letter.empty() ? "" : fmt::format("-{}, ", option.letter),
          option.name, option.takes.empty() ? "" : " ", option.takes);
      const std::string gap =
          name.size() > 24 ? "\n" + std::string(28, ' ') : std::string(26 - name.size(), ' ');
      text += fmt::format("  {}{}{}{}\n", name, gap, option.help,
                          option.repeats ? " (may be repeated)" : "");
    }
  };
  list("Options", command.options());
  list("Everywhere", common_options(command));
  return text;
}

std::string help_of_all() {
  std::string text = "coach - a journal for people who coach school leaders\n";
  std::string group;
  for (const auto& command : all_commands()) {
    if (group != command.group) text += fmt::format("\n{}\n", group = command.group);
    text += fmt::format("  {:<18} {}\n", command.name, command.summary);
  }
  std::vector<std::string> also;
  for (const auto& alias : aliases) also.emplace_back(alias.words);
  text += "\nUnderstood as well\n";
  for (const auto& line : wrap(fmt::format("{}", fmt::join(also, ", ")), 76))
    text += fmt::format("  {}\n", line);
  text += "\ncoach COMMAND --help tells more.\n";
  for (const auto& line :
       wrap(fmt::format("coach help TOPIC: {}", fmt::join(template_names("help"), ", ")), 78))
    text += line + "\n";
  return text + "coach help KIND: observation, session, goal ...\n";
}

}  // namespace coach
