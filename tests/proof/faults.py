"""Every command that writes, stopped or failed at every system call that changes something.

    faults.py COACH FAULTS [--half 0|1] [--case NAME] [--whole]

FAULTS is the program of faults.cc. Whatever happened, the journal is as before or as after; `coach
check` finds nothing new; exit 0 means that the record is there; what was typed is kept; and the next
command works without help and leaves nothing lying about. Kills are tried at every call, with git
and without. Failures are far more: each run tries a share of them, another share for each command;
--whole (or COACH_WHOLE=1) tries them all.
"""

import concurrent.futures
import os
import shutil
import sys
from dataclasses import dataclass, field

from world import World, arguments, scratch, tree, verdict

FAILURES = [("ENOSPC", "once"), ("ENOSPC", "good"), ("EIO", "once"), ("EIO", "good"),
            ("EACCES", "once"), ("EACCES", "good"), ("EMFILE", "once"), ("EMFILE", "good"),
            ("EINTR", "once"), ("EINTR", "good"), ("short", "once"), ("short", "good")]
TYPED = "a sentence that nobody wants to type twice"
FORM = f"""date: today
state: held
title: Walked the hall
minutes: 30

== notes ==
{TYPED}
"""


@dataclass
class Case:
    name: str
    words: list
    prepare: list = field(default_factory=list)  # commands before, part of the journal as before
    files: dict = field(default_factory=dict)  # below the world's folder
    stdin: str = ""
    editor: str = ""  # what she types into it
    typed: bool = False  # TYPED is in what she types
    where: str = "journal"  # the folder that is as before or as after
    again: bool = False  # the same command is the next one: there may be no journal yet
    share: int = 1  # of the kills, one in so many is tried, unless all are


