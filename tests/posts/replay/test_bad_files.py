"""Files that a Mastodon won't take, or no longer has: the post goes with what can be had, and says so."""

from contextlib import nullcontext
from pathlib import Path

import httpx
import pytest
from msgspec.structs import replace

from migrate.errors import ServerError
from migrate.ledger import Ledger
from migrate.model import Media, Step, StepKey
from migrate.posts.replay import Event, MediaRefused, Posted, Waiting, WaitReason
from migrate.posts.replay.blame import TRIES
from migrate.posts.replay.sending import SAMPLE
from migrate.posts.replay.uploads import UNDESCRIBED
from tests.fakes.mastodon import FakeMastodon, Killed
from tests.posts.replay.scene import Scene, make_steps, refuse_files
from tests.posts.replay.test_doubts import undo_all

UPLOAD = "POST /api/v2/media"
JPEG = b"\xff\xd8\xff\xe0 a picture"
MP4 = b"\x00\x00\x00\x18ftypmp42 a film"
MASTODONS = ["mastodon-4.2", "mastodon-4.5", "mastodon-4.6"]
CRASH = {"status": 500, "error": "Internal Server Error"}
NO_THUMBNAIL = {"error": "Error processing thumbnail for uploaded media"}


@pytest.mark.parametrize(
    "sentence",
    [
        # media:v2.text, v2.empty, v2.too_many_pixels, v2.fast.mp4
        "Validation failed: File has contents that are not what they are reported to be",
        "Validation failed: File content type is invalid, File is invalid",
        "6000x5600 images are not supported",
        "130fps videos are not supported",
    ],
)
def test_a_file_that_is_refused_at_once(sentence: str, tmp_path: Path) -> None:
    """422: its post goes with the other file; why is told, and stands in the ledger."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps())
    refuse_files(scene.fake, why=sentence)
    events = scene.run()

    assert refused(events) == {"3-0": sentence}
    assert reasons(scene) == {"3-0": sentence}
    assert pictures(scene) == [0, 0, 1, 0, 2, 0]


@pytest.mark.parametrize("code", [400, 404, 413, 422])
@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_stray_no_is_not_believed(at: int, code: int, tmp_path: Path) -> None:
    """A picture of ours passes, and so does the file itself when it is sent once more."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps())
    scene.fake.faults.answer(at, code, {"error": "no"}, UPLOAD)

    assert refused(scene.run()) == {}
    scene.check_whole()
    assert uploads(scene) == 4 + 2


def test_a_stray_no_after_a_bad_file_is_not_believed(tmp_path: Path) -> None:
    """The code speaks of files, and others have passed since: that is no proof against this one."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps())
    refuse_files(scene.fake)
    # 3-0, ours, 3-0, 3-1, 5-0
    scene.fake.faults.answer(5, 422, {"error": "no"}, UPLOAD)

    assert refused(scene.run()).keys() == {"3-0"}
    assert pictures(scene) == [0, 0, 1, 0, 2, 0]


@pytest.mark.parametrize("code", [400, 403, 405, 410, 413])
@pytest.mark.parametrize("times", [1, 2, 100])
def test_a_no_to_a_look_at_a_file_in_work_is_not_the_files(times: int, code: int, tmp_path: Path) -> None:
    """Only 422 is (recorded as attaching:broken.*); what stays so ends the run, and none is written off."""
    scene = Scene(FakeMastodon(), tmp_path, with_film(), files={"3-0": MP4})
    scene.fake.faults.answer(1, code, {"error": "no"}, "GET /api/v1/media/*", times=times)
    with nullcontext() if times < TRIES else pytest.raises(ServerError):
        scene.run()
    assert reasons(scene) == {}
    scene.fake.faults.clear()
    scene.run()

    assert pictures(scene) == [0, 0, 1, 0, 2, 0]


def test_a_stray_422_to_a_look_at_a_file_in_work(tmp_path: Path) -> None:
    """The next look says that it is fine."""
    scene = Scene(FakeMastodon(), tmp_path, with_film(), files={"3-0": MP4})
    scene.fake.faults.answer(1, 422, {"error": "no"}, "GET /api/v1/media/*")

    assert refused(scene.run()) == {}
    assert pictures(scene) == [0, 0, 1, 0, 2, 0]


@pytest.mark.parametrize("dialect", MASTODONS)
def test_a_file_that_breaks_the_server_each_time(dialect: str, tmp_path: Path) -> None:
    """Recorded as media:v2.cut_head and v2.cut_mp4; on glitch-soc also v2.text. A picture of ours passes."""
    scene = Scene(FakeMastodon(dialect), tmp_path, make_steps(), files={"3-0": JPEG + b"broken"})
    events = scene.run()

    assert refused(events).keys() == reasons(scene).keys() == {"3-0"}
    assert reasons(scene)["3-0"].startswith("the server can't process this file: ")
    assert pictures(scene) == [0, 0, 1, 0, 2, 0]
    assert uploads(scene) == 3 + 4, "three that are fine; twice, ours, and once more"


@pytest.mark.parametrize("body", [CRASH, NO_THUMBNAIL])
def test_a_server_in_trouble_is_no_fault_of_the_files(body: dict[str, object], tmp_path: Path) -> None:
    """For five minutes it says to each what it says to a damaged one: none is given up."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps())
    scene.fake.faults.answer(1, 500, body, UPLOAD, times=9)
    events = scene.run()

    assert refused(events) == {}
    assert any(isinstance(event, Waiting) and event.reason is WaitReason.SERVER for event in events)
    scene.check_whole()


