#!/bin/sh
# Before, during, after, between two coaches: a mentor visits the debriefs of a site coach. The first
# round is done well: look-fors agreed, data on those and on nothing else, feedback both ways. The
# second has a Before and a During. Nobody ever sat down for its After, and it stands open to show it.
#
#     sh examples/models/before-during-after.sh [DIR]
#
# R. Ames, Odile Farrow, the school and all that happens here are made up.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
journal=${1:-$(mktemp -d)/before-during-after}
. "$root/examples/telling.sh"

on 2026-09-09
coach init "$journal" --coach "R. Ames" --no-git
# A client can be a coach. Odile Farrow coaches the teachers of one school; R. Ames coaches her.
on 2026-09-09
coach new-client "Odile Farrow" --code dunlin --role site-coach --role-since 2025-08-01 \
  --site "Quarry Road Middle" --school-level middle --area "instructional coaching" \
  --cadence-days 30 --model before-during-after --started 2026-09-09
on 2026-09-09
coach agreement dunlin --with client --signed 2026-09-09 --until 2027-06-11 --hours 24 --voluntary yes \
  --purpose "Two coaches, one debrief at a time. What we say stays here. Her teachers know that I come, and why." \
  --limit "danger to somebody" --limit "an order of a court"
on 2026-09-16
talk=$(coach --quiet log-session dunlin --date 2026-09-16 --minutes 50 --kind coaching --mode in-person \
  --title "What her teachers take away" \
  --question "When T04 walks out of your debrief, what has she said that she had not said before?" \
  --notes "Nine seconds. 'I could tell you what I said.' She has 14 teachers and keeps a page on each. On the page of T04 there are eleven suggestions, all hers." \
  --client-will "ask T04 whether I may sit in on a debrief; 2026-09-25")
on 2026-09-16
coach goal add dunlin "The teacher does the thinking" --due 2027-05-21 \
  --statement "By May, in a debrief of twenty minutes, the teacher speaks for at least twelve and names the next step herself."
on 2026-09-24
coach done "$(entry "$talk" "ask T04")" --on 2026-09-24

# --- The first round ----------------------------------------------------------------------------
# Before: one focus, two look-fors, a tool, a place to sit, and the hour of the After.
on 2026-09-29
coach cycle start dunlin "Who talks in her debrief" --goal the-teacher \
  --look-for "minutes of talk: hers, the teacher's, nobody's" \
  --look-for "her questions, word for word" \
  --notes "Tool: a watch and one page with two columns. I sit by the window and say nothing. She opens with a question and has one in reserve. We talk on the 7th at 7:30; only a fire drill cancels it."
on 2026-09-29
before=$(coach --quiet log-session dunlin --date 2026-09-29 --minutes 40 --kind planning --mode in-person \
  --title "Before: one page from twenty minutes" --goal the-teacher \
  --question "If I could bring back one page from that half hour, what should be on it?" \
  --notes "First she wanted rapport on the page. 'How would I see it?' She laughed. Then: 'Time me.'" \
  --client-will "tell T04 what I write down and what not; 2026-10-02" \
  --coach-will "send her the empty page with the two columns; 2026-10-01")
on 2026-10-01
coach done "$(entry "$before" "two columns")" --on 2026-09-30
on 2026-10-02
coach done "$(entry "$before" "tell T04")" --on 2026-10-02

# During: the two look-fors and nothing else. A good deal more happened in that room.
on 2026-10-06
coach cycle step who-talks during --on 2026-10-06 \
  --notes "As planned. 22 minutes, room of T04, door shut. T04 read my page when we were through and added nothing."
on 2026-10-06
coach cycle data who-talks 1 --on 2026-10-06 \
  --seen "22 min: hers 14, T04's 6, nobody's 2. Her longest turn 3 min 40 s, T04's longest 50 s."
on 2026-10-06
coach cycle data who-talks 2 --on 2026-10-06 - <<'END'
13:04 "How did you feel it went?"
13:09 "Did you notice the back table?"
13:11 "What about sentence starters?"
13:15 "What did they write, the four at the back?" (6 seconds, then T04 spoke for 50)
13:20 "So you'll try the starters?"
END

# After: the data first. Then feedback in both directions, and each has a day for looking again.
on 2026-10-07
after=$(coach --quiet log-session dunlin --date 2026-10-07 --start 07:30 --minutes 35 --kind debrief \
  --mode in-person --title "After: fourteen, six and two" --goal the-teacher \
  --question "Here is what I collected: what do you notice before I say anything?" \
  --notes "She put a finger on 13:15. 'That is the only one I did not know the answer to.' Then she counted: two of the five were suggestions with a question mark." \
  --client-will "write three questions she cannot answer herself before each debrief; 2026-10-23" \
  --coach-will "sit where nobody can read my page; 2026-11-12")
