"""What a server refused or a post lacks: told in every later run, tried again, and forgotten by undo."""

import json
from pathlib import Path

import pytest

from tests.cli.shell import Outcome, ended, migrate, start
from tests.fakes.mastodon import FakeMastodon, SystemClock
from tests.fakes.serve import serve
from tests.posts.replay.scene import refuse_files

POST = "POST /api/v1/statuses"
REFUSED = "Tweet 1124218282623107072 was refused: no pancakes"
LACKS = "was posted without one of its pictures or videos: no cats"


@pytest.fixture
def refused(mine: FakeMastodon, samples: Path) -> FakeMastodon:
    """The second post of five was refused."""
    mine.faults.answer(2, 422, {"error": "no pancakes"}, POST)
    assert run(samples).code == 7
    return mine


@pytest.fixture
def lost(mine: FakeMastodon, samples: Path) -> FakeMastodon:
    """The only picture was refused, and its post went without it."""
    refuse_files(mine)
    assert run(samples).code == 7
    return mine


def run(samples: Path, *switches: str) -> Outcome:
    return migrate("import", samples / "tiny", "--yes", *switches)


def test_refused_is_told_in_every_later_run(refused: FakeMastodon, samples: Path) -> None:
    """The number, the reason, the way to try again, and the exit code; in words and as JSON."""
    before = len(refused.statuses)
    for _ in range(2):
        outcome = run(samples)
        assert outcome.code == 7
        assert outcome.value("Refused by the server") == "1"
        assert REFUSED in outcome.err
        assert "--again" in outcome.err
    *_, event, summary = map(json.loads, run(samples, "--json").out.splitlines())
    assert (event["event"], event["reason"], summary["refused"]) == ("still_refused", "no pancakes", 1)
    assert migrate("status").value("Refused by the server") == "1"
    assert len(refused.statuses) == before


def test_again_tries_it(refused: FakeMastodon, samples: Path) -> None:
    """It is said before the question; then nothing is refused any more."""
    rehearsal = migrate("import", samples / "tiny", "--dry-run", "--again")
    assert (rehearsal.code, rehearsal.value("To post now")) == (0, "1")
    assert "1 post that was refused before is tried again." in rehearsal.out

    outcome = run(samples, "--again")
    assert (outcome.code, outcome.value("Posted now"), outcome.err) == (0, "1", "")
    assert len(refused.statuses) == 5
    assert run(samples).code == 0
    assert migrate("status").value("Refused by the server") == "0"


def test_again_is_told_when_it_is_refused_once_more(refused: FakeMastodon, samples: Path) -> None:
    """Once, with the reason of today."""
    refused.faults.answer(1, 422, {"error": "no waffles"}, POST)
    outcome = run(samples, "--again")

    assert (outcome.code, outcome.value("Refused by the server")) == (7, "1")
    assert "no waffles" in outcome.err
    assert "no pancakes" not in outcome.err


