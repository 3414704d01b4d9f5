#!/usr/bin/env python3
"""Makes the README's pictures from what the program really prints.

    examples/pictures.py BINARY [--check]

Tells the story of examples/tour.sh up to a day in November, runs a few commands in it on a terminal
of 80 columns, and draws each screen as examples/pictures/NAME.svg: one file, no script, no font of
its own, readable on light and on dark. --check writes nothing and fails where a picture is not what
the program prints today.
"""
import os
import re
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path
from unicodedata import combining, east_asian_width

ROOT = Path(__file__).resolve().parent.parent
DAY = "2026-11-24"

PICTURES = {
    "brief": ("The page before a visit: what was promised, what was asked, how far there is to go",
              ["coach brief heron"]),
    "hand": ("A comment written by hand stays where it is while a command changes one line below it",
             ["sed -n 3,9p engagements/heron/activities/structures*.toml",
              "coach activity update structures --due 2026-12-22",
              "git show --format= -U5 | tail -n 12"]),
    "check": ("check names each mistake with its line, a caret and the right way to write it",
              ["coach check"]),
    "rubric": ("Where a client stands in each element of the rubric, and how far it is to the target",
               ["coach rubric status heron"]),
    "bars": ("Goals and activities as bars over the months, with what happened on the same axis",
             ["coach timeline heron --bars"]),
}

# Before the commands of a picture: what a hand did to the files.
HANDS = {
    "hand": r"""sed -i '4i # moved twice already: ask what stands in the way' \
                engagements/heron/activities/structures*.toml; git commit -qam 'by hand'""",
    "check": r"""sed -i 's/^due = 2027-06-15/due = 2027-06-31/' engagements/heron/goals/*.toml
                 sed -i 's/^leverage/levrage/' engagements/heron/activities/structures*.toml
                 cat > engagements/heron/sessions/2026-11-23-phone-k2m4.toml <<'END'
date = 2026-11-23
start = 14:00
state = "held"
mode = "phone"
title = "She said "not yet" and laughed"
END""",
}

CELL, LINE, SIZE, MARGIN = 8.4, 19, 14, 16
LIGHT = {"": "#1f2328", "1": "#1f2328", "2": "#6e7781", "31": "#cf222e", "32": "#1a7f37",
         "33": "#9a6700", "prompt": "#0550ae"}
DARK = {"": "#e6edf3", "1": "#ffffff", "2": "#8b949e", "31": "#ff7b72", "32": "#3fb950",
        "33": "#d29922", "prompt": "#79c0ff"}


def columns(text):
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def runs(line):
    """The pieces of a line with their colour: ("2", "dim text"), ..."""
    code = ""
    for part in re.split(r"(\x1b\[[0-9;]*m)", line):
        if part.startswith("\x1b["):
            code = part[2:-1].lstrip("0")
        elif part:
            yield code, part


def svg(title, screens):
    lines = []
    for command, output in screens:
        if lines:
            lines.append([])
        lines.append([("prompt", "$ "), ("1", command)])
        lines += [list(runs(line)) for line in output.rstrip("\n").split("\n")]
    width = max(columns("".join(text for _, text in line)) for line in lines)
    wide, high = width * CELL + 2 * MARGIN, len(lines) * LINE + 2 * MARGIN - 4
    style = "".join(f".c{code or 'n'}{{fill:{LIGHT[code]}}}" for code in LIGHT)
    dark = "".join(f".c{code or 'n'}{{fill:{DARK[code]}}}" for code in DARK)
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{wide:.0f}" height="{high:.0f}" '
        f'viewBox="0 0 {wide:.0f} {high:.0f}">',
        f"<title>{escape(title)}</title>",
        f"<style>rect{{fill:#ffffff;stroke:#d0d7de}}text{{font:{SIZE}px ui-monospace,SFMono-Regular,"
        f"Menlo,Consolas,'DejaVu Sans Mono',monospace;white-space:pre}}.c1,.cprompt{{font-weight:600}}"
        f"{style}@media(prefers-color-scheme:dark){{rect{{fill:#0d1117;stroke:#30363d}}{dark}}}"
        "</style>",
        f'<rect x=".5" y=".5" rx="8" width="{wide - 1:.0f}" height="{high - 1:.0f}"/>',
    ]
    for number, line in enumerate(lines):
        column, y = 0, MARGIN + number * LINE + SIZE - 1
        for code, text in line:
            # Each word at its own column, so that no font can move what stands behind it.
            for word in re.finditer(r"\S+(?: \S+)*", text):
                x = MARGIN + (column + columns(text[:word.start()])) * CELL
                long = columns(word[0]) * CELL
                out.append(f'<text class="c{code or "n"}" x="{x:.1f}" y="{y}" '
                           f'textLength="{long:.1f}" lengthAdjust="spacingAndGlyphs">'
                           f"{escape(word[0])}</text>")
            column += columns(text)
    return "\n".join(out + ["</svg>"]) + "\n"


def main():
    binary, check = Path(sys.argv[1]).resolve(), "--check" in sys.argv
    wrong = []
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        (home / "bin").mkdir()
        (home / "bin/coach").symlink_to(binary)
        environment = {
            "HOME": scratch, "PATH": f"{home}/bin:{os.environ['PATH']}", "LC_ALL": "C.UTF-8",
            "COACH_BINARY": str(binary), "TOUR_UNTIL": DAY, "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "R. Ames", "GIT_AUTHOR_EMAIL": "ames@example.org",
            "GIT_COMMITTER_NAME": "R. Ames", "GIT_COMMITTER_EMAIL": "ames@example.org",
            "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", ""), "TERM": "xterm",
        }
        subprocess.run(["sh", ROOT / "examples/tour.sh", home / "story"], env=environment,
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        environment |= {"COACH_TODAY": DAY, "COACH_NOW": "13:30", "COACH_IDS": "aaaa",
                        "CLICOLOR_FORCE": "1"}
        for name, (title, commands) in PICTURES.items():
            journal = home / name / "journal"
            subprocess.run(["cp", "-R", home / "story", journal.parent.mkdir() or journal],
                           check=True)
            subprocess.run(["sh", "-c", HANDS.get(name, ":")], cwd=journal, env=environment,
                           check=True)
            screens = []
            for command in commands:
                run = command + (" --width 80" if re.match("coach (brief|rubric|timeline)", command)
                                 else "")
                said = subprocess.run(["sh", "-c", run], cwd=journal, env=environment, text=True,
                                      stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
                screens.append((command, said.stdout))
            picture, path = svg(title, screens), ROOT / f"examples/pictures/{name}.svg"
            if not check:
                path.parent.mkdir(exist_ok=True)
                path.write_text(picture)
            elif not path.exists() or path.read_text() != picture:
                wrong.append(name)
    if wrong:
        sys.exit(f"not what the program prints today: {', '.join(wrong)}; "
                 "examples/pictures.py BINARY makes them anew")


if __name__ == "__main__":
    main()
