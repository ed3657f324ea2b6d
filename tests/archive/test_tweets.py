"""What is told of a single tweet."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from migrate.model import Kind, Limits, Mention, Origin, Policy, ProblemKind, Tweet
from migrate.posts.plan import make_plan
from tests.archive.conftest import Read
from tests.archive.packed import js, zip_of
from tests.fakes.archive import OWNER, retweet, snowflake, tweet, write_archive

BOB = ("bob_example", 1_100_000_000_000_000_000)


def only(read: Read, path: Path) -> Tweet:
    """The tweet of an archive of one."""
    (one,) = read(path).tweets
    return one


@pytest.mark.parametrize(
    ("made", "kind"),
    [
        (tweet("Good morning"), Kind.TWEET),
        (tweet("@bob_example hello", reply_to=BOB), Kind.REPLY),
        (tweet("to myself", reply_to=(OWNER.handle, BOB[1])), Kind.SELF_REPLY),
        (retweet("bob_example", "Good morning"), Kind.RETWEET),
        (tweet("RT this if you like bread"), Kind.TWEET),
        (tweet("RT @ everyone: hello"), Kind.TWEET),
        (tweet("@bob_example hi", in_reply_to_user_id_str="42", in_reply_to_user_id="42"), Kind.REPLY),
        (
            tweet("@ada_example hi", in_reply_to_user_id_str=OWNER.id, in_reply_to_user_id=OWNER.id),
            Kind.SELF_REPLY,
        ),
        (tweet("gone", in_reply_to_status_id_str="77", in_reply_to_status_id="77"), Kind.REPLY),
    ],
)
def test_kind(tmp_path: Path, read: Read, made: dict[str, Any], kind: Kind) -> None:
    """A tweet's kind comes from whom it answers, by id; a retweet's from its beginning."""
    assert only(read, write_archive(tmp_path / "a.zip", [made])).kind is kind


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("en", "en"),
        ("und", None),
        ("qme", None),
        ("zxx", None),
        ("art", None),
        ("in", "id"),
        ("iw", "he"),
        ("tl", "tl"),
    ],
)
def test_language(tmp_path: Path, read: Read, code: str, language: str | None) -> None:
    """Codes that name no language are none; codes that have changed are the new ones."""
    assert only(read, write_archive(tmp_path / "a.zip", [tweet("x", lang=code)])).language == language


def test_the_id_knows_the_millisecond(tmp_path: Path, read: Read) -> None:
    """The date in the file has seconds only."""
    moment = datetime(2020, 5, 6, 7, 8, 9, 123_000, tzinfo=UTC)

    one = only(read, write_archive(tmp_path / "a.zip", [tweet("x", when=moment)]))

    assert one.created_at == moment


@pytest.mark.parametrize(
    ("stated", "year"),
    [("Mon Jan 06 10:00:00 +0000 1997", 2020), ("Mon Jan 06 10:00:00 +0000 2014", 2014), ("", 2020)],
)
def test_an_odd_date_is_named(tmp_path: Path, read: Read, stated: str, year: int) -> None:
    """Where date and id differ, the date is believed if Twitter existed then, and the tweet is named."""
    one = tweet("x", id=snowflake(datetime(2020, 5, 6, tzinfo=UTC)), created_at=stated)

    archive = read(write_archive(tmp_path / "a.zip", [one]))

    assert archive.tweets[0].created_at.year == year
    assert [(p.kind, p.where) for p in archive.problems] == [(ProblemKind.ODD_DATE, one["id"])]


@pytest.mark.parametrize(("era", "has_time"), [("classic", False), ("csv", False), ("2022", True)])
def test_classic_archives_forgot_the_time_of_old_tweets(
    tmp_path: Path, read: Read, era: str, has_time: bool
) -> None:
    """Before 4 November 2010 they have midnight for every tweet, so no time may be shown."""
    old = tweet("old", id=9_000_000, when=datetime(2007, 3, 4, 15, 30, tzinfo=UTC))
    new = tweet("new", when=datetime(2012, 3, 4, tzinfo=UTC))

    archive = read(write_archive(tmp_path / "a.zip", [new, old], era=era))

    assert [one.has_time for one in archive.tweets] == [has_time, True]


def test_old_tweets_are_in_order_of_their_ids(tmp_path: Path, read: Read) -> None:
    """A day of a classic archive has no times to sort by."""
    day = datetime(2008, 3, 4, tzinfo=UTC)
    made = [tweet(str(n), id=700_000_000 + n, when=day) for n in (3, 1, 2)]

    archive = read(write_archive(tmp_path / "a.zip", made, era="classic"))

    assert [one.text for one in archive.tweets] == ["1", "2", "3"]


def test_accounts_that_are_gone_have_no_id(tmp_path: Path, read: Read) -> None:
    """Twitter writes -1 for them."""
    one = tweet("hi @bob_example")
    one["entities"]["user_mentions"][0] |= {"id": "-1", "id_str": "-1", "name": ""}

    assert only(read, write_archive(tmp_path / "a.zip", [one])).mentions == (Mention(3, 15, "bob_example"),)


def test_deleted_tweets_may_lack_what_is_behind_a_link(tmp_path: Path, read: Read) -> None:
    """The link is told all the same."""
    one = tweet("look https://example.org/x")
    for field in ("expanded_url", "display_url"):
        del one["entities"]["urls"][0][field]

    (link,) = only(read, write_archive(tmp_path / "a.zip", [], others={"deleted-tweets": [one]})).links

    assert (link.start, link.end, link.target) == (5, 28, None)


def test_ids_that_lost_their_digits_are_not_used(tmp_path: Path, read: Read) -> None:
    """In July 2018 `id` was a rounded number, and only `id_str` was right."""
    one = tweet("x") | {"id": 1.1014067206194463e18}

    assert only(read, zip_of(tmp_path / "a.zip", {"data/tweets.js": js(one)})).id == int(one["id_str"])


def test_a_classic_retweet_knows_its_original(tmp_path: Path, read: Read) -> None:
    """Only classic archives hold whom, which tweet, and the whole text."""
    made = retweet("carl_example", "A long story. " * 20, original=1_100_000_000_000_000_001)

    repeated = only(read, write_archive(tmp_path / "a", [made], era="classic", packing="folder")).retweet

    assert repeated is not None
    assert (repeated.handle, repeated.tweet_id) == ("carl_example", 1_100_000_000_000_000_001)
    assert repeated.text == "A long story. " * 20


def test_a_modern_retweet_knows_whom_it_repeats(tmp_path: Path, read: Read) -> None:
    """And nothing more: what the media say of the original may be another tweet's."""
    repeated = only(read, write_archive(tmp_path / "a.zip", [retweet("carl_example", "Hello")])).retweet

    assert repeated is not None
    assert (repeated.handle, repeated.tweet_id, repeated.text) == ("carl_example", None, None)
    assert repeated.user_id


