#!/bin/sh
# Clear induction: the first year of an assistant principal in California, forty hours in nine half
# days, three ratings of her own on six standards. By May all is there but one artifact, of the
# standard that her job never asked for.
#
#     sh examples/models/clear-induction.sh [DIR]
#
# R. Ames, Odalys Brandt, the program, the school and all that happens here are made up.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
journal=${1:-$(mktemp -d)/clear-induction}
. "$root/examples/telling.sh"

on 2026-09-01
coach init "$journal" --coach "R. Ames" --no-git
# The coach works toward a credential too, and hours count for it from the day training started. No
# command sets that: it is one line in coach.toml, below [coach].
sed '/^name = "R. Ames"$/a\
training_started = 2024-09-01' "$journal/coach.toml" >"$scratch/coach.toml"
cat "$scratch/coach.toml" >"$journal/coach.toml"
on 2026-09-01
coach new-client "Odalys Brandt" --code linnet --role assistant-principal --role-since 2026-08-03 \
  --site "Manzanita Middle School" --sponsor "Three Rivers induction program" --started 2026-09-01 \
  --model clear-induction --rubric cpsel-outline@1 --email "brandt@example.org" \
  --hours-log-consent 2026-09-01 --school-level middle --enrolment 780 --cadence-days 35

# Agreement: hours, rhythm, what the program receives, and what it does not.
on 2026-09-08
coach agreement linnet --with client --date 2026-09-08 --signed 2026-09-08 --voluntary no \
  --purpose "The first induction year. The program gets hours, titles and three summaries. What she says in the car stays in the car." \
  --until 2027-06-30 --hours 40 --minutes-per-month 270 --limit "danger to somebody" \
  --limit "what a mandated reporter must report" --sponsor-receive attendance \
  --sponsor-receive hours --sponsor-receive evidence-titles --keep-until 2030-06-30 --ai none
on 2026-09-10
first=$(coach --quiet log-session linnet --date 2026-09-10 --start 12:30 --minutes 240 --kind coaching \
  --mode in-person --title "A half day a month" \
  --question "What would make forty hours worth having without a credential at the end?" \
  --notes "Second Thursday, from 12:30 on, the one afternoon her principal can cover lunch. She had the program's handbook with nine yellow flags. I asked which flag was hers and not theirs. None. Then: 'I broke up four fights and have not seen one lesson. I was hired for lessons.' We walked the building in sixth period: 22 doors, eleven open." \
  --reflection "She reads the list before she reads the room. The list is not going away, so let it work for her." \
  --client-will "rate herself on the six, with one example each; 2026-09-24" \
  --coach-will "send the program's dates on one page; 2026-09-14")
on 2026-09-14
coach done "$(entry "$first" "program's dates")" --on 2026-09-11

# Initial: each standard with an example from her own work, or the lack of one.
on 2026-09-24
coach phase linnet next --on 2026-09-11
on 2026-09-24
coach rubric assess linnet --by self --date 2026-09-24 --occasion initial \
  shared-vision=starting instructional-leadership=starting \
  management-and-learning-environment=trying family-and-community-engagement=starting \
  ethics-and-integrity=applying external-context-and-policy=starting \
  --note "instructional-leadership=Four weeks, no lesson seen from its beginning to its end." \
  --note "management-and-learning-environment=Drills are on a calendar now. Lunch has three lines and not one." \
  --note "family-and-community-engagement=61 calls home. All 61 were about trouble." \
  --note "ethics-and-integrity=I am fair." \
  --note "external-context-and-policy=I read what the district sends. When it is short."
on 2026-09-24
coach done "$(entry "$first" "rate herself")" --on 2026-09-24

# Plan: three goals, and what each will leave behind that she would have needed anyway.
on 2026-10-08
coach phase linnet next --on 2026-10-08
on 2026-10-08
plan_day=$(coach --quiet log-session linnet --date 2026-10-08 --start 12:30 --minutes 270 --kind coaching \
  --mode in-person --title "Three goals out of nine flags" \
  --question "Which three would your school want you to have, even if no program asked?" \
  --notes "She laid the six ratings beside her calendar. Of 47 hours in a week, 29 go to referrals and lunch. 'So the first goal is to have fewer.' Visits, calls, referrals: three goals. External policy came up at the very end. 'Nobody here asks me about policy.' We left it for later." \
  --client-will "ask which four teachers would have her in first; 2026-10-16")
on 2026-10-08
visits=$(coach --quiet goal add linnet "Every room once a month" --due 2027-05-13 --on 2026-10-08 \
  --target instructional-leadership=applying@2027-05-13 --element shared-vision \
  --statement "By May I see each of 26 teachers for 20 minutes a month, tell them one thing, and go back for it.")
on 2026-10-08
referrals=$(coach --quiet goal add linnet "Minutes back from the office" --due 2027-05-13 --on 2026-10-08 \
  --target management-and-learning-environment=applying@2027-05-13 --element ethics-and-integrity \
  --statement "By May students lose half as many class minutes to the bench outside my office as in September.")
