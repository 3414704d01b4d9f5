#include "model/dated.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "model/contact.h"

namespace coach {

std::string title_of(const Session& session) {
  std::string what = headline(session);
  const auto plan = lines_of(session.plan);
  if (what.empty() && session.state == SessionState::planned)
    what = plan.empty() ? "planned" : plan.front();
  if (what.empty()) what = session.kind.empty() ? "meeting" : session.kind;
  return session.state == SessionState::held ? what
                                             : fmt::format("{}: {}", word_of(session.state), what);
}

std::string title_of(const Observation& observation) {
  return observation.title.empty() ? observation.setting
                                   : fmt::format("{}: {}", observation.setting, observation.title);
}

std::string title_of(const Conversation& conversation) {
  std::string what = conversation.with;
  if (conversation.count.value_or(1) > 1) what += fmt::format(" ({})", *conversation.count);
  const auto heard = lines_of(conversation.heard);
  if (!conversation.topics.empty()) return fmt::format("{}: {}", what, listed(conversation.topics));
  return heard.empty() ? what : fmt::format("{}: {}", what, heard.front());
}

std::string title_of(const Evidence& evidence) { return evidence.title; }

std::string title_of(const Assessment& assessment) {
  return fmt::format("{}: {}{}", word_of(assessment.by),
                     counted(assessment.ratings.size(), "element"),
                     assessment.complete == false ? ", half way" : "");
}

std::string title_of(const Agreement& agreement) {
  return fmt::format("with {}{}", word_of(agreement.with),
                     agreement.signed_on ? "" : ", not signed yet");
}

std::string title_of(const Feedback& feedback) {
  const auto said = lines_of(feedback.said);
  const std::string about = !feedback.focus.empty() ? feedback.focus
                            : said.empty()          ? std::string()
                                                    : said.front();
  return about.empty() ? feedback.teacher : fmt::format("{}: {}", feedback.teacher, about);
}

std::string title_of(const Measure& measure) {
  return measure.baseline.value_or(false) ? fmt::format("{}, baseline", measure.name)
                                          : measure.name;
}

std::vector<std::string> elements_named(const Observation& observation) {
  auto elements = observation.common.elements;
  for (const auto& line : script_entries(observation.script))
    for (const auto& element : line.elements)
      if (std::ranges::find(elements, element) == elements.end()) elements.push_back(element);
  return elements;
}

std::vector<DatedRecord> dated_records(const Seen& seen, Date as_of) {
  std::vector<DatedRecord> all;
  for_each_kind(EngagementKinds{}, [&]<class Record>() {
    if constexpr (Dated<Record> && Shared<Record>) {
      for (const auto& [id, record] : seen->all<Record>()) {
        if (record.date > as_of) continue;
        if constexpr (std::is_same_v<Record, Session>)
          if (record.state != SessionState::held) continue;
        DatedRecord one{record.date,
                        kind_of<Record>.name,
                        id,
                        title_of(record),
                        record.common.goals,
                        record.common.activities,
                        record.common.elements,
                        {}};
        if constexpr (std::is_same_v<Record, Observation>) one.elements = elements_named(record);
        if constexpr (std::is_same_v<Record, Evidence>) one.indicators = record.shows_indicator;
        all.push_back(std::move(one));
      }
    }
  });
  std::ranges::stable_sort(all, {}, &DatedRecord::date);
  return all;
}

}  // namespace coach
