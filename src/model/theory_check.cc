#include "model/theory_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "model/dated.h"
#include "model/promises.h"

namespace coach {
namespace {

bool serves(const std::vector<std::string>& goals, const std::vector<std::string>& of) {
  return of.empty() || std::ranges::any_of(goals, [&](const std::string& goal) {
           return std::ranges::find(of, goal) != of.end();
         });
}

class Check {
 public:
  Check(const Seen& seen, Date today) : seen_(seen), today_(today) {}

  void add(const TheoryStatement& statement, int number, TheoryCheck& into) const {
    TheoryLink when{.statement = number, .part = TheoryPart::when, .says = statement.when};
    TheoryLink then{.statement = number, .part = TheoryPart::then, .says = statement.then};
    TheoryLink so_that{.statement = number, .part = TheoryPart::so_that, .says = statement.so_that};
    activities(statement, when);
    indicators(statement, then);
    student_results(statement, so_that);
    for (auto* link : {&when, &then, &so_that}) {
      if (link->says.empty()) {
        link->breaks = "nothing is said here";
        link->hint = fmt::format("coach edit {}/theory", seen_->code);
      }
      into.broken += link->breaks.empty() ? 0 : 1;
      into.links.push_back(std::move(*link));
    }
  }

 private:
  void activities(const TheoryStatement& statement, TheoryLink& link) const {
    for (const auto& [id, activity] : seen_->all<Activity>()) {
      if (!serves(activity.common.goals, statement.goals)) continue;
      const bool holds =
          activity.status == ActivityStatus::under_way || activity.status == ActivityStatus::done;
      link.supports.push_back(
          {activity.title, short_slug(seen_, id), std::string(word_of(activity.status)), holds});
    }
    if (link.supports.empty()) {
      link.breaks = "no activity does it";
      link.hint = fmt::format("coach activity add {} \"...\"{}", seen_->code,
                              statement.goals.empty() ? "" : " --goal " + statement.goals.front());
    } else if (std::ranges::none_of(link.supports, &LinkSupport::holds)) {
      link.breaks = "no activity that does it is under way";
      link.hint =
          fmt::format("coach activity update {} --status under-way", link.supports.front().id);
    }
  }

  void indicators(const TheoryStatement& statement, TheoryLink& link) const {
    std::string activity_id;
    for (const auto& [id, activity] : seen_->all<Activity>()) {
      if (!serves(activity.common.goals, statement.goals) ||
          activity.status == ActivityStatus::dropped)
        continue;
      activity_id = short_slug(seen_, id);
      for (std::size_t i = 0; i < activity.indicators.size(); ++i) {
        const auto& indicator = activity.indicators[i];
        const std::string name = entry_id(id, indicator.key, i);
        const auto shown = shown_since(seen_, name, today_);
        link.supports.push_back({indicator.what, entry_id(short_slug(seen_, id), indicator.key, i),
                                 shown          ? "there since " + iso(*shown)
                                 : indicator.by ? "agreed for " + iso(*indicator.by)
                                                : std::string("not there yet"),
                                 shown.has_value()});
      }
    }
    if (link.supports.empty()) {
      link.breaks = "no evidence was agreed that would show it";
      link.hint =
          activity_id.empty()
              ? "an activity with --indicator \"...; by\""
              : fmt::format("coach activity update {} --indicator \"...; by\"", activity_id);
    } else if (std::ranges::none_of(link.supports, &LinkSupport::holds)) {
      link.breaks = "nothing that was agreed to show it is there yet";
      link.hint = fmt::format("coach log-evidence {} --shows-indicator {}", seen_->code,
                              link.supports.front().id);
    }
  }

  void student_results(const TheoryStatement& statement, TheoryLink& link) const {
    for (const auto& [id, measure] : seen_->all<Measure>())
      if (measure.date <= today_ && serves(measure.common.goals, statement.goals))
        link.supports.push_back({title_of(measure), id, iso(measure.date), true});
    for (const auto& [id, evidence] : seen_->all<Evidence>())
      if (evidence.date <= today_ &&
          (evidence.kind == "student-results" || evidence.kind == "work-sample") &&
          serves(evidence.common.goals, statement.goals))
        link.supports.push_back({evidence.title, id, iso(evidence.date), true});
    if (!link.supports.empty()) return;
    link.breaks = "no measure and no student work would show it";
    const std::string goal =
        statement.goals.empty() ? std::string() : " --goal " + statement.goals.front();
    link.hint = fmt::format("coach log-measure {} \"...\"{}", seen_->code, goal);
  }

  const Seen& seen_;
  Date today_;
};

}  // namespace

TheoryCheck theory_check(const Seen& seen, Date today) {
  TheoryCheck answer{.client = seen->code, .today = today};
  const Check check(seen, today);
  int number = 0;
  for (const auto& statement : seen->only<Theory>().statement)
    check.add(statement, ++number, answer);
  return answer;
}

}  // namespace coach
