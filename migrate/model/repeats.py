"""The beginnings by which people repeat somebody's words on Twitter, without and with its button."""

import re

from msgspec import Struct

_REPEAT = re.compile(
    r"""(?P<quoted>[\s"'“”„«‘(\[]*)
        (?: (?: P?RT \b | MT \b | [♺♻🔁]\ufe0f? ) [\s:.|"'“”„«‘(\[–-]*
          | (?: Retweet(?:ing)? \s+ | (?<=["'“”„«‘]) ) (?= [@＠]\w+ \s? : ) )
        [@＠] (?P<handle> \w{1,20} (?: @[\w.-]+\.\w+ )? ) (?![\w@＠])
        \s? :? \s* """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
"""What stands before the name: `RT`, with a colon behind it, behind the name, or none; `MT` for a modified
tweet, `PRT` for a part of one; the signs of the programs of 2009; or, with a colon, a quotation mark."""

MAY_REPEAT = frozenset("RrMmPp♺♻🔁 \n\"'“”„«‘([")
"""The first characters of such texts, which few others have: looking for them first saves the time."""

_LETTERS = frozenset("RrMmPp")
_BEGINNINGS = frozenset(
    first + second
    for pair in ("rt", "re", "mt", "pr")
    for first in (pair[0], pair[0].upper())
    for second in (pair[1], pair[1].upper())
)


class Repeat(Struct, frozen=True, gc=False):
    """Whose words a text repeats: their handle, where its `@` stands, and where the words begin.

    Words that are quoted begin with their quotation mark.
    """

    handle: str
    at: int
    words_at: int


def may_repeat(text: str) -> bool:
    """Tell at a glance whether a text that begins with one of MAY_REPEAT goes on like one that repeats."""
    return text[:2] in _BEGINNINGS or text[0] not in _LETTERS


def repeat_in(text: str) -> Repeat | None:
    """Find whose words a text repeats from its beginning; a comment before them makes it the author's own."""
    if text[:1] not in MAY_REPEAT or not may_repeat(text) or not (repeat := _REPEAT.match(text)):
        return None
    words_at = 0 if repeat["quoted"].strip() else repeat.end()
    return Repeat(repeat["handle"], repeat.start("handle") - 1, words_at)
