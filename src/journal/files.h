// Where a record's file lies and what its name says: folders, dates, words, ids (FORMAT.md).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/value.h"
#include "record/kind.h"

namespace coach {

inline constexpr std::string_view engagements_folder = "engagements";

/// A record's file, found where files of its kind belong.
struct FoundFile {
  const Kind* kind = nullptr;
  std::string id;
  std::string path;  // below the journal
};

/// What stands in an engagement's folder and belongs to no kind, with the reason.
struct Stray {
  std::string path;
  std::string reason;
};

struct EngagementFiles {
  std::vector<FoundFile> records;        // kinds in the format's order, names in byte order
  std::vector<std::string> attachments;  // names in evidence/files/
  std::vector<Stray> strays;
};

EngagementFiles files_of(const Folder& journal, const std::string& code);

/// "DATE-WORD-XXXX.toml" taken apart; nothing where a name is none.
struct DatedName {
  std::string date;
  std::string word;
  std::string id;
};
std::optional<DatedName> dated_name(std::string_view file_name);

/// The path of a record of an engagement, made of its day and word where its kind is dated.
std::string path_of(const Kind& kind, const std::string& code, const std::string& id,
                    const Table& record);

/// Where an engagement's attachment of that name lies.
std::string attachment_path(const std::string& code, const std::string& name);

/// Why a name can hold no record: a copy that a cloud folder left, an editor's leaving. Empty: it
/// might.
std::string leaving(std::string_view file_name);

}  // namespace coach