on 2026-10-07
to_client=$(coach --quiet log-feedback dunlin --by coach --teacher dunlin --date 2026-10-07 --during "$after" \
  --focus questions --look-again 2026-10-28 --goal the-teacher \
  --said "After the question at 13:15 you waited six seconds, and T04 spoke longest. After the other four you went on within one.")
on 2026-10-07
to_coach=$(coach --quiet log-feedback dunlin --by client --teacher coach --date 2026-10-07 --during "$after" \
  --focus "where the coach sits" --look-again 2026-11-12 \
  --said "T04 could see you write, and each time you wrote she stopped. Before the visit the empty page helped: I knew what you would not look at.")
on 2026-10-08
coach cycle step who-talks after --on 2026-10-07 \
  --result "Goal 12 of 20 minutes; T04 had 6 of 22. The one question without an answer in it got the longest turn." \
  --notes "Keep: door shut, T04 knows the page. Otherwise: fewer questions, and wait."
on 2026-10-08
coach log-evidence dunlin --date 2026-10-06 --kind document --title "Page with two columns, 22 minutes" \
  --at "her green binder; I kept no copy" --source "R. Ames" --goal the-teacher \
  --shows "Every turn with its start, and the five questions as they were said."
on 2026-10-08
coach cycle close who-talks --on 2026-10-08 --next "Six seconds after the question" \
  --notes "From 13:15. Who she sees is open; T09 said yes in the hallway."

# --- The second round ---------------------------------------------------------------------------
on 2026-10-23
coach done "$(entry "$after" "three questions")" --on 2026-10-22
on 2026-10-28
coach seen "$to_client" partly --on 2026-10-28 \
  --note "In her rehearsal with me she waited after three of seven. She counts under the table."
on 2026-10-28
coach log-session dunlin --date 2026-10-28 --minutes 35 --kind planning --mode in-person \
  --title "Before: the wait" --goal the-teacher \
  --notes "Same page, other columns. She rehearsed her first question on me twice. 'It is longer when it is you.' The After: Friday the 13th, 7:30." \
  --coach-will "type up what I count the same evening; 2026-11-12"
# The look-fors of the round before came along. Nothing is gathered yet, so they can be agreed anew.
on 2026-10-28
coach set six-seconds look_fors="seconds of silence after each of her questions, who ends the silence"
on 2026-11-12
coach cycle step six-seconds during --on 2026-11-12 \
  --notes "As planned, with T09, 19 minutes. I sat behind the bookcase."
on 2026-11-12
coach cycle data six-seconds 1 --on 2026-11-12 --seen "Eight questions: 1, 5, 7, 2, 9, 6, 1, 6 seconds."
on 2026-11-12
coach cycle data six-seconds 2 --on 2026-11-12 \
  --seen "T09 ended five of eight, the five longest. She ended three, after 1, 1 and 2 seconds."
on 2026-11-12
coach done "$(entry "$after" "nobody can read")" --on 2026-11-12
on 2026-11-12
coach seen "$to_coach" changed --on 2026-11-12 --note "T09 asked afterwards whether I had been there the whole time."
on 2026-11-12
meeting=$(coach --quiet next dunlin 2026-11-13 --at 07:30 --plan "After: eight silences")
# Friday: two substitutes short, and she took a class. So it was moved, and then it was moved again.
on 2026-11-13
coach set "$meeting" state=cancelled notes="6:50, by text: 'I have grade 6 until noon. Next week?'"
on 2026-11-19
meeting=$(coach --quiet next dunlin 2026-12-03 --at 07:30 --plan "After: eight silences")
on 2026-12-03
coach set "$meeting" state=missed notes="I was at another school with the wrong page of my calendar open. She waited twenty minutes."
# In January they met, and talked of something else. The data were nine weeks old and not typed up.
on 2027-01-13
later=$(coach --quiet log-session dunlin --date 2027-01-13 --minutes 45 --kind coaching --mode in-person \
  --title "Who covers classes" \
  --notes "She covered 17 periods since November. 'They see a free adult.' We wrote what she tells the office. At the door: 'Didn't you come to T09's once?' I said yes. Neither of us sat down again." \
  --reflection "It was mine to bring. I had the page in my bag." \
  --client-will "show the office her count of 17; 2027-01-20")
on 2027-02-10
coach done "$(entry "$later" "17")" --on 2027-01-20

# Half a cycle does not go away by itself. It stands here until somebody ends it.
printf '\n$ coach cycle list dunlin --open\n'
coach cycle list dunlin --open
printf '\n$ coach cycle show six-seconds\n'
coach cycle show six-seconds
