"""Find the file of the archive that belongs to a picture or video, from one listing.

A file is named after its tweet and the last part of its address: for a video, that of
the best file that Twitter had, else of another one. There are no thumbnails in the
media folders; a video's own address is that of its still picture and is never tried.
People copy files and programs convert them: a file under the tweet's id whose name
differs a little is taken where there is no doubt.
"""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO, cast

from migrate.archive.containers import BROKEN, Container
from migrate.archive.layout import Export, base_of
from migrate.archive.problems import Problems
from migrate.archive.wire import WireMedia, WireSize
from migrate.archive.zips import zip_inside
from migrate.errors import ArchiveError
from migrate.model import Media, MediaKind, ProblemKind, mime_type_of

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_KINDS = {kind.value: kind for kind in MediaKind}
_PLAYLIST = ".m3u8"
_SIGNS_OF_A_KEY = re.compile(r"[A-Za-z0-9_-]*")

_Place = tuple[Container, str]


class MediaIndex:
    """The media files of all exports, by base name."""

    def __init__(self, exports: Iterable[Export], problems: Problems) -> None:
        self._places: dict[str, _Place] = {}
        self._by_tweet: dict[str, list[str]] | None = None
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

    def media_of(self, wire: WireMedia, tweet_ids: Sequence[int], *, alone: bool = False) -> Media:
        """Describe a picture or video, with its file where the archive has it; an empty one is none.

        `tweet_ids` are the tweet's, and those of its other versions. `alone` says that it has no other media.
        """
        kind = _KINDS.get(wire.type, MediaKind.VIDEO if wire.video_info else MediaKind.PHOTO)
        media_id = wire.id or _last_part(wire.media_url_https or wire.media_url)
        largest = _largest(wire)
        width, height = (largest.w, largest.h) if largest and largest.w and largest.h else (None, None)
        place = self._find(wire, kind, tweet_ids) or self._find_alike(wire, kind, tweet_ids, alone=alone)
        container, file = place or (None, None)
        size = container.sizes[file] if container and file else None
        alt = wire.media_alt or wire.ext_alt_text or ""
        return Media(
            media_id, kind, wire.url, wire.expanded_url, file if size else None, size, width, height, alt
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

    def _find(self, wire: WireMedia, kind: MediaKind, tweet_ids: Iterable[int]) -> _Place | None:
        for tweet_id in tweet_ids:
            for address in _addresses(wire, kind):
                if place := self._places.get(f"{tweet_id}-{_last_part(address)}"):
                    return place
        return None

    def _find_alike(
        self, wire: WireMedia, kind: MediaKind, tweet_ids: Iterable[int], *, alone: bool
    ) -> _Place | None:
        """Find the file under a name that differs a little, or the tweet's only one for its only picture."""
        if self._by_tweet is None:
            self._by_tweet = _by_tweet(self._places)
        if not self._by_tweet:
            return None
        there = [
            base
            for tweet_id in tweet_ids
            for base in self._by_tweet.get(str(tweet_id), ())
            if _may_be(kind, base)
        ]
        if not there:
            return None
        keys = {_key(_last_part(address)) for address in _addresses(wire, kind)}
        alike = [base for base in there if _key(base.partition("-")[2]) in keys]
        found = alike if alike or not alone else there
        return self._places[found[0]] if len(found) == 1 else None


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


def _by_tweet(bases: Iterable[str]) -> dict[str, list[str]]:
    by_tweet: dict[str, list[str]] = {}
    for base in bases:
        by_tweet.setdefault(base.partition("-")[0], []).append(base)
    return by_tweet


def _key(name: str) -> str:
    """Take Twitter's key of a file: what stands before an ending, a size, or the mark of a copy."""
    key = _SIGNS_OF_A_KEY.match(name)
    return key[0].lower() if key else ""


def _may_be(kind: MediaKind, base: str) -> bool:
    """Tell whether a file can be such a picture or video, by its name: no still picture is a video."""
    mime = mime_type_of(base) or ""
    if kind is MediaKind.PHOTO:
        return mime.startswith("image/")
    return mime.startswith("video/") or (kind is MediaKind.GIF and mime == "image/gif")


def _addresses(wire: WireMedia, kind: MediaKind) -> Iterator[str]:
    if kind is MediaKind.PHOTO:
        yield wire.media_url_https
        yield wire.media_url
    elif wire.video_info:
        best_first = sorted(wire.video_info.variants, key=lambda variant: -(variant.bitrate or 0))
        yield from (variant.url for variant in best_first if not _last_part(variant.url).endswith(_PLAYLIST))


def _largest(wire: WireMedia) -> WireSize | None:
    if isinstance(wire.sizes, tuple):
        return max(wire.sizes, key=lambda size: size.w * size.h, default=None)
    return wire.sizes.large if wire.sizes else None
