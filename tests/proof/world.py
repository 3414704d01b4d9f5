"""A coach's machine in a folder: a home, a journal with a year's beginnings, and what must hold of
both whatever happened. The proofs break it; this file breaks nothing."""

import argparse
import contextlib
import os
import pty
import re
import shutil
import subprocess
import tempfile
import threading
import time
from pathlib import Path

# In memory: what is proved here does not depend on a disk, and thousands of runs should not wear one.
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None

CONFIG = """[user]
name = R. Ames
email = ames@example.org
[init]
defaultBranch = main
templateDir = /nonexistent
[gc]
auto = 0
"""

# What the journal holds before anything goes wrong. Words of the shell, one command a line.
BEGINNING = [
    ["new-client", "Imani Brooks", "--role", "principal", "--code", "heron", "--started", "2026-09-03", "--yes"],
    ["new-client", "Sol Reyes", "--role", "principal", "--code", "knot", "--started", "2026-09-03", "--yes"],
    ["goal", "add", "heron", "Feedback that changes practice", "--due", "2027-06-15"],
    ["activity", "add", "heron", "Structures for observing", "--owner", "both", "--step",
     "draw the calendar; client; 2026-12-01"],
    ["log-session", "heron", "--date", "2026-11-17", "--minutes", "60", "--title",
     "Rehearsed the opening line", "--client-will", "hold the conversation; 2026-11-27"],
    ["log-observation", "heron", "--date", "2026-11-19", "--setting", "hallway", "--minutes", "20",
     "--notes", "Two doors open."],
    ["next", "heron", "2026-12-01", "--at", "14:00"],
]


def is_ours(path):
    """State that no reader counts as the journal: locks, notes, the copy for undo."""
    return ("/.git/" in f"/{path}" or re.match(r"\.coach/(coach-|intent)", path) is not None
            or ".coach-tmp-" in path)


def tree(folder):
    """Every file below a folder with its bytes, but for the program's and git's own."""
    found = {}
    for above, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != ".git"]
        for name in files:
            path = os.path.relpath(os.path.join(above, name), folder)
            if not is_ours(path):
                found[path] = Path(folder, path).read_bytes()
    return found


