"""Years of somebody's tweeting, in outline: what was written when, and below what.

The proportions are pooled from real archives of about thirty people who differ
widely, hence the profiles. An outline is light: a hundred thousand of them fit in
memory where the tweets would not.
"""

import bisect
import math
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Literal, NamedTuple

from migrate.model import TWITTER_EPOCH_MS
from tests.fakes.archive_tweets import snowflake

Sort = Literal["tweet", "reply", "self", "retweet", "quote"]
ProfileName = Literal["mixed", "reply_guy", "retweeter", "threader", "casual"]


class Outline(NamedTuple):
    """One tweet to be: `parent` is the one of one's own that it answers or quotes."""

    id: int
    when: datetime
    sort: Sort
    parent: int | None = None


class Habits(NamedTuple):
    """How somebody tweets: shares of all tweets; of `notes`, of the own ones since there are any."""

    retweets: float
    replies: float
    self_replies: float
    own_quotes: float
    media: float
    links: float
    notes: float


PROFILES: dict[ProfileName, Habits] = {
    "mixed": Habits(0.18, 0.36, 0.08, 0.01, 0.12, 0.22, 0.02),
    "reply_guy": Habits(0.01, 0.94, 0.02, 0.0, 0.02, 0.04, 0.0),
    "retweeter": Habits(0.5, 0.15, 0.02, 0.01, 0.1, 0.3, 0.0),
    "threader": Habits(0.05, 0.2, 0.34, 0.05, 0.5, 0.15, 0.15),
    "casual": Habits(0.1, 0.25, 0.03, 0.0, 0.2, 0.1, 0.0),
}

_BEGINNING = datetime(2009, 6, 1, tzinfo=UTC)
_END = datetime(2024, 4, 30, tzinfo=UTC)
# Ids of the first seconds of the new scheme are still smaller than the last old ones.
_SNOWFLAKES = datetime.fromtimestamp(TWITTER_EPOCH_MS / 1000, tz=UTC) + timedelta(hours=1)

_LENGTHS, _LENGTH_SHARES = (2, 3, 4, 5, 6), (78, 11, 4, 2.5, 4.5)
_MEAN_FOLLOWERS = 1.55
"""Self-replies in a thread of that distribution, on average."""
_BRANCHES = 0.055
_ROOTS_IN_CONVERSATIONS = 0.24
_GAPS = (
    (0, 0),
    (0.05, 0),
    (0.25, 1),
    (0.5, 13),
    (0.75, 337),
    (0.95, 42_000),
    (0.99, 1_640_000),
    (1, 2_500_000),
)
"""Seconds between a tweet and its continuation: share of gaps up to so long."""


def outlines(count: int, habits: Habits, rng: Random) -> list[Outline]:
    """So many tweets in order of time."""
    moments = sorted(_BEGINNING + (_END - _BEGINNING) * rng.random() for _ in range(count))
    threads = habits.self_replies / (1 - habits.self_replies) / _MEAN_FOLLOWERS
    made: list[Outline] = []
    while len(made) < count:
        now = moments[len(made)]
        is_thread = rng.random() < threads
        made += _thread(now, rng, len(made)) if is_thread else [_single(now, habits, rng, made)]
    return sorted(made[:count])


def in_file_order(made: list[Outline], rng: Random) -> list[Outline]:
    """As in the file: runs of some 150 tweets, each newest first, each over most of the years."""
    runs: list[list[Outline]] = [[] for _ in range(-(-len(made) // 150))]
    for one in reversed(made):
        rng.choice(runs).append(one)
    return [one for run in runs for one in run]


def between(points: tuple[tuple[float, float], ...], rng: Random) -> float:
    """A value drawn from a distribution that is known at some points."""
    share = rng.random()
    right = bisect.bisect_right(points, share, key=lambda point: point[0])
    (x0, y0), (x1, y1) = points[right - 1], points[right]
    low, high = math.log1p(y0), math.log1p(y1)
    return math.expm1(low + (high - low) * (share - x0) / (x1 - x0))


def _single(now: datetime, habits: Habits, rng: Random, made: list[Outline]) -> Outline:
    others = 1 - habits.self_replies - habits.retweets - habits.replies - habits.own_quotes
    sorts: tuple[Sort, ...] = ("retweet", "reply", "quote", "tweet")
    sort = rng.choices(sorts, (habits.retweets, habits.replies, habits.own_quotes, others))[0]
    number = _id(now, len(made))
    if sort != "quote":
        return Outline(number, now, sort)
    quoted = rng.choice(made) if made else None
    if quoted and quoted.when < now:
        return Outline(number, now, sort, parent=quoted.id)
    return Outline(number, now, "tweet")


def _thread(now: datetime, rng: Random, n: int) -> list[Outline]:
    length = rng.choices(_LENGTHS, _LENGTH_SHARES)[0]
    if length == _LENGTHS[-1]:
        length += min(int(rng.expovariate(0.4)), 29)
    root = Outline(_id(now, n), now, "reply" if rng.random() < _ROOTS_IN_CONVERSATIONS else "tweet")
    above = [root]
    for at in range(1, length):
        parent = rng.choice(above) if rng.random() < _BRANCHES else above[-1]
        gap = timedelta(seconds=between(_GAPS, rng), milliseconds=1)
        moment = min(above[-1].when + gap, _END)
        above.append(Outline(_id(moment, n + at), moment, "self", parent=parent.id))
    return above


def _id(when: datetime, n: int) -> int:
    """Unlike any other, even in the same millisecond; a small one before ids held a time."""
    if when >= _SNOWFLAKES:
        return snowflake(when, n % 4096)
    return 2_000_000_000 + int((when - _BEGINNING) / (_SNOWFLAKES - _BEGINNING) * 27e9) + n
