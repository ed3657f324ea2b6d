"""A text becomes rows: the separator is found, and the line at which each row begins."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

SEPARATORS = (",", ";", "\t", "|")
ENDS = re.compile(r"\r\r\n|\r\n|\r|\n")
LOOKED_AT = 200

Cells = tuple[int, int, tuple[str, ...]]
"""A row: the line at which it begins, its number in a spreadsheet, and its cells."""


def lines_of(text: str) -> list[str]:
    """Cut a text into lines, whatever their ends are."""
    return ENDS.split(text.removeprefix("\ufeff"))


def find_separator(lines: Iterable[str]) -> str:
    """Choose the separator that cuts the most lines, and those most evenly; none where no line is cut."""
    sample = [line for line in lines if line.strip()][:LOOKED_AT]
    best, best_score = "", (0, 0)
    for separator in SEPARATORS:
        widths = Counter(len(cells) for _, _, cells in cut(sample, separator, 0)[0])
        widths.pop(1, None)
        score = (widths.total(), max(widths.values(), default=0))
        if score > best_score:
            best, best_score = separator, score
    return best


def cut(lines: Sequence[str], separator: str, skipped: int) -> tuple[list[Cells], int | None]:
    """Cut lines into rows; also return the number of the last one before a wrong quotation mark, if any.

    A quotation mark that is never closed would swallow the rows after it: such a table is
    read as if it had none.
    """
    rows: list[Cells] = []
    broken_after = None
    try:
        rows.extend(_parse(lines, separator, skipped, strict=True))
    except csv.Error:
        broken_after = _last_good(lines, separator)
        rows = _loosely(lines, separator, skipped)
    return rows, broken_after


def _loosely(lines: Sequence[str], separator: str, skipped: int) -> list[Cells]:
    try:
        rows = list(_parse(lines, separator, skipped, strict=False))
    except csv.Error:
        rows = []
    swallowed = any(cell.count("\n") > 1 and "@" in cell for _, _, cells in rows for cell in cells)
    return list(_without_quotes(lines, separator, skipped)) if swallowed or not rows else rows


def _last_good(lines: Sequence[str], separator: str) -> int:
    """Find the number of the last row whose quotation marks are in order."""
    number = 0
    try:
        for _, number, _ in _parse(lines, separator, 0, strict=True):  # noqa: B007 - read after the loop
            pass
    except csv.Error:
        pass
    return number


def _parse(lines: Iterable[str], separator: str, skipped: int, *, strict: bool) -> Iterator[Cells]:
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=separator, strict=strict)
    line = skipped + 1
    for number, cells in enumerate(reader, start=1):
        yield line, number, tuple(map(str.strip, cells))
        line = skipped + reader.line_num + 1


def _without_quotes(lines: Iterable[str], separator: str, skipped: int) -> Iterator[Cells]:
    for number, line in enumerate(lines, start=1):
        yield skipped + number, number, tuple(map(str.strip, line.split(separator)))
