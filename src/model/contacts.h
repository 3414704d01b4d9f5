// Contacts a week over the school year: where the coach was, and where not.
#pragma once

#include "model/see.h"

namespace coach {

// clang-format off
/// Whole weeks without a contact.
struct ContactGap {
  Date from{};     // the day of the contact before it, or the first day
  int weeks = 0;
  bool operator==(const ContactGap&) const = default;
};
template <> inline constexpr auto fields<ContactGap> = std::tuple{
  Field{"from",  &ContactGap::from,  Need::required, Holds::plain, "the last contact before it, or the first day"},
  Field{"weeks", &ContactGap::weeks, Need::required, Holds::plain, "whole weeks"},
};
static_assert(complete<ContactGap>);

struct ContactsRow {
  std::string client;
  Date from{};                    // first day of the engagement within the year
  Date to{};                      // its last day so far
  std::vector<Date> days;         // meetings and visits
  std::vector<ContactGap> gaps;   // of three weeks and more, in order
  bool operator==(const ContactsRow&) const = default;
};
template <> inline constexpr auto fields<ContactsRow> = std::tuple{
  Field{"client", &ContactsRow::client, Need::required, Holds::plain, "code"},
  Field{"from",   &ContactsRow::from,   Need::required, Holds::plain, "first day of it within the year"},
  Field{"to",     &ContactsRow::to,     Need::required, Holds::plain, "last day so far"},
  Field{"days",   &ContactsRow::days,   Need::required, Holds::plain, "meetings and visits"},
  Field{"gaps",   &ContactsRow::gaps,   Need::required, Holds::plain, "three weeks and more without one"},
};
static_assert(complete<ContactsRow>);

struct Contacts {
  Date today{};
  Date from{};
  std::vector<ContactsRow> rows;
  bool operator==(const Contacts&) const = default;
};
template <> inline constexpr auto fields<Contacts> = std::tuple{
  Field{"today", &Contacts::today, Need::required, Holds::plain, "the day it was asked for"},
  Field{"from",  &Contacts::from,  Need::required, Holds::plain, "first day of the school year"},
  Field{"rows",  &Contacts::rows,  Need::required, Holds::plain, "one an engagement"},
};
static_assert(complete<Contacts>);
// clang-format on

/// The first day of the school year that `today` lies in. `starts` is "08-01".
Date school_year_start(const std::string& starts, Date today);

/// Held sessions and observations from that day on. Nothing for an engagement that ended before.
std::optional<ContactsRow> contacts_row(const Seen& seen, Date from, Date today);

}  // namespace coach
