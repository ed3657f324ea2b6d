"""What stands in the cells. What a spreadsheet does to a file decides their form.

Ids stand inside words, or they become 1.2E+18; and a cell that would be taken for a
formula, a date or a number has an apostrophe in front, which is taken off again.
"""

import re

from migrate.model import StepKey

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

YES = frozenset(
    {"yes", "y", "true", "1", "x", "on", "oui", "vrai", "ja", "wahr", "si", "sí", "sì", "sim", "да"}
)
NO = frozenset(
    {"no", "n", "false", "0", "off", "non", "faux", "nein", "falsch", "falso", "não", "nee", "нет"}
)

_FORMULA = re.compile(r"[=+\-@\t\r]")
_LETTERS = re.compile(r"[^\W\d_]+")
_MOST_WORDS_IN_A_DATE = 2
_TRUTHS = frozenset({"true", "false"})
_WORD = re.compile(r"t(\d{1,19})-(\d{1,4})", re.ASCII)


def word(key: StepKey) -> str:
    """The key as a word, which no spreadsheet rounds: t1234567890123456789-0."""
    return f"t{key.tweet_id}-{key.part}"


def key_in(cell: str) -> StepKey | None:
    """The key that a word stands for."""
    found = _WORD.fullmatch(bare(cell).lower())
    return StepKey(int(found[1]), int(found[2])) if found else None


def kept_whole(cell: str) -> str:
    """The cell, with an apostrophe in front where a spreadsheet would run it, or make a number or date of it.

    Apostrophes that were there before are looked through, so that taking one off
    such a cell gives back exactly what was meant.
    """
    return f"'{cell}" if _needs_help(cell) else cell


def meant(cell: str) -> str:
    """What `kept_whole` was given; the same cell where somebody wrote it who knew of no apostrophe."""
    return cell[1:] if cell.startswith("'") and _needs_help(cell) else cell


def bare(cell: str) -> str:
    """A cell that holds a word and no text, without what spreadsheets and people put around it."""
    return cell.strip().lstrip("'").strip()


def truth(cell: str) -> bool | None:
    """Yes or no in several languages: spreadsheets translate TRUE and FALSE. None for anything else."""
    said = bare(cell).casefold()
    return True if said in YES else False if said in NO else None


def _needs_help(cell: str) -> bool:
    inside = cell.lstrip("'")
    few_words = "\n" not in inside and len(_LETTERS.findall(inside)) <= _MOST_WORDS_IN_A_DATE
    countable = few_words and any(map(str.isdigit, inside))
    return bool(_FORMULA.match(inside)) or countable or inside.lower() in _TRUTHS
