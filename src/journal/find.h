// Finding what was named at the command line: clients by code or name, records by id or title.
#pragma once

#include "journal/journal.h"

namespace coach {

/// The code of the engagement that `typed` names: its code, the client's name, or a unique part of
/// either, case and accents folded. Throws Error with the nearest, or with those that fit where
/// several do.
std::string find_client(const Journal& journal, const std::string& typed);

/// True where `typed` names one or several clients.
bool is_client(const Journal& journal, const std::string& typed);

/// A record named by an id, the unique beginning of one, or a part of its title; `heron/b7q1` and
/// `b7q1.ka` too: `entry` is then the two letters (or the number) behind the dot.
struct FoundRecord {
  RecordFile file;
  std::string entry;
};

/// Looks in the engagement `code` first (may be empty), else everywhere. Throws Error with what is
/// near.
FoundRecord find_record(const Journal& journal, const std::string& code, const std::string& typed);

/// The same among records of one kind.
FoundRecord find_record(const Journal& journal, const std::string& code, const std::string& typed,
                        const Kind& kind);

}  // namespace coach
