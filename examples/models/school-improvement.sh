#!/bin/sh
# School improvement with a team of seven: an agency pays, the team rates itself, and help that once
# took a month comes within two weeks. One indicator goes up, one stays, and one goes down, because
# this time they went and looked. Meetings that changed nothing are left out.
#
#     sh examples/models/school-improvement.sh [DIR]
#
# R. Ames, the Juniper Flats team, the agency, the school and all that happens here are made up.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
journal=${1:-$(mktemp -d)/school-improvement}
. "$root/examples/telling.sh"

# The client is a team. Its members stand here by what they do, and no name of theirs anywhere.
on 2026-08-17
coach init "$journal" --coach "R. Ames" --no-git
on 2026-08-17
coach new-client "Juniper Flats improvement team" --code godwit --role team \
  --site "Juniper Flats Elementary" --sponsor "Tri-County Improvement Agency" --started 2026-08-14 \
  --model school-improvement --rubric implementation-3@1 \
  --school-level elementary --enrolment 410 --cadence-days 21 \
  --member "principal" --member "grade 1 lead" --member "grade 3 lead" --member "grade 5 lead" \
  --member "special education teacher" --member "family liaison" --member "office manager"

# Set up the team. Two papers: the agency's, which is no secret to the team, and the team's own.
on 2026-08-17
coach agreement godwit --with agency --date 2026-08-14 --signed 2026-08-14 --until 2027-06-30 \
  --purpose "An outside coach for the leadership team of a school named for improvement." \
  --qualifications "Nine years a principal. Four teams coached to the end of their plan; two references, both called." \
  --hours 40 --fund "Title I, school improvement" \
  --deliverable "the team's ratings with their evidence, in September, January and May" \
  --deliverable "one page a month, read to the team before it is sent" \
  --deliverable "the plan as it stands on 30 June, in the team's words" \
  --reports-every month \
  --review-of-coach "The agency sits in on one meeting in winter. In May the team answers six questions about me, without me in the room." \
  --limit "danger to somebody" --keep-until 2030-06-30 --ai none
on 2026-08-20
coach agreement godwit --with client --date 2026-08-20 --signed 2026-08-20 --until 2027-06-30 \
  --purpose "I ask, count and read aloud. You decide. Nothing goes to the agency that you have not heard first." \
  --hours 40 --minutes-per-month 240 --voluntary no --share client \
  --sponsor-receive attendance --sponsor-receive hours --sponsor-receive goals \
  --sponsor-receive activities --sponsor-receive levels \
  --limit "danger to somebody" --keep-until 2030-06-30 --ai none
on 2026-08-20
set_up=$(coach --quiet log-session godwit --date 2026-08-20 --start 14:00 --minutes 90 --kind planning \
  --mode in-person --present 7 --share client --title "Who sits at this table" \
  --question "What did the last plan in this building teach you about plans?" \
  --notes "Seven chairs, six people; the office manager came at 14:20, from the counter. I read the agency's paper aloud, all of it. 'So you write about us?' One page a month, and you hear it first. The last plan had 34 pages. Nobody at the table could say one thing from it. 'It taught us to write plans.' They meet every second Thursday, 2:50 to 4:20. The Thursday staff meeting gives way." \
  --client-will "post the dates and the names by the mailboxes; 2026-08-27" \
  --coach-will "bring last year's lost planning hours, counted; 2026-09-10")
on 2026-08-27
coach done "$(entry "$set_up" "by the mailboxes")" --on 2026-08-26
on 2026-09-03
coach log-observation godwit --date 2026-09-03 --start 14:50 --setting meeting --minutes 90 \
  --share client --title "Second meeting, nine topics" --element leadership-team \
  --notes "The principal spoke 51 of 90 minutes. Nine topics, three with an owner, one with a date. The family liaison was asked a question twice. At 3:40 the buses came up and stayed until 4:05. The grade 3 lead wrote the minutes on the back of the agenda and took them home."

# Assess: none, limited or full; what it rests on, what is missing. Where they differ, they go and look.
on 2026-09-08
coach phase godwit next --on 2026-09-08 --note "Both papers signed, seven names by the mailboxes, 20 dates."
on 2026-09-10
hours_lost=$(coach --quiet log-evidence godwit --date 2026-09-10 --kind document --share client \
  --title "Planning hours lost last spring" --source "substitute sheets, counted with the office manager" \
  --at "green binder at the counter" --element common-planning-time \
  --shows "216 shared hours in the schedule, February to May. 97 lost: 61 to coverage, 36 to testing.")
on 2026-09-10
coach done "$(entry "$set_up" "lost planning hours")" --on 2026-09-10
on 2026-09-15
first_help=$(coach --quiet log-evidence godwit --date 2026-09-15 --kind student-results --share client \
  --title "From a missed check to the first help" --source "grade 3 and 5 check sheets, last spring" \
  --at "grade 3 lead's folder" --element timely-help \
  --shows "58 missed checks. First help after 31 days, the middle one. 22 had no help at all that anybody wrote down.")
