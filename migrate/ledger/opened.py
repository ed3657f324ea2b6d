"""A ledger's file while it is open: its reads and writes, and whose posts on which account it is about."""

import secrets
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any, Self

import msgspec
from msgspec import Struct

from migrate.errors import LedgerError
from migrate.ledger.failures import damage_in_words, in_words
from migrate.ledger.file import bring_home, open_to_read, open_to_write
from migrate.ledger.locking import lock_file
from migrate.ledger.records import LedgerRow, LedgerTable, SpentRow, Statement
from migrate.private import close_to_others, make_private_file, make_private_folder

KEEP_SPENT = "INSERT OR REPLACE INTO spent VALUES (?, ?, ?, ?)"


class LedgerAccount(Struct, frozen=True):
    """The account that a ledger is about: where its server is reached, its id there, and its last name."""

    address: str
    account_id: str
    handle: str


class LedgerFile:
    """The one writer of an account's file; a second one is refused while this one is open."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        self._lock = None
        with in_words(path), ExitStack() as if_it_fails:
            if read_only:
                self._db = open_to_read(path)
            else:
                make_private_folder(path.parent)
                close_to_others(path.parent)
                self._lock = if_it_fails.enter_context(closing(lock_file(path)))
                self._db = open_to_write(path)
            if_it_fails.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    @property
    def is_writer(self) -> bool:
        """Whether the file may be changed."""
        return self._lock is not None

    def close(self) -> None:
        """Close the file, and let the next run have it."""
        self._db.close()
        if self._lock is not None:
            self._lock.close()

    def bring_home(self) -> None:
        """Bring everything into the one file, so that a copy of it is whole."""
        with in_words(self.path):
            bring_home(self._db)

    def export(self, to: Path) -> None:
        """Write all of it into one file, for the user alone, in the place of what is there."""
        with in_words(to):
            make_private_file(to)
            with closing(sqlite3.connect(to)) as copy:
                self._db.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")

    def claim(self, twitter_id: str, handle: str) -> None:
        """Write down whose tweets go to this account; another person's archive is refused from then on."""
        self.expect_owner(twitter_id, handle)
        salt = secrets.token_hex(16)
        statement = ("INSERT OR IGNORE INTO owner VALUES (1, ?, ?, ?)", (twitter_id, handle, salt))
        named = ("UPDATE owner SET twitter_id = ?, handle = ? WHERE twitter_id = ''", (twitter_id, handle))
        self._write(statement, named, to_disk=True)
        self.bring_home()

    def expect_owner(self, twitter_id: str, handle: str) -> None:
        """Raise LedgerError where the account already holds another person's tweets.

        An archive that doesn't say whose it is (`""`, a bare tweets.js) is taken for the same person's.
        """
        known_id, known_handle = self.owner() or (twitter_id, handle)
        if known_id and twitter_id and known_id != twitter_id:
            raise LedgerError(
                f"Tweets of @{known_handle} were already imported into this account, and this archive is "
                f"of @{handle}. Two people's tweets are not mixed: use another account for this archive."
            )

    def owner(self) -> tuple[str, str] | None:
        """Read whose tweets this account holds: Twitter's number for the person, and the handle."""
        rows = self._rows("SELECT twitter_id, handle FROM owner")
        return (rows[0][0], rows[0][1]) if rows else None

    def belong_to(self, account: LedgerAccount) -> None:
        """Write down which account this is about. Raises LedgerError where it is about another one."""
        known = self.account()
        if known and (known.address, known.account_id) != (account.address, account.account_id):
            raise LedgerError(
                f"The record of what was posted is that of @{known.handle}, and not of @{account.handle}. "
                f"Somebody has renamed the file. Give it back its name, or move it away: {self.path}"
            )
        if known != account:
            values = (account.address, account.account_id, account.handle)
            self._write(("INSERT OR REPLACE INTO account VALUES (1, ?, ?, ?)", values), to_disk=True)
            self.bring_home()

    def account(self) -> LedgerAccount | None:
        """Read which account this is about; None where an earlier version of this program wrote it."""
        rows = self._rows("SELECT address, account_id, handle FROM account")
        return LedgerAccount(*rows[0]) if rows else None

    def note_software(self, name: str, version: str) -> None:
        """Write down what software the account's server runs."""
        if self.software() != (name, version):
            self._write(("INSERT OR REPLACE INTO software VALUES (1, ?, ?)", (name, version)))

    def software(self) -> tuple[str, str] | None:
        """Read what software the server ran in the last run, and its version; None before the first."""
        rows = self._rows("SELECT name, version FROM software")
        return (rows[0][0], rows[0][1]) if rows else None

    def note_plan(self, steps: int, now: float) -> None:
        """Write down how many steps the plan has that is being carried out, and when it was begun."""
        self._write(("INSERT OR REPLACE INTO plan VALUES (1, ?, ?)", (steps, now)))

    def plan(self) -> tuple[int, float] | None:
        """Read how many steps the last plan had, and when it was begun."""
        rows = self._rows("SELECT steps, noted_at FROM plan")
        return (rows[0][0], rows[0][1]) if rows else None

    def keep_choices(self, choices: Mapping[str, object]) -> None:
        """Write down how the user wants the posts to be, in the place of what they wanted before."""
        rows = [(name, msgspec.json.encode(value).decode()) for name, value in choices.items()]
        kept = [("INSERT INTO choices VALUES (?, ?)", row) for row in rows]
        self._write(("DELETE FROM choices", ()), *kept)

    def choices(self) -> dict[str, Any]:
        """Read how the user wanted the posts to be; empty where an earlier version has made them."""
        rows = self._rows("SELECT name, value FROM choices")
        return {name: msgspec.json.decode(value) for name, value in rows}

    def keep_spent(self, spent: Mapping[str, SpentRow]) -> None:
        """Write the budgets down; a ledger that is only looked into stays as it is."""
        if self.is_writer:
            self._write(*[(KEEP_SPENT, (family, *row)) for family, row in spent.items()])

    def spent(self) -> dict[str, SpentRow]:
        """Read what was used of each budget when it was last written down."""
        rows = self._rows("SELECT family, start, used, not_before FROM spent")
        return {row[0]: (row[1], row[2], row[3]) for row in rows}

    def tables(self) -> dict[str, LedgerTable]:
        """Read everything, table by table."""
        names = self._rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        return {name: self._table(name) for (name,) in names}

    def _table(self, name: str) -> LedgerTable:
        columns = self._rows("SELECT name, pk FROM pragma_table_info(?)", (name,))
        names = [column for column, _ in columns]
        key = tuple(column for column, pk in sorted(columns, key=lambda one: one[1]) if pk)
        cells = self._rows(f"SELECT * FROM {name}")  # noqa: S608 - its own name
        rows: list[LedgerRow] = [dict(zip(names, row, strict=True)) for row in cells]
        return LedgerTable(key, {tuple(row[column] for column in key): row for row in rows})

    def _write(self, *statements: Statement, to_disk: bool = False) -> int:
        """Do all of it or nothing; return how many rows the first statement changed."""
        with in_words(self.path):
            self._db.execute(f"PRAGMA synchronous = {'FULL' if to_disk else 'NORMAL'}")
            with self._db:
                changed = [self._db.execute(sql, values).rowcount for sql, values in statements]
        return changed[0] if changed else 0

    def _rows(
        self, sql: str, values: Sequence[object] = (), *, into: Callable[[tuple[Any, ...]], Any] = tuple
    ) -> list[Any]:
        """Read all rows; those that are not as they were written are damage, and end the run."""
        with damage_in_words(self.path):
            return [into(row) for row in self._db.execute(sql, values)]
