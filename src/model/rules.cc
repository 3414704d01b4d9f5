#include "model/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.h"
#include "model/agreed.h"
#include "model/expects.h"
#include "model/references.h"
#include "model/standing.h"

namespace coach {
namespace {

class Rules {
 public:
  Rules(const Seen& seen, const Surroundings& around, Date today)
      : seen_(seen), around_(around), today_(today) {}

  std::vector<Finding> all() {
    references();
    ids_twice();
    days();
    histories();
    cycles();
    measures();
    agreement();
    advice();
    return std::move(found_);
  }

 private:
  void say(std::string_view kind, const std::string& id, Path path, Severity severity,
           std::string text, std::string hint = {}) {
    found_.push_back(
        {std::string(kind), id, std::move(path), severity, std::move(text), std::move(hint)});
  }

  // ---- references to nothing

  void references() {
    const auto known_by = [&](const Rubric* rubric) {
      auto known = references_of(*seen_, rubric);
      known[Refers::rubric] = around_.rubrics;
      known[Refers::model] = around_.models;
      return known;
    };
    auto known = known_by(seen_->rubric());
    // What was written by an earlier rubric keeps its meaning.
    for (const auto& [name, rubric] : seen_->rubrics) {
      if (name == seen_->only<Facts>().rubric || !known.contains(Refers::element)) continue;
      for (const auto* element : elements_of(*rubric))
        known[Refers::element].push_back(element->key);
      for (const auto& level : rubric->levels) known[Refers::level].push_back(level.key);
    }
    for_each_kind(EngagementKinds{}, [&]<class Record>() {
      for (const auto& filed : seen_->all<Record>()) {
        if constexpr (std::is_same_v<Record, Assessment>) {
          const auto named = seen_->rubrics.find(filed.record.rubric);
          refer_to_nothing(
              filed, filed.record.rubric == seen_->only<Facts>().rubric
                         ? known
                         : known_by(named == seen_->rubrics.end() ? nullptr : named->second.get()));
          evidence_for_itself(filed);
        } else if constexpr (std::is_same_v<Record, Cycle>) {
          auto own = known;
          own.erase(Refers::step);
          if (const Way* way = seen_->way(filed.record.model))
            for (const auto& step : way->steps) own[Refers::step].push_back(step.key);
          refer_to_nothing(filed, own);
        } else {
          refer_to_nothing(filed, known);
        }
      }
    });
  }

  template <class Record>
  void refer_to_nothing(const Filed<Record>& filed, const References& known) {
    for (auto& wrong : dangling(description<Record>(), to_table(filed.record), known)) {
      // Steps that were gone through by an earlier model are history.
      if constexpr (std::is_same_v<Record, Facts>)
        if (wrong.refers == Refers::step && wrong.path.size() > 1) continue;
      say(kind_of<Record>.name, filed.id, std::move(wrong.path), Severity::error,
          fmt::format("no {} \"{}\"", said(wrong.refers), wrong.text),
          did_you_mean(wrong.text, known.at(wrong.refers)));
    }
  }

  void evidence_for_itself(const Filed<Assessment>& filed) {
    for (std::size_t i = 0; i < filed.record.ratings.size(); ++i) {
      const auto& evidence = filed.record.ratings[i].evidence;
      for (std::size_t e = 0; e < evidence.size(); ++e)
        if (evidence[e] == filed.id)
          say("assessment", filed.id, {"ratings", i, "evidence", e}, Severity::error,
              "a rating cannot be evidence for itself");
    }
  }

  void ids_twice() {
    std::set<std::string> seen_ids;
    for_each_kind(EngagementKinds{}, [&]<class Record>() {
      if constexpr (Dated<Record>)
        for (const auto& filed : seen_->all<Record>())
          if (!seen_ids.insert(filed.id).second)
            say(kind_of<Record>.name, filed.id, {}, Severity::error,
                fmt::format("the id {} stands twice in this engagement", filed.id),
                "rename one of the files: the last four letters are the id");
    });
  }

  // ---- days in disorder

  void after(std::string_view kind, const std::string& id, Path path,
             const std::optional<Date>& earlier, const std::optional<Date>& later,
             std::string_view first, std::string_view second) {
    if (earlier && later && earlier->ok() && later->ok() && *later < *earlier)
      say(kind, id, std::move(path), Severity::warning,
          fmt::format("{}, {}, lies before {}, {}", second, iso(*later), first, iso(*earlier)));
  }

