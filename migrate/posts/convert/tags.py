"""A hashtag is one where Twitter linked it, and no other word becomes one; nor becomes `:word:` a picture.

Since 4.6 Mastodon sees a hashtag only after white space or at a line's start, before in more
places than Twitter, and before 4.5 none that begins with the full-width sign
(app/models/tag.rb, HASHTAG_RE; recorded on 4.3.23 to glitch-soc 4.7.0-alpha.2). A server is
updated some day and reads its old posts anew, so all of them get the same text: a hair space
before a hashtag where it needs one, and a word joiner, which nobody sees, in what is none.
"""

import re
from collections.abc import Sequence

import regex

from migrate.model import Tag
from migrate.posts.convert.recognised import HASHTAG, links_in

HAIR_SPACE = "\u200a"
WORD_JOINER = "\u2060"

_SIGNS = "#＃"
_SIGN = regex.compile(
    r"[#＃]([\p{L}\p{M}\p{Nd}_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003"
    r"\u0f0b\u0f0c\u00b7]*)"
)
"""What may be a hashtag for Twitter (twitter-text rb/lib/twitter-text/regex.rb, HASHTAG_SPECIAL_CHARS)."""

_PLAIN = re.compile(r"#[A-Za-z0-9_]+")
_BEFORE = frozenset(["", " ", "\n"])
_BEHIND = frozenset(["", *" \n.,;!?)"])
"""What stands around most hashtags."""

_EMOJI_CODE = regex.compile(r"(?<![[:alnum:]:]):(?=[a-zA-Z0-9_]{2,}:(?![[:alnum:]:]))")
"""A server's own emoji, if it has one of that name (mastodon app/models/custom_emoji.rb, SCAN_RE)."""


def names_to_keep(text: str, tags: Sequence[Tag] | None) -> frozenset[str] | None:
    """List the hashtags that Twitter linked, without their sign.

    None where that is not known, or where nothing in the text could be misread, as in most.
    """
    if tags is None or not ("#" in text or "＃" in text) or _are_plain(text, tags):
        return None
    return frozenset(tag.text[1:].lower() for tag in tags if tag.text[:1] in _SIGNS)


def _are_plain(text: str, tags: Sequence[Tag]) -> bool:
    """Tell at a glance that all signs are hashtags' where Twitter says so, and every server sees them."""
    if len(tags) != text.count("#") or "＃" in text:
        return False
    at = 0
    for tag in tags:
        start, end = tag.start, tag.end
        if start < at or text[start:end] != tag.text or not _PLAIN.fullmatch(tag.text):
            return False
        if text[start - 1 : start] not in _BEFORE or text[end : end + 1] not in _BEHIND:
            return False
        at = end
    return True


def kept(text: str, before: str, names: frozenset[str] | None) -> str:
    """Write a piece of a text so that each word in it stays what it was; `before` is the sign in front."""
    if text.count(":") > 1:
        text = _EMOJI_CODE.sub(f":{WORD_JOINER}", text)
    if names is None or ("#" not in text and "＃" not in text):
        return text
    whole, shift = f"{before}{text}", len(before)
    links = list(links_in(whole)) if "://" in text else []
    pieces: list[str] = []
    at = shift
    for sign in _SIGN.finditer(whole, shift):
        if not any(link.start <= sign.start() < link.end for link in links):
            pieces += [whole[at : sign.start()], _written(whole, sign, names)]
            at = sign.end()
    return "".join([*pieces, whole[at:]])


def _written(whole: str, sign: regex.Match[str], names: frozenset[str]) -> str:
    """Write one sign and the word behind it."""
    start, end = sign.span()
    word = sign[1]
    if word.lower() not in names:
        # a text can be cut between letters beyond ASCII
        begins = start and not whole[start - 1].isascii()
        none = HASHTAG.match(f"#{word}" if begins else whole, 0 if begins else start)
        return f"{sign[0][0]}{WORD_JOINER if none else ''}{word}"
    apart = HAIR_SPACE if start and not whole[start - 1].isspace() else ""
    after = whole[end : end + 2]
    if after[:1].isascii():
        return f"{apart}#{word}"
    read = HASHTAG.match(f"#{word}{after}")
    return f"{apart}#{word}{WORD_JOINER if read and len(read['tag']) > len(word) else ''}"
