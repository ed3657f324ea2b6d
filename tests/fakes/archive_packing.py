"""The ways in which an archive lies on somebody's disk: as downloaded, unpacked, packed again on a Mac."""

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

Packing = Literal["zip", "nested", "mac", "folder", "data", "bare"]
"""`nested` and `mac` are zips with a top folder; `data` is a folder, `bare` a file, without the rest."""

Member = tuple[str, Iterable[bytes]]

_TOP = "twitter-2024-05-06-" + "0123456789abcdef" * 4 + "/"
_STAMP = (2024, 5, 6, 12, 0, 0)
_BIG = 1 << 20


def pack(where: Path, members: Iterable[Member], packing: Packing) -> Path:
    """Write the members to `where`, one after the other as a stream; the path to give to a reader."""
    match packing:
        case "zip":
            return _zip(where, members)
        case "nested":
            return _zip(where, ((_TOP + name, chunks) for name, chunks in members))
        case "mac":
            return _zip(where, _with_mac_droppings(members))
        case "folder":
            return _folder(where, members)
        case "data":
            return _folder(where, ((name, chunks) for name, chunks in members if name.startswith("data/")))
        case "bare":
            return _bare(where, members)


def _zip(where: Path, members: Iterable[Member]) -> Path:
    """The same bytes for the same members: entries bear a fixed date."""
    with zipfile.ZipFile(where, "w") as archive:
        for name, chunks in members:
            entry = zipfile.ZipInfo(name, date_time=_STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w", force_zip64=True) as target:
                target.writelines(_gathered(chunks))
    return where


def _gathered(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Fewer, larger writes: a zip entry pays for each of them."""
    waiting: list[bytes] = []
    size = 0
    for chunk in chunks:
        waiting.append(chunk)
        size += len(chunk)
        if size > _BIG:
            yield b"".join(waiting)
            waiting, size = [], 0
    yield b"".join(waiting)


def _folder(where: Path, members: Iterable[Member]) -> Path:
    where.mkdir(parents=True, exist_ok=True)
    for name, chunks in members:
        target = where / name
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as file:
            file.writelines(chunks)
    return where


def _bare(where: Path, members: Iterable[Member]) -> Path:
    """Only the tweets: `tweets.js`, `tweet.js` or `tweets.csv`, in the folder `where`."""
    wanted = {"tweets.js", "tweet.js", "tweets.csv"}
    for name, chunks in members:
        short = name.rsplit("/", 1)[-1]
        if short in wanted:
            return _folder(where, [(short, chunks)]) / short
    raise ValueError("This era has no single file of tweets.")


def _with_mac_droppings(members: Iterable[Member]) -> Iterator[Member]:
    """What Finder adds when it compresses a folder: `.DS_Store`, and a shadow of every file."""
    yield _TOP + ".DS_Store", [b"\x00\x00\x00\x01Bud1"]
    for name, chunks in members:
        yield _TOP + name, chunks
        folder, slash, short = (_TOP + name).rpartition("/")
        yield f"__MACOSX/{folder}{slash}._{short}", [b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X        "]
