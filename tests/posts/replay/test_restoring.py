"""A picture that the server would not take is put into its post later, once, where edits can do that."""

from io import BytesIO
from pathlib import Path

import httpx
import pytest
from msgspec.structs import replace

from migrate.ledger import Ledger, is_unknown_file
from migrate.mastodon import connect, open_http
from migrate.model import Media, Step
from migrate.posts.replay import Altered, Change, Event, Fixable, Fixed, MediaRefused, Unfixed, fix, fixable
from migrate.posts.replay.restoring import NOT_PUT_IN, NOT_YET_IN
from migrate.posts.replay.taking_in import NOT_IN_POST
from migrate.posts.replay.uploads import Opener
from tests.fakes.mastodon import FakeMastodon, FakeStatus, Killed
from tests.posts.replay.scene import PNG, Scene, make_steps, refuse_files
from tests.posts.replay.test_fixing import EDITING

PUT = "PUT /api/v1/statuses/*"


def make_scene(dialect: str, home: Path, *, refused: int = 1, first: int = 1) -> Scene:
    """Six posts; of the third, which has two pictures, so many were refused."""
    home.mkdir(exist_ok=True)
    scene = Scene(FakeMastodon(dialect), home, make_steps())
    refuse_files(scene.fake, refused, first=first)
    scene.run()
    assert len(third(scene).media_ids) == 2 - refused
    scene.fake.requests.clear()
    return scene


def third(scene: Scene) -> FakeStatus:
    return scene.mine()[2]


@pytest.mark.parametrize("first", [1, 2])
@pytest.mark.parametrize("dialect", EDITING)
def test_it_is_put_back(dialect: str, first: int, tmp_path: Path) -> None:
    """In its place among the others, described; then nothing is lacking, and nothing is to do."""
    scene = make_scene(dialect, tmp_path, first=first)
    assert [len(change.lacking.files) for change in found(scene) if change.lacking] == [1]
    events = fix_all(scene)

    assert [e.key.tweet_id for e in events if isinstance(e, Fixed)] == [3]
    scene.check_whole()
    assert lost(scene) == {}
    assert found(scene) == fix_all(scene) == []
    assert uploads(scene) == 1


@pytest.mark.parametrize("dialect", ["mastodon-4.5", "gotosocial-0.20"])
def test_a_link_in_the_place_of_all_pictures_goes(dialect: str, tmp_path: Path) -> None:
    """A post without words had lost all it had."""
    scene = Scene(FakeMastodon(dialect), tmp_path, [wordless(step) for step in make_steps()])
    refuse_files(scene.fake, 2)
    scene.run()
    assert "https://twitter.com" in third(scene).text
    fix_all(scene)

    assert (third(scene).text, len(third(scene).media_ids)) == ("", 2)


def wordless(step: Step) -> Step:
    return replace(step, toot=replace(step.toot, text="")) if step.key.tweet_id == 3 else step


@pytest.mark.parametrize("fault", ["die_before", "die_after", "lose_answer", "reset_after"])
@pytest.mark.parametrize("dialect", ["mastodon-4.2", "mastodon-4.6", "gotosocial-0.20"])
def test_cut_off_anywhere_and_run_again(dialect: str, fault: str, tmp_path: Path) -> None:
    """Until the post has it, the ledger says that it lacks it; in the end it is there once."""
    at, happened = 1, True
    while happened:
        scene = make_scene(dialect, tmp_path / f"{at}", refused=2)
        getattr(scene.fake.faults, fault)(at)
        try:
            fix_all(scene)
        except Killed:
            # where the edit was made, the ledger may not know it yet
            assert len(lost(scene)) == 2 or len(third(scene).media_ids) == 2
        happened = at <= len(scene.fake.requests)
        scene.fake.faults.clear()
        fix_all(scene)
        scene.check_whole()
        assert (lost(scene), found(scene)) == ({}, [])
        at += 1
    assert at > 8


def test_refused_once_more(tmp_path: Path) -> None:
    """It is told why, the post stays as it is, and it is tried at the next wish."""
    scene = make_scene("mastodon-4.5", tmp_path)
    refuse_files(scene.fake)
    events = fix_all(scene)

    assert [type(e) for e in events] == [MediaRefused, Unfixed]
    assert events[-1].reason == "no cats"
    assert lost(scene) == {(3, "3-0"): "no cats"}
    assert not any(method == "PUT" for method, _ in scene.fake.requests)
    fix_all(scene)
    scene.check_whole()


def test_one_of_two(tmp_path: Path) -> None:
    """What the server takes is put in; what it refuses is still lacking."""
    scene = make_scene("mastodon-4.5", tmp_path, refused=2)
    refuse_files(scene.fake)
    fix_all(scene)

    assert [scene.fake.media[one].description for one in third(scene).media_ids] == ["picture 1 of 3"]
    assert lost(scene) == {(3, "3-0"): "no cats"}
    fix_all(scene)
    scene.check_whole()


