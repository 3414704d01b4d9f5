#include "base/parallel.h"

#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <stdexcept>
#include <string>

using namespace coach;

TEST_CASE("each of many is worked on once, whatever the order") {
  std::array<std::atomic<int>, 1000> times{};
  in_parallel(times.size(), [&](std::size_t at) { ++times[at]; });
  for (const auto& one : times) CHECK(one == 1);
}

TEST_CASE("no work is no error") {
  in_parallel(0, [](std::size_t) { FAIL("there is nothing to do"); });
}

TEST_CASE("what the first of many threw comes out, and the rest is not begun") {
  std::atomic<int> begun = 0;
  std::string thrown;
  try {
    in_parallel(100000, [&](std::size_t at) {
      ++begun;
      if (at % 7 == 3) throw std::runtime_error("at " + std::to_string(at));
    });
  } catch (const std::runtime_error& error) {
    thrown = error.what();
  }
  CHECK(thrown == "at 3");
  CHECK(begun < 100000);
}
