"""Logging in: apps, codes, tokens, revoking (doorkeeper, as Mastodon sets it up)."""

from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode, urlsplit

import httpx

from tests.fakes.answers import reply
from tests.fakes.apps import refuse_app
from tests.fakes.calls import Call
from tests.fakes.oauth_errors import DESCRIPTIONS, oauth_error
from tests.fakes.world import World
from tests.recordings import kept

OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob"
_ALL_SCOPES = frozenset({"read", "write", "follow", "push", "profile"})


@dataclass
class Token:
    """A bearer token; an app's own has no account."""

    scopes: frozenset[str] = _ALL_SCOPES
    account: str = "me"
    revoked: bool = False

    def allows(self, scope: str) -> bool:
        return scope in self.scopes or scope.partition(":")[0] in self.scopes


@dataclass
class _App:
    secret: str
    redirects: list[str]
    scopes: frozenset[str]
    tokens: dict[tuple[frozenset[str], str], str] = field(default_factory=dict)


@dataclass
class _Code:
    client: str
    redirect: str
    scopes: frozenset[str]
    challenge: str
    until: datetime
    account: str


class OAuth:
    """The apps and tokens of one server. Somebody is signed in at its pages, and says yes or no."""

    def __init__(self, world: World, token: str) -> None:
        self._world = world
        self.signed_in, self.says_yes = "me", True
        self.tokens = {token: Token()}
        self._apps: dict[str, _App] = {}
        self._codes: dict[str, _Code] = {}
        self._given = 0

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
            "scopes_supported": self._scopes(),
            "code_challenge_methods_supported": ["S256"],
        }
        return reply(body)

    def register(self, call: Call) -> httpx.Response:
        """POST /api/v1/apps."""
        sent = " ".join(call.many("redirect_uris"))
        redirects, scopes = sent.split(), call.text("scopes", "read").split()
        refuse_app(self._world, call, redirects, scopes)
        number = len(self._apps) + 1
        client, secret = f"client-{number}", f"secret-{number}"
        self._apps[client] = _App(secret, redirects, frozenset(scopes))
        body = {
            "id": str(number),
            "name": call.text("client_name"),
            "website": call.text("website") or None,
            "scopes": scopes,
            "redirect_uri": sent if len(call.many("redirect_uris")) == 1 else "\n".join(redirects),
            "redirect_uris": redirects,
            "client_id": client,
            "client_secret": secret,
            "client_secret_expires_at": 0,
        }
        return reply(body)

    def authorize(self, call: Call) -> httpx.Response:
        """GET /oauth/authorize, by someone who is signed in."""
        app = self._apps.get(call.text("client_id"))
        redirect, scopes = call.text("redirect_uri"), _scopes(call.text("scope", "read"))
        if app is None:
            return httpx.Response(401 if self._world.dialect.rails else 400, html="<p>Unknown client.</p>")
        if not self._fits(app, redirect) or call.text("response_type") != "code":
            return httpx.Response(400, html="<p>The redirect uri included is not valid.</p>")
        if not scopes <= app.scopes:
            return httpx.Response(400, html="<p>The requested scope is invalid, unknown, or malformed.</p>")
        if self._world.dialect.pkce and call.text("code_challenge_method", "S256") != "S256":
            return httpx.Response(400, html="<p>The code challenge method must be S256.</p>")
        if not self.says_yes:
            return _back(call, {"error": "access_denied", "error_description": DESCRIPTIONS["access_denied"]})
        return self._allowed(call, scopes)

    def token(self, call: Call) -> httpx.Response:
        """POST /oauth/token."""
        client, grant = call.text("client_id"), call.text("grant_type")
        app = self._apps.get(client)
        if app is None or app.secret != call.text("client_secret"):
            return self._no(401, "invalid_client")
        if not grant:
            return self._no(400, "invalid_request", "grant_type")
        if grant == "client_credentials":
            return self._to_the_app(app, client, _scopes(call.text("scope", "read")))
        if grant == "authorization_code":
            return self._for_a_code(app, call)
        known = grant == "password" and "password grant" in self._world.dialect.says
        return self._no(400, "invalid_grant" if known else "unsupported_grant_type")

    def revoke(self, call: Call) -> httpx.Response:
        """POST /oauth/revoke: fine however often, for the app's own tokens."""
        app = self._apps.get(call.text("client_id"))
        token = call.text("token")
        others = token in self.tokens and app is not None and token not in app.tokens.values()
        if app is None or app.secret != call.text("client_secret") or (others and self._world.dialect.rails):
            body = {"error": "unauthorized_client", "error_description": DESCRIPTIONS["unauthorized_client"]}
            return reply(body, 403)
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

    def _scopes(self) -> list[str]:
        """As its recording has them, where there is one."""
        recording = self._world.dialect.recording
        said = kept.load(recording).case("instance:oauth_metadata") if recording else None
        return said["body"]["scopes_supported"] if said else sorted(_ALL_SCOPES)

    def _needs_verifier(self, code: _Code) -> bool:
        return self._world.dialect.pkce and bool(code.challenge)

    def _holds(self, code: _Code, call: Call) -> bool:
        """Its app, its redirect, its ten minutes, and the verifier where one was announced."""
        verifier = call.text("code_verifier")
        digest = urlsafe_b64encode(sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        proven = not self._needs_verifier(code) or code.challenge == digest
        same = code.client == call.text("client_id") and code.redirect == call.text("redirect_uri")
        return proven and same and code.until > self._world.now()

    def _allowed(self, call: Call, scopes: frozenset[str]) -> httpx.Response:
        code, redirect = f"code-{self._given + 1}", call.text("redirect_uri")
        self._given += 1
        until = self._world.now() + timedelta(minutes=10)
        challenge = call.text("code_challenge")
        client = call.text("client_id")
        self._codes[code] = _Code(client, redirect, scopes, challenge, until, self.signed_in)
        if redirect == OUT_OF_BAND:
            return httpx.Response(200, html=f'<input class="oauth-code" value="{code}" readonly>')
        return _back(call, {"code": code})

    def _for_a_code(self, app: _App, call: Call) -> httpx.Response:
        """A wrong try does not spend the code."""
        code = self._codes.get(call.text("code"))
        if code is not None and self._needs_verifier(code) and not call.text("code_verifier"):
            return self._no(400, "invalid_request", "code_verifier")
        if code is None or not self._holds(code, call):
            return self._no(400, "invalid_grant")
        del self._codes[call.text("code")]
        return self._issue(app, call.text("client_id"), code.scopes, code.account)

    def _to_the_app(self, app: _App, client: str, scopes: frozenset[str]) -> httpx.Response:
        if self._world.dialect.rails and not scopes <= app.scopes:
            return self._no(400, "invalid_scope")
        return self._issue(app, client, scopes, "")

    def _issue(self, app: _App, client: str, scopes: frozenset[str], account: str) -> httpx.Response:
        """The same token as before for the same app and scopes (doorkeeper.rb reuse_access_token)."""
        token = app.tokens.get((scopes, account), "")
        if not token or self.tokens[token].revoked:
            token = f"token-{client}-{len(self.tokens)}"
            app.tokens[scopes, account] = token
            self.tokens[token] = Token(scopes, account)
        created = int(self._world.now().timestamp())
        body = {
            "access_token": token,
            "token_type": "Bearer",
            "scope": " ".join(sorted(scopes)),
            "created_at": created,
        }
        return reply(body)

    def _no(self, code: int, error: str, missing: str = "") -> httpx.Response:
        if not self._world.dialect.rails:
            return reply({"error": error, "error_description": error.replace("_", " ")}, code)
        told = f"Missing required parameter: {missing}." if missing else DESCRIPTIONS[error]
        return oauth_error(code, error, told)


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


def _back(call: Call, query: dict[str, str]) -> httpx.Response:
    """To where the app waits."""
    state = {"state": call.text("state")} if call.text("state") else {}
    address = f"{call.text('redirect_uri')}?{urlencode(query | state)}"
    return httpx.Response(302, headers={"Location": address, "Content-Type": "text/html; charset=utf-8"})
