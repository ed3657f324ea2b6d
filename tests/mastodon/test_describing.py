"""Meeting a server whose words about itself can't be read: it is asked again, and never guessed at."""

import httpx
import pytest

from migrate.errors import ServerError
from migrate.mastodon import Server, connect, open_http, read_self
from tests.fakes.faults import Killed
from tests.fakes.mastodon import FakeMastodon

HALF = (200, '{"links": [{"rel": "http://nodeinfo.dia', {"Content-Type": "application/json"})
DEEP = "[" * 200_000
JSON = {"Content-Type": "application/json"}
TOO_MANY = (429, {"error": "Too many requests"}, {"Retry-After": "7"})
NODEINFO = ("GET /.well-known/nodeinfo", "GET /nodeinfo/2.0")
BOTH = "GET *nodeinfo*"
WITH_WORDS = ("gotosocial-0.20", "snac-2.75", "takahe-0.11", "pleroma-2.7", "mastodon-4.6")


def meet(fake: FakeMastodon, pauses: list[float] | None = None) -> Server:
    """Meet it, and write down its pauses instead of making them."""
    http = open_http(httpx.MockTransport(fake))
    return connect(fake.address, http, token=fake.token, pause=[].append if pauses is None else pauses.append)


def answer(fake: FakeMastodon, told: tuple[int, object, dict[str, str]], matching: str, times: int) -> None:
    """Have somebody else answer this."""
    code, body, headers = told
    fake.faults.answer(1, code, body, matching, times=times, headers=headers)


@pytest.mark.parametrize("matching", NODEINFO)
@pytest.mark.parametrize(
    "told", [TOO_MANY, HALF, (503, "<h1>Down</h1>", {}), (200, {}, {}), (200, DEEP, JSON)]
)
def test_nodeinfo_that_stumbles_once_is_read_again(
    matching: str, told: tuple[int, object, dict[str, str]]
) -> None:
    """Not even the other words are asked: those could name a program behind this one."""
    fake = FakeMastodon("gotosocial-0.20")
    answer(fake, told, matching, 1)
    fake.upgrade("gotosocial-0.20", says_version="4.0.0 (compatible; Nobody 1)")
    pauses: list[float] = []

    assert meet(fake, pauses).dialect.name == "gotosocial"
    assert pauses == ([8.0] if told is TOO_MANY else [])


@pytest.mark.parametrize("matching", [*NODEINFO, BOTH])
@pytest.mark.parametrize("told", [TOO_MANY, HALF, (403, "<h1>No</h1>", {}), (404, {"error": "no"}, {})])
@pytest.mark.parametrize("dialect", WITH_WORDS)
def test_without_nodeinfo_the_servers_other_words_decide(
    dialect: str, told: tuple[int, object, dict[str, str]], matching: str
) -> None:
    """One refusal there posted an archive without its dates, to a server that takes dates."""
    fake = FakeMastodon(dialect)
    expected = meet(fake).dialect
    answer(fake, told, matching, 999)

    assert meet(fake).dialect == expected


@pytest.mark.parametrize("told", [TOO_MANY, HALF, (403, "<h1>No</h1>", {}), (502, "", {})])
def test_who_can_not_be_known_is_not_guessed_at(told: tuple[int, object, dict[str, str]]) -> None:
    """The run stops, and says so."""
    fake = FakeMastodon("mastodon-3.5")
    answer(fake, told, BOTH, 999)

    with pytest.raises(ServerError, match="does not say what software it runs"):
        meet(fake)


def test_a_long_pause_is_not_made_for_nodeinfo_alone() -> None:
    """The other words say as much."""
    fake = FakeMastodon("gotosocial-0.20")
    answer(fake, (429, "", {"Retry-After": "3000"}), BOTH, 999)
    pauses: list[float] = []

    assert meet(fake, pauses).dialect.name == "gotosocial"
    assert pauses == []


@pytest.mark.parametrize("path", ["/api/v2/instance", "/api/v1/accounts/verify_credentials"])
def test_a_limit_at_the_very_start_is_waited_for(path: str) -> None:
    """As everywhere: it was "does not answer like a Mastodon-compatible server"."""
    fake = FakeMastodon()
    answer(fake, (429, {"error": "no"}, {"X-RateLimit-Reset": "2026-03-02T09:44:17Z"}), f"GET {path}", 1)
    pauses: list[float] = []

    assert read_self(meet(fake, pauses)).username == "me"
    assert pauses == [pytest.approx(241, abs=1)]


def test_a_pause_without_end_is_told() -> None:
    """It asks for one again and again, for a quarter of an hour, and then the run is over."""
    fake = FakeMastodon()
    answer(fake, (429, "<h1>Slow down</h1>", {}), "*", 999)
    pauses: list[float] = []

    with pytest.raises(ServerError, match="too many requests"):
        meet(fake, pauses)
    assert 900 < sum(pauses) < 1500


@pytest.mark.parametrize("body", [{}, HALF[1], DEEP, "\xff"])
def test_half_a_description_is_none(body: object) -> None:
    """`{}` would be a server without limits of its own."""
    fake = FakeMastodon("gotosocial-0.20", characters=777)
    fake.faults.answer(1, 200, body, "GET /api/v2/instance", times=2, headers=JSON)

    assert meet(fake).dialect.limits.characters == 777


@pytest.mark.parametrize("body", [{}, HALF[1], DEEP, {"id": 1}])
def test_half_an_answer_everywhere_is_told(body: object) -> None:
    """One line, no traceback."""
    fake = FakeMastodon()
    fake.faults.answer(1, 200, body, times=999, headers=JSON)

    with pytest.raises(ServerError):
        meet(fake)


@pytest.mark.parametrize("told", [(403, "<h1>Forbidden</h1>"), (403, "Forbidden\n")])
def test_a_blocked_address_has_its_own_sentence(told: tuple[int, str]) -> None:
    """Of a firewall, or of Mastodon itself (config/initializers/rack_attack.rb, blocklist)."""
    fake = FakeMastodon()
    fake.faults.answer(1, *told, times=999)

    with pytest.raises(ServerError, match="blocked your internet address"):
        meet(fake)


def test_every_read_of_ones_own_server_carries_the_token() -> None:
    """Without it, all who have the same internet address share one limit. NodeInfo is public."""
    fake = FakeMastodon()
    seen: list[httpx.Request] = []

    def transport(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return fake(request)

    connect(fake.address, open_http(httpx.MockTransport(transport)), token=fake.token)

    assert {one.url.path for one in seen if "authorization" not in one.headers} == {
        "/.well-known/nodeinfo",
        "/nodeinfo/2.0",
    }
    assert "/api/v2/instance" in {one.url.path for one in seen}


def test_the_fakes_process_may_die() -> None:
    """A kill is no stumble."""
    fake = FakeMastodon()
    fake.faults.die_before(1)

    with pytest.raises(Killed):
        meet(fake)