def test_a_server_that_stays_in_trouble_loses_no_picture(tmp_path: Path) -> None:
    """The run stops; the next one, on another day, goes on."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps())
    scene.fake.faults.answer(1, 500, CRASH, UPLOAD, times=100)
    with pytest.raises(ServerError):
        scene.run()
    scene.fake.faults.clear()
    assert refused(scene.run()) == {}

    scene.check_whole()


@pytest.mark.parametrize("dialect", MASTODONS)
def test_a_file_whose_work_fails(dialect: str, tmp_path: Path) -> None:
    """Recorded as attaching:broken.*: 202, half a minute of 206, then 422, and 422 for a post with it."""
    scene = Scene(FakeMastodon(dialect), tmp_path, with_film(), files={"3-0": MP4 + b"broken"})
    events = scene.run()

    assert refused(events) == reasons(scene) == {"3-0": NO_THUMBNAIL["error"]}
    assert pictures(scene) == [0, 0, 0, 0, 2, 0]


@pytest.mark.parametrize("content", [MP4, MP4 + b"broken"])
def test_a_run_that_was_cut_off_while_a_file_was_worked_on(content: bytes, tmp_path: Path) -> None:
    """The next run asks again, and doesn't take "not finished" for a refusal (attaching:unready.post)."""
    scene = Scene(FakeMastodon(), tmp_path, with_film(), files={"3-0": content})
    scene.fake.faults.die_before(1, "GET /api/v1/media/*")
    with pytest.raises(Killed):
        scene.run()
    events = scene.run()

    fine = content == MP4
    assert sum(isinstance(event, Posted) for event in events) == 4
    assert (refused(events) == {}) == fine
    assert pictures(scene) == [0, 0, int(fine), 0, 2, 0]


def test_what_an_earlier_run_was_refused_is_told_when_its_post_goes(tmp_path: Path) -> None:
    """The first run was killed before the post of the bad file."""
    scene = Scene(FakeMastodon(), tmp_path, make_steps(), files={"3-0": b"unreadable"})
    scene.fake.faults.die_before(3, "POST /api/v1/statuses")
    with pytest.raises(Killed):
        scene.run()
    told = reasons(scene)

    assert refused(scene.run()) == told == {"3-0": told["3-0"]}
    assert refused(scene.run()) == {}


@pytest.mark.parametrize("dialect", MASTODONS)
@pytest.mark.parametrize("free", [False, True])
def test_files_of_a_post_that_was_undone(free: bool, dialect: str, tmp_path: Path) -> None:
    """Recorded as reading:delete.kept.*: free some seconds later. A 4.2 posts without them in silence.

    Those that are free are used again, the others are sent anew; from 4.4 on they go with their post.
    """
    scene = Scene(FakeMastodon(dialect), tmp_path, make_steps())
    scene.run()
    undo_all(scene)
    for media in scene.fake.media.values():
        media.attached_to = None if free else "a post that is being removed"
    before = uploads(scene)
    scene.run()

    scene.check_whole()
    assert uploads(scene) - before == (0 if free and dialect == "mastodon-4.2" else 4)


