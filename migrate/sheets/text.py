"""A file becomes text: by its byte order mark, by its zeros, as UTF-8, else as Windows wrote it."""

import codecs
import locale
from pathlib import Path

from msgspec import Struct

from migrate.errors import UsageError

BIGGEST = 50_000_000
"""The most bytes of a table that was made elsewhere."""

OWN_BIGGEST = 1 << 30
"""The most bytes of a table that this program wrote, which may have 300,000 posts."""

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SPREADSHEET = (
    "{file} is a spreadsheet (of Excel, LibreOffice or Numbers) or a zip, and not a CSV file. "
    "Open it, save it as CSV (UTF-8), and use that file."
)
PAGE = "{file} is a web page. Perhaps the download was not allowed: download it again."
NOT_TABLES = (
    (b"PK\x03\x04", SPREADSHEET),
    (b"\xd0\xcf\x11\xe0", SPREADSHEET),
    (b"%PDF", "{file} is a PDF. A list of addresses is needed: one on each line, or a CSV file."),
    (b"\x1f\x8b", "{file} is packed. Unpack it, and use the CSV file in it."),
    (b"<!doctype html", PAGE),
    (b"<html", PAGE),
    (b"window.ytd.", "{file} is a part of your Twitter archive. It has numbers in it, and no addresses."),
)
_WESTERN = "cp1252"


class TextFile(Struct, frozen=True):
    """A file as text. `guessed` says that nothing in it tells its encoding."""

    name: str
    text: str
    encoding: str
    guessed: bool = False


def open_text(path: Path, most: int = BIGGEST, *, pages: bool = False) -> TextFile:
    """Read a file that may be a table, or a web page where `pages` says so. Raises UsageError."""
    try:
        if path.stat().st_size > most:
            raise UsageError(f"{path} is too big for such a table. Is it the right file?")
        content = path.read_bytes()
    except PermissionError as e:
        raise UsageError(
            f"{path} can't be read ({e.strerror}). If it is open, close it in your spreadsheet program, "
            "then run the same command again."
        ) from e
    except OSError as e:
        raise UsageError(f"{path} can't be read ({e.strerror}). Check the name of the file.") from e
    return read_text(path.name, content, pages=pages)


def read_text(name: str, content: bytes, *, pages: bool = False) -> TextFile:
    """Decode a file. Raises UsageError for what is no text."""
    start = content[:100].lstrip().lower()
    for mark, sentence in NOT_TABLES:
        if not (pages and sentence is PAGE) and start.startswith(mark.lower()):
            raise UsageError(sentence.format(file=name))
    encoding, guessed = _encoding(content)
    return TextFile(name, content.decode(encoding, errors="replace"), encoding, guessed)


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
        return _code_page(), True
    return "utf-8", False


def _code_page() -> str:
    """Find the encoding in which Excel on this computer saves a CSV; the Western one where it has none."""
    own = codecs.lookup(locale.getencoding()).name
    return _WESTERN if own in {"utf-8", "ascii"} else own
