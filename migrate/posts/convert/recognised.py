"""The links, mentions and hashtags that Mastodon finds in a text, as it finds them.

app/lib/extractor.rb, app/models/{account,tag}.rb and config/initializers/twitter_regex.rb of
mastodon/mastodon, on top of rb/lib/twitter-text/{regex,extractor}.rb of twitter/twitter-text.
Held against what five versions made of 2,995 texts (tests/recordings/texts.jsonl).
"""

import re
import stringprep
from collections.abc import Iterator
from functools import cache, lru_cache

import regex
from msgspec import Struct

_FLAGS = regex.IGNORECASE | regex.VERSION0
_LETTERS = r"\p{L}\p{M}\p{Nd}\p{Pc}"
"""Ruby's [[:word:]]."""

_NO_SPACE = re.compile(r"[^ \t\n\x0b\x0c\r]+")
"""Nothing in a link is one of ASCII's spaces; the others can be in a query."""

_SCHEME = re.compile(r"(?:https?|dat|dweb|ipfs|ipns|ssb|gopher|gemini)://\Z", re.IGNORECASE)
_LONGEST_SCHEME = len("gopher://")
_LONGEST_LINK = 4096
_LONGEST_LABEL = 63
_T_CO = re.compile(r"https?://t\.co/([a-z0-9]+)", re.IGNORECASE)
_LONGEST_T_CO = 40

_PLAIN_HOST = re.compile(r"https?://(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+([A-Za-z]+)")
_PLAIN_PATH = re.compile(
    r"/(?:(?:[A-Za-z0-9/_.%+,;:=&~-]+|\([A-Za-z0-9_.%+,-]+\))*+(?<=[A-Za-z0-9/_)-]))?"
    r"(?:\?[A-Za-z0-9/_.%+,;:=&~-]*(?<=[A-Za-z0-9/_=&-]))?(?:(?<=[A-Za-z0-9/])#[A-Za-z0-9/_=-]*[A-Za-z0-9/_-])?"
)
_NEVER_LAST = ".,:;!?\"'"
"""Signs that end a sentence, and no link."""

_HOST_SIGN = (
    r"[^\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069!-/:-@\[-`{-~\x00-\x20\x7f\x85\xa0\u1680\u180e"
    r"\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufffe\ufeff\uffff]"
)
_HOSTS = regex.compile(rf"(?:{_HOST_SIGN}|[._-])+", _FLAGS)
_PATH_SIGN = r"[^\p{White_Space}<>()?]"
_BRACKETS = rf"\((?:{_PATH_SIGN}+|{_PATH_SIGN}*\({_PATH_SIGN}+\){_PATH_SIGN}*)\)"
_PATH_END = rf"(?:[^\p{{White_Space}}()?!*\"'「」<>;:=,.$%\[\]~&|]|{_BRACKETS})"
_PATH = rf"(?:{_PATH_SIGN}*(?:{_BRACKETS}{_PATH_SIGN}*)*{_PATH_END}|{_PATH_SIGN}+/)*"
_FAR = r"\xa0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U000efffd\ue000-\uf8ff\U000f0000-\U0010fffd"
_QUERY = rf"[a-z0-9!?*'();:&=+$/%#\[\]\-_.,~|@^{_FAR}]*[a-z0-9_&=#/\-{_FAR}]"

MENTION = regex.compile(
    rf"(?<![=/{_LETTERS}])@(?P<name>[a-z0-9_]+(?:[.-]+[a-z0-9_]+)*)"
    rf"(?:@[{_LETTERS}]+(?:[.-]+[{_LETTERS}]+)*)?",
    _FLAGS,
)
"""A mention since 4.3, here or of another server. Before, an equals sign could stand in front of it."""

_NO_MENTION_BEFORE = re.compile("[@＠]|://|[À-ÖØ-öø-ɏɓɔɖɗəɛɣɨɯɲʉʋʻ\u0300-\u036fḀ-ỿ]", re.IGNORECASE)

_MIDDLE = "_·・\u200c"
HASHTAG = regex.compile(
    rf"(?<![=/)\p{{Alnum}}])[#＃](?P<tag>"
    rf"[{_LETTERS}][{_LETTERS}{_MIDDLE}]*[[:alpha:]{_MIDDLE}][{_LETTERS}{_MIDDLE}]*[{_LETTERS}]"
    rf"|[{_LETTERS}]*[[:alpha:]][{_LETTERS}]*)",
    _FLAGS,
)
"""A hashtag on 4.5, which finds the most; since 4.6 it only begins after white space or at a line's start,
and before 4.5 the full-width sign began none."""


class Link(Struct, frozen=True, gc=False):
    """A link in a text; it may not be one for every server where it isn't `certain`."""

    start: int
    end: int
    certain: bool


class _Address(Struct, frozen=True, gc=False):
    """An address in a text, with or without a scheme."""

    end: int
    host: str
    has_scheme: bool


def links_in(text: str) -> Iterator[Link]:
    """Find the links, from left to right."""
    if "://" in text:
        for run in _NO_SPACE.finditer(text):
            if "://" not in run[0]:
                continue
            start, end = run.span()
            if _is_one_link(word := run[0].rstrip(_NEVER_LAST)):
                yield Link(start, start + len(word), certain=True)
            else:
                yield from _links_between(text, start, end)


