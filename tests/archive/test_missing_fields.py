"""A field that is missing costs only itself: the record that it is missing from is read all the same."""

import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest

from migrate.model import Owner
from tests.archive.conftest import Read
from tests.archive.packed import js, zip_of
from tests.fakes.archive import OWNER, long_post, photo, retweet, tweet, video, write_archive
from tests.fakes.archive_entities import Json

MOMENT = datetime(2023, 9, 1, 12, 0, 0, tzinfo=UTC)
STORY = "There was once a baker & her oven, see https://example.org/a by @bob_example #bread $OVEN. " * 4


def without(record: Json, *path: str | int) -> Json:
    """Take the field at the end of this path out."""
    *way, last = path
    inner: Json = record
    for step in way:
        inner = inner[step]
    del inner[last]
    return record


MENTION = ("entities", "user_mentions", 0)
LINK = ("entities", "urls", 0)
TAG = ("entities", "hashtags", 0)
SHOWN = ("extended_entities", "media", 0)


@pytest.mark.parametrize(
    ("path", "tags"),
    [
        (("entities", "hashtags"), None),
        (("entities",), None),
        ((*TAG, "text"), None),
        (("entities", "symbols"), ["#bread"]),
    ],
    ids=str,
)
def test_what_were_hashtags_is_known_or_not(
    tmp_path: Path, read: Read, path: tuple[str | int, ...], tags: list[str] | None
) -> None:
    """A record that lacks them doesn't say that there were none."""
    made = without(tweet("Nothing but #bread"), *path)

    (one,) = read(zip_of(tmp_path / "a.zip", {"data/tweets.js": js(made)})).tweets

    assert (one.tags and [tag.text for tag in one.tags]) == tags


@pytest.mark.parametrize(
    "path",
    [
        pytest.param((*MENTION, "screen_name"), id="a mention's name"),
        pytest.param((*MENTION, "indices"), id="a mention's place"),
        pytest.param((*LINK, "url"), id="a link's short address"),
        pytest.param((*LINK, "indices"), id="a link's place"),
        pytest.param((*TAG, "text"), id="a tag's word"),
        pytest.param((*TAG, "indices"), id="a tag's place"),
        pytest.param((*SHOWN, "id_str"), id="a picture's number"),
        pytest.param((*SHOWN, "url"), id="a picture's short address"),
        pytest.param((*SHOWN, "sizes", "large", "w"), id="a picture's width"),
        pytest.param(
            ("extended_entities", "media", 1, "video_info", "variants", 0, "url"), id="a video's file"
        ),
    ],
)
def test_a_tweet_is_read_without_it(tmp_path: Path, read: Read, path: tuple[str | int, ...]) -> None:
    """Its text, and everything else that it has."""
    made = tweet(
        "See https://example.org/x by @bob_example #bread",
        media=[photo("loaf"), video({256000: "small", 832000: "large"})],
    )

    (one,) = read(zip_of(tmp_path / "a.zip", {"data/tweets.js": js(without(made, *path))})).tweets

    assert one.text == made["full_text"]
    assert len(one.media) == 2


def test_pictures_without_numbers_are_still_told_apart(tmp_path: Path, read: Read) -> None:
    """What a server has of a tweet's pictures is kept under their numbers."""
    made = tweet("two", media=[photo("loaf"), photo("oven")])
    for shown in made["extended_entities"]["media"]:
        del shown["id_str"]

    (one,) = read(zip_of(tmp_path / "a.zip", {"data/tweets.js": js(made)})).tweets

    assert len({media.id for media in one.media}) == 2


def test_a_link_without_a_place_is_found_by_its_name(tmp_path: Path, read: Read) -> None:
    """Its address is known all the same."""
    made = without(tweet("See https://example.org/x"), *LINK, "indices")

    (one,) = read(zip_of(tmp_path / "a.zip", {"data/tweets.js": js(made)})).tweets

    assert [link.target for link in one.links] == ["https://example.org/x"]


def test_a_classic_retweet_whose_original_has_no_number(tmp_path: Path, read: Read) -> None:
    """Whom it repeats, and what, is known."""
    folder = write_archive(
        tmp_path / "a", [retweet("carl_example", "Hello")], era="classic", packing="folder"
    )
    for month in (folder / "data" / "js" / "tweets").iterdir():
        lines = month.read_text().splitlines()
        start = next(n for n, line in enumerate(lines) if '"retweeted_status"' in line)
        gone = next(n for n, line in enumerate(lines) if n > start and '"id_str"' in line)
        month.write_text("\n".join([*lines[:gone], *lines[gone + 1 :]]))

    (one,) = read(folder).tweets

    assert one.retweet is not None
    assert (one.retweet.handle, one.retweet.text) == ("carl_example", "Hello")


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(("noteTweetId",), id="its own number, which is nobody's"),
        pytest.param(("core", "urls", 0, "shortUrl"), id="a link's short address"),
        pytest.param(("core", "urls", 0, "fromIndex"), id="a link's place"),
        pytest.param(("core", "mentions", 0, "screenName"), id="a mention's name"),
        pytest.param(("core", "mentions", 0, "toIndex"), id="a mention's place"),
        pytest.param(("core", "hashtags", 0, "text"), id="a tag's word"),
        pytest.param(("core", "hashtags", 0, "fromIndex"), id="a tag's place"),
    ],
)
def test_a_long_post_is_read_without_it(tmp_path: Path, read: Read, path: tuple[str | int, ...]) -> None:
    """Nobody's long text is lost with a number that nobody asks for."""
    made, its_note = long_post(STORY, when=MOMENT)

    archive = read(write_archive(tmp_path / "a.zip", [made], notes=[without(its_note, *path)]))

    (one,) = archive.tweets
    assert one.note is not None
    assert one.note.text == its_note["core"]["text"]
    assert archive.problems == ()


def test_the_owner_without_a_number(tmp_path: Path, read: Read) -> None:
    """The number shows in the replies to oneself; the name is known."""
    first = tweet("one")
    account = b'window.YTD.account.part0 = [ { "account" : { "username" : "ada_example" } } ]'
    members = {"data/account.js": account, "data/tweets.js": js(first, tweet("two", reply_to=first))}

    archive = read(zip_of(tmp_path / "a.zip", members))

    assert archive.owner == Owner(OWNER.id, "ada_example")
    assert [problem.where for problem in archive.problems] == ["account.js"]


def test_a_circle_may_be_described_in_any_way(tmp_path: Path, read: Read) -> None:
    """That there was one is all that counts."""
    circle = [{"id": "5", "members": ["6", "7"], "createdAt": None}]

    archive = read(write_archive(tmp_path / "a.zip", [tweet("x")], others={"twitter-circle": circle}))

    assert archive.had_circle


@pytest.mark.parametrize(
    "column",
    [
        "in_reply_to_status_id",
        "in_reply_to_user_id",
        "retweeted_status_id",
        "retweeted_status_user_id",
        "expanded_urls",
        "source",
        "timestamp",
    ],
)
def test_a_table_without_a_column(tmp_path: Path, read: Read, column: str) -> None:
    """People delete columns before they keep a table."""
    first = tweet("one https://example.org/x")
    folder = write_archive(tmp_path / "a", [first, tweet("two", reply_to=first)], era="csv", packing="folder")
    (table,) = folder.rglob("tweets.csv")
    with table.open(newline="") as file:
        rows = list(csv.DictReader(file))
    with table.open("w", newline="") as file:
        kept = csv.DictWriter(file, [name for name in rows[0] if name != column], extrasaction="ignore")
        kept.writeheader()
        kept.writerows(rows)

    assert len(read(folder).tweets) == 2
