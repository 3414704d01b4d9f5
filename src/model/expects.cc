#include "model/expects.h"

#include <fmt/format.h>

#include <algorithm>

namespace coach {

Expectation expectation(std::string_view what) {
  const auto dot = what.find('.');
  Expectation found{.kind = find_kind(what.substr(0, dot))};
  if (!found.kind || found.kind->info.naming == Naming::journal) return {};
  if (dot != what.npos) {
    found.field = find(*found.kind->description, what.substr(dot + 1));
    if (!found.field) return {};
  }
  return found;
}

std::string expectation_words(std::string_view what) {
  const auto named = expectation(what);
  if (!named.kind) return std::string(what);
  const bool one = named.kind->info.naming == Naming::fixed;
  const std::string_view records = one ? named.kind->info.name : named.kind->info.plural;
  if (!named.field) return std::string(records);
  std::string field(named.field->key);
  std::ranges::replace(field, '_', ' ');
  return fmt::format("{} with {}", records, field);
}

bool expects(const WayStep& step, std::string_view kind, std::string_view field) {
  return std::ranges::any_of(step.expects, [&](const std::string& what) {
    const auto named = expectation(what);
    return named.field && named.kind->info.name == kind && named.field->key == field;
  });
}

std::vector<ExpectedRecord> expected_records(const Seen& seen, const WayStep& step, Date from,
                                             Date today) {
  std::vector<ExpectedRecord> all;
  for (const auto& what : step.expects) {
    ExpectedRecord row{.what = what, .words = expectation_words(what)};
    const auto named = expectation(what);
    if (named.kind)
      for_each_kind(EngagementKinds{}, [&]<class Record>() {
        if (kind_of<Record>.name != named.kind->info.name) return;
        for (const auto& [id, record] : seen->all<Record>()) {
          if (named.field && !to_table(record).find(named.field->key)) continue;
          if constexpr (Dated<Record>) {
            if (record.date > today) continue;
            if constexpr (std::is_same_v<Record, Session>)
              if (record.state != SessionState::held) continue;
            row.since += record.date >= from ? 1 : 0;
            if (!row.last || *row.last < record.date) row.last = record.date;
          }
          ++row.there;
        }
      });
    all.push_back(std::move(row));
  }
  return all;
}

}  // namespace coach
