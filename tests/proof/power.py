"""The power fails. What was not yet on the disk is gone; what the command said was done is there.

    power.py COACH FAULTS [--whole] [--recorded | --names-only]

On a file system of its own in an image: its disk is a file, and a copy of that file, made while the
system runs, is what a power cut would leave. Behind exit 0 the record is there and whole, and with
git its commit; cut at any call before, the journal is as before or as after and the next command
works. Needs root and loop devices; without them (or with --recorded) what was synced is recorded
instead (faults.cc), for a file system that does as ext4: every file has the bytes of its own last
fsync, or those with which it took another's name; every name is as of the last fsync of any. With
--names-only a file that takes another's name is not written out for that: git's index is then empty,
and the next command makes it anew.
"""

import contextlib
import os
import shutil
import subprocess
import sys

from faults import CASES, TYPED, difference
from world import World, arguments, scratch, tree, verdict

COMMANDS = ["log-session", "log-evidence", "set date", "new-client", "rubric assess", "move", "undo", "remove"]
SIZE = 48 << 20


def run(*words):
    return subprocess.run(words, capture_output=True, check=True)


class Disk:
    """An image, mounted."""

    def __init__(self, image, point):
        self.image, self.point = image, point

    @staticmethod
    def make(image):
        with open(image, "wb") as file:
            file.truncate(SIZE)
        run("mkfs.ext4", "-q", "-E", "lazy_itable_init=0,lazy_journal_init=0", str(image))

    def __enter__(self):
        self.point.mkdir(exist_ok=True)
        run("mount", "-o", "loop", str(self.image), str(self.point))
        return self.point

    def __exit__(self, *_):
        run("umount", str(self.point))


def has_loop_devices(folder):
    image = folder / "probe"
    try:
        Disk.make(image)
        with Disk(image, folder / "probe-mounted"):
            return True
    except (OSError, subprocess.CalledProcessError):
        return False


def look(world):
    return tree(world.journal)


class Image:
    """A disk of its own, and copies of it."""

    def __init__(self, folder):
        self.base, self.work, self.left = (folder / f"{name}.img" for name in ("base", "work", "left"))
        self.point = folder / "disk"
        Disk.make(self.base)

    def begin(self):
        return Disk(self.base, self.point)

    @contextlib.contextmanager
    def running(self):
        """The folder to run in; what is on the disk at the end is what is left."""
        shutil.copyfile(self.base, self.work)
        with Disk(self.work, self.point):
            yield self.point, {}
            shutil.copyfile(self.work, self.left)

    def after(self):
        return Disk(self.left, self.point)


class Record:
    """A folder, and what was synced of it."""

    names_only = False

    def __init__(self, folder):
        self.base, self.point, self.synced = folder / "base", folder / "disk", folder / "synced"

    @contextlib.contextmanager
    def begin(self):
        self.point.mkdir()
        yield self.point
        self.point.rename(self.base)

    @contextlib.contextmanager
    def running(self):
        for folder in (self.point, self.synced):
            shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.base, self.point)
        self.synced.mkdir()
        known = {path.stat().st_ino: path.read_bytes() for path in self.point.rglob("*") if path.is_file()}
        folders = [path.relative_to(self.point) for path in self.point.rglob("*") if path.is_dir()]
        yield self.point, {"COACH_PROOF_ROOT": str(self.point), "COACH_PROOF_SYNCED": str(self.synced),
                           "COACH_PROOF_NAMES_ONLY": "1" if self.names_only else ""}
        names = self.synced / "names"
        if not names.exists():  # nothing was synced: all is as it was
            shutil.rmtree(self.point)
            shutil.copytree(self.base, self.point)
            return
        shutil.rmtree(self.point)
        for folder in folders:
            (self.point / folder).mkdir(parents=True, exist_ok=True)
        for line in names.read_text().splitlines():
            inode, _, path = line.partition(" ")
            copy = self.synced / inode
            text = copy.read_bytes() if copy.exists() else known.get(int(inode), b"")
            (self.point / path).parent.mkdir(parents=True, exist_ok=True)
            (self.point / path).write_bytes(text)

    @contextlib.contextmanager
    def after(self):
        yield self.point


class NamesOnly(Record):
    names_only = True