on 2026-09-17
coach rubric assess godwit --by joint --date 2026-09-17 --occasion initial --share client \
  leadership-team=limited common-planning-time=limited improvement-plan=none \
  timely-help=none checking-understanding=full contact-about-learning=limited \
  --evidence "common-planning-time=$hours_lost" --evidence "timely-help=$first_help" \
  --note "improvement-plan=34 pages that nobody at the table could retell." \
  --note "checking-understanding=Four of seven said full: 'We all use the small boards.' Nobody had looked." \
  --gap "leadership-team=Minutes that all staff can read, with an owner and a date." \
  --gap "common-planning-time=Somebody who counts lost hours and gives them back." \
  --gap "improvement-plan=Three priorities at most, a sign to look for in each." \
  --gap "timely-help=A time in the day, and one list of who missed what." \
  --gap "contact-about-learning=140 families speak Spanish or Somali at home. Letters go out in English."

# Plan: few things, with a name behind each. From here the work goes round, so it is a cycle as well.
on 2026-09-21
coach phase godwit next --on 2026-09-21
on 2026-10-01
goal=$(coach --quiet goal add godwit "Help within two weeks" --due 2027-05-28 --on 2026-10-01 \
  --share client --target timely-help=limited@2027-05-28 \
  --statement "By May a student in grade 3 or 5 who misses a common check is helped within two weeks, in the school day, and we know after six weeks who caught up.")
on 2026-10-01
help_hour=$(coach --quiet activity add godwit "A half hour for help, grades 3 and 5" --owner client \
  --leverage high --priority 1 --goal "$goal" --element timely-help --starts 2026-10-05 \
  --due 2027-01-28 --share client --status planned --on 2026-10-01 \
  --support "Counts the days each month with whoever keeps the list. Keeps no list of mine." \
  --step "grade 3 lead: one list, by the copier, of who missed which check; client; 2026-10-06" \
  --step "principal: 11:10 to 11:40 cleared in both grades; client; 2026-10-09" \
  --step "office manager: two aides moved from lunch duty; client; 2026-10-16" \
  --indicator "days from a missed check to the first help, by grade; 2027-01-15" \
  --indicator "who caught up six weeks on; 2027-01-22")
on 2026-10-01
coach cycle start godwit "From check to help" --goal "$goal" --activity "$help_hour" --share client \
  --look-for "days from a missed check to the first help" \
  --look-for "half hours that took place, of those planned" \
  --notes "The team had eleven gaps on the wall. Which one, closed, makes two others smaller? They argued for 40 minutes and chose this. The grade 5 lead wanted families first: 'Next round, in writing.' It is in writing."
on 2026-10-01
coach log-measure godwit "Days to first help" --date 2026-09-15 --unit days --baseline yes \
  --period "last spring" --source "check sheets" --by grade --goal "$goal" --share client \
  --group all=58:31 --group "grade 3"=27:36 --group "grade 5"=31:27

# Implement.
on 2026-10-06
coach done "$(entry "$help_hour" "by the copier")" --on 2026-10-05
on 2026-10-12
coach phase godwit next --on 2026-10-12
on 2026-10-12
coach cycle step from-check-to-help --on 2026-10-12 \
  --notes "The half hour began on Monday in grade 3. Grade 5 still has music at 11:10."
on 2026-10-15
coach done "$(entry "$help_hour" "11:10")" --on 2026-10-15
on 2026-10-29
stuck=$(coach --quiet log-session godwit --date 2026-10-29 --start 14:50 --minutes 90 --kind coaching \
  --mode in-person --present 6 --share client --activity "$help_hour" --title "Two aides, still at lunch" \
  --question "Is it the will, the skill or the calendar?" \
  --notes "The calendar. Lunch needs four adults by contract, and there are four. The principal offered to write to the district. The office manager: 'Or you stand there on Tuesdays.' It was quiet, then he laughed, then he wrote it down." \
  --reflection "I had the answer ready and kept it. Hers was better." \
  --client-will "the principal and the special education teacher take one lunch each; 2026-11-05")
on 2026-11-05
coach done "$(entry "$stuck" "one lunch each")" --on 2026-11-03
on 2026-11-05
coach done "$(entry "$help_hour" "two aides")" --on 2026-11-04
on 2026-11-06
coach log-observation godwit --date 2026-11-06 --start 11:10 --setting classroom --minutes 30 \
  --observed T31 --observed T34 --share client --activity "$help_hour" --element timely-help \
  --title "The half hour, two rooms of grade 3" \
  --notes "T31: seven students at one table, Friday's check in front of them, two problems done again and read aloud. T34: nine students, a packet, the aide correcting it at the window. In both rooms the others read. Started at 11:12 and at 11:19."
