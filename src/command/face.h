// What main and help need of the table of commands.
#pragma once

#include "command/invocation.h"

namespace coach {

std::vector<Option> common_options(const Command& command);
/// The command that the words begin with; its words are taken off. Throws Misunderstood with the
/// nearest.
const Command& find_command(std::vector<std::string>& words);
std::string help_of(const Command& command);
std::string help_of_all();

}  // namespace coach
