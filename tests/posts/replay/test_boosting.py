"""Boosts of the user's own posts: once each, and taken back without the post that they repeat."""

import sqlite3
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from msgspec.structs import replace

from migrate.errors import LoginError
from migrate.ledger import Ledger, StepState
from migrate.posts.replay import Refused, Unmoved
from migrate.posts.replay.boosting import NOTHING_TO_BOOST
from tests.fakes.mastodon import FakeMastodon, Killed
from tests.posts.replay.scene import Scene, make_steps
from tests.posts.replay.test_doubts import undo_all
from tests.posts.replay.test_quotas import boosts_of

BOOST = "POST /api/v1/statuses/*/reblog"
SERVERS = ["mastodon-4.5", "gotosocial-0.20", "snac-2.94", "pleroma-2.7"]


@pytest.fixture(params=SERVERS)
def scene(request: pytest.FixtureRequest, tmp_path: Path) -> Scene:
    """Two posts and a boost of each."""
    posts = [replace(step, parent=None) for step in make_steps(2)]
    made = Scene(FakeMastodon(request.param), tmp_path, [*posts, *boosts_of(posts)])
    if request.param.startswith("snac"):
        answer_with_the_original(made.fake)
    return made


def answer_with_the_original(fake: FakeMastodon) -> None:
    """Recorded on snac 2.75 as acting:reblog.own."""
    act = fake.act

    def answer(request: httpx.Request, **how: bool) -> httpx.Response:
        response = act(request, **how)
        if request.url.path.endswith("/reblog"):
            return httpx.Response(200, json=response.json()["reblog"])
        return response

    fake.act = answer  # type: ignore[method-assign, assignment]


def boosts(scene: Scene) -> list[str]:
    """Which posts are boosted, each boost by itself."""
    return sorted(status.reblog_of for status in scene.mine() if status.reblog_of)


def test_each_once(scene: Scene) -> None:
    """And again: nothing is left."""
    scene.run()
    ids = [status.id for status in scene.mine() if not status.reblog_of]
    scene.run()

    assert boosts(scene) == sorted(ids)


@pytest.mark.parametrize("happening", ["lose_answer", "reset_after", "lose_request", "half_body", "refuse"])
def test_whatever_happens_to_the_answer(happening: str, scene: Scene) -> None:
    """The post itself tells whether it is boosted."""
    getattr(scene.fake.faults, happening)(1, BOOST)
    scene.run()

    assert len(set(boosts(scene))) == len(boosts(scene)) == 2


def test_a_request_that_arrives_late(scene: Scene) -> None:
    """Nobody waits any more when the server acts on it: where another would be a second, it is waited for."""
    scene.fake.faults.slow(1, 200, BOOST)
    scene.run()
    scene.fake.clock.advance(300)
    scene.run()

    assert len(set(boosts(scene))) == len(boosts(scene)) == 2


@pytest.mark.parametrize("kill", ["die_before", "die_after"])
def test_a_kill_in_between(kill: str, scene: Scene) -> None:
    """The next run looks first."""
    getattr(scene.fake.faults, kill)(1, BOOST)
    with pytest.raises(Killed):
        scene.run()
    scene.run()

    assert len(set(boosts(scene))) == len(boosts(scene)) == 2
    with Ledger(scene.ledger_path) as ledger:
        assert ledger.counts() == {StepState.DONE: 4}


def test_what_was_boosted_stays(scene: Scene) -> None:
    """A boost is taken back, and not the post with whose id it was answered."""
    scene.run()
    with Ledger(scene.ledger_path) as ledger:
        for key in [step.key for step in scene.steps[:2]]:
            ledger.take_back(key)
    undo_all(scene)

    assert boosts(scene) == []
    assert len(scene.mine()) == 2


def test_a_record_of_a_boost_with_the_id_of_a_post(tmp_path: Path) -> None:
    """As an earlier version could have written it down: the post is not the program's to delete."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps(1))
    scene.run()
    with closing(sqlite3.connect(scene.ledger_path)) as ledger, ledger:
        ledger.execute("""UPDATE steps SET body = '{"status": "", "visibility": "unlisted"}'""")
    events = undo_all(scene)

    assert [type(event) for event in events] == [Unmoved]
    assert len(scene.mine()) == 1


def test_an_older_boost_is_taken_back(tmp_path: Path) -> None:
    """Its record says nothing of what it repeats, and its id is that of a boost."""
    posts = make_steps(1)
    scene = Scene(FakeMastodon(), tmp_path, [*posts, *boosts_of(posts)])
    scene.run()
    with closing(sqlite3.connect(scene.ledger_path)) as ledger, ledger:
        old = """UPDATE steps SET body = '{"status": "", "visibility": "unlisted"}' WHERE tweet_id = 100"""
        ledger.execute(old)
    undo_all(scene)

    assert scene.mine() == []


def test_a_post_that_is_gone_can_not_be_boosted(tmp_path: Path) -> None:
    """It was deleted by hand meanwhile."""
    posts = make_steps(1)
    scene = Scene(FakeMastodon(), tmp_path, posts)
    scene.run()
    scene.delete(scene.mine()[0])
    scene.steps = [*posts, *boosts_of(posts)]

    assert [event.reason for event in scene.run() if isinstance(event, Refused)] == [NOTHING_TO_BOOST]


def test_a_frozen_account_loses_no_boost(scene: Scene) -> None:
    """The run stops."""
    scene.run(limit=2)
    scene.fake.faults.answer(1, 403, {"error": "disabled"}, BOOST)
    scene.fake.faults.answer(2, 403, {"error": "disabled"}, "GET /api/v1/accounts/verify_credentials")
    with pytest.raises(LoginError):
        scene.run()
    scene.fake.faults.clear()
    scene.run()

    assert len(boosts(scene)) == 2
