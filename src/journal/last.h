// What the last command changed, kept in the journal's own state folder so that it can be taken
// back, with git or without. One command deep; never committed, and lost without harm.
//
//   last  = "last 2" LF digest LF command LF message LF file*
//   file  = path LF moved-from LF before-size LF after LF before-bytes LF
//
// digest is the SHA-256 of all behind it: the text is written in place, and a kill may tear it.
// before-size is "none" where the file was new, after the SHA-256 of what was written or "removed".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/file.h"

namespace coach {

struct LastFile {
  std::string path;
  std::string moved_from;             // empty: it kept its place
  std::optional<std::string> before;  // nothing: it was new
  std::string after;                  // SHA-256; empty: it was removed
};

struct LastChange {
  std::string command;  // "coach log-session"
  std::string message;  // of its commit
  std::vector<LastFile> files;
};

/// What these changes add to what the same command changed before: of a file that changed twice the
/// first text before and the last one after.
void take_in(LastChange& last, const std::vector<FileChange>& files);

std::string text_of(const LastChange& last);
/// Nothing for a text that is none of ours, or was cut short.
std::optional<LastChange> read_last_change(std::string_view text);

/// The changes that take it back. Throws Error where a file is no longer as that command left it.
std::vector<FileChange> taken_back(const LastChange& last, const Folder& journal);

}  // namespace coach
