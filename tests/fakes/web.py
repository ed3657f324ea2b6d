"""A small part of the fediverse on one loopback port, over real HTTP: every host by its `Host` header.

Speaks WebFinger, host-meta, NodeInfo, Mastodon's account lookup and ActivityPub actors.
Anything else, and every failure, is a `Route` that a test adds.
"""

import json
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


@dataclass
class Answer:
    """What a host says, in so many pieces with a pause before each."""

    body: object = b""
    code: int = 200
    kind: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    pause: float = 0.0
    pieces: int = 1

    @property
    def content(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


@dataclass
class Asked:
    """A request as it came."""

    host: str
    path: str
    query: dict[str, str]
    form: dict[str, str]
    headers: Mapping[str, str]


@dataclass
class FakeUser:
    """An account; `account` is merged into Mastodon's answer, `actor` into ActivityPub's."""

    account: dict[str, object] = field(default_factory=dict)
    actor: dict[str, object] = field(default_factory=dict)


@dataclass
class FakeHost:
    """One server. `pages` is the host of its pages where that is another one than that of its addresses."""

    name: str
    software: str = "mastodon"
    protocols: tuple[str, ...] = ("activitypub",)
    pages: str = ""
    api: bool = True
    users: dict[str, FakeUser] = field(default_factory=dict)

    def add(self, user: str, **account: object) -> FakeUser:
        """Somebody with an account there."""
        return self.users.setdefault(user, FakeUser(account=dict(account)))


class FakeWeb:
    """All hosts, what they were asked, and how many requests each had at once."""

    def __init__(self, *, pause: float = 0.0) -> None:
        self.port = 0
        self.asked: list[Asked] = []
        self.at_once: Counter[str] = Counter()
        self.most_at_once: Counter[str] = Counter()
        self._pause = pause
        self._hosts: dict[str, FakeHost] = {}
        self._routes: dict[tuple[str, str], Callable[[Asked], Answer]] = {}
        self._guard = threading.Lock()

    def host(self, name: str, **more: object) -> FakeHost:
        """A server, made when it is first named."""
        if name not in self._hosts:
            made = FakeHost(name, **more)  # type: ignore[arg-type]
            self._hosts[name] = made
            self._hosts.setdefault(made.pages or name, made)
        return self._hosts[name]

    def route(self, host: str, path: str, answer: Answer | Callable[[Asked], Answer]) -> None:
        """What one address says instead."""
        self._routes[host, path] = (lambda _: answer) if isinstance(answer, Answer) else answer

    def paths(self, host: str) -> list[str]:
        """What a host was asked for, in order."""
        return [one.path for one in self.asked if one.host == host]

    def __call__(self, asked: Asked) -> Answer:
        with self._guard:
            self.asked.append(asked)
            self.at_once[asked.host] += 1
            self.most_at_once[asked.host] = max(self.most_at_once[asked.host], self.at_once[asked.host])
        time.sleep(self._pause)
        try:
            return self._answer(asked)
        finally:
            with self._guard:
                self.at_once[asked.host] -= 1

    def _answer(self, asked: Asked) -> Answer:
        if route := self._routes.get((asked.host, asked.path)):
            return route(asked)
        host = self._hosts.get(asked.host)
        if host is None:
            return Answer("<h1>Nothing here</h1>", 404, "text/html")
        return _speak(host, asked)


def _speak(host: FakeHost, asked: Asked) -> Answer:
    pages = host.pages or host.name
    if asked.path == "/.well-known/host-meta":
        template = f"https://{pages}/.well-known/webfinger?resource={{uri}}"
        link = f'<Link rel="lrdd" template="{template}"/>'
        return Answer(f"<XRD>{link}</XRD>".encode(), kind="application/xrd+xml")
    if asked.host == pages:
        if asked.path.startswith("/users/"):
            return _actor(host, asked.path.removeprefix("/users/"))
        if speak := _PATHS.get(asked.path):
            return speak(host, asked)
    return Answer({"error": "Not found"}, 404)


def _index(host: FakeHost, asked: Asked) -> Answer:
    rel = "http://nodeinfo.diaspora.software/ns/schema/2.0"
    return Answer({"links": [{"rel": rel, "href": f"https://{asked.host}/nodeinfo/2.0"}]})


def _node(host: FakeHost, _asked: Asked) -> Answer:
    return Answer({"software": {"name": host.software, "version": "1"}, "protocols": host.protocols})


def _finger(host: FakeHost, asked: Asked) -> Answer:
    user, _, at = asked.query.get("resource", "").removeprefix("acct:").partition("@")
    if user.lower() not in host.users or at not in {host.name, host.pages}:
        return Answer({"error": "Not found"}, 404)
    pages = host.pages or host.name
    links = [
        {"rel": "http://webfinger.net/rel/profile-page", "href": f"https://{pages}/@{user}"},
        {"rel": "self", "type": "application/activity+json", "href": f"https://{pages}/users/{user}"},
    ]
    return Answer({"subject": f"acct:{user}@{host.name}", "links": links}, kind="application/jrd+json")


def _lookup(host: FakeHost, asked: Asked) -> Answer:
    user = asked.query.get("acct", "")
    known = host.users.get(user.lower())
    if known is None or not host.api:
        return Answer({"error": "Record not found"}, 404)
    usual = {"acct": user, "url": f"https://{host.pages or host.name}/@{user}", "display_name": user.title()}
    return Answer(usual | known.account)


def _actor(host: FakeHost, user: str) -> Answer:
    known = host.users.get(user.lower())
    if known is None:
        return Answer({"error": "Gone"}, 410)
    body = {"type": "Person", "preferredUsername": user, "name": user.title()} | known.actor
    return Answer(body, kind="application/activity+json")


_PATHS = {
    "/.well-known/webfinger": _finger,
    "/.well-known/nodeinfo": _index,
    "/nodeinfo/2.0": _node,
    "/api/v1/accounts/lookup": _lookup,
}


@contextmanager
def serve_web(web: FakeWeb) -> Iterator[FakeWeb]:
    """Listens on a free loopback port while the block lasts."""
    server = _Server(web)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    web.port = server.server_port
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False  # a client may still hold a connection open
    request_queue_size = 256

    def __init__(self, web: FakeWeb) -> None:
        super().__init__(("127.0.0.1", 0), _Connection)
        self.web = web

    def handle_error(self, *_: object) -> None:
        """Whoever asked may have had enough, and closed the connection."""


class _Connection(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1  # one packet an answer
    server: _Server

    def log_message(self, *_words: object) -> None:
        """Nothing: tests speak for themselves."""

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()
        asked = Asked(
            self.headers.get("Host", ""), parts.path, _first(parts.query), _first(body), dict(self.headers)
        )
        answer = self.server.web(asked)
        self.send_response_only(answer.code)
        for name, value in {"Content-Type": answer.kind, **answer.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.content)))
        self.end_headers()
        self.wfile.flush()
        size = max(len(answer.content) // answer.pieces, 1)
        for start in range(0, len(answer.content), size):
            time.sleep(answer.pause)
            with suppress(ConnectionError):  # whoever asked may have had enough
                self.wfile.write(answer.content[start : start + size])
                self.wfile.flush()

    do_POST = do_GET  # noqa: N815 - the name that http.server asks for


def _first(query: str) -> dict[str, str]:
    found: defaultdict[str, list[str]] = defaultdict(list, parse_qs(query))
    return {name: values[0] for name, values in found.items()}
