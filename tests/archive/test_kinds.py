"""Whose words a tweet is, and whom it answers, from all that is left of the record."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest

from migrate.model import Kind, Limits, Owner, Policy
from migrate.posts.plan import make_plan
from tests.archive.conftest import Read
from tests.archive.packed import js, zip_of
from tests.fakes.archive import OWNER, tweet
from tests.fakes.archive_entities import Json
from tests.fakes.archive_json import pretty

ME = {"id_str": OWNER.id, "id": int(OWNER.id), "screen_name": OWNER.handle, "name": "Ada"}
BOB = {"id_str": "9", "id": 9, "screen_name": "bob_example", "name": "Bob"}
EMPTY: Json = {"user_mentions": [], "urls": [], "hashtags": [], "media": []}


def record(number: int, text: str, **fields: Any) -> Json:
    """An item of a classic archive."""
    number += 1_091_000_000_000_000_000
    made = {"id_str": str(number), "id": number, "text": text, "created_at": "2019-01-31 15:47:24 +0000"}
    return {**made, "user": ME, "entities": EMPTY, **fields}


def classic(where: Path, *records: Json, owner: Json | None = ME) -> Path:
    """A classic archive of one month; without an owner where there is no file that names one."""
    (where / "data/js/tweets").mkdir(parents=True)
    month = b"Grailbird.data.tweets_2019_01 = \n" + pretty(list(records))
    (where / "data/js/tweets/2019_01.js").write_bytes(month)
    if owner:
        details = {"screen_name": owner["screen_name"], "id": owner["id_str"]}
        (where / "data/js/user_details.js").write_bytes(b"var user_details = " + pretty(details))
    return where


def posted(read: Read, path: Path, *include: Kind) -> list[str]:
    """The texts that an import posts, replies and retweets too where they are asked for."""
    archive = read(path)
    policy = Policy(include=Policy().include | set(include))
    return [step.toot.text for step in make_plan(archive.tweets, archive.owner, Limits(), policy).steps]


@pytest.mark.parametrize(
    "text",
    [
        "RT @bob_example: words",
        "RT @bob_example words",
        "RT: @bob_example: words",
        "RT:@bob_example words",
        "RT@bob_example: words",
        "rt @bob_example words",
        "RT ＠bob_example: words",
        "RT “@bob_example: words”",
        "“RT @bob_example: words” indeed",
        '"@bob_example: words" true',
        "(RT @bob_example: words)",
        "MT @bob_example: words",
        "PRT @bob_example words",
        "♻ @bob_example words",
        "Retweeting @bob_example: words",
        "RT @bob_example",
    ],
)
def test_forms_of_repeating_somebody(tmp_path: Path, read: Read, text: str) -> None:
    """Before Twitter had a button, and after, people did it by hand."""
    (one,) = read(zip_of(tmp_path / "a.zip", {"data/tweets.js": js(tweet(text))})).tweets

    assert one.kind is Kind.RETWEET
    assert one.retweet is not None
    assert one.retweet.handle == "bob_example"
    assert one.retweet.user_id or not one.mentions


@pytest.mark.parametrize(
    "text",
    [
        "RT this if you like bread",
        "RT: from the old days, @bob_example",
        "Yes! RT @bob_example: should we go?",
        "MTB rides with @bob_example",
        "“Bread” says @bob_example: always bread",
        "@ the harbour",
        "@_@ so tired",
        "@ada@social.example is where to find me",
        ".@bob_example is right",
        "@bob.example is a domain",
    ],
)
def test_own_words_stay_own_words(tmp_path: Path, read: Read, text: str) -> None:
    """A name somewhere in them changes nothing."""
    (one,) = read(zip_of(tmp_path / "a.zip", {"data/tweets.js": js(tweet(text))})).tweets

    assert one.kind is Kind.TWEET


STRANGERS = {"retweeted": True, "user": BOB, "created_at": "2016-01-22 13:43:01 +0000"}


@pytest.mark.parametrize("lost", [(), ("retweeted",), ("user",), ("user", "id_str"), ("user", "screen_name")])
@pytest.mark.parametrize("owner", [ME, None])
def test_somebody_elses_record_is_a_retweet(
    tmp_path: Path, read: Read, lost: tuple[str, ...], owner: Json | None
) -> None:
    """Programs that keep an archive up to date store the original, and not `RT`; the id knows when."""
    theirs = record(3, "Bob wrote this", **STRANGERS)
    if len(lost) == 2:
        theirs["user"] = {key: value for key, value in BOB.items() if key != lost[1]}
    elif lost:
        del theirs[lost[0]]
    path = classic(tmp_path, record(1, "Mine"), record(2, "Mine again"), theirs, owner=owner)

    archive = read(path)

    one = archive.tweets[-1]
    assert archive.owner.handle == OWNER.handle
    assert (one.kind, one.created_at.year) == (Kind.RETWEET, 2019)
    assert one.retweet is not None
    assert posted(read, path) == ["Mine", "Mine again"]


def test_a_retweet_of_nobody_known_names_nobody(tmp_path: Path, read: Read) -> None:
    """There is nothing before its words but the sign."""
    theirs = record(3, "Who wrote this?", retweeted=True, user={})

    assert posted(read, classic(tmp_path, theirs), Kind.RETWEET) == ["🔁 Who wrote this?"]


def test_own_words_that_the_owner_repeated_are_theirs(tmp_path: Path, read: Read) -> None:
    """`retweeted` says only that it was done, and the record names its author."""
    path = classic(tmp_path, record(1, "Still true", retweeted=True))

    assert posted(read, path) == ["Still true"]


def test_the_commonest_author_is_the_owner(tmp_path: Path, read: Read) -> None:
    """Where no file says whose archive it is; the last record may be anybody's."""
    theirs = record(9, "Bob wrote this", **STRANGERS)

    archive = read(
        classic(tmp_path, record(1, "Mine"), record(2, "@ada_example and so on"), theirs, owner=None)
    )

    assert archive.owner == Owner(OWNER.id, OWNER.handle, "Ada")
    assert [one.kind for one in archive.tweets] == [Kind.TWEET, Kind.SELF_REPLY, Kind.RETWEET]


