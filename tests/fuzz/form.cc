// The form that an editor, standard input and the inbox use: any text is read as far as it can be,
// each flaw with its line; what was read comes back the same through a form.
//
//   input = kind, form 1E edited form
#include "record/form.h"

#include "fuzz.h"
#include "model/engagement.h"

using namespace coach;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes bytes(data, size);
  const auto& kinds = all_kinds();
  const Kind& kind = kinds[bytes.below(kinds.size())];
  const Typing typing{std::chrono::year{2026} / 11 / 24};
  const std::string form(bytes.part());
  const auto reading = read_form(kind, form, "heron", typing);
  for (const auto& flaw : reading.flaws)
    fuzz::must(flaw.line >= 1 && !flaw.text.empty(), "a flaw has a line and a reason");
  (void)form_with_reasons(form, reading.flaws);
  if (!reading.flaws.empty()) return 0;
  const FormFor how{.title = "a form", .code = "heron", .everything = true};
  const std::string written = form_text(kind, reading.record, how);
  // A form that nobody touched changes nothing, whatever it cannot show.
  const auto untouched = edited_by_form(kind, reading.record, written, how, typing);
  fuzz::must(untouched.flaws.empty(), "our own form can be read");
  fuzz::must(same(untouched.record, reading.record), "a form that nobody touched changes nothing");
  (void)edited_by_form(kind, reading.record, bytes.rest(), how, typing);
  return 0;
}
