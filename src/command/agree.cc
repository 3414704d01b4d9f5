// What was agreed, and what may pass to whom. (The time given against it is hours.cc.)
#include <fmt/format.h>

#include "base/text.h"
#include "command/capture.h"

namespace coach {
namespace {

const std::vector<std::string> only_the_party = {"with"};

/// An agreement that nobody has signed yet is completed; else a new one is made.
int set_agreement(Invocation& in, const Kind& kind, const std::string& code, const Seen& seen,
                  AgreedWith with) {
  const auto* open = agreement_unsigned(seen, with, in.today());
  std::optional<FoundRecord> found;
  Table start;
  if (open) {
    found = find_record(in.journal(), code, open->id, kind);
    start = found->file.record;
  } else if (const auto* before = agreement_in_force(seen, with, in.today())) {
    // What is not said anew stays as it was agreed; it counts once this one is signed.
    start = find_record(in.journal(), code, before->id, kind).file.record;
    start.erase("signed");
    // A list that is said anew is said whole.
    for (const auto& row : *kind.description) {
      auto others = keys_of(*kind.description);
      std::erase(others, std::string(row.key));
      if (row.many && any_option(kind, in, others)) start.erase(row.key);
    }
    if (before->record.until && *before->record.until < in.today()) start.erase("until");
  }
  start.set("with", Value{std::string(word_of(with))});
  if (!open) {
    // Signed on a day that was, it was talked over by then.
    const auto signed_on = in.given.one("signed");
    const Date day = signed_on ? parse_date(*signed_on, Looks::back, in.today()) : in.today();
    start.set("date", Value{std::min(day, in.today())});
  }
  auto record = captured(kind, code, std::move(start), in);
  if (!record) return in.note("Nothing was recorded."), 0;
  finish_captured(kind, code, *record, in, [&](const std::function<void()>& writing) {
    check_references(in, seen, kind, *record);
    const auto day = [&](const char* key) -> std::optional<Date> {
      const Value* value = record->find(key);
      return value ? std::optional(*value->as<Date>()) : std::nullopt;
    };
    if (const auto until = day("until"); until && *until < day("date").value_or(*until))
      throw Error(fmt::format("it would end, {}, before it starts, {}", long_day(*until),
                              long_day(*day("date"))),
                  "nothing was recorded");
    if (const auto signed_on = day("signed"); signed_on && *signed_on > in.today())
      throw Error(fmt::format("signed on {}, which is in the future", long_day(*signed_on)),
                  "nothing was recorded");
    Batch batch(in.journal());
    std::string id;
    if (found) {
      batch.change(found->file, *record, in.letters());
      id = found->file.file.id;
    } else {
      id = batch.add(kind, code, *record, in.letters());
    }
    writing();
    in.finish(batch, fmt::format("{}: agreement", code),
              fmt::format("{} agreement with {}{}", display_code(code), word_of(with),
                          record->find("signed") ? "" : ", not signed yet"),
              id, readers_of(*record));
    const auto* in_force = agreement_in_force(seen, with, in.today());
    if (in_force && !record->find("signed"))
      in.note(
          fmt::format("coach: the one of {}, {}, counts until this one is signed; coach set {} "
                      "changes that one",
                      short_day(in_force->record.date), in_force->id, in_force->id));
  });
  return 0;
}

int run_agreement(Invocation& in) {
  const Kind& kind = *find_kind("agreement");
  const std::string code = in.client(1);
  const Seen seen = in.seen(code);
  std::optional<AgreedWith> with;
  if (const auto typed = in.given.one("with")) with = word_typed<AgreedWith>("party", *typed);
  const auto page = agreed_page(seen, in.today(), with);
  const bool ask_for_one =
      page.agreements.empty() && in.may_ask() && in.format() == Format::table && with;
  if (any_option(kind, in, only_the_party) || !in.given.words.empty() || ask_for_one)
    return set_agreement(in, kind, code, seen, with.value_or(AgreedWith::client));
  in.show(
      page, [&] { return agreed_page_of(page); }, "agreements");
  return 0;
}

}  // namespace

std::vector<Command> agree_commands() {
  return {
      {"agreement",
       "Plan",
       "[CLIENT] [options] [-]",
       "what was agreed, and what may pass to whom; shown or set",
       {"coach agreement heron",
        "coach agreement heron --with client --signed today --until 2027-06-30 --hours 40 "
        "--sponsor-receive attendance"},
       [] { return options_of(*find_kind("agreement")); },
       run_agreement,
       true,
       true},
  };
}

}  // namespace coach