def test_another_login_tries_it_by_itself(
    refused: FakeMastodon, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And says why."""
    monkeypatch.setenv("MIGRATE_TOKEN", refused.add_token("me"))
    outcome = run(samples)

    assert (outcome.code, outcome.value("Posted now")) == (0, "1")
    assert "1 post that was refused before is tried again: the plan, your login" in outcome.out


def test_what_a_post_lacks_is_told_in_every_later_run(lost: FakeMastodon, samples: Path) -> None:
    """Also by the status; no further request is made for it."""
    for _ in range(2):
        outcome = run(samples)
        assert outcome.code == 7
        assert outcome.value("Pictures or videos that posts lack") == "1"
        assert LACKS in outcome.err
        assert "--fix" in outcome.err
    status = migrate("status")
    assert status.value("Pictures or videos that posts lack") == "1"
    assert LACKS in status.err
    # twice, and between a picture of this program's own, to see whether it is the file
    assert sum(path.endswith("/media") for _, path in lost.requests) == 3
    *_, event, summary = map(json.loads, run(samples, "--json").out.splitlines())
    assert (event["event"], event["reason"], summary["media_refused"]) == ("still_lacking", "no cats", 1)


def test_fix_puts_it_into_the_post(lost: FakeMastodon, samples: Path) -> None:
    """It is shown before the question; afterwards nothing is lacking, and the import ends well."""
    rehearsal = migrate("import", samples / "tiny", "--fix", "--dry-run")
    assert rehearsal.value("Pictures or videos that posts lack") == "1"
    assert "a picture or video that it lacks" in rehearsal.out

    outcome = migrate("import", samples / "tiny", "--fix", "--yes")
    assert (outcome.code, outcome.value("Edited now")) == (0, "1")
    assert sum(len(status.media_ids) for status in lost.statuses) == 1
    assert run(samples).code == 0
    assert "There is nothing to edit" in migrate("import", samples / "tiny", "--fix", "--yes").out


def test_fix_tells_what_is_refused_once_more(lost: FakeMastodon, samples: Path) -> None:
    """Exit 7, with the reason of today."""
    refuse_files(lost, why="still no cats")
    outcome = migrate("import", samples / "tiny", "--fix", "--yes")

    assert outcome.code == 7
    assert "still no cats" in outcome.err
    assert "still no cats" in migrate("status").err


def test_where_posts_stay_as_they_are(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There the way is to take the post back; nobody is sent to a switch that does nothing."""
    fake = FakeMastodon("snac-2.94", clock=SystemClock())
    refuse_files(fake)
    with serve(fake) as address:
        monkeypatch.setenv("MIGRATE_SERVER", address)
        monkeypatch.setenv("MIGRATE_TOKEN", fake.token)
        outcome = run(samples)

    assert "migrate undo --post" in outcome.err
    assert "--fix" not in outcome.err


def test_a_run_that_was_killed_has_told_nothing(mine: FakeMastodon, samples: Path) -> None:
    """So the next one does."""
    refuse_files(mine)
    mine.faults.answer(2, 422, {"error": "no pancakes"}, POST)
    mine.faults.die_before(5, POST)
    running = []

    def die() -> None:
        running[0].kill()

    with serve(mine, on_death=die) as address:
        running.append(start("import", samples / "tiny", "--yes", env={"MIGRATE_SERVER": address}))
        assert ended(running[0]).code == -9
    outcome = ended(start("import", samples / "tiny", "--yes"))

    assert outcome.code == 7
    assert REFUSED in outcome.err
    assert LACKS in outcome.err


def test_the_same_reason_is_told_of_ten(mine: FakeMastodon, samples: Path) -> None:
    """And another reason, which comes after all of them, all the same."""
    for number in range(1, 36, 5):
        # five in a row would be no matter of the posts
        mine.faults.answer(number, 422, {"error": "no pancakes"}, POST, times=4)
    mine.faults.answer(36, 422, {"error": "no waffles"}, POST, times=3)
    assert migrate("import", samples / "tricky", "--yes").code == 7
    outcome = migrate("status")

    assert outcome.err.count("no pancakes") == 10
    assert "more of these" in outcome.err
    assert 1 <= outcome.err.count("no waffles") <= 3


def test_undo_forgets_it(refused: FakeMastodon, samples: Path) -> None:
    """What was refused is as if it had never been: nothing is told, and the next import tries it."""
    outcome = migrate("undo", "--yes")
    assert "1 post that the server had refused is forgotten, too" in outcome.out
    assert migrate("status").value("Refused by the server") == "0"

    assert run(samples).value("Posted now") == "5"
    assert len(refused.statuses) == 5


def test_undo_forgets_what_was_never_posted(mine: FakeMastodon, samples: Path) -> None:
    """All were refused: there is nothing to delete, and everything to try again."""
    mine.faults.answer(1, 422, {"error": "no pancakes"}, POST, times=4)
    assert run(samples, "--limit", 4).value("Refused by the server") == "4"
    mine.faults.clear()
    assert "There was nothing to delete." in migrate("undo", "--yes").out
    assert run(samples).value("Posted now") == "5"


def test_undo_of_some_keeps_the_others(refused: FakeMastodon, samples: Path) -> None:
    """One that is named, or those of a time in which nothing was refused."""
    migrate("undo", "--yes", "--post", refused.statuses[0].url)
    migrate("undo", "--yes", "--until", "2020")

    assert migrate("status").value("Refused by the server") == "1"


def test_undo_forgets_what_a_post_lacks(lost: FakeMastodon, samples: Path) -> None:
    """The picture goes with its post when that is imported anew."""
    migrate("undo", "--yes")
    assert "lack" not in migrate("status").out
    assert run(samples).code == 0
    assert sum(len(status.media_ids) for status in lost.statuses) == 1


def test_fix_and_again_are_two_things(mine: FakeMastodon, samples: Path) -> None:
    """Exit 2, and nothing is asked."""
    outcome = migrate("import", samples / "tiny", "--fix", "--again", "--yes")

    assert outcome.code == 2
    assert mine.requests == []


def test_a_lost_record_forgets_no_picture(lost: FakeMastodon, samples: Path, tmp_path: Path) -> None:
    """On another computer the post is taken in, and that it lacks its picture is told, and mended."""
    home = {"MIGRATE_HOME": str(tmp_path / "other")}
    command = ("import", samples / "tiny", "--yes")
    for switches in (["--again"], []):
        outcome = migrate(*command, *switches, env=home)
        assert outcome.code == 7
        assert outcome.value("Pictures or videos that posts lack") == "1"
        assert "the post that was found on the account is without it" in outcome.err
    assert migrate("status", env=home).value("Pictures or videos that posts lack") == "1"
    assert migrate(*command, "--fix", env=home).value("Edited now") == "1"
    assert migrate(*command, env=home).code == 0
