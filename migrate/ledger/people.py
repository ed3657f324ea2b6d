"""What is known of people: whom an address means, what was done to them, and how that stands.

Only people with a state in OURS were followed, blocked or muted by this program. Undoing relies
on that, so people who were followed before are recorded as ALREADY.
"""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

from msgspec import Struct, field

from migrate.ledger.records import Statement
from migrate.model.people import Action


class FollowState(StrEnum):
    """How a follow, block or mute stands.

    BEGUN, REQUESTED, PENDING and DONE are this program's doing; FOUND and UNDONE are open.
    """

    FOUND = "found"
    """The account is known, and nothing was done."""
    LOST = "lost"
    """The account was not found; that may change."""
    BEGUN = "begun"
    """The request is about to be sent, or was sent and has no answer yet."""
    REQUESTED = "requested"
    """The person has to say yes."""
    PENDING = "pending"
    """The person's server has not answered yet."""
    DONE = "done"
    ALREADY = "already"
    """It was so before."""
    REFUSED = "refused"
    LEFT_OUT = "left_out"
    UNDONE = "undone"


OURS = frozenset({FollowState.BEGUN, FollowState.REQUESTED, FollowState.PENDING, FollowState.DONE})
WAITING = frozenset({FollowState.REQUESTED, FollowState.PENDING})
SETTLED = (
    frozenset({FollowState.DONE, FollowState.ALREADY, FollowState.REFUSED, FollowState.LEFT_OUT}) | WAITING
)


class FollowReason(StrEnum):
    """Why a person was lost, refused or left out; each has its sentence in `cli/follow/words.py`."""

    UNKNOWN = "unknown"
    NO_ANSWER = "no_answer"
    SOMEBODY_ELSE = "somebody_else"
    MOVED_TOO_OFTEN = "moved_too_often"
    ONESELF = "oneself"
    TWICE = "twice"
    MEMORIAL = "memorial"
    BLOCKED = "blocked"
    BLOCKED_BY = "blocked_by"
    DOMAIN_BLOCKED = "domain_blocked"
    NOT_ALLOWED = "not_allowed"
    GONE = "gone"
    FULL = "full"
    DECLINED = "declined"
    OTHER = "other"


class PersonRecord(Struct, frozen=True):
    """A row about a person: the account behind an address, and how an action on it stands.

    `acct` and `account_id` are the server's own names for the account, after every move;
    `detail` is the server's words about a refusal.
    """

    address: str
    action: Action = field(name="deed")
    state: FollowState
    changed_at: float
    account_id: str | None = None
    acct: str = ""
    locked: bool = False
    moved: bool = False
    reason: FollowReason | None = None
    detail: str = ""


_COLUMNS = "address, deed, state, changed_at, account_id, acct, locked, moved, reason, detail"
_KEEP = f"INSERT OR REPLACE INTO people ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608


class PeopleLedger:
    """The people's part of a ledger."""

    def __init__(self, write: Callable[..., int], rows: Callable[..., list[Any]]) -> None:
        self._write = write
        self._rows = rows

    def keep(self, *people: PersonRecord) -> None:
        """Write down how these people stand."""
        self._write(*map(_keep, people))

    def begin(self, people: Iterable[PersonRecord]) -> None:
        """Write down, durably, that a request about these people is about to be sent."""
        self._write(*map(_keep, people), to_disk=True)

    def all(self, action: Action) -> dict[str, PersonRecord]:
        """Read everyone who is known for an action, by address."""
        query = f"SELECT {_COLUMNS} FROM people WHERE deed = ?"  # noqa: S608
        return {record.address: record for record in self._rows(query, (action.value,), into=_record)}

    def has_other(self, account_id: str, action: Action, address: str) -> bool:
        """Tell whether the action was done to the same account under another address."""
        marks = ", ".join("?" * len(OURS))
        query = f"""SELECT 1 FROM people WHERE account_id = ? AND deed = ? AND address != ?
            AND state IN ({marks})"""  # noqa: S608
        return bool(self._rows(query, (account_id, action.value, address, *(state.value for state in OURS))))

    def begin_list(self, title: str) -> None:
        """Write down, durably, that this program is about to make a list with a title that was free."""
        self._write(("INSERT OR IGNORE INTO made_lists VALUES (?)", (title,)), to_disk=True)

    def keep_listed(self, list_id: str, ids: Iterable[str]) -> None:
        """Write down that this program has put these accounts on a list."""
        statement = "INSERT OR REPLACE INTO listed VALUES (?, ?)"
        self._write(*[(statement, (list_id, account_id)) for account_id in ids])

    def listed(self) -> dict[str, list[str]]:
        """Read which accounts this program has put on which list."""
        found: dict[str, list[str]] = {}
        for list_id, account_id in self._rows("SELECT list_id, account_id FROM listed"):
            found.setdefault(list_id, []).append(account_id)
        return found

    def made_lists(self) -> set[str]:
        """Read the titles of the lists that this program has made."""
        return {row[0] for row in self._rows("SELECT title FROM made_lists")}

    def forget_made_list(self, title: str) -> None:
        """Write down that a list which this program made is gone."""
        self._write(("DELETE FROM made_lists WHERE title = ?", (title,)))

    def forget_listed(self, list_id: str, ids: Iterable[str]) -> None:
        """Write down that these accounts are off the list again."""
        statement = "DELETE FROM listed WHERE list_id = ? AND account_id = ?"
        self._write(*[(statement, (list_id, account_id)) for account_id in ids])


def _keep(record: PersonRecord) -> Statement:
    row = (
        record.address,
        record.action.value,
        record.state.value,
        record.changed_at,
        record.account_id,
        record.acct,
        record.locked,
        record.moved,
        record.reason.value if record.reason else None,
        record.detail,
    )
    return _KEEP, row


def _record(row: tuple[Any, ...]) -> PersonRecord:
    address, action, state, changed_at, account_id, acct, locked, moved, reason, detail = row
    return PersonRecord(
        address=address,
        action=Action(action),
        state=FollowState(state),
        changed_at=changed_at,
        account_id=account_id,
        acct=acct,
        locked=bool(locked),
        moved=bool(moved),
        reason=FollowReason(reason) if reason else None,
        detail=detail,
    )