def test_an_edit_that_is_refused(tmp_path: Path) -> None:
    """The post still lacks it, and the ledger says so."""
    scene = make_scene("mastodon-4.5", tmp_path)
    scene.fake.faults.answer(1, 422, {"error": "no edits today"}, PUT)
    events = fix_all(scene)

    assert [e.reason for e in events if isinstance(e, Unfixed)] == ["no edits today"]
    assert lost(scene) == {(3, "3-0"): NOT_YET_IN}


def test_a_server_that_adds_no_files(tmp_path: Path) -> None:
    """It says yes, and the post is as it was: that is looked at, and told."""
    scene = make_scene("mastodon-4.5", tmp_path)
    scene.fake.faults.answer(1, 200, {"id": "1"}, PUT)
    events = fix_all(scene)

    assert [e.reason for e in events if isinstance(e, Unfixed)] == [NOT_PUT_IN]
    assert lost(scene) == {(3, "3-0"): NOT_PUT_IN}


def test_what_the_author_has_changed_stays(tmp_path: Path) -> None:
    """Words of their own: the post is left alone, and no file is sent."""
    scene = make_scene("mastodon-4.5", tmp_path)
    third(scene).text = "My own words"
    events = fix_all(scene)

    assert [type(e) for e in events] == [Altered]
    assert uploads(scene) == 0


def test_without_the_archive_it_waits(tmp_path: Path) -> None:
    """Other edits are made; for this one there is nothing to send."""
    scene = make_scene("mastodon-4.5", tmp_path)
    assert fix_all(scene, open_media=None) == []
    assert len(lost(scene)) == 1


@pytest.mark.parametrize("first", [1, 2])
@pytest.mark.parametrize("dialect", EDITING)
def test_a_lost_record_forgets_no_picture(dialect: str, first: int, tmp_path: Path) -> None:
    """A post that was taken in has one of two pictures; its description says which. Then it is put back."""
    scene = make_scene(dialect, tmp_path, first=first)
    scene.ledger_path.unlink()
    events = scene.run()
    media = f"3-{first - 1}"

    assert [event.media_id for event in events if isinstance(event, MediaRefused)] == [media]
    assert lost(scene) == {(3, media): NOT_IN_POST}
    assert [e.key.tweet_id for e in fix_all(scene) if isinstance(e, Fixed)] == [3]
    scene.check_whole()
    assert (lost(scene), found(scene)) == ({}, [])


def test_which_one_is_lacking_may_not_be_known(tmp_path: Path) -> None:
    """Without descriptions, a post that was taken in has one of two pictures: that it lacks one is told."""
    scene = Scene(FakeMastodon("mastodon-4.5"), tmp_path, [bare(step) for step in make_steps()])
    refuse_files(scene.fake)
    scene.run()
    scene.ledger_path.unlink()
    events = scene.run()

    (lacking,) = [event.media_id for event in events if isinstance(event, MediaRefused)]
    assert is_unknown_file(lacking)
    assert lost(scene) == {(3, lacking): NOT_IN_POST}
    with open_http(httpx.MockTransport(scene.fake)) as http, Ledger(scene.ledger_path) as ledger:
        known = fixable(scene.steps, ledger, connect(scene.fake.address, http).dialect)
    assert known == Fixable((), (), unclear=1)


def bare(step: Step) -> Step:
    media = tuple(replace(one, alt="") for one in step.toot.media)
    return replace(step, toot=replace(step.toot, media=media))


def test_all_that_is_lacking_is_known(tmp_path: Path) -> None:
    """If it has none, it lacks both."""
    scene = make_scene("mastodon-4.5", tmp_path, refused=2)
    scene.ledger_path.unlink()
    scene.run()
    assert lost(scene) == {(3, "3-0"): NOT_IN_POST, (3, "3-1"): NOT_IN_POST}
    fix_all(scene)

    scene.check_whole()


def picture(_media: Media) -> BytesIO:
    return BytesIO(PNG)


def fix_all(scene: Scene, open_media: Opener | None = picture) -> list[Event]:
    """One run of `import --fix`."""
    clock = scene.fake.clock
    with open_http(httpx.MockTransport(scene.fake)) as http, Ledger(scene.ledger_path) as ledger:
        server = connect(scene.fake.address, http, token=scene.fake.token, now=clock.now)
        changes = fixable(scene.steps, ledger, server.dialect).changes
        return list(fix(changes, server, ledger, open_media=open_media, sleep=clock.sleep))


def found(scene: Scene) -> list[Change]:
    with open_http(httpx.MockTransport(scene.fake)) as http, Ledger(scene.ledger_path) as ledger:
        dialect = connect(scene.fake.address, http).dialect
        known: Fixable = fixable(scene.steps, ledger, dialect)
        return list(known.changes)


def lost(scene: Scene) -> dict[tuple[int, str], str]:
    with Ledger(scene.ledger_path) as ledger:
        return {(file.tweet_id, file.media_id): file.reason for file in ledger.refusals.lost_files()}


def uploads(scene: Scene) -> int:
    return sum(method == "POST" and path.endswith("/media") for method, path in scene.fake.requests)
