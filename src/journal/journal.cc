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

Document parsed(const Folder& folder, const std::string& path) {
  auto text = folder.read(path);
  if (!text) throw Unreadable(fmt::format("{} is not there", path));
  Problems problems;
  auto document = parse_toml(std::move(*text), path, problems);
  if (!document) throw Unreadable(said(problems.front()), problems.front().hint);
  return std::move(*document);
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
void load_into(Engagement& engagement, const Folder& folder, const FoundFile& file,
               LeftOut& left_out) {
  auto text = folder.read(file.path);
  if (!text) return;
  Problems problems;
  const auto document = parse_toml(std::move(*text), file.path, problems);
  if (!document) return void(left_out.push_back(problems.front()));
  Filed<Record> filed{file.id, {}};
  Flaws flaws;
  from_table(document->root, {}, filed.record, flaws);
  if (has_error(flaws)) {
    const auto first = std::ranges::find(flaws, Severity::error, &Flaw::severity);
    left_out.push_back(located(*first, *document, file.path));
    // A day or a title that is not there makes a record that no page can place; the rest of it
    // still counts.
    if constexpr (Dated<Record>)
      if (!filed.record.date.ok()) return;
  }
  engagement.all<Record>().push_back(std::move(filed));
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

std::vector<std::string> Journal::codes() const {
  std::vector<std::string> codes;
  for (const auto& listed : folder_.list(engagements_folder))
    if (listed.kind == Listed::Kind::folder && !listed.name.starts_with('.') &&
        !folder_.list(fmt::format("{}/{}", engagements_folder, listed.name)).empty())
      codes.push_back(listed.name);  // an empty folder is what an undo leaves
  return codes;
}

Engagement Journal::load(const std::string& code, LeftOut& left_out) const {
  if (interrupted()) throw Error("interrupted", {}, Exit::interrupted);
  const auto all = codes();
  if (std::ranges::find(all, code) == all.end())
    throw Error(fmt::format("no engagement {}", code), did_you_mean(code, all));
  Engagement engagement{.code = code};
  for (const auto& file : files_of(folder_, code).records) {
    for_each_kind(EngagementKinds{}, [&]<class Record>() {
      if (file.kind->info.name != kind_of<Record>.name) return;
      const auto read_before = engagement.all<Record>().size();
      try {
        load_into<Record>(engagement, folder_, file, left_out);
      } catch (const Unreadable& error) {
        left_out.push_back(
            {.place = {.file = file.path}, .text = error.what(), .hint = error.hint});
      }
      if (engagement.all<Record>().size() == read_before) engagement.unread.push_back(file.id);
    });
  }
  for_each_kind(EngagementKinds{}, [&]<class Record>() { sort_by_day(engagement.all<Record>()); });
  const Facts& facts = engagement.only<Facts>();
  const auto take = [&](auto&& read) {
    try {
      read();
    } catch (const Error& error) {
      left_out.push_back({.place = {}, .text = error.what(), .hint = error.hint});
    }
  };
  const auto take_rubric = [&](const std::string& name) {
    if (name.empty() || engagement.rubrics.contains(name)) return;
    take([&] {
      if (auto found = rubric(name)) engagement.rubrics.emplace(name, std::move(found));
    });
  };
  take_rubric(facts.rubric);
  for (const auto& [id, assessment] : engagement.all<Assessment>()) take_rubric(assessment.rubric);
  if (!facts.model.empty()) take([&] { engagement.way = way(facts.model); });
  engagement.cadence_days = facts.cadence_days.value_or(facts_.defaults.cadence_days.value_or(0));
  return engagement;
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

std::vector<std::string> Journal::rubric_names() const {
  std::vector<std::string> names;
  for (const auto& listed : folder_.list("rubrics"))
    if (listed.kind == Listed::Kind::file && listed.name.ends_with(".toml"))
      names.push_back(listed.name.substr(0, listed.name.size() - 5));
  return names;
}

std::vector<std::string> Journal::way_names() const {
  std::vector<std::string> names;
  for (const auto& listed : folder_.list("models"))
    if (listed.kind == Listed::Kind::file && listed.name.ends_with(".toml"))
      names.push_back(listed.name.substr(0, listed.name.size() - 5));
  return names;
}

std::shared_ptr<const Rubric> Journal::rubric(const std::string& name) const {
  if (const auto found = rubrics_.find(name); found != rubrics_.end()) return found->second;
  const auto names = rubric_names();
  const bool there = std::ranges::find(names, name) != names.end();
  return rubrics_[name] = there ? std::make_shared<Rubric>(strictly_read<Rubric>(
                                      folder_, fmt::format("rubrics/{}.toml", name)))
                                : nullptr;
}

std::shared_ptr<const Way> Journal::way(const std::string& name) const {
  if (const auto found = ways_.find(name); found != ways_.end()) return found->second;
  const auto names = way_names();
  const bool there = std::ranges::find(names, name) != names.end();
  return ways_[name] = there ? std::make_shared<Way>(
                                   strictly_read<Way>(folder_, fmt::format("models/{}.toml", name)))
                             : nullptr;
}

RecordFile Journal::read(const FoundFile& file, const std::string& code) const {
  RecordFile read{file, code, parsed(folder_, file.path), {}};
  read.record = known_part(*file.kind->description, read.document.root);
  return read;
}

}  // namespace coach
