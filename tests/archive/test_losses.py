"""What can't be read is named, and everything else is read."""

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from migrate.model import ProblemKind
from tests.archive.conftest import Read
from tests.archive.packed import js, manifest, zip_of
from tests.fakes.archive import tweet, write_archive

THREE = [tweet("one"), tweet("two"), tweet("three")]
TEXTS = ["one", "two", "three"]


def test_what_is_missing_is_counted(tmp_path: Path, read: Read) -> None:
    """The manifest says how many tweets there should be."""
    archive = read(
        zip_of(tmp_path / "a.zip", {"data/tweets.js": js(*THREE), "data/manifest.js": manifest(tweets=5)})
    )

    assert (archive.claimed, archive.read) == (5, 3)
    assert [(p.kind, p.where, p.detail) for p in archive.problems] == [
        (ProblemKind.MISSING_TWEETS, "tweets.js", "3 of 5")
    ]


def test_a_part_that_is_not_there_is_named(tmp_path: Path, read: Read) -> None:
    """Several tools read the first part only, and say nothing."""
    claims = manifest(tweets=3, tweets_part1=7)

    archive = read(zip_of(tmp_path / "a.zip", {"data/tweets.js": js(*THREE), "data/manifest.js": claims}))

    assert [(p.kind, p.where, p.detail) for p in archive.problems] == [
        (ProblemKind.MISSING_TWEETS, "tweets-part1.js", "0 of 7")
    ]


def test_parts_may_come_in_several_zips(tmp_path: Path, read: Read) -> None:
    """A download of more than 50 GB comes in pieces, given together."""
    claims = manifest(tweets=1, tweets_part1=2)
    first = zip_of(tmp_path / "1.zip", {"data/tweets.js": js(THREE[0]), "data/manifest.js": claims})
    second = zip_of(tmp_path / "2.zip", {"data/tweets-part1.js": js(*THREE[1:])})

    archive = read(first, second)

    assert [one.text for one in archive.tweets] == TEXTS
    assert archive.problems == ()
    assert archive.claimed == 3


def test_three_exports_are_one_life(tmp_path: Path, read: Read) -> None:
    """Texts don't change between exports; names and counts do, and the newest are taken."""
    old = write_archive(tmp_path / "1.zip", THREE[:2], era="2020")
    middle = write_archive(tmp_path / "2.zip", THREE[:2], era="classic", packing="folder")
    new = write_archive(tmp_path / "3.zip", [THREE[0] | {"favorite_count": "9"}, THREE[2]])

    archive = read(old, middle, new)

    assert [one.text for one in archive.tweets] == TEXTS
    assert archive.tweets[0].likes == 9
    assert archive.problems == ()


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param((b'"two"', b'"two'), id="a quote is missing"),
        pytest.param((b'"full_text" : "two"', b'"full_text" : '), id="a value is missing"),
        pytest.param((b'"full_text" : "two"', b'"something" : "else"'), id="there is no text"),
        pytest.param((b'"full_text" : "two"', b'"full_text" : "tw\\xo"'), id="a wrong escape"),
        pytest.param((b'"full_text" : "two"', b'"full_text" : ' + b"[" * 100_000), id="nested without end"),
        pytest.param(
            (b'"full_text" : "two"', b'"full_text" : ' + b"[" * 9999 + b"]" * 9999), id="nested very deep"
        ),
        pytest.param(
            (b'"full_text" : "two"', b'"full_text" : "' + b"x" * 3_000_000 + b'"'), id="far too long"
        ),
    ],
)
def test_a_bad_record_is_named_and_the_others_are_read(
    tmp_path: Path, read: Read, damage: tuple[bytes, bytes]
) -> None:
    """It is named by file and number, with a reason."""
    content = js(*THREE)
    assert damage[0] in content

    archive = read(zip_of(tmp_path / "a.zip", {"data/tweets.js": content.replace(*damage)}))

    assert [one.text for one in archive.tweets] == ["one", "three"]
    (problem,) = archive.problems
    assert problem.kind is ProblemKind.UNREADABLE
    assert "tweets.js" in problem.where
    assert problem.detail


