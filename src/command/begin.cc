// Commands that begin: a journal, an engagement, a look at the example.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "command/capture.h"
#include "command/from_templates.h"
#include "journal/git.h"
#include "journal/templates.h"
#include "journal/trust.h"
#include "toml/write.h"

namespace coach {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view attributes = "* text=auto eol=lf\n*.toml diff\n";
constexpr std::string_view ignored =
    ".*.coach-tmp-*\n.coach/*\n!.coach/schema/\n*.yours-*\n*~\n*.swp\n";

std::string schema_path(const Kind& kind) {
  return fmt::format(".coach/schema/{}.json", kind.info.name);
}

/// Which schema an editor takes for which files.
std::string taplo_text() {
  std::string text = "include = [\"**/*.toml\"]\n";
  for (const auto& kind : all_kinds()) {
    std::string pattern(kind.info.folder);
    if (kind.info.naming == Naming::fixed)
      pattern = "engagements/*/" + pattern;
    else if (kind.info.naming != Naming::journal)
      pattern = "engagements/*/" + pattern + "/*.toml";
    else if (!pattern.ends_with(".toml"))
      pattern += "/*.toml";
    text += fmt::format("\n[[rule]]\ninclude = [\"{}\"]\n\n[rule.schema]\npath = \"./{}\"\n",
                        pattern, schema_path(kind));
  }
  return text;
}

void make_private_folder(const fs::path& folder) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed) throw Error(fmt::format("cannot make {}: {}", folder.string(), failed.message()));
}

/// Again in the same place: nothing but schemas of an older version is touched.
int init_again(Invocation& in, const std::string& root) {
  const Journal journal(root);
  Batch batch(journal);
  for (const auto& kind : all_kinds()) {
    auto present = journal.folder().read(schema_path(kind));
    if (present != schema_text(kind)) batch.put(schema_path(kind), present, schema_text(kind));
  }
  in.out(visible_line(fmt::format("{} is a journal already; nothing was changed{}", root,
                                  batch.empty() ? "." : " but its schemas.")));
  if (!batch.empty() && !in.given.has("dry-run"))
    batch.write({in.around().state_folder, "coach init", &in.letters()}, "Renew the schemas");
  return 0;
}

/// Where no journal is the usual one yet, this one becomes it.
void remember_journal(Invocation& in, const std::string& name) {
  const fs::path config = fs::path(in.around().config_folder) / "journal";
  if (in.around().home.empty()) return;
  // One whose init came to nothing is nobody's usual journal.
  if (fs::exists(config) &&
      fs::exists(fs::path(trimmed(read_outside(config.string()))) / "coach.toml"))
    return;
  make_private_folder(config.parent_path());
  Folder(config.parent_path().string()).put("journal", name + "\n");
}

