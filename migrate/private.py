"""Files and folders that only the user may look into: the rights to act, and what was posted."""

import os
from contextlib import suppress
from pathlib import Path


def make_private_folder(folder: Path) -> None:
    """Make a folder, and what is missing above it, for the user alone. What is there stays as it is."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(mode=0o700, exist_ok=True)


def make_private_file(path: Path) -> None:
    """Make an empty file that nobody else may read at any moment. One that is there is only closed to others.

    It isn't opened for that: closing a file gives up the locks that this process holds on it
    (https://sqlite.org/howtocorrupt.html, 2.2).
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        close_to_others(path)


def close_to_others(path: Path) -> None:
    """Take the rights of others to a file or a folder, where the disk knows rights and this user may."""
    with suppress(OSError):
        path.chmod(0o700 if path.is_dir() else 0o600)
