#!/bin/sh
# Seven steps with a team: grade-level leads learn to run their own inquiry, until the coach is not
# needed for it. The manual of coaching for capacity building was not found, so the program brings
# seven steps without names, and this coach names them first.
#
#     sh examples/models/seven-step.sh [DIR]
#
# The seven names below are made up for this story. They are this coach's own and not the manual's.
# R. Ames, the team, its school and all that happens here are made up as well.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
journal=${1:-$(mktemp -d)/seven-step}
. "$root/examples/telling.sh"

on 2026-09-03
coach init "$journal" --coach "R. Ames" --no-git
# Seven names, in order. Questions and purposes can be written into models/our-seven.toml later.
on 2026-09-03
coach model new our-seven --from seven-step --title "Our seven" \
  --source "Seven steps of our own, named by R. Ames in September 2026. The number seven is that of coaching for capacity building; the names are not." \
  --step "Listen" --step "Look" --step "Choose" --step "Rehearse" --step "Try" --step "Look again" --step "Hand over"
on 2026-09-03
coach model check our-seven
on 2026-09-03
coach new-client "Tannery Lane leads" --code whimbrel --role team \
  --member "Bettina Crowe" --member "Idris Palmer" --member "Joan Whitlock" --member "Sal Okafor" \
  --site "Tannery Lane Elementary" --school-level elementary --enrolment 520 --cadence-days 21 \
  --model our-seven --started 2026-09-03
on 2026-09-09
coach agreement whimbrel --with client --date 2026-09-03 --signed 2026-09-09 --until 2027-03-31 --hours 20 --voluntary yes \
  --purpose "That the four can do by themselves in spring what I do with them in fall. What one of them says in the room stays in the room." \
  --limit "danger to somebody" --limit "an order of a court"
on 2026-09-09
coach goal add whimbrel "Team meetings about student work" --due 2027-03-26 \
  --statement "By March each of the four runs a meeting of 45 minutes in which at least 25 are spent on student work, without the coach in the room."

# Listen.
on 2026-09-10
coach cycle start whimbrel "Student work on the table" --on 2026-09-10 --goal team-meetings \
  --look-for "minutes on student work, of 45" \
  --look-for "who asks the first question about it" \
  --notes "Four talks of twenty minutes, one with each. All four said 'no time'; three said it about the same agenda form."
on 2026-09-10
talk=$(coach --quiet log-session whimbrel --date 2026-09-10 --minutes 80 --kind coaching --mode in-person --present 4 \
  --title "Four talks about one hour" --goal team-meetings \
  --question "When did your team last change a lesson because of something a child had written?" \
  --notes "'Never, honestly.' 'Once, by accident: the copier was broken and we had only their notebooks.' 'We fill in the form.' The fourth counted on her fingers and stopped at one." \
  --client-will "put the agenda form of last week on the table; 2026-09-17" \
  --coach-will "sit in on each meeting once and only time it; 2026-09-30")
on 2026-09-17
coach done "$(entry "$talk" "agenda form")" --on 2026-09-17
# Look.
on 2026-09-18
coach cycle step student-work --on 2026-09-18 --notes "Grades 1 to 4, a meeting each. A watch, a page, no talk from me."
on 2026-09-29
coach log-observation whimbrel --date 2026-09-24 --setting meeting --minutes 45 --title "Grade 3 team" --goal team-meetings \
  --notes "6 people. 15:05 field trip, 14 minutes. 15:19 supplies, 9. 15:28 the form, 11. 15:39 T16 takes out five notebooks: 'Can I show you something?' 15:45 end; the notebooks go back into the bag."
