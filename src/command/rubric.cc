// Commands about rubrics: reading one, rating by one, targets, and where a client stands.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "command/capture.h"
#include "journal/templates.h"

namespace coach {
namespace {

struct RubricRow {
  std::string name;
  std::string title;
  int levels = 0;
  int elements = 0;
  std::string source;
};
struct RubricList {
  std::vector<RubricRow> rubrics;
};

}  // namespace

// clang-format off
template <> inline constexpr auto fields<RubricRow> = std::tuple{
  Field{"name",     &RubricRow::name,     Need::required, Holds::plain, "with its version"},
  Field{"title",    &RubricRow::title,    Need::required, Holds::plain, "as shown"},
  Field{"levels",   &RubricRow::levels,   Need::required, Holds::plain, "how many"},
  Field{"elements", &RubricRow::elements, Need::required, Holds::plain, "how many"},
  Field{"source",   &RubricRow::source,   Need::required, Holds::plain, "where it comes from"},
};
template <> inline constexpr auto fields<RubricList> = std::tuple{
  Field{"rubrics", &RubricList::rubrics, Need::required, Holds::plain, "in the journal"},
};
// clang-format on

namespace {

/// The rubrics of the journal, if there is one, and those of the templates that it lacks.
std::vector<std::string> rubric_names(Invocation& in) {
  std::vector<std::string> names;
  if (!in.locate().first.empty()) names = in.journal().rubric_names();
  for (auto& name : template_names("rubrics"))
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  std::ranges::sort(names);
  return names;
}

std::shared_ptr<const Rubric> rubric_by(Invocation& in, const std::string& name) {
  if (!in.locate().first.empty())
    if (auto own = in.journal().rubric(name)) return own;
  return template_rubric(name);
}

/// A rubric as typed: NAME@VERSION, or a name alone for its latest version; nothing typed: the
/// journal's.
std::pair<std::string, std::shared_ptr<const Rubric>> named_rubric(Invocation& in) {
  const auto names = rubric_names(in);
  std::string typed = "developmental-leadership";
  if (!in.given.words.empty())
    typed = in.given.words.front();
  else if (!in.locate().first.empty() && !in.journal().facts().defaults.rubric.empty())
    typed = in.journal().facts().defaults.rubric;
  std::string found;
  for (const auto& name : names)
    if (name == typed || name.substr(0, name.find('@')) == typed) found = name;
  if (found.empty()) {
    const std::string hint = did_you_mean(typed, names);
    throw Error(fmt::format("no rubric \"{}\"", typed),
                hint.empty() ? fmt::format("one of {}", listed(names, "or")) : hint);
  }
  return {found, rubric_by(in, found)};
}

int run_list(Invocation& in) {
  RubricList all;
  for (const auto& name : rubric_names(in)) {
    const auto rubric = rubric_by(in, name);
    all.rubrics.push_back({name, rubric->title, static_cast<int>(rubric->levels.size()),
                           static_cast<int>(elements_of(*rubric).size()), rubric->source});
  }
  in.show(
      all,
      [&] {
        TableBlock table{.columns = {{.title = "Rubric"},
                                     {.title = "Title", .shrinks = true},
                                     {.title = "Levels", .right = true},
                                     {.title = "Elements", .right = true}}};
        for (const auto& row : all.rubrics)
          table.rows.push_back(
              {{plain(row.name), plain(row.title), plain(std::to_string(row.levels)),
                plain(std::to_string(row.elements))},
               {}});
        return Page{{table}};
      },
      "rubrics");
  return 0;
}

int run_show(Invocation& in) {
  const auto named = named_rubric(in);
  in.show(
      *named.second, [&] { return rubric_page(*named.second, named.first); }, "levels");
  return 0;
}

/// The sheet that a principal fills in at home, as Markdown.
int run_form(Invocation& in) {
  const auto named = named_rubric(in);
  const Rubric& rubric = *named.second;
  std::string text = fmt::format(
      "# {}\n\nMark one level in each element: the one that reads most like your last "
      "month.\nLeave out what you cannot say. There is no total and no average.\n",
      rubric.title);
  for (const auto& domain : rubric.domains) {
    text += fmt::format("\n## {}\n", domain.title);
    for (const auto& element : domain.elements) {
      text += fmt::format("\n### {}\n\n", element.title);
      if (!element.prompt.empty()) text += element.prompt + "\n\n";
      for (int number = 1; number <= static_cast<int>(rubric.levels.size()); ++number) {
        const auto words = descriptor(rubric, element, {number});
        text += fmt::format("- [ ] **{}. {}**{}{}\n", number,
                            rubric.levels[static_cast<std::size_t>(number - 1)].title,
                            words.empty() ? "" : ": ", words);
      }
      text += "\nWhat shows it:\n";
    }
  }
  text += fmt::format("\n---\n{} ({}). {}\n", named.first, rubric.licence, rubric.source);
  in.out(visible(text));
  return 0;
}

const Rubric& rubric_of(const Seen& seen) {
  if (const Rubric* rubric = seen->rubric()) return *rubric;
  throw Error(fmt::format("no rubric {} in rubrics/", seen->only<Facts>().rubric),
              "coach rubric list shows those that are there");
}

/// What is wrong with a pair is gathered, so that one run tells all of it; nothing is written then.
struct Refusals {
  std::vector<std::string> lines;
  bool malformed = false;
  void add(std::string what, const std::string& hint) {
    lines.push_back(std::move(what));
    if (!hint.empty()) lines.push_back("       " + hint);
  }
  void end(const std::string& rubric) const {
    if (lines.empty()) return;
    std::string text = lines.front(), rest;
    for (std::size_t i = 1; i < lines.size(); ++i)
      rest += lines[i].starts_with(' ') ? std::string(trimmed(lines[i])) + "\n" : lines[i] + "\n";
    throw Error(
        text,
        rest + fmt::format("coach rubric show {} lists elements and levels\nNothing was recorded.",
                           rubric.substr(0, rubric.find('@'))),
        malformed ? Exit::not_understood : Exit::could_not);
  }
};

const Element* element_named(const Rubric& rubric, const std::string& typed,
                             const std::string& name, Refusals& refusals) {
  if (const Element* element = typed_element(rubric, typed)) return element;
  std::vector<std::string> known;
  for (const auto* element : elements_of(rubric)) known.push_back(element->key);
  refusals.add(fmt::format("no element \"{}\" in {}", typed, name.substr(0, name.find('@'))),
               did_you_mean(typed, known));
  return nullptr;
}

std::optional<Level> level_named(const Rubric& rubric, const std::string& typed,
                                 Refusals& refusals) {
  if (const auto level = typed_level(rubric, typed)) return level;
  std::vector<std::string> known;
  for (const auto& level : rubric.levels) known.push_back(level.key);
  std::string hint = did_you_mean(typed, known);
  if (hint.empty()) hint = fmt::format("one of {}, or 1 to {}", listed(known, "or"), known.size());
  refusals.add(fmt::format("no level \"{}\"", typed), hint);
  return {};
}

std::pair<std::string, std::string> pair_of(const std::string& word) {
  const auto equal = word.find('=');
  if (equal == std::string::npos || equal == 0)
    throw Misunderstood(fmt::format("\"{}\" is no ELEMENT=LEVEL", word),
                        "such as hard-conversations=2");
  return {word.substr(0, equal), word.substr(equal + 1)};
}

struct GivenRating {
  const Element* element;
  Level level;
  std::string note;
  std::vector<std::string> evidence;
};

std::vector<GivenRating> typed_ratings(Invocation& in, const Rubric& rubric,
                                       const std::string& name, const Seen& seen) {
  Refusals refusals;
  std::vector<GivenRating> ratings;
  for (const auto& word : in.given.words) {
    const auto [typed, level_typed] = pair_of(word);
    const Element* element = element_named(rubric, typed, name, refusals);
    const auto level = level_named(rubric, level_typed, refusals);
    if (!element || !level) continue;
    for (const auto& before : ratings)
      if (before.element == element) {
        refusals.malformed = true;
        refusals.add(fmt::format("{} is given twice", element->key), "keep one of the two");
      }
    ratings.push_back({element, *level, {}, {}});
  }
  const auto attach = [&](const char* option, auto&& put) {
    for (const auto& word : in.given.all(option)) {
      const auto pair = pair_of(word);
      const Element* element = element_named(rubric, pair.first, name, refusals);
      const auto rating = std::ranges::find(ratings, element, &GivenRating::element);
      if (element && rating == ratings.end())
        refusals.add(fmt::format("--{} for {}, which has no rating here", option, element->key),
                     "");
      else if (element)
        put(*rating, pair.second);
    }
  };
  attach("note",
         [](GivenRating& rating, const std::string& text) { rating.note = nfc(trimmed(text)); });
  attach("evidence", [&](GivenRating& rating, const std::string& text) {
    bool known = false;
    for_each_kind(EngagementKinds{}, [&]<class Record>() {
      if constexpr (Dated<Record> && !std::is_same_v<Record, Assessment>)
        for (const auto& filed : seen->all<Record>()) known |= filed.id == text;
    });
    if (!known)
      refusals.add(fmt::format("no record \"{}\" to be evidence", text),
                   "coach timeline shows ids");
    rating.evidence.push_back(text);
  });
  refusals.end(name);
  return ratings;
}

Rater typed_rater(Invocation& in) {
  auto typed = in.given.one("by");
  if (!typed && in.may_ask()) typed = ask(in, "Whose ratings: self, coach, joint, other", "self");
  if (!typed) throw Misunderstood("--by is missing", "one of self, coach, joint or other");
  std::vector<std::string> known;
  for (const auto& word : words<Rater>) {
    if (word.word == *typed) return word.value;
    known.emplace_back(word.word);
  }
  throw Misunderstood(fmt::format("no rater \"{}\"", *typed), "one of self, coach, joint or other");
}

/// The ratings joined to those that the same rater gave on that day, if she did.
Table joined(Table record, const std::vector<GivenRating>& ratings, const Rubric& rubric) {
  Value* value = record.find("ratings");
  if (!value) value = &record.set("ratings", Value{List{}});
  for (const auto& given : ratings) {
    Table row;
    row.set("element", Value{given.element->key});
    row.set("level", Value{std::string(level_key(rubric, given.level))});
    if (!given.note.empty()) row.set("note", Value{given.note});
    if (!given.evidence.empty()) row.set("evidence", to_value(given.evidence));
    bool there = false;
    for (Value& one : *value->as<List>()) {
      Table* present = one.as<Table>();
      if (!present || !present->find("element") ||
          *present->find("element")->as<std::string>() != given.element->key)
        continue;
      for (auto& entry : row.entries) present->set(entry.key, entry.value);
      there = true;
    }
    if (!there) value->as<List>()->push_back(Value{std::move(row)});
  }
  return record;
}

/// Writes ratings into the rater's record of that day, or a new one. A step of a walk says nothing.
void record_ratings(Invocation& in, const Seen& seen, Rater by, Date day,
                    const std::vector<GivenRating>& ratings, std::optional<bool> complete) {
  const Kind& kind = *find_kind("assessment");
  const Rubric& rubric = rubric_of(seen);
  const std::string code = seen->code, name = seen->only<Facts>().rubric;
  Batch batch(in.journal());
  std::string id;
  const auto fill = [&](Table record) {
    record.set("date", Value{day});
    record.set("by", Value{std::string(word_of(by))});
    record.set("rubric", Value{name});
    record = with_options(kind, std::move(record), in,
                          {"date", "by", "rubric", "complete", "note", "ratings"});
    if (complete == false)
      record.set("complete", Value{false});
    else
      record.erase("complete");
    return joined(std::move(record), ratings, rubric);
  };
  for (const auto& filed : seen->all<Assessment>())
    if (filed.record.date == day && filed.record.by == by && filed.record.rubric == name)
      id = filed.id;
  Table after;
  if (!id.empty()) {
    const auto found = find_record(in.journal(), code, id, kind);
    batch.change(found.file, after = fill(found.file.record), in.letters());
  } else {
    id = batch.add(kind, code, after = fill({}), in.letters());
  }
  const Value* visibility = after.find("visibility");
  const std::string message = fmt::format("{}: {} rating of {}", code, word_of(by), iso(day));
  if (complete) return in.write(batch, message);
  in.finish(batch, message,
            fmt::format("{} {} rating of {}, {}", display_code(code), word_of(by), short_day(day),
                        counted(ratings.size(), "element")),
            id, visibility ? *visibility->as<std::string>() : "private");
}

/// One element of a walk: its prompt, each level, the same rater's last rating only, and the
/// answer.
enum class Walked { rated, skipped, back, stop };

Walked walk_one(Invocation& in, const Seen& seen, const Rubric& rubric, const Element& element,
                Rater by, std::optional<GivenRating>& rating) {
  const auto say = [](const std::string& text) { write_all(2, visible(text) + "\n"); };
  say(fmt::format("\n{}", element.title));
  if (!element.prompt.empty()) say(element.prompt);
  for (int number = 1; number <= static_cast<int>(rubric.levels.size()); ++number) {
    const auto head =
        fmt::format("  {} {}", number, rubric.levels[static_cast<std::size_t>(number - 1)].title);
    say(head);
    for (const auto& line : wrap(descriptor(rubric, element, {number}),
                                 std::max(20, (in.around().width ? in.around().width : 80) - 6)))
      say("      " + line);
  }
  if (const auto last = last_rating(seen, element.key, by, in.today()))
    say(fmt::format("  last time: {} on {}", level_title(rubric, {last->level}),
                    short_day(last->date)));
  for (;;) {
    write_all(2, "level (Enter skips, b back, ? indicators, q stops): ");
    std::string line;
    if (!std::getline(std::cin, line)) return Walked::stop;
    const std::string typed(trimmed(line));
    if (typed.empty()) return Walked::skipped;
    if (typed == "b") return Walked::back;
    if (typed == "q") return Walked::stop;
    if (typed == "?") {
      if (element.indicators.empty()) say("  no indicators stand in this rubric");
      for (const auto& indicator : element.indicators) say("  - " + indicator);
      continue;
    }
    if (const auto level = typed_level(rubric, typed)) {
      rating = GivenRating{&element, *level, {}, {}};
      return Walked::rated;
    }
    say(fmt::format("  no level \"{}\"; a number from 1 to {}, a name or a unique part of it",
                    typed, rubric.levels.size()));
  }
}

/// The walk writes after every answer, so that whatever ends it loses nothing that was given.
int walk(Invocation& in, const std::string& code, Rater by, Date day) {
  Seen seen = in.seen(code);
  const Rubric rubric = rubric_of(seen);
  std::vector<const Element*> elements;
  const auto focus = focus_keys(seen, in.today());
  for (const auto* element : elements_of(rubric))
    if (!in.given.has("focus") || std::ranges::find(focus, element->key) != focus.end())
      elements.push_back(element);
  if (elements.empty()) throw Error("no element is in focus", "coach rubric target sets one");
  bool resumed = false;
  for (const auto& filed : seen->all<Assessment>()) {
    if (filed.record.complete != false || filed.record.by != by || filed.record.date != day)
      continue;
    resumed = ask_yes(in, fmt::format("A walk of today was left half way with {}. Go on with it?",
                                      counted(filed.record.ratings.size(), "rating")));
    if (resumed)
      std::erase_if(elements, [&](const Element* element) {
        return std::ranges::find(filed.record.ratings, element->key, &Rating::element) !=
               filed.record.ratings.end();
      });
  }
  std::set<std::string> rated;
  std::size_t at = 0;
  while (at < elements.size()) {
    std::optional<GivenRating> rating;
    const Walked walked = walk_one(in, seen, rubric, *elements[at], by, rating);
    if (walked == Walked::stop) break;
    if (walked == Walked::back) {
      at -= at > 0 ? 1 : 0;
      continue;
    }
    ++at;
    if (walked != Walked::rated) continue;
    rated.insert(rating->element->key);
    record_ratings(in, seen, by, day, {*rating}, false);
    seen = in.seen(code);
  }
  // Walked to the end, whatever was skipped: the record is no longer half way.
  if (at == elements.size() && (!rated.empty() || resumed))
    record_ratings(in, seen, by, day, {}, true);
  in.note(rated.empty() ? "Nothing was recorded."
                        : fmt::format("{} recorded. coach rubric status {} shows them.",
                                      counted(rated.size(), "rating"), code));
  return 0;
}

int run_assess(Invocation& in) {
  const std::string code = in.client();
  const Seen seen = in.seen(code);
  const Rubric& rubric = rubric_of(seen);
  const Rater by = typed_rater(in);
  Date day = in.today();
  if (const auto typed = in.given.one("date")) day = parse_date(*typed, Looks::back, in.today());
  if (day > in.today() &&
      !ask_yes(in, fmt::format("{} is in the future. Is that right?", long_day(day))))
    throw Error(fmt::format("{} is in the future", long_day(day)),
                "--yes if that is right; nothing was recorded");
  if (in.given.words.empty()) {
    if (!in.may_ask())
      throw Misunderstood("no ratings were given",
                          "coach rubric assess heron --by self hard-conversations=2");
    return walk(in, code, by, day);
  }
  const auto ratings = typed_ratings(in, rubric, seen->only<Facts>().rubric, seen);
  record_ratings(in, seen, by, day, ratings, {});
  return 0;
}

int run_target(Invocation& in) {
  const std::string code = in.client();
  const Seen seen = in.seen(code);
  const Rubric& rubric = rubric_of(seen);
  if (in.given.words.empty())
    throw Misunderstood("which element, which level?",
                        "coach rubric target heron hard-conversations=3@2027-06-15");
  std::vector<std::string> open;
  for (const auto& [id, goal] : seen->all<Goal>())
    if (is_open(goal)) open.push_back(id);
  auto goal = in.given.one("goal");
  if (!goal && open.size() == 1) goal = open.front();
  if (!goal)
    throw open.empty()
        ? Error("no goal is open", fmt::format("coach goal add {} \"...\"", code))
        : Error(Misunderstood("for which goal?", fmt::format("--goal {}", listed(open, "or"))));
  const auto found = find_record(in.journal(), code, *goal, *find_kind("goal"));
  Table after = found.file.record;
  Value* targets = after.find("targets");
  if (!targets) targets = &after.set("targets", Value{List{}});
  Refusals refusals;
  for (const auto& word : in.given.words) {
    auto [typed, level_typed] = pair_of(word);
    std::optional<Date> by;
    if (const auto at = level_typed.find('@'); at != std::string::npos) {
      by = parse_date(level_typed.substr(at + 1), Looks::ahead, in.today());
      level_typed.resize(at);
    }
    const Element* element = element_named(rubric, typed, seen->only<Facts>().rubric, refusals);
    const auto level = level_named(rubric, level_typed, refusals);
    if (element && level)
      targets->as<List>()->push_back(
          to_value(Target{element->key, std::string(level_key(rubric, *level)), in.today(), by}));
  }
  refusals.end(seen->only<Facts>().rubric);
  Batch batch(in.journal());
  batch.change(found.file, after, in.letters());
  in.finish(
      batch, fmt::format("{}: targets of {}", code, found.file.file.kind->info.name),
      fmt::format("{} set for {}", counted(in.given.words.size(), "target"), display_code(code)),
      found.file.file.id, "");
  return 0;
}

int run_status(Invocation& in) {
  const std::string code = in.client();
  const Seen seen = in.seen(code);
  const Rater by = in.given.has("by") ? typed_rater(in) : Rater::self;
  Date as_of = in.today();
  if (const auto day = in.given.one("as-of")) as_of = parse_date(*day, Looks::back, in.today());
  auto status = rubric_status(seen, as_of, by);
  const Rubric& rubric = rubric_of(seen);
  std::vector<std::string> wanted;
  Refusals refusals;
  for (const auto& typed : in.given.all("element"))
    if (const Element* element = element_named(rubric, typed, status.rubric, refusals))
      wanted.push_back(element->key);
  refusals.end(status.rubric);
  std::erase_if(status.standing, [&](const ElementStanding& row) {
    return (in.given.has("focus") && !row.in_focus) ||
           (!wanted.empty() && std::ranges::find(wanted, row.element) == wanted.end());
  });
  in.show(
      status, [&] { return rubric_status_page(status, rubric, in.rendering().width >= 140); },
      "standing");
  return 0;
}

}  // namespace

std::vector<Command> rubric_commands() {
  const auto none = [] { return std::vector<Option>{}; };
  return {
      {"rubric status",
       "Rubric",
       "[CLIENT]",
       "where a client stands in each element",
       {"coach rubric status heron", "coach rubric status heron --focus --as-of 2026-10-01"},
       [] {
         return std::vector<Option>{{"focus", "", "only elements with a target"},
                                    {"element", "ELEMENT", "only this one", true},
                                    {"by", "RATER", "self, coach, joint or other"},
                                    {"as-of", "DAY", "as it was that evening"}};
       },
       run_status,
       false,
       true},
      {"rubric assess",
       "Rubric",
       "[CLIENT] [ELEMENT=LEVEL]...",
       "one rater's ratings on one day",
       {"coach rubric assess heron --by self",
        "coach rubric assess heron --by coach hard-conversations=2 --note "
        "hard-conversations=\"held two of three\""},
       [] {
         std::vector<Option> options = {{"by", "RATER", "self, coach, joint or other"},
                                        {"date", "DAY", "the day; today"},
                                        {"note", "ELEMENT=TEXT", "why this level", true},
                                        {"evidence", "ELEMENT=ID", "a record it rests on", true},
                                        {"focus", "", "walk only through elements with a target"}};
         for (auto& option : options_of(*find_kind("assessment"),
                                        {"date", "by", "rubric", "complete", "note", "ratings"}))
           options.push_back(std::move(option));
         return options;
       },
       run_assess,
       true,
       false},
      {"rubric target",
       "Rubric",
       "[CLIENT] ELEMENT=LEVEL[@DAY]...",
       "a level to reach",
       {"coach rubric target heron hard-conversations=3@2027-06-15",
        "coach rubric target heron using-data=4 --goal feedback-that-changes-practice"},
       [] {
         return std::vector<Option>{{"goal", "GOAL", "needed where several are open"}};
       },
       run_target,
       true,
       false},
      {"rubric list",
       "Rubric",
       "",
       "the rubrics of this journal",
       {"coach rubric list", "coach rubric list --json"},
       none,
       run_list,
       false,
       true},
      {"rubric show",
       "Rubric",
       "[NAME]",
       "a rubric to read",
       {"coach rubric show developmental-leadership", "coach rubric show --format md"},
       none,
       run_show,
       false,
       true},
      {"rubric form",
       "Rubric",
       "[NAME]",
       "the sheet that a principal fills in at home",
       {"coach rubric form developmental-leadership > sheet.md", "coach rubric form"},
       none,
       run_form,
       false,
       false},
  };
}

}  // namespace coach
