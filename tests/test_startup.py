"""`migrate --help` answers at once: what a command needs is loaded when it runs."""

import subprocess
import sys

import pytest
import typer.main

from migrate.cli import app
from tests.cli.shell import migrate

HEAVY = {
    *("pandas", "numpy", "httpx", "stamina", "tqdm", "sqlite3", "jinja2", "dateutil", "regex"),
    *("migrate.archive", "migrate.ledger", "migrate.mastodon", "migrate.people", "migrate.sheets"),
    *("idna", "rich", "pydantic", "webbrowser", "zipfile", "ssl", "mastodon_mock"),
}
COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def test_nothing_heavy_is_loaded() -> None:
    """Pandas alone takes longer than all of `migrate --help`."""
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, migrate.cli; print(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
    )

    assert not HEAVY & set(loaded.stdout.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    """In a sentence for the list of commands, and in one for each of its switches."""
    outcome = migrate(command, "--help")
    about = typer.main.get_command(app).commands[command]  # type: ignore[attr-defined]

    assert outcome.code == 0
    assert about.help.endswith(".")
    assert all(parameter.help for parameter in about.params)
