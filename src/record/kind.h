// What a record kind is called and where its files lie; one row a kind, beside its fields in
// model/. Knows no kind.
#pragma once

#include <string_view>

#include "record/description.h"

namespace coach {

/// How the files of a kind are named.
enum class Naming {
  fixed,    // one file, named in `folder`: client.toml
  dated,    // FOLDER/DATE-WORD-XXXX.toml; the id is the four letters
  slug,     // FOLDER/SLUG-OF-TITLE.toml; the slug is the id
  journal,  // beside the engagements, by a name of its own: coach.toml, rubrics/, models/
};

struct KindInfo {
  std::string_view name;    // as typed: observation
  std::string_view plural;  // as said: observations
  std::string_view folder;  // observations; of a fixed kind its file
  Naming naming = Naming::fixed;
  std::string_view word;   // of a dated kind: the field whose word stands in the name
  std::string_view help;   // one line
  std::string_view prose;  // the field that plain prose without any `key:` becomes
};

template <class Record>
inline constexpr KindInfo kind_of{};  // specialised below each record

/// A kind as a plain value, for commands that take any record.
struct Kind {
  KindInfo info;
  const Description* description = nullptr;
};

}  // namespace coach
