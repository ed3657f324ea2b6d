"""The door to the web: where it leads, where it doesn't, and when it gives up."""

import tracemalloc
import zlib
from concurrent.futures import ThreadPoolExecutor

import httpcore
import pytest

from migrate.web.fetching import Patience, Unreachable, Web
from migrate.web.public_hosts import ForbiddenPlace, is_public, resolve_public
from migrate.web.retry_after import free_again_at, seconds_to_wait
from tests.fakes.drops import MOST as DROPS
from tests.fakes.drops import serve_drops
from tests.fakes.web import Answer, FakeWeb, serve_web

HOST = "some.example"
PAGE = f"https://{HOST}/page"


@pytest.mark.parametrize(
    "number",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1"),
        *("224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "192.0.2.1"),
        *("64:ff9b::909:909", "64:ff9b:1::a00:1", "2002:c0a8:101::1", "2002:909:909::1", "ff0e::1"),
        *("2001:0:4136:e378:8000:63bf:3fff:fdd2", "::9.9.9.9", "fec0::1"),
        *("::ffff:0:127.0.0.1", "::ffff:0:9.9.9.9", "5f00::1", "64:ff9a::1"),
    ],
)
def test_a_number_inside_a_house_is_not_public(number: str) -> None:
    """Loopback, private, link-local, shared, multicast; also written as an IPv6 number."""
    assert not is_public(number)


def test_a_name_without_a_number_is_nowhere() -> None:
    """It must not be taken for a name whose numbers are all public."""
    with pytest.raises(ForbiddenPlace):
        resolve_public(HOST, lambda _: [])


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


@pytest.mark.parametrize("location", ["https://[", "//[", "https://xn--/", "http://[::1", "mailto:x", "\x01"])
def test_a_redirect_to_no_address_leads_nowhere(location: str, web: Web, fake: FakeWeb) -> None:
    """Whatever a host puts there."""
    fake.route(HOST, "/page", Answer(code=302, headers={"Location": location}))

    with pytest.raises((ForbiddenPlace, Unreachable)):
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


@pytest.mark.parametrize(
    ("first", "drop"),
    [
        (b"HTTP/1.1 200 OK\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n", b"x"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    ],
)
def test_drops_are_not_waited_for(first: bytes, drop: bytes) -> None:
    """Of headers, of the body, or of "go on": each drop is in time, and together they go on for ever."""
    with serve_drops(first, drop) as drops, Web(local_port=drops.port) as web:
        with pytest.raises(Unreachable):
            web.fetch(PAGE, patience=Patience(seconds=0.2))

        assert drops.sent < DROPS


@pytest.mark.parametrize(("packing", "wbits"), [("gzip", 31), ("deflate", 15)])
def test_what_is_packed_is_unpacked(packing: str, wbits: int, web: Web, fake: FakeWeb) -> None:
    """Some hosts pack what nobody asked them to pack."""
    fake.route(HOST, "/page", Answer(pack(b"{}" * 50, wbits), headers={"Content-Encoding": packing}))

    assert web.fetch(PAGE).body == b"{}" * 50


def test_a_bomb_does_not_unfold(web: Web, fake: FakeWeb) -> None:
    """A small answer that would fill the memory: it is refused before it has."""
    bomb = Answer(pack(bytes(64 << 20), 31), headers={"Content-Encoding": "gzip"})
    fake.route(HOST, "/page", bomb)
    size = 1 << 20
    assert len(bomb.content) < size / 10
    tracemalloc.start()
    with pytest.raises(Unreachable):
        web.fetch(PAGE, patience=Patience(size=size))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 8 * size


@pytest.mark.parametrize(("packing", "body"), [("br", b"x"), ("gzip", b"no gzip"), ("gzip, gzip", b"x")])
def test_what_cannot_be_unpacked_is_no_answer(packing: str, body: bytes, web: Web, fake: FakeWeb) -> None:
    """In a way that was not asked for, or damaged."""
    fake.route(HOST, "/page", Answer(body, headers={"Content-Encoding": packing}))

    with pytest.raises(Unreachable):
        web.fetch(PAGE)


def test_the_number_that_was_checked_is_the_one_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name may lead to another number when it is looked up a second time (DNS rebinding)."""
    numbers = iter(["9.9.9.9", *["127.0.0.1"] * 9])
    connected: list[str] = []

    def connect(_: object, host: str, *__: object, **___: object) -> None:
        connected.append(host)
        raise httpcore.ConnectError

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    with Web(resolve=lambda _: [next(numbers)]) as web, pytest.raises(Unreachable):
        web.fetch(PAGE)

    assert connected == ["9.9.9.9"]


def test_the_environments_proxy_is_not_told(web: Web, fake: FakeWeb, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would look up the name again, and would see whom the user knows."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    fake.route(HOST, "/page", Answer({"ok": 1}))

    assert web.fetch(PAGE).code == 200


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


@pytest.mark.parametrize(
    ("headers", "moment"),
    [({"retry-after": "120"}, 1772323320.0), ({"x-rate-limit-reset": "1772324100"}, 1772324100.0)]
    + [({"retry-after": said}, None) for said in ("soon", "inf", "nan", "", "9" * 400, "-" + "9" * 400)],
)
def test_a_host_that_names_no_time_is_not_guessed_at(headers: dict[str, str], moment: float | None) -> None:
    """What is made of that is for whoever asks."""
    assert free_again_at(headers, 1772323200.0) == moment


@pytest.mark.parametrize(
    "said",
    [
        "86401",
        "1e300",
        "99999999999",
        "9999-12-31T23:59:59Z",
        "9999-12-31T23:59:59-23:00",
        "Fri, 31 Dec 9999 23:59:59 -2300",
    ],
)
def test_nobody_waits_for_more_than_a_day(said: str) -> None:
    """The longest window of any server; a host that names more is asked again in an hour."""
    assert free_again_at({"retry-after": said}, 1772323200.0) == 1772323200.0 + 3600
    assert free_again_at({"retry-after": "86400"}, 1772323200.0) == 1772323200.0 + 86400


def test_a_date_that_no_calendar_has_is_none() -> None:
    """email.utils gives up on such a year in its own way."""
    assert free_again_at({"retry-after": f"Fri, 31 Dec {'9' * 30} 23:59:59 GMT"}, 1772323200.0) is None


def pack(body: bytes, wbits: int) -> bytes:
    """Gzip (31) or deflate (15)."""
    packer = zlib.compressobj(9, zlib.DEFLATED, wbits)
    return packer.compress(body) + packer.flush()
