// What of a record stands once it was agreed, whichever command would change it.
#pragma once

#include "command/invocation.h"

namespace coach {

/// Throws Error where a change of a record touches what was settled: a locked prediction, an
/// engagement's regime, its model by one of another regime.
void mind_what_is_settled(Invocation& in, const Kind& kind, const Table& before,
                          const Table& after);

}  // namespace coach
