"""Many at once, and elsewhere: nothing is lost, nothing is in anybody's way.

    many.py COACH writers|clones|races

writers  20 processes log 10 times each, into one engagement and into twenty, with git: 200 records,
         200 commits, a clean tree, nothing left; what others staged or changed stays byte for byte.
clones   three clones log, edit different records and pull, 200 random steps: git merges without a
         conflict, and `coach check` finds nothing in any of them.
races    1,000 times a hand saves a file just while a command changes it: neither edit is lost.
"""

import concurrent.futures
import os
import random
import subprocess
import sys
import threading

from world import World, arguments, scratch, tree, verdict

EVERY = "0123456789abcdefghjkmnpqrstvwxyz"


def fail_if(wrong, what):
    return [what] if wrong else []


# ---- writers


def engagements(world, count):
    codes = ["heron"] + [f"bird-{number}" for number in range(1, count)]
    for code in codes[1:]:
        world.coach(["new-client", f"Person {code[5:]}", "--role", "principal", "--code", code, "--started",
                     "2026-09-03", "--yes"], check=True)
    return codes


def writers(binary, count, processes=20, rounds=10):
    with scratch() as folder:
        world = World(binary, folder)
        world.begin(True)
        codes = engagements(world, count)
        # Somebody else's work in the same repository: staged, changed, and new.
        (world.journal / "rooms.txt").write_text("204\n")
        world.git("add", "rooms.txt")
        world.git("commit", "-qm", "rooms")
        (world.journal / "rooms.txt").write_text("204\n205\n")
        world.git("add", "rooms.txt")
        (world.journal / "rooms.txt").write_text("204\n205\n206\n")
        (world.journal / "unknown.txt").write_text("mine\n")
        before = world.git("status", "--porcelain").stdout + world.git("diff").stdout + world.git("diff", "--cached").stdout
        commits = int(world.git("rev-list", "--count", "HEAD").stdout)
        records = len(tree(world.journal))
        wrong = []

        def write(number):
            said = []
            for turn in range(rounds):
                # COACH_IDS would give all of them the same letters.
                environment = world.environment()
                del environment["COACH_IDS"]
                ran = subprocess.run([binary, "log-observation", codes[number % count], "--setting", "hallway",
                                      "--minutes", "5", "--notes", f"writer {number}, round {turn}"],
                                     cwd=world.journal, env=environment, capture_output=True, check=False)
                if ran.returncode != 0 or ran.stderr:
                    said.append(f"writer {number}, round {turn}: {ran.returncode} {ran.stderr.decode()[:300]}")
            return said

        with concurrent.futures.ThreadPoolExecutor(processes) as pool:
            for said in pool.map(write, range(processes)):
                wrong += said
        made = len(tree(world.journal)) - records
        committed = int(world.git("rev-list", "--count", "HEAD").stdout) - commits
        wrong += fail_if(made != processes * rounds, f"{made} records of {processes * rounds}")
        wrong += fail_if(committed != processes * rounds, f"{committed} commits of {processes * rounds}")
        texts = b"".join(tree(world.journal).values()).decode()
        for number in range(processes):
            for turn in range(rounds):
                wrong += fail_if(f"writer {number}, round {turn}\"" not in texts, f"lost: writer {number}, round {turn}")
        after = world.git("status", "--porcelain").stdout + world.git("diff").stdout + world.git("diff", "--cached").stdout
        wrong += fail_if(after != before, f"what others did is not as it was: {after.decode()[:300]}")
        wrong += [f"left: {one}" for one in world.leavings()]
        world.git("stash", "-qu")
        wrong += world.faults_of_git()
        checked = world.coach(["check"])
        wrong += fail_if(checked.returncode != 0, f"check: {checked.stdout.decode()[:300]}")
        print(f"{processes} writers x {rounds} rounds into {count}: {made} records, {committed} commits")
        return wrong


# ---- clones


