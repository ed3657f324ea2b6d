"""Find the file of the archive that belongs to a picture or video, from one listing.

A file is named after its tweet and the last part of its address: for a video, that of
the best file that Twitter had, else of another one. There are no thumbnails in the
media folders; a video's own address is that of its still picture and is never tried.
"""

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO, cast

from migrate.archive.containers import BROKEN, Container
from migrate.archive.layout import Export, base_of
from migrate.archive.problems import Problems
from migrate.archive.wire import WireMedia, WireSize
from migrate.archive.zips import zip_inside
from migrate.errors import ArchiveError
from migrate.model import Media, MediaKind, ProblemKind

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_KINDS = {kind.value: kind for kind in MediaKind}


class MediaIndex:
    """The media files of all exports, by base name."""

    def __init__(self, exports: Iterable[Export], problems: Problems) -> None:
        self._places: dict[str, tuple[Container, str]] = {}
        for export in exports:
            for base, name in export.media.items():
                if base.endswith(".zip"):
                    self._add_zip(export.container, name, problems)
                self._places.setdefault(base, (export.container, name))

    def _add_zip(self, container: Container, name: str, problems: Problems) -> None:
        """List a zip of pictures, as until 2020 (github.com/tiffany352/twitter-archive-browser/issues/28)."""
        try:
            inner = zip_inside(container, name)
        except (*BROKEN, ArchiveError) as error:
            problems.add(ProblemKind.DAMAGED_FILE, base_of(name), str(error)[:200])
            return
        for inside in inner.sizes:
            self._places.setdefault(base_of(inside), (inner, inside))

    def media_of(self, wire: WireMedia, tweet_id: int) -> Media:
        """Describe a picture or video, with its file where the archive has it."""
        kind = _KINDS.get(wire.type, MediaKind.PHOTO)
        media_id = wire.id or _last_part(wire.media_url_https or wire.media_url)
        largest = _largest(wire)
        width, height = (largest.w, largest.h) if largest and largest.w and largest.h else (None, None)
        container, file = self._find(wire, kind, tweet_id) or (None, None)
        size = container.sizes[file] if container and file else None
        return Media(
            media_id, kind, wire.url, wire.expanded_url, file, size, width, height, wire.media_alt or ""
        )

    def starting_with(self, prefix: str) -> str | None:
        """Find the file whose base name is, or begins with, this (a header's address lacks its ending)."""
        return next((name for base, (_, name) in self._places.items() if base.startswith(prefix)), None)

    def open(self, file: str) -> BinaryIO:
        """Open a file that the index knows; OSError where it is unknown or damaged."""
        try:
            container, name = self._places[base_of(file)]
            return cast(BinaryIO, io.BufferedReader(_Sturdy(container.open(name))))
        except (*BROKEN, KeyError) as error:
            raise OSError(f"{file} can't be read ({error})") from error

    def _find(self, wire: WireMedia, kind: MediaKind, tweet_id: int) -> tuple[Container, str] | None:
        for address in _addresses(wire, kind):
            if place := self._places.get(f"{tweet_id}-{_last_part(address)}"):
                return place
        return None


class _Sturdy(io.RawIOBase):
    """A stream whose damage shows as OSError, whichever way the archive is packed."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        try:
            return self._stream.seek(offset, whence)
        except BROKEN as error:
            raise OSError(str(error)) from error

    def readinto(self, target: "WriteableBuffer") -> int:
        room = memoryview(target)
        try:
            ready = self._stream.read(len(room))
        except BROKEN as error:
            raise OSError(str(error)) from error
        room[: len(ready)] = ready
        return len(ready)

    def close(self) -> None:
        self._stream.close()
        super().close()


def _last_part(address: str) -> str:
    return address.partition("?")[0].rpartition("/")[2]


def _addresses(wire: WireMedia, kind: MediaKind) -> Iterator[str]:
    if kind is MediaKind.PHOTO:
        yield wire.media_url_https
        yield wire.media_url
    elif wire.video_info:
        files = [variant for variant in wire.video_info.variants if variant.bitrate is not None]
        yield from (variant.url for variant in sorted(files, key=lambda v: -(v.bitrate or 0)))


def _largest(wire: WireMedia) -> WireSize | None:
    if isinstance(wire.sizes, tuple):
        return max(wire.sizes, key=lambda size: size.w * size.h, default=None)
    return wire.sizes.large if wire.sizes else None
