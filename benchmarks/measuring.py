"""Runs commands in turn, several times each, and takes the least time and the most memory of each.

A command that prints a number of seconds last is believed: so the start of Python is not counted
where the job alone is compared.
"""

import os
import re
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_NUMBER = re.compile(r"\d+\.\d+")


class Run(NamedTuple):
    """Seconds by the clock, and megabytes at the most."""

    seconds: float
    megabytes: float


def measure(
    commands: Mapping[str, Sequence[str | Path]], *, rounds: int, folder: Path, with_start: bool = False
) -> dict[str, Run]:
    """The best of so many runs for each command, all of them taking turns so that a busy moment hits all.

    `with_start`: every program is timed from its start to its end, whatever it says.
    """
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(_run(command, folder, with_start=with_start))
    return {
        name: Run(min(run.seconds for run in of), max(run.megabytes for run in of))
        for name, of in runs.items()
    }


def _run(command: Sequence[str | Path], folder: Path, *, with_start: bool) -> Run:
    log = folder / "log"
    with log.open("wb") as output:
        since = time.perf_counter()
        child = subprocess.Popen(command, stdout=output, stderr=output, cwd=folder)  # noqa: S603 -- our own
        _, status, used = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - since
    child.returncode = os.waitstatus_to_exitcode(status)
    said = log.read_text(errors="replace").strip()
    if child.returncode:
        sys.exit(f"{command[0]} failed: {said[-2000:]}")
    last = said.rpartition("\n")[2]
    said_so = not with_start and _NUMBER.fullmatch(last)
    return Run(float(last) if said_so else seconds, used.ru_maxrss / 1024)
