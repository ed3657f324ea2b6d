"""A file becomes a table: rows that know their line, and the header among them."""

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from migrate.errors import UsageError
from migrate.sheets.rows import SEPARATORS, cut, find_separator, lines_of
from migrate.sheets.text import BIGGEST, TextFile, open_text

ABOVE = 10
"""The most rows above the header: a title, a date, the author."""

_SAID = re.compile(r'"?sep=(.?)', re.IGNORECASE)
"""Excel's note to itself, which it doesn't show as a row."""


class Header(Struct, frozen=True):
    """The names of the columns as the file has them, and the place of each by its plain name."""

    names: tuple[str, ...]
    places: dict[str, int]


class Row(Struct, frozen=True):
    """The cells of one row, without space around them.

    `line` is where it begins in the file, `number` what a spreadsheet shows beside it.
    """

    line: int
    number: int
    cells: tuple[str, ...]
    header: Header | None = None

    def __getitem__(self, column: str) -> str:
        """Return the cell below this name; empty where the row is short or has no such column."""
        return self.at(self.header.places.get(plain_name(column)) if self.header else None)

    def at(self, place: int | None) -> str:
        """Return the cell at this place; empty where there is none."""
        return self.cells[place] if place is not None and place < len(self.cells) else ""

    @property
    def plain_names(self) -> list[str]:
        """The plain names of its cells, where it is a header."""
        return [plain_name(cell) for cell in self.cells]

    @property
    def is_longer_than_header(self) -> bool:
        """Tell whether a cell is filled where the header has no column."""
        return self.header is not None and any(self.cells[len(self.header.names) :])


IsHeader = Callable[[Row], bool]
"""A test for the header that is looked for."""


class UnclearCell(Struct, frozen=True):
    """A cell that doesn't fit its column: it is reported, and never guessed.

    `row` is the number that a spreadsheet shows beside it. `is_rounded` says that a
    spreadsheet damaged a number, else the word is neither yes nor no.
    """

    row: int
    column: str
    word: str
    is_rounded: bool = False


class Table(Struct, frozen=True):
    """The rows that are not empty, below the header where one was looked for and found.

    `separator` is empty for a plain list. `guessed` says that nothing in the file tells
    its encoding. `broken_after` is the number of the last row before a quotation mark
    that does not belong there.
    """

    name: str
    rows: tuple[Row, ...]
    separator: str
    encoding: str
    guessed: bool = False
    header: Header | None = None
    broken_after: int | None = None

    @property
    def code_page(self) -> str:
        """The old encoding of the file, which lacks many letters; empty for Unicode."""
        return "" if self.encoding.startswith("utf") else self.encoding


def open_table(path: Path, is_header: IsHeader | None = None, most: int = BIGGEST) -> Table:
    """Read a table from a file. Raises UsageError for what can't be read, or is no text."""
    return read_table(open_text(path, most), is_header)


def read_table(file: TextFile, is_header: IsHeader | None = None) -> Table:
    """Read a table from a text. Where a header is looked for, it may decide what the separator is."""
    lines = lines_of(file.text)
    said = _SAID.match(lines[0])
    skipped = 1 if said else 0
    lines = lines[skipped:]
    first = said[1] if said and _cuts(said[1], lines) else find_separator(lines)
    table = _cut(file, lines, first, skipped)
    if is_header is None:
        return table
    if found := _below_header(table, is_header):
        return found
    others = (_cut(file, lines, sign, skipped) for sign in SEPARATORS if sign != first)
    return next((found for other in others if (found := _below_header(other, is_header))), table)


def wrong_quotes(table: Table) -> UsageError:
    """Make the error for a table whose quotation marks can't be understood."""
    return UsageError(
        f"{table.name} can't be read after row {table.broken_after}: there is a quotation mark that doesn't "
        "belong there. Open it in a spreadsheet, look at that row, and save it as CSV (UTF-8)."
    )


@lru_cache(maxsize=1000)
def plain_name(name: str) -> str:
    """Write a column's name without case, spaces and signs, which people and programs spell differently."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _cut(file: TextFile, lines: list[str], separator: str, skipped: int) -> Table:
    rows, broken_after = cut(lines, separator or ",", skipped)
    filled = tuple(Row(line, number, cells) for line, number, cells in rows if any(cells))
    return Table(file.name, filled, separator, file.encoding, guessed=file.guessed, broken_after=broken_after)


def _cuts(separator: str, lines: list[str]) -> bool:
    """Tell whether a note about the separator is true; another program may have saved the table since."""
    return separator in SEPARATORS and bool(lines) and separator in lines[0]


def _below_header(table: Table, is_header: IsHeader) -> Table | None:
    for above, row in enumerate(table.rows[: ABOVE + 1]):
        if is_header(row) and (above == 0 or sum(map(bool, row.cells)) > 1):
            plain = row.plain_names
            places = {name: place for place, name in reversed(list(enumerate(plain))) if name}
            header = Header(row.cells, places)
            rows = tuple(Row(row.line, row.number, row.cells, header) for row in table.rows[above + 1 :])
            return replace(table, rows=rows, header=header)
    return None
