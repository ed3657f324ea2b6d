"""A file to rows: whatever encoding, separator and order of columns a spreadsheet has saved."""

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from migrate.errors import UsageError
from migrate.posts.planfile.cells import TO_BE_READ, bare

OLD_ENCODING = "cp1252"
"""What Excel writes in the West unless it is told to write UTF-8. It has no emoji, and `?` for them."""

SEPARATORS = (",", ";", "\t", "|")
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAID = re.compile(r'"?sep=', re.IGNORECASE)
_LINE_END = re.compile(r"\r\n|\r|\n")
SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


class Row(Struct, frozen=True):
    """`number` is the one that a spreadsheet shows beside it. `surplus`: it is longer than the header."""

    number: int
    cells: dict[str, str]
    surplus: bool

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


class Table(Struct, frozen=True):
    """The rows that are not empty. `old_encoding` says that letters may have been lost."""

    name: str
    rows: Sequence[Row]
    old_encoding: bool


def open_table(path: Path) -> Table:
    """Read a plan's rows. Raises UsageError for anything that is no such table."""
    try:
        content = path.read_bytes()
    except OSError as e:
        raise UsageError(f"{path} can't be read ({e.strerror}). Check the name of the file.") from e
    if content.startswith(SPREADSHEETS):
        raise UsageError(f"{path.name} is a spreadsheet. Open it, save it as CSV (UTF-8), and use that file.")
    encoding = _encoding(content)
    text = content.decode(encoding, errors="replace")
    return Table(path.name, list(_rows(text, path.name)), encoding == OLD_ENCODING)


def _encoding(content: bytes) -> str:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return encoding
    if 0 in content[:1000]:
        # every second byte of Latin text is a zero in UTF-16
        return "utf-16-be" if content[:1000:2].count(0) > content[1:1000:2].count(0) else "utf-16-le"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return OLD_ENCODING
    return "utf-8"


def _rows(text: str, name: str) -> Iterator[Row]:
    text = text.removeprefix("\ufeff")
    if _SAID.match(text):
        # a note of spreadsheets to themselves, which they don't show as a row
        text = _LINE_END.split(text, maxsplit=1)[-1]
    separator, columns = _header(_LINE_END.split(text, maxsplit=1)[0], name)
    # strict: a quotation mark that is never closed would swallow the rows after it
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            if number > 1 and any(map(str.strip, cells)):
                surplus = any(map(str.strip, cells[len(columns) :]))
                yield Row(number, dict(zip(columns, cells, strict=False)), surplus)
    except csv.Error as e:
        raise UsageError(
            f"{name} can't be read after row {number} ({e}). Open it in a spreadsheet, look at that row, "
            "and save it as CSV (UTF-8)."
        ) from e


def _header(line: str, name: str) -> tuple[str, list[str]]:
    """The separator, and the columns in the order of the file."""
    for separator in SEPARATORS:
        columns = [bare(cell.strip().strip('"')).casefold() for cell in line.split(separator)]
        if {"toot", "post"} <= set(columns):
            break
    else:
        raise UsageError(f"{name} is not a plan. Write one first: migrate plan ARCHIVE -o plan.csv")
    if missing := sorted(TO_BE_READ.difference(columns)):
        raise UsageError(
            f"{name} has lost columns: {', '.join(missing)}. Take them back from an earlier copy, or write "
            "the plan again: migrate plan ARCHIVE -o plan.csv"
        )
    return separator, columns
