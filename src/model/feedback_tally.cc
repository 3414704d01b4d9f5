#include "model/feedback_tally.h"

#include <algorithm>
#include <map>

#include "base/text.h"

namespace coach {
namespace {

void count(FeedbackCounts& counts, const Feedback& feedback, Date today) {
  ++counts.given;
  counts.waits += waits(feedback, today) ? 1 : 0;
  const LookAgain* look = latest_look(feedback, today);
  if (!look) return;
  ++counts.looked_at;
  switch (look->result) {
    case PracticeChange::changed:
      ++counts.changed;
      break;
    case PracticeChange::partly:
      ++counts.partly;
      break;
    case PracticeChange::not_yet:
      ++counts.not_yet;
      break;
    case PracticeChange::no:
      ++counts.no;
      break;
  }
  std::optional<Date> first;
  for (const auto& one : feedback.seen)
    if (one.result == PracticeChange::changed && one.on <= today && (!first || one.on < *first))
      first = one.on;
  if (first) counts.days_to_change.push_back(std::max(0, days_between(feedback.date, *first)));
}

void add(FeedbackCounts& into, const FeedbackCounts& other) {
  into.given += other.given;
  into.looked_at += other.looked_at;
  into.changed += other.changed;
  into.partly += other.partly;
  into.not_yet += other.not_yet;
  into.no += other.no;
  into.waits += other.waits;
  into.days_to_change.insert(into.days_to_change.end(), other.days_to_change.begin(),
                             other.days_to_change.end());
}

/// 0 and 100 are kept for none and all.
int nearest_percent(int part, int all) {
  const int nearest = (200 * part + all) / (2 * all);
  return part == 0 || part == all ? nearest : std::clamp(nearest, 1, 99);
}

void finish(FeedbackCounts& counts) {
  std::ranges::sort(counts.days_to_change);
  if (counts.looked_at > 0) counts.percent = nearest_percent(counts.changed, counts.looked_at);
}

void finish(FeedbackTally& tally) {
  finish(tally.all);
  for (auto* list : {&tally.by_focus, &tally.by_month, &tally.by_client})
    for (auto& counts : *list) finish(counts);
  std::ranges::stable_sort(tally.by_focus, [](const FeedbackCounts& a, const FeedbackCounts& b) {
    return std::pair(-a.given, a.what) < std::pair(-b.given, b.what);
  });
  std::ranges::stable_sort(tally.by_month, {}, &FeedbackCounts::what);
  std::ranges::stable_sort(tally.rows, std::ranges::greater{}, &FeedbackRow::date);
  for (const auto& row : tally.rows)
    if (row.days_late) tally.waits.push_back(row);
  std::ranges::stable_sort(tally.waits, {}, [](const FeedbackRow& row) { return row.look_again; });
}

FeedbackRow row_of(const Seen& seen, const Filed<Feedback>& filed, Date today) {
  const Feedback& feedback = filed.record;
  const auto said = lines_of(feedback.said);
  FeedbackRow row{.client = seen->code,
                  .id = filed.id,
                  .date = feedback.date,
                  .teacher = feedback.teacher,
                  .by = std::string(word_of(feedback.by)),
                  .focus = feedback.focus,
                  .said = said.empty() ? std::string() : said.front(),
                  .look_again = feedback.look_again};
  if (waits(feedback, today)) row.days_late = days_between(*feedback.look_again, today);
  if (const LookAgain* look = latest_look(feedback, today)) {
    row.result = look->result;
    row.seen_on = look->on;
    row.note = look->note;
  }
  return row;
}

/// Focuses that differ in case alone are one.
using ByKey = std::map<std::string, FeedbackCounts>;

FeedbackCounts& counts_of(ByKey& all, const std::string& key, const std::string& shown) {
  auto& counts = all[key];
  if (counts.what.empty()) counts.what = shown;
  return counts;
}

std::vector<FeedbackCounts> values_of(ByKey& all) {
  std::vector<FeedbackCounts> values;
  for (auto& one : all) values.push_back(std::move(one.second));
  return values;
}

constexpr std::string_view no_focus = "no focus";

}  // namespace

const LookAgain* latest_look(const Feedback& feedback, Date today) {
  const LookAgain* latest = nullptr;
  for (const auto& look : feedback.seen)
    if (look.on <= today && (!latest || latest->on <= look.on)) latest = &look;
  return latest;
}

bool waits(const Feedback& feedback, Date today) {
  if (!feedback.look_again || *feedback.look_again > today) return false;
  const LookAgain* look = latest_look(feedback, today);
  return !look || look->on < *feedback.look_again;
}

FeedbackTally feedback_tally(const Seen& seen, Date today, std::optional<Date> from,
                             std::optional<Date> to) {
  FeedbackTally tally{.client = seen->code, .today = today};
  ByKey focuses, months;
  for (const auto& filed : seen->all<Feedback>()) {
    const Feedback& feedback = filed.record;
    if (!is_to_a_teacher(feedback) || feedback.date > today || (from && feedback.date < *from) ||
        (to && feedback.date > *to))
      continue;
    const std::string focus = feedback.focus.empty() ? std::string(no_focus) : feedback.focus;
    const std::string month = iso(feedback.date).substr(0, 7);
    count(tally.all, feedback, today);
    count(counts_of(focuses, folded(focus), focus), feedback, today);
    count(counts_of(months, month, month), feedback, today);
    tally.rows.push_back(row_of(seen, filed, today));
  }
  tally.by_focus = values_of(focuses);
  tally.by_month = values_of(months);
  finish(tally);
  return tally;
}

FeedbackTally caseload_feedback(std::vector<FeedbackTally> tallies, Date today) {
  FeedbackTally all{.today = today};
  ByKey focuses, months;
  for (auto& tally : tallies) {
    if (tally.rows.empty()) continue;
    add(all.all, tally.all);
    for (const auto& one : tally.by_focus) add(counts_of(focuses, folded(one.what), one.what), one);
    for (const auto& one : tally.by_month) add(counts_of(months, one.what, one.what), one);
    all.by_client.push_back(std::move(tally.all));
    all.by_client.back().what = tally.client;
    std::ranges::move(tally.rows, std::back_inserter(all.rows));
  }
  all.by_focus = values_of(focuses);
  all.by_month = values_of(months);
  finish(all);
  return all;
}

}  // namespace coach