@pytest.mark.parametrize(
    ("text", "kind", "posts"),
    [
        ("@gone_example no, never", Kind.REPLY, []),
        ("@bob_example, no", Kind.REPLY, []),
        ("@gone_example", Kind.REPLY, []),
        ("@Ada_Example part two", Kind.SELF_REPLY, ["part two"]),
        ("@ada_example @bob_example said so", Kind.SELF_REPLY, ["bob_example said so"]),
    ],
)
def test_a_name_in_front_without_fields(
    tmp_path: Path, read: Read, text: str, kind: Kind, posts: list[str]
) -> None:
    """Another's makes it a reply, the owner's own a thread; and that name goes, as Twitter hid it."""
    path = classic(tmp_path, record(1, text))

    assert read(path).tweets[0].kind is kind
    assert posted(read, path) == posts


def test_a_reply_without_fields_says_whom_it_answers(tmp_path: Path, read: Read) -> None:
    """As other replies do, if they are asked for."""
    path = classic(tmp_path, record(1, "@gone_example no, never"))

    assert posted(read, path, Kind.REPLY) == ["↩️ gone_example\nno, never"]


TO_MYSELF: Json = {
    "in_reply_to_status_id_str": "1091000000000000001",
    "in_reply_to_user_id_str": OWNER.id,
    "in_reply_to_screen_name": OWNER.handle,
}


@pytest.mark.parametrize("lost", ["in_reply_to_user_id_str", "in_reply_to_screen_name", None])
def test_an_answer_to_oneself_that_lost_a_field(tmp_path: Path, read: Read, lost: str | None) -> None:
    """The others, and the parent in the archive, tell."""
    fields = {name: value for name, value in TO_MYSELF.items() if name != lost}
    path = classic(tmp_path, record(1, "one"), record(2, "two", **fields))

    assert read(path).tweets[1].kind is Kind.SELF_REPLY


def test_an_answer_whose_parent_alone_is_known(tmp_path: Path, read: Read) -> None:
    """To what the owner wrote it goes on with a thread, to anything else it is a reply."""
    fields = {"in_reply_to_status_id_str": "1091000000000000001"}
    stray = {"in_reply_to_status_id_str": "1090000000000000001"}
    path = classic(tmp_path, record(1, "one"), record(2, "two", **fields), record(3, "three", **stray))

    assert [one.kind for one in read(path).tweets] == [Kind.TWEET, Kind.SELF_REPLY, Kind.REPLY]


