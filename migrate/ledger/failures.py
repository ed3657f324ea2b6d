"""What can go wrong with a ledger's file, each in a sentence that is true and says what to do.

The codes are SQLite's own (https://sqlite.org/rescode.html).
"""

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import MsgspecError

from migrate.errors import LedgerError

FULL = (
    "The disk is full, so the record of what was posted can't be written, and nothing is posted without it. "
    "Make room on the disk, then run the same command again: {path}"
)
NOT_TAKEN = (
    "The disk did not take what was to be written into the record of what was posted ({error}): it is full "
    "for this user, or it fails. Make room on the disk, or check it, then run the same command again: {path}"
)
NOT_WRITABLE = (
    "The record of what was posted can't be written ({error}), and nothing is posted without it. Let this "
    "program write to its folder, or move the folder and set MIGRATE_HOME to its new place: {path}"
)
DAMAGED = (
    "The record of what was posted is damaged ({error}), and nothing is posted without it. Put a copy from "
    "a backup in its place, or move it away if there is none; what your account holds is then looked up "
    "before anything is posted: {path}"
)
EMPTY = (
    "The record of what was posted is there and holds nothing ({error}), so it can't say what was posted. "
    "Put a copy from a backup in its place, or move it away if there is none; what your account holds is "
    "then looked up before anything is posted: {path}"
)
WITHOUT_LOCKS = (
    "The record of what was posted lies on a disk that can't lock files ({error}), as some network disks "
    "can't. Two imports at once would post things twice. Move the folder to a disk of this computer, and "
    "set MIGRATE_HOME to its new place: {path}"
)
FAILING = (
    "The disk failed while the record of what was posted was read or written ({error}). Check the disk, "
    "then run the same command again: {path}"
)
NOT_OPENED = (
    "The record of what was posted can't be opened ({error}), and nothing is posted without it. See whether "
    "it is there, and whether you may read it: {path}"
)
HELD = (
    "Another program holds on to the record of what was posted, a backup or a database browser for "
    "example. Close that program, then run the same command again: {path}"
)
OTHER = (
    "The record of what was posted can't be used ({error}), and nothing is posted without it. If another "
    "program has changed it, put a copy from a backup in its place: {path}"
)

_LOCKING = (
    *("SQLITE_PROTOCOL", "SQLITE_NOLFS", "SQLITE_IOERR_LOCK", "SQLITE_IOERR_RDLOCK", "SQLITE_IOERR_UNLOCK"),
    *("SQLITE_IOERR_CHECKRESERVEDLOCK", "SQLITE_IOERR_BLOCKED", "SQLITE_IOERR_SHM"),
)
_SENTENCES = (
    (("SQLITE_FULL",), FULL),
    (("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH"), NOT_WRITABLE),
    (("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT", "SQLITE_IOERR_CORRUPTFS"), DAMAGED),
    (("SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE"), NOT_TAKEN),
    (_LOCKING, WITHOUT_LOCKS),
    (("SQLITE_IOERR",), FAILING),
    (("SQLITE_CANTOPEN",), NOT_OPENED),
    (("SQLITE_BUSY", "SQLITE_LOCKED"), HELD),
)
"""By the beginnings of SQLite's names for errors; the first that fits counts.

A quota that is used up has no name of its own (sqlite/src/os_unix.c, seekAndWrite knows ENOSPC alone).
"""

_FULL = {errno.ENOSPC, errno.EDQUOT}
_NOT_WRITABLE = {errno.EROFS, errno.EACCES, errno.EPERM}
_LEAST_ROOM = 1 << 16
"""Where there is less, SQLite tells of other troubles: it can't make its files for WAL, for example."""


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn what happens to the file into a LedgerError that says what to do."""
    try:
        yield
    except (sqlite3.Error, OSError) as e:
        raise LedgerError(_sentence(e, path).format(error=e, path=path)) from e


@contextmanager
def damage_in_words(path: Path) -> Iterator[None]:
    """The same while rows are read: what isn't what was written is damage."""
    try:
        with in_words(path):
            yield
    except (ValueError, MsgspecError) as e:
        raise LedgerError(DAMAGED.format(error=e, path=path)) from e


def _sentence(error: sqlite3.Error | OSError, path: Path) -> str:
    if isinstance(error, OSError):
        if error.errno in _FULL:
            return FULL
        return NOT_WRITABLE if error.errno in _NOT_WRITABLE else NOT_OPENED
    if "Could not decode to UTF-8" in str(error):  # Python's own, without a name of SQLite
        return DAMAGED
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_IOERR", "SQLITE_CANTOPEN")) and _has_no_room(path):
        return FULL
    if name.startswith("SQLITE_CANTOPEN") and path.exists() and not os.access(path.parent, os.W_OK):
        return NOT_WRITABLE
    return next((sentence for names, sentence in _SENTENCES if name.startswith(names)), OTHER)


def _has_no_room(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _LEAST_ROOM
    except OSError:
        return False
