"""The user's consent that this program reads their own lists on X: OAuth 2, with PKCE, as a public client.

https://docs.x.com/fundamentals/authentication/oauth-2-0/user-access-token . The app is the user's
own, made in X's developer console as "Native App", which has no secret; its callback address
has to be, letter for letter, the one that is sent. A token lasts two hours, and is renewed with another.
"""

import base64
import hashlib
import secrets
from pathlib import Path
from urllib.parse import urlencode

import msgspec
from msgspec import Struct

from migrate.errors import LoginError, ServerError
from migrate.private import make_private_file, make_private_folder
from migrate.sheets import written_beside
from migrate.web.fetching import Fetched, Patience, Unreachable, Web
from migrate.web.json_body import UnreadableBody, read_json
from migrate.web.public_hosts import ForbiddenPlace

PORT = 8723
"""Where the browser brings the code to on this machine; a port of its own, for X compares whole addresses."""

CALLBACK = f"http://127.0.0.1:{PORT}/"
SCOPES = "tweet.read users.read follows.read block.read mute.read list.read offline.access"
"""The rights to read the user's own lists; all of X's lists want tweet.read, too."""

_AUTHORIZE = "https://x.com/i/oauth2/authorize"
_TOKEN = "https://api.x.com/2/oauth2/token"  # noqa: S105 - an address
_PATIENCE = Patience(seconds=30)
_OK = 200
_EARLY = 120.0
"""Seconds before its end at which a token is renewed."""


class XRequest(Struct, frozen=True):
    """A login under way: the values that X and the browser were given."""

    client_id: str
    verifier: str
    state: str

    @property
    def page(self) -> str:
        """The page where the user says yes."""
        challenge = base64.urlsafe_b64encode(hashlib.sha256(self.verifier.encode()).digest())
        query = {
            "response_type": "code",
            "client_id": self.client_id,
            "redirect_uri": CALLBACK,
            "scope": SCOPES,
            "state": self.state,
            "code_challenge": challenge.rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        }
        return f"{_AUTHORIZE}?{urlencode(query)}"


class XLogin(Struct, frozen=True):
    """The right to read an account's lists. No field of it is ever printed."""

    client_id: str
    token: str
    renewal: str = ""
    ends: float = 0.0


class _Answer(Struct, frozen=True):
    access_token: str
    refresh_token: str = ""
    expires_in: float = 7200.0


def begin_x_login(client_id: str) -> XRequest:
    """Begin a login with the user's own app."""
    return XRequest(client_id.strip(), secrets.token_urlsafe(48), secrets.token_urlsafe(16))


def end_x_login(web: Web, request: XRequest, code: str, now: float) -> XLogin:
    """Exchange the code for a token. Raises LoginError or ServerError."""
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "client_id": request.client_id,
        "redirect_uri": CALLBACK,
        "code_verifier": request.verifier,
    }
    return _asked(web, form, request.client_id, now)


def fresh(web: Web, login: XLogin, now: float) -> XLogin:
    """Renew a token that has ended or is about to. Raises LoginError or ServerError."""
    if now < login.ends - _EARLY:
        return login
    form = {"grant_type": "refresh_token", "refresh_token": login.renewal, "client_id": login.client_id}
    return _asked(web, form, login.client_id, now)


def read_x_login(path: Path) -> XLogin | None:
    """Read the login that is kept; None where there is none. Raises LoginError."""
    try:
        return read_json(path.read_bytes(), XLogin)
    except FileNotFoundError:
        return None
    except (OSError, UnreadableBody) as e:
        raise LoginError(f"Your login at X can't be read. Delete {path}, then: migrate login x") from e


def keep_x_login(path: Path, login: XLogin) -> None:
    """Keep a login in a file that only the user can read. Raises LoginError."""
    try:
        make_private_folder(path.parent)
        with written_beside(path) as unfinished:
            make_private_file(unfinished)
            unfinished.write_bytes(msgspec.json.encode(login))
    except OSError as e:
        raise LoginError(f"Your login at X can't be kept ({e.strerror}): {path}") from e


def _asked(web: Web, form: dict[str, str], client_id: str, now: float) -> XLogin:
    try:
        page = web.fetch(_TOKEN, form=form, patience=_PATIENCE)
    except (Unreachable, ForbiddenPlace) as e:
        raise ServerError("X could not be reached. Check your connection, and try again.") from e
    told = _read(page)
    renewal = told.refresh_token or form.get("refresh_token", "")
    return XLogin(client_id, told.access_token, renewal, now + told.expires_in)


def _read(page: Fetched) -> _Answer:
    if page.code >= 500:  # noqa: PLR2004
        raise ServerError(f"X has a problem of its own (code {page.code}). Try again in a few minutes.")
    try:
        if page.code == _OK:
            return read_json(page.body, _Answer)
    except UnreadableBody:
        pass
    raise LoginError(
        f"X did not accept the login (code {page.code}). A code lasts 30 seconds, and the app in X's "
        f'developer console has to be a "Native App" with the callback address {CALLBACK} . Start again: '
        "migrate login x"
    )