def is_plain_link(address: str) -> bool:
    """Tell at a glance that an address is a link as it is, which nearly all are."""
    end = address.find("/", len("https://"))
    return end > 0 and _is_plain_host(address[:end]) and _PLAIN_PATH.fullmatch(address, end) is not None


@lru_cache(maxsize=1000)
def _is_plain_host(start: str) -> bool:
    host = _PLAIN_HOST.fullmatch(start)
    return host is not None and is_top_level_domain(host[1].lower())


def _is_one_link(word: str) -> bool:
    """Tell at a glance that a word is a link from end to end."""
    short = _T_CO.match(word)
    longest = _LONGEST_LINK
    if short:
        longest = short.end() if len(short[1]) <= _LONGEST_T_CO else 0
    return len(word) <= longest and is_plain_link(word)


def shortened(text: str, link_length: int | None, *, short_mentions: bool) -> str:
    """Put what they count for in the place of links and mentions; where two overlap, the first is one."""
    found: list[tuple[int, int, str]] = []
    if link_length is not None:
        found += [(link.start, link.end, "x" * _size(link, link_length)) for link in links_in(text)]
    if short_mentions and "@" in text:
        found += [
            (*mention.span(), f"@{mention['name']}")
            for mention in MENTION.finditer(text)
            if not _NO_MENTION_BEFORE.match(text, mention.end())
        ]
    pieces: list[str] = []
    at = 0
    for start, end, instead in sorted(found):
        if start >= at:
            pieces += [text[at:start], instead]
            at = end
    return "".join([*pieces, text[at:]])


def _size(link: Link, link_length: int) -> int:
    return link_length if link.certain else max(link_length, link.end - link.start)


def _links_between(text: str, at: int, end: int) -> Iterator[Link]:
    """Find the links in a run without spaces: an address that lacks a scheme is passed over as a whole."""
    for hosts in _HOSTS.finditer(text, at, end):
        if "." not in hosts[0]:
            continue
        for start in _starts(text, *hosts.span()):
            address = _address(text, start, end) if start >= at else None
            if address is None:
                continue
            at = address.end + 1
            if address.has_scheme and (link := _link(text[start : address.end], start, address.host)):
                yield link


def _address(text: str, start: int, end: int) -> _Address | None:
    """Find the address that begins here; a host goes as far as there is an ending that is known."""
    host_end = end
    while host := _host().match(text, start, host_end):
        if (name := host["name"]) is None or is_top_level_domain(name.casefold()):
            rest = _rest().match(text, host.end(), end)
            return _Address(rest.end() if rest else host.end(), host["host"], host["scheme"] is not None)
        host_end = host.start("name")
    return None


def _starts(text: str, start: int, end: int) -> Iterator[int]:
    """List where an address can begin: before the scheme, and after what is no part of a host's label."""
    before = max(start - _LONGEST_SCHEME, 0)
    if scheme := _SCHEME.search(text[before:start]):
        yield before + scheme.start()
    yield start
    yield from (place + 1 for place in range(start, end) if text[place] in "._-")


def _link(address: str, start: int, host: str) -> Link | None:
    """Make the link of an address with a scheme; one to t.co ends after its letters."""
    if short := _T_CO.match(address):
        return Link(start, start + short.end(), certain=True) if len(short[1]) <= _LONGEST_T_CO else None
    if len(address) > _LONGEST_LINK or max(map(len, host.split("."))) > _LONGEST_LABEL:
        return None
    return Link(start, start + len(address), certain=host.isascii() or is_international(host))


def is_international(host: str) -> bool:
    """Tell whether the host surely has an ASCII form, without which Mastodon sees no link (RFC 3490)."""
    try:
        host.encode("idna")
    except UnicodeError:
        return False
    return not any(map(stringprep.in_table_a1, host))


def is_top_level_domain(name: str) -> bool:
    """Tell whether Mastodon knows this ending of a host."""
    return name in _top_level_domains()


@cache
def _top_level_domains() -> frozenset[str]:
    """Load the list when the first link needs it."""
    from migrate.posts.convert.tlds import TOP_LEVEL_DOMAINS

    return TOP_LEVEL_DOMAINS


@cache
def _host() -> regex.Pattern[str]:
    """Find a host, with the endings beyond ASCII; a `name` in ASCII is still to be looked up.

    To compile all of the endings would take as long as to convert three thousand tweets.
    """
    label = rf"(?:{_HOST_SIGN}(?:-|{_HOST_SIGN})*)?{_HOST_SIGN}\."
    return regex.compile(
        rf"(?<![A-Z0-9@＠$#＃\ufffe\ufeff\uffff])(?P<scheme>(?:https?|dat|dweb|ipfs|ipns|ssb|gopher|gemini)://)?"
        rf"(?P<host>(?:(?:{_HOST_SIGN}(?:[_-]|{_HOST_SIGN})*)?{_HOST_SIGN}\.)*{label}"
        r"(?:(?:(?P<name>[a-z]+)|\L<known>)(?=[^0-9a-z@+-]|\Z)|xn--[0-9a-z]+))",
        _FLAGS,
        known=[name for name in _top_level_domains() if not name.isascii()],
    )


@cache
def _rest() -> regex.Pattern[str]:
    """Find what can follow a host."""
    return regex.compile(rf"(?::[0-9]+)?(?:/{_PATH})?(?:\?{_QUERY})?", _FLAGS)
