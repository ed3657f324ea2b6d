"""What was refused is tried again when asked, or when what stood in the way may be gone; nothing twice."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace as replace_field
from pathlib import Path

import pytest
from msgspec.structs import replace

from migrate.ledger import Ledger, StepState
from migrate.model import Kind, Step, StepKey, Toot
from migrate.posts.replay import Begun, Differences, MediaRefused, Posted, Refused
from migrate.posts.replay.answers import DELETED_SINCE, SCHEDULED
from migrate.posts.replay.checking import NOT_KEPT
from migrate.posts.replay.recovery import NOT_FOUND
from tests.fakes.dialects import DIALECTS
from tests.fakes.mastodon import FakeMastodon, Killed
from tests.ledger.kept_world import read_world, wake
from tests.ledger.test_old_ledgers import FIXTURES
from tests.posts.replay.scene import FIRST, Scene, make_steps, refuse_files

AGAIN = Differences(again=True)
POST = "POST /api/v1/statuses"
REFUSED = StepKey(2)


def refused_post(scene: Scene) -> None:
    """The second post, for what it says."""
    scene.fake.faults.answer(2, 422, {"error": "no"}, POST)
    scene.run()


def refused_part(scene: Scene) -> None:
    """The middle of a tweet in three parts."""
    scene.steps = cut_tweet(2)
    refused_post(scene)


def gone_for(reason: str) -> Callable[[Scene], None]:
    """The post was there, or may have been, and the ledger says why it is so no longer."""

    def arrange(scene: Scene) -> None:
        scene.run()
        scene.fake.world.remove_status(scene.mine()[1])
        with Ledger(scene.ledger_path) as ledger:
            ledger.refuse(REFUSED, reason)

    return arrange


def cut_tweet(number: int) -> list[Step]:
    """One tweet in three parts."""
    toots = [Toot(f"Part {part}") for part in range(3)]
    return [
        Step(StepKey(number, part), toot, FIRST, Kind.TWEET, StepKey(number, part - 1) if part else None)
        for part, toot in enumerate(toots)
    ]


def nothing(_scene: Scene) -> None:
    """The same run again."""


def another_plan(scene: Scene) -> None:
    """The user has found other words for it."""
    refused = StepKey(2, 1) if StepKey(2, 1) in {step.key for step in scene.steps} else REFUSED
    scene.steps = [
        replace(step, toot=replace(step.toot, text="In other words")) if step.key == refused else step
        for step in scene.steps
    ]


def another_login(scene: Scene) -> None:
    """They have logged in once more, perhaps with another right."""
    scene.fake.token = scene.fake.add_token("me")


def other_limits(scene: Scene) -> None:
    """The server takes longer posts."""
    scene.fake.world.dialect = replace_field(scene.fake.world.dialect, characters=9000)


OCCASIONS = {"same": nothing, "plan": another_plan, "login": another_login, "limits": other_limits}
KINDS: dict[str, tuple[Callable[[Scene], None], set[str]]] = {
    "a post": (refused_post, {"plan", "login", "limits", "again"}),
    # what is begun is ended with the same cut, whatever the plan says
    "a part": (refused_part, {"login", "limits", "again"}),
    "not kept": (gone_for(NOT_KEPT), {"again"}),
    "not found": (gone_for(NOT_FOUND), {"again"}),
    "deleted since": (gone_for(DELETED_SINCE), {"repost"}),
    "on the schedule": (gone_for(SCHEDULED), set()),
}


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("occasion", [*OCCASIONS, "again", "repost"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_tried_again_and_when(kind: str, occasion: str, dialect: str, tmp_path: Path) -> None:
    """For each reason and each occasion; then it is there once, and a further run has nothing to do."""
    arrange, tried_on = KINDS[kind]
    scene = Scene(FakeMastodon(dialect), tmp_path, make_steps(6))
    arrange(scene)
    before = len(scene.mine())
    scene.fake.clock.advance(60)
    OCCASIONS.get(occasion, nothing)(scene)
    wish = Differences(again=occasion == "again", repost=occasion == "repost")
    events = scene.run(differences=wish)

    tried = occasion in tried_on
    assert len([e for e in events if isinstance(e, Posted)]) == tried
    assert len(scene.mine()) == before + tried
    texts = [step.toot.text for step in scene.steps]
    if tried:
        assert sorted(s.text for s in scene.mine()) == sorted(texts)
    assert scene.run() == [Begun(steps=len(texts), already=len(texts))]


@pytest.mark.parametrize("dialect", ["mastodon-4.2", "mastodon-4.6", "gotosocial-0.20", "snac-2.94"])
@pytest.mark.parametrize("fault", ["die_before", "die_after"])
def test_killed_at_every_request(dialect: str, fault: str, tmp_path: Path) -> None:
    """Of a run that tries two posts and a picture again; the next run ends it, and nothing is there twice."""
    at, ended = 1, False
    while not ended:
        scene = _two_posts_and_a_picture(dialect, tmp_path / f"{at}")
        getattr(scene.fake.faults, fault)(at)
        ended = True
        try:
            scene.run(differences=AGAIN)
        except Killed:
            ended = False
        scene.fake.faults.clear()
        scene.fake.clock.advance(60)
        scene.run(differences=AGAIN if at % 2 else Differences())
        if at % 2 == 0:  # what was not yet begun when it died is still refused
            scene.run(differences=AGAIN)
        _check_once(scene)
        at += 1
    assert at > 10


@pytest.mark.parametrize("reason", [NOT_FOUND, NOT_KEPT])
@pytest.mark.parametrize("dialect", ["mastodon-4.6", "gotosocial-0.20"])
def test_the_old_reason_is_forgotten(dialect: str, reason: str, tmp_path: Path) -> None:
    """Killed before the request left: the next run sends it, and doesn't refuse it for what was before."""
    scene = Scene(FakeMastodon(dialect), tmp_path, make_steps(6))
    gone_for(reason)(scene)
    scene.fake.faults.die_before(1, POST)
    with suppress(Killed):
        scene.run(differences=AGAIN)
    scene.fake.clock.advance(600)
    events = scene.run()

    assert [e.key for e in events if isinstance(e, Posted | Refused)] == [REFUSED]
    assert sum(isinstance(e, Posted) for e in events) == 1