class Clone:
    def __init__(self, world, number, folder):
        self.world = World(world.binary, folder / f"clone-{number}")
        self.world.home.mkdir(parents=True)
        (self.world.home / ".gitconfig").write_text((world.home / ".gitconfig").read_text())
        subprocess.run(["git", "clone", "-q", str(folder / "middle.git"), str(self.world.journal)],
                       env=self.world.environment(), check=True, capture_output=True)
        self.world.coach(["trust", "--yes"], check=True)
        self.number = number
        self.random = random.Random(number)
        self.mine = []  # ids of records that this coach made: each edits her own

    def step(self, at):
        words = self.random.choice([self.log, self.log, self.edit, self.observe, self.pull])(at)
        if words:
            # Two machines never draw the same letters; here each has a corner of its own.
            ids = EVERY[10 + self.number] + EVERY[at // 32] + EVERY[at % 32] + EVERY[0]
            ran = self.world.coach(words, ids=ids)
            if ran.returncode != 0:
                return [f"step {at}, clone {self.number}, {words}: {ran.returncode} {ran.stderr.decode()[:300]}"]
            if words[0].startswith("log-"):
                self.mine.append(ran.stdout.decode().split()[-1])
            return []
        return self.pulled(at)

    def log(self, at):
        return ["log-session", "heron", "--date", f"2026-11-{1 + at % 24:02}", "--minutes", "30", "--title", f"Step {at}",
                "--client-will", f"what was said at step {at}; 2026-12-01"]

    def edit(self, at):
        if not self.mine:
            return self.log(at)
        return ["set", self.random.choice(self.mine), f"minutes={at + 5}", f"notes=step {at}"]

    def observe(self, at):
        return ["log-observation", "knot", "--setting", "classroom", "--minutes", "20", "--notes", f"step {at}"]

    def pull(self, at):
        del at
        return None

    def pulled(self, at):
        for words in (["pull", "-q", "--no-rebase", "--no-edit"], ["push", "-q"]):
            ran = self.world.git(*words)
            if ran.returncode != 0:
                return [f"step {at}, clone {self.number}, git {words[0]}: {(ran.stdout + ran.stderr).decode()[:400]}"]
        checked = self.world.coach(["check"])
        return fail_if(checked.returncode != 0, f"step {at}, clone {self.number}: {checked.stdout.decode()[:400]}")


def clones(binary, steps=200):
    with scratch() as folder:
        world = World(binary, folder / "first")
        world.begin(True)
        subprocess.run(["git", "clone", "-q", "--bare", str(world.journal), str(folder / "middle.git")],
                       env=world.environment(), check=True, capture_output=True)
        all_clones = [Clone(world, number, folder) for number in range(3)]
        chance, wrong = random.Random(5), []
        for at in range(steps):
            wrong += chance.choice(all_clones).step(at)
        for _ in range(2):
            for clone in all_clones:
                wrong += clone.pulled(steps)
        trees = [tree(clone.world.journal) for clone in all_clones]
        wrong += fail_if(trees[0] != trees[1] or trees[1] != trees[2], "the clones differ in the end")
        for clone in all_clones:
            wrong += clone.world.faults_of_git()
        print(f"3 clones, {steps} steps: {len(trees[0])} files, {sum(len(clone.mine) for clone in all_clones)} records")
        return wrong


# ---- races


def races(binary, rounds=1000):
    """A hand adds a line while `coach set` changes another. Whoever is last, both are somewhere."""
    with scratch() as folder:
        world = World(binary, folder)
        world.begin(False)
        path = next((world.journal / "engagements/heron/sessions").glob("*aaae.toml"))
        original = path.read_text()
        chance = random.Random(11)
        wrong, refused, met = [], 0, 0
        for at in range(rounds):
            path.write_text(original)
            hand = f"# a hand, round {at}\n"
            ran = subprocess.Popen([binary, "set", "aaae", f"minutes={at % 500 + 100}"], cwd=world.journal,
                                   env=world.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            # From before it reads until after it has written.
            threading.Event().wait(chance.random() * 0.004)
            # As editors save: a new file in the place of the old one, or over it.
            if at % 2:
                path.write_text(original + hand)
            else:
                beside = path.with_name(".hand.swp")
                beside.write_text(original + hand)
                os.replace(beside, path)
            said = ran.communicate()[1].decode()
            refused += ran.returncode == 1
            texts = [one.decode() for one in tree(world.journal).values()]
            if not any(hand in one for one in texts):
                wrong.append(f"round {at}: the hand's line is gone: {said}")
            ours = f"minutes = {at % 500 + 100}\n"
            if ran.returncode == 0 and not any(ours in one for one in texts):
                # The hand saved over it, later: that is the hand's doing.
                met += 1
                if path.read_text() != original + hand:
                    wrong.append(f"round {at}: ours is gone: {said}")
            for kept in path.parent.glob("*"):
                if kept != path and "aaae" in kept.name:
                    kept.unlink()
        print(f"{rounds} races: {refused} refused, {met} saved over by the hand afterwards, {len(wrong)} lost")
        return wrong


def main():
    parser = arguments("binary")
    parser.add_argument("what", choices=["writers", "clones", "races"])
    given = parser.parse_args()
    if given.what == "writers":
        wrong = writers(given.binary, 1) + writers(given.binary, 20)
    else:
        wrong = {"clones": clones, "races": races}[given.what](given.binary)
    return verdict(wrong)


if __name__ == "__main__":
    sys.exit(main())
