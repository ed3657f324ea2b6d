"""Files that were renamed, copied, packed or saved again are read where there is no doubt."""

import csv
import io
import zipfile
from pathlib import Path

import msgspec
import pytest

from migrate.archive import open_archive
from migrate.archive.layout import original_name, stem_of
from migrate.errors import ArchiveError
from migrate.model import ProblemKind
from tests.archive.conftest import Read
from tests.archive.packed import ACCOUNT, js, manifest, zip_of
from tests.fakes.archive import tweet, write_archive

TWO = [tweet("Früh & spät, crêpes et café"), tweet("Two: 1, 2 // and {3}, /* four */")]
TEXTS = sorted(one["full_text"] for one in TWO)


def texts(read: Read, path: Path) -> list[str]:
    """What is read, with nothing lost."""
    archive = read(path)
    assert {problem.kind for problem in archive.problems} <= {ProblemKind.COPY_NOT_READ}
    return sorted(one.text for one in archive.tweets)


@pytest.mark.parametrize(
    "name",
    [
        "Tweets.js",
        "TWEETS.JS",
        "tweets (1).js",
        "tweets(2).js",
        "tweets 2.js",
        "tweets copy.js",
        "tweets - Copy.js",
        "tweets - Kopie (2).js",
        "Copy of tweets.js",
        "Kopie von tweets.js",
        "tweets.json",
        "tweets.txt",
        "tweets.js.txt",
        "Tweets (1).JSON",
    ],
)
def test_a_renamed_file_is_read(tmp_path: Path, read: Read, name: str) -> None:
    """And counted as the file that the archive lists."""
    members = {f"data/{name}": js(*TWO), "data/manifest.js": manifest(tweets=2)}

    assert texts(read, zip_of(tmp_path / "a.zip", members)) == TEXTS


@pytest.mark.parametrize(
    ("name", "original"),
    [
        ("tweets-part12.json", "tweets-part12.js"),
        ("tweets-part1 (1).js", "tweets-part1.js"),
        ("2019_02 (1).js", "2019_02.js"),
        ("Tweets (1).csv", "tweets.csv"),
        ("direct-messages copy.js", "direct-messages.js"),
    ],
)
def test_what_twitter_called_a_file(name: str, original: str) -> None:
    """A part keeps its number, and what is never opened stays so under another name."""
    assert original_name(name) == original
    assert (stem_of(name) is None) == original.startswith("direct")


def test_a_copy_beside_the_file_is_not_read_again(tmp_path: Path, read: Read) -> None:
    """It is named."""
    members = {"data/tweets.js": js(*TWO), "data/tweets copy.js": js(*TWO), "data/like copy.js": js()}
    path = zip_of(tmp_path / "a.zip", members | {"data/like.js": js()})

    assert texts(read, path) == TEXTS
    assert [problem.where for problem in read(path).problems] == ["tweets copy.js", "like copy.js"]


def test_folders_in_capitals(tmp_path: Path, read: Read) -> None:
    """As some programs unpack them."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("Data/Account.js", ACCOUNT)
        archive.writestr("Data/Tweets.js", js(*TWO))

    assert texts(read, tmp_path / "a.zip") == TEXTS


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"], ids=str)
def test_another_encoding(tmp_path: Path, read: Read, encoding: str) -> None:
    """Windows' editors save in several."""
    many = [tweet(f"{n} crêpes") for n in range(3000)]
    content = js(*TWO, *many).decode().encode(encoding)

    found = texts(read, zip_of(tmp_path / "a.zip", {"data/tweets.js": content}))

    assert found == sorted([*TEXTS, *(one["full_text"] for one in many)])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(b'"lang" : "en"', b'"lang" : "en",', id="a comma behind the last field"),
        pytest.param(b"\n  }\n]", b"\n  },\n]", id="a comma behind the last record"),
        pytest.param(b"\n]", b"\n];\n// kept for Ada's archive, 2023\n", id="a comment at the end"),
        pytest.param(b"window.", b"/* kept */\nwindow.", id="a comment at the beginning"),
        pytest.param(b'"full_text"', b'// her words\n"full_text"', id="a comment in a record"),
        pytest.param(b'"full_text" :', b"full_text:", id="a key without quotes"),
    ],
)
def test_what_editors_add(tmp_path: Path, read: Read, before: bytes, after: bytes) -> None:
    """Commas, comments and keys as JavaScript has them; texts stay as they are."""
    last = [one | {"lang": one.pop("lang")} for one in (dict(one) for one in TWO)]
    content = js(*last)
    assert before in content

    changed = content.replace(before, after)

    assert texts(read, zip_of(tmp_path / "a.zip", {"data/tweets.js": changed})) == TEXTS


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_table_that_a_spreadsheet_saved(tmp_path: Path, read: Read, sign: str, encoding: str) -> None:
    """Long numbers are rounded there, so that a tweet is known by its date."""
    table = io.StringIO()
    rows = csv.writer(table, delimiter=sign)
    rows.writerow(["tweet_id", "timestamp", "text"])
    rows.writerow(["1.10E+18", "2019-03-01 09:06:00 +0000", "Früh, «crêpes»; café"])
    rows.writerow(["1101408230568886272", "2019-03-01 09:06:00 +0000", "two"])
    (tmp_path / "tweets.csv").write_bytes(table.getvalue().encode(encoding))

    archive = read(tmp_path / "tweets.csv")

    assert {one.text for one in archive.tweets} == {"Früh, «crêpes»; café", "two"}
    assert {one.created_at.minute for one in archive.tweets} == {6}
    assert ProblemKind.LOST_ID in {problem.kind for problem in archive.problems}


