// What a step of a model expects to be recorded, and what of it is there.
#pragma once

#include "model/see.h"

namespace coach {

// clang-format off
struct ExpectedRecord {
  std::string what;                 // as the model says it: goals.targets
  std::string words;                // for the eye: goals with targets
  int there = 0;                    // records of the kind in which the field is filled
  int since = 0;                    // of them, dated ones since the step was reached
  std::optional<Date> last;         // the latest of dated ones
  bool operator==(const ExpectedRecord&) const = default;
};
template <> inline constexpr auto fields<ExpectedRecord> = std::tuple{
  Field{"what",  &ExpectedRecord::what,  Need::required, Holds::plain, "KIND or KIND.field"},
  Field{"words", &ExpectedRecord::words, Need::required, Holds::plain, "the same for the eye"},
  Field{"there", &ExpectedRecord::there, Need::required, Holds::plain, "records of the engagement"},
  Field{"since", &ExpectedRecord::since, Need::required, Holds::plain, "of them since the step was reached"},
  Field{"last",  &ExpectedRecord::last,  Need::optional, Holds::plain, "the latest of them"},
};
static_assert(complete<ExpectedRecord>);
// clang-format on

/// What an expectation names; empty where no kind, or no field of it, is called so.
struct Expectation {
  const Kind* kind = nullptr;
  const FieldRow* field = nullptr;  // of KIND.field
};
Expectation expectation(std::string_view what);

/// "goals with targets", "sessions"; as it stands where it names nothing.
std::string expectation_words(std::string_view what);

/// True where a step expects KIND.field of this kind.
bool expects(const WayStep& step, std::string_view kind, std::string_view field);

/// Each expectation of a step with what is there up to `today`; `from`: when it was reached.
std::vector<ExpectedRecord> expected_records(const Seen& seen, const WayStep& step, Date from,
                                             Date today);

}  // namespace coach
