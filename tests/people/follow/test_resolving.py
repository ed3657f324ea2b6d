"""The door that `migrate follow` takes to hosts that stand in somebody's list."""

from typing import TypeVar

import httpcore
import httpx
import pytest

from migrate.ledger import FollowReason, FollowState, PersonRecord
from migrate.mastodon import PatientClient, Process, connect, open_http
from migrate.model import Action
from migrate.people.follow.resolving import Resolver
from migrate.web.fetching import Web
from tests.fakes.mastodon import FakeMastodon

T = TypeVar("T")

FORBIDDEN = {
    "loopback": ["127.0.0.1"],
    "private": ["10.1.2.3"],
    "link-local": ["169.254.169.254"],
    "unspecified": ["0.0.0.0"],
    "multicast": ["224.0.0.1"],
    "loopback, IPv6": ["::1"],
    "unspecified, IPv6": ["::"],
    "private, IPv6": ["fd00::1"],
    "link-local, IPv6": ["fe80::1"],
    "multicast, IPv6": ["ff02::1"],
    "mapped": ["::ffff:127.0.0.1"],
    "NAT64": ["64:ff9b::7f00:1"],
    "local NAT64": ["64:ff9b:1::a00:1"],
    "6to4": ["2002:c0a8:101::1"],
    "one of two": ["9.9.9.9", "192.168.1.1"],
    "none at all": [],
}


@pytest.mark.parametrize("numbers", FORBIDDEN.values(), ids=FORBIDDEN)
def test_a_list_cannot_send_follow_into_the_house(
    numbers: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The own server knows somebody with the same name, so the address's own host would be asked."""
    connected: list[str] = []

    def connect_tcp(_: object, host: str, *__: object, **___: object) -> None:
        connected.append(host)
        raise httpcore.ConnectError

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect_tcp)
    fake = FakeMastodon()
    fake.add_account("ada@other.example")
    with open_http(httpx.MockTransport(fake)) as http, Web(resolve=lambda _: numbers) as web:
        server = connect(fake.address, http, token=fake.token, now=fake.clock.now)
        resolver = Resolver(PatientClient(server, fake.clock.sleep), web)
        asked = PersonRecord("ada@evil.example", Action.FOLLOW, FollowState.FOUND, 0.0)
        known = ended(resolver.resolve(asked))

    assert (known.state, known.reason) == (FollowState.LOST, FollowReason.SOMEBODY_ELSE)
    assert connected == []


def ended(process: Process[object, T]) -> T:
    """What it ends in."""
    while True:
        try:
            next(process)
        except StopIteration as end:
            found: T = end.value
            return found
