// Words looked for in records: which record holds them, and in which line of which field. Case and
// accents count for nothing.
#pragma once

#include "model/engagement.h"

namespace coach {

// clang-format off
struct SearchHit {
  std::string client;
  std::optional<Date> date;
  std::string kind;
  std::string id;
  std::string field;
  std::string line;
  bool operator==(const SearchHit&) const = default;
};
template <> inline constexpr auto fields<SearchHit> = std::tuple{
  Field{"client", &SearchHit::client, Need::required, Holds::plain, "code"},
  Field{"date",   &SearchHit::date,   Need::optional, Holds::plain, "of a dated record"},
  Field{"kind",   &SearchHit::kind,   Need::required, Holds::plain, "of the record"},
  Field{"id",     &SearchHit::id,     Need::required, Holds::plain, "of the record"},
  Field{"field",  &SearchHit::field,  Need::required, Holds::plain, "where the line stands"},
  Field{"line",   &SearchHit::line,   Need::required, Holds::prose, "the line that holds a word"},
};
static_assert(complete<SearchHit>);

struct SearchAnswer {
  std::vector<std::string> words;
  int records = 0;
  std::vector<SearchHit> hits;
  bool operator==(const SearchAnswer&) const = default;
};
template <> inline constexpr auto fields<SearchAnswer> = std::tuple{
  Field{"words",   &SearchAnswer::words,   Need::required, Holds::plain, "all of them were looked for"},
  Field{"records", &SearchAnswer::records, Need::required, Holds::plain, "how many hold all of them"},
  Field{"hits",    &SearchAnswer::hits,    Need::required, Holds::plain, "their lines that hold one, latest first"},
};
static_assert(complete<SearchAnswer>);
// clang-format on

/// The lines of a record that hold one of the words, where it holds all of them; else none. `words`
/// are folded.
std::vector<SearchHit> lines_holding(const Kind& kind, const Table& record,
                                     const std::vector<std::string>& words);

}  // namespace coach
