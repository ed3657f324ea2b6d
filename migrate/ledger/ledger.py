"""The ledger's questions and answers. Each write is one transaction.

A step's begin reaches the disk before the call returns (`synchronous = FULL`). What
follows it needs only to outlive the process: if the power goes, the step is found
begun, and is settled. That halves the waiting for the disk; the next begin brings
what came before it to the disk as well.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID, uuid5

import msgspec

from migrate.errors import LedgerError
from migrate.ledger.descriptions import Descriptions
from migrate.ledger.joining import Joined, join_tables
from migrate.ledger.opened import LedgerFile
from migrate.ledger.people import PeopleLedger
from migrate.ledger.records import Record, Statement, StepState, Upload
from migrate.ledger.refusals import UNDER, UNDONE, Refusals, forget_refusals_of
from migrate.ledger.shown import ShownPosts, made_here
from migrate.model.toots import Step, StepKey

BEGIN = """
    INSERT INTO steps (tweet_id, part, state, attempt, idempotency_key, body, first_sent, last_sent)
    VALUES (?, ?, 'begun', ?, ?, ?, ?, ?)
    ON CONFLICT (tweet_id, part) DO UPDATE SET state = 'begun', attempt = excluded.attempt,
        idempotency_key = excluded.idempotency_key, body = excluded.body,
        first_sent = excluded.first_sent, last_sent = excluded.last_sent
    WHERE state IN ('begun', 'open')
"""
_UPLOAD = "tweet_id, media_id, remote_id, uploaded_at, reason, refused_under"
KEEP_UPLOAD = f"""
    INSERT OR REPLACE INTO uploads ({_UPLOAD})
    VALUES (?1, ?2, ?3, ?4, ?5, CASE WHEN ?5 IS NOT NULL THEN {UNDER} END)
"""  # noqa: S608 - our own words
OPEN_PARTS = """
    SELECT parts.tweet_id, parts.step, own.state
    FROM parts JOIN steps AS first ON first.tweet_id = parts.tweet_id AND first.part = 0
    LEFT JOIN steps AS own ON own.tweet_id = parts.tweet_id AND own.part = parts.part
    WHERE first.state = 'done' AND (own.state IS NULL OR own.state != 'done')
    ORDER BY parts.tweet_id, parts.part
"""
RECORDS = """
    SELECT tweet_id, part, state, attempt, idempotency_key, body, first_sent, last_sent,
        remote_id, url, reason, refused_under
    FROM steps
