"""The same tweets come out of every era and every packing."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest

from migrate.model import Kind, Tweet
from tests.archive.conftest import Read
from tests.fakes.archive import ERA_NAMES, retweet, snowflake, tweet, write_archive
from tests.fakes.archive_packing import Packing

NO_SUCH = {("2018", "data"), ("2020-02", "data"), ("csv", "data"), ("classic", "bare")}
"""Packings that an era cannot have: its files lie at the top, or are one a month."""

PACKINGS: tuple[Packing, ...] = ("zip", "nested", "mac", "folder", "data", "bare")


def a_life() -> list[dict[str, Any]]:
    """Tweets of every kind that every era can hold, not in order."""
    first = tweet("Bread & butter 🥖 #baking $BREAD https://example.org/a, thanks @bob_example!")
    second = tweet("It rose. https://example.org/b https://example.org/c", reply_to=first)
    answer = tweet("@bob_example ça va <3", reply_to=("bob_example", snowflake_of_bob()))
    old = tweet("just setting up", id=1_234_567, when=long_ago())
    return [second, retweet("carl_example", "A fine loaf. " * 20), answer, first, old]


def snowflake_of_bob() -> int:
    from datetime import UTC, datetime

    return snowflake(datetime(2019, 2, 1, tzinfo=UTC))


def long_ago() -> Any:
    from datetime import UTC, datetime

    return datetime(2007, 6, 5, tzinfo=UTC)


def essence(one: Tweet) -> tuple[Any, ...]:
    """What every era knows of a tweet."""
    return (
        one.id,
        one.created_at,
        one.text,
        one.kind,
        one.reply_to,
        one.reply_to_user,
        [(name.start, name.end, name.handle) for name in one.mentions],
        [(link.start, link.end, link.short, link.target) for link in one.links],
        [tag for tag in one.tags if tag.text.startswith("#")],
        one.retweet and one.retweet.handle,
    )


LIFE = a_life()


@pytest.mark.parametrize(("era", "packing"), [p for p in product(ERA_NAMES, PACKINGS) if p not in NO_SUCH])
def test_every_era_and_packing_holds_the_same_tweets(
    tmp_path: Path, read: Read, era: str, packing: Packing
) -> None:
    """Whatever year an archive is from and however it lies on the disk, it is the same life."""
    path = write_archive(tmp_path / "a.zip", LIFE, era=era, packing=packing, parts=1)

    archive = read(path)

    reference = read(write_archive(tmp_path / "reference", LIFE, packing="folder"))
    assert [essence(one) for one in archive.tweets] == [essence(one) for one in reference.tweets]
    assert [one.kind for one in archive.tweets] == [
        Kind.TWEET,
        Kind.TWEET,
        Kind.SELF_REPLY,
        Kind.REPLY,
        Kind.RETWEET,
    ]
    assert archive.claimed in {None, len(LIFE)}
    assert archive.read == len(LIFE)
    assert archive.owner.id == "990000000000000001"


@pytest.mark.parametrize("parts", [2, 3])
def test_parts_are_one_archive(tmp_path: Path, read: Read, parts: int) -> None:
    """Twitter cuts a file of tweets at 100 MB."""
    archive = read(write_archive(tmp_path / "a.zip", LIFE, parts=parts))

    assert len(archive.tweets) == archive.claimed == len(LIFE)
    assert archive.problems == ()