def test_a_manifest_that_was_edited(tmp_path: Path, read: Read) -> None:
    """It still says how many tweets there should be."""
    claims = manifest(tweets=2).replace(b"}}}", b"},}, /* mine */}").decode().encode("utf-16")

    archive = read(zip_of(tmp_path / "a.zip", {"data/tweets.js": js(*TWO), "data/manifest.js": claims}))

    assert archive.claimed == 2


def test_downloads_in_a_folder(tmp_path: Path, read: Read) -> None:
    """The zips are found, whatever else is there."""
    write_archive(tmp_path / "twitter-2023.zip", TWO)
    (tmp_path / "notes.txt").write_text("mine")

    assert texts(read, tmp_path) == TEXTS


def test_a_zip_in_a_zip_is_named(tmp_path: Path) -> None:
    """It is not opened, and the user hears what to do."""
    inner = write_archive(tmp_path / "inner.zip", TWO)
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as archive:
        archive.write(inner, "twitter-2023.zip")

    with pytest.raises(ArchiveError, match=r"there is twitter-2023\.zip\. Unpack that"):
        open_archive(tmp_path / "outer.zip")


def test_a_file_that_may_be_the_tweets_is_named(tmp_path: Path) -> None:
    """Its name leaves a doubt."""
    (tmp_path / "my old tweets.js").write_bytes(js(*TWO))

    with pytest.raises(ArchiveError, match=r"my old tweets\.js.*the name"):
        open_archive(tmp_path)


@pytest.mark.parametrize(
    ("mark", "name"), [(b"7z\xbc\xaf\x27", "7z"), (b"Rar!\x1a", "RAR"), (b"\x1f\x8b", "gzip")]
)
def test_other_packers_are_named(tmp_path: Path, mark: bytes, name: str) -> None:
    """With what to do."""
    (tmp_path / "a.zip").write_bytes(mark + bytes(100))

    with pytest.raises(ArchiveError, match=rf"is a {name} file.*Unpack it"):
        open_archive(tmp_path / "a.zip")


def test_a_method_that_cannot_be_read_here(tmp_path: Path) -> None:
    """Windows packs large files with Deflate64: downloading again would not help."""
    path = zip_of(tmp_path / "a.zip", {"data/tweets.js": js(*TWO)})
    content = bytearray(path.read_bytes())
    at = content.find(b"PK\x01\x02")
    content[at + 10] = 9
    path.write_bytes(content)

    with pytest.raises(ArchiveError, match="Unpack it, and give the folder") as refused:
        open_archive(path)
    assert "ownload" not in str(refused.value)


def test_people_without_tweets(tmp_path: Path, read: Read) -> None:
    """They can be looked for; how many tweets there should be is known."""
    path = zip_of(
        tmp_path / "a.zip",
        {
            "data/following.js": js({"accountId": "5"}, wrapper="following", name="following"),
            "data/manifest.js": manifest(tweets=3),
        },
    )

    archive = read(path)

    assert list(archive.following) == ["5"]
    assert (archive.claimed, archive.read) == (3, 0)
    assert ProblemKind.NO_TWEETS in {problem.kind for problem in archive.problems}


@pytest.mark.parametrize(("listed", "claimed"), [([1, 2, 2], 1), ([1, 1], 1), ([3, 2], 3)])
def test_a_month_that_is_listed_several_times(
    tmp_path: Path, read: Read, listed: list[int], claimed: int
) -> None:
    """It is counted once, with the number that it has if that is one of those."""
    folder = write_archive(tmp_path / "a", [tweet("one")], era="classic", packing="folder")
    index = folder / "data/js/tweet_index.js"
    (month,) = (folder / "data/js/tweets").iterdir()
    items = [{"file_name": f"data/js/tweets/{month.name}", "tweet_count": count} for count in listed]
    index.write_bytes(b"var tweet_index = " + msgspec.json.encode(items))

    archive = read(folder)

    assert (archive.claimed, archive.read) == (claimed, 1)
    assert len(archive.problems) == (claimed > 1)
