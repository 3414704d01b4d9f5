// client.toml: the person or team. What identifies anybody stands here alone; everything else knows
// the code, so that a list, an id or a commit message names nobody.
#pragma once

#include "model/common.h"

namespace coach {

// clang-format off
struct Client {
  std::string name;
  std::string site;
  std::string email;
  std::string sponsor;
  std::vector<std::string> members;
  std::vector<std::string> aliases;
  std::optional<Date> hours_log_consent;
  bool operator==(const Client&) const = default;
};
template <> inline constexpr auto fields<Client> = std::tuple{
  Field{"name",              &Client::name,              Need::required, Holds::names, "the client's full name"},
  Field{"site",              &Client::site,              Need::optional, Holds::names, "school or office"},
  Field{"email",             &Client::email,             Need::optional, Holds::names, "address"},
  Field{"sponsor",           &Client::sponsor,           Need::optional, Holds::names, "who asked for the coaching or pays"},
  Field{"members",           &Client::members,           Need::optional, Holds::names, "of a team"},
  Field{"aliases",           &Client::aliases,           Need::optional, Holds::names, "words that must not leave under a code name"},
  Field{"hours_log_consent", &Client::hours_log_consent, Need::optional, Holds::plain, "may stand in a credential's hours log since"},
};
static_assert(well_described<Client>);
template <> inline constexpr KindInfo kind_of<Client> = {
  "client", "clients", "client.toml", Naming::fixed, "", "the person or team: the only file with names"};
// clang-format on

}  // namespace coach
