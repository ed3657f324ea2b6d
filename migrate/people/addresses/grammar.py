"""The form of the name and the host of an address in a text.

Whatever could belong to a name does belong to it: `_bob` and `bob` are two people.
"""

import unicodedata

NAME = r"[A-Za-z0-9_-](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?"
"""Mastodon takes letters, digits and underscores with dots and dashes between them (USERNAME_RE in
app/models/account.rb), Pleroma dashes at both ends as well (lib/pleroma/user.ex); bridges have dots."""

HOST = r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+(?:xn--[A-Za-z0-9-]*[A-Za-z0-9]|[^\W\d_]{2,})"

CUT = "\x00"
"""Stands where a text was cut off. Twitter cuts retweets with `…`, and what stands before it is not whole."""

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\x00\xad"))


def unstyled(text: str) -> str:
    """Remove what makes equal texts differ: styled letters, full-width and invisible characters."""
    parts = text.translate(_INVISIBLE).split("…")
    return CUT.join(unicodedata.normalize("NFKC", part) for part in parts)
