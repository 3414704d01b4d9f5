#!/usr/bin/env python3
"""Reads every #include below src/ and names those that break the layers.

    tests/layers.py [SRC]

A folder may include itself and what stands below it in LAYERS; LEFT_OUT takes some of that away.
No files may include each other in a circle, and a library is confined to the files that need it.
"""
import re
import sys
from pathlib import Path

LAYERS = ["base", "toml", "record", "model", "journal", "view", "command", "main.cc"]

# Below it, and still not for it: a page is laid out from answers, not from files, and what records
# and their fields mean must not depend on how they are written down.
LEFT_OUT = {
    "record": {"toml"},
    "model": {"toml"},
    "view": {"toml", "journal"},
}

# What commands share; any other file of the folder is one command, and knows no other.
SHARED_BY_COMMANDS = {"face", "capture", "invocation", "options", "rubric_words", "keep", "new_folder",
                      "from_templates", "progress_line", "settled"}

# Seconds of compile time each, so in one file each.
CONFINED = {
    "toml++/": {"toml/parse.cc"},
    "CLI/": {"command/options.cc"},
}

INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"([^"]+)"|<([^>]+)>)')


def includes_of(path):
    """(line, name, is_ours) of each include."""
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        found = INCLUDE.match(line)
        if found:
            yield number, found.group(1) or found.group(2), found.group(1) is not None


def layer(file):
    return file.split("/")[0]


def why_not(file, included):
    """What is wrong with one file of ours including another, or nothing."""
    above, below = layer(file), layer(included)
    if below not in LAYERS:
        return "is in no known layer"
    if LAYERS.index(below) > LAYERS.index(above):
        return f"points up from {above}"
    if below in LEFT_OUT.get(above, ()):
        return f"is not for {above}"
    name, own = Path(included).stem, Path(file).stem
    if above == below == "command" and name not in SHARED_BY_COMMANDS | {own}:
        return "is another command"
    return None


def is_confined(file, library):
    return any(library.startswith(name) and file not in files for name, files in CONFINED.items())


def circle_from(start, graph):
    """The way from a header back to itself, or nothing."""
    ways, seen = [[start]], set()
    while ways:
        way = ways.pop(0)
        for included in graph.get(way[-1], ()):
            if included == start:
                return way + [start]
            if included not in seen:
                seen.add(included)
                ways.append(way + [included])
    return None


def check(src):
    problems, graph = [], {}
    paths = [*src.rglob("*.h"), *src.rglob("*.cc")]
    files = sorted(path.relative_to(src).as_posix() for path in paths)
    for file in files:
        if layer(file) not in LAYERS:
            problems.append(f"src/{file}: in no known layer")
            continue
        for line, name, is_ours in includes_of(src / file):
            place = f"src/{file}:{line}"
            if not is_ours:
                if is_confined(file, name):
                    problems.append(f"{place}: <{name}> is confined to other files")
            elif name not in files:
                problems.append(f'{place}: "{name}" is no file below src/')
            else:
                graph.setdefault(file, []).append(name)
                wrong = why_not(file, name)
                problems += [f'{place}: "{name}" {wrong}'] if wrong else []
    circles = {}
    for way in filter(None, (circle_from(file, graph) for file in files)):
        circles.setdefault(frozenset(way), way)
    return files, problems + ["in a circle: " + " > ".join(way) for way in circles.values()]


def main():
    src = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent / "src")
    files, problems = check(src)
    if not files:
        problems = [f"no files in {src}"]
    print("\n".join(problems) or f"{len(files)} files, every include points down")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
