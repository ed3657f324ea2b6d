"""A fake, asked the catalogue over its port, and its answers held against what was recorded."""

import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import zip_longest
from typing import Any
from urllib.parse import urlencode

import httpx

from tests.fakes.clock import FakeClock
from tests.fakes.mastodon import FakeMastodon
from tests.fakes.on_purpose import WITHOUT_LIMITS
from tests.fakes.serve import serve
from tests.recordings.asking import Asker, Exchange, Watch
from tests.recordings.catalogue.groups import ROLES, Group
from tests.recordings.kept import Recording
from tests.recordings.plain import Case, Plainer
from tests.recordings.record import try_question

HOST = "fake.example"
_NAME = re.compile(r"<[^<>/=]+>")
_FIXED = {f"<{name}>" for name in (*ROLES, "server", "host", "time", "file", "code", "cursor", "number", "p")}


class Owner:
    """What only the fake's own test can do."""

    def __init__(self, fake: FakeMastodon, names: Mapping[str, str], port: str) -> None:
        self._fake, self._names, self._port = fake, names, port

    def token(self, role: str) -> str:
        """One more token for an account."""
        return self._fake.add_token(self._names[role])

    def impose(self, role: str, standing: str) -> None:
        """What a moderator does to an account."""
        self._fake.world.home_takes = 60
        if standing and standing not in {"silenced", "sensitized"}:
            self._fake.clock.advance(60)  # until the home timeline is built
        self._fake.impose(self._names[role], standing, moved_to=self._names["other"])

    def consent(self, query: Mapping[str, str], *, yes: bool) -> httpx.Response:
        """A browser that is signed in."""
        self._fake.oauth.says_yes = yes
        self._fake.oauth.signed_in = self._names["login"]
        return httpx.get(f"{self._port}/oauth/authorize?{urlencode(query)}", follow_redirects=False)

    def pause(self, *, paused: bool) -> None:
        """Nobody works on files."""
        self._fake.world.paused = paused

    def fill_lists(self, role: str, count: int) -> None:
        """So many lists."""
        self._fake.fill_lists(count)

    def front(self, kind: str) -> str:
        """In front of the next request."""
        self._fake.faults.front(kind)
        return self._port


class _Ticking(FakeMastodon):
    """A moment passes before each request, so that ids that are made of a date sort as they were made."""

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.clock.advance(0.001)
        return super().__call__(request)


def ask_fake(dialect: str, group: Group) -> tuple[list[Case], list[str]]:
    """What a fresh fake answers to a group; and where the world afterwards is not what its answer says."""
    fake = _Ticking(dialect, clock=FakeClock(), rate_limits=dialect not in WITHOUT_LIMITS)
    fake.world.dead_hosts.add("far.example")
    fake.world.rules.clear()
    roles = (*ROLES, "french") if group.asks_french else ROLES
    names = {role: "me" if role in group.heroes else "watcher" if role == "me" else role for role in roles}
    with serve(fake) as port:
        fake.address = f"https://{HOST}"
        tokens = {role: _account(fake, name) for role, name in names.items()}
        watch = WorldWatch(fake)
        owner = Owner(fake, names, port)
        with Asker(port, names, tokens, HOST, owner, wait=fake.clock.sleep, watch=watch) as ask:
            ask.now = fake.clock.now()
            for question in group.questions + group.owned:
                ask.patient = True
                try_question(question, ask, group)
    roles = {name: role for role, name in names.items()} | {"me": group.heroes[-1]}
    plain = Plainer(ask.exchanges, roles, HOST)
    plain.know({fake.world.accounts[name].id: role for name, role in roles.items()})
    return [plain(exchange, group.name) for exchange in ask.exchanges], watch.wrong


def group_of(recording: Recording, group: str) -> set[str]:
    """The names of a group's cases that were recorded."""
    return {name for name in recording.names if name.partition(":")[0] == group}


