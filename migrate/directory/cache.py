"""What was answered lately, so that a second run asks only what is new or old.

A dead host today may be back tomorrow, so a "no" is kept for a shorter time than a "yes".
"""

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self, TypeVar

import msgspec

from migrate.contacts import Checked, Outcome
from migrate.errors import MigrateError

T = TypeVar("T")

YES = timedelta(days=14)
NO = timedelta(days=1)

_TABLE = "CREATE TABLE IF NOT EXISTS answers (about TEXT PRIMARY KEY, at REAL NOT NULL, body BLOB NOT NULL)"


class Cache:
    """One file; each answer is kept as soon as it is here. Use it in a `with`."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._db = sqlite3.connect(path, isolation_level=None)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
            self._db.execute(_TABLE)
        except sqlite3.Error as e:
            raise MigrateError(
                f"The answers of earlier runs can't be read ({e}). You can delete this file: {path}"
            ) from e

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def keep(self, about: str, value: object, at: datetime) -> None:
        """Keep an answer in the place of an older one."""
        body = msgspec.json.encode(value)
        self._db.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", (about, at.timestamp(), body))

    def get(self, about: str, shape: type[T], since: datetime) -> T | None:
        """An answer that is not older than that."""
        row = self._db.execute(
            "SELECT body FROM answers WHERE about = ? AND at >= ?", (about, since.timestamp())
        ).fetchone()
        try:
            return msgspec.json.decode(row[0], type=shape) if row else None
        except msgspec.MsgspecError:  # kept by another version of this program
            return None

    def checked(self, address: str, now: datetime) -> Checked | None:
        """What was answered about an address, as long as it holds."""
        found = self.get(f"acct:{address}", Checked, now - YES)
        if found is None:
            return None
        lifetime = YES if found.outcome is Outcome.FOUND else NO
        return found if found.at > now - lifetime else None

    def keep_checked(self, checked: Checked) -> None:
        """Keep what was answered about an address."""
        self.keep(f"acct:{checked.asked}", checked, checked.at)
