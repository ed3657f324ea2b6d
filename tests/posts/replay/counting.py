"""A server that only counts: Mastodon's limits, and nothing else, for replays of many days.

It stands where httpx.Client stands, one step above the wire, so that a hundred
thousand requests take seconds. Every window is kept here anew, from the limits' own
definition, so that it can contradict the program's books.
"""

from collections import Counter
from datetime import UTC, datetime
from email.utils import format_datetime
from io import BytesIO

import httpx

from tests.fakes.clock import DATES, FakeClock

HOUR = 3600
WINDOWS = {
    # config/initializers/rack_attack.rb and app/lib/rate_limiter.rb, 4.1 to 4.6
    "POST /api/v1/statuses": (300, 3 * HOUR),
    "POST /api/v2/media": (30, HOUR // 2),
    "": (300, 300),
}
INSTANCE = b'{"domain": "fake.example", "version": "4.3.0"}'
NODEINFO = b'{"links": [{"rel": "http://nodeinfo.diaspora.software/ns/schema/2.0", "href": "/nodeinfo/2.0"}]}'
SOFTWARE = b'{"software": {"name": "mastodon", "version": "4.3.0"}}'
PAGES = {
    "/api/v2/instance": INSTANCE,
    "/.well-known/nodeinfo": NODEINFO,
    "/nodeinfo/2.0": SOFTWARE,
}


class CountingServer:
    """Says yes to everything that the limits allow, and remembers when."""

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.date = DATES["right"]
        self.posts: list[float] = []
        self.uploads: dict[str, float] = {}
        self.media_of_posts: list[float] = []
        self.refused = 0
        self._used: Counter[tuple[str, int]] = Counter()

    def request(self, method: str, address: str, **how: object) -> httpx.Response:
        """What httpx.Client.request does."""
        path = address.removeprefix("https://fake.example")
        now = self.clock.now().timestamp()
        if path.startswith("/api") and not self._admit(f"{method} {path}", now):
            self.refused += 1
            return self._answer(429, b'{"error": "Too many requests"}')
        if path in PAGES:
            return self._answer(200, PAGES[path])
        if path.endswith("/statuses") and method == "GET":
            return self._answer(200, b"[]")
        number = f"{len(self.posts) + len(self.uploads) + 1}"
        if path == "/api/v1/statuses":
            self.posts.append(now)
        else:
            self.uploads[number] = now
        url = f"https://fake.example/{number}"
        return self._answer(
            200,
            f'{{"id": "{number}", "url": "{url}", "created_at": "{self.clock.now().isoformat()}"}}'.encode(),
        )

    def _admit(self, line: str, now: float) -> bool:
        windows = [(name, *WINDOWS[name]) for name in {line, ""} if name in WINDOWS]
        if any(self._used[name, int(now // seconds)] >= limit for name, limit, seconds in windows):
            return False
        for name, _, seconds in windows:
            self._used[name, int(now // seconds)] += 1
        return True

    def _answer(self, code: int, body: bytes) -> httpx.Response:
        headers = {"Content-Type": "application/json"}
        if shown := self.date(self.clock.now().astimezone(UTC)):
            headers["Date"] = format_datetime(shown, usegmt=True)
        return httpx.Response(code, content=body, headers=headers)


def earliest_end(media_counts: list[int], start: datetime) -> float:
    """When the last post can have gone at the earliest, by the windows alone.

    However the work is done: the first i files need so many upload windows, and the
    posts from the i-th on can only go after that, 300 a window. The latest of all
    these bounds is the bound.
    """
    begin, bound, uploads = start.timestamp(), start.timestamp(), 0
    for index, count in enumerate(media_counts):
        uploads += count
        ready = _window_start(begin, uploads, 30, HOUR // 2) if uploads else begin
        left = len(media_counts) - index
        bound = max(bound, _window_start(ready, left, 300, 3 * HOUR))
    return bound


def _window_start(begin: float, count: int, limit: int, seconds: int) -> float:
    """The first moment of the window in which the last of so many falls."""
    further = -(-count // limit) - 1
    return begin if further == 0 else begin - begin % seconds + further * seconds


def no_bytes(_media: object) -> BytesIO:
    """A file of no size."""
    return BytesIO()
