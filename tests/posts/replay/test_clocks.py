"""Each tweet once, whatever a clock shows: the server's own order of posts tells, and no time of ours."""

import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from msgspec.structs import replace

from migrate.ledger import Ledger
from migrate.mastodon import Budget, Quota, connect, open_http
from migrate.mastodon.budgets import Budgets
from migrate.mastodon.pace import one_every
from migrate.posts.replay import replay as carry_out
from migrate.posts.replay.recovery import key_holds
from tests.fakes.clock import DATES, DAY, OwnClock, SystemClock
from tests.fakes.mastodon import FakeMastodon, Killed
from tests.posts.replay.counting import no_bytes
from tests.posts.replay.scene import Scene, make_steps

POST = "POST /api/v1/statuses"
DIALECTS = [
    "mastodon-3.5",
    "mastodon-4.5",
    "mastodon-4.6",
    "gotosocial-0.20",
    "pleroma-2.7",
    "snac-2.75",
    "snac-2.94",
    "friendica-2024",
]
JUMPS = [-DAY, -600, 600, DAY]


@pytest.mark.parametrize("place", [1, 3])
@pytest.mark.parametrize("seconds", JUMPS)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_clock_jumps_before_an_answer_is_lost(
    dialect: str, seconds: float, place: int, tmp_path: Path
) -> None:
    """A computer wakes up, or is put right, between an answer and the next post."""
    fake = FakeMastodon(dialect)
    own = OwnClock(fake.clock)
    scene = Scene(fake, tmp_path, make_steps(), clock=own)
    fake.faults.lose_answer(place, POST)
    _before(scene, place, lambda: own.set(seconds))
    scene.run()

    scene.check_whole()


@pytest.mark.parametrize("seconds", JUMPS)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_clock_jumps_between_two_runs(dialect: str, seconds: float, tmp_path: Path) -> None:
    """The first was killed at a post that the server has."""
    fake = FakeMastodon(dialect)
    own = OwnClock(fake.clock)
    scene = Scene(fake, tmp_path, make_steps(), clock=own)
    fake.faults.die_after(3, POST)
    with pytest.raises(Killed):
        scene.run()
    own.set(seconds)
    scene.run()

    scene.check_whole()


@pytest.mark.parametrize("place", [1, 3])
@pytest.mark.parametrize("date", DATES)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_proxys_date_is_not_that_of_the_posts(dialect: str, date: str, place: int, tmp_path: Path) -> None:
    """The server dates its posts by another clock."""
    fake = FakeMastodon(dialect)
    fake.date = DATES[date]
    scene = Scene(fake, tmp_path, make_steps())
    fake.faults.lose_answer(place, POST)
    scene.run()

    scene.check_whole()


@pytest.mark.parametrize("date", DATES)
@pytest.mark.parametrize("dialect", ["mastodon-4.5", "gotosocial-0.20", "snac-2.94"])
def test_a_proxys_date_changes_between_two_runs(dialect: str, date: str, tmp_path: Path) -> None:
    """What the first run wrote down lies a day ahead, or back; the second waits no day for it."""
    fake = FakeMastodon(dialect)
    fake.date = DATES[date]
    scene = Scene(fake, tmp_path, make_steps())
    fake.faults.die_before(3, POST)
    with pytest.raises(Killed):
        scene.run()
    fake.date, start = DATES["right"], fake.clock.now()
    scene.run()

    scene.check_whole()
    assert fake.clock.now() - start < timedelta(hours=1)


def test_a_post_of_the_users_own_does_not_end_the_search(tmp_path: Path) -> None:
    """It is newer than the one that is looked for, and the ledger does not know it."""
    fake = FakeMastodon("snac-2.94")
    scene = Scene(fake, tmp_path, make_steps())
    fake.faults.die_after(3, POST)
    with pytest.raises(Killed):
        scene.run()
    fake.clock.advance(30 * DAY)
    fake.post_as("me", "by hand")
    scene.run()

    assert len(scene.mine()) == 7


