#include "model/comparison.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/contact.h"
#include "model/dated.h"
#include "model/promises.h"

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

/// The rubrics that were in force between two days, in order.
std::vector<std::string> rubrics_between(const Facts& facts, Date from, Date to) {
  std::vector<std::string> names;
  const auto add = [&](const std::string& name) {
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  };
  std::string in_force;
  for (const auto& change : facts.history) {
    if (change.rubric.empty() || change.on > to) continue;
    if (change.on > from && !in_force.empty()) add(in_force);
    in_force = change.rubric;
  }
  add(in_force.empty() ? facts.rubric : in_force);
  return names;
}

/// The same engagement as one that works by another of its rubrics.
Seen by_rubric(const Seen& seen, const std::string& name) {
  if (seen->only<Facts>().rubric == name) return seen;
  Engagement other = *seen;
  other.all<Facts>().front().record.rubric = name;
  return see(std::move(other), seen.audience());
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
  std::vector<std::string> rubrics;
  for (const auto& name : rubrics_between(seen->only<Facts>(), from, to)) {
    const Seen by = by_rubric(seen, name);
    if (!by->rubric()) continue;
    rubrics.push_back(name);
    std::ranges::move(level_moves(by, from, to), std::back_inserter(answer.ratings));
  }
  answer.rubric = fmt::format("{}", fmt::join(rubrics, ", then "));
  answer.goals = moves<Goal>(seen, from, to);
  answer.activities = moves<Activity>(seen, from, to);
  answer.feedback = feedback_tally(seen, to, add_days(from, 1), to).all;
  for (const auto& [id, feedback] : seen->all<Feedback>())
    if (is_to_a_teacher(feedback) && std::ranges::any_of(feedback.seen, [&](const LookAgain& look) {
          return between(look.on) && look.result == PracticeChange::changed;
        }))
      ++answer.changes_seen;
  for (auto& record : dated_records(seen, to)) {
    if (!between(record.date)) continue;
    if (record.kind != kind_of<Evidence>.name) {
      // Whatever names a goal or an element shows something of it.
      answer.other_records += record.goals.empty() && record.elements.empty() ? 0 : 1;
      continue;
    }
    EvidenceGained gained{record.date, std::string(record.kind), record.id, record.title, {}};
    for (const auto& goal : record.goals) gained.shows.push_back(short_slug(seen, goal));
    std::ranges::move(record.elements, std::back_inserter(gained.shows));
    for (const auto& indicator : record.indicators) {
      const auto dot = indicator.rfind('.');
      gained.shows.push_back(short_slug(seen, indicator.substr(0, dot)) +
                             (dot == indicator.npos ? "" : indicator.substr(dot)));
    }
    answer.evidence.push_back(std::move(gained));
  }
  return answer;
}

}  // namespace coach
