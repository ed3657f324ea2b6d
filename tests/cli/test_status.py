"""`migrate status`: how far each import is."""

from pathlib import Path

from migrate.cli.home import ledger_of
from tests.cli.shell import Outcome, ended, migrate, start
from tests.fakes.mastodon import FakeMastodon
from tests.fakes.serve import serve


def test_before_the_first_import() -> None:
    """Nothing is there yet, and the person is told how to begin."""
    outcome = migrate("status")

    assert outcome.code == 0
    assert "migrate check" in outcome.out


def test_after_a_part(mine: FakeMastodon, samples: Path) -> None:
    """Whose tweets, where, how many are there, how many are to come; without any network."""
    mine.faults.answer(2, 422, {"error": "no pancakes"}, "POST /api/v1/statuses")
    migrate("import", samples / "tiny", "--yes", "--limit", 3)
    before = len(mine.requests)
    outcome = migrate("status")

    assert outcome.code == 0
    assert f"@me@{mine.address.removeprefix('http://')}\n" in outcome.out
    assert outcome.value("Tweets of") == "@ada_example"
    assert outcome.value("Posted") == "2"
    assert outcome.value("Refused by the server") == "1"
    assert outcome.value("Still to post") == "2"
    assert outcome.value("Kept in") == str(ledger_of(mine.address, "1001"))
    assert outcome.line == "Tweet 1124218282623107072 was refused: no pancakes"
    assert len(mine.requests) == before


def test_while_an_import_is_running(mine: FakeMastodon, samples: Path) -> None:
    """The ledger is being written by another process, and can be read all the same."""
    seen: list[Outcome] = []
    running = []

    def look() -> None:
        seen.append(ended(start("status")))
        running[0].kill()

    mine.faults.die_before(4, "POST /api/v1/statuses")
    with serve(mine, on_death=look) as address:
        running.append(start("import", samples / "tiny", "--yes", env={"MIGRATE_SERVER": address}))
        assert ended(running[0]).code == -9

    assert seen[0].code == 0
    assert seen[0].value("Posted") == "3"
    assert seen[0].value("Still to post") == "2"


def test_a_ledger_that_is_none(home: Path) -> None:
    """Is named; the others are shown."""
    ledgers = home / "ledgers"
    ledgers.mkdir(parents=True)
    (ledgers / "me@example.org.sqlite").write_bytes(b"damaged" * 1000)
    outcome = migrate("status")

    assert outcome.code == 6
    assert "me@example.org" in outcome.line
