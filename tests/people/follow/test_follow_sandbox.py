"""Over real HTTP: people of a server that is not ours are found, followed, listed, and let go again."""

import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from migrate.cli import app
from migrate.sandbox import Sandbox, open_sandbox


@pytest.fixture
def sandbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    """mastodon-mock, with the accounts `me` and `host`."""
    with open_sandbox() as sandbox:
        monkeypatch.setenv("MIGRATE_SERVER", sandbox.address)
        monkeypatch.setenv("MIGRATE_TOKEN", sandbox.token)
        yield sandbox


def test_follow_list_and_undo(sandbox: Sandbox, tmp_path: Path) -> None:
    """The whole way there and back."""
    server = sandbox.address.partition("//")[2]
    people = tmp_path / "people.csv"
    people.write_text(f"Account address\nhost@{server}\nme@{server}\nnobody@{server}\n")

    run = CliRunner().invoke(app, ["follow", str(people), "--yes", "--list", "Friends", "--json"])
    summary = json.loads(run.stdout.splitlines()[-1])
    assert (run.exit_code, summary["states"]) == (7, {"done": 1, "left_out": 1, "lost": 1})
    assert _following(sandbox) == ["host"]
    assert [one["title"] for one in _get(sandbox, "/api/v1/lists")] == ["Friends"]

    assert CliRunner().invoke(app, ["follow", "--undo", "--yes"]).exit_code == 0
    assert _following(sandbox) == []
    assert _get(sandbox, "/api/v1/lists") == []


def _following(sandbox: Sandbox) -> list[str]:
    me = _get(sandbox, "/api/v1/accounts/verify_credentials")["id"]
    return [account["acct"] for account in _get(sandbox, f"/api/v1/accounts/{me}/following")]


def _get(sandbox: Sandbox, path: str) -> object:
    headers = {"Authorization": f"Bearer {sandbox.token}"}
    return httpx.get(sandbox.address + path, headers=headers).json()
