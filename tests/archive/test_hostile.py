"""An archive that was made to do harm does none, and takes neither long nor much memory."""

import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from migrate.archive import open_archive
from migrate.errors import ArchiveError
from migrate.model import ProblemKind
from tests.archive.conftest import Read
from tests.archive.packed import ACCOUNT, js, zip_of
from tests.fakes.archive import media_names, photo, tweet, write_archive

MANY_MEGABYTES = 64 << 20


def test_a_bomb_is_not_unpacked(tmp_path: Path, read: Read) -> None:
    """A file that would grow beyond measure is named, and left."""
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data/account.js", ACCOUNT)
        archive.writestr("data/tweets.js", js(tweet("one")))
        with archive.open("data/tweets-part1.js", "w") as target:
            for _ in range(128):
                target.write(b" " * (1 << 20))

    archive_read = read(path)

    assert [one.text for one in archive_read.tweets] == ["one"]
    (problem,) = archive_read.problems
    assert (problem.kind, problem.where) == (ProblemKind.TRUNCATED, "tweets-part1.js")
    assert "beyond measure" in problem.detail


@pytest.mark.parametrize("torn", [False, True])
def test_a_bomb_that_says_it_is_small(tmp_path: Path, read: Read, torn: bool) -> None:
    """The size in the listing bounds what is read; where there is no listing, what grows is watched."""
    path = zip_of(tmp_path / "a.zip", {"data/tweets.js": b"[" + b" " * (256 << 20) + b"]"})
    content = path.read_bytes()
    assert content.count((256 << 20 | 2).to_bytes(4, "little")) == 2
    content = content.replace((256 << 20 | 2).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    path.write_bytes(content[:-40] if torn else content)

    tracemalloc.start()
    archive = read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    told = next(p for p in archive.problems if p.where == "tweets.js")
    assert told.kind is ProblemKind.TRUNCATED
    assert ("beyond measure" in told.detail) is torn
    assert peak < MANY_MEGABYTES


@pytest.mark.parametrize(
    "name",
    [
        "../data/tweets.js",
        "/data/tweets.js",
        "..\\data\\tweets.js",
        "x/../../data/tweets.js",
        "__MACOSX/data/tweets.js",
        "data/._tweets.js",
    ],
)
def test_names_that_lead_outside_are_not_followed(tmp_path: Path, name: str) -> None:
    """Nothing that Twitter writes is called that, so it is no archive."""
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, js(tweet("x")))

    with pytest.raises(ArchiveError):
        open_archive(path)


def test_an_entry_without_a_name(tmp_path: Path, read: Read) -> None:
    """A zero byte ends a name, also where it is the first."""
    path = zip_of(tmp_path / "a.zip", {"data/tweets.js": js(tweet("one")), "QQQ": b""})
    path.write_bytes(path.read_bytes().replace(b"QQQ", b"\0QQ"))

    assert [one.text for one in read(path).tweets] == ["one"]


def test_links_in_a_folder_are_not_followed(tmp_path: Path, read: Read) -> None:
    """A prepared folder can't have a private file posted as a picture."""
    made = tweet("look", media=[photo("key")])
    folder = write_archive(tmp_path / "a", [made], packing="folder")
    (tmp_path / "private").write_text("a secret")
    (folder / "data" / "tweets_media").mkdir()
    (folder / "data" / "tweets_media" / media_names(made)[0]).symlink_to(tmp_path / "private")

    assert read(folder).tweets[0].media[0].file is None


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_entries_of_one_name(tmp_path: Path, read: Read) -> None:
    """The one that unpacking would leave is read, and the other is named."""
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("data/account.js", ACCOUNT)
        archive.writestr("data/tweets.js", js(tweet("first")))
        archive.writestr("data/tweets.js", js(tweet("second")))

    archive_read = read(path)

    assert [one.text for one in archive_read.tweets] == ["second"]
    assert [(p.kind, p.where) for p in archive_read.problems] == [(ProblemKind.DUPLICATE, "data/tweets.js")]


@pytest.mark.parametrize(
    "opening", [b'[ {"tweet" : {"full_text" : "', b"[ {\n  ", b"[" * 100, b"[ [ { { {", b'[ {"a": [']
)
def test_a_line_without_end(tmp_path: Path, read: Read, opening: bytes) -> None:
    """It is not held in memory, whatever it begins with."""
    path = tmp_path / "tweets.js"
    path.write_bytes(opening + b"x" * MANY_MEGABYTES)

    tracemalloc.start()
    archive = read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert len(archive.tweets) == 0
    assert archive.problems
    assert peak < 12 << 20


def test_braces_without_end_take_time_in_proportion(tmp_path: Path, read: Read) -> None:
    """Ten times the nonsense takes some ten times as long, not a hundred."""

    def seconds(size: int) -> float:
        path = tmp_path / "tweets.js"
        path.write_bytes(b"[" + b'{"":' * size)
        since = time.process_time()
        read(path)
        return time.process_time() - since

    seconds(1000)
    assert seconds(400_000) < 40 * max(seconds(40_000), 0.01)
