"""The contents of an archive. Ids are Twitter's, as integers; times are aware and in UTC; sizes in bytes."""

from datetime import UTC, datetime, tzinfo
from enum import StrEnum

from msgspec import Struct, to_builtins

TWITTER_EPOCH_MS = 1288834974657
"""First millisecond of the ids that hold a time (github.com/twitter-archive/snowflake, IdWorker.scala)."""


FIRST_SNOWFLAKE = 30_000_000_000
"""Ids below are from before 4 November 2010 and hold no time."""


class Kind(StrEnum):
    """The kind of a tweet, seen from its author."""

    TWEET = "tweet"
    SELF_REPLY = "self_reply"
    REPLY = "reply"
    RETWEET = "retweet"


class Origin(StrEnum):
    """Where a tweet comes from; all but TWEETS are left out unless asked for.

    OLDER is an older archive, when a newer one that is complete no longer has the tweet. SUBSCRIBERS
    are tweets for those who paid, FEDIVERSE what a program brought to Twitter from there.
    """

    TWEETS = "tweets"
    COMMUNITY = "community"
    CIRCLE = "circle"
    DELETED = "deleted"
    OLDER = "older"
    SUBSCRIBERS = "subscribers"
    FEDIVERSE = "fediverse"


class MediaKind(StrEnum):
    """Twitter's own words for a picture, a video, and a silent looping video."""

    PHOTO = "photo"
    VIDEO = "video"
    GIF = "animated_gif"


class Mention(Struct, frozen=True, array_like=True, gc=False):
    """A handle that Twitter linked. `start` and `end` count code points of the raw text."""

    start: int
    end: int
    handle: str
    user_id: str | None = None
    name: str = ""


class Link(Struct, frozen=True, array_like=True, gc=False):
    """A t.co link and the address behind it, where the archive still knows it."""

    start: int
    end: int
    short: str
    target: str | None = None


class Tag(Struct, frozen=True, array_like=True, gc=False):
    """A hashtag or cashtag, with its sign."""

    start: int
    end: int
    text: str


class Media(Struct, frozen=True, omit_defaults=True, gc=False):
    """A picture or video of a tweet.

    `file` names it inside the archive, None where the archive lacks it; `page` is
    its address on Twitter; `short` the t.co link that stands for it in the text.
    """

    id: str
    kind: MediaKind
    short: str
    page: str = ""
    file: str | None = None
    size: int | None = None
    width: int | None = None
    height: int | None = None
    alt: str = ""


class Note(Struct, frozen=True, array_like=True, gc=False):
    """The whole text of a long post. Not HTML-escaped; indices count its own code points.

    `tags` as in a tweet.
    """

    text: str
    mentions: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()
    tags: tuple[Tag, ...] | None = None


class Article(Struct, frozen=True, array_like=True, gc=False):
    """A text that Twitter shows on a page of its own. Not HTML-escaped; either part may be empty."""

    title: str
    text: str


class Retweet(Struct, frozen=True, array_like=True, gc=False):
    """The tweet that a retweet repeats.

    Only the classic archive holds the whole text, the id, and what Twitter knew of that text;
    `pictures` are the short links of its pictures. `handle` is empty where nothing tells whose it is.
    """

    handle: str
    user_id: str | None = None
    tweet_id: int | None = None
    text: str | None = None
    mentions: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()
    pictures: tuple[Link, ...] = ()


class Tweet(Struct, frozen=True, array_like=True, gc=False):
    """A tweet as the archive tells it.

    `text` is as stored: HTML-escaped where `escaped`, with t.co links; every index
    counts code points of it. `has_time` is False for classic archives before
    4 November 2010, which know only the day. `tags` are None where the archive doesn't
    say which words were some. `edited_into` is the id of the last
    edit, on the older versions of an edited tweet. `likes` and `retweets` are None where
    the archive doesn't say how many there were. `program` is what it was written with,
    None where the archive doesn't say. `withheld` are the codes of countries in which Twitter
    didn't show it; `article` is the owner's that it leads to, where the archive has it.
    """

    id: int
    created_at: datetime
    text: str
    kind: Kind
    origin: Origin = Origin.TWEETS
    escaped: bool = True
    has_time: bool = True
    language: str | None = None
    mentions: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()
    tags: tuple[Tag, ...] | None = None
    media: tuple[Media, ...] = ()
    note: Note | None = None
    reply_to: int | None = None
    reply_to_user: str | None = None
    reply_to_handle: str | None = None
    retweet: Retweet | None = None
    edited_into: int | None = None
    sensitive: bool = False
    likes: int | None = None
    retweets: int | None = None
    cut: bool = False
    program: str | None = None
    has_poll: bool = False
    withheld: tuple[str, ...] = ()
    article: Article | None = None


class Owner(Struct, frozen=True, gc=False):
    """The account whose archive it is."""

    id: str
    handle: str
    name: str = ""


def moment_of(tweet_id: int) -> datetime | None:
    """Read the millisecond at which a tweet was made from its id; None for ids that hold no time."""
    if tweet_id < FIRST_SNOWFLAKE:
        return None
    return datetime.fromtimestamp(((tweet_id >> 22) + TWITTER_EPOCH_MS) / 1000, tz=UTC)


def on_calendar(moment: datetime, zone: tzinfo, *, has_time: bool) -> datetime:
    """Put a moment on the calendar of a zone; where only the day is known, that is the day everywhere."""
    return moment.astimezone(zone) if has_time else moment


def zone_name(zone: tzinfo) -> str:
    """Name a zone as people write it, or by what it is called there now."""
    return getattr(zone, "key", None) or datetime.now(zone).tzname() or str(zone)


def minute_of(moment: datetime) -> str:
    """Write `2012-05-04T18:30`. There are many to write, and isoformat takes eight times as long."""
    written: str = to_builtins(moment)
    return written[:16]


def tweet_address(handle: str, tweet_id: int) -> str:
    """Write the tweet's address on Twitter, which finds the author itself where the handle is not known."""
    return f"https://twitter.com/{handle or 'i/web'}/status/{tweet_id}"
