"""Which file belongs to which picture or video."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from migrate.archive import Archive
from migrate.model import MediaKind, ProblemKind
from tests.archive.conftest import Read
from tests.archive.packed import js, zip_of
from tests.fakes.archive import edited, gif, media_names, photo, tweet, video, write_archive

CLIP = video({256_000: "low", 2_176_000: "best", 832_000: "middle"})


def archive_of(tmp_path: Path, read: Read, made: dict[str, Any], **files: bytes) -> Archive:
    """One tweet, and files by the part of their names after its id."""
    media = {f"{made['id']}-{name.replace('_dot_', '.')}": content for name, content in files.items()}
    return read(write_archive(tmp_path / "a.zip", [made], media=media))


@pytest.mark.parametrize(("era", "packing"), [("2018", "zip"), ("2021", "folder"), ("2025", "mac")])
def test_all_pictures_of_a_tweet_are_found(tmp_path: Path, read: Read, era: str, packing: Any) -> None:
    """Up to four; `entities` has only the first of them. Keys may begin with a hyphen."""
    made = tweet("four", media=[photo("-a_b"), photo("b", ending="png"), photo("c"), photo("d")])
    media = {name: name.encode() for name in media_names(made)}

    archive = read(write_archive(tmp_path / "a", [made], era=era, packing=packing, media=media))

    found = archive.tweets[0].media
    assert [(one.file or "").rsplit("/", 1)[1] for one in found] == media_names(made)
    assert [one.size for one in found] == [len(name) for name in media_names(made)]
    assert [archive.open_media(one).read().decode() for one in found] == media_names(made)
    assert archive.problems == ()


@pytest.mark.parametrize(
    ("there", "chosen"),
    [(["low", "best", "middle"], "best"), (["low", "middle"], "middle"), (["low"], "low")],
)
def test_the_best_video_that_is_there(tmp_path: Path, read: Read, there: list[str], chosen: str) -> None:
    """Twitter keeps the best one; not every archive has it."""
    archive = archive_of(
        tmp_path, read, tweet("clip", media=[CLIP]), **{f"{key}_dot_mp4": b"film" for key in there}
    )

    (one,) = archive.tweets[0].media
    assert (one.kind, one.width, one.height) == (MediaKind.VIDEO, 320, 180)
    assert (one.file or "").endswith(f"-{chosen}.mp4")


def test_a_still_picture_is_no_video(tmp_path: Path, read: Read) -> None:
    """Where the video is missing, nothing is posted in its place, and it is named with kind and size."""
    archive = archive_of(tmp_path, read, tweet("clip", media=[CLIP]), thumb_dot_jpg=b"still")

    assert archive.tweets[0].media[0].file is None
    assert [(p.kind, p.detail) for p in archive.problems] == [(ProblemKind.MISSING_MEDIA, "video, 320x180")]


def test_a_gif_is_a_film(tmp_path: Path, read: Read) -> None:
    """Its one file has a bitrate of zero, which is not none."""
    archive = archive_of(tmp_path, read, tweet("loop", media=[gif("dance")]), dance_dot_mp4=b"film")

    (one,) = archive.tweets[0].media
    assert (one.kind, one.size) == (MediaKind.GIF, 4)


def test_pictures_that_were_in_a_zip_of_their_own(tmp_path: Path, read: Read) -> None:
    """So it was until January 2020."""
    made = tweet("look", media=[photo("key")])
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as target:
        target.writestr(media_names(made)[0], b"picture")
    members = {"tweet.js": js(made), "tweet_media/tweet-media-part1.zip": inner.getvalue()}

    archive = read(zip_of(tmp_path / "a.zip", members))

    (one,) = archive.tweets[0].media
    assert archive.open_media(one).read() == b"picture"
    assert one.size == len(b"picture")


def test_a_damaged_picture_is_an_os_error(tmp_path: Path, read: Read) -> None:
    """Whoever uploads it need not know of zips."""
    made = tweet("look", media=[photo("key")])
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as target:
        target.writestr("data/tweets.js", js(made))
        target.writestr(f"data/tweets_media/{media_names(made)[0]}", b"picture")
    path.write_bytes(path.read_bytes().replace(b"picture", b"pictore"))

    archive = read(path)

    with pytest.raises(OSError, match="CRC"):
        archive.open_media(archive.tweets[0].media[0]).read()


def test_a_picture_can_be_read_twice(tmp_path: Path, read: Read) -> None:
    """An upload that is sent again starts over."""
    archive = archive_of(tmp_path, read, tweet("look", media=[photo("key")]), key_dot_jpg=b"picture")

    stream = archive.open_media(archive.tweets[0].media[0])
    assert stream.read(3) == b"pic"
    stream.seek(0)
    assert stream.read() == b"picture"


def test_a_missing_picture_is_an_os_error(tmp_path: Path, read: Read) -> None:
    """As is any name that is not in the index of media."""
    archive = archive_of(tmp_path, read, tweet("look", media=[photo("key")]))

    with pytest.raises(OSError, match=r"account\.js"):
        archive.open_file("data/account.js")


PICTURE = photo("KeY_a-1")


@pytest.mark.parametrize(
    "name", ["KeY_a-1.png", "KeY_a-1 (1).jpg", "KeY_a-1.JPG", "key_A-1.jpeg", "KeY_a-1 copy.jpg", "other.jpg"]
)
def test_a_file_under_a_name_that_differs(tmp_path: Path, read: Read, name: str) -> None:
    """It begins with the tweet's id, and the tweet has one picture: there is no doubt."""
    archive = archive_of(tmp_path, read, tweet("look", media=[PICTURE]), **{name: b"picture"})

    assert (archive.tweets[0].media[0].file or "").endswith(name)
    assert archive.problems == ()


