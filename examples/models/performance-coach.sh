#!/bin/sh
# Performance coach: one coach, a caseload of three in a network of small schools, each at another
# phase. Where the hours go is the question of the autumn: too many for the one who asks loudest.
#
#     sh examples/models/performance-coach.sh [DIR]
#
# R. Ames, Hugh Marlow, Ines Calder, Delphine Kerr, their schools and all that happens here are made
# up.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
journal=${1:-$(mktemp -d)/performance-coach}
. "$root/examples/telling.sh"

on 2026-08-24
coach init "$journal" --coach "R. Ames" --no-git
# The plan that this model points to has coaching phases, and their names are not known. These four
# names are made up for this story; they are not the plan's. Yours take their place.
on 2026-08-24
coach model new our-phases --from performance-coach --title "Our four phases" \
  --source "The names are made up for this story. Nothing of anybody's plan is in them." \
  --step "Get to know the work" --step "Side by side" --step "From the back of the room" \
  --step "On call"

# Caseload: three, and the hours of each said at the outset.
on 2026-08-24
coach new-client "Hugh Marlow" --code curlew --role principal --role-since 2023-07-01 \
  --site "Cedar Campus" --started 2026-08-24 --model our-phases --cadence-days 28
on 2026-08-24
coach agreement curlew --with client --signed 2026-08-24 --until 2027-06-18 --hours 15 \
  --purpose "His third year with me, and the last. Less each month, and said in advance." \
  --limit "danger to somebody" --fund "general"
on 2026-08-25
coach new-client "Ines Calder" --code osprey --role assistant-principal --role-since 2025-07-01 \
  --site "Quarry Campus" --started 2026-08-25 --model our-phases --cadence-days 14
on 2026-08-25
coach agreement osprey --with client --signed 2026-08-25 --until 2027-06-18 --hours 30 \
  --purpose "Debriefs that end with one thing. I sit in, then I sit at the back, then I do not come." \
  --limit "danger to somebody" --fund "Title II"
on 2026-09-14
coach new-client "Delphine Kerr" --code redshank --role teacher-leader --role-since 2026-08-03 \
  --site "Harbor Campus" --started 2026-09-14 --model our-phases --cadence-days 14
on 2026-09-14
coach agreement redshank --with client --signed 2026-09-14 --until 2027-06-18 --hours 30 \
  --purpose "Her first year of leading the math team, with four lessons a day of her own." \
  --limit "danger to somebody" --fund "Title II"

# Curlew: known for two years, so the first two phases take a morning and a month.
on 2026-08-31
coach log-session curlew --date 2026-08-31 --minutes 60 --kind planning --mode in-person \
  --title "What is left" --question "What would you miss, if I were gone on Monday?" \
  --notes "He thought about it in earnest. 'That somebody knows how the budget meeting went.' Nothing about teaching. That is good news, and I told him so."
on 2026-08-31
coach phase curlew side-by-side --on 2026-08-31
on 2026-09-10
coach goal add curlew "The team runs without him" --due 2027-05-28 --on 2026-08-31 \
  --statement "By May the leadership team meets, decides and writes it down in a week when he is away."
on 2026-09-30
coach log-session curlew --date 2026-09-30 --minutes 45 --kind coaching --mode in-person \
  --title "The agenda is not his" \
  --notes "The counselor writes it now. He had moved two items before she sent it. 'Only the order.' He moved them back while I watched."
on 2026-10-01
coach phase curlew next --on 2026-10-01
on 2026-11-04
coach log-observation curlew --date 2026-11-04 --start 14:45 --setting meeting --minutes 60 \
  --title "Leadership team, and he is at the dentist" \
  --notes "Five people. Began at 14:45. Six topics, five decided, each with a name. At 15:10 the counselor took out her phone to ask him and put it away again. Ended at 15:37."
on 2026-11-06
coach log-session curlew --date 2026-11-06 --minutes 30 --kind debrief --mode phone --title "52 minutes" \
  --notes "He guessed that they had decided two of six. I read him the five. Long pause. 'So what do I do on Wednesdays?'"
on 2026-11-09
coach phase curlew next --on 2026-11-09 --note "He calls. I do not."

# Osprey: her debriefs.
on 2026-09-02
eleven=$(coach --quiet log-session osprey --date 2026-09-02 --minutes 60 --kind coaching --mode in-person \
  --title "Eleven things at once" \
  --notes "She showed me her last written debrief: eleven suggestions, numbered. I asked which one the teacher did. She did not know. 'I could ask her.' She was already standing." \
  --client-will "ask T21 which of the eleven; 2026-09-09")
on 2026-09-04
coach goal add osprey "One thing, and back for it" --due 2027-03-26 --on 2026-09-04 \
  --statement "By spring each debrief ends with one next step, and I have been back for it within three weeks."
on 2026-09-16
coach log-session osprey --date 2026-09-16 --minutes 75 --kind planning --mode in-person \
  --title "The eleven were none" \
  --notes "T21 had kept the page and done nothing on it. 'She said they were all good.' We took one lesson script and found the one thing, twice, each alone. We had the same one the second time."
