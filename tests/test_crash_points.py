"""Every point at which a job can die: it is run again, and what it leaves is as if it had never died.

The points are not drawn but counted: before and after each request, before and after each write to the
ledger, of every job on every dialect. `make test` takes a fixed sample of them, `make crash` all, and
pairs of them.
"""

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from zlib import crc32

import pytest

from migrate.ledger import Ledger
from tests.dying import Dying
from tests.fakes.dialects import DIALECTS
from tests.fakes.mastodon import Killed
from tests.jobs import JOBS, Job
from tests.test_crash import ALL

SAMPLE = 71
"""`make test` takes one point in so many."""

PAIRS = 40 if ALL else 1
"""So many pairs of points are drawn for a job on a dialect."""


@pytest.mark.parametrize("cut", [False, True], ids=["killed", "without power"])
@pytest.mark.parametrize("job", JOBS)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_dead_at_any_point_and_run_again(dialect: str, job: str, cut: bool, tmp_path: Path) -> None:
    """One point after the other, until a run passes them all."""
    step = 1 if ALL else SAMPLE
    first = 1 if ALL else 1 + crc32(f"{dialect} {job}".encode()) % SAMPLE
    home = iter_homes(tmp_path)
    point = first
    while die_at(Dying({point}, cut=cut), JOBS[job], dialect, next(home)):
        point += step
    assert point > 8 or not ALL


@pytest.mark.parametrize("job", JOBS)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_dead_twice(dialect: str, job: str, tmp_path: Path) -> None:
    """The second death meets the run that mends the first."""
    drawn = random.Random(f"{dialect} {job}")
    home = iter_homes(tmp_path)
    for _ in range(PAIRS):
        first = drawn.randint(1, 120)
        points = {first, first + drawn.randint(1, 40)}
        die_at(Dying(points), JOBS[job], dialect, next(home))


def die_at(dying: Dying, make: Callable[[str, Path], Job], dialect: str, home: Path) -> bool:
    """Let a job die at its points, run it to its end, check it; tell whether it died at all."""
    job = make(dialect, home)
    job.scene.fake.faults, job.scene.open_ledger = dying, dying.open_ledger
    died = 0
    while not runs_through(job):
        died += 1
        job.scene.fake.clock.advance(60)
    job.scene.fake.faults, job.scene.open_ledger = Dying(), Ledger
    job.check()
    return bool(died)


def runs_through(job: Job) -> bool:
    with suppress(Killed):
        job.do()
        return True
    return False


def iter_homes(folder: Path) -> Iterator[Path]:
    number = 0
    while True:
        number += 1
        yield folder / str(number)
