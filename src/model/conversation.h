// conversations/: talks with those around the client: teachers, students, families, staff.
#pragma once

#include "model/common.h"

namespace coach {

inline constexpr std::array<std::string_view, 6> conversation_partners = {
    "teacher", "student", "parent", "staff", "community", "district"};

// clang-format off
struct Conversation {
  Date date{};
  std::optional<Minutes> minutes;
  std::string with;
  std::optional<int> count;
  std::string heard;
  std::vector<std::string> topics;
  std::string during;
  Common common;
  std::vector<Commitment> commitments;
  bool operator==(const Conversation&) const = default;
};
template <> inline constexpr auto fields<Conversation> = std::tuple{
  Field{"date",        &Conversation::date,        Need::required, Holds::plain, "the day of the talk"},
  Field{"minutes",     &Conversation::minutes,     Need::optional, Holds::plain, "how long, as 20 or 1h10"},
  Field{"with",        &Conversation::with,        Need::required, Holds::plain, "who was heard, never by name"}.open(conversation_partners),
  Field{"count",       &Conversation::count,       Need::optional, Holds::plain, "how many of them"},
  Field{"heard",       &Conversation::heard,       Need::required, Holds::prose, "what they said"}.block(),
  Field{"topics",      &Conversation::topics,      Need::optional, Holds::prose, "what it was about, in words"},
  Field{"during",      &Conversation::during,      Need::optional, Holds::plain, "the session whose minutes hold it"}.to(Refers::session),
  Spliced{&Conversation::common},
  Field{"commitments", &Conversation::commitments, Need::optional, Holds::prose, "what was promised: what; due"}.each("who"),
};
static_assert(well_described<Conversation>);
template <> inline constexpr KindInfo kind_of<Conversation> = {
  "conversation", "conversations", "conversations", Naming::dated, "with", "what those around the client said", "heard"};
// clang-format on

}  // namespace coach
