"""The server's limits are kept, and used to the full: replays of days, by a clock that is moved.

`make test` takes 2,000 tweets, `make simulate` 20,000 (MIGRATE_SIMULATE=all).
"""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from migrate.ledger import Ledger
from migrate.mastodon import connect
from migrate.model import Kind, Media, MediaKind, Step, StepKey, Toot
from migrate.posts.replay import remaining_time, replay
from tests.fakes.clock import CLOCKS, DATES, HOUR, FakeClock
from tests.posts.replay.counting import CountingServer, earliest_end, no_bytes
from tests.posts.replay.scene import FIRST

TWEETS = 20_000 if os.environ.get("MIGRATE_SIMULATE") == "all" else 2_000
PICTURE = [MediaKind.PHOTO]

Archive = Callable[[random.Random], list[MediaKind]]
ARCHIVES: dict[str, Archive] = {
    "text only": lambda _: [],
    "30 % with pictures": lambda dice: PICTURE if dice.random() < 0.3 else [],
    "four pictures each": lambda _: PICTURE * 4,
    "one in ten a video": lambda dice: (
        [MediaKind.VIDEO] if dice.random() < 0.1 else PICTURE * dice.choice([0, 0, 1])
    ),
}


@pytest.mark.parametrize("name", ARCHIVES)
def test_a_run_ends_when_the_limits_let_it_end(name: str, tmp_path: Path) -> None:
    """Within 1 % of the bound that the windows set, foretold within 2 %, and never refused."""
    steps = make_steps(ARCHIVES[name])
    clock = FakeClock()
    start = clock.now()
    counting = CountingServer(clock)
    foretold = run(steps, counting, tmp_path)

    needed = clock.now().timestamp() - start.timestamp()
    bound = earliest_end([len(step.toot.media) for step in steps], start) - start.timestamp()
    print(
        f"\n{name}: bound {bound / 3600:.2f} h, took {needed / 3600:.2f} h, foretold {foretold / 3600:.2f} h,"
    )
    print(f"  in order without uploading ahead {in_order(steps) / 3600:.2f} h")
    assert len(counting.posts) == TWEETS
    assert counting.refused == 0
    assert bound <= needed <= bound * 1.01
    assert abs(foretold - needed) <= needed * 0.02


def test_the_bound_is_not_a_rubber_band() -> None:
    """301 posts need a second window, 31 files a second half hour, whatever the rest is."""
    start = FakeClock().now()
    midnight = start.timestamp() - start.timestamp() % 10800

    assert earliest_end([0] * 300, start) == start.timestamp()
    assert earliest_end([0] * 301, start) == midnight + 10800
    assert earliest_end([31], start) == start.timestamp() - start.timestamp() % 1800 + 1800


def test_a_restart_does_not_forget_what_was_spent(tmp_path: Path) -> None:
    """Three runs in one window keep the limit of one."""
    steps = make_steps(ARCHIVES["text only"])[:400]
    counting = CountingServer(FakeClock())
    for _ in range(3):
        run(steps, counting, tmp_path, limit=140)

    assert len(counting.posts) == 400
    assert counting.refused == 0


@pytest.mark.parametrize("clock", CLOCKS)
@pytest.mark.parametrize("name", ["text only", "30 % with pictures"])
def test_no_clock_of_the_computer_makes_a_run_longer(name: str, clock: str, tmp_path: Path) -> None:
    """It ends when the limits let it end, and is never refused, whatever is shown here meanwhile."""
    steps = make_steps(ARCHIVES[name])[:320]
    counting = CountingServer(FakeClock())
    start, own = counting.clock.now(), CLOCKS[clock](counting.clock)
    run(steps, counting, tmp_path, clock=own)

    bound = earliest_end([len(step.toot.media) for step in steps], start)
    # that one is awake for less than a quarter of the time
    longest = 4 * (bound - start.timestamp()) if clock == "of a laptop" else bound - start.timestamp() + 60
    assert len(counting.posts) == 320
    assert counting.refused == 0
    assert bound <= counting.posts[-1] <= start.timestamp() + longest


@pytest.mark.parametrize("date", DATES)
def test_no_proxys_date_makes_a_run_fail(date: str, tmp_path: Path) -> None:
    """The limits go by another clock than the `Date`: it may be refused a few times, and all goes out."""
    steps = make_steps(ARCHIVES["30 % with pictures"])[:320]
    counting = CountingServer(FakeClock())
    counting.date = DATES[date]
    start = counting.clock.now()
    run(steps, counting, tmp_path)

    bound = earliest_end([len(step.toot.media) for step in steps], start)
    assert len(counting.posts) == 320
    assert bound <= counting.posts[-1] <= bound + HOUR


def run(
    steps: list[Step],
    counting: CountingServer,
    home: Path,
    limit: int | None = None,
    clock: FakeClock | None = None,
) -> float:
    """A replay; what was foretold at its start."""
    clock = clock or counting.clock
    with Ledger(home / "ledger.sqlite") as ledger:
        ledger.claim("1", "someone")
        server = connect(
            "https://fake.example",
            counting,  # type: ignore[arg-type]
            now=clock.now,
            elapsed=clock.elapsed,
        )
        server.keep_budgets_in(ledger)
        foretold = remaining_time(steps, server, ledger)
        for _ in replay(
            steps, server, ledger, account_id="1", open_media=no_bytes, sleep=clock.sleep, limit=limit
        ):
            pass
    return foretold


def in_order(steps: list[Step]) -> float:
    """What it takes to upload each tweet's files only when its turn has come, for comparison."""
    start = now = FakeClock().now().timestamp()
    used: dict[tuple[int, int], int] = {}
    for step in steps:
        for limit, seconds in [(30, 1800)] * len(step.toot.media) + [(300, 10800)]:
            while used.get((seconds, int(now // seconds)), 0) >= limit:
                now = (now // seconds + 1) * seconds
            used[seconds, int(now // seconds)] = used.get((seconds, int(now // seconds)), 0) + 1
    return now - start


def make_steps(archive: Archive) -> list[Step]:
    """Tweets with media as that archive has them."""
    dice = random.Random(5)
    return [_step(number, archive(dice)) for number in range(1, TWEETS + 1)]


def _step(number: int, kinds: list[MediaKind]) -> Step:
    media = tuple(
        Media(id=f"{number}-{i}", kind=kind, short="", file="a.png") for i, kind in enumerate(kinds)
    )
    return Step(StepKey(number), Toot(text=f"Tweet {number}", media=media), FIRST, Kind.TWEET)
