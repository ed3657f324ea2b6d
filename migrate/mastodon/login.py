"""The user's consent that this program acts for an account: OAuth's code flow, with PKCE.

https://docs.joinmastodon.org/methods/oauth/ and RFC 8252 (a loopback address takes
the code) and RFC 7636 (PKCE). Each login registers an app of its own: Mastodon gives
one app one token for each account, so that a shared app's logout would end every login.
"""

import base64
import hashlib
import secrets
from urllib.parse import urlencode

from msgspec import Struct

from migrate.errors import LoginError
from migrate.mastodon.client import Answer, NoAnswer, NotSent, decode
from migrate.mastodon.logins import Login
from migrate.mastodon.meeting import read_self
from migrate.mastodon.server import Server
from migrate.mastodon.verdict import reason_of
from migrate.mastodon.wire import Application, Token

SCOPES = (
    "read:accounts read:statuses write:statuses write:media "
    "read:search read:follows read:lists write:follows write:blocks write:mutes write:lists"
)
"""The rights that this program uses, and no others."""

APP_NAME = "twitter-to-mastodon"
"""What this program calls itself, and what a server says its posts were written with."""

COPIED_BY_HAND = "urn:ietf:wg:oauth:2.0:oob"
"""The server shows the code on a page, and the user copies it."""


class Request(Struct, frozen=True):
    """A login under way: the values that the server and the browser were given."""

    app: Application
    redirect: str
    verifier: str
    state: str
    address: str

    @property
    def page(self) -> str:
        """The page where the user says yes."""
        challenge = base64.urlsafe_b64encode(hashlib.sha256(self.verifier.encode()).digest())
        query = {
            "client_id": self.app.client_id,
            "redirect_uri": self.redirect,
            "response_type": "code",
            "scope": SCOPES,
            "state": self.state,
            "code_challenge": challenge.rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        }
        return f"{self.address}/oauth/authorize?{urlencode(query)}"


def begin_login(server: Server, redirect: str) -> Request:
    """Register this program with the server."""
    form = {
        "client_name": APP_NAME,
        "redirect_uris": redirect,
        "scopes": SCOPES,
    }
    answer = _send(server, "/api/v1/apps", form)
    if not answer.ok:
        raise LoginError(f"{server.host} does not let new programs log in just now: {reason_of(answer)}")
    app = decode(answer, Application)
    return Request(app, redirect, secrets.token_urlsafe(48), secrets.token_urlsafe(16), server.client.address)


def end_login(server: Server, request: Request, code: str) -> str:
    """Exchange the code for a token. Raises LoginError where the code is not the right one."""
    form = {
        "grant_type": "authorization_code",
        "code": code.strip(),
        "client_id": request.app.client_id,
        "client_secret": request.app.client_secret,
        "redirect_uri": request.redirect,
        "code_verifier": request.verifier,
        "scope": SCOPES,
    }
    answer = _send(server, "/oauth/token", form)
    if not answer.ok:
        raise LoginError(
            f"{server.host} did not accept the code ({reason_of(answer)}). A code works once and for ten "
            f"minutes. Start again: migrate login {server.host}"
        )
    return decode(answer, Token).access_token


def describe_login(server: Server, request: Request, token: str) -> Login:
    """Find out which account a new token is for; `server` uses that token."""
    account = read_self(server)
    app = request.app
    handle = f"{account.username}@{server.host}"
    return Login(handle, server.client.address, account.id, token, app.client_id, app.client_secret)


def revoke(server: Server, login: Login) -> bool:
    """Take the right back at the server; False where the server did not confirm it."""
    form = {"client_id": login.client_id, "client_secret": login.client_secret, "token": login.token}
    return _send(server, "/oauth/revoke", form).ok


def _send(server: Server, path: str, form: dict[str, str]) -> Answer:
    try:
        return server.client.send("POST", path, form=form)
    except (NotSent, NoAnswer) as e:
        raise LoginError(f"{server.host} did not answer. Check your connection, then try again.") from e
