"""The fake on a loopback port."""

import httpx
import pytest

from tests.fakes.mastodon import FakeMastodon, SystemClock
from tests.fakes.serve import serve


@pytest.fixture
def fake() -> FakeMastodon:
    return FakeMastodon(clock=SystemClock())


def test_it_speaks_http(fake: FakeMastodon) -> None:
    """Posts and uploads over one connection; addresses name the port."""
    with serve(fake) as address, httpx.Client(base_url=address, headers=_mine(fake)) as client:
        media = client.post("/api/v2/media", files={"file": ("a.jpg", b"\xff\xd8\xff", "image/jpeg")})
        posted = client.post("/api/v1/statuses", data={"status": "one", "media_ids[]": [media.json()["id"]]})

    assert posted.json()["url"].startswith(address)
    assert [status.media_ids for status in fake.statuses] == [(media.json()["id"],)]


@pytest.mark.parametrize("fault", ["lose_answer", "half_body", "reset_after", "die_after"])
def test_an_answer_that_is_lost_breaks_the_connection(fake: FakeMastodon, fault: str) -> None:
    """The server acted; the next request finds it well."""
    getattr(fake.faults, fault)()
    with serve(fake) as address, httpx.Client(base_url=address, headers=_mine(fake)) as client:
        with pytest.raises(httpx.RemoteProtocolError):
            client.post("/api/v1/statuses", data={"status": "one"})

        assert client.get("/api/v1/accounts/verify_credentials").json()["statuses_count"] == 1


def test_death_calls_the_one_who_kills(fake: FakeMastodon) -> None:
    """Before the request is acted upon, where it is to die before."""
    deaths: list[int] = []
    fake.faults.die_before(2)
    with serve(fake, on_death=lambda: deaths.append(len(fake.statuses))) as address:
        httpx.post(f"{address}/api/v1/statuses", data={"status": "one"}, headers=_mine(fake))
        with pytest.raises(httpx.RemoteProtocolError):
            httpx.post(f"{address}/api/v1/statuses", data={"status": "two"}, headers=_mine(fake))

    assert deaths == [1]
    assert [status.text for status in fake.statuses] == ["one"]


def _mine(fake: FakeMastodon) -> dict[str, str]:
    return {"Authorization": f"Bearer {fake.token}"}
