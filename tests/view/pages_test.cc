// What the pages say at 80 columns, from answers made by hand.
#include "view/pages.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "view/render.h"

using namespace coach;
using namespace std::chrono_literals;

namespace {

constexpr Date today = 2026y / 11 / 24;

std::string shown(const Page& page, int width = 80) {
  return render_terminal(page, {.width = width});
}

OpenPromise promise(Party who, std::string what, std::string id, std::optional<Date> due) {
  OpenPromise made{
      .client = "heron", .who = who, .what = std::move(what), .id = std::move(id), .due = due};
  if (due && *due < today) made.days_late = days_between(*due, today);
  return made;
}

std::vector<OpenPromise> promises() {
  return {promise(Party::client, "hold the conversation with T04", "b7q1.ka", 2026y / 11 / 20),
          promise(Party::coach, "send the debrief protocol", "b7q1.kb", 2026y / 11 / 27)};
}

ElementStanding hard_conversations() {
  return {.domain = "Instructional leadership",
          .element = "hard-conversations",
          .title = "Hard conversations",
          .in_focus = true,
          .baseline = 1,
          .now = 2,
          .other = 2,
          .target = 3,
          .target_by = 2027y / 6 / 15,
          .to_go = 1,
          .trend = {{2026y / 9 / 10, Rater::self, 1}, {2026y / 11 / 10, Rater::self, 2}},
          .evidence = 4};
}

const std::vector<std::string> levels = {"not yet", "begun", "steady"};

EngagementPage engagement() {
  EngagementPage page{.client = "heron", .name = "Imani Brooks", .site = "Lakeside Elementary"};
  page.role = Role::principal;
  page.year = "second year";
  page.started = 2026y / 9 / 3;
  page.model = "Transformational leadership coaching";
  page.today = today;
  page.levels = levels;
  return page;
}

RubricStatus rubric_standing() {
  RubricStatus status{
      .client = "heron", .rubric = "developmental-leadership@1", .as_of = today, .levels = levels};
  status.in_focus = 1;
  status.elements = 2;
  status.rated = 1;
  status.standing = {
      hard_conversations(),
      {.domain = "Shared leadership", .element = "teams", .title = "Teams that learn"}};
  return status;
}

Rubric rubric() {
  Rubric made{.title = "Developmental leadership", .source = "made up", .licence = "CC BY 4.0"};
  for (const auto& level : levels) made.levels.push_back({level, level});
  made.domains = {{.title = "Instructional leadership",
                   .elements = {{.key = "hard-conversations",
                                 .title = "Hard conversations",
                                 .prompt = "Which one waits?",
                                 .indicators = {"what was said"},
                                 .levels = {{"not yet", "avoids them"},
                                            {"begun", "has held some"},
                                            {"steady", "holds them"}}}}}};
  return made;
}

}  // namespace

TEST_CASE("an empty caseload says how to begin") {
  CHECK(shown(caseload_page({.today = today}, false)) ==
        "Tuesday 24 November 2026\n"
        "\n"
        "No engagement yet.  coach new-client \"Imani Brooks\" --role principal\n");
}

TEST_CASE("the caseload has a row an engagement and the next command for the first") {
  using enum FocusMark;
  Caseload caseload{.today = today, .engagements = 2, .overdue = 1};
  caseload.rows = {{.client = "heron",
                    .role = Role::principal,
                    .last_contact = 2026y / 11 / 17,
                    .days_since = 7,
                    .next = today,
                    .next_time = Time{14, 0, 0},
                    .open = 2,
                    .overdue = 1,
                    .focus = {moved, moved, not_yet},
                    .to_look_at = {"1 overdue"}},
                   {.client = "plover",
                    .role = Role::assistant_principal,
                    .last_contact = 2026y / 11 / 2,
                    .days_since = 22,
                    .open = 3,
                    .focus = {reached, not_yet},
                    .reached = 1,
                    .to_look_at = {"no next date"}}};
  CHECK(shown(caseload_page(caseload, false)) ==
        "Tuesday 24 November 2026                        2 engagements, 1 promise overdue\n"
        "\n"
        "Client  Role       Last contact      Next         Open  Rubric    To look at\n"
        "heron   principal  Tue 17 Nov   7 d  today 14:00     2  ◐◐○  0/3  1 overdue\n"
        "plover  assistant  Mon  2 Nov  22 d  not set         3  ●○   1/2  no next date\n"
        "\n"
        "coach brief heron  one page before today's visit\n"
        "coach todo         what is promised, by whom, for when\n");
}

