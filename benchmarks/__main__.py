"""What a change costs: the working tree next to its parent commit, in pairs of runs.

    python -m benchmarks [COMMIT]

`make bench BASE=COMMIT` runs this. Each case is a whole process, run with both trees, one right after
the other, and the other one first in every other round: a busy moment hits both, so the ratio of a pair
says more than its seconds. Both trees run on the packages of this environment.
"""

import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.cases import ROOT, Case, cases, run_case
from benchmarks.measuring import FailedError, Run, Spread, made_archive

TWEETS = 20_000
ROUNDS = 7
FIGURES: dict[str, Callable[[Run], float]] = {
    "CPU s": lambda run: run.cpu,
    "clock s": lambda run: run.wall,
    "MB": lambda run: run.memory,
}


class Pair(NamedTuple):
    """A case with the parent's program and with ours, one right after the other."""

    before: Run
    after: Run


def main(base: str = "HEAD^") -> None:
    """Measure every case, and print the table row by row."""
    with TemporaryDirectory() as name:
        before = check_out(base, Path(name) / "before")
        archive = made_archive(Path(name) / "archive.zip", tweets=TWEETS, likes=TWEETS, parts=2)
        say(f"{TWEETS:,} tweets and likes, {ROUNDS} pairs of runs: median (least to most).")
        say(f"Before is {base}, after the working tree.\n")
        say("| | | before | after | after / before |\n| --- | --- | --- | --- | --- |")
        for case in cases(archive):
            for row in rows(case, before):
                say(row)


def check_out(commit: str, folder: Path) -> Path:
    """Write the files of a commit into a folder."""
    archive = folder.with_suffix(".tar")
    subprocess.run(["git", "archive", "--output", archive, commit], cwd=ROOT, check=True)  # noqa: S603, S607
    with tarfile.open(archive) as files:
        files.extractall(folder, filter="data")
    return folder


def rows(case: Case, before: Path, rounds: int = ROUNDS) -> Iterator[str]:
    """Measure one case: a row for each figure, or one that says why the parent can't be measured.

    The first run of each is for the caches, and isn't counted.
    """
    try:
        run_case(case, before)
    except FailedError as e:
        yield f"| {case.name} | | fails: {str(e).splitlines()[-1]} | | |"
        return
    run_case(case, ROOT)
    yield from table(case.name, [pair(case, before, ours_first=number % 2 == 1) for number in range(rounds)])


def pair(case: Case, before: Path, *, ours_first: bool) -> Pair:
    """Run a case with both programs."""
    if ours_first:
        after = run_case(case, ROOT)
        return Pair(run_case(case, before), after)
    return Pair(run_case(case, before), run_case(case, ROOT))


def table(name: str, pairs: Sequence[Pair]) -> Iterator[str]:
    """Write a row for each figure: before, after, and the ratio pair by pair."""
    for unit, figure in FIGURES.items():
        before, after = ([figure(run) for run in side] for side in zip(*pairs, strict=True))
        ratios = (new / old for old, new in zip(before, after, strict=True))
        yield f"| {name} | {unit} | {Spread.of(before)} | {Spread.of(after)} | {Spread.of(ratios)} |"


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
