"""A token is never shown: not as a result, not in an error, not by a bug."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.shell import ROOT, migrate
from tests.fakes.mastodon import FakeMastodon

TOKEN = "s3cr3t-token-of-mine"


@pytest.fixture
def secretive(mine: FakeMastodon, monkeypatch: pytest.MonkeyPatch) -> FakeMastodon:
    """A server that knows this token."""
    mine.oauth.tokens[TOKEN] = mine.oauth.tokens[mine.token]
    monkeypatch.setenv("MIGRATE_TOKEN", TOKEN)
    return mine


@pytest.mark.parametrize(
    "args",
    [
        ["whoami"],
        ["status"],
        ["import", "TINY", "--dry-run"],
        ["import", "TINY", "--yes"],
        ["import", "TINY", "--yes", "--json"],
    ],
)
@pytest.mark.parametrize("trouble", ["", "revoked", "html", "unreachable"])
def test_no_output_has_the_token(
    args: list[str], trouble: str, secretive: FakeMastodon, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is asked for and whatever goes wrong."""
    if trouble == "revoked":
        secretive.revoke()
    elif trouble == "html":
        secretive.faults.answer(1, 500, "<html>", times=99)
    elif trouble == "unreachable":
        monkeypatch.setenv("MIGRATE_SERVER", "http://127.0.0.1:9")
    outcome = migrate(*[str(samples / "tiny") if arg == "TINY" else arg for arg in args])

    assert TOKEN not in outcome.out + outcome.err


@pytest.mark.parametrize("token", [f"“{TOKEN}”", f"{TOKEN} x", f"{TOKEN}\x00"[:-1] + "\x7f", f"{TOKEN}\nx"])
def test_what_is_no_token_is_not_repeated(
    token: str, secretive: FakeMastodon, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Quotes that were copied along, for example."""
    monkeypatch.setenv("MIGRATE_TOKEN", token)
    outcome = migrate("whoami")

    assert outcome.code == 4
    assert "MIGRATE_TOKEN" in outcome.line
    assert TOKEN not in outcome.line


def test_a_line_break_after_the_token_is_none_of_it(
    secretive: FakeMastodon, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That is how files end."""
    monkeypatch.setenv("MIGRATE_TOKEN", f"{TOKEN}\n")

    assert migrate("whoami").code == 0


def test_a_bug_shows_no_values() -> None:
    """A traceback has lines of code, and not what the variables held."""
    bug = f"""
from migrate.cli import app
@app.command()
def bug() -> None:
    token = "".join(["{TOKEN[:7]}", "{TOKEN[7:]}"])
    raise RuntimeError("a bug")
app(["bug"])
"""
    run = subprocess.run([sys.executable, "-c", bug], check=False, cwd=ROOT, capture_output=True, text=True)

    assert run.returncode == 1
    assert "a bug" in run.stderr
    assert TOKEN not in run.stdout + run.stderr
