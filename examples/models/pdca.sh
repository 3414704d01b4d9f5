#!/bin/sh
# PDCA in a middle school: who is absent on Mondays. A recorded call on Sunday evening does nothing
# and is dropped; a person who calls on the second Monday does something, for two grades of three.
#
#     sh examples/models/pdca.sh [DIR]
#
# R. Ames, Mirela Vance, the school and all that happens here are made up.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
journal=${1:-$(mktemp -d)/pdca}
. "$root/examples/telling.sh"

on 2026-09-10
coach init "$journal" --coach "R. Ames" --no-git
on 2026-09-10
coach new-client "Mirela Vance" --code siskin --role assistant-principal --role-since 2024-08-01 \
  --site "Foundry Middle" --school-level middle --enrolment 420 --cadence-days 28 \
  --model pdca --started 2026-09-10
on 2026-09-10
coach agreement siskin --with client --signed 2026-09-10 --until 2027-06-11 --hours 18 --voluntary yes \
  --purpose "One number at a time. A prediction before each change, and nobody is blamed for a wrong one." \
  --limit "danger to somebody" --limit "an order of a court"
on 2026-09-10
coach goal add siskin "Everybody here on Mondays" --due 2027-05-28 \
  --statement "By May no more than 30 of 420 students are absent on a usual Monday."
on 2026-09-22
talk=$(coach --quiet log-session siskin --date 2026-09-22 --minutes 55 --kind coaching --mode in-person \
  --title "Why Mondays" --goal everybody-here \
  --question "What is it like this week, and where did you get that number?" \
  --notes "She said seventy. The sheet of the office said 48, 55, 53. 'Seventy is what it feels like at the desk.' Other days: 29 to 33." \
  --client-will "count the next Monday herself, before and after first period; 2026-09-28")
on 2026-09-28
coach done "$(entry "$talk" "next Monday")" --on 2026-09-28

# --- Round 1, dropped ---------------------------------------------------------------------------
# Plan: the aim, the number as it is, what she takes to be the cause, and what she predicts.
on 2026-09-30
coach log-measure siskin "Absent on a Monday" --date 2026-09-28 --unit students --baseline yes \
  --period "Monday 28 September" --source "own count, first period" --by grade --goal everybody-here \
  --group all=420:54 --group 6=138:11 --group 7=141:18 --group 8=141:25
on 2026-09-30
coach cycle start siskin "A recorded call on Sunday evening" --on 2026-09-30 --goal everybody-here \
  --prediction "By 26 October the Mondays fall from 54 to 40, most of it in grade 8, because families lose track of the weekend." \
  --look-for "absent in first period, each Monday, by grade" \
  --look-for "how many of the calls are heard to the end" \
  --notes "Cause, as she sees it: nobody reminds them. Else it could be: late buses, Sunday work, a test. The calling system is there and costs nothing. Four Sundays, then we look."
# Do: four Sundays. What goes otherwise than planned is written down as well.
on 2026-10-12
coach cycle step a-recorded --on 2026-10-04 \
  --notes "First call Sunday 18:00. The second went out at 21:10; the office had set the wrong time."
on 2026-10-26
coach cycle data a-recorded 1 --on 2026-10-26 \
  --seen "5 Oct 51 (grade 8: 24). 12 Oct 56 (27). 19 Oct 50 (23). 26 Oct 53 (25)."
on 2026-10-26
coach cycle data a-recorded 2 --on 2026-10-26 \
  --seen "Of 420 calls on 18 October: 61 to the end, 204 cut off within five seconds, the rest to a machine."
on 2026-10-27
coach log-evidence siskin --date 2026-10-19 --kind document --title "List of the calling system, 18 October" \
  --at "office, folder Attendance" --source "calling system" --goal everybody-here \
  --shows "420 calls with the seconds each was heard. 61 lasted the whole 40 seconds."
on 2026-10-27
coach log-conversation siskin --with parent --count 6 --minutes 20 --date 2026-10-27 --topic "the Sunday call" --goal everybody-here - <<'END'
At the gate, six who had come late with a child. "It's a machine. I hang up." "I know it is Monday."
"He works with his uncle Sundays, till eleven." "She says her stomach hurts, every Monday, since
fifth grade." Has anybody from here asked about that? "You."
END
# Check: the prediction read aloud, then the result.
on 2026-10-29
coach cycle step a-recorded check --on 2026-10-29 \
  --result "51, 56, 50, 53. Predicted 40. No Monday moved by more than four, up or down, and no grade by more than two." \
  --notes "Could it have come out so without the call? Yes: that is what it looks like. The cause does not stand either; they know that it is Monday."
