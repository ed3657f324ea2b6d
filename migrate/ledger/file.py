"""The database file: opened, locked, brought up to date, and its failures put into words."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from migrate.errors import LedgerError

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
    CREATE TABLE taken_in (
        tweet_id INTEGER NOT NULL,
        part INTEGER NOT NULL,
        PRIMARY KEY (tweet_id, part)
    ) WITHOUT ROWID;
    CREATE TABLE unseen (
        tweet_id INTEGER NOT NULL,
        part INTEGER NOT NULL,
        PRIMARY KEY (tweet_id, part)
    ) WITHOUT ROWID;
    """,
)
"""Applied in order, each in one transaction together with its number (`PRAGMA user_version`)."""

Statement = tuple[str, Sequence[object]]
Spent = tuple[float, int, float]
"""A budget's books: the window's first second, the requests in it, and a ban until when."""


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn the file's own failures into a LedgerError that says what to do."""
    try:
        yield
    except (sqlite3.Error, OSError) as e:
        if getattr(e, "sqlite_errorname", "") == "SQLITE_BUSY":
            raise LedgerError(
                "Another import into this account is running. Let it finish, or stop it with Ctrl-C there."
            ) from e
        raise LedgerError(
            f"The record of what was posted can't be used ({e}). Nothing is posted without it, because "
            "things could be posted twice. Make room on the disk, or bring the file back from a backup: "
            f"{path}"
        ) from e


def lock_file(path: Path) -> sqlite3.Connection:
    """Take a lock that the system itself gives back if this process dies, on every platform."""
    lock = sqlite3.connect(path.with_suffix(".lock"), timeout=0, isolation_level=None)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error:
        lock.close()
        raise
    return lock


def open_file(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Open the database; a writer also brings it up to date."""
    mode = "ro" if read_only else "rwc"
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True)
    try:
        if not read_only:
            db.execute("PRAGMA journal_mode = WAL")
        _migrate(db, read_only=read_only)
    except BaseException:
        db.close()
        raise
    return db


def _migrate(db: sqlite3.Connection, *, read_only: bool) -> None:
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version > len(MIGRATIONS):
        raise LedgerError(
            "The record of what was posted was written by a newer version of this program. "
            "Install that version again, then run the same command."
        )
    if read_only:
        return
    for number, script in enumerate(MIGRATIONS[version:], start=version + 1):
        db.executescript(f"BEGIN; {script}; PRAGMA user_version = {number}; COMMIT;")
