#include "command/settled.h"

#include <fmt/format.h>

#include "journal/templates.h"
#include "model/cycles.h"

namespace coach {

namespace {
template <class Record>
Record record_of(const Table& table) {
  Record record{};
  Flaws unused;
  from_table(table, {}, record, unused);
  return record;
}
}  // namespace

void mind_what_is_settled(Invocation& in, const Kind& kind, const Table& before,
                          const Table& after) {
  if (kind.info.name == kind_of<Facts>.name) {
    const auto was = record_of<Facts>(before), now = record_of<Facts>(after);
    if (was.regime != now.regime)
      throw Error(fmt::format("its records were written in a {} engagement, and stay in one",
                              word_of(was.regime)),
                  "an engagement has one regime; coach new-client begins another, with a model of "
                  "that regime");
    auto way = in.journal().way(now.model);
    if (!way) way = template_way(now.model);  // about to be copied
    if (way && way->regime != now.regime)
      throw Error(fmt::format("the model {} is {}, the engagement {}: nothing crosses from one to "
                              "the other",
                              now.model, word_of(way->regime), word_of(now.regime)),
                  "nothing was changed");
  }
  if (kind.info.name == kind_of<Cycle>.name)
    if (const auto was = record_of<Cycle>(before);
        const auto settled =
            settled_in(was, record_of<Cycle>(after), in.journal().way(was.model).get()))
      throw Error(*settled, "nothing was changed");
}

}  // namespace coach
