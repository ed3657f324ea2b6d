"""Put the pictures and videos of the preview beside the page in a folder, or inside the page itself.

Names from the archive never become names on this disk, and only kinds of files that
a browser shows as a picture or a video are put there.
"""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from migrate.archive.archive import Archive
from migrate.model import mime_type_of
from migrate.pages.cards import Absence, Place

LARGEST_INLINE = 1024 * 1024
MOST_INLINE = 32 * 1024 * 1024
"""In one file: a page of more than some 40 MB is slow to open and too big to send to a friend."""

_BLOCK = 256 * 1024


def copied(archive: Archive, files: Mapping[str, int | None], folder: Path) -> Iterator[tuple[str, Place]]:
    """Copy the files, given with their sizes, into the folder; those of an earlier run stay."""
    folder.mkdir(parents=True, exist_ok=True)
    for file, size in files.items():
        name = _safe_name(file)
        if name is None:
            yield file, Place(absence=Absence.UNKNOWN_KIND)
            continue
        target = folder / name
        there = target.exists() and target.stat().st_size == size
        whole = there or _copy(archive, file, target)
        yield file, Place(f"{folder.name}/{name}") if whole else Place(absence=Absence.DAMAGED)


def inlined(archive: Archive, files: Mapping[str, int | None]) -> Iterator[tuple[str, Place]]:
    """Write the files as `data:` addresses, as far as they are small enough, each and together."""
    left = MOST_INLINE
    for file in files:
        mime_type = mime_type_of(file)
        if mime_type is None:
            yield file, Place(absence=Absence.UNKNOWN_KIND)
            continue
        try:
            with archive.open_file(file) as stream:
                content = stream.read(min(left, LARGEST_INLINE) + 1)
        except OSError:
            yield file, Place(absence=Absence.DAMAGED)
            continue
        if len(content) > min(left, LARGEST_INLINE):
            yield file, Place(absence=Absence.TOO_BIG)
            continue
        left -= len(content)
        yield file, Place(f"data:{mime_type};base64,{b64encode(content).decode()}")


def _copy(archive: Archive, file: str, target: Path) -> bool:
    """Copy a file, and tell whether the archive gave all of it; an error of this disk is raised."""
    beginning = target.with_suffix(".part")
    try:
        stream = archive.open_file(file)
    except OSError:
        return False
    with stream, beginning.open("wb") as copy:
        for block in _blocks(stream):
            if block is None:
                break
            copy.write(block)
        else:
            beginning.replace(target)
            return True
    beginning.unlink()
    return False


def _blocks(stream: BinaryIO) -> Iterator[bytes | None]:
    """Read the content in blocks; None where it is damaged from here on."""
    while True:
        try:
            block = stream.read(_BLOCK)
        except OSError:
            yield None
            return
        if not block:
            return
        yield block


def _safe_name(file: str) -> str | None:
    """Give a file the same name each time, made of nothing that the archive says but its kind."""
    if mime_type_of(file) is None:
        return None
    return sha256(file.encode()).hexdigest()[:20] + PurePosixPath(file).suffix.lower()
