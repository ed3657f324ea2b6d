"""Ledgers of an earlier version are read, and their runs go on: nothing twice, nothing missing.

`fixtures/` holds four of them, each with the server that it was written against; `make_fixtures.py`
says how they were made. They are never changed: whoever has such a file on disk brings it along.
"""

import shutil
from pathlib import Path

import pytest

from migrate.ledger import Ledger, StepState
from migrate.model import Person, StepKey
from migrate.posts.replay import Begun, Posted
from tests.ledger.kept_world import KeptWorld, read_world, wake
from tests.people.follow.scene import Scene as FollowScene
from tests.people.follow.scene import followed, requests
from tests.posts.replay.scene import Scene

FIXTURES = Path(__file__).with_name("fixtures")
POSTS = "POST /api/v1/statuses"
FOLLOWS = "POST */follow"
OUR_NAMES = ("begun", "bob", "declined", "done", "moved", "pending", "requested")
"""Those whom the program has asked to follow."""


@pytest.mark.parametrize("name", ["finished", "stopped", "refused"])
def test_every_line_is_read(name: str, tmp_path: Path) -> None:
    """The owner, the plan, the budgets, the files, and each step as it was sent, under its key."""
    path, kept = _bring(name, tmp_path)
    with Ledger(path) as ledger:
        records = [record for state in StepState for record in ledger.in_state(state)]

        assert ledger.owner() == ("1", "someone")
        assert ledger.plan() == (9, 1772444417.25)
        assert ledger.spent()["posts"][0] == 1772442000.0
        assert len(ledger.uploads()) == 5
        assert sum(ledger.counts().values()) == len(records)
        assert {record.key for record in records} <= {step.key for step in kept.steps}
        texts = {step.key: step.toot.text for step in kept.steps}
        assert all(record.body["status"] == texts[record.key] for record in records)
        assert all(ledger.idempotency_key(r.key, r.attempt) == r.idempotency_key for r in records)


@pytest.mark.parametrize("read_only", [True, False])
def test_how_files_were_described_is_not_known(read_only: bool, tmp_path: Path) -> None:
    """Also where the file is only looked into, and lacks the table."""
    path, _ = _bring("finished", tmp_path)
    with Ledger(path, read_only=read_only) as ledger:
        assert ledger.descriptions.all() == {}


def test_a_finished_import_posts_nothing_more(tmp_path: Path) -> None:
    """A week later: the server is asked, and nothing is sent."""
    scene = _posts("finished", tmp_path)

    assert scene.run() == [Begun(steps=9, already=9)]
    assert all(method == "GET" for method, _ in scene.fake.requests)
    scene.check_whole()


@pytest.mark.parametrize("planned", [9, 6, 0], ids=["same plan", "tweet left out", "empty plan"])
@pytest.mark.parametrize("arrived", [True, False], ids=["post arrived", "post lost"])
def test_a_stopped_import_goes_on(arrived: bool, planned: int, tmp_path: Path) -> None:
    """The post that was under way is found or sent; then the tweet is ended, whatever today's plan holds."""
    scene = _posts("stopped", tmp_path)
    steps, under_way = scene.steps, scene.fake.statuses[-1]
    if not arrived:
        scene.fake.world.remove_status(under_way)
    scene.steps = steps[:planned]
    events = scene.run()
    scene.run()

    assert [event.key for event in events if isinstance(event, Posted)] == [StepKey(7, 1), StepKey(7, 2)]
    assert requests(scene.fake, POSTS) == 1 + (not arrived)
    scene.steps = steps
    scene.check_whole()


def test_what_was_refused_stays_so_and_what_was_taken_back_is_posted(tmp_path: Path) -> None:
    """Two steps and a picture are not offered again; the fourth step was undone, and comes back once."""
    scene = _posts("refused", tmp_path)
    with Ledger(scene.ledger_path) as ledger:
        refused = {record.key: record.reason for record in ledger.in_state(StepState.REFUSED)}
        assert refused == {
            StepKey(2): "no",
            StepKey(7, 1): "Validation failed: Text character limit of 14 exceeded",
        }
        assert [ref.reason for ref in ledger.uploads().values() if ref.reason] == ["bad file"]
    before = scene.mine()
    events = scene.run()
    scene.run()

    assert [event.key for event in events if isinstance(event, Posted)] == [StepKey(4)]
    (back,) = (status for status in scene.mine() if status not in before)
    third = next(status for status in before if status.text == "Tweet number 3")
    assert (back.text, back.in_reply_to_id) == ("Good morning", third.id)
    assert requests(scene.fake, "POST *") == 1


def test_nobody_is_followed_twice(tmp_path: Path) -> None:
    """A week later some have answered; nothing is sent, but to the one who was refused: it is tried again."""
    scene = _follows(tmp_path)
    before = followed(scene.fake)
    assert scene.states() == {
        "already": "already",
        "begun": "begun",
        "bob": "done",
        "declined": "pending",
        "done": "done",
        "moved": "done",
        "nobody": "lost",
        "pending": "pending",
        "refused": "refused",
        "requested": "requested",
    }
    scene.run()

    assert followed(scene.fake) == before
    assert requests(scene.fake, FOLLOWS) == 1
    assert scene.states() == {
        "already": "already",
        "begun": "done",
        "bob": "done",
        "declined": "refused",
        "done": "done",
        "moved": "done",
        "nobody": "lost",
        "pending": "done",
        "refused": "refused",
        "requested": "requested",
    }


def test_nobody_is_forgotten_either(tmp_path: Path) -> None:
    """The request with which the program was killed never arrived: it is sent, and to the refused one."""
    scene = _follows(tmp_path)
    lost = scene.account("begun@far.example")
    lost.followed, lost.times_followed, lost.answers_at = False, 0, None
    scene.run()

    assert requests(scene.fake, FOLLOWS) == 2
    assert lost.times_followed == 1


def test_undoing_takes_back_what_was_done_then(tmp_path: Path) -> None:
    """Whoever was followed before stays; the list that the program made goes with its people."""
    scene = _follows(tmp_path)
    scene.undo()

    circle = [name for name, one in scene.fake.world.accounts.items() if one.followed or one.requested]
    assert circle == ["already@far.example"]
    assert sorted(name for name, state in scene.states().items() if state == "undone") == sorted(OUR_NAMES)
    assert scene.fake.world.lists == {}


def _bring(name: str, home: Path) -> tuple[Path, KeptWorld]:
    """A copy of an old ledger, where the program looks for it, and the world that it belongs to."""
    path = home / "ledger.sqlite"
    shutil.copy(FIXTURES / f"{name}.sqlite", path)
    return path, read_world(FIXTURES / f"{name}.json")


def _posts(name: str, home: Path) -> Scene:
    _, kept = _bring(name, home)
    return Scene(wake(kept, days=7), home, kept.steps)


def _follows(home: Path) -> FollowScene:
    _, kept = _bring("follows", home)
    people = [Person(address, lists=("Friends",) if address[0] in "db" else ()) for address in kept.people]
    return FollowScene(wake(kept, days=7), home, people)