TEST_CASE(
    "the page of an engagement shows where she is, how far to go, what is promised and late") {
  EngagementPage page = engagement();
  page.together = Minutes{870};
  page.sessions = 11;
  page.vision = "Every classroom is one where a teacher would put her own child.";
  page.goals = {{"feedback", "Feedback that changes practice", GoalStatus::active, 2027y / 6 / 15,
                 2026y / 9 / 3, 82, 285}};
  page.focus = {hard_conversations()};
  page.rated = 1;
  page.activities = {{.id = "say",
                      .title = "Say it aloud",
                      .status = ActivityStatus::done,
                      .done = 2026y / 10 / 20},
                     {.id = "debrief",
                      .title = "Debrief",
                      .status = ActivityStatus::under_way,
                      .due = 2026y / 12 / 18,
                      .steps = 5,
                      .steps_done = 3},
                     {.id = "walk", .title = "Walk the data", .starts = 2027y / 1 / 11}};
  page.promised = promises();
  page.last = Meeting{"b7q1", 2026y / 11 / 17, {}, Minutes{60}, "rehearsed the opening line"};
  page.next = Meeting{"c8r2", today, Time{14, 0, 0}, {}, ""};
  CHECK(shown(status_page(page)) ==
        "Heron · principal, second year · Lakeside Elementary            since 3 Sep 2026\n"
        "transformational leadership coaching · confidential · 14 h 30 · 11 sessions\n"
        "Vision   Every classroom is one where a teacher would put her own child.\n"
        "\n"
        "Goal     Feedback that changes practice                  active, due 15 Jun 2027\n"
        "         ├━━━━━━━━━━━━━━━●────────────────────────────────────────┤  82 of 285 d\n"
        "\n"
        "Focus                 1    2    3\n"
        "  Hard conversations  ○━━━━●────◎  self 2  coach 2  target Jun\n"
        "  levels: 1 not yet 2 begun 3 steady\n"
        "\n"
        "Activities  1 of 3 under way\n"
        "  ✓ Say it aloud   done 20 Oct\n"
        "  ▸ Debrief        due  18 Dec  3/5 steps\n"
        "  · Walk the data  from 11 Jan\n"
        "\n"
        "Promised\n"
        "  heron  ! hold the conversation with T04  b7q1.ka  due 20 Nov  4 d late\n"
        "  coach    send the debrief protocol       b7q1.kb  due 27 Nov\n"
        "\n"
        "Last     17 Nov session, 60 min: rehearsed the opening line\n"
        "Next     today 14:00\n");
}

TEST_CASE("each empty part of an engagement's page says which command fills it") {
  const std::string page = shown(status_page(engagement()), 0);
  for (const char* taught :
       {"coach vision heron", "coach goal add heron \"...\"",
        "coach rubric assess heron   the client rates", "coach activity add heron \"...\"",
        "coach log-session heron", "coach next heron \"in 2 weeks\""}) {
    CAPTURE(taught);
    CHECK(page.find(taught) != std::string::npos);
  }
}

TEST_CASE("the page of an engagement does not show the client's name") {
  CHECK(render_markdown(status_page(engagement())).find("Imani") == std::string::npos);
}

TEST_CASE("an engagement that has ended says when, and asks for no next meeting") {
  EngagementPage page = engagement();
  page.status = EngagementStatus::ended;
  page.ended = 2026y / 11 / 1;
  const std::string text = shown(status_page(page));
  CHECK(lines_of(text)[1] ==
        "ended 1 Nov 2026 · transformational leadership coaching · confidential · 0 min ·");
  CHECK(text.find("Next") == std::string::npos);
}

TEST_CASE("below the baseline the words say so") {
  EngagementPage page = engagement();
  page.rated = 1;
  page.focus = {hard_conversations()};
  page.focus[0].baseline = 3;
  page.focus[0].below_baseline = true;
  CHECK(shown(status_page(page)).find("     ●────◎  self 2  coach 2  below baseline\n") !=
        std::string::npos);
}

TEST_CASE(
    "the rubric status shows each element under its domain, with base, both sides and steps to "
    "go") {
  CHECK(shown(rubric_status_page(rubric_standing(), rubric(), false)) ==
        "Heron · developmental-leadership v1 · 24 Nov 2026         1 in focus, 2 elements\n"
        "\n"
        "                      1    2    3  base  self  coach  to  trend\n"
        "Instructional leadership\n"
        "▸ Hard conversations  ○━━━━●────◎     1     2      2   1  ▁▅\n"
        "Shared leadership\n"
        "  Teams that learn    not rated       -     -      -   -\n"
        "\n"
        "▸ in focus   ○ baseline   ● now   ◉ both   ◎ target   to: levels to go\n"
        "levels: 1 not yet 2 begun 3 steady\n"
        "Evidence  Hard conversations 4\n");
}

TEST_CASE(
    "a wide rubric status sets the words of the present and the target level beside the focus") {
  const std::string page = shown(rubric_status_page(rubric_standing(), rubric(), true), 140);
  CHECK(page.find("▸ Hard conversations  ○━━━━●────◎     1     2      2   1  ▁▅     has held some  "
                  "holds them\n") != std::string::npos);
}

TEST_CASE("the columns of the rubric status follow whose ratings are looked at") {
  RubricStatus status = rubric_standing();
  status.by = Rater::coach;
  CHECK(lines_of(shown(rubric_status_page(status, rubric(), false)))[2] ==
        "                      1    2    3  base  coach  self  to  trend");
}

