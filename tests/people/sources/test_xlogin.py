"""The login at X: what the browser and X are given, what is kept, and when it is renewed."""

import base64
import hashlib
import stat
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from migrate.errors import LoginError, ServerError
from migrate.people.sources.xlogin import (
    CALLBACK,
    SCOPES,
    XLogin,
    begin_x_login,
    end_x_login,
    fresh,
    keep_x_login,
    read_x_login,
)
from migrate.web.fetching import Web
from tests.fakes.web import Answer, FakeWeb

HOST, PATH = "api.x.com", "/2/oauth2/token"
TOLD = {"token_type": "bearer", "expires_in": 7200, "access_token": "new", "refresh_token": "next"}


def test_the_page_asks_for_reading_alone_with_pkce() -> None:
    """As https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code has it."""
    request = begin_x_login(" client ")
    query = {name: values[0] for name, values in parse_qs(urlsplit(request.page).query).items()}
    challenge = base64.urlsafe_b64encode(hashlib.sha256(request.verifier.encode()).digest())

    assert request.page.startswith("https://x.com/i/oauth2/authorize?")
    assert query == {
        "response_type": "code",
        "client_id": "client",
        "redirect_uri": CALLBACK,
        "scope": SCOPES,
        "state": request.state,
        "code_challenge": challenge.rstrip(b"=").decode(),
        "code_challenge_method": "S256",
    }
    assert not [scope for scope in SCOPES.split() if scope.endswith("write")]


def test_a_code_becomes_a_login(web: Web, fake: FakeWeb) -> None:
    """A public client sends its name and no secret."""
    fake.route(HOST, PATH, Answer(TOLD))
    request = begin_x_login("client")

    assert end_x_login(web, request, "code", 1000.0) == XLogin("client", "new", "next", 8200.0)
    (asked,) = fake.asked
    assert asked.form == {
        "grant_type": "authorization_code",
        "code": "code",
        "client_id": "client",
        "redirect_uri": CALLBACK,
        "code_verifier": request.verifier,
    }
    assert "Authorization" not in asked.headers


def test_a_login_is_renewed_before_it_ends(web: Web, fake: FakeWeb) -> None:
    """A token lasts two hours; one without another renewal keeps the old."""
    fake.route(HOST, PATH, Answer({**TOLD, "refresh_token": ""}))
    login = XLogin("client", "old", "renewal", 10_000.0)

    assert fresh(web, login, 9_000.0) is login
    assert fresh(web, login, 9_950.0) == XLogin("client", "new", "renewal", 17_150.0)
    (asked,) = fake.asked
    assert asked.form == {"grant_type": "refresh_token", "refresh_token": "renewal", "client_id": "client"}


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Answer({"error": "invalid_request"}, 400), LoginError),
        (Answer({"error": "unauthorized_client"}, 401), LoginError),
        (Answer({}, 200), LoginError),
        (Answer("<h1>Oops</h1>", 503, "text/html"), ServerError),
    ],
)
def test_every_refusal_is_told(web: Web, fake: FakeWeb, answer: Answer, error: type[Exception]) -> None:
    """And nothing of the code or of a key is in it."""
    fake.route(HOST, PATH, answer)

    with pytest.raises(error) as raised:
        end_x_login(web, begin_x_login("client"), "s3cr3t", 0.0)
    assert "s3cr3t" not in str(raised.value)


def test_a_login_is_kept_for_the_user_alone(tmp_path: Path) -> None:
    """In one file, which nobody else may read at any moment; a broken one says what to do."""
    path = tmp_path / "home" / "x-login.json"
    assert read_x_login(path) is None
    keep_x_login(path, login := XLogin("client", "token", "renewal", 1.0))

    assert read_x_login(path) == login
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.write_text("{")
    with pytest.raises(LoginError, match="migrate login x"):
        read_x_login(path)
