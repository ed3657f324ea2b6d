"""Reports about tables that people edit: edited ones that were kept, and cells that are not clear."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from migrate.cli.home import home
from migrate.cli.show import say, warn_each

if TYPE_CHECKING:
    from migrate.sheets import Edits, UnclearCell, WrittenTable

UNCLEAR = 'Row {row} of {file}: "{word}" in the column {column} is neither yes nor no. It changes nothing.'
ROUNDED = "Row {row} of {file}: {word} in the column {column} is no number: a spreadsheet has rounded it."


def edits() -> "Edits":
    """Open the record of the tables that this program wrote."""
    from migrate.sheets import Edits

    return Edits(home() / "tables.json")


def tell_kept(written: Iterable["WrittenTable"]) -> None:
    """Report where each table that the user had edited is now."""
    for one in written:
        if one.kept:
            say(
                "You had edited {path}. It was kept beside the new one as: {kept}",
                path=str(one.path),
                kept=one.kept.name,
                err=True,
            )


def tell_unclear(name: str, cells: Sequence["UnclearCell"]) -> None:
    """Report each cell that doesn't fit its column, with its row."""
    for sentence, rounded in ((UNCLEAR, False), (ROUNDED, True)):
        these = [cell for cell in cells if cell.is_rounded is rounded]
        warn_each(
            sentence,
            [{"row": str(one.row), "file": name, "word": one.word, "column": one.column} for one in these],
        )
