"""Apps, codes and tokens. What needs a code is asked where the server's owner can say yes: "login" does."""

from base64 import urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx

from tests.recordings.asking import STATUSES, Asker

OOB = "urn:ietf:wg:oauth:2.0:oob"
_LOOPBACK = "http://127.0.0.1/cb"
_VERIFY = "GET /api/v1/accounts/verify_credentials"
_APPS, _TOKEN = "POST /api/v1/apps", "POST /oauth/token"
_GOOD = {"client_name": "probe", "redirect_uris": OOB, "scopes": "read write"}
_WRONG = (
    ("no_name", "client_name is empty", {"client_name": ""}),
    ("no_redirect", "redirect_uris is empty", {"redirect_uris": ""}),
    ("bad_redirect", "redirect_uris is no address", {"redirect_uris": "not an address"}),
    ("javascript_redirect", "a redirect of a forbidden kind", {"redirect_uris": "javascript:alert(1)"}),
    ("unknown_scope", "a scope that no server knows", {"scopes": "read write:nothing"}),
    ("no_scopes", "scopes are not given: read", {"scopes": ""}),
    ("website", "the website is no address", {"website": "nowhere"}),
    ("long_name", "a client_name of 61 characters", {"client_name": "n" * 61}),
)
_PAGES: tuple[tuple[str, str, dict[str, str], bool], ...] = (
    (
        "bad_redirect",
        "a redirect_uri that was not registered",
        {"redirect_uri": "https://evil.example/"},
        True,
    ),
    ("bad_client", "an unknown client_id", {"client_id": "nobody"}, True),
    ("bad_scope", "a scope that the app did not register", {"scope": "follow"}, True),
    ("part_of_scope", "read:statuses, where the app registered read", {"scope": "read:statuses"}, True),
    ("no_response_type", "no response_type", {"response_type": ""}, True),
    (
        "plain_challenge",
        "code_challenge_method=plain",
        {"code_challenge": "x" * 43, "code_challenge_method": "plain"},
        True,
    ),
    ("denied", "the person says no", {"redirect_uri": _LOOPBACK, "state": "s"}, False),
    (
        "loopback_port",
        "a loopback redirect with a port that was not registered",
        {"redirect_uri": "http://127.0.0.1:41234/cb", "state": "s"},
        True,
    ),
    ("oob", "the person says yes; the code is shown on a page", {}, True),
)


@dataclass(frozen=True, slots=True)
class App:
    """What a registration gave."""

    client_id: str
    client_secret: str

    @property
    def secret(self) -> dict[str, str]:
        return {"client_id": self.client_id, "client_secret": self.client_secret}

    @property
    def trade(self) -> dict[str, str]:
        """A code for a token."""
        return {"grant_type": "authorization_code", "redirect_uri": OOB, "scope": "read write"} | self.secret


def oauth(ask: Asker) -> None:
    """The whole way in: an app, a code, a token, what the token may, and its end."""
    form = _GOOD | {"redirect_uris": f"{OOB} {_LOOPBACK}"}
    app = _app(ask.ask("apps.register", "a good registration", _APPS, by=None, data=form))
    _registrations(ask)
    _refused(ask, app)
    tokens = _codes(ask, app)
    _verified(ask, tokens)
    _scopes(ask, tokens)
    _open_doors(ask)
    _revoked(ask, app, tokens["user"])


def _registrations(ask: Asker) -> None:
    two = {
        "client_name": "probe",
        "redirect_uris": ["http://127.0.0.1/a", "http://localhost/b"],
        "scopes": "read",
    }
    ask.ask("apps.register.two_redirects", "redirect_uris as a JSON list", _APPS, by=None, json=two)
    for name, state, change in _WRONG:
        ask.ask(f"apps.register.{name}", state, _APPS, by=None, data=_GOOD | change)


def _refused(ask: Asker, app: App) -> None:
    rows: tuple[tuple[str, str, dict[str, str]], ...] = (
        ("bad_code", "a code that was never given", app.trade | {"code": "nothing"}),
        ("bad_client", "an unknown client", app.trade | {"code": "nothing", "client_id": "nobody"}),
        ("bad_secret", "a wrong client_secret", app.trade | {"code": "nothing", "client_secret": "wrong"}),
        ("no_grant_type", "grant_type is missing", app.secret),
        ("bad_grant_type", "grant_type is unknown", app.secret | {"grant_type": "magic"}),
        (
            "password_grant",
            "the grant that was removed in 4.4",
            app.secret | {"grant_type": "password", "username": "somebody@example.com", "password": "wrong"},
        ),
    )
    for name, state, form in rows:
        ask.ask(f"token.{name}", state, _TOKEN, by=None, data=form)
    form = app.secret | {"grant_type": "client_credentials", "scope": "follow"}
    state = "client_credentials for a scope that the app did not register"
    ask.ask("token.app.bad_scope", state, _TOKEN, by=None, data=form)


def _codes(ask: Asker, app: App) -> dict[str, str]:
    """The tokens "user", "app" and "narrow"."""
    own = app.secret | {"grant_type": "client_credentials", "scope": "read"}
    answer = ask.ask("token.app", "client_credentials: a token of the app itself", _TOKEN, by=None, data=own)
    tokens = {"app": answer.json()["access_token"]}
    _pages(ask, app)
    trade = app.trade | {"code": _code(ask, app)}
    rows = (
        ("wrong_redirect", "the code with another redirect_uri", {"redirect_uri": _LOOPBACK}),
        ("good", "the code, for the first time (after the refusal above)", {}),
        ("reused_code", "the same code again", {}),
    )
    for name, state, change in rows:
        answer = ask.ask(f"token.{name}", state, _TOKEN, by=None, data=trade | change)
        if name == "good":
            tokens["user"] = answer.json()["access_token"]
    ask.ask("token.after_reuse", "is the token of that code still good?", _VERIFY, token=tokens["user"])
    _pkce(ask, app)
    form = _GOOD | {"scopes": "read:statuses"}
    small = _app(ask.do(_APPS, by=None, data=form))
    trade = small.trade | {"code": _code(ask, small, scope="read:statuses"), "scope": "read:statuses"}
    answer = ask.ask("token.narrow", "an app for read:statuses only", _TOKEN, by=None, data=trade)
    return tokens | {"narrow": answer.json()["access_token"]}


