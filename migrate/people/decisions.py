"""The user's decision about a match: one meaning of the column `state`, for every command that reads it."""

from enum import StrEnum

from migrate.sheets import YesNo, plain_word, read_yes_no


class Decision(StrEnum):
    """The user's decision about a match."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


_FORGET = "forget"
"""Takes an earlier decision back. `open` does not: it is what we write where nothing was decided."""

_WORDS = {**{one.value: one for one in Decision}, _FORGET: Decision.OPEN}
_YES_NO = {YesNo.YES: Decision.ACCEPTED, YesNo.NO: Decision.REJECTED, YesNo.EMPTY: Decision.OPEN}


def read_decision(cell: str) -> Decision | None:
    """Read a cell of the column; None for a word that says neither, which is never taken for a no."""
    return _WORDS.get(plain_word(cell)) or _YES_NO.get(read_yes_no(cell))


def forgets(cell: str) -> bool:
    """Tell whether the cell takes an earlier decision back."""
    return plain_word(cell) == _FORGET
