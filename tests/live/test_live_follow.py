"""On a real server, with two accounts: one follows the other, asks what came of it, and lets go again.

MIGRATE_LIVE_SERVER   the address of a server on which you may try things
MIGRATE_LIVE_TOKEN    a token of the first account: read, write, follow
MIGRATE_LIVE_FRIEND   the address of the second account, name@server, which the first does not follow yet

Without the third nobody is followed: whom that would tell is for a person to say. Whatever
happens on the way, the follow is taken back at the end.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from migrate.cli import app

NEEDED = ("MIGRATE_LIVE_SERVER", "MIGRATE_LIVE_TOKEN", "MIGRATE_LIVE_FRIEND")
pytestmark = pytest.mark.skipif(
    any(name not in os.environ for name in NEEDED), reason="needs a server and two accounts"
)


@pytest.fixture
def people(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A table with the friend in it; who is followed from it is let go of at the end."""
    monkeypatch.setenv("MIGRATE_SERVER", os.environ["MIGRATE_LIVE_SERVER"])
    monkeypatch.setenv("MIGRATE_TOKEN", os.environ["MIGRATE_LIVE_TOKEN"])
    table = tmp_path / "people.csv"
    table.write_text(f"Account address\n{os.environ['MIGRATE_LIVE_FRIEND']}\n", encoding="utf-8")
    yield table
    CliRunner().invoke(app, ["follow", "--undo", "--yes"])


def test_two_accounts_on_a_real_server(people: Path) -> None:
    """Followed once, known the second time, and let go again."""
    assert _states(people) <= {"done", "requested", "pending"}
    again = CliRunner().invoke(app, ["follow", str(people), "--yes", "--json"])
    assert json.loads(again.stdout.splitlines()[0])["already"] == 1

    assert CliRunner().invoke(app, ["follow", "--undo", "--yes"]).exit_code == 0
    looked = CliRunner().invoke(app, ["follow", str(people), "--dry-run"])
    assert "To follow now  1" in looked.stdout


def _states(people: Path) -> set[str]:
    run = CliRunner().invoke(app, ["follow", str(people), "--yes", "--json"])
    assert run.exit_code == 0, run.output
    return set(json.loads(run.stdout.splitlines()[-1])["states"])