  void days() {
    const Facts& facts = seen_->only<Facts>();
    after("engagement", "engagement", {"ended"}, facts.started, facts.ended, "the start",
          "the end");
    for_each_kind(EngagementKinds{}, [&]<class Record>() {
      if constexpr (Dated<Record>)
        for (const auto& filed : seen_->all<Record>()) {
          const Record& record = filed.record;
          const std::string& id = filed.id;
          const auto kind = kind_of<Record>.name;
          // What was agreed may come before the work.
          if (facts.started.ok() && !std::is_same_v<Record, Agreement>)
            after(kind, id, {"date"}, facts.started, record.date, "the start of the engagement",
                  "its day");
          bool to_come = false;
          if constexpr (std::is_same_v<Record, Session>) {
            to_come = record.state == SessionState::planned;
            if (to_come && record.date < today_)
              say(kind, id, {"date"}, Severity::advice,
                  fmt::format("planned for {}, which is past", iso(record.date)),
                  "log it, or set its state to missed or cancelled");
          }
          if (!to_come && record.date > today_)
            say(kind, id, {"date"}, Severity::warning,
                fmt::format("{} is still to come", iso(record.date)));
          if constexpr (requires { record.commitments; })
            for (std::size_t i = 0; i < record.commitments.size(); ++i) {
              const auto& promise = record.commitments[i];
              after(kind, id, {"commitments", i, "due"}, record.date, promise.due,
                    "the day it was promised", "its due day");
              after(kind, id, {"commitments", i, "done"}, record.date, promise.done,
                    "the day it was promised", "the day it was done");
            }
        }
    });
    for (const auto& [id, agreement] : seen_->all<Agreement>()) {
      after("agreement", id, {"until"}, agreement.date, agreement.until, "its day", "its end");
      after("agreement", id, {"keep_until"}, agreement.until, agreement.keep_until, "its end",
            "the day the records go");
    }
    for (const auto& [id, goal] : seen_->all<Goal>())
      for (std::size_t i = 0; i < goal.targets.size(); ++i)
        after("goal", id, {"targets", i, "by"}, goal.targets[i].set, goal.targets[i].by,
              "the day it was set", "the day to reach it");
    for (const auto& [id, activity] : seen_->all<Activity>())
      after("activity", id, {"due"}, activity.starts, activity.due, "its first day", "its due day");
  }

  // ---- a plain key and its history

  template <class Status, class History>
  void history(std::string_view kind, const std::string& id, Status status,
               const History& changes) {
    for (std::size_t i = 1; i < changes.size(); ++i)
      if (changes[i].on < changes[i - 1].on)
        say(kind, id, {"history", i, "on"}, Severity::warning, "the history is out of order");
    for (std::size_t i = changes.size(); i-- > 0;) {
      if (!changes[i].status) continue;
      if (*changes[i].status != status)
        say(kind, id, {"status"}, Severity::warning,
            fmt::format("status is {}, the last of its history {}", word_of(status),
                        word_of(*changes[i].status)),
            "the plain key counts; add a [[history]] entry with its day");
      return;
    }
  }

  void histories() {
    if (!seen_->all<Facts>().empty())
      history("engagement", "engagement", seen_->only<Facts>().status,
              seen_->only<Facts>().history);
    const Facts& facts = seen_->only<Facts>();
    for (std::size_t i = facts.history.size(); i-- > 0;) {
      const std::string& last = facts.history[i].phase;
      if (last.empty()) continue;
      const bool in_cycles = seen_->way() && is_all_round(*seen_->way());
      if (last != facts.phase && !in_cycles)
        say("engagement", "engagement", {"phase"}, Severity::warning,
            fmt::format("phase is {}, the last of its history {}", facts.phase, last),
            "the plain key counts; add a [[history]] entry with its day");
      break;
    }
    for (std::size_t i = facts.history.size(); i-- > 0;) {
      if (!facts.history[i].regime) continue;
      if (*facts.history[i].regime != facts.regime)
        say("engagement", "engagement", {"regime"}, Severity::error,
            fmt::format("the engagement is {}; it was begun as {}", word_of(facts.regime),
                        word_of(*facts.history[i].regime)),
            "an engagement has one regime from its first day; another is an engagement of its own");
      break;
    }
    for (const auto& [id, goal] : seen_->all<Goal>())
      history("goal", id, goal.status, goal.history);
    for (const auto& [id, activity] : seen_->all<Activity>())
      history("activity", id, activity.status, activity.history);
  }

