"""A case file as steps and back: the grammar is told in golden.py. Runs nothing."""
import copy
import dataclasses
import re
import textwrap


class BadCase(Exception):
    """The case file itself cannot be read."""


@dataclasses.dataclass
class Setting:
    """What the head of a case, or a comment above a block, asks for."""

    journal: str = "none"
    at_home: bool = False  # no folder of its own below the home
    git: bool = False
    as_user: bool = False
    width: int = 80
    variables: dict = dataclasses.field(
        default_factory=lambda: {"today": "2026-11-24", "now": "14:05", "ids": "aaaa"}
    )
    files: list = dataclasses.field(default_factory=list)  # (path, text)


@dataclasses.dataclass
class Said:
    """What a command said, line by line as it stands in a case file."""

    out: list
    err: list
    code: int = 0

    def lines(self):
        code = [f">= {self.code}"] if self.code else []
        return self.out + ([">2"] + self.err if self.err else []) + code


@dataclasses.dataclass
class Step:
    line: int  # in the file, from 1
    head: list  # the command and its input as written
    command: str
    on_terminal: bool
    typed: list
    expected: Said
    gap: list  # empty lines that belong to the file
    indent: str = ""

    def text(self):
        lines = self.head + self.expected.lines() + self.gap
        return [self.indent + line if line else "" for line in lines]


@dataclasses.dataclass
class Block:
    """Steps that run one after another under one setting."""

    setting: Setting
    steps: list
    alone: bool = True  # in a folder of its own


MARK = re.compile(r"\\|\$ |tty\$ |>2$|>= \d+$")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def as_lines(text):
    """What a program said, as lines of a case file."""
    text = CONTROL.sub(lambda found: f"\\x{ord(found.group()):02x}", text)
    text = DIRECTION.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
    if not text:
        return []
    lines = ["\\" + line if MARK.match(line) else line for line in text.split("\n")]
    return lines[:-1] if text.endswith("\n") else lines + ["\\ No newline at the end"]


def set_up(setting, line):
    """Applies one line of a head; False where its first word is none of the known ones."""
    word, _, rest = line.partition(" ")
    rest = rest.strip()
    if word in ("today", "now", "ids"):
        setting.variables[word] = rest
    elif word == "env":
        name, is_set, value = rest.partition("=")
        setting.variables[name] = value if is_set else None
    elif word == "journal":
        setting.journal = rest
    elif word == "width":
        setting.width = int(rest)
    elif line == "git":
        setting.git = True
    elif line == "as user":
        setting.as_user = True
    else:
        return False
    return True


def read_head(lines):
    setting = Setting()
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if line.startswith("file "):
            start = at
            while at < len(lines) and (lines[at].startswith(" ") or not lines[at]):
                at += 1
            text = textwrap.dedent("\n".join(lines[start:at])).strip("\n")
            setting.files.append((line[5:].strip(), text + "\n"))
        elif line and not line.startswith("#") and not set_up(setting, line):
            raise BadCase(f"line {at}: `{line}` is neither a setting nor a command")
    return setting


def is_command(line):
    return line.startswith(("$ ", "tty$ "))


def read_step(lines, start, first_line):
    """The command at `start`, which its input lines follow; also where the output begins."""
    end = start + 1
    here = re.search(r"<<-?\s*['\"]?(\w+)", lines[start])
    if here:
        while end < len(lines) and lines[end] != here.group(1):
            end += 1
        end += 1
    else:
        while lines[end - 1].endswith("\\") and end < len(lines):
            end += 1
    command = "\n".join(lines[start:end])
    typed = []
    while end < len(lines) and (lines[end].startswith("< ") or lines[end] == "<"):
        typed.append(lines[end][2:])
        end += 1
    prompt, _, words = command.partition(" ")
    head = lines[start:end]
    return Step(first_line + start, head, words, prompt == "tty$", typed, Said([], []), []), end


def read_said(lines):
    code = 0
    filled = len(lines)
    while filled and not lines[filled - 1]:
        filled -= 1
    last = re.fullmatch(r">= (\d+)", lines[filled - 1]) if filled else None
    if last:
        code = int(last.group(1))
        lines = lines[: filled - 1]
    if ">2" in lines:
        at = lines.index(">2")
        return Said(lines[:at], lines[at + 1 :], code)
    return Said(lines, [], code)


