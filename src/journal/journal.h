// The journal on disk as values: opening it, loading engagements, finding records. Reading runs no
// git and writes nothing (journal/write.h writes).
//
// A file that cannot be read never hides the others: what was left out is collected, not thrown.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "journal/files.h"
#include "model/engagement.h"
#include "toml/parse.h"

namespace coach {

/// A record's file as it was read. `record` holds only what its kind knows; `document` all of it.
struct RecordFile {
  FoundFile file;
  std::string code;  // of its engagement
  Document document;
  Table record;
};

/// How much of an engagement a question needs. What is not read is known by its name alone.
struct Wanted {
  std::function<bool(const FoundFile&)> file = [](const FoundFile&) { return true; };
  bool rubrics = true;
};

/// Only records of these kinds, and no rubric or model; of an engagement's own facts always.
Wanted wanting(std::vector<std::string_view> kinds);

/// Files that were left out of an answer, each with its reason.
using LeftOut = Problems;

/// What all engagements of a journal share: read once a run, by whichever thread asks first.
template <class Record>
struct ReadOnce {
  std::map<std::string, std::shared_ptr<const Record>, std::less<>> by_name;
  std::unique_ptr<std::mutex> mutex = std::make_unique<std::mutex>();
};

/// Reading is safe from several threads at once.
class Journal {
 public:
  /// Throws Error where `root` holds no coach.toml, where that cannot be read, or is of a newer
  /// format.
  explicit Journal(const std::string& root);

  const std::string& root() const { return folder_.path(); }
  const Folder& folder() const { return folder_; }
  const JournalFacts& facts() const { return facts_; }

  /// True where there is an engagement of this code.
  bool has(const std::string& code) const;

  /// Codes of all engagements, in byte order.
  std::vector<std::string> codes() const;

  /// Everything in an engagement's folder, or as much of it as is wanted. Throws Error where there
  /// is no such engagement.
  Engagement load(const std::string& code, LeftOut& left_out, const Wanted& wanted = {}) const;

  /// Only client.toml and engagement.toml: enough to find a client by name.
  Client client_of(const std::string& code) const;
  Facts facts_of(const std::string& code) const;

  /// A rubric by NAME@VERSION. Empty where there is none;
  /// throws Error with the place where it cannot be read.
  std::shared_ptr<const Rubric> rubric(const std::string& name) const;
  std::shared_ptr<const Way> way(const std::string& name) const;
  std::vector<std::string> rubric_names() const;  // NAME@VERSION
  std::vector<std::string> way_names() const;

  /// One file as it is. Throws Error with the place where it cannot be read at all.
  RecordFile read(const FoundFile& file, const std::string& code) const;
  /// The same of a text that was read already.
  RecordFile read(const FoundFile& file, const std::string& code, std::string text) const;

 private:
  Folder folder_;
  JournalFacts facts_;
  mutable ReadOnce<Rubric> rubrics_;
  mutable ReadOnce<Way> ways_;
};

/// An engagement put together from its files, one after the other; none of them has to be kept.
class Assembly {
 public:
  Assembly(const Journal& journal, std::string code);

  /// Takes a record in as far as it can be read; gives all that is wrong with it.
  Flaws add(const FoundFile& file, const Table& record);
  /// A file that is there and could not be read at all.
  void add_unread(const FoundFile& file);

  /// With its rubrics (where wanted), its model and its cadence. What of these cannot be read is in
  /// `left_out`.
  Engagement finish(LeftOut& left_out, bool rubrics = true) &&;

 private:
  const Journal& journal_;
  Engagement engagement_;
  bool regime_unclear_ = false;
};

/// What is wrong with a record's values as one of this kind.
Flaws flaws_of(const Kind& kind, const Table& record);

/// Reads a document as a record of this kind; what is wrong with it is added to `problems`.
void check_record(const Kind& kind, const Document& document, const std::string& path,
                  Problems& problems);

/// A flaw of a record as a problem of its file.
Problem located(const Flaw& flaw, const Document& document, const std::string& path);

/// "path:line:column: text" - for messages outside of check.
std::string said(const Problem& problem);

}  // namespace coach
