"""Files: when they are ready, what is refused, how long they are kept."""

from datetime import UTC, datetime

import pytest

from tests.fakes.client import JPEG, MP4, BareClient
from tests.fakes.clock import FakeClock
from tests.fakes.files import BROKEN, SILENT, UNREADABLE
from tests.fakes.mastodon import FakeMastodon

GIF = b"GIF89a"


@pytest.mark.parametrize(
    ("dialect", "content", "code"),
    [
        ("mastodon-4.5", JPEG, 200),
        ("mastodon-4.5", GIF, 200),
        ("mastodon-4.5", MP4, 202),
        ("mastodon-4.5", MP4 + SILENT, 202),
        ("mastodon-3.5", JPEG, 202),
        ("gotosocial-0.20", MP4, 200),
        ("pleroma-2.7", JPEG, 202),
        ("snac-2.94", MP4, 200),
        ("friendica-2024", MP4, 200),
    ],
)
def test_what_is_ready_at_once(dialect: str, content: bytes, code: int) -> None:
    """Pleroma says 202 and gives the address all the same."""
    answer = BareClient(FakeMastodon(dialect)).upload(content)

    assert answer.status_code == code
    assert (answer.json()["url"] is None) is (code == 202 and dialect != "pleroma-2.7")


def test_a_video_is_asked_for_until_it_is_ready() -> None:
    """206, 206 ... 200, and a post with it is refused before."""
    fake = FakeMastodon()
    fake.world.processing_polls = 3
    client = BareClient(fake)
    media_id = client.upload(MP4, "video/mp4").json()["id"]

    early = client.say("my film", media_ids=[media_id])
    polls = [client.get(f"/api/v1/media/{media_id}") for _ in range(3)]
    late = client.say("my film", media_ids=[media_id])

    assert (early.status_code, late.status_code) == (422, 200)
    assert [poll.status_code for poll in polls] == [206, 206, 200]
    assert [bool(poll.json()["url"]) for poll in polls] == [False, False, True]


def test_an_attached_file_can_no_longer_be_asked_for_on_mastodon() -> None:
    """Where(status_id: nil); elsewhere it can."""
    for dialect, code in (("mastodon-4.5", 404), ("gotosocial-0.20", 200)):
        client = BareClient(FakeMastodon(dialect))
        media_id = client.upload().json()["id"]
        client.say("one", media_ids=[media_id])

        assert client.get(f"/api/v1/media/{media_id}").status_code == code


@pytest.mark.parametrize(
    ("dialect", "content", "code"),
    [
        ("mastodon-4.5", UNREADABLE, 422),
        ("mastodon-4.5", JPEG + BROKEN, 500),
        ("mastodon-4.5", MP4 + BROKEN, 202),
        ("gotosocial-0.20", UNREADABLE, 422),
        ("pleroma-2.7", UNREADABLE, 202),
        ("snac-2.94", UNREADABLE, 200),
        ("mastodon-4.5", JPEG + bytes(1000), 422),
        ("gotosocial-0.20", JPEG + bytes(1000), 400),
        ("pleroma-2.7", JPEG + bytes(1000), 413),
    ],
)
def test_bad_files(dialect: str, content: bytes, code: int) -> None:
    """Unreadable, broken, too big."""
    fake = FakeMastodon(dialect, image_bytes=1000, video_bytes=1000)

    assert BareClient(fake).upload(content).status_code == code


def test_a_broken_video_shows_it_only_when_asked() -> None:
    """The upload was accepted; then 206 for half a minute, then 422 for ever."""
    fake = FakeMastodon()
    client = BareClient(fake)
    media_id = client.upload(MP4 + BROKEN, "video/mp4").json()["id"]
    codes = []
    for _ in range(3):
        codes.append(client.get(f"/api/v1/media/{media_id}").status_code)
        fake.clock.advance(20)

    assert codes == [206, 206, 422]
    assert client.say("my film", media_ids=[media_id]).status_code == 422


def test_no_file_at_all() -> None:
    """A form without one."""
    assert BareClient(FakeMastodon()).post("/api/v2/media", data={"description": "x"}).status_code == 422


