#include "command/keep.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "base/text.h"
#include "model/references.h"
#include "model/rules.h"

namespace coach {
namespace {

/// A log lies in the past. A day to come, one over a year old or one before the engagement began is
/// a slip more often than not.
void mind_the_day(Invocation& in, const Seen& seen, Date day) {
  const Date started = seen->only<Facts>().started;
  std::string what;
  if (day > in.today())
    what = fmt::format("{} is in the future", long_day(day));
  else if (days_between(day, in.today()) > 366)
    what = fmt::format("{} is over a year ago", long_day(day));
  else if (started.ok() && day < started)
    what = fmt::format("{} lies before the engagement began, {}", long_day(day), long_day(started));
  if (what.empty()) return;
  if (!ask_yes(in, what + ". Is that right?"))
    throw Error(what, "--yes if that is right; nothing was recorded");
}

/// A planned meeting of that day is filled in rather than written beside.
std::optional<std::string> planned_on(const Seen& seen, Date day) {
  for (const auto& [id, session] : seen->all<Session>())
    if (session.state == SessionState::planned && session.date == day) return id;
  return {};
}

/// An open word that neither the program suggests nor the journal knows is asked about once; what
/// is kept stands in [vocabulary] from then on. Where nobody can be asked it is taken, with a word.
void mind_new_words(Invocation& in, const Kind& kind, const Client& client, const Table& record,
                    Batch& batch) {
  const Kind& journal_kind = *find_kind("journal");
  for (const auto& row : *kind.description) {
    const Value* value = record.find(row.key);
    const std::string* word = value && !row.suggested.empty() ? value->as<std::string>() : nullptr;
    if (!word) continue;
    const auto file = in.journal().read({&journal_kind, "journal", "coach.toml"}, "");
    auto known = words_of(row);
    const Value* vocabulary = file.record.find("vocabulary");
    const Value* own = vocabulary ? vocabulary->as<Table>()->find(row.key) : nullptr;
    for (const auto& one : own ? *own->as<List>() : List{}) known.push_back(*one.as<std::string>());
    if (std::ranges::find(known, *word) != known.end()) continue;
    const std::string near_by = did_you_mean(*word, known);
    const std::string hint =
        near_by.empty() ? fmt::format("so far: {}", fmt::join(known, ", ")) : near_by;
    mind_name_in_file(in, client, *word, hint);
    if (!in.may_ask() && !in.given.has("yes")) {
      in.note(fmt::format("coach: \"{}\" is a new {}; {}", *word, row.key, hint));
      continue;
    }
    if (!ask_yes(in, fmt::format("\"{}\" is a new {} ({}). Keep it?", *word, row.key, hint)))
      throw Error("nothing was recorded", hint);
    Table after = file.record;
    if (!after.find("vocabulary")) after.set("vocabulary", Value{Table{}});
    Table& words = *after.find("vocabulary")->as<Table>();
    words.list(row.key).push_back(Value{*word});
    batch.change(file, after, in.letters());
  }
}

/// A planned meeting that this one may have been: its file says about its day (the record counts,
/// and a hand may have moved it).
bool is_session_of(const FoundFile& file, Date day) {
  if (file.kind->info.name != kind_of<Session>.name) return false;
  const auto name = dated_name(file.path.substr(file.path.rfind('/') + 1));
  const auto named = name ? iso_date(name->date) : std::nullopt;
  constexpr int some_weeks = 45;
  return !named || std::abs(days_between(*named, day)) <= some_weeks;
}

}  // namespace

void mind_name_in_file(Invocation& in, const Client& client, const std::string& word,
                       const std::string& hint) {
  if (!looks_like_a_name(word) && !holds_name(client, word)) return;
  const std::string named =
      fmt::format("\"{}\" looks like a name, and would stand in a file name", word);
  if (!ask_yes(in, named + ". Keep it?"))
    throw Error(named, hint + "; --yes if that is right; nothing was recorded");
}

Seen seen_for(Invocation& in, const Kind& kind, const std::string& code, const Table& record) {
  const auto refers = [&](Refers sort) { return refers_to(sort, *kind.description, record); };
  const Date day = *record.find("date")->as<Date>();
  Wanted wanted;
  wanted.file = [&, indicators = refers(Refers::indicator)](const FoundFile& file) {
    const auto name = file.kind->info.name;
    return name == kind_of<Client>.name || name == kind_of<Facts>.name ||
           (indicators && name == kind_of<Activity>.name) ||
           (kind.info.name == kind_of<Session>.name && is_session_of(file, day));
  };
  wanted.rubrics = refers(Refers::element) || refers(Refers::level) || record.find("script");
  return in.seen(code, wanted);
}

void mark_what_was_kept(Invocation& in, const Seen& seen, const Table& record) {
  const Value* observed = record.find("observed");
  for (const Value& one : observed ? *observed->as<List>() : List{})
    if (looks_like_a_name(*one.as<std::string>()))
      in.note(
          fmt::format("coach: \"{}\" looks like a name; a code such as T04 tells nobody who it "
                      "was",
                      *one.as<std::string>()));
  const int limit = in.journal().facts().coach.group_limit.value_or(usual_group_limit);
  if (const Value* present = record.find("present");
      present && *present->as<std::int64_t>() > limit)
    in.note(
        fmt::format("coach: {} were present; hours with more than {} do not count for a "
                    "credential (group_limit in coach.toml)",
                    *present->as<std::int64_t>(), limit));
  const Value* script = record.find("script");
  const std::string text =
      script && script->as<std::string>() ? *script->as<std::string>() : std::string();
  if (seen->rubric())
    for (const auto& element : unknown_elements(text, *seen->rubric())) {
      std::vector<std::string> known;
      for (const auto* one : elements_of(*seen->rubric())) known.push_back(one->key);
      const std::string hint = did_you_mean(element, known);
      in.note(fmt::format("coach: the script names no element \"{}\"{}{}", element,
                          hint.empty() ? "" : "; ", hint));
    }
  const auto marked = judging_words(text);
  if (marked.empty()) return;
  in.note(fmt::format("coach: {} in the script {}; what was seen or heard?", listed(marked),
                      marked.size() == 1 ? "judges rather than tells" : "judge rather than tell"));
}

Kept keep(Invocation& in, const Kind& kind, const Seen& seen, Table& record, Batch& batch) {
  const std::string& code = seen->code;
  const Date day = *record.find("date")->as<Date>();
  mind_the_day(in, seen, day);
  check_references(in, seen, kind, record);
  mind_new_words(in, kind, seen->only<Client>(), record, batch);
  const Value* teacher = record.find("teacher");
  if (teacher && *teacher->as<std::string>() != "client" && *teacher->as<std::string>() != "coach")
    mind_name_in_file(in, seen->only<Client>(), *teacher->as<std::string>(),
                      "a code such as T04 tells nobody who it was");
  Kept kept{.id = {},
            .message = fmt::format("{}: {} of {}", code, kind.info.name, iso(day)),
            .what = fmt::format("{} {} of {}", display_code(code), kind.info.name,
                                day.year() == in.today().year() ? short_day(day) : long_day(day))};
  if (kind.info.name == kind_of<Session>.name) {
    if (const auto planned = planned_on(seen, day)) {
      const auto found = find_record(in.journal(), code, *planned, kind);
      Table after = found.file.record;
      for (const auto& entry : record.entries) after.set(entry.key, entry.value);
      batch.change(found.file, after, in.letters());
      kept.id = *planned;
    }
  }
  if (kept.id.empty()) kept.id = batch.add(kind, code, record, in.letters());
  return kept;
}

}  // namespace coach
