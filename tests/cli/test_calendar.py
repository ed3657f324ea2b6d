"""One calendar, the author's: what is planned, dated, chosen and counted goes by the same clock."""

import csv
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.shell import migrate
from tests.fakes.archive import write_archive
from tests.fakes.archive_tweets import tweet
from tests.fakes.mastodon import FakeMastodon

NEW_YEAR = datetime(2020, 1, 1, 3, 30, tzinfo=UTC)
"""In Boston it is still the evening before."""


@pytest.fixture
def evening(tmp_path: Path) -> Path:
    """A tweet of New Year's Eve in Boston, by someone whose settings say so."""
    setting = [{"timeZone": "Eastern Time (US & Canada)"}]
    words = tweet("Happy new year", when=NEW_YEAR)
    return write_archive(tmp_path / "eve.zip", [words], others={"account-timezone": setting})


def planned(archive: Path, *switches: str) -> tuple[str, list[dict[str, str]]]:
    """What is said about a plan, and its rows."""
    path = archive.with_name("plan.csv")
    path.unlink(missing_ok=True)
    said = migrate("plan", archive, "-o", path, *switches).out
    with path.open(encoding="utf-8-sig", newline="") as file:
        return said, list(csv.DictReader(file))


def test_the_archive_says_by_which_clock(evening: Path) -> None:
    """Date and time of the row, the line below the post, and where that is from."""
    said, (row,) = planned(evening)

    assert "by the clock of America/New_York, which is in the settings" in said
    assert row["date"] == "2019-12-31 22:30"
    assert row["text"] == "Happy new year\n\n2019-12-31"


def test_what_is_said_goes_before_the_archive(evening: Path) -> None:
    """By any name of the zone."""
    said, (row,) = planned(evening, "--timezone", "tokyo")

    assert "by the clock of Asia/Tokyo." in said
    assert row["text"].endswith("\n2020-01-01")


def test_else_this_computer_counts(samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And says so, once."""
    monkeypatch.setenv("TZ", "America/New_York")
    archive = write_archive(tmp_path / "eve.zip", [tweet("Happy new year", when=NEW_YEAR)])
    said, (row,) = planned(archive)

    assert said.count("the clock of this computer") == 1
    assert row["date"] == "2019-12-31 22:30"


def test_days_that_are_asked_for_are_the_authors(evening: Path) -> None:
    """And are shown as they were understood."""
    said, (row,) = planned(evening, "--until", "2019")
    _, (other,) = planned(evening, "--since", "2020")

    assert "Up to 31 December 2019." in said
    assert (row["post"], other["post"], other["reason"]) == ("yes", "no", "before")


def test_charts_and_page_go_by_the_same_clock(evening: Path, tmp_path: Path) -> None:
    """The years of `check`, its bars, and the cards of the preview."""
    check = migrate("check", evening)
    migrate("preview", evening, "-o", tmp_path / "page", "--single")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")

    assert check.value("Years") == "2019 - 2019"
    assert re.search(r"21:00 - 23:59 \S+ 1$", check.out, re.MULTILINE)
    assert "2019-12-31T22:30" in page
    assert "by the clock of America/New_York" in page
    assert "2020-01-01" not in page


def test_a_zone_that_nobody_knows(evening: Path) -> None:
    """Exit 2, before anything is read."""
    outcome = migrate("plan", evening, "--timezone", "Atlantis")

    assert outcome.code == 2
    assert "'Atlantis' is not a time zone" in outcome.line


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2019", "1 January 2019", "31 December 2019"),
        ("2019-12", "1 December 2019", "31 December 2019"),
        ("2020-2", "1 February 2020", "29 February 2020"),
        ("2019-03-24", "24 March 2019", "24 March 2019"),
    ],
)
def test_dates_that_are_taken(typed: str, first: str, last: str, samples: Path, tmp_path: Path) -> None:
    """A year, a month, a day; the last of them is included."""
    days = ("--since", typed, "--until", typed)
    outcome = migrate("plan", samples / "tiny", "-o", tmp_path / "plan.csv", *days)

    assert f"From {first} to {last}." in outcome.out


@pytest.mark.parametrize("switch", ["--since", "--until"])
@pytest.mark.parametrize("command", ["plan", "undo"])
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("03/12/2019", ("2019-12-03 (3 December 2019)", "2019-03-12 (12 March 2019)")),
        ("3.12.2019", ("2019-12-03 (3 December 2019)", "2019-03-12 (12 March 2019)")),
        ("13/12/2019", ("2019-12-13 (13 December 2019)",)),
        ("2019/12/13", ("2019-12-13 (13 December 2019)",)),
        ("12-2019", ("is not a date",)),
        ("2019-13", ("is not a date",)),
        ("2019-02-29", ("is not a date",)),
        ("0000", ("is not a date",)),
        ("March", ("is not a date",)),
        ("19", ("is not a date",)),
        ("2019-03-24T10:00", ("is not a date",)),
    ],
)
def test_dates_that_are_not_taken(
    typed: str, said: tuple[str, ...], switch: str, command: str, samples: Path
) -> None:
    """What two people read differently is named in both readings."""
    archive = [samples / "tiny"] if command == "plan" else ["--dry-run"]
    outcome = migrate(command, *archive, switch, typed)

    assert outcome.code == 2
    assert all(reading in outcome.line for reading in said)


def test_another_clock_is_no_reason_for_an_edit(evening: Path, mine: FakeMastodon) -> None:
    """Nor is it for a second post, where the record is lost."""
    migrate("import", evening, "--yes", "--timezone", "Tokyo")
    outcome = migrate("import", evening, "--fix", "--dry-run", "--timezone", "America/New_York")

    assert [status.text for status in mine.statuses] == ["Happy new year\n\n2020-01-01"]
    assert outcome.value("Posts that would be better now") == "0"
    without = migrate("import", evening, "--fix", "--dry-run", "--footer", "")
    assert without.value("Posts that would be better now") == "1"


def test_a_post_with_the_day_of_another_clock_is_the_same_post(
    evening: Path, mine: FakeMastodon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another computer in another country knows it again; it is not posted twice."""
    migrate("import", evening, "--yes", "--footer", "📅 {date}", "--timezone", "Tokyo")
    monkeypatch.setenv("MIGRATE_HOME", str(tmp_path / "another"))
    outcome = migrate(
        "import", evening, "--yes", env={"MIGRATE_SERVER": mine.address, "MIGRATE_TOKEN": mine.token}
    )

    assert outcome.code == 0
    assert len(mine.statuses) == 1
