"""Logging in, and what happens to those who may not."""

from base64 import urlsafe_b64encode
from hashlib import sha256
from urllib.parse import urlencode

import pytest

from tests.fakes.client import BareClient
from tests.fakes.mastodon import FakeMastodon
from tests.fakes.oauth import OUT_OF_BAND, query_of

VERIFIER = "v" * 43
CHALLENGE = urlsafe_b64encode(sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()


def test_a_login_from_app_to_logout() -> None:
    """Register, say yes in a browser, swap the code for a token, use it, revoke it."""
    fake = FakeMastodon()
    client = BareClient(fake, token="")
    app = _register(client, "http://127.0.0.1/")
    redirect = "http://127.0.0.1:5123/"
    back = query_of(fake.consent(_ask(fake, app, redirect)))

    token = _swap(client, app, redirect, back["code"], VERIFIER)["access_token"]
    mine = BareClient(fake, token=token)
    me = mine.get("/api/v1/accounts/verify_credentials")
    for _ in range(2):
        assert client.post("/oauth/revoke", data=_secrets(app) | {"token": token}).json() == {}

    assert (me.json()["acct"], back["state"]) == ("me", "abc")
    assert mine.get("/api/v1/accounts/verify_credentials").status_code == 401


def test_a_code_to_copy() -> None:
    """Out of band, where no browser can come back."""
    fake = FakeMastodon()
    client = BareClient(fake, token="")
    app = _register(client, OUT_OF_BAND)

    code = fake.consent(_ask(fake, app, OUT_OF_BAND))

    assert _swap(client, app, OUT_OF_BAND, code, VERIFIER)["token_type"] == "Bearer"


def test_a_code_is_good_once_for_ten_minutes_and_with_its_verifier() -> None:
    """Else invalid_grant."""
    fake = FakeMastodon()
    client = BareClient(fake, token="")
    app = _register(client, OUT_OF_BAND)
    used, guessed, late = (fake.consent(_ask(fake, app, OUT_OF_BAND)) for _ in range(3))

    _swap(client, app, OUT_OF_BAND, used, VERIFIER)
    answers = [
        _swap(client, app, OUT_OF_BAND, used, VERIFIER),
        _swap(client, app, OUT_OF_BAND, guessed, "w" * 43),
    ]
    fake.clock.advance(601)
    answers.append(_swap(client, app, OUT_OF_BAND, late, VERIFIER))

    assert [answer["error"] for answer in answers] == ["invalid_grant"] * 3


@pytest.mark.parametrize("dialect", ["mastodon-4.2", "gotosocial-0.20"])
def test_older_servers_take_no_notice_of_pkce(dialect: str) -> None:
    """And are not hurt by it."""
    fake = FakeMastodon(dialect)
    client = BareClient(fake, token="")
    app = _register(client, OUT_OF_BAND)
    code = fake.consent(_ask(fake, app, OUT_OF_BAND))

    assert "access_token" in _swap(client, app, OUT_OF_BAND, code, "something else")


def test_gotosocial_wants_the_very_port_that_was_registered() -> None:
    """Mastodon takes any port of 127.0.0.1."""
    fake = FakeMastodon("gotosocial-0.20")
    app = _register(BareClient(fake, token=""), "http://127.0.0.1:5123/")

    assert fake.consent(_ask(fake, app, "http://127.0.0.1:6000/")) == ""
    assert "code" in query_of(fake.consent(_ask(fake, app, "http://127.0.0.1:5123/")))


def test_the_same_login_gives_the_same_token() -> None:
    """Reuse_access_token: revoking it in one place ends it in all."""
    fake = FakeMastodon()
    client = BareClient(fake, token="")
    app = _register(client, OUT_OF_BAND)

    tokens = [
        _swap(client, app, OUT_OF_BAND, fake.consent(_ask(fake, app, OUT_OF_BAND)), VERIFIER)["access_token"]
        for _ in range(2)
    ]

    assert tokens[0] == tokens[1]


def test_a_token_opens_what_its_scopes_name() -> None:
    """Posting, not uploading."""
    fake = FakeMastodon()
    client = BareClient(fake, token="")
    app = _register(client, OUT_OF_BAND)
    code = fake.consent(_ask(fake, app, OUT_OF_BAND, scope="write:statuses"))
    mine = BareClient(fake, token=_swap(client, app, OUT_OF_BAND, code, VERIFIER)["access_token"])

    assert mine.say("one").status_code == 200
    assert mine.upload().status_code == 403


def test_an_app_s_own_token_has_no_user() -> None:
    """Client credentials, as some do after registering."""
    fake = FakeMastodon()
    client = BareClient(fake, token="")
    app = _register(client, OUT_OF_BAND)
    form = _secrets(app) | {
        "grant_type": "client_credentials",
        "redirect_uri": OUT_OF_BAND,
        "scope": "read",
    }
    token = client.post("/oauth/token", data=form).json()["access_token"]

    assert BareClient(fake, token=token).get("/api/v1/accounts/verify_credentials").status_code == 422


@pytest.mark.parametrize(
    ("dialect", "code"),
    [
        ("mastodon-4.5", 401),
        ("gotosocial-0.20", 401),
        ("pleroma-2.7", 403),
        ("snac-2.94", 401),
        ("friendica-2024", 401),
    ],
)
def test_a_token_that_is_wrong_or_revoked(dialect: str, code: int) -> None:
    """Pleroma says 403 to both."""
    fake = FakeMastodon(dialect)
    wrong = BareClient(fake, token="made-up").say("one")
    fake.revoke()

    assert (wrong.status_code, BareClient(fake).say("one").status_code) == (code, code)


def test_a_frozen_account() -> None:
    """A moderator was there in the middle of the run."""
    fake = FakeMastodon()
    client = BareClient(fake)
    client.say("one")
    fake.freeze()

    assert client.say("two").status_code == 403
    assert client.get("/api/v2/instance").status_code == 200


def test_only_newer_mastodons_describe_their_oauth() -> None:
    """Since 4.3."""
    codes = {
        dialect: BareClient(FakeMastodon(dialect)).get("/.well-known/oauth-authorization-server").status_code
        for dialect in ("mastodon-4.2", "mastodon-4.5", "gotosocial-0.20")
    }

    assert codes == {"mastodon-4.2": 404, "mastodon-4.5": 200, "gotosocial-0.20": 404}


def test_five_apps_in_ten_minutes() -> None:
    """So keep what was registered."""
    client = BareClient(FakeMastodon(rate_limits=True), token="")
    form = {"client_name": "x", "redirect_uris": OUT_OF_BAND}

    assert [client.post("/api/v1/apps", data=form).status_code for _ in range(6)] == [200] * 5 + [429]


def _register(client: BareClient, redirect: str) -> dict[str, str]:
    form = {"client_name": "test", "redirect_uris": redirect, "scopes": "read write:statuses write:media"}
    answer: dict[str, str] = client.post("/api/v1/apps", data=form).json()
    return answer


def _ask(fake: FakeMastodon, app: dict[str, str], redirect: str, scope: str = "read write:statuses") -> str:
    query = {
        "response_type": "code",
        "client_id": app["client_id"],
        "redirect_uri": redirect,
        "scope": scope,
        "state": "abc",
        "code_challenge": CHALLENGE,
        "code_challenge_method": "S256",
    }
    return f"{fake.address}/oauth/authorize?{urlencode(query)}"


def _swap(client: BareClient, app: dict[str, str], redirect: str, code: str, verifier: str) -> dict[str, str]:
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": redirect,
        "code_verifier": verifier,
    }
    answer: dict[str, str] = client.post("/oauth/token", data=_secrets(app) | form).json()
    return answer


def _secrets(app: dict[str, str]) -> dict[str, str]:
    return {"client_id": app["client_id"], "client_secret": app["client_secret"]}
