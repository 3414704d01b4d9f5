// Writing records: new ones, changed ones, several at once; durable, under the lock, and committed.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/random.h"
#include "journal/git.h"
#include "journal/journal.h"
#include "journal/last.h"

namespace coach {

/// What writing needs from outside.
struct Writing {
  std::string state_folder;  // the user's private folder
  std::string command;       // for the lock's message: "coach log-session"
  Letters* letters = nullptr;
  std::function<bool()> interrupted = [] { return false; };
  LastChange* last = nullptr;  // what this command changed so far, for undo; nothing: not kept
};

/// What came of it: sentences for standard error.
struct Written {
  std::vector<std::string> notes;
};

/// Files to be written together, and the message of their commit (codes, kinds and dates; never a
/// name or prose).
class Batch {
 public:
  explicit Batch(const Journal& journal) : journal_(journal) {}

  /// A new record in canonical form. Draws an id (a slug of the title where the kind has one, with
  /// -2 ... where it is taken), gives two-letter keys to entries that lack them and the visibility
  /// that coach.toml shares. Returns the id.
  std::string add(const Kind& kind, const std::string& code, Table record, Letters& letters);

  /// An edit in place: only what differs between `file.record` and `after` changes its bytes;
  /// renamed where its day or word changed. Throws Error where the file holds errors or the edit
  /// cannot be made.
  void change(const RecordFile& file, Table after, Letters& letters);

  /// The record's file goes; with it the attachment that it alone names.
  void remove(const RecordFile& file);

  /// The record goes to another engagement as `after`, with its attachment. The id stays unless it
  /// is taken there. Returns it.
  std::string move(const RecordFile& file, const std::string& code, Table after, Letters& letters);

  /// A file that is kept beside a record: evidence/files/NAME, where NAME is taken with a number
  /// before its ending. Returns the name.
  std::string attach(const std::string& code, const std::string& name, std::string bytes);

  /// Changes that are made already: of an undo.
  void put(std::vector<FileChange> changes);

  /// Any other file of the journal.
  void put(const std::string& path, std::optional<std::string> before, std::string after);

  bool empty() const { return files_.empty(); }
  const std::vector<FileChange>& files() const { return files_; }

  /// Writes all or none, then commits. Throws Error with nothing changed.
  Written write(const Writing& how, const std::string& message);

 private:
  const Journal& journal_;
  std::vector<FileChange> files_;
};

/// Throws Error where a file holds errors: nothing is built on what cannot be read.
void refuse_flawed(const RecordFile& file);

/// Attachments are kept in the journal and its history: larger things lie better elsewhere.
inline constexpr std::size_t largest_attachment = 64u << 20;

/// The folder of a journal's own state: `.git` where the journal is the repository, else `.coach`.
std::string state_folder_of(const Journal& journal, const std::optional<Repository>& repository);

/// Where a journal keeps what the last command changed, below its state folder.
inline constexpr std::string_view last_change_file = "coach-last";

/// A date of one of a kind's history tables: adds {on, status} where a plain status differs from
/// before.
void note_in_history(Table& record, std::string_view key, const Value& value, Date on,
                     const std::string& note);

}  // namespace coach