int run_init(Invocation& in) {
  if (in.given.words.size() > 1) throw Misunderstood("init takes one folder");
  const fs::path root =
      fs::absolute(in.given.words.empty() ? "." : in.given.words.front()).lexically_normal();
  std::string name = root.string();
  if (name.size() > 1 && name.ends_with('/')) name.pop_back();
  if (fs::exists(root / "coach.toml")) return init_again(in, name);
  auto coach_name = in.given.one("coach");
  if (!coach_name && in.may_ask()) coach_name = ask(in, "Your name");
  if (!coach_name || trimmed(*coach_name).empty())
    throw Misunderstood("whose journal is it?", "coach init --coach \"Your name\"");
  JournalFacts facts = first_facts();
  facts.coach.name = nfc(trimmed(*coach_name));
  const auto copied = [](std::string path) {
    return std::pair(path, std::string(*template_text(path)));
  };
  std::vector<std::pair<std::string, std::string>> files = {
      {"coach.toml", toml_text(to_table(facts))},
      {".gitattributes", std::string(attributes)},
      {".gitignore", std::string(ignored)},
      {".taplo.toml", taplo_text()},
      copied(fmt::format("rubrics/{}.toml", facts.defaults.rubric)),
      copied(fmt::format("models/{}.toml", facts.defaults.model))};
  for (const auto& kind : all_kinds()) files.emplace_back(schema_path(kind), schema_text(kind));
  if (in.given.has("dry-run")) {
    for (const auto& [path, text] : files) in.out(fmt::format("would write {}", path));
    in.out("Nothing was written.");
    return 0;
  }
  make_private_folder(root);
  // One that was there already becomes private too: git's objects are readable by all.
  std::error_code refused;
  fs::permissions(root, fs::perms::owner_all, refused);
  const Folder folder(name);
  const bool was_begun = folder.has(".coach");
  for (const char* needed : {"rubrics", "models", "engagements", ".coach/schema"})
    folder.make(needed);
  const Lock alone(name + "/.coach/coach-lock", "coach init");
  // An init that was stopped is begun again: coach.toml, the last of all, makes it a journal.
  if (was_begun)
    for (const auto& sentence : folder.recover(".coach")) in.note("coach: " + sentence);
  std::vector<FileChange> changes;
  for (const auto& [path, text] : files)
    if (path != "coach.toml" && !folder.has(path)) changes.push_back({path, {}, text, {}});
  folder.write(changes, ".coach");
  trust(in.around().state_folder, name);
  remember_journal(in, name);
  if (!in.given.has("no-git") && !find_repository(name))
    if (const auto failed = make_repository(name)) in.note("coach: no git repository: " + *failed);
  const auto write_facts = [&] {
    folder.write(std::vector<FileChange>{{"coach.toml", {}, files.front().second, {}}}, ".coach");
  };
  if (const auto repository = find_repository(name)) {
    std::optional<Lock> of_git;
    if (repository->is_journal()) of_git.emplace(name + "/.git/coach-lock", "coach init");
    const Lock& lock = of_git ? *of_git : alone;
    const Committing where{.repository = *repository,
                           .trusted = true,
                           .fallback = {std::string(trimmed(*coach_name)), "coach@localhost"}};
    std::vector<std::string> paths;
    for (const auto& [path, text] : files) paths.push_back(path);
    Commit commit(where, "Begin a journal", lock);
    commit.note(paths);
    write_facts();
    for (const auto& sentence : commit.run().notes) in.note("coach: " + sentence);
    lock.all_done();
  } else {
    write_facts();
  }
  for (const char* cloud : {"Dropbox", "OneDrive", "iCloud", "Syncthing", "Mobile Documents"})
    if (name.find(cloud) != std::string::npos)
      in.note(fmt::format(
          "coach: {} lies in a folder that {} copies: two machines may overwrite each other "
          "there.\n       A git remote is safer; coach init in another folder makes one.",
          name, cloud));
  in.out(visible_line(fmt::format("A journal is ready in {}", name)));
  in.out(
      "Nothing of it is backed up yet: copy the folder to a disk of yours, or add a private git "
      "remote.");
  in.out("Next: coach new-client \"Imani Brooks\" --role principal");
  return 0;
}