class Cut:
    """One command, and the power cut at any of its calls."""

    def __init__(self, case, binary, faults, disk):
        self.case, self.binary, self.faults, self.disk = case, binary, faults, disk
        with disk.begin() as point:
            world = World(binary, point)
            world.begin(True)
            for path, text in case.files.items():
                (world.folder / path).parent.mkdir(parents=True, exist_ok=True)
                (world.folder / path).write_text(text)
            for words in case.prepare:
                world.coach(words, check=True, ids="qqqq")
            self.before = look(world)
        self.exit, self.calls = self.cut("count", 0)
        with disk.after() as point:
            self.after = look(World(binary, point))

    def cut(self, fault, at):
        """(exit code, calls)."""
        with self.disk.running() as (point, environment):
            world = World(self.binary, point)
            result = point.parent / "result"
            world.coach(self.case.words, before=[self.faults, str(result), fault, str(at), "once"], **environment)
        calls, code = result.read_text().split()
        return int(code), int(calls)

    def judge_done(self):
        """Of the run that ended by itself."""
        if self.exit != 0:
            return [f"{self.case.name}: exit {self.exit}"]
        if self.after == self.before:
            return [f"{self.case.name}: done, and nothing of it is there"]
        self.cut("count", 0)
        with self.disk.after() as point:
            world = World(self.binary, point)
            wrong = world.faults_of_git() if not isinstance(self.disk, NamesOnly) else self.mend(world)
            if look(world) != self.after:
                wrong.append("twice the same command leaves two things" + difference(self.after, look(world)))
            if self.case.typed and not any(TYPED.encode() in text for text in look(world).values()):
                wrong.append("what was typed is not in it")
            if world.coach(["check"]).returncode != 0:
                wrong.append("check is not clean")
        return [f"{self.case.name}, done: {one}" for one in wrong]

    @staticmethod
    def mend(world):
        """The record is committed, whatever became of the index; the next command needs no help."""
        kept = look(world)
        wrong = [f"{path} is not committed" for path, text in kept.items()
                 if path.startswith("engagements/") and world.git("show", f"HEAD:{path}").stdout != text]
        following = world.coach(["log-observation", "heron", "--setting", "lunchroom", "--minutes", "5"], ids="zzzz")
        if following.returncode != 0:
            wrong.append(f"the next command: {following.stderr.decode()[:300]}")
        wrong += world.faults_of_git()
        for path in look(world).keys() - kept.keys():
            (world.journal / path).unlink()
        return wrong

    def judge_cut(self, at):
        self.cut("kill", at)
        wrong = []
        with self.disk.after() as point:
            world = World(self.binary, point)
            # The machine was started anew: whatever lies there is older than that.
            for lock in (world.journal / ".git").rglob("*.lock"):
                os.utime(lock, (1_000_000_000, 1_000_000_000))
            ours = world.journal / ".git/coach-lock"
            if ours.exists():
                ours.write_text("done\nthe boot before\n")
            log = world.git("log", "--oneline")
            if log.returncode != 0:
                wrong.append(f"git log: {log.stderr.decode()[:200]}")
            if world.coach(["check"]).returncode != 0:
                wrong.append("check is not clean")
            following = world.coach(["log-observation", "heron", "--setting", "lunchroom", "--minutes", "5"], ids="zzzz")
            if following.returncode != 0:
                wrong.append(f"the next command: {following.stderr.decode()[:300]}")
            state = {path: text for path, text in look(world).items() if "lunchroom-zzzz" not in path}
            if state not in (self.before, self.after):
                wrong.append("neither as before nor as after" + difference(self.after, state))
            wrong += [f"left: {one}" for one in world.leavings()]
            wrong += world.faults_of_git()
        return [f"{self.case.name}, cut at {at}: {one}" for one in wrong]


def one_case(case, given, disk):
    """(what is wrong, how many cuts were made)."""
    cut = Cut(case, given.binary, given.faults, disk)
    wrong = cut.judge_done()
    every = 1 if given.whole else 4 if case.name in COMMANDS[:3] else 17
    calls = range(1, cut.calls + 1, every)
    for at in calls:
        wrong += cut.judge_cut(at)
    return wrong, len(calls)


def main():
    parser = arguments("binary", "faults", whole=True)
    parser.add_argument("--recorded", action="store_true")
    parser.add_argument("--names-only", action="store_true")
    given = parser.parse_args()
    wrong, done, cuts = [], 0, 0
    with scratch() as folder:
        # Where there are disks the record is tried on two commands, so that it can be relied on.
        recorded = given.recorded or given.names_only
        commands = COMMANDS[:2] if recorded and not given.whole else COMMANDS
        make = NamesOnly if given.names_only else Record if recorded or not has_loop_devices(folder) else Image
        for case in CASES:
            if case.name not in commands and not given.whole:
                continue
            if case.where != "journal" or case.editor or case.stdin:
                continue
            with scratch() as place:
                found, count = one_case(case, given, make(place))
            wrong, cuts, done = wrong + found, cuts + count, done + 1
    kind = {Image: "a disk of its own", Record: "what was synced, recorded",
            NamesOnly: "what was synced itself, recorded"}[make]
    return verdict(wrong, f"{kind}: power cut after {done} commands that were done and at {cuts} calls before")


if __name__ == "__main__":
    sys.exit(main())
