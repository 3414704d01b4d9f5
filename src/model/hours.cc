#include "model/hours.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "model/agreed.h"

namespace coach {
namespace {

constexpr int window_months = 18;

std::string fund_of(const Seen& seen, Date day) {
  for (const auto with : {AgreedWith::client, AgreedWith::sponsor, AgreedWith::agency})
    if (const auto* agreed = agreement_in_force(seen, with, day);
        agreed && !agreed->record.fund.empty())
      return agreed->record.fund;
  return "no fund";
}

std::string row_of(const Seen& seen, const HeldTime& held, HoursBy by) {
  switch (by) {
    case HoursBy::kind:
      return held.kind;
    case HoursBy::mode:
      return held.mode.empty() ? "no mode" : held.mode;
    case HoursBy::goal:
      return held.goals->empty() ? "no goal" : fmt::format("{}", fmt::join(*held.goals, " + "));
    case HoursBy::fund:
      return fund_of(seen, held.date);
    case HoursBy::client:
      return seen->code;
    case HoursBy::month:
      return iso(held.date).substr(0, 7);
  }
  return {};
}

}  // namespace

std::vector<HeldRow> held_rows(const Seen& seen, HoursBy by, std::optional<Date> from,
                               std::optional<Date> to, Date today) {
  std::vector<HeldRow> rows;
  for (const auto& held : time_held(seen, today)) {
    if ((from && held.date < *from) || (to && held.date > *to)) continue;
    rows.push_back(
        {row_of(seen, held, by), seen->code, held.date, held.kind, held.id, Minutes{held.minutes}});
  }
  return rows;
}

HoursCounted hours_counted(std::vector<HeldRow> held, HoursBy by) {
  HoursCounted answer{.by = by};
  std::map<std::string, HoursSum> sums;
  for (const auto& row : held) {
    auto& sum = sums[row.what];
    sum.what = row.what;
    sum.minutes.count += row.minutes.count;
    ++sum.times;
    answer.together.count += row.minutes.count;
  }
  for (auto& one : sums) answer.rows.push_back(std::move(one.second));
  if (by != HoursBy::month && by != HoursBy::client)
    std::ranges::stable_sort(answer.rows, std::ranges::greater{}, &HoursSum::minutes);
  std::map<std::string, std::size_t> place;
  for (std::size_t i = 0; i < answer.rows.size(); ++i) place[answer.rows[i].what] = i;
  std::ranges::stable_sort(held, {}, [&](const HeldRow& row) {
    return std::tuple(place[row.what], row.date, std::string_view(row.client));
  });
  answer.held = std::move(held);
  return answer;
}

std::string decimal_hours(int minutes) {
  const int hundredths = minutes * 100 / 60;
  return fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
}

LogPart log_part(const Seen& seen, const LogRule& rule, Date today) {
  LogPart part;
  const Client& client = seen->only<Client>();
  const bool is_group = seen->only<Facts>().role == Role::team;
  const bool consented = client.hours_log_consent && *client.hours_log_consent <= today;
  const auto leave_off = [&](std::string why, const Session& session) {
    auto found = std::ranges::find(part.left_off, why, &LeftOffRow::why);
    if (found == part.left_off.end())
      found = part.left_off.insert(found, LeftOffRow{.why = std::move(why), .client = seen->code});
    ++found->sessions;
    if (session.minutes) found->minutes.count += session.minutes->count;
  };
  int paid = 0, pro_bono = 0;
  const Date window = add_months(today, -window_months);
  for (const auto& [id, session] : seen->all<Session>()) {
    if (session.state != SessionState::held || session.date > today) continue;
    if (session.kind != "coaching") {
      if (session.kind.empty())
        leave_off("no kind is said", session);
      else if (std::ranges::find(session_kinds, session.kind) == session_kinds.end())
        leave_off(fmt::format("the kind is {}, not coaching", session.kind), session);
      continue;
    }
    if (session.date < rule.since) {
      leave_off("before training began", session);
      continue;
    }
    if (!session.minutes) {
      leave_off("no minutes are said", session);
      continue;
    }
    const int present =
        session.present.value_or(is_group ? static_cast<int>(client.members.size()) : 1);
    if (present < 1)
      leave_off("it is not said how many were present", session);
    else if (present > rule.group_limit)
      leave_off(fmt::format("more than {} were present", rule.group_limit), session);
    else if (!consented)
      leave_off("no consent to stand in a log", session);
    else
      part.sessions.push_back({seen->code, id, session.date, *session.minutes,
                               session.paid.value_or(true), present, session.date >= window});
  }
  if (part.sessions.empty()) return part;
  LogRow row{.client = client.name, .individual_or_group = {}, .contact = client.email};
  row.start_date = row.end_date = part.sessions.front().date;
  for (const auto& session : part.sessions) {
    (session.paid ? paid : pro_bono) += session.minutes.count;
    row.number_in_group = std::max(row.number_in_group, session.present);
    row.start_date = std::min(row.start_date, session.date);
    row.end_date = std::max(row.end_date, session.date);
  }
  row.individual_or_group = is_group || row.number_in_group > 1 ? "group" : "individual";
  row.paid_hours = decimal_hours(paid);
  row.pro_bono_hours = decimal_hours(pro_bono);
  part.people = row.number_in_group;
  part.row = std::move(row);
  return part;
}

namespace {

/// What each credential asks for, in hours (International Coaching Federation).
struct Credential {
  std::string_view name;
  int hours, paid, clients, recent;
};
constexpr Credential credentials[] = {
    {"ACC", 100, 75, 8, 25}, {"PCC", 500, 450, 25, 50}, {"MCC", 2500, 2250, 35, 0}};

void say_missing(CredentialRow& row) {
  const auto time = [&](Minutes have, Minutes wanted, std::string_view of) {
    if (have < wanted)
      row.missing.push_back(fmt::format("{}{}", hours_and_minutes(wanted.count - have.count), of));
  };
  time(row.hours, row.hours_wanted, " h");
  time(row.paid, row.paid_wanted, " h paid");
  if (row.clients < row.clients_wanted)
    row.missing.push_back(
        counted(static_cast<std::size_t>(row.clients_wanted - row.clients), "client"));
  time(row.recent, row.recent_wanted, " h in the last 18 months");
}

}  // namespace

HoursLog hours_log(std::vector<LogPart> parts, const LogRule& rule, Date today) {
  HoursLog answer{.today = today,
                  .since = rule.since,
                  .window_from = add_months(today, -window_months),
                  .group_limit = rule.group_limit};
  int all = 0, paid = 0, recent = 0, people = 0;
  // Who is coached in two engagements is one client.
  std::map<std::pair<std::string, std::string>, int> by_name;
  for (auto& part : parts) {
    if (part.row) {
      int& most = by_name[{folded(part.row->client), folded(part.row->contact)}];
      most = std::max(most, part.people);
    }
    if (part.row) answer.log.push_back(std::move(*part.row));
    for (auto& session : part.sessions) {
      all += session.minutes.count;
      if (session.paid) paid += session.minutes.count;
      if (session.recent) recent += session.minutes.count;
      answer.sessions.push_back(std::move(session));
    }
    std::ranges::move(part.left_off, std::back_inserter(answer.left_off));
  }
  for (const auto& one : by_name) people += one.second;
  for (const auto& wanted : credentials) {
    CredentialRow row{.credential = std::string(wanted.name),
                      .hours = {all},
                      .hours_wanted = {wanted.hours * 60},
                      .paid = {paid},
                      .paid_wanted = {wanted.paid * 60},
                      .clients = people,
                      .clients_wanted = wanted.clients,
                      .recent = {recent},
                      .recent_wanted = {wanted.recent * 60}};
    say_missing(row);
    answer.credentials.push_back(std::move(row));
  }
  return answer;
}

}  // namespace coach
