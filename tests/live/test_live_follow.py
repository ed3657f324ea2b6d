"""On a real server, with two accounts: one follows the other, asks what came of it, and lets go again.

MIGRATE_LIVE_SERVER   the address of a server on which you may try things
MIGRATE_LIVE_TOKEN    a token of the first account: read, write
MIGRATE_LIVE_FRIEND   the address of the second account, name@server, which the first does not follow yet
"""

import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from migrate.cli import app

NEEDED = ("MIGRATE_LIVE_SERVER", "MIGRATE_LIVE_TOKEN", "MIGRATE_LIVE_FRIEND")
pytestmark = pytest.mark.skipif(
    any(name not in os.environ for name in NEEDED), reason="needs a server and two accounts"
)


def test_two_accounts_on_a_real_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Followed once, known the second time, and let go again."""
    monkeypatch.setenv("MIGRATE_SERVER", os.environ["MIGRATE_LIVE_SERVER"])
    monkeypatch.setenv("MIGRATE_TOKEN", os.environ["MIGRATE_LIVE_TOKEN"])
    people = tmp_path / "people.csv"
    people.write_text(f"Account address\n{os.environ['MIGRATE_LIVE_FRIEND']}\n", encoding="utf-8")

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