  // ---- cycles

  void cycles() {
    for (const auto& [id, cycle] : seen_->all<Cycle>()) {
      after("cycle", id, {"closed"}, cycle.started, cycle.closed, "its first day", "its last");
      if (cycle.round < 1)
        say("cycle", id, {"round"}, Severity::error, "rounds are counted from 1");
      for (std::size_t i = 1; i < cycle.steps.size(); ++i)
        if (cycle.steps[i].on < cycle.steps[i - 1].on)
          say("cycle", id, {"steps", i, "on"}, Severity::warning, "the steps are out of order");
      for (std::size_t i = 0; i < cycle.data.size(); ++i)
        if (std::ranges::find(cycle.look_fors, cycle.data[i].look_for) == cycle.look_fors.end())
          say("cycle", id, {"data", i, "look_for"}, Severity::warning,
              fmt::format("\"{}\" is no look-for that was agreed before", cycle.data[i].look_for));
      for (std::size_t i = 0; i < cycle.checks.size(); ++i)
        after("cycle", id, {"checks", i, "on"}, cycle.started, cycle.checks[i].on, "its first day",
              "the check");
      // A hand may let rounds follow each other in a circle.
      std::set<std::string> before;
      for (std::string at = id; !at.empty();) {
        if (!before.insert(at).second) {
          say("cycle", id, {"follows"}, Severity::error, "it follows itself, by way of others");
          break;
        }
        const auto found = std::ranges::find(seen_->all<Cycle>(), at, &Filed<Cycle>::id);
        at = found == seen_->all<Cycle>().end() ? "" : found->record.follows;
      }
      const Way* way = seen_->way(cycle.model);
      if (way && way->regime != seen_->only<Facts>().regime)
        say("cycle", id, {"model"}, Severity::warning,
            fmt::format("the model {} is {}, the engagement {}", cycle.model, word_of(way->regime),
                        word_of(seen_->only<Facts>().regime)),
            "nothing crosses from one regime to another");
    }
    const Way* way = seen_->way();
    if (way && way->regime != seen_->only<Facts>().regime)
      say("engagement", "engagement", {"regime"}, Severity::warning,
          fmt::format("the engagement is {}, its model {} {}", word_of(seen_->only<Facts>().regime),
                      seen_->only<Facts>().model, word_of(way->regime)),
          "nothing crosses from one regime to another");
  }

  // ---- site data

  void measures() {
    for (const auto& filed : seen_->all<Measure>()) {
      const std::string& id = filed.id;
      const Measure& measure = filed.record;
      const auto wrong = [&](Path path, std::string text) {
        say("measure", id, std::move(path), Severity::error, std::move(text));
      };
      if (measure.by.empty() || measure.by.size() > 2)
        wrong({"by"},
              fmt::format("a measure has one or two dimensions; here are {}", measure.by.size()));
      std::set<std::vector<std::string>> groups;
      for (std::size_t i = 0; i < measure.groups.size(); ++i) {
        const auto& group = measure.groups[i];
        if (group.group.size() != measure.by.size())
          wrong({"groups", i, "group"},
                fmt::format("a word for each of {}", counted(measure.by.size(), "dimension")));
        std::vector<std::string> plain;
        for (const auto& word : group.group) plain.push_back(folded(word));
        if (!groups.insert(plain).second) wrong({"groups", i, "group"}, "this group stands twice");
        if (group.count < 0) wrong({"groups", i, "count"}, "fewer students than none");
        if (group.value && !std::isfinite(*group.value))
          wrong({"groups", i, "value"}, "this is no number");
      }
    }
  }

  // ---- what was agreed

  void agreement() {
    if (seen_->all<Facts>().empty()) return;
    const std::string warning = agreement_warning(seen_, today_);
    if (!warning.empty())
      say("engagement", "engagement", {}, Severity::warning, warning,
          "coach agreement shows and sets what was agreed");
  }

  // ---- advice

