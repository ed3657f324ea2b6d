"""Requests that may be repeated: half an answer is none, and nobody is asked without a pause."""

from collections.abc import Callable

import httpx
import pytest

from migrate.errors import ServerError
from migrate.mastodon import Answer, PatientClient, connect, open_http
from migrate.mastodon.api import READING, get_status
from migrate.mastodon.wire import Status
from tests.fakes.mastodon import FakeMastodon

JSON = {"Content-Type": "application/json"}
ABSURD = ("-5", "nan", "9" * 400)
HALVES = [
    {},
    [],
    "null",
    '{"id": "1", "cont',
    "[" * 200_000,
]


def ask(fake: FakeMastodon) -> Callable[[], Answer]:
    """Ask for a post that is there, until there is an answer."""
    post = fake.post_as("me", "Hello")
    server = connect(fake.address, open_http(httpx.MockTransport(fake)), token=fake.token, now=fake.clock.now)
    client = PatientClient(server, fake.clock.sleep)

    def run() -> Answer:
        asking = client.send(READING, lambda: get_status(server, post.id), shape=Status)
        while True:
            try:
                next(asking)
            except StopIteration as end:
                answer: Answer = end.value
                return answer

    return run


@pytest.mark.parametrize("body", HALVES)
def test_half_an_answer_is_asked_for_again(body: object) -> None:
    """A proxy has cut it; a run of four days doesn't end by that."""
    fake = FakeMastodon()
    run = ask(fake)
    fake.faults.answer(1, 200, body, "GET /api/v1/statuses/*", times=3, headers=JSON)

    assert run().ok
    assert sum(fake.clock.slept) == pytest.approx(2 + 5 + 10)


def test_bytes_that_are_no_text_are_asked_for_again() -> None:
    """Some servers are written in C."""
    fake = FakeMastodon()
    run = ask(fake)
    fake.faults._add(
        1, "GET /api/v1/statuses/*", 1, lambda *_: httpx.Response(200, content=b'{"id":"\xff"}', headers=JSON)
    )

    assert run().ok


def test_half_an_answer_for_half_an_hour_is_told() -> None:
    """And that everything is saved."""
    fake = FakeMastodon()
    run = ask(fake)
    fake.faults.answer(1, 200, {}, "GET /api/v1/statuses/*", times=999)

    with pytest.raises(ServerError, match="Everything up to here is saved"):
        run()


@pytest.mark.parametrize("said", [{}, *({"Retry-After": said} for said in ABSURD)])
def test_a_server_that_says_not_now_for_half_an_hour_is_waited_for(said: dict[str, str]) -> None:
    """With longer and longer pauses, where it doesn't say until when."""
    fake = FakeMastodon()
    run = ask(fake)
    fake.faults.answer(1, 429, "<h1>No</h1>", "GET /api/v1/statuses/*", times=11, headers=said)

    assert run().ok
    assert sum(fake.clock.slept) > 1500


def test_a_year_9999_is_an_hour() -> None:
    """Nobody means it."""
    fake = FakeMastodon()
    run = ask(fake)
    headers = {"Retry-After": "Fri, 31 Dec 9999 23:59:59 GMT"}
    fake.faults.answer(1, 429, "<h1>No</h1>", "GET /api/v1/statuses/*", headers=headers)

    assert run().ok
    assert sum(fake.clock.slept) == pytest.approx(3601, abs=2)
