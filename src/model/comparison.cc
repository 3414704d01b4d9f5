#include "model/comparison.h"

#include <algorithm>

#include "model/contact.h"
#include "model/dated.h"

namespace coach {
namespace {

/// The status on the evening of a day, by the history; empty where it was not there yet.
template <class Record>
std::string status_on(const Record& record, Date day) {
  std::string status;
  Date since{};
  bool any = false;
  for (const auto& change : record.history) {
    if (!change.status) continue;
    any = true;
    if (change.on > day || (!status.empty() && change.on < since)) continue;
    status = word_of(*change.status);
    since = change.on;
  }
  return any ? status : std::string(word_of(record.status));
}

int steps_done(const Goal&, Date, Date) { return 0; }
int steps_done(const Activity& activity, Date from, Date to) {
  return static_cast<int>(std::ranges::count_if(activity.steps, [&](const PlanStep& step) {
    return step.done && *step.done > from && *step.done <= to;
  }));
}

template <class Record>
std::vector<StatusMove> moves(const Seen& seen, Date from, Date to) {
  std::vector<StatusMove> all;
  for (const auto& [id, record] : seen->all<Record>()) {
    StatusMove move{.id = id,
                    .title = record.title,
                    .was = status_on(record, from),
                    .now = status_on(record, to),
                    .steps_done = steps_done(record, from, to)};
    if (!move.now.empty() && (move.was != move.now || move.steps_done > 0))
      all.push_back(std::move(move));
  }
  return all;
}

std::vector<LevelMove> level_moves(const Seen& seen, Date from, Date to) {
  std::vector<LevelMove> all;
  const auto before = rubric_status(seen, from), after = rubric_status(seen, to);
  for (std::size_t i = 0; i < after.standing.size(); ++i) {
    const auto& now = after.standing[i];
    if (before.standing[i].now == now.now) continue;
    all.push_back(
        {now.element, now.title, now.in_focus, before.standing[i].now, now.now, now.target});
  }
  return all;
}

}  // namespace

Comparison comparison(const Seen& seen, Date from, Date to, Date today) {
  Comparison answer{.client = seen->code, .from = from, .to = to, .today = today};
  const auto between = [&](Date day) { return day > from && day <= to; };
  for (const auto& [id, session] : seen->all<Session>())
    answer.sessions += session.state == SessionState::held && between(session.date) ? 1 : 0;
  for (const auto& held : time_held(seen, to))
    if (between(held.date)) answer.minutes.count += held.minutes;
  if (seen->rubric()) {
    answer.rubric = seen->only<Facts>().rubric;
    answer.ratings = level_moves(seen, from, to);
  }
  answer.goals = moves<Goal>(seen, from, to);
  answer.activities = moves<Activity>(seen, from, to);
  answer.feedback = feedback_tally(seen, to, add_days(from, 1), to).all;
  for (const auto& [id, feedback] : seen->all<Feedback>())
    for (const auto& look : feedback.seen)
      answer.changes_seen += between(look.on) && look.result == PracticeChange::changed ? 1 : 0;
  for (auto& record : dated_records(seen, to)) {
    if (!between(record.date) || record.kind != kind_of<Evidence>.name) continue;
    EvidenceGained gained{record.date, std::string(record.kind), record.id, record.title, {}};
    for (auto* list : {&record.goals, &record.elements, &record.indicators})
      std::ranges::move(*list, std::back_inserter(gained.shows));
    answer.evidence.push_back(std::move(gained));
  }
  return answer;
}

}  // namespace coach
