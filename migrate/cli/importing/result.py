"""What came of an import, counted while it goes on, and told at its end."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from migrate.cli.planning import show_left_out
from migrate.cli.show import say, table, warn, warn_each
from migrate.model import Plan

if TYPE_CHECKING:
    from migrate.posts.replay import Detached, MediaRefused, Missing, Refused


class Tally:
    """What has come of an import so far.

    `steps` are those of the whole plan, `already` those that earlier runs settled, among them
    the `refused_before`.
    """

    def __init__(self, steps: int = 0, already: int = 0, refused_before: int = 0) -> None:
        self.steps = steps
        self.already = already
        self.refused_before = refused_before
        self.posted = 0
        self.refused: list[Refused] = []
        self.media_refused: list[MediaRefused] = []
        self.detached: list[Detached] = []
        self.missing: list[Missing] = []

    @property
    def left(self) -> int:
        """How many steps are still to be posted."""
        return self.steps - self.already - self.posted - len(self.refused)

    def numbers(self) -> Mapping[str, int]:
        """The numbers of the summary, by their keys in JSON."""
        return {
            "posted": self.posted,
            "already": self.already - self.refused_before,
            "refused": len(self.refused) + self.refused_before,
        }

    def count(self, event: object) -> None:
        """Keep what the summary needs."""
        from migrate.posts.replay import Begun, Detached, MediaRefused, Missing, Posted, Refused, Vanished

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
            case Missing():
                self.missing.append(event)
            case _:
                pass


def show_result(tally: Tally, plan: Plan, page: str) -> None:
    """Print what came of it, what didn't and why, and where to look at it."""
    numbers = tally.numbers()
    table(
        [
            ("Posted now", numbers["posted"]),
            ("Posted before", numbers["already"]),
            ("Refused by the server", numbers["refused"]),
            ("Still to post", tally.left),
        ]
    )
    _show_refusals(tally)
    show_left_out(plan)
    if tally.left:
        say("To post the rest, run the same command again.")
    elif not tally.posted:
        say("There was nothing left to post.")
    say("Look at it: {page}", page=page)


def plan_summary(plan: Plan, tally: Tally | None = None) -> dict[str, object]:
    """Put what came of a plan in numbers, for other programs."""
    return {**(tally or Tally()).numbers(), "left_out": len(plan.left_out)}


def _show_refusals(tally: Tally) -> None:
    for refused in tally.refused:
        warn("Tweet {tweet} was refused: {reason}", tweet=str(refused.key.tweet_id), reason=refused.reason)
    for lost in tally.media_refused:
        warn(
            "Tweet {tweet} was posted without one of its pictures or videos: {reason}",
            tweet=str(lost.key.tweet_id),
            reason=lost.reason,
        )
    warn_each(
        "The post of tweet {tweet} is gone from the server: {address}",
        [{"tweet": str(gone.key.tweet_id), "address": gone.url or ""} for gone in tally.missing],
    )
    if tally.missing:
        warn("It was deleted there, by you or by the server. To post what is gone again, add --repost.")
    for alone in tally.detached:
        warn(
            "Tweet {tweet} was posted on its own: the post that it answers is gone from the server.",
            tweet=str(alone.key.tweet_id),
        )
