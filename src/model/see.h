// What a reader may see. `see` is the only way to a `Seen`, and every question that ends on a
// screen or in a report takes nothing else: what that reader may not see is not in the value, so
// nothing can show it.
//
// Pure; no second place filters.
#pragma once

#include "model/engagement.h"

namespace coach {

enum class Audience { coach, client, sponsor };
// clang-format off
template <> inline constexpr std::array words<Audience> = {
  Word{Audience::coach,   "coach",   "everything"},
  Word{Audience::client,  "client",  "what is marked client or sponsor"},
  Word{Audience::sponsor, "sponsor", "what is marked sponsor"},
};
// clang-format on

/// An engagement as one reader may see it.
class Seen {
 public:
  const Engagement& operator*() const { return engagement_; }
  const Engagement* operator->() const { return &engagement_; }
  Audience audience() const { return audience_; }

 private:
  Seen(Engagement engagement, Audience audience)
      : engagement_(std::move(engagement)), audience_(audience) {}
  friend Seen see(Engagement engagement, Audience audience);
  friend Seen discreet(const Seen& seen);
  Engagement engagement_;
  Audience audience_;
};

/// Drops the records that the audience may not read, the fields that are the coach's alone, and
/// every reference to what was dropped (a goal's id is made of its title).
Seen see(Engagement engagement, Audience audience);

/// The same without names and prose, for a screen that others see: only codes, days, numbers and
/// words stay.
Seen discreet(const Seen& seen);

/// What stands in the place of prose on a shared screen.
inline constexpr std::string_view unshown = "(not shown)";

bool may_read(Audience audience, const std::optional<Visibility>& visibility);

}  // namespace coach
