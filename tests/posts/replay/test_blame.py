"""A no that is about the account or the server stops the run, and loses no post and no picture."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from migrate.errors import LoginError, MigrateError, ServerError
from migrate.ledger import Ledger, StepState
from migrate.mastodon import Answer
from migrate.mastodon.families import read_dialect
from migrate.mastodon.wire import Instance
from migrate.model import Step
from migrate.posts.replay import Event, Posted, Refused
from migrate.posts.replay.answers import About, about
from migrate.posts.replay.blame import IN_A_ROW
from migrate.web.nodeinfo import Software
from tests.fakes.mastodon import FakeMastodon
from tests.posts.replay.scene import Scene, make_steps

POST = "POST /api/v1/statuses"
SELF = "GET /api/v1/accounts/verify_credentials"
UPLOAD = "POST /api/v2/media"
SCOPE = "This action is outside the authorized scopes"
JSON, HTML = {"content-type": "application/json"}, {"content-type": "text/html"}
FOREVER = 1000


@pytest.mark.parametrize(
    ("code", "headers", "expected"),
    [
        (422, JSON, About.POST),
        (400, JSON, About.POST),
        (413, JSON, About.SERVER),
        (413, HTML, About.SERVER),
        (401, JSON, About.ACCOUNT),
        (403, JSON, About.ACCOUNT),
        (403, HTML, About.SERVER),
        (404, HTML, About.SERVER),
        (429, JSON, About.SERVER),
        (503, JSON, About.SERVER),
        (502, HTML, About.SERVER),
        (302, HTML, About.UNKNOWN),
        (200, HTML, About.UNKNOWN),
    ],
)
def test_what_a_no_is_about(code: int, headers: dict[str, str], expected: About) -> None:
    """By its code and by who says it; a page is that of a proxy."""
    mastodon = read_dialect(Software("mastodon", "4.5.0"), Instance())
    assert about(Answer(code, headers, b"{}"), mastodon) is expected


def test_a_page_that_is_signed_is_the_servers_own() -> None:
    """snac refuses in HTML (recorded on 2.75)."""
    snac = read_dialect(Software("snac", "2.75"), Instance())
    assert about(Answer(404, {**HTML, "x-creator": "snac/2.75"}, b""), snac) is About.POST


def stop(scene: Scene, error: type[MigrateError]) -> str:
    """Run into a wall: a sentence, and nothing that is written off. Healed, all of it goes."""
    with pytest.raises(error) as stopped:
        scene.run()
    with Ledger(scene.ledger_path) as ledger:
        assert StepState.REFUSED not in ledger.counts()
        assert all(upload.reason is None for upload in ledger.uploads().values())
    scene.fake.faults.clear()
    scene.run()
    scene.check_whole()
    return str(stopped.value)


@pytest.mark.parametrize("at", [1, 3])
@pytest.mark.parametrize("dialect", ["mastodon-4.5", "gotosocial-0.20", "pleroma-2.7"])
def test_what_is_forbidden_is_no_posts_fault(dialect: str, at: int, tmp_path: Path) -> None:
    """A right that is missing, or a firewall: the account is fine, and may read."""
    scene = Scene(FakeMastodon(dialect), tmp_path, make_steps())
    scene.fake.faults.answer(at, 403, {"error": SCOPE}, POST, times=FOREVER)

    assert SCOPE in stop(scene, MigrateError)


@pytest.mark.parametrize("times", [1, 2, FOREVER])
@pytest.mark.parametrize("dialect", ["mastodon-4.5", "gotosocial-0.20"])
def test_a_short_text_is_never_too_large(dialect: str, times: int, tmp_path: Path) -> None:
    """RFC 9110, 15.5.14: a 413 in JSON to a few words is that of something in front, once or for ever."""
    scene = Scene(FakeMastodon(dialect), tmp_path, make_steps())
    scene.fake.faults.answer(2, 413, {"error": "too large"}, POST, times=times)

    if times == FOREVER:
        stop(scene, ServerError)
    scene.run()
    scene.check_whole()


def test_what_is_forbidden_once_passes(tmp_path: Path) -> None:
    """The run goes on."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps())
    scene.fake.faults.answer(2, 403, {"error": "busy"}, POST, times=2)
    scene.run()

    scene.check_whole()


def test_a_header_that_names_the_right(tmp_path: Path) -> None:
    """Recorded on 4.6.5 as oauth:scope.post; the account need not be asked."""
    scene = Scene(FakeMastodon("mastodon-4.6"), tmp_path, make_steps())
    named = {"WWW-Authenticate": 'Bearer realm="Doorkeeper", error="insufficient_scope"'}
    scene.fake.faults.answer(1, 403, {"error": SCOPE}, POST, headers=named, times=FOREVER)

    assert "Log in again" in stop(scene, LoginError)
    assert scene.fake.requests.count(("POST", "/api/v1/statuses")) == 1 + len(scene.steps)


