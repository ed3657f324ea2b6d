"""The user's decision about a match: one meaning of the column `state`, for every command that reads it."""

from collections.abc import Sequence
from enum import StrEnum

from migrate.errors import UsageError
from migrate.sheets import Row, Table, YesNo, plain_word, read_yes_no, wrong_quotes


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


def expect_in_place(table: Table, rows: Sequence[Row], width: int) -> None:
    """Refuse a table whose decisions have moved to where nobody reads them, for a no would be passed over.

    `rows` stand below a header of so many columns. Notes beyond the last one are people's
    own business. Raises UsageError.
    """
    if table.broken_after is not None and any(len(row.cells) != width for row in rows):
        raise wrong_quotes(table)
    for row in rows:
        if {Decision.ACCEPTED, Decision.REJECTED} & {read_decision(cell) for cell in row.cells[width:]}:
            raise UsageError(
                f"{table.name}, row {row.number}: a yes or no stands beyond the last column. A comma in a "
                "cell moves all that follow. Put it into the column state, and save the file as CSV (UTF-8)."
            )
