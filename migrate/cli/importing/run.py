"""One import: its plan, its account, and its progress."""

import time
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from migrate.cli.choosing.earlier import keep_for_later
from migrate.cli.choosing.options import ImportOptions
from migrate.cli.importing.before import show_terms
from migrate.cli.importing.result import plan_summary, show_result
from migrate.cli.importing.tally import Tally
from migrate.cli.planning import opener_for, plan_for, seen_by, show_plan
from migrate.cli.run import Run
from migrate.cli.session import Session
from migrate.cli.show import say
from migrate.model import StepKey

if TYPE_CHECKING:
    from migrate.archive import Archive
    from migrate.ledger import Ledger
    from migrate.posts.replay import Differences

TRIED_AGAIN = (
    "{n} post that was refused before is tried again.",
    "{n} posts that were refused before are tried again.",
)
TRIED_BY_ITSELF = (
    "{n} post that was refused before is tried again: the plan, your login or the server is another now.",
    "{n} posts that were refused before are tried again: the plan, your login or the server is another now.",
)
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
        self._options = options
        self._open_media = opener_for(archive, session.server.dialect.limits, options)
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
        show_plan(self.plan, self._archive, self._options)
        if self._seen.found:
            say(FOUND, n=len(self._seen.found))
        if self._trying:
            say(TRIED_AGAIN if self._differences.again else TRIED_BY_ITSELF, n=len(self._trying))
        posted_before = self.tally.numbers()["already"]
        show_terms(self.session, self._visibility, posted_before, self._todo, self.seconds_left())

    def do(self) -> Iterator[object]:
        """Post it; in the end tell what earlier runs left undone."""
        from migrate.posts.replay import replay

        self._ledger.claim(self.plan.owner.id, self.plan.owner.handle)
        keep_for_later(self._options, self._ledger)
        self._ledger.note_plan(len(self.plan.steps), self.session.server.now())
        yield from replay(
            self.plan.steps,
            self.session.server,
            self._ledger,
            account_id=self.session.account.id,
            open_media=self._open_media,
            limit=self._limit,
            differences=self._differences,
        )
        yield from self.tally.from_before()

    def _count_left(self, found: Collection[StepKey], missing: Collection[StepKey]) -> None:
        """Count what is to be posted, where the account has some more posts than the ledger, or fewer."""
        from migrate.ledger import StepState
        from migrate.posts.replay import steps_to_try, unsettled, up_to

        steps, ledger = self.plan.steps, self._ledger
        self._trying = steps_to_try(steps, self.session.server, ledger, self._differences)
        again = [step for step in steps if missing and step.key in missing]
        left = [step for step in unsettled(steps, ledger, self._trying) if step.key not in found] + again
        keys = {step.key for step in steps}
        tweets = {key.tweet_id for key in keys}
        refused = [record for record in ledger.in_state(StepState.REFUSED) if record.key in keys]
        self._todo = up_to(left, self._limit)
        self._before = len(steps) - len(left)
        self.done, self.pending = self._before, len(self._todo)
        self.tally = Tally(
            steps=len(steps),
            already=self._before,
            refused_before=[record for record in refused if record.key not in self._trying],
            lost_before=[file for file in ledger.refusals.lost_files() if file.tweet_id in tweets],
        )

    def count(self, event: object) -> None:
        """Note an event for the summary."""
        from migrate.posts.replay import Begun

        if isinstance(event, Begun):
            self._trying = frozenset()  # from now on the ledger says that they are to be sent
        self.tally.count(event)
        self.refused = self.tally.numbers()["refused"] + self.tally.refused_files()
        self.done = self.tally.steps - self.tally.left

    def seconds_left(self) -> float:
        """Foretell how long the rest of this run takes by the server's limits."""
        from migrate.posts.replay import remaining_time

        return remaining_time(self._todo, self.session.server, self._ledger, self._trying)

    def tell(self) -> None:
        """Print what was posted, what wasn't and why, and where to look at it."""
        edits = self.session.server.dialect.edits
        show_result(self.tally, self.plan, self.session.account.url, edits=edits)

    def summary(self) -> dict[str, object]:
        """Count what was posted, refused and left out."""
        return plan_summary(self.plan, self.tally)
