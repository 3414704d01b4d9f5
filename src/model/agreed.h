// What is agreed and in force: with whom, until when, how much time, and what may pass to whom.
// Pure. The latest signed agreement with each party counts, from its signing on.
#pragma once

#include "model/see.h"

namespace coach {

/// The latest agreement with a party that was signed on or before a day; whether it has run out
/// since is its `until` to say.
const Filed<Agreement>* agreement_in_force(const Seen& seen, AgreedWith with, Date today);

/// The latest one with a party that nobody has signed yet.
const Filed<Agreement>* agreement_unsigned(const Seen& seen, AgreedWith with, Date today);

/// From this many days on an engagement should have an agreement; this many before its end it is
/// worth a word.
inline constexpr int days_without_agreement = 21;
inline constexpr int days_before_end = 30;

/// "no agreement", "agreement ends 30 Jun", "agreement ended 30 Jun", or nothing to say. Only of an
/// engagement under way, and of what was agreed with the client or, without that, the sponsor or
/// agency.
std::string agreement_warning(const Seen& seen, Date today);

// clang-format off
/// One agreement as shown.
struct AgreedRow {
  AgreedWith with = AgreedWith::client;
  std::string id;
  std::optional<Date> signed_on;
  std::optional<Date> until;
  std::optional<int> days_left;       // to its last day; negative once it is past
  std::optional<bool> voluntary;
  std::string purpose;
  std::optional<int> hours;
  std::optional<Minutes> minutes_per_month;
  std::vector<std::string> limits;
  std::vector<SponsorReceives> sponsor_receives;
  std::optional<Date> keep_until;
  AiUse ai = AiUse::none;
  std::string fund;
  std::string qualifications;
  std::vector<std::string> deliverables;
  std::optional<Rhythm> reports_every;
  std::string review_of_coach;
  bool operator==(const AgreedRow&) const = default;
};
template <> inline constexpr auto fields<AgreedRow> = std::tuple{
  Field{"with",              &AgreedRow::with,              Need::required, Holds::plain, "the other side"},
  Field{"id",                &AgreedRow::id,                Need::required, Holds::plain, "of the record"},
  Field{"signed",            &AgreedRow::signed_on,         Need::optional, Holds::plain, "missing: not yet"},
  Field{"until",             &AgreedRow::until,             Need::optional, Holds::plain, "its last day"},
  Field{"days_left",         &AgreedRow::days_left,         Need::optional, Holds::plain, "to its last day; negative: past it"},
  Field{"voluntary",         &AgreedRow::voluntary,         Need::optional, Holds::plain, "false: somebody asked for it"},
  Field{"purpose",           &AgreedRow::purpose,           Need::required, Holds::prose, "what the work is for"},
  Field{"hours",             &AgreedRow::hours,             Need::optional, Holds::plain, "in all"},
  Field{"minutes_per_month", &AgreedRow::minutes_per_month, Need::optional, Holds::plain, "a month"},
  Field{"limits",            &AgreedRow::limits,            Need::required, Holds::prose, "where confidence ends"},
  Field{"sponsor_receives",  &AgreedRow::sponsor_receives,  Need::required, Holds::plain, "what may pass to the sponsor"},
  Field{"keep_until",        &AgreedRow::keep_until,        Need::optional, Holds::plain, "the day the records are deleted"},
  Field{"ai",                &AgreedRow::ai,                Need::required, Holds::plain, "what such programs may see"},
  Field{"fund",              &AgreedRow::fund,              Need::required, Holds::plain, "what pays for it"},
  Field{"qualifications",    &AgreedRow::qualifications,    Need::required, Holds::prose, "of the coach"},
  Field{"deliverables",      &AgreedRow::deliverables,      Need::required, Holds::prose, "what the coach hands over"},
  Field{"reports_every",     &AgreedRow::reports_every,     Need::optional, Holds::plain, "how often the coach reports"},
  Field{"review_of_coach",   &AgreedRow::review_of_coach,   Need::required, Holds::prose, "how the coach's work is looked at"},
};
static_assert(complete<AgreedRow>);

struct AgreedPage {
  std::string client;
  Date today{};
  std::vector<AgreedRow> agreements;         // in force, or waiting for a signature
  std::vector<SponsorReceives> to_sponsor;   // what passes to the sponsor today
  std::string warning;
  bool operator==(const AgreedPage&) const = default;
};
template <> inline constexpr auto fields<AgreedPage> = std::tuple{
  Field{"client",     &AgreedPage::client,     Need::required, Holds::plain, "code"},
  Field{"today",      &AgreedPage::today,      Need::required, Holds::plain, "the day it was asked for"},
  Field{"agreements", &AgreedPage::agreements, Need::required, Holds::plain, "in force, or waiting for a signature"},
  Field{"to_sponsor", &AgreedPage::to_sponsor, Need::required, Holds::plain, "what passes to the sponsor today"},
  Field{"warning",    &AgreedPage::warning,    Need::required, Holds::plain, "what is amiss"},
};
static_assert(complete<AgreedPage>);
// clang-format on

/// What may pass to the sponsor on a day: what an agreement in force with the client grants, and no
/// agreement that has run out grants anything. Without the client's word nothing passes.
std::vector<SponsorReceives> passes_to_sponsor(const Seen& seen, Date today);

AgreedPage agreed_page(const Seen& seen, Date today, std::optional<AgreedWith> only);

}  // namespace coach
