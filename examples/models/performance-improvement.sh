#!/bin/sh
# Performance improvement: a principal and her assistant principal, who visits lessons and does not
# write. She is his supervisor and says so first. The plan holds two promises of hers as well, and
# one of them comes late. It ends partly met, in words both have read.
#
#     sh examples/models/performance-improvement.sh [DIR]
#
# G. Lindqvist, Warren Dacosta, the school and all that happens here are made up.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
journal=${1:-$(mktemp -d)/performance-improvement}
. "$root/examples/telling.sh"

# A journal of its own, by a supervisor: nothing that was ever said in confidence lies in it.
on 2026-09-14
coach init "$journal" --coach "G. Lindqvist" --no-git
on 2026-09-14
coach new-client "Warren Dacosta" --code merlin --role assistant-principal --role-since 2024-08-01 \
  --site "Cold Spring Elementary" --started 2026-09-14 --model performance-improvement \
  --rubric developmental-leadership@1 --cadence-days 21

# Expectation: what this is, what is expected, and what he thinks of it.
on 2026-09-14
coach agreement merlin --with client --date 2026-09-14 --until 2027-06-30 \
  --voluntary no --share client --keep-until 2030-06-30 --ai none \
  --purpose "I am his supervisor and his rater. What is said here can enter his evaluation. He reads every entry marked for him before it is used, and adds his own words."
on 2026-09-14
told=$(coach --quiet log-session merlin --date 2026-09-14 --start 15:30 --minutes 40 --mode in-person \
  --kind supervision --share client --title "What this is, and what is expected" \
  --question "In your own words, what does the work require here?" \
  --notes "I said that this is supervision and no coaching in confidence, that it has a plan and an end, and that he may bring someone. He asked whether his job depends on it. Not on this plan; a second one would be another matter. The expectation: six visits a week, and within three school days the teacher has in writing what was seen and one next step. His words: 'Visit, and write before they forget.' He finds three days too short in weeks with testing. He was told the number once, in August 2025, in a meeting with eleven other points." \
  --client-will "bring his notes and calendar since 24 August; 2026-09-28" \
  --coach-will "put the expectation in writing, half a page; 2026-09-16")
on 2026-09-16
coach log-evidence merlin --date 2026-09-16 --kind document --share client \
  --title "The expectation in half a page" --source "the supervisor; two words changed by him" \
  --at "his mailbox, and the office file" --element giving-feedback \
  --shows "Six visits a week. Three school days, five in testing weeks: his wish, taken in. What is seen, one next step."
on 2026-09-16
coach done "$(entry "$told" "in writing")" --on 2026-09-16
# He took the paper home for two nights before he signed.
on 2026-09-16
coach agreement merlin --with client --signed 2026-09-16

# Gap: dates and counts. What he sees otherwise stands beside them.
on 2026-09-23
seen_t09=$(coach --quiet log-observation merlin --date 2026-09-23 --start 10:05 --setting classroom \
  --minutes 20 --observed T09 --share client --title "Side by side in grade 2" \
  --element observing-instruction \
  --notes "We sat at the same table. He wrote two pages: times, questions, who answered. At 10:20 he showed me a line about wait time that I had missed. In the hallway he told T09 'nice energy'.")
on 2026-09-28
coach phase merlin next --on 2026-09-28
on 2026-09-28
coach done "$(entry "$told" "notes and calendar")" --on 2026-09-28
on 2026-09-28
count=$(coach --quiet log-evidence merlin --date 2026-09-28 --kind document --share client \
  --title "Visits and written feedback, 24 August to 25 September" \
  --source "his notes and calendar, counted by both" --at "office file" --element giving-feedback \
  --shows "27 visits of 30 expected. Written feedback after 9. In time: 4. The other five after 6, 8, 11, 15 and 17 school days.")
on 2026-09-28
coach log-session merlin --date 2026-09-28 --start 15:30 --minutes 50 --mode in-person \
  --kind supervision --share client --title "27 visits, 9 notes" \
  --question "Is it that you have not been shown, have no time, or have other reasons?" \
  --notes "We agree on the count. On 11 September I said that T04 had heard nothing since a visit on 26 August; he remembers telling T04 in the copy room. T04 remembers 'good job'. Both are written here. What is as it should be: the visits take place, and his notes are better than mine. Time: dismissal duty five days a week, which I gave him in 2024 and forgot. Shown: nobody has shown him how two pages become five lines. 'I write it Sunday, it gets long, and I do not send it.'" \
  --reflection "Two of his three reasons have my name on them."
on 2026-09-30
coach log-evidence merlin --date 2026-09-30 --kind document --share client --title "His own account" \
  --source "he wrote it, unchanged" --at "office file, behind the count" \
  --shows "'I do not avoid teachers. I avoid sending something half good to people who are better than I am at teaching.'"
on 2026-09-30
coach rubric assess merlin --by coach --date 2026-09-30 --occasion initial --share client \
  observing-instruction=developing giving-feedback=initiating \
  --evidence "observing-instruction=$seen_t09" --evidence "giving-feedback=$count" \
  --note "observing-instruction=His notes of 23 September: said and done, with times." \
  --note "giving-feedback=9 of 27 in writing. 'Nice energy.'"

# Plan: one sheet, both names, what each does, what both will look at.
on 2026-10-05
coach phase merlin next --on 2026-10-05
on 2026-10-05
goal=$(coach --quiet goal add merlin "Written within three days" --due 2026-12-18 --on 2026-10-05 \
  --share client --target giving-feedback=developing@2026-12-18 \
  --statement "From 12 October to 18 December, nine of ten visits are followed within three school days by five lines in writing: what was seen, one next step.")