std::vector<std::string> birds() {
  return split(
      "heron,knot,plover,dunlin,wren,robin,finch,swift,martin,kestrel,osprey,merlin,curlew,avocet,"
      "teal,gannet,puffin,tern,skua,petrel,fulmar,shag,egret,bittern,crane,stork,ibis,rail,coot,"
      "moorhen,lapwing,sanderling,turnstone,snipe,woodcock,godwit,whimbrel,redshank,greenshank,"
      "phalarope,kittiwake,auk,guillemot,razorbill,dove,cuckoo,owl,nightjar,hoopoe,kingfisher,"
      "roller,woodpecker,wryneck,lark,swallow,pipit,wagtail,waxwing,dipper,dunnock,nightingale,"
      "redstart,whinchat,stonechat,wheatear,thrush,fieldfare,redwing,warbler,blackcap,whitethroat,"
      "chiffchaff,goldcrest,flycatcher,tit,nuthatch,treecreeper,shrike,jay,magpie,chough,jackdaw,"
      "rook,crow,raven,starling,oriole,sparrow,chaffinch,brambling,greenfinch,goldfinch,siskin,"
      "linnet,twite,redpoll,crossbill,bullfinch,hawfinch,bunting,yellowhammer,grebe,loon,pelican,"
      "cormorant,spoonbill,flamingo,swan,goose,shelduck,wigeon,gadwall,mallard,pintail,shoveler,"
      "pochard,scaup,eider,scoter,smew,goosander,merganser,kite,harrier,goshawk,buzzard,eagle,"
      "falcon,hobby,grouse,partridge,quail,pheasant,corncrake,bustard,stilt,dotterel,stint,ruff,"
      "jaeger,gull,noddy,murre,dovekie,condor,vulture,caracara,bobwhite,ptarmigan,turkey,limpkin,"
      "sora,gallinule,killdeer,willet,surfbird,dowitcher,skimmer,auklet,puffbird,parakeet,"
      "roadrunner,ani,poorwill,hummingbird,trogon,motmot,jacamar,toucan,flicker,sapsucker,phoebe,"
      "kingbird,vireo,chickadee,titmouse,bushtit,creeper,gnatcatcher,bluebird,veery,catbird,"
      "thrasher,mockingbird,junco,towhee,tanager,cardinal,grosbeak,dickcissel,bobolink,meadowlark,"
      "grackle,cowbird,parula,ovenbird,waterthrush,yellowthroat",
      ',');
}

bool holds_name(const std::string& code, const std::string& name) {
  for (const auto& part : split(slug(name, 200), '-'))
    if (part.size() >= 3 && code.find(part) != std::string::npos) return true;
  return false;
}

/// Throws where a code cannot be taken; `offered` is one that can.
void check_code(const Invocation& in, const std::vector<std::string>& taken,
                const std::string& code, const std::string& name, const std::string& offered) {
  if (code.empty() || slug(code, 32) != code)
    throw Misunderstood(fmt::format("\"{}\" is no code", code),
                        "lower-case letters, digits and dashes, such as heron");
  if (std::ranges::find(taken, code) != taken.end())
    throw Error(fmt::format("the code {} is taken", code),
                offered.empty() ? "" : fmt::format("{} is free", offered));
  if (holds_name(code, name) && !in.given.has("named"))
    throw Error(
        fmt::format(
            "the code {} holds part of the name; it would stand in paths, lists and commits", code),
        fmt::format("take another, such as {}, or say --named", offered));
}

std::string chosen_code(Invocation& in, const Journal& journal, const std::string& name) {
  const auto taken = journal.codes();
  std::string offered;
  for (const auto& bird : birds())
    if (std::ranges::find(taken, bird) == taken.end() && !holds_name(bird, name)) {
      offered = bird;
      break;
    }
  const auto given = in.given.one("code");
  for (;;) {
    auto code = given;
    if (!code && in.may_ask()) code = ask(in, "A code for paths, lists and commits", offered);
    if (!code && in.may_ask()) throw Error("no code was chosen", "nothing was begun");
    try {
      check_code(in, taken, code.value_or(offered), name, offered);
      return code.value_or(offered);
    } catch (const Error& error) {
      if (given || !in.may_ask()) throw;
      in.note(fmt::format("  {}; {}", error.what(), error.hint));
    }
  }
}

