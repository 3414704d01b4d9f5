"""A journal that came from somebody who means harm: nothing of it runs, nothing of it reaches the
terminal, and no file of it takes long.

    hostile.py COACH git|text|files
"""

import os
import re
import resource
import shutil
import subprocess
import sys
import time

from world import World, arguments, scratch, verdict

READING = [["list"], ["list", "--all", "--names"], ["status", "heron"], ["todo"], ["brief", "heron"], ["timeline", "heron"],
           ["timeline", "heron", "--bars"], ["contacts"], ["evidence", "heron"], ["search", "the"], ["hours"], ["hours", "heron"],
           ["rubric", "status", "heron"], ["rubric", "history", "heron"], ["rubric", "list"],
           ["rubric", "show"], ["agreement", "heron"], ["vision", "heron"], ["theory", "heron"], ["show", "aaae"],
           ["list", "--by", "phase"], ["phase", "heron"], ["model", "list"], ["model", "show", "odd"], ["cycle", "list"],
           ["cycle", "show", "odd"], ["feedback"], ["feedback", "heron"], ["measures", "heron"],
           ["compare", "heron", "--from", "2026-09-10"], ["theory", "heron", "--check"], ["hours", "--by", "goal", "--trace"],
           ["hours", "--icf"], ["rubric", "compare", "heron"], ["rubric", "status", "heron", "--occasions"],
           ["check"], ["schema", "session"], ["where"], ["help", "session"], ["--version"], ["__complete", "show", ""]]
WRITING = [["log-session", "heron", "--minutes", "30"], ["log-observation", "heron", "--setting", "hallway"],
           ["log-feedback", "heron", "--teacher", "T04", "--said", "Ask first."], ["phase", "heron", "next"],
           ["log-measure", "heron", "Reading", "--group", "all=120:54"], ["rubric", "new", "ours", "--from", "blank-4@1"],
           ["cycle", "start", "heron", "Slips", "--model", "pdsa"],
           ["set", "aaae", "minutes=50"], ["next", "heron", "2026-12-09"], ["goal", "add", "heron", "Teams"],
           ["new-client", "Ada", "--role", "principal", "--code", "ruff", "--yes"], ["undo", "--yes"],
           ["remove", "aaaf", "--yes"], ["backup", "../kept.tar.gz"]]

# ---- git

HOOKS = ["applypatch-msg", "pre-applypatch", "post-applypatch", "pre-commit", "pre-merge-commit",
         "prepare-commit-msg", "commit-msg", "post-commit", "pre-rebase", "post-checkout", "post-merge", "pre-push",
         "reference-transaction", "pre-auto-gc", "post-rewrite", "post-index-change", "fsmonitor-watchman"]
SETTINGS = ["core.fsmonitor", "core.editor", "core.pager", "core.sshCommand", "core.askPass", "sequence.editor",
            "gpg.program", "gpg.ssh.program", "gpg.x509.program", "gpg.ssh.defaultKeyCommand", "diff.external",
            "diff.trap.command", "diff.trap.textconv", "merge.trap.driver", "filter.trap.clean", "filter.trap.smudge",
            "filter.trap.process", "filter.second.clean", "credential.helper", "pager.commit", "pager.add", "alias.add",
            "alias.commit", "interactive.diffFilter", "trailer.sign.command", "uploadpack.packObjectsHook",
            "core.gitProxy", "remote.origin.vcs", "browser.trap.cmd", "man.trap.cmd", "init.templateDir"]
FLAGS = {"commit.gpgSign": "true", "filter.trap.required": "true", "gc.auto": "1", "maintenance.auto": "true",
         "log.showSignature": "true", "core.preloadIndex": "true"}


