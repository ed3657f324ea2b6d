"""Tweets that only an older archive has: perhaps they were deleted since, so nobody posts them unasked."""

from pathlib import Path

import pytest

from migrate.archive import Archive
from migrate.model import Limits, Origin, Policy
from migrate.posts.plan import make_plan
from tests.archive.conftest import Read
from tests.archive.packed import js, manifest, zip_of
from tests.fakes.archive import tweet, write_archive

REGRET, KEPT, NEW = tweet("I regret this"), tweet("I like this"), tweet("This is new")


def dated(date: str, claimed: int) -> bytes:
    """A manifest of that day."""
    info = b'"archiveInfo":{"generationDate":"%b"}' % date.encode()
    return manifest(tweets=claimed).replace(b'"archiveInfo":{}', info)


def export(path: Path, date: str, *tweets: dict[str, object], claimed: int | None = None) -> Path:
    """An archive of that day."""
    listed = dated(date, len(tweets) if claimed is None else claimed)
    return zip_of(path, {"data/tweets.js": js(*tweets), "data/manifest.js": listed})


def origins(archive: Archive) -> dict[str, Origin]:
    """Where each tweet comes from."""
    return {one.text: one.origin for one in archive.tweets}


@pytest.mark.parametrize("order", [1, -1])
def test_what_a_newer_archive_no_longer_has(tmp_path: Path, read: Read, order: int) -> None:
    """Whichever is given first; the count is that of the newer one, and the tweet is left out and told."""
    old = export(tmp_path / "1.zip", "2023-05-06", REGRET, KEPT)
    new = export(tmp_path / "2.zip", "2024-05-06", KEPT, NEW)

    archive = read(*[old, new][::order])

    assert origins(archive)["I regret this"] is Origin.OLDER
    assert (archive.read, archive.claimed) == (2, 2)
    plan = make_plan(archive.tweets, archive.owner, Limits(), Policy())
    assert [step.toot.text for step in plan.steps] == ["I like this", "This is new"]
    assert [one.reason for one in plan.left_out] == ["only_older"]


def test_a_classic_archive_is_older_than_one_with_a_date(tmp_path: Path, read: Read) -> None:
    """It ends in 2019 at the latest."""
    old = write_archive(tmp_path / "1", [REGRET, KEPT], era="classic", packing="folder")
    new = export(tmp_path / "2.zip", "2024-05-06", KEPT, NEW)

    assert origins(read(old, new))["I regret this"] is Origin.OLDER


def test_where_the_newer_one_is_not_whole_nothing_is_known(tmp_path: Path, read: Read) -> None:
    """The tweet may be among those that are missing."""
    old = export(tmp_path / "1.zip", "2023-05-06", REGRET, KEPT)
    new = export(tmp_path / "2.zip", "2024-05-06", KEPT, NEW, claimed=4)

    assert set(origins(read(old, new)).values()) == {Origin.TWEETS}


def test_one_download_in_two_zips_is_of_one_time(tmp_path: Path, read: Read) -> None:
    """The second has no list of its own, or the same."""
    first = export(tmp_path / "1.zip", "2024-05-06", KEPT)
    second = zip_of(tmp_path / "2.zip", {"data/tweets-part1.js": js(NEW)})
    same = dated("2024-05-06", 1)
    third = zip_of(tmp_path / "3.zip", {"data/tweets-part2.js": js(REGRET), "data/manifest.js": same})

    assert set(origins(read(first, second)).values()) == {Origin.TWEETS}
    assert set(origins(read(first, second, third)).values()) == {Origin.TWEETS}
