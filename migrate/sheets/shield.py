"""Cells that no spreadsheet runs or rewrites: they have an apostrophe in front, which is taken off again.

Apostrophes that were there before are looked through, so that taking one off gives back
exactly what was meant.
"""

import re

_START = re.compile(r"[\s']*[=+\-@]|'*[\t\r]")
"""What makes a spreadsheet take a cell for a formula (owasp.org/www-community/attacks/CSV_Injection)."""

_RUNS = r"(?:[=@\t\r]|[+\-](?=[^;\t\n]*[\w'](?:[(|]|!\w)))"
"""The same inside a text, where a dash is often half of a smile: it has to call something to do harm."""

_INSIDE = re.compile(rf"(?<=[;\t])(?=[ ']*{_RUNS})")
_INSIDE_SHIELDED = re.compile(rf"(?<=[;\t])'(?=[ ']*{_RUNS})")
"""A new cell begins there for a spreadsheet that cuts at semicolons, as in half of Europe, or at tabs."""

_LETTERS = re.compile(r"[^\W\d_]+")
_MOST_WORDS_IN_A_DATE = 2
_TRUTHS = frozenset({"true", "false"})


def shield(cell: str) -> str:
    """The cell, so that a spreadsheet doesn't run it, or round a number of 19 digits."""
    return _shielded(cell, _START.match(cell) is not None or cell.lstrip("'").isdigit())


def shield_text(cell: str) -> str:
    """The same for a text, which isn't made a number, a date or a truth either."""
    return _shielded(cell, _needs_help(cell))


def unshield(cell: str) -> str:
    """What `shield` was given; the same cell where somebody wrote it who knew of no apostrophe."""
    shielded = cell.startswith("'") and (_START.match(cell) or cell.lstrip("'").isdigit())
    return _unshielded(cell, bool(shielded))


def unshield_text(cell: str) -> str:
    """What `shield_text` was given; the same cell where somebody wrote it who knew of no apostrophe."""
    return _unshielded(cell, cell.startswith("'") and _needs_help(cell))


def bare(cell: str) -> str:
    """A cell that holds a word and no text, without what spreadsheets and people put around it."""
    return cell.strip().lstrip("'").strip()


def _shielded(cell: str, in_front: bool) -> str:  # noqa: FBT001 - the answer of a rule
    inside = _INSIDE.sub("'", cell)
    return f"'{inside}" if in_front else inside


def _unshielded(cell: str, in_front: bool) -> str:  # noqa: FBT001
    return _INSIDE_SHIELDED.sub("", cell[1:] if in_front else cell)


def _needs_help(cell: str) -> bool:
    inside = cell.lstrip("'")
    few_words = "\n" not in inside and len(_LETTERS.findall(inside)) <= _MOST_WORDS_IN_A_DATE
    countable = few_words and any(map(str.isdigit, inside))
    return bool(_START.match(inside)) or countable or inside.lower() in _TRUTHS