def plant(world, sprung):
    """Each trap, once it is sprung, leaves a file of its name."""
    traps = []

    def trap(name):
        program = world.folder / "traps" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(f'#!/bin/sh\n: >"{sprung}/{name}"\ncat 2>/dev/null\n')
        program.chmod(0o755)
        traps.append(name)
        return str(program)

    hooks = world.journal / ".git/hooks"
    hooks.mkdir(exist_ok=True)
    for hook in HOOKS:
        shutil.copy(trap(f"hook-{hook}"), hooks / hook)
    for key in SETTINGS:
        world.git("config", key, trap(key))
    for key, value in FLAGS.items():
        world.git("config", key, value)
    # Settings that another file brings in, and attributes at both places that git looks at.
    included = world.folder / "included"
    included.write_text(f"[filter \"far\"]\n\tclean = {trap('included-filter')}\n")
    world.git("config", "include.path", str(included))
    (world.journal / ".gitattributes").write_text("*.toml filter=trap diff=trap merge=trap\n")
    (world.journal / ".git/info").mkdir(exist_ok=True)
    (world.journal / ".git/info/attributes").write_text("sessions/* filter=far\n")
    return traps


def git_proof(binary):
    wrong = []
    with scratch() as folder:
        world = World(binary, folder)
        world.begin(True)
        sprung = folder / "sprung"
        sprung.mkdir()
        traps = plant(world, sprung)
        shutil.rmtree(world.home / ".local/state/coach")  # it came from elsewhere
        # A git before the real one tells that it was run.
        told = folder / "bin/git"
        told.parent.mkdir()
        told.write_text(f'#!/bin/sh\n: >"{folder}/git-ran"\nexec {shutil.which("git")} "$@"\n')
        told.chmod(0o755)
        environment = {"PATH": f"{told.parent}:{os.environ['PATH']}"}
        for words in READING:
            world.coach(words, **environment)
            if (folder / "git-ran").exists():
                wrong.append(f"coach {' '.join(words)} runs git")
                (folder / "git-ran").unlink()
        for number, words in enumerate(WRITING):
            ran = world.coach(words, ids=f"zzz{number}", **environment)
            if ran.returncode != 0:
                wrong.append(f"coach {' '.join(words)}: {ran.returncode} {ran.stderr.decode()[:200]}")
        for one in sorted(sprung.iterdir()):
            wrong.append(f"sprung: {one.name}")
        if not (folder / "git-ran").exists():
            wrong.append("no writing command ran git: the proof proves nothing")
        # The traps are good: plain git springs many of them.
        session = next((world.journal / "engagements/heron/sessions").glob("*.toml"))
        session.write_text(session.read_text() + "# by hand\n")
        world.git("add", str(session))  # a filter that speaks no protocol ends it
        plain = ["-c", "filter.trap.process=", "-c", "filter.trap.required=false"]
        for command in (["diff"], ["add", str(session)], ["commit", "--no-gpg-sign", "-qm", "by hand"],
                        ["commit", "--allow-empty", "-qm", "signed"], ["log", "-p", "-1"], ["log", "--show-signature", "-1"],
                        ["-c", "core.fsmonitor=false", "commit", "--allow-empty", "--amend", "--no-gpg-sign", "-q"],
                        ["checkout", "-q", "-b", "other"], ["fetch", "-q"]):
            world.git(*plain, *command)
        good = len(list(sprung.iterdir()))
        if good < 12:
            wrong.append(f"plain git springs only {good} of them")
        print(f"{len(traps)} traps planted, plain git springs {good}; {len(READING)} reading commands ran no git")
    return wrong


# ---- text

UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")
EVIL = "\\u001b]0;owned\\u0007\\u001b[2J\\u009b31m\\u202eneppo\\u2066\\u200b\\u200d\\U000E0041\\u0008\\u000d\\ufeff"
RAW = "\x9b31m\u202e\u200b\U000e0041"


