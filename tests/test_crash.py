"""The first promise: killed anywhere, run again, each tweet is on the server once.

One fault at a time, at each request of a run and at each write of the ledger, on
every dialect; then the program is run again until it ends by itself. `make test`
takes every fault and dialect at some of the places, `make crash` all of them
(MIGRATE_CRASH=all).
"""

import os
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from zlib import crc32

import pytest

from migrate.errors import MigrateError
from migrate.ledger import Ledger
from migrate.model import Visibility
from tests.fakes.dialects import DIALECTS
from tests.fakes.mastodon import FakeMastodon, Killed
from tests.posts.replay.scene import Scene, make_steps

ALL = os.environ.get("MIGRATE_CRASH") == "all"
SAMPLE = 5
"""`make test` takes one place in so many."""

PLACES = 22
"""Requests of a run on the dialect that needs the most, and some more."""

WRITES = 38
HTML = "<html><body>Bad gateway</body></html>"

Fault = Callable[[FakeMastodon, int], None]
FAULTS: dict[str, Fault] = {
    "killed before": lambda fake, n: fake.faults.die_before(n),
    "killed after": lambda fake, n: fake.faults.die_after(n),
    "no connection": lambda fake, n: fake.faults.refuse(n, times=3),
    "answer lost": lambda fake, n: fake.faults.lose_answer(n),
    "request lost": lambda fake, n: fake.faults.lose_request(n),
    "reset before": lambda fake, n: fake.faults.reset_before(n),
    "reset after": lambda fake, n: fake.faults.reset_after(n),
    "half a body": lambda fake, n: fake.faults.half_body(n),
    "cut body": lambda fake, n: fake.faults.cut_body(n),
    "500 instead": lambda fake, n: fake.faults.answer(n, 500, {"error": "oops"}),
    "502 as HTML instead": lambda fake, n: fake.faults.answer(n, 502, HTML),
    "502 as HTML, acted": lambda fake, n: fake.faults.act_then_answer(n, 502, HTML),
    "503 instead": lambda fake, n: fake.faults.answer(n, 503, {"error": "busy"}),
    "429 instead": lambda fake, n: fake.faults.answer(n, 429, {"error": "slow"}),
    "slower than its proxy": lambda fake, n: fake.faults.slow(n, 135),
}
KEYED = [name for name, dialect in DIALECTS.items() if name.startswith("mastodon")]
"""Where a key keeps a doubled request from posting twice. Elsewhere no client can."""


def places(*names: str) -> list[int]:
    """Where the fault strikes: everywhere, or at some places that differ from case to case."""
    first = crc32("".join(names).encode()) % SAMPLE
    return [n for n in range(1, PLACES + 1) if ALL or n % SAMPLE == first]


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("fault", FAULTS)
def test_each_tweet_once_whatever_happens(dialect: str, fault: str, tmp_path: Path) -> None:
    """One fault at a request; then the program is run until it is done."""
    for place in places(dialect, fault):
        scene = Scene(FakeMastodon(dialect), tmp_path / str(place), make_steps())
        FAULTS[fault](scene.fake, place)
        run_until_done(scene)

        scene.check_whole()


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("fault", ["killed after", "answer lost", "request lost"])
@pytest.mark.parametrize("visibility", [Visibility.PRIVATE, Visibility.DIRECT])
def test_what_few_can_see_is_there_once(
    visibility: Visibility, fault: str, dialect: str, tmp_path: Path
) -> None:
    """Some servers leave it out where one's own toots are listed."""
    for place in places(visibility, dialect, fault):
        scene = Scene(FakeMastodon(dialect), tmp_path / str(place), make_steps(visibility=visibility))
        FAULTS[fault](scene.fake, place)
        run_until_done(scene)

        scene.check_whole()


@pytest.mark.parametrize("dialect", KEYED)
def test_a_request_that_arrives_twice_posts_once(dialect: str, tmp_path: Path) -> None:
    """A proxy repeats a request by itself: the key holds."""
    for place in places(dialect):
        scene = Scene(FakeMastodon(dialect), tmp_path / str(place), make_steps())
        scene.fake.faults.duplicate(place)
        run_until_done(scene)

        scene.check_whole()


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("dialect", DIALECTS)
def test_killed_at_a_write_of_the_ledger(dialect: str, after: bool, tmp_path: Path) -> None:
    """The process dies just before or just after something is written down."""
    for place in range(1, WRITES + 1, 1 if ALL else 6):
        scene = Scene(FakeMastodon(dialect), tmp_path / str(place), make_steps())
        scene.open_ledger = dying_ledger(place, after=after)
        with suppress(Killed):
            scene.run()
        scene.open_ledger = Ledger
        scene.fake.clock.advance(60)
        run_until_done(scene)

        scene.check_whole()


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("second", FAULTS if ALL else ["killed after", "answer lost"])
@pytest.mark.parametrize("first", ["killed after", "answer lost", "502 as HTML, acted"])
def test_a_second_fault_while_the_first_is_mended(
    first: str, second: str, dialect: str, tmp_path: Path
) -> None:
    """What is done about a fault is struck by another one."""
    for place in range(8, 16, 3) if ALL else (9,):
        for later in (1, 2, 4) if ALL else (2,):
            scene = Scene(FakeMastodon(dialect), tmp_path / f"{place}-{later}", make_steps())
            FAULTS[first](scene.fake, place)
            FAULTS[second](scene.fake, place + later)
            run_until_done(scene)

            scene.check_whole()


def run_until_done(scene: Scene) -> None:
    """A person starts the program again, a minute later, until it ends by itself."""
    for _ in range(5):
        with suppress(Killed, MigrateError):
            scene.run()
            return
        scene.fake.clock.advance(60)
    raise AssertionError("five runs were not enough")


def dying_ledger(place: int, *, after: bool) -> Callable[[Path], Ledger]:
    """A ledger whose process dies at its n-th write."""
    writes = count(1)

    class DyingLedger(Ledger):
        def _write(self, *statements: object, **how: object) -> int:
            dies = next(writes) == place
            if dies and not after:
                raise Killed
            changed = super()._write(*statements, **how)  # type: ignore[arg-type]
            if dies:
                raise Killed
            return changed

    return DyingLedger
