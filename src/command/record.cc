// Any record by its id: shown, edited in a form or as a file, one field set, a promise closed.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "command/capture.h"
#include "command/from_templates.h"
#include "command/keep.h"
#include "command/settled.h"

namespace coach {
namespace {

std::string said_key(std::string_view key) {
  std::string name(key);
  std::ranges::replace(name, '_', ' ');
  return name;
}

FoundRecord record_named(Invocation& in, std::string_view command) {
  if (in.given.words.empty())
    throw Misunderstood("which record?",
                        fmt::format("coach {} ID, its id or a part of its title", command));
  return find_record(in.journal(), in.at_hand(), in.given.words.front());
}

/// One value in words for the eye: days in full, lists joined.
std::string said_value(const FieldRow& row, const Value& value) {
  if (const auto* day = value.as<Date>()) return long_day(*day);
  const List* list = value.as<List>();
  if (!list) return text_of(row, value);
  std::vector<std::string> parts;
  for (const Value& one : *list) parts.push_back(said_value(row, one));
  return listed(parts);
}

/// An entry of a list in one line, what it is about first: "hold the conversation with T04, client,
/// due Fri 20 Nov 2026", and behind it the id that `coach done` takes.
Line said_entry(const FieldRow& rows, const Table& entry, const std::string& record) {
  const auto first = rows.shorthand.empty() ? std::string_view() : rows.shorthand.front();
  std::string text, id;
  if (const Value* value = entry.find(first)) text = said_value(*find(*rows.inner, first), *value);
  for (const auto& row : *rows.inner) {
    const Value* value = entry.find(row.key);
    if (!value || row.key == first) continue;
    if (row.key == "key") {
      const bool is_slug = record.size() > 4;  // stands in the heading, and is too long for here
      id = fmt::format("{}.{}", is_slug ? "" : record, *value->as<std::string>());
      continue;
    }
    const bool speaks_for_itself = row.shape == Shape::word || row.shape == Shape::text;
    if (!text.empty()) text += ", ";
    if (row.shape == Shape::yes_no)
      text += fmt::format("{}{}", *value->as<bool>() ? "" : "not ", said_key(row.key));
    else
      text += (speaks_for_itself ? "" : said_key(row.key) + " ") + said_value(row, *value);
  }
  Line line = plain(fmt::format("{}", fmt::join(lines_of(text), " ")));
  if (!id.empty()) {
    line.push_back({.text = "  "});
    line.push_back({.text = id, .tone = Tone::dim});
  }
  return line;
}

Page record_page(const RecordFile& file) {
  Page page{
      {Heading{.text = dotted({display_code(file.code), std::string(file.file.kind->info.name),
                               file.file.id == file.file.kind->info.name ? "" : file.file.id}),
               .right = toned(readers_of(file.record), Tone::dim)},
       Gap{}}};
  for (const auto& row : *file.file.kind->description) {
    const Value* value = file.record.find(row.key);
    if (!value || row.key == "visibility") continue;
    Fact fact{.label = said_key(row.key)};
    const List* list = value->as<List>();
    for (const auto& one : list ? *list : List{*value}) {
      if (const Table* entry = one.as<Table>(); entry && row.shape == Shape::rows) {
        fact.lines.push_back(said_entry(row, *entry, file.file.id));
        continue;
      }
      for (auto& line : lines_of(said_value(row, one))) fact.lines.push_back(plain(line));
    }
    page.blocks.push_back(std::move(fact));
  }
  return page;
}

int run_show(Invocation& in) {
  const auto found = record_named(in, "show");
  in.remember_regime(found.file.code, in.journal().facts_of(found.file.code).regime);
  if (in.given.words.size() > 1)
    throw Misunderstood("one record, in quotes", "coach show \"opening line\"");
  if (in.given.has("discreet"))
    throw Error("a record is names and prose throughout",
                "coach status --discreet shows an engagement without");
  in.show_table(
      *found.file.file.kind->description, [&] { return found.file.record; },
      [&] { return record_page(found.file); }, "");
  return 0;
}

/// The entry of a list of a record that two letters or a number name; its list's key and place.
std::optional<std::pair<std::string, std::size_t>> entry_named(const Kind& kind,
                                                               const Table& record,
                                                               const std::string& entry) {
  for (const auto& rows : *kind.description) {
    if (rows.shape != Shape::rows) continue;
    const Value* value = record.find(rows.key);
    const List* list = value ? value->as<List>() : nullptr;
    for (std::size_t i = 0; list && i < list->size(); ++i) {
      const Table* table = (*list)[i].as<Table>();
      const Value* held = table ? table->find("key") : nullptr;
      if ((held && held->as<std::string>() && *held->as<std::string>() == entry) ||
          (!held && entry == std::to_string(i + 1)))
        return std::pair(std::string(rows.key), i);
    }
  }
  return {};
}

void set_field(Invocation& in, const Description& rows, Table& record, const std::string& of,
               const std::string& id, const std::string& word) {
  const auto equal = word.find('=');
  if (equal == std::string::npos)
    throw Misunderstood(fmt::format("\"{}\" is no KEY=VALUE", word), "nothing was written");
  std::string key = word.substr(0, equal);
  std::ranges::replace(key, '-', '_');
  const FieldRow* row = find(rows, key);
  if (!row || row->shape == Shape::table || row->shape == Shape::pairs)
    throw Misunderstood(fmt::format("{} have no field \"{}\"", of, key),
                        did_you_mean(key, keys_of(rows)));
  // A line would stand for all entries and lose what it does not tell of each.
  if (row->shape == Shape::rows)
    throw Misunderstood(fmt::format("{} are several entries", key),
                        fmt::format("coach set {0}.xx KEY=VALUE changes one, coach edit {0} all; "
                                    "nothing was written",
                                    id));
  Value value = typed_field(*row, word.substr(equal + 1), in.typing());
  if (value.empty() && row->need == Need::required)
    throw Misunderstood(fmt::format("{} must be there", key), std::string(row->help));
  if (value.empty())
    record.erase(key);
  else
    record.set(key, std::move(value));
}

/// An engagement that takes up another model, or a rubric for the first time: what the journal
/// lacks comes from the templates, and a step that the model lacks becomes its first one. Gives the
/// keys that need no further look.
std::vector<std::string> adopt(Invocation& in, const Table& before, Table& after, Batch& batch) {
  const auto changed = [&](const char* key) -> std::optional<std::string> {
    const Value *was = before.find(key), *now = after.find(key);
    if (!now || (was && same(*was, *now))) return {};
    return *now->as<std::string>();
  };
  std::vector<std::string> settled;
  if (const auto rubric = changed("rubric")) {
    (void)take_rubric(in.journal(), *rubric, batch);
    if (const Value* was = before.find("rubric")) after.set("rubric", *was);
    take_up_rubric(after, *rubric, in.today());
    settled.emplace_back("rubric");
    settled.emplace_back("history");
  }
  const auto model = changed("model");
  if (const auto phase = changed("phase"); phase && !model) {
    note_in_history(after, "phase", Value{*phase}, in.today(), "");
    settled.emplace_back("history");
  }
  if (!model) return settled;
  const auto way = take_way(in.journal(), *model, batch);
  const Value* phase = after.find("phase");
  if (is_all_round(*way)) {
    after.erase("phase");
  } else if (!phase || !find_step(*way, *phase->as<std::string>())) {
    after.set("phase", Value{way->steps.front().key});
    note_in_history(after, "phase", Value{way->steps.front().key}, in.today(), "");
  }
  for (const char* key : {"model", "phase", "history"}) settled.emplace_back(key);
  return settled;
}

int run_set(Invocation& in) {
  const auto found = record_named(in, "set");
  refuse_flawed(found.file);
  const Kind& kind = *found.file.file.kind;
  if (in.given.words.size() < 2)
    throw Misunderstood("which field?",
                        fmt::format("coach set {} KEY=VALUE, one of {}", found.file.file.id,
                                    listed(keys_of(*kind.description), "or")));
  Table after = found.file.record;
  Table* changed = &after;
  const Description* rows = kind.description;
  std::string of = std::string(kind.info.plural);
  if (!found.entry.empty()) {
    const auto entry = entry_named(kind, after, found.entry);
    if (!entry)
      throw Error(fmt::format("no entry \"{}\" in {}", found.entry, found.file.file.id),
                  fmt::format("coach show {} shows their ids", found.file.file.id));
    changed = (*after.find(entry->first)->as<List>())[entry->second].as<Table>();
    rows = find(*kind.description, entry->first)->inner;
    of = entry->first;
  }
  for (std::size_t i = 1; i < in.given.words.size(); ++i)
    set_field(in, *rows, *changed, of, found.file.file.id, in.given.words[i]);
  Batch batch(in.journal());
  std::vector<std::string> settled;
  if (kind.info.name == kind_of<Facts>.name) settled = adopt(in, found.file.record, after, batch);
  mind_what_is_settled(in, kind, found.file.record, after);
  check_references(in, in.seen(found.file.code), kind, after, settled);
  const Value *teacher_was = found.file.record.find("teacher"), *teacher = after.find("teacher");
  if (teacher && teacher_was && !same(*teacher, *teacher_was))
    mind_name_in_file(in, in.journal().client_of(found.file.code), *teacher->as<std::string>(),
                      "a code such as T04 tells nobody who it was");
  const FieldRow* history = find(*kind.description, "history");
  const Value *was = found.file.record.find("status"), *now = after.find("status");
  if (history && now && (!was || !same(*was, *now)))
    note_in_history(after, "status", *now, in.today(), "");
  batch.change(found.file, after, in.letters());
  finish_change(in, batch, found.file, after, "changed");
  return 0;
}

int run_edit(Invocation& in) {
  const auto found = record_named(in, "edit");
  const Kind& kind = *found.file.file.kind;
  if (!in.given.has("toml") && in.given.words.size() == 2 && in.given.words[1] == "-") {
    const FormFor how{.title = "", .code = found.file.code, .everything = true};
    auto reading = edited_by_form(kind, found.file.record, read_standard_input(), how, in.typing());
    if (!reading.flaws.empty())
      throw Misunderstood(
          fmt::format("line {}: {}", reading.flaws.front().line, reading.flaws.front().text),
          reading.flaws.front().hint);
    mind_what_is_settled(in, kind, found.file.record, reading.record);
    Batch batch(in.journal());
    batch.change(found.file, reading.record, in.letters());
    finish_change(in, batch, found.file, reading.record, "edited");
    return 0;
  }
  if (!in.may_ask())
    throw Error("edit opens an editor, and there is no terminal here",
                "coach set changes one field");
  const std::string name = fmt::format("{}-{}-{}.{}", found.file.code, kind.info.name,
                                       found.file.file.id, in.given.has("toml") ? "toml" : "txt");
  Batch batch(in.journal());
  if (in.given.has("toml")) {
    const std::string blank = found.file.document.text;
    std::string text = blank;
    for (;;) {
      const auto typed = edited_text(name, text, blank, in);
      if (!typed) return in.note("Nothing was changed."), 0;
      Problems problems;
      const auto document = parse_toml(*typed, found.file.file.path, problems);
      if (document) check_record(kind, *document, found.file.file.path, problems);
      const bool readable = std::ranges::none_of(
          problems, [](const Problem& problem) { return problem.severity == Severity::error; });
      if (readable) {
        mind_what_is_settled(in, kind, found.file.document.root, document->root);
        batch.put(found.file.file.path, found.file.document.text, *typed);
        break;
      }
      in.note("coach: " + said(problems.front()) +
              (problems.front().hint.empty() ? "" : "\n       " + problems.front().hint));
      text = *typed;
      if (!ask_yes(in, "Open it again?"))
        throw Error("nothing was changed", fmt::format("what was typed is kept in {}/drafts/{}",
                                                       in.around().state_folder, name));
    }
  } else {
    const FormFor how{
        .title = fmt::format("{} {} of {}", kind.info.name, found.file.file.id, found.file.code),
        .code = found.file.code,
        .everything = true};
    const auto after = edited_in_form(kind, found.file.record, how, name,
                                      form_text(kind, found.file.record, how), in);
    if (!after) return in.note("Nothing was changed."), 0;
    mind_what_is_settled(in, kind, found.file.record, *after);
    batch.change(found.file, *after, in.letters());
  }
  finish_change(in, batch, found.file, found.file.record, "edited");
  forget_draft(name, in);
  return 0;
}

/// Alone: what is open, numbered.
std::vector<OpenPromise> closable(Invocation& in) {
  std::vector<OpenPromise> open;
  for (const auto& of_one : in.of_each(
           in.journal().codes(), [&](const Seen& seen) { return open_promises(seen, in.today()); }))
    for (const auto& promise : of_one)
      if (promise.kind == PromiseKind::commitment || promise.kind == PromiseKind::step)
        open.push_back(promise);
  sort_promises(open);
  return open;
}

int run_done(Invocation& in) {
  if (in.given.words.empty()) {
    const auto open = closable(in);
    if (open.empty()) return in.out("Nothing is open."), 0;
    std::string text;
    for (std::size_t i = 0; i < open.size(); ++i)
      text += fmt::format("{:3}  {:<18}  {:<6}  {:>9}  {}\n", i + 1,
                          fmt::format("{}/{}", open[i].client, open[i].id), word_of(open[i].who),
                          open[i].days_late ? fmt::format("{} d late", *open[i].days_late)
                          : open[i].due     ? near_day(*open[i].due, in.today())
                                            : "",
                          visible_line(open[i].what));
    in.out(text);
    const auto answer = ask(in, "Which is done? A number");
    if (!answer || answer->empty()) return 0;
    const auto at = typed_number("number", *answer, in.typing());
    if (at < 1 || at > static_cast<std::int64_t>(open.size()))
      throw Misunderstood(fmt::format("no number {}", at));
    const auto& chosen = open[static_cast<std::size_t>(at - 1)];
    in.given.words = {fmt::format("{}/{}", chosen.client, chosen.id)};
  }
  const auto found = record_named(in, "done");
  Date on = in.today();
  if (const auto typed = in.given.one("on")) on = parse_date(*typed, Looks::back, in.today());
  if (on > in.today())
    throw Error(fmt::format("{} is in the future", long_day(on)), "done is a day that was");
  Table after = found.file.record;
  std::string id = found.file.file.id;
  if (!found.entry.empty()) {
    auto entry = entry_named(*found.file.file.kind, after, found.entry);
    if (entry && entry->first != "commitments" && entry->first != "steps") entry.reset();
    if (!entry)
      throw Error(fmt::format("no promise or step \"{}\" in {}", found.entry, id),
                  "coach todo shows ids");
    Table& row = *(*after.find(entry->first)->as<List>())[entry->second].as<Table>();
    if (row.find("done"))
      return in.out(visible_line(fmt::format("Done already: {}.{}", id, found.entry))), 0;
    if (const Value* dropped = row.find("dropped"); dropped && *dropped->as<bool>()) {
      if (in.given.has("drop"))
        return in.out(visible_line(fmt::format("Given up already: {}.{}", id, found.entry))), 0;
      row.erase("dropped");  // given up before, and done after all
    }
    if (in.given.has("drop") && entry->first == "commitments")
      row.set("dropped", Value{true});
    else
      row.set("done", Value{on});
    id += "." + found.entry;
  } else if (found.file.file.kind->info.name == "activity") {
    after.set("status", Value{std::string(in.given.has("drop") ? "dropped" : "done")});
    note_in_history(after, "status", *after.find("status"), on, "");
    const Value* steps = after.find("steps");
    std::size_t open = 0;
    for (const Value& step : steps ? *steps->as<List>() : List{})
      open += step.as<Table>()->find("done") ? 0 : 1;
    if (open > 0)
      in.note(fmt::format("coach: {} of it {} still open, and out of coach todo now",
                          counted(open, "step"), open == 1 ? "was" : "were"));
  } else {
    const Value* list = after.find("commitments");
    if (list && list->as<List>()->size() == 1) {
      Table& row = *(*after.find("commitments")->as<List>())[0].as<Table>();
      row.set(in.given.has("drop") ? "dropped" : "done",
              in.given.has("drop") ? Value{true} : Value{on});
    } else {
      throw Error(fmt::format("no {} is ever done; a commitment, a step or an activity is",
                              found.file.file.kind->info.name),
                  "coach done alone lists what is open");
    }
  }
  Batch batch(in.journal());
  batch.change(found.file, after, in.letters());
  const std::string_view kind = found.file.file.kind->info.name;
  if (in.given.has("drop"))
    in.finish(batch, fmt::format("{}: given up, {}", found.file.code, kind),
              fmt::format("{} given up:", display_code(found.file.code)), id, "");
  else
    in.finish(batch, fmt::format("{}: {} done", found.file.code, kind),
              fmt::format("{} done on {}:", display_code(found.file.code), short_day(on)), id, "");
  return 0;
}

}  // namespace

std::vector<Command> record_commands() {
  const auto none = [] { return std::vector<Option>{}; };
  return {
      {"show",
       "Change",
       "ID",
       "any record",
       {"coach show b7q1", "coach show \"opening line\""},
       none,
       run_show,
       false,
       true},
      {"edit",
       "Change",
       "ID [-]",
       "any record, in your editor",
       {"coach edit b7q1", "coach edit b7q1 --toml"},
       [] {
         return std::vector<Option>{{"toml", "", "the file itself"}};
       },
       run_edit,
       true,
       false},
      {"set",
       "Change",
       "ID KEY=VALUE...",
       "a field of any record",
       {"coach set b7q1 minutes=45", "coach set heron/engagement status=paused"},
       none,
       run_set,
       true,
       false},
      {"done",
       "Change",
       "[ID]",
       "a promise, a step or an activity is done; alone: what is open",
       {"coach done b7q1.ka", "coach done b7q1.ka --on fri"},
       [] {
         return std::vector<Option>{{"on", "DAY", "when; today"}, {"drop", "", "given up instead"}};
       },
       run_done,
       true,
       false},
  };
}

}  // namespace coach
