"""What somebody has edited is never gone: it is kept beside the new table, and that is told."""

import csv
from pathlib import Path

import pytest

from tests.cli.shell import migrate
from tests.fakes.archive import tweet, user_id, write_archive
from tests.fakes.mastodon import FakeMastodon

LEA = user_id("lea_example")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Somebody follows one person, and knows where she is."""
    tweets = [tweet("@lea_example is now @lea_example@chaos.social"), tweet("See @bob@chaos.social")]
    return write_archive(tmp_path / "archive.zip", tweets, following=[LEA])


def kept_in(folder: Path, stem: str) -> list[Path]:
    """What was kept of a table."""
    return sorted(folder.glob(f"{stem} (before *).csv"))


@pytest.mark.parametrize("name", ["matches", "leads"])
def test_find_keeps_what_was_edited(archive: Path, name: str, tmp_path: Path) -> None:
    """Once for each edit, and never where nobody did anything."""
    out = tmp_path / "out"
    migrate("find", archive, "-o", out)
    migrate("find", archive, "-o", out)
    assert kept_in(out, name) == []
    table = out / f"{name}.csv"
    edited = table.read_bytes().replace(b"chaos.social", b"chaos.social ", 1)
    table.write_bytes(edited)
    outcome = migrate("find", archive, "-o", out)

    (kept,) = kept_in(out, name)
    assert kept.read_bytes() == edited
    assert f"You had edited {table}. It was kept beside the new one as: {kept.name}" in outcome.err
    assert "You had edited" not in migrate("find", archive, "-o", out).err


def test_a_list_for_the_server_that_was_edited(archive: Path, tmp_path: Path) -> None:
    """Also where there is nobody any more who would be on it."""
    table, people = tmp_path / "matches.csv", tmp_path / "following_accounts.csv"
    migrate("find", archive, "-o", tmp_path)
    table.write_text(table.read_text(encoding="utf-8-sig").replace(",open", ",yes"))
    migrate("find", archive, "-o", tmp_path)
    people.write_text("mine@home.example\n")
    table.write_text(table.read_text(encoding="utf-8-sig").replace(",accepted", ",no"))
    outcome = migrate("find", archive, "-o", tmp_path)

    (kept,) = kept_in(tmp_path, "following_accounts")
    assert kept.read_text() == "mine@home.example\n"
    assert kept.name in outcome.err
    assert not people.exists()


def test_a_plan_keeps_what_was_edited(samples: Path, tmp_path: Path) -> None:
    """Hours of work, and the same command once more."""
    out = tmp_path / "plan.csv"
    migrate("plan", samples / "tiny", "-o", out)
    migrate("plan", samples / "tiny", "-o", out, "--visibility", "public")
    assert kept_in(tmp_path, "plan") == []
    out.write_bytes(out.read_bytes() + b"edited")
    outcome = migrate("plan", samples / "tiny", "-o", out)

    (kept,) = kept_in(tmp_path, "plan")
    assert kept.read_bytes().endswith(b"edited")
    assert kept.name in outcome.err


def test_a_report_keeps_what_was_edited(mine: FakeMastodon, tmp_path: Path) -> None:
    """A person may have noted in it whom they looked at."""
    mine.add_account("ada@one.example")
    people, report = tmp_path / "list.csv", tmp_path / "report.csv"
    people.write_text("ada@one.example\n")
    for _ in range(2):
        migrate("follow", people, "--yes", "--report", report)
    assert kept_in(tmp_path, "report") == []
    report.write_text("my notes")
    outcome = migrate("follow", people, "--yes", "--report", report)

    (kept,) = kept_in(tmp_path, "report")
    assert kept.read_text() == "my notes"
    assert kept.name in outcome.err


def test_a_number_that_a_spreadsheet_has_rounded(archive: Path, tmp_path: Path) -> None:
    """It is told; find goes by the name, and nobody is named by somebody else's number."""
    migrate("find", archive, "-o", tmp_path)
    table = tmp_path / "matches.csv"
    text = table.read_text(encoding="utf-8-sig").replace(f"'{LEA}", "1.15292E+18").replace(",open", ",yes")
    table.write_text(text)
    known = migrate("plan", archive, "-o", tmp_path / "plan.csv", "--known", table)
    found = migrate("find", archive, "-o", tmp_path)

    for outcome in (known, found):
        assert "Row 2 of matches.csv: 1.15292E+18 in the column x_id" in outcome.err
    with table.open(encoding="utf-8-sig", newline="") as file:
        assert [(row["x_id"], row["state"]) for row in csv.DictReader(file)] == [(f"'{LEA}", "accepted")]
