"""Tables that people edit, and what is told of them: what was kept, and which cells are not clear."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from migrate.cli.home import home
from migrate.cli.show import say, warn_each

if TYPE_CHECKING:
    from migrate.sheets import Edits, UnclearCell, WrittenTable

UNCLEAR = 'Row {row} of {file}: "{word}" in the column {column} is neither yes nor no. It changes nothing.'
ROUNDED = "Row {row} of {file}: {word} in the column {column} is no number: a spreadsheet has rounded it."


def edits() -> "Edits":
    """What this program remembers of the tables that it wrote."""
    from migrate.sheets import Edits

    return Edits(home() / "tables.json")


def tell_kept(written: Iterable["WrittenTable"]) -> None:
    """Tell of each table that the user had edited where it is now."""
    for one in written:
        if one.kept:
            say(
                "You had edited {path}. It was kept beside the new one as: {kept}",
                path=str(one.path),
                kept=one.kept.name,
                err=True,
            )


def tell_unclear(name: str, cells: Sequence["UnclearCell"]) -> None:
    """Tell of each cell that can't be taken for what its column holds, with its row."""
    for sentence, rounded in ((UNCLEAR, False), (ROUNDED, True)):
        these = [cell for cell in cells if cell.is_rounded is rounded]
        warn_each(
            sentence,
            [{"row": str(one.row), "file": name, "word": one.word, "column": one.column} for one in these],
        )
