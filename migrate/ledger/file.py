"""The database file: begun, opened and brought up to date.

A new file gets its place when it is whole. A file that is there and holds nothing is therefore
never a new one: it was emptied, or copied without what belongs to it.
"""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from migrate.errors import LedgerError
from migrate.ledger.failures import DAMAGED, EMPTY
from migrate.private import close_to_others, make_private_file

MIGRATIONS = (
    """
    CREATE TABLE steps (
        tweet_id INTEGER NOT NULL,
        part INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('begun', 'open', 'done', 'refused')),
        attempt INTEGER NOT NULL,
        idempotency_key TEXT NOT NULL,
        body TEXT NOT NULL,
        first_sent REAL NOT NULL,
        last_sent REAL NOT NULL,
        remote_id TEXT UNIQUE,
        url TEXT,
        reason TEXT,
        PRIMARY KEY (tweet_id, part)
    ) WITHOUT ROWID;
    CREATE TABLE parts (
        tweet_id INTEGER NOT NULL,
        part INTEGER NOT NULL,
        step TEXT NOT NULL,
        PRIMARY KEY (tweet_id, part)
    ) WITHOUT ROWID;
    CREATE TABLE uploads (
        tweet_id INTEGER NOT NULL,
        media_id TEXT NOT NULL,
        remote_id TEXT,
        uploaded_at REAL NOT NULL,
        reason TEXT,
        PRIMARY KEY (tweet_id, media_id)
    ) WITHOUT ROWID;
    CREATE TABLE spent (
        family TEXT PRIMARY KEY,
        start REAL NOT NULL,
        used INTEGER NOT NULL,
        not_before REAL NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE owner (
        only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
        twitter_id TEXT NOT NULL,
        handle TEXT NOT NULL,
        salt TEXT NOT NULL
    );
    CREATE TABLE plan (
        only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
        steps INTEGER NOT NULL,
        noted_at REAL NOT NULL
    );
    """,
    """
    CREATE TABLE people (
        address TEXT NOT NULL,
        deed TEXT NOT NULL CHECK (deed IN ('follow', 'block', 'mute')),
        state TEXT NOT NULL,
        account_id TEXT,
        acct TEXT NOT NULL,
        locked INTEGER NOT NULL,
        moved INTEGER NOT NULL,
        reason TEXT,
        detail TEXT NOT NULL,
        changed_at REAL NOT NULL,
        PRIMARY KEY (address, deed)
    ) WITHOUT ROWID;
    CREATE INDEX people_by_account ON people (account_id, deed);
    CREATE TABLE listed (
        list_id TEXT NOT NULL,
        account_id TEXT NOT NULL,
        PRIMARY KEY (list_id, account_id)
    ) WITHOUT ROWID;
    CREATE TABLE made_lists (title TEXT PRIMARY KEY) WITHOUT ROWID;
    """,
    """
    CREATE TABLE descriptions (
        remote_id TEXT PRIMARY KEY,
        description TEXT NOT NULL
    ) WITHOUT ROWID;
    """,
    """
    ALTER TABLE steps ADD COLUMN unseen INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX steps_unseen ON steps (remote_id) WHERE unseen;
    """,
    """
    CREATE TABLE account (
        only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
        address TEXT NOT NULL,
        account_id TEXT NOT NULL,
        handle TEXT NOT NULL
    );
    """,
    """
    CREATE TABLE taken_in (
        tweet_id INTEGER NOT NULL,
        part INTEGER NOT NULL,
        PRIMARY KEY (tweet_id, part)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE software (
        only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
        name TEXT NOT NULL,
        version TEXT NOT NULL
    );
    """,
    """
    CREATE TABLE conditions (
        only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
        mark TEXT NOT NULL
    );
    ALTER TABLE steps ADD COLUMN refused_under TEXT;
    ALTER TABLE uploads ADD COLUMN refused_under TEXT;
    CREATE TABLE choices (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    """,
)
"""Applied in order, each in one transaction together with its number (`PRAGMA user_version`)."""

PAGES_BESIDE = 24
"""So many pages are kept beside the file, in its `-wal`, before they are brought into it: those of three or
four posts. A copy of the file alone lacks no more than these."""