def plant_newer_kinds(world, heron):
    """Models, cycles, feedback, measures, a sheet: each text of theirs tries it too."""
    for folder in ("cycles", "feedback", "measures"):
        (heron / folder).mkdir(exist_ok=True)
    (heron / "cycles/odd.toml").write_text(f"""title = "Odd {EVIL}"
model = "odd"
started = 2026-11-01
step = "one"
prediction = "{EVIL} {RAW}"
look_fors = ["{EVIL}", "{RAW}"]
[[steps]]
step = "one"
on = 2026-11-01
notes = "{EVIL}"
[[data]]
look_for = "{EVIL}"
seen = "{EVIL} {RAW}"
""")
    (heron / "feedback/2026-11-02-t04-zzaa.toml").write_text(f"""date = 2026-11-02
teacher = "T04 {EVIL}"
by = "client"
focus = "{EVIL}"
said = "{EVIL} {RAW}"
look_again = 2026-11-09
""")
    (heron / "measures/2026-11-03-reading-zzab.toml").write_text(f"""date = 2026-11-03
name = "Reading {EVIL}"
unit = "{EVIL}"
source = "{RAW}"
by = ["{EVIL}"]
[[groups]]
group = ["{EVIL}"]
count = 12
value = 5.0
""")
    (world.journal / "models/odd.toml").write_text(f"""title = "Odd {EVIL}"
regime = "confidential"
source = "{EVIL}"
licence = "{RAW}"
note = "{EVIL}"
after_last = "one"
[[steps]]
key = "one"
title = "{EVIL}"
purpose = "{RAW}"
questions = ["{EVIL}"]
expects = ["{EVIL}"]
""")
    (world.folder / "evil.csv").write_text(f"Element,{RAW},{RAW}\n\x1b[31mx,\x07,b\n")


def text_proof(binary):
    wrong, seen = [], 0
    with scratch() as folder:
        world = World(binary, folder)
        world.begin(True)
        heron = world.journal / "engagements/heron"
        # Every text of every record gets it, as an escape of TOML and as the bytes themselves.
        for path in [*heron.rglob("*.toml"), world.journal / "coach.toml"]:
            lines = []
            for line in path.read_text().splitlines():
                changed = re.sub(r'^(name|site|title|notes|what|description|note|statement|heard|setting|mode) = "(.*)"$',
                                 rf'\1 = "\2 {EVIL.replace(chr(92), chr(92) * 2)} {RAW}"', line)
                lines.append(changed)
            path.write_text("\n".join(lines) + "\n")
        plant_newer_kinds(world, heron)
        (heron / "sessions" / "2026-11-20-\x1b[31mred-abcd.toml").write_text("date = \n")
        (heron / "sessions" / "2026-11-20-\u202ered-abce.toml").write_text(f"date = 2026-11-20\nstate = \"{RAW}\"\n{RAW} = 1\n")
        (heron / "notes\u200b.txt").write_text("x")
        (world.journal / "inbox").mkdir(exist_ok=True)
        (world.journal / "inbox" / "2026-11-20-heron-\x1b]0;x\x07.txt").write_text(f"setting: {RAW}\n\x1b[2J\n")
        hooks = world.journal / ".git/hooks"
        hooks.mkdir(exist_ok=True)
        (hooks / "pre-commit").write_text("#!/bin/sh\nprintf '\\033]0;owned\\007\\342\\200\\256 no' >&2\nexit 1\n")
        (hooks / "pre-commit").chmod(0o755)
        commands = [[*words, *form] for words in READING for form in
                    ([], ["--plain"], ["--ascii"], ["--format", "md"], ["--json"], ["--format", "csv"], ["--width", "60", "--color", "always"])
                    if words[0] not in ("--version", "__complete")]
        commands += [["__complete", "show", ""], ["__complete", "status", ""], ["status", "\x1b[31mnobody\u202e"], ["\x1b[2J"],
                     ["show", "\u200b"], ["set", "aaae", "\x1b=1"], ["log-session", "heron", "--mode", "\x1b[31m", "--minutes", "5"],
                     ["log-session", "heron", "--minutes", "\x1b[1m"], ["inbox", "--no-input"], ["inbox", "--dry-run"], ["goal", "add", "heron", "\x1b[1mT\u202e"],
                     ["set", "aaae", "minutes=50"], ["done"], ["remove", "aaaf", "--dry-run"], ["undo", "--dry-run"], ["undo", "--yes"], ["move", "aaae", "--to", "knot", "--dry-run"],
                     ["help", "\x1b[1m"], ["search", "\x1b[1m"], ["search", "owned"], ["rubric", "import", "../evil.csv", "--name", "evil"], ["log-measure", "heron", "x", "--csv", "../evil.csv"],
                     ["cycle", "step", "odd"], ["cycle", "data", "odd", "1", "--seen", "\x1b[1m"], ["phase", "heron", "\x1b[1m"], ["model", "new", "\x1b[1m"],
                     ["seen", "zzaa", "\x1b[1m"], ["measures", "heron", "--between", "\x1b[1m, x"], ["--journal", "/\x1b[31m", "list"]]
        for number, words in enumerate(commands):
            ran = world.coach(words, ids=f"zz{number // 32 % 10}{number % 10}")
            for stream in (ran.stdout, ran.stderr):
                text = stream.decode("utf-8", errors="surrogateescape")
                if "--color" in words:
                    text = re.sub("\x1b\\[[0-9;]*m", "", text)  # our own colours
                seen += "\\u{" in text or "\\u001b" in text or "\\x" in text
                found = UNSEEN.search(text) or re.search("[\udc80-\udcff]", text)
                if found:
                    at = found.start()
                    wrong.append(f"coach {words!r}: {text[max(0, at - 30):at + 10]!r}")
                if ran.returncode not in (0, 1, 2):
                    wrong.append(f"coach {words!r}: exit {ran.returncode}")
        if seen < 40:
            wrong.append(f"only {seen} outputs show anything of it: the proof proves nothing")
        print(f"{len(commands)} commands, {seen} outputs that show hostile text, all of it made visible")
    return wrong