class World:
    """A folder with `home` and `journal` in it."""

    def __init__(self, binary, folder):
        self.binary = binary
        self.folder = Path(folder)
        self.home = self.folder / "home"
        self.journal = self.folder / "journal"

    def environment(self, ids="mmmm", **more):
        return {"HOME": str(self.home), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC",
                "COACH_TODAY": "2026-11-24", "COACH_NOW": "14:05", "COACH_IDS": ids,
                "GIT_AUTHOR_DATE": "2026-11-24T14:05:00+0000",
                "GIT_COMMITTER_DATE": "2026-11-24T14:05:00+0000", "GIT_CONFIG_NOSYSTEM": "1", **more}

    def coach(self, words, before=(), stdin=None, check=False, cwd=None, terminal=False, **environment):
        """Runs a command in the journal; `before` stands before it (a tracer)."""
        if terminal:
            return self.on_terminal([*before, self.binary, *words], self.environment(**environment))
        ran = subprocess.run([*before, self.binary, *words], cwd=cwd or self.journal,
                             env=self.environment(**environment), stdin=stdin or subprocess.DEVNULL,
                             capture_output=True, timeout=120, check=False)
        if check and ran.returncode != 0:
            raise RuntimeError(f"coach {words}: {ran.returncode}\n{ran.stderr.decode()}")
        return ran

    def on_terminal(self, command, environment):
        """Nobody answers what it asks; what it says is all in `stderr`."""
        ours, theirs = pty.openpty()
        said = []

        def listen():
            with contextlib.suppress(OSError):  # the end of a terminal that nobody holds any more
                while part := os.read(ours, 4096):
                    said.append(part)

        listening = threading.Thread(target=listen)
        listening.start()
        os.write(ours, b"\x04" * 9)  # the end of input, as often as it asks
        try:
            ran = subprocess.run(command, cwd=self.journal, env=environment, stdin=theirs, stdout=theirs,
                                 stderr=theirs, timeout=20, check=False)
        finally:
            os.close(theirs)
            listening.join()
            os.close(ours)
        return subprocess.CompletedProcess(command, ran.returncode, b"", b"".join(said))

    def git(self, *words):
        return subprocess.run(["git", "-C", str(self.journal), *words], env=self.environment(),
                              capture_output=True, timeout=120, check=False)

    def begin(self, with_git):
        self.home.mkdir(parents=True)
        (self.home / ".gitconfig").write_text(CONFIG)
        self.journal.mkdir()
        self.coach(["init", "--coach", "R. Ames", "--no-input", *([] if with_git else ["--no-git"])],
                   check=True)
        for at, words in enumerate(BEGINNING):
            self.coach(words, check=True, ids=f"aaa{'abcdefgh'[at]}")

    def copy(self, folder):
        shutil.copytree(self.folder, folder, symlinks=True)
        moved = World(self.binary, folder)
        # Trust goes by inode and path: the copy is as trusted as the first.
        trusted = moved.home / ".local/state/coach/trusted"
        if trusted.exists():
            trusted.write_text(f"{moved.journal.stat().st_ino} {moved.journal}\n")
        return moved

    @property
    def has_git(self):
        return (self.journal / ".git").exists()

    def age_leavings(self, journal=None):
        """As if ten seconds had gone by: a lock that a dead git left is given two to be taken back."""
        git = (journal or self.journal) / ".git"
        note = git / "coach-running"
        with contextlib.suppress(FileNotFoundError, ValueError):
            boot, pid, *times = note.read_text().split()
            # All of it lies ten seconds back, and the locks within it.
            times = [str(int(times[0]) - 10), *(str(int(time) - 4) for time in times[1:])]
            note.write_text(f"{boot} {pid} {' '.join(times)}\n")
        then = time.time() - 5
        for lock in git.rglob("*.lock"):
            os.utime(lock, (then, then))

    def leavings(self):
        """What a stopped command left and the next one should have taken away."""
        # What lies in the home goes with the next draft, a minute later.
        found = [str(path.relative_to(self.folder)) for path in self.folder.rglob("*coach-tmp-*")
                 if self.home not in path.parents]
        git = self.journal / ".git"
        found += [str(path.relative_to(self.folder)) for path in git.rglob("*.lock")]
        for name in ("coach-pending", "coach-running", "intent"):
            for state in (git, self.journal / ".coach"):
                note = state / name
                if note.exists() and note.read_bytes():
                    found.append(str(note.relative_to(self.folder)))
        return found

    def faults_of_git(self, fsck=True):
        """What is wrong with the repository; nothing where there is none."""
        if not self.has_git:
            return []
        wrong = []
        status = self.git("status", "--porcelain")
        if status.returncode != 0 or status.stdout:
            wrong.append(f"git status: {(status.stdout + status.stderr).decode().strip()[:300]}")
        if not fsck:
            return wrong
        checked = self.git("fsck", "--no-dangling", "--no-progress")
        said = [line for line in (checked.stdout + checked.stderr).decode().splitlines()
                if not line.startswith("notice:")]
        if checked.returncode != 0 or said:
            wrong.append(f"git fsck: {' '.join(said)[:300]}")
        return wrong


@contextlib.contextmanager
def scratch():
    with tempfile.TemporaryDirectory(prefix="coach-proof-", dir=MEMORY) as folder:
        yield Path(folder).resolve()


def arguments(*programs, whole=False):
    """What every proof is called with: the programs under test, and --whole where it tries a share."""
    parser = argparse.ArgumentParser()
    for program in programs:
        parser.add_argument(program, type=lambda name: str(Path(name).resolve()))
    if whole:
        parser.add_argument("--whole", action="store_true", default=bool(os.environ.get("COACH_WHOLE")))
    return parser


def verdict(wrong, said=""):
    """Prints what is wrong, as much as anybody reads, then what was done; the exit code."""
    most = 100
    for line in wrong[:most]:
        print(line)
    if said:
        print(f"{said}, {len(wrong)} wrong")
    return 1 if wrong else 0