TEST_CASE("a rubric without a rating says how to rate") {
  RubricStatus status = rubric_standing();
  status.standing = {
      {.domain = "Shared leadership", .element = "teams", .title = "Teams that learn"}};
  status.rated = 0;
  CHECK(shown(rubric_status_page(status, rubric(), false)) ==
        "Heron · developmental-leadership v1 · 24 Nov 2026         1 in focus, 2 elements\n"
        "\n"
        "No ratings yet.  coach rubric assess heron   the client rates; coach rubric form\n"
        "prints a sheet to take home\n");
}

TEST_CASE("a rubric reads element by element, each level with its descriptor") {
  CHECK(shown(rubric_page(rubric(), "developmental-leadership@1")) ==
        "Developmental leadership                             developmental-leadership v1\n"
        "Levels   1 not yet 2 begun 3 steady\n"
        "Source   made up\n"
        "Licence  CC BY 4.0\n"
        "\n"
        "Instructional leadership\n"
        "\n"
        "Hard conversations  hard-conversations\n"
        "  Which one waits?\n"
        "  1 not yet  avoids them\n"
        "  2 begun    has held some\n"
        "  3 steady   holds them\n"
        "  One would look at\n"
        "  · what was said\n");
}

TEST_CASE("the timeline has months, marks with their kind, and names gaps") {
  using enum TimelineKind;
  const Timeline line{
      .client = "heron",
      .today = today,
      .entries = {
          {.date = 2026y / 9 / 8,
           .kind = session,
           .what = "Vision",
           .minutes = Minutes{60},
           .id = "m3x7"},
          {.date = 2026y / 9 / 15,
           .kind = observation,
           .what = "classroom",
           .id = "9x2p",
           .elements = {"observing"}},
          {.date = 2026y / 9 / 16, .kind = gap, .what = "10 weeks without an entry", .weeks = 10},
          {.date = 2026y / 11 / 30,
           .kind = session,
           .what = "planned: debrief",
           .id = "c8r2",
           .to_come = true}}};
  CHECK(shown(timeline_page(line)) ==
        "September 2026\n"
        "  Tue  8  ● session      Vision, 60 min             m3x7\n"
        "  Tue 15  ○ observation  classroom                  9x2p  observing\n"
        "                         10 weeks without an entry\n"
        "November 2026\n"
        "  Mon 30  · planned      debrief                    c8r2\n");
}

TEST_CASE("the brief fits one screen in the usual case") {
  Brief brief{.client = "heron", .site = "Lakeside Elementary", .today = today};
  brief.next = Meeting{"c8r2", today, Time{14, 0, 0}, {}, ""};
  brief.last = Meeting{"b7q1", 2026y / 11 / 17, {}, {}, "Rehearsed the opening line"};
  brief.days_since_last = 7;
  brief.question = "What would it cost you not to have it?";
  brief.notes = "one\n\ntwo\nthree\nfour\nfive";
  brief.open = promises();
  brief.focus = {{"hard-conversations", "Hard conversations", 2, 3, 2027y / 6 / 15, "has held some",
                  "holds them"},
                 {"feedback", "Giving feedback", 3, 4, {}, "", ""}};
  brief.since_then = {"1 observation (hallway, Thu 19 Nov)"};
  brief.look_at = {"No evidence yet for Using data"};
  brief.plan = "Debrief";
  CHECK(shown(brief_page(brief)) ==
        "Heron · today 14:00 · Lakeside Elementary              7 days since last session\n"
        "\n"
        "Last time   Rehearsed the opening line\n"
        "You asked   \"What would it cost you not to have it?\"\n"
        "Notes       one\n"
        "            two\n"
        "            three\n"
        "            and 2 more lines\n"
        "Open        heron  ! hold the conversation with T04  b7q1.ka  4 d late\n"
        "            coach    send the debrief protocol       b7q1.kb  due Friday\n"
        "Focus       Hard conversations   2 → 3 by June\n"
        "              now   has held some\n"
        "              next  holds them\n"
        "            Giving feedback   3 → 4\n"
        "Since then  1 observation (hallway, Thu 19 Nov)\n"
        "Look at     No evidence yet for Using data\n"
        "Plan        Debrief\n");
}

TEST_CASE("promises say who, what, by when and how late") {
  CHECK(shown(promises_page(promises(), today, false)) ==
        "Promised                                                          2 open, 1 late\n"
        "\n"
        "Who      Promise                         Id          Due      Late\n"
        "heron  ! hold the conversation with T04  b7q1.ka  20 Nov  4 d late\n"
        "coach    send the debrief protocol       b7q1.kb  27 Nov\n"
        "\n"
        "coach done b7q1.ka   when it is kept\n");
}

TEST_CASE("promises of several clients name the client of each") {
  CHECK(lines_of(shown(promises_page(promises(), today, true)))[3] ==
        "heron   client  ! hold the conversation with T04  b7q1.ka  20 Nov  4 d late");
}

TEST_CASE("without a promise nothing is open") {
  CHECK(shown(promises_page({}, today, true)) == "Nothing is open.\n");
}
