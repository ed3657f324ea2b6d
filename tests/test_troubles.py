"""A server in trouble, or what stands before it: at each request of each job, once, or for some runs.

When the trouble is over and the program is run again, everything is there once, pictures too: no failure
is taken for a fact. No run ends with anything but a sentence. `make test` takes a sample of the cases,
`make crash` all of them.
"""

from collections.abc import Callable
from functools import partial
from itertools import count, product
from pathlib import Path
from zlib import crc32

import httpx
import pytest

from migrate.errors import MigrateError
from tests.fakes.answers import page
from tests.fakes.dialects import DIALECTS
from tests.fakes.faults import Faults, Happening, Server, patience
from tests.jobs import JOBS, Job
from tests.test_crash import ALL

SAMPLE = 17
"""`make test` takes one case in so many, each at one request of the first twenty."""

HTML = "<html><body>Blocked</body></html>"
MANY_RUNS = 6
"""A person tries so often, a day apart each time, before the program is at fault."""


def _answer(status: int, body: object, headers: dict[str, str] | None = None) -> Happening:
    return lambda _server, _request: page(status, body, headers)


def _bytes(content: bytes) -> Happening:
    kind = {"Content-Type": "application/json; charset=utf-8"}
    return lambda _server, _request: httpx.Response(200, content=content, headers=kind)


def _reset(_server: Server, request: httpx.Request) -> httpx.Response:
    raise httpx.ReadError("Connection reset by peer", request=request)


def _silence(server: Server, request: httpx.Request) -> httpx.Response:
    """The server acts and says nothing for as long as the client waits."""
    server.act(request)
    server.clock.advance(patience(request) or 70)
    raise httpx.ReadTimeout("The read operation timed out", request=request)


def _half(server: Server, request: httpx.Request) -> httpx.Response:
    """The server acts; half of what it says arrives, as if it were whole."""
    answer = server.act(request)
    kind = {"Content-Type": answer.headers.get("Content-Type", "")}
    return httpx.Response(
        answer.status_code, content=answer.content[: len(answer.content) // 2], headers=kind
    )


def _drip(server: Server, request: httpx.Request) -> httpx.Response:
    """The answer comes so slowly that the client gives up in the middle."""
    server.act(request)
    server.clock.advance((patience(request) or 70) * 2)
    raise httpx.ReadTimeout("The read operation timed out", request=request)


TROUBLES: dict[str, Happening] = {
    "429": _answer(429, {"error": "Too many requests"}),
    "429 for an hour": _answer(429, {"error": "Too many requests"}, {"Retry-After": "3600"}),
    "403 as JSON": _answer(403, {"error": "This action is not allowed"}),
    "403 as HTML": _answer(403, HTML),
    "413": _answer(413, HTML),
    "500": _answer(500, {"error": "oops"}),
    "502 as HTML": _answer(502, HTML),
    "half a body": _half,
    "nothing but {}": _answer(200, {}),
    "bytes that are no UTF-8": _bytes(b'{"id": "\xff\xfe'),
    "reset": _reset,
    "silence": _silence,
    "drip": _drip,
}


class Troubled(Faults):
    """From the n-th request on, so many requests meet the trouble."""

    def __init__(self, first: int, times: float, happening: Happening) -> None:
        super().__init__()
        self.first, self.times, self.happening = first, times, happening
        self.asked = 0

    def next(self, line: str) -> Happening | None:
        """Say what happens to this request."""
        self.asked += 1
        return self.happening if self.first <= self.asked < self.first + self.times else None


LASTS: dict[str, tuple[float, int]] = {
    "once": (1, 0),
    "healed in the next run": (float("inf"), 1),
    "healed after three runs": (float("inf"), 3),
}
"""How many requests meet the trouble, and for how many runs it lasts."""


CASES = list(product(DIALECTS, JOBS, TROUBLES, LASTS))[:: 1 if ALL else SAMPLE]


@pytest.mark.parametrize(("dialect", "job", "trouble", "lasting"), CASES)
def test_nothing_twice_and_nothing_lost(
    dialect: str, job: str, trouble: str, lasting: str, tmp_path: Path
) -> None:
    """The trouble begins at one request after the other, until a run is through before it."""
    times, runs = LASTS[lasting]
    drawn = 1 + crc32(f"{dialect} {job} {trouble} {lasting}".encode()) % 20
    for place in count(1) if ALL else (drawn,):
        make, trial = partial(JOBS[job], dialect), Troubled(place, times, TROUBLES[trouble])
        if not _is_met(make, tmp_path / str(place), trial, runs):
            break


def _is_met(make: Callable[[Path], Job], home: Path, faults: Troubled, runs: int) -> bool:
    """Tell whether the job came as far as the trouble, which is over after so many runs."""
    job = make(home)
    job.scene.fake.faults = faults
    for number in range(MANY_RUNS):
        if number == runs and runs:
            faults.times = 0
        if _runs_through(job) and number >= runs:
            break
        job.scene.fake.clock.advance(24 * 3600)
    else:
        raise AssertionError("the program never came to an end")
    met = faults.asked >= faults.first
    job.scene.fake.faults = Faults()
    job.check()
    return met


def _runs_through(job: Job) -> bool:
    try:
        job.do()
    except MigrateError:
        return False
    return True
