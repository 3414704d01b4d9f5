"""Where the commands of a case run: an unused home, a few variables, nothing else let in."""
import fcntl
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
from pathlib import Path

from golden_case import BadCase, Said, as_lines
from golden_terminal import LONGEST, Talk, end

ROOT = Path(__file__).resolve().parent.parent

OURS = {"today": "COACH_TODAY", "now": "COACH_NOW", "ids": "COACH_IDS"}

ALWAYS = {
    "LANG": "C.UTF-8",
    "TZ": "UTC",
    "TERM": "dumb",
    "COACH_PAGER": "cat",
    "GIT_AUTHOR_NAME": "Ann Coach",
    "GIT_AUTHOR_EMAIL": "ann@example.org",
    "GIT_AUTHOR_DATE": "2026-11-24T14:05:00+0000",
    "GIT_COMMITTER_NAME": "Ann Coach",
    "GIT_COMMITTER_EMAIL": "ann@example.org",
    "GIT_COMMITTER_DATE": "2026-11-24T14:05:00+0000",
    "GIT_CONFIG_NOSYSTEM": "1",
    # An exit code that no command uses: what a sanitizer finds must not pass for a refusal.
    "ASAN_OPTIONS": "exitcode=99",
    "UBSAN_OPTIONS": "exitcode=99:print_stacktrace=1",
}


def drop_power_over_files():
    """Root may write anywhere; without these two capabilities the permissions of files hold."""
    if sys.platform == "linux" and os.geteuid() == 0:
        import ctypes

        drop_from_bounding_set, override, read_search = 24, 1, 2
        for capability in (override, read_search):
            ctypes.CDLL(None).prctl(drop_from_bounding_set, capability, 0, 0, 0)


class Sandbox:
    """A home that nobody has used, with the program under test in its PATH."""

    def __init__(self, binary, setting):
        self.temporary = tempfile.TemporaryDirectory(prefix="coach-")
        self.root = Path(self.temporary.name).resolve()
        self.home = self.root / "home"
        self.folder = self.home if setting.at_home else self.home / "journal"
        programs = self.root / "bin"
        programs.mkdir()
        if setting.as_user:
            # Somebody else's source tree may be out of reach without root's powers.
            shutil.copy(binary, programs / "coach")
        else:
            (programs / "coach").symlink_to(binary)
        self.apply(setting)
        self.furnish(setting)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.temporary.cleanup()

    def apply(self, setting):
        """Takes over a setting's variables and terminal; its files stay as they are."""
        self.setting = setting
        self.environment = {
            "PATH": f"{self.root}/bin:/usr/local/bin:/usr/bin:/bin",
            "HOME": str(self.home),
            "XDG_CONFIG_HOME": f"{self.home}/.config",
            "XDG_STATE_HOME": f"{self.home}/.local/state",
            "XDG_DATA_HOME": f"{self.home}/.local/share",
            "XDG_CACHE_HOME": f"{self.home}/.cache",
            "GIT_CEILING_DIRECTORIES": str(self.root),
            **ALWAYS,
        }
        for name, value in setting.variables.items():
            if value is None:
                self.environment.pop(name, None)
            else:
                self.environment[OURS.get(name, name)] = value

    def furnish(self, setting):
        self.home.mkdir()
        if setting.journal == "none":
            self.folder.mkdir(exist_ok=True)
        elif (ROOT / setting.journal).is_dir():
            shutil.copytree(ROOT / setting.journal, self.folder, symlinks=True)
        else:
            raise BadCase(f"no folder `{setting.journal}` in the source tree")
        for path, text in setting.files:
            self.write(path, text)
        # As the program makes a journal; a checkout keeps no such modes.
        subprocess.run(["chmod", "-R", "go=", str(self.home)], check=True)
        if setting.git:
            for words in ("init -q -b main", "add -A", "commit -q --allow-empty -m Begin"):
                subprocess.run(["git"] + words.split(), cwd=self.folder, env=self.environment,
                               check=True, stdout=subprocess.DEVNULL)

    def write(self, path, text):
        where = self.home / path[2:] if path.startswith("~/") else self.folder / path
        where.parent.mkdir(parents=True, exist_ok=True)
        where.write_bytes(text.encode())
        if text.startswith("#!"):
            where.chmod(0o755)

    def start(self, command, stdin, stdout, stderr, prepare=lambda: None):
        def prepare_all():
            os.umask(0o022)
            if self.setting.as_user:
                drop_power_over_files()
            prepare()

        return subprocess.Popen(["sh", "-c", command], cwd=self.folder, env=self.environment,
                                stdin=stdin, stdout=stdout, stderr=stderr,
                                start_new_session=True, preexec_fn=prepare_all)

    def run(self, step, together):
        """What a step says; `together`: standard error among the output."""
        way = re.fullmatch(r"cd (\S+)", step.command)
        if way:
            return self.enter(way.group(1))
        return self.converse(step) if step.on_terminal else self.pipe(step, together)

    def pipe(self, step, together):
        typed = "".join(line + "\n" for line in step.typed).encode() if step.typed else None
        process = self.start(step.command,
                             subprocess.PIPE if step.typed else subprocess.DEVNULL,
                             subprocess.PIPE,
                             subprocess.STDOUT if together else subprocess.PIPE)
        notes = []
        try:
            out, err = process.communicate(typed, timeout=LONGEST)
        except subprocess.TimeoutExpired:
            end(process)
            out, err = process.communicate()
            notes = [f"\\ Ended after {LONGEST} s"]
        return Said(self.shown(out) + notes, self.shown(err or b""), exit_code(process))

    def converse(self, step):
        """Types the step's lines on a terminal; the transcript is what it says."""
        ours, theirs = pty.openpty()
        fcntl.ioctl(ours, termios.TIOCSWINSZ, struct.pack("HHHH", 50, self.setting.width, 0, 0))
        process = self.start(step.command, theirs, theirs, theirs,
                             lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
        talk = Talk(ours, os.ttyname(theirs), process, list(step.typed))
        os.close(theirs)
        notes = talk.hold()
        transcript = talk.transcript.replace(b"\r\n", b"\n")
        return Said(self.shown(transcript) + notes, [], exit_code(process))

    def enter(self, path):
        """`cd`: each command has a shell of its own, which would forget it."""
        folder = (self.folder / path.replace("~", str(self.home), 1)).resolve()
        if not folder.is_dir():
            return Said([], [f"cd: no folder {path}"], 1)
        self.folder = folder
        return Said([], [])

    def shown(self, said):
        text = said.decode("utf-8", "backslashreplace")
        return as_lines(text.replace(str(self.home), "/home/you"))


def exit_code(process):
    """As a shell would say it. Waits, but not for ever: a closed terminal may go unnoticed."""
    try:
        code = process.wait(LONGEST)
    except subprocess.TimeoutExpired:
        end(process)
        code = process.wait()
    return code if code >= 0 else 128 - code
