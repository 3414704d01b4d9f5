#!/bin/sh
# I.D.E.A.S. in a school that is good already: from good to excellent, and not a repair. What the
# five letters stand for was not recovered; coach and client leave the steps unnamed and count them.
# They look again the whole time, and the end of one pass opens the next, which is linked to it.
#
#     sh examples/models/ideas.sh [DIR]
#
# R. Ames, Annika Sorrel, the school and all that happens here are made up. So is what they do at
# each of the five steps: it is theirs, and tells nothing of what the model means by them.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
journal=${1:-$(mktemp -d)/ideas}
. "$root/examples/telling.sh"

on 2026-09-01
coach init "$journal" --coach "R. Ames" --no-git
on 2026-09-01
coach new-client "Annika Sorrel" --code avocet --role principal --role-since 2016-07-01 \
  --site "Orchard Hill Elementary" --school-level elementary --enrolment 380 --cadence-days 28 \
  --school-note "strong results for years; teachers stay" \
  --model ideas --rubric developmental-leadership@1 --started 2026-09-01
on 2026-09-01
coach agreement avocet --with client --signed 2026-09-01 --until 2027-06-11 --hours 16 --voluntary yes \
  --purpose "Nothing here is broken. She wants somebody who asks what better would be." \
  --limit "danger to somebody" --limit "an order of a court"
on 2026-09-08
coach vision avocet --written 2026-09-08 \
  --statement "A school whose teachers watch each other teach as a matter of course, and where it goes on when I am not here." \
  --brings "Ten good years. I can hear myself giving the same speech." \
  --reality "Results are fine, nobody leaves. In ten years two teachers have seen a colleague teach a whole lesson."
on 2026-09-08
talk=$(coach --quiet log-session avocet --date 2026-09-08 --minutes 60 --kind coaching --mode in-person \
  --title "What good hides" \
  --question "What is excellent here already, and who knows how it is done?" \
  --notes "She named four rooms at once. 'T05 with fractions. People come from the district to see it.' And from next door? A long look at the door. 'Next door has never been in.'" \
  --client-will "ask T05 what he would show, and to whom; 2026-09-15")
on 2026-09-10
coach rubric assess avocet --by self --date 2026-09-10 --occasion initial \
  observing-instruction=3 teacher-growth=2 teams-that-learn=2 distributing-leadership=3 \
  --note "observing-instruction=Each room each month, one focus. The teachers have not seen my notes side by side." \
  --note "teams-that-learn=They plan together. They do not watch each other."
on 2026-09-15
coach done "$(entry "$talk" "ask T05")" --on 2026-09-15
on 2026-09-15
coach goal add avocet "Teachers see each other teach" --due 2027-05-28 \
  --statement "By May each of 18 teachers has twice been in a colleague's room for a whole lesson, and I arranged none of the second visits." \
  --target teams-that-learn=4@2027-05-28

# --- The first pass: two rooms ------------------------------------------------------------------
on 2026-09-16
coach cycle start avocet "Two rooms, open door" --on 2026-09-16 --goal teachers-see \
  --look-for "whole lessons watched by a colleague" \
  --look-for "who asked whom" \
  --notes "What is excellent: fractions at T05, the reading corner at T08. The two swap one lesson, and I take no notes in either."
on 2026-09-30
coach cycle step two-rooms --on 2026-09-30 \
  --notes "They are willing, and have one hour in the week in common. It is the hour in which the principal visits rooms. She gave it up."
on 2026-10-13
coach cycle step two-rooms --on 2026-10-12 \
  --notes "She takes the class of the one who watches. 'I taught fractions. Badly. It was the best hour this month.'"
on 2026-10-13
coach log-observation avocet --date 2026-10-12 --setting classroom --minutes 45 --observed T05 --observer client --observer coach \
  --goal teachers-see --element teams-that-learn --title "T08 watches T05 teach fractions" \
  --notes "T08 sat at a table of four for all 45 minutes. She wrote down what the four said: 31 lines. At 9:40 T05 stopped and asked the class: 'Who disagrees?' 9 hands. T08 underlined it."
