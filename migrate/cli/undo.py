"""`migrate undo`: take back what was posted, all of it or some. Look, ask, then delete.

Dates are those of the posting and not of the tweet: the ledger knows them for every
toot, and what people regret is an import.
"""

from collections.abc import Sequence
from functools import partial
from math import inf
from typing import TYPE_CHECKING, Annotated

import typer

from migrate.cli.app import app
from migrate.cli.choosing.rules import period
from migrate.cli.follow.before import must_be_able_to_ask, show_time
from migrate.cli.importing.dry_run import look_into
from migrate.cli.progress import JsonLines, ProgressBar, Shown
from migrate.cli.session import credentials, open_session
from migrate.cli.show import clock_time, filled, say, table, warn_each
from migrate.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from migrate.cli.session import Session
    from migrate.ledger import Ledger, Record
    from migrate.posts.replay import Unmoved


@app.command()
def undo(
    *,
    account: Annotated[
        str | None, typer.Option(metavar="NAME@SERVER", help="Which one, if you have several logins.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Only toots that were posted from then on: 2026 or 2026-03-24."),
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only toots that were posted up to then, included.")
    ] = None,
    toot: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Only this one: its address, or its tweet's number.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would happen; delete nothing.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask before deleting.")] = False,
    json: Annotated[bool, typer.Option("--json", help="For other programs: one JSON object a line.")] = False,
) -> None:
    """Take back what was imported, and nothing else. Stopped and run again, it goes on."""
    from migrate.posts.replay import undoable

    if not (dry_run or yes):
        must_be_able_to_ask(json=json)
    first, end = _moments(since, until)
    wanted = None if toot is None else toot.strip().rstrip("/").rpartition("/")[2]
    with open_session(credentials(account)) as session:
        open_ledger = partial(look_into, session) if dry_run else session.open_ledger
        with open_ledger() as ledger:
            records = [record for record in undoable(ledger) if first <= record.last_sent < end]
            if wanted is not None:
                records = [r for r in records if wanted in {str(r.key.tweet_id), r.remote_id}]
                if not records:
                    raise UsageError(
                        f"{toot} is not a toot that this program has posted to @{session.handle}. "
                        "It deletes nothing else."
                    )
            _undo(Undoing(session, ledger, records), json=json, dry_run=dry_run, ask=not yes)


class Undoing:
    """One undoing, as the progress bar wants to know it."""

    already = 0
    refused = 0

    def __init__(self, session: "Session", ledger: "Ledger", records: "Sequence[Record]") -> None:
        self.session = session
        self.ledger = ledger
        self.todo = records
        self.taken_back = 0
        self.unmoved: list[Unmoved] = []

    def seconds_left(self) -> float:
        """What the server's limits ask for, from now on."""
        from migrate.posts.replay import undo_time

        left = len(self.todo) - self.taken_back - len(self.unmoved)
        return undo_time(left, self.session.server)

    def carry_out(self, shown: Shown) -> None:
        """Delete it, and show what happens."""
        from migrate.posts.replay import TakenBack, Unmoved, undo

        with shown:
            for event in undo(self.todo, self.session.server, self.ledger):
                if isinstance(event, TakenBack):
                    self.taken_back += 1
                elif isinstance(event, Unmoved):
                    self.unmoved.append(event)
                shown.show(event)


def _moments(since: str | None, until: str | None) -> tuple[float, float]:
    """From when to when, by the clock on the wall here."""
    first = None if since is None else period(since)[0]
    end = None if until is None else period(until)[1]
    return (
        0.0 if first is None else first.replace(tzinfo=None).timestamp(),
        inf if end is None else end.replace(tzinfo=None).timestamp(),
    )


def _undo(job: Undoing, *, json: bool, dry_run: bool, ask: bool) -> None:
    if not json:
        _show(job)
    if dry_run:
        say("Nothing was deleted (--dry-run).", err=json)
        return
    if ask and job.todo and not _agreed(job):
        return
    shown: Shown = JsonLines() if json else ProgressBar(job)
    job.carry_out(shown)
    if json:
        _print_summary(job)
    else:
        _show_result(job)
    if job.unmoved:
        raise typer.Exit(ExitCode.SOME_REFUSED)


def _show(job: Undoing) -> None:
    """What a person should know before saying yes."""
    say("From @{handle}", handle=job.session.handle)
    rows: list[tuple[str, object]] = [("Toots to delete", len(job.todo))]
    if job.todo:
        rows += [
            ("The first was posted", clock_time(min(record.last_sent for record in job.todo))),
            ("The last was posted", clock_time(max(record.last_sent for record in job.todo))),
        ]
    table(rows)
    if job.todo:
        say("Only toots that this program has posted are deleted. Other people's answers to them stay.")
        show_time(job.seconds_left())


def _agreed(job: Undoing) -> bool:
    question = filled("Delete {n} toots of @{handle} now?", n=len(job.todo), handle=job.session.handle)
    if typer.confirm(question, err=True):
        return True
    say("Nothing was deleted. When you are ready, run the same command again.")
    return False


def _show_result(job: Undoing) -> None:
    warn_each(
        "The toot of tweet {tweet} could not be deleted: {reason}",
        [{"tweet": str(kept.key.tweet_id), "reason": kept.reason} for kept in job.unmoved],
    )
    table([("Deleted", job.taken_back), ("Could not be deleted", len(job.unmoved))])
    if not job.todo:
        say("There was nothing to delete.")
    elif job.taken_back:
        say("What was deleted can be imported again: the same import would post it.")


def _print_summary(job: Undoing) -> None:
    """The last line for other programs."""
    import msgspec

    counts = {"taken_back": job.taken_back, "unmoved": len(job.unmoved)}
    typer.echo(msgspec.json.encode({"event": "summary", **counts}).decode())
