"""A person, a server and a list of people: what every test of following needs."""

from collections import Counter
from collections.abc import Callable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

import httpx

from migrate.ledger import Known, Ledger
from migrate.mastodon import Server, connect, open_http, read_self
from migrate.model import Deed, Person
from migrate.people.follow import Became, Event, Outlook, follow, look, undo, undoable
from migrate.people.follow.events import Doing
from migrate.web.fetching import Fetched, Unreachable, Web
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

    def __init__(self, fake: FakeMastodon, home: Path, people: Sequence[Person] = ()) -> None:
        self.fake = fake
        self.people = people
        self.ledger_path = home / "ledger.sqlite"
        self.open_ledger: Callable[[Path], Ledger] = Ledger

    def run(self, deed: Deed = Deed.FOLLOW, *, limit: int | None = None) -> list[Event]:
        """One run of the program, from meeting the server to the last event."""
        with open_http(httpx.MockTransport(self.fake)) as http, self.open_ledger(self.ledger_path) as ledger:
            server, oneself = self._meet(http, ledger)
            doing: Doing[None] = follow(
                self.people,
                deed,
                server,
                ledger,
                oneself=oneself,
                web=MadeUpWeb(self.fake),
                sleep=self.fake.clock.sleep,
                limit=limit,
            )
            return list(doing)

    def look(self, deed: Deed = Deed.FOLLOW, *, limit: int | None = None) -> Outlook:
        """What a run would do."""
        with open_http(httpx.MockTransport(self.fake)) as http, self.open_ledger(self.ledger_path) as ledger:
            server, oneself = self._meet(http, ledger)
            doing = look(
                self.people,
                deed,
                server,
                ledger,
                oneself=oneself,
                web=MadeUpWeb(self.fake),
                sleep=self.fake.clock.sleep,
                limit=limit,
            )
            while True:
                try:
                    next(doing)
                except StopIteration as end:
                    shown: Outlook = end.value
                    return shown

    def undo(self, deed: Deed = Deed.FOLLOW) -> list[Event]:
        """Take back what the program did."""
        with open_http(httpx.MockTransport(self.fake)) as http, self.open_ledger(self.ledger_path) as ledger:
            server, _ = self._meet(http, ledger)
            return list(undo(undoable(ledger, deed), server, ledger, sleep=self.fake.clock.sleep))

    def known(self, deed: Deed = Deed.FOLLOW) -> dict[str, Known]:
        """What the ledger knows."""
        with Ledger(self.ledger_path) as ledger:
            return ledger.people.all(deed)

    def states(self, deed: Deed = Deed.FOLLOW) -> dict[str, str]:
        """How everybody stands, by name."""
        return {address.partition("@")[0]: known.state for address, known in self.known(deed).items()}

    def account(self, address: str) -> FakeAccount:
        """Somebody as the server knows them."""
        return self.fake.world.accounts[address]

    def _meet(self, http: httpx.Client, ledger: Ledger) -> tuple[Server, str]:
        server = connect(self.fake.address, http, token=self.fake.token, now=self.fake.clock.now)
        server.keep_budgets_in(ledger)
        return server, read_self(server).id


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


def became(events: Sequence[Event]) -> dict[str, str]:
    """What the events tell of everybody, by name."""
    people = [event.person for event in events if isinstance(event, Became)]
    return {known.address.partition("@")[0]: known.state for known in people}
