"""Two records of one account become one: nothing that either knows is lost, and no step is there twice.

There are two because an account was renamed, because its server began to call itself something else, or
because a record was taken along to another computer.
"""

from collections.abc import Callable
from typing import NamedTuple

from migrate.ledger.people import OURS, FollowState
from migrate.ledger.records import Key, LedgerRow, LedgerTable, Statement, StepState


class Joined(NamedTuple):
    """What came of it: how many steps and people are known better now, and which tweets both had posted."""

    steps: int
    people: int
    posted_by_both: list[int]


def join_tables(
    mine: dict[str, LedgerTable], theirs: dict[str, LedgerTable]
) -> tuple[list[Statement], Joined]:
    """Find what has to be written into the first record, so that it knows what both know."""
    are_copies = bool(_salts(mine) & _salts(theirs))
    apart = _posted_by_both(mine["steps"], theirs["steps"], are_copies=are_copies)
    better_step = _later_step if are_copies else _surer_step
    choosers: dict[str, Callable[[LedgerRow, LedgerRow], LedgerRow]] = {"steps": better_step, **_CHOOSERS}
    changed: dict[str, dict[Key, LedgerRow]] = {}
    for name, table in theirs.items():
        rows = {key: row for key, row in table.rows.items() if row.get("tweet_id") not in apart}
        changed[name] = _changed(mine[name], rows, choosers.get(name, _keep_mine))
    changed["account"] = {}
    _leave_claimed(changed["steps"], mine["steps"])
    statements = _of_parts(mine, theirs, changed)
    for name, rows in changed.items():
        statements += [_without(name, mine[name].key, key) for key in rows]
        statements += [_with(name, row) for row in rows.values()]
    return statements, Joined(len(changed["steps"]), len(changed["people"]), sorted(apart))


def _changed(
    mine: LedgerTable, theirs: dict[Key, LedgerRow], better: Callable[[LedgerRow, LedgerRow], LedgerRow]
) -> dict[Key, LedgerRow]:
    """Collect the rows that are new, or known better."""
    rows = {key: better(mine.rows[key], row) if key in mine.rows else row for key, row in theirs.items()}
    return {key: row for key, row in rows.items() if row != mine.rows.get(key)}


def _posted_by_both(mine: LedgerTable, theirs: LedgerTable, *, are_copies: bool) -> set[int]:
    """Find tweets that are on the server twice. Ours stay in the record, with all that hangs on them.

    In a copy that went on, a later attempt is that after an undo.
    """
    return {
        key[0]
        for key, row in theirs.rows.items()
        if (own := mine.rows.get(key)) and _is_done(own) and _is_done(row)
        if own["remote_id"] != row["remote_id"] and not (are_copies and own["attempt"] != row["attempt"])
    }


def _leave_claimed(steps: dict[Key, LedgerRow], mine: LedgerTable) -> None:
    """One post is that of one step: what the first record knows of it stands."""
    claimed = {row["remote_id"]: key for key, row in mine.rows.items() if row["remote_id"]}
    for key, row in list(steps.items()):
        if claimed.get(row["remote_id"], key) != key:
            del steps[key]


def _of_parts(
    mine: dict[str, LedgerTable], theirs: dict[str, LedgerTable], changed: dict[str, dict[Key, LedgerRow]]
) -> list[Statement]:
    """The parts to come of a tweet go with its first part: they are of the same cut."""
    taken = {tweet_id for tweet_id, part in changed["steps"] if part == 0}
    changed["parts"] = {key: row for key, row in theirs["parts"].rows.items() if key[0] in taken}
    dropped = {key[0] for key in mine["parts"].rows} & taken
    return [("DELETE FROM parts WHERE tweet_id = ?", (tweet_id,)) for tweet_id in sorted(dropped)]


def _later_step(mine: LedgerRow, theirs: LedgerRow) -> LedgerRow:
    """Choose between two copies of one record: that which went on longer."""
    return max(mine, theirs, key=lambda row: (row["attempt"], row["last_sent"], _progress(row)))


def _progress(row: LedgerRow) -> int:
    """How far a sending has come. A post that was taken back had been posted before."""
    if row["state"] == StepState.OPEN and not row["first_sent"]:
        return 3
    return {StepState.BEGUN: 0, StepState.DONE: 2}.get(row["state"], 1)


def _surer_step(mine: LedgerRow, theirs: LedgerRow) -> LedgerRow:
    """Choose between records that were begun apart: a post that is there, one that may be, the later word.

    Where both may have posted, it is looked for from the first of the sendings to the last. A later
    attempt has a key that neither has used.
    """
    attempt = max(mine["attempt"], theirs["attempt"])
    if {mine["state"], theirs["state"]} == {StepState.BEGUN}:
        first = min(mine, theirs, key=lambda row: row["first_sent"])
        last_sent = max(mine["last_sent"], theirs["last_sent"])
        return {**first, "last_sent": last_sent, "attempt": attempt}
    weight = {StepState.DONE: 2, StepState.BEGUN: 1}
    surer = max(mine, theirs, key=lambda row: (weight.get(row["state"], 0), row["last_sent"]))
    return {**surer, "attempt": attempt}


def _is_done(row: LedgerRow) -> bool:
    return bool(row["state"] == StepState.DONE)


def _better_person(mine: LedgerRow, theirs: LedgerRow) -> LedgerRow:
    """Choose the later word, unless it is that a person had been followed before: by us, says the other."""
    not_ours = {FollowState.FOUND, FollowState.LOST, FollowState.ALREADY, FollowState.LEFT_OUT}
    for one, other in ((mine, theirs), (theirs, mine)):
        if one["state"] in OURS and other["state"] in not_ours:
            return one
    return max(mine, theirs, key=lambda row: row["changed_at"])


def _better_upload(mine: LedgerRow, theirs: LedgerRow) -> LedgerRow:
    return max(mine, theirs, key=lambda row: (row["remote_id"] is not None, row["uploaded_at"]))


def _more_spent(mine: LedgerRow, theirs: LedgerRow) -> LedgerRow:
    """Choose the books that leave less to spend."""
    later = max(mine, theirs, key=lambda row: (row["start"], row["used"]))
    return {**later, "not_before": max(mine["not_before"], theirs["not_before"])}


def _later_plan(mine: LedgerRow, theirs: LedgerRow) -> LedgerRow:
    return max(mine, theirs, key=lambda row: row["noted_at"])


def _named_owner(mine: LedgerRow, theirs: LedgerRow) -> LedgerRow:
    """Keep the salt, from which the keys are made, and take the name where there was none."""
    return mine if mine["twitter_id"] else {**theirs, "salt": mine["salt"]}


def _keep_mine(mine: LedgerRow, _theirs: LedgerRow) -> LedgerRow:
    return mine


_CHOOSERS = {
    "people": _better_person,
    "uploads": _better_upload,
    "spent": _more_spent,
    "plan": _later_plan,
    "owner": _named_owner,
}
"""By table. Of any other, a row that both have stays as it is."""


def _salts(tables: dict[str, LedgerTable]) -> set[str]:
    return {row["salt"] for row in tables["owner"].rows.values()}


def _without(name: str, columns: tuple[str, ...], key: Key) -> Statement:
    where = " AND ".join(f"{column} = ?" for column in columns)
    return f"DELETE FROM {name} WHERE {where}", key  # noqa: S608 - names of our own tables


def _with(name: str, row: LedgerRow) -> Statement:
    columns, marks = ", ".join(row), ", ".join("?" * len(row))
    return f"INSERT INTO {name} ({columns}) VALUES ({marks})", tuple(row.values())  # noqa: S608
