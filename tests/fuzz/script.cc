// The lines of a low-inference script: any text is entries, and entries written are the same ones.
#include "fuzz.h"
#include "model/observation.h"

using namespace coach;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto entries = script_entries(text);
  const auto written = script_text(entries);
  const auto again = script_entries(written);
  fuzz::must(again == entries, "what is written is read again");
  fuzz::must(script_text(again) == written, "and written the same");
  return 0;
}
