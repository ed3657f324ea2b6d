"""A server that has been met may become another one; a read that fails makes it none."""

import httpx
import pytest

from migrate.errors import ServerError
from migrate.mastodon import Budget, PatientClient, Quota, Server, connect, open_http
from migrate.mastodon.patient import LONG
from migrate.mastodon.waiting import WaitReason
from migrate.web.nodeinfo import Software
from tests.fakes.mastodon import FakeMastodon

BOTH = "GET *nodeinfo*"
GOTOSOCIAL = Software("gotosocial", "0.20.0+git-57cb4fe")
OTHER = Software("mastodon", "4.5.0")


def meet(fake: FakeMastodon) -> Server:
    """Meet it; no pause is made."""
    return connect(
        fake.address, open_http(httpx.MockTransport(fake)), now=fake.clock.now, pause=lambda _: None
    )


def says(fake: FakeMastodon, name: str, version: str, times: int) -> None:
    """Another program answers for NodeInfo."""
    body = {"software": {"name": name, "version": version}}
    fake.faults.answer(1, 200, body, "GET /nodeinfo/2.0", times=times)


def wait_long(fake: FakeMastodon, server: Server) -> None:
    """Wait longer than an hour, as for a limit."""
    client = PatientClient(server, fake.clock.sleep)
    for _ in client.wait_until(server.now() + LONG + 1, WaitReason.LIMIT):
        pass


@pytest.mark.parametrize(
    ("matching", "code", "body"),
    [
        (BOTH, 429, {"error": "no"}),
        (BOTH, 403, "<h1>No</h1>"),
        ("GET *", 503, "<h1>Down</h1>"),
        ("GET *", 429, {"error": "no"}),
        ("GET *", 200, {}),
    ],
)
def test_a_failed_read_in_mid_run_changes_nothing(matching: str, code: int, body: object) -> None:
    """The plan was made for a server that takes dates, and its posts carry no other."""
    fake = FakeMastodon("gotosocial-0.20")
    server = meet(fake)
    before = server.dialect
    fake.faults.answer(1, code, body, matching, times=99)
    wait_long(fake, server)

    assert server.dialect == before


def test_an_upgrade_in_mid_run_is_taken_in() -> None:
    """It may have other ways, but it is the same server."""
    fake = FakeMastodon("mastodon-4.5")
    server = meet(fake)
    fake.upgrade("mastodon-4.6")
    wait_long(fake, server)

    assert server.dialect.locks_keys


def test_another_server_in_mid_run_ends_it() -> None:
    """Nothing was planned for that one."""
    fake = FakeMastodon("gotosocial-0.20")
    server = meet(fake)
    fake.upgrade("mastodon-4.6")

    with pytest.raises(ServerError, match="another server meanwhile: mastodon"):
        wait_long(fake, server)
    assert server.dialect.backdates


def test_in_mid_run_it_is_looked_at_twice() -> None:
    """One answer by somebody else is no change."""
    fake = FakeMastodon("gotosocial-0.20")
    server = meet(fake)
    says(fake, "mastodon", "4.5.0", times=1)
    wait_long(fake, server)

    assert server.software == GOTOSOCIAL


def test_between_two_runs_it_is_looked_at_twice() -> None:
    """The first look may have been at somebody else's answer."""
    fake = FakeMastodon("gotosocial-0.20")
    says(fake, "mastodon", "4.5.0", times=1)
    server = meet(fake)
    assert server.dialect.name == "mastodon"

    assert not server.compare(GOTOSOCIAL)
    assert server.dialect.name == "gotosocial"
    assert Quota.POSTS not in server.pace.budgets


def test_what_two_looks_show_is_so() -> None:
    """The server has changed; the user's own limit stays."""
    server = meet(FakeMastodon("gotosocial-0.20"))
    server.budgets.limit(Budget(Quota.USER_LIMIT, 1, 60, aligned=False))

    assert server.compare(OTHER)
    assert not server.compare(Software("gotosocial", "0.19.0"))
    assert Quota.USER_LIMIT in server.pace.budgets


def test_who_says_now_this_and_now_that_is_not_believed() -> None:
    """The run stops."""
    fake = FakeMastodon("gotosocial-0.20")
    says(fake, "mastodon", "4.5.0", times=1)
    server = meet(fake)

    with pytest.raises(ServerError, match="itself mastodon"):
        server.compare(Software("snac", "2.75"))
