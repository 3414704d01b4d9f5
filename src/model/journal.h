// coach.toml: whose journal it is, and what holds where a record says nothing.
#pragma once

#include "model/common.h"

namespace coach {

/// The newest format of files that this program reads and writes.
inline constexpr int newest_format = 1;

// clang-format off
struct CoachFacts {
  std::string name;
  std::optional<Date> training_started;
  std::optional<int> group_limit;
  bool operator==(const CoachFacts&) const = default;
};
template <> inline constexpr auto fields<CoachFacts> = std::tuple{
  Field{"name",             &CoachFacts::name,             Need::required, Holds::names, "the coach"},
  Field{"training_started", &CoachFacts::training_started, Need::optional, Holds::plain, "hours for a credential count from here"},
  Field{"group_limit",      &CoachFacts::group_limit,      Need::optional, Holds::plain, "the largest group whose hours count"},
};
static_assert(well_described<CoachFacts>);

/// The largest group whose hours count, where coach.toml says none (International Coaching
/// Federation).
inline constexpr int usual_group_limit = 15;

struct Defaults {
  std::string model;
  std::string rubric;
  std::optional<int> cadence_days;
  bool operator==(const Defaults&) const = default;
};
template <> inline constexpr auto fields<Defaults> = std::tuple{
  Field{"model",        &Defaults::model,        Need::optional, Holds::plain, "the model of new engagements"}.to(Refers::model),
  Field{"rubric",       &Defaults::rubric,       Need::optional, Holds::plain, "the rubric of new engagements"}.to(Refers::rubric),
  Field{"cadence_days", &Defaults::cadence_days, Need::optional, Holds::plain, "longer without contact is worth a word"},
};
static_assert(well_described<Defaults>);

struct GitSettings {
  std::optional<bool> commit;
  bool operator==(const GitSettings&) const = default;
};
template <> inline constexpr auto fields<GitSettings> = std::tuple{
  Field{"commit", &GitSettings::commit, Need::optional, Holds::plain, "true: one commit a command"},
};
static_assert(well_described<GitSettings>);

struct Privacy {
  std::optional<int> minimum_cell;
  std::optional<int> keep_years;
  Pairs share;
  bool operator==(const Privacy&) const = default;
};
template <> inline constexpr auto fields<Privacy> = std::tuple{
  Field{"minimum_cell", &Privacy::minimum_cell, Need::optional, Holds::plain, "student groups smaller than this leave the journal hidden"},
  Field{"keep_years",   &Privacy::keep_years,   Need::optional, Holds::plain, "after an engagement ends"},
  Field{"share",        &Privacy::share,        Need::optional, Holds::plain, "folder of a kind = the visibility written into its new records"},
};
static_assert(well_described<Privacy>);

struct SchoolYear {
  std::string starts;
  bool operator==(const SchoolYear&) const = default;
};
template <> inline constexpr auto fields<SchoolYear> = std::tuple{
  Field{"starts", &SchoolYear::starts, Need::optional, Holds::plain, "month and day, as 08-01"},
};
static_assert(well_described<SchoolYear>);

/// The open words of this journal, beside those that the program suggests.
struct Vocabulary {
  std::vector<std::string> setting;
  std::vector<std::string> mode;
  std::vector<std::string> kind;
  std::vector<std::string> with;
  std::vector<std::string> occasion;
  bool operator==(const Vocabulary&) const = default;
};
template <> inline constexpr auto fields<Vocabulary> = std::tuple{
  Field{"setting",  &Vocabulary::setting,  Need::optional, Holds::plain, "of observations"},
  Field{"mode",     &Vocabulary::mode,     Need::optional, Holds::plain, "of sessions"},
  Field{"kind",     &Vocabulary::kind,     Need::optional, Holds::plain, "of sessions"},
  Field{"with",     &Vocabulary::with,     Need::optional, Holds::plain, "of conversations"},
  Field{"occasion", &Vocabulary::occasion, Need::optional, Holds::plain, "of assessments"},
};
static_assert(well_described<Vocabulary>);

struct JournalFacts {
  int format = 0;
  CoachFacts coach;
  Defaults defaults;
  GitSettings git;
  Privacy privacy;
  std::optional<SchoolYear> school_year;
  std::optional<Vocabulary> vocabulary;
  bool operator==(const JournalFacts&) const = default;
};
template <> inline constexpr auto fields<JournalFacts> = std::tuple{
  Field{"format",      &JournalFacts::format,      Need::required, Holds::plain, "of the files; this program knows 1"},
  Field{"coach",       &JournalFacts::coach,       Need::required, Holds::names, "whose journal it is"},
  Field{"defaults",    &JournalFacts::defaults,    Need::optional, Holds::plain, "what new engagements begin with"},
  Field{"git",         &JournalFacts::git,         Need::optional, Holds::plain, "how git is used"},
  Field{"privacy",     &JournalFacts::privacy,     Need::optional, Holds::plain, "what leaves, and what new records say"},
  Field{"school_year", &JournalFacts::school_year, Need::optional, Holds::plain, "when it begins"},
  Field{"vocabulary",  &JournalFacts::vocabulary,  Need::optional, Holds::plain, "this journal's own open words"},
};
static_assert(well_described<JournalFacts>);
template <> inline constexpr KindInfo kind_of<JournalFacts> = {
  "journal", "journals", "coach.toml", Naming::journal, "", "whose journal it is, and what holds where a record says nothing"};
// clang-format on

}  // namespace coach
