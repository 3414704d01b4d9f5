// engagement.toml: the work with one client: role, since when, how far, by which model and rubric.
// (The engagement with all its records is model/engagement.h.)
#pragma once

#include "model/common.h"

namespace coach {

enum class Role {
  principal,
  assistant_principal,
  teacher_leader,
  site_coach,
  central_office,
  team,
  other
};
enum class EngagementStatus { active, paused, ended };
enum class Regime { confidential, open, supervisory };
// clang-format off
template <> inline constexpr std::array words<Role> = {
  Word{Role::principal,           "principal",           "leads a school"},
  Word{Role::assistant_principal, "assistant-principal", "second in a school"},
  Word{Role::teacher_leader,      "teacher-leader",      "teaches and leads"},
  Word{Role::site_coach,          "site-coach",          "coaches teachers at a school"},
  Word{Role::central_office,      "central-office",      "works for the district"},
  Word{Role::team,                "team",                "several people together"},
  Word{Role::other,               "other",               "anybody else"},
};
template <> inline constexpr std::array words<EngagementStatus> = {
  Word{EngagementStatus::active, "active", "under way"},
  Word{EngagementStatus::paused, "paused", "will go on"},
  Word{EngagementStatus::ended,  "ended",  "looked back on"},
};
template <> inline constexpr std::array words<Regime> = {
  Word{Regime::confidential, "confidential", "between coach and client"},
  Word{Regime::open,         "open",         "team and sponsor see comments"},
  Word{Regime::supervisory,  "supervisory",  "the coach is the rater"},
};

/// Since when the engagement has its status and phase.
struct EngagementChange {
  Date on{};
  std::optional<EngagementStatus> status;
  std::string phase;
  std::optional<Regime> regime;
  std::string rubric;
  std::string note;
  bool operator==(const EngagementChange&) const = default;
};
template <> inline constexpr auto fields<EngagementChange> = std::tuple{
  Field{"on",     &EngagementChange::on,     Need::required, Holds::plain, "since when"},
  Field{"status", &EngagementChange::status, Need::optional, Holds::plain, "what it became"},
  Field{"phase",  &EngagementChange::phase,  Need::optional, Holds::plain, "the step of the model it came to"}.to(Refers::step),
  Field{"regime", &EngagementChange::regime, Need::optional, Holds::plain, "who may know what, from its first day on"},
  Field{"rubric", &EngagementChange::rubric, Need::optional, Holds::plain, "the rubric that was taken up"}.to(Refers::rubric),
  Field{"note",   &EngagementChange::note,   Need::optional, Holds::prose, "why"},
};
template <> inline constexpr std::array<std::string_view, 4> shorthand<EngagementChange> = {"on", "status", "phase", "note"};
static_assert(well_described<EngagementChange>);

struct Facts {
  Role role = Role::other;
  std::optional<Date> role_since;
  Date started{};
  std::optional<Date> ended;
  EngagementStatus status = EngagementStatus::active;
  Regime regime = Regime::confidential;
  std::string model;
  std::string phase;
  std::string rubric;
  std::vector<std::string> areas;
  std::string school_level;
  std::optional<int> enrolment;
  std::string school_note;
  std::optional<int> cadence_days;
  std::vector<EngagementChange> history;
  bool operator==(const Facts&) const = default;
};
template <> inline constexpr auto fields<Facts> = std::tuple{
  Field{"role",         &Facts::role,         Need::required, Holds::plain, "what the client does"},
  Field{"role_since",   &Facts::role_since,   Need::optional, Holds::plain, "in this role since"},
  Field{"started",      &Facts::started,      Need::required, Holds::plain, "first day of the engagement"},
  Field{"ended",        &Facts::ended,        Need::optional, Holds::plain, "last day of the engagement"},
  Field{"status",       &Facts::status,       Need::required, Holds::plain, "under way or not"},
  Field{"regime",       &Facts::regime,       Need::required, Holds::plain, "who may know what"},
  Field{"model",        &Facts::model,        Need::optional, Holds::plain, "the way of coaching"}.to(Refers::model),
  Field{"phase",        &Facts::phase,        Need::optional, Holds::plain, "the step of the model it is at"}.to(Refers::step),
  Field{"rubric",       &Facts::rubric,       Need::optional, Holds::plain, "with its version, as name@1"}.to(Refers::rubric),
  Field{"areas",        &Facts::areas,        Need::optional, Holds::plain, "areas of work, free words"},
  Field{"school_level", &Facts::school_level, Need::optional, Holds::plain, "elementary, middle, high"},
  Field{"enrolment",    &Facts::enrolment,    Need::optional, Holds::plain, "students at the school"},
  Field{"school_note",  &Facts::school_note,  Need::optional, Holds::prose, "the school in a few words"},
  Field{"cadence_days", &Facts::cadence_days, Need::optional, Holds::plain, "longer without contact is worth a word"},
  Field{"history",      &Facts::history,      Need::optional, Holds::plain, "since when"}.by_program(),
};
static_assert(well_described<Facts>);
template <> inline constexpr KindInfo kind_of<Facts> = {
  "engagement", "engagements", "engagement.toml", Naming::fixed, "", "role, dates, status, model and rubric of the work"};
// clang-format on

/// The latest day, up to `today`, on which the engagement came to a step; nothing where it never
/// did.
inline std::optional<Date> reached_on(const Facts& facts, std::string_view step, Date today) {
  std::optional<Date> latest;
  for (const auto& change : facts.history)
    if (change.phase == step && change.on <= today && (!latest || *latest < change.on))
      latest = change.on;
  return latest;
}

}  // namespace coach