def test_what_is_behind_a_known_post_is_not_read(tmp_path: Path) -> None:
    """A lost answer costs one page, however much the account holds."""
    fake = FakeMastodon("mastodon-4.5")
    for number in range(200):
        fake.post_as("me", f"by hand {number}")
        fake.clock.advance(1)
    scene = Scene(fake, tmp_path, make_steps())
    scene.run(limit=2)
    before = len(fake.requests)
    fake.faults.lose_answer(1, POST)
    scene.run()

    pages = [path for method, path in fake.requests[before:] if method == "GET" and path.endswith("statuses")]
    assert len(pages) <= 4


def test_only_what_was_made_here_and_before_ends_the_search(tmp_path: Path) -> None:
    """Not what was sent later, nor what was found on the account: nobody knows when that was sent."""
    fake = FakeMastodon("mastodon-4.5")
    scene = Scene(fake, tmp_path, make_steps(2))
    scene.run()
    with Ledger(scene.ledger_path) as ledger:
        first, second = (ledger.find(step.key) for step in scene.steps)
        assert first
        assert second
        assert first.remote_id
        before = ledger.shown.made_before(first.remote_id, first.last_sent - 1)
        after = ledger.shown.made_before(first.remote_id, second.first_sent)
        ledger.shown.take_in(first.key)
        found = ledger.shown.made_before(first.remote_id, second.first_sent)

    assert (before, after, found) == (False, True, False)


@pytest.mark.parametrize(("age", "holds"), [(60, True), (7200, False), (-1, True), (-7200, False)])
def test_a_key_of_the_future_is_not_believed(age: int, holds: bool, tmp_path: Path) -> None:
    """A clock that was wrong wrote its age down: the server may have forgotten it."""
    fake = FakeMastodon("mastodon-4.5")
    scene = Scene(fake, tmp_path, make_steps(1))
    scene.run()
    with open_http(httpx.MockTransport(fake)) as http, Ledger(scene.ledger_path) as ledger:
        server = connect(fake.address, http, token=fake.token, now=fake.clock.now)
        record = ledger.find(scene.steps[0].key)
        assert record
        assert key_holds(server, replace(record, first_sent=server.now() - age)) is holds


@pytest.mark.parametrize("pause", [0.05, 0.2])
def test_a_pace_is_kept_by_the_real_clock(pause: float, tmp_path: Path) -> None:
    """The server's `Date` has whole seconds; each post comes after the time that those before it take."""
    fake = FakeMastodon("mastodon-4.5", clock=SystemClock())
    times = _run_really(fake, tmp_path, one_every(pause, Quota.USER_LIMIT))

    assert len(times) == 6
    assert all(at >= number * pause for number, at in enumerate(times))


@pytest.mark.parametrize(("limit", "seconds"), [(2, 0.3), (3, 0.2)])
def test_a_servers_windows_are_kept_by_the_real_clock(limit: int, seconds: float, tmp_path: Path) -> None:
    """Whatever its kind: no more go out in the first windows than there is room for."""
    fake = FakeMastodon("pleroma-2.7", clock=SystemClock())
    times = _run_really(fake, tmp_path, Budget(Quota.POSTS, limit, seconds, aligned=False))

    assert len(times) == 6
    assert all(at >= number // limit * seconds for number, at in enumerate(times))


def _run_really(fake: FakeMastodon, home: Path, budget: Budget) -> list[float]:
    """A run on the machine's own clock, with this one limit; when each post came, since its beginning."""
    times: list[float] = []
    start = time.monotonic()

    def answer(request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            times.append(time.monotonic() - start)
        return fake(request)

    steps = [step for step in make_steps(8) if not step.toot.media]
    with open_http(httpx.MockTransport(answer)) as http, Ledger(home / "ledger.sqlite") as ledger:
        ledger.claim("1", "someone")
        server = connect(fake.address, http, token=fake.token)
        server.budgets = Budgets([budget])
        server.keep_budgets_in(ledger)
        own = fake.world.accounts["me"].id
        assert [*carry_out(steps, server, ledger, account_id=own, open_media=no_bytes)]
    return times


def _before(scene: Scene, place: int, happens: Callable[[], None]) -> None:
    """Something happens on this computer after the request before the post in this place."""
    act, count = scene.fake.act, 0

    def act_then(request: httpx.Request, **how: Any) -> httpx.Response:
        nonlocal count
        answer = act(request, **how)
        count += request.method == "POST" and request.url.path == "/api/v1/statuses"
        if count == place - 1:
            happens()
        return answer

    scene.fake.act = act_then  # type: ignore[method-assign]
