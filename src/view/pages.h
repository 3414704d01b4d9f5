// The pages: each built from one answer, nothing else. What a page shows stands in the answer too,
// so that no format can say what another does not.
#pragma once

#include "model/agreed.h"
#include "model/bars.h"
#include "model/brief.h"
#include "model/caseload.h"
#include "model/comparison.h"
#include "model/contacts.h"
#include "model/cycles.h"
#include "model/dosage.h"
#include "model/evidence_map.h"
#include "model/feedback_tally.h"
#include "model/history.h"
#include "model/hours.h"
#include "model/measures.h"
#include "model/phase.h"
#include "model/promises.h"
#include "model/rubric_change.h"
#include "model/search.h"
#include "model/standing.h"
#include "model/status.h"
#include "model/theory_check.h"
#include "model/timeline.h"
#include "view/document.h"

namespace coach {

/// `names`: who and where behind each code, for the coach's own screen. `by_phase`: under a heading
/// for each model and step.
Page caseload_page(const Caseload& caseload, bool names, bool by_phase = false);
/// The one page of an engagement.
Page status_page(const EngagementPage& answer);
/// `wide`: descriptors of the present and the target level stand beside the focus elements (140
/// columns).
Page rubric_status_page(const RubricStatus& status, const Rubric& rubric, bool wide);
Page timeline_page(const Timeline& timeline);
Page bars_page(const Bars& bars);
Page contacts_page(const Contacts& contacts);
Page evidence_page(const EvidenceMap& map);
/// `one_element`: the levels' own words stand beside the ratings.
Page rating_history_page(const RatingHistory& history, bool one_element);
Page search_page(const SearchAnswer& answer);
Page brief_page(const Brief& brief);
Page agreed_page_of(const AgreedPage& answer);
Page dosage_page(const Dosage& answer);
Page caseload_hours_page(const CaseloadHours& answer);
/// `trace`: the meetings and visits stand below each number.
Page hours_counted_page(const HoursCounted& answer, bool trace);
Page hours_log_page(const HoursLog& answer, bool trace);
/// What was promised, with a word on its kind: a step, evidence, a question to come back to.
Line promise_line(const OpenPromise& promise);
Page promises_page(const std::vector<OpenPromise>& promises, Date today, bool all_clients);

Page comparison_page(const Comparison& answer);
Page theory_check_page(const TheoryCheck& answer);
/// "1 Starting 2 Doing".
std::string levels_in_words(const std::vector<std::string>& titles);
Page rubric_change_page(const RubricChange& answer);
Page rater_agreement_page(const RaterAgreement& answer);
Page occasions_page(const Occasions& answer);
/// A rubric to read: levels, then each element with its prompt and descriptors.
Page rubric_page(const Rubric& rubric, const std::string& name);
/// A model to read: each step with its purpose, its questions and what it expects.
Page model_page(const Way& way, const std::string& name);
Page phase_page(const PhaseStanding& answer);
/// What a step expects: there or not, how many, when last.
Line expected_line(const ExpectedRecord& row, Date today);
Page measures_page(const Measures& answer);
Page feedback_page(const FeedbackTally& answer);
Page cycles_page(const CycleList& answer, bool open_only);
Page cycle_page(const CycleStanding& answer);

}  // namespace coach
