"""The server keeps its own budgets: whoever sends through it need not remember to count or to store."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from migrate.ledger import Ledger
from migrate.mastodon import Quota, Server, connect, open_http
from migrate.mastodon.api import POSTING, get_status, post_status
from migrate.mastodon.patient import PatientClient
from migrate.mastodon.people import act
from migrate.model import Action, Person
from tests.fakes.mastodon import FakeMastodon

Handler = Callable[[httpx.Request], httpx.Response]


class Store:
    """Remembers every state that it was given."""

    def __init__(self, **spent: tuple[float, int, float]) -> None:
        self.kept: list[dict[str, tuple[float, int, float]]] = []
        self._spent = spent

    def spent(self) -> dict[str, tuple[float, int, float]]:
        return self._spent

    def keep_spent(self, spent: dict[str, tuple[float, int, float]]) -> None:
        self.kept.append(dict(spent))

    def used(self, quota: Quota) -> int:
        return self.kept[-1][quota.value][1]


def meet(fake: FakeMastodon, store: Store, handler: Handler | None = None) -> Server:
    """A server whose budgets are in that store."""
    http = open_http(httpx.MockTransport(handler or fake))
    server = connect(fake.address, http, token=fake.token, now=fake.clock.now)
    server.keep_budgets_in(store)
    return server


def test_what_was_sent_before_there_was_a_store_counts() -> None:
    """The server is met before anybody knows whose ledger it is."""
    store = Store()
    meet(FakeMastodon(), store)

    assert store.used(Quota.REQUESTS) == 1


def test_earlier_runs_count() -> None:
    """Those of a window that is still open; together with what this run has sent already."""
    fake = FakeMastodon()
    now = fake.clock.now().timestamp()
    store = Store(posts=(now - now % 10800, 7, 0.0), requests=(now - now % 300, 10, 0.0))
    server = meet(fake, store)
    post_status(server, {"status": "eight"}, "a-key")

    assert store.used(Quota.POSTS) == 8
    assert store.used(Quota.REQUESTS) == 12


def test_a_request_is_written_down_before_it_goes_out() -> None:
    """A run that is killed while it waits for the answer has not forgotten it."""
    fake, store = FakeMastodon(), Store()
    seen: list[int] = []

    def handler(request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            seen.append(store.used(Quota.POSTS))
        return fake(request)

    server = meet(fake, store, handler)
    for number in range(3):
        post_status(server, {"status": f"{number}"}, f"key {number}")

    assert seen == [1, 2, 3]


def test_the_servers_own_count_is_written_down() -> None:
    """The user posts from another app: the headers tell, and the store knows it at once."""
    fake, store = FakeMastodon(), Store()
    now = fake.clock.now().timestamp()
    reset = datetime.fromtimestamp(now - now % 10800 + 10800, UTC).isoformat()
    left = {"X-RateLimit-Limit": "300", "X-RateLimit-Remaining": "260", "X-RateLimit-Reset": reset}

    def handler(request: httpx.Request) -> httpx.Response:
        said = fake(request)
        if request.method == "POST":
            said.headers.update(left)
        return said

    post_status(meet(fake, store, handler), {"status": "ours"}, "a-key")

    assert store.used(Quota.POSTS) == 40


@pytest.mark.parametrize(("code", "used"), [(200, 1), (403, 0), (422, 0), (500, 1)])
def test_a_refused_follow_costs_nothing(code: int, used: int) -> None:
    """The server counts follows and no refusals; one without a clear answer may have become a follow."""
    fake, store = FakeMastodon(), Store()

    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(code, json={"id": "5"}) if request.method == "POST" else fake(request)

    act(meet(fake, store, handler), Action.FOLLOW, "5", Person("a@far.example"))

    assert store.used(Quota.FOLLOWS) == used


def test_a_ban_is_written_down() -> None:
    """The next run doesn't knock before the time that the server named."""
    fake, store = FakeMastodon(), Store()

    def handler(request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            return httpx.Response(429, headers={"Retry-After": "600"}, json={"error": "slow"})
        return fake(request)

    server = meet(fake, store, handler)
    PatientClient(server, fake.clock.sleep).back_off(POSTING, post_status(server, {"status": "a"}, "a-key"))

    assert store.kept[-1]["posts"][2] >= fake.clock.now().timestamp() + 599


def test_a_ledger_that_is_only_looked_into_stays_as_it_is(tmp_path: Path) -> None:
    """A dry run knows what was spent, and writes nothing."""
    fake, path = FakeMastodon(), tmp_path / "ledger.sqlite"
    with Ledger(path) as ledger, open_http(httpx.MockTransport(fake)) as http:
        server = connect(fake.address, http, token=fake.token, now=fake.clock.now)
        server.keep_budgets_in(ledger)
        before = ledger.spent()
    with Ledger(path, read_only=True) as ledger, open_http(httpx.MockTransport(fake)) as http:
        server = connect(fake.address, http, token=fake.token, now=fake.clock.now)
        server.keep_budgets_in(ledger)
        get_status(server, "1")
        counted = server.pace.spent[Quota.REQUESTS].used
        after = ledger.spent()

    assert after == before
    assert counted == before["requests"][1] + 2
