"""A disk that is really full: a small file system in memory, filled to every last byte.

    full.py COACH

With each amount of room from none on, a command either does all of its work or none; what was typed is
kept, or said again; and once there is room the next command works. Needs root to mount.
"""

import subprocess
import sys

from faults import FORM, TYPED
from world import World, arguments, scratch, tree, verdict

COMMANDS = [["log-session", "heron", "--minutes", "45"], ["log-session", "heron", "-"],
            ["set", "aaae", "date=2026-11-18"], ["new-client", "Ada", "--role", "principal", "--code", "ruff", "--yes"],
            ["move", "aaae", "--to", "knot", "--yes"], ["undo", "--yes"], ["goal", "add", "heron", "Teams"]]
PAGE = 4096


def fill(folder, leave):
    """Takes all room but `leave` bytes."""
    with open(folder / "ballast", "wb", buffering=0) as ballast:
        try:
            while True:
                ballast.write(b"x" * PAGE)
        except OSError:
            pass
        ballast.truncate(max(0, ballast.tell() - leave))


def full_proof(binary, with_git):
    wrong, tried = [], 0
    with scratch() as folder:
        point = folder / "small"
        point.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "coach", str(point)], capture_output=True,
                          check=False).returncode != 0:
            return None, 0
        try:
            base = World(binary, folder / "base")
            base.begin(with_git)
            form = folder / "form"
            form.write_text(FORM)
            for words in COMMANDS:
                for pages in (0, 1, 2, 3, 5, 8, 13, 21):
                    tried += 1
                    name = f"{' '.join(words)}{'' if with_git else ' (no git)'}, {pages} pages left"
                    world = base.copy(point / "world")
                    before = tree(world.journal)
                    fill(point, pages * PAGE)
                    with open(form, "rb") as stdin:
                        ran = world.coach(words, stdin=stdin if "-" in words else None)
                    (point / "ballast").unlink()
                    changed = tree(world.journal) != before
                    if ran.returncode == 0 and not changed:
                        wrong.append(f"{name}: exit 0, and nothing is there")
                    if ran.returncode not in (0, 1):
                        wrong.append(f"{name}: exit {ran.returncode} {ran.stderr.decode()[:200]}")
                    kept = [*tree(world.folder).values(), ran.stderr]
                    if "-" in words and not any(TYPED.encode() in text for text in kept):
                        wrong.append(f"{name}: what was typed is gone")
                    world.age_leavings()
                    following = world.coach(["log-observation", "heron", "--setting", "lunchroom", "--minutes", "5"],
                                            ids="zzzz")
                    if following.returncode != 0:
                        wrong.append(f"{name}, then: {following.stderr.decode()[:300]}")
                    if world.coach(["check"]).returncode != 0:
                        wrong.append(f"{name}: check is not clean")
                    wrong += [f"{name}: left {one}" for one in world.leavings()]
                    wrong += [f"{name}: {one}" for one in world.faults_of_git()]
                    subprocess.run(["rm", "-rf", str(world.folder)], check=True)
        finally:
            subprocess.run(["umount", str(point)], check=True)
    return wrong, tried


def main():
    given = arguments("binary").parse_args()
    wrong, tried = [], 0
    for with_git in (True, False):
        found, count = full_proof(given.binary, with_git)
        if found is None:
            print("no file system can be mounted here")
            return 77
        wrong, tried = wrong + found, tried + count
    return verdict(wrong, f"{tried} commands on a full disk")


if __name__ == "__main__":
    sys.exit(main())
