"""Where there is no archive, one line says so and what to do."""

import os
import zipfile
from pathlib import Path

import pytest

from migrate.archive import open_archive
from migrate.errors import ArchiveError, ExitCode
from tests.archive.conftest import Read
from tests.archive.packed import js, zip_of
from tests.fakes.archive import OWNER, tweet, write_archive

NEXT_STEP = r"Give|Download|Unpack|Look at"


def refused(*paths: Path) -> str:
    """What a person is told."""
    with pytest.raises(ArchiveError) as caught:
        open_archive(*paths)
    assert caught.value.exit_code is ExitCode.ARCHIVE
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    "content",
    [b"", b"<html>Sign in</html>", b"PK", b"Rar!\x1a\x07", os.urandom(100_000), b"PK\x05\x06" + bytes(18)],
)
def test_a_file_that_is_no_zip(tmp_path: Path, content: bytes) -> None:
    """A sign-in page saved under the archive's name, for one."""
    path = tmp_path / "twitter.zip"
    path.write_bytes(content)

    assert "Give the zip that Twitter sent" in refused(path)


def test_a_zip_without_an_archive(tmp_path: Path) -> None:
    """The wrong file was chosen."""
    path = tmp_path / "holiday.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("beach.jpg", b"sand")

    assert "There are no tweets in" in refused(path)


def test_a_zip_in_a_zip_is_not_searched(tmp_path: Path) -> None:
    """Zips inside zips without end are an old trick."""
    inner = write_archive(tmp_path / "inner.zip", [tweet("x")])
    path = tmp_path / "outer.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(inner, "inner.zip")

    assert "There are no tweets in" in refused(path)


def test_an_empty_folder_and_no_folder(tmp_path: Path) -> None:
    """Each has its own sentence."""
    assert "There are no tweets in" in refused(tmp_path)
    assert "There is nothing at" in refused(tmp_path / "not here")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("name", ["a.zip", "folder"])
def test_what_may_not_be_read(tmp_path: Path, name: str) -> None:
    """Permissions are named."""
    path = write_archive(tmp_path / name, [tweet("x")], packing="zip" if name == "a.zip" else "folder")
    path.chmod(0)

    assert "Look at its permissions" in refused(path)
    path.chmod(0o700)


def test_archives_of_two_people(tmp_path: Path) -> None:
    """Nobody's tweets are posted as somebody else's."""
    mine = write_archive(tmp_path / "mine.zip", [tweet("x")])
    other = b'[{"account": {"accountId": "7", "username": "bob_example"}}]'
    theirs = zip_of(tmp_path / "theirs.zip", {"data/account.js": other, "data/tweets.js": js(tweet("y"))})

    assert "@ada_example, @bob_example" in refused(mine, theirs)


def test_a_locked_zip(tmp_path: Path) -> None:
    """There is no way to give a password."""
    path = zip_of(tmp_path / "a.zip", {"data/tweets.js": js(tweet("x"))})
    content = bytearray(path.read_bytes())
    at = 0
    while (at := content.find(b"PK\x01\x02", at)) >= 0:
        content[at + 8] |= 1
        at += 1
    path.write_bytes(content)

    assert "locked with a password" in refused(path)


def test_a_listing_without_end(tmp_path: Path) -> None:
    """A zip's list of contents is held in memory, so it may not have any size."""
    path = tmp_path / "a.zip"
    path.write_bytes(b"PK\x03\x04" + b"PK\x05\x06" + bytes(8) + (100 << 20).to_bytes(4, "little") + bytes(6))

    assert "more files than a Twitter archive has" in refused(path)


def test_no_account_file_is_no_reason_to_stop(tmp_path: Path, read: Read) -> None:
    """Whose archive it is shows in the replies to oneself."""
    first = tweet("one")
    path = tmp_path / "tweets.js"
    path.write_bytes(js(first, tweet("two", reply_to=first)))

    archive = read(path)

    assert (archive.owner.id, archive.owner.handle) == ("990000000000000001", "ada_example")
    assert [p.where for p in archive.problems] == ["account.js"]


def test_the_manifest_knows_whose_archive_it_is(tmp_path: Path, read: Read) -> None:
    """Where the account's own file was taken out."""
    folder = write_archive(tmp_path / "a", [tweet("x")], packing="folder")
    (folder / "data" / "account.js").unlink()

    assert read(folder).owner == OWNER


def test_every_path_has_to_hold_something(tmp_path: Path) -> None:
    """A wrong file among several is not passed over."""
    good = write_archive(tmp_path / "a.zip", [tweet("x")])
    (tmp_path / "empty").mkdir()

    assert str(tmp_path / "empty") in refused(good, tmp_path / "empty")


def test_a_file_inside_an_archive_stands_for_all_of_it(tmp_path: Path, read: Read) -> None:
    """Else the other parts would be left out without a word."""
    folder = write_archive(tmp_path / "a", [tweet("x"), tweet("y")], packing="folder", parts=2)

    assert len(read(folder / "data" / "tweets.js").tweets) == 2
