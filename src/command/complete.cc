// What the shell offers for the word being typed: commands, options, clients, elements, levels, ids
// of the journal at hand. The scripts are thin: they hand over the words and show the lines.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "base/text.h"
#include "command/face.h"
#include "command/from_templates.h"
#include "journal/templates.h"

namespace coach {
namespace {

using Words = std::vector<std::string>;

class Completer {
 public:
  Completer(Surround& around, Words words) : bare_(around, "__complete", {}) {
    current_ = words.empty() ? std::string() : words.back();
    if (!words.empty()) words.pop_back();
    before_ = std::move(words);
  }

  Words candidates() {
    take_leading_journal();
    if (const Command* command = find_command_in()) return of_command(*command);
    return commands();
  }

 private:
  /// `coach --journal DIR ...`
  void take_leading_journal() {
    while (before_.size() >= 2 && before_[0] == "--journal") {
      bare_.given.options.emplace_back("journal", before_[1]);
      before_.erase(before_.begin(), before_.begin() + 2);
    }
  }

  const Command* find_command_in() {
    for (const std::size_t count : {std::size_t{2}, std::size_t{1}}) {
      if (before_.size() < count) continue;
      const std::string typed = count == 2 ? before_[0] + " " + before_[1] : before_[0];
      const std::string name = command_called(typed);
      for (const auto& command : all_commands())
        if (command.name == name) {
          before_.erase(before_.begin(), before_.begin() + static_cast<std::ptrdiff_t>(count));
          return &command;
        }
    }
    return nullptr;
  }

  Words commands() const {
    Words found;
    for (const auto& command : all_commands()) {
      const auto blank = command.name.find(' ');
      const std::string first = command.name.substr(0, blank);
      if (before_.empty()) {
        if (std::ranges::find(found, first) == found.end()) found.push_back(first);
      } else if (before_.size() == 1 && before_[0] == first && blank != std::string::npos) {
        found.push_back(command.name.substr(blank + 1));
      }
    }
    return found;
  }

  Words of_command(const Command& command) {
    auto options = command.options();
    for (auto& option : common_options(command)) options.push_back(std::move(option));
    const Option* open = nullptr;
    Words positional;
    for (const auto& word : before_) {
      if (open) {
        if (open->name == "journal") bare_.given.options.emplace_back("journal", word);
        open = nullptr;
        continue;
      }
      if (!word.starts_with("--")) {
        positional.push_back(word);
        continue;
      }
      for (const auto& option : options)
        if ("--" + option.name == word && !option.takes.empty()) open = &option;
    }
    if (open) return of_option(*open, positional);
    if (current_.starts_with('-')) {
      Words names;
      for (const auto& option : options) names.push_back("--" + option.name);
      return names;
    }
    return of_place(command, positional);
  }

  Words of_option(const Option& option, const Words& positional) {
    if (!option.values.empty()) return option.values;
    return of_sort(option.takes, positional);
  }

  Words of_place(const Command& command, const Words& positional) {
    Words places;
    for (const auto& token : split(command.usage, ' ')) {
      std::string sort;
      for (const char c : token)
        if (c != '[' && c != ']') sort += c;
      while (sort.ends_with('.')) sort.pop_back();
      if (sort != "options" && sort != "-" && !sort.empty() && !sort.starts_with("--"))
        places.push_back(sort);
    }
    if (places.empty()) return {};
    const std::size_t at = std::min(positional.size(), places.size() - 1);
    if (positional.size() >= places.size() && !command.usage.ends_with("...")) return {};
    Words found = of_sort(places[at], positional);
    // A client may be left out where one is at hand.
    if (at == 0 && places.size() > 1 && places[0] == "CLIENT" &&
        command.usage.starts_with("[CLIENT]"))
      for (auto& word : of_sort(places[1], positional)) found.push_back(std::move(word));
    return found;
  }

  Words of_sort(const std::string& sort, const Words& positional) {
    if (sort == "CLIENT") return bare_.journal().codes();
    if (sort == "ID" || sort == "GOAL" || sort == "ACTIVITY" || sort == "CYCLE")
      return ids(sort, positional);
    if (sort.starts_with("ELEMENT")) return elements(sort, positional);
    if (sort == "NAME" || sort == "RUBRIC") return rubrics_to_take(&bare_.journal());
    if (sort.starts_with("MODEL")) return ways_to_take(&bare_.journal());
    if (sort.starts_with("STEP")) return steps(positional);
    // Words of a closed list stand in the usage themselves: held|partly|lost.
    if (sort.find('|') != sort.npos && std::islower(static_cast<unsigned char>(sort.front())))
      return split(sort, '|');
    if (sort == "KIND" || sort == "COMMAND|KIND|TOPIC") {
      Words found;
      for (const auto& kind : all_kinds()) found.emplace_back(kind.info.name);
      if (sort == "KIND") return found;
      for (auto& topic : template_names("help")) found.push_back(std::move(topic));
      for (const auto& command : all_commands())
        if (command.name.find(' ') == command.name.npos) found.push_back(command.name);
      return found;
    }
    if (sort == "WHEN")
      return {"tomorrow", "mon", "tue", "wed", "thu", "fri", "in\\ 2\\ weeks", "in\\ 3\\ weeks"};
    if (sort == "DAY") return {"today", "yesterday", "tomorrow", "mon", "tue", "wed", "thu", "fri"};
    return {};
  }

  std::string client_of(const Words& positional) {
    if (!positional.empty() && is_client(bare_.journal(), positional.front()))
      return find_client(bare_.journal(), positional.front());
    return bare_.at_hand();
  }

