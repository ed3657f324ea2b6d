"""A record that is lost, or a server that was restored: what the user is told, asked and offered."""

import json
import shutil
from pathlib import Path

import pytest

from migrate.cli.home import home
from tests.cli.shell import migrate
from tests.fakes.mastodon import FakeMastodon


@pytest.fixture
def lost(mine: FakeMastodon, samples: Path) -> FakeMastodon:
    """Three posts of five are there, and the record of them is gone."""
    assert migrate("import", samples / "tiny", "--yes", "--limit", 3).code == 0
    shutil.rmtree(home() / "ledgers")
    return mine


def test_what_is_there_is_told_and_taken_in(lost: FakeMastodon, samples: Path) -> None:
    """Before the question, and without a change in a rehearsal; then only the rest is posted."""
    told = "3 posts of these tweets are on the account already"
    rehearsal = migrate("import", samples / "tiny", "--dry-run")
    assert told in rehearsal.out
    assert (rehearsal.value("Posted before"), rehearsal.value("To post now")) == ("3", "2")
    assert not (home() / "ledgers").exists()

    outcome = migrate("import", samples / "tiny", "--yes")
    assert told in outcome.out
    assert (outcome.value("Posted now"), outcome.code) == ("2", 0)
    assert len(lost.statuses) == 5
    assert told not in migrate("import", samples / "tiny", "--yes").out


def test_events_for_other_programs(lost: FakeMastodon, samples: Path) -> None:
    """Each post that was taken in is an event."""
    lines = migrate("import", samples / "tiny", "--yes", "--json").out.splitlines()
    events = [json.loads(line) for line in lines]

    assert [event["event"] for event in events][:4] == ["taken_in"] * 3 + ["begun"]
    assert events[-1] == {"event": "summary", "posted": 2, "already": 3, "refused": 0, "left_out": 0}
    assert len(lost.statuses) == 5


def test_other_words_stop_the_run(lost: FakeMastodon, samples: Path) -> None:
    """Another footer: they may be the same tweets, or not. There is a way out."""
    outcome = migrate("import", samples / "tiny", "--yes", "--footer", "On Twitter")
    assert outcome.code == 6
    assert "--leave-unknown" in outcome.line
    assert len(lost.statuses) == 3

    migrate("import", samples / "tiny", "--yes", "--footer", "On Twitter", "--leave-unknown", "--limit", 1)
    assert len(lost.statuses) == 4


def test_undo_leaves_what_was_found(lost: FakeMastodon, samples: Path) -> None:
    """It is deleted when it is named, and only then."""
    migrate("import", samples / "tiny", "--yes")
    found = lost.statuses[0]
    outcome = migrate("undo", "--yes")
    assert outcome.value("Deleted") == "2"
    assert "3 posts stay" in outcome.out

    assert migrate("undo", "--yes", "--post", found.url).value("Deleted") == "1"
    assert len(lost.statuses) == 2


def test_what_is_gone_is_told_and_posted_again_on_request(mine: FakeMastodon, samples: Path) -> None:
    """A server that was restored has lost the last two."""
    migrate("import", samples / "tiny", "--yes", "--limit", 4)
    for status in mine.statuses[2:]:
        mine.world.remove_status(status)
    outcome = migrate("import", samples / "tiny", "--yes")
    assert outcome.err.count("is gone from the server") == 2
    assert "--repost" in outcome.err
    assert len(mine.statuses) == 3

    rehearsal = migrate("import", samples / "tiny", "--dry-run", "--repost")
    assert rehearsal.value("To post now") == "2"
    assert migrate("import", samples / "tiny", "--yes", "--repost").value("Posted now") == "2"
    assert len(mine.statuses) == 5
