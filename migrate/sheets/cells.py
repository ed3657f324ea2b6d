"""Text to cells: which separator, and the line at which each row begins."""

import csv
import re
from collections import Counter

from msgspec import Struct

SEPARATORS = (",", ";", "\t", "|")
ENDS = re.compile(r"\r\r\n|\r\n|\r|\n")
SAID = re.compile(r"sep=([,;\t|])")
LOOKED_AT = 200
LONGEST_LINE = 20_000
MOST_CELLS = 100


class Row(Struct, frozen=True):
    """The cells of one row, without space around them, and the line at which it begins."""

    line: int
    cells: tuple[str, ...]


class Cells(Struct, frozen=True):
    """A table of rows that are not empty; `separator` is empty for a plain list."""

    rows: tuple[Row, ...]
    separator: str


def split_cells(text: str) -> Cells:
    """Cut a text into rows and cells, as spreadsheets, finders and people write them."""
    lines = [line[:LONGEST_LINE] for line in ENDS.split(text.removeprefix("\ufeff"))]
    first = 0
    said = SAID.fullmatch(lines[0].strip('"')) if lines else None
    if said:
        # Excel's own note to itself
        first = 1
    separator = said[1] if said else _find_separator(lines)
    rows = _rows(lines[first:], separator or ",", first)
    return Cells(tuple(row for row in rows if any(row.cells)), separator)


def _find_separator(lines: list[str]) -> str:
    """The one that cuts the most lines, and those most evenly; none where no line is cut."""
    sample = [line for line in lines if line.strip()][:LOOKED_AT]
    best, best_score = "", (0, 0)
    for separator in SEPARATORS:
        widths = Counter(len(row.cells) for row in _rows(sample, separator, 0))
        widths.pop(1, None)
        score = (widths.total(), max(widths.values(), default=0))
        if score > best_score:
            best, best_score = separator, score
    return best


def _rows(lines: list[str], separator: str, skipped: int) -> list[Row]:
    """With quotes where they are in pairs, without where one is never closed."""
    try:
        rows = _parse(lines, separator, skipped, csv.QUOTE_MINIMAL)
    except csv.Error:
        rows = []
    # a quote that is never closed swallows the rest of the file
    swallowed = any(cell.count("\n") > 1 and "@" in cell for row in rows for cell in row.cells)
    return _parse(lines, separator, skipped, csv.QUOTE_NONE) if swallowed or not rows else rows


def _parse(lines: list[str], separator: str, skipped: int, quoting: int) -> list[Row]:
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=separator, quoting=quoting)  # type: ignore[arg-type]
    rows, line = [], skipped + 1
    for cells in reader:
        rows.append(Row(line, tuple(cell.strip() for cell in cells[:MOST_CELLS])))
        line = skipped + reader.line_num + 1
    return rows
