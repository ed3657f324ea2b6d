"""What a server makes of a text: how long it is, whom it mentions, how it looks as HTML."""

import html
import re
from functools import cache

import regex

from tests.fakes.dialect import FakeDialect

# mastodon config/initializers/twitter_regex.rb: protocols, path and ending characters
_LINK = re.compile(
    r"(?:https?|dat|dweb|ipfs|ipns|ssb|gopher|gemini)://[^\s<>/?#()]+(?:/(?:\([^\s()]*\)|[^\s<>()])*)?",
    re.IGNORECASE,
)
_NO_LINK_END = "!*\"'「」<>;:=,.$%[]~&|@?"
_REMOTE_MENTION = re.compile(r"(?<![=/\w])(@\w+(?:[.-]+\w+)*)@[\w.-]+\w", re.IGNORECASE)
_GRAPHEME = regex.compile(r"\X")
_SCHEME_LINK = re.compile(r"https?://\S+", re.IGNORECASE)


def length(text: str, dialect: FakeDialect) -> int:
    """How much of the limit a text takes."""
    if dialect.link_length is not None:
        text = _LINK.sub(lambda link: _shortened(link.group(), "x" * (dialect.link_length or 0)), text)
        text = _REMOTE_MENTION.sub(r"\1", text)
    if dialect.code_points or text.isascii():
        return len(text)
    return len(_GRAPHEME.findall(text))


def mentioned(text: str, dialect: FakeDialect, host: str) -> set[str]:
    """Whom this server would look for, in lower case: its own accounts by name, others as `name@host`."""
    if "@" not in text:
        return set()
    if dialect.links_shield_mentions:
        text = _SCHEME_LINK.sub(" ", text)
    found = _mention(dialect.mention).findall(text)
    return {name.lower() if at.lower() in {"", host} else f"{name}@{at}".lower() for name, at in found}


def is_language_tag(tag: str) -> bool:
    """Well-formed by BCP 47, as far as tweets go."""
    return re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag) is not None


def as_html(text: str) -> str:
    """Paragraphs, line breaks and links, as all of them make it of plain text."""
    paragraphs = re.split(r"\n{2,}", text.strip())
    return "".join(f"<p>{_linked(paragraph)}</p>" for paragraph in paragraphs if paragraph)


@cache
def _mention(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.IGNORECASE | regex.VERSION0)


def _shortened(link: str, stand_in: str) -> str:
    kept = link.rstrip(_NO_LINK_END)
    return stand_in + link[len(kept) :]


def _linked(paragraph: str) -> str:
    escaped = html.escape(paragraph, quote=False).replace("\n", "<br />")
    return re.sub(
        r"https?://[^\s<]+", r'<a href="\g<0>" rel="nofollow noopener" target="_blank">\g<0></a>', escaped
    )
