#include "model/agreed.h"

#include <fmt/format.h>

#include <algorithm>

namespace coach {
namespace {

template <class Wanted>
const Filed<Agreement>* latest(const Seen& seen, Date today, const Wanted& wanted) {
  const Filed<Agreement>* found = nullptr;
  for (const auto& filed : seen->all<Agreement>())
    if (filed.record.date <= today && wanted(filed.record) &&
        (!found || found->record.date <= filed.record.date))
      found = &filed;
  return found;
}

AgreedRow row_of(const Filed<Agreement>& filed, Date today) {
  const Agreement& agreement = filed.record;
  AgreedRow row{.with = agreement.with,
                .id = filed.id,
                .signed_on = agreement.signed_on,
                .until = agreement.until,
                .voluntary = agreement.voluntary,
                .purpose = agreement.purpose,
                .hours = agreement.hours,
                .minutes_per_month = agreement.minutes_per_month,
                .limits = agreement.limits,
                .sponsor_receives = agreement.sponsor_receives,
                .keep_until = agreement.keep_until,
                .ai = agreement.ai.value_or(AiUse::none),
                .fund = agreement.fund,
                .qualifications = agreement.qualifications,
                .deliverables = agreement.deliverables,
                .reports_every = agreement.reports_every,
                .review_of_coach = agreement.review_of_coach};
  if (agreement.until) row.days_left = days_between(today, *agreement.until);
  return row;
}

}  // namespace

const Filed<Agreement>* agreement_in_force(const Seen& seen, AgreedWith with, Date today) {
  return latest(seen, today, [&](const Agreement& agreement) {
    return agreement.with == with && agreement.signed_on && *agreement.signed_on <= today;
  });
}

const Filed<Agreement>* agreement_unsigned(const Seen& seen, AgreedWith with, Date today) {
  const auto* found =
      latest(seen, today, [&](const Agreement& agreement) { return agreement.with == with; });
  return found && !found->record.signed_on ? found : nullptr;
}

std::string agreement_warning(const Seen& seen, Date today) {
  const Facts& facts = seen->only<Facts>();
  if (facts.status != EngagementStatus::active) return {};
  const Filed<Agreement>* agreement = nullptr;
  for (const auto with : {AgreedWith::client, AgreedWith::sponsor, AgreedWith::agency})
    if (!agreement) agreement = agreement_in_force(seen, with, today);
  if (!agreement)
    return days_between(facts.started, today) >= days_without_agreement ? "no agreement" : "";
  const auto until = agreement->record.until;
  if (!until || days_between(today, *until) > days_before_end) return {};
  return fmt::format("agreement {} {}", *until < today ? "ended" : "ends", near_day(*until, today));
}

std::vector<SponsorReceives> passes_to_sponsor(const Seen& seen, Date today) {
  const auto* agreement = agreement_in_force(seen, AgreedWith::client, today);
  if (!agreement || agreement->record.until.value_or(today) < today) return {};
  return agreement->record.sponsor_receives;
}

AgreedPage agreed_page(const Seen& seen, Date today, std::optional<AgreedWith> only) {
  AgreedPage page{.client = seen->code, .today = today};
  for (const auto& word : words<AgreedWith>) {
    if (only && *only != word.value) continue;
    for (const auto* filed :
         {agreement_in_force(seen, word.value, today), agreement_unsigned(seen, word.value, today)})
      if (filed) page.agreements.push_back(row_of(*filed, today));
  }
  page.to_sponsor = passes_to_sponsor(seen, today);
  page.warning = agreement_warning(seen, today);
  return page;
}

}  // namespace coach
