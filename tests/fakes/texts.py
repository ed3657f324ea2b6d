"""What a server makes of a text: how long it is, whom it mentions, how it looks as HTML."""

import html
import re
from functools import cache

import regex

from tests.fakes import entities
from tests.fakes.dialect import FakeDialect

_GRAPHEME = regex.compile(r"\X")
# Unicode 15.1 made one of them where Ruby's \X still sees two (https://unicode.org/reports/tr29/ GB9c)
_CONJUNCT = regex.compile(
    r"[्্્୍్്][\p{M}\u200d]*(?=[\p{Deva}\p{Beng}\p{Gujr}\p{Orya}\p{Telu}\p{Mlym}&&\p{Lo}])", regex.V1
)
_SCHEME_LINK = re.compile(r"https?://\S+", re.IGNORECASE)

_ESCAPE = re.compile(r"(https?://\S+)|\\([!-/:-@\[-`{-~])|&#?\w+;")
"""What is read as a sign, and addresses, which are left alone."""


def length(text: str, dialect: FakeDialect) -> int:
    """How much of the limit a text takes: a link counts as one length, a name elsewhere without its host."""
    if dialect.link_length is not None and ("://" in text or "@" in text):
        text = _rewritten(text, dialect, "x" * dialect.link_length)
    if dialect.code_points or text.isascii():
        return len(text)
    return len(_GRAPHEME.findall(text)) + len(_CONJUNCT.findall(text))


def mentioned(text: str, dialect: FakeDialect, host: str) -> set[str]:
    """Whom this server would look for, in lower case: its own accounts by name, others as `name@host`."""
    if "@" not in text:
        return set()
    if not dialect.links_shield_mentions:
        found = [one.value.partition("@")[::2] for one in entities.names(text, dialect)]
    else:
        found = _mention(dialect.mention).findall(_SCHEME_LINK.sub(" ", text))
    return {name.lower() if at.lower() in {"", host} else f"{name}@{at}".lower() for name, at in found}


def is_language_tag(tag: str) -> bool:
    """Well-formed by BCP 47, as far as tweets go."""
    return re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*", tag) is not None


def as_html(text: str, dialect: FakeDialect) -> str:
    """Paragraphs, line breaks and links, as all of them make it of plain text; on snac lines alone."""
    if not dialect.paragraphs:
        return _linked(text.replace("\n", "<br>"), "") + "<br>"  # markup in a text is markup there
    shown = text if dialect.shows_escapes else _ESCAPE.sub(_read, text)
    escaped = html.escape(shown.strip(), quote=False)
    paragraphs = [part.replace("\n", "<br />") for part in re.split(r"\n{2,}", escaped) if part]
    linked = [_linked(paragraph, dialect.link_rel) for paragraph in paragraphs]
    return "".join(f"<p>{paragraph}</p>" for paragraph in linked)


def _read(found: re.Match[str]) -> str:
    return found[1] or found[2] or html.unescape(found[0])


@cache
def _mention(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.IGNORECASE | regex.VERSION0)


def _rewritten(text: str, dialect: FakeDialect, stand_in: str) -> str:
    parts, end = [], 0
    for one in entities.counted(text, dialect):
        parts += [
            text[end : one.start],
            stand_in if one.kind == "link" else f"@{one.value.partition('@')[0]}",
        ]
        end = one.end
    return "".join([*parts, text[end:]])


def _linked(paragraph: str, rel: str) -> str:
    kind = f' rel="{rel}"' if rel else ""
    return re.sub(r"https?://[^\s<]+", rf'<a href="\g<0>"{kind} target="_blank">\g<0></a>', paragraph)
