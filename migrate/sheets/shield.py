"""Cells that no spreadsheet runs or rewrites: an apostrophe is put in front, and taken off again.

Apostrophes that were there before are looked through, so that taking one off restores
the original.
"""

import re

_START = re.compile(r"[\s']*[=+\-@]|'*[\t\r]")
"""The beginnings of cells that spreadsheets run (owasp.org/www-community/attacks/CSV_Injection)."""

_RUNS = r"(?:[=@\t\r]|[+\-](?=[^;\t\n]*[\w'](?:[(|]|!\w)))"
"""Formulas inside a text, where a dash is often half of a smile: only a call does harm."""

_INSIDE = re.compile(rf"(?<=[;\t])(?=[ ']*{_RUNS})")
_INSIDE_SHIELDED = re.compile(rf"(?<=[;\t])'(?=[ ']*{_RUNS})")
"""The beginnings of cells for a spreadsheet that cuts at semicolons, as in half of Europe, or at tabs."""

_LETTERS = re.compile(r"[^\W\d_]+")
_MOST_WORDS_IN_A_DATE = 2
_TRUTHS = frozenset({"true", "false"})


def shield(cell: str) -> str:
    """Write a cell so that a spreadsheet doesn't run it, or round a number of 19 digits."""
    return _shielded(cell, _START.match(cell) is not None or cell.lstrip("'").isdigit())


def shield_text(cell: str) -> str:
    """Write a text so that a spreadsheet doesn't make it a formula, a number, a date or a truth value."""
    return _shielded(cell, _needs_help(cell))


def unshield(cell: str) -> str:
    """Undo `shield`; a cell that was written without the apostrophe stays as it is."""
    shielded = cell.startswith("'") and (_START.match(cell) or cell.lstrip("'").isdigit())
    return _unshielded(cell, bool(shielded))


def unshield_text(cell: str) -> str:
    """Undo `shield_text`; a text that was written without the apostrophe stays as it is."""
    return _unshielded(cell, cell.startswith("'") and _needs_help(cell))


def bare(cell: str) -> str:
    """Read a cell that holds a single word, without the signs that spreadsheets and people put around it."""
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
