// An engagement as a value: everything that its folder holds, with the rubric and the model it
// works by. Adding a record kind is a header with its rows and a name in `EngagementKinds`.
#pragma once

#include <map>
#include <memory>
#include <tuple>

#include "model/activity.h"
#include "model/agreement.h"
#include "model/assessment.h"
#include "model/client.h"
#include "model/conversation.h"
#include "model/cycle.h"
#include "model/evidence.h"
#include "model/facts.h"
#include "model/feedback.h"
#include "model/goal.h"
#include "model/journal.h"
#include "model/measure.h"
#include "model/observation.h"
#include "model/rubric.h"
#include "model/session.h"
#include "model/theory.h"
#include "model/vision.h"
#include "model/way.h"

namespace coach {

template <class... Records>
struct KindList {};

/// Every kind that lies in an engagement's folder.
using EngagementKinds =
    KindList<Client, Facts, Vision, Theory, Agreement, Goal, Activity, Session, Observation,
             Conversation, Evidence, Assessment, Feedback, Measure, Cycle>;
/// Every kind of the journal itself.
using JournalKinds = KindList<JournalFacts, Rubric, Way>;

/// A record with its id: four letters, a slug, or the kind's name where there is one file of it.
template <class Record>
struct Filed {
  std::string id;
  Record record;
};

template <class List>
struct Shelves;
template <class... Records>
struct Shelves<KindList<Records...>> {
  std::tuple<std::vector<Filed<Records>>...> of;
};

/// A record of which no more is known than its name: it could not be read, or nobody asked.
struct Unread {
  std::string_view kind;
  std::string id;
};

/// Rubrics by NAME@VERSION; shared, since every engagement of a journal may use the same.
using Rubrics = std::map<std::string, std::shared_ptr<const Rubric>, std::less<>>;

struct Engagement {
  std::string code;
  Shelves<EngagementKinds> records;
  Rubrics rubrics;  // those that the engagement or its assessments name, as far as they are there
  Ways ways;        // its model and those of its cycles, as far as they are there
  int cadence_days = 0;        // its own, else the journal's; 0: none
  std::vector<Unread> unread;  // records that are there all the same

  template <class Record>
  std::vector<Filed<Record>>& all() {
    return std::get<std::vector<Filed<Record>>>(records.of);
  }
  template <class Record>
  const std::vector<Filed<Record>>& all() const {
    return std::get<std::vector<Filed<Record>>>(records.of);
  }

  /// The only record of a kind with one file; empty where the file is not there.
  template <class Record>
  const Record& only() const {
    static const Record none{};
    const auto& shelf = all<Record>();
    return shelf.empty() ? none : shelf.front().record;
  }

  /// The model it works by; nothing where that is not there.
  const Way* way() const { return way(only<Facts>().model); }
  const Way* way(std::string_view name) const {
    const auto found = ways.find(name);
    return found == ways.end() ? nullptr : found->second.get();
  }

  const Rubric* rubric() const {
    const auto found = rubrics.find(only<Facts>().rubric);
    return found == rubrics.end() ? nullptr : found->second.get();
  }
};

/// Calls `visit.template operator()<Record>()` for every kind of a list.
template <class... Records, class Visit>
void for_each_kind(KindList<Records...>, Visit&& visit) {
  (visit.template operator()<Records>(), ...);
}

/// True of kinds with a day of their own.
template <class Record>
concept Dated = requires(const Record& r) {
  { r.date } -> std::convertible_to<Date>;
};
/// True of kinds that carry the common fields.
template <class Record>
concept Shared = requires(const Record& r) {
  { r.common } -> std::convertible_to<Common>;
};

/// All kinds as plain values, engagement kinds first, in the order of the format.
const std::vector<Kind>& all_kinds();
/// By name, plural or folder; nothing where there is none.
const Kind* find_kind(std::string_view name);

/// How a client is called before the world: the code with a capital. "heron" -> "Heron".
std::string display_code(std::string_view code);

}  // namespace coach
