"""The first promise: killed anywhere, run again, each tweet is on the server once."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from migrate.errors import MigrateError
from tests.fakes.mastodon import FakeMastodon, Killed
from tests.replay.scene import Scene, make_steps

DIALECTS = ["mastodon-3.5", "mastodon-4.2", "mastodon-4.5", "mastodon-4.6", "gotosocial-0.20", "pleroma-2.7"]
HTML = "<html><body>Bad gateway</body></html>"

Fault = Callable[[FakeMastodon, int], None]
FAULTS: dict[str, Fault] = {
    "killed before": lambda fake, n: fake.faults.die_before(n),
    "killed after": lambda fake, n: fake.faults.die_after(n),
    "answer lost": lambda fake, n: fake.faults.lose_answer(n),
    "request lost": lambda fake, n: fake.faults.lose_request(n),
    "reset before": lambda fake, n: fake.faults.reset_before(n),
    "reset after": lambda fake, n: fake.faults.reset_after(n),
    "half a body": lambda fake, n: fake.faults.half_body(n),
    "cut body": lambda fake, n: fake.faults.cut_body(n),
    "500 instead": lambda fake, n: fake.faults.answer(n, 500, {"error": "oops"}),
    "502 as HTML, acted": lambda fake, n: fake.faults.act_then_answer(n, 502, HTML),
    "503 instead": lambda fake, n: fake.faults.answer(n, 503, {"error": "busy"}),
    "429 instead": lambda fake, n: fake.faults.answer(n, 429, {"error": "slow"}),
    "slower than its proxy": lambda fake, n: fake.faults.slow(n, 135),
}
REQUESTS_OF_A_RUN = 16


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("fault", FAULTS)
def test_each_tweet_once_whatever_happens(dialect: str, fault: str, tmp_path: Path) -> None:
    """One fault at each request of a run; then the program is run until it is done."""
    for number in range(1, REQUESTS_OF_A_RUN + 1):
        scene = Scene(FakeMastodon(dialect), tmp_path / str(number), make_steps())
        FAULTS[fault](scene.fake, number)
        _run_until_done(scene)

        scene.check_whole()


def _run_until_done(scene: Scene) -> None:
    """A person starts the program again, a minute later, until it ends by itself."""
    for _ in range(5):
        with suppress(Killed, MigrateError):
            scene.run()
            return
        scene.fake.clock.advance(60)
    raise AssertionError("five runs were not enough")
