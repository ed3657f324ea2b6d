"""`migrate undo`: take back posts, all of them or some. Look, ask, then delete.

Dates are those of the posting and not of the tweet: the ledger knows them for every
post, and an import is what people regret.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from math import inf
from typing import TYPE_CHECKING, Annotated

import typer

from migrate.cli.app import app
from migrate.cli.choosing.calendar import period, show_days
from migrate.cli.run import How, Run, carry_out, must_be_able_to_ask
from migrate.cli.session import Session, credentials, open_session
from migrate.cli.show import say, table, warn_each
from migrate.cli.switches import AccountName, AsJsonLines
from migrate.cli.times import clock_time, show_time
from migrate.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from migrate.ledger import Ledger, Record
    from migrate.posts.replay import Unmoved


FOUND_STAY = (
    "{n} post stays: it was found on the account, not made from this record. Delete it: --post ADDRESS",
    "{n} posts stay: they were found on the account, not made from this record. Delete one: --post ADDRESS",
)
FORGOTTEN = (
    "{n} post that the server had refused is forgotten, too: the next import tries it again.",
    "{n} posts that the server had refused are forgotten, too: the next import tries them again.",
)


@app.command("undo")
def undo_command(
    *,
    account: AccountName = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Only what was posted from then on: 2026 or 2026-03-24."),
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only what was posted up to then, included.")
    ] = None,
    post: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Only this one: its address, or its tweet's number."),
    ] = None,
    toot: Annotated[str | None, typer.Option(hidden=True, help="The earlier name of --post.")] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would happen; delete nothing.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask before deleting.")] = False,
    json: AsJsonLines = False,
) -> None:
    """Take back what was imported, and nothing else. Stopped and run again, it goes on."""
    from migrate.posts.replay import refusals_to_forget, undoable

    how = How(dry_run, yes, json)
    must_be_able_to_ask(how)
    days = _days(since, until)
    first, end = _moments(*days)
    show_days(*days, err=json)
    with (
        open_session(credentials(account)) as session,
        session.open_ledger(look_only=dry_run) as ledger,
    ):
        address = post or toot
        posted = undoable(ledger, taken_in=address is not None)
        records = [record for record in posted if first <= record.last_sent < end]
        refused = [] if address else refusals_to_forget(ledger)
        refused = [record for record in refused if first <= record.last_sent < end]
        if address is not None:
            records = _only(address, records, session)
        left = 0 if address else len(ledger.shown.taken_in())
        run = UndoRun(session, ledger, records, left=left, refused=refused)
        carry_out(run, how)
    if run.refused:
        raise typer.Exit(ExitCode.SOME_REFUSED)


class UndoRun(Run):
    """One round of deletions, and its progress."""

    asking = ("Delete {n} post of @{handle} now?", "Delete {n} posts of @{handle} now?")
    unchanged = "Nothing was deleted (--dry-run)."
    declined = "Nothing was deleted. When you are ready, run the same command again."

    def __init__(
        self,
        session: Session,
        ledger: "Ledger",
        records: "Sequence[Record]",
        left: int,
        refused: "Sequence[Record]" = (),
    ) -> None:
        super().__init__(session, len(records))
        self._refused = refused
        self._left = left
        self._ledger = ledger
        self._todo = records
        self._unmoved: list[Unmoved] = []

    def show(self) -> None:
        """Print how many posts, from when, and how long it takes."""
        say("From @{handle}", handle=self.session.handle)
        if self._left:
            say(FOUND_STAY, n=self._left)
        if not self._todo:
            table([("Posts to delete", 0)])
            return
        moments = [record.last_sent for record in self._todo]
        table(
            [
                ("Posts to delete", self.total),
                ("The first was posted", clock_time(min(moments))),
                ("The last was posted", clock_time(max(moments))),
            ]
        )
        say("Only what this program has posted is deleted. Other people's answers stay.")
        show_time(self.seconds_left())

    def do(self) -> Iterator[object]:
        """Delete them, and forget what was refused of that import."""
        from migrate.posts.replay import forget_refusals, undo

        forget_refusals(self._refused, self._ledger)
        return undo(self._todo, self.session.server, self._ledger)

    def count(self, event: object) -> None:
        """Keep what became of each post."""
        from migrate.posts.replay import TakenBack, Unmoved

        self.done += isinstance(event, TakenBack | Unmoved)
        if isinstance(event, Unmoved):
            self._unmoved.append(event)
            self.refused += 1

    def seconds_left(self) -> float:
        """Foretell how long the rest takes by the server's limits."""
        from migrate.posts.replay import undo_time

        return undo_time(self.total - self.done, self.session.server)

    def tell(self) -> None:
        """Print how many were deleted, and which were not and why."""
        warn_each(
            "The post of tweet {tweet} could not be deleted: {reason}",
            [{"tweet": str(kept.key.tweet_id), "reason": kept.reason} for kept in self._unmoved],
        )
        table([("Deleted", self.done - self.refused), ("Could not be deleted", self.refused)])
        if self._refused:
            say(FORGOTTEN, n=len(self._refused))
        if not self._todo:
            say("There was nothing to delete.")
        elif self.done > self.refused:
            say("What was deleted can be imported again: the same import would post it.")

    def summary(self) -> dict[str, object]:
        """Count what became of the posts."""
        return {"taken_back": self.done - self.refused, "unmoved": self.refused}


def _only(post: str, records: "Sequence[Record]", session: Session) -> "list[Record]":
    """Find the record of one post by its address or its tweet's number. Raises UsageError."""
    address = post.strip().rstrip("/")
    wanted = address.rpartition("/")[2]
    found = [
        record
        for record in records
        if wanted in {str(record.key.tweet_id), record.remote_id} or address == (record.url or "").rstrip("/")
    ]
    if not found:
        raise UsageError(
            f"{post} is not a post of this program on @{session.handle}. It deletes nothing else."
        )
    return found


def _days(since: str | None, until: str | None) -> tuple[date | None, date | None]:
    """Read the first and the last day. Raises UsageError."""
    return None if since is None else period(since)[0], None if until is None else period(until)[1]


def _moments(first: date | None, last: date | None) -> tuple[float, float]:
    """Find the first moment of these days and the first after them, by this computer's clock."""
    return (
        0.0 if first is None else datetime.combine(first, time.min).timestamp(),
        inf if last is None else datetime.combine(last + timedelta(days=1), time.min).timestamp(),
    )