on 2026-11-09
heard=$(coach --quiet log-conversation godwit --date 2026-11-09 --with teacher --count 4 --minutes 20 --share client \
  --topic "the half hour" --heard "'I know who is on the list. I don't know what to do with them for thirty minutes.' 'The packet.' 'Nobody has taken it away yet. That's new.'" \
  --coach-will "read this to the team as it stands; 2026-11-12")
on 2026-11-12
coach done "$(entry "$heard" "as it stands")" --on 2026-11-12

# Monitor: is it done, and are students better off? Before they rated again, all seven sat in rooms.
on 2027-01-07
coach phase godwit next --on 2027-01-07
on 2027-01-07
coach cycle step from-check-to-help --on 2027-01-07
on 2027-01-12
boards=$(coach --quiet log-observation godwit --date 2027-01-12 --start 09:00 --setting classroom \
  --minutes 80 --observer client --observer coach --share client --element checking-understanding \
  --observed T11 --observed T12 --observed T31 --observed T34 --observed T51 --observed T53 \
  --title "Seven of us, six rooms, one question: who was asked?" \
  --notes "Small boards lay in all six rooms. Used in two: T31 and T51, everybody, twice. In the other four, 41 questions went to a raised hand; 63 of 92 students were not asked and not looked at. The grade 1 lead, in the hallway: 'I said full.'")
on 2027-01-12
days_now=$(coach --quiet log-evidence godwit --date 2027-01-12 --kind student-results --share client \
  --title "From a missed check to the first help, autumn" --source "the list by the copier" \
  --at "by the copier" --element timely-help --goal "$goal" \
  --shows-indicator "$(entry "$help_hour" "days from")" \
  --shows "52 missed checks. First help after 9 days, the middle one. 4 had none, all absent. Caught up after six weeks: 24 of 38.")
on 2027-01-12
coach log-measure godwit "Days to first help" --date 2027-01-12 --unit days \
  --period "October to January" --source "the list by the copier" --by grade --goal "$goal" --share client \
  --group all=52:9 --group "grade 3"=24:7 --group "grade 5"=28:12
on 2027-01-12
coach cycle data from-check-to-help 1 --on 2027-01-12 --seen "9, from 31. Grade 3: 7, grade 5: 12."
on 2027-01-12
coach cycle data from-check-to-help 2 --on 2027-01-12 \
  --seen "71 of 88. Eleven of the 17 lost went to testing week, six to a missing aide."
on 2027-01-14
coach rubric assess godwit --by joint --date 2027-01-14 --occasion benchmark --share client \
  leadership-team=limited improvement-plan=limited timely-help=limited checking-understanding=limited \
  --evidence "timely-help=$days_now" --evidence "checking-understanding=$boards" \
  --note "improvement-plan=One page, one priority. Six of eight teachers asked could name it." \
  --note "timely-help=Two grades of six." \
  --note "checking-understanding=It went down because we looked. Nobody argued for full." \
  --gap "leadership-team=Minutes are up, dates are not." \
  --gap "timely-help=Four grades. And what to do in the thirty minutes, besides the packet." \
  --gap "checking-understanding=Four rooms of six, and those are the ones we saw."

# Revise, and round again.
on 2027-01-28
coach phase godwit next --on 2027-01-28
on 2027-01-28
coach cycle step from-check-to-help --on 2027-01-28 \
  --result "From 31 days to 9 in two grades. 24 of 38 caught up. Where the aide had a packet, 5 of 14." \
  --notes "They keep the half hour and give up the packet. The idea that time was the whole of it turned out wrong."
on 2027-01-28
coach activity update "$help_hour" --status "done" --on 2027-01-28 \
  --note "Runs in grades 3 and 5. What is done in it is the next round."
on 2027-01-28
coach log-session godwit --date 2027-01-28 --start 14:50 --minutes 90 --kind coaching --mode in-person \
  --present 7 --share client --title "What leaves the plan" \
  --question "Which part of my help do you no longer need?" \
  --notes "'The counting. She does it better.' The office manager has kept the list since November and reads it out herself. The agency's visitor sat at the end of the table and asked why one rating fell. The grade 1 lead answered before I could: 'Because we went.' The grade 5 lead laid her October note on the table: families, next round, in writing." \
  --client-will "three teachers show what they do in the thirty minutes; 2027-02-11" \
  --coach-will "send the January page after the team has heard it; 2027-01-29"
on 2027-01-28
coach cycle close from-check-to-help --decision adapt --check-on 2027-03-25 \
  --next "What happens in the thirty minutes" \
  --notes "Grades 3 and 5 again, before any other grade. And one letter home in three languages: the grade 5 lead's, as promised."
on 2027-02-01
coach phase godwit next --on 2027-02-01 --note "Second round."

printf '\n$ coach phase godwit\n'
coach phase godwit
printf '\n$ coach rubric status godwit --by joint --occasions\n'
coach rubric status godwit --by joint --occasions
