"""A mention goes out only where it was asked for: everywhere else the server itself is told to refuse it."""

from pathlib import Path

from migrate.model import Kind, Step, StepKey, Toot
from migrate.posts.replay import Refused
from tests.fakes.mastodon import FakeMastodon
from tests.posts.replay.scene import FIRST, Scene

HELLO = "Hello @ann@social.example"


def test_only_a_toot_that_pings_may_mention_somebody(tmp_path: Path) -> None:
    """Mastodon is sent an empty `allowed_mentions` with every other toot, and refuses it."""
    fake = FakeMastodon("mastodon-4.5")
    fake.add_account("ann@social.example")
    asked_for, by_mistake = Toot(HELLO, pings=True), Toot(HELLO)
    steps = [Step(StepKey(i), toot, FIRST, Kind.TWEET) for i, toot in enumerate((asked_for, by_mistake), 1)]
    scene = Scene(fake, tmp_path, steps)
    events = scene.run()

    assert [status.mentions for status in scene.mine()] == [("ann@social.example",)]
    assert [event.key.tweet_id for event in events if isinstance(event, Refused)] == [2]
