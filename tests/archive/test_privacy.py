"""What was private is marked as such, and what is nobody's business is never opened."""

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from migrate.model import Origin, ProblemKind
from tests.archive.conftest import Read
from tests.fakes.archive import tweet, write_archive

IN_CIRCLE_TIME = datetime(2022, 9, 1, tzinfo=UTC)
CIRCLE = {"id": "1", "ownerUserId": "2", "createdAt": "2022-08-01T00:00:00.000Z"}
SECRET = [{"secret": "of somebody else"}]


def test_circle_tweets_are_told_by_their_file(tmp_path: Path, read: Read) -> None:
    """They are reported to stand among the others without a mark; their own file has their ids."""
    private, public = tweet("for a few", when=IN_CIRCLE_TIME), tweet("for all")

    archive = read(
        write_archive(
            tmp_path / "a.zip",
            [private, public],
            others={"twitter-circle-tweet": [private], "twitter-circle": [CIRCLE]},
        )
    )

    assert {one.text: one.origin for one in archive.tweets} == {
        "for a few": Origin.CIRCLE,
        "for all": Origin.TWEETS,
    }
    assert archive.problems == ()
    assert archive.read == archive.claimed == 2


def test_a_private_tweet_of_two_exports_is_counted_once(tmp_path: Path, read: Read) -> None:
    """Each export has it among its tweets as well, and its list counts it there."""
    private, public = tweet("for a few", when=IN_CIRCLE_TIME), tweet("for all")
    exports = [
        write_archive(tmp_path / f"{n}.zip", [private, public], others={"twitter-circle-tweet": [private]})
        for n in range(2)
    ]

    archive = read(*exports)

    assert (archive.read, len(archive.tweets)) == (2, 2)


def test_without_that_file_the_time_of_circles_is_warned_of(tmp_path: Path, read: Read) -> None:
    """Somebody who had a circle may have written for it, and nothing says when."""
    made = [tweet("before"), tweet("then", when=IN_CIRCLE_TIME)]

    archive = read(write_archive(tmp_path / "a.zip", made, others={"twitter-circle": [CIRCLE]}))

    assert archive.had_circle
    assert [(p.kind, p.detail) for p in archive.problems] == [(ProblemKind.CIRCLE_UNKNOWN, "1 tweets")]


def test_who_never_had_a_circle_is_not_warned(tmp_path: Path, read: Read) -> None:
    """An empty file of circles is what most people have."""
    archive = read(
        write_archive(tmp_path / "a.zip", [tweet("then", when=IN_CIRCLE_TIME)], others={"twitter-circle": []})
    )

    assert not archive.had_circle
    assert archive.problems == ()


@pytest.mark.parametrize(
    ("stem", "origin"), [("community-tweet", Origin.COMMUNITY), ("deleted-tweets", Origin.DELETED)]
)
def test_tweets_from_other_files_say_so(tmp_path: Path, read: Read, stem: str, origin: Origin) -> None:
    """They don't count among the tweets, and whoever plans leaves them out unless asked."""
    archive = read(write_archive(tmp_path / "a.zip", [tweet("one")], others={stem: [tweet("two")]}))

    assert [one.origin for one in archive.tweets] == [Origin.TWEETS, origin]
    assert archive.read == archive.claimed == 1


def test_a_deleted_tweet_stays_deleted(tmp_path: Path, read: Read) -> None:
    """An older export still has it; the newer one knows that it was taken back."""
    regretted = tweet("I regret this")
    older = write_archive(tmp_path / "old.zip", [regretted])
    newer = write_archive(tmp_path / "new.zip", [], others={"deleted-tweets": [regretted]})

    assert [one.origin for one in read(older, newer).tweets] == [Origin.DELETED]


@pytest.mark.parametrize(("action", "protected"), [("Protect", True), ("Unprotect", False)])
def test_protected_accounts_are_named(tmp_path: Path, read: Read, action: str, protected: bool) -> None:
    """Only followers could read what they wrote."""
    history = [
        {"protectedAt": "2024-02-01T00:00:00.000Z", "action": action},
        {"protectedAt": "2024-01-01T00:00:00.000Z", "action": "Unprotect" if protected else "Protect"},
    ]

    archive = read(write_archive(tmp_path / "a.zip", [tweet("x")], others={"protected-history": history}))

    assert archive.protected is protected
    assert [p.kind for p in archive.problems] == [ProblemKind.PROTECTED] * protected


@pytest.mark.parametrize("packing", ["zip", "folder"])
def test_letters_and_address_books_are_never_opened(
    tmp_path: Path, read: Read, packing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing but the files that are needed is opened: no messages, contacts or advertising."""
    stems = ["direct-messages", "direct-messages-group", "contact", "ad-engagements", "message-event"]
    others = dict.fromkeys(stems, SECRET)
    media = {"direct_messages_media/1-secret.jpg": b"secret"}
    path = write_archive(
        tmp_path / "a.zip",
        [tweet("x")],
        packing=packing,
        others=others,
        media=media,  # type: ignore[arg-type]
    )
    opened: list[str] = []
    _record(monkeypatch, opened)

    archive = read(path)
    list(archive.tweets)
    list(archive.likes)

    bases = {name.rsplit("/", 1)[-1] for name in opened}
    assert {"tweets.js", "account.js", "manifest.js"} <= bases
    assert bases <= {
        "tweets.js",
        "account.js",
        "manifest.js",
        "profile.js",
        "following.js",
        "follower.js",
        "a.zip",
    }
    with pytest.raises(OSError, match="direct_messages"):
        archive.open_file("data/direct_messages_media/1-secret.jpg")


def _record(monkeypatch: pytest.MonkeyPatch, opened: list[str]) -> None:
    """Write down what Python opens, in a folder and in a zip."""
    path_open, zip_open = Path.open, zipfile.ZipFile.open

    def of_path(self: Path, *args: object, **options: object) -> object:
        opened.append(self.name)
        return path_open(self, *args, **options)  # type: ignore[arg-type]

    def of_zip(self: zipfile.ZipFile, name: zipfile.ZipInfo, *args: object) -> object:
        opened.append(name.filename)
        return zip_open(self, name, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "open", of_path)
    monkeypatch.setattr(zipfile.ZipFile, "open", of_zip)
