"""The choices of the user: what to import, and how it looks."""

from collections.abc import Mapping
from datetime import UTC, date, tzinfo
from enum import StrEnum

from msgspec import Struct

from migrate.model.tweets import Kind, Origin
from migrate.model.visibility import Visibility


class MentionStyle(StrEnum):
    """The way to write a Twitter handle in a toot; none of these pings anyone."""

    PLAIN = "plain"
    TWITTER = "twitter"
    PROFILE = "profile"


class Policy(Struct, frozen=True):
    """The choices of the user for an import.

    `zone` is that of the author's calendar, by which all days are told; `since` and `until` are
    the first and the last day that count.
    `footer` is a template with `{date}` and `{link}`, None for no footer; `known`
    maps a Twitter user id to an address on the fediverse, and `ping` says that these
    people, and nobody else, are notified. `warnings` are words, each with the
    content warning of the toots that come from a tweet with that word; with `keep_warnings`
    those that the user wrote by hand stay in the text. With `articles` the owner's articles are
    posted whole; with `shrink` too large pictures are scaled down. `descriptions` say what pictures
    and videos show, by the name of the file or the number of the tweet. `filters` has the
    value of each filter that is asked for, by its name in posts/filters.py. They keep or leave
    threads whole, unless `cut_threads`; tweets of which the archive doesn't know what they
    ask are left out, unless `keep_unknown`.
    """

    include: frozenset[Kind] = frozenset({Kind.TWEET, Kind.SELF_REPLY})
    origins: frozenset[Origin] = frozenset({Origin.TWEETS})
    zone: tzinfo = UTC
    since: date | None = None
    until: date | None = None
    visibility: Visibility = Visibility.UNLISTED
    mentions: MentionStyle = MentionStyle.PLAIN
    footer: str | None = None
    numbering: bool = False
    known: Mapping[str, str] = {}
    ping: bool = False
    filters: Mapping[str, int | bool | tuple[str, ...]] = {}
    cut_threads: bool = False
    keep_unknown: bool = False
    warnings: tuple[tuple[str, str], ...] = ()
    keep_warnings: bool = False
    articles: bool = False
    shrink: bool = False
    descriptions: Mapping[str, str] = {}
