"""Who people are, and what they are to us: forty at a time where one request can tell."""

from collections.abc import Iterable, Sequence
from functools import partial

from msgspec.structs import replace

from migrate.ledger import Known, People, Standing
from migrate.mastodon import Answer, PatientClient, Process, Waiting
from migrate.mastodon.people import RELATIONSHIPS, get_relationships
from migrate.mastodon.wire import Relationship
from migrate.model import Deed, Person
from migrate.people.follow.deciding import Sight, is_found
from migrate.people.follow.events import Doing, Seen
from migrate.people.follow.reading import read
from migrate.people.follow.resolving import Resolver


class Looker:
    """Looks at people, and remembers who they are."""

    def __init__(self, asker: PatientClient, records: People, resolver: Resolver, deed: Deed) -> None:
        self._asker = asker
        self._records = records
        self._resolver = resolver
        self._deed = deed
        self._known = records.all(deed)

    def look(self, people: Iterable[Person]) -> Doing[list[Sight]]:
        """Find these people, and see what they are to us."""
        sights = []
        for person in people:
            known = yield from self._find(person.address)
            sights.append(Sight(person, known))
            yield Seen(person.address)
        return (yield from self.look_again(sights))

    def look_again(self, sights: Sequence[Sight]) -> Process[Waiting, list[Sight]]:
        """See what people are to us now."""
        ids = [sight.known.account_id for sight in sights if sight.known.state is not Standing.LOST]
        found = yield from read_relationships(self._asker, [account_id for account_id in ids if account_id])
        return [replace(sight, relationship=found.get(sight.known.account_id or "")) for sight in sights]

    def _find(self, address: str) -> Process[Waiting, Known]:
        now = self._asker.server.now()
        known = self._known.get(address) or Known(address, self._deed, Standing.FOUND, now)
        if known.state is not Standing.LOST and is_found(known, now):
            return known
        found = yield from self._resolver.resolve(known)
        self._records.keep(found)
        return found


def read_relationships(asker: PatientClient, ids: Sequence[str]) -> Process[Waiting, dict[str, Relationship]]:
    """What these accounts are to us; an account that the server no longer has is missing."""
    found: dict[str, Relationship] = {}
    unique = list(dict.fromkeys(ids))
    for start in range(0, len(unique), RELATIONSHIPS):
        some = unique[start : start + RELATIONSHIPS]
        answer = yield from _read_some(asker, some)
        if isinstance(answer, Answer) and len(some) > 1:
            # one id that is gone spoils all of them on GoToSocial
            for account_id in some:
                one = yield from _read_some(asker, [account_id])
                found |= {} if isinstance(one, Answer) else {one_.id: one_ for one_ in one}
        elif not isinstance(answer, Answer):
            found |= {relationship.id: relationship for relationship in answer}
    return found


def _read_some(asker: PatientClient, ids: Sequence[str]) -> Process[Waiting, list[Relationship] | Answer]:
    return (yield from read(asker, partial(get_relationships, asker.server, ids), list[Relationship]))