def test_description_and_bytes_arrive() -> None:
    """Also where the bytes hold line breaks."""
    fake = FakeMastodon()
    content = JPEG + b"\r\n\r\n--x\r\n"
    media_id = BareClient(fake).upload(content, description="a café, é").json()["id"]

    assert (fake.media[media_id].description, fake.media[media_id].size) == ("a café, é", len(content))


def test_a_description_that_is_too_long() -> None:
    """1500 characters on Mastodon 4.5."""
    client = BareClient(FakeMastodon())

    assert client.upload(description="x" * 1500).status_code == 200
    assert client.upload(description="x" * 1501).status_code == 422


@pytest.mark.parametrize(
    ("dialect", "code", "attached"),
    [
        ("mastodon-3.5", 200, 0),
        ("mastodon-4.2", 200, 0),
        ("mastodon-4.5", 422, None),
        ("gotosocial-0.20", 400, None),
        ("pleroma-2.7", 200, 1),
    ],
)
def test_attaching_a_file_twice(dialect: str, code: int, attached: int | None) -> None:
    """Refused; or, before 4.3, posted without it and without a word."""
    fake = FakeMastodon(dialect)
    fake.world.processing_polls = 0
    client = BareClient(fake)
    media_id = client.upload().json()["id"]
    client.say("one", media_ids=[media_id])

    again = client.say("two", media_ids=[media_id])

    assert again.status_code == code
    assert [len(status.media_ids) for status in fake.statuses[1:]] == ([] if attached is None else [attached])


@pytest.mark.parametrize(
    ("dialect", "code"),
    [("mastodon-4.2", 200), ("mastodon-4.5", 422), ("gotosocial-0.20", 400), ("pleroma-2.7", 200)],
)
def test_attaching_what_is_not_there(dialect: str, code: int) -> None:
    """The same; Pleroma leaves it out in silence too."""
    fake = FakeMastodon(dialect)

    assert BareClient(fake).say("one", media_ids=["123"]).status_code == code


def test_too_many_and_mixed() -> None:
    """Four at most, and a video alone; a silent one is no video."""
    fake = FakeMastodon()
    fake.world.processing_polls = 0
    client = BareClient(fake)
    pictures = [client.upload().json()["id"] for _ in range(5)]
    film = client.upload(MP4, "video/mp4").json()["id"]
    loop = client.upload(MP4 + SILENT, "video/mp4").json()["id"]

    assert client.say("one", media_ids=pictures).status_code == 422
    assert client.say("one", media_ids=[pictures[0], film]).status_code == 422
    assert client.say("one", media_ids=[pictures[0], loop]).status_code == 200


@pytest.mark.parametrize(
    ("dialect", "kept"), [("mastodon-4.5", True), ("gotosocial-0.20", True), ("snac-2.94", False)]
)
def test_the_ids_of_files_in_a_status(dialect: str, kept: bool) -> None:
    """In the order that was asked for; some servers number them anew."""
    client = BareClient(FakeMastodon(dialect))
    ids = [client.upload().json()["id"] for _ in range(3)][::-1]

    posted = client.say("one", media_ids=ids).json()

    anew = [f"{posted['url']}_{place}" for place in range(3)]
    assert [media["id"] for media in posted["media_attachments"]] == (ids if kept else anew)


def test_mastodon_throws_files_away_that_are_a_day_old_at_night() -> None:
    """Those of this morning stay tonight; what is attached stays."""
    fake = FakeMastodon(clock=FakeClock(datetime(2026, 3, 2, 9, 0, tzinfo=UTC)))
    client = BareClient(fake)
    morning, attached = (client.upload().json()["id"] for _ in range(2))
    client.say("one", media_ids=[attached])

    fake.clock.advance(24 * 3600)
    assert client.get(f"/api/v1/media/{morning}").status_code == 200
    fake.clock.advance(24 * 3600)
    assert client.get(f"/api/v1/media/{morning}").status_code == 404
    assert list(fake.media) == [attached]


def test_gotosocial_throws_all_away_at_midnight() -> None:
    """However young."""
    fake = FakeMastodon("gotosocial-0.20", clock=FakeClock(datetime(2026, 3, 2, 23, 59, 30, tzinfo=UTC)))
    client = BareClient(fake)
    media_id = client.upload().json()["id"]

    fake.clock.advance(60)

    assert client.say("one", media_ids=[media_id]).status_code == 400
    assert client.say("one", media_ids=[client.upload().json()["id"]]).status_code == 200
