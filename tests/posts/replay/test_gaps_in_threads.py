"""A thread whose middle is refused stays a thread, and what hangs elsewhere is told."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from migrate.cli.importing.tally import Tally
from migrate.model import Step, StepKey, Visibility
from migrate.posts.replay import Detached, Differences, Event, Refused, Unquoted
from tests.fakes.mastodon import FakeMastodon
from tests.posts.replay.scene import Scene, make_steps

POST = "POST /api/v1/statuses"
AGAIN = Differences(again=True)


def thread(count: int = 5) -> list[Step]:
    """Each step answers the one before it, and none has pictures."""
    return [
        replace(
            step,
            toot=replace(step.toot, text=f"Number {number}", media=()),
            parent=StepKey(number - 1) if number > 1 else None,
        )
        for number, step in enumerate(make_steps(count, visibility=Visibility.PUBLIC), start=1)
    ]


def detached(events: list[Event]) -> list[tuple[int, bool]]:
    return [(event.key.tweet_id, event.below) for event in events if isinstance(event, Detached)]


@pytest.mark.parametrize("dialect", ["mastodon-4.5", "gotosocial-0.20", "snac-2.75"])
def test_a_refused_part_of_a_thread(dialect: str, tmp_path: Path) -> None:
    """The next part is below the part before, and that is told; also when the part is posted later."""
    scene = Scene(FakeMastodon(dialect), tmp_path, thread())
    scene.fake.faults.answer(3, 422, {"error": "no"}, POST)
    first = scene.run()
    assert [event.key.tweet_id for event in first if isinstance(event, Refused)] == [3]
    assert detached(first) == [(4, True)]
    assert scene.mine()[2].in_reply_to_id == scene.mine()[1].id
    assert detached(scene.run()) == []

    assert detached(scene.run(differences=AGAIN)) == [(4, True)]


def test_the_first_of_a_thread_is_refused(tmp_path: Path) -> None:
    """The second stands on its own."""
    scene = Scene(FakeMastodon(), tmp_path, thread())
    scene.fake.faults.answer(1, 422, {"error": "no"}, POST)

    assert detached(scene.run()) == [(2, False)]


def test_a_refused_post_is_not_quoted(tmp_path: Path) -> None:
    """Each that quotes it is told."""
    steps = [replace(step, parent=None) for step in thread()]
    steps[2:4] = [replace(step, toot=replace(step.toot, quote=1)) for step in steps[2:4]]
    scene = Scene(FakeMastodon(), tmp_path, steps)
    scene.fake.faults.answer(1, 422, {"error": "no"}, POST)

    assert [event.key.tweet_id for event in scene.run() if isinstance(event, Unquoted)] == [3, 4]


def test_each_is_named_once() -> None:
    """Told before it was sent and after, it is one line; the last word counts."""
    tally = Tally()
    tally.count(Detached(StepKey(4), below=True))
    tally.count(Detached(StepKey(4)))

    assert [event.below for event in tally.detached.values()] == [False]
