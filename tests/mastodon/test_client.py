"""The token's door: to the user's own server, and to nobody else; within the limits of the other door."""

import tracemalloc
import zlib
from collections.abc import Callable

import httpx
import pytest

from migrate.mastodon import Client, NoAnswer, NotSent, connect, open_http
from migrate.mastodon.client import MOST_BYTES, TIMEOUT
from tests.fakes.drops import MOST as DROPS
from tests.fakes.drops import serve_drops
from tests.fakes.mastodon import FakeMastodon
from tests.fakes.web import Answer, FakeWeb, serve_web

ADDRESS = "https://social.example"
SCHEMA = "http://nodeinfo.diaspora.software/ns/schema/2.0"


def client(answer: Callable[[httpx.Request], httpx.Response], address: str = ADDRESS) -> Client:
    """A client with a token, on a made-up internet."""
    return Client(address, open_http(httpx.MockTransport(answer)), token="made-up")


def test_the_token_is_for_ones_own_server() -> None:
    """With it, and without it where that is asked for."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200)

    client(answer).send("GET", "/api/v1/instance")
    client(answer).send("GET", "/.well-known/nodeinfo", with_token=False)

    assert [str(one.url) for one in seen] == [f"{ADDRESS}/api/v1/instance", f"{ADDRESS}/.well-known/nodeinfo"]
    assert [one.headers.get("authorization") for one in seen] == ["Bearer made-up", None]


@pytest.mark.parametrize(
    "path", ["https://evil.example/api", "http://evil.example/", "@evil.example/", ".evil.example/", ""]
)
def test_what_is_no_path_is_not_sent(path: str) -> None:
    """Whoever puts an address together from an answer can't send the token away."""

    def answer(_: httpx.Request) -> httpx.Response:
        raise AssertionError("sent")

    with pytest.raises(ValueError, match="no path"):
        client(answer).send("GET", path)


@pytest.mark.parametrize(
    "path", ["//evil.example/x", "/\\evil.example/x", "/@evil.example", "/x?next=https://evil.example/"]
)
def test_no_path_leads_elsewhere(path: str) -> None:
    """However it looks."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200)

    client(answer).send("GET", path)

    assert [one.url.host for one in seen] == ["social.example"]


def test_a_redirect_is_an_answer() -> None:
    """The token would go along."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(302, headers={"Location": "https://evil.example/"})

    assert client(answer).send("GET", "/x").code == 302
    assert len(seen) == 1


@pytest.mark.parametrize(
    ("link", "path"),
    [
        ("https://social.example/nodeinfo/2.0", "/nodeinfo/2.0"),
        ("https://SOCIAL.example:443/nodeinfo/2.0?a=b", "/nodeinfo/2.0?a=b"),
        ("http://social.example/nodeinfo/2.0", "/nodeinfo/2.0"),
        ("/nodeinfo/2.0", "/nodeinfo/2.0"),
        ("https://social.example:8443/nodeinfo/2.0", None),
        ("https://evil.example/nodeinfo/2.0", None),
        ("https://social.example@evil.example/nodeinfo/2.0", None),
        ("https://social.example.evil.example/", None),
        ("//evil.example/nodeinfo/2.0", None),
        ("https://[::1/", None),
        ("https://xn--/", None),
        ("javascript:alert(1)", None),
    ],
)
def test_links_are_compared_by_host_and_port(link: str, path: str | None) -> None:
    """A server behind a proxy may call itself http; it is spoken to by the scheme of its address."""
    assert client(lambda _: httpx.Response(200)).path_here(link) == path


@pytest.mark.parametrize(
    ("href", "software"),
    [
        ("https://fake.example/nodeinfo/2.0", "gotosocial"),
        ("https://evil.example/nodeinfo/2.0", "gotosocial"),
    ],
)
def test_nodeinfo_is_asked_without_the_token_and_nowhere_else(href: str, software: str) -> None:
    """It is public, and its address comes out of an answer."""
    fake = FakeMastodon("gotosocial-0.20")
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        if request.url.path == "/.well-known/nodeinfo":
            return httpx.Response(200, json={"links": [{"rel": SCHEMA, "href": href}]})
        return fake(request)

    server = connect(fake.address, open_http(httpx.MockTransport(answer)), token="made-up")
    about = [one for one in seen if "nodeinfo" in one.url.path]

    assert server.dialect.name == software
    assert {one.url.host for one in seen} == {"fake.example"}
    assert about
    assert not any("authorization" in one.headers for one in about)


def test_a_token_that_a_server_repeats_is_not_shown() -> None:
    """Its words are shown to the user."""
    answer = client(lambda _: httpx.Response(401, text="made-up is no token")).send("GET", "/x")

    assert answer.body == b"(token) is no token"


@pytest.mark.parametrize(
    ("first", "drop"),
    [
        (b"HTTP/1.1 200 OK\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n", b"x"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    ],
)
def test_drops_are_not_waited_for(first: bytes, drop: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """The own server, too, may be in trouble: the whole answer has as long as a first word had."""
    monkeypatch.setattr("migrate.mastodon.client.TIMEOUT", httpx.Timeout(0.2))
    with serve_drops(first, drop) as drops, open_http() as http:
        with pytest.raises(NoAnswer):
            Client(f"http://127.0.0.1:{drops.port}", http).send("GET", "/x")

        assert drops.sent < DROPS
    assert TIMEOUT.read == 130


def test_a_bomb_does_not_unfold(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small answer that would fill the memory."""
    size = 1 << 20
    monkeypatch.setattr("migrate.mastodon.client.MOST_BYTES", size)
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = packer.compress(bytes(64 * size)) + packer.flush()
    fake = FakeWeb()
    with serve_web(fake), open_http() as http:
        host = f"127.0.0.1:{fake.port}"
        fake.route(host, "/x", Answer(bomb, headers={"Content-Encoding": "gzip"}))
        tracemalloc.start()
        with pytest.raises(NoAnswer):
            Client(f"http://{host}", http).send("GET", "/x")
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()

    assert peak < 8 * size
    assert size < MOST_BYTES


def test_what_is_packed_is_unpacked() -> None:
    """As it was asked for."""
    fake = FakeWeb()
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    packed = packer.compress(b'{"id": "1"}') + packer.flush()
    with serve_web(fake), open_http() as http:
        host = f"127.0.0.1:{fake.port}"
        fake.route(host, "/x", Answer(packed, headers={"Content-Encoding": "gzip"}))
        answer = Client(f"http://{host}", http).send("GET", "/x")

    assert answer.body == b'{"id": "1"}'
    assert fake.asked[0].headers["Accept-Encoding"] == "gzip, deflate"


def test_the_environments_proxy_may_be_the_only_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unlike the other door: this one leads to a server that the user has named, and trusts."""
    for name in ("HTTP_PROXY", "NO_PROXY", "no_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    fake = FakeWeb()
    with serve_web(fake):
        home = f"127.0.0.1:{fake.port}"
        for host in ("social.example", home):
            fake.route(host, "/x", Answer({"ok": 1}))
        monkeypatch.setenv("http_proxy", f"http://{home}")
        with open_http() as http:
            assert Client("http://social.example", http).send("GET", "/x").code == 200
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
        with open_http() as http, pytest.raises(NotSent):
            Client(f"http://{home}", http).send("GET", "/x")
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        with open_http() as http:
            assert Client(f"http://{home}", http).send("GET", "/x").code == 200
