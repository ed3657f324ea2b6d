"""`migrate login x`, with a browser that is a small function, and X on this machine."""

import socket
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest

from migrate.cli.find.x_login import login_to_x, x_token
from migrate.errors import LoginError
from migrate.people.sources import xlogin
from migrate.web.fetching import Web
from tests.cli.shell import migrate
from tests.fakes.web import Answer, FakeWeb, serve_web

TOLD = {"access_token": "s3cr3t", "refresh_token": "next", "expires_in": 7200}


@pytest.fixture
def web() -> Iterator[FakeWeb]:
    """X."""
    with serve_web(FakeWeb()) as fake:
        fake.route("api.x.com", "/2/oauth2/token", Answer(TOLD))
        yield fake


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> int:
    """A port that is free just now, for two runs of these tests at once."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
    monkeypatch.setattr(xlogin, "PORT", number)
    monkeypatch.setenv("MIGRATE_X_CLIENT_ID", "client")
    return number


def browse(monkeypatch: pytest.MonkeyPatch, port: int, answer: str) -> None:
    """A browser that brings an answer back at once."""

    def visit(page: str) -> bool:
        state = parse_qs(urlsplit(page).query)["state"][0]
        urlopen(f"http://127.0.0.1:{port}/?{answer}&state={state}").close()
        return True

    monkeypatch.setattr("webbrowser.open", visit)


def door(web: FakeWeb) -> Callable[[], Web]:
    """The way to X."""
    return lambda: Web(local_port=web.port)


def test_the_code_becomes_a_login_that_is_kept(
    web: FakeWeb, port: int, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The steps are told first; the key is in a file of the user's own, and nowhere else."""
    browse(monkeypatch, port, "code=abc")
    login_to_x(door(web))
    seen = capsys.readouterr()

    assert x_token(door(web)) == "s3cr3t"
    assert stat.S_IMODE((home / "x-login.json").stat().st_mode) == 0o600
    assert "Native App" in seen.out
    assert xlogin.CALLBACK in seen.out
    assert "s3cr3t" not in seen.out + seen.err
    assert [one.form["code"] for one in web.asked] == ["abc"]


def test_no_is_an_answer_of_x_too(
    web: FakeWeb, port: int, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is asked of X, and nothing is kept."""
    browse(monkeypatch, port, "error=access_denied")

    with pytest.raises(LoginError, match="You said no"):
        login_to_x(door(web))
    assert web.asked == []
    assert not (home / "x-login.json").exists()


def test_a_port_in_use_is_told(web: FakeWeb, port: int) -> None:
    """X sends the browser to this one alone."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        with pytest.raises(LoginError, match="Another program"):
            login_to_x(door(web))


def test_a_token_that_has_ended_is_renewed_and_kept(web: FakeWeb, home: Path) -> None:
    """The renewal is good for one time."""
    path = home / "x-login.json"
    xlogin.keep_x_login(path, xlogin.XLogin("client", "old", "renewal", 1.0))

    assert x_token(door(web)) == "s3cr3t"
    kept = xlogin.read_x_login(path)
    assert kept
    assert (kept.token, kept.renewal) == ("s3cr3t", "next")


def test_without_a_login_at_x_it_is_said_how(home: Path) -> None:
    """By the command, and by whoever needs the key."""
    with pytest.raises(LoginError, match="migrate login x"):
        x_token()
    assert "or: x" in migrate("login", "--help").out
