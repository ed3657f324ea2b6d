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

    def look(self, people: Iterable[Person]) -> Doing[list[Lookup]]:
        """Find these people, and see how the account is related to them."""
        known = self._records.all(self._action)
        lookups = []
        for person in people:
            record = yield from self._find(person.address, known.get(person.address))
            lookups.append(Lookup(person, record))
            yield LookedUp(person.address)
        return (yield from look_again(self._client, lookups))

    def _find(self, address: str, known: PersonRecord | None) -> Process[Waiting, PersonRecord]:
        now = self._client.server.now()
        record = known or PersonRecord(address, self._action, FollowState.FOUND, now)
        if record.state is not FollowState.LOST and is_found(record, now):
            return record
        found = yield from self._resolve(record)
        self._records.keep(found)
        return found
