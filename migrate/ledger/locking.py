"""One writer at a time, also where a disk has no locks: there, none."""

import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

from migrate.errors import LedgerError
from migrate.ledger.failures import WITHOUT_LOCKS
from migrate.private import make_private_file


def lock_file(path: Path) -> sqlite3.Connection:
    """Take a lock that the system itself gives back if this process dies, on every platform."""
    place = path.with_suffix(".lock")
    make_private_file(place)
    lock = _lock(place)
    if lock is not None:
        return lock
    with TemporaryDirectory(dir=path.parent) as fresh:
        other = _lock(Path(fresh) / place.name)
        if other is None:
            raise LedgerError(WITHOUT_LOCKS.format(error="no lock was given", path=path))
        other.close()
    raise LedgerError(
        "Another import into this account is running. Let it finish, or stop it with Ctrl-C there."
    )


def _lock(place: Path) -> sqlite3.Connection | None:
    """Lock a file of its own; None where it is locked."""
    lock = sqlite3.connect(place, timeout=0, isolation_level=None)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as e:
        lock.close()
        if e.sqlite_errorname == "SQLITE_BUSY":
            return None
        raise
    return lock
