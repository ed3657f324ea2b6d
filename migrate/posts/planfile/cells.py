"""The columns, and the words for toots: ids stand inside words, or a spreadsheet makes 1.2E+18 of them."""

import re

from migrate.model import StepKey
from migrate.sheets import bare

COLUMNS = (
    "toot",
    "date",
    "kind",
    "post",
    "reason",
    "text",
    "content_warning",
    "sensitive",
    "visibility",
    "language",
    "below",
    "quotes",
    "boosts",
    "tweet",
)
TO_BE_READ = frozenset(COLUMNS) - {"date", "kind", "below", "tweet"}
"""The others tell people what they look at. Spreadsheets rewrite dates."""

_WORD = re.compile(r"t(\d{1,19})-(\d{1,4})", re.ASCII)


def word(key: StepKey) -> str:
    """The key as a word, which no spreadsheet rounds: t1234567890123456789-0."""
    return f"t{key.tweet_id}-{key.part}"


def key_in(cell: str) -> StepKey | None:
    """The key that a word stands for."""
    found = _WORD.fullmatch(bare(cell).lower())
    return StepKey(int(found[1]), int(found[2])) if found else None
