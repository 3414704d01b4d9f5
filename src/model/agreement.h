// agreements/: what coach and client, sponsor or agency agreed on: purpose, term, hours, the limits
// of confidentiality, and what the sponsor receives. The latest signed one with each party counts.
#pragma once

#include "model/common.h"

namespace coach {

enum class AgreedWith { client, sponsor, agency };
enum class SponsorReceives { attendance, hours, goals, activities, levels, evidence_titles };
enum class AiUse { none, transcripts, full };
enum class Rhythm { week, month, quarter, half_year, year };
// clang-format off
template <> inline constexpr std::array words<AgreedWith> = {
  Word{AgreedWith::client,  "client",  "the one who is coached"},
  Word{AgreedWith::sponsor, "sponsor", "who asked for the coaching or pays"},
  Word{AgreedWith::agency,  "agency",  "who contracts the coach"},
};
template <> inline constexpr std::array words<SponsorReceives> = {
  Word{SponsorReceives::attendance,      "attendance",      "that and when you meet"},
  Word{SponsorReceives::hours,           "hours",           "how much time it takes"},
  Word{SponsorReceives::goals,           "goals",           "what the goals are"},
  Word{SponsorReceives::activities,      "activities",      "the activities of the work plan"},
  Word{SponsorReceives::levels,          "levels",          "moves on the rubric"},
  Word{SponsorReceives::evidence_titles, "evidence-titles", "what evidence there is, by its titles"},
};
template <> inline constexpr std::array words<AiUse> = {
  Word{AiUse::none,        "none",        "no program that learns or writes sees any of it"},
  Word{AiUse::transcripts, "transcripts", "recordings may be written down by one"},
  Word{AiUse::full,        "full",        "notes may be given to one"},
};
template <> inline constexpr std::array words<Rhythm> = {
  Word{Rhythm::week,      "week",      "every week"},
  Word{Rhythm::month,     "month",     "every month"},
  Word{Rhythm::quarter,   "quarter",   "every quarter"},
  Word{Rhythm::half_year, "half-year", "every half-year"},
  Word{Rhythm::year,      "year",      "every year"},
};

struct Agreement {
  Date date{};
  AgreedWith with = AgreedWith::client;
  std::optional<Date> signed_on;
  std::optional<bool> voluntary;
  std::string purpose;
  std::optional<Date> until;
  std::optional<int> hours;
  std::optional<Minutes> minutes_per_month;
  std::vector<std::string> limits;
  std::vector<SponsorReceives> sponsor_receives;
  std::optional<Date> keep_until;
  std::optional<AiUse> ai;
  std::string fund;
  std::string qualifications;
  std::vector<std::string> deliverables;
  std::optional<Rhythm> reports_every;
  std::string review_of_coach;
  Common common;
  bool operator==(const Agreement&) const = default;
};
template <> inline constexpr auto fields<Agreement> = std::tuple{
  Field{"date",              &Agreement::date,              Need::required, Holds::plain, "the day it was talked over"},
  Field{"with",              &Agreement::with,              Need::required, Holds::plain, "the other side"},
  Field{"signed",            &Agreement::signed_on,         Need::optional, Holds::plain, "the day it was signed; from then on it counts"},
  Field{"voluntary",         &Agreement::voluntary,         Need::optional, Holds::plain, "false: somebody asked for it"},
  Field{"purpose",           &Agreement::purpose,           Need::optional, Holds::prose, "what the work is for"}.block(),
  Field{"until",             &Agreement::until,             Need::optional, Holds::plain, "its last day"}.ahead(),
  Field{"hours",             &Agreement::hours,             Need::optional, Holds::plain, "hours in all"},
  Field{"minutes_per_month", &Agreement::minutes_per_month, Need::optional, Holds::plain, "minutes a month"},
  Field{"limits",            &Agreement::limits,            Need::optional, Holds::prose, "where confidence ends"},
  Field{"sponsor_receives",  &Agreement::sponsor_receives,  Need::optional, Holds::plain, "what the sponsor may be told"},
  Field{"keep_until",        &Agreement::keep_until,        Need::optional, Holds::plain, "the day the records are deleted"}.ahead(),
  Field{"ai",                &Agreement::ai,                Need::optional, Holds::plain, "what such programs may see"},
  Field{"fund",              &Agreement::fund,              Need::optional, Holds::plain, "what pays for it"},
  Field{"qualifications",    &Agreement::qualifications,    Need::optional, Holds::prose, "of the coach, where an agency contracts"},
  Field{"deliverables",      &Agreement::deliverables,      Need::optional, Holds::prose, "what the coach hands over"},
  Field{"reports_every",     &Agreement::reports_every,     Need::optional, Holds::plain, "how often the coach reports"},
  Field{"review_of_coach",   &Agreement::review_of_coach,   Need::optional, Holds::prose, "how the coach's own work is looked at"},
  Spliced{&Agreement::common},
};
static_assert(well_described<Agreement>);
template <> inline constexpr KindInfo kind_of<Agreement> = {
  "agreement", "agreements", "agreements", Naming::dated, "with", "what was agreed with client, sponsor or agency", "purpose"};
// clang-format on

}  // namespace coach
