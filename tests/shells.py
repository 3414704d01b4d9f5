#!/usr/bin/env python3
"""Completion as the real shells give it: bash, zsh and fish on a terminal of their own.

    tests/shells.py BINARY

Types a line and a Tab in each shell that is installed (at least bash must be), in a copy of
examples/lakeside, and looks at what the shell puts on the line.
"""
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# What is typed, and what must stand on the line after Tab.
LINES = [
    ("coach rubric ass\t", "coach rubric assess"),
    ("coach status her\t", "coach status heron"),
    ("coach rubric assess heron hard-conv\t", "hard-conversations="),
    ("coach rubric assess heron hard-conversations=dev\t", "hard-conversations=developing"),
    ("coach log-observation heron --setting hall\t", "--setting hallway"),
    ("coach log-observation heron --goal feed\t", "--goal feedback-that-changes-practice"),
    ("coach show rkb\t", "coach show rkbd"),
    ("coach help first\t", "coach help first-hour"),
]


def starts(shell, binary, home):
    load = f"{shlex_quote(binary)} completion {shell}"
    if shell == "bash":
        rc = home / "bashrc"
        rc.write_text(f'PS1="> "\neval "$({load})"\nbind "set enable-bracketed-paste off"\n')
        return ["bash", "--noprofile", "--rcfile", str(rc), "-i"]
    if shell == "zsh":
        (home / ".zshrc").write_text(
            f'PS1="> "\nautoload -Uz compinit && compinit -u -d {home}/dump\neval "$({load})"\n'
            "unset zle_bracketed_paste\nsetopt no_auto_menu no_list_beep\n")
        return ["zsh", "-i"]
    folder = home / ".config/fish/completions"
    folder.mkdir(parents=True)
    (folder / "coach.fish").write_bytes(subprocess.check_output([binary, "completion", "fish"]))
    (home / ".config/fish/config.fish").write_text("function fish_prompt; echo -n '> '; end\n"
                                                   "set -g fish_autosuggestion_enabled 0\n"
                                                   "set -g fish_greeting\n")
    return ["fish", "-i"]


def shlex_quote(text):
    return "'" + str(text).replace("'", "'\\''") + "'"


class Terminal:
    def __init__(self, command, folder, environment):
        self.child, self.fd = pty.fork()
        if self.child == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, environment)
        self.seen = ""

    def read(self, seconds):
        end = time.time() + seconds
        while time.time() < end:
            ready, _, _ = select.select([self.fd], [], [], 0.05)
            if not ready:
                continue
            try:
                part = os.read(self.fd, 65536)
            except OSError:
                break
            self.seen += part.decode("utf-8", "replace")
            if b"\x1b[c" in part or b"\x1b[0c" in part:  # "what terminal are you?"
                os.write(self.fd, b"\x1b[?62c")

    def until(self, wanted, seconds=10):
        end = time.time() + seconds
        while time.time() < end:
            if wanted in self.line():
                return True
            self.read(0.1)
        return False

    def line(self):
        text = re.sub(r"\x1b\][^\x07]*(\x07|\x1b\\)", "", self.seen)
        text = re.sub(r"\x1b[\[>=?][0-9;?]*[A-Za-z=>]?", "", text)
        return re.sub(r".\x08", "", text).replace("\r", "").replace("\x07", "")

    def end(self):
        os.write(self.fd, b"\x03\x04")
        os.close(self.fd)
        try:
            os.kill(self.child, 9)
        except ProcessLookupError:
            pass
        os.waitpid(self.child, 0)


def main():
    binary = Path(sys.argv[1]).resolve()
    failed = tried = 0
    for shell in ("bash", "zsh", "fish"):
        if not shutil.which(shell):
            if shell == "bash":
                sys.exit("bash is not there")
            print(f"{shell} is not installed here: left out")
            continue
        for typed, wanted in LINES:
            with tempfile.TemporaryDirectory() as scratch:
                home = Path(scratch)
                shutil.copytree(ROOT / "examples/lakeside", home / "journal")
                bin_folder = home / "bin"
                bin_folder.mkdir()
                (bin_folder / "coach").symlink_to(binary)
                environment = {
                    "HOME": str(home), "PATH": f"{bin_folder}:{os.environ['PATH']}",
                    "TERM": "xterm", "LC_ALL": "C.UTF-8", "ZDOTDIR": str(home),
                    "XDG_CONFIG_HOME": str(home / ".config"), "COACH_TODAY": "2027-06-15",
                    "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", ""),
                }
                terminal = Terminal(starts(shell, str(binary), home), home / "journal", environment)
                terminal.until("> ")
                terminal.read(0.3)
                terminal.seen = ""
                os.write(terminal.fd, typed.encode())
                tried += 1
                if not terminal.until(wanted):
                    failed += 1
                    print(f"{shell}: {typed!r} gave {terminal.line()!r}, wanted {wanted!r}")
                terminal.end()
    print(f"{tried} lines tried, {failed} wrong")
    sys.exit(1 if failed or tried < len(LINES) else 0)


if __name__ == "__main__":
    main()
