// The page before a visit, read in the car park: what was last, what is open, what to look at. From
// the records alone; the same records give the same page.
#pragma once

#include "model/promises.h"
#include "model/standing.h"
#include "model/status.h"

namespace coach {

// clang-format off
/// An element in focus with the words of its present and its next level.
struct FocusBrief {
  std::string element;
  std::string title;
  std::optional<int> now;
  std::optional<int> target;
  std::optional<Date> target_by;
  std::string now_reads;
  std::string next_reads;   // of the level after the present one; empty once the target is reached
  bool operator==(const FocusBrief&) const = default;
};
template <> inline constexpr auto fields<FocusBrief> = std::tuple{
  Field{"element",    &FocusBrief::element,    Need::required, Holds::plain, "its key"},
  Field{"title",      &FocusBrief::title,      Need::required, Holds::plain, "as shown"},
  Field{"now",        &FocusBrief::now,        Need::optional, Holds::plain, "the latest level"},
  Field{"target",     &FocusBrief::target,     Need::optional, Holds::plain, "the level to reach"},
  Field{"target_by",  &FocusBrief::target_by,  Need::optional, Holds::plain, "by when"},
  Field{"now_reads",  &FocusBrief::now_reads,  Need::required, Holds::plain, "the present level's descriptor"},
  Field{"next_reads", &FocusBrief::next_reads, Need::required, Holds::plain, "the next level's descriptor"},
};
static_assert(complete<FocusBrief>);

struct Brief {
  std::string client;
  std::string site;
  Date today{};
  std::optional<Meeting> next;
  std::optional<Meeting> last;
  std::optional<int> days_since_last;
  std::string question;
  std::string notes;
  std::vector<OpenPromise> open;
  std::vector<FocusBrief> focus;      // the ones last worked on first
  std::vector<std::string> since_then;
  std::vector<std::string> look_at;
  std::string plan;
  bool operator==(const Brief&) const = default;
};
template <> inline constexpr auto fields<Brief> = std::tuple{
  Field{"client",          &Brief::client,          Need::required, Holds::plain, "code"},
  Field{"site",            &Brief::site,            Need::required, Holds::names, "where"},
  Field{"today",           &Brief::today,           Need::required, Holds::plain, "the day it was asked for"},
  Field{"next",            &Brief::next,            Need::optional, Holds::plain, "the meeting ahead"},
  Field{"last",            &Brief::last,            Need::optional, Holds::plain, "the meeting before"},
  Field{"days_since_last", &Brief::days_since_last, Need::optional, Holds::plain, "days since then"},
  Field{"question",        &Brief::question,        Need::required, Holds::prose, "what was asked then"},
  Field{"notes",           &Brief::notes,           Need::required, Holds::prose, "how the notes of then begin"},
  Field{"open",            &Brief::open,            Need::required, Holds::plain, "promises that are open"},
  Field{"focus",           &Brief::focus,           Need::required, Holds::plain, "elements in focus that are not reached"},
  Field{"since_then",      &Brief::since_then,      Need::required, Holds::prose, "what was recorded since"},
  Field{"look_at",         &Brief::look_at,         Need::required, Holds::plain, "what the records ask for"},
  Field{"plan",            &Brief::plan,            Need::required, Holds::prose, "the agenda"},
};
static_assert(complete<Brief>);
// clang-format on

Brief brief(const Seen& seen, Date today);

}  // namespace coach
