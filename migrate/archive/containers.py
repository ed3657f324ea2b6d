"""The containers that an archive comes in, a zip or a folder, read where they lie.

Names inside are labels that are looked up in a listing made once. They never become
paths of their own, so a name with `..` in it leads nowhere; links are not followed, so
that a prepared folder can't have private files from elsewhere posted. Nothing is unpacked.
"""

import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from os import scandir
from pathlib import Path
from typing import BinaryIO, Protocol

from migrate.model.problems import Problem

BROKEN = (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError, ValueError)
"""What opening and reading a damaged, locked or oddly packed member raises."""

_BOMB = 200
_SMALL = 32 << 20

_DEEPEST = 6
"""Folders below the one that is given: an archive has three, and may lie a little deeper."""


class Container(Protocol):
    """A zip or a folder. `sizes` is its listing; `problems` is what is wrong with it as a whole."""

    path: Path
    sizes: Mapping[str, int]
    problems: Sequence[Problem]

    def open(self, name: str) -> BinaryIO:
        """Open what lies under this name in the listing. Opening and reading raise BROKEN."""

    def close(self) -> None:
        """Let go of the file."""


class Folder:
    """An unpacked archive, or one file of it."""

    problems: Sequence[Problem] = ()

    def __init__(self, path: Path, only: str | None = None) -> None:
        self.path = path
        self.sizes: Mapping[str, int] = (
            dict(_walk(path)) if only is None else {only: (path / only).stat().st_size}
        )

    def open(self, name: str) -> BinaryIO:
        """Open one of the files that were listed."""
        if name not in self.sizes:
            raise FileNotFoundError(name)
        return (self.path / name).open("rb")

    def close(self) -> None:
        """Do nothing: no file is held open."""


def _walk(top: Path) -> Iterator[tuple[str, int]]:
    """List every file's name below `top`, and its size."""
    folders = [("", 0)]
    while folders:
        folder, depth = folders.pop()
        with scandir(top / folder) as entries:
            for entry in entries:
                name = f"{folder}{entry.name}"
                if entry.is_file(follow_symlinks=False):
                    yield name, entry.stat(follow_symlinks=False).st_size
                elif depth < _DEEPEST and entry.is_dir(follow_symlinks=False):
                    folders.append((f"{name}/", depth + 1))


def refuse_bomb(size: int, packed: int) -> None:
    """Refuse a large file that shrinks to a two hundredth: Twitter's shrink to a tenth."""
    if size > max(_SMALL, _BOMB * packed):
        raise zipfile.BadZipFile("it would grow beyond measure")
