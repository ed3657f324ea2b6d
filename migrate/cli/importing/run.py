"""One import: its plan, its account, and its progress."""

import time
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from migrate.cli.choosing.options import ImportOptions
from migrate.cli.importing.before import show_terms
from migrate.cli.importing.result import Tally, plan_summary, show_result
from migrate.cli.planning import plan_for, seen_by, show_plan
from migrate.cli.run import Run
from migrate.cli.session import Session
from migrate.cli.show import say
from migrate.model import StepKey

if TYPE_CHECKING:
    from migrate.archive import Archive
    from migrate.ledger import Ledger
    from migrate.posts.replay import Differences

FOUND = (
    "{n} post of these tweets is on the account already, and the record on this computer didn't know it.",
    "{n} posts of these tweets are on the account already, and the record on this computer didn't know them.",
)


class ImportRun(Run):
    """The posts that this run is to make: all that is left, or as much of it as was asked for."""

    asking = ("Post {n} post to @{handle} now?", "Post {n} posts to @{handle} now?")
    unchanged = "Nothing was posted (--dry-run)."
    declined = "Nothing was posted. When you are ready, run the same command again."

    def __init__(
        self,
        session: Session,
        ledger: "Ledger",
        archive: "Archive",
        options: ImportOptions,
        limit: int | None = None,
        *,
        differences: "Differences | None" = None,
    ) -> None:
        from migrate.posts.replay import Differences

        ledger.expect_owner(archive.owner.id, archive.owner.handle)
        self.plan = plan_for(archive, session.server.dialect.limits, options)
        super().__init__(session, 0)
        self._ledger = ledger
        self._archive = archive
        self._limit = limit
        self._differences = differences or Differences()
        self._visibility = seen_by(self.plan, options)
        self._count_left(frozenset(), frozenset())

    def look(self) -> Iterator[object]:
        """Ask the account which of these posts it has already, and which it has no longer."""
        from migrate.mastodon import PatientClient
        from migrate.posts.replay import look

        asker = PatientClient(self.session.server, time.sleep)
        account_id = self.session.account.id
        self._seen = yield from look(
            self.plan.steps, asker, self._ledger, account_id=account_id, differences=self._differences
        )
        missing = self._seen.missing if self._differences.repost else ()
        self._count_left({one.key for one in self._seen.found}, {record.key for record in missing})
        self.total = self._before + len(self._todo)

    def show(self) -> None:
        """Print the plan, the account it goes to and the readers."""
        show_plan(self.plan, self._archive)
        if self._seen.found:
            say(FOUND, n=len(self._seen.found))
        posted_before = self.tally.numbers()["already"]
        show_terms(self.session, self._visibility, posted_before, self._todo, self.seconds_left())

    def do(self) -> Iterator[object]:
        """Post it."""
        from migrate.posts.replay import replay

        self._ledger.claim(self.plan.owner.id, self.plan.owner.handle)
        self._ledger.note_plan(len(self.plan.steps), self.session.server.now())
        return replay(
            self.plan.steps,
            self.session.server,
            self._ledger,
            account_id=self.session.account.id,
            open_media=self._archive.open_media,
            limit=self._limit,
            differences=self._differences,
        )

    def _count_left(self, found: Collection[StepKey], missing: Collection[StepKey]) -> None:
        """Count what is to be posted, where the account has some more posts than the ledger, or fewer."""
        from migrate.ledger import StepState
        from migrate.posts.replay import unsettled, up_to

        again = [step for step in self.plan.steps if missing and step.key in missing]
        left = [step for step in unsettled(self.plan.steps, self._ledger) if step.key not in found] + again
        refused = self._ledger.keys_in(StepState.REFUSED)
        self._todo = up_to(left, self._limit)
        self._before = len(self.plan.steps) - len(left)
        self.done, self.pending = self._before, len(self._todo)
        self.tally = Tally(
            steps=len(self.plan.steps),
            already=self._before,
            refused_before=sum(step.key in refused for step in self.plan.steps),
        )

    def count(self, event: object) -> None:
        """Note an event for the summary."""
        self.tally.count(event)
        self.refused = len(self.tally.refused)
        self.done = self.tally.steps - self.tally.left

    def seconds_left(self) -> float:
        """Foretell how long the rest of this run takes by the server's limits."""
        from migrate.posts.replay import remaining_time

        return remaining_time(self._todo, self.session.server, self._ledger)

    def tell(self) -> None:
        """Print what was posted, what wasn't and why, and where to look at it."""
        show_result(self.tally, self.plan, self.session.account.url)

    def summary(self) -> dict[str, object]:
        """Count what was posted, refused and left out."""
        return plan_summary(self.plan, self.tally)
