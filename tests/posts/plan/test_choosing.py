"""Filters keep threads whole, and what an archive doesn't know is neither a yes nor a no."""

from datetime import UTC, datetime

import pytest

from migrate.model import Kind, Limits, Media, MediaKind, Owner, Policy, Tweet
from migrate.model import ProblemKind as P
from migrate.posts.plan import make_plan

NOON = datetime(2020, 5, 1, 12, 0, tzinfo=UTC)
CAT = Media("1", MediaKind.PHOTO, "https://t.co/m", file="cat.jpg")


def tweet(number: int, text: str = "words", **told: object) -> Tweet:
    """A tweet of the user's own; with `reply_to` a part of a thread."""
    kind = Kind.SELF_REPLY if "reply_to" in told else Kind.TWEET
    return Tweet(**{"id": number, "created_at": NOON, "text": text, "kind": kind} | told)


def thread(*parts: dict[str, object]) -> list[Tweet]:
    """Tweets from 10 on, each below the one before."""
    return [tweet(10 + n, **({"reply_to": 9 + n} if n else {}), **told) for n, told in enumerate(parts)]


def reasons(tweets: list[Tweet], **policy: object) -> dict[int, P]:
    """Why each tweet is left out that is."""
    plan = make_plan(tweets, Owner("1", "me_example"), Limits(), Policy(**policy))
    return {left.tweet_id: left.reason for left in plan.left_out}


KEPT = {
    "likes": ({"min-likes": 100}, [{"likes": 3}, {"likes": 250}, {"likes": 12}]),
    "retweets": ({"min-retweets": 5}, [{"retweets": 0}, {"retweets": 1}, {"retweets": 5}]),
    "media": ({"only-media": True}, [{}, {"media": (CAT,)}, {}]),
    "word": ({"with-word": ("cat",)}, [{}, {}, {"text": "my cat"}]),
    "language": ({"language": ("fr",)}, [{"language": "en"}, {"language": "fr"}, {"language": None}]),
}


@pytest.mark.parametrize(("filters", "parts"), KEPT.values(), ids=KEPT)
def test_a_thread_goes_by_its_best_tweet(filters: dict[str, object], parts: list[dict[str, object]]):
    """One tweet that is as it was asked for keeps the whole thread, wherever it stands."""
    assert reasons(thread(*parts), filters=filters) == {}
    assert len(reasons(thread(*parts), filters=filters, cut_threads=True)) == 2


def test_a_thread_with_an_unwanted_word_is_left_out_whole():
    """Half a thread would be another text."""
    parts = thread({}, {"text": "my work"}, {})

    assert reasons(parts, filters={"without-word": ("work",)}) == dict.fromkeys((10, 11, 12), P.WITH_WORD)
    assert reasons(parts, filters={"without-word": ("work",)}, cut_threads=True) == {11: P.WITH_WORD}


def test_threads_do_not_vouch_for_each_other():
    """What one thread has says nothing of another, nor of a single tweet."""
    two = [*thread({"likes": 0}, {"likes": 9}), tweet(20, likes=1), tweet(21, likes=1, reply_to=20)]

    assert reasons([*two, tweet(30, likes=0)], filters={"min-likes": 5}) == dict.fromkeys(
        (20, 21, 30), P.FEW_LIKES
    )


def test_branches_and_edits_are_of_one_thread():
    """Two answers to one tweet, one of them to its first version."""
    tweets = [
        tweet(10, edited_into=11, likes=0),
        tweet(11, likes=0),
        tweet(12, likes=0, reply_to=10),
        tweet(13, likes=7, reply_to=11),
    ]

    assert reasons(tweets, filters={"min-likes": 5}) == {10: P.OLD_EDIT}


def test_what_is_left_out_anyway_keeps_no_thread():
    """A tweet of the thread that nobody will see can't be what it is kept for."""
    parts = thread({"likes": 0}, {"likes": 90, "kind": Kind.REPLY}, {"likes": 0})

    assert reasons(parts, filters={"min-likes": 5})[10] is P.FEW_LIKES


UNKNOWN = {
    "likes": ({"min-likes": 1}, P.LIKES_UNKNOWN),
    "retweets": ({"min-retweets": 1}, P.RETWEETS_UNKNOWN),
    "language": ({"language": ("en",)}, P.LANGUAGE_UNKNOWN),
}


@pytest.mark.parametrize(("filters", "reason"), UNKNOWN.values(), ids=UNKNOWN)
def test_what_the_archive_does_not_know_is_not_nothing(filters: dict[str, object], reason: P):
    """It is left out for another reason than few likes, or kept, as the user likes."""
    assert reasons([tweet(10)], filters=filters) == {10: reason}
    assert reasons([tweet(10)], filters=filters, keep_unknown=True) == {}


def test_a_definite_no_counts_before_a_doubt():
    """Nobody is asked about a tweet that is left out either way."""
    filters = {"min-likes": 1, "with-word": ("cat",)}

    assert reasons([tweet(10)], filters=filters, keep_unknown=False) == {10: P.WITHOUT_WORD}


def test_a_thread_of_which_one_part_is_unknown():
    """A best tweet that is known decides; one that may be better leaves it in doubt."""
    assert reasons(thread({"likes": 9}, {}), filters={"min-likes": 5}) == {}
    assert reasons(thread({"likes": 2}, {}), filters={"min-likes": 5}) == dict.fromkeys(
        (10, 11), P.LIKES_UNKNOWN
    )
