// coach rubric assess: one rater's ratings on one day, given as pairs or walked through element by
// element. The walk writes after every answer, so that whatever ends it loses nothing.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/interrupt.h"
#include "base/text.h"
#include "command/capture.h"
#include "command/rubric_words.h"

namespace coach {
namespace {

struct GivenRating {
  const Element* element;
  Level level;
  std::string note;
  std::string gap;
  std::vector<std::string> evidence;
};

std::vector<GivenRating> typed_ratings(Invocation& in, RubricWords& reading, const Seen& seen) {
  std::vector<GivenRating> ratings;
  for (const auto& word : in.given.words) {
    const auto [typed, level_typed] = pair_of(word);
    const Element* element = reading.element(typed);
    const auto level = reading.level(level_typed);
    if (!element || !level) continue;
    for (const auto& before : ratings)
      if (before.element == element)
        reading.refuse_as_malformed(fmt::format("{} is given twice", element->key),
                                    "keep one of the two");
    ratings.push_back({element, *level, {}, {}, {}});
  }
  const auto attach = [&](const char* option, auto&& put) {
    for (const auto& word : in.given.all(option)) {
      const auto pair = pair_of(word);
      const Element* element = reading.element(pair.first);
      const auto rating = std::ranges::find(ratings, element, &GivenRating::element);
      if (element && rating == ratings.end())
        reading.refuse(fmt::format("--{} for {}, which has no rating here", option, element->key),
                       "");
      else if (element)
        put(*rating, pair.second);
    }
  };
  attach("note",
         [](GivenRating& rating, const std::string& text) { rating.note = nfc(trimmed(text)); });
  attach("gap",
         [](GivenRating& rating, const std::string& text) { rating.gap = nfc(trimmed(text)); });
  attach("evidence", [&](GivenRating& rating, const std::string& text) {
    bool known = false;
    for_each_kind(EngagementKinds{}, [&]<class Record>() {
      if constexpr (Dated<Record> && !std::is_same_v<Record, Assessment>)
        for (const auto& filed : seen->all<Record>()) known |= filed.id == text;
    });
    if (!known)
      reading.refuse(fmt::format("no record \"{}\" to be evidence", text),
                     "coach timeline shows ids");
    rating.evidence.push_back(text);
  });
  reading.end();
  return ratings;
}

Rater typed_rater(Invocation& in) {
  if (const auto given = in.given.one("by")) return word_typed<Rater>("rater", *given);
  for (;;) {
    const auto typed = ask(in, "Whose ratings: self, coach, joint, other", "self");
    if (!typed) throw Misunderstood("--by is missing", "one of self, coach, joint or other");
    try {
      return word_typed<Rater>("rater", *typed);
    } catch (const Misunderstood& error) {
      in.note(fmt::format("  {}; {}", error.what(), error.hint));
    }
  }
}

/// The ratings joined to those that the same rater gave on that day, if she did.
Table joined(Table record, const std::vector<GivenRating>& ratings, const Rubric& rubric) {
  List& all = record.list("ratings");
  for (const auto& given : ratings) {
    Table row;
    row.set("element", Value{given.element->key});
    row.set("level", Value{std::string(level_key(rubric, given.level))});
    if (!given.note.empty()) row.set("note", Value{given.note});
    if (!given.gap.empty()) row.set("gap", Value{given.gap});
    if (!given.evidence.empty()) row.set("evidence", to_value(given.evidence));
    bool there = false;
    for (Value& one : all) {
      Table* present = one.as<Table>();
      if (!present || !present->find("element") ||
          *present->find("element")->as<std::string>() != given.element->key)
        continue;
      for (auto& entry : row.entries) present->set(entry.key, entry.value);
      there = true;
    }
    if (!there) all.push_back(Value{std::move(row)});
  }
  return record;
}

/// Writes ratings into the rater's record of that day, or a new one. A step of a walk says nothing.
void record_ratings(Invocation& in, const Seen& seen, Rater by, Date day,
                    const std::vector<GivenRating>& ratings, std::optional<bool> complete) {
  const Kind& kind = *find_kind("assessment");
  const RubricWords words(seen);
  const Rubric& rubric = words.rubric();
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
  const std::string message = fmt::format("{}: {} rating of {}", code, word_of(by), iso(day));
  if (complete) return in.write(batch, message);
  in.finish(batch, message,
            fmt::format("{} {} rating of {}, {}", display_code(code), word_of(by), short_day(day),
                        counted(ratings.size(), "element")),
            id, readers_of(after));
}

/// One element of a walk: its prompt, each level, the same rater's last rating only, and the
/// answer.
enum class Walked { rated, skipped, back, stop };

Walked walk_one(Invocation& in, const Seen& seen, const Rubric& rubric, const Element& element,
                Rater by, const std::string& place, std::optional<GivenRating>& rating) {
  const auto say = [](const std::string& text) { write_all(2, visible(text) + "\n"); };
  say(fmt::format("\n{}   {}", element.title, place));
  const int columns = in.around().width ? in.around().width : 80;
  for (const auto& line : wrap(element.prompt, std::max(20, columns))) say(line);
  for (int number = 1; number <= static_cast<int>(rubric.levels.size()); ++number) {
    const auto head =
        fmt::format("  {} {}", number, rubric.levels[static_cast<std::size_t>(number - 1)].title);
    say(head);
    for (const auto& line : wrap(descriptor(rubric, element, {number}), std::max(20, columns - 6)))
      say("      " + line);
  }
  if (const auto last = last_rating(seen, element.key, by, in.today()))
    say(last->date == in.today()
            ? fmt::format("  today: {}; Enter keeps it", level_title(rubric, {last->level}))
            : fmt::format("  last time: {} on {}", level_title(rubric, {last->level}),
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
      rating = GivenRating{&element, *level, {}, {}, {}};
      return Walked::rated;
    }
    say(fmt::format("  no level \"{}\"; a number from 1 to {}, a name or a unique part of it",
                    typed, rubric.levels.size()));
  }
}

/// The walk writes after every answer, so that whatever ends it loses nothing that was given.
int walk(Invocation& in, const std::string& code, Rater by, Date day) {
  Seen seen = in.seen(code);
  const Rubric rubric = RubricWords(seen).rubric();
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
    if (!resumed) in.note("From the beginning then; what was given stays until it is given anew.");
    if (resumed)
      std::erase_if(elements, [&](const Element* element) {
        return std::ranges::find(filed.record.ratings, element->key, &Rating::element) !=
               filed.record.ratings.end();
      });
  }
  if (seen->only<Facts>().regime == Regime::supervisory)
    in.note("Supervisory: the coach is the rater.");
  std::set<std::string> rated;
  std::size_t at = 0;
  while (at < elements.size()) {
    std::optional<GivenRating> rating;
    const Walked walked = walk_one(in, seen, rubric, *elements[at], by,
                                   fmt::format("{} of {}", at + 1, elements.size()), rating);
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
  const std::string stop = interrupted() ? "Stopped. " : "";
  in.note(rated.empty() ? stop + "Nothing new was recorded."
                        : fmt::format("{}{} recorded. coach rubric status {} shows them.", stop,
                                      counted(rated.size(), "rating"), code));
  return 0;
}

int run_assess(Invocation& in) {
  const std::string code = in.client();
  const Seen seen = in.seen(code);
  RubricWords reading(seen);
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
  const auto ratings = typed_ratings(in, reading, seen);
  record_ratings(in, seen, by, day, ratings, {});
  return 0;
}

}  // namespace

std::vector<Command> assess_commands() {
  return {
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
                                        {"gap", "ELEMENT=TEXT", "what is left to do", true},
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
  };
}

}  // namespace coach