@pytest.mark.parametrize(
    ("damage", "text"),
    [
        pytest.param((b'"two"', b'"tw\xff"'), "tw\ufffd", id="a byte outside UTF-8"),
        pytest.param((b'"two"', b'"tw\\ud83d"'), "tw\ufffd", id="half a surrogate pair"),
        pytest.param((b'"two"', b'"tw\x00"'), "tw ", id="a zero byte"),
    ],
)
def test_damaged_characters_cost_themselves_only(
    tmp_path: Path, read: Read, damage: tuple[bytes, bytes], text: str
) -> None:
    """The tweet is kept, and named."""
    archive = read(zip_of(tmp_path / "a.zip", {"data/tweets.js": js(*THREE).replace(*damage)}))

    assert [one.text for one in archive.tweets] == ["one", text, "three"]
    assert [(p.kind, p.where) for p in archive.problems] == [(ProblemKind.ODD_TEXT, "tweets.js #2")]


def test_an_escaped_zero_is_no_character_either(tmp_path: Path, read: Read) -> None:
    """No server takes it; places in the text stay what they are."""
    content = js(tweet("two")).replace(b'"two"', b'"tw\\u0000o"')

    assert read(zip_of(tmp_path / "a.zip", {"data/tweets.js": content})).tweets[0].text == "tw\ufffdo"


def test_a_tweet_in_two_parts_is_one_tweet(tmp_path: Path, read: Read) -> None:
    """It is counted once and named."""
    parts = {"data/tweets.js": js(*THREE), "data/tweets-part1.js": js(THREE[1])}

    archive = read(zip_of(tmp_path / "a.zip", parts))

    assert [one.text for one in archive.tweets] == TEXTS
    assert [(p.kind, p.where, p.detail) for p in archive.problems] == [
        (ProblemKind.DUPLICATE, THREE[1]["id"], "tweets-part1.js")
    ]


@pytest.mark.parametrize("end", [-1, -40, -900])
def test_a_file_that_ends_too_early_is_named(tmp_path: Path, read: Read, end: int) -> None:
    """Its whole tweets are read."""
    archive = read(zip_of(tmp_path / "a.zip", {"data/tweets.js": js(*THREE)[:end]}))

    assert [one.text for one in archive.tweets][:2] == ["one", "two"]
    assert ProblemKind.TRUNCATED in [p.kind for p in archive.problems]


@pytest.mark.parametrize(
    "content", [b"", b"<html>Not found</html>", "tweets".encode("utf-16"), b"[" * 1_000_000]
)
def test_a_file_of_something_else_is_named(tmp_path: Path, read: Read, content: bytes) -> None:
    """No tweets is not the same as an empty list of tweets."""
    archive = read(zip_of(tmp_path / "a.zip", {"data/tweets.js": content}))

    assert [p.kind for p in archive.problems] == [ProblemKind.TRUNCATED]


def test_an_account_without_tweets_is_well(tmp_path: Path, read: Read) -> None:
    """An empty list is whole."""
    archive = read(zip_of(tmp_path / "a.zip", {"data/tweets.js": b"window.YTD.tweets.part0 = [ ]"}))

    assert (len(archive.tweets), archive.problems) == (0, ())


@pytest.mark.parametrize(
    "text",
    [
        '\ufeffwindow.YTD.tweets.part0 = [ {"tweet": %s}, {"tweet": %s} ];\n',
        'window.YTD.tweets.part0=[{"tweet":%s},{"tweet":%s}]',
        '// edited by hand\nwindow.YTD.tweets.part0 = [\r\n  {"tweet": %s},\r\n{"tweet": %s},\n]',
        "[%s, %s]",
    ],
)
def test_files_that_were_edited_by_hand(tmp_path: Path, read: Read, text: str) -> None:
    """Semicolons, byte order marks, another layout: a tweet is a tweet."""
    one, two = (js(made).split(b'"tweet" : ', 1)[1].rsplit(b"}", 1)[0].decode() for made in THREE[:2])

    archive = read(zip_of(tmp_path / "a.zip", {"data/tweets.js": text % (one, two)}))

    assert [each.text for each in archive.tweets] == ["one", "two"]
    assert archive.problems == ()


