"""One run of a program: the processor's time, the clock's, the most memory. The median of several."""

import os
import subprocess
import time
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import median
from typing import NamedTuple, Self

LARGE = 20
"""From here on, hundredths say nothing."""


class FailedError(Exception):
    """A program ended with an error; the message is the end of what it said."""


class Run(NamedTuple):
    """What one run of a program took, from its start to its end."""

    cpu: float
    """Seconds of processor time, the program's own and the system's for it."""
    wall: float
    """Seconds by the clock."""
    memory: float
    """Megabytes of resident memory at the most."""


class Spread(NamedTuple):
    """The same figure of several runs."""

    median: float
    least: float
    most: float

    @classmethod
    def of(cls, figures: Iterable[float]) -> Self:
        """Take the median, the least and the most."""
        every = list(figures)
        return cls(median(every), min(every), max(every))

    def __str__(self) -> str:
        """Write `2.31 (2.28 to 2.40)`, and larger numbers without decimals."""
        digits = 2 if self.median < LARGE else 0
        return f"{self.median:.{digits}f} ({self.least:.{digits}f} to {self.most:.{digits}f})"


def run(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str] | None = None) -> Run:
    """Run a command in a folder, and measure it.

    A child's `ru_maxrss` begins with what the process that starts it has in memory (exec keeps it, see
    getrusage(2)): a process that measures loads nothing heavy itself.
    """
    log = folder / "log"
    with log.open("wb") as output:
        since = time.perf_counter()
        child = subprocess.Popen(command, stdout=output, stderr=output, cwd=folder, env=environment)  # noqa: S603 - our own
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - since
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise FailedError(log.read_text(errors="replace").strip()[-2000:])
    return Run(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def made_archive(path: Path, *, tweets: int, likes: int = 0, parts: int = 1) -> Path:
    """Write an archive of invented tweets, in a process of its own: it takes memory."""
    with ProcessPoolExecutor(1) as other:
        return other.submit(_make, path, tweets, likes, parts).result()


def _make(path: Path, tweets: int, likes: int, parts: int) -> Path:
    from tests.fakes.archive import make_archive

    return make_archive(path, tweets=tweets, likes=likes, parts=parts)
