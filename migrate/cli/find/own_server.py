"""`migrate find --server`: people of the same name are searched for on the user's own server."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from migrate.cli.run import GO_ON, Run
from migrate.cli.session import Session
from migrate.cli.show import say, warn

if TYPE_CHECKING:
    from migrate.people.contacts import Contact
    from migrate.people.evidence.claims import Claim
    from migrate.people.sources.cache import Cache

TELL_SERVER = (
    "Your server: these Twitter names are searched for at {host}, one after the other: {n} in all. Where a "
    "name finds nobody, the name that the person shows is searched for, too. {host} learns whom you look "
    "for, and asks nobody else. It also tells whom you follow there already, so that they are left out of "
    "the list. It costs nothing."
)


class ServerSearch(Run):
    """A search for contacts without a known address, and a look at the accounts that the user follows.

    `claims` and `followed` are the results.
    """

    title = "People "
    asking = GO_ON
    declined = ""

    def __init__(self, session: Session, unknown: "Sequence[Contact]", cache: "Cache") -> None:
        from migrate.people.find.ownserver import searched_before

        self._now = datetime.now(UTC)
        known, left = searched_before(cache, session.server.host, unknown, self._now)
        super().__init__(session, len(left))
        self.pending = 1
        self.claims: list[Claim] = known
        self.followed: frozenset[str] = frozenset()
        self._unknown = left
        self._cache = cache
        self._told = False

    def show(self) -> None:
        """Print what is sent and what the server learns."""
        say(TELL_SERVER, err=True, n=self.total, host=self.session.server.host)

    def do(self) -> Iterator[object]:
        """Search, and read the accounts that the user follows."""
        import time

        from migrate.people.find.ownserver import read_followed, search_own_server

        server = self.session.server
        yield from search_own_server(server, self._unknown, time.sleep)
        followed = yield from read_followed(server, self.session.account.id, time.sleep)
        if followed is not None:
            self._told, self.followed = True, followed

    def count(self, event: object) -> None:
        """Keep the accounts with the name of a contact."""
        from migrate.people.find.ownserver import Searched, keep_searched

        if isinstance(event, Searched):
            keep_searched(self._cache, self.session.server.host, event, self._now)
            self.claims += event.claims
            self.done += 1

    def tell(self) -> None:
        """Warn where the server did not tell which accounts the user follows."""
        if not self._told:
            warn("{host} did not tell whom you follow there.", host=self.session.server.host)

    def summary(self) -> dict[str, object]:
        """Count the results."""
        return {"claims": len(self.claims), "followed": len(self.followed)}
