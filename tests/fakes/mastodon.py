"""One server of the fediverse, small and real: it keeps what it is sent and answers as its dialect does.

    fake = FakeMastodon("gotosocial-0.20")
    client = httpx.Client(transport=httpx.MockTransport(fake), base_url=fake.address)
    fake.faults.die_after(3, "POST /api/v1/statuses")

Its dialects are the table in `dialects.py`; what can happen to a request on its way
is in `faults.py`; `serve.py` puts it on a loopback port. Every refusal, limit and
oddity names the source file of the real server that it was read in.
"""

import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from email.utils import format_datetime

import httpx

from tests.fakes import finding, headers
from tests.fakes.calls import Call, UnreadableBodyError
from tests.fakes.clock import DATES, FakeClock, SystemClock
from tests.fakes.dialect import FakeDialect
from tests.fakes.dialects import DIALECTS
from tests.fakes.faults import Faults, Killed
from tests.fakes.gate import admit
from tests.fakes.keys import KeyMemory
from tests.fakes.limits import Exceeded, Meter, Window
from tests.fakes.oauth import OAuth, Token
from tests.fakes.routes import Route, find, make_routes
from tests.fakes.statuses import Statuses
from tests.fakes.things import FakeAccount, FakeList, FakeMedia, FakeStatus
from tests.fakes.wording import Refusal
from tests.fakes.world import World

__all__ = [
    "FakeAccount",
    "FakeClock",
    "FakeDialect",
    "FakeMastodon",
    "FakeMedia",
    "FakeStatus",
    "Killed",
    "SystemClock",
]


