// Each link of the theory of action: the activities that do it, the evidence that would show it,
// and where it breaks. Advice, never an error.
#pragma once

#include "model/see.h"

namespace coach {

enum class TheoryPart { when, then, so_that };
// clang-format off
template <> inline constexpr std::array words<TheoryPart> = {
  Word{TheoryPart::when,    "if",      "what the leader does"},
  Word{TheoryPart::then,    "then",    "what changes among the adults"},
  Word{TheoryPart::so_that, "so-that", "what students gain"},
};

/// Something that carries a link, or would.
struct LinkSupport {
  std::string what;
  std::string id;
  std::string state;                   // under-way; there since 2026-10-02; not there yet
  bool holds = false;
  bool operator==(const LinkSupport&) const = default;
};
template <> inline constexpr auto fields<LinkSupport> = std::tuple{
  Field{"what",  &LinkSupport::what,  Need::required, Holds::prose, "activity, indicator, evidence, measure"},
  Field{"id",    &LinkSupport::id,    Need::required, Holds::plain, "of the record"},
  Field{"state", &LinkSupport::state, Need::required, Holds::plain, "how it stands"},
  Field{"holds", &LinkSupport::holds, Need::required, Holds::plain, "it is under way, done or there"},
};
static_assert(complete<LinkSupport>);

struct TheoryLink {
  int statement = 0;                   // from 1
  TheoryPart part = TheoryPart::when;
  std::vector<std::string> says;
  std::vector<LinkSupport> supports;
  std::string breaks;                  // why; empty: it holds
  std::string hint;                    // what would mend it
  bool operator==(const TheoryLink&) const = default;
};
template <> inline constexpr auto fields<TheoryLink> = std::tuple{
  Field{"statement", &TheoryLink::statement, Need::required, Holds::plain, "from 1"},
  Field{"part",      &TheoryLink::part,      Need::required, Holds::plain, "of the statement"},
  Field{"says",      &TheoryLink::says,      Need::required, Holds::prose, "its words"},
  Field{"supports",  &TheoryLink::supports,  Need::required, Holds::plain, "what carries it"},
  Field{"breaks",    &TheoryLink::breaks,    Need::required, Holds::plain, "why it does not hold; empty: it does"},
  Field{"hint",      &TheoryLink::hint,      Need::required, Holds::plain, "what would mend it"},
};
static_assert(complete<TheoryLink>);

struct TheoryCheck {
  std::string client;
  Date today{};
  int broken = 0;
  std::vector<TheoryLink> links;
  bool operator==(const TheoryCheck&) const = default;
};
template <> inline constexpr auto fields<TheoryCheck> = std::tuple{
  Field{"client", &TheoryCheck::client, Need::required, Holds::plain, "code"},
  Field{"today",  &TheoryCheck::today,  Need::required, Holds::plain, "the day it was asked for"},
  Field{"broken", &TheoryCheck::broken, Need::required, Holds::plain, "links that do not hold"},
  Field{"links",  &TheoryCheck::links,  Need::required, Holds::plain, "three a statement"},
};
static_assert(complete<TheoryCheck>);
// clang-format on

/// "If" is carried by activities of the statement's goals; "then" by the indicators that were
/// agreed for them; "so that" by measures and by evidence of student results that name the goals. A
/// statement without goals stands for all of them.
TheoryCheck theory_check(const Seen& seen, Date today);

}  // namespace coach