def test_a_manifest_that_was_edited_by_hand(tmp_path: Path, read: Read) -> None:
    """People take entries out of it, and leave the comma."""
    claims = manifest(tweets=3).replace(b"}]", b"},]")

    archive = read(zip_of(tmp_path / "a.zip", {"data/tweets.js": js(*THREE), "data/manifest.js": claims}))

    assert (archive.claimed, archive.problems) == (3, ())


def test_a_damaged_file_beside_the_tweets_is_named(tmp_path: Path, read: Read) -> None:
    """It costs nobody a tweet."""
    others = {"data/following.js": js({"accountId": "me"}, {"accountId": "12"}, wrapper="following")}

    archive = read(zip_of(tmp_path / "a.zip", {"data/tweets.js": js(*THREE), **others}))

    assert list(archive.following) == ["12"]
    assert [(p.kind, p.where) for p in archive.problems] == [(ProblemKind.DAMAGED_FILE, "following.js #1")]


def test_a_member_with_wrong_contents_is_named(tmp_path: Path, read: Read) -> None:
    """A byte that changed on the disk shows in the zip's checksum."""
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("data/tweets.js", js(*THREE))
    path.write_bytes(path.read_bytes().replace(b'"two"', b'"owt"'))

    archive_read = read(path)

    assert ProblemKind.TRUNCATED in [p.kind for p in archive_read.problems]


def test_problems_stay_few_enough_to_read(tmp_path: Path, read: Read) -> None:
    """A hostile archive has millions; the count stays right."""
    content = b"window.YTD.tweets.part0 = [" + b",\n".join([b"{}"] * 12_345) + b"]"

    problems = read(zip_of(tmp_path / "a.zip", {"data/tweets.js": content})).problems

    assert len(problems) == 10_001
    assert problems[-1].detail == "2345 more of these"


def test_there_is_no_second_part_without_a_first(tmp_path: Path, read: Read) -> None:
    """The names tell what is missing where no manifest does."""
    files = {"data/tweets.js": js(THREE[0]), "data/tweets-part3.js": js(*THREE[1:])}

    archive = read(zip_of(tmp_path / "a.zip", files))

    assert [(p.kind, p.where, p.detail) for p in archive.problems if p.where != "account.js"] == [
        (ProblemKind.MISSING_TWEETS, "tweets-part1.js", "the file is missing"),
        (ProblemKind.MISSING_TWEETS, "tweets-part2.js", "the file is missing"),
    ]


@pytest.mark.parametrize("listed", [0, 7])
def test_a_list_says_more_of_a_part_than_the_names(tmp_path: Path, read: Read, listed: int) -> None:
    """How many tweets there were in it; and it is told once, or not at all where it had none."""
    claims = manifest(tweets=1, tweets_part1=listed, tweets_part2=2)
    files = {"tweets.js": js(THREE[0]), "tweets-part2.js": js(*THREE[1:]), "manifest.js": claims}

    archive = read(zip_of(tmp_path / "a.zip", {f"data/{name}": text for name, text in files.items()}))

    assert [(p.where, p.detail) for p in archive.problems if p.where != "account.js"] == (
        [("tweets-part1.js", "0 of 7")] if listed else []
    )


@pytest.mark.parametrize("indexed", [False, True])
def test_a_month_without_a_file_is_told_where_no_list_says_that_there_is_none(
    tmp_path: Path, read: Read, *, indexed: bool
) -> None:
    """It may be one in which nothing was written, so nobody is stopped by it."""
    dates = [datetime(2012, month, 3, tzinfo=UTC) for month in (11, 12)] + [datetime(2013, 2, 3, tzinfo=UTC)]
    made = [tweet("then", when=date) for date in dates]
    folder = write_archive(tmp_path / "a", made, era="classic", packing="folder")
    if not indexed:
        (folder / "data/js/tweet_index.js").unlink()

    problems = [(p.kind, p.where) for p in read(folder).problems]

    assert problems == ([] if indexed else [(ProblemKind.MONTH_WITHOUT_FILE, "2013_01.js")])
