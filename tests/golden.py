#!/usr/bin/env python3
"""Runs plain-text cases against the real program and compares what it says.

    tests/golden.py [--binary PATH] [--accept] FILE...

A case file (*.test) has a head and then commands:

    # A sentence that says what must hold.
    journal examples/lakeside     a copy of that folder, from the root of the source tree, is where
                                  the commands run; without it, or with `none`, an empty folder
    git                           that folder is a repository with everything committed
    today 2026-11-24              COACH_TODAY; also `now 14:05`, `ids aaaa`, `env NAME=VALUE`
                                  (`env NAME` takes one away), `width 60` of the terminal
    as user                       permissions of files hold, even where the tests run as root
    file PATH                     the indented lines below it are written there; `~/` is the home
        text

    $ coach rubric status heron   any shell command; `coach` is the program under test. A line that
    < typed                       ends in \\ goes on, and so does <<END; lines in < are its input
    what it says
    >2
    what it says on standard error
    >= 1                          the exit code, where it is not 0

`tty$ COMMAND` runs on a terminal: each input line is typed when the program waits for one, and the
whole transcript is the output. `< ^D`, `< ^C` press those keys, `< ^HUP` closes the terminal.
`$ cd DIR` holds for the commands below it.

Comparison is exact. `[..]` stands for anything within a line, a line `...` for any lines. Control
characters and bytes that are no UTF-8 are shown as \\x1b, the home folder as /home/you, and an
output line that would read as one of the marks above has a backslash before it. One empty line
before the next command belongs to the file, not to the output; so do lines in # right above it.

In Markdown (*.md) every block marked ```console, and every indented block that begins with `$ `,
runs as well, one after another in the same empty home. Standard error is shown among the output, as
a reader would see it; a command that shows nothing must only end well. An HTML comment above a
block sets it up (`<!-- today 2026-11-24; width 60 -->`, for the blocks that follow too); one with
`journal` gives that block a folder of its own, and `<!-- not run -->` leaves it out.

--accept writes what was said into the files instead; lines that matched by a wildcard stay.
"""
import argparse
import contextlib
import difflib
import os
import re
import sys
from pathlib import Path

from golden_case import BadCase, Said, Step, read_case, read_markdown
from golden_sandbox import ROOT, Sandbox


def matches(expected, got):
    def line_pattern(line):
        return ".*".join(re.escape(piece) for piece in line.split("[..]")) + "\n"

    pattern = "".join(r"(?:.*\n)*?" if line == "..." else line_pattern(line) for line in expected)
    return re.fullmatch(pattern, "".join(line + "\n" for line in got)) is not None


def settle(expected, got):
    """What a case file should say: the old lines where they match, else the new."""
    return Said(
        expected.out if matches(expected.out, got.out) else got.out,
        expected.err if matches(expected.err, got.err) else got.err,
        got.code,
    )


def settle_markdown(expected, got):
    """As `settle`; but what a text does not show is not compared, as long as it ends well."""
    if not expected.out:
        return expected if got.code == expected.code else got
    out = expected.out if matches(expected.out, got.out) else got.out
    return Said(out, [], expected.code and got.code)


def run_block(block, sandbox, is_markdown):
    """Runs the steps; (step, what it should say) for each that said something else."""
    differing = []
    for step in block.steps:
        got = sandbox.run(step, together=is_markdown)
        due = (settle_markdown if is_markdown else settle)(step.expected, got)
        if due != step.expected:
            differing.append((step, due))
    return differing


def run_file(path, binary):
    """The parts of a file, and (step, what it should say) for each that differs."""
    is_markdown = path.suffix == ".md"
    text = path.read_text(encoding="utf-8")
    parts, blocks = (read_markdown if is_markdown else read_case)(text)
    differing = []
    common = None
    with contextlib.ExitStack() as sandboxes:
        for block in blocks:
            sandbox = common
            if block.alone or not common:
                sandbox = sandboxes.enter_context(Sandbox(binary, block.setting))
            if not block.alone:
                common = sandbox
                common.apply(block.setting)
            differing += run_block(block, sandbox, is_markdown)
    return parts, differing


def report(path, differing):
    for step, due in differing:
        print(f"{path}:{step.line}: {step.head[0]}")
        diff = difflib.unified_diff(
            step.expected.lines(), due.lines(), "expected", "said", lineterm="")
        print("\n".join(diff), end="\n\n")


def accept(path, parts, differing):
    last = [part for part in parts if isinstance(part, Step)][-1]
    for step, due in differing:
        step.expected = due
        if due.out and due.out[-1].startswith("#") and step is not last:
            step.gap = [""]  # else it would read as a comment on the next command
    lines = []
    for part in parts:
        lines += part.text() if isinstance(part, Step) else [part]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--binary", default=ROOT / ".build/release/coach", type=Path)
    arguments.add_argument("--accept", action="store_true", help="take what is said as right")
    arguments.add_argument("files", nargs="+", type=Path, metavar="FILE")
    given = arguments.parse_args()
    if not os.access(given.binary, os.X_OK):
        sys.exit(f"golden.py: no program at {given.binary}: build it, or name it with --binary")
    failed = 0
    for path in given.files:
        try:
            parts, differing = run_file(path, given.binary.resolve())
        except (BadCase, OSError, ValueError) as problem:
            print(f"{path}: {problem}\n")
            failed += 1
            continue
        if differing and given.accept:
            accept(path, parts, differing)
            print(f"{path}: {len(differing)} accepted")
        elif differing:
            report(path, differing)
            failed += 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
