"""What Twitter finds in a text: links, handles, hashtags, cashtags, each with its place.

Places count code points of the HTML-escaped text and are strings. All people and
addresses are made up.
"""

import hashlib
import html
import re
import string
from collections.abc import Iterable, Iterator
from typing import Any

from migrate.model import Owner

Json = dict[str, Any]

_ADDRESS = re.compile(r"(?!https?://t\.co/)https?://\S*[\w/=]")
# What may stand before a handle: validMentionPrecedingChars of github.com/twitter/twitter-text.
_HANDLE = re.compile(r"(?<![A-Za-z0-9_!#$%&*@])@([A-Za-z0-9_]{1,15})(?![A-Za-z0-9_@])")
_HASHTAG = re.compile(r"(?<![\w&/])#(\w*[^\W\d_]\w*)")
_CASHTAG = re.compile(r"(?<![\w$])\$([A-Za-z]{1,6})(?!\w)")
_ALPHABET = string.digits + string.ascii_letters


def shorten(text: str, *, salt: str, only: Iterable[str] | None = None) -> tuple[str, list[tuple[str, str]]]:
    """The text with t.co links, and the address behind each of them."""
    wanted = None if only is None else set(only)
    addresses: list[tuple[str, str]] = []

    def replace(found: re.Match[str]) -> str:
        if wanted is not None and found[0] not in wanted:
            return found[0]
        addresses.append((tco(f"{salt} {found[0]} {len(addresses)}"), found[0]))
        return addresses[-1][0]

    return _ADDRESS.sub(replace, text), addresses


def tco(salt: str) -> str:
    """A short link, always the same for the same salt."""
    digest = hashlib.sha256(salt.encode()).digest()
    return "https://t.co/" + "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in digest[:10])


def escape(text: str) -> str:
    """The three characters that Twitter escapes, and no others."""
    return html.escape(text, quote=False)


def entities(
    full_text: str,
    addresses: list[tuple[str, str]],
    mentions: Iterable[str] | None,
    owner: Owner,
) -> Json:
    """Everything that Twitter links in an escaped text; of the handles only `mentions`, if given."""
    linked = None if mentions is None else {handle.lower() for handle in mentions}
    handles = (one for one in _HANDLE.finditer(full_text) if linked is None or one[1].lower() in linked)
    return {
        "hashtags": [_tag(found) for found in _HASHTAG.finditer(full_text)],
        "symbols": [_tag(found) for found in _CASHTAG.finditer(full_text)],
        "user_mentions": [_mention(found, owner) for found in handles],
        "urls": list(_urls(full_text, addresses)),
    }


def note_core(text: str, salt: str) -> Json:
    """The text of a note: not escaped, with short links of its own."""
    short, addresses = shorten(text, salt=salt)
    return {
        "styletags": [],
        "urls": [_note_link(short, one, address) for one, address in addresses],
        "text": short,
        "mentions": _note_spans(_HANDLE, "screenName", short),
        "cashtags": _note_spans(_CASHTAG, "text", short),
        "hashtags": _note_spans(_HASHTAG, "text", short),
    }


def indices(start: int, end: int) -> Json:
    """A place in a text."""
    return {"indices": [str(start), str(end)]}


def user_id(handle: str) -> str:
    """A made-up id, always the same for a handle."""
    return str(10**18 + int.from_bytes(hashlib.sha256(handle.lower().encode()).digest()[:6]))


def person(handle: str, owner: Owner) -> Owner:
    """Who bears a handle: the owner, or somebody made up for it."""
    if handle.lower() == owner.handle.lower():
        return owner
    return Owner(id=user_id(handle), handle=handle, name=handle.replace("_", " ").title())


def display(address: str) -> str:
    """An address as Twitter shows it: no scheme, fifteen characters of the path."""
    host, slash, path = re.sub(r"^https?://(www\.)?", "", address).partition("/")
    return host + slash + path[:15] + "…" * (len(path) > 15)


def _tag(found: re.Match[str]) -> Json:
    return {"text": found[1]} | indices(*found.span())


def _mention(found: re.Match[str], owner: Owner) -> Json:
    who = person(found[1], owner)
    known = {"name": who.name, "screen_name": found[1]}
    return known | indices(*found.span()) | {"id_str": who.id, "id": who.id}


def _urls(full_text: str, addresses: list[tuple[str, str]]) -> Iterator[Json]:
    """The links that are still whole after a cut."""
    for short, address in addresses:
        start = full_text.find(short)
        if start >= 0:
            spelt = {"url": short, "expanded_url": address, "display_url": display(address)}
            yield spelt | indices(start, start + len(short))


def _note_spans(pattern: re.Pattern[str], key: str, text: str) -> list[Json]:
    return [{key: found[1]} | _note_span(found.span()) for found in pattern.finditer(text)]


def _note_span(span: tuple[int, int]) -> Json:
    return {"fromIndex": str(span[0]), "toIndex": str(span[1])}


def _note_link(text: str, short: str, address: str) -> Json:
    start = text.index(short)
    spelt = {"shortUrl": short, "expandedUrl": address, "displayUrl": display(address)}
    return spelt | _note_span((start, start + len(short)))
