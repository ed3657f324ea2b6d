"""The README tells the truth: its transcript is run, its tables are held against the program."""

import re
from pathlib import Path

import pytest
import typer.main

from migrate.cli import app
from migrate.errors import ExitCode
from tests.cli.shell import ROOT, migrate
from tests.fakes.mastodon import FakeMastodon, SystemClock
from tests.fakes.serve import serve

README = (ROOT / "README.md").read_text()
BLOCKS = re.findall(r"^```console\n\$ migrate (.*)\n((?:.*\n)*?)```", README, re.MULTILINE)
NEEDS_A_BROWSER = "login mastodon.example"
NEEDS_A_TERMINAL = ("[y/N]", "100%|")


def test_the_transcript_is_true(tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command, one after the other, shows what the README shows; `...` stands for anything."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sample_archives").symlink_to(samples)
    fake = FakeMastodon("mastodon-4.6", clock=SystemClock())
    with serve(fake) as address:
        monkeypatch.setenv("MIGRATE_SERVER", address)
        monkeypatch.setenv("MIGRATE_TOKEN", fake.token)
        for command, shown in BLOCKS:
            if command != NEEDS_A_BROWSER:
                yes = ["--yes"] if command.startswith("import") and "--dry-run" not in command else []

                assert re.fullmatch(_pattern(shown), _as_shown(migrate(*command.split(), *yes).out))
    assert len(BLOCKS) == 6


def test_every_command_is_there() -> None:
    """In the table, with its own first words."""
    listed = dict(re.findall(r"^\| `migrate (\w+).*?` \| (.*)\. \|$", README, re.MULTILINE))
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]

    assert listed.keys() == commands.keys()
    assert all(command.help.startswith(listed[name]) for name, command in commands.items())


def test_exit_codes_are_listed() -> None:
    """All of them, and no other."""
    listed = re.findall(r"^\| (\d+) \| .+ \|$", README, re.MULTILINE)

    assert [int(code) for code in listed] == [code.value for code in ExitCode]


def test_promises_are_held() -> None:
    """Each names tests that exist."""
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", README)

    assert len(named) >= 12
    assert not [(path, name) for path, name in named if f"def {name}(" not in (ROOT / path).read_text()]


def _as_shown(output: str) -> str:
    """Where the README has a server's name and a time of day, a run has its own."""
    named = re.sub(r"(http://)?127\.0\.0\.1[:_]\d+", r"\1mastodon.example", output)
    return re.sub(r"\b\d\d:\d\d\b", "14:32", named.replace("http://", "https://"))


def _pattern(shown: str) -> str:
    lines = [line for line in shown.splitlines(keepends=True) if not any(s in line for s in NEEDS_A_TERMINAL)]
    return re.escape("".join(lines)).replace(re.escape("...\n"), r"(?:.*\n)*")
