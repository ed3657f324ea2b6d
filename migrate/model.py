"""The values that everyone shares. Frozen, typed, without behaviour that does anything.

They are msgspec structs and not dataclasses because an archive has a hundred
thousand of them: a struct is built some five times faster and packs to bytes.
Ids are Twitter's, as integers; times are aware and in UTC; sizes are in bytes.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum

from msgspec import Struct


class Kind(StrEnum):
    """What a tweet is, seen from its author."""

    TWEET = "tweet"
    SELF_REPLY = "self_reply"
    REPLY = "reply"
    RETWEET = "retweet"


class Origin(StrEnum):
    """Which part of the archive a tweet comes from; all but TWEETS are left out unless asked for."""

    TWEETS = "tweets"
    COMMUNITY = "community"
    CIRCLE = "circle"
    DELETED = "deleted"


class MediaKind(StrEnum):
    """Twitter's own words for a picture, a video, and a silent looping video."""

    PHOTO = "photo"
    VIDEO = "video"
    GIF = "animated_gif"


class Visibility(StrEnum):
    """Who sees a toot, least to most private (https://docs.joinmastodon.org/entities/Status/#visibility)."""

    PUBLIC = "public"
    UNLISTED = "unlisted"
    PRIVATE = "private"
    DIRECT = "direct"


class Mention(Struct, frozen=True, omit_defaults=True, gc=False):
    """A handle that Twitter linked. `start` and `end` count code points of the raw text."""

    start: int
    end: int
    handle: str
    user_id: str | None = None
    name: str = ""


class Link(Struct, frozen=True, omit_defaults=True, gc=False):
    """A t.co link and the address behind it, where the archive still knows it."""

    start: int
    end: int
    short: str
    target: str | None = None


class Tag(Struct, frozen=True, omit_defaults=True, gc=False):
    """A hashtag or cashtag, with its sign."""

    start: int
    end: int
    text: str


class Media(Struct, frozen=True, omit_defaults=True):
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


class Note(Struct, frozen=True, omit_defaults=True):
    """The whole text of a long post. Not HTML-escaped; indices count its own code points."""

    text: str
    mentions: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()
    tags: tuple[Tag, ...] = ()


class Retweet(Struct, frozen=True, omit_defaults=True):
    """Whom a retweet repeats. Only the classic archive holds the whole text and the id."""

    handle: str
    user_id: str | None = None
    tweet_id: int | None = None
    text: str | None = None


