"""One import: a plan, where it goes, and how far it has come."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from migrate.archive import Archive
    from migrate.cli.importing.result import Tally
    from migrate.cli.progress import Shown
    from migrate.cli.session import Session
    from migrate.ledger import Ledger
    from migrate.model import Plan


class Job:
    """`todo` is what this run is to post: all that is left, or as much of it as was asked for.

    `refused` counts the steps that the server would not take in earlier runs.
    """

    def __init__(
        self,
        session: "Session",
        plan: "Plan",
        ledger: "Ledger",
        archive: "Archive",
        limit: int | None = None,
    ) -> None:
        from migrate.ledger import StepState
        from migrate.posts.replay import unsettled, up_to

        self.session = session
        self.plan = plan
        self.ledger = ledger
        self.archive = archive
        self.limit = limit
        left = unsettled(plan.steps, ledger)
        refused = ledger.keys_in(StepState.REFUSED)
        self.refused = sum(step.key in refused for step in plan.steps)
        self.already = len(plan.steps) - len(left) - self.refused
        self.todo = up_to(left, limit)

    def seconds_left(self) -> float:
        """What the server's limits ask for, from now on."""
        from migrate.posts.replay import remaining_time

        return remaining_time(self.todo, self.session.server, self.ledger)

    def carry_out(self, shown: "Shown") -> "Tally":
        """Post it, and show what happens."""
        from migrate.posts.replay import replay

        self.ledger.claim(self.plan.owner.id, self.plan.owner.handle)
        self.ledger.note_plan(len(self.plan.steps), self.session.server.now())
        with shown:
            for event in replay(
                self.plan.steps,
                self.session.server,
                self.ledger,
                account_id=self.session.account.id,
                open_media=self.archive.open_media,
                limit=self.limit,
            ):
                shown.show(event)
        return shown.tally
