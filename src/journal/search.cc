#include "journal/search.h"

#include <algorithm>

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

}  // namespace

SearchAnswer search(const Journal& journal, const SearchFor& wanted, LeftOut& left_out) {
  SearchAnswer answer{.words = wanted.words, .records = 0, .hits = {}};
  std::vector<std::string> words;
  for (const auto& word : wanted.words) words.push_back(folded(word));
  std::vector<std::vector<SearchHit>> found;
  for (const auto& code : wanted.codes) {
    for (const auto& file : files_of(journal.folder(), code).records) {
      if (!wanted.kinds.empty() &&
          std::ranges::find(wanted.kinds, file.kind->info.name) == wanted.kinds.end())
        continue;
      try {
        const auto text = journal.folder().read(file.path);
        if (!text || !may_hold(*text, words)) continue;
        const auto record = journal.read(file, code).record;
        const Value* date = record.find("date");
        const Date* day = date ? date->as<Date>() : nullptr;
        if ((wanted.from || wanted.to) && !day) continue;
        if (day && ((wanted.from && *day < *wanted.from) || (wanted.to && *day > *wanted.to)))
          continue;
        auto hits = lines_holding(*file.kind, record, words);
        if (hits.empty()) continue;
        for (auto& hit : hits) {
          hit.client = code;
          hit.id = file.id;
          if (day) hit.date = *day;
        }
        found.push_back(std::move(hits));
      } catch (const Error& error) {
        left_out.push_back(
            {.place = {.file = file.path}, .text = error.what(), .hint = error.hint});
      }
    }
  }
  std::ranges::stable_sort(found, [](const auto& a, const auto& b) {
    return a.front().date.value_or(Date{}) > b.front().date.value_or(Date{});
  });
  answer.records = static_cast<int>(found.size());
  for (auto& hits : found) std::ranges::move(hits, std::back_inserter(answer.hits));
  return answer;
}

}  // namespace coach
