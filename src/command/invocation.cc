#include "command/invocation.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/interrupt.h"
#include "base/parallel.h"
#include "base/process.h"
#include "base/text.h"
#include "command/progress_line.h"
#include "view/csv.h"

namespace coach {

namespace fs = std::filesystem;

Misunderstood no_word(std::string_view what, const std::string& typed,
                      const std::vector<std::string>& known) {
  const std::string hint = did_you_mean(typed, known);
  return Misunderstood(fmt::format("no {} \"{}\"", what, typed),
                       hint.empty() ? fmt::format("one of {}", listed(known, "or")) : hint);
}

std::string readers_of(const Table& record) {
  const Value* visibility = record.find("visibility");
  return visibility && visibility->as<std::string>() ? *visibility->as<std::string>() : "private";
}

std::pair<std::string, std::string> Invocation::locate() const {
  const auto holds = [](const fs::path& folder) {
    std::error_code none;
    return fs::exists(folder / "coach.toml", none);
  };
  if (const auto named = given.one("journal"))
    return {fs::absolute(*named).lexically_normal().string(), "--journal"};
  if (const auto named = around_.variable("COACH_JOURNAL"); named && !named->empty())
    return {fs::absolute(*named).lexically_normal().string(), "COACH_JOURNAL"};
  std::error_code none;
  for (fs::path here = fs::current_path(none); !here.empty(); here = here.parent_path()) {
    if (holds(here)) return {here.string(), "the nearest folder with a coach.toml"};
    if (here == here.root_path()) break;
  }
  const fs::path config = fs::path(around_.config_folder) / "journal";
  if (fs::exists(config, none)) {
    std::string named(trimmed(read_outside(config.string())));
    if (holds(named)) return {named, config.string()};
  }
  return {};
}

const Journal& Invocation::journal() {
  if (journal_) return *journal_;
  const auto place = locate();
  if (place.first.empty())
    throw Error("no journal here",
                "coach init --coach \"Your name\"   begins one in this folder\ncoach demo          "
                "             shows one");
  journal_ = std::make_unique<Journal>(place.first);
  return *journal_;
}

Invocation::Span Invocation::span_given() const {
  Span span;
  if (const auto typed = given.one("from")) span.from = parse_period(*typed, today()).first;
  if (const auto typed = given.one("to")) span.to = parse_period(*typed, today()).last;
  if (span.from && span.to && *span.to < *span.from) throw Misunderstood("--to lies before --from");
  return span;
}

Date Invocation::school_year_from() {
  const auto& year = journal().facts().school_year;
  return school_year_start(year ? year->starts : "", today());
}

std::string Invocation::at_hand() {
  std::error_code none;
  const auto relative =
      fs::relative(fs::current_path(none), fs::path(journal().root()) / engagements_folder, none);
  if (!relative.empty() && *relative.begin() != ".." && *relative.begin() != ".")
    return find_client(journal(), relative.begin()->string());
  if (const auto named = around_.variable("COACH_CLIENT"); named && !named->empty())
    return find_client(journal(), *named);
  std::vector<std::string> active;
  for (const auto& code : journal().codes())
    if (journal().facts_of(code).status == EngagementStatus::active) active.push_back(code);
  return active.size() == 1 ? active.front() : "";
}

std::string Invocation::client(std::size_t words_behind) {
  if (!given.words.empty() && given.words.front().find('=') == std::string::npos) {
    const std::string typed = given.words.front();
    const bool could_be_left_out = given.words.size() <= words_behind;
    if (could_be_left_out && !is_client(journal(), typed))
      if (std::string code = at_hand(); !code.empty()) return code;
    given.words.erase(given.words.begin());
    return find_client(journal(), typed);
  }
  if (std::string code = at_hand(); !code.empty()) return code;
  const auto codes = journal().codes();
  if (codes.empty()) throw Error("no engagement yet", "coach new-client NAME --role principal");
  throw Misunderstood("which client?", fmt::format("one of {}", listed(codes, "or")));
}

void Invocation::expect_no_more_words() const {
  if (!given.words.empty())
    throw Misunderstood(fmt::format("\"{}\" is one word too many", given.words.front()),
                        fmt::format("coach {} --help shows what it takes", command_));
}

Seen Invocation::seen(const std::string& code, LeftOut& left_out, const Wanted& wanted) {
  const Seen all = see(journal().load(code, left_out, wanted), Audience::coach);
  return given.has("discreet") ? discreet(all) : all;
}

void Invocation::remember_regime(const std::string& code, Regime regime) {
  if (regime == Regime::supervisory && std::ranges::find(supervisory_, code) == supervisory_.end())
    supervisory_.push_back(code);
}

Seen Invocation::seen(const std::string& code, const Wanted& wanted) {
  LeftOut left_out;
  const Seen all = seen(code, left_out, wanted);
  remember_regime(code, all->only<Facts>().regime);
  ++looked_at_;
  say_left_out(left_out);
  return all;
}

void Invocation::read_each(const std::vector<std::string>& codes, const Wanted& wanted,
                           const std::function<void(std::size_t, const Seen&)>& take) {
  (void)journal();  // opened before the threads that share it
  std::vector<LeftOut> left_out(codes.size());
  std::vector<Regime> regimes(codes.size(), Regime::confidential);
  with_progress(around_.err_terminal, "Reading engagements", [&](const Watch& watch) {
    in_parallel(
        codes.size(),
        [&](std::size_t at) {
          const Seen one = seen(codes[at], left_out[at], wanted);
          regimes[at] = one->only<Facts>().regime;
          take(at, one);
        },
        watch);
  });
  looked_at_ += codes.size();
  for (std::size_t at = 0; at < codes.size(); ++at) remember_regime(codes[at], regimes[at]);
  LeftOut all;
  for (auto& one : left_out) std::ranges::move(one, std::back_inserter(all));
  say_left_out(all);
}

void Invocation::say_left_out(const LeftOut& left_out) {
  if (left_out.empty()) return;
  note("coach: not all of it could be read; coach check shows every place");
  for (const auto& problem : left_out) {
    note("       " + said(problem));
    if (!problem.hint.empty()) note("         " + problem.hint);
  }
}

Format Invocation::format() const {
  if (given.has("json")) return Format::json;
  const auto typed = given.one("format");
  if (!typed || *typed == "table") return Format::table;
  if (*typed == "md") return Format::markdown;
  if (*typed == "csv") return Format::csv;
  if (*typed == "json") return Format::json;
  const std::vector<std::string> known = {"table", "md", "csv", "json"};
  throw Misunderstood(fmt::format("no format \"{}\"", *typed), "one of table, md, csv, json");
}

Rendering Invocation::rendering() const {
  Rendering how;
  how.plain = given.has("plain");
  how.ascii = given.has("ascii") || !around_.utf8;
  how.width = around_.out_terminal ? around_.width : 0;
  if (const auto typed = given.one("width")) {
    const auto columns = typed_number("width", *typed, typing());
    if (columns < 20 || columns > 1000) throw Misunderstood("width: 20 to 1000 columns");
    how.width = static_cast<int>(columns);
  }
  const auto set = [&](const char* name) {
    const auto value = around_.variable(name);
    return value && !value->empty();
  };
  how.colour = around_.out_terminal && around_.variable("TERM").value_or("") != "dumb";
  if (set("CLICOLOR_FORCE")) how.colour = true;
  if (set("NO_COLOR")) how.colour = false;
  if (const auto typed = given.one("color")) {
    if (*typed != "always" && *typed != "never" && *typed != "auto")
      throw Misunderstood("color: always, never or auto");
    if (*typed != "auto") how.colour = *typed == "always";
  }
  return how;
}

namespace {

/// Where the coach is the rater, the page says so before anything else.
Page with_rater(Page page, const std::vector<std::string>& supervisory, bool one_engagement) {
  if (supervisory.empty()) return page;
  const std::string where = one_engagement ? "" : fmt::format(" of {}", listed(supervisory));
  const auto heading = page.blocks.begin();
  const bool has_heading =
      heading != page.blocks.end() && std::holds_alternative<Heading>(*heading);
  page.blocks.insert(
      has_heading ? heading + 1 : heading,
      Paragraph{toned(fmt::format("Supervisory: the coach is the rater{}.", where), Tone::warn)});
  return page;
}

}  // namespace

void Invocation::show_page(const Page& plain_page) {
  const Page page = with_rater(plain_page, supervisory_, looked_at_ < 2);
  if (format() == Format::markdown)
    out_paged(render_markdown(page));
  else
    out_paged(render_terminal(page, rendering()));
}

void Invocation::show_table(const Description& rows, const std::function<Table()>& answer,
                            const std::function<Page()>& page, std::string_view list) {
  switch (format()) {
    case Format::table:
    case Format::markdown:
      return show_page(page());
    case Format::json:
      return out(json_text(rows, answer(), supervisory_));
    case Format::csv:
      break;
  }
  std::vector<std::string> lists;
  for (const auto& row : rows)
    if (row.shape == Shape::rows) lists.emplace_back(row.key);
  const std::string name = given.one("table").value_or(std::string(list));
  const FieldRow* row = find(rows, name);
  if (name.empty() || !row || row->shape != Shape::rows)
    throw Misunderstood(
        name.empty() ? "which list as CSV?" : fmt::format("no list \"{}\" here", name),
        fmt::format("--table {}", listed(lists, "or")));
  if (!supervisory_.empty())
    note(fmt::format("coach: supervisory: the coach is the rater of {}", listed(supervisory_)));
  const Table all = answer();
  const Value* value = all.find(name);
  out(csv_text(*row->inner, value ? *value->as<List>() : List{},
               split(given.one("fields").value_or(""), ',')));
}

void Invocation::out(std::string_view text) {
  std::string all(text);
  if (!all.ends_with('\n')) all += '\n';
  if (!write_all(1, all))
    throw OutputEnded("standard output took no more; what was written to the journal stays");
}

void Invocation::out_paged(const std::string& text) {
  const auto lines = std::ranges::count(text, '\n');
  const bool fits = around_.height == 0 || lines < around_.height;
  if (!around_.out_terminal || !around_.in_terminal || fits) return out(text);
  std::string pager = "less -FRX";
  for (const char* name : {"COACH_PAGER", "PAGER"})
    if (const auto value = around_.variable(name)) {
      pager = trimmed(*value);
      break;
    }
  if (pager.empty() || pager == "cat") return out(text);
  const Ran ran = run({.arguments = split(pager, ' '), .input = text, .on_terminal = true});
  if (!ran.started || ran.status == 127) out(text);
}

void Invocation::note(std::string_view text) { write_all(2, visible(text) + "\n"); }

void Invocation::write(Batch& batch, const std::string& message,
                       const std::function<bool()>& may_stop) {
  if (given.has("dry-run")) return;
  const auto written = batch.write({.state_folder = around_.state_folder,
                                    .command = "coach " + command_,
                                    .letters = &around_.letters,
                                    .interrupted = may_stop,
                                    .last = &last_},
                                   message);
  for (const auto& sentence : written.notes) note("coach: " + sentence);
}

void Invocation::finish(Batch& batch, const std::string& message, const std::string& what,
                        const std::string& id, const std::string& visibility) {
  if (given.has("dry-run")) {
    for (const auto& file : batch.files())
      out(visible(
          fmt::format("would {} {}{}{}", file.removed ? "remove" : "write", file.path,
                      file.moved_from.empty() ? "" : " (was " + file.moved_from + ")",
                      file.path.ends_with(".toml") && !file.removed ? "\n\n" + file.after : "")));
    return out("Nothing was written.");
  }
  if (batch.empty()) return out(visible_line(fmt::format("Nothing to change: {}", id)));
  write(batch, message, interrupted);
  // Behind this the record is safe: a full standard output is another matter.
  if (given.has("quiet")) return out(id);
  const std::string reader = visibility.empty() ? "" : fmt::format(" ({})", visibility);
  out(visible_line(fmt::format("{}{} {}", what, reader, id)));
}

}  // namespace coach
