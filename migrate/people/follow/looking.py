"""The accounts of people, and their relation to the user's: forty at a time where a request allows it."""

from collections.abc import Callable, Iterable

from migrate.ledger import FollowState, PeopleLedger, PersonRecord
from migrate.mastodon import PatientClient, Process, Waiting
from migrate.model import Action, Person
from migrate.people.follow.deciding import Lookup, is_found
from migrate.people.follow.events import Doing, LookedUp
from migrate.people.follow.reading import look_again

Resolve = Callable[[PersonRecord], Process[Waiting, PersonRecord]]


class AccountFinder:
    """Finds the accounts of people on the server, and remembers them in the ledger.

    `resolve` finds the account of one person (see resolving.py).
    """

    def __init__(
        self, client: PatientClient, records: PeopleLedger, resolve: Resolve, action: Action
    ) -> None:
        self._client = client
        self._records = records
        self._resolve = resolve
        self._action = action
        self._known = records.all(action)

    def look(self, people: Iterable[Person]) -> Doing[list[Lookup]]:
        """Find these people, and see how the account is related to them."""
        lookups = []
        for person in people:
            lookups.append(Lookup(person, (yield from self._find(person.address))))
            yield LookedUp(person.address)
        return (yield from look_again(self._client, lookups))

    def _find(self, address: str) -> Process[Waiting, PersonRecord]:
        now = self._client.server.now()
        record = self._known.get(address) or PersonRecord(address, self._action, FollowState.FOUND, now)
        if record.state is not FollowState.LOST and is_found(record, now):
            return record
        found = yield from self._resolve(record)
        self._records.keep(found)
        return found
