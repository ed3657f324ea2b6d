"""Long posts get their whole text; of an edited tweet the last version is known."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from migrate.model import ProblemKind
from tests.archive.conftest import Read
from tests.fakes.archive import edited, long_post, note, photo, tweet, write_archive

MOMENT = datetime(2023, 9, 1, 12, 0, 0, tzinfo=UTC)
STORY = "There was once a baker & her oven. " * 30


def test_a_long_post_has_its_whole_text(tmp_path: Path, read: Read) -> None:
    """Nothing but time and beginning ties a note to its tweet, as its id is nobody's."""
    made, its_note = long_post(STORY, when=MOMENT)

    (one,) = read(write_archive(tmp_path / "a.zip", [made], notes=[its_note])).tweets

    assert one.note is not None
    assert one.note.text == STORY
    assert one.text.endswith("…")


def test_notes_of_one_second_find_their_own_tweets(tmp_path: Path, read: Read) -> None:
    """A thread is posted at once, so a third of all notes share the second with another tweet."""
    stories = [f"Chapter {n}. " + STORY for n in range(4)]
    posts = [long_post(story, when=MOMENT.replace(microsecond=1000 * n)) for n, story in enumerate(stories)]
    made, notes = zip(*posts, strict=True)

    archive = read(write_archive(tmp_path / "a.zip", made, notes=reversed(notes)))  # type: ignore[arg-type]

    assert [one.note and one.note.text for one in archive.tweets] == stories


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("@bob_example @carl_example " + STORY, id="leading names, which notes of replies lack"),
        pytest.param("See https://example.org/a and " + STORY, id="links that differ between the two"),
        pytest.param("https://example.org/a " + STORY, id="a link at the very beginning"),
        pytest.param("a < b && c > d " + STORY, id="characters that only tweets escape"),
    ],
)
def test_the_beginning_is_compared_with_care(tmp_path: Path, read: Read, text: str) -> None:
    """Twitter writes the two texts differently."""
    made, _ = long_post(text, when=MOMENT, media=[photo("loaf")])
    its_note = note(made, text.removeprefix("@bob_example @carl_example "))

    archive = read(write_archive(tmp_path / "a.zip", [made], notes=[its_note]))

    assert archive.tweets[0].note is not None


def test_links_and_names_of_a_note_have_places_in_it(tmp_path: Path, read: Read) -> None:
    """They count code points of the note, which is not escaped."""
    made, its_note = long_post("🥖 & https://example.org/a by @bob_example #bread " + STORY, when=MOMENT)

    found = read(write_archive(tmp_path / "a.zip", [made], notes=[its_note])).tweets[0].note

    assert found is not None
    assert [found.text[link.start : link.end] for link in found.links] == [found.links[0].short]
    assert [found.text[name.start : name.end] for name in found.mentions] == ["@bob_example"]
    assert [found.text[tag.start : tag.end] for tag in found.tags] == ["#bread"]
    assert found.links[0].target == "https://example.org/a"


def test_a_note_without_a_tweet_is_named(tmp_path: Path, read: Read) -> None:
    """Nobody's long text disappears without a word."""
    _, its_note = long_post(STORY, when=MOMENT)
    other = tweet("Something else", when=MOMENT)

    archive = read(write_archive(tmp_path / "a.zip", [other], notes=[its_note]))

    assert archive.tweets[0].note is None
    assert [p.kind for p in archive.problems] == [ProblemKind.NOTE_WITHOUT_TWEET]


def test_older_versions_point_to_the_last(tmp_path: Path, read: Read) -> None:
    """Every version of an edited tweet is a tweet of its own in the archive."""
    versions = edited(tweet("Helo"), tweet("Hello"), tweet("Hello!"))

    archive = read(write_archive(tmp_path / "a.zip", [versions[2], versions[0], versions[1]]))

    last = int(versions[2]["id"])
    assert [one.edited_into for one in archive.tweets] == [last, last, None]


def test_the_last_version_that_is_here_counts(tmp_path: Path, read: Read) -> None:
    """Where the very last is missing, the one before it must not be left out as outdated."""
    versions = edited(tweet("Helo"), tweet("Hello"), tweet("Hello!"))

    archive = read(write_archive(tmp_path / "a.zip", versions[:2]))

    assert [one.edited_into for one in archive.tweets] == [int(versions[1]["id"]), None]


def test_the_newer_export_knows_the_last_version(tmp_path: Path, read: Read) -> None:
    """An edit that was made between two exports."""
    versions = edited(tweet("Helo"), tweet("Hello"), tweet("Hello!"))
    older = edited(*versions[:2])
    paths = [write_archive(tmp_path / f"{n}.zip", made) for n, made in enumerate([older, versions])]

    archive = read(*paths)

    last = int(versions[2]["id"])
    assert [one.edited_into for one in archive.tweets] == [last, last, None]
