// Commands that show where things stand. Each asks one question of the model and shows one page.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "command/invocation.h"
#include "model/brief.h"

namespace coach {
namespace {

std::string role_word(const Invocation& in) { return in.given.one("role").value_or(""); }

int run_list(Invocation& in) {
  in.expect_no_more_words();
  const auto by = in.given.one("by");
  const bool by_phase = by == "phase";
  if (by && !by_phase) throw Misunderstood(fmt::format("--by {}", *by), "phase is what there is");
  if (by_phase && in.given.has("sort"))
    throw Misunderstood("--by or --sort, not both", "--by phase has its own order");
  if (!role_word(in).empty()) (void)word_typed<Role>("role", role_word(in));
  std::vector<CaseloadRow> rows;
  for (auto& row : in.of_each(in.journal().codes(),
                              [&](const Seen& seen) { return caseload_row(seen, in.today()); })) {
    if (row.status == EngagementStatus::ended && !in.given.has("all")) continue;
    if (!role_word(in).empty() && word_of(row.role) != role_word(in)) continue;
    if (const auto area = in.given.one("area")) {
      bool holds = false;
      for (const auto& one : row.areas)
        holds |= folded(one).find(folded(*area)) != std::string::npos;
      if (!holds) continue;
    }
    rows.push_back(std::move(row));
  }
  if (rows.empty() && (in.given.has("area") || in.given.has("role")) &&
      in.format() == Format::table)
    return in.out("No engagement of that kind.  coach list shows the others"), 0;
  const Caseload all = caseload(
      std::move(rows), in.today(),
      by_phase ? CaseloadOrder::phase
               : word_typed<CaseloadOrder>("order", in.given.one("sort").value_or("pressing")));
  in.show(
      all, [&] { return caseload_page(all, in.given.has("names"), by_phase); }, "rows");
  return 0;
}

int run_status(Invocation& in) {
  const std::string code = in.client();
  in.expect_no_more_words();
  const auto page = engagement_page(in.seen(code), in.today());
  in.show(
      page, [&] { return status_page(page); }, "");
  return 0;
}

int run_brief(Invocation& in) {
  const std::string code = in.client();
  in.expect_no_more_words();
  const auto page = brief(in.seen(code), in.today());
  in.show(
      page, [&] { return brief_page(page); }, "open");
  return 0;
}

int run_timeline(Invocation& in) {
  const auto span = in.span_given();
  TimelineRange range{.from = span.from, .to = span.to, .kinds = {}};
  for (const auto& kind : in.given.all("kind"))
    range.kinds.push_back(word_typed<TimelineKind>("kind of entry", kind));
  const std::string code = in.client();
  in.expect_no_more_words();
  if (in.given.has("bars")) {
    const auto answer = bars(in.seen(code), in.today(), range);
    in.show(
        answer, [&] { return bars_page(answer); }, "rows");
    return 0;
  }
  const auto answer = timeline(in.seen(code), in.today(), range);
  in.show(
      answer, [&] { return timeline_page(answer); }, "entries");
  return 0;
}

int run_compare(Invocation& in) {
  const auto day = [&](const char* option) -> std::optional<Date> {
    const auto typed = in.given.one(option);
    return typed ? std::optional(parse_period(*typed, in.today()).last) : std::nullopt;
  };
  const std::string code = in.client();
  in.expect_no_more_words();
  const auto from = day("from");
  if (!from)
    throw Misunderstood("--from is missing",
                        fmt::format("coach compare {} --from jan --to today", code));
  Date to = day("to").value_or(in.today());
  const auto begun = in.given.one("to");
  if (begun && parse_period(*begun, in.today()).first > in.today())
    throw Error(fmt::format("{} is in the future", long_day(to)),
                "--to is a day that was, or today");
  to = std::min(to, in.today());  // of a month that is under way, what there is
  if (to <= *from)
    throw Misunderstood("--to lies before --from", "from the end of one day to the end of another");
  const auto answer = comparison(in.seen(code), *from, to, in.today());
  in.show(
      answer, [&] { return comparison_page(answer); }, "ratings");
  return 0;
}

int run_contacts(Invocation& in) {
  Contacts answer{.today = in.today()};
  answer.from = in.school_year_from();
  const bool one = !in.given.words.empty();
  const auto codes = one ? std::vector<std::string>{in.client()} : in.journal().codes();
  in.expect_no_more_words();
  for (auto& row : in.of_each(
           codes, [&](const Seen& seen) { return contacts_row(seen, answer.from, in.today()); }))
    if (row) answer.rows.push_back(std::move(*row));
  in.show(
      answer, [&] { return contacts_page(answer); }, "rows");
  return 0;
}

/// All that is open, of one client or of the caseload.
struct TodoList {
  Date today{};
  std::vector<OpenPromise> open;
};

}  // namespace

// clang-format off
template <> inline constexpr auto fields<TodoList> = std::tuple{
  Field{"today", &TodoList::today, Need::required, Holds::plain, "the day it was asked for"},
  Field{"open",  &TodoList::open,  Need::required, Holds::plain, "late first"},
};
// clang-format on

namespace {

int run_todo(Invocation& in) {
  TodoList todo{.today = in.today()};
  const bool one = !in.given.words.empty();
  const auto codes = one ? std::vector<std::string>{in.client()} : in.journal().codes();
  in.expect_no_more_words();
  std::optional<Date> until;
  if (const auto due = in.given.one("due")) until = parse_date(*due, Looks::ahead, in.today());
  const auto is_wanted = [&](const OpenPromise& promise) {
    if (in.given.has("mine") && promise.who == Party::client) return false;
    return !until || (promise.due && *promise.due <= *until);
  };
  auto open = in.of_each(codes, [&](const Seen& seen) -> std::vector<OpenPromise> {
    const bool ended = seen->only<Facts>().status == EngagementStatus::ended;
    return ended && !one ? std::vector<OpenPromise>{} : open_promises(seen, in.today());
  });
  for (auto& of_one : open) {
    std::ranges::copy_if(std::make_move_iterator(of_one.begin()),
                         std::make_move_iterator(of_one.end()), std::back_inserter(todo.open),
                         is_wanted);
    of_one = {};
  }
  sort_promises(todo.open);
  in.show(
      todo, [&] { return promises_page(todo.open, in.today(), !one); }, "open");
  return 0;
}

}  // namespace

std::vector<Command> look_commands() {
  return {
      {"list",
       "Look",
       "[options]",
       "the caseload, most pressing first",
       {"coach list --by phase", "coach list --all --sort client"},
       [] {
         return std::vector<Option>{{"all", "", "ended engagements too"},
                                    {"area", "TEXT", "only with this area of work"},
                                    {"role", "ROLE", "only this role"},
                                    {"names", "", "who and where behind each code"},
                                    {"by", "phase", "under headings, a step of a model each"},
                                    {"sort", "ORDER", "pressing, client, contact or next"}};
       },
       run_list,
       false,
       true},
      {"status",
       "Look",
       "[CLIENT]",
       "the one page of an engagement",
       {"coach status heron", "coach status heron --format md"},
       [] { return std::vector<Option>{}; },
       run_status,
       false,
       true},
      {"todo",
       "Look",
       "[CLIENT]",
       "what is promised, by whom, for when",
       {"coach todo", "coach todo heron --due \"in 2 weeks\""},
       [] {
         return std::vector<Option>{{"mine", "", "only what the coach does"},
                                    {"due", "DAY", "due by then"}};
       },
       run_todo,
       false,
       true},
      {"brief",
       "Look",
       "[CLIENT]",
       "the page before a visit",
       {"coach brief heron", "coach brief heron --plain"},
       [] { return std::vector<Option>{}; },
       run_brief,
       false,
       true},
      {"timeline",
       "Look",
       "[CLIENT]",
       "everything dated, in order",
       {"coach timeline heron --from nov --kind session", "coach timeline heron --bars"},
       [] {
         return std::vector<Option>{
             {"from", "DAY", "a day or a period: nov, 2026-11"},
             {"to", "DAY", "a day or a period"},
             {"bars", "", "goals and activities as bars over the months"},
             {"kind", "KIND",
              "session, observation, conversation, evidence, rating, goal, activity, agreement",
              true}};
       },
       run_timeline,
       false,
       true},
      {"compare",
       "Look",
       "[CLIENT] --from DAY",
       "what changed between the end of one day and of another",
       {"coach compare heron --from 2026-09-10 --to 2027-01-31", "coach compare heron --from jan"},
       [] {
         return std::vector<Option>{{"from", "DAY", "from the end of this day or period"},
                                    {"to", "DAY", "to the end of this one; today"}};
       },
       run_compare,
       false,
       true},
      {"contacts",
       "Look",
       "[CLIENT]",
       "contacts a week over the school year, and the gaps",
       {"coach contacts", "coach contacts heron --json"},
       [] { return std::vector<Option>{}; },
       run_contacts,
       false,
       true},
  };
}

}  // namespace coach
