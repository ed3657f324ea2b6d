"""Meeting the server for a command: what it runs is remembered, and its pauses are made and told."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.cli.shell import migrate
from tests.fakes.faults import Server
from tests.fakes.mastodon import FakeMastodon, SystemClock
from tests.fakes.serve import serve

BOTH = "GET *nodeinfo*"


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that would have been made."""
    pauses: list[float] = []
    monkeypatch.setattr("time.sleep", lambda seconds: pauses.append(seconds) if seconds else None)
    return pauses


@pytest.fixture
def backdating(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeMastodon]:
    """A server that takes dates, and a login there."""
    fake = FakeMastodon("gotosocial-0.20", clock=SystemClock())
    with serve(fake):
        monkeypatch.setenv("MIGRATE_SERVER", fake.address)
        monkeypatch.setenv("MIGRATE_TOKEN", fake.token)
        yield fake


@pytest.mark.parametrize(
    ("code", "body", "headers"),
    [
        (429, {"error": "no"}, {"Retry-After": "1"}),
        (403, "<h1>No</h1>", {}),
        (200, '{"links": [{"rel": "http://nodei', {"Content-Type": "application/json"}),
    ],
)
@pytest.mark.parametrize("times", [1, 999])
def test_old_posts_keep_their_dates_whatever_becomes_of_nodeinfo(
    code: int,
    body: object,
    headers: dict[str, str],
    times: int,
    backdating: FakeMastodon,
    samples: Path,
    slept: list[float],
) -> None:
    """One 429 there, and years of old tweets came up as new ones."""
    backdating.faults.answer(1, code, body, BOTH, times=times, headers=headers)
    outcome = migrate("import", samples / "tiny", "--yes")

    assert outcome.code == 0
    assert {status.created_at.year for status in backdating.statuses} <= set(range(2006, 2026))
    assert bool(slept) == (code == 429)


def test_a_server_that_can_not_be_known_gets_nothing(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 3, and why."""
    fake = FakeMastodon("mastodon-3.5", clock=SystemClock())
    with serve(fake):
        monkeypatch.setenv("MIGRATE_SERVER", fake.address)
        monkeypatch.setenv("MIGRATE_TOKEN", fake.token)
        fake.faults.answer(1, 404, {"error": "no"}, BOTH, times=999)
        outcome = migrate("import", samples / "tiny", "--yes")

    assert outcome.code == 3
    assert "does not say what software it runs" in outcome.line
    assert fake.statuses == []


def test_what_a_server_runs_is_remembered(backdating: FakeMastodon, samples: Path, home: Path) -> None:
    """A run that meets another server under its name looks twice, and then says so."""
    assert migrate("import", samples / "tiny", "--yes", "--limit", "1").code == 0
    (ledger,) = (home / "ledgers").glob("*.sqlite")
    with sqlite3.connect(ledger) as db:
        assert db.execute("SELECT name, version FROM software").fetchall() == [
            ("gotosocial", "0.20.0+git-57cb4fe")
        ]
    once = {"software": {"name": "mastodon", "version": "4.5.0"}}
    backdating.faults.answer(1, 200, once, "GET /nodeinfo/2.0")
    second = migrate("import", samples / "tiny", "--yes", "--limit", "1")
    assert (second.code, second.err) == (0, "")
    assert backdating.statuses[1].created_at.year < 2026

    backdating.faults.answer(1, 200, once, "GET /nodeinfo/2.0", times=999)
    third = migrate("import", samples / "tiny", "--dry-run")
    assert "ran gotosocial 0.20.0" in third.err
    assert "runs mastodon 4.5.0" in third.err


@pytest.mark.parametrize(
    "path", ["/api/v2/instance", "/api/v1/accounts/verify_credentials", "/.well-known/nodeinfo"]
)
@pytest.mark.parametrize("command", [["whoami"], ["import", "{tiny}", "--yes"]])
def test_a_limit_at_the_very_start_is_waited_for_and_told(
    command: list[str], path: str, mine: FakeMastodon, samples: Path, slept: list[float]
) -> None:
    """Another program, or the run before, has used it up."""
    mine.faults.answer(1, 429, {"error": "no"}, f"GET {path}", headers={"Retry-After": "40"})
    outcome = migrate(*(part.format(tiny=samples / "tiny") for part in command))

    assert outcome.code == 0
    assert slept == [41.0]
    assert "this server asks for a pause" in outcome.line


def test_the_limits_of_ones_own_server_are_read_with_the_token(
    mine: FakeMastodon, samples: Path, tmp_path: Path
) -> None:
    """It has a limit of its own there; without, all who share the internet address have one."""
    seen: list[bool] = []

    def look(server: Server, request: httpx.Request) -> httpx.Response:
        seen.append("authorization" in request.headers)
        return server.act(request)

    mine.faults._add(1, "GET /api/v2/instance", 1, look)
    outcome = migrate("plan", samples / "tiny", "-o", tmp_path / "plan.csv", "--server", mine.address)

    assert outcome.code == 0
    assert seen == [True]


@pytest.mark.parametrize("standing", ["frozen", "pending", "unconfirmed"])
def test_an_account_that_may_not_act_is_told_why(standing: str, mine: FakeMastodon) -> None:
    """In the server's own words; its login is fine."""
    mine.impose("me", standing)
    outcome = migrate("whoami")

    assert outcome.code == 4
    assert "does not let this account do anything now" in outcome.line
    assert "no longer accepts" not in outcome.line


def test_a_login_that_was_taken_back_is_told(mine: FakeMastodon) -> None:
    """And only then is it said to log in again."""
    mine.revoke()

    assert "no longer accepts this login" in migrate("whoami").line