CASES = [
    Case("init", ["init", "--coach", "R. Ames", "--no-input"], where="new", again=True, share=3),
    Case("demo", ["demo", "../new"], where="new", again=True, share=11),
    Case("new-client", ["new-client", "Ada Lind", "--role", "principal", "--code", "plover", "--yes"]),
    Case("log-session", ["log-session", "heron", "--minutes", "45", "--notes", TYPED], typed=True),
    Case("log-session planned", ["log-session", "heron", "--date", "2026-12-01", "--yes", "--minutes", "60"]),
    Case("log-session form", ["log-session", "heron", "-"], stdin=FORM, typed=True),
    Case("log-session editor", ["log-session", "heron"], editor=FORM, typed=True),
    Case("log-observation", ["log-observation", "heron", "--setting", "classroom", "--script", "-"],
         stdin=f"9:05 T: {TYPED}\n", typed=True),
    Case("log-conversation", ["log-conversation", "heron", "--with", "teacher", "--heard", TYPED], typed=True),
    Case("log-evidence", ["log-evidence", "heron", "--title", "Survey", "--kind", "survey", "--file", "../survey.txt"],
         files={"survey.txt": "12 of 31 say so\n"}),
    Case("log-feedback", ["log-feedback", "heron", "--teacher", "T04", "--said", TYPED], typed=True),
    Case("seen", ["seen", "qqqq", "changed"],
         prepare=[["log-feedback", "heron", "--teacher", "T04", "--said", "Ask first."]]),
    Case("log-measure", ["log-measure", "heron", "Reading", "--group", "all=120:54"]),
    Case("cycle start", ["cycle", "start", "heron", "Exit slips", "--model", "pdsa"]),
    Case("cycle data", ["cycle", "data", "exit-slips", "1", "-"], stdin=TYPED + "\n", typed=True,
         prepare=[["cycle", "start", "heron", "Exit slips", "--model", "pdsa", "--look-for", "who answers"]]),
    Case("cycle close", ["cycle", "close", "exit-slips", "--decision", "adapt", "--next", "Exit slips"],
         prepare=[["cycle", "start", "heron", "Exit slips", "--model", "pdsa"]]),
    Case("phase", ["phase", "heron", "next"]),
    Case("rubric upgrade", ["rubric", "upgrade", "heron", "--quiet"],
         prepare=[["rubric", "new", "developmental-leadership", "--from", "developmental-leadership@1"]]),
    Case("next", ["next", "heron", "2026-12-08", "--at", "15:00"]),
    Case("inbox", ["inbox", "--no-input"], files={"journal/inbox/2026-11-23-heron-a.txt": TYPED + "\n"}, typed=True),
    Case("rubric assess", ["rubric", "assess", "heron", "hard-conversations=developing", "--by", "self"]),
    Case("rubric target", ["rubric", "target", "heron", "hard-conversations=developing", "--goal", "feedback"]),
    Case("agreement", ["agreement", "heron", "--with", "client", "--signed", "today", "--hours", "40"]),
    Case("vision", ["vision", "heron", "--statement", TYPED], typed=True),
    Case("theory", ["theory", "heron", "--if", "we look", "--then", "we see", "--so-that", "we act"]),
    Case("goal add", ["goal", "add", "heron", "Teams that learn", "--due", "2027-06-15"]),
    Case("goal update", ["goal", "update", "feedback", "--status", "met"]),
    Case("activity add", ["activity", "add", "heron", "Walk the data", "--owner", "client"]),
    Case("activity update", ["activity", "update", "structures", "--status", "under-way"]),
    Case("edit", ["edit", "aaae"], editor=FORM, typed=True),
    Case("set", ["set", "aaae", "minutes=50"]),
    Case("set date", ["set", "aaae", "date=2026-11-18"]),
    Case("done", ["done", "aaae.af"]),
    Case("undo", ["undo", "--yes"], prepare=[["set", "aaae", "date=2026-11-18"]]),
    Case("move", ["move", "aaae", "--to", "knot", "--yes"]),
    Case("move evidence", ["move", "heron/qqqq", "--to", "knot", "--yes"],
         prepare=[["log-evidence", "heron", "--title", "Survey", "--kind", "survey", "--file", "../survey.txt"]],
         files={"survey.txt": "12 of 31 say so\n"}),
    Case("remove", ["remove", "aaaf", "--yes"]),
    Case("backup", ["backup", "../kept/journal.tar.gz"], files={"kept/.keep": ""}, where="kept"),
    Case("restore", ["restore", "../kept.tar.gz", "../new"], prepare=[["backup", "../kept.tar.gz"]], where="new",
         again=True),
    Case("trust", ["trust", "--yes"], where="home"),
]


