"""The loop over a list of people: one worker, one request at a time, forty people at a time.

`look` shows what `follow` would do; both ask the same questions, and what the first has
found out the second doesn't ask again.
"""

import time
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from migrate.ledger import OURS, Ledger, Standing
from migrate.mastodon import PatientClient, Server
from migrate.mastodon.people import DOING, RELATIONSHIPS
from migrate.model import Deed, Person
from migrate.people.follow.acting import Actor
from migrate.people.follow.checking import check
from migrate.people.follow.deciding import Outlook, Sight, is_open, outlook, settle
from migrate.people.follow.events import Became, Begun, Doing
from migrate.people.follow.importing import Importer
from migrate.people.follow.listing import Lister
from migrate.people.follow.looking import Looker
from migrate.people.follow.resolving import Resolver
from migrate.web.fetching import Web

FRESH = 600
"""Seconds for which it is believed what people are to us."""

AT_ONCE = 400
"""So many people go into one list, where the server takes lists."""


def look(
    people: Sequence[Person],
    deed: Deed,
    server: Server,
    ledger: Ledger,
    *,
    oneself: str,
    web: Web,
    sleep: Callable[[float], None] = time.sleep,
    limit: int | None = None,
) -> Doing[Outlook]:
    """Find out what a run would do. Nothing is followed; the server may meet people it did not know."""
    run = _Run(deed, server, ledger, oneself, web, sleep)
    known = ledger.people.all(deed)
    todo = run.open(people)
    still_open = {person.address for person in todo}
    addresses = (person.address for person in people)
    settled = [known[one] for one in addresses if one in known and one not in still_open]
    sights: list[Sight] = []
    seen, shown = 0, outlook((), settled, oneself, server.now())
    for batch in _batches(todo, RELATIONSHIPS):
        sights += yield from run.looker.look(batch)
        seen += len(batch)
        shown = outlook(sights, settled, oneself, server.now())
        if limit and len(shown.new) >= limit:
            break
    return replace(shown, new=shown.new[:limit], unseen=len(todo) - seen)


def follow(
    people: Sequence[Person],
    deed: Deed,
    server: Server,
    ledger: Ledger,
    *,
    oneself: str,
    web: Web,
    sleep: Callable[[float], None] = time.sleep,
    limit: int | None = None,
) -> Doing[None]:
    """Follow (block, mute) everybody who is not yet, and tell what happens.

    `limit` stops after so many. Raises LoginError, ServerError, LedgerError; everything
    up to there is saved, and the next run goes on from it.
    """
    run = _Run(deed, server, ledger, oneself, web, sleep)
    yield from check(run.asker, ledger.people, deed)
    todo = run.open(people)
    yield Begun(len(people), len(people) - len(todo))
    size = AT_ONCE if server.dialect.imports_people else RELATIONSHIPS
    for batch in _batches(todo, size):
        left = None if limit is None else limit - run.acted
        if left == 0:
            break
        yield from run.do(batch, left)
    if run.acted:
        yield from check(run.asker, ledger.people, deed)
    if deed is Deed.FOLLOW:
        yield from Lister(run.asker, ledger.people).put(_lists(people, ledger))


class _Run:
    """What the steps of one run share."""

    def __init__(
        self,
        deed: Deed,
        server: Server,
        ledger: Ledger,
        oneself: str,
        web: Web,
        sleep: Callable[[float], None],
    ) -> None:
        self.asker = PatientClient(server, sleep)
        self.looker = Looker(self.asker, ledger.people, Resolver(self.asker, web), deed)
        self.acted = 0
        self._deed = deed
        self._records = ledger.people
        self._oneself = oneself
        self._actor = Actor(self.asker, ledger.people)
        self._importer = Importer(self.asker, ledger.people, self.looker)
        self._taken: dict[str | None, str] = {}

    def open(self, people: Sequence[Person]) -> list[Person]:
        """Those about whom something is to be done."""
        known, now = self._records.all(self._deed), self.asker.server.now()
        return [person for person in people if is_open(known.get(person.address), now)]

    def do(self, people: Sequence[Person], limit: int | None) -> Doing[None]:
        """Look at these people, and do the deed for those who need it."""
        sights = yield from self.looker.look(people)
        todo = (yield from self._settle(sights))[:limit]
        self.acted += len(todo)
        todo = yield from self._importer.hand_in(todo)
        looked_at = self.asker.server.now()
        while todo:
            yield from self.asker.wait_for(DOING[self._deed])
            if self.asker.server.now() - looked_at > FRESH:
                # days may lie between: whoever was followed by hand meanwhile is not ours to undo
                todo = yield from self._settle((yield from self.looker.look_again(todo)))
                looked_at = self.asker.server.now()
            else:
                yield from self._actor.act(todo.pop(0))

    def _settle(self, sights: Sequence[Sight]) -> Doing[list[Sight]]:
        """Write down how those stand who need nothing; the others come back."""
        todo = []
        for sight in sights:
            known = settle(sight, self._oneself, self.asker.server.now(), elsewhere=self._is_elsewhere(sight))
            if known is None:
                self._taken[sight.known.account_id] = sight.known.address
                todo.append(sight)
            else:
                self._records.keep(known)
                yield Became(known)
        return todo

    def _is_elsewhere(self, sight: Sight) -> bool:
        """Two addresses of one account, in one list or in two."""
        account_id, address = sight.known.account_id, sight.known.address
        if account_id is None or sight.known.state in OURS:
            return False
        taken = self._taken.get(account_id, address) != address
        return taken or self._records.has_other(account_id, self._deed, address)


def _lists(people: Sequence[Person], ledger: Ledger) -> dict[str, list[str]]:
    """Which accounts belong on which lists: whoever is followed or asked, by us or before."""
    known = ledger.people.all(Deed.FOLLOW)
    wanted: dict[str, list[str]] = {}
    for person in people:
        found = known.get(person.address)
        if found and found.account_id and found.state in OURS | {Standing.ALREADY}:
            for title in person.lists:
                wanted.setdefault(title, []).append(found.account_id)
    return wanted


def _batches(people: Sequence[Person], size: int) -> Iterator[Sequence[Person]]:
    return (people[start : start + size] for start in range(0, len(people), size))