class FakeMastodon:
    """A server with the accounts me, bob and alice; `token` is mine."""

    def __init__(
        self,
        dialect: str = "mastodon-4.5",
        *,
        clock: FakeClock | None = None,
        rate_limits: bool = False,
        address: str = "https://fake.example",
        **changes: object,
    ) -> None:
        """`changes` replace fields of the dialect: `characters=20`, `image_bytes=1000`."""
        self.clock = clock or FakeClock()
        self.token = "token-of-me"
        self.faults = Faults()
        self.date = DATES["right"]
        """What the proxy before it takes for the time."""
        self.requests: list[tuple[str, str]] = []
        self.meeting: threading.Barrier | None = None  # of requests over a port that overlap; see `serve.py`
        self.world = World(_changed(dialect, changes), self.clock, address)
        for name in ("me", "bob", "alice"):
            self.world.add_account(name)
        self.oauth = OAuth(self.world, self.token)
        self._keys = KeyMemory(self.world)
        self._meter = Meter(self.dialect.limits if rate_limits else (), self.clock)
        self._statuses = Statuses(self.world, self._keys, self._meter)
        self._late: list[tuple[datetime, Callable[[], httpx.Response]]] = []
        self._routes = make_routes(self.world, self._statuses, self.oauth, self._meter)

    @property
    def dialect(self) -> FakeDialect:
        return self.world.dialect

    @property
    def address(self) -> str:
        return self.world.address

    @address.setter
    def address(self, address: str) -> None:
        self.world.address = address

    @property
    def statuses(self) -> list[FakeStatus]:
        """What is there now, in order of arrival."""
        self._catch_up()
        return list(self.world.statuses.values())

    @property
    def media(self) -> dict[str, FakeMedia]:
        self._catch_up()
        return self.world.media

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """The transport: what happens to this request, and what the client sees of it."""
        if request.url.host != httpx.URL(self.address).host:
            return finding.webfinger(self.world, request)
        path = sys.intern(request.url.path)
        self.requests.append((request.method, path))
        self._catch_up()
        happening = self.faults.next(f"{request.method} {path}")
        answer = happening(self, request) if happening else self.act(request)
        if shown := self.date(self.clock.now()):
            answer.headers.setdefault("Date", format_datetime(shown, usegmt=True))
        return answer

    def act(self, request: httpx.Request, *, key_was_checked: bool = False) -> httpx.Response:
        """The server itself, without anything that happens on the way."""
        try:
            call = Call(request, key_was_checked=key_was_checked)
        except UnreadableBodyError:
            return headers.bad_request()
        if not self._keys.keeps_answers or not call.key or call.method not in {"POST", "PUT", "PATCH"}:
            answer = self._answer(call)
            return (
                httpx.Response(answer.status_code, headers=answer.headers)
                if request.method == "HEAD"
                else answer
            )
        by = self._bearer(call)
        kept = None if key_was_checked else self._keys.answer(by, call.key, self.world.now())
        if kept is not None:
            replayed = {"Idempotent-Replayed": "true", "Content-Type": kept.headers.get("Content-Type", "")}
            return httpx.Response(kept.status_code, content=kept.content, headers=replayed)
        answer = self._answer(call)
        self._keys.keep_answer(by, call.key, answer, self.world.now())
        return answer

    def begin(self, request: httpx.Request) -> Callable[[], httpx.Response]:
        """Look its key up now, when it came; be done with it when what this returns is called."""
        call = Call(request)
        key = (self._bearer(call), call.key)
        is_held = self.dialect.locks_keys and self._keys.running[key] > 0
        is_checked = not is_held and not self._keys.remembers(*key, self.clock.now())
        self._keys.running[key] += 1

        def work() -> httpx.Response:
            answer = self.act(request, key_was_checked=is_checked)
            self._keys.running[key] -= 1
            return answer

        return work

    def act_later(self, request: httpx.Request, seconds: float) -> None:
        """Be done with it only then."""
        self._late.append((self.clock.now() + timedelta(seconds=seconds), self.begin(request)))

    def post_as(self, name: str, text: str) -> FakeStatus:
        """A post by someone else, or by me from another app."""
        now = self.clock.now()
        return self.world.add_status(FakeStatus(self.world.new_id(now), name, text, now))

    def add_account(self, username: str, **more: object) -> FakeAccount:
        """Someone whom this server knows, or could get to know (`met=False`); see `FakeAccount`."""
        return self.world.add_account(username, **more)

    def add_token(self, username: str) -> str:
        """One more token for somebody whom this server has."""
        token = f"token-of-{username}-{len(self.oauth.tokens)}"
        self.oauth.tokens[token] = Token(account=username)
        return token

    def drop_silently(self, text: str) -> None:
        """Answer 200 to posts with this text, and keep nothing (mastodon >= 4.4 app/lib/antispam.rb)."""
        self.world.dropped_texts.append(text)

    def upgrade(self, dialect: str, **changes: object) -> None:
        """The server comes back as another version of itself, and holds what it held."""
        self.world.dialect = _changed(dialect, changes)
        self._meter.limits = self.dialect.limits if self._meter.limits else ()

    def revoke(self) -> None:
        """The token no longer holds."""
        self.oauth.tokens[self.token].revoked = True

    def freeze(self) -> None:
        """A moderator disables the account."""
        self.impose("me", "frozen")

    def impose(self, username: str, standing: str, *, moved_to: str = "bob") -> None:
        """Let an account be frozen, suspended, silenced, pending …; "" for as before."""
        account = self.world.accounts[username]
        account.standing = standing
        account.moved_to = moved_to if standing == "moved" else None

    def fill_lists(self, count: int) -> None:
        """Leave me with so many lists."""
        self.world.lists = {str(n): FakeList(str(n), str(n)) for n in range(9001, 9001 + count)}

    def consent(self, address: str) -> str:
        """Someone opens the address in a browser and says yes: where it leads, or the code that it shows."""
        return self.oauth.consent(address)

    def _answer(self, call: Call) -> httpx.Response:
        self.world.sweep()
        route, found = find(self._routes, call, self.world)
        windows: list[Window] = []
        try:
            windows = self._meter.count(call.line, by=self._bearer(call), token=call.token)
            admit(self.world, self.oauth, call, route)
            answer = route.act(call, *found)
        except Refusal as refusal:
            if refusal.bare:
                return refusal.answer
            answer = headers.of_a_refusal(self.dialect, refusal.answer) if route.scope else refusal.answer
            route = replace(route, deed="") if refusal.early else route
        except Exceeded as exceeded:
            answer = headers.of_too_many(
                self.dialect, self.world.no("too many requests").answer, exceeded.window
            )
            windows = [exceeded.window]
        if answer.headers.get("Content-Type", "").startswith("application/json; charset=utf-8"):
            answer.headers["Content-Type"] = self.dialect.json_type
        if self.dialect.limit_headers and windows:
            answer.headers.update(self._limit_headers(call, route, windows))
        if self.dialect.software == "snac":
            answer.headers["X-Creator"] = f"snac/{self.dialect.version}"  # httpd.c
        return answer

    def _limit_headers(self, call: Call, route: Route, windows: list[Window]) -> dict[str, str]:
        """Of the fullest window; of the deed's where that is no emptier (mastodon rate_limit_headers.rb)."""
        shown = min(windows, key=lambda window: window.left)
        deed = self._meter.deed(route.deed, call.by)
        if deed is not None and deed.left <= shown.left and not shown.exceeded:
            shown = deed
        return self._meter.headers(shown)

    def _bearer(self, call: Call) -> str:
        """Whose token a call bears; "" for none, a bad one, or an app's own."""
        token = self.oauth.tokens.get(call.token)
        return "" if token is None or token.revoked else token.account

    def _catch_up(self) -> None:
        """Carry out what is due by now, each at its own time."""
        now = self.clock.now()
        for late in sorted((one for one in self._late if one[0] <= now), key=lambda one: one[0]):
            self._late.remove(late)
            self.world.at, work = late
            work()
            self.world.at = None


def _changed(dialect: str, changes: dict[str, object]) -> FakeDialect:
    return replace(DIALECTS[dialect], **changes)  # type: ignore[arg-type]
