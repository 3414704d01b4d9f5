#include "journal/search.h"

#include <algorithm>

#include "base/interrupt.h"
#include "base/text.h"

namespace coach {
namespace {

/// False only where the record cannot hold all words. An escape (\u00e9) may hide a letter.
bool may_hold(const std::string& text, const std::vector<std::string>& words) {
  if (text.find("\\u") != text.npos || text.find("\\U") != text.npos) return true;
  const std::string all = folded(text);
  return std::ranges::all_of(words,
                             [&](const std::string& word) { return all.find(word) != all.npos; });
}

using RecordHits = std::vector<SearchHit>;  // of one record, its lines in order

/// The records of one engagement that hold all words.
class EngagementSearch {
 public:
  EngagementSearch(const Journal& journal, const SearchFor& wanted,
                   const std::vector<std::string>& words)
      : journal_(journal), wanted_(wanted), words_(words) {}

  void run(const std::string& code) {
    if (interrupted()) throw Error("interrupted", {}, Exit::interrupted);
    for (const auto& file : files_of(journal_.folder(), code).records) {
      if (!is_wanted(*file.kind)) continue;
      try {
        auto hits = hits_in(file, code);
        if (!hits.empty()) found.push_back(std::move(hits));
      } catch (const Error& error) {
        left_out.push_back(
            {.place = {.file = file.path}, .text = error.what(), .hint = error.hint});
      }
    }
  }

  std::vector<RecordHits> found;
  LeftOut left_out;

 private:
  bool is_wanted(const Kind& kind) const {
    return wanted_.kinds.empty() ||
           std::ranges::find(wanted_.kinds, kind.info.name) != wanted_.kinds.end();
  }

  RecordHits hits_in(const FoundFile& file, const std::string& code) const {
    auto text = journal_.folder().read(file.path);
    if (!text || !may_hold(*text, words_)) return {};
    const auto record = journal_.read(file, code, std::move(*text)).record;
    const Value* date = record.find("date");
    const Date* day = date ? date->as<Date>() : nullptr;
    if ((wanted_.from || wanted_.to) && !day) return {};
    if (day && ((wanted_.from && *day < *wanted_.from) || (wanted_.to && *day > *wanted_.to)))
      return {};
    auto hits = lines_holding(*file.kind, record, words_);
    for (auto& hit : hits) {
      hit.client = code;
      hit.id = file.id;
      if (day) hit.date = *day;
    }
    return hits;
  }

  const Journal& journal_;
  const SearchFor& wanted_;
  const std::vector<std::string>& words_;
};

}  // namespace

SearchAnswer search(const Journal& journal, const SearchFor& wanted, LeftOut& left_out,
                    const Watch& watch) {
  SearchAnswer answer{.words = wanted.words, .records = 0, .hits = {}};
  std::vector<std::string> words;
  for (const auto& word : wanted.words) words.push_back(folded(word));
  std::vector<EngagementSearch> searches(wanted.codes.size(),
                                         EngagementSearch(journal, wanted, words));
  in_parallel(
      searches.size(), [&](std::size_t at) { searches[at].run(wanted.codes[at]); }, watch);
  std::vector<RecordHits> found;
  for (auto& one : searches) {
    std::ranges::move(one.found, std::back_inserter(found));
    std::ranges::move(one.left_out, std::back_inserter(left_out));
  }
  std::ranges::stable_sort(found, [](const auto& a, const auto& b) {
    return a.front().date.value_or(Date{}) > b.front().date.value_or(Date{});
  });
  answer.records = static_cast<int>(found.size());
  for (auto& hits : found) std::ranges::move(hits, std::back_inserter(answer.hits));
  return answer;
}

}  // namespace coach