on 2026-10-08
calls=$(coach --quiet goal add linnet "A first call that is no trouble" --due 2027-05-13 --on 2026-10-08 \
  --target family-and-community-engagement=trying@2027-05-13 \
  --statement "By May every sixth-grade family has had a call or a visit from the school about learning, in its language, before one about trouble.")

# Coaching and artifacts, as they arise.
on 2026-10-15
coach phase linnet next --on 2026-10-12
on 2026-10-15
guarded=$(coach --quiet activity add linnet "Two guarded periods a week" --owner client --leverage high --priority 1 \
  --goal "$visits" --goal "$referrals" --goal "$calls" --element instructional-leadership \
  --starts 2026-10-12 --due 2027-06-10 --status under-way --on 2026-10-12 \
  --support "Goes along once a month and compares what each wrote down." \
  --step "the principal takes the radio Tuesday third and Thursday fifth; client; 2026-10-12" \
  --step "a log of visits, with a column for the second; client; 2026-10-30" \
  --indicator "visits in the log, second visits apart; 2026-12-10")
on 2026-10-15
coach done "$(entry "$guarded" "takes the radio")" --on 2026-10-13
on 2026-10-15
coach done "$(entry "$plan_day" "four teachers")" --on 2026-10-14
on 2026-10-30
bench=$(coach --quiet log-evidence linnet --date 2026-10-30 --kind document \
  --title "Minutes on the bench, by period and teacher code" --source "her own count, five weeks" \
  --at "her drive, folder Bench" --goal "$referrals" --element management-and-learning-environment \
  --shows "1,340 minutes in a week, the middle one of five. Half of them after lunch. Six of 26 teachers send two thirds.")
on 2026-10-30
coach done "$(entry "$guarded" "a log of visits")" --on 2026-10-29
on 2026-11-12
november=$(coach --quiet log-session linnet --date 2026-11-12 --start 12:30 --minutes 240 --kind coaching \
  --mode in-person --goal "$visits" --title "Two people, one lesson, two sheets" \
  --notes "We both sat in T17's room for 20 minutes and compared. I had 31 lines of what was said. She had nine, and six of them were 'good'. She crossed the six out herself. In the debrief she gave T17 one thing and stopped. 'It was so quiet that I counted.'" \
  --client-will "sheets with no adjective on them until we meet; 2026-12-10")
on 2026-11-12
coach log-observation linnet --date 2026-11-12 --start 13:00 --setting classroom --minutes 20 \
  --during "$november" --observed T17 --observer coach --observer client --goal "$visits" \
  --title "Grade 7 science, side by side" --element instructional-leadership \
  --notes "29 students. T17 asked 24 questions, 20 of them answered by the same five. At 13:11: 'Any questions? No? Good.' Eleven had not written the date."
on 2026-11-12
told=$(coach --quiet log-feedback linnet --date 2026-11-12 --teacher T17 --by client --during "$november" \
  --focus "who answers" --goal "$visits" --element instructional-leadership --look-again 2026-12-03 \
  --said "Five students answered 20 of your 24 questions. Let everyone write before you call on one.")
on 2026-12-03
coach seen "$told" changed --on 2026-12-03 \
  --note "Write first, three times in 20 minutes. Eleven different students answered."
on 2026-12-03
coach log-evidence linnet --date 2026-12-03 --kind work-sample --goal "$visits" \
  --title "Visit log with sheets, October to December" --at "her drive, folder Rooms" \
  --element instructional-leadership --shows-indicator "$(entry "$guarded" "visits in the log")" \
  --shows "58 visits, 26 teachers, 14 second visits. From the middle of November no adjective."
on 2026-12-10
coach log-session linnet --date 2026-12-10 --start 13:00 --minutes 210 --kind coaching --mode in-person \
  --goal "$referrals" --title "The same rule for two families" \
  --question "Which decision of this month would you least like to explain to the student it touched?" \
  --notes "Two seventh graders, one fight. One father came in with a lawyer's card; that one went home for a day, the other for three. She said it before I could. 'I wrote applying. I am fair when nobody leans on me.' She called the second family while I sat there, said what she had done, and took two days off the record."
on 2026-12-10
coach done "$(entry "$november" "adjective")" --on 2026-12-10
on 2026-12-15
coach log-evidence linnet --date 2026-12-15 --kind document --goal "$referrals" \
  --title "One decision written out" --at "her drive, folder Bench" --element ethics-and-integrity \
  --shows "Facts, choices, who gained and who lost; the call of 10 December; the rule as it has stood since. One page."

# Benchmark: the same six again. One rating goes down, because she knows more.
on 2027-01-14
coach phase linnet next --on 2027-01-14
on 2027-01-14
coach log-session linnet --date 2027-01-14 --start 12:30 --minutes 300 --kind coaching --mode in-person \
  --title "The first sheet beside the second" \
  --notes "She filled in the second sheet with the first one face down. Then turned it over. Ethics fell by one, and she would not let me say anything nice about it. Two standards have no artifact: vision and policy. Vision is on her desk, half written: the sixth-grade team's goal. Policy: 'What would I even show?'" \
  --client-will "one board agenda, read with a pencil; 2027-02-11"
