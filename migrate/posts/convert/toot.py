"""Turn one tweet into the toots that say the same."""

import re
from collections.abc import Container
from datetime import UTC, datetime

from msgspec import Struct
from msgspec.structs import replace

from migrate.model import (
    Kind,
    Limits,
    Owner,
    OwnLink,
    Policy,
    Problem,
    ProblemKind,
    Toot,
    Tweet,
    minute_of,
    on_calendar,
    shown_elsewhere,
    tweet_address,
)
from migrate.posts.convert.length import length_with, quote_room
from migrate.posts.convert.links import T_CO, status_id
from migrate.posts.convert.media import Attached, attach
from migrate.posts.convert.pings import pinged, pings_any
from migrate.posts.convert.text import Written, retweeted_id, write
from migrate.posts.convert.thread import Space, as_thread
from migrate.posts.convert.warnings import by_hand, may_begin_with_warning, warned

DEFAULT_FOOTER = "{date}"
"""For servers that don't keep a toot's date: when the tweet was written. It has nothing but ASCII, because
a table that is saved in an old code page loses the rest."""

_NOTHING_ATTACHED = Attached()
_OWN_LINK_GROWTH = 60
"""A toot's address holds a server's name, an account's, and an id of up to 26 characters."""

_SHORTENER = re.compile(
    r"https?://(?:www\.)?(?:adf\.ly|amzn\.to|bit\.ly|bitly\.com|buff\.ly|cli\.gs|dlvr\.it|fb\.me|ff\.im|"
    r"goo\.gl|ht\.ly|ift\.tt|is\.gd|j\.mp|lnkd\.in|migre\.me|ow\.ly|ping\.fm|post\.ly|shar\.es|short\.ie|"
    r"sn\.im|snipurl\.com|snurl\.com|su\.pr|t\.co|tiny\.cc|tinyurl\.com|tl\.gd|tr\.im|trib\.al|twurl\.nl|"
    r"u\.nu|v\.gd|wp\.me|x\.co|xrl\.us)(?:/|$)",
    re.IGNORECASE,
)
"""Services that shorten links; many have closed."""

_SHORTEST_CUT_NOTE = 250
_FIRST_NOTES = datetime(2023, 2, 1, tzinfo=UTC)
"""Long posts came in February 2023; a tweet repeats the first 255 to 280 characters of its note."""


class Conversion(Struct, frozen=True, gc=False):
    """A tweet's toots in the order in which they follow each other; none where the tweet says nothing."""

    toots: tuple[Toot, ...]
    problems: tuple[Problem, ...] = ()


def convert(
    tweet: Tweet,
    owner: Owner,
    limits: Limits,
    policy: Policy,
    own_tweet_ids: Container[int] = frozenset(),
    warning: str = "",
) -> Conversion:
    """Write the toots that say what the tweet said, below a content warning.

    `own_tweet_ids` are, or will be, toots as well.
    """
    boosted = _boosted(tweet, own_tweet_ids)
    if boosted is not None:
        return Conversion((Toot(text="", visibility=policy.visibility, boost=boosted),))
    attached = attach(tweet, owner, limits, policy) if _shows_media(tweet) else _NOTHING_ATTACHED
    written = write(tweet, owner, policy, attached.pages, own_tweet_ids)
    problems = attached.problems + _text_problems(tweet, owner, limits, policy, written)
    if not written.text and not attached.groups:
        return Conversion((), problems)
    if may_begin_with_warning(written.text) and not policy.keep_warnings:
        found = by_hand(written.text, has_media=bool(attached.groups))
        if found.warning:
            written = replace(written, text=found.text)
            warning = ", ".join(filter(None, [warning, found.warning]))
    if not warning:
        return Conversion(_toots(tweet, owner, limits, policy, written, attached), problems)
    room = max(limits.characters - length_with(warning, "", limits), 1)
    toots = _toots(tweet, owner, replace(limits, characters=room), policy, written, attached)
    return Conversion(tuple(warned(toot, warning, limits) for toot in toots), problems)


def _boosted(tweet: Tweet, own_tweet_ids: Container[int]) -> int | None:
    """Find the tweet of the owner's that this one repeats, if its toot can be boosted."""
    retweet = tweet.retweet
    if tweet.kind is not Kind.RETWEET or retweet is None:
        return None
    tweet_id = retweeted_id(tweet, retweet)
    return tweet_id if tweet_id in own_tweet_ids else None


def _shows_media(tweet: Tweet) -> bool:
    """Tell whether media go along; other people's stay where they are, and a retweet links to them."""
    return bool(tweet.media) and tweet.kind is not Kind.RETWEET