@pytest.mark.parametrize("address", ["KeY_a-1?format=jpg&name=large", "KeY_a-1.jpg:orig", "KeY_a-1"])
def test_an_address_with_a_size(tmp_path: Path, read: Read, address: str) -> None:
    """Programs ask for one; the file has the key alone."""
    made = tweet("look", media=[PICTURE, photo("b")])
    for shown in (made["entities"]["media"][0], made["extended_entities"]["media"][0]):
        shown |= {"media_url": f"http://p/{address}", "media_url_https": f"https://p/{address}"}

    archive = archive_of(tmp_path, read, made, **{"KeY_a-1.jpg": b"one", "b.jpg": b"two"})

    assert [archive.open_media(one).read() for one in archive.tweets[0].media] == [b"one", b"two"]


def test_a_doubt_leaves_a_picture_missing(tmp_path: Path, read: Read) -> None:
    """Two pictures and a file of another name; one picture and two such files; a film for a picture."""
    two = tweet("two", media=[PICTURE, photo("b")])
    one = tweet("one", media=[PICTURE])
    film = tweet("film", media=[PICTURE])
    files = [f"{two['id']}-x.jpg", f"{one['id']}-x.jpg", f"{one['id']}-y.jpg", f"{film['id']}-x.mp4"]

    archive = read(write_archive(tmp_path / "a.zip", [two, one, film], media=dict.fromkeys(files, b"p")))

    assert [media.file for each in archive.tweets for media in each.media] == [None] * 4


@pytest.mark.parametrize("addresses", [[], ["https://v/pl/list.m3u8?tag=12"], ["https://v/a.mp4"]])
def test_a_video_whose_files_are_not_listed(tmp_path: Path, read: Read, addresses: list[str]) -> None:
    """Nor their bitrates: the one film of the tweet is the one."""
    made = tweet("clip", media=[CLIP])
    made["extended_entities"]["media"][0]["video_info"]["variants"] = [
        {"url": address} for address in addresses
    ]

    archive = archive_of(tmp_path, read, made, a_dot_mp4=b"film", thumb_dot_jpg=b"still")

    assert (archive.tweets[0].media[0].file or "").endswith("-a.mp4")


def test_a_gif_may_lie_there_as_one(tmp_path: Path, read: Read) -> None:
    """Some programs turn Twitter's films back into what was uploaded."""
    archive = archive_of(tmp_path, read, tweet("loop", media=[gif("dance")]), dance_dot_gif=b"GIF89a")

    assert (archive.tweets[0].media[0].file or "").endswith("-dance.gif")


def test_a_kind_that_is_not_known_is_a_film_if_it_has_one(tmp_path: Path, read: Read) -> None:
    """Else a picture."""
    made = tweet("voice", media=[CLIP])
    made["extended_entities"]["media"][0]["type"] = "audio"

    archive = archive_of(tmp_path, read, made, best_dot_mp4=b"film")

    assert archive.tweets[0].media[0].kind is MediaKind.VIDEO


def test_an_empty_file_is_none(tmp_path: Path, read: Read) -> None:
    """No server takes it, so its page is linked, and it is told."""
    archive = archive_of(tmp_path, read, tweet("look", media=[PICTURE]), **{"KeY_a-1.jpg": b""})

    assert archive.tweets[0].media[0].file is None
    assert [problem.kind for problem in archive.problems] == [ProblemKind.MISSING_MEDIA]


def test_a_picture_that_is_listed_twice_is_one(tmp_path: Path, read: Read) -> None:
    """It was shown once."""
    made = tweet("look", media=[PICTURE, PICTURE])
    for shown in made["extended_entities"]["media"]:
        shown["id_str"] = "5"

    assert len(archive_of(tmp_path, read, made, **{"KeY_a-1.jpg": b"p"}).tweets[0].media) == 1


@pytest.mark.parametrize(("field", "text"), [("ext_alt_text", "A cat"), ("media_alt", "A cat")])
def test_a_description_is_kept(tmp_path: Path, read: Read, field: str, text: str) -> None:
    """In either of the fields that have held one."""
    made = tweet("look", media=[PICTURE])
    made["extended_entities"]["media"][0][field] = text

    assert archive_of(tmp_path, read, made).tweets[0].media[0].alt == text


def test_an_edited_tweets_picture_goes_with_each_version(tmp_path: Path, read: Read) -> None:
    """Its file has the id of the first."""
    versions = edited(tweet("Teh cat", media=[PICTURE]), tweet("The cat", media=[PICTURE]))
    name = f"{versions[0]['id']}-KeY_a-1.jpg"

    archive = read(write_archive(tmp_path / "a.zip", versions, media={name: b"cat"}))

    assert [(one.media[0].file or "").rpartition("/")[2] for one in archive.tweets] == [name, name]
