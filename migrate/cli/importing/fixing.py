"""`migrate import --fix`: which toots would be better now, a question, then the edits."""

from typing import TYPE_CHECKING

import typer

from migrate.cli.importing.before import time_needed
from migrate.cli.planning import plan_for
from migrate.cli.progress import JsonLines, ProgressBar, Shown
from migrate.cli.session import open_session
from migrate.cli.show import SHOWN, filled, say, table, warn
from migrate.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from migrate.archive import Archive
    from migrate.cli.choosing.switches import Wishes
    from migrate.cli.session import Credentials, Session
    from migrate.ledger import Ledger
    from migrate.mastodon import Budget
    from migrate.model import Step
    from migrate.posts.replay import Change, Event


BEFORE, WIDTH = 20, 70
"""Characters that are shown before the first that differs, and in all."""


class Fixing:
    """One round of edits, and how far it has come."""

    def __init__(
        self, session: "Session", steps: "Sequence[Step]", ledger: "Ledger", limit: int | None
    ) -> None:
        from migrate.posts.replay import fixable

        found = fixable(steps, ledger)
        self.session = session
        self.ledger = ledger
        self.todo = found.changes[:limit]
        self.cut_differently = len(found.cut_differently)
        self.already = self.refused = 0
        self.events: list[Event] = []

    def seconds_left(self) -> float:
        """What the server's limits ask for, from now on."""
        from migrate.posts.replay import fix_time

        return fix_time(self.left, self.session.server)

    @property
    def left(self) -> int:
        """How many toots have not had their turn."""
        return len(self.todo) - len(self.events)

    def carry_out(self, shown: Shown) -> None:
        """Edit them, and show what happens."""
        from migrate.posts.replay import Waiting, fix

        with shown:
            for event in fix(self.todo, self.session.server, self.ledger):
                if not isinstance(event, Waiting):
                    self.events.append(event)
                shown.show(event)

    def counts(self) -> dict[str, int]:
        """What came of it."""
        from migrate.posts.replay import Altered, Fixed, Gone, Unfixed

        kinds = {"fixed": Fixed, "gone": Gone, "altered": Altered, "refused": Unfixed}
        counted = {
            name: sum(isinstance(event, kind) for event in self.events) for name, kind in kinds.items()
        }
        return {**counted, "left": self.left}


def fix_toots(
    known: "Credentials",
    archive: "Archive",
    wishes: "Wishes",
    *,
    limit: int | None,
    pace: "Budget | None",
    json: bool,
    ask: bool,
    look_only: bool,
) -> None:
    """Edit what would be better now. Raises UsageError where the server knows no edits."""
    with open_session(known) as session:
        _expect_edits(session)
        session.keep_to(pace)
        with session.open_ledger(read_only=look_only) as ledger:
            ledger.expect_owner(archive.account.id, archive.account.handle)
            plan = plan_for(archive, session.server.dialect.limits, wishes)
            job = Fixing(session, plan.steps, ledger, limit)
            if not json:
                _show(job)
            if look_only:
                say("Nothing was edited (--dry-run).", err=json)
            elif job.todo and (not ask or _agreed(job)):
                job.carry_out(JsonLines() if json else ProgressBar(job))
            _show_result(job, json=json)
    if job.counts()["refused"]:
        raise typer.Exit(ExitCode.SOME_REFUSED)


def _expect_edits(session: "Session") -> None:
    if not session.server.dialect.edits:
        raise UsageError(
            f"{session.server.host} is not known to let people edit their toots, so --fix can't be used "
            "there. Nothing was changed."
        )
    if not session.ledger.exists():
        raise UsageError(
            f"Nothing was imported to @{session.handle} from this computer, so there is nothing to edit. "
            "To import: the same command without --fix."
        )


def _show(job: Fixing) -> None:
    """How many and which; what an edit means for those who see it."""
    say("On @{handle}", handle=job.session.handle)
    rows: list[tuple[str, object]] = [("Toots that would be better now", len(job.todo))]
    if job.cut_differently:
        rows.append(("Tweets that would be cut into other parts; they stay", job.cut_differently))
    table([*rows, *time_needed(job.seconds_left())] if job.todo else rows)
    for change in job.todo[:SHOWN]:
        _show_change(change)
    if len(job.todo) > SHOWN:
        say("... and {n} more of these.", n=len(job.todo) - SHOWN)
    if job.todo:
        say("They are compared with what this command asks for: use the same switches as for the import.")
        say("The server marks them as edited. Nobody is notified by it, but for people who boosted them.")


def _show_change(change: "Change") -> None:
    before, after = str(change.before.get("status", "")), str(change.after.get("status", ""))
    say("{address}", address=change.url)
    if before == after:
        say("  Only its content warning, its sensitive mark or its language changes.")
        return
    differing = (place for place, pair in enumerate(zip(before, after, strict=False)) if len({*pair}) > 1)
    start = max(next(differing, min(len(before), len(after))) - BEFORE, 0)
    say("  it says:      {text}", text=before[start : start + WIDTH])
    say("  it will say:  {text}", text=after[start : start + WIDTH])


def _agreed(job: Fixing) -> bool:
    question = filled("Edit {n} toots on @{handle} now?", n=len(job.todo), handle=job.session.handle)
    if typer.confirm(question, err=True):
        return True
    say("Nothing was edited.")
    return False


def _show_result(job: Fixing, *, json: bool) -> None:
    import msgspec

    counts = job.counts()
    if json:
        typer.echo(msgspec.json.encode({"event": "summary", **counts}).decode())
    elif not job.todo:
        say("There is nothing to edit: all toots are as they would be posted today.")
    elif job.events:
        table(
            [
                ("Edited now", counts["fixed"]),
                ("Not there any more", counts["gone"]),
                ("Changed by you, and left so", counts["altered"]),
                ("Refused by the server", counts["refused"]),
                ("Still to edit", counts["left"]),
            ]
        )
        _show_others(job)


def _show_others(job: Fixing) -> None:
    """The toots that were not edited, and why."""
    from migrate.posts.replay import Altered, Gone, Unfixed

    for event in job.events:
        match event:
            case Gone():
                warn("{address} is gone from the server; somebody deleted it.", address=event.url)
            case Altered():
                warn("{address} was changed by hand since; it stays as it is.", address=event.url)
            case Unfixed():
                tweet = str(event.key.tweet_id)
                warn("The toot of tweet {tweet} was not edited: {reason}", tweet=tweet, reason=event.reason)
            case _:
                pass
