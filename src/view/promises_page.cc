// What is promised, by whom, for when; what is late stands first.
#include <fmt/format.h>

#include <algorithm>

#include "view/pages.h"

namespace coach {
namespace {

std::string counts(const std::vector<OpenPromise>& promises) {
  const auto late = std::ranges::count_if(
      promises, [](const OpenPromise& one) { return one.days_late.has_value(); });
  std::string text = fmt::format("{} open", promises.size());
  if (late > 0) text += fmt::format(", {} late", late);
  return text;
}

}  // namespace

Line promise_line(const OpenPromise& promise) {
  Line line = plain(promise.what);
  switch (promise.kind) {
    case PromiseKind::commitment:
      break;
    case PromiseKind::step:
      line.push_back({"  (step)", Tone::dim});
      break;
    case PromiseKind::indicator:
      line.push_back({"  (evidence)", Tone::dim});
      break;
    case PromiseKind::check_back:
      line.insert(line.begin(), {"ask how it went: "});
      break;
    case PromiseKind::look_again:
      line.insert(line.begin(), {"look again: "});
      break;
    case PromiseKind::cycle_check:
      line.insert(line.begin(), {"did it hold: "});
      break;
  }
  return line;
}

namespace {

Row as_row(const OpenPromise& promise, Date today, bool all_clients) {
  Row row;
  if (all_clients) row.cells.emplace_back(plain(promise.client));
  // Where one client is meant anyway, her code says more than "client" does.
  const bool named = promise.who == Party::client && !all_clients;
  row.cells.emplace_back(plain(named ? promise.client : std::string(word_of(promise.who))));
  row.cells.emplace_back(promise.days_late ? toned("!", Tone::bad) : Line{});
  row.cells.emplace_back(promise_line(promise));
  row.cells.emplace_back(toned(promise.id, Tone::dim));
  row.cells.emplace_back(promise.due ? plain(near_day(*promise.due, today))
                                     : toned("no day", Tone::dim));
  row.cells.emplace_back(
      promise.days_late ? toned(fmt::format("{} d late", *promise.days_late), Tone::bad) : Line{});
  return row;
}

TableBlock table_of(const std::vector<OpenPromise>& promises, Date today, bool all_clients) {
  TableBlock table;
  if (all_clients) table.columns.push_back({.title = "Client"});
  table.columns.insert(table.columns.end(), {{.title = "Who"},
                                             {.title = "", .tight = true},
                                             {.title = "Promise", .shrinks = true, .wraps = true},
                                             {.title = "Id"},
                                             {.title = "Due", .right = true},
                                             {.title = "Late", .right = true, .rank = 1}});
  for (const auto& promise : promises) table.rows.push_back(as_row(promise, today, all_clients));
  return table;
}

}  // namespace

Page promises_page(const std::vector<OpenPromise>& promises, Date today, bool all_clients) {
  Page page;
  if (promises.empty()) {
    page.blocks = {Paragraph{plain("Nothing is open.")}};
    return page;
  }
  page.blocks = {Heading{plain("Promised"), plain(counts(promises))}, Gap{},
                 table_of(promises, today, all_clients)};
  const auto closed_by_done = std::ranges::find_if(promises, [](const OpenPromise& one) {
    return one.kind == PromiseKind::commitment || one.kind == PromiseKind::step;
  });
  if (closed_by_done != promises.end()) {
    page.blocks.emplace_back(Gap{});
    page.blocks.emplace_back(Paragraph{
        toned(fmt::format("coach done {}   when it is kept", closed_by_done->id), Tone::dim)});
  }
  return page;
}

}  // namespace coach
