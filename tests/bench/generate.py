"""Writes a journal of any size for the benchmark, and beside it the same dated texts as a ledger.

Engagements of 200 records and five files more, about what a year of coaching leaves. The same
arguments give the same bytes on every machine. Nothing here is measured.

    generate.py RECORDS FOLDER [COACH]   FOLDER/journal, FOLDER/entries.ledger; COACH makes the
                                         journal's own files (rubrics, models) with `coach init`
"""

import datetime
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

RECORDS_EACH = 200
PDSA = Path(__file__).resolve().parents[2] / "templates/models/pdsa.toml"
FIRST = datetime.date(2026, 9, 3)
LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
ELEMENTS = ["hard-conversations", "giving-feedback", "using-data", "observing-instruction",
            "adult-culture", "teams-that-learn"]
LEVELS = ["pre-initiation", "initiating", "developing", "embedding"]
WORDS = """the a principal teacher room board sheet page feedback lesson question answer students
data meeting hallway door morning week conversation plan level reading fractions table partner and
then said asked wrote heard came left looked without before after twice because nobody each""".split()
# Stands in one record of a thousand: what a search looks for.
RARE = "tessellation"


class Prose:
    """Sentences of the words above, the same for the same seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.made = 0

    def sentence(self, words=12):
        text = " ".join(self.random.choice(WORDS) for _ in range(words))
        return text[0].upper() + text[1:] + "."

    def note(self):
        self.made += 1
        lines = [self.sentence(14) for _ in range(4)]
        if self.made % 1000 == 7:
            lines[2] = f"On the wall a {RARE} in three colours."
        return "\n".join(lines)


def ident(number):
    text = ""
    for _ in range(4):
        text = LETTERS[number % 32] + text
        number //= 32
    return text


def session(day, prose, number):
    return "sessions", "in-person", f"""date = {day}
start = 14:00:00
minutes = {45 + number % 4 * 15}
state = "held"
mode = "in-person"
kind = "coaching"
title = "{prose.sentence(5)}"
notes = \"\"\"
{prose.note()}\"\"\"
elements = ["{ELEMENTS[number % 6]}"]

[[commitments]]
key = "ka"
who = "client"
what = "{prose.sentence(8)}"
due = {day + datetime.timedelta(days=7)}
{"done = " + str(day + datetime.timedelta(days=6)) if number % 16 else ""}
"""


def observation(day, prose, number):
    return "observations", "classroom", f"""date = {day}
minutes = 25
setting = "classroom"
observed = ["T{number % 30:02}"]
title = "{prose.sentence(5)}"
notes = \"\"\"
{prose.note()}\"\"\"
elements = ["{ELEMENTS[number % 6]}"]
"""


def conversation(day, prose, _):
    return "conversations", "teacher", f"""date = {day}
minutes = 20
with = "teacher"
heard = \"\"\"
{prose.note()}\"\"\"
"""


def evidence(day, prose, number):
    return "evidence", "document", f"""date = {day}
title = "{prose.sentence(6)}"
kind = "document"
shows = \"\"\"
{prose.note()}\"\"\"
at = "in the office, folder {number}"
elements = ["{ELEMENTS[number % 6]}"]
"""


def assessment(day, prose, number):
    ratings = "".join(f"""
[[ratings]]
element = "{element}"
level = "{LEVELS[min(3, number // 60 + place % 2)]}"
note = "{prose.sentence(8)}"
""" for place, element in enumerate(ELEMENTS))
    return "assessments", "self", f"""date = {day}
by = "self"
rubric = "developmental-leadership@1"
{ratings}"""


def was_looked_at(number):
    """False of one in twelve: nobody looked again, and it waits."""
    return number % 40 != 10 or number // 40 % 4


def feedback(day, prose, number):
    look = f"""
[[seen]]
key = "ka"
on = {day + datetime.timedelta(days=15)}
result = "{('changed', 'partly', 'not-yet', 'no')[number % 4]}"
note = "{prose.sentence(6)}"
""" if was_looked_at(number) else ""
    return "feedback", f"t{number % 30:02}", f"""date = {day}
teacher = "T{number % 30:02}"
by = "client"
focus = "{('questions', 'wait time', 'checking for understanding')[number % 3]}"
said = "{prose.sentence(9)}"
look_again = {day + datetime.timedelta(days=14)}
elements = ["{ELEMENTS[number % 6]}"]
{look}"""


def dated_kind(number):
    """Of 40 records 17 meetings, 9 observations, 6 conversations, 4 of evidence, 3 of feedback, 1
    assessment."""
    place = number % 40
    if place in (10, 22, 31):
        return feedback
    if place == 39:
        return assessment
    if place % 10 == 4:
        return evidence
    if place % 7 == 5:
        return conversation
    return observation if place % 3 == 1 else session


GOAL = """title = "Feedback that changes practice"
statement = "By June the principal gives feedback that is seen in the next lesson."
whose = "client"
due = 2027-06-15
status = "active"

[[history]]
on = 2026-09-22
status = "active"

