// Days, periods, times and durations as typed: any text is one or is refused; what is one is a real
// day, and its ISO form is itself.
//
//   input = which, looks, today, text
#include "base/date.h"
#include "base/error.h"
#include "fuzz.h"

using namespace coach;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes bytes(data, size);
  const auto which = bytes.below(4);
  const Looks looks = bytes.below(2) == 0 ? Looks::back : Looks::ahead;
  const Date today =
      std::chrono::year{static_cast<int>(bytes.below(2) == 0 ? 2024 : 1 + bytes.byte() * 39)} /
      static_cast<int>(1 + bytes.below(12)) / static_cast<int>(1 + bytes.below(28));
  const auto text = bytes.rest();
  try {
    switch (which) {
      case 0: {
        const Date day = parse_date(text, looks, today);
        fuzz::must(day.ok(), "a day is one of the calendar");
        fuzz::must(iso_date(iso(day)) == day, "its ISO form is itself");
        break;
      }
      case 1: {
        const auto period = parse_period(text, today);
        fuzz::must(period.first.ok() && period.last.ok(), "a period has two days");
        fuzz::must(period.first <= period.last, "in their order");
        break;
      }
      case 2: {
        const Time time = parse_time(text);
        fuzz::must(time.hour >= 0 && time.hour < 24 && time.minute >= 0 && time.minute < 60,
                   "a time");
        break;
      }
      default:
        fuzz::must(parse_minutes(text) >= 0, "no duration is below nothing");
    }
  } catch (const Error& error) {
    fuzz::must(error.what()[0] != '\0', "a refusal says why");
  }
  return 0;
}
