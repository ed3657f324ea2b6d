"""Put words in the place of the links and the people that Twitter knew of in a text.

A link is opened, and kept apart from what a server would take for a part of it. A
person is called what the policy says, and so that a server takes the name for nothing else.

Indices count code points of the text as it is stored. They are wrong in retweets and
some old tweets: each slice is looked at, and where it isn't what it should be, the exact
token is looked for.
"""

import re
from collections.abc import Iterable, Mapping

from migrate.model import Link, Mention, MentionStyle, Policy
from migrate.posts.convert.links import T_CO, set_apart

_HANDLE = re.compile(r"[@＠][A-Za-z0-9_]+")
_GOES_ON = re.compile(r"@[\w-]+(?:\.[\w-]+)+")
_MENTION_FOLLOWS = frozenset(" \n")
"""For Pleroma, no other sign ends the word before (linkify, lib/linkify/parser.ex)."""

_WORD_JOINER = "\u2060"

Replacement = tuple[int, int, str]
"""A slice of a text, from where to where, and what takes its place."""


def replacements(
    text: str,
    links: Iterable[Link],
    mentions: Iterable[Mention],
    addresses: Mapping[str, str],
    policy: Policy,
) -> list[Replacement]:
    """List what takes the place of links and names, from left to right.

    Links whose indices are wrong are left to `opened`, which finds them by name.
    """
    replaced = [
        (
            link.start,
            link.end,
            set_apart(address, text[link.start - 1 : link.start], text[link.end : link.end + 2]),
        )
        for link in links
        if text[link.start : link.end] == link.short and (address := addresses.get(link.short))
    ]
    for mention in mentions:
        place = _place(text, mention)
        if place is not None:
            replaced.append((*place, _name(text, *place, mention, policy)))
    replaced.sort()
    return replaced


def opened(text: str, addresses: Mapping[str, str]) -> str:
    """Open the links that are found by name; one without an address goes, with the space before it."""
    pieces: list[str] = []
    at = 0
    for short in T_CO.finditer(text):
        address = addresses.get(short[0])
        if address is None:
            continue
        start, end = short.span()
        before = text[at:start]
        if address:
            pieces += [before, set_apart(address, text[start - 1 : start], text[end : end + 2])]
        else:
            pieces.append(before.rstrip(" \t"))
        at = end
    return "".join([*pieces, text[at:]])


def named(handle: str, user_id: str | None, policy: Policy) -> str:
    """Call a person from Twitter what the policy says."""
    if user_id is not None and (address := policy.known.get(user_id)):
        user, _, host = address.removeprefix("@").partition("@")
        return f"@{user}@{host}" if policy.ping else f"https://{host}/@{user}"
    if policy.mentions is MentionStyle.PLAIN:
        return handle
    if policy.mentions is MentionStyle.TWITTER:
        return f"twitter.com/{handle}"
    return f"https://twitter.com/{handle}"


def _place(text: str, mention: Mention) -> tuple[int, int] | None:
    """Find the handle; another handle in its place is what the person was called then.

    What goes on as an address on the fediverse is none on Twitter.
    """
    start, end = mention.start, mention.end
    if text.startswith("@", end) and _GOES_ON.match(text, end):
        return None
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
        return _apart(name, before[-1:], after)
    return set_apart(name, before[-1:], after) if "/" in name else _plainly(name, before, after)


def _plainly(name: str, before: str, after: str) -> str:
    """Keep a plain name apart from what would make a web address of it, as in `bob.com`."""
    left = _WORD_JOINER if before[-1:] == "." and before[:-1].isalnum() else ""
    right = _WORD_JOINER if after[:1] == "." and after[1:].isalnum() else ""
    return f"{left}{name}{right}"


def _apart(mention: str, before: str, after: str) -> str:
    """Keep `@me@host` apart from what would keep it from being that mention, or become a part of it."""
    left = " " if before and before not in _MENTION_FOLLOWS else ""
    joined = after[1:2] if after[:1] == "." else after[:1]
    spoils_a_link = "." in mention.rpartition("@")[0] and not joined.isascii()
    right = " " if spoils_a_link or joined.isalnum() or joined in {"_", "@", "-"} else ""
    return f"{left}{mention}{right}"
