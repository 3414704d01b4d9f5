#include "journal/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "base/digest.h"
#include "base/interrupt.h"
#include "base/parallel.h"
#include "base/text.h"
#include "journal/write.h"
#include "model/rules.h"

namespace coach {
namespace {

/// The value at a path, or the nearest one above it that is there.
Span span_at(const Table& root, const Path& path) {
  Span nearest{};
  const Table* table = &root;
  const Value* value = nullptr;
  for (const auto& step : path) {
    if (const auto* key = std::get_if<std::string>(&step)) {
      if (value) table = value->as<Table>();
      value = table ? table->find(*key) : nullptr;
    } else {
      const List* list = value ? value->as<List>() : nullptr;
      const auto at = std::get<std::size_t>(step);
      value = list && at < list->size() ? &(*list)[at] : nullptr;
    }
    if (!value) break;
    if (value->span.end > value->span.begin) nearest = value->span;
  }
  return nearest;
}

/// What is wrong, in a part of the journal.
class Findings {
 public:
  void file() { ++result_.files; }
  void add(Problem problem) { result_.problems.push_back(std::move(problem)); }
  void unreadable(const std::string& path, const Error& error) {
    add({.place = {.file = path}, .text = error.what(), .hint = error.hint});
  }
  void place(const Finding& finding, const Document& document, const std::string& path) {
    const Span span = span_at(document.root, finding.path);
    const Place where = span == Span{} ? Place{.file = path, .line = 1, .column = 1}
                                       : place_of(document.text, span, path);
    add({where, finding.severity, finding.text, finding.hint});
  }
  void stray(const std::string& path, const std::string& reason) {
    file();
    add({.place = {.file = path},
         .severity = Severity::warning,
         .text = (reason.starts_with("nothing") ? "" : "no record: ") + reason,
         .hint = {}});
  }
  /// A file's text and values; nothing where it cannot be read.
  std::optional<Document> read(const Folder& journal, const std::string& path) {
    file();
    try {
      auto text = journal.read(path);
      return text ? parse_toml(std::move(*text), path, result_.problems) : std::nullopt;
    } catch (const Unreadable& error) {
      unreadable(path, error);
      return {};
    }
  }
  void flaws(const Flaws& flaws, const Document& document, const std::string& path) {
    constexpr std::size_t most = 20;  // enough to begin with
    const std::size_t shown = flaws.size() > most + 1 ? most : flaws.size();
    for (const auto& flaw : std::span(flaws).first(shown)) add(located(flaw, document, path));
    if (shown < flaws.size())
      add({.place = {.file = path},
           .severity = std::ranges::any_of(
                           flaws, [](const Flaw& flaw) { return flaw.severity == Severity::error; })
                           ? Severity::error
                           : Severity::warning,
           .text = fmt::format("{} more like these in this file", flaws.size() - shown),
           .hint = {}});
  }

  void take_in(CheckResult&& other) {
    result_.files += other.files;
    std::ranges::move(other.problems, std::back_inserter(result_.problems));
  }
  CheckResult result() && { return std::move(result_); }

 private:
  CheckResult result_;
};

/// One engagement: each of its files is read once.
class EngagementCheck {
 public:
  EngagementCheck(const Journal& journal, const Surroundings& around, Date today)
      : journal_(journal), around_(around), today_(today) {}

  CheckResult run(const std::string& code) {
    if (interrupted()) throw Error("interrupted", {}, Exit::interrupted);
    const auto files = files_of(journal_.folder(), code);
    Assembly assembly(journal_, code);
    for (const auto& file : files.records) {
      auto document = found_.read(journal_.folder(), file.path);
      if (!document) {
        assembly.add_unread(file);
        continue;
      }
      found_.flaws(assembly.add(file, document->root), *document, file.path);
      name_of(file, *document);
      documents_.emplace_back(file, std::move(*document));
    }
    for (const auto& one : files.strays) found_.stray(one.path, one.reason);
    attachments(code, files.attachments);
    for (const char* needed : {"client", "engagement"})
      if (std::ranges::none_of(
              files.records, [&](const FoundFile& file) { return file.kind->info.name == needed; }))
        found_.add({.place = {.file = fmt::format("{}/{}", engagements_folder, code)},
                    .text = fmt::format("{} is missing", find_kind(needed)->info.folder)});
    LeftOut unused;  // the rubrics and models are checked by themselves
    for (const auto& finding :
         findings(see(std::move(assembly).finish(unused), Audience::coach), around_, today_))
      place(finding);
    return std::move(found_).result();
  }

