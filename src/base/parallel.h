// The same work for each of many, on all cores. Knows nothing of what the work is.
#pragma once

#include <cstddef>
#include <functional>

namespace coach {

/// Called on the caller's thread a few times a second, with how many of how many are done.
using Watch = std::function<void(std::size_t, std::size_t)>;

/// Calls `work(0)` ... `work(count - 1)`, each once, on as many threads as the machine has cores;
/// two of them may run at once, in any order. Returns when all have ended; then what the lowest of
/// them threw is thrown (once something was thrown, no further work begins).
void in_parallel(
    std::size_t count, const std::function<void(std::size_t)>& work,
    const Watch& watch = [](std::size_t, std::size_t) {});

}  // namespace coach
