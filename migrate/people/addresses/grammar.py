"""The form of the name and the host of an address in a text.

Whatever could belong to a name does belong to it: `_bob` and `bob` are two people.
"""

import unicodedata

NAME = r"[A-Za-z0-9_-](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?"
"""Mastodon takes letters, digits and underscores with dots and dashes between them (USERNAME_RE in
app/models/account.rb), Pleroma dashes at both ends as well (lib/pleroma/user.ex); bridges have dots."""

HOST = r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+(?:xn--[A-Za-z0-9-]*[A-Za-z0-9]|[^\W\d_]{2,})"

LATIN = r"A-Za-z\u00c0-\u024f"
"""The letters that could belong to a word before or after a Latin one."""

CYRILLIC = r"\u0400-\u052f"

_SCRIPTS = (
    *("Cyrillic", "Han", "Hangul", "Arabic", "Hebrew", "Greek", "Armenian", "Georgian", "Thai", "Lao"),
    *("Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya", "Tamil", "Telugu", "Kannada"),
    *("Malayalam", "Sinhala"),
)
_ENDINGS = (
    *(r"xn--[A-Za-z0-9-]*[A-Za-z0-9]", "[A-Za-z]{2,}", r"[\p{Hiragana}\p{Katakana}ー]{2,}"),
    *(rf"\p{{{script}}}{{2,}}" for script in _SCRIPTS),
)
_ENDING = "|".join(_ENDINGS)
HOST_IN_TEXT = rf"(?>(?:[^\W_](?:[\w-]*[^\W_])?\.)+(?:{_ENDING}))"
"""A host in prose. Its last label is of one script: in `@ann@mastodon.socialです` it ends before the kana."""

_LABEL = rf"(?:[{LATIN}0-9](?:[{LATIN}0-9-]*[{LATIN}0-9])?|(?:(?![{LATIN}_])\w)+)"
HOST_ALONE = rf"(?>(?:{_LABEL}\.)+(?:{_ENDING}))"
"""A host with nothing before it that tells where it begins: its labels are of one script each."""

CUT = "\x00"
"""Stands where a text was cut off. Twitter cuts retweets with `…`, and what stands before it is not whole."""

_INVISIBLE = dict.fromkeys(
    (
        *map(ord, "\x00\xad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\ufeff"),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFE00, 0xFE10),
        *range(0xE0000, 0xE0080),
    )
)


def unstyled(text: str) -> str:
    """Remove what makes equal texts differ: styled letters, full-width and invisible characters."""
    parts = text.translate(_INVISIBLE).split("…")
    return CUT.join(unicodedata.normalize("NFKC", part) for part in parts)