class Comparison:
    """Holds the answers of one group against a recording.

    Where only some cases of a group were recorded, an id may have another name there: one for one.
    """

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._start: dict[int, int] = {}
        self._names: dict[str, str] = {}

    def __call__(self, actual: Case) -> list[str] | None:
        """Where an answer differs; None where the question was not recorded."""
        expected = self._recording.case(actual["name"])
        if expected is None:
            return None
        if actual["name"] in self._recording.cases and self._recording.like:
            expected = self._renamed(expected, actual)
        return list(self._differences(expected, actual))

    def _differences(self, expected: Case, actual: Case) -> Iterator[str]:
        if expected["status"] != actual["status"]:
            yield f"status {expected['status']} is {actual['status']}"
        headers = self._spent(expected["headers"], actual["headers"])
        yield from _compared("headers", headers, actual["headers"])
        if "body" in expected:
            yield from _compared("body", expected["body"], actual.get("body"))

    def _spent(self, expected: dict[str, Any], actual: dict[str, Any]) -> dict[str, Any]:
        """What should be left: as recorded, or by as much less as was spent before the first question."""
        if "left" not in expected or "left" not in actual or expected["left"] == actual["left"]:
            return expected
        offset = self._start.setdefault(expected["limit"], actual["left"] - expected["left"])
        return expected | {"left": expected["left"] + offset}

    def _renamed(self, expected: Any, actual: Any) -> Any:
        if isinstance(expected, dict) and isinstance(actual, dict):
            return {name: self._renamed(one, actual.get(name)) for name, one in expected.items()}
        if isinstance(expected, list) and isinstance(actual, list):
            return [self._renamed(one, other) for one, other in zip_longest(expected, actual)][
                : len(expected)
            ]
        if not isinstance(expected, str) or not isinstance(actual, str):
            return expected
        for name, other in zip(_NAME.findall(expected), _NAME.findall(actual), strict=False):
            if name not in _FIXED and other not in self._names.values():
                self._names.setdefault(name, other)
        return _NAME.sub(lambda name: self._names.get(name.group(), name.group()), expected)


def _account(fake: FakeMastodon, name: str) -> str:
    if name == "me":
        fake.world.accounts[name].locked = fake.dialect.locks_new_accounts
        return fake.token
    if name not in fake.world.accounts:
        language = "fr" if name == "french" else None
        fake.add_account(name, locked=fake.dialect.locks_new_accounts, language=language)
    return fake.add_token(name)


def _compared(where: str, expected: Any, actual: Any) -> Iterator[str]:
    if isinstance(expected, dict) and isinstance(actual, dict):
        for name in sorted(expected.keys() | actual.keys()):
            if name not in actual:
                yield f"{where}.{name} {expected[name]!r} is missing"
            elif name not in expected:
                yield f"{where}.{name} {actual[name]!r} is more"
            else:
                yield from _compared(f"{where}.{name}", expected[name], actual[name])
    elif isinstance(expected, list) and isinstance(actual, list) and len(expected) == len(actual):
        for place, (one, other) in enumerate(zip(expected, actual, strict=True)):
            yield from _compared(f"{where}[{place}]", one, other)
    elif expected != actual:
        yield f"{where} {expected!r} is {actual!r}"


class WorldWatch(Watch):
    """Sees to it that a no and a look change nothing, that the new is there and the deleted gone."""

    def __init__(self, fake: FakeMastodon) -> None:
        self._fake = fake
        self._seen: tuple[object, ...] | None = None
        self.wrong: list[str] = []

    def before(self) -> None:
        self._fake.world.sweep()
        self._seen = self._look()

    @contextmanager
    def together(self, count: int) -> Iterator[None]:
        self._fake.meeting = threading.Barrier(count, timeout=60)
        yield
        self._fake.meeting = None

    def after(self, exchange: Exchange) -> None:
        before, self._seen = self._seen, None
        changed = before is not None and self._look() != before  # several at once were not looked at before
        if changed and (exchange.status >= 400 or exchange.method in {"GET", "HEAD"}):
            self.wrong.append(f"{exchange.name}: {exchange.status} has changed the world")
        status_id = exchange.body.get("id") if isinstance(exchange.body, dict) else None
        is_there = status_id in {status.id for status in self._fake.statuses}
        if exchange.status == 200 and status_id and not self._is_as_said(exchange, is_there=is_there):
            self.wrong.append(f"{exchange.name}: {status_id} is {'' if is_there else 'not '}there")

    def _is_as_said(self, exchange: Exchange, *, is_there: bool) -> bool:
        if exchange.method == "POST" and exchange.path == "/api/v1/statuses":
            return is_there or "scheduled_at" in exchange.body
        return not (
            exchange.method == "DELETE" and exchange.path.startswith("/api/v1/statuses/") and is_there
        )

    def _look(self) -> tuple[object, ...]:
        world = self._fake.world
        return (
            [(one.id, one.text, one.edited_at, one.media_ids) for one in world.statuses.values()],
            [(one.id, one.attached_to, one.description) for one in world.media.values()],
            [(one.id, one.title, tuple(one.ids)) for one in world.lists.values()],
            [
                (one.id, one.followed, one.requested, one.blocked, one.muted)
                for one in world.accounts.values()
            ],
            [one["id"] for one in world.scheduled],
            sorted(token for token, one in self._fake.oauth.tokens.items() if one.revoked),
        )
