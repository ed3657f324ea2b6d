"""The tweets that one liked: read when they are asked for, whatever state they are in."""

from pathlib import Path

import pytest

from migrate.archive import open_archive
from tests.archive.conftest import Read
from tests.archive.packed import js, zip_of
from tests.fakes.archive import ERA_NAMES, tweet, write_archive

MODERN = [era for era in ERA_NAMES if era not in {"csv", "classic"}]


@pytest.mark.parametrize("era", MODERN)
def test_likes_of_every_era(tmp_path: Path, read: Read, era: str) -> None:
    """With their text, unescaped; in 2018 there was none."""
    likes = [{"tweetId": "12", "fullText": "this &amp; that"}, {"tweetId": "13"}]
    archive = read(write_archive(tmp_path / "a", [tweet("x")], era=era, others={"like": likes}))

    assert [(one.tweet_id, one.text) for one in archive.likes] == [(12, "this & that"), (13, "")]
    assert [one.address for one in archive.likes] == [
        "https://twitter.com/i/web/status/12",
        "https://twitter.com/i/web/status/13",
    ]
    assert archive.likes.unreadable == 0


def test_damaged_likes_are_counted(tmp_path: Path, read: Read) -> None:
    """And the others are read; every time."""
    likes = b'window.YTD.like.part0 = [ {"like": {"tweetId": "12"}}, {"like": {"tweetId": "x"}} ]'
    archive = read(zip_of(tmp_path / "a.zip", {"data/tweets.js": js(tweet("x")), "data/like.js": likes}))

    for _ in range(2):
        assert [one.tweet_id for one in archive.likes] == [12]
        assert archive.likes.unreadable == 1


def test_the_newest_of_several_exports_says_what_one_likes(tmp_path: Path) -> None:
    """What was taken back since is not dug up; an export without any has nothing to say."""
    said = {"old": ["1", "2"], "new": ["2", "3"]}
    exports = [
        write_archive(
            tmp_path / name,
            [tweet("x")],
            packing="folder",
            others={"like": [{"tweetId": one} for one in likes]},
        )
        for name, likes in said.items()
    ]
    manifest = tmp_path / "old/data/manifest.js"
    manifest.write_text(manifest.read_text().replace("2024-05-06", "2023-05-06"))
    exports.append(write_archive(tmp_path / "bare", [tweet("x")], era="csv", packing="folder"))

    with open_archive(*exports) as archive:
        assert [one.tweet_id for one in archive.likes] == [2, 3]


def test_an_archive_without_likes_has_none(tmp_path: Path, read: Read) -> None:
    """Classic archives have no such file."""
    assert list(read(write_archive(tmp_path / "a", [tweet("x")], era="classic")).likes) == []
