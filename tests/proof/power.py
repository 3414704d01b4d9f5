"""The power fails. What was not yet on the disk is gone; what the command said was done is there.

    power.py COACH FAULTS [--whole]

On a file system of its own in an image: its disk is a file, and a copy of that file, made while the
system runs, is what a power cut would leave. Behind exit 0 the record is there and whole, and with
git its commit; cut at any call before, the journal is as before or as after and the next command
works. Needs root and loop devices; without them what was synced is recorded instead (faults.cc,
`cut`), for a file system that keeps its names in the order of its journal, as ext4 and XFS do.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from faults import CASES, TYPED, difference
from world import World, scratch, tree

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


class OnDisk:
    """One command on a disk of its own."""

    def __init__(self, case, binary, faults, folder):
        self.case, self.binary, self.faults, self.folder = case, binary, faults, folder
        self.base = folder / "base.img"
        self.point = folder / "disk"
        Disk.make(self.base)
        with Disk(self.base, self.point):
            world = World(binary, self.point)
            world.begin(True)
            for path, text in case.files.items():
                (world.folder / path).parent.mkdir(parents=True, exist_ok=True)
                (world.folder / path).write_text(text)
            for words in case.prepare:
                world.coach(words, check=True, ids="qqqq")
            self.before = look(world)
        self.exit, self.calls, image = self.cut("count", 0)
        with Disk(image, self.point):
            self.after = look(World(binary, self.point))

    def cut(self, fault, at):
        """(exit code, calls, the image that the power cut leaves)."""
        work, left = self.folder / "work.img", self.folder / "left.img"
        shutil.copyfile(self.base, work)
        with Disk(work, self.point):
            world = World(self.binary, self.point)
            result = self.folder / "result"
            world.coach(self.case.words, before=[self.faults, str(result), fault, str(at), "once"])
            shutil.copyfile(work, left)
        calls, code = result.read_text().split()
        return int(code), int(calls), left

    def judge_done(self):
        """Of the run that ended by itself."""
        if self.exit != 0:
            return [f"{self.case.name}: exit {self.exit}"]
        if self.after == self.before:
            return [f"{self.case.name}: done, and nothing of it is there"]
        _, _, image = self.cut("count", 0)
        with Disk(image, self.point):
            world = World(self.binary, self.point)
            wrong = world.faults_of_git()
            if look(world) != self.after:
                wrong.append("twice the same command leaves two things" + difference(self.after, look(world)))
            if self.case.typed and not any(TYPED.encode() in text for text in look(world).values()):
                wrong.append("what was typed is not in it")
            if world.coach(["check"]).returncode != 0:
                wrong.append("check is not clean")
        return [f"{self.case.name}, done: {one}" for one in wrong]

    def judge_cut(self, at):
        _, _, image = self.cut("kill", at)
        wrong = []
        with Disk(image, self.point):
            world = World(self.binary, self.point)
            # The machine was started anew: whatever lies there is older than that.
            for lock in (world.journal / ".git").rglob("*.lock"):
                os.utime(lock, (1_000_000_000, 1_000_000_000))
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


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("binary", type=lambda name: str(Path(name).resolve()))
    arguments.add_argument("faults", type=lambda name: str(Path(name).resolve()))
    arguments.add_argument("--whole", action="store_true", default=bool(os.environ.get("COACH_WHOLE")))
    given = arguments.parse_args()
    wrong, done, cuts = [], 0, 0
    with scratch() as folder:
        if not has_loop_devices(folder):
            print("no loop devices here")
            return 77
        for case in CASES:
            if case.name not in COMMANDS and not given.whole:
                continue
            if case.where != "journal" or case.editor or case.stdin:
                continue
            disk = OnDisk(case, given.binary, given.faults, folder)
            wrong += disk.judge_done()
            done += 1
            every = 1 if given.whole else 4 if case.name in COMMANDS[:3] else 17
            for at in range(1, disk.calls + 1, every):
                wrong += disk.judge_cut(at)
                cuts += 1
    for line in wrong[:30]:
        print(line)
    print(f"power cut after {done} commands that were done and at {cuts} calls before, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