def test_files_that_are_free_a_moment_too_late(tmp_path: Path) -> None:
    """Refused with the post, and there when they are looked at: the post is sent once more."""
    scene = Scene(FakeMastodon("mastodon-4.3"), tmp_path, make_steps())
    scene.run()
    undo_all(scene)
    scene.fake.clock.advance(5)
    sentence = "Media 1 not found or already attached to another post"
    scene.fake.faults.answer(3, 422, {"error": sentence}, "POST /api/v1/statuses")
    before = uploads(scene)
    scene.run()

    scene.check_whole()
    assert uploads(scene) == before


def test_the_sample_is_a_picture() -> None:
    """Each server that was tried takes it: GoToSocial 0.20.0 and snac 2.75 as well."""
    fake = FakeMastodon()
    headers = {"Authorization": f"Bearer {fake.token}"}
    files = {"file": ("grey.png", SAMPLE, "image/png")}
    with httpx.Client(transport=httpx.MockTransport(fake), base_url=fake.address, headers=headers) as http:
        assert http.post("/api/v2/media", files=files).status_code == 200


def with_film() -> list[Step]:
    """Six steps, the third with one film in place of its pictures."""
    steps = make_steps()
    film = replace(steps[2].toot.media[0], file="tweets_media/3-0.mp4")
    return [*steps[:2], _with(steps[2], film), *steps[3:]]


def _with(step: Step, *media: Media) -> Step:
    return replace(step, toot=replace(step.toot, media=media))


def refused(events: list[Event]) -> dict[str, str]:
    """The files that are told to be missing, and why."""
    return {event.media_id: event.reason for event in events if isinstance(event, MediaRefused)}


def reasons(scene: Scene) -> dict[str, str]:
    """The files that the ledger has down as refused, and why."""
    with Ledger(scene.ledger_path) as ledger:
        return {
            media_id: upload.reason for (_, media_id), upload in ledger.uploads().items() if upload.reason
        }


def pictures(scene: Scene) -> list[int]:
    """How many files each post has."""
    return [len(status.media_ids) for status in scene.mine()]


def uploads(scene: Scene) -> int:
    """How many files were sent."""
    return scene.fake.requests.count(("POST", "/api/v2/media"))


def test_files_without_the_description_that_is_asked_for(tmp_path: Path) -> None:
    """GoToSocial tells how long it must be; nothing is sent in vain, and the post links to the files."""
    steps = make_steps(3)
    bare = _with(steps[2], *(replace(media, alt="") for media in steps[2].toot.media))
    scene = Scene(FakeMastodon("gotosocial-0.20"), tmp_path, [*steps[:2], bare])
    act = scene.fake.act

    def answer(request: httpx.Request, **how: bool) -> httpx.Response:
        response = act(request, **how)
        if request.url.path == "/api/v2/instance":
            body = response.json()
            body["configuration"]["media_attachments"]["description_minimum"] = 10
            return httpx.Response(200, json=body)
        return response

    scene.fake.act = answer  # type: ignore[method-assign, assignment]
    events = scene.run()

    assert set(refused(events).values()) == {UNDESCRIBED}
    assert uploads(scene) == 0
    assert scene.mine()[2].text.endswith(bare.toot.media[0].page)


def test_many_bad_files_cost_a_picture_of_ours_now_and_then(tmp_path: Path) -> None:
    """Once their code is known to speak of files it is believed, five times in a row."""
    steps = [_with(make_steps(3)[2], replace(_picture(n), id=f"{n}-0")) for n in range(12)]
    alone = [
        replace(step, key=StepKey(number), parent=None, toot=replace(step.toot, text=f"Number {number}"))
        for number, step in enumerate(steps, start=1)
    ]
    files = {f"{n}-0": b"unreadable" for n in range(11)}
    scene = Scene(FakeMastodon(), tmp_path, alone, files=files)
    events = scene.run()

    assert len(refused(events)) == 11
    assert uploads(scene) == 12 + 2 * 3, "at the first, the sixth and the eleventh: ours, and it once more"


def _picture(number: int) -> Media:
    return replace(make_steps(3)[2].toot.media[0], file=f"tweets_media/{number}-0.png")
