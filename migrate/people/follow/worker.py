"""The loop over a list of people: one worker, one request at a time, forty people at a time."""

import time
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from migrate.ledger import OURS, FollowReason, FollowState, Ledger, PersonRecord
from migrate.mastodon import Answer, PatientClient, Server
from migrate.mastodon.people import DOING, RELATIONSHIPS
from migrate.model import Action, Person
from migrate.people.follow.acting import act_on, is_full, no_more_follows, refuses_everybody, send_wish
from migrate.people.follow.checking import check_requests
from migrate.people.follow.deciding import FollowPlan, Lookup, is_open, lacks_wishes, plan_follows, settle
from migrate.people.follow.events import Became, Doing, FollowBegun
from migrate.people.follow.importing import BulkImport
from migrate.people.follow.listing import put_on_lists, read_lists
from migrate.people.follow.looking import AccountFinder
from migrate.people.follow.reading import look_again
from migrate.people.follow.resolving import Resolver
from migrate.web.fetching import Web

FRESH = 600
"""Seconds for which a look at relationships is believed."""

AT_ONCE = 400
"""The number of people who go into one list, where the server takes lists."""

SAME_IN_A_ROW = 3
"""The refusals in the same words, without a known reason, after which they may be about everybody."""


class FollowWorker:
    """One run over a list of people.

    `look` shows what `follow` would do. Both ask the same questions, and a second run does not
    ask again what the first has found out. `own_id` is the account of the user, `web` the way to
    other servers, and `limit` is how many people to act on.
    """

    def __init__(
        self,
        action: Action,
        server: Server,
        ledger: Ledger,
        *,
        own_id: str,
        web: Web,
        sleep: Callable[[float], None] = time.sleep,
        limit: int | None = None,
    ) -> None:
        self._action = action
        self._server = server
        self._ledger = ledger
        self._own_id = own_id
        self._limit = limit
        self._client = PatientClient(server, sleep)
        self._resolver = Resolver(self._client, web)
        self._finder = AccountFinder(self._client, ledger.people, self._resolver.resolve, action)
        self._bulk = BulkImport(self._client, ledger.people)
        self._taken: dict[str | None, str] = {}
        self._acted = 0
        self._refusals: list[str] = []

    def look(self, people: Sequence[Person]) -> Doing[FollowPlan]:
        """Find out the outlook of a run. Nothing is followed; the server may meet people it did not know."""
        known = self._ledger.people.all(self._action)
        todo = self._open(people)
        still_open = {person.address for person in todo}
        addresses = (person.address for person in people)
        settled = [known[address] for address in addresses if address in known and address not in still_open]
        lookups: list[Lookup] = []
        seen, plan = 0, plan_follows((), settled, self._own_id, self._server.now())
        for batch in _batches(todo, RELATIONSHIPS):
            lookups += yield from self._finder.look(batch)
            seen += len(batch)
            plan = plan_follows(lookups, settled, self._own_id, self._server.now())
            if self._limit and len(plan.new) >= self._limit:
                break
        titles = {title for person in people for title in person.lists}
        there = (yield from read_lists(self._client)) if titles else {}
        lists = 0 if isinstance(there, Answer) else len(titles | there.keys())
        return replace(plan, new=plan.new[: self._limit], unseen=len(todo) - seen, lists=lists)

    def follow(self, people: Sequence[Person]) -> Doing[None]:
        """Follow (block, mute) everyone who is not yet, and tell what happens.

        Raises LoginError, ServerError, LedgerError; everything up to there is saved, and the
        next run goes on from it.
        """
        records = self._ledger.people
        yield from check_requests(self._client, records, self._action, self._resolver.after_no)
        todo = self._open(people)
        yield FollowBegun(len(people), len(people) - len(todo))
        size = AT_ONCE if self._server.dialect.imports_people else RELATIONSHIPS
        for batch in _batches(todo, size):
            left = None if self._limit is None else self._limit - self._acted
            if left == 0:
                break
            yield from self._do(batch, left)
        if self._acted:
            yield from check_requests(self._client, records, self._action, self._resolver.after_no)
        if self._action is Action.FOLLOW:
            yield from put_on_lists(self._client, records, _lists(people, self._ledger))

    def _open(self, people: Sequence[Person]) -> list[Person]:
        """Choose the people about whom there is something to do; who was refused before comes last."""
        known, now = self._ledger.people.all(self._action), self._server.now()
        todo = [person for person in people if is_open(known.get(person.address), now)]
        refused = {one.address for one in known.values() if one.state is FollowState.REFUSED}
        return sorted(todo, key=lambda person: person.address in refused)

    def _do(self, people: Sequence[Person], limit: int | None) -> Doing[None]:
        """Look at these people, and act on those who need it."""
        lookups = yield from self._finder.look(people)
        todo = (yield from self._settle(lookups))[:limit]
        self._acted += len(todo)
        todo = yield from self._bulk.hand_in(todo)
        looked_at = self._server.now()
        while todo:
            yield from self._client.wait_for(DOING[self._action])
            if self._server.now() - looked_at > FRESH:
                # days may lie between: people followed by hand meanwhile are not this program's to undo
                todo = yield from self._settle((yield from look_again(self._client, todo)))
                looked_at = self._server.now()
            else:
                yield from self._act(todo.pop(0))

    def _act(self, lookup: Lookup) -> Doing[None]:
        after = yield from act_on(self._client, self._ledger.people, lookup)
        if is_full(after):
            raise no_more_follows(self._server.host, after.detail)
        refused = after.reason is FollowReason.OTHER
        self._refusals = [*self._refusals, after.detail][-SAME_IN_A_ROW:] if refused else []
        if len(self._refusals) == SAME_IN_A_ROW and len(set(self._refusals)) == 1:
            raise refuses_everybody(self._server.host, after.detail)

    def _settle(self, lookups: Sequence[Lookup]) -> Doing[list[Lookup]]:
        """Record the state of those who need nothing; return the others."""
        todo = []
        for lookup in lookups:
            elsewhere = self._is_elsewhere(lookup)
            record = settle(lookup, self._own_id, self._server.now(), elsewhere=elsewhere)
            if record is None:
                self._taken[lookup.record.account_id] = lookup.record.address
                todo.append(lookup)
            else:
                yield from self._bring_wishes(lookup, record)
                self._ledger.people.keep(record)
                yield Became(record)
        return todo

    def _bring_wishes(self, lookup: Lookup, record: PersonRecord) -> Doing[None]:
        """Tell the server what the list wishes for a person who was followed before."""
        if record.action is not Action.FOLLOW or record.state is not FollowState.ALREADY:
            return
        if lookup.relationship and lacks_wishes(lookup.person, lookup.relationship):
            yield from send_wish(self._client, record, lookup.person)

    def _is_elsewhere(self, lookup: Lookup) -> bool:
        """Tell whether another address, in this list or an earlier one, means the same account."""
        account_id, address = lookup.record.account_id, lookup.record.address
        if account_id is None or lookup.record.state in OURS:
            return False
        taken = self._taken.get(account_id, address) != address
        return taken or self._ledger.people.has_other(account_id, self._action, address)


def _lists(people: Sequence[Person], ledger: Ledger) -> dict[str, list[PersonRecord]]:
    """Sort the people who are followed or asked, now or before, by the lists that they belong on."""
    known = ledger.people.all(Action.FOLLOW)
    wanted: dict[str, list[PersonRecord]] = {}
    for person in people:
        record = known.get(person.address)
        if record and record.account_id and record.state in OURS | {FollowState.ALREADY}:
            for title in person.lists:
                wanted.setdefault(title, []).append(record)
    return wanted


def _batches(people: Sequence[Person], size: int) -> Iterator[Sequence[Person]]:
    return (people[start : start + size] for start in range(0, len(people), size))
