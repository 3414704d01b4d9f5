"""How quick it is, as ratios to what runs beside it on the same files in the same minute.

    bench.py COACH [--folder DIR] [--only WORD] [--record] [--instructions]

Each command and what stands beside it take turns; the ratio is of their medians of nine. A ratio
above its bound is marked and makes the exit code 1. Instructions of five commands (callgrind) stand
beside those last recorded in instructions.txt; --record writes them anew. --instructions counts
them and measures nothing else: a test, since they depend on no clock and no load.
"""

import argparse
import math
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generate import RARE, generate

HERE = Path(__file__).resolve().parent
TURNS = 9
MORE_INSTRUCTIONS = 1.15  # than recorded: whoever brings that records it, and says why
TODAY = "2027-06-30"  # after the last record


class Bench:
    def __init__(self, binary, folder, only):
        self.binary, self.folder, self.only = binary, Path(folder), only
        self.home = self.folder / "home"
        self.home.mkdir(parents=True, exist_ok=True)
        self.environment = {"HOME": str(self.home), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8",
                            "COACH_TODAY": TODAY, "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "R. Ames",
                            "GIT_AUTHOR_EMAIL": "ames@example.org", "GIT_COMMITTER_NAME": "R. Ames",
                            "GIT_COMMITTER_EMAIL": "ames@example.org"}
        self.failed = False
        self.journals = {}

    def journal(self, records):
        if records not in self.journals:
            folder = self.folder / str(records)
            if not folder.exists():
                generate(records, str(folder), self.binary)
            self.journals[records] = folder
        return self.journals[records]

    def coach(self, records, *words, name="journal"):
        return [self.binary, "--journal", str(self.journal(records) / name), *words]

    def run(self, command, cwd=None):
        ran = subprocess.run(command, env=self.environment, cwd=cwd, stdout=subprocess.DEVNULL,
                             stderr=subprocess.PIPE, check=False)
        if ran.returncode not in (0, 1):
            raise RuntimeError(f"{command}: {ran.returncode} {ran.stderr.decode()[:300]}")

    def time(self, command):
        begun = time.perf_counter()
        if callable(command):
            command()
        else:
            self.run(command)
        return (time.perf_counter() - begun) * 1000

    def beside(self, what, ours, theirs, name, most):
        """One line of the table: the two take turns."""
        if self.only and self.only not in what:
            return
        one, other = [], []
        self.time(ours), self.time(theirs)
        for _ in range(TURNS):
            one.append(self.time(ours))
            other.append(self.time(theirs))
        ratio = statistics.median(one) / statistics.median(other)
        self.line(what, f"{statistics.median(one):9.2f} ms", f"{statistics.median(other):9.2f} ms", name, ratio, most)

    def line(self, what, ours, theirs, name, ratio, most):
        bad = ratio > most
        self.failed |= bad
        print(f"{what:<34} {ours:>12} {theirs:>12}  {name:<34} {ratio:6.2f}  at most {most:<5}{'  TOO SLOW' if bad else ''}", flush=True)

    # ---- the commands

    def starting(self):
        for word in ("--version", "--help"):
            self.beside(f"coach {word}", [self.binary, word], ["git", "--version"], "git --version", 1.2)

    def one_engagement(self):
        folder = str(self.journal(1000) / "journal/engagements/client-001")
        for words in (["status"], ["rubric", "status"], ["timeline"]):
            what = " ".join(words)
            self.beside(f"{what}, 205 files", self.coach(1000, *words, "client-001"), ["grep", "-rl", RARE, folder],
                        "grep -rl of the folder", 3)
            self.beside(f"{what}, in 100,000", self.coach(100000, *words, "client-001"),
                        self.coach(1000, *words, "client-001"), "the same in 1,000", 1.15)

    def caseload(self):
        entries = str(self.journal(100000) / "entries.ledger")
        ledger, hledger = ["ledger", "-f", entries, "balance"], ["hledger", "-f", entries, "balance"]
        for word in ("list", "todo", "hours"):
            command = self.coach(100000, word)
            self.beside(f"{word}, 100,000", command, ledger, "ledger balance", 1.0)
            self.beside(f"{word}, 100,000", command, hledger, "hledger balance", 0.25)
            self.memory(f"{word}, 100,000", command, 40)
        self.beside("check, 100,000", self.coach(100000, "check"), ledger, "ledger balance", 1.2)
        self.beside("search, 100,000", self.coach(100000, "search", RARE),
                    ["rg", "-l", RARE, str(self.journal(100000) / "journal")], "rg -l", 1.0)

    def beside_cat(self):
        """What reads a caseload of 10,000 records, beside reading the same files and no more."""
        cat = ["find", str(self.journal(10000) / "journal/engagements"), "-name", "*.toml", "-exec", "cat", "{}", "+"]
        for words in (["hours"], ["hours", "--by", "fund"], ["feedback"], ["cycle", "list"]):
            self.beside(f"{' '.join(words)}, 10,000", self.coach(10000, *words), cat, "find -exec cat", 1.0)

    def memory(self, what, command, most):
        if self.only and self.only not in what:
            return
        note = self.folder / "memory"
        self.run(["/usr/bin/time", "-f", "%M", "-o", str(note), *command])
        used = int(note.read_text().split()[-1]) / 1024
        self.line(what, f"{used:.1f} MiB", f"{most} MiB", "of memory", used / most, 1.0)

    def capture(self):
        safe = str(self.folder / "safe_write")
        subprocess.run(["c++", "-O2", "-std=c++20", "-o", safe, str(HERE / "safe_write.cc")], check=True)
        notes, reference = self.folder / "notes", self.folder / "reference"
        notes.mkdir(exist_ok=True)
        if not reference.exists():
            shutil.copytree(self.journal(1000) / "journal", reference)
            shutil.copytree(self.journal(1000) / "journal", self.journal(1000) / "with-git")
            for folder in (reference, self.journal(1000) / "with-git"):
                for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "begin"]):
                    self.run(["git", "-C", str(folder), *words])
            self.run([self.binary, "--journal", str(self.journal(1000) / "with-git"), "trust", "--yes"])
        words = ["log-session", "client-001", "--minutes", "45", "--title", "The opening line"]
        self.beside("log-session, no git", self.coach(1000, *words),
                    [safe, str(notes)], "one safe write", 2)
        def commit_by_hand():
            path = f"engagements/client-001/sessions/by-hand-{time.time_ns()}.toml"
            (reference / path).write_text("x" * 100 + "\n")
            for command in (["add", path], ["commit", "-qm", "by hand", "--", path]):
                self.run(["git", "-C", str(reference), "-c", "core.fsync=objects,reference", *command])

        self.beside("log-session, git, 1,000", self.coach(1000, *words, name="with-git"), commit_by_hand,
                    "git add + commit, as durable", 1.15)

    def growth(self):
        commands = [["list"], ["list", "--by", "phase"], ["todo"], ["hours"], ["hours", "--by", "fund"], ["contacts"],
                    ["feedback"], ["cycle", "list"], ["check"], ["search", RARE]]
        for words in commands:
            what = f"{' '.join(word for word in words if word != RARE)}, growth"
            if self.only and self.only not in what:
                continue
            small, large = [], []
            for _ in range(TURNS):
                small.append(self.time(self.coach(10000, *words)))
                large.append(self.time(self.coach(100000, *words)))
            start = self.time([self.binary, "--version"])
            ratio = (statistics.median(large) - start) / (statistics.median(small) - start)
            self.line(what, f"{statistics.median(large):9.2f} ms", f"{statistics.median(small):9.2f} ms", "10,000 records; the exponent",
                      math.log10(ratio), 1.05)

    # ---- instructions

    def instructions(self, record):
        known = {}
        recorded = HERE / "instructions.txt"
        if recorded.exists():
            for line in recorded.read_text().splitlines():
                count, _, words = line.partition("  ")
                known[words] = int(count)
        counted = {}
        for words in (["--version"], ["list"], ["status", "client-001"], ["check"], ["search", RARE]):
            command = words if words[0].startswith("-") else ["--journal", str(self.journal(1000) / "journal"), *words]
            ran = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", self.binary, *command],
                                 env=self.environment, capture_output=True, check=False)
            count = int(re.search(r"Collected : (\d+)", ran.stderr.decode())[1])
            name = " ".join(words)
            counted[name] = count
            self.failed |= name in known and count > known[name] * MORE_INSTRUCTIONS
            before = f"{known[name]:>14,}  {count / known[name]:6.3f} of it" if name in known else "not recorded"
            print(f"{'coach ' + name:<34} {count:>14,} instructions, recorded {before}", flush=True)
        if record:
            recorded.write_text("".join(f"{count}  {name}\n" for name, count in counted.items()))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("binary", type=lambda name: str(Path(name).resolve()))
    arguments.add_argument("--folder", help="where the journals are made and kept; else a new one, removed afterwards")
    arguments.add_argument("--only", help="lines that begin with it, or hold it")
    arguments.add_argument("--record", action="store_true")
    arguments.add_argument("--instructions", action="store_true")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="coach-bench-") as scratch:
        bench = Bench(given.binary, given.folder or scratch, given.only)
        parts = (bench.starting, bench.one_engagement, bench.caseload, bench.beside_cat, bench.capture, bench.growth)
        for part in () if given.instructions else parts:
            part()
        if not given.only:
            bench.instructions(given.record)
    return 1 if bench.failed else 0


if __name__ == "__main__":
    sys.exit(main())