int run_new_client(Invocation& in) {
  const Journal& journal = in.journal();
  std::string name = in.given.words.empty() ? "" : in.given.words.front();
  if (in.given.words.size() > 1)
    throw Misunderstood("one name, in quotes",
                        "coach new-client \"Imani Brooks\" --role principal");
  if (name.empty() && in.may_ask()) name = ask(in, "The client's name").value_or("");
  if (trimmed(name).empty())
    throw Misunderstood("whom do you coach?", "coach new-client \"Imani Brooks\" --role principal");
  const Kind& client_kind = *find_kind("client");
  const Kind& facts_kind = *find_kind("engagement");
  Table client = with_options(client_kind, {}, in);
  client.set("name", Value{nfc(trimmed(name))});
  Table facts = with_options(facts_kind, {}, in);
  const auto& defaults = journal.facts().defaults;
  if (!facts.find("started")) facts.set("started", Value{in.today()});
  facts.set("status", Value{std::string("active")});
  if (!facts.find("model")) facts.set("model", Value{defaults.model});
  if (!facts.find("rubric")) facts.set("rubric", Value{defaults.rubric});
  const std::string model = *facts.find("model")->as<std::string>(),
                    rubric = *facts.find("rubric")->as<std::string>();
  Batch batch(journal);
  const auto way = take_way(journal, model, batch);
  facts.set("regime", Value{std::string(word_of(way->regime))});
  const bool has_phases = !is_all_round(*way);
  if (has_phases) facts.set("phase", Value{way->steps.front().key});
  ask_for_missing(facts_kind, facts, in);
  const std::string code = chosen_code(in, journal, name);
  take_rubric(journal, rubric, batch);
  note_in_history(facts, "status", Value{std::string("active")}, *facts.find("started")->as<Date>(),
                  "");
  facts.find("history")->as<List>()->front().as<Table>()->set("regime", *facts.find("regime"));
  if (has_phases)
    facts.find("history")->as<List>()->front().as<Table>()->set("phase",
                                                                Value{way->steps.front().key});
  batch.add(client_kind, code, client, in.letters());
  batch.add(facts_kind, code, facts, in.letters());
  in.finish(batch, fmt::format("Begin the engagement {}", code),
            "An engagement was begun under the code", code, "");
  if (way->regime == Regime::supervisory)
    in.note(
        "coach: the coach is the rater in this engagement, and every page of it says so; nothing "
        "of "
        "another one can be moved here");
  return 0;
}

int run_where(Invocation& in) {
  const auto place = in.locate();
  in.out(visible_line(place.first.empty()
                          ? "journal  none"
                          : fmt::format("journal  {}  ({})", place.first, place.second)));
  in.out(visible_line(fmt::format("config   {}", in.around().config_folder)));
  in.out(visible_line(fmt::format("drafts   {}", in.around().state_folder)));
  if (place.first.empty()) return 0;
  try {
    in.out(visible_line(fmt::format("client   {}", in.client())));
  } catch (const Error& error) {
    in.out(visible_line(fmt::format("client   none: {}", error.what())));
  }
  return 0;
}

}  // namespace

std::vector<Command> begin_commands() {
  return {
      {"init",
       "Begin",
       "[DIR]",
       "begin a journal",
       {"coach init --coach \"R. Ames\"", "coach init journal --coach \"R. Ames\" --no-git"},
       [] {
         return std::vector<Option>{{"coach", "NAME", "your name"},
                                    {"no-git", "", "a plain folder"}};
       },
       run_init,
       true,
       false},
      {"new-client",
       "Begin",
       "NAME",
       "begin an engagement under a code",
       {"coach new-client \"Imani Brooks\" --role principal",
        "coach new-client \"Zoe Marsh\" --role team --code knot --started 2026-09-03"},
       [] {
         auto options =
             options_of(*find_kind("engagement"), {"status", "regime", "phase", "ended"});
         for (auto& option : options_of(*find_kind("client"), {"name"}))
           options.push_back(std::move(option));
         options.push_back({"code", "CODE", "instead of the next free bird"});
         options.push_back({"named", "", "the code may hold part of the name"});
         return options;
       },
       run_new_client,
       true,
       false},
      {"where",
       "Begin",
       "",
       "which journal, config and client, and why",
       {"coach where", "COACH_JOURNAL=~/journal coach where"},
       [] { return std::vector<Option>{}; },
       run_where,
       false,
       false},
  };
}

}  // namespace coach
