"""The user's consent that this program acts for an account: OAuth's code flow, with PKCE.

https://docs.joinmastodon.org/methods/oauth/ and RFC 8252 (a loopback address takes
the code) and RFC 7636 (PKCE). Each login registers an app of its own: Mastodon gives
one app one token for each account, so that a shared app's logout would end every login.
"""

import base64
import hashlib
import secrets
from collections.abc import Callable
from functools import partial
from math import ceil
from urllib.parse import urlencode

from msgspec import Struct

from migrate.errors import LoginError
from migrate.mastodon.client import Answer, Client, decode
from migrate.mastodon.describing import TOO_MANY, Questions
from migrate.mastodon.logins import Login, is_token
from migrate.mastodon.meeting import read_self
from migrate.mastodon.server import Server
from migrate.mastodon.verdict import reason_of
from migrate.mastodon.wire import Application, OAuthServer, Token
from migrate.web.json_body import holds_json
from migrate.web.retry_after import free_again_at

SCOPES = (
    "read:accounts read:statuses write:statuses write:media "
    "read:search read:follows read:lists write:follows write:blocks write:mutes write:lists"
)
"""The rights that this program uses, and no others."""

BROAD_SCOPES = "read write follow"
"""The same and more, for servers that know no parts of these."""

METADATA = "/.well-known/oauth-authorization-server"
"""Where a server says which scopes it knows (RFC 8414; Mastodon has it since 4.3)."""

APP_NAME = "twitter-to-mastodon"
"""What this program calls itself, and what a server says its posts were written with."""

COPIED_BY_HAND = "urn:ietf:wg:oauth:2.0:oob"
"""The server shows the code on a page, and the user copies it."""


class Request(Struct, frozen=True):
    """A login under way: the values that the server and the browser were given."""

    app: Application
    redirect: str
    scopes: str
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
            "scope": self.scopes,
            "state": self.state,
            "code_challenge": challenge.rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        }
        return f"{self.address}/oauth/authorize?{urlencode(query)}"


def begin_login(server: Server, redirect: str) -> Request:
    """Register this program with the server."""
    scopes = choose_scopes(server)
    form = {
        "client_name": APP_NAME,
        "redirect_uris": redirect,
        "scopes": scopes,
    }
    answer = Questions(server.client, None).ask(_post(server.client, "/api/v1/apps", form), _is_app)
    if not answer.ok:
        raise _not_registered(server, answer)
    app = decode(answer, Application)
    state = secrets.token_urlsafe(16)
    return Request(app, redirect, scopes, secrets.token_urlsafe(48), state, server.client.address)


def choose_scopes(server: Server) -> str:
    """Choose the rights to ask for, in the narrowest words that the server knows.

    One word that it doesn't know makes Mastodon refuse the registration (recorded on 4.3.23 to 4.6.5 as
    apps.register.unknown_scope).
    """
    if not server.dialect.knows_narrow_scopes:
        return BROAD_SCOPES
    send = partial(server.client.send, "GET", METADATA, with_token=False)
    answer = server.ask(send, OAuthServer)
    known = decode(answer, OAuthServer).scopes_supported if answer.ok and answer.is_json else []
    if not known:
        return SCOPES
    wanted = (scope if scope in known else scope.partition(":")[0] for scope in SCOPES.split())
    return " ".join(scope for scope in dict.fromkeys(wanted) if scope in known)


def end_login(server: Server, request: Request, code: str) -> str:
    """Exchange the code for a token. Raises LoginError where the code is not the right one."""
    form = {
        "grant_type": "authorization_code",
        "code": code.strip(),
        "client_id": request.app.client_id,
        "client_secret": request.app.client_secret,
        "redirect_uri": request.redirect,
        "code_verifier": request.verifier,
        "scope": request.scopes,
    }
    answer = server.ask(_post(server.client, "/oauth/token", form), Token)
    if not answer.ok:
        raise LoginError(
            f"{server.host} did not accept the code ({reason_of(answer)}). A code works once and for ten "
            f"minutes. Start again: migrate login {server.host}"
        )
    token = decode(answer, Token).access_token
    if not is_token(token):
        raise LoginError(
            f"{server.host} gave a login that can't be used. Start again: migrate login {server.host}"
        )
    return token


def describe_login(server: Server, request: Request, token: str) -> Login:
    """Find out which account a new token is for; `server` uses that token."""
    account = read_self(server, is_new=True)
    app = request.app
    handle = f"{account.username}@{server.host}"
    return Login(handle, server.client.address, account.id, token, app.client_id, app.client_secret)


def revoke(client: Client, login: Login) -> bool:
    """Take the right back at the server; False where the server did not confirm it."""
    form = {"client_id": login.client_id, "client_secret": login.client_secret, "token": login.token}
    return Questions(client, None).ask(_post(client, "/oauth/revoke", form), holds_json).ok


def _post(client: Client, path: str, form: dict[str, str]) -> Callable[[], Answer]:
    return partial(client.send, "POST", path, form=form)


def _is_app(body: bytes) -> bool:
    return holds_json(body, Application)


def _not_registered(server: Server, answer: Answer) -> LoginError:
    """Say why this program can't log in. Mastodon takes 5 registrations in 10 minutes from one address."""
    if answer.code != TOO_MANY:
        return LoginError(f"{server.host} does not let new programs log in just now: {reason_of(answer)}")
    when = free_again_at(answer.headers, server.now())
    minutes = 10 if when is None else max(ceil((when - server.now()) / 60), 1)
    return LoginError(
        f"Too many programs have just registered at {server.host} from your internet address: it takes only "
        f"a few in some minutes. Log in again in {minutes} minutes: migrate login {server.host}"
    )