 private:
  void place(const Finding& finding) {
    for (const auto& [file, document] : documents_)
      if (file.kind->info.name == finding.kind && file.id == finding.id)
        return found_.place(finding, document, file.path);
  }

  /// Files that evidence names and that are gone or changed, and files that nothing names.
  void attachments(const std::string& code, const std::vector<std::string>& there) {
    std::vector<std::string> named;
    for (const auto& one : documents_) {
      const FoundFile& file = one.first;
      const Document& document = one.second;
      if (file.kind->info.name != kind_of<Evidence>.name) continue;
      const auto text = [&](std::string_view key) {
        const Value* value = document.root.find(key);
        return value && value->as<std::string>() ? *value->as<std::string>() : std::string();
      };
      const std::string name = text("file");
      if (name.empty()) continue;
      named.push_back(name);
      const auto say = [&](std::string what, std::string hint) {
        found_.add({place_of(document.text, document.root.find("file")->span, file.path),
                    Severity::error, std::move(what), std::move(hint)});
      };
      if (std::ranges::find(there, name) == there.end()) {
        say(fmt::format("the attachment {} is gone", name),
            fmt::format("put it back into {}/, or take the key out", attachments_folder));
        continue;
      }
      const std::string path = attachment_path(code, name);
      try {
        const auto bytes = journal_.folder().read(path, largest_attachment);
        if (bytes && !text("sha256").empty() && sha256(*bytes) != text("sha256"))
          say(fmt::format("the attachment {} changed since it was taken in", name),
              "a new version is new evidence: coach log-evidence --file");
      } catch (const Unreadable& error) {
        say(fmt::format("the attachment {}: {}", name, error.what()), error.hint);
      }
    }
    for (const auto& name : there)
      if (std::ranges::find(named, name) == named.end())
        found_.stray(attachment_path(code, name), "nothing names this attachment");
  }

  /// A dated file says its day and word twice; the record counts.
  void name_of(const FoundFile& file, const Document& document) {
    if (file.kind->info.naming != Naming::dated) return;
    const auto name = dated_name(file.path.substr(file.path.rfind('/') + 1));
    const Value* day = document.root.find("date");
    if (name && day && day->as<Date>() && day->as<Date>()->ok() &&
        iso(*day->as<Date>()) != name->date)
      found_.add({place_of(document.text, day->span, file.path), Severity::warning,
                  fmt::format("the name says {}, the record {}", name->date, iso(*day->as<Date>())),
                  "the record counts; coach set renames"});
    const Value* word = document.root.find(file.kind->info.word);
    if (name && word && word->as<std::string>() && !name->word.empty() &&
        slug(*word->as<std::string>(), 24) != name->word)
      found_.add(
          {place_of(document.text, word->span, file.path), Severity::warning,
           fmt::format("the name says {}, the record {}", name->word, *word->as<std::string>()),
           "the record counts; coach set renames"});
  }

