#include "base/random.h"

#include <sodium.h>

#include <algorithm>

#include "base/error.h"

namespace coach {
namespace {

/// The letters after these, as a number counts: zzzz is followed by 0000.
std::string counted_up(std::string letters) {
  for (auto letter = letters.rbegin(); letter != letters.rend(); ++letter) {
    const auto at = id_letters.find(*letter);
    *letter = id_letters[(at + 1) % id_letters.size()];
    if (at + 1 < id_letters.size()) break;
  }
  return letters;
}

}  // namespace

std::string Letters::draw(std::size_t count) {
  if (!next_) {
    if (sodium_init() < 0) throw Error("the system gives no randomness");
    std::string letters;
    for (std::size_t i = 0; i < count; ++i)
      letters += id_letters[randombytes_uniform(static_cast<unsigned>(id_letters.size()))];
    return letters;
  }
  const bool known = !next_->empty() && std::ranges::all_of(*next_, [](char c) {
    return id_letters.find(c) != id_letters.npos;
  });
  if (!known)
    throw Misunderstood("COACH_IDS: letters of 0-9 and a-z without i, l, o, u",
                        "such as COACH_IDS=aaaa");
  std::string letters = *next_;
  next_ = counted_up(*next_);
  if (letters.size() < count) letters.insert(0, count - letters.size(), id_letters[0]);
  return letters.substr(letters.size() - count);
}

}  // namespace coach
