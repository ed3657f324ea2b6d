"""Of a download that was cut off, everything that is whole is read, and the loss is stated."""

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from migrate.archive import open_archive
from migrate.errors import ArchiveError
from migrate.model import ProblemKind
from tests.archive.conftest import Read
from tests.archive.packed import ACCOUNT, js, manifest
from tests.fakes.archive import media_names, photo, tweet, write_archive

MANY = [tweet(f"Tweet number {n}, with some more text to it") for n in range(200)]
PICTURES = [tweet(f"Picture {n}", media=[photo(f"p{n}")]) for n in range(3)]


class Unseekable(io.BytesIO):
    """A pipe: whoever writes a zip to it puts the sizes behind the contents."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise io.UnsupportedOperation

    def tell(self) -> int:
        raise io.UnsupportedOperation


def packed(members: Mapping[str, bytes], *, stream: bool, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip, written to a file or as a stream."""
    target = Unseekable() if stream else io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


@pytest.fixture(params=[False, True], ids=["sizes before", "sizes behind"])
def whole(request: pytest.FixtureRequest) -> bytes:
    """An archive with its tweets first and its pictures last."""
    names = [name for made in PICTURES for name in media_names(made)]
    members = {
        "data/account.js": ACCOUNT,
        "data/manifest.js": manifest(tweets=203),
        "data/tweets.js": js(*MANY, *PICTURES),
        **{f"data/tweets_media/{name}": name.encode() * 9 for name in names},
    }
    return packed(members, stream=request.param)


def cut(tmp_path: Path, content: bytes, at: int) -> Path:
    """As much of a zip as was downloaded."""
    path = tmp_path / "twitter.zip"
    path.write_bytes(content[:at])
    return path


def test_without_its_end_nothing_is_lost(tmp_path: Path, read: Read, whole: bytes) -> None:
    """The list of contents is last, and can be done without."""
    archive = read(cut(tmp_path, whole, -30))

    assert archive.read == archive.claimed == 203
    assert [p.kind for p in archive.problems] == [ProblemKind.TRUNCATED]
    for one in archive.tweets:
        for media in one.media:
            with archive.open_media(media) as stream:
                assert stream.read() == (media.file or "").rsplit("/", 1)[1].encode() * 9


def test_a_picture_that_is_cut_is_missing(tmp_path: Path, read: Read, whole: bytes) -> None:
    """Half a picture is never posted."""
    last = whole.rindex(b"PK\x03\x04")

    archive = read(cut(tmp_path, whole, last + 100))

    kinds = [p.kind for p in archive.problems]
    assert kinds == [ProblemKind.TRUNCATED, ProblemKind.MISSING_MEDIA]
    assert archive.read == 203


def test_tweets_before_the_cut_are_read(tmp_path: Path, read: Read, whole: bytes) -> None:
    """Even those in a file that is itself cut off."""
    middle = whole.index(b"data/tweets.js") + 3000

    archive = read(cut(tmp_path, whole, middle))

    assert 20 < archive.read < 203
    assert [one.text for one in archive.tweets] == [made["full_text"] for made in MANY[: archive.read]]
    kinds = {p.kind for p in archive.problems}
    assert kinds >= {ProblemKind.TRUNCATED, ProblemKind.MISSING_TWEETS}


def test_members_that_may_be_over_4_gb(tmp_path: Path, read: Read) -> None:
    """Their sizes stand elsewhere, even if they turned out small."""
    content = write_archive(tmp_path / "whole.zip", MANY).read_bytes()

    assert read(cut(tmp_path, content, -30)).read == len(MANY)


def test_a_hole_costs_what_was_in_it(tmp_path: Path, read: Read, whole: bytes) -> None:
    """A header that was overwritten hides its member, not the ones behind it."""
    hidden = whole.index(b"data/manifest.js")
    damaged = whole[: hidden - 30] + b"????" + whole[hidden - 26 :]

    archive = read(cut(tmp_path, damaged, -30))

    assert archive.claimed is None
    assert archive.read == 203


@pytest.mark.parametrize("stream", [False, True])
def test_every_cut_is_survived(tmp_path: Path, stream: bool) -> None:
    """At each byte where a download may stop there is an archive with a warning, or one line."""
    members = {"data/account.js": ACCOUNT, "data/tweets.js": js(*MANY[:3])}
    content = packed(members, stream=stream, method=zipfile.ZIP_STORED)

    for at in range(4, len(content) - 1, 61):
        assert ProblemKind.TRUNCATED in what_a_person_is_told(cut(tmp_path, content, at))


def what_a_person_is_told(path: Path) -> list[str]:
    """The problems' kinds; TRUNCATED as well where nothing could be opened because of that."""
    try:
        with open_archive(path) as archive:
            return [problem.kind for problem in archive.problems]
    except ArchiveError as error:
        return ["truncated"] if re.search("not downloaded in full|no tweets", str(error)) else [str(error)]