  Words ids(const std::string& sort, const Words& positional) {
    const std::string client = client_of(positional);
    Words found;
    for (const auto& code : client.empty() ? bare_.journal().codes() : Words{client})
      for (const auto& file : files_of(bare_.journal().folder(), code).records) {
        const auto& info = file.kind->info;
        const bool wanted = sort == "ID" ? info.naming != Naming::fixed : info.name == folded(sort);
        if (wanted) found.push_back(file.id);
      }
    return found;
  }

  /// Of the model of the client, or of the cycle, that was named.
  Words steps(const Words& positional) {
    Words found = {"next"};
    std::string model;
    for (const auto& code : bare_.journal().codes())
      for (const auto& file : files_of(bare_.journal().folder(), code).records)
        if (!positional.empty() && file.id == positional.front() &&
            file.kind->info.name == kind_of<Cycle>.name)
          if (const Value* named = bare_.journal().read(file, code).record.find("model"))
            model = *named->as<std::string>();
    const std::string client = model.empty() ? client_of(positional) : std::string();
    if (!client.empty()) model = bare_.journal().facts_of(client).model;
    if (const auto way = bare_.journal().way(model))
      for (const auto& step : way->steps) found.push_back(step.key);
    return found;
  }

  /// ELEMENT, ELEMENT=LEVEL, ELEMENT=TEXT.
  Words elements(const std::string& sort, const Words& positional) {
    const std::string client = client_of(positional);
    std::string name = client.empty() ? "" : bare_.journal().facts_of(client).rubric;
    if (name.empty()) name = bare_.journal().facts().defaults.rubric;
    const auto rubric = bare_.journal().rubric(name);
    if (!rubric) return {};
    const auto equal = current_.find('=');
    Words found;
    for (const auto* element : elements_of(*rubric)) {
      if (sort == "ELEMENT") {
        found.push_back(element->key);
      } else if (equal == std::string::npos) {
        found.push_back(element->key + "=");
      } else if (sort.find("LEVEL") != sort.npos && current_.substr(0, equal) == element->key) {
        for (const auto& level : rubric->levels) found.push_back(element->key + "=" + level.key);
      }
    }
    return found;
  }

  Invocation bare_;
  std::string current_;
  Words before_;
};

// clang-format off
constexpr std::string_view bash_script = R"sh(# coach: completion for bash. In ~/.bashrc:  eval "$(coach completion bash)"
_coach() {
  # bash splits words at = and :; coach wants them whole.
  local words=() word glued=0 i
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [[ ${#words[@]} -gt 0 && ($word == = || $word == : || $glued == 1) ]]; then
      words[${#words[@]}-1]+=$word
    else
      words+=("$word")
    fi
    glued=0
    if [[ $word == = || $word == : ]]; then glued=1; fi
  done
  local current=${words[${#words[@]}-1]} line IFS=$'\n'
  COMPREPLY=()
  for line in $(coach __complete "${words[@]}" 2>/dev/null); do
    # Only what stands behind the last = or : is put in.
    if [[ $current == *[=:]* ]]; then line=${line#"${current%"${current##*[=:]}"}"}; fi
    COMPREPLY+=("$line")
  done
  if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2>/dev/null; fi
}
complete -o default -F _coach coach
)sh";

constexpr std::string_view zsh_script = R"sh(#compdef coach
# coach: completion for zsh. In ~/.zshrc, after compinit:  eval "$(coach completion zsh)"
_coach() {
  local -a lines with_equal without
  lines=("${(@f)$(coach __complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  lines=(${lines:#})
  if (( ${#lines} == 0 )); then
    _files
    return
  fi
  with_equal=(${(M)lines:#*=})
  without=(${lines:#*=})
  (( ${#with_equal} )) && compadd -Q -S '' -- $with_equal
  (( ${#without} )) && compadd -Q -- $without
}
if (( $+functions[compdef] )); then compdef _coach coach; fi
)sh";

constexpr std::string_view fish_script = R"sh(# coach: completion for fish. Once:
#   coach completion fish > ~/.config/fish/completions/coach.fish
function __coach_complete
    set -l words (commandline -opc)
    coach __complete $words[2..-1] (commandline -ct) 2>/dev/null
end
complete -c coach -f -a '(__coach_complete)'
)sh";
// clang-format on

int run_completion(Invocation& in) {
  static const std::vector<std::pair<std::string, std::string_view>> scripts = {
      {"bash", bash_script}, {"zsh", zsh_script}, {"fish", fish_script}};
  if (in.given.words.size() != 1)
    throw Misunderstood("for which shell?", "coach completion bash, zsh or fish");
  for (const auto& [shell, script] : scripts)
    if (shell == in.given.words.front()) return in.out(script), 0;
  throw no_word("shell", in.given.words.front(), {"bash", "zsh", "fish"});
}

}  // namespace

int offer_completions(Surround& around, const std::vector<std::string>& words) {
  const std::string current = words.empty() ? std::string() : words.back();
  std::string text;
  try {
    for (const auto& word : Completer(around, words).candidates())
      if (word.starts_with(current)) text += visible_line(word) + "\n";
  } catch (const Error&) {
    return 0;  // nothing to offer; the command itself will say why
  }
  return write_all(1, text) ? 0 : 1;
}

std::vector<Command> completion_commands() {
  return {{"completion",
           "Tend",
           "bash|zsh|fish",
           "words offered by your shell",
           {"eval \"$(coach completion bash)\"",
            "coach completion fish > ~/.config/fish/completions/coach.fish"},
           [] { return std::vector<Option>{}; },
           run_completion,
           false,
           false}};
}

}  // namespace coach