on 2026-10-29
coach log-measure siskin "Absent on a Monday" --date 2026-10-26 --unit students \
  --period "Monday 26 October" --source "own count, first period" --by grade --goal everybody-here \
  --group all=420:53 --group 6=138:11 --group 7=141:17 --group 8=141:25
on 2026-10-29
talk=$(coach --quiet log-session siskin --date 2026-10-29 --minutes 45 --kind debrief --mode in-person \
  --title "Fifty-three" --goal everybody-here \
  --question "If you drop it, what do you owe the people who tried it?" \
  --notes "'It was free and it was easy.' Pause. 'That is why I liked it.' She wants the stomach aches looked at one by one." \
  --client-will "thank the office and switch the Sunday call off; 2026-10-30" \
  --client-will "list who was out on two Mondays or more; 2026-11-04")
# Act: dropped. What the parents said opens the next round.
on 2026-10-30
coach cycle step a-recorded act --on 2026-10-30 --notes "53 of 420 decides it. Nothing of it is worth changing: a better recording is still a recording."
on 2026-10-30
coach cycle close a-recorded --decision drop --on 2026-10-30 --next "A person calls on the second Monday" \
  --notes "The one who knows the student calls, the same day, and asks one question: what made Monday hard?"
on 2026-11-04
coach done "$(entry "$talk" "Sunday call off")" --on 2026-10-30
on 2026-11-04
coach done "$(entry "$talk" "two Mondays")" --on 2026-11-04

# --- Round 2, adopted ---------------------------------------------------------------------------
on 2026-11-04
coach set "a person calls" look_fors="of the 38 on the list: absent each Monday, calls made the same day" \
  prediction="38 were out on two Mondays or more. By 14 December no more than 20 of these 38 are out on a Monday, in all three grades alike."
on 2026-11-09
coach cycle step "a person calls" do --on 2026-11-09 \
  --notes "Seven advisory teachers, five or six students each, five minutes a call. T15 was out sick in the first week; nobody called hers."
on 2026-11-18
coach log-observation siskin --date 2026-11-16 --setting hallway --minutes 20 --observed T15 --goal everybody-here \
  --title "T15 calls three families" \
  --notes "14:35 to 14:55, phone in the hallway. Each time the same question: 'What made Monday hard?' First answer after eight seconds. Two calls of four minutes, one of nine. She wrote four words on her list after each."
on 2026-12-14
coach cycle data "a person calls" 1 --on 2026-12-14 \
  --seen "16 Nov 31, 23 Nov 27, 30 Nov 29, 7 Dec 22, 14 Dec 19. On 14 December by grade: 6 had 1 of 7, 7 had 4 of 12, 8 had 14 of 19."
on 2026-12-14
coach cycle data "a person calls" 2 --on 2026-12-14 \
  --seen "121 of 128. The seven that were not made are all from the Monday after Thanksgiving."
on 2026-12-15
coach log-measure siskin "Absent on a Monday" --date 2026-12-14 --unit students \
  --period "Monday 14 December" --source "own count, first period" --by grade --goal everybody-here \
  --group all=416:36 --group 6=137:6 --group 7=140:9 --group 8=139:21
on 2026-12-16
coach cycle step "a person calls" check --on 2026-12-16 \
  --result "19 of the 38. The number came as predicted; 'in all three grades alike' did not. Grade 8 went from 25 to 21." \
  --notes "For whom not: eleven of the 14 in grade 8 work on Sunday night, says the list of the calls. A call does not change that."
on 2026-12-16
coach cycle step "a person calls" act --on 2026-12-16 \
  --notes "Into the routine of the advisory teachers, on Mondays from 14:35. Grade 8 needs a round of its own; in January, with the families at the table."
on 2026-12-16
coach cycle close "a person calls" --decision adopt --on 2026-12-16 --check-on 2027-02-22
on 2027-02-23
coach log-measure siskin "Absent on a Monday" --date 2027-02-22 --unit students \
  --period "Monday 22 February" --source "own count, first period" --by grade --goal everybody-here \
  --group all=414:37 --group 6=136:6 --group 7=139:10 --group 8=139:21
on 2027-02-23
coach cycle check "a person calls" held --on 2027-02-22 \
  --note "37, against 36 in December. Calls made that day: 23 of 24. Grade 8 has not moved either way."
on 2027-02-23
coach next siskin 2027-03-02 --at 15:15 --plan "Sunday night in grade 8: whom do we ask first?"

printf '\n$ coach cycle list siskin\n'
coach cycle list siskin
printf '\n$ coach measures siskin\n'
coach measures siskin
