// The clock, the randomness, the environment and the terminal: read once, passed down. Errors end
// here.
#include <fcntl.h>
#include <fmt/format.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>

#include "base/interrupt.h"
#include "base/text.h"
#include "command/face.h"

namespace {

using namespace coach;

std::optional<std::string> variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? std::optional<std::string>(value) : std::nullopt;
}

int columns_of(int descriptor) {
  winsize size{};
  if (isatty(descriptor) == 0) return 0;
  if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const int named = std::atoi(variable("COLUMNS").value_or("80").c_str());
  return named > 0 ? named : 80;
}

int lines_of_terminal() {
  winsize size{};
  return ioctl(1, TIOCGWINSZ, &size) == 0 ? size.ws_row : 0;
}

/// Descriptors 0 to 2 that are closed would be given to the next file opened: a record would become
/// standard output. One that was closed cannot be written to, so that the loss is noticed.
void open_standard_descriptors() {
  for (int descriptor = 0; descriptor <= 2; ++descriptor)
    if (fcntl(descriptor, F_GETFD) < 0 && open("/dev/null", O_RDONLY) < 0) std::_Exit(1);
}

Surround surroundings() {
  Surround around;
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  around.today = std::chrono::year{local.tm_year + 1900} / (local.tm_mon + 1) / local.tm_mday;
  around.now = {local.tm_hour, local.tm_min};
  if (const auto day = variable("COACH_TODAY")) {
    const auto given = iso_date(*day);
    if (!given)
      throw Misunderstood(fmt::format("COACH_TODAY: \"{}\" is no day", *day),
                          "write it as 2026-11-24");
    around.today = *given;
  }
  if (const auto time = variable("COACH_NOW")) around.now = parse_time(*time);
  around.letters = Letters(variable("COACH_IDS"));
  around.home = variable("HOME").value_or("");
  const auto under = [&](const char* name, const char* fallback) {
    const auto named = variable(name);
    return (named && !named->empty() ? *named : around.home + fallback) + "/coach";
  };
  around.state_folder = under("XDG_STATE_HOME", "/.local/state");
  around.config_folder = under("XDG_CONFIG_HOME", "/.config");
  around.in_terminal = isatty(0) != 0;
  around.out_terminal = isatty(1) != 0;
  around.err_terminal = isatty(2) != 0;
  around.width = columns_of(1);
  around.height = lines_of_terminal();
  setlocale(LC_CTYPE, "");
  around.utf8 = std::string_view(nl_langinfo(CODESET)) == "UTF-8";
  around.variable = variable;
  return around;
}

constexpr std::string_view outside =
    "coach is a journal for people who coach school leaders: plain files, in git, yours alone.\n\n"
    "  coach demo                         an example journal, in ten seconds\n"
    "  coach init --coach \"Your name\"     begin your own, here\n"
    "  coach help                         all that it does\n";

/// An option for every command may stand before it: coach --quiet log-session, coach --journal DIR
/// list.
std::vector<std::string> take_leading_options(std::vector<std::string>& arguments) {
  static constexpr std::array<std::string_view, 12> flags = {
      "--quiet", "--yes",      "--no-input", "--dry-run", "--json",  "--plain",
      "--ascii", "--discreet", "--journal",  "--format",  "--width", "--color"};
  std::vector<std::string> taken;
  while (!arguments.empty()) {
    const std::string name = arguments[0].substr(0, arguments[0].find('='));
    const auto found = std::find(flags.begin(), flags.end(), name);
    if (found == flags.end()) break;
    const bool value_follows =
        found - flags.begin() >= 8 && name == arguments[0] && arguments.size() > 1;
    const auto end = arguments.begin() + (value_follows ? 2 : 1);
    taken.insert(taken.end(), arguments.begin(), end);
    arguments.erase(arguments.begin(), end);
  }
  return taken;
}

/// The command meant; where the first word is a client's, the hint says how one asks about her.
const Command& command_or_client(Surround& around, std::vector<std::string>& words) {
  try {
    return find_command(words);
  } catch (const Misunderstood& unknown) {
    Invocation bare(around, "", {});
    if (words[0].starts_with('-') || bare.locate().first.empty() ||
        !is_client(bare.journal(), words[0]))
      throw;
    std::string verb = "status";
    for (const auto& command : all_commands())
      if (words.size() > 1 && command.name == words[1]) verb = words[1];
    throw Misunderstood(fmt::format("{} is a client; the command comes first", words[0]),
                        fmt::format("coach {} {}", verb, words[0]));
  }
}

int run_command(Surround& around, std::vector<std::string> arguments) {
  // For shells and the build alone; no help speaks of them.
  if (!arguments.empty() && arguments[0] == "__complete")
    return offer_completions(around, {arguments.begin() + 1, arguments.end()});
  if (!arguments.empty() && arguments[0] == "__man")
    return write_man_page({arguments.begin() + 1, arguments.end()});
  const std::vector<std::string> before = take_leading_options(arguments);
  if (!arguments.empty() && (arguments[0] == "--version" || arguments[0] == "-V")) {
    return write_all(1, fmt::format("coach {}\n", COACH_VERSION)) ? 0 : 1;
  }
  if (!arguments.empty() && (arguments[0] == "--help" || arguments[0] == "-h"))
    arguments[0] = "help";
  if (arguments.empty()) {
    std::vector<std::string> words = {"list"};
    const Command& list = find_command(words);
    Invocation bare(around, "list", read_command_line(common_options(list), before));
    if (bare.locate().first.empty()) return write_all(1, outside) ? 0 : 1;
    arguments = {"list"};
  }
  const Command& command = command_or_client(around, arguments);
  arguments.insert(arguments.begin(), before.begin(), before.end());
  auto options = command.options();
  for (auto& option : common_options(command)) options.push_back(std::move(option));
  Invocation in(around, command.name, read_command_line(options, arguments));
  if (in.given.has("help")) {
    in.out(help_of(command));
    return 0;
  }
  return command.run(in);
}

int say(const Error& error) {
  std::string text = fmt::format("coach: {}\n", visible(error.what()));
  for (const auto& line : lines_of(error.hint)) text += fmt::format("       {}\n", visible(line));
  write_all(2, text);
  return static_cast<int>(interrupted() ? Exit::interrupted : error.exit);
}

}  // namespace

int main(int count, char** values) {
  open_standard_descriptors();
  signal(SIGPIPE, SIG_IGN);
  signal(SIGCHLD, SIG_DFL);  // a caller that ignores it would have us never hear how git ended
  umask(077);
  watch_for_interrupts();
  try {
    Surround around = surroundings();
    const int code = run_command(around, std::vector<std::string>(values + 1, values + count));
    return interrupted() ? static_cast<int>(Exit::interrupted) : code;
  } catch (const Error& error) {
    return say(error);
  } catch (const std::exception& error) {
    return say(Error(error.what()));
  }
}
