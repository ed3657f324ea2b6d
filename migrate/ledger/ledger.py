"""The ledger's questions and answers. Each write is one transaction.

A step's begin reaches the disk before the call returns (`synchronous = FULL`). What
follows it needs only to outlive the process: if the power goes, the step is found
begun, and is settled. That halves the waiting for the disk; the next begin brings
what came before it to the disk as well.
"""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any, Self
from uuid import UUID, uuid5

import msgspec

from migrate.errors import LedgerError
from migrate.ledger.file import Spent, Statement, in_words, lock_file, open_file
from migrate.ledger.people import PeopleLedger
from migrate.ledger.records import Record, StepState, Upload
from migrate.ledger.shown import ShownPosts, finished
from migrate.model import Step, StepKey

BEGIN = """
    INSERT INTO steps (tweet_id, part, state, attempt, idempotency_key, body, first_sent, last_sent)
    VALUES (?, ?, 'begun', ?, ?, ?, ?, ?)
    ON CONFLICT (tweet_id, part) DO UPDATE SET state = 'begun', attempt = excluded.attempt,
        idempotency_key = excluded.idempotency_key, body = excluded.body,
        first_sent = excluded.first_sent, last_sent = excluded.last_sent
    WHERE state IN ('begun', 'open')
"""
KEEP_SPENT = "INSERT OR REPLACE INTO spent VALUES (?, ?, ?, ?)"
OPEN_PARTS = """
    SELECT parts.tweet_id, parts.step
    FROM parts JOIN steps AS first ON first.tweet_id = parts.tweet_id AND first.part = 0
    LEFT JOIN steps AS own ON own.tweet_id = parts.tweet_id AND own.part = parts.part
    WHERE first.state = 'done' AND (own.state IS NULL OR own.state IN ('begun', 'open'))
    ORDER BY parts.tweet_id, parts.part
"""
RECORDS = """
    SELECT tweet_id, part, state, attempt, idempotency_key, body, first_sent, last_sent,
        remote_id, url, reason
    FROM steps
"""


