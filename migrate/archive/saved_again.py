"""Read files that a person or a program has saved again: in another encoding, with an editor's additions.

Twitter writes UTF-8 and strict JSON. Windows' editors save UTF-16 or the code page of Western
Europe, editors for JavaScript add commas and comments and take the quotes off keys.
"""

import codecs
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

_CHUNK = 1 << 16
_ENOUGH = 3
"""So many characters of Western Europe's code page, and none of UTF-8, tell one from the other; a single
damaged byte does not."""

_BEGINNINGS = {
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
    b"w\0i\0": "utf-16-le",
    b"\0w\0i": "utf-16-be",
}
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_TEXT = r'"(?:[^"\\]|\\.)*"'
_COMMENT = re.compile(rf"{_TEXT}|//[^\n]*|/\*.*?\*/", re.DOTALL)
_COMMA = re.compile(rf"{_TEXT}|,(?=\s*[}}\]])", re.DOTALL)
_KEY = re.compile(rf"{_TEXT}|(?<=[{{,\s])([A-Za-z_]\w*)(?=\s*:)", re.DOTALL)

Read = Callable[[int], bytes]


def read_as_utf8(stream: BinaryIO) -> Read:
    """Make the `read` of a file that gives UTF-8, whatever the file was saved in."""
    first = stream.read(_CHUNK)
    encoding = None if first.isascii() and b"\0" not in first[:4] else _encoding_of(first)
    decoder = codecs.getincrementaldecoder(encoding)("replace") if encoding else None
    ahead = [first]

    def read(size: int) -> bytes:
        chunk = ahead.pop() if ahead else stream.read(size)
        return decoder.decode(chunk, not chunk).encode(errors="replace") if decoder else chunk

    return read


def read_whole(stream: BinaryIO, most: int) -> bytes:
    """Read a small file as UTF-8, up to so many bytes."""
    read, text = read_as_utf8(stream), b""
    while len(text) < most and (chunk := read(_CHUNK)):
        text += chunk
    return text


def lines_of(stream: BinaryIO, longest: int) -> Iterator[str]:
    """List the lines of a table, with their ends; one past `longest` comes in pieces."""
    read, decoder, rest = read_as_utf8(stream), codecs.getincrementaldecoder("utf-8-sig")("replace"), ""
    while chunk := read(_CHUNK):
        *lines, rest = (rest + decoder.decode(chunk)).split("\n")
        yield from (f"{line}\n" for line in lines)
        if len(rest) > longest:
            yield rest
            rest = ""
    if rest:
        yield rest


def tidied(piece: bytes) -> bytes:
    """Take out comments and commas that JSON has not, and put keys into quotes."""
    text = _COMMENT.sub(_only_texts, piece.decode(errors="surrogateescape"))
    text = _COMMA.sub(_only_texts, text)
    text = _KEY.sub(lambda found: f'"{found[1]}"' if found[1] else found[0], text)
    return text.encode(errors="surrogateescape")


def _only_texts(found: re.Match[str]) -> str:
    return found[0] if found[0].startswith('"') else ""


def _encoding_of(beginning: bytes) -> str | None:
    """Tell the encoding by the first bytes, or by bytes that can't be UTF-8; None for UTF-8."""
    for mark, encoding in _BEGINNINGS.items():
        if beginning.startswith(mark):
            return encoding
    if not codecs.getincrementaldecoder("utf-8")("ignore").decode(beginning).isascii():
        return None
    return "cp1252" if len(_NOT_ASCII.findall(beginning)) >= _ENOUGH else None