[[targets]]
element = "hard-conversations"
level = "developing"
set = 2026-09-22
by = 2027-06-15

[[targets]]
element = "giving-feedback"
level = "embedding"
set = 2026-09-22
"""


def activity(number, prose):
    return f"""title = "Activity {number}"
description = \"\"\"
{prose.note()}\"\"\"
owner = "both"
leverage = "high"
priority = {number}
starts = 2026-10-01
due = 2027-0{number}-18
status = "under-way"
goals = ["feedback-that-changes-practice"]

[[steps]]
key = "hw"
what = "{prose.sentence(7)}"
who = "client"
due = 2026-10-15
done = 2026-10-13

[[indicators]]
key = "oc"
what = "{prose.sentence(6)}"
by = 2026-12-18

[[history]]
on = 2026-10-01
status = "under-way"
"""


def cycle(number, prose):
    seen = "".join(f"""
[[data]]
step = "do"
on = 2027-0{number}-2{place}
look_for = "pairs that speak"
seen = "{prose.sentence(5)}"
""" for place in range(4))
    return f"""title = "Round {number}"
model = "pdsa"
started = 2027-0{number}-10
closed = 2027-0{number + 1}-02
step = "act"
prediction = "{prose.sentence(8)}"
result = "{prose.sentence(8)}"
decision = "adapt"
look_fors = ["pairs that speak"]
goals = ["feedback-that-changes-practice"]

[[steps]]
step = "plan"
on = 2027-0{number}-10

[[steps]]
step = "do"
on = 2027-0{number}-17

[[steps]]
step = "study"
on = 2027-0{number}-26

[[steps]]
step = "act"
on = 2027-0{number + 1}-02
notes = \"\"\"
{prose.note()}\"\"\"
{seen}"""


def engagement_files(code, prose):
    """(path in the engagement, text), the five that each has first."""
    yield "client.toml", f'name = "Client {code.upper()}"\nsite = "School {code}"\n'
    yield "engagement.toml", f"""role = "principal"
started = {FIRST}
status = "active"
regime = "confidential"
model = "transformational-leadership"
phase = "entry"
rubric = "developmental-leadership@1"
cadence_days = 14

[[history]]
on = {FIRST}
status = "active"
phase = "entry"
"""
    yield "vision.toml", f'written = {FIRST}\nstatement = """\n{prose.note()}"""\n'
    yield "theory-of-action.toml", f"""[[statement]]
if = ["{prose.sentence()}"]
then = ["{prose.sentence()}"]
so_that = ["{prose.sentence()}"]
goals = ["feedback-that-changes-practice"]
"""
    yield "goals/feedback-that-changes-practice.toml", GOAL
    yield f"agreements/{FIRST}-client-zzzz.toml", f"""date = {FIRST}
with = "client"
signed = {FIRST}
"""
    activities = 6
    for number in range(1, activities + 1):
        yield f"activities/activity-{number}.toml", activity(number, prose)
    cycles = 3
    for number in range(1, cycles + 1):
        yield f"cycles/round-{number}.toml", cycle(number, prose)
    for number in range(RECORDS_EACH - activities - cycles - 1):
        day = FIRST + datetime.timedelta(days=number * 285 // RECORDS_EACH)
        folder, word, text = dated_kind(number)(day, prose, number)
        yield f"{folder}/{day}-{word}-{ident(number)}.toml", text


def as_entry(path, text):
    """The same day and text for ledger, with the minutes as an amount."""
    day = text[len("date = "):len("date = 2026-09-03")].replace("-", "/")
    lines = [f"{day} {path}"] + [f"    ; {line}" for line in text.splitlines() if line]
    client = path.split("/")[0]
    return "\n".join(lines + [f"    hours:{client}  45 min", f"    work:{client}"]) + "\n\n"


def generate(records, folder, coach=None):
    journal = os.path.join(folder, "journal")
    os.makedirs(folder, exist_ok=True)
    if coach:
        subprocess.run([coach, "init", journal, "--no-git", "--coach", "R. Ames", "--no-input", "--yes"],
                       check=True, stdout=subprocess.DEVNULL,
                       env={"HOME": folder, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
                            "COACH_TODAY": "2026-09-03"})
    os.makedirs(os.path.join(journal, "models"), exist_ok=True)
    shutil.copy(PDSA, os.path.join(journal, "models"))
    prose = Prose(7)
    with open(os.path.join(folder, "entries.ledger"), "w", encoding="utf-8") as entries:
        for number in range(records // RECORDS_EACH):
            code = f"client-{number + 1:03}"
            made = set()
            for path, text in engagement_files(code, prose):
                full = os.path.join(journal, "engagements", code, path)
                if os.path.dirname(full) not in made:
                    os.makedirs(os.path.dirname(full))
                    made.add(os.path.dirname(full))
                with open(full, "w", encoding="utf-8") as file:
                    file.write(text)
                if text.startswith("date = "):
                    entries.write(as_entry(f"{code}/{path}", text))
    return journal


if __name__ == "__main__":
    generate(int(sys.argv[1]), sys.argv[2], *sys.argv[3:])