class Ledger:
    """The one writer of an account's file; a second one is refused while this one is open."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        self._lock = None
        with in_words(path), ExitStack() as if_it_fails:
            if not read_only:
                path.parent.mkdir(parents=True, exist_ok=True)
                self._lock = if_it_fails.enter_context(closing(lock_file(path)))
            self._db = open_file(path, read_only=read_only)
            if_it_fails.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file, and let the next run have it."""
        self._db.close()
        if self._lock is not None:
            self._lock.close()

    @property
    def people(self) -> PeopleLedger:
        """The part about the people who were to be followed, blocked or muted."""
        return PeopleLedger(self._write, self._rows)

    @property
    def shown(self) -> ShownPosts:
        """The part about what the account itself has shown."""
        return ShownPosts(self._write, self._rows)

    def claim(self, twitter_id: str, handle: str) -> None:
        """Write down whose tweets go to this account; another person's archive is refused from then on."""
        self.expect_owner(twitter_id, handle)
        salt = secrets.token_hex(16)
        statement = ("INSERT OR IGNORE INTO owner VALUES (1, ?, ?, ?)", (twitter_id, handle, salt))
        named = ("UPDATE owner SET twitter_id = ?, handle = ? WHERE twitter_id = ''", (twitter_id, handle))
        self._write(statement, named, to_disk=True)

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

    def note_plan(self, steps: int, now: float) -> None:
        """Write down how many steps the plan has that is being carried out, and when it was begun."""
        self._write(("INSERT OR REPLACE INTO plan VALUES (1, ?, ?)", (steps, now)))

    def plan(self) -> tuple[int, float] | None:
        """Read how many steps the last plan had, and when it was begun."""
        rows = self._rows("SELECT steps, noted_at FROM plan")
        return (rows[0][0], rows[0][1]) if rows else None

    def idempotency_key(self, key: StepKey, attempt: int) -> str:
        """Make the key of a step: the same in every run, and not to be guessed.

        Pleroma and Akkoma keep keys without regard to whose they are
        (lib/pleroma/web/plugs/idempotency_plug.ex), so the ledger's own salt is in it.
        """
        ((salt,),) = self._rows("SELECT salt FROM owner")
        return str(uuid5(UUID(salt), f"{key.tweet_id}:{key.part}:{attempt}"))

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

    def finish(self, key: StepKey, remote_id: str, url: str | None) -> None:
        """Write down that the server has the step, under this id."""
        self._set(key, "state = 'done', remote_id = ?, url = ?", (remote_id, url), *finished(key))

    def edit(self, key: StepKey, body: Mapping[str, object]) -> None:
        """Write down that the post was edited, and what would be sent for it now."""
        self._set(key, "body = ?", (msgspec.json.encode(body).decode(),))

    def refuse(self, key: StepKey, reason: str) -> None:
        """Write down that the server will not take the step, and why."""
        self._set(key, "state = 'refused', reason = ?", (reason,))

    def reopen(self, key: StepKey) -> None:
        """Write down that the server did not act: the step is to be sent again."""
        self._set(key, "state = 'open'", ())

    def take_back(self, key: StepKey) -> None:
        """Write down that the post was undone: the step may be posted again, with a fresh key."""
        self._set(key, "state = 'open', remote_id = NULL, url = NULL, first_sent = 0", ())

    def open_parts(self) -> dict[int, list[Step]]:
        """Read the parts that are still to come of the tweets whose first part the server has."""
        rows = self._rows(OPEN_PARTS)
        parts: dict[int, list[Step]] = {}
        for tweet_id, step in rows:
            parts.setdefault(tweet_id, []).append(msgspec.json.decode(step, type=Step))
        return parts

    def find(self, key: StepKey) -> Record | None:
        """Read what is known of a step; None where it was never begun."""
        where = "WHERE tweet_id = ? AND part = ?"
        return next(self._records(where, (key.tweet_id, key.part)), None)

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

    def has_claimed(self, remote_id: str) -> bool:
        """Tell whether a post on the server is known to be that of a step."""
        return bool(self._rows("SELECT 1 FROM steps WHERE remote_id = ?", (remote_id,)))

    def keep_upload(self, tweet_id: int, media_id: str, upload: Upload) -> None:
        """Write down a file that the server has, or would not take."""
        values = (tweet_id, media_id, upload.remote_id, upload.uploaded_at, upload.reason)
        self._write(("INSERT OR REPLACE INTO uploads VALUES (?, ?, ?, ?, ?)", values))

    def forget_uploads(self, tweet_id: int) -> None:
        """Write down that the server no longer has the files of this tweet."""
        self._write(("DELETE FROM uploads WHERE tweet_id = ?", (tweet_id,)))

    def uploads(self) -> dict[tuple[int, str], Upload]:
        """Read every upload that is remembered, by tweet id and media id."""
        rows = self._rows("SELECT tweet_id, media_id, remote_id, uploaded_at, reason FROM uploads")
        return {(row[0], row[1]): Upload(*row[2:]) for row in rows}

    def keep_spent(self, spent: Mapping[str, Spent]) -> None:
        """Write the budgets down; a ledger that is only looked into stays as it is."""
        if self._lock is not None:
            self._write(*[(KEEP_SPENT, (family, *row)) for family, row in spent.items()])

    def spent(self) -> dict[str, Spent]:
        """Read what was used of each budget when it was last written down."""
        rows = self._rows("SELECT family, start, used, not_before FROM spent")
        return {row[0]: (row[1], row[2], row[3]) for row in rows}

    def _set(self, key: StepKey, what: str, values: Sequence[str | None], *more: Statement) -> None:
        statement = f"UPDATE steps SET {what} WHERE tweet_id = ? AND part = ?"  # noqa: S608 - our own words
        self._write((statement, (*values, key.tweet_id, key.part)), *more)

    def _records(self, where: str, values: Sequence[object]) -> Iterator[Record]:
        for tweet_id, part, state, attempt, key, body, *rest in self._rows(f"{RECORDS} {where}", values):
            sent = msgspec.json.decode(body, type=dict[str, object])
            yield Record(StepKey(tweet_id, part), StepState(state), attempt, key, sent, *rest)

    def _write(self, *statements: Statement, to_disk: bool = False) -> int:
        """Do all of it or nothing; return how many rows the first statement changed."""
        with in_words(self.path):
            self._db.execute(f"PRAGMA synchronous = {'FULL' if to_disk else 'NORMAL'}")
            with self._db:
                changed = [self._db.execute(sql, values).rowcount for sql, values in statements]
        return changed[0] if changed else 0

    def _rows(self, sql: str, values: Sequence[object] = ()) -> list[Any]:
        with in_words(self.path):
            return self._db.execute(sql, values).fetchall()


def _keep_parts(first: StepKey, rest: Sequence[Step]) -> list[Statement]:
    if first.part:
        return []
    rows = [(step.key.tweet_id, step.key.part, msgspec.json.encode(step).decode()) for step in rest]
    return [
        ("DELETE FROM parts WHERE tweet_id = ?", (first.tweet_id,)),
        *(("INSERT INTO parts VALUES (?, ?, ?)", row) for row in rows),
    ]
