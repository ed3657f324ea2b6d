"""Links, mentions and hashtags in a text, as Mastodon finds them.

mastodon app/lib/extractor.rb, app/models/{account,tag}.rb and config/initializers/twitter_regex.rb, on top of
https://github.com/twitter/twitter-text rb/lib/twitter-text/regex.rb. What comes of it is held against what
five Mastodons made of 2,995 texts, see tests/recordings.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from tests.fakes.dialect import FakeDialect
from tests.fakes.tables import words_of

_FLAGS = regex.IGNORECASE | regex.VERSION0 | regex.MULTILINE
_NO_CHARACTERS = "\ufffe\ufeff\uffff"
_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_SPACES = "\t-\r \x85\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_HOST = rf"[^{_DIRECTIONS}!-/:-@\[-`{{-~{_SPACES}\x00-\x1f\x7f{_NO_CHARACTERS}]"
_GENERAL = r"[^\p{White_Space}<>()?]"
_BALANCED = rf"\((?:{_GENERAL}+|(?:{_GENERAL}*\({_GENERAL}+\){_GENERAL}*))\)"
_PATH_END = rf"(?:[^\p{{White_Space}}()?!*\"'「」<>;:=,.$%\[\]~&|]|{_BALANCED})"
_PATH = rf"(?:(?:{_GENERAL}*(?:{_BALANCED}{_GENERAL}*)*{_PATH_END})|(?:{_GENERAL}+/))"
_FAR = "\xa0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U000efffd\ue000-\uf8ff\U000f0000-\U0010fffd"
_QUERY = rf"(?:\?[a-z0-9!?*'();:&=+$/%#\[\]\-_.,~|@^{_FAR}]*[a-z0-9_&=#/\-{_FAR}])"
_SCHEMES = "(?:https?|dat|dweb|ipfs|ipns|ssb|gopher|gemini)://"
_TCO = regex.compile(r"https?://t\.co/[a-z0-9]+", _FLAGS)
_AFTER_NAME = regex.compile(r"[@＠]|[À-ÖØ-öø-ɏɓɔɖɗəɛɣɨɯɲʉʋʻ\u0300-\u036fḀ-ỿ]|://", _FLAGS)


@dataclass(frozen=True, slots=True)
class Entity:
    """A part of a text: `kind` is "link", "mention" or "hashtag", `value` what it leads to."""

    start: int
    end: int
    kind: str
    value: str


def found(text: str, dialect: FakeDialect) -> list[Entity]:
    """All of them, in order; where two overlap, the first stays."""
    every = [*links(text), *hashtags(text, dialect), *mentions(text, dialect), *_other_links(text)]
    return _apart(every)


def counted(text: str, dialect: FakeDialect) -> list[Entity]:
    """Those that count for less than they are (app/validators/status_length_validator.rb)."""
    return _apart([*links(text), *mentions(text, dialect)])


def links(text: str) -> Iterator[Entity]:
    """With a protocol and a host under a known top-level domain."""
    if "://" not in text:
        return
    for match in _link().finditer(text):
        if match["protocol"] and len(match["url"]) <= 4096:
            short = _TCO.match(match["url"])
            url = short.group() if short else match["url"]
            yield Entity(match.start("url"), match.start("url") + len(url), "link", url)


def mentions(text: str, dialect: FakeDialect) -> Iterator[Entity]:
    """`name` and `name@host`, as they are shown and counted."""
    return (one for one in names(text, dialect) if not _AFTER_NAME.match(text, one.end))


def names(text: str, dialect: FakeDialect) -> Iterator[Entity]:
    """Also those that are looked up and then not shown (app/services/process_mentions_service.rb)."""
    if "@" in text:
        for match in _mention(dialect.mention).finditer(text):
            name = "@".join(part for part in match.groups() if part)
            yield Entity(match.start(1) - 1, match.end(), "mention", name)


def hashtags(text: str, dialect: FakeDialect) -> Iterator[Entity]:
    """Without the sign before them; also those inside links, which are shown as links then."""
    if "#" not in text and "＃" not in text:
        return
    for match in _hashtag(dialect.hashtag).finditer(text):
        tag, end = match[1], match.end(1)
        if text.startswith("://", end) and (cut := regex.match(r"(.+)https?$", tag)):
            tag, end = cut[1], match.start(1) + cut.end(1)
        yield Entity(match.start(1) - 1, end, "hashtag", tag)


def _other_links(text: str) -> Iterator[Entity]:
    """`magnet:` and `xmpp:`."""
    if "magnet:" in text or "xmpp:" in text:
        for match in _other_link().finditer(text):
            yield Entity(match.start("url"), match.end("url"), "link", match["url"])


def _apart(entities: list[Entity]) -> list[Entity]:
    kept: list[Entity] = []
    for one in sorted(entities, key=lambda one: one.start):
        if not kept or kept[-1].end <= one.start:
            kept.append(one)
    return kept


_BEFORE_LINK = rf"(?:[^A-Z0-9@＠$#＃{_NO_CHARACTERS}]|[{_DIRECTIONS}]|^)"
_WORD = r"\p{L}\p{M}\p{Nd}\p{Pc}"  # Ruby's [[:word:]]
_SEPARATORS = "_·・\u200c"
_NAME = (
    rf"(?:[{_WORD}][{_WORD}{_SEPARATORS}]*[[:alpha:]{_SEPARATORS}][{_WORD}{_SEPARATORS}]*[{_WORD}])"
    rf"|(?:[{_WORD}]*[[:alpha:]][{_WORD}]*)"
)


@cache
def _hashtag(before: str) -> regex.Pattern[str]:
    return regex.compile(rf"{before}({_NAME})", _FLAGS)


@cache
def _mention(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern.replace("[:word:]", _WORD), regex.IGNORECASE | regex.VERSION0)


@cache
def _link() -> regex.Pattern[str]:
    url = rf"(?P<protocol>{_SCHEMES})?{_domain()}(?::[0-9]+)?(?:/{_PATH}*)?{_QUERY}?"
    return regex.compile(rf"{_BEFORE_LINK}(?P<url>{url})", _FLAGS)


@cache
def _other_link() -> regex.Pattern[str]:
    node = r"[a-z\p{Cyrillic}0-9\p{Pd}._~!$()*+,;=]|%[0-9a-f]{2}"
    resource = rf"{node}|[&']"
    xmpp = rf"xmpp:(?://(?:{node})+@{_domain()}/)?(?:(?:{node})+@)?{_domain()}(?:/(?:{resource})+)?{_QUERY}?"
    return regex.compile(rf"{_BEFORE_LINK}(?P<url>{xmpp}|magnet:{_QUERY})", _FLAGS)


@cache
def _domain() -> str:
    known = "|".join(sorted(words_of("tlds.txt"), key=len, reverse=True))
    part, last = rf"(?:(?:{_HOST}(?:[_-]|{_HOST})*)?{_HOST}\.)", rf"(?:(?:{_HOST}(?:-|{_HOST})*)?{_HOST}\.)"
    return rf"(?:{part}*{last}(?:(?:{known})(?=[^0-9a-z@+-]|$)|xn--[0-9a-z]+))"
