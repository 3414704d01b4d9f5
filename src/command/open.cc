// coach open: the thing behind a piece of evidence, in the program that the system opens it with.
#include <fmt/format.h>

#include <algorithm>

#include "base/process.h"
#include "base/text.h"
#include "command/invocation.h"

namespace coach {
namespace {

std::string text_in(const Table& record, std::string_view key) {
  const Value* value = record.find(key);
  return value && value->as<std::string>() ? *value->as<std::string>() : std::string();
}

/// COACH_OPENER with its arguments, else what the system has.
std::vector<std::string> opener(Invocation& in) {
  if (const auto named = in.around().variable("COACH_OPENER"); named && !trimmed(*named).empty())
    return split(*named, ' ');
#ifdef __APPLE__
  return {"open"};
#else
  return {"xdg-open"};
#endif
}

bool is_address(const std::string& at) {
  return std::ranges::any_of(std::array{"https://", "http://", "mailto:"},
                             [&](std::string_view scheme) { return at.starts_with(scheme); });
}

int run_open(Invocation& in) {
  const Kind& kind = *find_kind("evidence");
  if (in.given.words.size() != 1)
    throw Misunderstood("which evidence?", "coach open ID, its id or a part of its title");
  const auto found = find_record(in.journal(), in.at_hand(), in.given.words.front(), kind);
  const std::string file = text_in(found.file.record, "file"),
                    at = text_in(found.file.record, "at");
  std::string what;
  if (!file.empty()) {
    const std::string path = attachment_path(found.file.code, file);
    if (file.find('/') != file.npos || !in.journal().folder().read(path, largest_attachment))
      throw Error(fmt::format("{} is not there", path), "coach check shows what is missing");
    what = in.journal().root() + "/" + path;
  } else if (is_address(at)) {
    what = at;
  } else if (!at.empty()) {
    return in.out(visible_line(fmt::format("It lies elsewhere: {}", at))), 0;
  } else {
    throw Error("no file and no place stand in this record",
                fmt::format("coach set {} at=...   says where it is", found.file.file.id));
  }
  auto words = opener(in);
  const std::string program = words.front();
  words.push_back(what);
  const Ran ran = run({.arguments = words, .on_terminal = true});
  if (!ran.started || ran.status != 0)
    throw Error(ran.started ? fmt::format("{} ended with {}", program, ran.status)
                            : fmt::format("\"{}\" is not there to open it", program),
                fmt::format("it is {}", what));
  return 0;
}

}  // namespace

std::vector<Command> open_commands() {
  return {{"open",
           "Look",
           "ID",
           "the file or address behind a piece of evidence",
           {"coach open k3f9", "COACH_OPENER=less coach open \"feedback log\""},
           [] { return std::vector<Option>{}; },
           run_open,
           false,
           false}};
}

}  // namespace coach