on 2026-10-05
plan=$(coach --quiet activity add merlin "Five lines, the same day" --owner both --leverage high \
  --goal "$goal" --element giving-feedback --starts 2026-10-12 --due 2026-12-18 --share client \
  --status planned --on 2026-10-05 \
  --support "Two dismissal duties a week are mine from 12 October. Four notes written side by side." \
  --step "a form of five lines, no more room on it; client; 2026-10-09" \
  --step "take over dismissal on Tuesday and Thursday; coach; 2026-10-12" \
  --step "four notes written side by side, from two pages to five lines; both; 2026-10-30" \
  --indicator "visits, notes and days between them, counted by both; 2026-11-06" \
  --indicator "the same count at the end; 2026-12-18")
on 2026-10-05
coach log-session merlin --date 2026-10-05 --start 15:30 --minutes 45 --mode in-person \
  --kind supervision --share client --activity "$plan" --title "One sheet, two names" \
  --notes "Said now and not later: met, and this file ends with one page that says so. Partly met, and we go on for eight weeks. Not met, and I bring in the district office, and he may bring whom he likes. He asked for the middle of the way as well: a count on 6 November. 'So that I know before December.'"
on 2026-10-12
coach done "$(entry "$plan" "a form of five lines")" --on 2026-10-08
on 2026-10-12
coach activity update "$plan" --status under-way --on 2026-10-12

# Follow-up, on the days that were agreed. The supervisor's promises are looked at too.
on 2026-10-12
coach phase merlin next --on 2026-10-12
on 2026-10-16
waiting=$(coach --quiet log-feedback merlin --date 2026-10-16 --teacher T04 --by client --focus "wait time" --share client \
  --element giving-feedback --goal "$goal" --look-again 2026-11-05 \
  --said "I saw 18 questions, and two seconds after most of them. Next step: count to five, three times a lesson. I come back on 5 November.")
on 2026-10-26
coach done "$(entry "$plan" "take over dismissal")" --on 2026-10-20
on 2026-10-29
coach done "$(entry "$plan" "side by side")" --on 2026-10-29
on 2026-11-05
coach seen "$waiting" partly --on 2026-11-05 \
  --note "Five seconds in the first half of the lesson. Three students spoke who had not in October."
on 2026-11-06
coach log-evidence merlin --date 2026-11-06 --kind document --share client --goal "$goal" \
  --title "Second count, 12 October to 6 November" --source "counted by both" --at "office file" \
  --element giving-feedback --shows-indicator "$(entry "$plan" "counted by both")" \
  --shows "22 visits of 24. In writing: 18. In time: 15. From 26 October on: 11 of 12."
on 2026-11-06
middle=$(coach --quiet log-session merlin --date 2026-11-06 --start 15:30 --minutes 30 --mode in-person \
  --kind supervision --share client --activity "$plan" --title "The count in the middle" \
  --question "Did I do what I promised, and on time?" \
  --notes "No: I took over dismissal on 20 October, eight days late. In those eight days two of his four notes were late, and three visits had none. He did not bring it up; I did. He wants it in the record that the two things belong together, and it is. 'Five lines take me nine minutes. I timed it.'" \
  --client-will "send three notes he is content with, and one he is not; 2026-11-20")
on 2026-11-20
coach done "$(entry "$middle" "three notes")" --on 2026-11-19
on 2026-11-20
coach log-conversation merlin --date 2026-11-20 --with teacher --count 3 --minutes 15 --share client \
  --topic "written feedback" --element giving-feedback --goal "$goal" \
  --heard "He knew that I would ask, and whom. 'It comes the same day now. I keep them in the plan book.' 'Short. I can do it on Monday.' 'Mine said what I already do. Fine, but what next?'"
on 2026-12-18
last=$(coach --quiet log-evidence merlin --date 2026-12-18 --kind document --share client --goal "$goal" \
  --title "Third count, 9 November to 18 December" --source "counted by both" --at "office file" \
  --element giving-feedback --shows-indicator "$(entry "$plan" "same count")" \
  --shows "29 visits of 30. In writing: 28. In time: 27. With a next step that a teacher could try: 19 of 28.")
on 2026-12-18
coach rubric assess merlin --by coach --date 2026-12-18 --occasion final --share client \
  giving-feedback=developing --evidence "giving-feedback=$last" \
  --note "giving-feedback=In writing and in time. A third of the notes name no step."
on 2026-12-18
coach activity update "$plan" --status "done" --on 2026-12-18
on 2026-12-18
coach goal update "$goal" --status partly-met --on 2026-12-18 \
  --note "In time: 42 of 51 from October on, 27 of 29 since November. A next step: 19 of 28. Time is met, the step is not yet."
on 2026-12-18
coach log-session merlin --date 2026-12-18 --start 14:00 --minutes 40 --mode in-person \
  --kind supervision --share client --title "Partly met" \
  --question "What would you like to have set down in your own words?" \
  --notes "Measured by the sheet and by nothing else: on time, yes; a next step, in two notes of three. Eight weeks more for that alone; the counting of days ends today. His words: 'In September I thought this was the beginning of the end. I would have liked the form two years ago.' I said that I would have liked to have made it." \
  --client-will "one next step in each note, begun with a verb; 2027-02-12" \
  --coach-will "keep dismissal on Tuesday and Thursday, all year; 2027-02-12"
on 2026-12-18
coach next merlin 2027-02-12 --at 14:00 --plan "Last count: notes with a step. Then this is closed."

# The page says whose page it is: the rater's.
printf '\n$ coach status merlin\n'
coach status merlin
printf '\n$ coach evidence merlin\n'
coach evidence merlin
