// What main and help need of the table of commands.
#pragma once

#include "command/invocation.h"

namespace coach {

std::vector<Option> common_options(const Command& command);
/// The command that the words begin with; its words are taken off. Throws Misunderstood with the
/// nearest.
const Command& find_command(std::vector<std::string>& words);
/// The name of the command that is also called so ("observe", "log session"); else the same words.
std::string command_called(const std::string& words);

/// Prints what a shell may offer for the last of the words.
int offer_completions(Surround& around, const std::vector<std::string>& words);
/// Prints a man page by its name (coach.1), or all names.
int write_man_page(const std::vector<std::string>& words);

std::string help_of(const Command& command);
std::string help_of_all();

}  // namespace coach
