#include "journal/files.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/random.h"
#include "base/text.h"
#include "model/engagement.h"

namespace coach {
namespace {

std::string folder_of(const std::string& code) {
  return fmt::format("{}/{}", engagements_folder, code);
}

std::vector<const Kind*> engagement_kinds() {
  std::vector<const Kind*> kinds;
  for (const auto& kind : all_kinds())
    if (kind.info.naming != Naming::journal) kinds.push_back(&kind);
  return kinds;
}

void find_attachments(const Folder& journal, const std::string& code, EngagementFiles& out) {
  const std::string folder = fmt::format("{}/{}", folder_of(code), attachments_folder);
  for (const auto& listed : journal.list(folder)) {
    if (listed.kind == Listed::Kind::file)
      out.attachments.push_back(listed.name);
    else
      out.strays.push_back({fmt::format("{}/{}", folder, listed.name), "only files belong here"});
  }
}

/// A folder's files of one kind; what is none becomes a stray.
void find_in_folder(const Folder& journal, const std::string& code, const Kind& kind,
                    EngagementFiles& out) {
  const std::string folder = fmt::format("{}/{}", folder_of(code), kind.info.folder);
  for (const auto& listed : journal.list(folder)) {
    const std::string path = fmt::format("{}/{}", folder, listed.name);
    if (listed.kind == Listed::Kind::folder &&
        fmt::format("{}/{}", kind.info.folder, listed.name) == attachments_folder) {
      find_attachments(journal, code, out);
      continue;
    }
    std::string reason = leaving(listed.name);
    const bool is_file = listed.kind == Listed::Kind::file || listed.kind == Listed::Kind::other;
    if (reason.empty() && listed.kind == Listed::Kind::link)
      reason = "a link is never followed";
    else if (reason.empty() && (!is_file || !listed.name.ends_with(".toml")))
      reason = fmt::format("only {} belong here", kind.info.plural);
    if (!reason.empty()) {
      out.strays.push_back({path, reason});
      continue;
    }
    const std::string stem = listed.name.substr(0, listed.name.size() - 5);
    if (kind.info.naming == Naming::slug) {
      out.records.push_back({&kind, stem, path});
    } else if (const auto name = dated_name(listed.name)) {
      out.records.push_back({&kind, name->id, path});
    } else {
      out.strays.push_back(
          {path, "the name should be DATE-WORD-XXXX.toml, its day, a word and four letters"});
    }
  }
}

}  // namespace

std::string leaving(std::string_view name) {
  if (name.find("conflicted copy") != name.npos || name.find(".sync-conflict-") != name.npos)
    return "a copy that a cloud folder left: compare it with the record, then remove it";
  if (name.ends_with('~') || name.ends_with(".swp") || name.ends_with(".swo") ||
      name.ends_with(".bak") || name.ends_with(".orig") ||
      (name.starts_with('#') && name.ends_with('#')) || name.starts_with(".#"))
    return "an editor's leaving: remove it when nothing in it is needed";
  return {};
}

std::optional<DatedName> dated_name(std::string_view name) {
  if (!name.ends_with(".toml")) return {};
  name.remove_suffix(5);
  const auto last = name.rfind('-');
  if (name.size() < 16 || last == name.npos || name.size() - last != 5 || name[10] != '-')
    return {};
  DatedName parts{std::string(name.substr(0, 10)), {}, std::string(name.substr(last + 1))};
  const bool letters =
      std::ranges::all_of(parts.id, [](char c) { return id_letters.find(c) != id_letters.npos; });
  if (!letters || !iso_date(parts.date)) return {};
  if (last > 10) parts.word = name.substr(11, last - 11);
  return parts;
}

EngagementFiles files_of(const Folder& journal, const std::string& code) {
  EngagementFiles found;
  const auto kinds = engagement_kinds();
  const auto entries = journal.list(folder_of(code));
  for (const Kind* kind : kinds) {
    const auto there = std::ranges::find(entries, kind->info.folder, &Listed::name);
    if (there == entries.end()) continue;
    if (kind->info.naming == Naming::fixed)
      found.records.push_back({kind, std::string(kind->info.name),
                               fmt::format("{}/{}", folder_of(code), kind->info.folder)});
    else if (there->kind == Listed::Kind::folder)
      find_in_folder(journal, code, *kind, found);
    else
      found.strays.push_back(
          {fmt::format("{}/{}", folder_of(code), there->name), "a folder should stand here"});
  }
  for (const auto& entry : entries) {
    const bool known = std::ranges::any_of(
        kinds, [&](const Kind* kind) { return kind->info.folder == entry.name; });
    if (known || entry.name == ".gitkeep") continue;
    const std::string reason = leaving(entry.name);
    found.strays.push_back({fmt::format("{}/{}", folder_of(code), entry.name),
                            reason.empty() ? "no record of this format lies here" : reason});
  }
  return found;
}

std::string attachment_path(const std::string& code, const std::string& name) {
  return fmt::format("{}/{}/{}", folder_of(code), attachments_folder, name);
}

std::string path_of(const Kind& kind, const std::string& code, const std::string& id,
                    const Table& record) {
  const std::string base = folder_of(code);
  switch (kind.info.naming) {
    case Naming::fixed:
      return fmt::format("{}/{}", base, kind.info.folder);
    case Naming::slug:
      return fmt::format("{}/{}/{}.toml", base, kind.info.folder, id);
    case Naming::dated: {
      const Value* day = record.find("date");
      const Value* word = record.find(kind.info.word);
      std::string spoken =
          word && word->as<std::string>() ? slug(*word->as<std::string>(), 24) : "";
      if (spoken.empty()) spoken = kind.info.name;
      return fmt::format("{}/{}/{}-{}-{}.toml", base, kind.info.folder,
                         iso(day && day->as<Date>() ? *day->as<Date>() : Date{}), spoken, id);
    }
    case Naming::journal:
      break;
  }
  return std::string(kind.info.folder);
}

}  // namespace coach
