"""The one door to an archive's bytes: whatever path a person gives, and what to tell where it is none."""

from pathlib import Path

from migrate.archive.source import Folder, Source
from migrate.archive.zips import open_zip
from migrate.errors import ArchiveError

_SIBLINGS = ("account.js", "manifest.js", "user_details.js")


def open_source(path: Path) -> Source:
    """The zip, the folder, or the folder around a single file of an archive."""
    try:
        if path.is_dir():
            return Folder(path)
        if not path.exists():
            raise ArchiveError(f"There is nothing at {path}. Give the zip that Twitter sent, or its folder.")
        return _around(path) if path.suffix in {".js", ".csv"} else open_zip(path)
    except OSError as error:
        raise ArchiveError(f"{path} can't be read ({error.strerror}). Look at its permissions.") from error


def _around(path: Path) -> Folder:
    """The folder, if the file lies in an archive: else its other parts would be left out in silence."""
    if any((path.parent / name).exists() for name in _SIBLINGS):
        return Folder(path.parent)
    return Folder(path.parent, only=path.name)
