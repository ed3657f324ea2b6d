"""Recent answers, kept so that a second run asks only for what is new or out of date.

A "no" may be a "yes" tomorrow, and a silent host may be back in an hour: perhaps only the
user's own connection was gone.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self, TypeVar

import msgspec

from migrate.errors import MigrateError
from migrate.people.evidence.checked import Checked, Outcome
from migrate.private import make_private_file, make_private_folder

T = TypeVar("T")

YES = timedelta(days=14)
NO = timedelta(days=1)
SILENCE = timedelta(hours=1)
_LIFETIMES = {Outcome.FOUND: YES, Outcome.NO_ANSWER: SILENCE}

_TABLE = "CREATE TABLE IF NOT EXISTS answers (about TEXT PRIMARY KEY, at REAL NOT NULL, body BLOB NOT NULL)"


class Cache:
    """A file of answers, each kept as soon as it arrives. Use it in a `with`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._in_words():
            make_private_folder(path.parent)
            make_private_file(path)
            self._db = sqlite3.connect(path, isolation_level=None)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
            self._db.execute(_TABLE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def keep(self, about: str, value: object, at: datetime) -> None:
        """Keep an answer in the place of an older one."""
        body = msgspec.json.encode(value)
        with self._in_words():
            self._db.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", (about, at.timestamp(), body))

    def get(self, about: str, shape: type[T], since: datetime) -> T | None:
        """Return an answer, unless it is older than that."""
        with self._in_words():
            row = self._db.execute(
                "SELECT body FROM answers WHERE about = ? AND at >= ?", (about, since.timestamp())
            ).fetchone()
        try:
            return msgspec.json.decode(row[0], type=shape) if row else None
        except msgspec.MsgspecError:  # kept by another version of this program
            return None

    def checked(self, address: str, now: datetime) -> Checked | None:
        """Return the answer about an address, as long as it holds."""
        found = self.get(f"acct:{address}", Checked, now - YES)
        if found is None:
            return None
        lifetime = _LIFETIMES.get(found.outcome, NO)
        return found if found.at > now - lifetime else None

    def keep_checked(self, checked: Checked) -> None:
        """Keep the answer about an address."""
        self.keep(f"acct:{checked.asked}", checked, checked.at)

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        """Give the file's own failures words that the user can act on."""
        try:
            yield
        except (sqlite3.Error, OSError) as e:
            raise MigrateError(
                f"What servers answered can't be kept ({e}). See whether this program may write there and "
                "whether the disk has room; if that doesn't help, delete this file, which only means asking "
                f"again: {self._path}"
            ) from e