  void advice() {
    const auto targets = targets_in_force(seen_, today_);
    for (const auto& [id, goal] : seen_->all<Goal>()) {
      if (!is_open(goal)) continue;
      if (goal.targets.empty())
        say("goal", id, {}, Severity::advice, "no target level yet",
            "coach rubric target sets one");
      bool activity = false, indicator = false;
      for (const auto& [other, one] : seen_->all<Activity>())
        if (std::ranges::find(one.common.goals, id) != one.common.goals.end())
          activity = true, indicator |= !one.indicators.empty();
      if (!activity)
        say("goal", id, {}, Severity::advice, "no activity serves it yet",
            "coach activity add names it with --goal");
      else if (!indicator)
        say("goal", id, {}, Severity::advice, "no indicator shows its progress yet",
            "coach activity update ... --indicator");
      for (std::size_t i = 0; i < goal.targets.size(); ++i) {
        const auto in_force = targets.find(goal.targets[i].element);
        if (in_force != targets.end() && in_force->second.goal == id &&
            in_force->second.target == goal.targets[i] && goal.targets[i].by &&
            *goal.targets[i].by < today_ && !is_reached(goal.targets[i]) && seen_->rubric() &&
            find_element(*seen_->rubric(), goal.targets[i].element))
          say("goal", id, {"targets", i, "by"}, Severity::advice,
              fmt::format("the target for {} was due {}", goal.targets[i].element,
                          iso(*goal.targets[i].by)));
      }
      name_in_title("goal", id, goal.title);
    }
    const auto& statements = seen_->only<Theory>().statement;
    for (std::size_t i = 0; i < statements.size(); ++i) {
      const auto missing = [&](const std::vector<std::string>& part, const char* key) {
        if (part.empty())
          say("theory", "theory", {"statement", i}, Severity::advice,
              fmt::format("the theory lacks its \"{}\"", key));
      };
      missing(statements[i].when, "if");
      missing(statements[i].then, "then");
      missing(statements[i].so_that, "so that");
    }
    for (const auto& [id, observation] : seen_->all<Observation>()) {
      if (const Rubric* rubric = seen_->rubric())
        for (const auto& element : unknown_elements(observation.script, *rubric))
          say("observation", id, {"script"}, Severity::warning,
              fmt::format("the script names no element \"{}\"", element));
      for (std::size_t i = 0; i < observation.observed.size(); ++i)
        if (looks_like_a_name(observation.observed[i]))
          say("observation", id, {"observed", i}, Severity::advice,
              fmt::format("\"{}\" looks like a name", observation.observed[i]),
              "a code such as T04 tells nobody who it was");
    }
    for (const auto& [id, activity] : seen_->all<Activity>())
      name_in_title("activity", id, activity.title);
    for (const auto& [id, cycle] : seen_->all<Cycle>()) name_in_title("cycle", id, cycle.title);
    for (const auto& [id, session] : seen_->all<Session>())
      name_in_title("session", id, session.title);
    for (const auto& [id, observation] : seen_->all<Observation>())
      name_in_title("observation", id, observation.title);
    for (const auto& [id, evidence] : seen_->all<Evidence>())
      name_in_title("evidence", id, evidence.title);
  }

  bool is_reached(const Target& target) const {
    if (!seen_->rubric()) return false;
    const auto wanted = level_of(*seen_->rubric(), target.level);
    for (const Rater by : {Rater::joint, usual_rater(seen_)})
      if (const auto last = last_rating(seen_, target.element, by, today_);
          last && wanted && last->level >= wanted->number)
        return true;
    return false;
  }

  void name_in_title(std::string_view kind, const std::string& id, const std::string& title) {
    // A team is called by words that any title may hold.
    if (seen_->only<Facts>().role != Role::team && holds_name(seen_->only<Client>(), title))
      say(kind, id, {"title"}, Severity::advice, "the title holds the client's name",
          "titles stand in lists and file names; the code does not tell");
  }

