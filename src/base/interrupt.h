// Ctrl-C and its kin as a flag that is looked at between steps: nothing is ever cut off in the
// middle of a write, and a question that is being waited on ends as if the input had ended.
//
// The flag is the one thing here that is global, since a signal has no other place to leave a word.
#pragma once

namespace coach {

/// From here on INT, TERM and HUP only set the flag. A signal that was ignored stays so (nohup).
void watch_for_interrupts();

/// True once one of them came.
bool interrupted();

}  // namespace coach