@pytest.mark.parametrize("where", [POST, UPLOAD])
def test_an_account_that_has_moved(where: str, tmp_path: Path) -> None:
    """GoToSocial: 403 to each post, and 200 with `moved` to the look (internal/api/util/errorhandling.go)."""
    scene = Scene(FakeMastodon("gotosocial-0.20"), tmp_path, make_steps())
    moved = {"id": "1", "username": "me", "moved": {"id": "2", "username": "me", "acct": "me@new.example"}}
    scene.fake.faults.answer(1, 403, {"error": "moved"}, where, times=FOREVER)
    scene.fake.faults.answer(2, 200, moved, SELF, times=FOREVER)

    assert "moved to @me@new.example" in stop(scene, LoginError)


def test_dates_that_a_server_does_not_allow(tmp_path: Path) -> None:
    """GoToSocial with `instance-allow-backdating-statuses: false`: one post proves it (tried on 0.20.0)."""
    scene = Scene(FakeMastodon("gotosocial-0.20"), tmp_path, make_steps())
    scene.fake.world.backdating_allowed = False
    with pytest.raises(ServerError, match="does not take posts with an earlier date"):
        scene.run()
    assert scene.fake.requests.count(("POST", "/api/v1/statuses")) == 3
    scene.fake.world.backdating_allowed = True
    scene.run()

    scene.check_whole()


def test_a_single_post_that_stays_forbidden(tmp_path: Path) -> None:
    """GoToSocial backdates none with a mention of others (create.go): the account and the dates are fine."""
    scene = Scene(FakeMastodon("gotosocial-0.20"), tmp_path, make_steps(2))
    for place in (1, 4, 7):
        scene.fake.faults.answer(place, 403, {"error": "Forbidden: mentioning others"}, POST)
    said = stop(scene, ServerError)

    assert "If it is tweet 1 alone, leave it out" in said


def many(count: int) -> list[Step]:
    """Posts without pictures, and in no thread."""
    return [replace(one, parent=None, toot=replace(one.toot, media=())) for one in make_steps(count)]


def test_the_same_no_to_several_in_a_row(tmp_path: Path) -> None:
    """A kind of rule that hits all: it is met a few times, and nothing is written off."""
    scene = Scene(FakeMastodon(), tmp_path, many(IN_A_ROW + 3))
    scene.fake.faults.answer(2, 422, {"error": "a rule"}, POST, times=FOREVER)

    assert "the first is 2" in stop(scene, ServerError)


@pytest.mark.parametrize("count", [1, IN_A_ROW - 1])
@pytest.mark.parametrize("last", [False, True])
def test_refusals_that_are_the_posts_own(last: bool, count: int, tmp_path: Path) -> None:
    """The next one passes, or there is none."""
    scene = Scene(FakeMastodon(), tmp_path, many(2 + count - last))
    scene.fake.faults.answer(2, 422, {"error": "too long"}, POST, times=count)
    events = scene.run()

    assert [event.key.tweet_id for event in refused(events)] == [*range(2, 2 + count)]
    assert sum(isinstance(event, Posted) for event in events) == 2 - last
    assert scene.run() != []
    assert refused(scene.run()) == []


def test_a_post_that_passes_ends_the_row(tmp_path: Path) -> None:
    """Three, one that passes, and three again."""
    scene = Scene(FakeMastodon(), tmp_path, many(7))
    for place in (1, 5):
        scene.fake.faults.answer(place, 422, {"error": "too long"}, POST, times=3)

    assert [event.key.tweet_id for event in refused(scene.run())] == [1, 2, 3, 5, 6, 7]


def test_another_code_begins_anew(tmp_path: Path) -> None:
    """Five in a row, but not the same."""
    scene = Scene(FakeMastodon(), tmp_path, many(IN_A_ROW + 1))
    for place in range(1, IN_A_ROW + 1):
        scene.fake.faults.answer(place, 422 if place % 2 else 400, {"error": "no"}, POST)

    assert len(refused(scene.run())) == IN_A_ROW


def refused(events: list[Event]) -> list[Refused]:
    return [event for event in events if isinstance(event, Refused)]


def forbid(scene: Scene) -> None:
    scene.fake.faults.answer(1, 403, {"error": "no"}, UPLOAD, times=FOREVER)


def refuse_all(scene: Scene) -> None:
    scene.fake.faults.answer(1, 422, {"error": "no room"}, UPLOAD, times=FOREVER)


def refuse_by_proxy(scene: Scene) -> None:
    scene.fake.faults.answer(1, 413, "<h1>413</h1>", UPLOAD, times=FOREVER)


@pytest.mark.parametrize("wall", [forbid, refuse_all, refuse_by_proxy])
def test_uploads_that_are_refused_one_and_all(wall: Callable[[Scene], None], tmp_path: Path) -> None:
    """Not even a picture with which nothing is wrong passes: no file is written off."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps())
    wall(scene)
    stop(scene, ServerError)


def test_a_file_that_a_proxy_refuses_once(tmp_path: Path) -> None:
    """It is sent again."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps())
    scene.fake.faults.answer(1, 413, "<h1>413</h1>", UPLOAD)
    scene.run()

    scene.check_whole()
