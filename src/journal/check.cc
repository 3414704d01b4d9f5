#include "journal/check.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.h"
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

class Checker {
 public:
  Checker(const Journal& journal, Date today) : journal_(journal), today_(today) {}

  CheckResult run() {
    for (const auto& kind : all_kinds())
      if (kind.info.naming == Naming::journal) own_files(kind);
    for (const auto& code : journal_.codes()) engagement(code);
    strays();
    std::ranges::stable_sort(result_.problems, {}, [](const Problem& problem) {
      return std::tuple(problem.place.file, problem.place.line, problem.place.column);
    });
    return std::move(result_);
  }

 private:
  /// Reads a file and what is wrong within it; nothing where it cannot be read.
  std::optional<Document> read(const Kind& kind, const std::string& path) {
    ++result_.files;
    try {
      auto text = journal_.folder().read(path);
      if (!text) return {};
      auto document = parse_toml(std::move(*text), path, result_.problems);
      if (document) check_record(kind, *document, path, result_.problems);
      return document;
    } catch (const Unreadable& error) {
      result_.problems.push_back(
          {.place = {.file = path}, .text = error.what(), .hint = error.hint});
      return {};
    }
  }

  void own_files(const Kind& kind) {
    const std::string folder(kind.info.folder);
    if (folder.ends_with(".toml")) {
      (void)read(kind, folder);
      return;
    }
    for (const auto& listed : journal_.folder().list(folder)) {
      const std::string path = fmt::format("{}/{}", folder, listed.name);
      if (listed.kind != Listed::Kind::file || !listed.name.ends_with(".toml")) {
        const std::string reason = leaving(listed.name);
        stray(path, reason.empty() ? fmt::format("only {} belong here", kind.info.plural) : reason);
        continue;
      }
      const auto document = read(kind, path);
      if (!document || kind.info.name != kind_of<Rubric>.name) continue;
      Rubric rubric;
      Flaws unused;
      from_table(document->root, {}, rubric, unused);
      const std::string name = listed.name.substr(0, listed.name.size() - 5);
      for (const auto& finding : findings(rubric, name)) place(finding, *document, path);
    }
  }

  void engagement(const std::string& code) {
    const auto files = files_of(journal_.folder(), code);
    std::vector<std::pair<FoundFile, Document>> documents;
    for (const auto& file : files.records) {
      auto document = read(*file.kind, file.path);
      if (!document) continue;
      name_of(file, *document);
      documents.emplace_back(file, std::move(*document));
    }
    for (const auto& one : files.strays) stray(one.path, one.reason);
    attachments(code, files.attachments, documents);
    for (const char* needed : {"client", "engagement"})
      if (std::ranges::none_of(
              files.records, [&](const FoundFile& file) { return file.kind->info.name == needed; }))
        result_.problems.push_back(
            {.place = {.file = fmt::format("{}/{}", engagements_folder, code)},
             .text = fmt::format("{} is missing", find_kind(needed)->info.folder)});
    LeftOut unused;
    const Surroundings around{journal_.rubric_names(), journal_.way_names()};
    for (const auto& finding :
         findings(see(journal_.load(code, unused), Audience::coach), around, today_))
      for (const auto& [file, document] : documents)
        if (file.kind->info.name == finding.kind && file.id == finding.id) {
          place(finding, document, file.path);
          break;
        }
  }

  /// Files that evidence names and that are gone or changed, and files that nothing names.
  void attachments(const std::string& code, const std::vector<std::string>& there,
                   const std::vector<std::pair<FoundFile, Document>>& documents) {
    std::vector<std::string> named;
    for (const auto& one : documents) {
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
        result_.problems.push_back(
            {place_of(document.text, document.root.find("file")->span, file.path), Severity::error,
             std::move(what), std::move(hint)});
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
        stray(attachment_path(code, name), "nothing names this attachment");
  }

  /// A dated file says its day and word twice; the record counts.
  void name_of(const FoundFile& file, const Document& document) {
    if (file.kind->info.naming != Naming::dated) return;
    const auto name = dated_name(file.path.substr(file.path.rfind('/') + 1));
    const Value* day = document.root.find("date");
    if (name && day && day->as<Date>() && day->as<Date>()->ok() &&
        iso(*day->as<Date>()) != name->date)
      result_.problems.push_back(
          {place_of(document.text, day->span, file.path), Severity::warning,
           fmt::format("the name says {}, the record {}", name->date, iso(*day->as<Date>())),
           "the record counts; coach set renames"});
    const Value* word = document.root.find(file.kind->info.word);
    if (name && word && word->as<std::string>() && !name->word.empty() &&
        slug(*word->as<std::string>(), 24) != name->word)
      result_.problems.push_back(
          {place_of(document.text, word->span, file.path), Severity::warning,
           fmt::format("the name says {}, the record {}", name->word, *word->as<std::string>()),
           "the record counts; coach set renames"});
  }

  void place(const Finding& finding, const Document& document, const std::string& path) {
    Place where = place_of(document.text, span_at(document.root, finding.path), path);
    if (span_at(document.root, finding.path) == Span{})
      where = {.file = path, .line = 1, .column = 1};
    result_.problems.push_back({where, finding.severity, finding.text, finding.hint});
  }

  void stray(const std::string& path, const std::string& reason) {
    ++result_.files;
    result_.problems.push_back(
        {.place = {.file = path},
         .severity = Severity::warning,
         .text = (reason.starts_with("nothing") ? "" : "no record: ") + reason,
         .hint = {}});
  }

  /// What stands at the top of the journal and belongs to nothing.
  void strays() {
    static const std::vector<std::string> known = {"coach.toml", "engagements", "rubrics",
                                                   "models",     "inbox",       "README.md"};
    for (const auto& listed : journal_.folder().list()) {
      if (listed.name.starts_with('.') || std::ranges::find(known, listed.name) != known.end())
        continue;
      const std::string reason = leaving(listed.name);
      stray(listed.name, reason.empty() ? "nothing of this format lies here" : reason);
    }
    for (const auto& listed : journal_.folder().list(engagements_folder))
      if (listed.kind != Listed::Kind::folder)
        stray(fmt::format("{}/{}", engagements_folder, listed.name), "each engagement is a folder");
  }

  const Journal& journal_;
  Date today_;
  CheckResult result_;
};

}  // namespace

CheckResult check(const Journal& journal, Date today) { return Checker(journal, today).run(); }

}  // namespace coach
