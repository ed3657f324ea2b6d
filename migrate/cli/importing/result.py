"""What came of a run, counted while it goes on, and told at its end."""

from typing import TYPE_CHECKING

import typer

from migrate.cli.planning import show_left_out
from migrate.cli.show import say, table, warn

if TYPE_CHECKING:
    from migrate.cli.importing.run import Job
    from migrate.model import Plan
    from migrate.posts.replay import Detached, Event, MediaRefused, Refused


class Tally:
    """What came of a run."""

    def __init__(self) -> None:
        self.steps = 0
        self.already = 0
        self.posted = 0
        self.refused: list[Refused] = []
        self.media_refused: list[MediaRefused] = []
        self.detached: list[Detached] = []

    @property
    def left(self) -> int:
        """How many steps are still to be posted."""
        return self.steps - self.already - self.posted - len(self.refused)

    def count(self, event: "Event") -> None:
        """Keep what the summary needs."""
        from migrate.posts.replay import Begun, Detached, MediaRefused, Posted, Refused, Vanished

        match event:
            case Begun():
                # what an earlier run left in doubt was found before this, and is counted as posted now
                self.steps, self.already = event.steps, event.already - self.posted
            case Posted():
                self.posted += 1
            case Refused():
                self.refused.append(event)
            case Vanished():
                self.posted -= 1
                self.refused.append(Refused(event.key, event.reason))
            case MediaRefused():
                self.media_refused.append(event)
            case Detached():
                self.detached.append(event)
            case _:
                pass


def show_result(tally: Tally, job: "Job") -> None:
    """What came of it, what didn't and why, and where to look at it."""
    table(
        [
            ("Posted now", tally.posted),
            ("Posted before", tally.already - job.refused),
            ("Refused by the server", len(tally.refused) + job.refused),
            ("Still to post", tally.left),
        ]
    )
    _show_refusals(tally)
    show_left_out(job.plan)
    if tally.left:
        say("To post the rest, run the same command again.")
    elif not tally.posted:
        say("There was nothing left to post.")
    say("Look at it: {page}", page=job.session.account.url)


def print_summary(plan: "Plan", *, posted: int = 0, already: int = 0, refused: int = 0) -> None:
    """The last line for other programs."""
    import msgspec

    counts = {"posted": posted, "already": already, "refused": refused, "left_out": len(plan.left_out)}
    typer.echo(msgspec.json.encode({"event": "summary", **counts}).decode())


def _show_refusals(tally: Tally) -> None:
    for refused in tally.refused:
        warn("Tweet {tweet} was refused: {reason}", tweet=str(refused.key.tweet_id), reason=refused.reason)
    for lost in tally.media_refused:
        warn(
            "Tweet {tweet} was posted without one of its pictures or videos: {reason}",
            tweet=str(lost.key.tweet_id),
            reason=lost.reason,
        )
    for alone in tally.detached:
        warn(
            "Tweet {tweet} was posted on its own: the toot that it answers is gone from the server.",
            tweet=str(alone.key.tweet_id),
        )
