"""What is read is kept packed, and looks like any sequence."""

from pathlib import Path

from migrate.archive.store import TweetStore
from tests.archive.conftest import Read
from tests.fakes.archive import make_archive


def test_tweets_are_a_sequence_in_order_of_their_ids(tmp_path: Path, read: Read) -> None:
    """They stand in no order in the file."""
    tweets = read(make_archive(tmp_path / "a.zip", tweets=500)).tweets

    ids = [one.id for one in tweets]
    assert isinstance(tweets, TweetStore)
    assert ids == sorted(set(ids))
    assert [one.id for one in tweets[10:20]] == ids[10:20]
    assert (tweets[-1].id, len(tweets)) == (ids[-1], 500)