"""


class Ledger(LedgerFile):
    """The record of an account: which step was begun, and what the server has."""

    @property
    def people(self) -> PeopleLedger:
        """The part about the people who were to be followed, blocked or muted."""
        return PeopleLedger(self._write, self._rows)

    @property
    def descriptions(self) -> Descriptions:
        """The part about how files are described."""
        return Descriptions(self._write, self._rows)

    @property
    def refusals(self) -> Refusals:
        """The part about what the server would not take, and whether it is tried again."""
        return Refusals(self._write, self._rows)

    @property
    def shown(self) -> ShownPosts:
        """The part about what the account itself has shown."""
        return ShownPosts(self._write, self._rows)

    def join(self, other: "Ledger") -> Joined:
        """Take in what another record of the same account knows. Raises LedgerError for another owner."""
        mine, theirs = self.tables(), other.tables()
        self.expect_owner(*(other.owner() or ("", "")))
        statements, joined = join_tables(mine, theirs)
        self._write(*statements, to_disk=True)
        self.bring_home()
        return joined

    def idempotency_key(self, key: StepKey, attempt: int) -> str:
        """Make the key of a step: the same in every run, and not to be guessed.

        Pleroma and Akkoma keep keys without regard to whose they are
        (lib/pleroma/web/plugs/idempotency_plug.ex), so the ledger's own salt is in it.
        """
        return self.mark_of(f"{key.tweet_id}:{key.part}:{attempt}")

    def mark_of(self, text: str) -> str:
        """Make a mark by which this ledger knows a text again, and nobody can read it."""
        ((salt,),) = self._rows("SELECT salt FROM owner")
        return str(uuid5(UUID(salt), text))

    def begin(self, record: Record, rest: Sequence[Step] = ()) -> None:
        """Write down that this step is about to be sent.

        `rest` are the further parts of a tweet whose first part this is: a tweet that was begun with
        one cut of the text is ended with the same cut, whatever the next run's plan says.
        """
        body, key = msgspec.json.encode(record.body).decode(), record.key
        values = (key.tweet_id, key.part, record.attempt, record.idempotency_key, body)
        statement = (BEGIN, (*values, record.first_sent, record.last_sent))
        changed = self._write(statement, *_keep_parts(key, rest), to_disk=True)
        if changed != 1:
            raise AssertionError(f"{key} is done or refused and must not be sent again")

    def finish(self, key: StepKey, remote_id: str, url: str | None, *, unseen: bool = False) -> None:
        """Write down that the server has the step, under this id; `unseen` if only its answer says so.

        Raises LedgerError where another step has the id.
        """
        self._expect_unclaimed(key, remote_id)
        values = (remote_id, url, unseen)
        self._set(key, "state = 'done', remote_id = ?, url = ?, unseen = ?", values, made_here(key))

    def edit(self, key: StepKey, body: Mapping[str, object]) -> None:
        """Write down that the post was edited, and what would be sent for it now."""
        self._set(key, "body = ?", (msgspec.json.encode(body).decode(),))

    def refuse(self, key: StepKey, reason: str) -> None:
        """Write down that the server will not take the step, and why; and under which conditions."""
        self._set(key, f"state = 'refused', reason = ?, unseen = 0, refused_under = {UNDER}", (reason,))

    def reopen(self, key: StepKey) -> None:
        """Write down that the server did not act: the step is to be sent again."""
        self._set(key, "state = 'open'", ())

    def take_back(self, key: StepKey) -> None:
        """Write down that the post was undone: the step may be posted again, with a fresh key.

        What was refused of its tweet is forgotten: the next import tries it again.
        """
        self._set(key, UNDONE, (), *forget_refusals_of(key.tweet_id))

    def open_parts(self, trying: Container[StepKey] = ()) -> dict[int, list[Step]]:
        """Read the parts that are still to come of the tweets whose first part the server has.

        Of those that were refused, only those in `trying` are still to come.
        """
        parts: dict[int, list[Step]] = {}
        for tweet_id, step, state in self._rows(OPEN_PARTS, into=_part):
            if state != StepState.REFUSED or step.key in trying:
                parts.setdefault(tweet_id, []).append(step)
        return parts

    def find(self, key: StepKey) -> Record | None:
        """Read what is known of a step; None where it was never begun."""
        return next(self._records("WHERE tweet_id = ? AND part = ?", (key.tweet_id, key.part)), None)

    def in_state(self, state: StepState) -> Iterator[Record]:
        """Yield every step in this state, in order."""
        return self._records("WHERE state = ? ORDER BY tweet_id, part", (state,))

    def keys_in(self, *states: StepState) -> set[StepKey]:
        """Collect the keys of the steps in these states."""
        marks = ", ".join("?" * len(states))
        rows = self._rows(f"SELECT tweet_id, part FROM steps WHERE state IN ({marks})", states)  # noqa: S608
        return {StepKey(tweet_id, part) for tweet_id, part in rows}

    def counts(self) -> dict[StepState, int]:
        """Count the steps in each state."""
        rows = self._rows("SELECT state, count(*) FROM steps GROUP BY state")
        return {StepState(state): count for state, count in rows}

    def posted(self, key: StepKey) -> tuple[str, str] | None:
        """Read the id and address of a step that the server has; None for any other."""
        sql = "SELECT remote_id, url FROM steps WHERE tweet_id = ? AND part = ? AND state = 'done'"
        rows = self._rows(sql, (key.tweet_id, key.part))
        return (rows[0][0], rows[0][1] or "") if rows else None

    def unseen(self) -> dict[str, StepKey]:
        """Read which steps the server took that were never seen there since, by its ids."""
        rows = self._rows("SELECT remote_id, tweet_id, part FROM steps WHERE unseen")
        return {remote_id: StepKey(tweet_id, part) for remote_id, tweet_id, part in rows}

    def mark_seen(self, remote_ids: Iterable[str]) -> None:
        """Write down that these posts were read back from the server."""
        self._write(*[("UPDATE steps SET unseen = 0 WHERE remote_id = ?", (one,)) for one in remote_ids])

    def newest_posts(self, count: int) -> list[tuple[str, str]]:
        """Read the ids and addresses of the posts that were sent last."""
        sql = """SELECT remote_id, url FROM steps WHERE state = 'done' AND url IS NOT NULL
            ORDER BY last_sent DESC LIMIT ?"""
        return self._rows(sql, (count,))

    def has_claimed(self, remote_id: str) -> bool:
        """Tell whether a post on the server is known to be that of a step."""
        return bool(self._rows("SELECT 1 FROM steps WHERE remote_id = ?", (remote_id,)))

    def keep_upload(self, tweet_id: int, media_id: str, upload: Upload) -> None:
        """Write down a file that the server has, or would not take."""
        values = (tweet_id, media_id, upload.remote_id, upload.uploaded_at, upload.reason)
        self._write((KEEP_UPLOAD, values))

    def forget_uploads(self, tweet_id: int) -> None:
        """Write down that the server no longer has the files of this tweet."""
        self._write(("DELETE FROM uploads WHERE tweet_id = ?", (tweet_id,)))

    def uploads(self) -> dict[tuple[int, str], Upload]:
        """Read every upload that is remembered, by tweet id and media id."""
        rows = self._rows(f"SELECT {_UPLOAD} FROM uploads")  # noqa: S608
        return {(row[0], row[1]): Upload(*row[2:]) for row in rows}

    def _expect_unclaimed(self, key: StepKey, remote_id: str) -> None:
        sql = "SELECT tweet_id FROM steps WHERE remote_id = ? AND (tweet_id, part) != (?, ?)"
        for (tweet_id,) in self._rows(sql, (remote_id, key.tweet_id, key.part)):
            raise LedgerError(
                f"The server gave the post of tweet {key.tweet_id} the id {remote_id}, which the post of "
                f"tweet {tweet_id} has already, so it is not known whether there is a second post. "
                "Run the same command again: it looks at your account first."
            )

    def _set(self, key: StepKey, what: str, values: Sequence[object], *more: Statement) -> None:
        statement = f"UPDATE steps SET {what} WHERE tweet_id = ? AND part = ?"  # noqa: S608 - our own words
        self._write((statement, (*values, key.tweet_id, key.part)), *more)

    def _records(self, where: str, values: Sequence[object]) -> Iterator[Record]:
        yield from self._rows(f"{RECORDS} {where}", values, into=_record)


def _record(row: tuple[Any, ...]) -> Record:
    tweet_id, part, state, attempt, key, body, *rest = row
    sent = msgspec.json.decode(body, type=dict[str, object])
    return Record(StepKey(tweet_id, part), StepState(state), attempt, key, sent, *rest)


def _part(row: tuple[Any, ...]) -> tuple[int, Step, str | None]:
    tweet_id, step, state = row
    return tweet_id, msgspec.json.decode(step, type=Step), state


def _keep_parts(first: StepKey, rest: Sequence[Step]) -> list[Statement]:
    if first.part:
        return []
    rows = [(step.key.tweet_id, step.key.part, msgspec.json.encode(step).decode()) for step in rest]
    fresh = ("DELETE FROM parts WHERE tweet_id = ?", (first.tweet_id,))
    return [fresh, *(("INSERT INTO parts VALUES (?, ?, ?)", row) for row in rows)]
