"""Runs the program as people and scripts do: in this process, in one of its own, in a terminal."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from typer.testing import CliRunner

from migrate.cli import app

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "migrate")


class Outcome(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str

    @property
    def line(self) -> str:
        """The one line on standard error; what else is there is an error of ours."""
        (line,) = self.err.strip().splitlines()
        return line

    def value(self, label: str) -> str:
        """What stands beside a label in the tables."""
        rows = dict(re.findall(r"^  (\S.*?)  +(\S.*)$", self.out, re.MULTILINE))
        return str(rows[label])


def migrate(*args: object, env: Mapping[str, str | None] | None = None) -> Outcome:
    """A run in this process. No one is there to be asked; a bug is raised."""
    result = CliRunner().invoke(app, [str(arg) for arg in args], env=env)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Outcome(result.exit_code, result.stdout, result.stderr)


def start(*args: object, env: Mapping[str, str] | None = None) -> "subprocess.Popen[str]":
    """A run in a process of its own, to be killed or waited for."""
    return subprocess.Popen(
        [*COMMAND, *map(str, args)],
        cwd=ROOT,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(process: "subprocess.Popen[str]") -> Outcome:
    """How it ended, when it has."""
    with process:
        out, err = process.communicate(timeout=60)
    return Outcome(process.returncode, out, err)


class Terminal:
    """A program in a terminal: what it has shown so far, and a keyboard."""

    def __init__(self, process: "subprocess.Popen[bytes]", screen: int) -> None:
        self.process = process
        self.shown = ""
        self._screen = screen

    def type(self, text: str) -> None:
        """As on a keyboard."""
        os.write(self._screen, text.encode())

    def read_until(self, text: str) -> str:
        """Wait for a text, or for the end of the program; returns all that was shown."""
        while text not in self.shown:
            ready, _, _ = select.select([self._screen], [], [], 30)
            piece = self._piece() if ready else b""
            if not piece:
                raise AssertionError(f"{text!r} did not come. There was:\n{self.shown}")
            self.shown += piece.decode(errors="replace")
        return self.shown

    def press_ctrl_c(self) -> None:
        """As fast as a person can."""
        time.sleep(0.3)
        self.process.send_signal(signal.SIGINT)

    def end(self) -> int:
        """Wait for the end; the exit code."""
        while piece := self._piece():
            self.shown += piece.decode(errors="replace")
        return self.process.wait(timeout=30)

    def _piece(self) -> bytes:
        try:
            return os.read(self._screen, 4096)
        except OSError:  # Linux: the program has closed its side
            return b""


@contextmanager
def terminal(*args: object, env: Mapping[str, str] | None = None) -> Iterator[Terminal]:
    """A run with someone watching, on a screen of 100 columns."""
    screen, inside = pty.openpty()
    fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    process = subprocess.Popen(
        [*COMMAND, *map(str, args)],
        cwd=ROOT,
        env={**os.environ, **(env or {}), "TERM": "xterm"},
        stdin=inside,
        stdout=inside,
        stderr=inside,
        start_new_session=True,
    )
    os.close(inside)
    try:
        yield Terminal(process, screen)
    finally:
        process.kill()
        process.wait()
        os.close(screen)
