#include "command/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "base/error.h"
#include "base/text.h"

namespace coach {

bool Given::has(std::string_view name) const { return one(name).has_value(); }

std::optional<std::string> Given::one(std::string_view name) const {
  for (const auto& [key, value] : options)
    if (key == name) return value;
  return {};
}

std::vector<std::string> Given::all(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& [key, value] : options)
    if (key == name) values.push_back(value);
  return values;
}

namespace {

void refuse_unknown(const std::string& word, const std::vector<Option>& options) {
  std::vector<std::string> known;
  for (const auto& option : options) known.push_back("--" + option.name);
  throw Misunderstood(fmt::format("no option {} here", word),
                      did_you_mean(word.substr(0, word.find('=')), known));
}

/// "--notes: 1 required TEXT missing" -> "--notes wants TEXT behind it".
std::string in_our_words(std::string said) {
  constexpr std::string_view begins = ": 1 required ", ends = " missing";
  const auto at = said.find(begins);
  if (at == said.npos || !said.ends_with(ends)) return said;
  said.replace(said.size() - ends.size(), ends.size(), " behind it");
  return said.replace(at, begins.size(), " wants ");
}

}  // namespace

Given read_command_line(const std::vector<Option>& options,
                        const std::vector<std::string>& arguments) {
  CLI::App face;
  face.set_help_flag();
  face.allow_extras();
  Given given;
  for (const auto& option : options) {
    std::string flag =
        (option.letter.empty() ? "" : "-" + option.letter + ",") + "--" + option.name;
    // --elements is understood as well
    const std::string plural = option.name + "s";
    if (option.repeats && std::ranges::find(options, plural, &Option::name) == options.end())
      flag += ",--" + plural;
    if (option.takes.empty()) {
      face.add_flag_callback(
          flag, [&given, name = option.name] { given.options.emplace_back(name, ""); });
      continue;
    }
    // A list option takes one value each time: CLI11's greedy ones would eat the ratings behind
    // them.
    face.add_option_function<std::vector<std::string>>(
            flag,
            [&given, name = option.name](const std::vector<std::string>& values) {
              for (const auto& value : values) given.options.emplace_back(name, value);
            })
        ->expected(1)
        ->allow_extra_args(false)
        ->multi_option_policy(option.repeats ? CLI::MultiOptionPolicy::TakeAll
                                             : CLI::MultiOptionPolicy::Throw);
  }
  // What stands behind a bare `--` is words, whatever it looks like.
  std::vector<std::string> before, behind;
  for (bool open = true; const auto& argument : arguments) {
    if (open && argument == "--")
      open = false;
    else
      (open ? before : behind).push_back(argument);
  }
  std::reverse(before.begin(), before.end());
  try {
    face.parse(before);
  } catch (const CLI::ParseError& error) {
    throw Misunderstood(in_our_words(error.what()));
  }
  for (const auto& word : face.remaining()) {
    if (word.size() > 1 && word.starts_with('-')) refuse_unknown(word, options);
    given.words.push_back(word);
  }
  given.words.insert(given.words.end(), behind.begin(), behind.end());
  return given;
}

}  // namespace coach
