// evidence/: what is no record of its own and shows progress: a document, a survey, students' work.
// The thing itself lies in evidence/files/, or elsewhere.
#pragma once

#include "model/common.h"

namespace coach {

inline constexpr std::array<std::string_view, 5> evidence_kinds = {
    "document", "survey", "student-results", "work-sample", "others-rating"};

// clang-format off
struct Evidence {
  Date date{};
  std::string title;
  std::string kind;
  std::string shows;
  std::string source;
  std::string file;
  std::string sha256;
  std::optional<int> bytes;
  std::string at;
  std::vector<std::string> shows_indicator;
  Common common;
  bool operator==(const Evidence&) const = default;
};
template <> inline constexpr auto fields<Evidence> = std::tuple{
  Field{"date",            &Evidence::date,            Need::required, Holds::plain, "the day it is from"},
  Field{"title",           &Evidence::title,           Need::required, Holds::prose, "what it is, in one line"},
  Field{"kind",            &Evidence::kind,            Need::required, Holds::plain, "what sort of thing"}.open(evidence_kinds),
  Field{"shows",           &Evidence::shows,           Need::optional, Holds::prose, "what can be seen in it"}.block(),
  Field{"source",          &Evidence::source,          Need::optional, Holds::prose, "who made it"},
  Field{"file",            &Evidence::file,            Need::optional, Holds::plain, "its name in evidence/files/"}.by_program(),
  Field{"sha256",          &Evidence::sha256,          Need::optional, Holds::plain, "SHA-256 of the file when it was taken in"}.by_program(),
  Field{"bytes",           &Evidence::bytes,           Need::optional, Holds::plain, "its size then"}.by_program(),
  Field{"at",              &Evidence::at,              Need::optional, Holds::prose, "where it lies instead: an address, a drawer"},
  Field{"shows_indicator", &Evidence::shows_indicator, Need::optional, Holds::plain, "the agreed evidence that it is: ACTIVITY.xx"}.to(Refers::indicator),
  Spliced{&Evidence::common},
};
static_assert(well_described<Evidence>);
template <> inline constexpr KindInfo kind_of<Evidence> = {
  "evidence", "evidence", "evidence", Naming::dated, "kind", "a thing that shows progress, with its file", "shows"};
// clang-format on

/// Where attachments lie below an engagement's folder.
inline constexpr std::string_view attachments_folder = "evidence/files";

}  // namespace coach
