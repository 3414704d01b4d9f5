#include "journal/find.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "base/text.h"

namespace coach {
namespace {

/// The one code that fits; several or none throw.
std::string only_one(const std::vector<std::string>& fitting, const std::string& typed) {
  if (fitting.size() == 1) return fitting.front();
  throw Error(fmt::format("\"{}\" may be {}", typed, listed(fitting, "or")),
              "type more of it, or the code");
}

/// Those whose code it is; else whose name; else whose code begins so; else that hold it.
std::vector<std::string> clients_fitting(const Journal& journal, const std::string& typed) {
  const std::string wanted = folded(trimmed(typed));
  if (wanted.empty()) return {};
  try {
    if (journal.has(wanted)) return {wanted};
  } catch (const Unreadable&) {
    // A title may be longer than a folder's name.
  }
  const auto codes = journal.codes();
  std::vector<std::string> whole, beginning, part;
  for (const auto& code : codes) {
    const std::string name = folded(journal.client_of(code).name);
    if (name == wanted)
      whole.push_back(code);
    else if (code.starts_with(wanted))
      beginning.push_back(code);
    else if (name.find(wanted) != name.npos || code.find(wanted) != code.npos)
      part.push_back(code);
  }
  return !whole.empty() ? whole : !beginning.empty() ? beginning : part;
}

bool matches(const FoundFile& file, const std::string& id) {
  return file.id == id || (id.size() >= 2 && file.id.starts_with(id));
}

/// Records of an engagement whose id it is; without one, those whose id begins so. Only these are
/// read.
std::vector<FoundRecord> records_of_id(const Journal& journal, const std::string& code,
                                       const std::string& typed, const std::string& entry,
                                       const Kind* kind) {
  std::vector<FoundRecord> exact, beginning;
  for (const auto& file : files_of(journal.folder(), code).records) {
    if (kind && file.kind->info.name != kind->info.name) continue;
    if (matches(file, typed))
      (file.id == typed ? exact : beginning).push_back({journal.read(file, code), entry});
  }
  return !exact.empty() ? exact : beginning;
}

/// Records of an engagement that hold the words in their title. Those that cannot be read do not.
std::vector<FoundRecord> records_titled(const Journal& journal, const std::string& code,
                                        const std::string& typed, const std::string& entry,
                                        const Kind* kind) {
  std::vector<FoundRecord> titled;
  const std::string wanted = folded(typed);
  constexpr std::size_t fewest_letters = 3;
  if (wanted.size() < fewest_letters) return titled;
  for (const auto& file : files_of(journal.folder(), code).records) {
    if ((kind && file.kind->info.name != kind->info.name) ||
        file.kind->info.naming == Naming::fixed)
      continue;
    try {
      auto read = journal.read(file, code);
      // What lists and pages call it: its title; of feedback the teacher and the focus.
      const bool by_slug =
          file.kind->info.naming == Naming::slug && file.id.find(wanted) != file.id.npos;
      const bool by_title =
          std::ranges::any_of(std::array{"title", "teacher", "focus"}, [&](const char* key) {
            const Value* text = read.record.find(key);
            return text && text->as<std::string>() &&
                   folded(*text->as<std::string>()).find(wanted) != std::string::npos;
          });
      if (by_slug || by_title) titled.push_back({std::move(read), entry});
    } catch (const Error&) {
      continue;
    }
  }
  return titled;
}

FoundRecord find_any(const Journal& journal, const std::string& code, std::string typed,
                     const Kind* kind) {
  std::vector<std::string> where = journal.codes();
  if (const auto slash = typed.find('/'); slash != typed.npos) {
    where = {find_client(journal, typed.substr(0, slash))};
    typed = typed.substr(slash + 1);
  } else if (!code.empty()) {
    std::stable_partition(where.begin(), where.end(),
                          [&](const std::string& one) { return one == code; });
  }
  std::string entry, record = typed;
  if (const auto dot = typed.rfind('.');
      dot != typed.npos && dot + 1 < typed.size() && typed.find(' ') == typed.npos) {
    entry = typed.substr(dot + 1);
    record = typed.substr(0, dot);
  }
  std::vector<FoundRecord> found;
  const auto look_in = [&](std::span<const std::string> codes) {
    for (const auto look : {records_of_id, records_titled}) {
      for (const auto& one : codes) {
        auto here = look(journal, one, record, entry, kind);
        std::ranges::move(here, std::back_inserter(found));
      }
      if (!found.empty()) return;
    }
  };
  // The engagement at hand goes before the others, an id before a title.
  const bool one_at_hand = !code.empty() && !where.empty() && where.front() == code;
  if (one_at_hand) look_in(std::span(where).first(1));
  if (found.empty()) look_in(std::span(where).subspan(one_at_hand ? 1 : 0));
  if (found.size() == 1) return std::move(found.front());
  if (found.empty() && is_client(journal, typed))
    throw Error(
        fmt::format("{} is a client, no {}", typed, kind ? kind->info.name : "record"),
        fmt::format("coach status {0} shows it; {0}/client and {0}/engagement are its files",
                    find_client(journal, typed)));
  if (found.empty())
    throw Error(fmt::format("no {} \"{}\"", kind ? kind->info.name : "record", typed),
                "an id, or a part of its title; coach timeline CLIENT and coach todo show ids");
  std::vector<std::string> names;
  for (const auto& one : found)
    names.push_back(fmt::format("{}/{}", one.file.code, one.file.file.id));
  throw Error(fmt::format("\"{}\" may be {}", typed, listed(names, "or")), "type more of it");
}

}  // namespace

bool is_client(const Journal& journal, const std::string& typed) {
  return !clients_fitting(journal, typed).empty();
}

std::string find_client(const Journal& journal, const std::string& typed) {
  if (trimmed(typed).empty())
    throw Error("a client is named by its code or name", "coach list shows them");
  const auto fitting = clients_fitting(journal, typed);
  if (!fitting.empty()) return only_one(fitting, typed);
  std::vector<std::string> near_by = journal.codes();
  for (const auto& code : journal.codes())
    for (const auto& word : split(journal.client_of(code).name, ' ')) near_by.push_back(word);
  const std::string hint = did_you_mean(typed, near_by);
  throw Error(fmt::format("no engagement \"{}\"", typed),
              hint.empty() ? "coach list shows them" : hint);
}

FoundRecord find_record(const Journal& journal, const std::string& code, const std::string& typed) {
  return find_any(journal, code, typed, nullptr);
}
FoundRecord find_record(const Journal& journal, const std::string& code, const std::string& typed,
                        const Kind& kind) {
  return find_any(journal, code, typed, &kind);
}

}  // namespace coach