on 2026-09-30
coach cycle data student-work 1 --on 2026-09-30 --seen "Grade 1: 0. Grade 2: 4. Grade 3: 6. Grade 4: 0."
on 2026-09-30
coach cycle data student-work 2 --on 2026-09-30 --seen "Grade 2 the lead. Grade 3 T16, at the end. Grades 1 and 4 nobody."
on 2026-09-30
coach done "$(entry "$talk" "only time it")" --on 2026-09-29
# Choose.
on 2026-10-07
coach cycle step student-work choose --on 2026-10-07 \
  --notes "Four proposals, one taken: three pieces of student work lie on the table before anybody sits down, and the form is filled in last."
on 2026-10-07
talk=$(coach --quiet log-session whimbrel --date 2026-10-07 --minutes 60 --kind planning --mode in-person --present 4 \
  --title "One thing, for all four" --goal team-meetings \
  --notes "I laid the four numbers out: 0, 4, 6, 0. Half a minute of silence. 'The six were by accident too.' They chose; I held the pen for the first ten minutes and then gave it away." \
  --client-will "bring three notebooks each to rehearse with; 2026-10-14")
on 2026-10-14
coach done "$(entry "$talk" "three notebooks")" --on 2026-10-14
# Rehearse.
on 2026-10-14
coach cycle step student-work rehearse --on 2026-10-14 \
  --notes "Each led ten minutes with the other three as the team. Twice around. The one who led asked first: 'What do you see?', and then nothing."
on 2026-10-14
told=$(coach --quiet log-feedback whimbrel --by coach --teacher T21 --date 2026-10-14 --focus "the first question" --goal team-meetings \
  --said "You asked 'What do you see?' and answered it yourself after three seconds. The second time you looked at the notebook, and the others began." \
  --look-again 2026-11-12)
# Try.
on 2026-10-22
coach cycle step student-work try --on 2026-10-22 \
  --notes "Three weeks, each team. I was in two of the twelve meetings."
on 2026-11-12
coach cycle data student-work 1 --on 2026-11-12 --seen "Third week. Grade 1: 22. Grade 2: 31. Grade 3: 28. Grade 4: 11, the trip again."
on 2026-11-12
coach cycle data student-work 2 --on 2026-11-12 --seen "The lead in grades 1, 2 and 4. In grade 3 T16, before the lead sat down."
on 2026-11-12
coach seen "$told" changed --on 2026-11-12 --note "Grade 1, 15:06: asked, then nineteen seconds of nothing. T18 spoke first."
on 2026-11-13
coach log-evidence whimbrel --date 2026-11-10 --kind work-sample --title "Three notebooks and the page of the grade 2 team" \
  --at "team folder, grade 2" --source "grade 2 team" --goal team-meetings \
  --shows "Beside each piece one line on what the child can do, and one change for Monday. No names on it."
# Look again.
on 2026-11-18
coach cycle step student-work "look again" --on 2026-11-18 \
  --result "From 0, 4, 6 and 0 minutes to 22, 31, 28 and 11. Two of four are past the 25." \
  --notes "They timed each other; I came for the last half hour. Grade 4: 'The form is not the trouble. I am afraid of the silence.'"
on 2026-11-18
coach log-session whimbrel --date 2026-11-18 --minutes 45 --kind debrief --mode in-person --present 4 \
  --title "What you did not need me for" --goal team-meetings \
  --question "Which part of this could you do next week if I were ill?" \
  --notes "All but one thing: 'Who asks us?' They looked at each other. The lead of grade 2 took the watch."
# Hand over.
on 2026-12-09
coach cycle step student-work "hand over" --on 2026-12-09 \
  --notes "Grade 2 times grade 4, grade 3 times grade 1. I get one line a month and come when they ask."
on 2026-12-09
coach cycle close student-work --decision adopt --on 2026-12-09 --check-on 2027-02-24
on 2027-02-24
coach cycle check student-work partly --on 2027-02-24 \
  --note "Without me since December: 26, 33, 27, 17. Grade 4 asked grade 2 for a second rehearsal, and not me."

printf '\n$ coach cycle show student-work\n'
coach cycle show student-work
printf '\n$ coach cycle list whimbrel\n'
coach cycle list whimbrel