def _pages(ask: Asker, app: App) -> None:
    for name, state, change, yes in _PAGES:
        page = ask.owned().consent(_query(app) | change, yes=yes)
        ask.keep(f"authorize.{name}", state, "GET, sign in, POST", "/oauth/authorize", page)


def _pkce(ask: Asker, app: App) -> None:
    challenge = urlsafe_b64encode(sha256(b"v" * 48).digest()).rstrip(b"=").decode()
    code = _code(ask, app, code_challenge=challenge, code_challenge_method="S256")
    rows = (
        ("wrong_verifier", "another verifier than was announced", {"code_verifier": "w" * 48}),
        ("no_verifier", "no verifier though one was announced", {}),
        ("good", "the right verifier, after two wrong ones", {"code_verifier": "v" * 48}),
    )
    for name, state, more in rows:
        ask.ask(f"token.pkce.{name}", state, _TOKEN, by=None, data=app.trade | {"code": code} | more)


def _verified(ask: Asker, tokens: dict[str, str]) -> None:
    ask.ask("verify.user", "a user's token", _VERIFY)
    ask.ask(
        "verify.app_token", "the app's own token, for which there is no user", _VERIFY, token=tokens["app"]
    )
    ask.ask("verify.narrow", "a token for read:statuses only", _VERIFY, token=tokens["narrow"])
    ask.ask("verify.no_token", "no token at all", _VERIFY, by=None)
    ask.ask("verify.bad_token", "a token that never was", _VERIFY, token="nobody")
    basic = {"Authorization": "Basic bm9ib2R5"}
    ask.ask("verify.not_bearer", "Authorization: Basic", _VERIFY, by=None, headers=basic)
    query = {"access_token": ask.tokens["login"]}
    ask.ask("verify.token_in_query", "?access_token=", _VERIFY, by=None, params=query)


def _scopes(ask: Asker, tokens: dict[str, str]) -> None:
    follow = f"POST /api/v1/accounts/{ask.id('other')}/follow"
    lookup = f"GET /api/v1/accounts/lookup?acct={ask.names['other']}"
    files = {"file": ask.file("a.png")}
    rows: tuple[tuple[str, str, str, str, dict[str, Any]], ...] = (
        (
            "scope.post",
            "write with a token that may only read",
            STATUSES,
            "narrow",
            {"json": {"status": "no"}},
        ),
        ("scope.media", "upload with it", "POST /api/v2/media", "narrow", {"files": files}),
        ("scope.follow", "follow with it", follow, "narrow", {}),
        ("app_token.post", "post with the app's own token", STATUSES, "app", {"json": {"status": "no"}}),
        ("app_token.home", "the home timeline with it", "GET /api/v1/timelines/home", "app", {}),
        ("app_token.lookup", "look somebody up with it", lookup, "app", {}),
    )
    for name, state, line, token, sent in rows:
        ask.ask(name, state, line, token=tokens[token], **sent)


def _open_doors(ask: Asker) -> None:
    name = ask.names["other"]
    search = "GET /api/v2/search?type=accounts&q="
    ask.ask("nobody.post", "post without a token", STATUSES, by=None, json={"status": "no"})
    lookup = f"GET /api/v1/accounts/lookup?acct={name}"
    ask.ask("nobody.lookup", "look somebody up without a token", lookup, by=None)
    ask.ask("nobody.search", "search without a token", f"{search}{name}", by=None)
    line = f"{search}anna@far.example&resolve=true"
    ask.ask("nobody.search.resolve", "search with resolve=true without a token", line, by=None)


def _revoked(ask: Asker, app: App, token: str) -> None:
    rows = (
        ("bad_client", "the right token, a wrong secret", {"client_secret": "wrong", "token": token}),
        ("unknown_token", "a token that never was", {"token": "nobody"}),
        ("another_apps_token", "a good token that another app got", {"token": ask.tokens["other"]}),
        ("good", "its own token", {"token": token}),
        ("again", "the same once more", {"token": token}),
    )
    for name, state, change in rows:
        ask.ask(f"revoke.{name}", state, "POST /oauth/revoke", by=None, data=app.secret | change)
    ask.ask("revoked.verify", "a revoked token", _VERIFY, token=token)
    ask.ask("revoked.post", "a revoked token", STATUSES, token=token, json={"status": "no"})
    state, lookup = "a revoked token where none is needed", "GET /api/v1/accounts/lookup?acct="
    ask.ask("revoked.lookup", state, lookup + ask.names["other"], token=token)
    ask.ask("revoked.instance", state, "GET /api/v2/instance", token=token)


def _app(answer: httpx.Response) -> App:
    body = answer.json()
    return App(body["client_id"], body["client_secret"])


def _query(app: App) -> dict[str, str]:
    return {"client_id": app.client_id, "redirect_uri": OOB, "response_type": "code", "scope": "read write"}


def _code(ask: Asker, app: App, **change: str) -> str:
    page = ask.owned().consent(_query(app) | change, yes=True)
    shown = page.text.partition('class="oauth-code" value="')[2].partition('"')[0]
    return shown or parse_qs(urlsplit(page.headers.get("location", "")).query)["code"][0]