  const Journal& journal_;
  const Surroundings& around_;
  Date today_;
  std::vector<std::pair<FoundFile, Document>> documents_;
  Findings found_;
};

template <class Record>
std::vector<Finding> findings_of(const Document& document, const std::string& name) {
  Record record;
  Flaws unused;  // said already
  from_table(document.root, {}, record, unused);
  return findings(record, name);
}

std::vector<Finding> own_findings(const Kind& kind, const Document& document,
                                  const std::string& name) {
  if (kind.info.name == kind_of<Rubric>.name) return findings_of<Rubric>(document, name);
  if (kind.info.name == kind_of<Way>.name) return findings_of<Way>(document, name);
  return {};
}

/// coach.toml, the rubrics and the models.
void check_own_files(const Journal& journal, const Kind& kind, Findings& found) {
  const auto read = [&](const std::string& path) {
    auto document = found.read(journal.folder(), path);
    if (document) found.flaws(flaws_of(kind, document->root), *document, path);
    return document;
  };
  const std::string folder(kind.info.folder);
  if (folder.ends_with(".toml")) return void(read(folder));
  for (const auto& listed : journal.folder().list(folder)) {
    const std::string path = fmt::format("{}/{}", folder, listed.name);
    if (listed.kind != Listed::Kind::file || !listed.name.ends_with(".toml")) {
      const std::string reason = leaving(listed.name);
      found.stray(path,
                  reason.empty() ? fmt::format("only {} belong here", kind.info.plural) : reason);
      continue;
    }
    const auto document = read(path);
    if (!document) continue;
    const std::string name = listed.name.substr(0, listed.name.size() - 5);
    for (const auto& finding : own_findings(kind, *document, name))
      found.place(finding, *document, path);
  }
}

/// What stands at the top of the journal and belongs to nothing.
void check_strays(const Journal& journal, Findings& found) {
  static const std::vector<std::string> known = {"coach.toml", "engagements", "rubrics",
                                                 "models",     "inbox",       "README.md"};
  for (const auto& listed : journal.folder().list()) {
    if (listed.name.starts_with('.') || std::ranges::find(known, listed.name) != known.end())
      continue;
    const std::string reason = leaving(listed.name);
    found.stray(listed.name, reason.empty() ? "nothing of this format lies here" : reason);
  }
  for (const auto& listed : journal.folder().list(engagements_folder))
    if (listed.kind != Listed::Kind::folder)
      found.stray(fmt::format("{}/{}", engagements_folder, listed.name),
                  "each engagement is a folder");
}

/// A command was stopped, or is, in the middle of a change of several files: what they look like
/// just now is nobody's fault, and nothing to mend by hand.
void excuse_unfinished(const Journal& journal, CheckResult& result) {
  const auto state = state_folder_of(journal, find_repository(journal.root()));
  const auto paths = journal.folder().unfinished(state);
  if (paths.empty()) return;
  std::erase_if(result.problems, [&](const Problem& problem) {
    return std::ranges::any_of(paths, [&](const std::string& path) {
      return path == problem.place.file || path.starts_with(problem.place.file + "/");
    });
  });
  result.problems.push_back({.place = {.file = paths.front()},
                             .severity = Severity::warning,
                             .text = fmt::format("a command was stopped while it changed {}",
                                                 counted(paths.size(), "file")),
                             .hint = "the next command that writes ends it or takes it back"});
}

}  // namespace

CheckResult check_own(const Kind& kind, std::string text, const std::string& path,
                      const std::string& name) {
  Findings found;
  Problems problems;
  const auto document = parse_toml(std::move(text), path, problems);
  for (auto& problem : problems) found.add(std::move(problem));
  if (document) {
    found.flaws(flaws_of(kind, document->root), *document, path);
    for (const auto& finding : own_findings(kind, *document, name))
      found.place(finding, *document, path);
  }
  found.file();
  return std::move(found).result();
}

CheckResult check(const Journal& journal, Date today, const Watch& watch) {
  Findings all;
  for (const auto& kind : all_kinds())
    if (kind.info.naming == Naming::journal) check_own_files(journal, kind, all);
  const auto codes = journal.codes();
  const Surroundings around{journal.rubric_names(), journal.way_names()};
  std::vector<CheckResult> results(codes.size());
  in_parallel(
      codes.size(),
      [&](std::size_t at) { results[at] = EngagementCheck(journal, around, today).run(codes[at]); },
      watch);
  for (auto& result : results) all.take_in(std::move(result));
  check_strays(journal, all);
  auto result = std::move(all).result();
  excuse_unfinished(journal, result);
  std::ranges::stable_sort(result.problems, {}, [](const Problem& problem) {
    return std::tuple(std::string_view(problem.place.file), problem.place.line,
                      problem.place.column);
  });
  return result;
}

}  // namespace coach