@pytest.mark.parametrize(
    ("fields", "origin"),
    [
        ({"source": '<a href="https://moa.party/">Moa Bridge</a>'}, Origin.FEDIVERSE),
        ({"source": '<a href="https://x.example">Mastodon Twitter Crossposter</a>'}, Origin.FEDIVERSE),
        ({"source": '<a href="https://crossposter.masto.donte.com.br">Crossposter</a>'}, Origin.FEDIVERSE),
        ({"source": '<a href="https://ifttt.com">IFTTT</a>'}, Origin.TWEETS),
        ({"source": "web"}, Origin.TWEETS),
        ({"source": None}, Origin.TWEETS),
        ({"exclusive_tweet_control": {"conversation_author_id": "5"}}, Origin.SUBSCRIBERS),
        ({"exclusive_tweet_control": None}, Origin.TWEETS),
        ({"superFollowsConditional": True}, Origin.SUBSCRIBERS),
        ({"trusted_friends_control": {"id": "5"}}, Origin.CIRCLE),
    ],
)
def test_where_a_tweet_comes_from(tmp_path: Path, read: Read, fields: dict[str, Any], origin: Origin) -> None:
    """The program that wrote it, and for whom it was, are told by fields of its own."""
    archive = read(zip_of(tmp_path / "a.zip", {"data/tweets.js": js(tweet("x") | fields)}))

    assert archive.tweets[0].origin is origin
    plan = make_plan(archive.tweets, archive.owner, Limits(), Policy())
    assert len(plan.left_out) == (origin is not Origin.TWEETS)


@pytest.mark.parametrize(
    ("card", "has_poll"),
    [
        ({"name": "poll2choice_text_only", "values": {}}, True),
        ({"rest_id": "card://1", "legacy": {"name": "poll4choice_image"}}, True),
        ({"name": "summary_large_image"}, False),
        ({"name": None}, False),
        ("poll", False),
        (None, False),
    ],
)
def test_polls_are_known_by_their_card(tmp_path: Path, read: Read, card: object, has_poll: bool) -> None:
    """Twitter's own archives lack them; what its interface gave to programs has them."""
    (one,) = read(write_archive(tmp_path / "a.zip", [tweet("which?", card=card)])).tweets

    assert one.has_poll is has_poll


def test_where_it_was_withheld_is_known(tmp_path: Path, read: Read) -> None:
    """By the codes of the countries."""
    (one,) = read(write_archive(tmp_path / "a.zip", [tweet("hm", withheld_in_countries=["DE", "XY"])])).tweets

    assert one.withheld == ("DE", "XY")
