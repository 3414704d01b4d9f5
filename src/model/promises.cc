#include "model/promises.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/cycles.h"
#include "model/dated.h"
#include "model/feedback_tally.h"

namespace coach {
namespace {

OpenPromise promise(const Seen& seen, Date today, std::optional<Date> due) {
  OpenPromise made{.client = seen->code, .due = due};
  if (due && *due < today) made.days_late = days_between(*due, today);
  return made;
}

bool met_since(const Seen& seen, Date day, Date today) {
  return std::ranges::any_of(seen->all<Session>(), [&](const Filed<Session>& filed) {
    return filed.record.state == SessionState::held && filed.record.date >= day &&
           filed.record.date <= today;
  });
}

template <class Record>
void add_commitments(const Seen& seen, Date today, std::vector<OpenPromise>& out) {
  for (const auto& filed : seen->all<Record>()) {
    const Record& record = filed.record;
    if (record.date > today) continue;
    for (std::size_t i = 0; i < record.commitments.size(); ++i) {
      const Commitment& commitment = record.commitments[i];
      const Party who = commitment.who == Promiser::client ? Party::client : Party::coach;
      const auto add = [&](PromiseKind kind, std::optional<Date> due) {
        OpenPromise made = promise(seen, today, due);
        made.who = kind == PromiseKind::check_back ? Party::coach : who;
        made.kind = kind;
        made.what = commitment.what;
        made.id = entry_id(filed.id, commitment.key, i);
        made.since = record.date;
        out.push_back(std::move(made));
      };
      if (is_open(commitment)) add(PromiseKind::commitment, commitment.due);
      const bool asked = !commitment.check_back || commitment.dropped.value_or(false) ||
                         met_since(seen, *commitment.check_back, today);
      if (!asked) add(PromiseKind::check_back, commitment.check_back);
    }
  }
}

void add_plan(const Seen& seen, Date today, std::vector<OpenPromise>& out) {
  for (const auto& filed : seen->all<Activity>()) {
    const Activity& activity = filed.record;
    if (!is_open(activity)) continue;
    const std::string id = short_slug(seen, filed.id);
    const auto add = [&](PromiseKind kind, Party who, const std::string& what,
                         const std::string& key, std::size_t position, std::optional<Date> due) {
      OpenPromise made = promise(seen, today, due);
      made.who = who;
      made.kind = kind;
      made.what = what;
      made.id = entry_id(id, key, position);
      made.since = activity.starts;
      out.push_back(std::move(made));
    };
    for (std::size_t i = 0; i < activity.steps.size(); ++i) {
      const auto& step = activity.steps[i];
      if (!step.done)
        add(PromiseKind::step, step.who.value_or(activity.owner), step.what, step.key, i, step.due);
    }
    for (std::size_t i = 0; i < activity.indicators.size(); ++i) {
      const auto& indicator = activity.indicators[i];
      // Evidence that says it is what was agreed closes it.
      if (shown_since(seen, entry_id(filed.id, indicator.key, i), today)) continue;
      add(PromiseKind::indicator, activity.owner, indicator.what, indicator.key, i, indicator.by);
    }
  }
}

void add_looks(const Seen& seen, Date today, std::vector<OpenPromise>& out) {
  for (const auto& [id, feedback] : seen->all<Feedback>()) {
    if (feedback.date > today || !feedback.look_again) continue;
    const LookAgain* look = latest_look(feedback, today);
    if (look && look->on >= *feedback.look_again) continue;
    OpenPromise made = promise(seen, today, feedback.look_again);
    made.who = feedback.by == FeedbackGiver::coach ? Party::coach : Party::client;
    made.kind = PromiseKind::look_again;
    made.what = title_of(feedback);
    made.id = id;
    made.since = feedback.date;
    out.push_back(std::move(made));
  }
  for (const auto& filed : seen->all<Cycle>()) {
    if (filed.record.started > today) continue;
    const auto check = check_to_come(filed.record, today);
    if (!check) continue;
    OpenPromise made = promise(seen, today, check);
    made.who = Party::coach;
    made.kind = PromiseKind::cycle_check;
    made.what = cycle_name(filed.record);
    made.id = filed.id;
    made.since = filed.record.closed;
    out.push_back(std::move(made));
  }
}

}  // namespace

std::string short_slug(const Seen& seen, const std::string& id) {
  constexpr std::size_t enough = 14;
  for (auto end = id.find('-'); end != id.npos; end = id.find('-', end + 1)) {
    if (end < enough) continue;
    const std::string_view beginning = std::string_view(id).substr(0, end);
    const auto begins = [&](const auto& filed) {
      return filed.id != id && filed.id.starts_with(beginning);
    };
    if (std::ranges::none_of(seen->all<Activity>(), begins) &&
        std::ranges::none_of(seen->all<Goal>(), begins))
      return std::string(beginning);
  }
  return id;
}

std::optional<Date> shown_since(const Seen& seen, const std::string& indicator, Date today) {
  std::optional<Date> first;
  for (const auto& [id, evidence] : seen->all<Evidence>()) {
    const auto& shows = evidence.shows_indicator;
    if (evidence.date <= today && std::ranges::find(shows, indicator) != shows.end() &&
        (!first || evidence.date < *first))
      first = evidence.date;
  }
  return first;
}

std::vector<OpenPromise> open_promises(const Seen& seen, Date today) {
  std::vector<OpenPromise> open;
  add_commitments<Session>(seen, today, open);
  add_commitments<Observation>(seen, today, open);
  add_commitments<Conversation>(seen, today, open);
  add_plan(seen, today, open);
  add_looks(seen, today, open);
  sort_promises(open);
  return open;
}

void sort_promises(std::vector<OpenPromise>& promises) {
  // A due day in the past is late, so the day alone puts the late ones first.
  std::ranges::stable_sort(promises, [](const OpenPromise& a, const OpenPromise& b) {
    if (a.due.has_value() != b.due.has_value()) return a.due.has_value();
    if (a.due != b.due) return *a.due < *b.due;
    return a.client < b.client;
  });
}

}  // namespace coach
