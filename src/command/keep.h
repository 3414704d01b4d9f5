// What is minded before a captured record is kept, whichever way it came: its day, what it refers
// to, words that are new; and what gets a gentle mark afterwards.
#pragma once

#include "command/capture.h"

namespace coach {

/// How a kept record is called: in its commit, in the line after it, by its id.
struct Kept {
  std::string id;
  std::string message;
  std::string what;
};

/// As much of an engagement as it takes to keep this record: a log is to be as quick after ten
/// years as on the first day.
Seen seen_for(Invocation& in, const Kind& kind, const std::string& code, const Table& record);

/// Adds the record to the batch; a planned meeting of the same day is filled in rather than written
/// beside. Asks about an unlikely day and a new word; throws Error where that is declined, or where
/// it refers to nothing. `seen` is of `seen_for`.
Kept keep(Invocation& in, const Kind& kind, const Seen& seen, Table& record, Batch& batch);

/// A word that becomes part of a file's name and of lists, and is somebody's: asked about, refused
/// with `hint` where it is not meant.
void mind_name_in_file(Invocation& in, const Client& client, const std::string& word,
                       const std::string& hint);

/// Names where codes belong, elements that are none, words that judge: a word on each, no refusal.
void mark_what_was_kept(Invocation& in, const Seen& seen, const Table& record);

}  // namespace coach
