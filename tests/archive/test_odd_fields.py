"""Each field of each record, in turn: missing, null, empty, or of another type. Text and date survive."""

import copy
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from migrate.archive import Archive
from migrate.model import Kind, Limits, Policy, ProblemKind, moment_of
from migrate.posts.plan import make_plan
from tests.archive.conftest import Read
from tests.archive.packed import js, zip_of
from tests.archive.test_kinds import classic, original, record
from tests.fakes.archive import OWNER, edited, long_post, photo, tweet, video, write_archive
from tests.fakes.archive_entities import Json

MISSING = object()
ODD: tuple[Any, ...] = (MISSING, None, "", [], {}, "odd", -1, 1.5, True, [None], 10**30)
NOTHING_WITHOUT = {"full_text", "text"}
Path_ = tuple[str | int, ...]


def paths(value: Any, before: Path_ = ()) -> Iterator[Path_]:
    """Where each field, and each item of a list, is."""
    steps: Sequence[Any] = list(value) if isinstance(value, dict) else []
    steps = range(len(value)) if isinstance(value, list | tuple) else steps
    for step in steps:
        yield (*before, step)
        yield from paths(value[step], (*before, step))


def changed(made: Json, path: Path_, odd: Any) -> Json:
    """The record with something else in this place."""
    made = copy.deepcopy(made)
    inner: Any = made
    for step in path[:-1]:
        inner = inner[step]
    if odd is MISSING:
        del inner[path[-1]]
    else:
        inner[path[-1]] = copy.deepcopy(odd)
    return made


def in_turn(made: Json) -> Iterator[tuple[Path_, Json]]:
    """The record with each of its fields odd in each way, with an id of its own."""
    number = int(made["id_str"])
    # as JSON has it: no tuples
    made = msgspec.json.decode(msgspec.json.encode(made))
    for path in paths(made):
        if path[0] not in NOTHING_WITHOUT:
            for odd in ODD:
                number += 1
                own = made | {"id": type(made["id"])(number), "id_str": str(number)}
                yield path, changed(own, path, odd)


def modern() -> Json:
    """A tweet with everything that archives since 2018 know of one."""
    text = "See https://example.org/x by @bob_example #bread $BREAD"
    made, _ = edited(tweet(text), tweet(text))
    rich = tweet(text, reply_to=("bob_example", 5), media=[photo("loaf"), video({256000: "a", 832000: "b"})])
    rich |= {"edit_info": made["edit_info"], "contributors": ["5"], "lang": "en"}
    rich |= {"geo": {"type": "Point", "coordinates": ["1.5", "2.5"]}, "withheld_in_countries": ["XY"]}
    return rich


def of_2012() -> Json:
    """A retweet with everything that classic archives know of one."""
    told = original("Long, see http://t.co/abc123 by @carol_x http://t.co/pic456")
    media = [
        {"url": "http://t.co/p", "id_str": "5", "media_url": "http://p/x.jpg", "sizes": [{"w": 1, "h": 2}]}
    ]
    entities = told["entities"] | {"media": [*told["entities"]["media"], *media]}
    answered = {"in_reply_to_user_id": 9, "in_reply_to_user_id_str": "9", "in_reply_to_screen_name": "bob"}
    return record(1, "RT @bob_example: Long, s…", retweeted_status=told, entities=entities, **answered)


def expect_all(archive: Archive, made: Sequence[tuple[Path_, Json]], text: str) -> None:
    """Every one is there with its text and, to some seconds, its date; what was odd is told."""
    dates = {one.created_at for one in archive.tweets}
    lost = [problem for problem in archive.problems if problem.kind is ProblemKind.UNREADABLE]
    assert lost == []
    assert len(archive.tweets) == len(made)
    assert {one.text for one in archive.tweets} == {text}
    assert max(dates) - min(dates) < timedelta(seconds=90)
    make_plan(archive.tweets, archive.owner, Limits(), Policy(include=frozenset(Kind)))


@pytest.mark.parametrize("wrapped", [True, False])
def test_each_field_of_a_modern_tweet(tmp_path: Path, read: Read, wrapped: bool) -> None:
    """In a wrapper since 2020, without one before."""
    rich = modern()
    made = list(in_turn(rich))
    records = [one for _, one in made]
    content = js(*records) if wrapped else b"window.YTD.tweet.part0 = " + msgspec.json.encode(records)

    archive = read(zip_of(tmp_path / "a.zip", {"data/tweets.js": content}))

    expect_all(archive, made, rich["full_text"])
    told = {problem.kind for problem in archive.problems}
    assert ProblemKind.LOST_FIELD in told


def test_each_field_of_a_classic_tweet(tmp_path: Path, read: Read) -> None:
    """The outer record, its author, and the original inside it."""
    made = list(in_turn(of_2012()))

    expect_all(read(classic(tmp_path, *(one for _, one in made))), made, of_2012()["text"])


