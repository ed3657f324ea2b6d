"""The replay against a server that remembers: what is posted, what is not, what is told."""

from pathlib import Path

import pytest

from migrate.errors import LoginError
from migrate.mastodon import Waiting
from migrate.model import Kind, Step, StepKey, Toot
from migrate.posts.replay import Begun, MediaRefused, Posted, Refused, up_to
from tests.fakes.clock import CLOCKS
from tests.fakes.mastodon import FakeMastodon
from tests.posts.replay.scene import FIRST, Scene, make_steps, refuse_files

DIALECTS = ["mastodon-3.5", "mastodon-4.2", "mastodon-4.5", "mastodon-4.6", "gotosocial-0.20", "pleroma-2.7"]


@pytest.fixture(params=CLOCKS)
def clock(request: pytest.FixtureRequest) -> str:
    """What the computer's clocks do."""
    return str(request.param)


@pytest.fixture(params=DIALECTS)
def scene(request: pytest.FixtureRequest, clock: str, tmp_path: Path) -> Scene:
    """Six steps and a server of each dialect."""
    fake = FakeMastodon(request.param)
    return Scene(fake, tmp_path, make_steps(), clock=CLOCKS[clock](fake.clock))


def test_everything_is_posted_once_in_order(scene: Scene) -> None:
    """One run posts each step once, threads as threads, pictures with their toot."""
    events = scene.run()

    scene.check_whole()
    assert events[0] == Begun(steps=6, already=0)
    assert [e.key for e in events if isinstance(e, Posted)] == [step.key for step in scene.steps]


def test_a_second_run_posts_nothing(scene: Scene) -> None:
    """What the ledger knows is not sent again."""
    scene.run()
    before = len(scene.fake.requests)
    events = scene.run()

    scene.check_whole()
    assert events == [Begun(steps=6, already=6)]
    assert all(method == "GET" for method, _ in scene.fake.requests[before:])


def test_limit_stops_and_the_next_run_goes_on(scene: Scene) -> None:
    """`limit` counts the toots of this run; threads hold across runs."""
    scene.run(limit=3)
    assert len(scene.mine()) == 3

    scene.run()
    scene.check_whole()


def test_a_refused_step_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    """A 422 ends one step, not the run; the next run doesn't try it again."""
    scene = Scene(FakeMastodon(characters=12), tmp_path, make_steps())
    events = scene.run()

    assert [e.key.tweet_id for e in events if isinstance(e, Refused)] == [1, 3, 5, 6]
    assert [s.text for s in scene.mine()] == ["Good morning", "Good morning"]
    assert scene.run() == [Begun(steps=6, already=6)]


def test_a_reply_to_a_refused_step_goes_to_the_nearest_posted_one(tmp_path: Path) -> None:
    """2 <- 3 <- 4: when 3 is refused, 4 replies to 2."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps())
    scene.fake.faults.answer(3, 422, {"error": "no"}, "POST /api/v1/statuses", times=2)
    scene.run()

    two, four = scene.mine()[1], scene.mine()[2]
    assert four.in_reply_to_id == two.id


def test_a_bad_picture_costs_the_picture_and_not_the_toot(scene: Scene) -> None:
    """A file that the server won't take leaves its toot posted, with a note."""
    refuse_files(scene.fake)
    events = scene.run()

    assert [e.media_id for e in events if isinstance(e, MediaRefused)] == ["3-0"]
    assert [len(s.media_ids) for s in scene.mine()] == [0, 0, 1, 0, 2, 0]


def test_not_now_is_believed(scene: Scene) -> None:
    """A 429 makes the run wait, and costs nothing else."""
    scene.fake.faults.answer(2, 429, {"error": "slow"}, "POST /api/v1/statuses")
    events = scene.run()

    scene.check_whole()
    assert any(isinstance(e, Waiting) for e in events)


def test_a_revoked_login_stops_with_what_to_do(scene: Scene) -> None:
    """401 in the middle of a run: stop, say how to go on, lose nothing."""
    scene.run(limit=2)
    scene.fake.faults.answer(1, 401, {"error": "revoked"}, "POST /api/v1/statuses")
    with pytest.raises(LoginError, match="migrate login"):
        scene.run()

    scene.run()
    scene.check_whole()


def test_a_network_that_comes_back_goes_unnoticed(scene: Scene) -> None:
    """Connections that fail are tried again after a while."""
    scene.fake.faults.refuse(9, times=3)
    scene.run()

    scene.check_whole()


def test_files_that_vanished_are_uploaded_again(tmp_path: Path) -> None:
    """The server threw unattached files away between two runs."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps())
    scene.fake.faults.answer(3, 401, {"error": "revoked"}, "POST /api/v1/statuses")
    with pytest.raises(LoginError):
        scene.run()
    scene.fake.media.clear()
    scene.run()

    scene.check_whole()


def test_a_parent_deleted_by_hand_leaves_its_reply_on_its_own(tmp_path: Path) -> None:
    """The person deleted a toot between two runs: the thread goes on without it."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps())
    scene.run(limit=2)
    scene.delete(scene.mine()[1])
    scene.run()

    texts = [(s.text, s.in_reply_to_id is None) for s in scene.mine()]
    assert texts[1] == ("Tweet number 3", True)
    assert texts[2] == ("Good morning", False)


@pytest.mark.parametrize("today", [[], ["whole"], ["one", "two", "three", "four"]])
def test_a_tweet_is_ended_as_it_was_begun(today: list[str], tmp_path: Path) -> None:
    """Between two runs the plan cuts the tweet differently, or leaves it out: its parts stay whole."""
    scene = Scene(FakeMastodon(), tmp_path, cut_tweet(["first", "second", "third"]))
    scene.fake.faults.answer(2, 401, {"error": "revoked"}, "POST /api/v1/statuses")
    with pytest.raises(LoginError):
        scene.run()
    scene.steps = cut_tweet(today)
    scene.run()
    scene.run()

    assert [s.text for s in scene.mine()] == ["first", "second", "third"]
    assert [s.in_reply_to_id for s in scene.mine()][1:] == [s.id for s in scene.mine()][:-1]


def test_limit_does_not_stop_in_the_middle_of_a_tweet(tmp_path: Path) -> None:
    """Half a tweet in public is nobody's wish."""
    scene = Scene(FakeMastodon(), tmp_path, cut_tweet(["first", "second", "third"]))
    scene.run(limit=1)

    assert [s.text for s in scene.mine()] == ["first", "second", "third"]
    assert len(up_to(list(scene.steps), 1)) == 3, "what is announced is what is posted"


def cut_tweet(texts: list[str]) -> list[Step]:
    """One tweet in so many parts."""
    return [
        Step(StepKey(1, part), Toot(text), FIRST, Kind.TWEET, parent=StepKey(1, part - 1) if part else None)
        for part, text in enumerate(texts)
    ]
