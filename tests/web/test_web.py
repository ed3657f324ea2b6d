"""The door to the web: where it leads, where it doesn't, and when it gives up."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from migrate.web.fetching import Patience, Unreachable, Web
from migrate.web.public_hosts import ForbiddenPlace, is_public, resolve_public
from migrate.web.retry_after import seconds_to_wait
from tests.fakes.web import Answer, FakeWeb, serve_web

HOST = "some.example"
PAGE = f"https://{HOST}/page"


@pytest.mark.parametrize(
    "number",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1"),
        *("224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "192.0.2.1"),
    ],
)
def test_a_number_inside_a_house_is_not_public(number: str) -> None:
    """Loopback, private, link-local, shared, multicast; also written as an IPv6 number."""
    assert not is_public(number)


@pytest.mark.parametrize("number", ["9.9.9.9", "2620:fe::9", "::ffff:9.9.9.9"])
def test_a_number_of_the_internet_is_public(number: str) -> None:
    """Both kinds."""
    assert is_public(number)


def test_one_private_number_among_public_ones_is_one_too_many() -> None:
    """Which of them a connection takes is not for the host to choose."""
    with pytest.raises(ForbiddenPlace):
        resolve_public(HOST, lambda _: ["9.9.9.9", "10.0.0.1"])


@pytest.mark.parametrize(
    "url",
    [
        f"http://{HOST}/page",
        f"https://{HOST}:8443/page",
        f"https://me:secret@{HOST}/page",
        "file:///etc/passwd",
        "https:///page",
        "//x",
        "https://[::1/",
    ],
)
def test_the_door_opens_to_https_alone(web: Web, fake: FakeWeb, url: str) -> None:
    """No other scheme, no port, no password in the address."""
    with pytest.raises(ForbiddenPlace):
        web.fetch(url)

    assert not fake.asked


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "0.0.0.0", "2130706433"])
def test_a_name_that_leads_home_is_not_asked(fake: FakeWeb, host: str) -> None:
    """With the system's own resolver, as a person runs it."""
    with Web() as web, pytest.raises((ForbiddenPlace, Unreachable)):
        web.fetch(f"https://{host}/")

    assert not fake.asked


def test_a_redirect_home_is_not_followed(web: Web, fake: FakeWeb) -> None:
    """Every hop is checked as the first one was."""
    fake.route(HOST, "/page", Answer(code=302, headers={"Location": "http://localhost/admin"}))

    with pytest.raises(ForbiddenPlace):
        web.fetch(PAGE)


def test_redirects_end(web: Web, fake: FakeWeb) -> None:
    """Three are enough for everybody."""
    fake.route(HOST, "/page", Answer(code=302, headers={"Location": "/page"}))

    with pytest.raises(Unreachable):
        web.fetch(PAGE)

    assert len(fake.asked) == 4


def test_a_host_has_one_request_at_a_time() -> None:
    """Whoever asks, from however many threads."""
    with serve_web(FakeWeb(pause=0.005)) as fake, Web(local_port=fake.port) as web:
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(web.fetch, [PAGE] * 16))

        assert (len(fake.asked), fake.most_at_once[HOST]) == (16, 1)


def test_a_token_is_shown_to_one_host_alone(web: Web, fake: FakeWeb) -> None:
    """A redirect is an answer then, and nothing more."""
    fake.route(HOST, "/page", Answer(code=302, headers={"Location": "https://other.example/"}))
    page = web.fetch(PAGE, token="made-up")

    assert page.code == 302
    assert [one.host for one in fake.asked] == [HOST]


def test_an_endless_answer_is_cut(web: Web, fake: FakeWeb) -> None:
    """By its size."""
    fake.route(HOST, "/page", Answer(b"x" * 5000))

    with pytest.raises(Unreachable):
        web.fetch(PAGE, patience=Patience(size=4999))


def test_a_slow_answer_is_not_waited_for(web: Web, fake: FakeWeb) -> None:
    """By the clock."""
    fake.route(HOST, "/page", Answer(b"{}", pause=0.5))

    with pytest.raises(Unreachable):
        web.fetch(PAGE, patience=Patience(seconds=0.05))


def test_an_answer_in_drops_is_not_waited_for(web: Web, fake: FakeWeb) -> None:
    """Each drop comes in time, and the whole does not."""
    fake.route(HOST, "/page", Answer(b"x" * 20, pause=0.02, pieces=20))

    with pytest.raises(Unreachable):
        web.fetch(PAGE, patience=Patience(seconds=0.1))


def test_no_cookie_is_ever_sent(web: Web, fake: FakeWeb) -> None:
    """And nothing else that tells one person from another."""
    fake.route(HOST, "/page", Answer(b"{}", headers={"Set-Cookie": "who=you"}))
    web.fetch(PAGE)
    web.fetch(PAGE)

    names = {name.lower() for one in fake.asked for name in one.headers}
    assert names == {"host", "user-agent", "accept", "accept-encoding"}


def test_a_host_that_asks_to_wait_is_waited_for(web: Web, fake: FakeWeb, naps: list[float]) -> None:
    """Once; what it says then stands."""
    answers = iter([Answer(code=429, headers={"Retry-After": "7"}), Answer({"ok": 1})])
    fake.route(HOST, "/page", lambda _: next(answers))

    assert web.fetch(PAGE).code == 200
    assert naps == [7.0]


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "120"}, 120),
        ({"retry-after": "Sun, 01 Mar 2026 00:01:00 GMT"}, 60),
        ({"x-ratelimit-reset": "2026-03-01T00:05:00.000000Z"}, 300),
        ({"x-rate-limit-reset": "1772324100"}, 900),
        ({}, 1),
        ({"retry-after": "soon"}, 1),
    ],
)
def test_every_way_to_ask_for_patience_is_understood(headers: dict[str, str], seconds: float) -> None:
    """Seconds, dates, Mastodon's and X's own headers; a moment where nothing is said."""
    assert seconds_to_wait(headers, 1772323200.0) == seconds
