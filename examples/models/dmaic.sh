#!/bin/sh
# DMAIC in a small high school: tardies to first period, counted, explained, brought down, and lost
# again by spring. The check that the gain held is the step that told.
#
#     sh examples/models/dmaic.sh [DIR]
#
# R. Ames, Tomas Reyes, the school and all that happens here are made up.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
journal=${1:-$(mktemp -d)/dmaic}
. "$root/examples/telling.sh"

on 2026-09-01
coach init "$journal" --coach "R. Ames" --no-git
on 2026-09-01
coach new-client "Tomas Reyes" --code kestrel --role assistant-principal --site "Alder Street High" \
  --model dmaic --started 2026-09-01
on 2026-09-02
coach agreement kestrel --with client --signed 2026-09-02 --until 2027-06-30 --hours 20 \
  --purpose "One process at a time, from the number to the check that it held."
on 2026-09-02
coach goal add kestrel "First period starts on time" --due 2027-05-28 \
  --statement "By May no more than 20 of 310 students come late to first period on a usual day."

# Define: the aim, its bounds, the measure, the benefit.
on 2026-09-02
coach cycle start kestrel "Late to first period" --goal first-period \
  --look-for "students through the door after the bell, by minute" \
  --look-for "where they were ten minutes before" \
  --notes "Aim: 20 a day, from 60. First period alone, buses left out: the district runs those. Benefit: ten minutes of lesson for everybody who waits."
on 2026-09-03
coach log-session kestrel --date 2026-09-03 --minutes 50 --kind coaching --mode in-person \
  --title "Why first period, and not all of them" \
  --notes "He wanted all six periods. 'All six is a poster.' We took the one where every other starts from." \
  --client-will "count the door for a week; 2026-09-11"

# Measure: a baseline that both trust.
on 2026-09-14
coach cycle step late-to-first --on 2026-09-07 \
  --notes "Two people counted the same door on Tuesday: 58 and 61. Good enough to trust."
on 2026-09-14
coach cycle data late-to-first 1 --on 2026-09-11 \
  --seen "Mon 63, Tue 59, Wed 55, Thu 66, Fri 58. Two of three within four minutes of the bell."
on 2026-09-14
coach log-measure kestrel "Late to first period" --date 2026-09-11 --unit students --baseline yes \
  --period "week of 7 September" --source "door count" --by entrance --goal first-period \
  --group all=310:60 --group north=190:46 --group south=120:14

# Analyze: causes, not people.
on 2026-09-22
coach cycle step late-to-first --on 2026-09-21 \
  --notes "Five whys at the north door. Breakfast ends at 7:58, the bell is at 8:00, and the line is one line."
on 2026-09-22
coach cycle data late-to-first "ten minutes" --on 2026-09-21 \
  --seen "41 of 60 stood in the breakfast line at 7:50. Nobody was outside."

# Improve: choose, try.
on 2026-10-05
coach cycle step late-to-first --on 2026-10-05 \
  --notes "Two lines instead of one, and the second tray cart at the north door. Three weeks, then look."
on 2026-10-26
coach log-measure kestrel "Late to first period" --date 2026-10-23 --unit students \
  --period "week of 19 October" --source "door count" --by entrance --goal first-period \
  --group all=310:19 --group north=190:11 --group south=120:8
on 2026-10-26
coach log-session kestrel --date 2026-10-26 --minutes 45 --kind coaching --mode in-person \
  --title "Nineteen" \
  --notes "He had the number on a card before I sat down. 'It was a line.' We wrote who sets up the second cart when Ms. D. is out." \
  --client-will "put the second cart on the custodians' sheet; 2026-10-30"
on 2026-10-30
coach done kestrel/"$(entry "$(basename "$(ls "$journal"/engagements/kestrel/sessions/2026-10-26-*)" .toml | sed 's/.*-//')" "second cart")" --on 2026-10-30

# Control: a later check that the gain held.
on 2026-11-02
coach cycle step late-to-first --on 2026-11-02 --result "From 60 to 19 a day in six weeks, most of it at the north door." \
  --notes "The cart is on a sheet and in nobody's head. Check in eight weeks and again in spring."
on 2026-11-02
coach cycle close late-to-first --decision adopt --check-on 2027-01-11 --on 2026-11-02
on 2027-01-12
coach cycle check late-to-first held --on 2027-01-11 --note "22 a day, two weeks after the break." \
  --again 2027-03-15
on 2027-03-15
coach log-measure kestrel "Late to first period" --date 2027-03-12 --unit students \
  --period "week of 8 March" --source "door count" --by entrance --goal first-period \
  --group all=305:52 --group north=186:44 --group south=119:8
on 2027-03-15
coach cycle check late-to-first lost --on 2027-03-15 \
  --note "52 a day. The second cart went to the middle school in February; the sheet still says it is here."
# What did not hold opens the next pass.
on 2027-03-16
coach cycle start kestrel "Late to first period, without the cart" --follows late-to-first \
  --look-for "students through the door after the bell, by minute" \
  --look-for "who decided that the cart goes, and who knew" \
  --notes "Aim as before. In bounds this time: how the school hears what the district moves."
on 2027-03-16
coach next kestrel 2027-03-30 --at 10:00 --plan "Who knew about the cart?"

printf '\n$ coach cycle list kestrel\n'
coach cycle list kestrel
printf '\n$ coach measures kestrel\n'
coach measures kestrel
