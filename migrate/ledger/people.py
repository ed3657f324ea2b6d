"""What is known of people: whom an address means, what was done to them, and how that stands.

Only people with a state in OURS were followed, blocked or muted by this program. Undoing
goes by that, so it has to be true: whoever was followed before is written down as ALREADY.
"""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

from msgspec import Struct

from migrate.model import Deed


class Standing(StrEnum):
    """How a person stands. BEGUN, DONE, REQUESTED and PENDING are our doing; FOUND and UNDONE are open."""

    FOUND = "found"
    """Known, and nothing was done."""
    LOST = "lost"
    """Not found; that may change."""
    BEGUN = "begun"
    """About to be asked for, and no answer yet."""
    REQUESTED = "requested"
    """Asked; a person has to say yes."""
    PENDING = "pending"
    """Asked; the other server has not answered yet."""
    DONE = "done"
    ALREADY = "already"
    """It was so before."""
    REFUSED = "refused"
    LEFT_OUT = "left_out"
    UNDONE = "undone"


OURS = frozenset({Standing.BEGUN, Standing.REQUESTED, Standing.PENDING, Standing.DONE})
WAITING = frozenset({Standing.REQUESTED, Standing.PENDING})
SETTLED = frozenset({Standing.DONE, Standing.ALREADY, Standing.REFUSED, Standing.LEFT_OUT}) | WAITING


class Reason(StrEnum):
    """Why it came so; each has its sentence in `cli/follow/words.py`."""

    UNKNOWN = "unknown"
    NO_ANSWER = "no_answer"
    SOMEBODY_ELSE = "somebody_else"
    MOVED_TOO_OFTEN = "moved_too_often"
    ONESELF = "oneself"
    TWICE = "twice"
    BLOCKED = "blocked"
    NOT_ALLOWED = "not_allowed"
    GONE = "gone"
    FULL = "full"
    DECLINED = "declined"
    OTHER = "other"


class Known(Struct, frozen=True):
    """A person for whom something was asked. `acct` and `account_id` are the server's own names for them,
    after every move; `detail` is the server's words about a refusal."""

    address: str
    deed: Deed
    state: Standing
    changed_at: float
    account_id: str | None = None
    acct: str = ""
    locked: bool = False
    moved: bool = False
    reason: Reason | None = None
    detail: str = ""


COLUMNS = "address, deed, state, changed_at, account_id, acct, locked, moved, reason, detail"
KEEP = f"INSERT OR REPLACE INTO people ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608


class People:
    """The people's part of a ledger."""

    def __init__(self, write: Callable[..., int], rows: Callable[..., list[Any]]) -> None:
        self._write = write
        self._rows = rows

    def keep(self, *people: Known) -> None:
        """Write down how people stand."""
        self._write(*[(KEEP, _row(known)) for known in people])

    def begin(self, people: Iterable[Known]) -> None:
        """The same on the disk itself, before something is asked for them."""
        self._write(*[(KEEP, _row(known)) for known in people], to_disk=True)

    def all(self, deed: Deed) -> dict[str, Known]:
        """Everybody who is known, by address."""
        rows = self._rows(f"SELECT {COLUMNS} FROM people WHERE deed = ?", (deed.value,))  # noqa: S608
        return {row[0]: _known(row) for row in rows}

    def has_other(self, account_id: str, deed: Deed, address: str) -> bool:
        """Whether the same account is already dealt with under another address."""
        marks = ", ".join("?" * len(OURS))
        query = f"""SELECT 1 FROM people WHERE account_id = ? AND deed = ? AND address != ?
            AND state IN ({marks})"""  # noqa: S608
        return bool(self._rows(query, (account_id, deed.value, address, *(state.value for state in OURS))))

    def begin_list(self, title: str) -> None:
        """There is no list with this title, and this program is about to make it."""
        self._write(("INSERT OR IGNORE INTO made_lists VALUES (?)", (title,)), to_disk=True)

    def keep_listed(self, list_id: str, ids: Iterable[str]) -> None:
        """This program has put these accounts on a list."""
        self._write(
            *[("INSERT OR REPLACE INTO listed VALUES (?, ?)", (list_id, account_id)) for account_id in ids]
        )

    def listed(self) -> dict[str, list[str]]:
        """Whom this program has put on which list."""
        found: dict[str, list[str]] = {}
        for list_id, account_id in self._rows("SELECT list_id, account_id FROM listed"):
            found.setdefault(list_id, []).append(account_id)
        return found

    def made_lists(self) -> set[str]:
        """The titles of the lists that this program has made."""
        return {row[0] for row in self._rows("SELECT title FROM made_lists")}

    def forget_made_list(self, title: str) -> None:
        """It is gone again."""
        self._write(("DELETE FROM made_lists WHERE title = ?", (title,)))

    def forget_listed(self, list_id: str, ids: Iterable[str]) -> None:
        """These accounts are off the list again."""
        statement = "DELETE FROM listed WHERE list_id = ? AND account_id = ?"
        self._write(*[(statement, (list_id, account_id)) for account_id in ids])


def _row(known: Known) -> tuple[object, ...]:
    return (
        known.address,
        known.deed.value,
        known.state.value,
        known.changed_at,
        known.account_id,
        known.acct,
        known.locked,
        known.moved,
        known.reason.value if known.reason else None,
        known.detail,
    )


def _known(row: tuple[Any, ...]) -> Known:
    address, deed, state, changed_at, account_id, acct, locked, moved, reason, detail = row
    return Known(
        address=address,
        deed=Deed(deed),
        state=Standing(state),
        changed_at=changed_at,
        account_id=account_id,
        acct=acct,
        locked=bool(locked),
        moved=bool(moved),
        reason=Reason(reason) if reason else None,
        detail=detail,
    )
