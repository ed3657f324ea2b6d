"""What was written: Twitter's entities and escapes put back into plain text.

Indices count code points of the escaped text, so slices come first and
unescaping after. They are wrong in retweets and some old tweets: each slice is
looked at, and where it isn't what it should be, the exact token is looked for.
"""

import re
from collections.abc import Container, Mapping
from html import unescape

from msgspec import Struct

from migrate.model import Link, Mention, Owner, OwnLink, Policy, Tweet
from migrate.posts.convert.links import own_link, real_address, spaced
from migrate.posts.convert.mentions import apart, named, plainly

T_CO = re.compile(r"https?://t\.co/[A-Za-z0-9]+")

_ESCAPE = re.compile(r"&(?:amp|lt|gt|quot|apos|#\d{1,7});")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_HANDLE = re.compile(r"[@＠][A-Za-z0-9_]+")

Span = tuple[int, int, str]


class Source(Struct, frozen=True, gc=False):
    """A text with what Twitter knew about it: a tweet's, a note's, or a retweeted one.

    What stands before `start` is left out.
    """

    text: str
    mentions: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()
    escaped: bool = True
    start: int = 0


class Written(Struct, frozen=True, gc=False):
    """Plain text, and the links in it to one's own tweets."""

    text: str
    own_links: tuple[OwnLink, ...] = ()


def source_of(tweet: Tweet) -> Source:
    """The whole text where the archive has it as a note; it is not escaped."""
    if (note := tweet.note) is not None:
        return Source(note.text, note.mentions, note.links, escaped=False)
    return Source(tweet.text, tweet.mentions, tweet.links, tweet.escaped)


def write(
    source: Source, owner: Owner, policy: Policy, pages: Mapping[str, str], own: Container[int]
) -> Written:
    """The text with people named and links opened; `pages` say what stands for each media link."""
    addresses, own_links = _addresses(source.links, pages, owner, own) if source.links else (pages, ())
    text = _reworded(source, addresses, policy)
    if addresses and "//t.co/" in text:
        text = _opened(text, addresses)
    if "\r" in text or not text.isprintable():
        text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return Written(text.strip(), own_links)


def _addresses(
    links: tuple[Link, ...], pages: Mapping[str, str], owner: Owner, own: Container[int]
) -> tuple[Mapping[str, str], tuple[OwnLink, ...]]:
    """What stands behind each short link, and which of them lead to one's own tweets."""
    addresses = dict(pages)
    own_links: list[OwnLink] = []
    for link in links:
        if link.target is None:
            continue
        mine = own_link(link.target, owner, own)
        addresses[link.short] = mine.url if mine else real_address(link.target)
        if mine and mine not in own_links:
            own_links.append(mine)
    return addresses, tuple(own_links)


def _reworded(source: Source, addresses: Mapping[str, str], policy: Policy) -> str:
    text = source.text
    spans = _link_spans(source, addresses) if source.links else []
    if source.mentions:
        spans += _mention_spans(source, policy)
    if not spans:
        rest = text[source.start :]
        return _unescaped(rest) if source.escaped else rest
    spans.sort()
    pieces: list[str] = []
    at = source.start
    for start, end, instead in spans:
        if start < at:
            continue
        between = text[at:start]
        pieces.append(_unescaped(between) if source.escaped else between)
        pieces.append(instead)
        at = end
    rest = text[at:]
    pieces.append(_unescaped(rest) if source.escaped else rest)
    return "".join(pieces)


def _link_spans(source: Source, addresses: Mapping[str, str]) -> list[Span]:
    """The links whose indices are right; any other t.co is found by its name later."""
    text = source.text
    return [
        (
            link.start,
            link.end,
            spaced(address, text[link.start - 1 : link.start], text[link.end : link.end + 2]),
        )
        for link in source.links
        if text[link.start : link.end] == link.short and (address := addresses.get(link.short))
    ]


def _mention_spans(source: Source, policy: Policy) -> list[Span]:
    text = source.text
    spans: list[Span] = []
    for mention in source.mentions:
        place = _place(text, mention)
        if place is not None:
            spans.append((*place, _name(text, *place, mention, policy)))
    return spans


def _place(text: str, mention: Mention) -> tuple[int, int] | None:
    """Where the handle stands; a handle of another name in its place is a person who has a new one."""
    start, end = mention.start, mention.end
    if text[start + 1 : end].lower() == mention.handle.lower() and text[start : start + 1] in {"@", "＠"}:
        return start, end
    tokens = re.finditer(rf"[@＠]{re.escape(mention.handle)}(?![A-Za-z0-9_])", text, re.IGNORECASE)
    nearest = min(tokens, key=lambda token: abs(token.start() - start), default=None)
    if nearest is not None:
        return nearest.span()
    return (start, end) if _HANDLE.fullmatch(text, start, end) else None


def _name(text: str, start: int, end: int, mention: Mention, policy: Policy) -> str:
    name = named(text[start + 1 : end], mention.user_id, policy)
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    if name.startswith("@"):
        return apart(name, before[-1:], after)
    return spaced(name, before[-1:], after) if "/" in name else plainly(name, before, after)


def _opened(text: str, addresses: Mapping[str, str]) -> str:
    """The text with the links opened that are found by name; what gets no address goes with its space."""
    pieces: list[str] = []
    at = 0
    for found in T_CO.finditer(text):
        address = addresses.get(found[0])
        if address is None:
            continue
        start, end = found.span()
        before = text[at:start]
        if address:
            pieces += [before, spaced(address, text[start - 1 : start], text[end : end + 2])]
        else:
            pieces.append(before.rstrip(" \t"))
        at = end
    return "".join([*pieces, text[at:]])


def _unescaped(text: str) -> str:
    """Twitter escapes `& < >` and nothing else; `&copy` is what somebody typed."""
    return _ESCAPE.sub(lambda escape: unescape(escape[0]), text) if "&" in text else text
