#!/bin/sh
# PDSA in an elementary school: a principal's notes after visits, and why nobody answers them. The
# first prediction is wrong by far, the second in part; what they taught carries the third.
#
#     sh examples/models/pdsa.sh [DIR]
#
# R. Ames, Ruben Halloran, the school and all that happens here are made up.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
journal=${1:-$(mktemp -d)/pdsa}
. "$root/examples/telling.sh"

on 2026-09-08
coach init "$journal" --coach "R. Ames" --no-git
on 2026-09-08
coach new-client "Ruben Halloran" --code wren --role principal --role-since 2023-07-01 \
  --site "Millrace Elementary" --school-level elementary --enrolment 410 --cadence-days 21 \
  --model pdsa --started 2026-09-08
on 2026-09-08
coach agreement wren --with client --signed 2026-09-08 --until 2027-06-11 --hours 25 --voluntary yes \
  --purpose "Small trials of his own, each with a prediction on paper. I take no part in anybody's evaluation." \
  --limit "danger to somebody" --limit "an order of a court"
on 2026-09-15
talk=$(coach --quiet log-session wren --date 2026-09-15 --minutes 60 --kind coaching --mode in-person \
  --title "Forty notes, two answers" \
  --question "What would you like a teacher to do with your note?" \
  --notes "Last year he left about forty notes in mailboxes after visits. Two came back. 'Answer it, I suppose.' He showed me six: six times 'Great energy!' None asks anything." \
  --client-will "write one question for each of ten rooms; 2026-09-18")
on 2026-09-15
coach goal add wren "Feedback that gets an answer" --due 2027-05-14 \
  --statement "By May eight of ten teachers whom he visits name something that they will try, and half of them have tried it a week later."
on 2026-09-18
coach done "$(entry "$talk" "one question")" --on 2026-09-17

# --- Round 1: the prediction is wrong -----------------------------------------------------------
# Plan: the question, why he thinks so, and what he expects, in his words and before the trial.
on 2026-09-18
coach cycle start wren "A question in the mailbox" --on 2026-09-18 --goal feedback-that \
  --prediction "Eight of ten answer within five school days, because a question is easier to answer than praise. I would be surprised by fewer than six." \
  --look-for "answers within five school days" \
  --look-for "where and how the answer came" \
  --notes "Ten rooms, ten visits of ten minutes, one question each on a card in the mailbox by 15:30. He keeps the list, I see it on 6 October."
# Do.
on 2026-09-21
coach cycle step mailbox --on 2026-09-21 \
  --notes "Ten cards in four days. On the second day he had no card left and took a form from the office."
on 2026-09-22
card_t07=$(coach --quiet log-feedback wren --by client --teacher T07 --date 2026-09-22 --focus "student talk" \
  --goal feedback-that --look-again 2026-10-02 \
  --said "On a card: 'Who had not spoken by 9:40, and how could you tell?'")
on 2026-09-24
card_t03=$(coach --quiet log-feedback wren --by client --teacher T03 --date 2026-09-24 --focus "student talk" \
  --goal feedback-that --look-again 2026-10-02 \
  --said "On a card: 'What did you want the pairs to say to each other?'")
on 2026-10-02
coach cycle data mailbox 1 --on 2026-10-01 --seen "Two of ten: T07 after one day, T11 after four."
on 2026-10-02
coach cycle data mailbox 2 --on 2026-10-01 \
  --seen "Both in person: T07 at the copier, T11 in the parking lot. No card came back."
on 2026-10-02
coach seen "$card_t07" partly --on 2026-10-02 --note "She keeps a list of who has spoken. It ends on Wednesday."
on 2026-10-02
coach seen "$card_t03" no --on 2026-10-02 --note "The card lies under the stapler."
# Study: first the page, then why. He asked the silent ones to talk to me, and left the room.
on 2026-10-05
coach log-conversation wren --with teacher --count 4 --minutes 15 --date 2026-10-05 --topic "the cards" --goal feedback-that - <<'END'
Four of the eight who did not answer. "I thought it goes into my file." "It was on an office form."
"I wrote half a page and threw it away." "A question from the principal on paper? I looked for what
I had done wrong." Would they have answered him at the door? Three yes. One: "If he is not holding
anything."
END
on 2026-10-06
coach cycle step mailbox study --on 2026-10-06 \
  --result "Two of ten, both in person. The prediction was wrong by six, and so was its reason." \
  --notes "He read his own line aloud: 'easier to answer than praise.' Then: 'We used to think that the words on the card matter. Now we think it is the card.' Cannot tell: whether the questions were any good."
on 2026-10-06
study=$(coach --quiet log-session wren --date 2026-10-06 --minutes 50 --kind debrief --mode in-person \
  --title "Two of ten" --goal feedback-that \
  --question "Which part of the prediction held, which part failed, and which can we not tell?" \
  --notes "He wanted to count T03, who had nodded at him. We looked at the page: answers within five days. He put the pen down. 'Two.'" \
  --client-will "tell the ten what we learned, at the staff meeting; 2026-10-14")
