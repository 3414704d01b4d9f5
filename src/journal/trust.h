// Which journals may run their repository's own hooks, filters and signing: those that `coach init`
// made on this machine, noted by path and inode in the user's state folder. Never in the journal
// itself.
#pragma once

#include <string>

namespace coach {

/// `state`: the user's private folder ($XDG_STATE_HOME/coach). The journal's path is absolute.
void trust(const std::string& state, const std::string& journal);
bool is_trusted(const std::string& state, const std::string& journal);

}  // namespace coach
