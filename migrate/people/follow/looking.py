"""Who people are, and how the account is related to them: forty at a time where one request can tell."""

from collections.abc import Iterable, Sequence
from functools import partial

from msgspec.structs import replace

from migrate.ledger import FollowState, PeopleLedger, PersonRecord
from migrate.mastodon import Answer, PatientClient, Process, Waiting
from migrate.mastodon.people import RELATIONSHIPS, get_relationships
from migrate.mastodon.wire import Relationship
from migrate.model import Action, Person
from migrate.people.follow.deciding import Lookup, is_found
from migrate.people.follow.events import Doing, LookedUp
from migrate.people.follow.reading import read
from migrate.people.follow.resolving import Resolver


class Looker:
    """Look-ups of people, and the memory of who they are."""

    def __init__(
        self, asker: PatientClient, records: PeopleLedger, resolver: Resolver, action: Action
    ) -> None:
        self._asker = asker
        self._records = records
        self._resolver = resolver
        self._action = action
        self._known = records.all(action)

    def look(self, people: Iterable[Person]) -> Doing[list[Lookup]]:
        """Find these people, and see how the account is related to them."""
        lookups = []
        for person in people:
            lookups.append(Lookup(person, (yield from self._find(person.address))))
            yield LookedUp(person.address)
        return (yield from self.look_again(lookups))

    def look_again(self, lookups: Sequence[Lookup]) -> Process[Waiting, list[Lookup]]:
        """See how the account is related to these people now."""
        ids = [lookup.record.account_id for lookup in lookups if lookup.record.state is not FollowState.LOST]
        found = yield from read_relationships(self._asker, [account_id for account_id in ids if account_id])
        return [replace(lookup, relationship=found.get(lookup.record.account_id or "")) for lookup in lookups]

    def _find(self, address: str) -> Process[Waiting, PersonRecord]:
        now = self._asker.server.now()
        record = self._known.get(address) or PersonRecord(address, self._action, FollowState.FOUND, now)
        if record.state is not FollowState.LOST and is_found(record, now):
            return record
        found = yield from self._resolver.resolve(record)
        self._records.keep(found)
        return found


def read_relationships(asker: PatientClient, ids: Sequence[str]) -> Process[Waiting, dict[str, Relationship]]:
    """Read how the account is related to others, by their ids; those that the server has not are missing."""
    found: list[Relationship] = []
    unique = list(dict.fromkeys(ids))
    for start in range(0, len(unique), RELATIONSHIPS):
        some = unique[start : start + RELATIONSHIPS]
        answer = yield from _read_some(asker, some)
        if not isinstance(answer, Answer):
            found += answer
        elif len(some) > 1:
            # one id that is gone spoils all of them on GoToSocial
            for account_id in some:
                single = yield from _read_some(asker, [account_id])
                found += [] if isinstance(single, Answer) else single
    return {relationship.id: relationship for relationship in found}


def _read_some(asker: PatientClient, ids: Sequence[str]) -> Process[Waiting, list[Relationship] | Answer]:
    return (yield from read(asker, partial(get_relationships, asker.server, ids), list[Relationship]))
