"""The server's limits are kept, and used to the full."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from migrate.mastodon import Budget, Pace, Quota
from migrate.model import Action
from migrate.people.follow import foretell_follows
from tests.fakes.clock import CLOCKS, FakeClock
from tests.fakes.dialects import DIALECTS
from tests.fakes.mastodon import FakeMastodon
from tests.people.follow.scene import Scene, followed, make_people, requests

DAY_ONE = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("start", "people", "windows"),
    [(timedelta(hours=9, minutes=40), 1000, 3), (timedelta(hours=23, minutes=40), 500, 2)],
)
def test_many_follows_end_when_the_limits_let_them(
    start: timedelta, people: int, windows: int, tmp_path: Path
) -> None:
    """400 a day, windows that begin at midnight: 400 + 400 + 200, at most 1 % late, and none in vain."""
    fake = FakeMastodon("mastodon-4.5", clock=FakeClock(DAY_ONE + start), rate_limits=True)
    Scene(fake, tmp_path, make_people(fake, people)).run()

    last_window = DAY_ONE + timedelta(days=windows - 1)
    longest = (last_window - (DAY_ONE + start)) * 0.01 if windows > 2 else timedelta(minutes=5)
    assert len(followed(fake)) == people
    assert last_window <= fake.clock.now() <= last_window + longest
    assert requests(fake, "POST */follow") == people


def test_a_restart_keeps_the_books(tmp_path: Path) -> None:
    """A new process knows what the last one has used of the day; whoever was refused has cost nothing."""
    fake = FakeMastodon("mastodon-4.5", rate_limits=True)
    people = make_people(fake, 410)
    for person in people[:5]:
        fake.world.accounts[person.address].refuses = True
    scene = Scene(fake, tmp_path, people)
    scene.run(limit=305)
    scene.run(limit=100)
    assert len(followed(fake)) == 400
    assert fake.clock.now() < DAY_ONE + timedelta(days=1)

    scene.run()
    assert len(followed(fake)) == 405
    assert requests(fake, "POST */follow") == 415  # five who were refused are asked again
    assert fake.clock.now() >= DAY_ONE + timedelta(days=1)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_no_dialect_says_too_many(dialect: str, tmp_path: Path) -> None:
    """Each server's own limits, with people who want something special, so that lists don't help."""
    fake = FakeMastodon(dialect, rate_limits=True)
    scene = Scene(fake, tmp_path, make_people(fake, 60, met=False))
    for account in fake.world.accounts.values():
        account.accepts_after = 1
    scene.run()

    assert len(followed(fake)) == 60


@pytest.mark.parametrize("clock", CLOCKS)
@pytest.mark.parametrize("dialect", ["mastodon-4.5", "gotosocial-0.20", "pleroma-2.7", "snac-2.94"])
def test_no_clock_makes_a_run_hurry(dialect: str, clock: str, tmp_path: Path) -> None:
    """Everybody is followed, and nobody is asked for twice because it was too early."""
    fake = FakeMastodon(dialect, rate_limits=True)
    scene = Scene(fake, tmp_path, make_people(fake, 25), clock=CLOCKS[clock](fake.clock))
    scene.run()

    assert len(followed(fake)) == 25
    assert requests(fake, "POST */follow") <= 25


def test_the_time_is_foretold(tmp_path: Path) -> None:
    """A thousand people who are known end when the third day begins."""
    budgets = {Quota.FOLLOWS: Budget(Quota.FOLLOWS, 400, 86_400, counts_only_successes=True)}
    now = (DAY_ONE + timedelta(hours=9)).timestamp()

    assert (
        foretell_follows(Action.FOLLOW, 1000, 0, Pace(budgets), now)
        == (DAY_ONE + timedelta(days=2)).timestamp()
    )
    assert foretell_follows(Action.FOLLOW, 400, 0, Pace(budgets), now) == now


def test_whoever_was_followed_by_hand_during_a_wait_is_not_ours(tmp_path: Path) -> None:
    """The day's follows are spent; until midnight the person follows somebody by hand."""
    fake = FakeMastodon("mastodon-4.5", rate_limits=True)
    scene = Scene(fake, tmp_path, make_people(fake, 402))
    by_hand = fake.world.accounts["p401@far.example"]
    real_sleep = fake.clock.sleep

    def sleep(seconds: float) -> None:
        real_sleep(seconds)
        by_hand.followed |= len(followed(fake)) >= 400

    fake.clock.sleep = sleep  # type: ignore[method-assign]
    scene.run()

    assert (scene.states()["p400"], scene.states()["p401"]) == ("done", "already")
    assert by_hand.times_followed == 0
