"""`migrate login`, `whoami` and `logout`, with a browser that is a small script."""

import json
import stat
import sys
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from migrate.mastodon.login import SCOPES
from migrate.sandbox import open_sandbox
from tests.cli.shell import Outcome, ended, migrate, start, terminal
from tests.fakes.mastodon import FakeMastodon, SystemClock
from tests.fakes.serve import serve

SAYS_YES = "urlopen(page)"
SAYS_NO = "urlopen(redirect + '?error=access_denied&state=' + state)"
STRANGER_FIRST = "urlopen(redirect + '?code=stolen&state=guessed'); urlopen(page)"
CHOOSES_ME = "urlopen(page.split('?')[0], urlencode({**query, 'username': 'me'}).encode())"


def test_login_in_the_browser(fake: FakeMastodon, tmp_path: Path, home: Path) -> None:
    """The browser brings the code; the login is kept, readable by its owner alone."""
    home.mkdir()
    (home / "logins.new").write_text("left behind, for all to read")
    outcome = _login(fake.address, SAYS_YES, tmp_path)

    assert outcome.code == 0
    assert "You are logged in as @me@127.0.0.1" in outcome.out
    assert _mode(home / "logins.json") == 0o600
    assert _token(home) in fake.oauth.tokens


def test_only_what_is_needed_is_asked_for(fake: FakeMastodon, tmp_path: Path, home: Path) -> None:
    """PKCE, a state, and no right that isn't used."""
    page = next(line for line in _login(fake.address, SAYS_YES, tmp_path).out.splitlines() if "?" in line)
    query = parse_qs(urlsplit(page).query)

    assert query["code_challenge_method"] == ["S256"]
    assert len(query["code_challenge"][0]) == 43
    assert len(query["state"][0]) > 20
    scopes = fake.oauth.tokens[_token(home)].scopes
    assert scopes == set(SCOPES.split())
    assert not scopes & {"read", "write", "follow", "push", "profile"}


def test_a_code_from_a_stranger_is_passed_over(fake: FakeMastodon, tmp_path: Path) -> None:
    """A visit without our state is not the browser's."""
    assert _login(fake.address, STRANGER_FIRST, tmp_path).code == 0


def test_no_is_an_answer(fake: FakeMastodon, tmp_path: Path, home: Path) -> None:
    """One line, exit 4, nothing kept."""
    outcome = _login(fake.address, SAYS_NO, tmp_path)

    assert outcome.code == 4
    assert outcome.line == "You said no in the browser, so nothing was changed."
    assert not home.exists()


def test_login_by_hand(fake: FakeMastodon, home: Path) -> None:
    """Without a browser here: open the page anywhere, and type the code."""
    with terminal("login", fake.address, "--no-browser") as screen:
        shown = screen.read_until("The code: ")
        page = next(word for word in shown.split() if word.startswith(fake.address))
        screen.type(fake.consent(page) + "\n")

        assert screen.end() == 0
    assert _token(home) in fake.oauth.tokens


def test_a_wrong_code_is_told(fake: FakeMastodon, home: Path) -> None:
    """What happened, and how to start again."""
    with terminal("login", fake.address, "--no-browser") as screen:
        screen.read_until("The code: ")
        screen.type("nonsense\n")

        assert screen.end() == 4
    assert "did not accept the code" in screen.shown
    assert not home.exists()


def test_login_on_the_embedded_server(tmp_path: Path) -> None:
    """The same with a server that others wrote; then one may import there."""
    with open_sandbox() as sandbox:
        assert _login(sandbox.address, CHOOSES_ME, tmp_path).code == 0
        assert migrate("whoami").out == f"@me@{sandbox.address.removeprefix('http://')}\n"
        assert migrate("logout").code == 0
    assert migrate("whoami").code == 4


@pytest.mark.parametrize("typed", ["http://{host}/", "@me@{host}", " {host} "])
def test_a_server_is_typed_in_many_ways(typed: str, fake: FakeMastodon, tmp_path: Path) -> None:
    """A name, an address, a handle."""
    host = fake.address.removeprefix("http://")

    assert _login(typed.format(host=host), SAYS_YES, tmp_path).code == 0


def test_several_accounts(fake: FakeMastodon, samples: Path, tmp_path: Path) -> None:
    """Each is listed; what acts on one asks which."""
    with ExitStack() as servers:
        other = FakeMastodon("mastodon-4.6", clock=SystemClock())
        servers.enter_context(serve(other))
        for server in (fake, other):
            _login(server.address, SAYS_YES, tmp_path)
        handles = [f"me@{server.address.removeprefix('http://')}" for server in (fake, other)]
        assert migrate("whoami").out == f"@{handles[0]}\n@{handles[1]}\n"

        unsure = migrate("import", samples / "tiny", "--yes")
        assert unsure.code == 4
        assert handles[0] in unsure.line
        assert "--account" in unsure.line

        named = {"MIGRATE_SERVER": fake.address, "MIGRATE_TOKEN": fake.token}
        assert migrate("import", samples / "tiny", "-y", "--account", handles[1], env=named).code == 0
        assert (len(fake.statuses), len(other.statuses)) == (0, 5)


def test_logout_revokes(fake: FakeMastodon, tmp_path: Path, home: Path) -> None:
    """On the server, and here."""
    _login(fake.address, SAYS_YES, tmp_path)
    token = _token(home)
    outcome = migrate("logout")

    assert outcome.code == 0
    assert outcome.err == ""
    assert fake.oauth.tokens[token].revoked
    assert migrate("whoami").code == 4
    assert token not in (home / "logins.json").read_text()


def test_logout_of_a_server_that_is_gone(tmp_path: Path) -> None:
    """The login is forgotten here, and the person is told what is left to do."""
    gone = FakeMastodon("mastodon-4.6", clock=SystemClock())
    with serve(gone):
        _login(gone.address, SAYS_YES, tmp_path)
    outcome = migrate("logout")

    assert outcome.code == 0
    assert "did not confirm" in outcome.line
    assert migrate("whoami").code == 4


def test_whoami_by_the_environment(mine: FakeMastodon) -> None:
    """Where MIGRATE_SERVER and MIGRATE_TOKEN are set, they are what an import would use."""
    host = mine.address.removeprefix("http://")

    assert migrate("whoami").out == f"@me@{host} (by MIGRATE_SERVER and MIGRATE_TOKEN)\n"


@pytest.mark.parametrize("name", ["MIGRATE_SERVER", "MIGRATE_TOKEN"])
def test_half_an_environment_is_none(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One without the other is a mistake, and said to be one."""
    monkeypatch.setenv(name, "https://example.org")

    assert "only work together" in migrate("whoami").line


def _login(server: str, does: str, tmp_path: Path) -> Outcome:
    """Log in with a browser that does this."""
    browser = tmp_path / "browser.py"
    browser.write_text(
        f"#!{sys.executable}\n"
        "import sys\n"
        "from urllib.parse import parse_qsl, urlencode, urlsplit\n"
        "from urllib.request import urlopen\n"
        "page = sys.argv[1]\n"
        "query = dict(parse_qsl(urlsplit(page).query))\n"
        "redirect, state = query['redirect_uri'], query['state']\n"
        f"{does}\n"
    )
    browser.chmod(0o700)
    return ended(start("login", server, env={"BROWSER": f"{browser} %s"}))


def _token(home: Path) -> str:
    (login,) = json.loads((home / "logins.json").read_text())
    return str(login["token"])


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)
