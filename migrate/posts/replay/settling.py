"""A post went out and no clear answer came back: is it there? Never guessed.

The account's own posts are read back. Where the post isn't among them, the request
may still be under way, so there is a second look when it can't be any more.
"""

from migrate.errors import ServerError
from migrate.ledger import Ledger, Record, State
from migrate.mastodon import WaitReason
from migrate.mastodon.patient import PatientClient
from migrate.mastodon.wire import Status
from migrate.posts.replay.bodies import date_in
from migrate.posts.replay.events import Doing, Posted
from migrate.posts.replay.finding import Finder, same_second


class Settler:
    """Ends the doubt about a step, and writes down how it ended."""

    def __init__(self, asker: PatientClient, ledger: Ledger, finder: Finder) -> None:
        self._asker = asker
        self._ledger = ledger
        self._finder = finder

    def settle_begun(self) -> Doing[None]:
        """Before anything else: what became of the step at which the last run was cut off?"""
        for record in list(self._ledger.in_state(State.BEGUN)):
            status = yield from self.settle(record)
            if status:
                yield self.finish(record, status)
            elif not self.key_holds(record):
                self._ledger.reopen(record.key)

    def settle(self, record: Record) -> Doing[Status | None]:
        """The post that the step became, or None once it may be sent again."""
        server = self._asker.server
        status = yield from self._finder.find(record)
        if status or (server.dialect.locks_keys and self.key_holds(record)):
            return status
        certain = record.last_sent + server.dialect.settles_after
        if server.now() < certain:
            yield from self._asker.wait_until(certain, WaitReason.SETTLING)
            status = yield from self._finder.find(record)
        return status

    def key_holds(self, record: Record) -> bool:
        """Whether the server still knows the key: the same one again can't post twice."""
        server = self._asker.server
        return server.now() - record.first_sent < server.dialect.remembers_keys

    def finish(self, record: Record, status: Status) -> Posted:
        """The server has it: write that down, and make sure that it kept the date."""
        url = status.url or status.uri
        self._ledger.finish(record.key, status.id, url)
        wanted = date_in(record.body)
        if wanted and status.created_at and not same_second(status.created_at, wanted):
            raise ServerError(
                f"{self._asker.server.host} did not keep the date of a toot ({url}). The import has "
                "stopped, so that old tweets don't show up as new ones. Ask the people who run the server "
                "whether it allows backdated posts."
            )
        return Posted(record.key, url)