def _toots(
    tweet: Tweet, owner: Owner, limits: Limits, policy: Policy, written: Written, attached: Attached
) -> tuple[Toot, ...]:
    quote, text, own_links = _quote(tweet, limits, written)
    space = Space(limits, limits.characters)
    if own_links or quote is not None:
        space = space.without(_reserve(limits, own_links) + quote_room(quote, limits))
    groups = attached.groups
    media_alone = max(len(groups) - 1, 0)
    pings = pinged(tweet, policy)
    footer = _footer(tweet, owner, policy)
    parts = as_thread(text, footer, media_alone, space, numbering=policy.numbering, wanted=pings)
    last = len(parts) - 1 - media_alone
    return tuple(
        [
            Toot(
                text=part,
                media=groups[i - last] if groups and i >= last else (),
                sensitive=tweet.sensitive,
                language=tweet.language,
                visibility=policy.visibility,
                quote=quote if i == last else None,
                own_links=own_links and tuple(link for link in own_links if _stands_in(link, part)),
                pings=pings_any(part, pings),
            )
            for i, part in enumerate(parts)
        ]
    )


def _quote(tweet: Tweet, limits: Limits, written: Written) -> tuple[int | None, str, tuple[OwnLink, ...]]:
    """Find what is quoted, the text without the link to it, and the links to own tweets that stay.

    Mastodon takes a quote without words (recorded on 4.5.15).
    """
    own_links = written.own_links and tuple(link for link in written.own_links if link.tweet_id != tweet.id)
    if limits.quotes:
        for link in own_links:
            rest = written.text.removesuffix(link.url).rstrip()
            if rest != written.text and link.url not in rest:
                return link.tweet_id, rest, tuple(other for other in own_links if other is not link)
    return None, written.text, own_links


def _reserve(limits: Limits, own_links: tuple[OwnLink, ...]) -> int:
    """Keep space free for a toot's address where it can be longer than the tweet's that it replaces."""
    return 0 if limits.link_length is not None else _OWN_LINK_GROWTH * len(own_links)


def _stands_in(link: OwnLink, text: str) -> bool:
    """Tell whether this very link is in the text, and not one to a tweet whose id only begins alike."""
    return re.search(rf"{re.escape(link.url)}(?!\d)", text) is not None


def _footer(tweet: Tweet, owner: Owner, policy: Policy) -> str:
    """Write the line that says when, and where, the tweet was."""
    if policy.footer is None:
        return ""
    written = on_calendar(tweet.created_at, policy.zone, has_time=tweet.has_time)
    line = policy.footer.replace("{date}", minute_of(written)[:10])
    return line.replace("{link}", tweet_address(owner.handle, tweet.id)) if "{link}" in line else line


def _text_problems(
    tweet: Tweet, owner: Owner, limits: Limits, policy: Policy, written: Written
) -> tuple[Problem, ...]:
    """List links that may lead nowhere any more, and a text of which the archive has only the beginning."""
    lost: list[tuple[ProblemKind, str]] = []
    if "//t.co/" in written.text:
        lost += [(ProblemKind.LINK_UNKNOWN, short) for short in T_CO.findall(written.text)]
    for link in (tweet.note or tweet).links:
        if link.target is not None and _SHORTENER.match(link.target):
            lost.append((ProblemKind.SHORTENER, link.target))
    if written.unlinked and limits.link_length is not None:
        lost += [(ProblemKind.LINK_PLAIN, address) for address in written.unlinked]
    if tweet.links or tweet.media or tweet.has_poll or tweet.withheld:
        shown = shown_elsewhere(tweet)
        lost += [one for one in shown if not (policy.articles and one[0] is ProblemKind.ARTICLE)]
    if (tweet.cut or "…" in tweet.text) and (cut := _cut(tweet)) is not None:
        lost.append((cut, tweet_address(owner.handle, tweet.id)))
    return tuple([Problem(kind, str(tweet.id), detail) for kind, detail in lost])


def _cut(tweet: Tweet) -> ProblemKind | None:
    """Tell how the text was cut: a retweet at 140 characters, a long post at 280 if its note is missing.

    Programs that kept archives up to date asked Twitter for texts of at most 140 characters; a longer
    one was marked, or linked to itself.
    """
    text = T_CO.sub("", tweet.text).rstrip()
    if not tweet.cut and not text.endswith("…"):
        return None
    if tweet.kind is Kind.RETWEET:
        whole = tweet.retweet is not None and tweet.retweet.text is not None
        return None if whole else ProblemKind.RETWEET_CUT
    if tweet.cut or any(status_id(link.target or "") == tweet.id for link in tweet.links):
        return ProblemKind.NOTE_CUT
    long = tweet.note is None and len(text) > _SHORTEST_CUT_NOTE and tweet.created_at >= _FIRST_NOTES
    return ProblemKind.NOTE_CUT if long else None
