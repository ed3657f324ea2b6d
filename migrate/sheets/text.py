"""Bytes to text: by its mark, by its zeros, as UTF-8, else as Windows wrote it in the West."""

import codecs
from pathlib import Path

from msgspec import Struct

from migrate.errors import UsageError

BIGGEST = 50_000_000
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
NOT_TABLES = (
    (b"PK\x03\x04", "{file} is a spreadsheet or a zip. Open it, save it as CSV, and use that file."),
    (b"\xd0\xcf\x11\xe0", "{file} is a spreadsheet. Open it, save it as CSV, and use that file."),
    (b"%PDF", "{file} is a PDF. A list of addresses is needed: one on each line, or a CSV file."),
    (b"\x1f\x8b", "{file} is packed. Unpack it, and use the CSV file in it."),
    (b"<!doctype html", "{file} is a web page. Perhaps the download was not allowed: download it again."),
    (b"<html", "{file} is a web page. Perhaps the download was not allowed: download it again."),
    (b"window.ytd.", "{file} is a part of your Twitter archive. It has numbers in it, and no addresses."),
)


class Table(Struct, frozen=True):
    """A file as text. `guessed` says that nothing in it tells its encoding."""

    name: str
    text: str
    encoding: str
    guessed: bool = False


def open_table(path: Path) -> Table:
    """Read a file that may be a table of people. Raises UsageError."""
    try:
        if path.stat().st_size > BIGGEST:
            raise UsageError(f"{path} is too big for a list of people. Is it the right file?")
        content = path.read_bytes()
    except OSError as e:
        raise UsageError(f"{path} can't be read ({e.strerror}). Check the name of the file.") from e
    return read_text(path.name, content)


def read_text(name: str, content: bytes) -> Table:
    """The text of a file. Raises UsageError for what is no text."""
    if not content.strip():
        raise UsageError(f"{name} is empty.")
    start = content[:100].lstrip().lower()
    for mark, sentence in NOT_TABLES:
        if start.startswith(mark.lower()):
            raise UsageError(sentence.format(file=name))
    encoding, guessed = _encoding(content)
    return Table(name, content.decode(encoding, errors="replace"), encoding, guessed)


def _encoding(content: bytes) -> tuple[str, bool]:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return encoding, False
    if 0 in content[:1000]:
        # every second byte of Latin text is a zero in UTF-16
        return ("utf-16-be" if content[:1000:2].count(0) > content[1:1000:2].count(0) else "utf-16-le"), True
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252", True
    return "utf-8", False
