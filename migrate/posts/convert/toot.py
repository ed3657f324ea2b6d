"""One tweet becomes the toots that say the same."""

from collections.abc import Container
from datetime import UTC, datetime

from msgspec import Struct

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
    tweet_address,
)
from migrate.posts.convert.frame import footer, repeated, retweeted_id, to_whom, without_addressees
from migrate.posts.convert.links import is_short, stands_in
from migrate.posts.convert.media import Attached, attach
from migrate.posts.convert.mentions import disarm, pinged
from migrate.posts.convert.parts import Room, parts
from migrate.posts.convert.text import T_CO, Written, source_of, write

DEFAULT_FOOTER = "📅 {date}"
"""For servers that don't keep a toot's date: when the tweet was written."""

_NOTHING_ATTACHED = Attached()
_OWN_LINK_GROWTH = 60
"""A toot's address holds a server's name, an account's, and an id of up to 26 characters."""

_SHORTEST_CUT_NOTE = 250
_FIRST_NOTES = datetime(2023, 2, 1, tzinfo=UTC)
"""Long posts came in February 2023; a tweet repeats the first 255 to 280 characters of its note."""


class Conversion(Struct, frozen=True, gc=False):
    """The toots in the order in which they follow each other; none where the tweet says nothing."""

    toots: tuple[Toot, ...]
    problems: tuple[Problem, ...] = ()


def convert(
    tweet: Tweet, owner: Owner, limits: Limits, policy: Policy, own: Container[int] = frozenset()
) -> Conversion:
    """The toots that say what the tweet said; `own` are the tweets that are, or will be, toots as well."""
    boosted = _own_retweet(tweet, own)
    if boosted is not None:
        return Conversion((Toot(text="", visibility=policy.visibility, boost=boosted),))
    attached = attach(tweet, owner, limits) if _shows_media(tweet) else _NOTHING_ATTACHED
    written = _written(tweet, owner, policy, attached, own)
    problems = attached.problems + _text_problems(tweet, owner, written)
    if not written.text and not attached.groups:
        return Conversion((), problems)
    return Conversion(_toots(tweet, owner, limits, policy, written, attached), problems)


def _own_retweet(tweet: Tweet, own: Container[int]) -> int | None:
    """The tweet of one's own that this one repeats, if it can be boosted."""
    retweet = tweet.retweet
    if tweet.kind is not Kind.RETWEET or retweet is None:
        return None
    tweet_id = retweeted_id(tweet, retweet)
    return tweet_id if tweet_id in own else None


def _shows_media(tweet: Tweet) -> bool:
    """Other people's pictures stay where they are; a retweet links to them."""
    return bool(tweet.media) and tweet.kind is not Kind.RETWEET


def _written(tweet: Tweet, owner: Owner, policy: Policy, attached: Attached, own: Container[int]) -> Written:
    if tweet.kind is Kind.RETWEET and tweet.retweet is not None:
        return repeated(tweet, tweet.retweet, owner, policy, own)
    source = source_of(tweet)
    if tweet.kind is not Kind.TWEET:
        source = without_addressees(source, tweet, owner)
    written = write(source, owner, policy, attached.pages, own)
    if tweet.kind is not Kind.REPLY and not attached.problems:
        return written
    lines = [to_whom(tweet, owner, policy), written.text] if tweet.kind is Kind.REPLY else [written.text]
    if attached.problems:
        lines += [page for page in dict.fromkeys(attached.pages.values()) if page not in written.text]
    return Written("\n".join(filter(None, lines)), written.own_links)


def _toots(
    tweet: Tweet, owner: Owner, limits: Limits, policy: Policy, written: Written, attached: Attached
) -> tuple[Toot, ...]:
    quote, text, own_links = _quote(tweet, limits, written)
    room = Room(limits, limits.characters - _reserve(limits, own_links))
    groups = attached.groups
    more = max(len(groups) - 1, 0)
    pings = pinged(tweet, policy)
    last_line = footer(tweet, owner, policy)
    texts = parts(disarm(text, pings), last_line, more, room, numbering=policy.numbering, wanted=pings)
    last = len(texts) - 1 - more
    return tuple(
        Toot(
            text=part,
            media=groups[i - last] if groups and i >= last else (),
            sensitive=tweet.sensitive,
            language=tweet.language,
            visibility=policy.visibility,
            quote=quote if i == last else None,
            own_links=own_links and tuple(link for link in own_links if stands_in(link, part)),
            pings=any(mention in part for mention in pings),
        )
        for i, part in enumerate(texts)
    )


def _quote(tweet: Tweet, limits: Limits, written: Written) -> tuple[int | None, str, tuple[OwnLink, ...]]:
    """What is quoted, the text without the link to it, and the links to one's own tweets that stay."""
    own_links = written.own_links and tuple(link for link in written.own_links if link.tweet_id != tweet.id)
    if limits.quotes:
        for link in own_links:
            rest = written.text.removesuffix(link.url).rstrip()
            if rest and rest != written.text and link.url not in rest:
                return link.tweet_id, rest, tuple(other for other in own_links if other is not link)
    return None, written.text, own_links


def _reserve(limits: Limits, own_links: tuple[OwnLink, ...]) -> int:
    """Room for a toot's address where it can be longer than the tweet's that it replaces."""
    return 0 if limits.link_length is not None else _OWN_LINK_GROWTH * len(own_links)


def _text_problems(tweet: Tweet, owner: Owner, written: Written) -> tuple[Problem, ...]:
    """Links that may lead nowhere any more, and texts of which the archive has only the beginning."""
    found: list[tuple[ProblemKind, str]] = []
    if "//t.co/" in written.text:
        found += [(ProblemKind.LINK_UNKNOWN, short) for short in T_CO.findall(written.text)]
    for link in (tweet.note or tweet).links:
        if link.target is not None and is_short(link.target):
            found.append((ProblemKind.SHORTENER, link.target))
    if "…" in tweet.text and (cut := _cut(tweet)) is not None:
        found.append((cut, tweet_address(owner.handle, tweet.id)))
    return tuple(Problem(kind, str(tweet.id), detail) for kind, detail in found)


def _cut(tweet: Tweet) -> ProblemKind | None:
    """Retweets are cut at 140 characters, long posts at 280 if the archive lacks the note with the rest."""
    text = T_CO.sub("", tweet.text).rstrip()
    if not text.endswith("…"):
        return None
    if tweet.kind is Kind.RETWEET:
        whole = tweet.retweet is not None and tweet.retweet.text is not None
        return None if whole else ProblemKind.RETWEET_CUT
    long = tweet.note is None and len(text) > _SHORTEST_CUT_NOTE and tweet.created_at >= _FIRST_NOTES
    return ProblemKind.NOTE_CUT if long else None
