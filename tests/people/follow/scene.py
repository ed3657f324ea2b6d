"""A person, a server and a list of people: what every test of following needs."""

from collections import Counter
from collections.abc import Callable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

import httpx

from migrate.ledger import Ledger, PersonRecord
from migrate.mastodon import Server, connect, open_http, read_self
from migrate.model import Action, Person
from migrate.people.follow import (
    Became,
    FollowEvent,
    FollowPlan,
    FollowWorker,
    undo_follows,
    undoable_follows,
)
from migrate.web.fetching import Fetched, Unreachable, Web
from tests.fakes.clock import FakeClock
from tests.fakes.mastodon import FakeAccount, FakeMastodon


class MadeUpWeb(Web):
    """The other servers, which the fake plays too: no request leaves the test."""

    def __init__(self, fake: FakeMastodon) -> None:
        super().__init__()
        self._fake = fake

    def fetch(self, url: str, **_: object) -> Fetched:
        """Ask the fake."""
        try:
            said = self._fake(httpx.Request("GET", url))
        except httpx.TransportError as e:
            raise Unreachable(str(e)) from e
        return Fetched(url, said.status_code, said.headers, said.content)


class Scene:
    """Runs a list of people against a fake server, again and again if need be."""

    def __init__(
        self,
        fake: FakeMastodon,
        home: Path,
        people: Sequence[Person] = (),
        *,
        clock: FakeClock | None = None,
    ) -> None:
        """`clock` is that of the computer, where it is not the server's."""
        self.fake = fake
        self.clock = clock or fake.clock
        self.people = people
        self.ledger_path = home / "ledger.sqlite"
        self.open_ledger: Callable[[Path], Ledger] = Ledger

    def run(self, action: Action = Action.FOLLOW, *, limit: int | None = None) -> list[FollowEvent]:
        """One run of the program, from meeting the server to the last event."""
        with open_http(httpx.MockTransport(self.fake)) as http, self.open_ledger(self.ledger_path) as ledger:
            return list(self._start(action, http, ledger, limit).follow(self.people))

    def look(self, action: Action = Action.FOLLOW, *, limit: int | None = None) -> FollowPlan:
        """What a run would do."""
        with open_http(httpx.MockTransport(self.fake)) as http, self.open_ledger(self.ledger_path) as ledger:
            doing = self._start(action, http, ledger, limit).look(self.people)
            while True:
                try:
                    next(doing)
                except StopIteration as end:
                    shown: FollowPlan = end.value
                    return shown

    def undo(self, action: Action = Action.FOLLOW) -> list[FollowEvent]:
        """Take back what the program did."""
        with open_http(httpx.MockTransport(self.fake)) as http, self.open_ledger(self.ledger_path) as ledger:
            return list(
                undo_follows(
                    undoable_follows(ledger, action),
                    self._meet(http, ledger),
                    ledger,
                    sleep=self.clock.sleep,
                )
            )

    def known(self, action: Action = Action.FOLLOW) -> dict[str, PersonRecord]:
        """What the ledger knows."""
        with Ledger(self.ledger_path) as ledger:
            return ledger.people.all(action)

    def states(self, action: Action = Action.FOLLOW) -> dict[str, str]:
        """How everybody stands, by name."""
        return {address.partition("@")[0]: record.state for address, record in self.known(action).items()}

    def account(self, address: str) -> FakeAccount:
        """Somebody as the server knows them."""
        return self.fake.world.accounts[address]

    def _start(self, action: Action, http: httpx.Client, ledger: Ledger, limit: int | None) -> FollowWorker:
        server = self._meet(http, ledger)
        return FollowWorker(
            action,
            server,
            ledger,
            own_id=read_self(server).id,
            web=MadeUpWeb(self.fake),
            sleep=self.clock.sleep,
            limit=limit,
        )

    def _meet(self, http: httpx.Client, ledger: Ledger) -> Server:
        clock, token = self.clock, self.fake.token
        server = connect(
            self.fake.address,
            http,
            token=token,
            now=clock.now,
            elapsed=clock.elapsed,
            pause=clock.sleep,
        )
        server.keep_budgets_in(ledger)
        return server


def make_people(fake: FakeMastodon, count: int, **more: object) -> list[Person]:
    """So many people at far.example, whom the server may or may not know."""
    return [make_person(fake, f"p{number}@far.example", **more) for number in range(count)]


def make_person(fake: FakeMastodon, address: str, **more: object) -> Person:
    """One more."""
    if address not in fake.world.accounts:
        fake.add_account(address, **more)
    return Person(address)


def requests(fake: FakeMastodon, pattern: str) -> int:
    """How often the program asked for this."""
    return sum(fnmatchcase(f"{method} {path}", pattern) for method, path in fake.requests)


def followed(fake: FakeMastodon) -> Counter[str]:
    """How often each person was asked to be followed, as their servers see it."""
    return Counter(
        {name: one.times_followed for name, one in fake.world.accounts.items() if one.times_followed}
    )


def became(events: Sequence[FollowEvent]) -> dict[str, str]:
    """What the events tell of everybody, by name."""
    people = [event.person for event in events if isinstance(event, Became)]
    return {record.address.partition("@")[0]: record.state for record in people}
