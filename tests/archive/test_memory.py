"""Reading takes little memory, and it does not grow with the file."""

import tracemalloc
from pathlib import Path

import pytest

from migrate.archive import open_archive
from migrate.archive.store import TweetStore
from tests.archive.conftest import Read
from tests.fakes.archive import make_archive


@pytest.mark.parametrize("packing", ["zip", "folder"])
def test_each_tweet_takes_less_than_a_kilobyte(tmp_path: Path, packing: str) -> None:
    """Between 1,000 and 6,000 tweets; each takes 1.7 KB in the file, and several as Python objects."""
    small, large = (
        peak_of_reading(make_archive(tmp_path / str(n), tweets=n, media=True, packing=packing))  # type: ignore[arg-type]
        for n in (1000, 6000)
    )

    assert (large - small) / 5000 < 1024


def peak_of_reading(path: Path) -> int:
    """The most memory that Python had while an archive was read and gone through."""
    tracemalloc.start()
    with open_archive(path) as archive:
        for _ in archive.tweets:
            pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def test_tweets_are_a_sequence_in_order_of_their_ids(tmp_path: Path, read: Read) -> None:
    """They stand in no order in the file."""
    tweets = read(make_archive(tmp_path / "a.zip", tweets=500)).tweets

    ids = [one.id for one in tweets]
    assert isinstance(tweets, TweetStore)
    assert ids == sorted(set(ids))
    assert [one.id for one in tweets[10:20]] == ids[10:20]
    assert (tweets[-1].id, len(tweets)) == (ids[-1], 500)
