"""Logging in: apps, codes, tokens, revoking (doorkeeper, as Mastodon sets it up)."""

from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode, urlsplit

import httpx

from tests.fakes.answers import reply
from tests.fakes.calls import Call
from tests.fakes.wording import Refusal
from tests.fakes.world import World

OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob"
_ALL_SCOPES = frozenset({"read", "write", "follow", "push", "profile"})


@dataclass
class Token:
    """A bearer token; an app's own has no user."""

    scopes: frozenset[str] = _ALL_SCOPES
    user: bool = True
    revoked: bool = False

    def allows(self, scope: str) -> bool:
        return scope in self.scopes or scope.partition(":")[0] in self.scopes


@dataclass
class _App:
    secret: str
    redirects: list[str]
    scopes: frozenset[str]
    tokens: dict[tuple[frozenset[str], bool], str] = field(default_factory=dict)


@dataclass
class _Code:
    client: str
    redirect: str
    scopes: frozenset[str]
    challenge: str
    until: datetime


class OAuth:
    """The apps and tokens of one server."""

    def __init__(self, world: World, token: str) -> None:
        self._world = world
        self.tokens = {token: Token()}
        self._apps: dict[str, _App] = {}
        self._codes: dict[str, _Code] = {}

    def metadata(self, _call: Call) -> httpx.Response:
        """/.well-known/oauth-authorization-server, RFC 8414."""
        world = self._world
        if not world.dialect.lists_oauth_metadata:
            raise world.no("unknown")
        body = {
            "issuer": f"{world.address}/",
            "authorization_endpoint": f"{world.address}/oauth/authorize",
            "token_endpoint": f"{world.address}/oauth/token",
            "revocation_endpoint": f"{world.address}/oauth/revoke",
            "app_registration_endpoint": f"{world.address}/api/v1/apps",
            "scopes_supported": sorted(_ALL_SCOPES),
            "code_challenge_methods_supported": ["S256"],
        }
        return reply(body)

    def register(self, call: Call) -> httpx.Response:
        """POST /api/v1/apps."""
        redirects = " ".join(call.many("redirect_uris")).split()
        if not redirects or not call.text("client_name"):
            raise _bad(422, "Validation failed: Redirect URI can't be blank")
        number = len(self._apps) + 1
        client, secret = f"client-{number}", f"secret-{number}"
        self._apps[client] = _App(secret, redirects, _scopes(call.text("scopes", "read")))
        body = {
            "id": str(number),
            "name": call.text("client_name"),
            "website": call.text("website") or None,
            "redirect_uri": "\n".join(redirects),
            "redirect_uris": redirects,
            "client_id": client,
            "client_secret": secret,
        }
        return reply(body)

    def authorize(self, call: Call) -> httpx.Response:
        """GET /oauth/authorize, by someone who is logged in and says yes."""
        app = self._apps.get(call.text("client_id"))
        redirect, scopes = call.text("redirect_uri"), _scopes(call.text("scope", "read"))
        if app is None or not self._fits(app, redirect) or call.text("response_type") != "code":
            return httpx.Response(400, html="<p>The redirect uri included is not valid.</p>")
        if not scopes <= app.scopes:
            return httpx.Response(400, html="<p>The requested scope is invalid, unknown, or malformed.</p>")
        code = f"code-{len(self._codes) + 1}"
        until = self._world.now() + timedelta(minutes=10)
        challenge = call.text("code_challenge")
        self._codes[code] = _Code(call.text("client_id"), redirect, scopes, challenge, until)
        if redirect == OUT_OF_BAND:
            return httpx.Response(200, html=f'<input class="oauth-code" value="{code}" readonly>')
        query = urlencode({"code": code} | ({"state": call.text("state")} if call.text("state") else {}))
        return httpx.Response(302, headers={"Location": f"{redirect}?{query}"})

    def token(self, call: Call) -> httpx.Response:
        """POST /oauth/token."""
        client = call.text("client_id")
        app = self._apps.get(client)
        if app is None or app.secret != call.text("client_secret"):
            raise _bad(401, "invalid_client")
        if call.text("grant_type") == "client_credentials":
            return self._issue(app, client, _scopes(call.text("scope", "read")), user=False)
        if call.text("grant_type") != "authorization_code":
            raise _bad(400, "unsupported_grant_type")
        code = self._codes.pop(call.text("code"), None)
        if code is None or not self._holds(code, call):
            raise _bad(400, "invalid_grant")
        return self._issue(app, client, code.scopes, user=True)

    def revoke(self, call: Call) -> httpx.Response:
        """POST /oauth/revoke: fine however often, for the app's own tokens."""
        app = self._apps.get(call.text("client_id"))
        token = call.text("token")
        if app is None or app.secret != call.text("client_secret"):
            raise _bad(403, "unauthorized_client")
        if token in app.tokens.values():
            self.tokens[token].revoked = True
        return reply({})

    def consent(self, address: str) -> str:
        """What a browser would bring back: the address that it is sent to, or the code that it is shown."""
        answer = self.authorize(Call(httpx.Request("GET", address)))
        if answer.status_code == 302:
            return answer.headers["Location"]
        return answer.text.partition('value="')[2].partition('"')[0]

    def _fits(self, app: _App, redirect: str) -> bool:
        if not self._world.dialect.loopback_any_port:
            return redirect in app.redirects
        return _without_loopback_port(redirect) in {_without_loopback_port(one) for one in app.redirects}

    def _holds(self, code: _Code, call: Call) -> bool:
        """Its app, its redirect, its ten minutes, and the verifier where one was announced."""
        verifier = call.text("code_verifier")
        digest = urlsafe_b64encode(sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        proven = not (self._world.dialect.pkce and code.challenge) or code.challenge == digest
        same = code.client == call.text("client_id") and code.redirect == call.text("redirect_uri")
        return proven and same and code.until > self._world.now()

    def _issue(self, app: _App, client: str, scopes: frozenset[str], *, user: bool) -> httpx.Response:
        """The same token as before for the same app and scopes (doorkeeper.rb reuse_access_token)."""
        token = app.tokens.get((scopes, user), "")
        if not token or self.tokens[token].revoked:
            token = f"token-{client}-{len(self.tokens)}"
            app.tokens[scopes, user] = token
            self.tokens[token] = Token(scopes, user)
        created = int(self._world.now().timestamp())
        body = {
            "access_token": token,
            "token_type": "Bearer",
            "scope": " ".join(sorted(scopes)),
            "created_at": created,
        }
        return reply(body)


def query_of(address: str) -> dict[str, str]:
    """The parameters of an address."""
    return dict(parse_qsl(urlsplit(address).query))


def _scopes(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _without_loopback_port(address: str) -> str:
    """Doorkeeper lib/doorkeeper/oauth/helpers/uri_checker.rb: for addresses in numbers only."""
    parts = urlsplit(address)
    if parts.scheme == "http" and parts.hostname in {"127.0.0.1", "::1"}:
        return parts._replace(netloc=parts.hostname).geturl()
    return address


def _bad(code: int, error: str) -> Refusal:
    return Refusal(reply({"error": error, "error_description": error.replace("_", " ")}, code))
