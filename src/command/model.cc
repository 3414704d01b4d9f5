// Models, the ways of coaching: listed, read, and made of one's own words. Which one an engagement
// works by stands in its engagement.toml; moving through the steps is phase.cc.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "command/capture.h"
#include "command/from_templates.h"
#include "model/rules.h"
#include "toml/write.h"

namespace coach {
namespace {

struct ModelRow {
  std::string name;
  std::string title;
  std::string shape;
  int unnamed = 0;
  Regime regime = Regime::confidential;
  bool in_journal = false;
};
struct ModelList {
  std::vector<ModelRow> models;
};

}  // namespace

// clang-format off
template <> inline constexpr auto fields<ModelRow> = std::tuple{
  Field{"name",       &ModelRow::name,       Need::required, Holds::plain, "in models/"},
  Field{"title",      &ModelRow::title,      Need::required, Holds::plain, "as shown"},
  Field{"shape",      &ModelRow::shape,      Need::required, Holds::plain, "how many steps, and whether they come again"},
  Field{"unnamed",    &ModelRow::unnamed,    Need::required, Holds::plain, "steps without a name"},
  Field{"regime",     &ModelRow::regime,     Need::required, Holds::plain, "who may know what"},
  Field{"in_journal", &ModelRow::in_journal, Need::required, Holds::plain, "false: copied when it is first used"},
};
template <> inline constexpr auto fields<ModelList> = std::tuple{
  Field{"models", &ModelList::models, Need::required, Holds::plain, "by name"},
};
// clang-format on

namespace {

const Journal* journal_if_any(Invocation& in) {
  return in.locate().first.empty() ? nullptr : &in.journal();
}

int run_list(Invocation& in) {
  in.expect_no_more_words();
  const Journal* journal = journal_if_any(in);
  const auto own = journal ? journal->way_names() : std::vector<std::string>{};
  ModelList all;
  for (const auto& name : ways_to_take(journal)) {
    ModelRow row{.name = name, .in_journal = std::ranges::find(own, name) != own.end()};
    try {
      const auto way = way_there(journal_if_any(in), name);
      row.title = way->title;
      row.shape = shape_of(*way);
      row.unnamed = static_cast<int>(std::ranges::count(way->steps, "", &WayStep::title));
      row.regime = way->regime;
    } catch (const Error&) {
      row.shape = "cannot be read; coach check shows why";
    }
    all.models.push_back(std::move(row));
  }
  in.show(
      all,
      [&] {
        TableBlock table{.columns = {{.title = "Model"},
                                     {.title = "Steps", .rank = 1, .shrinks = true, .wraps = true},
                                     {.title = "Regime", .rank = 2}}};
        for (const auto& row : all.models) {
          Line shape = plain(row.shape);
          if (row.unnamed > 0) shape.push_back({", not named yet", Tone::warn});
          table.rows.push_back({{row.in_journal ? toned(row.name, Tone::strong) : plain(row.name),
                                 std::move(shape), plain(std::string(word_of(row.regime)))},
                                {}});
        }
        return Page{{std::move(table), Gap{},
                     Paragraph{toned("coach model show NAME tells of its steps. One that this "
                                     "journal lacks is copied when it is first used.",
                                     Tone::dim)}}};
      },
      "models");
  return 0;
}

int run_show(Invocation& in) {
  if (in.given.words.size() > 1) throw Misunderstood("one model", "coach model show NAME");
  std::string name;
  if (!in.given.words.empty())
    name = in.given.words.front();
  else if (const Journal* journal = journal_if_any(in))
    name = journal->facts().defaults.model;
  if (name.empty()) name = first_facts().defaults.model;
  const auto way = way_there(journal_if_any(in), name);
  in.show(
      *way, [&] { return model_page(*way, name); }, "steps");
  return 0;
}

/// Steps named in order; of a model that is there already only their names change.
void name_steps(Way& way, const std::vector<std::string>& titles, bool from_another) {
  if (from_another && titles.size() > way.steps.size())
    throw Misunderstood(
        fmt::format("{} names for {}", titles.size(), counted(way.steps.size(), "step")),
        "one --step a step, in their order; nothing was written");
  if (!from_another) way.steps.resize(std::max(way.steps.size(), titles.size()));
  for (std::size_t i = 0; i < titles.size(); ++i) {
    WayStep& step = way.steps[i];
    step.title = nfc(trimmed(titles[i]));
    if (step.key.empty()) step.key = slug(step.title);
  }
  for (std::size_t i = 0; i < way.steps.size(); ++i)
    if (way.steps[i].key.empty()) way.steps[i].key = fmt::format("step-{}", i + 1);
}

int run_new(Invocation& in) {
  if (in.given.words.size() != 1)
    throw Misunderstood("a model needs a name",
                        "coach model new our-seven --from seven-step --step \"...\"");
  const std::string name = in.given.words.front();
  if (slug(name) != name)
    throw Misunderstood(fmt::format("\"{}\" is no name for a file", name),
                        fmt::format("lower-case letters, digits and dashes: {}", slug(name)));
  const Journal& journal = in.journal();
  if (journal.way(name))
    throw Error(fmt::format("the model {} is there already", name),
                fmt::format("models/{}.toml is yours to edit; coach model check {} looks it over",
                            name, name));
  const auto from = in.given.one("from");
  Way way;
  if (from)
    way = *way_there(journal_if_any(in), *from);
  else
    way.source = "made by the coach", way.licence = "the coach's own";
  way.title = nfc(trimmed(in.given.one("title").value_or(name)));
  if (const auto source = in.given.one("source")) way.source = *source;
  if (const auto licence = in.given.one("licence")) way.licence = *licence;
  if (const auto regime = in.given.one("regime")) {
    const Regime wanted = word_typed<Regime>("regime", *regime);
    if (from && wanted != way.regime)
      throw Error(fmt::format("{} is {}; a model of its steps is too", *from, word_of(way.regime)),
                  "nothing crosses from one regime to another; without --from it may be any");
    way.regime = wanted;
  }
  if (const auto steps = in.given.one("steps")) {
    if (from) throw Misunderstood("--steps or --from, not both", "--from brings its own steps");
    const auto count = typed_number("steps", *steps, in.typing());
    if (count < 1 || count > static_cast<std::int64_t>(most_steps))
      throw Misunderstood(fmt::format("--steps {}: a model has one to {}", count, most_steps));
    way.steps.resize(static_cast<std::size_t>(count));
  }
  name_steps(way, in.given.all("step"), from.has_value());
  if (way.steps.empty())
    throw Misunderstood("a model needs steps",
                        "--step \"...\" once a step, or --steps 7, or --from");
  if (const auto again = in.given.one("again-from")) {
    const WayStep* step = typed_step(way, *again);
    if (!step) {
      std::vector<std::string> keys;
      for (const auto& one : way.steps) keys.push_back(one.key);
      throw no_word("step", *again, keys);
    }
    way.after_last = step->key;
  }
  for (const auto& finding : findings(way, name))
    if (finding.severity == Severity::error)
      throw Error(finding.text, finding.hint.empty() ? "nothing was written" : finding.hint);
  const auto unnamed = std::ranges::count(way.steps, "", &WayStep::title);
  if (const auto note = in.given.one("note"))
    way.note = nfc(trimmed(*note));
  else if (from && !in.given.all("step").empty())
    way.note.clear();  // it told of the steps as they were
  Batch batch(journal);
  batch.put(fmt::format("models/{}.toml", name), {}, toml_text(to_table(way)));
  in.finish(batch, fmt::format("Model {}", name),
            fmt::format("Model of {} is in models/:", shape_of(way)), name, "");
  if (unnamed > 0)
    in.note(fmt::format("coach: {} without a name yet; models/{}.toml is yours to edit",
                        counted(static_cast<std::size_t>(unnamed), "step"), name));
  return 0;
}

}  // namespace

std::vector<Command> model_commands() {
  const auto none = [] { return std::vector<Option>{}; };
  return {
      {"model list",
       "Model",
       "",
       "the ways of coaching that are there",
       {"coach model list", "coach model list --json"},
       none,
       run_list,
       false,
       true},
      {"model show",
       "Model",
       "[MODEL]",
       "a model's steps: their purpose, questions, what they expect",
       {"coach model show before-during-after", "coach model show --format md"},
       none,
       run_show,
       false,
       true},
      {"model new",
       "Model",
       "NAME",
       "a model of one's own, or one whose steps wait for their names",
       {"coach model new our-seven --from seven-step --step \"Listen\" --step \"Look\"",
        "coach model new three-visits --step Plan --step Visit --step Talk --again-from plan"},
       [] {
         return std::vector<Option>{
             {"from", "MODEL", "its steps, purposes and questions to begin with"},
             {"step", "TITLE", "a step's name, in their order", true},
             {"steps", "NUMBER", "so many steps, named later"},
             {"again-from", "STEP", "the step that follows the last one"},
             {"title", "TEXT", "as shown"},
             {"regime", "WORD", "confidential, open or supervisory"},
             {"source", "TEXT", "where it comes from"},
             {"licence", "TEXT", "under which it may be used"},
             {"note", "TEXT", "what one has to know who works by it"}};
       },
       run_new,
       true,
       false},
  };
}

}  // namespace coach
