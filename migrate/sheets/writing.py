"""Rows become a CSV file, whole or not at all; a table that the user has edited is kept beside it.

A table for spreadsheets begins with a byte order mark, or Excel takes UTF-8 for something
else. One for a server has none: Mastodon would take its header for an account.
"""

import csv
import io
import shutil
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TextIO

from msgspec import Struct

from migrate.errors import UsageError
from migrate.sheets.beside import written_beside
from migrate.sheets.edits import Edits, fingerprint

_MARK = "\ufeff"
_SPREADSHEETS_END, _SERVERS_END = "\r\n", "\n"
"""The ends of rows. With the first, cells that hold either sign are put into quotation marks."""


class WrittenTable(Struct, frozen=True):
    """A table on the disk, and how many rows it has; `kept` is the edited one that was there before."""

    path: Path
    rows: int
    kept: Path | None = None


def write_table(
    path: Path, header: Sequence[str], rows: Iterable[Sequence[object]], edits: Edits, *, mark: bool = True
) -> WrittenTable:
    """Write a table, with a byte order mark where it is for spreadsheets. Raises UsageError.

    The old file stays until the new one is whole. No header is written where it is empty.
    """
    kept = None
    try:
        with written_beside(path) as unfinished:
            count = _write(unfinished, header, rows, mark=mark)
            kept = _keep(path, edits, unfinished)
    except OSError as e:
        raise _refusal(path, kept, e) from e
    edits.remember(path)
    return WrittenTable(path, count, kept)


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Make the bytes of a table that is sent to a server."""
    file = io.StringIO(newline="")
    _write_rows(file, header, rows, _SERVERS_END)
    return file.getvalue().encode()


def put_away(path: Path, edits: Edits) -> WrittenTable:
    """Remove a table that is no longer true; an edited one is kept under another name. Raises UsageError."""
    kept = None
    try:
        kept = _keep(path, edits)
        path.unlink()
    except OSError as e:
        raise _refusal(path, kept, e) from e
    return WrittenTable(path, 0, kept)


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]], *, mark: bool) -> int:
    with path.open("w", encoding="utf-8", newline="") as file:
        if mark:
            # by hand: Python's own way to write the mark takes longer for each row
            file.write(_MARK)
        return _write_rows(file, header, rows, _SPREADSHEETS_END if mark else _SERVERS_END)


def _write_rows(file: TextIO, header: Sequence[str], rows: Iterable[Sequence[object]], end: str) -> int:
    table = csv.writer(file, lineterminator=end)
    if header:
        table.writerow(header)
    count = 0
    for row in rows:
        table.writerow(row)
        count += 1
    return count


def _keep(path: Path, edits: Edits, new: Path | None = None) -> Path | None:
    """Copy an edited table to a name that says so. Where the content stays the same, nothing is copied."""
    if not path.exists() or not edits.is_edited(path):
        return None
    if new and fingerprint(path) == fingerprint(new):
        return None
    kept = _free_name(path)
    shutil.copy2(path, kept)
    return kept


def _free_name(path: Path) -> Path:
    before = f"{path.stem} (before {datetime.now().astimezone():%Y-%m-%d %H.%M}"
    number, kept = 1, path.with_name(f"{before}){path.suffix}")
    while kept.exists():
        number += 1
        kept = path.with_name(f"{before}, {number}){path.suffix}")
    return kept


def _refusal(path: Path, kept: Path | None, error: OSError) -> UsageError:
    """Make the error. On Windows a file that a spreadsheet program holds open can't be replaced."""
    if kept:
        kept.unlink(missing_ok=True)
    held = isinstance(error, PermissionError) and str(path) in map(str, (error.filename, error.filename2))
    if held:
        return UsageError(
            f"{path} can't be replaced ({error.strerror}). If it is open, close it in your spreadsheet "
            "program, then run the same command again."
        )
    return UsageError(
        f"{path} can't be written ({error.strerror}). Choose another place for it, such as with -o FILE."
    )
