"""Read zips: as downloaded, inside another zip, or cut off by a download that did not finish."""

import io
import zipfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from migrate.archive.containers import Container, refuse_bomb
from migrate.archive.torn import TornZip
from migrate.errors import ArchiveError
from migrate.model import Problem, ProblemKind

LARGEST_LISTING = 64 << 20
"""Bytes of a zip's list of contents: some half a million files."""

_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA})
"""Windows packs what is over 2 GB with Deflate64 (github.com/dotnet/corefx/issues/9925)."""

_OTHER_PACKERS = {b"7z\xbc\xaf": "7z", b"Rar!": "RAR", b"\x1f\x8b": "gzip", b"BZh": "bzip2", b"\xfd7zX": "xz"}
_SIGNATURE = b"PK\x03\x04"
_END = b"PK\x05\x06"
_END_LENGTH = 22
_LONGEST_COMMENT = 1 << 16
_LONG_ZIP = 0xFFFFFFFF


def open_zip(path: Path) -> Container:
    """Open the zip, or what is left of it where the end is missing; ArchiveError where it is none."""
    with path.open("rb") as file:
        beginning = file.read(len(_SIGNATURE))
        _refuse_endless_listing(path, file)
    try:
        return Zip(path, zipfile.ZipFile(path))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as error:
        if beginning == _SIGNATURE:
            return TornZip(path)
        for mark, packer in _OTHER_PACKERS.items():
            if beginning.startswith(mark):
                raise ArchiveError(
                    f"{path} is a {packer} file, and none of those can be read here. Unpack it, and give the "
                    "folder. Or: Give the zip that Twitter sent (twitter-….zip)."
                ) from error
        raise ArchiveError(
            f"{path} is not a zip file. Give the zip that Twitter sent (twitter-….zip), or its folder."
        ) from error


class Zip:
    """A zip, read in place."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self.path = path
        self._zip = archive
        items = [item for item in archive.infolist() if not item.filename.endswith("/")]
        if any(item.flag_bits & 1 for item in items):
            raise ArchiveError(f"{path} is locked with a password. Unpack it, and give the folder.")
        if any(item.compress_type not in _METHODS for item in items):
            raise ArchiveError(
                f"{path} was packed in a way that can't be read here, as Windows does with large zips. "
                "Unpack it, and give the folder."
            )
        self.sizes: Mapping[str, int] = {item.filename: item.file_size for item in items}
        names = Counter(item.filename for item in items) if len(items) > len(self.sizes) else {}
        self.problems: Sequence[Problem] = [
            Problem(ProblemKind.DUPLICATE, name, "twice in the zip; the last one is read")
            for name, count in names.items()
            if count > 1
        ]

    def open(self, name: str) -> BinaryIO:
        """Stream a member. It ends at the size that the listing declares, whatever comes after."""
        item = self._zip.getinfo(name)
        refuse_bomb(item.file_size, item.compress_size)
        return cast(BinaryIO, self._zip.open(item))

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()


def zip_inside(container: Container, name: str) -> Zip:
    """Open a zip inside an archive: until January 2020 Twitter put pictures into such zips."""
    return Zip(container.path / name, zipfile.ZipFile(container.open(name)))


def _refuse_endless_listing(path: Path, file: BinaryIO) -> None:
    """Refuse a list of contents, which is held in memory, that is larger than an archive's can be."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - _END_LENGTH - _LONGEST_COMMENT))
    tail = file.read()
    at = tail.rfind(_END)
    declared = int.from_bytes(tail[at + 12 : at + 16], "little") if at >= 0 else 0
    if LARGEST_LISTING < declared < _LONG_ZIP:
        raise ArchiveError(f"{path} lists more files than a Twitter archive has. Is it the right file?")
