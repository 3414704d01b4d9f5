// Every dated record of an engagement in one shape: its day, what it is in a line, and what it
// shows. The one place that says when a record counts as evidence (FORMAT.md: every dated record
// that names a goal or an element does).
#pragma once

#include "model/see.h"

namespace coach {

struct DatedRecord {
  Date date{};
  std::string_view kind;  // name of the record's kind
  std::string id;
  std::string title;
  std::vector<std::string> goals;
  std::vector<std::string> activities;
  std::vector<std::string> elements;    // of a script too
  std::vector<std::string> indicators;  // ACTIVITY.xx
};

/// Those up to a day, oldest first. A meeting that is still planned, or was missed or called off,
/// shows nothing and is left out.
std::vector<DatedRecord> dated_records(const Seen& seen, Date as_of);

/// A record in one line, as lists and timelines call it.
std::string title_of(const Session& session);
std::string title_of(const Observation& observation);
std::string title_of(const Conversation& conversation);
std::string title_of(const Evidence& evidence);
std::string title_of(const Assessment& assessment);
std::string title_of(const Agreement& agreement);
std::string title_of(const Feedback& feedback);
std::string title_of(const Measure& measure);

/// What it names, the elements of its script with them.
std::vector<std::string> elements_named(const Observation& observation);

}  // namespace coach
