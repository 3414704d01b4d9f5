"""A conversation on a terminal: each line is typed when the program waits for one, never ahead,
since its echo would then stand elsewhere in the transcript."""
import os
import select
import signal
import time
from pathlib import Path

LONGEST = 120  # seconds for one command; a busy machine and the sanitizers are slow

# The numbers of read, and of the calls that wait for several descriptors, for /proc/PID/syscall.
READ, WAIT = {
    "x86_64": ({0}, {7, 23, 270, 271}),
    "aarch64": ({63}, {72, 73}),
}.get(os.uname().machine, (set(), set()))


def end(process):
    """Kills a command and what it started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def processes_of(session):
    """(pid, parent) of each process of a session."""
    for entry in os.listdir("/proc") if os.path.isdir("/proc") else []:
        if entry.isdigit():
            try:
                fields = Path("/proc", entry, "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[3]) == session and fields[0] != "Z":
                yield entry, fields[1]


class Talk:
    """The terminal's side that a person sits at, the other side's name, and who runs there."""

    def __init__(self, ours, name, process, lines):
        self.ours = ours
        self.name = name
        self.process = process
        self.lines = lines
        self.transcript = b""
        self.said_at = self.typed_at = time.monotonic()
        self.length_when_typed = -1
        self.calm = 0  # looks in a row that found the program waiting

    def hold(self):
        """Until the program ends. Returns notes on what did not go as written."""
        try:
            return self.exchange()
        finally:
            self.hang_up()

    def exchange(self):
        deadline = time.monotonic() + LONGEST
        while self.listen():
            if time.monotonic() > deadline:
                end(self.process)
                return [f"\\ Ended after {LONGEST} s"]
            if not self.is_my_turn():
                continue
            if not self.lines:
                end(self.process)
                return ["\\ Waits for more input"]
            self.type(self.lines.pop(0))
        return [f"\\ Never asked for: {line}" for line in self.lines]

    def listen(self):
        """Takes in what the program says; False once it has ended or hung up."""
        if self.ours is None:
            return False
        if select.select([self.ours], [], [], 0.005)[0]:
            try:
                said = os.read(self.ours, 65536)
            except OSError:  # how Linux says that nobody holds the other end
                said = b""
            self.transcript += said
            self.said_at = time.monotonic()
            self.calm = 0
            return bool(said)
        # A process left behind may hold the other end open; the last words may still be on the way.
        return self.process.poll() is None or time.monotonic() - self.said_at < 0.3

    def is_my_turn(self):
        now = time.monotonic()
        # A typed line is echoed; only a hidden one (or the end of input) leaves no trace.
        if len(self.transcript) == self.length_when_typed and now - self.typed_at < 0.3:
            return False
        self.calm = self.calm + 1 if self.program_waits(now - self.said_at) else 0
        return self.calm > 2

    def program_waits(self, silence):
        processes = list(processes_of(self.process.pid))
        parents = {parent for _, parent in processes}
        known = False
        for pid in (pid for pid, _ in processes if pid not in parents):
            try:
                call = Path("/proc", pid, "syscall").read_text().split()
                known = known or bool(READ)
                if len(call) < 2 or int(call[0]) not in READ | WAIT:
                    continue
                at = int(call[1], 16) if int(call[0]) in READ else 0
                if os.readlink(f"/proc/{pid}/fd/{at}") == self.name:
                    return True
            except (OSError, ValueError):
                continue
        # Where the system does not say: a prompt stands there, or nothing has come for long.
        asks = self.transcript and not self.transcript.endswith(b"\n")
        return not known and silence > (0.3 if asks else 2)

    def type(self, line):
        if line == "^HUP":
            self.hang_up()
            return
        keys = {"^D": b"\x04", "^C": b"\x03"}.get(line, line.encode() + b"\r")
        self.length_when_typed = len(self.transcript)
        self.typed_at = time.monotonic()
        self.calm = 0
        os.write(self.ours, keys)

    def hang_up(self):
        if self.ours is not None:
            os.close(self.ours)
        self.ours = None