# ---- files

MEBIBYTE = 1 << 20
LETTERS = b"0123456789abcdefghijklmnopqrstuv"


def odd_files(journal):
    """(name, make) of each odd file in a folder of sessions."""
    folder = journal / "engagements/heron/sessions"

    def at(letters):
        return folder / f"2026-11-20-video-{letters}.toml"

    def write(letters, data):
        at(letters).write_bytes(data)

    good = b'date = 2026-11-20\nstate = "held"\n'
    at("aa00").symlink_to("/etc/passwd")
    at("aa01").symlink_to("/dev/zero")
    at("aa02").symlink_to(at("aa03").name)
    at("aa03").symlink_to(at("aa02").name)
    at("aa04").symlink_to("../../../../outside.toml")
    at("aa05").symlink_to("/dev/tty")
    os.mkfifo(at("aa06"))
    at("aa07").mkdir()
    with open(at("aa08"), "wb") as file:
        file.truncate(100 * MEBIBYTE)
    write("aa09", good + b"x = " + b"[" * 10000 + b"]" * 10000 + b"\n")
    write("aa0a", good + b"x = " + b"{a = " * 10000 + b"1" + b"}" * 10000 + b"\n")
    write("aa0b", good + b".".join([b"a"] * 10000) + b" = 1\n")
    write("aa0c", good + b"".join(b"%s=1\n" % bytes(LETTERS[number // 32**at % 32] for at in range(4))
                                  for number in range(1_000_000)))
    write("aa0d", good + b"\0" * 1000)
    write("aa0e", b"\0" * 4096)
    write("aa0f", good + b'title = "\xff\xfe\xc0\x80"\n')
    write("aa0g", b"\xff\xfe" + "date = 2026-11-20\n".encode("utf-16-le"))
    write("aa0h", good + b'notes = """' + b"\n" * (7 * MEBIBYTE))
    write("aa0j", good + b'title = "' + b"a" * (7 * MEBIBYTE) + b'"\n')
    write("aa0k", good + b"[" * 100 + b"\n")
    write("aa0m", b"")
    write("aa0n", good * 2)
    write("aa0p", good + b"[[commitments]]\n" * 200000)
    write("aa0q", good + b"# " + b"\xe2\x80\xae" * 1000 + b"\n")
    write("aa0r", b"date = 99999999999999999999\n")
    at("aa0s").symlink_to("..")
    deep = journal / "engagements/deep"
    deep.mkdir()
    # A folder in a folder, as deep as a path may be.
    descriptor = os.open(deep, os.O_RDONLY)
    for _ in range(400):
        os.mkdir("d" * 100, dir_fd=descriptor)
        below = os.open("d" * 100, os.O_RDONLY, dir_fd=descriptor)
        os.close(descriptor)
        descriptor = below
    os.close(descriptor)
    (journal / "engagements/loop").symlink_to("..")
    (journal / "rubrics/loop@1.toml").symlink_to("loop@1.toml")
    (journal / "models/huge.toml").write_bytes(b"x" * (9 * MEBIBYTE))
    return 27


def files_proof(binary):
    wrong = []
    with scratch() as folder:
        world = World(binary, folder)
        world.begin(False)
        good = world.coach(["timeline", "heron", "--plain"]).stdout
        count = odd_files(world.journal)
        most_memory, longest = 768 * MEBIBYTE, 10

        def limited():
            resource.setrlimit(resource.RLIMIT_AS, (2 * most_memory, 2 * most_memory))

        slowest = 0.0
        for words in READING:
            begun = time.monotonic()
            try:
                ran = subprocess.run(["/usr/bin/time", "-f", "%M", "-o", str(folder / "memory"), binary, *words], cwd=world.journal,
                                     env=world.environment(), capture_output=True, preexec_fn=limited,
                                     stdin=subprocess.DEVNULL, timeout=4 * longest, check=False)
            except subprocess.TimeoutExpired:
                wrong.append(f"coach {' '.join(words)} does not end")
                continue
            took = time.monotonic() - begun
            slowest = max(slowest, took)
            memory = int((folder / "memory").read_text().split()[-1]) << 10
            if took > longest or memory > most_memory or ran.returncode not in (0, 1, 2):
                wrong.append(f"coach {' '.join(words)}: exit {ran.returncode}, {took:.1f} s, {memory >> 20} MiB {ran.stderr[-200:]}")
            if words == ["check"]:
                said = ran.stdout.decode()
        lines = [line for line in said.splitlines() if line.startswith(("engagements/", "rubrics/", "models/"))]
        for letters in "0123456789abcdefghjkmnpqrs":
            about = [line for line in lines if f"-video-aa0{letters}.toml" in line]
            if letters in "jq":
                continue  # a long title and a comment may hold anything
            if not about:
                wrong.append(f"check says nothing of aa0{letters}")
        most_lines = max((len([line for line in lines if line.startswith(path)])
                          for path in {line.split(":")[0] for line in lines}), default=0)
        if most_lines > 30:
            wrong.append(f"check has {most_lines} lines for one file")
        after = world.coach(["timeline", "heron", "--plain"]).stdout
        lost = [line for line in good.splitlines() if line not in after.splitlines() and b"\t" in line]
        if lost:
            wrong.append(f"the good records are not shown as before: {lost[:3]}")
        print(f"{count} odd files, {len(READING)} commands, the slowest {slowest:.1f} s; {len(lines)} places named")
    return wrong


def main():
    parser = arguments("binary")
    parser.add_argument("what", choices=["git", "text", "files"])
    given = parser.parse_args()
    wrong = {"git": git_proof, "text": text_proof, "files": files_proof}[given.what](given.binary)
    return verdict(wrong)


if __name__ == "__main__":
    sys.exit(main())