def test_an_orphan_in_a_conversation_is_no_thread(tmp_path: Path, read: Read) -> None:
    """Its parent is gone, and it speaks to another."""
    fields = TO_MYSELF | {"in_reply_to_status_id_str": "1090000000000000001"}
    path = classic(tmp_path, record(2, "@bob_example No", **fields), record(3, "No", **fields))

    assert [one.kind for one in read(path).tweets] == [Kind.REPLY, Kind.SELF_REPLY]


def original(text: str) -> Json:
    """Bob's tweet with a link, a name and a picture, as a classic archive holds what was retweeted."""
    link, name, shown = (
        (text.index(piece), text.index(piece) + len(piece))
        for piece in ("http://t.co/abc123", "@carol_x", "http://t.co/pic456")
    )
    page = "https://twitter.com/bob_example/status/1090000000000000000/photo/1"
    return {
        "id_str": "1090000000000000000",
        "text": text,
        "user": BOB,
        "entities": {
            "user_mentions": [{"screen_name": "carol_x", "id_str": "11", "indices": name}],
            "urls": [{"url": "http://t.co/abc123", "expanded_url": "https://example.org/a", "indices": link}],
            "media": [{"url": "http://t.co/pic456", "expanded_url": page, "indices": shown}],
            "hashtags": [],
        },
    }


@pytest.mark.parametrize("lost", [None, "indices", "id_str"])
def test_a_classic_retweet_is_written_with_what_its_original_knew(
    tmp_path: Path, read: Read, lost: str | None
) -> None:
    """The text around it was cut; the original has the links, the people and the pictures."""
    told = original("A long one, see http://t.co/abc123 by @carol_x http://t.co/pic456")
    for entity in (part for parts in told["entities"].values() for part in parts):
        entity.pop(lost, None)
    path = classic(tmp_path, record(1, "RT @bob_example: A long one, s…", retweeted_status=told))

    (text,) = posted(read, path, Kind.RETWEET)

    address = "https://twitter.com/bob_example/status/1090000000000000000"
    assert text == f"🔁 bob_example: A long one, see https://example.org/a by carol_x\n{address}"


def test_a_life_of_every_shape_posts_its_owners_words_alone(tmp_path: Path, read: Read) -> None:
    """No stranger's words, no reply, and each link of a retweet that the archive knows."""
    forms = ["RT @{}: w", "RT @{} w", "RT: @{} w", "MT @{}: w", '"@{}: w"', "@{} w", "@{}: w"]
    names = ["bob_example", "Carol_X", "gone_1", "d"]
    theirs = [form.format(name) for form, name in product(forms, names)]
    mine = [f"My own words {n}" for n in range(20)]
    texts = [*theirs, *mine]
    records = [record(n, text) for n, text in enumerate(texts)]
    records += [record(n + 200, f"Somebody's {n}", **STRANGERS) for n in range(20)]
    told = original("see http://t.co/abc123 by @carol_x http://t.co/pic456")
    records += [record(n + 300, "RT @bob_example: see…", retweeted_status=told) for n in range(20)]
    path = classic(tmp_path, *records)

    assert posted(read, path) == mine
    assert not [text for text in posted(read, path, Kind.RETWEET, Kind.REPLY) if "t.co/" in text]


def test_a_cut_tweet_is_known(tmp_path: Path, read: Read) -> None:
    """By its mark, or by a link to itself behind three dots."""
    number = 1_091_000_000_000_000_001
    page = f"https://twitter.com/i/web/status/{number}"
    urls = [{"url": "https://t.co/cut", "expanded_url": page, "indices": [9, 25]}]
    text = "This is … https://t.co/cut"
    marked = record(2, "This is …", truncated=True)
    linked = record(1, text, entities=EMPTY | {"urls": urls})

    archive = read(classic(tmp_path, linked, marked))

    plan = make_plan(archive.tweets, archive.owner, Limits(), Policy())
    assert [problem.kind for problem in plan.problems] == ["note_cut", "note_cut"]
