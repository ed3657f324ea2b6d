"""The one door to the web, for asking hosts that nobody has vouched for.

Only https, only public hosts, checked after resolving, and the connection goes to the
very number that was checked. One request a host at a time; at most three redirects,
each checked again; a limit to size and to the whole time; no cookies, no proxy, nothing
that identifies the user, only the name of the program.
"""

import time
from collections.abc import Callable, Mapping
from importlib.metadata import version
from typing import NamedTuple, Self, TypeVar
from urllib.parse import urlencode, urljoin

import httpx
from msgspec import Struct

from migrate.web.connections import Host, Hosts
from migrate.web.json_body import UnreadableBody, read_json
from migrate.web.public_hosts import ForbiddenPlace, Resolve, resolve_public
from migrate.web.retry_after import seconds_to_wait

T = TypeVar("T")

_ABOUT = "finds contacts of one person"
_AGENT = f"twitter-to-mastodon/{version('twitter-to-mastodon')} ({{}}) httpx/{httpx.__version__}"
AGENT = _AGENT.format(_ABOUT)
"""The name of the program, and nothing about the user."""
OK = 200
_HTTPS_PORT = 443
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TOO_MANY = 429
_LONGEST_WAIT = 1000.0
"""The longest wait in seconds: windows of 15 minutes."""


class Unreachable(Exception):  # noqa: N818 - what happened, not a mistake
    """Nothing came back, or nothing that ended in time."""


class Patience(NamedTuple):
    """The limits of a request: the size of the answer, and the time for it.

    `seconds` are those for a connection to be made, and as many again for the whole answer.
    """

    seconds: float = 15
    size: int = 1 << 20
    hops: int = 3
    tries: int = 2
    """Requests in all, where the host asks for patience."""


USUAL = Patience()


class Fetched(Struct, frozen=True):
    """The answer of a host. `url` is where it came from, after redirects."""

    url: str
    code: int
    headers: Mapping[str, str]
    body: bytes

    def read_as(self, shape: type[T]) -> T | None:
        """Read the body as JSON of a shape, None where the host did not answer with that."""
        if self.code != OK:
            return None
        try:
            return read_json(self.body, shape)
        except UnreadableBody:
            return None


class Web:
    """Sends requests; safe to use from several threads.

    `local_port` is for the demo and for tests: every host is then on this machine, at that port,
    without https.
    """

    def __init__(
        self,
        *,
        resolve: Resolve | None = None,
        local_port: int | None = None,
        sleep: Callable[[float], object] = time.sleep,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._resolve = resolve
        self._local_port = local_port
        self._sleep = sleep
        self._now = now
        self._hosts = Hosts(encrypted=local_port is None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._hosts.close()

    def fetch(
        self,
        url: str,
        *,
        accept: str = "application/json",
        form: Mapping[str, str] | None = None,
        token: str | None = None,
        contact: str = "",
        patience: Patience = USUAL,
    ) -> Fetched:
        """Ask for an address, by POST where there is a form. Raises Unreachable or ForbiddenPlace.

        A token is shown to the first host alone: with one, redirects are not followed. `contact`
        is a mail or web address for a host that wants to know whom to write to.
        """
        agent = _AGENT.format(f"{contact}; {_ABOUT}") if contact else AGENT
        headers = {"User-Agent": agent, "Accept": accept, "Accept-Encoding": "identity"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        for _ in range(patience.hops + 1):
            page = self._ask_patiently(url, headers, form, patience)
            if page.code not in _REDIRECTS or token:
                return page
            url = _joined(url, page.headers.get("location", ""))
        raise Unreachable("it sends from one place to another")

    def _ask_patiently(
        self, url: str, headers: dict[str, str], form: Mapping[str, str] | None, patience: Patience
    ) -> Fetched:
        for attempt in range(patience.tries):
            page = self._ask(url, headers, form, patience)
            wait = seconds_to_wait(page.headers, self._now()) if page.code == _TOO_MANY else None
            if wait is None or wait > _LONGEST_WAIT or attempt == patience.tries - 1:
                break
            self._sleep(wait)
        return page

    def _ask(
        self, url: str, headers: dict[str, str], form: Mapping[str, str] | None, patience: Patience
    ) -> Fetched:
        target = _checked(url)
        name = target.raw_host.decode()
        host = self._hosts.get(name)
        if host is None:
            raise Unreachable("the run is over")
        body = urlencode(form).encode() if form is not None else None
        more = {"Host": name}
        if body is not None:
            more |= {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": str(len(body))}
        with host.turn:
            until = time.monotonic() + patience.seconds
            for number in self._numbers(host, name):
                if (left := until - time.monotonic()) <= 0:
                    break
                request = httpx.Request(
                    "GET" if body is None else "POST",
                    self._located(target, number),
                    headers=headers | more,
                    content=body,
                    extensions={"sni_hostname": name, "timeout": _all_of(left), "most": patience.size},
                )
                try:
                    answer = host.transport.handle_request(request)
                except (httpx.ConnectError, httpx.ConnectTimeout):
                    continue
                except (httpx.TransportError, httpx.DecodingError) as e:
                    raise Unreachable(str(e)) from e
                host.numbers = (number,)
                return Fetched(url, answer.status_code, answer.headers, answer.content)
        raise Unreachable("no connection")

    def _numbers(self, host: Host, name: str) -> tuple[str, ...]:
        if not host.numbers:
            try:
                host.numbers = (
                    ("127.0.0.1",) if self._local_port else tuple(resolve_public(name, self._resolve))
                )
            except (OSError, UnicodeError) as e:
                raise Unreachable("no such host") from e
        return host.numbers

    def _located(self, target: httpx.URL, number: str) -> httpx.URL:
        if self._local_port:
            return target.copy_with(scheme="http", host=number, port=self._local_port)
        return target.copy_with(host=number)


def _joined(url: str, location: str) -> str:
    """Find where a redirect leads."""
    try:
        return urljoin(url, location)
    except ValueError as e:
        raise ForbiddenPlace(location) from e


def _checked(url: str) -> httpx.URL:
    try:
        target = httpx.URL(url)
        fit = target.scheme == "https" and target.host and not target.userinfo
    except (httpx.InvalidURL, UnicodeError) as e:
        raise ForbiddenPlace(url) from e
    if not fit or target.port not in {None, _HTTPS_PORT}:
        raise ForbiddenPlace(url)
    return target


def _all_of(seconds: float) -> dict[str, float]:
    """Give the same time to each thing that httpx waits for."""
    return dict.fromkeys(("connect", "read", "write", "pool"), seconds)
