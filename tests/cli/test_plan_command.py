"""`migrate plan`: the plan as a file."""

import csv
import re
from pathlib import Path

import pytest

from tests.cli.shell import migrate
from tests.fakes.mastodon import FakeMastodon, SystemClock
from tests.fakes.serve import serve


def test_one_row_a_toot(samples: Path, tmp_path: Path) -> None:
    """And one for each tweet that is left out, without a login or a network."""
    out = tmp_path / "plan.csv"
    outcome = migrate("plan", samples / "tricky", "-o", out)
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))

    assert outcome.code == 0
    assert f"The plan is in {out}. Nothing was posted." in outcome.out
    assert [row["post"] for row in rows].count("yes") == int(outcome.value("Posts that they become")) == 53
    assert [row["post"] for row in rows].count("no") == 10


def test_limits_of_a_server(samples: Path, tmp_path: Path) -> None:
    """A server with room for 5,000 characters needs no thread for a long post."""
    with serve(FakeMastodon("gotosocial-0.20", clock=SystemClock())) as address:
        outcome = migrate("plan", samples / "tricky", "-o", tmp_path / "plan.csv", "--server", address)

    assert outcome.value("Posts that they become") == "52"


@pytest.mark.parametrize("server", ["http://127.0.0.1:9"])
def test_a_server_that_does_not_answer(server: str, samples: Path, tmp_path: Path) -> None:
    """Is said: a plan by other limits than the server's would be another plan."""
    outcome = migrate("plan", samples / "tiny", "-o", tmp_path / "plan.csv", "--server", server)

    assert outcome.code == 3
    assert "could not be reached" in outcome.line
    assert "usual limits" in outcome.line
    assert not (tmp_path / "plan.csv").exists()


def test_import_does_what_the_file_says(mine: FakeMastodon, samples: Path, tmp_path: Path) -> None:
    """A row that says no, other words, another visibility; the rest as it was."""
    out = written(samples / "tiny", tmp_path)
    first, second, *_ = rows_of(out)
    edit(
        out, {first["toot"]: {"post": "no"}, second["toot"]: {"text": "Other words", "visibility": "private"}}
    )
    outcome = migrate("import", samples / "tiny", "--yes", "--plan", out)

    assert outcome.code == 0
    assert outcome.value("Posted now") == "4"
    assert "1  row that your plan file says no to" in outcome.out
    assert (mine.statuses[0].text, mine.statuses[0].visibility) == ("Other words", "private")


def test_an_untouched_file_changes_nothing(mine: FakeMastodon, samples: Path, tmp_path: Path) -> None:
    """The same toots as without it, letter for letter."""
    include = ("--include", "retweets")
    out = written(samples / "tricky", tmp_path, *include, "--server", mine.address)
    migrate("import", samples / "tricky", "--yes", "--plan", out)
    other = FakeMastodon("mastodon-4.6", clock=SystemClock())
    other.world.processing_polls = 1
    with serve(other) as address:
        env = {"MIGRATE_SERVER": address, "MIGRATE_TOKEN": other.token}
        migrate("import", samples / "tricky", "--yes", *include, env=env)

    assert len(mine.statuses) == 55
    assert [_own_links_aside(s.text) for s in mine.statuses] == [
        _own_links_aside(s.text) for s in other.statuses
    ]


def test_the_widest_circle_is_told(samples: Path, tmp_path: Path, mine: FakeMastodon) -> None:
    """One public row is enough for the warning."""
    out = written(samples / "tiny", tmp_path)
    edit(out, {rows_of(out)[0]["toot"]: {"visibility": "public"}})
    outcome = migrate("import", samples / "tiny", "--dry-run", "--plan", out)

    assert "all public timelines" in outcome.value("Seen by")


def test_nothing_is_posted_where_a_row_is_odd(mine: FakeMastodon, samples: Path, tmp_path: Path) -> None:
    """Exit 2, the row is named."""
    out = written(samples / "tiny", tmp_path)
    edit(out, {rows_of(out)[2]["toot"]: {"text": "x" * 501}})
    outcome = migrate("import", samples / "tiny", "--yes", "--plan", out)

    assert outcome.code == 2
    assert "Row 4: the text has 501 characters, and this server takes 500." in outcome.err
    assert mine.statuses == []


def test_a_plan_of_another_archive(samples: Path, tmp_path: Path) -> None:
    """Is refused, exit 2, one line."""
    out = written(samples / "tricky", tmp_path)
    outcome = migrate("import", samples / "tiny", "--dry-run", "--plan", out)

    assert outcome.code == 2
    assert "is not a plan of this archive, which is of @ada_example" in outcome.line


def test_the_file_and_the_switches_cannot_both_decide(samples: Path, tmp_path: Path) -> None:
    """Exit 2; the file would silently win otherwise."""
    outcome = migrate(
        "import", samples / "tiny", "--dry-run", "--plan", tmp_path / "p.csv", "--since", "2019"
    )

    assert outcome.code == 2
    assert "With --plan, the file says what is posted" in outcome.line


def test_preview_shows_the_edited_plan(samples: Path, tmp_path: Path) -> None:
    """What was changed is looked at before it is posted."""
    out = written(samples / "tiny", tmp_path)
    edit(out, {rows_of(out)[0]["toot"]: {"text": "Words of the spreadsheet"}})
    migrate("preview", samples / "tiny", "--single", "-o", tmp_path / "page.html", "--plan", out)

    assert "Words of the spreadsheet" in (tmp_path / "page.html").read_text()


def written(archive: Path, folder: Path, *switches: str) -> Path:
    """A plan file."""
    out = folder / "plan.csv"
    assert migrate("plan", archive, "-o", out, *switches).code == 0
    return out


def rows_of(path: Path) -> list[dict[str, str]]:
    """Its rows."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def edit(path: Path, changes: dict[str, dict[str, str]]) -> None:
    """Type into some rows, and save."""
    rows = [row | changes.get(row["toot"], {}) for row in rows_of(path)]
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]), delimiter=";")
        table.writeheader()
        table.writerows(rows)


def _own_links_aside(text: str) -> str:
    """Links to one's own toots have the address of the server."""
    return re.sub(r"127\.0\.0\.1:\d+/\S*", "", text)
