#include "journal/journal.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/interrupt.h"
#include "base/text.h"

namespace coach {
namespace {

/// Only what the kind knows, in its order; the rest stays in the document alone.
Table known_part(const Description& description, const Table& all) {
  Table known;
  for (const auto& row : description)
    if (const Value* value = all.find(row.key))
      known.entries.push_back({std::string(row.key), *value, {}});
  return known;
}

bool has_error(const Flaws& flaws) {
  return std::ranges::any_of(flaws,
                             [](const Flaw& flaw) { return flaw.severity == Severity::error; });
}

Document parsed(std::string text, const std::string& path) {
  Problems problems;
  auto document = parse_toml(std::move(text), path, problems);
  if (!document) throw Unreadable(said(problems.front()), problems.front().hint);
  return std::move(*document);
}

std::string text_of(const Folder& folder, const std::string& path) {
  auto text = folder.read(path);
  if (!text) throw Unreadable(fmt::format("{} is not there", path));
  return std::move(*text);
}

Document parsed(const Folder& folder, const std::string& path) {
  return parsed(text_of(folder, path), path);
}

/// Reads one file of the journal itself. Throws where anything in it is wrong: no half of it may
/// count.
template <class Record>
Record strictly_read(const Folder& folder, const std::string& path) {
  const Document document = parsed(folder, path);
  Record record{};
  Flaws flaws;
  from_table(document.root, {}, record, flaws);
  for (const auto& flaw : flaws)
    if (flaw.severity == Severity::error)
      throw Error(said(located(flaw, document, path)), flaw.hint);
  return record;
}

template <class Record>
void sort_by_day(std::vector<Filed<Record>>& shelf) {
  if constexpr (Dated<Record>)
    std::ranges::stable_sort(shelf, {}, [](const Filed<Record>& filed) {
      if constexpr (requires { filed.record.start; })
        return std::pair(filed.record.date, filed.record.start.value_or(Time{}));
      else
        return filed.record.date;
    });
}

}  // namespace

Problem located(const Flaw& flaw, const Document& document, const std::string& path) {
  Place place = place_of(document.text, flaw.span, path);
  if (flaw.span == Span{}) place = {.file = path, .line = 1, .column = 1};
  return {place, flaw.severity, flaw.text, flaw.hint};
}

std::string said(const Problem& problem) {
  const Place& place = problem.place;
  if (place.file.empty()) return problem.text;
  return place.line == 0
             ? fmt::format("{}: {}", place.file, problem.text)
             : fmt::format("{}:{}:{}: {}", place.file, place.line, place.column, problem.text);
}

Flaws flaws_of(const Kind& kind, const Table& table) {
  Flaws flaws;
  const auto check = [&]<class Record>() {
    if (kind.info.name != kind_of<Record>.name) return;
    Record record{};
    from_table(table, {}, record, flaws);
  };
  for_each_kind(EngagementKinds{}, check);
  for_each_kind(JournalKinds{}, check);
  return flaws;
}

void check_record(const Kind& kind, const Document& document, const std::string& path,
                  Problems& problems) {
  for (const auto& flaw : flaws_of(kind, document.root))
    problems.push_back(located(flaw, document, path));
}

Journal::Journal(const std::string& root) : folder_(root) {
  // Looked at before all else: a newer format may mean anything by the other keys.
  const Document document = parsed(folder_, "coach.toml");
  const Value* format = document.root.find("format");
  const auto* number = format ? format->as<std::int64_t>() : nullptr;
  if (number && *number > newest_format)
    throw Error(
        fmt::format("this journal is of format {}; this coach knows {}", *number, newest_format),
        "a newer coach reads it; nothing was touched");
  facts_ = strictly_read<JournalFacts>(folder_, "coach.toml");
}

Wanted wanting(std::vector<std::string_view> kinds) {
  kinds.push_back(kind_of<Facts>.name);
  return {.file =
              [kinds = std::move(kinds)](const FoundFile& file) {
                return std::ranges::find(kinds, file.kind->info.name) != kinds.end();
              },
          .rubrics = false};
}

bool Journal::has(const std::string& code) const {
  if (code.empty() || code.starts_with('.') || code.find('/') != code.npos) return false;
  // An empty folder is what an undo leaves.
  return !folder_.list(fmt::format("{}/{}", engagements_folder, code)).empty();
}

std::vector<std::string> Journal::codes() const {
  std::vector<std::string> codes;
  for (const auto& listed : folder_.list(engagements_folder))
    if (listed.kind == Listed::Kind::folder && has(listed.name)) codes.push_back(listed.name);
  return codes;
}

Engagement Journal::load(const std::string& code, LeftOut& left_out, const Wanted& wanted) const {
  if (interrupted()) throw Error("interrupted", {}, Exit::interrupted);
  const auto files = files_of(folder_, code).records;
  if (files.empty() && !has(code))
    throw Error(fmt::format("no engagement {}", code), did_you_mean(code, codes()));
  Assembly assembly(*this, code);
  for (const auto& file : files) {
    if (!wanted.file(file)) {
      assembly.add_unread(file);
      continue;
    }
    try {
      auto text = folder_.read(file.path);
      Problems problems;
      const auto document = text ? parse_toml(std::move(*text), file.path, problems) : std::nullopt;
      std::ranges::move(problems, std::back_inserter(left_out));
      if (!document) {
        assembly.add_unread(file);
        continue;
      }
      const auto flaws = assembly.add(file, document->root);
      const auto first = std::ranges::find(flaws, Severity::error, &Flaw::severity);
      if (first != flaws.end()) left_out.push_back(located(*first, *document, file.path));
    } catch (const Unreadable& error) {
      left_out.push_back({.place = {.file = file.path}, .text = error.what(), .hint = error.hint});
      assembly.add_unread(file);
    }
  }
  return std::move(assembly).finish(left_out, wanted.rubrics);
}

Assembly::Assembly(const Journal& journal, std::string code) : journal_(journal) {
  engagement_.code = std::move(code);
}

Flaws Assembly::add(const FoundFile& file, const Table& record) {
  Flaws flaws;
  for_each_kind(EngagementKinds{}, [&]<class Record>() {
    if (file.kind->info.name != kind_of<Record>.name) return;
    Filed<Record> filed{file.id, {}};
    from_table(record, {}, filed.record, flaws);
    // A day that is not there makes a record that no page can place; the rest of a flawed one
    // still counts.
    if constexpr (Dated<Record>)
      if (has_error(flaws) && !filed.record.date.ok()) return add_unread(file);
    if constexpr (std::is_same_v<Record, Facts>) {
      const Value* regime = record.find("regime");
      const auto* word = regime ? regime->as<std::string>() : nullptr;
      regime_unclear_ = !word || *word != word_of(filed.record.regime);
    }
    engagement_.all<Record>().push_back(std::move(filed));
  });
  return flaws;
}

void Assembly::add_unread(const FoundFile& file) {
  engagement_.unread.push_back({file.kind->info.name, file.id});
}

Engagement Assembly::finish(LeftOut& left_out, bool rubrics) && {
  for_each_kind(EngagementKinds{}, [&]<class Record>() { sort_by_day(engagement_.all<Record>()); });
  const Facts& facts = engagement_.only<Facts>();
  const auto take = [&](auto&& read) {
    try {
      read();
    } catch (const Error& error) {
      left_out.push_back({.place = {}, .text = error.what(), .hint = error.hint});
    }
  };
  const auto take_rubric = [&](const std::string& name) {
    if (name.empty() || engagement_.rubrics.contains(name)) return;
    take([&] {
      if (auto found = journal_.rubric(name)) engagement_.rubrics.emplace(name, std::move(found));
    });
  };
  const auto take_way = [&](const std::string& name) {
    if (name.empty() || engagement_.ways.contains(name)) return;
    take([&] {
      if (auto found = journal_.way(name)) engagement_.ways.emplace(name, std::move(found));
    });
  };
  if (rubrics) {
    take_rubric(facts.rubric);
    for (const auto& [id, assessment] : engagement_.all<Assessment>())
      take_rubric(assessment.rubric);
    for (const auto& change : facts.history) take_rubric(change.rubric);
    take_way(facts.model);
    for (const auto& [id, cycle] : engagement_.all<Cycle>()) take_way(cycle.model);
  }
  // A word that is no regime must not open a confidential engagement, nor hide who rates.
  if (regime_unclear_) {
    auto& own = engagement_.all<Facts>().front().record;
    const Way* way = engagement_.way();
    if (way) own.regime = way->regime;
    for (const auto& change : own.history)
      if (change.regime) own.regime = *change.regime;
  }
  engagement_.cadence_days =
      facts.cadence_days.value_or(journal_.facts().defaults.cadence_days.value_or(0));
  return std::move(engagement_);
}

namespace {
/// What can be read of a small file; a broken one gives what it gives, `check` tells the rest.
template <class Record>
Record leniently_read(const Folder& folder, const std::string& path) {
  Record record{};
  try {
    const Document document = parsed(folder, path);
    Flaws flaws;
    from_table(document.root, {}, record, flaws);
  } catch (const Error&) {
    return record;
  }
  return record;
}
}  // namespace

Client Journal::client_of(const std::string& code) const {
  return leniently_read<Client>(folder_,
                                fmt::format("{}/{}/client.toml", engagements_folder, code));
}
Facts Journal::facts_of(const std::string& code) const {
  return leniently_read<Facts>(folder_,
                               fmt::format("{}/{}/engagement.toml", engagements_folder, code));
}

namespace {
std::vector<std::string> toml_names(const Folder& journal, std::string_view folder) {
  std::vector<std::string> names;
  for (const auto& listed : journal.list(folder))
    if (listed.kind == Listed::Kind::file && listed.name.ends_with(".toml"))
      names.push_back(listed.name.substr(0, listed.name.size() - 5));
  return names;
}
}  // namespace

std::vector<std::string> Journal::rubric_names() const { return toml_names(folder_, "rubrics"); }

std::vector<std::string> Journal::way_names() const { return toml_names(folder_, "models"); }

namespace {
/// Reads NAME.toml of a folder once, however many engagements ask for it at the same time.
template <class Record>
std::shared_ptr<const Record> read_once(ReadOnce<Record>& known, const std::string& name,
                                        const Folder& journal, std::string_view folder) {
  const std::lock_guard hold(*known.mutex);
  if (const auto found = known.by_name.find(name); found != known.by_name.end())
    return found->second;
  const auto names = toml_names(journal, folder);
  const bool there = std::ranges::find(names, name) != names.end();
  return known.by_name[name] = there ? std::make_shared<Record>(strictly_read<Record>(
                                           journal, fmt::format("{}/{}.toml", folder, name)))
                                     : nullptr;
}
}  // namespace

std::shared_ptr<const Rubric> Journal::rubric(const std::string& name) const {
  return read_once(rubrics_, name, folder_, "rubrics");
}

std::shared_ptr<const Way> Journal::way(const std::string& name) const {
  auto found = read_once(ways_, name, folder_, "models");
  if (found && found->steps.empty())
    throw Error(fmt::format("models/{}.toml:1:1: a model needs at least one step", name),
                "coach model check shows what it lacks");
  return found;
}

RecordFile Journal::read(const FoundFile& file, const std::string& code) const {
  return this->read(file, code, text_of(folder_, file.path));
}

RecordFile Journal::read(const FoundFile& file, const std::string& code, std::string text) const {
  RecordFile read{file, code, parsed(std::move(text), file.path), {}};
  read.record = known_part(*file.kind->description, read.document.root);
  return read;
}

}  // namespace coach