def test_what_is_refused_once_more_is_counted_once(tmp_path: Path) -> None:
    """And it is tried at the next wish again."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps(6))
    refused_post(scene)
    scene.fake.faults.answer(1, 422, {"error": "still no"}, POST)
    events = scene.run(differences=AGAIN)
    assert [e for e in events if isinstance(e, Refused)] == [Refused(REFUSED, "still no")]
    with Ledger(scene.ledger_path) as ledger:
        assert ledger.counts() == {StepState.DONE: 5, StepState.REFUSED: 1}
    assert not any(isinstance(e, Posted) for e in scene.run())
    assert [e.key for e in scene.run(differences=AGAIN) if isinstance(e, Posted)] == [REFUSED]


@pytest.mark.parametrize("occasion", ["same", "login", "limits", "again"])
def test_a_picture_of_a_post_to_come(occasion: str, tmp_path: Path) -> None:
    """Refused, and the run was stopped before its post: sent again, if something is another now."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps(6))
    refuse_files(scene.fake, first=2)
    scene.fake.faults.die_before(3, POST)
    with suppress(Killed):
        scene.run()
    OCCASIONS.get(occasion, nothing)(scene)
    events = scene.run(differences=Differences(again=occasion == "again"))

    lost = [e.media_id for e in events if isinstance(e, MediaRefused)]
    assert lost == (["3-1"] if occasion == "same" else [])
    assert len(scene.mine()[2].media_ids) == (1 if occasion == "same" else 2)


@pytest.mark.parametrize("asked", [False, True])
@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_post_and_its_picture_were_refused(asked: bool, dialect: str, tmp_path: Path) -> None:
    """The same plan is no other plan, though a file was refused; asked, both are there."""
    scene = Scene(FakeMastodon(dialect), tmp_path, make_steps(6))
    refuse_files(scene.fake)
    scene.fake.faults.answer(3, 422, {"error": "no"}, POST)
    scene.fake.faults.answer(4, 422, {"error": "no"}, POST)
    scene.run()
    with Ledger(scene.ledger_path) as ledger:
        assert StepKey(3) in ledger.keys_in(StepState.REFUSED)
    scene.fake.clock.advance(60)
    before = len(scene.mine())
    scene.run()
    assert len(scene.mine()) == before
    scene.run(differences=Differences(again=asked))

    assert [len(s.media_ids) for s in scene.mine() if s.text == "Tweet number 3"] == ([2] if asked else [])


def test_a_boost_whose_post_is_there_by_now(tmp_path: Path) -> None:
    """What it boosts was refused, and is posted today: so is the boost, without being asked."""
    boost = Step(StepKey(9), Toot("", boost=2), FIRST, Kind.RETWEET)
    scene = Scene(FakeMastodon(), tmp_path, [*make_steps(2), boost])
    refused_post(scene)
    scene.fake.clock.advance(60)
    scene.run(differences=AGAIN)
    scene.run()

    assert [s.reblog_of is not None for s in scene.mine()] == [False, False, True]


@pytest.mark.parametrize("wish", [Differences(), AGAIN])
def test_refusals_of_an_earlier_version(wish: Differences, tmp_path: Path) -> None:
    """Nobody knows under which conditions they were: they wait for the user's wish."""
    kept = read_world(FIXTURES / "refused.json")
    scene = Scene(wake(kept, days=7), tmp_path, kept.steps)
    scene.ledger_path.write_bytes((FIXTURES / "refused.sqlite").read_bytes())
    scene.fake.world.dialect = replace_field(scene.fake.world.dialect, characters=9000)
    events = scene.run(differences=wish)

    again = [StepKey(2), StepKey(7, 1)] if wish.again else []
    assert [e.key for e in events if isinstance(e, Posted)] == sorted([*again, StepKey(4)])


def _two_posts_and_a_picture(dialect: str, home: Path) -> Scene:
    """Refused: the second and the fourth post, and a picture of the fourth, which has one here."""
    steps = make_steps(5)
    picture = steps[2].toot.media[:1]
    steps[3] = replace(steps[3], toot=replace(steps[3].toot, text="With a picture", media=picture))
    steps[2] = replace(steps[2], toot=replace(steps[2].toot, media=()))
    home.mkdir()
    scene = Scene(FakeMastodon(dialect), home, steps[:4])
    refuse_files(scene.fake)
    scene.fake.faults.answer(2, 422, {"error": "no"}, POST)
    scene.fake.faults.answer(4, 422, {"error": "no"}, POST)
    scene.run()
    assert len(scene.mine()) == 2
    return scene


def _check_once(scene: Scene) -> None:
    texts = sorted(step.toot.text for step in scene.steps)
    assert sorted(s.text for s in scene.mine()) == texts
    assert [len(s.media_ids) for s in scene.mine() if s.text == "With a picture"] == [1]