def lead_of(lines, command, floor):
    """Where the lines in # right above a command begin."""
    start = command
    while start > floor and lines[start - 1].startswith("#"):
        start -= 1
    return start if start > floor and not lines[start - 1] else command


def read_steps(lines, first_line=1):
    """Lines that begin with a command: steps, and lines in # between them."""
    parts = []
    at = 0
    while at < len(lines):
        step, at = read_step(lines, at, first_line)
        after = next((i for i in range(at, len(lines)) if is_command(lines[i])), len(lines))
        lead = lead_of(lines, after, at) if after < len(lines) else after
        said = lines[at:lead]
        if after < len(lines) and said and not said[-1]:
            step.gap = [said.pop()]
        step.expected = read_said(said)
        parts += [step] + lines[lead:after]
        at = after
    return parts


def read_case(text):
    """A *.test file as parts (lines and steps, in order) and the one block that runs."""
    lines = text.removesuffix("\n").split("\n")
    first = next((i for i, line in enumerate(lines) if is_command(line)), None)
    if first is None:
        raise BadCase("no command: a line that begins with `$ `")
    parts = lines[:first] + read_steps(lines[first:], first + 1)
    return parts, [Block(read_head(lines[:first]), [p for p in parts if isinstance(p, Step)])]


def comment_above(lines, start):
    """The words of the HTML comment above a block; none where there is no comment."""
    above = start - 1
    while above >= 0 and not lines[above].strip():
        above -= 1
    comment = re.fullmatch(r"\s*<!--\s*(.*?)\s*-->\s*", lines[above]) if above >= 0 else None
    return [word.strip() for word in comment.group(1).split(";")] if comment else []


def fenced(lines, fence):
    end = fence + 1
    while end < len(lines) and lines[end].strip() != "```":
        end += 1
    return end


def indented(lines, start, indent):
    end = start
    while end < len(lines) and (lines[end].startswith(indent) or not lines[end].strip()):
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    return end


def examples_in(lines):
    """Each block of commands in a Markdown text: its comment, its lines from and to, its indent."""
    at = 0
    while at < len(lines):
        fence = re.fullmatch(r"( *)```(\w*)\s*", lines[at])
        code = re.match(r"( {4,})(tty)?\$ ", lines[at])
        if fence:
            end = fenced(lines, at)
            if fence.group(2) == "console":
                yield comment_above(lines, at), at + 1, end, fence.group(1)
            at = end + 1
        elif code and (at == 0 or not lines[at - 1].strip()):
            end = indented(lines, at, code.group(1))
            yield comment_above(lines, at), at, end, code.group(1)
            at = end
        else:
            at += 1


def read_example(lines, start, end, indent):
    inner = [line[len(indent) :] for line in lines[start:end]]
    if not inner or not is_command(inner[0]):
        raise BadCase(f"line {start + 1}: a block of examples begins with `$ `")
    parts = read_steps(inner, start + 1)
    for part in parts:
        if isinstance(part, Step):
            part.indent = indent
    return [(indent + part).rstrip() if isinstance(part, str) else part for part in parts]


def read_markdown(text):
    """A Markdown text as parts (lines and steps, in order) and the blocks that run."""
    lines = text.removesuffix("\n").split("\n")
    parts, blocks, kept = [], [], 0
    shared = Setting(at_home=True)
    for words, start, end, indent in examples_in(lines):
        if words == ["not run"]:
            continue
        alone = any(word.startswith("journal") for word in words)
        setting = Setting() if alone else copy.deepcopy(shared)
        known = [set_up(setting, word) for word in words]
        if any(known) and not all(known):
            raise BadCase(f"line {start + 1}: `{words[known.index(False)]}` is no setting")
        if not alone:
            shared = setting
        steps = read_example(lines, start, end, indent)
        parts += lines[kept:start] + steps
        kept = end
        blocks.append(Block(setting, [part for part in steps if isinstance(part, Step)], alone))
    return parts + lines[kept:], blocks