# Act: not dropped, changed in one thing. The next round begins with what this one taught.
on 2026-10-07
coach cycle step mailbox act --on 2026-10-07 \
  --notes "The line of the data that decides: both answers came by mouth. So the paper goes and the question stays."
on 2026-10-07
coach cycle close mailbox --decision adapt --on 2026-10-07 --next "The same question, at the door" \
  --notes "Same questions, no paper: at the classroom door the same day, nothing in his hands."

# --- Round 2: half right ------------------------------------------------------------------------
on 2026-10-14
coach done "$(entry "$study" "tell the ten")" --on 2026-10-14
on 2026-10-14
coach set "at the door" look_fors="answers on the spot, names something to try" \
  prediction="Six of eight answer on the spot, and all six name something they will try."
on 2026-10-19
coach cycle step "at the door" do --on 2026-10-19 --notes "Eight teachers in two weeks. Each time in the four minutes between classes."
on 2026-10-30
coach cycle data "at the door" 1 --on 2026-10-30 --seen "Eight of eight. Seven in less than twenty seconds."
on 2026-10-30
coach cycle data "at the door" 2 --on 2026-10-30 \
  --seen "Three of eight: T03, T07, T12. The other five said 'Sure', 'I'll think about it' or 'Okay, yes'."
on 2026-11-04
coach log-session wren --date 2026-11-04 --minutes 45 --kind debrief --mode in-person \
  --title "What 'Sure' costs" --goal feedback-that \
  --question "What do the three have in common?" \
  --notes "He laid the schedule beside his list, without being asked. 'Free period, free period, free period.'"
on 2026-11-04
coach cycle step "at the door" study --on 2026-11-04 \
  --result "Eight of eight answered, three named something. More answers than predicted, half as many that were worth having." \
  --notes "The three had a free period next. The five had 25 children in the hallway. We used to think that they do not want to answer; now we think that four minutes make 'Sure'."
on 2026-11-04
coach cycle step "at the door" act --on 2026-11-04 \
  --notes "One thing changes: the time. Not the question, not the person, not the room."
on 2026-11-04
coach cycle close "at the door" --decision adapt --on 2026-11-04 --next "One question, both sitting down" \
  --notes "Same question, after dismissal, in the teacher's room, on the small chairs. Ten minutes at most."

# --- Round 3: adopted ---------------------------------------------------------------------------
on 2026-11-10
coach set "both sitting" look_fors="names something to try, has tried it a week later" \
  prediction="Six of eight name something to try, and four of the six have tried it when he looks a week later."
on 2026-11-16
coach cycle step "both sitting" do --on 2026-11-16 --notes "Eight talks by 4 December, two of them moved, none dropped. The longest took 14 minutes."
on 2026-11-18
told=$(coach --quiet log-feedback wren --by client --teacher T03 --date 2026-11-18 --focus "student talk" --goal feedback-that \
  --said "'What did the pairs say to each other?' She: 'I don't know.' Then: 'I could stand at one pair and write it down.'" \
  --look-again 2026-11-25)
on 2026-11-25
coach seen "$told" changed --on 2026-11-25 --note "A page with eleven lines of two children, in her hand, on her desk."
on 2026-12-11
coach cycle data "both sitting" 1 --on 2026-12-11 --seen "Seven of eight. The eighth, T09: 'I would rather you watch first.'"
on 2026-12-11
coach cycle data "both sitting" 2 --on 2026-12-11 --seen "Five of the seven: T03, T07, T11, T12, T14."
on 2026-12-15
coach log-session wren --date 2026-12-15 --minutes 50 --kind debrief --mode in-person \
  --title "Seven and five" --goal feedback-that \
  --question "What must change in a calendar for this to last?" \
  --notes "He read all three predictions in a row. 'The first one is embarrassing.' Then: 'The first one is why we have the third.'"
on 2026-12-15
coach cycle step "both sitting" study --on 2026-12-15 \
  --result "Seven named something, five had tried it. Predicted: six and four." \
  --notes "Would a colleague believe it? Eight teachers, one principal, the calm weeks before the break. Not tried: the ones he has never visited."
on 2026-12-15
coach cycle step "both sitting" act --on 2026-12-15 \
  --notes "Two small chairs a week are in the office calendar. The office manager may not move them."
on 2026-12-15
coach cycle close "both sitting" --decision adopt --on 2026-12-15 --check-on 2027-03-02
on 2027-03-02
coach cycle check "both sitting" partly --on 2027-03-02 --again 2027-05-04 \
  --note "16 talks in ten weeks instead of 20, 12 with something to try. The four that fell out were all in the week of the state visit."

printf '\n$ coach cycle list wren\n'
coach cycle list wren
printf '\n$ coach cycle show mailbox\n'
coach cycle show mailbox
