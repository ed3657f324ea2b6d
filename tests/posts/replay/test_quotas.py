"""Each of Mastodon's limits is counted as the server counts it, and waits for itself alone."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from migrate.ledger import Ledger
from migrate.mastodon import Pace, Quota, Waiting
from migrate.mastodon.families import read_dialect
from migrate.mastodon.wire import Instance
from migrate.model import Kind, Step, StepKey, Toot
from migrate.posts.replay import Posted, Refused, Uploaded, foretell
from migrate.posts.replay.moves import needs_of
from migrate.web.nodeinfo import Software
from tests.fakes.client import BareClient
from tests.fakes.mastodon import FakeMastodon
from tests.posts.replay.scene import FIRST, Scene, make_steps

POST = "POST /api/v1/statuses"
UPLOAD = "POST /api/v2/media"
MASTODONS = ["mastodon-4.2", "mastodon-4.5", "mastodon-4.6"]


@pytest.mark.parametrize("dialect", MASTODONS)
def test_boosts_go_when_no_posts_are_left(dialect: str, tmp_path: Path) -> None:
    """Recorded as limits_posts:posts.reblog, on 4.3.23 and 4.6.5 as well: a boost costs nothing."""
    posts = make_steps(6)
    scene = Scene(FakeMastodon(dialect, rate_limits=True), tmp_path, [*posts, *boosts_of(posts)])
    use_up(scene, 294)
    events = scene.run()

    assert not [event for event in events if isinstance(event, Waiting) and event.quota]
    assert sum(isinstance(event, Posted) for event in events) == 12
    assert spent(scene, Quota.POSTS)[1] == 300


@pytest.mark.parametrize(("posts", "hours"), [(300, 0), (301, 3)])
def test_boosts_take_no_time(posts: int, hours: int) -> None:
    """A window of 300 posts holds any number of boosts beside them."""
    dialect = read_dialect(Software("mastodon", "4.5.15"), Instance())
    steps = make_steps(posts)
    needs = [replace(needs_of(step, dialect), uploads=0) for step in [*boosts_of(steps[:100]), *steps]]
    pace = Pace({budget.quota: budget for budget in dialect.budgets if budget.quota is not Quota.REQUESTS})

    assert foretell(needs, pace, 0.0, dialect.keeps_media) == hours * 3600


@pytest.mark.parametrize("dialect", MASTODONS)
@pytest.mark.parametrize("rate_limits", [False, True])
def test_a_refused_post_costs_nothing(rate_limits: bool, dialect: str, tmp_path: Path) -> None:
    """Recorded as limits_books:2.too_long: with the server's headers, and where a proxy takes them away."""
    fake = FakeMastodon(dialect, rate_limits=rate_limits, characters=12)
    scene = Scene(fake, tmp_path, make_steps())
    events = scene.run()

    assert sum(isinstance(event, Refused) for event in events) == 4
    assert spent(scene, Quota.POSTS)[1] == len(scene.mine()) == 2


def test_the_servers_count_stands_after_a_refusal(tmp_path: Path) -> None:
    """It has the posts of another app in it, and not the refused one (limits_books:2.too_long)."""
    fake = FakeMastodon(rate_limits=True, characters=12)
    scene = Scene(fake, tmp_path, make_steps(1))
    use_up(scene, 290)
    scene.run()

    assert spent(scene, Quota.POSTS)[1] == 290


@pytest.mark.parametrize("dialect", MASTODONS)
def test_uploads_go_on_when_there_are_no_posts_left(dialect: str, tmp_path: Path) -> None:
    """Recorded as limits_posts:posts.301: another app was faster; the files of later posts go meanwhile."""
    scene = Scene(FakeMastodon(dialect), tmp_path, make_steps())
    until = refuse(scene, POST, limit=300, seconds=10800)
    events = scene.run()

    waits = [event for event in events if isinstance(event, Waiting) and event.quota]
    kinds = [type(event) for event in events]
    assert [wait.quota for wait in waits] == [Quota.POSTS]
    assert until < waits[0].until < until + 2
    assert kinds.index(Uploaded) < events.index(waits[0]) < kinds.index(Posted)
    assert spent(scene, Quota.REQUESTS)[2] == spent(scene, Quota.UPLOADS)[2] == 0
    scene.check_whole()


def test_posts_go_on_when_there_are_no_uploads_left(tmp_path: Path) -> None:
    """Recorded as limits:media.31."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps())
    until = refuse(scene, UPLOAD, limit=30, seconds=1800)
    events = scene.run()

    (wait,) = [event for event in events if isinstance(event, Waiting) and event.quota]
    assert wait.quota is Quota.UPLOADS
    assert until < wait.until < until + 2
    assert spent(scene, Quota.POSTS)[2] == spent(scene, Quota.REQUESTS)[2] == 0
    scene.check_whole()


def test_a_post_that_was_one_request_too_many_waits_for_requests(tmp_path: Path) -> None:
    """Recorded as limits:token.post: five minutes, and not three hours."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps())
    until = refuse(scene, POST, limit=300, seconds=300)
    events = scene.run()

    (wait,) = [event for event in events if isinstance(event, Waiting) and event.quota]
    assert wait.quota is Quota.REQUESTS
    assert until < wait.until < until + 2
    assert spent(scene, Quota.POSTS)[2] == 0
    scene.check_whole()


@pytest.mark.parametrize("dialect", MASTODONS)
def test_a_doubt_that_waits_for_the_budget_is_looked_at_again(dialect: str, tmp_path: Path) -> None:
    """The last post of the window is late, and by the next one the server has forgotten its key."""
    scene = Scene(FakeMastodon(dialect, rate_limits=True), tmp_path, make_steps(2))
    use_up(scene, 298)
    scene.fake.faults.slow(2, 131, POST)
    scene.run()

    assert [status.text for status in scene.mine()[298:]] == [step.toot.text for step in scene.steps]


def boosts_of(posts: list[Step]) -> list[Step]:
    """One boost of each."""
    return [
        Step(StepKey(100 + n), Toot("", boost=post.key.tweet_id), FIRST, Kind.RETWEET)
        for n, post in enumerate(posts)
    ]


def use_up(scene: Scene, count: int) -> None:
    """Have so many posts made by another app."""
    for _ in range(count):
        scene.fake.clock.advance(1.5)
        assert BareClient(scene.fake).say("by hand").status_code == 200


def refuse(scene: Scene, what: str, *, limit: int, seconds: int) -> float:
    """Have the first such request refused, with the headers of the full window; give its end."""
    now = scene.fake.clock.now().timestamp()
    reset = now - now % seconds + seconds
    headers = {
        "X-RateLimit-Limit": f"{limit}",
        "X-RateLimit-Remaining": "0",
        "X-RateLimit-Reset": datetime.fromtimestamp(reset, UTC).isoformat(),
    }
    scene.fake.faults.answer(1, 429, {"error": "Too many requests"}, what, headers=headers)
    return reset


def spent(scene: Scene, quota: Quota) -> tuple[float, int, float]:
    """What the ledger has down for it."""
    with Ledger(scene.ledger_path) as ledger:
        return ledger.spent()[quota.value]
