"""What can happen to a request on its way."""

import httpx
import pytest

from tests.fakes.client import BareClient
from tests.fakes.mastodon import FakeMastodon, Killed


def test_dying_before_leaves_nothing_and_dying_after_leaves_the_post() -> None:
    """The two sides of each request."""
    fake = FakeMastodon()
    client = BareClient(fake)
    fake.faults.die_before(1)
    fake.faults.die_after(2)

    with pytest.raises(Killed):
        client.say("one")
    assert fake.statuses == []
    with pytest.raises(Killed):
        client.say("two")

    assert [status.text for status in fake.statuses] == ["two"]


def test_killed_is_no_exception() -> None:
    """So nothing that catches exceptions survives it."""
    assert not issubclass(Killed, Exception)


def test_a_fault_counts_only_what_it_matches() -> None:
    """The second post, however many other requests there are."""
    fake = FakeMastodon()
    client = BareClient(fake)
    fake.faults.answer(2, 502, "<h1>Bad Gateway</h1>", "POST /api/v1/statuses")

    codes = [
        client.say("one"),
        client.upload(),
        client.get("/api/v2/instance"),
        client.say("two"),
        client.say("three"),
    ]

    assert [code.status_code for code in codes] == [200, 200, 200, 502, 200]
    assert [status.text for status in fake.statuses] == ["one", "three"]


def test_a_fault_can_last() -> None:
    """Several requests in a row."""
    fake = FakeMastodon()
    client = BareClient(fake)
    fake.faults.answer(2, 503, {"error": "busy"}, times=2)

    assert [client.say("x").status_code for _ in range(4)] == [200, 503, 503, 200]


@pytest.mark.parametrize(
    ("fault", "error", "posts"),
    [
        ("refuse", httpx.ConnectError, 0),
        ("reset_before", httpx.RemoteProtocolError, 0),
        ("reset_after", httpx.RemoteProtocolError, 1),
        ("lose_request", httpx.ReadTimeout, 0),
        ("lose_answer", httpx.ReadTimeout, 1),
        ("half_body", httpx.RemoteProtocolError, 1),
    ],
)
def test_broken_connections(fault: str, error: type[Exception], posts: int) -> None:
    """Each in its own way, before or after the server acted."""
    fake = FakeMastodon()
    getattr(fake.faults, fault)()

    with pytest.raises(error):
        BareClient(fake).say("one")

    assert len(fake.statuses) == posts


def test_a_cut_body_comes_as_if_it_were_whole() -> None:
    """JSON that ends in the middle."""
    fake = FakeMastodon()
    fake.faults.cut_body()

    answer = BareClient(fake).say("one")

    assert answer.status_code == 200
    with pytest.raises(ValueError, match=r"Expecting|Unterminated"):
        answer.json()


def test_a_proxy_may_answer_after_the_server_acted() -> None:
    """A 504 page, and a post."""
    fake = FakeMastodon()
    fake.faults.act_then_answer(1, 504, "<h1>Gateway Time-out</h1>")

    answer = BareClient(fake).say("one")

    assert (answer.status_code, answer.headers["content-type"][:9]) == (504, "text/html")
    assert len(fake.statuses) == 1


@pytest.mark.parametrize(("dialect", "posts"), [("mastodon-4.5", 1), ("gotosocial-0.20", 2)])
def test_a_request_delivered_twice(dialect: str, posts: int) -> None:
    """Keys make one post of it; where there are none it is two."""
    fake = FakeMastodon(dialect)
    fake.faults.duplicate()

    assert BareClient(fake).say("one", "k").status_code == 200
    assert len(fake.statuses) == posts


def test_a_slow_server_goes_on_when_the_client_has_given_up() -> None:
    """The post turns up at its own time, dated then; the client waited as long as its timeout."""
    fake = FakeMastodon()
    start = fake.clock.now()
    fake.faults.slow(1, 130)

    with pytest.raises(httpx.ReadTimeout):
        BareClient(fake, timeout=60).say("one")
    assert (fake.clock.now() - start).seconds == 60
    assert fake.statuses == []
    fake.clock.advance(100)

    assert [(status.created_at - start).seconds for status in fake.statuses] == [130]


def test_a_patient_client_hears_a_slow_server() -> None:
    """It is only later."""
    fake = FakeMastodon()
    start = fake.clock.now()
    fake.faults.slow(1, 50)

    assert BareClient(fake, timeout=60).say("one").status_code == 200
    assert (fake.clock.now() - start).seconds == 50


def test_all_requests_are_logged() -> None:
    """Also those that break."""
    fake = FakeMastodon()
    client = BareClient(fake)
    fake.faults.refuse(1)

    with pytest.raises(httpx.ConnectError):
        client.say("one")
    client.mine()

    assert fake.requests == [("POST", "/api/v1/statuses"), ("GET", "/api/v1/accounts/1001/statuses")]


def test_a_silent_drop_answers_200_and_keeps_nothing() -> None:
    """Only a later look shows it."""
    fake = FakeMastodon()
    client = BareClient(fake)
    fake.drop_silently("casino")

    answer = client.say("my casino years")

    assert answer.status_code == 200
    assert client.get(f"/api/v1/statuses/{answer.json()['id']}").status_code == 404
    assert fake.statuses == []
