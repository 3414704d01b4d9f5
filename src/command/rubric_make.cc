// Rubrics of one's own: imported from a table, begun from another or from nothing, and a later
// version taken up by an engagement. A rubric that is there is never written over.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "base/csv.h"
#include "base/file.h"
#include "base/text.h"
#include "command/capture.h"
#include "command/from_templates.h"
#include "model/rubric_change.h"
#include "model/rubric_table.h"
#include "model/rules.h"
#include "toml/write.h"

namespace coach {
namespace {

/// "name@3" taken apart; version 0 where none is said.
struct Versioned {
  std::string name;
  int version = 0;
};

Versioned versioned(const std::string& typed) {
  Versioned made{typed.substr(0, typed.find('@')), 0};
  if (made.name.size() == typed.size()) return made;
  const char* first = typed.data() + made.name.size() + 1;
  const auto read = std::from_chars(first, typed.data() + typed.size(), made.version);
  if (read.ec != std::errc{} || read.ptr != typed.data() + typed.size() || made.version < 1 ||
      made.version > 999)
    throw Misunderstood(fmt::format("\"{}\" is no NAME@VERSION", typed),
                        "such as developmental-leadership@1");
  return made;
}

std::string full_name(const Versioned& rubric) {
  return fmt::format("{}@{}", rubric.name, rubric.version);
}

/// The latest version of a name, in the journal or the templates; 0: none.
int latest_version(const Journal& journal, const std::string& name) {
  int latest = 0;
  for (const auto& one : rubrics_to_take(&journal))
    if (one.substr(0, one.find('@')) == name) try {
        latest = std::max(latest, versioned(one).version);
      } catch (const Misunderstood&) {
        continue;  // a copy that a cloud folder left
      }
  return latest;
}

/// The name and version of a new rubric: as given, else behind the latest of that name.
Versioned name_of_new(Invocation& in, const std::string& typed) {
  Versioned made = versioned(typed);
  if (slug(made.name) != made.name || made.name.empty())
    throw Misunderstood(fmt::format("\"{}\" is no name for a rubric", made.name),
                        fmt::format("lower-case letters, digits and dashes: {}", slug(made.name)));
  if (const auto version = in.given.one("version")) {
    const auto number = typed_number("version", *version, in.typing());
    if (number < 1 || number > 999) throw Misunderstood("a version is a number from 1 to 999");
    made.version = static_cast<int>(number);
  }
  if (made.version == 0) made.version = latest_version(in.journal(), made.name) + 1;
  const auto known = rubrics_to_take(&in.journal());
  if (std::ranges::find(known, full_name(made)) != known.end())
    throw Error(fmt::format("{} is there already, and stays as it is", full_name(made)),
                fmt::format("--version {} makes a later one; nothing was written",
                            latest_version(in.journal(), made.name) + 1));
  return made;
}

/// What stands in no table: as given, else as before, else a word that says so.
void fill_words(Invocation& in, Rubric& rubric, const std::string& source) {
  if (const auto title = in.given.one("title")) rubric.title = nfc(trimmed(*title));
  if (const auto purpose = in.given.one("purpose")) rubric.purpose = nfc(trimmed(*purpose));
  if (const auto text = in.given.one("source")) rubric.source = nfc(trimmed(*text));
  if (const auto text = in.given.one("licence")) rubric.licence = nfc(trimmed(*text));
  if (in.given.has("cumulative")) rubric.cumulative = true;
  if (rubric.source.empty()) rubric.source = source;
  if (rubric.licence.empty()) {
    rubric.licence = "as its owner allows; not for passing on";
    in.note("coach: no --licence was given; the rubric says \"" + rubric.licence + "\"");
  }
}

int write_rubric(Invocation& in, const Versioned& name, const Rubric& rubric,
                 std::string_view how) {
  for (const auto& finding : findings(rubric, full_name(name)))
    if (finding.severity == Severity::error)
      throw Error(finding.text, finding.hint.empty() ? "nothing was written" : finding.hint);
  Batch batch(in.journal());
  batch.put(fmt::format("rubrics/{}.toml", full_name(name)), {}, toml_text(to_table(rubric)));
  in.finish(batch, fmt::format("Rubric {}", full_name(name)),
            fmt::format("Rubric {}, {} and {}:", how, counted(rubric.levels.size(), "level"),
                        counted(elements_of(rubric).size(), "element")),
            full_name(name), "");
  return 0;
}

bool is_markdown(const std::string& path, std::string_view text) {
  const std::string ending = folded(std::filesystem::path(path).extension().string());
  if (ending == ".md" || ending == ".markdown") return true;
  return ending != ".csv" && trimmed(text).starts_with('|');
}

int run_import(Invocation& in) {
  if (in.given.words.size() != 1)
    throw Misunderstood("which file?", "coach rubric import ours.csv --name our-rubric");
  const std::string path = in.given.words.front();
  if (path == "-" && !in.given.has("name"))
    throw Misunderstood("--name is missing", "what stands on standard input has no name");
  const Versioned name = name_of_new(
      in, in.given.one("name").value_or(slug(std::filesystem::path(path).stem().string())));
  const std::string text = nfc(text_of_file(path));
  std::vector<std::string> wrong;
  Rubric rubric = rubric_of_table(
      is_markdown(path, text) ? read_markdown_table(text) : read_csv(text, path), path, wrong);
  if (!wrong.empty()) throw wrong_cells(wrong);
  rubric.version = name.version;
  rubric.title = name.name;
  fill_words(in, rubric,
             path == "-" ? "imported from standard input"
                         : fmt::format("imported from {}",
                                       std::filesystem::path(path).filename().string()));
  return write_rubric(in, name, rubric, "imported");
}

/// Each --element "DOMAIN: TITLE", or a title alone.
void add_elements(Rubric& rubric, const std::vector<std::string>& typed) {
  for (const auto& text : typed) {
    const auto colon = text.find(": ");
    const std::string domain =
        colon == std::string::npos ? "Elements" : nfc(trimmed(text.substr(0, colon)));
    const std::string title =
        nfc(trimmed(colon == std::string::npos ? text : text.substr(colon + 2)));
    if (slug(title).empty())
      throw Misunderstood(fmt::format("\"{}\" is no element", text), "as \"Teaching: Feedback\"");
    auto found = std::ranges::find(rubric.domains, domain, &Domain::title);
    if (found == rubric.domains.end())
      found = rubric.domains.insert(rubric.domains.end(), Domain{.title = domain});
    found->elements.push_back({.key = slug(title), .title = title});
  }
}

int run_new(Invocation& in) {
  if (in.given.words.size() != 1)
    throw Misunderstood("a rubric needs a name",
                        "coach rubric new our-rubric --level Starting --level Doing --element "
                        "\"Teaching: Feedback\"");
  const Versioned name = name_of_new(in, in.given.words.front());
  Rubric rubric;
  if (const auto from = in.given.one("from")) {
    Versioned named = versioned(*from);
    if (named.version == 0) named.version = latest_version(in.journal(), named.name);
    rubric = *rubric_there(&in.journal(), full_name(named));
    if (in.given.has("level"))
      throw Misunderstood("--level or --from, not both", "--from brings its own levels");
  } else {
    rubric.title = name.name;
    for (const auto& title : in.given.all("level"))
      rubric.levels.push_back({.key = slug(title), .title = nfc(trimmed(title))});
    if (rubric.levels.size() < 2 || rubric.levels.size() > 7)
      throw Misunderstood("a rubric has two to seven levels",
                          "--level \"...\", once a level, lowest first; or --from blank-4");
    if (!in.given.has("element"))
      throw Misunderstood("a rubric needs elements", "--element \"DOMAIN: TITLE\", once each");
  }
  add_elements(rubric, in.given.all("element"));
  rubric.version = name.version;
  fill_words(in, rubric, "made by the coach");
  const int code = write_rubric(in, name, rubric, "begun");
  in.note(
      fmt::format("coach: its words are yours to write, in rubrics/{}.toml; coach check looks "
                  "it over",
                  full_name(name)));
  return code;
}

// ---- taking up a later version

ElementMap typed_map(Invocation& in, const Rubric& before, const Rubric& after) {
  ElementMap map;
  for (const auto& word : in.given.all("map")) {
    const auto equal = word.find('=');
    if (equal == std::string::npos)
      throw Misunderstood(fmt::format("\"{}\" is no OLD=NEW", word),
                          "keys of elements: --map feedback=giving-feedback");
    const auto element = [&](const Rubric& rubric, const std::string& typed) {
      if (const Element* found = typed_element(rubric, typed)) return found->key;
      std::vector<std::string> known;
      for (const auto* one : elements_of(rubric)) known.push_back(one->key);
      const std::string hint = did_you_mean(typed, known);
      throw Error(
          fmt::format("no element \"{}\" in version {} of {}", typed, rubric.version, rubric.title),
          hint.empty() ? "nothing was changed" : hint);
    };
    auto pair =
        std::pair(element(before, word.substr(0, equal)), element(after, word.substr(equal + 1)));
    for (const auto& other : map)
      if (other.first == pair.first || other.second == pair.second)
        throw Misunderstood(fmt::format("{} and {} stand for one element", other.first, pair.first),
                            "one OLD=NEW for each");
    map.push_back(std::move(pair));
  }
  // What keeps its key cannot be what another one becomes.
  for (const auto& [from, to] : map)
    if (from != to && find_element(before, to) &&
        std::ranges::find(map, to, &ElementMap::value_type::first) == map.end())
      throw Error(
          fmt::format("{} is in both, and stands for itself; {} cannot stand for it too", to, from),
          fmt::format("--map {}=... says what becomes of it", to));
  return map;
}

/// Targets that still fit, set anew today in their goals.
void set_anew(Invocation& in, const Seen& seen, const RubricChange& change, Batch& batch) {
  for (const auto& goal : seen->all<Goal>()) {
    std::optional<FoundRecord> found;
    Table after;
    for (const auto& row : change.rows) {
      if (!row.target_fits || row.goal != goal.id) continue;
      if (!found) {
        found = find_record(in.journal(), seen->code, goal.id, *find_kind(kind_of<Goal>.name));
        after = found->file.record;
      }
      after.find("targets")->as<List>()->push_back(
          to_value(Target{row.after, row.target, in.today(), row.by}));
    }
    if (found) batch.change(found->file, after, in.letters());
  }
}

int run_upgrade(Invocation& in) {
  const std::string code = in.client();
  in.expect_no_more_words();
  const Seen seen = in.seen(code);
  const std::string& present = seen->only<Facts>().rubric;
  if (present.empty() || !seen->rubric())
    throw Error(present.empty() ? fmt::format("{} has no rubric yet", code)
                                : fmt::format("no rubric {} in rubrics/", present),
                fmt::format("coach set {}/engagement rubric=NAME@VERSION sets one", code));
  Versioned to = versioned(in.given.one("to").value_or(versioned(present).name));
  if (to.version == 0) to.version = latest_version(in.journal(), to.name);
  if (full_name(to) == present)
    return in.out(visible_line(fmt::format("{} works by {} already, and there is none later",
                                           display_code(code), present))),
           0;
  Batch batch(in.journal());
  const auto rubric = take_rubric(in.journal(), full_name(to), batch);
  const auto change = rubric_change(seen, {present, *seen->rubric()}, {full_name(to), *rubric},
                                    typed_map(in, *seen->rubric(), *rubric), in.today());
  const auto found = find_record(in.journal(), code, "engagement", *find_kind("engagement"));
  refuse_flawed(found.file);
  Table facts = found.file.record;
  take_up_rubric(facts, full_name(to), in.today());
  batch.change(found.file, facts, in.letters());
  set_anew(in, seen, change, batch);
  const auto gone = std::ranges::count(change.rows, Counterpart::gone, &CounterpartRow::how);
  if (!in.given.has("quiet"))
    in.show(
        change, [&] { return rubric_change_page(change); }, "rows");
  if (gone > 0 && !in.given.has("dry-run") &&
      !ask_yes(in, "Take it up without a counterpart for these?"))
    throw Error(fmt::format("{} no counterpart",
                            gone == 1 ? "one element has" : fmt::format("{} elements have", gone)),
                "--map OLD=NEW names one, --yes goes on without; nothing was changed");
  if (in.format() != Format::table && in.format() != Format::markdown) {
    in.write(batch, fmt::format("{}: rubric {}", code, full_name(to)));
    return 0;
  }
  in.finish(batch, fmt::format("{}: rubric {}", code, full_name(to)),
            fmt::format("{} works by another rubric, and every earlier rating stays:",
                        display_code(code)),
            full_name(to), "");
  return 0;
}

std::vector<Option> words_of_new() {
  return {{"title", "TEXT", "as shown"},
          {"version", "NUMBER", "instead of the next one"},
          {"source", "TEXT", "where it comes from"},
          {"licence", "TEXT", "under which you may use it"},
          {"purpose", "TEXT", "what it is for"},
          {"cumulative", "", "each level holds what the levels below it hold"}};
}

}  // namespace

std::vector<Command> rubric_make_commands() {
  return {
      {"rubric import",
       "Rubric",
       "FILE|-",
       "a rubric from CSV or a Markdown table",
       {"coach rubric import ours.csv --title \"Our rubric\" --licence \"our district's own\"",
        "coach rubric import ours.md --name our-rubric --version 2 --dry-run"},
       [] {
         auto options = words_of_new();
         options.push_back({"name", "NAME", "of its file; the name of the table's file"});
         return options;
       },
       run_import,
       true,
       false},
      {"rubric new",
       "Rubric",
       "NAME",
       "a rubric of one's own, or a next version to edit",
       {"coach rubric new our-rubric --level Starting --level Doing --element \"Teaching: "
        "Feedback\"",
        "coach rubric new developmental-leadership --from developmental-leadership@1"},
       [] {
         auto options = words_of_new();
         options.push_back({"from", "RUBRIC", "its levels, elements and words to begin with"});
         options.push_back({"level", "TITLE", "lowest first", true});
         options.push_back({"element", "\"DOMAIN: TITLE\"", "an element of a domain", true});
         return options;
       },
       run_new,
       true,
       false},
      {"rubric upgrade",
       "Rubric",
       "[CLIENT]",
       "take up a later version, or another rubric",
       {"coach rubric upgrade heron --dry-run",
        "coach rubric upgrade heron --to our-rubric@2 --map feedback=giving-feedback"},
       [] {
         return std::vector<Option>{
             {"to", "RUBRIC", "NAME or NAME@VERSION; the latest of its own"},
             {"map", "OLD=NEW", "an element that is called otherwise", true}};
       },
       run_upgrade,
       true,
       true},
  };
}

}  // namespace coach
