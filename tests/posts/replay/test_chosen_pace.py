"""A pace of one's own: posts are spread evenly, over restarts too, and nothing is uploaded too early."""

from datetime import timedelta
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import httpx
import pytest

from migrate.ledger import Ledger
from migrate.mastodon import Budget, Quota, connect, open_http
from migrate.mastodon.pace import one_every
from migrate.model import Step
from migrate.posts.replay import remaining_time, replay
from tests.fakes.client import JPEG
from tests.fakes.clock import CLOCKS, DATES, HOUR, FakeClock
from tests.fakes.mastodon import FakeMastodon
from tests.posts.replay.scene import make_steps

FIVE_A_DAY = one_every(86400 / 5, Quota.USER_LIMIT)


@pytest.mark.parametrize(
    ("clock", "date"),
    # without any Date nobody knows of a sleep, and nothing goes too early
    [(clock, date) for clock in CLOCKS for date in DATES if (clock, date) != ("of a laptop", "none")],
)
def test_posts_are_spread_evenly(clock: str, date: str, tmp_path: Path) -> None:
    """Five a day: one each 4 hours and 48 minutes, and the end is foretold."""
    fake = FakeMastodon("mastodon-4.5")
    fake.date = DATES[date]
    start = fake.clock.now().timestamp()
    foretold = run(fake, tmp_path, make_steps(), clock=CLOCKS[clock](fake.clock))
    times = [status.created_at for status in fake.statuses]
    slept = 2 * HOUR if clock == "of a laptop" else 0

    assert len(times) == 6
    for one, next_one in pairwise(times):
        assert timedelta(seconds=17279) <= next_one - one < timedelta(seconds=17400 + slept)
    assert foretold == 5 * 17280
    assert abs(times[-1].timestamp() - start - foretold) < 600 + 5 * slept


@pytest.mark.parametrize("clock", CLOCKS)
def test_a_restart_does_not_hurry(clock: str, tmp_path: Path) -> None:
    """What the first run has spent, the second knows, to the second."""
    fake = FakeMastodon("mastodon-4.5")
    own = CLOCKS[clock](fake.clock)
    run(fake, tmp_path, make_steps(), limit=2, clock=own)
    run(fake, tmp_path, make_steps(), clock=own)
    times = [status.created_at for status in fake.statuses]

    assert all(next_one - one >= timedelta(seconds=17279) for one, next_one in pairwise(times))


@pytest.mark.parametrize("ahead", [600, 86400, 7 * 86400])
def test_a_window_in_the_future_is_no_longer_than_another(ahead: int, tmp_path: Path) -> None:
    """The first run had its time from a proxy whose clock was wrong."""
    fake = FakeMastodon("mastodon-4.5")
    fake.date = lambda now: now + timedelta(seconds=ahead)
    run(fake, tmp_path, make_steps(), limit=1)
    fake.date = DATES["right"]
    run(fake, tmp_path, make_steps(), limit=1)
    first, second = [status.created_at for status in fake.statuses]

    assert timedelta(seconds=17279) <= second - first < timedelta(seconds=17400)


def test_without_it_the_next_run_is_as_fast_as_the_server_allows(tmp_path: Path) -> None:
    """A pace holds for the run that it was given to."""
    fake = FakeMastodon("mastodon-4.5")
    run(fake, tmp_path, make_steps(), limit=2)
    start = fake.clock.now()
    run(fake, tmp_path, make_steps(), pace=None)

    assert fake.clock.now() - start < timedelta(minutes=10)


def test_pictures_are_not_uploaded_days_before(tmp_path: Path) -> None:
    """Servers throw away files that belong to no toot after a day; at this pace that is five toots."""
    fake = FakeMastodon("mastodon-4.5")
    steps = make_steps(40)
    steps[2:] = [_with_media_of(steps[2], step) for step in steps[2:]]
    run(fake, tmp_path, steps)

    assert len(fake.statuses) == 40
    assert len(fake.media) == 38 * 2


def run(
    fake: FakeMastodon,
    home: Path,
    steps: list[Step],
    *,
    pace: Budget | None = FIVE_A_DAY,
    limit: int | None = None,
    clock: FakeClock | None = None,
) -> float:
    """A run at this pace; what was foretold at its start."""
    clock = clock or fake.clock
    with open_http(httpx.MockTransport(fake)) as http, Ledger(home / "ledger.sqlite") as ledger:
        ledger.claim("1", "someone")
        server = connect(fake.address, http, token=fake.token, now=clock.now, elapsed=clock.elapsed)
        server.keep_budgets_in(ledger)
        if pace:
            server.budgets.limit(pace)
        foretold = remaining_time(steps, server, ledger)
        events = replay(
            steps,
            server,
            ledger,
            account_id=fake.world.accounts["me"].id,
            open_media=lambda _: BytesIO(JPEG),
            sleep=clock.sleep,
            limit=limit,
        )
        assert list(events)
    return foretold


def _with_media_of(other: Step, step: Step) -> Step:
    from msgspec.structs import replace

    media = tuple(replace(one, id=f"{step.key.tweet_id}-{i}") for i, one in enumerate(other.toot.media))
    return replace(step, toot=replace(step.toot, media=media))
