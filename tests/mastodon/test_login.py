"""Logging in: the rights that are asked for, and each way in which a server says no."""

import httpx
import pytest

from migrate.errors import LoginError, MigrateError
from migrate.mastodon import Server, connect, open_http
from migrate.mastodon.login import (
    BROAD_SCOPES,
    COPIED_BY_HAND,
    METADATA,
    SCOPES,
    begin_login,
    choose_scopes,
    describe_login,
    end_login,
)
from tests.fakes.dialects import DIALECTS
from tests.fakes.mastodon import FakeMastodon

APPS = "POST /api/v1/apps"
VERIFY = "GET /api/v1/accounts/verify_credentials"


def meet(fake: FakeMastodon, token: str | None = None, pauses: list[float] | None = None) -> Server:
    """Meet it; pauses are written down and not made."""
    http = open_http(httpx.MockTransport(fake))
    pause = (pauses if pauses is not None else []).append
    return connect(fake.address, http, token=token, now=fake.clock.now, pause=pause)


def log_in(fake: FakeMastodon, pauses: list[float] | None = None) -> str:
    """All of it, with a user who says yes; returns the handle."""
    server = meet(fake, None, pauses)
    request = begin_login(server, COPIED_BY_HAND)
    token = end_login(server, request, fake.consent(request.page))
    return describe_login(meet(fake, token, pauses), request, token).handle


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_login_works_on_every_server(dialect: str) -> None:
    """Takahē has no narrow rights, and refused a login with them for ever."""
    assert log_in(FakeMastodon(dialect)) == "me@fake.example"


@pytest.mark.parametrize(
    ("known", "scopes"),
    [
        (SCOPES.split(), SCOPES),
        (["read", "write", "follow", "push"], "read write"),
        (
            ["read", "write:statuses", "write:media", "follow", "profile"],
            "read write:statuses write:media",
        ),
        ([], SCOPES),
    ],
)
def test_a_scope_is_only_asked_of_a_server_that_knows_it(known: list[str], scopes: str) -> None:
    """One that it doesn't know makes it refuse the registration."""
    fake = FakeMastodon("mastodon-4.6")
    server = meet(fake)
    fake.faults.answer(1, 200, {"scopes_supported": known}, f"GET {METADATA}")

    assert choose_scopes(server) == scopes


def test_servers_that_list_no_scopes_know_those_of_mastodon() -> None:
    """They have been there since Mastodon 2.4.3, and the list since 4.3."""
    assert choose_scopes(meet(FakeMastodon("mastodon-3.5"))) == SCOPES
    assert choose_scopes(meet(FakeMastodon("takahe-0.11"))) == BROAD_SCOPES


def test_a_full_registration_is_told_with_the_time() -> None:
    """5 in 10 minutes from one address, recorded as apps.6; the sixth hears until when."""
    fake = FakeMastodon(rate_limits=True)
    server = meet(fake)
    for _ in range(5):
        begin_login(server, COPIED_BY_HAND)

    with pytest.raises(LoginError, match="Too many programs have just registered"):
        begin_login(server, COPIED_BY_HAND)


@pytest.mark.parametrize(
    ("headers", "minutes"),
    [({}, 10), ({"X-RateLimit-Reset": "2026-03-02T09:43:30Z"}, 4), ({"Retry-After": "5"}, 1)],
)
def test_the_time_is_that_of_the_server(headers: dict[str, str], minutes: int) -> None:
    """Rounded up."""
    fake = FakeMastodon()
    server = meet(fake)
    fake.faults.answer(1, 429, {"error": "Too many requests"}, APPS, headers=headers)

    with pytest.raises(LoginError, match=f"in {minutes} minutes"):
        begin_login(server, COPIED_BY_HAND)


def test_a_limit_on_the_exchange_is_waited_for() -> None:
    """The code is good for ten minutes."""
    fake = FakeMastodon()
    fake.faults.answer(1, 429, {"error": "no"}, "POST /oauth/token", headers={"Retry-After": "9"})
    pauses: list[float] = []

    assert log_in(fake, pauses) == "me@fake.example"
    assert pauses == [10.0]


@pytest.mark.parametrize("matching", [APPS, "POST /oauth/token", f"GET {METADATA}", VERIFY])
@pytest.mark.parametrize("body", [{}, '{"client_', "[" * 200_000])
def test_half_an_answer_is_asked_for_again(matching: str, body: object) -> None:
    """In each step of a login."""
    fake = FakeMastodon()
    fake.faults.answer(1, 200, body, matching, headers={"Content-Type": "application/json"})

    assert log_in(fake) == "me@fake.example"


@pytest.mark.parametrize("matching", [APPS, "POST /oauth/token", VERIFY])
@pytest.mark.parametrize("code", [200, 403, 422, 500])
@pytest.mark.parametrize("body", [{}, "<h1>No</h1>", "[" * 200_000])
def test_whatever_a_server_answers_is_told(matching: str, code: int, body: object) -> None:
    """A line, and no traceback."""
    fake = FakeMastodon()
    fake.faults.answer(1, code, body, matching, times=99, headers={"Content-Type": "application/json"})

    with pytest.raises(MigrateError):
        log_in(fake)


@pytest.mark.parametrize("token", ["", "two words", "née", "a\nb"])
def test_what_can_be_no_token_is_none(token: str) -> None:
    """It would not fit into a header."""
    fake = FakeMastodon()
    fake.faults.answer(1, 200, {"access_token": token}, "POST /oauth/token")

    with pytest.raises(LoginError, match="can't be used"):
        log_in(fake)


def test_a_server_that_does_not_accept_its_own_token_is_told() -> None:
    """It never was accepted, so it is no longer."""
    fake = FakeMastodon()
    fake.faults.answer(1, 401, {"error": "The access token is invalid"}, VERIFY)

    with pytest.raises(LoginError, match="gave a login and does not accept it"):
        log_in(fake)
