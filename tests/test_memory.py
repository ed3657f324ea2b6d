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


@pytest.fixture(scope="module", params=["zip", "folder"])
def sizes(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Archives of 1,000 and of 6,000 tweets; each tweet takes 1.7 KB in the file."""
    folder = tmp_path_factory.mktemp("sizes")
    small, large = (
        make_archive(folder / str(n), tweets=n, media=True, packing=request.param) for n in (1000, 6000)
    )
    return small, large


@pytest.mark.parametrize("job", [read_all, write_down])
def test_each_tweet_takes_less_than_a_kilobyte(
    sizes: tuple[Path, Path], tmp_path: Path, job: Callable[[Archive, Path], None]
) -> None:
    """Although it takes several as Python objects."""
    small, large = (peak(path, tmp_path, job) for path in sizes)

    assert (large - small) / 5000 < 1024


def peak(path: Path, folder: Path, job: Callable[[Archive, Path], None]) -> int:
    """The most memory that Python had while an archive was read and something was done with it."""
    tracemalloc.start()
    with open_archive(path) as archive:
        job(archive, folder)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most
