#include "model/evidence_map.h"

#include <algorithm>
#include <map>

#include "model/dated.h"
#include "model/promises.h"
#include "model/standing.h"

namespace coach {
namespace {

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

/// A goal is served by what names it, or one of its activities.
bool serves(const DatedRecord& record, const Seen& seen, const Filed<Goal>& goal) {
  if (holds(record.goals, goal.id)) return true;
  for (const auto& [id, activity] : seen->all<Activity>())
    if (holds(activity.common.goals, goal.id) && holds(record.activities, id)) return true;
  return false;
}

class Mapper {
 public:
  Mapper(const Seen& seen, Date today)
      : seen_(seen), today_(today), records_(dated_records(seen, today)) {
    // A rating is what evidence is for, and none itself; nor is what was agreed.
    std::erase_if(records_, [](const DatedRecord& record) {
      return record.kind == kind_of<Assessment>.name || record.kind == kind_of<Agreement>.name;
    });
  }

  EvidenceMap map() {
    EvidenceMap answer{.client = seen_->code, .today = today_};
    goals(answer);
    elements(answer);
    indicators(answer);
    moves(answer);
    return answer;
  }

 private:
  template <class Counts>
  void count(EvidenceRow& row, const Counts& counts) const {
    for (const auto& record : records_) {
      if (!counts(record)) continue;
      ++row.records;
      row.latest = record.date;
      row.latest_title = record.title;
      row.latest_id = record.id;
    }
  }

  void goals(EvidenceMap& answer) const {
    for (const auto& goal : seen_->all<Goal>()) {
      if (goal.record.status == GoalStatus::dropped) continue;
      EvidenceRow row{.about = EvidenceAbout::goal,
                      .key = goal.id,
                      .name = short_slug(seen_, goal.id),
                      .title = goal.record.title};
      count(row, [&](const DatedRecord& record) { return serves(record, seen_, goal); });
      answer.rows.push_back(std::move(row));
    }
  }

  void elements(EvidenceMap& answer) const {
    const Rubric* rubric = seen_->rubric();
    if (!rubric) return;
    const auto focus = focus_keys(seen_, today_);
    for (const auto* element : elements_of(*rubric)) {
      EvidenceRow row{.about = EvidenceAbout::element,
                      .key = element->key,
                      .name = element->key,
                      .title = element->title};
      count(row, [&](const DatedRecord& record) { return holds(record.elements, element->key); });
      if (row.records > 0 || holds(focus, element->key)) answer.rows.push_back(std::move(row));
    }
  }

  void indicators(EvidenceMap& answer) const {
    for (const auto& [id, activity] : seen_->all<Activity>()) {
      if (activity.status == ActivityStatus::dropped) continue;
      for (std::size_t i = 0; i < activity.indicators.size(); ++i) {
        const Indicator& indicator = activity.indicators[i];
        EvidenceRow row{.about = EvidenceAbout::indicator,
                        .key = entry_id(id, indicator.key, i),
                        .name = entry_id(short_slug(seen_, id), indicator.key, i),
                        .title = indicator.what,
                        .by = indicator.by};
        count(row, [&](const DatedRecord& record) { return holds(record.indicators, row.key); });
        if (row.records == 0 && indicator.by && *indicator.by < today_)
          row.days_late = days_between(*indicator.by, today_);
        answer.rows.push_back(std::move(row));
      }
    }
  }

  void moves(EvidenceMap& answer) const {
    struct Last {
      Date date{};
      int level = 0;
    };
    std::map<std::pair<Rater, std::string>, Last> before;
    for (const auto& [id, assessment] : seen_->all<Assessment>()) {
      if (assessment.date > today_) continue;
      const auto named = seen_->rubrics.find(assessment.rubric);
      if (named == seen_->rubrics.end()) continue;
      const Rubric& rubric = *named->second;
      for (const auto& rating : assessment.ratings) {
        const auto level = level_of(rubric, rating.level);
        const Element* element = find_element(rubric, rating.element);
        if (!level || !element) continue;
        Last& last = before[{assessment.by, rating.element}];
        const Date since = last.date;
        const bool moved = last.level != 0 && last.level != level->number;
        if (moved && rating.evidence.empty() && !recorded(rating.element, since, assessment.date))
          answer.bare_moves.push_back({rating.element, element->title,
                                       std::string(word_of(assessment.by)), last.level,
                                       level->number, assessment.date, id});
        last = {assessment.date, level->number};
      }
    }
  }

  bool recorded(const std::string& element, Date since, Date until) const {
    return std::ranges::any_of(records_, [&](const DatedRecord& record) {
      return record.date >= since && record.date <= until && holds(record.elements, element);
    });
  }

  const Seen& seen_;
  Date today_;
  std::vector<DatedRecord> records_;
};

}  // namespace

EvidenceMap evidence_map(const Seen& seen, Date today) { return Mapper(seen, today).map(); }

}  // namespace coach
