"""What can happen to a request on its way, each tied to the n-th request of a kind.

`n` counts from 1 and from the moment the fault is set, over the requests whose
`METHOD /path` fits the pattern `matching` (`fnmatch`; all by default); the fault
lasts for `times` requests. Where two faults meet, the one set first happens.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Protocol

import httpx

from tests.fakes import fronts
from tests.fakes.answers import page
from tests.fakes.clock import FakeClock


class Killed(BaseException):
    """The process died here. Not an Exception: no `except Exception` may survive it."""


class Server(Protocol):
    """The part of the fake that a fault plays with."""

    clock: FakeClock

    def act(self, request: httpx.Request) -> httpx.Response:
        """Do what is asked, now."""

    def act_later(self, request: httpx.Request, seconds: float) -> None:
        """Go on working on it, and be done when so many seconds have passed."""


Happening = Callable[[Server, httpx.Request], httpx.Response]


@dataclass(slots=True)
class _Fault:
    wait: int
    matching: str
    times: int
    happening: Happening

    def meets(self, line: str) -> bool:
        if not fnmatchcase(line, self.matching):
            return False
        self.wait -= 1
        return -self.times < self.wait <= 0


class Faults:
    """The faults that are set, and the ways to set them."""

    def __init__(self) -> None:
        self._set: list[_Fault] = []

    def clear(self) -> None:
        self._set.clear()

    def next(self, line: str) -> Happening | None:
        """What happens to this request; None when nothing does."""
        if not self._set:
            return None
        met = [fault for fault in self._set if fault.meets(line)]
        self._set = [fault for fault in self._set if fault.wait > 1 - fault.times]
        return met[0].happening if met else None

    def die_before(self, n: int = 1, matching: str = "*") -> None:
        """The process dies before the request leaves it."""
        self._add(n, matching, 1, _die_before)

    def die_after(self, n: int = 1, matching: str = "*") -> None:
        """The server acts; the process dies before it hears of it."""
        self._add(n, matching, 1, _die_after)

    def refuse(self, n: int = 1, matching: str = "*", *, times: int = 1) -> None:
        """No connection; the server never sees the request."""
        self._add(n, matching, times, _refuse)

    def lose_answer(self, n: int = 1, matching: str = "*", *, times: int = 1) -> None:
        """The server acts; the client waits for the answer until its patience ends."""
        self._add(n, matching, times, _lose_answer)

    def lose_request(self, n: int = 1, matching: str = "*", *, times: int = 1) -> None:
        """The same for the client, but the server never saw the request."""
        self._add(n, matching, times, _lose_request)

    def reset_before(self, n: int = 1, matching: str = "*", *, times: int = 1) -> None:
        """The connection breaks before the server acts."""
        self._add(n, matching, times, _reset_before)

    def reset_after(self, n: int = 1, matching: str = "*", *, times: int = 1) -> None:
        """The connection breaks after the server acted."""
        self._add(n, matching, times, _reset_after)

    def half_body(self, n: int = 1, matching: str = "*", *, times: int = 1) -> None:
        """The server acts; the connection breaks in the middle of the answer."""
        self._add(n, matching, times, _half_body)

    def cut_body(self, n: int = 1, matching: str = "*", *, times: int = 1) -> None:
        """The server acts; a proxy passes on half of the answer as if it were whole."""
        self._add(n, matching, times, _cut_body)

    def duplicate(self, n: int = 1, matching: str = "*", *, times: int = 1) -> None:
        """The request arrives twice, as by a proxy's own retry; the client hears the second answer."""
        self._add(n, matching, times, _duplicate)

    def slow(self, n: int, seconds: float, matching: str = "*", *, times: int = 1) -> None:
        """The server needs that long; it goes on even when the client has stopped waiting."""
        self._add(n, matching, times, _slow(seconds))

    def answer(
        self,
        n: int,
        status: int,
        body: object = "",
        matching: str = "*",
        *,
        times: int = 1,
        headers: dict[str, str] | None = None,
    ) -> None:
        """Someone else answers, the server sees nothing of it. A str is sent as HTML, all else as JSON."""
        self._add(n, matching, times, lambda _server, _request: page(status, body, headers))

    def front(self, kind: str, n: int = 1, matching: str = "*", *, times: int = 1) -> None:
        """What stands in front of the server answers: "down", "slow", … of `fronts.py`."""
        self._add(n, matching, times, lambda _server, request: fronts.answer(kind, request))

    def act_then_answer(
        self,
        n: int,
        status: int,
        body: object = "",
        matching: str = "*",
        *,
        times: int = 1,
        headers: dict[str, str] | None = None,
    ) -> None:
        """The server acts; a proxy answers something of its own."""

        def happening(server: Server, request: httpx.Request) -> httpx.Response:
            server.act(request)
            return page(status, body, headers)

        self._add(n, matching, times, happening)

    def _add(self, n: int, matching: str, times: int, happening: Happening) -> None:
        self._set.append(_Fault(n, matching, times, happening))


def patience(request: httpx.Request) -> float | None:
    """How long the client will wait for an answer: its read timeout."""
    limit: float | None = request.extensions.get("timeout", {}).get("read")
    return limit


def _die_before(_server: Server, _request: httpx.Request) -> httpx.Response:
    raise Killed


def _die_after(server: Server, request: httpx.Request) -> httpx.Response:
    server.act(request)
    raise Killed


def _refuse(_server: Server, request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("Connection refused", request=request)


def _lose_answer(server: Server, request: httpx.Request) -> httpx.Response:
    server.act(request)
    return _lose_request(server, request)


def _lose_request(server: Server, request: httpx.Request) -> httpx.Response:
    server.clock.advance(patience(request) or 0)
    raise httpx.ReadTimeout("The read operation timed out", request=request)


def _reset_before(_server: Server, request: httpx.Request) -> httpx.Response:
    raise httpx.RemoteProtocolError("Server disconnected without sending a response.", request=request)


def _reset_after(server: Server, request: httpx.Request) -> httpx.Response:
    server.act(request)
    return _reset_before(server, request)


def _half_body(server: Server, request: httpx.Request) -> httpx.Response:
    answer = server.act(request)
    return httpx.Response(answer.status_code, headers=answer.headers, stream=_Half(answer.content))


def _cut_body(server: Server, request: httpx.Request) -> httpx.Response:
    answer = server.act(request)
    kept = answer.content[: len(answer.content) // 2]
    kind = {"Content-Type": answer.headers.get("Content-Type", "")}
    return httpx.Response(answer.status_code, content=kept, headers=kind)


def _duplicate(server: Server, request: httpx.Request) -> httpx.Response:
    server.act(request)
    return server.act(request)


def _slow(seconds: float) -> Happening:
    def happening(server: Server, request: httpx.Request) -> httpx.Response:
        limit = patience(request)
        if limit is not None and seconds < limit:
            server.clock.advance(seconds)
            return server.act(request)
        server.act_later(request, seconds)
        return _lose_request(server, request)

    return happening


class _Half(httpx.SyncByteStream):
    """Half of an answer, and then a broken connection."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def __iter__(self) -> Iterator[bytes]:
        yield self._content[: len(self._content) // 2]
        raise httpx.RemoteProtocolError("peer closed connection without sending complete message body")
