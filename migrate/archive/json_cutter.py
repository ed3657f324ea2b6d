"""Cut a streamed file into JSON arrays of whole records, without parsing it.

Twitter's files are `window.YTD.tweets.part0 = [` and then objects, printed over many
lines. What stands around the objects is skipped: it has changed with every era, and
people edit it. An object of such a file ends with the first line that closes it at
its own indentation, and a raw line break can't stand inside a JSON string, so the text
of a tweet can't fake that line: one search from the end of what was read finds where
the last whole record ends. Where a file is printed in another way, each brace and quote
is looked at: slower, and right all the same.

A wrong cut is never a wrong tweet. No beginning of a JSON object is itself a whole
JSON object, so whoever decodes the piece notices; it is then cut with more care.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

LONGEST = 1 << 20
"""Bytes of a record; the longest that Twitter writes have some thirty thousand."""

_TAIL = 1000
"""Bytes behind the last record that are looked at: an editor's comment may stand there."""

_CHUNK = 1 << 16  # larger pieces of memory are asked for anew each time, which takes longer
_OUTSIDE = re.compile(rb'["{}\[\]]')
_INSIDE = re.compile(rb'["\\]')
_INDENTATION = re.compile(rb"\n([ \t]*)\Z")
_FIRST_LINE = re.compile(rb"\{[ \t\r]*\n([ \t]*)")
_CLOSED = re.compile(rb"\](?:[\s;]|//[^\n]*|/\*.*?\*/)*\Z", re.DOTALL)


class Cutter:
    """The pieces of one file, each an array of whole records; an empty one stands for one past `LONGEST`.

    `whole` tells, after the last piece, whether the file ended as it should.
    """

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self.whole = False
        self._read = read
        self._buffer = bytearray()
        self._at = 0
        self._closing_line: bytes | None = None

    def __iter__(self) -> Iterator[bytes]:
        if not self._seek_start():
            return
        self._closing_line = _guess_closing_line(self._buffer, self._at)
        while self._seek_start():
            piece = self._to_last_closing_line() if self._closing_line else self._to_closing_brace()
            if piece is None:
                return
            yield piece

    def singles(self, piece: bytes) -> Iterator[bytes]:
        """Cut a piece into its records: by their closing lines, whatever is between them."""
        line, start = self._closing_line, 1
        if line is None:
            yield piece[1:-1]
            return
        while start >= 0 and (found := piece.find(line, start)) >= 0:
            end = found + len(line)
            yield piece[start:end]
            start = piece.find(b"{", end)

    def _seek_start(self) -> bool:
        """Go to the next opening brace; at the end of the file, see whether it is a proper one."""
        between = b""
        while (start := self._buffer.find(b"{", self._at)) < 0:
            between = (between + self._buffer[self._at :])[-_TAIL:]
            self._at = len(self._buffer)
            if not self._fill():
                self.whole = _CLOSED.search(between) is not None
                return False
        self._at = start
        return True

    def _to_last_closing_line(self) -> bytes | None:
        line, too_long = self._closing_line or b"", False
        while (found := (self._buffer.find if too_long else self._buffer.rfind)(line, self._at)) < 0:
            if len(self._buffer) - self._at > LONGEST:
                self._at, too_long = len(self._buffer) - len(line), True
            if not self._fill():
                self._closing_line = None
                return b"" if too_long else self._to_closing_brace()
        return self._take(found + len(line), too_long=too_long)

    def _to_closing_brace(self) -> bytes | None:
        too_long = False
        walk = _Walk(self._at)
        while not (walk := _walk(self._buffer, walk)).closed:
            if walk.at - self._at > LONGEST:
                self._at, too_long = min(walk.at, len(self._buffer)), True
            walk = walk._replace(at=walk.at - self._at)
            if not self._fill():
                return b"" if too_long else None
        return self._take(walk.at, too_long=too_long)

    def _take(self, end: int, *, too_long: bool) -> bytes:
        records = memoryview(self._buffer)[self._at : end]
        self._at = end
        return b"" if too_long else b"".join((b"[", records, b"]"))

    def _fill(self) -> bool:
        """Read on, and forget what was dealt with."""
        chunk = self._read(_CHUNK)
        del self._buffer[: self._at]
        self._buffer += chunk
        self._at = 0
        return bool(chunk)


def recut(piece: bytes) -> Iterator[bytes]:
    """Cut a piece that turned out not to be one record, brace by brace."""
    start = piece.find(b"{")
    while start >= 0 and (walk := _walk(piece, _Walk(start))).closed:
        yield piece[start : walk.at]
        start = piece.find(b"{", walk.at)


class _Walk(NamedTuple):
    """How far we looked at each brace and quote, and what is open there."""

    at: int
    depth: int = 0
    in_string: bool = False
    closed: bool = False


def _walk(buffer: bytes | bytearray, walk: _Walk) -> _Walk:
    """Go on to the brace that closes the record, or to the end of what is there."""
    at, depth, in_string, _ = walk
    while found := (_INSIDE if in_string else _OUTSIDE).search(buffer, at):
        at = found.end()
        sign = found[0]
        if sign == b"\\":
            at += 1
        elif sign == b'"':
            in_string = not in_string
        else:
            depth += 1 if sign in b"{[" else -1
            if depth == 0:
                return _Walk(at, closed=True)
    return _Walk(max(at, len(buffer)), depth, in_string)


def _guess_closing_line(buffer: bytearray, start: int) -> bytes | None:
    """Guess the line that ends a record, if one of the first five records bears it out."""
    found = _INDENTATION.search(buffer, 0, start)
    indentation = found[1] if found else b""
    inside = _FIRST_LINE.match(buffer, start)
    if inside is None or len(inside[1]) <= len(indentation):
        return None  # objects inside the record may end with the same line
    line = b"\n%b}" % indentation
    for _ in range(5):
        end = buffer.find(line, start)
        if end < 0:
            return None
        end += len(line)
        if _walk(buffer[start:end], _Walk(0)) == _Walk(end - start, closed=True):
            return line
        start = buffer.find(b"{", end)
        if start < 0:
            return None
    return None
