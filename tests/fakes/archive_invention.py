"""From an outline to a tweet: the same seed makes the same tweet, whenever and however often one asks."""

from datetime import UTC, datetime
from random import Random
from typing import Any

from tests.fakes.archive_entities import Json
from tests.fakes.archive_life import Habits, Outline, between
from tests.fakes.archive_media import gif, photo, video
from tests.fakes.archive_tweets import OWNER, long_post, retweet, tweet
from tests.fakes.archive_words import (
    LATIN,
    some_address,
    some_emoji,
    some_handle,
    some_script,
    some_text,
    some_word,
)

NOTES_SINCE = datetime(2023, 5, 1, tzinfo=UTC)
_PICTURES_SINCE = datetime(2011, 8, 1, tzinfo=UTC)
_SHORT_THREADS_SINCE = datetime(2016, 6, 1, tzinfo=UTC)
"""Until then an answer to oneself began with one's own handle."""

_LENGTHS = (
    (0, 1),
    (0.01, 6),
    (0.05, 18),
    (0.1, 24),
    (0.3, 50),
    (0.5, 81),
    (0.7, 121),
    (0.8, 139),
    (0.9, 199),
    (0.95, 235),
    (1, 240),
)
"""Code points of a tweet: share of tweets up to so long."""


def invent(outline: Outline, habits: Habits, seed: int) -> tuple[Json, Json | None]:
    """The tweet of that outline, and its note where it is a long post."""
    rng = Random(outline.id * 1_000_003 + seed)
    script = some_script(rng)
    text = some_text(rng, script, int(between(_LENGTHS, rng)))
    fields: dict[str, Any] = {
        "id": outline.id,
        "when": outline.when,
        "lang": script.lang,
        "favorite_count": str(int(rng.paretovariate(1.1)) - 1),
    }
    if outline.sort == "retweet":
        return retweet(some_handle(rng), text, **fields | {"favorite_count": "0"}), None
    text, fields["reply_to"] = _placed(text, outline, rng)
    if outline.when > NOTES_SINCE and outline.sort in {"tweet", "self"} and rng.random() < habits.notes:
        more = some_text(rng, LATIN, rng.randint(300, 3000))
        return long_post(f"{text} {more} {some_address(rng)} @{some_handle(rng)}", **fields)
    if outline.sort in {"tweet", "self"} and outline.when > _PICTURES_SINCE:
        fields["media"] = _media(rng, habits)
    return tweet(_dressed(text, rng, habits), **fields), None


def invent_like(number: int, seed: int) -> Json:
    """One of the tweets of others that were liked; its author stands nowhere."""
    rng = Random(number * 1_000_003 + seed)
    tweet_id = 10**18 + rng.randrange(10**15)
    text = some_text(rng, some_script(rng), int(between(_LENGTHS, rng)))
    named = f"@{some_handle(rng)} {text}" if rng.random() < 0.3 else text
    link = f"{named} https://t.co/{rng.getrandbits(50):010x}" if rng.random() < 0.4 else named
    return {
        "tweetId": str(tweet_id),
        "fullText": link,
        "expandedUrl": f"https://twitter.com/i/web/status/{tweet_id}",
    }


def _placed(text: str, outline: Outline, rng: Random) -> tuple[str, tuple[str, int] | None]:
    """The text with what ties it to another tweet, and that tweet."""
    if outline.sort == "reply":
        whom = some_handle(rng)
        return f"@{whom} {text}", (whom, outline.id - rng.randrange(1, 10**7))
    if outline.sort == "quote":
        return f"{text} https://twitter.com/{OWNER.handle}/status/{outline.parent}", None
    if outline.sort == "self" and outline.parent is not None:
        begins = f"@{OWNER.handle} " if outline.when < _SHORT_THREADS_SINCE else ""
        return begins + text, (OWNER.handle, outline.parent)
    return text, None


def _dressed(text: str, rng: Random, habits: Habits) -> str:
    """The text with what else tweets are made of."""
    parts = [text]
    if rng.random() < 0.08:
        parts.append(some_emoji(rng))
    if rng.random() < 0.05:
        parts.append(rng.choice(("& so on", "<3", "a > b", "Q&A")))
    if rng.random() < 0.09:
        parts.append(f"with @{some_handle(rng)}")
    if rng.random() < 0.12:
        parts.append(f"#{some_word(rng)}")
    if rng.random() < habits.links:
        parts.append(some_address(rng))
    return " ".join(parts)


def _media(rng: Random, habits: Habits) -> list[Json]:
    if rng.random() > habits.media / (1 - habits.retweets - habits.replies):
        return []
    kind = rng.choices(("photo", "video", "gif"), (81, 11, 8))[0]
    if kind == "video":
        return [video({288: _key(rng), 832: _key(rng), 2176: _key(rng)})]
    if kind == "gif":
        return [gif(_key(rng))]
    return [photo(_key(rng)) for _ in range(rng.choices((1, 2, 3, 4), (93, 3.9, 1.1, 1.9))[0])]


def _key(rng: Random) -> str:
    return f"Fake{rng.getrandbits(44):011x}"
