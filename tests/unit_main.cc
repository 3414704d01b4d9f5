// The main of the unit tests; doctest's implementation is compiled here alone.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