on 2026-10-13
coach cycle data two-rooms 1 --on 2026-10-13 --seen "Two: T08 at T05, T05 at T08. 45 minutes each."
on 2026-10-13
coach cycle data two-rooms 2 --on 2026-10-13 --seen "The principal asked both."
# They look again here, in the middle, and not at the end only.
on 2026-10-14
coach log-session avocet --date 2026-10-14 --minutes 50 --kind coaching --mode in-person --goal teachers-see \
  --title "Looking again, at the third step" \
  --question "Is it still the right thing to get better at?" \
  --notes "'If I ask, they say yes. That is the trouble.' She crossed out the list of pairs that she had made for November."
on 2026-10-28
coach cycle step two-rooms --on 2026-10-28 \
  --notes "No list. T05 and T08 told their teams what they saw, in four minutes. She left the meeting before that."
on 2026-10-28
coach log-conversation avocet --with teacher --count 5 --minutes 20 --date 2026-10-28 --topic "watching a colleague" \
  --goal teachers-see - <<'END'
Five who have not been watched. "Is it for my evaluation?" No. "Then T08, but not on a Friday."
"I would rather go than have someone come." "She wrote down what they said, not what he did. I
liked that." One: "We are good. Why do we do this?"
END
on 2026-11-17
coach cycle data two-rooms 2 --on 2026-11-16 --seen "Three more lessons since 28 October. T02 asked T08, T11 asked T05, T08 asked T11. The principal asked nobody."
on 2026-11-17
coach rubric assess avocet --by self --date 2026-11-17 teams-that-learn=3 \
  --note "teams-that-learn=Three asked on their own. It hangs on my taking their class."
on 2026-11-18
coach cycle step two-rooms --on 2026-11-18 \
  --result "Five lessons, three of them asked for by a teacher. What carried it was not the pairs but that she left the room." \
  --notes "Better than thought: they write down what children say. Not good yet: each visit needs the principal as a substitute."
# The end of this pass is the beginning of the next.
on 2026-11-18
coach cycle close two-rooms --on 2026-11-18 --next "Open doors without the principal" \
  --notes "From the last pass: it hangs on her taking the class. What would make it go on in a week when she is away?"

# --- The second pass ----------------------------------------------------------------------------
on 2026-12-02
coach set "without the principal" look_fors="whole lessons watched by a colleague, who took the class"
on 2026-12-02
talk=$(coach --quiet log-session avocet --date 2026-12-02 --minutes 55 --kind coaching --mode in-person --goal teachers-see \
  --title "What she takes away from them" \
  --notes "'I like it that they need me for it.' We sat with that for a while. Then she drew the schedule: two classes of grade 4 have music together." \
  --client-will "give the teams the drawing and no date; 2026-12-09" \
  --coach-will "say nothing of it to the teams; 2027-01-20")
on 2026-12-09
coach done "$(entry "$talk" "the drawing")" --on 2026-12-09
on 2026-12-09
coach cycle step "without the principal" --on 2026-12-09 --notes "Grade 4 chose Thursdays. Grade 2 said no, and why: 'Not before the concert.'"
on 2027-01-20
coach done "$(entry "$talk" "say nothing")" --on 2027-01-20
on 2027-01-20
coach cycle step "without the principal" --on 2027-01-14 \
  --notes "She was at a conference for three days. Two lessons were watched in that week."
on 2027-01-20
coach cycle data "without the principal" 1 --on 2027-01-20 --seen "Seven since 9 December, four of them in grade 4."
on 2027-01-20
coach cycle data "without the principal" 2 --on 2027-01-20 --seen "Music teacher four times, a colleague twice, the principal once."
on 2027-01-20
coach next avocet 2027-02-10 --at 14:30 --plan "Who would miss it, if it stopped?"

printf '\n$ coach cycle list avocet\n'
coach cycle list avocet
printf '\n$ coach cycle show "without the principal"\n'
coach cycle show "without the principal"
