"""`migrate plan`: the plan as a file."""

import csv
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
    assert [row["post"] for row in rows].count("yes") == int(outcome.value("Toots that they become")) == 53
    assert [row["post"] for row in rows].count("no") == 10


def test_limits_of_a_server(samples: Path, tmp_path: Path) -> None:
    """A server with room for 5,000 characters needs no thread for a long post."""
    with serve(FakeMastodon("gotosocial-0.20", clock=SystemClock())) as address:
        outcome = migrate("plan", samples / "tricky", "-o", tmp_path / "plan.csv", "--server", address)

    assert outcome.value("Toots that they become") == "52"


@pytest.mark.parametrize("server", ["http://127.0.0.1:9"])
def test_a_server_that_does_not_answer(server: str, samples: Path, tmp_path: Path) -> None:
    """Is said, and does not matter."""
    outcome = migrate("plan", samples / "tiny", "-o", tmp_path / "plan.csv", "--server", server)

    assert outcome.code == 0
    assert "usual limits" in outcome.line
