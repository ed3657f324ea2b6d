"""What the server allows and what the user wants."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from migrate.model.tweets import Kind, Origin


class Visibility(StrEnum):
    """Who sees a toot, least to most private (https://docs.joinmastodon.org/entities/Status/#visibility)."""

    PUBLIC = "public"
    UNLISTED = "unlisted"
    PRIVATE = "private"
    DIRECT = "direct"


class CountRule(StrEnum):
    """The unit in which a server counts a text."""

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
    """How a Twitter handle is written in a toot; none of these pings anyone."""

    PLAIN = "plain"
    TWITTER = "twitter"
    PROFILE = "profile"


class Policy(Struct, frozen=True):
    """What the user wants to import, and how it should look.

    `footer` is a template with `{date}` and `{link}`, None for no footer; `known`
    maps a Twitter user id to an address on the fediverse, and `ping` says that these
    people, and nobody else, are notified. `warnings` are words, each with the
    content warning of the toots that come from a tweet with that word. `filters` has the
    value of each filter that is asked for, by its name in posts/filters.py.
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
    filters: Mapping[str, int | bool | tuple[str, ...]] = {}
    warnings: tuple[tuple[str, str], ...] = ()
