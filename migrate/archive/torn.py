"""Read what is left of a zip whose end is missing.

The list of contents stands at the end of a zip, so a download that was cut off has none.
But each member has a header of its own, and they follow one another
(https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.7 to 4.3.9).
Programs that write a zip as a stream put the sizes behind the contents, not before.
"""

import io
import mmap
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from migrate.archive.containers import refuse_bomb
from migrate.errors import ArchiveError
from migrate.model import Problem, ProblemKind

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_HEADER = struct.Struct("<4sHHHHHIIIHH")
_LONG, _SHORT = struct.Struct("<QQ"), struct.Struct("<II")
_MEMBER = b"PK\x03\x04"
_SIZES = b"PK\x07\x08"
_SIZES_FOLLOW = 0x08
_UTF8 = 0x800
_STORED, _DEFLATED = 0, 8
_UNKNOWN = 0xFFFFFFFF
_CHUNK = 1 << 16
_ZIP64 = 1


class _Member(NamedTuple):
    """Where the bytes of a member lie."""

    name: str
    method: int
    start: int
    end: int
    size: int
    whole: bool


class TornZip:
    """The members of a zip without an end. Of the last one, which is cut off, only a text is of use."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: Sequence[Problem] = [
            Problem(ProblemKind.TRUNCATED, path.name, "the end of the zip is missing")
        ]
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            members = [
                member
                for member in _members(content)
                if member.whole or member.name.endswith((".js", ".csv"))
            ]
        self._members = {member.name: member for member in members}
        self.sizes: Mapping[str, int] = {member.name: member.size for member in members}
        if not members:
            raise ArchiveError(
                f"{path} was not downloaded in full: nothing in it can be read. Download it again."
            )

    def open(self, name: str) -> BinaryIO:
        """Stream a member, as far as it goes."""
        return io.BufferedReader(_Stream(self.path.open("rb"), self._members[name]), _CHUNK)

    def close(self) -> None:
        """Do nothing: no file is held open."""


class _Stream(io.RawIOBase):
    """The contents of one member."""

    def __init__(self, file: BinaryIO, member: _Member) -> None:
        if member.method not in {_STORED, _DEFLATED}:
            raise NotImplementedError("it is packed in a way that no Twitter archive is")
        self._file = file
        self._left = member.end - member.start
        self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        self._next = self._inflated if member.method == _DEFLATED else self._packed
        self._grown = 0
        file.seek(member.start)

    def readable(self) -> bool:
        return True

    def readinto(self, target: "WriteableBuffer") -> int:
        room = memoryview(target)
        ready = self._next(len(room))
        room[: len(ready)] = ready
        return len(ready)

    def close(self) -> None:
        self._file.close()
        super().close()

    def _packed(self, most: int) -> bytes:
        chunk = self._file.read(min(most, self._left))
        self._left -= len(chunk)
        return chunk

    def _inflated(self, most: int) -> bytes:
        ready = b""
        while not ready and not self._inflate.eof:
            packed = self._inflate.unconsumed_tail or self._packed(_CHUNK)
            ready = self._inflate.decompress(packed, most)
            if not packed:
                break
        self._grown += len(ready)
        refuse_bomb(self._grown, self._file.tell())
        return ready


def _members(content: mmap.mmap) -> Iterator[_Member]:
    """Find every member with a header, in the order of the file."""
    at = 0
    while (at := content.find(_MEMBER, at)) >= 0 and at + _HEADER.size <= len(content):
        _, _, flags, method, _, _, _, packed, size, named, more = _HEADER.unpack_from(content, at)
        name = content[at + _HEADER.size : at + _HEADER.size + named].decode(errors="replace")
        extra = content[at + _HEADER.size + named : at + _HEADER.size + named + more]
        start = at + _HEADER.size + named + more
        if _UNKNOWN in {packed, size}:
            size, packed = _long_sizes(extra)
        if flags & _SIZES_FOLLOW:
            size, packed = _sizes_behind(content, start)
        at = min(start + packed, len(content))
        yield _Member(name, method, start, at, size, whole=start + packed <= len(content))


def _long_sizes(extra: bytes) -> tuple[int, int]:
    """Read the full and packed size of a member that may be over 4 GB, in its zip64 field (section 4.5.3)."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        if kind == _ZIP64 and at + 4 + _LONG.size <= len(extra):
            size, packed = _LONG.unpack_from(extra, at + 4)
            return size, packed
        at += 4 + length
    return 0, 0


def _sizes_behind(content: mmap.mmap, start: int) -> tuple[int, int]:
    """Read them behind the contents: they stand where the packed size leads back to the start."""
    at = start
    while (at := content.find(_SIZES, at)) >= 0 and at + 16 <= len(content):
        for form in (_LONG, _SHORT):
            if at + 8 + form.size <= len(content):
                packed, size = form.unpack_from(content, at + 8)
                if packed == at - start:
                    return size, packed
        at += 1
    return 0, len(content)
