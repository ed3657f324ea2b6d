"""The one place that sends a request to a Mastodon-compatible server.

It turns every way in which a request can end into three: an `Answer`, whatever its
code; `NotSent`, the request can't have reached the server; `NoAnswer`, it may have.
It never follows a redirect, so that a token is never shown to another host, and
never tries twice: only the callers know what may be repeated. Answers are received
within the limits of the other door (web/transport.py).
"""

from collections.abc import Callable, Mapping
from importlib.metadata import version
from typing import BinaryIO, TypeVar

import httpx
import msgspec
from msgspec import Struct

from migrate.errors import ServerError
from migrate.mastodon.clock import ServerClock, date_of
from migrate.web.json_body import UnreadableBody, read_json
from migrate.web.transport import ENCODINGS, LimitedTransport

T = TypeVar("T")

TIMEOUT = httpx.Timeout(130, connect=20)
"""Longer than nginx waits for Mastodon (`proxy_read_timeout 120` in its dist/nginx.conf)."""

MOST_BYTES = 64 << 20
"""The most bytes of an answer. A list of people comes on one page, with a few kilobytes for each."""

LIMITS = httpx.Limits(max_connections=2, max_keepalive_connections=1)

HTTP_OK = range(200, 300)


class NotSent(Exception):  # noqa: N818 - what happened, not a mistake
    """No connection could be made: the server knows nothing of the request."""


class NoAnswer(Exception):  # noqa: N818 - what happened, not a mistake
    """The request went out and no whole answer came back: the server may have acted on it."""


class Answer(Struct, frozen=True):
    """The answer of the server."""

    code: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def ok(self) -> bool:
        """Tell whether the request succeeded."""
        return self.code in HTTP_OK

    @property
    def is_json(self) -> bool:
        """Tell whether the body may be read as JSON: proxies answer in HTML."""
        return "json" in self.headers.get("content-type", "")


class Client:
    """One server and, where one is given, the token of one account."""

    def __init__(
        self,
        address: str,
        http: httpx.Client,
        *,
        token: str | None = None,
        clock: ServerClock | None = None,
    ) -> None:
        self.address = address.rstrip("/")
        self._root = httpx.URL(self.address)
        self._http = http
        self._token = token
        self.clock = clock or ServerClock()

    def mark_login(self, mark: Callable[[str], str]) -> str:
        """Make a mark by which the same login is known again; `mark` is a one-way function."""
        return mark(self._token or "")

    def send(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, str | int] | None = None,
        json: object | None = None,
        form: Mapping[str, str] | None = None,
        files: Mapping[str, tuple[str, BinaryIO, str]] | None = None,
        headers: Mapping[str, str] | None = None,
        with_token: bool = True,
    ) -> Answer:
        """Send one request; raises `NotSent` or `NoAnswer` where there is no answer.

        The address is built from the server's and a `path`, so that the token goes there and nowhere else.
        """
        if not path.startswith("/"):
            raise ValueError(f"{path} is no path on this server")
        token = self._token if with_token else None
        sent = self.clock.elapsed()
        try:
            response = self._http.request(
                method,
                str(self._root.copy_with(raw_path=path.encode())),
                params=params,
                content=None if json is None else msgspec.json.encode(json),
                data=form,
                files=files,
                headers=_headers(headers, token, is_json=json is not None),
                follow_redirects=False,
            )
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.UnsupportedProtocol, httpx.PoolTimeout) as e:
            raise NotSent(str(e)) from e
        except (httpx.TransportError, httpx.DecodingError) as e:
            raise NoAnswer(str(e)) from e
        if (date := date_of(response.headers)) is not None:
            self.clock.learn(date, took=self.clock.elapsed() - sent)
        return Answer(response.status_code, response.headers, self._without_token(response.content))

    def path_here(self, link: str) -> str | None:
        """Return the path that a link names on this server, None where it leads to another one."""
        try:
            there = self._root.join(link)
            same = (there.host, there.port) == (self._root.host, self._root.port)
        except (httpx.InvalidURL, UnicodeError):
            return None
        return there.raw_path.decode() if same else None

    def _without_token(self, body: bytes) -> bytes:
        """Take out a token that the server repeats: its words are shown to the user."""
        return body.replace(self._token.encode(), b"(token)") if self._token else body


def open_http(transport: httpx.BaseTransport | None = None) -> httpx.Client:
    """Open the connection pool, with a descriptive User-Agent, because some servers ask for one.

    A proxy that the environment names is used: it may be the user's only way out.
    """
    headers = {
        "User-Agent": f"twitter-to-mastodon/{version('twitter-to-mastodon')}",
        "Accept-Encoding": ENCODINGS,
    }
    limited = transport or LimitedTransport(
        httpx.create_ssl_context(), most=MOST_BYTES, limits=LIMITS, proxies=True
    )
    return httpx.Client(transport=limited, timeout=TIMEOUT, headers=headers)


def _headers(more: Mapping[str, str] | None, token: str | None, *, is_json: bool) -> dict[str, str]:
    headers = {"Accept": "application/json", **(more or {})}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    if is_json:
        headers["Content-Type"] = "application/json"
    return headers


def decode(answer: Answer, shape: type[T]) -> T:
    """Read an answer's body; a body of another shape is the server's fault, in one line."""
    try:
        return read_json(answer.body, shape)
    except UnreadableBody as e:
        raise ServerError(
            "The server's answer can't be understood. Either this is no Mastodon-compatible server, "
            "or it is in trouble: look at it in a browser, then try again."
        ) from e