on 2026-09-16
coach done "$(entry "$eleven" "which of the eleven")" --on 2026-09-08
on 2026-09-17
coach phase osprey next --on 2026-09-17
on 2026-09-29
coach log-observation osprey --date 2026-09-29 --start 10:00 --setting classroom --minutes 30 \
  --observed T21 --observer coach --observer client --title "Grade 5 reading, both of us" \
  --element observing-instruction \
  --notes "24 students, 19 reading at 10:05, 11 at 10:20. T21 conferred with one student for 14 minutes. Nobody else spoke to an adult."
on 2026-09-29
t21=$(coach --quiet log-feedback osprey --date 2026-09-29 --teacher T21 --by client --focus "conferring" \
  --element giving-feedback --look-again 2026-10-14 \
  --said "One conference took 14 minutes, and eight readers stopped. Three conferences of four minutes.")
on 2026-10-14
coach seen "$t21" changed --on 2026-10-14 --note "Four conferences in 20 minutes. 18 of 24 still reading at the end."
on 2026-10-14
coach log-session osprey --date 2026-10-14 --minutes 45 --kind debrief --mode in-person \
  --title "She went back on the day she had said" \
  --notes "T21 had a kitchen timer on her belt. 'She said four minutes. So I bought one.' She laughs about it. I asked who else has heard one thing. Two so far."
on 2026-11-18
coach log-observation osprey --date 2026-11-18 --start 15:00 --setting debrief --minutes 20 \
  --observed T26 --title "Her debrief, and I hold the pen" --element giving-feedback \
  --script - <<'END'
15:00 AP: What did you want them to be able to do by the end?
15:01 T26: Explain the theme.
15:02 AP: I wrote down what four of them said. Read it, and tell me which of them can. {giving-feedback}
15:06 T26: One. Maybe one.
15:07 AP: What would you have them do tomorrow? {giving-feedback}
15:09 T26: Write it before they say it.
15:10 AP: I come on the 9th. {giving-feedback}
15:11 (she closes the notebook)
END
on 2026-11-18
coach phase osprey next --on 2026-11-18 --note "One thing, in eleven minutes."

# Avocet: began last, asks most, and gets most of the hours.
on 2026-09-21
coach log-session redshank --date 2026-09-21 --minutes 90 --kind induction --mode in-person \
  --title "Leading those she sat beside in June" \
  --notes "Five teachers, two of them longer here than she. 'They are polite. I would rather they were not.' She wants every word of the first meeting written out."
on 2026-09-22
coach goal add redshank "A team that looks at work" --due 2027-05-28 --on 2026-09-22 \
  --statement "By May the math team looks at student work twice a month and changes one thing for it."
on 2026-10-07
coach log-observation redshank --date 2026-10-07 --start 15:15 --setting meeting --minutes 45 \
  --title "Math team, second meeting" \
  --notes "She spoke 33 of 45 minutes, from a page. Student work lay on the table, face down. At 15:50 T43 turned one over and said: 'Look what he did with the fraction.' She said: 'We get to that next.'"
on 2026-10-12
coach log-session redshank --date 2026-10-12 --minutes 120 --kind coaching --mode video \
  --title "The page, again" \
  --notes "Two hours on the next agenda, minute by minute. I typed a good part of it."
on 2026-10-26
coach log-session redshank --date 2026-10-26 --minutes 120 --kind coaching --mode video \
  --title "And once more" --notes "The third agenda. I typed all of it." \
  --reflection "Six hours and more with her this autumn, three and a half with osprey. What do I do here that she could not?"

# Time allotment: the count that changed the coach, not the client.
on 2026-10-30
printf '\n$ coach hours --by client --from 2026-09-01 --to 2026-10-30\n'
coach hours --by client --from 2026-09-01 --to 2026-10-30
on 2026-11-02
no_page=$(coach --quiet log-session redshank --date 2026-11-02 --minutes 45 --kind coaching --mode in-person \
  --title "I put the keyboard away" --question "What did T43 see in that fraction?" \
  --notes "I told her that I had written her agendas and that it was my doing. No page this time. One piece of work, one question, and who speaks first: T43. She wrote that on her hand." \
  --client-will "one meeting without a page; 2026-11-18")
on 2026-11-18
coach done "$(entry "$no_page" "without a page")" --on 2026-11-18
on 2026-11-20
coach log-conversation redshank --date 2026-11-20 --with teacher --count 2 --minutes 10 \
  --topic "the math team" --heard "'She asked us something and then she waited.' 'I thought that she had lost her page.'"
on 2026-11-23
coach phase redshank next --on 2026-11-23
on 2026-11-23
coach next redshank 2026-12-07 --at 15:15 --plan "Side by side, at the table"

printf '\n$ coach list --by phase\n'
coach list --by phase
printf '\n$ coach hours --by kind\n'
coach hours --by kind
