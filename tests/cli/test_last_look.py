"""What is said before the question, of this server and this account."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.cli.shell import Outcome, migrate
from tests.fakes.mastodon import FakeMastodon, SystemClock
from tests.fakes.serve import serve

INSTANCE, SELF = "/api/v2/instance", "/api/v1/accounts/verify_credentials"


def look(
    fake: FakeMastodon, monkeypatch: pytest.MonkeyPatch, samples: Path, *switches: str, archive: str = "tiny"
) -> Outcome:
    """Look at an import to this server, and do nothing."""
    with serve(fake) as address:
        monkeypatch.setenv("MIGRATE_SERVER", address)
        monkeypatch.setenv("MIGRATE_TOKEN", fake.token)
        return migrate("import", samples / archive, "--dry-run", *switches)


def change(fake: FakeMastodon, path: str, make: Callable[[Any], None]) -> FakeMastodon:
    """Have one of the server's answers say more."""
    act = fake.act

    def answer(request: httpx.Request, **how: bool) -> httpx.Response:
        response = act(request, **how)
        if request.url.path != path:
            return response
        body = response.json()
        make(body)
        return httpx.Response(200, json=body)

    fake.act = answer  # type: ignore[method-assign, assignment]
    return fake


@pytest.fixture
def fake() -> FakeMastodon:
    """A Mastodon 4.6 with one follower."""
    made = FakeMastodon("mastodon-4.6", clock=SystemClock())
    made.world.accounts["me"].followers = 1
    return made


def test_the_bell(fake: FakeMastodon, monkeypatch: pytest.MonkeyPatch, samples: Path) -> None:
    """Recorded on no server: none tells. A direct post rings none."""
    assert "the bell on your profile" in look(fake, monkeypatch, samples).err
    assert "the bell" not in look(fake, monkeypatch, samples, "--visibility", "direct").err


@pytest.mark.parametrize(
    ("visibility", "subscribed", "told"),
    [("public", True, True), ("unlisted", True, False), ("public", False, False)],
)
def test_mails(
    *,
    visibility: str,
    subscribed: bool,
    told: bool,
    fake: FakeMastodon,
    monkeypatch: pytest.MonkeyPatch,
    samples: Path,
) -> None:
    """From 4.6 on, where the account has it: public posts only (app/services/post_status_service.rb)."""
    change(fake, SELF, lambda body: body.update(email_subscriptions=subscribed))

    assert ("by e-mail" in look(fake, monkeypatch, samples, "--visibility", visibility).err) is told


def test_how_much_goes_up(fake: FakeMastodon, monkeypatch: pytest.MonkeyPatch, samples: Path) -> None:
    """The files and their size."""
    outcome = look(fake, monkeypatch, samples, archive="tricky")

    assert outcome.value("To upload").startswith("10 files, ")
    assert outcome.value("To upload").endswith(" MB")


def test_descriptions_that_a_server_wants(monkeypatch: pytest.MonkeyPatch, samples: Path) -> None:
    """GoToSocial tells its `media-description-min-chars` (internal/api/model/instance.go)."""
    fake = FakeMastodon("gotosocial-0.20", clock=SystemClock())

    def want(body: Any) -> None:
        body["configuration"]["media_attachments"]["description_minimum"] = 20

    outcome = look(change(fake, INSTANCE, want), monkeypatch, samples, archive="tricky")

    assert "only with a description of at least 20 characters" in outcome.err
    assert "in the columns alt_text" in outcome.err


def test_a_server_that_shows_another_visibility(monkeypatch: pytest.MonkeyPatch, samples: Path) -> None:
    """Recorded on snac 2.75 as statuses:visibility.*: it is said once."""
    fake = FakeMastodon("snac-2.75", clock=SystemClock())

    assert "that unlisted posts are public" in look(fake, monkeypatch, samples).err


def test_posts_without_a_language(fake: FakeMastodon, monkeypatch: pytest.MonkeyPatch, samples: Path) -> None:
    """They get that of the account."""
    assert "in the language of your account" in look(fake, monkeypatch, samples, archive="tricky").out
