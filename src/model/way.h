// models/: a way of coaching as data: its steps, what each is for, the questions it asks and the
// records it expects. No model's name stands in the program. (Called Way in the code, since `model`
// is a folder.)
#pragma once

#include "model/facts.h"

namespace coach {

// clang-format off
struct WayStep {
  std::string key;
  std::string title;
  std::string purpose;
  std::vector<std::string> questions;
  std::vector<std::string> expects;
  bool operator==(const WayStep&) const = default;
};
template <> inline constexpr auto fields<WayStep> = std::tuple{
  Field{"key",       &WayStep::key,       Need::required, Holds::plain, "stands in an engagement's phase"},
  Field{"title",     &WayStep::title,     Need::required, Holds::plain, "as shown"},
  Field{"purpose",   &WayStep::purpose,   Need::optional, Holds::plain, "what the step is for"},
  Field{"questions", &WayStep::questions, Need::optional, Holds::plain, "guiding questions"},
  Field{"expects",   &WayStep::expects,   Need::optional, Holds::plain, "KIND or KIND.field that the step leaves behind"},
};
static_assert(well_described<WayStep>);

struct Way {
  std::string title;
  Regime regime = Regime::confidential;
  std::string source;
  std::string licence;
  std::string after_last;
  std::vector<WayStep> steps;
  bool operator==(const Way&) const = default;
};
template <> inline constexpr auto fields<Way> = std::tuple{
  Field{"title",      &Way::title,      Need::required, Holds::plain, "as shown"},
  Field{"regime",     &Way::regime,     Need::required, Holds::plain, "who may know what"},
  Field{"source",     &Way::source,     Need::required, Holds::plain, "where it comes from"},
  Field{"licence",    &Way::licence,    Need::required, Holds::plain, "under which it may be used"},
  Field{"after_last", &Way::after_last, Need::optional, Holds::plain, "the step that follows the last one; missing: once through"},
  Field{"steps",      &Way::steps,      Need::required, Holds::plain, "one to twelve"},
};
static_assert(well_described<Way>);
template <> inline constexpr KindInfo kind_of<Way> = {
  "model", "models", "models", Naming::journal, "", "a way of coaching: its steps and their questions"};
// clang-format on

const WayStep* find_step(const Way& way, std::string_view key);

}  // namespace coach