def open_to_write(path: Path) -> sqlite3.Connection:
    """Open the database, begun where there is none yet, and bring it up to date."""
    if not path.exists():
        _begin_file(path)
    _expect_bytes(path)
    for name in (path, *_beside(path)):
        close_to_others(name)
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)
    try:
        version = _expect_whole(db, path)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute(f"PRAGMA wal_autocheckpoint = {PAGES_BESIDE}")
        for number, script in enumerate(MIGRATIONS[version:], start=version + 1):
            db.executescript(f"BEGIN; {script}; PRAGMA user_version = {number}; COMMIT;")
    except BaseException:
        db.close()
        raise
    return db


def open_to_read(path: Path) -> sqlite3.Connection:
    """Open the database for a look. One of an earlier version stays so: a copy is brought up to date."""
    _expect_bytes(path)
    how = "mode=ro&immutable=1" if _stands_still(path) else "mode=ro"
    db = sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True)
    try:
        version = _expect_content(db, path)
        if version == len(MIGRATIONS):
            return db
        copy = sqlite3.connect(":memory:")
        db.backup(copy)
        copy.executescript(";".join(MIGRATIONS[version:]))
        copy.execute("PRAGMA query_only = 1")
    except BaseException:
        db.close()
        raise
    db.close()
    return copy


def bring_home(db: sqlite3.Connection) -> None:
    """Bring what is beside the file into it, as far as nobody is reading."""
    db.execute("PRAGMA wal_checkpoint(PASSIVE)")


def _begin_file(path: Path) -> None:
    """Make a whole file beside its place, and put it there."""
    if any(one.exists() and one.stat().st_size for one in _beside(path)):
        raise LedgerError(EMPTY.format(error="of its two files, only the one beside it is there", path=path))
    unfinished = path.with_name(f"{path.name}.new")
    for one in (unfinished, unfinished.with_name(f"{unfinished.name}-journal")):
        one.unlink(missing_ok=True)
    make_private_file(unfinished)
    with closing(sqlite3.connect(unfinished)) as db:
        scripts = ";".join(MIGRATIONS)
        db.executescript(f"BEGIN; {scripts}; PRAGMA user_version = {len(MIGRATIONS)}; COMMIT;")
    unfinished.replace(path)
    _bring_to_disk(path.parent)


def _bring_to_disk(folder: Path) -> None:
    """Make sure that a new name in the folder outlives a power cut, where the system knows how."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _stands_still(path: Path) -> bool:
    """Whether nobody here can write to the file, so that SQLite need not and can't lock it for a look."""
    return not os.access(path.parent, os.W_OK) and not any(one.exists() for one in _beside(path))


def _beside(path: Path) -> tuple[Path, Path]:
    return path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-journal")


def _expect_bytes(path: Path) -> None:
    """Raise LedgerError for an empty file, before SQLite throws away what lies beside it."""
    if path.exists() and not path.stat().st_size:
        raise LedgerError(EMPTY.format(error="it has 0 bytes", path=path))


def _expect_whole(db: sqlite3.Connection, path: Path) -> int:
    """Raise LedgerError where pages of the file are damaged; return its version."""
    version = _expect_content(db, path)
    ((verdict,),) = db.execute("PRAGMA quick_check(1)").fetchall()
    if verdict != "ok":
        raise LedgerError(DAMAGED.format(error=verdict, path=path))
    return version


def _expect_content(db: sqlite3.Connection, path: Path) -> int:
    """Return the version. Raise LedgerError where the file says nothing, or is newer than this program."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version > len(MIGRATIONS):
        raise LedgerError(
            "The record of what was posted was written by a newer version of this program. "
            "Install that version again, then run the same command."
        )
    if not version:
        raise LedgerError(EMPTY.format(error="it has no tables", path=path))
    query = "SELECT EXISTS (SELECT 1 FROM steps), EXISTS (SELECT 1 FROM owner)"
    has_steps, has_owner = db.execute(query).fetchone()
    if has_steps and not has_owner:
        raise LedgerError(EMPTY.format(error="it doesn't say whose posts these are", path=path))
    return int(version)