class Proof:
    """One command, with git or without."""

    def __init__(self, case, binary, faults, with_git, folder):
        self.case, self.faults, self.with_git = case, faults, with_git
        self.folder = folder
        self.base = World(binary, folder / "base")
        self.base.begin(with_git)
        for path, text in case.files.items():
            (self.base.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (self.base.folder / path).write_text(text)
        if with_git and any(path.startswith("journal/") for path in case.files):
            self.base.git("add", "-A")
            self.base.git("commit", "-qm", "notes of a phone")
        for words in case.prepare:
            self.base.coach(words, check=True, ids="qqqq")
        if case.where == "new":
            (self.base.folder / "new").mkdir()
        if case.name == "trust":
            shutil.rmtree(self.base.home / ".local/state/coach")
        self.before = self.look(self.base)
        done = self.world("after")
        ran, _, code = self.run(done, "count", 0, "once")
        if code != 0:
            raise RuntimeError(f"{case.name}: {code}\n{ran.stdout.decode()}{ran.stderr.decode()}")
        self.after = self.look(done)
        if self.after == self.before:
            raise RuntimeError(f"{case.name} changes nothing")

    def world(self, name):
        return self.base.copy(self.folder / name)

    def look(self, world):
        """The files that are as before or as after, whatever the drafts say."""
        folder = world.folder / self.case.where
        found = tree(folder) if folder.exists() else {}
        return {path: self.content(path, text) for path, text in found.items() if "/drafts/" not in path}

    def content(self, path, text):
        # An archive holds times; that it is whole is what `coach restore` says of it.
        if path.endswith(".tar.gz"):
            return b"archive"
        # What is trusted is told by its inode and its path, which each world has its own of.
        return b"trusted\n" * text.count(b"\n") if path.endswith("/trusted") else text

    def words(self, world):
        words = list(self.case.words)
        if self.case.name == "init":
            words += [str(world.folder / "new")] + ([] if self.with_git else ["--no-git"])
        return words

    def run(self, world, fault, at, when):
        result = world.folder / "result"
        environment = {}
        if self.case.editor:
            typed = world.folder / "typed"
            typed.write_text(self.case.editor)
            editor = world.folder / "editor"
            editor.write_text(f'#!/bin/sh\ncat "{typed}" >"$1" && : >"{world.folder}/saved"\n')
            editor.chmod(0o755)
            environment = {"COACH_EDITOR": str(editor)}
        typed = world.folder / "stdin"
        typed.write_text(self.case.stdin)
        with open(typed, "rb") as stdin:
            ran = world.coach(self.words(world), before=[self.faults, str(result), fault, str(at), when],
                              stdin=stdin, terminal=bool(self.case.editor), **environment)
            ran.was_read = os.lseek(stdin.fileno(), 0, os.SEEK_CUR) > 0
        calls, code = result.read_text().split()
        return ran, int(calls), int(code)

    def count(self, fault):
        """How many calls the fault can befall."""
        world = self.world("count")
        # Of `kill` what `count` counts; a failure that never comes counts those it could befall.
        _, calls, _ = self.run(world, "count" if fault == "kill" else fault, 1 << 30, "once")
        shutil.rmtree(world.folder)
        return calls

    def try_one(self, fault, at, when):
        world = self.world(f"{fault}-{at}-{when}")
        try:
            ran, _, code = self.run(world, fault, at, when)
            wrong = self.judge(world, ran, code, at)
        except Exception as error:  # a proof that cannot be made is no proof
            wrong = [f"{type(error).__name__}: {error}"]
        shutil.rmtree(world.folder, ignore_errors=True)
        said = ran.stderr.decode(errors="replace").strip() if wrong and "ran" in locals() else ""
        return [f"{self.case.name}{'' if self.with_git else ' (no git)'}, {fault} {at} {when}: {one}"
                + (f"\n    it said: {said[:500]}" if said else "") for one in wrong]

    def judge(self, world, ran, code, at):
        wrong = []
        state = self.look(world)
        is_done = state == self.after
        if code == 0 and not is_done:
            wrong.append("exit 0, and not what it should be" + difference(self.after, state))
        if code not in (-1, 0, 1):
            wrong.append(f"exit {code}")
        if self.case.typed and not is_done:
            wrong += self.lost_words(world, ran, code)
        world.age_leavings()
        world.age_leavings(world.folder / "new")
        # A reader sees each record as before or as after; what changes in several files is carried
        # through or taken back by whoever writes next.
        if self.case.again:
            return wrong + self.judge_again(world)
        if (world.journal / "coach.toml").exists():
            checked = world.coach(["check"])
            if checked.returncode != 0:
                wrong.append(f"check: {checked.stdout.decode()[:500]}")
        following = world.coach(["log-observation", "heron", "--setting", "lunchroom", "--minutes", "5"],
                                ids="zzzz")
        if following.returncode != 0:
            wrong.append(f"the next command: exit {following.returncode}: {following.stderr.decode()[:500]}")
        if self.case.name == "backup":
            world.coach([*self.words(world), "--yes"])  # takes with it what the first one left
            kept = sorted(path.name for path in (world.folder / "kept").iterdir())
            if kept != [".keep", "journal.tar.gz"]:
                wrong.append(f"kept holds {kept}")
        state = {path: text for path, text in self.look(world).items() if "lunchroom-zzzz" not in path}
        if state not in (self.before, self.after):
            nearer = min((self.before, self.after), key=lambda one: len(difference(one, state)))
            wrong.append("neither as before nor as after" + difference(nearer, state))
        wrong += [f"left: {one}" for one in world.leavings()]
        # Every object is looked at a third of the times: it takes as long as all the rest.
        wrong += world.faults_of_git(fsck=at % 3 == 0)
        return wrong

    def judge_again(self, world):
        """The same command, until what it makes is there."""
        wrong = []
        new = World(world.binary, world.folder)
        new.journal = world.folder / "new"
        if not (new.journal / "coach.toml").exists() or self.look(world) != self.after:
            again = world.coach(self.words(world))
            if again.returncode != 0 and self.look(world) != self.after:
                wrong.append(f"again: exit {again.returncode}: {again.stderr.decode()[:500]}")
        following = new.coach(["new-client", "Sam", "--role", "principal", "--code", "ruff", "--yes"])
        if following.returncode != 0:
            wrong.append(f"the next command: exit {following.returncode}: {following.stderr.decode()[:500]}")
        if new.coach(["check"]).returncode != 0:
            wrong.append("check is not clean")
        state = {path: text for path, text in self.look(world).items() if "/ruff/" not in path}
        if state != self.after:
            wrong.append("not as after" + difference(self.after, state))
        wrong += [f"left: {one}" for one in new.leavings()]
        return wrong + new.faults_of_git()

    def lost_words(self, world, ran, code):
        """What was typed is in the journal, in a draft, or on the screen."""
        if self.case.editor and not (world.folder / "saved").exists():
            return []  # still in the editor's hands
        if code == -1 and not self.case.editor:
            return []  # typed on a command line, or in a file: it is there still
        if not self.case.editor and not ran.was_read:
            return []  # words of a command line, or input that nobody read: they are there still
        if self.case.name == "inbox":
            return []  # the note itself is a file of the journal
        texts = [*tree(world.journal).values(), *tree(world.home).values(), ran.stderr, ran.stdout]
        return [] if any(TYPED.encode() in text for text in texts) else ["what was typed is gone"]


def difference(wanted, state):
    lines = [f"{path} is missing" for path in wanted.keys() - state.keys()]
    lines += [f"{path} should not be there" for path in state.keys() - wanted.keys()]
    lines += [f"{path} differs" for path in wanted.keys() & state.keys() if wanted[path] != state[path]]
    return ": " + "; ".join(sorted(lines)[:6])


def points(proof, number, whole):
    """(fault, at, when) to try."""
    every = 1 if whole else proof.case.share
    yield from (("kill", at, "once") for at in range(1, proof.count("kill") + 1, every))
    counted = {}
    share = 1 if whole else 4 if proof.case.name == "trust" else 40 * proof.case.share
    turn = number
    for fault, when in FAILURES:
        if fault not in counted:
            counted[fault] = proof.count(fault)
        for at in range(1, counted[fault] + 1):
            turn += 1
            if turn % share == 0:
                yield fault, at, when


def main():
    parser = arguments("binary", "faults", whole=True)
    parser.add_argument("--case")
    parser.add_argument("--half", type=int, choices=[0, 1], help="every other command, so that two run at once")
    parser.add_argument("--at", help="FAULT-AT-WHEN alone, as a failure names it")
    given = parser.parse_args()
    failed, tried = [], 0
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        for number, case in enumerate(CASES):
            if given.case and case.name != given.case or given.half is not None and number % 2 != given.half:
                continue
            counts = []
            for with_git in (True, False):
                with scratch() as folder:
                    proof = Proof(case, given.binary, given.faults, with_git, folder)
                    todo = list(points(proof, number, given.whole))
                    if given.at:
                        fault, at, when = given.at.split("-")
                        todo = [(fault, int(at), when)]
                    kills = sum(fault == "kill" for fault, _, _ in todo)
                    counts += [kills, len(todo) - kills]
                    for wrong in pool.map(lambda point, proof=proof: proof.try_one(*point), todo):
                        failed += wrong
            tried += sum(counts)
            print(f"{case.name:<22} with git {counts[0]:4} kills {counts[1]:4} failures, "
                  f"without {counts[2]:4} kills {counts[3]:4} failures", flush=True)
            if sum(counts) <= 30 and not given.at:
                failed.append(f"{case.name}: only {sum(counts)} points")
    return verdict(failed, f"{tried} points tried")


if __name__ == "__main__":
    sys.exit(main())
