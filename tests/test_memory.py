"""Reading and planning take little memory, and it does not grow with the file."""

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from migrate.archive import Archive, open_archive
from migrate.model import Limits, Policy
from migrate.posts.plan import make_plan
from migrate.posts.planfile import write_plan
from tests.fakes.archive import make_archive


def read_all(archive: Archive, _: Path) -> None:
    """Go through every tweet."""
    for _ in archive.tweets:
        pass


def write_down(archive: Archive, folder: Path) -> None:
    """The work of `migrate plan`."""
    plan = make_plan(archive.tweets, archive.owner, Limits(), Policy(footer="{date}"))
    write_plan(plan, folder / "plan.csv")


@pytest.mark.parametrize("packing", ["zip", "folder"])
@pytest.mark.parametrize("job", [read_all, write_down])
def test_each_tweet_takes_less_than_a_kilobyte(
    tmp_path: Path, packing: str, job: Callable[[Archive, Path], None]
) -> None:
    """Between 1,000 and 6,000 tweets; each takes 1.7 KB in the file, and several as Python objects."""
    small, large = (
        peak(make_archive(tmp_path / str(n), tweets=n, media=True, packing=packing), job)  # type: ignore[arg-type]
        for n in (1000, 6000)
    )

    assert (large - small) / 5000 < 1024


def peak(path: Path, job: Callable[[Archive, Path], None]) -> int:
    """The most memory that Python had while an archive was read and something was done with it."""
    tracemalloc.start()
    with open_archive(path) as archive:
        job(archive, path.parent)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most