  const Seen& seen_;
  const Surroundings& around_;
  Date today_;
  std::vector<Finding> found_;
};

}  // namespace

bool holds_name(const Client& client, std::string_view text) {
  std::vector<std::string> names;
  for (const auto& part : split(client.name, ' '))
    for (auto& name : split(part, '-')) names.push_back(std::move(name));
  names.insert(names.end(), client.aliases.begin(), client.aliases.end());
  const std::string all = folded(text);
  return std::ranges::any_of(names, [&](const std::string& name) {
    return code_points(name) >= 3 && all.find(folded(name)) != std::string::npos;
  });
}

std::vector<std::string> unknown_elements(std::string_view script, const Rubric& rubric) {
  std::vector<std::string> unknown;
  for (const auto& entry : script_entries(script))
    for (const auto& element : entry.elements)
      if (!find_element(rubric, element)) unknown.push_back(element);
  return unknown;
}

std::vector<Finding> findings(const Seen& seen, const Surroundings& around, Date today) {
  return Rules(seen, around, today).all();
}

std::vector<Finding> findings(const Rubric& rubric, const std::string& name) {
  std::vector<Finding> found;
  const auto say = [&](Path path, std::string text) {
    found.push_back({"rubric", name, std::move(path), Severity::error, std::move(text), {}});
  };
  if (rubric.levels.size() < 2 || rubric.levels.size() > 7)
    say({"levels"},
        fmt::format("a rubric has two to seven levels; here are {}", rubric.levels.size()));
  std::set<std::string> keys, levels;
  for (std::size_t i = 0; i < rubric.levels.size(); ++i)
    if (rubric.levels[i].key.empty() || rubric.levels[i].title.empty())
      say({"levels", i, "key"}, "a level needs a key and a title");
    else if (!levels.insert(rubric.levels[i].key).second)
      say({"levels", i, "key"}, fmt::format("the level {} stands twice", rubric.levels[i].key));
  for (std::size_t d = 0; d < rubric.domains.size(); ++d)
    for (std::size_t e = 0; e < rubric.domains[d].elements.size(); ++e) {
      const Element& element = rubric.domains[d].elements[e];
      if (element.key.empty() || element.title.empty())
        say({"domains", d, "elements", e, "key"}, "an element needs a key and a title");
      else if (!keys.insert(element.key).second)
        say({"domains", d, "elements", e, "key"},
            fmt::format("the element {} stands twice", element.key));
      for (const auto& [level, words_of_level] : element.levels)
        if (!levels.contains(level))
          say({"domains", d, "elements", e, "levels", level},
              fmt::format("the rubric has no level \"{}\"", level));
    }
  return found;
}

std::vector<Finding> findings(const Way& way, const std::string& name) {
  std::vector<Finding> found;
  const auto say = [&](Path path, Severity severity, std::string text, std::string hint = {}) {
    found.push_back({"model", name, std::move(path), severity, std::move(text), std::move(hint)});
  };
  if (way.steps.empty() || way.steps.size() > most_steps)
    say({"steps"}, Severity::error,
        fmt::format("a model has one to {} steps; here are {}", most_steps, way.steps.size()));
  std::vector<std::string> keys;
  for (std::size_t i = 0; i < way.steps.size(); ++i) {
    const WayStep& step = way.steps[i];
    if (step.key.empty() || slug(step.key) != step.key)
      say({"steps", i, "key"}, Severity::error, fmt::format("\"{}\" is no key of a step", step.key),
          "lower-case letters, digits and dashes");
    if (std::ranges::find(keys, step.key) != keys.end())
      say({"steps", i, "key"}, Severity::error, fmt::format("the step {} stands twice", step.key));
    keys.push_back(step.key);
    const auto same_title = [&](const WayStep& other) {
      return &other < &step && !step.title.empty() && folded(other.title) == folded(step.title);
    };
    if (std::ranges::any_of(way.steps, same_title))
      say({"steps", i, "title"}, Severity::error,
          fmt::format("two steps are called \"{}\"", step.title));
    for (std::size_t e = 0; e < step.expects.size(); ++e)
      if (!expectation(step.expects[e]).kind)
        say({"steps", i, "expects", e}, Severity::error,
            fmt::format("no records are called \"{}\"", step.expects[e]),
            "a folder of an engagement, or one of its fields: sessions, cycles.prediction");
  }
  if (!way.after_last.empty() && std::ranges::find(keys, way.after_last) == keys.end())
    say({"after_last"}, Severity::error, fmt::format("no step \"{}\"", way.after_last),
        did_you_mean(way.after_last, keys));
  const auto unnamed = std::ranges::count(way.steps, "", &WayStep::title);
  if (unnamed > 0)
    say({"steps"}, Severity::advice,
        fmt::format("{} not named yet",
                    unnamed == 1 ? "one step is" : fmt::format("{} steps are", unnamed)),
        fmt::format("coach model new NAME --from {} --step \"...\" names them", name));
  return found;
}

}  // namespace coach
