// Commands about rubrics: reading one, targets, and where a client stands. Rating is assess.cc.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "command/from_templates.h"
#include "command/invocation.h"
#include "command/rubric_words.h"

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
  return rubrics_to_take(in.locate().first.empty() ? nullptr : &in.journal());
}

/// A rubric as typed: NAME@VERSION, or a name alone for its latest version; nothing typed: the
/// journal's.
std::pair<std::string, std::shared_ptr<const Rubric>> named_rubric(Invocation& in) {
  const auto names = rubric_names(in);
  std::string typed = first_facts().defaults.rubric;
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
  return {found, rubric_there(in.locate().first.empty() ? nullptr : &in.journal(), found)};
}

int run_list(Invocation& in) {
  RubricList all;
  for (const auto& name : rubric_names(in)) {
    const auto rubric = rubric_there(in.locate().first.empty() ? nullptr : &in.journal(), name);
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

int run_target(Invocation& in) {
  const std::string code = in.client();
  const Seen seen = in.seen(code);
  RubricWords reading(seen);
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
  add_targets(reading, in.given.words, in.today(), in.today(), after);
  reading.end();
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
  in.expect_no_more_words();
  const Seen seen = in.seen(code);
  const auto rater = in.given.one("by");
  const Rater by = rater ? word_typed<Rater>("rater", *rater) : usual_rater(seen);
  Date as_of = in.today();
  if (const auto day = in.given.one("as-of")) as_of = parse_date(*day, Looks::back, in.today());
  if (in.given.has("occasions")) {
    const auto answer = occasions(seen, by, as_of);
    in.show(
        answer, [&] { return occasions_page(answer); }, "rows");
    return 0;
  }
  auto status = rubric_status(seen, as_of, by);
  RubricWords reading(seen);
  std::vector<std::string> wanted;
  for (const auto& typed : in.given.all("element"))
    if (const Element* element = reading.element(typed)) wanted.push_back(element->key);
  reading.end();
  std::erase_if(status.standing, [&](const ElementStanding& row) {
    return (in.given.has("focus") && !row.in_focus) ||
           (!wanted.empty() && std::ranges::find(wanted, row.element) == wanted.end());
  });
  in.show(
      status,
      [&] { return rubric_status_page(status, reading.rubric(), in.rendering().width >= 140); },
      "standing");
  return 0;
}

int run_compare(Invocation& in) {
  const std::string code = in.client();
  in.expect_no_more_words();
  const auto typed = split(in.given.one("by").value_or("self,coach"), ',');
  if (typed.size() != 2) throw Misunderstood("two raters", "--by self,coach");
  const Rater one = word_typed<Rater>("rater", std::string(trimmed(typed[0]))),
              other = word_typed<Rater>("rater", std::string(trimmed(typed[1])));
  if (one == other) throw Misunderstood("two raters that differ", "--by self,coach");
  Date as_of = in.today();
  if (const auto day = in.given.one("as-of")) as_of = parse_date(*day, Looks::back, in.today());
  const auto answer = rater_agreement(in.seen(code), one, other, as_of);
  in.show(
      answer, [&] { return rater_agreement_page(answer); }, "rows");
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
         return std::vector<Option>{
             {"focus", "", "only elements with a target"},
             {"element", "ELEMENT", "only this one", true},
             {"by", "RATER", "self, coach, joint or other"},
             {"as-of", "DAY", "as it was that evening"},
             {"occasions", "",
              "initial, benchmark and final side by side, and what has no artifact"}};
       },
       run_status,
       false,
       true},
      {"rubric compare",
       "Rubric",
       "[CLIENT]",
       "two raters side by side, for calibration",
       {"coach rubric compare heron --by self,coach", "coach rubric compare heron --json"},
       [] {
         return std::vector<Option>{{"by", "RATER,RATER", "self,coach"},
                                    {"as-of", "DAY", "as it was that evening"}};
       },
       run_compare,
       false,
       true},
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