def test_each_field_of_a_deleted_tweet(tmp_path: Path, read: Read) -> None:
    """In the shape of 2023, which has no `id_str`."""
    plain = tweet("gone")
    older = {"text": "gone", "user_id": "7", "media": [], "deleted_at": plain["created_at"]}
    older |= {name: plain[name] for name in ("id", "id_str", "created_at")}
    made = list(in_turn(older))
    records = [{key: value for key, value in one.items() if key != "id_str"} for _, one in made]
    content = js(*records, name="deleted_tweet")

    archive = read(zip_of(tmp_path / "a.zip", {"data/tweets.js": js(), "data/deleted-tweet.js": content}))

    assert {one.text for one in archive.tweets} == {"gone"}
    assert not [problem for problem in archive.problems if problem.kind is ProblemKind.UNREADABLE]


def test_each_field_of_a_long_post(tmp_path: Path, read: Read) -> None:
    """Of the note, too, nothing but its text and its date is needed, and the tweet is there in any case."""
    story = "There was once a baker, see https://example.org/a by @bob_example #bread $OVEN. " * 4
    made, its_note = long_post(story)
    for number, path in enumerate(paths(its_note)):
        for kind, odd in enumerate(ODD[:6]):
            where = tmp_path / f"{number}-{kind}.zip"
            archive = read(write_archive(where, [made], notes=[changed(its_note, path, odd)]))
            (one,) = archive.tweets
            assert one.text == made["full_text"]
            if path not in {("core",), ("core", "text"), ("createdAt",)}:
                assert one.note is not None, path
                assert one.note.text == its_note["core"]["text"]


OTHERS: dict[str, Json] = {
    "account": {"username": "ada_example", "accountId": OWNER.id, "accountDisplayName": "Ada"},
    "profile": {"description": {"bio": "b", "website": "w", "location": "l"}, "avatarMediaUrl": "a/b.png"},
    "following": {"accountId": "5", "userLink": "https://twitter.com/intent/user?user_id=5"},
    "screen-name-change": {"screenNameChange": {"changedFrom": "a", "changedTo": "b"}},
    "protected-history": {"protectedAt": "2023-01-01T00:00:00.000Z", "action": "Protect"},
    "lists-created": {"url": "https://twitter.com/a/lists/b", "urls": ["https://twitter.com/a/lists/c"]},
    "twitter-circle": {"id": "5", "ownerUserId": "6", "createdAt": "2022-05-01T00:00:00.000Z"},
}


@pytest.mark.parametrize("stem", OTHERS)
def test_each_field_of_the_other_files(tmp_path: Path, read: Read, stem: str) -> None:
    """None of them costs a tweet."""
    wrapper = stem.replace("-", "_")
    for number, path in enumerate(paths(OTHERS[stem])):
        for kind, odd in enumerate(ODD):
            content = js(changed(OTHERS[stem], path, odd), wrapper=wrapper, name=wrapper)
            members = {f"data/{stem}.js": content, "data/tweets.js": js(tweet("safe"))}
            archive = read(zip_of(tmp_path / f"{number}-{kind}.zip", members))
            assert [one.text for one in archive.tweets] == ["safe"]


def test_a_tweet_without_any_number_has_one_of_its_own(tmp_path: Path, read: Read) -> None:
    """The same in each read, so that it is posted once; and it is told."""
    without = [{k: v for k, v in tweet(text).items() if k not in {"id", "id_str"}} for text in ("a", "b")]
    path = zip_of(tmp_path / "a.zip", {"data/tweets.js": js(*without)})

    first, again = read(path), read(path)

    assert {one.text for one in first.tweets} == {"a", "b"}
    assert [one.id for one in first.tweets] == [one.id for one in again.tweets]
    apart = [(moment_of(one.id) or one.created_at) - one.created_at for one in first.tweets]
    assert all(abs(each) < timedelta(seconds=90) for each in apart)
    assert first.tweets[0].id > 1 << 59
    assert [problem.kind for problem in first.problems] == [ProblemKind.LOST_ID] * 2


def test_one_bad_part_costs_no_other_part(tmp_path: Path, read: Read) -> None:
    """A link that is null takes no other link with it; a tag that is null may be any of the words."""
    made = tweet("See https://example.org/x and https://example.org/y #bread")
    made["entities"]["urls"].insert(1, None)
    made["entities"]["hashtags"].append({"text": None, "indices": ["1", None]})

    (one,) = read(zip_of(tmp_path / "a.zip", {"data/tweets.js": js(made)})).tweets

    assert [link.target for link in one.links] == ["https://example.org/x", "https://example.org/y"]
    assert one.tags is None


def test_thousands_of_bad_parts_take_no_time(tmp_path: Path, read: Read) -> None:
    """They go together; the text stays."""
    made = tweet("many")
    made["entities"]["hashtags"] = [{"text": n, "indices": None} for n in range(5000)]

    assert [one.text for one in read(zip_of(tmp_path / "a.zip", {"data/tweets.js": js(made)})).tweets] == [
        "many"
    ]
