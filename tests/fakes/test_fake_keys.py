"""What each server makes of an Idempotency-Key: the ground under "each tweet is posted once"."""

import httpx
import pytest

from tests.fakes.client import BareClient
from tests.fakes.mastodon import FakeMastodon


@pytest.mark.parametrize(
    "dialect", ["mastodon-3.5", "mastodon-4.2", "mastodon-4.5", "pleroma-2.7", "akkoma-3.16"]
)
def test_a_replayed_key_gives_the_first_post(dialect: str) -> None:
    """The same key twice is one post, whatever the text."""
    fake = FakeMastodon(dialect)
    client = BareClient(fake)

    first, second = client.say("one", "k"), client.say("two", "k")

    assert first.json()["id"] == second.json()["id"]
    assert [status.text for status in fake.statuses] == ["one"]


@pytest.mark.parametrize("dialect", ["gotosocial-0.20", "snac-2.94", "friendica-2024"])
def test_servers_without_keys_post_twice(dialect: str) -> None:
    """They take no notice of the header."""
    fake = FakeMastodon(dialect)
    client = BareClient(fake)

    client.say("one", "k")
    client.say("one", "k")

    assert len(fake.statuses) == 2


def test_mastodon_forgets_a_key_after_an_hour() -> None:
    """SETEX 3600."""
    fake = FakeMastodon()
    client = BareClient(fake)
    client.say("one", "k")

    fake.clock.advance(3601)
    client.say("one", "k")

    assert len(fake.statuses) == 2


def test_a_refused_post_leaves_no_key_on_mastodon() -> None:
    """Only what was stored is remembered."""
    fake = FakeMastodon()
    client = BareClient(fake)

    assert client.say("", "k").status_code == 422
    assert client.say("one", "k").status_code == 200


def test_mastodon_4_6_crashes_on_a_replayed_key_and_posts_nothing() -> None:
    """HTML for those who take anything, JSON for those who ask for it."""
    fake = FakeMastodon("mastodon-4.6")
    client = BareClient(fake)
    client.say("one", "k")

    page = client.say("one", "k")
    body = client.post("/api/v1/statuses", headers={"Idempotency-Key": "k", "Accept": "application/json"})

    assert (page.status_code, page.headers["content-type"][:9]) == (500, "text/html")
    assert (body.status_code, body.json()["error"]) == (500, "Internal Server Error")
    assert len(fake.statuses) == 1


def test_before_4_6_a_retry_while_the_first_still_runs_posts_twice() -> None:
    """No lock: both look the key up before either has stored it."""
    fake = FakeMastodon("mastodon-4.5")
    client = BareClient(fake)
    fake.faults.slow(1, 130, "POST *")

    with pytest.raises(httpx.ReadTimeout):
        client.say("one", "k")
    assert client.say("one", "k").status_code == 200
    fake.clock.advance(130)

    assert len(fake.statuses) == 2


def test_4_6_crashes_while_the_first_still_runs() -> None:
    """The key is locked, so that there is one post in the end (recorded as at_once:same_key)."""
    fake = FakeMastodon("mastodon-4.6")
    client = BareClient(fake)
    fake.faults.slow(1, 130, "POST *")

    with pytest.raises(httpx.ReadTimeout):
        client.say("one", "k")
    busy = client.say("one", "k")
    fake.clock.advance(130)

    assert busy.status_code == 500
    assert len(fake.statuses) == 1
    assert client.say("one", "k").status_code == 500


def test_pleroma_replays_an_error_for_six_hours() -> None:
    """Any answer is kept under its key, for any request."""
    fake = FakeMastodon("pleroma-2.7")
    client = BareClient(fake)

    assert client.say("", "k").status_code == 422
    fake.clock.advance(6 * 3600 - 1)
    replayed = client.say("fine now", "k")
    fake.clock.advance(1)

    assert replayed.status_code == 422
    assert replayed.headers["idempotent-replayed"] == "true"
    assert client.say("fine now", "k").status_code == 200


def test_pleroma_keeps_a_throttled_answer_too() -> None:
    """The key is looked at before the limiter; a fresh key is needed after a 429."""
    fake = FakeMastodon("pleroma-2.7", rate_limits=True)
    client = BareClient(fake)
    for number in range(15):
        client.say(f"post {number}")

    assert client.say("one more", "k").status_code == 429
    fake.clock.advance(10)

    assert client.say("one more", "k").status_code == 429
    assert client.say("one more", "k2").status_code == 200


def test_pleroma_shares_keys_between_uploads_and_posts() -> None:
    """The route is no part of the key."""
    fake = FakeMastodon("pleroma-2.7")
    client = BareClient(fake)

    uploaded = client.post("/api/v2/media", files={"file": ("a", b"x")}, headers={"Idempotency-Key": "k"})
    posted = client.say("one", "k")

    assert posted.json() == uploaded.json()
    assert fake.statuses == []