class Tweet(Struct, frozen=True, omit_defaults=True):
    """One tweet as the archive tells it.

    `text` is as stored: HTML-escaped where `escaped`, with t.co links; every index
    counts code points of it. `has_time` is False for classic archives before
    4 November 2010, which know only the day. `edited_into` is the id of the last
    edit, on the older versions of an edited tweet.
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
    tags: tuple[Tag, ...] = ()
    media: tuple[Media, ...] = ()
    note: Note | None = None
    reply_to: int | None = None
    reply_to_user: str | None = None
    reply_to_handle: str | None = None
    retweet: Retweet | None = None
    edited_into: int | None = None
    sensitive: bool = False
    likes: int = 0
    retweets: int = 0


class Account(Struct, frozen=True, gc=False):
    """Whose archive it is."""

    id: str
    handle: str
    name: str = ""


class ProblemKind(StrEnum):
    """What went wrong, or why something is left out; each has its sentence in `cli/words.py`."""

    # the archive
    UNREADABLE = "unreadable"
    ODD_DATE = "odd_date"
    DUPLICATE = "duplicate"
    ODD_TEXT = "odd_text"
    MISSING_FILE = "missing_file"
    DAMAGED_FILE = "damaged_file"
    MISSING_TWEETS = "missing_tweets"
    MISSING_MEDIA = "missing_media"
    TRUNCATED = "truncated"
    NOTE_WITHOUT_TWEET = "note_without_tweet"
    CIRCLE_UNKNOWN = "circle_unknown"
    PROTECTED = "protected"
    # left out of the plan
    REPLY_TO_OTHERS = "reply_to_others"
    IN_CONVERSATION = "in_conversation"
    RETWEET = "retweet"
    OLD_EDIT = "old_edit"
    COMMUNITY = "community"
    CIRCLE = "circle"
    DELETED = "deleted"
    BEFORE = "before"
    AFTER = "after"
    EMPTY = "empty"
    NOT_CHOSEN = "not_chosen"
    SWITCHED_OFF = "switched_off"
    FEW_LIKES = "few_likes"
    FEW_RETWEETS = "few_retweets"
    WITHOUT_WORD = "without_word"
    WITH_WORD = "with_word"
    OTHER_LANGUAGE = "other_language"
    WITHOUT_MEDIA = "without_media"
    # conversion
    MEDIA_TOO_BIG = "media_too_big"
    MEDIA_KIND = "media_kind"
    LINK_UNKNOWN = "link_unknown"
    SHORTENER = "shortener"
    NOTE_CUT = "note_cut"
    RETWEET_CUT = "retweet_cut"


class Problem(Struct, frozen=True, gc=False):
    """Something that is not as it should be: what, where, and the detail that a person can use."""

    kind: ProblemKind
    where: str
    detail: str = ""


class CountRule(StrEnum):
    """In what unit a server counts a text."""

    GRAPHEMES = "graphemes"
    CODE_POINTS = "code_points"


class Limits(Struct, frozen=True):
    """The part of a server's dialect that the pure core sees. The defaults are Mastodon 4.5's.

    `link_length` is what a link with a scheme counts for, None where it counts in
    full; `short_mentions` says that `@user@host` counts as `@user`
    (mastodon app/validators/status_length_validator.rb).
    """

    characters: int = 500
    count: CountRule = CountRule.GRAPHEMES
    link_length: int | None = 23
    short_mentions: bool = True
    media: int = 4
    alt_length: int = 1500
    image_bytes: int = 16 * 1024 * 1024
    video_bytes: int = 99 * 1024 * 1024
    image_pixels: int | None = None
    video_pixels: int | None = None
    mime_types: frozenset[str] = frozenset()
    video_alone: bool = True
    backdates: bool = False
    quotes: bool = False


class MentionStyle(StrEnum):
    """How a Twitter handle is written in a toot; none of them pings anyone."""

    PLAIN = "plain"
    TWITTER = "twitter"
    PROFILE = "profile"


class Policy(Struct, frozen=True):
    """What the person wants to be imported, and how it should look.

    `footer` is a template with `{date}` and `{link}`, None for no footer; `known`
    maps a Twitter user id to an address on the fediverse, and `ping` says that these
    people, and nobody else, are notified. `warnings` are words, each with the
    content warning of the toots that come from a tweet with that word.
    """

    include: frozenset[Kind] = frozenset({Kind.TWEET, Kind.SELF_REPLY})
    origins: frozenset[Origin] = frozenset({Origin.TWEETS})
    since: datetime | None = None
    until: datetime | None = None
    visibility: Visibility = Visibility.UNLISTED
    mentions: MentionStyle = MentionStyle.PLAIN
    footer: str | None = None
    numbering: bool = False
    known: Mapping[str, str] = {}
    ping: bool = False
    min_likes: int = 0
    min_retweets: int = 0
    with_words: tuple[str, ...] = ()
    without_words: tuple[str, ...] = ()
    languages: frozenset[str] = frozenset()
    only_media: bool = False
    warnings: tuple[tuple[str, str], ...] = ()


class OwnLink(Struct, frozen=True, gc=False):
    """A link in a toot to a tweet of one's own; it becomes the new toot's address when that is known."""

    url: str
    tweet_id: int


class Toot(Struct, frozen=True):
    """One post as the server will get it, but for what only the server can give (media and parent ids).

    `quote` is the id of one's own tweet to quote natively, on servers that can;
    `boost` the id of one's own tweet to boost, and then nothing else counts; `pings`
    says that somebody is mentioned on purpose.
    """

    text: str
    media: tuple[Media, ...] = ()
    content_warning: str = ""
    sensitive: bool = False
    language: str | None = None
    visibility: Visibility = Visibility.UNLISTED
    quote: int | None = None
    boost: int | None = None
    own_links: tuple[OwnLink, ...] = ()
    pings: bool = False


class StepKey(Struct, frozen=True, order=True, gc=False):
    """What makes a step the same step in every run and every export: the tweet and the part of it."""

    tweet_id: int
    part: int = 0


class Step(Struct, frozen=True):
    """One thing to do: post this toot, below that one."""

    key: StepKey
    toot: Toot
    created_at: datetime
    kind: Kind
    parent: StepKey | None = None


class LeftOut(Struct, frozen=True, gc=False):
    """A tweet that will not be posted, and why."""

    tweet_id: int
    created_at: datetime
    kind: Kind
    reason: ProblemKind


class Plan(Struct, frozen=True):
    """Everything that will be done, in order, and everything that won't."""

    owner: Account
    steps: tuple[Step, ...]
    left_out: tuple[LeftOut, ...]
    problems: tuple[Problem, ...] = ()


TWITTER_EPOCH_MS = 1288834974657
"""First millisecond of the ids that hold a time (github.com/twitter-archive/snowflake, IdWorker.scala)."""

FIRST_SNOWFLAKE = 30_000_000_000
"""Ids below are from before 4 November 2010 and hold no time."""


def moment_of(tweet_id: int) -> datetime | None:
    """The millisecond at which a tweet was made, from its id; None for ids that hold no time."""
    if tweet_id < FIRST_SNOWFLAKE:
        return None
    return datetime.fromtimestamp(((tweet_id >> 22) + TWITTER_EPOCH_MS) / 1000, tz=UTC)


def tweet_address(handle: str, tweet_id: int) -> str:
    """The tweet's address on Twitter."""
    return f"https://twitter.com/{handle}/status/{tweet_id}"


class Deed(StrEnum):
    """What is done to the people of a list."""

    FOLLOW = "follow"
    BLOCK = "block"
    MUTE = "mute"


class Person(Struct, frozen=True):
    """Somebody on the fediverse, as a list names them, with what the list wants for them.

    `address` is `name@host` in small letters, the host in its ASCII form. `relation` and
    `tier` are there where the list comes from looking for one's Twitter contacts.
    """

    address: str
    line: int = 0
    boosts: bool = True
    notify: bool = False
    languages: tuple[str, ...] = ()
    hide_notifications: bool = True
    lists: tuple[str, ...] = ()
    relation: frozenset[str] = frozenset()
    tier: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether nothing but the address matters: what every kind of import can carry."""
        return self.boosts and not self.notify and not self.languages and self.hide_notifications