on 2027-01-14
coach rubric assess linnet --by self --date 2027-01-14 --occasion benchmark \
  shared-vision=starting instructional-leadership=trying \
  management-and-learning-environment=trying family-and-community-engagement=trying \
  ethics-and-integrity=trying external-context-and-policy=starting \
  --evidence "management-and-learning-environment=$bench" \
  --note "ethics-and-integrity=December. I was fair when nobody leaned on me." \
  --note "external-context-and-policy=I know now which agenda I have not read."
on 2027-01-20
coach log-evidence linnet --date 2027-01-20 --kind document --share sponsor \
  --title "First written summary" --at "the program's site" \
  --shows "Three goals, 14 second visits, one rating lowered and why. Five sentences, hers."

# The second half. The half days are told in a line each.
on 2027-02-11
coach log-session linnet --date 2027-02-11 --start 12:30 --minutes 240 --kind coaching --mode in-person \
  --goal "$calls" --title "Calls from the cafeteria, with an interpreter" \
  --notes "Nine calls in 40 minutes, about reading. Two families asked what was wrong. 'Nothing. That is the call.' The board agenda lies where it lay."
on 2027-02-18
coach log-evidence linnet --date 2027-02-18 --kind document --element shared-vision --goal "$visits" \
  --title "The sixth-grade team's goal, three drafts" --at "the team's binder" \
  --shows "First draft hers, third draft theirs. 'Every student asks one question a day that the teacher did not expect.'"
on 2027-03-11
coach log-session linnet --date 2027-03-11 --start 12:30 --minutes 300 --kind coaching --mode in-person \
  --goal "$visits" --title "Her debrief, and I am the wall" \
  --notes "Three debriefs in an afternoon, I said nothing in any. In the third T22 asked to be watched again. Second summary drafted in the last half hour."
on 2027-03-15
coach log-evidence linnet --date 2027-03-15 --kind document --share sponsor \
  --title "Second written summary" --at "the program's site" --shows "What 20 minutes a month did in three rooms, and where it did nothing."
on 2027-04-08
coach log-session linnet --date 2027-04-08 --start 12:30 --minutes 300 --kind coaching --mode in-person \
  --goal "$referrals" --title "610 minutes" \
  --notes "The bench: 610 minutes a week, from 1,340. Of the six teachers four send fewer, two as many as ever. She wants to move the bench into the hall 'so that it is my problem to look at.' The district's new suspension rule begins in August; she heard of it from a parent."
on 2027-04-22
coach log-evidence linnet --date 2027-04-22 --kind document --goal "$calls" \
  --title "List of first calls, grade 6" --at "the counselor's binder" \
  --element family-and-community-engagement \
  --shows "248 of 262 families reached in four languages, 19 of them at home. What they asked, and the day it was answered."

# Final: three ratings side by side, and what is missing from the file.
on 2027-05-13
coach phase linnet next --on 2027-05-13
on 2027-05-13
coach rubric assess linnet --by self --date 2027-05-13 --occasion final \
  shared-vision=trying instructional-leadership=applying \
  management-and-learning-environment=applying family-and-community-engagement=applying \
  ethics-and-integrity=trying external-context-and-policy=starting \
  --note "shared-vision=One team of three." \
  --note "ethics-and-integrity=Same word as in January. It weighs more." \
  --note "external-context-and-policy=Three times starting. Nobody asked me for it, me included."
on 2027-05-13
coach goal update "$visits" --status met --on 2027-05-13 --note "24 of 26 teachers in every month since December."
on 2027-05-13
coach goal update "$referrals" --status met --on 2027-05-13 --note "610 minutes from 1,340."
on 2027-05-13
coach goal update "$calls" --status partly-met --on 2027-05-13 --note "248 of 262. The 14 have no working number."
on 2027-05-13
coach log-session linnet --date 2027-05-13 --start 12:30 --minutes 300 --kind coaching --mode in-person \
  --title "Six standards, five artifacts" \
  --question "Which artifact would you keep if you could keep only one?" \
  --notes "The log of the rooms, at once. Then we laid one sheet of paper a standard on the table, and the sixth lay there with nothing on it. She looked at it for a while. 'One page for the staff on the suspension rule. What changes, for whom, from when. I would have to write it in August anyway.'" \
  --client-will "one page on the new suspension rule, for the staff; 2027-05-28" \
  --coach-will "read it as somebody who has never heard of it; 2027-06-03"
on 2027-05-14
coach next linnet 2027-06-03 --at 15:00 --plan "The sixth sheet, and the final summary"

printf '\n$ coach rubric status linnet --occasions\n'
coach rubric status linnet --occasions
printf '\n$ coach hours --icf\n'
coach hours --icf
