"""What a server says of itself, and of people."""

import pytest

from tests.fakes.client import BareClient
from tests.fakes.dialects import DIALECTS
from tests.fakes.mastodon import FakeMastodon

NO_V2 = {"mastodon-3.5", "akkoma-3.16", "snac-2.75", "snac-2.94"}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_nodeinfo_names_the_software(dialect: str) -> None:
    """By way of the well-known address."""
    client = BareClient(FakeMastodon(dialect))

    links = client.get("/.well-known/nodeinfo").json()["links"]
    software = client.get(links[0]["href"]).json()["software"]

    assert software["name"] == dialect.partition("-")[0].replace("glitch", "mastodon")
    assert software["version"].startswith(dialect.partition("-")[2])


@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_second_version_of_instance_is_not_everywhere(dialect: str) -> None:
    """The first is."""
    client = BareClient(FakeMastodon(dialect))

    assert client.get("/api/v1/instance").status_code == 200
    assert client.get("/api/v2/instance").status_code == (404 if dialect in NO_V2 else 200)


def test_limits_are_said_as_they_are() -> None:
    """Whatever a server has changed."""
    client = BareClient(FakeMastodon("mastodon-4.5", characters=2000, media=8))

    for version in ("v1", "v2"):
        statuses = client.get(f"/api/{version}/instance").json()["configuration"]["statuses"]
        assert (statuses["max_characters"], statuses["max_media_attachments"]) == (2000, 8)


def test_api_versions_since_4_3() -> None:
    """Which tell what it can."""
    said = {
        dialect: BareClient(FakeMastodon(dialect)).get("/api/v2/instance").json().get("api_versions")
        for dialect in ("mastodon-4.2", "mastodon-4.5", "mastodon-4.6", "gotosocial-0.20")
    }

    assert said == {
        "mastodon-4.2": None,
        "mastodon-4.5": {"mastodon": 7},
        "mastodon-4.6": {"mastodon": 11},
        "gotosocial-0.20": None,
    }


def test_a_server_may_be_upgraded_in_between() -> None:
    """It says so, behaves so, and holds what it held; also the keys."""
    fake = FakeMastodon("mastodon-4.5")
    client = BareClient(fake)
    client.say("one", "k")

    fake.upgrade("mastodon-4.6")

    assert client.get("/api/v2/instance").json()["version"] == "4.6.5"
    assert client.say("one", "k").status_code == 500
    assert len(fake.statuses) == 1


def test_unknown_addresses_are_not_found() -> None:
    """As JSON."""
    answer = BareClient(FakeMastodon()).get("/api/v1/nothing")

    assert (answer.status_code, answer.json()) == (404, {"error": "Not Found"})


def test_following_someone() -> None:
    """Found by address, followed once, asked for where they are locked, refused where they moved."""
    fake = FakeMastodon(rate_limits=True)
    carol = fake.add_account("carol@far.example")
    dave = fake.add_account("dave@far.example", locked=True)
    erin = fake.add_account("erin@far.example", moved_to="carol@far.example")
    client = BareClient(fake)

    assert client.get("/api/v1/accounts/lookup?acct=@carol@far.example").json()["id"] == carol.id
    assert client.get("/api/v2/search?q=nobody@far.example&resolve=true").json()["accounts"] == []
    assert client.get("/api/v2/search?q=bob@fake.example").json()["accounts"][0]["acct"] == "bob"
    assert client.post(f"/api/v1/accounts/{carol.id}/follow").json()["following"]
    assert client.post(f"/api/v1/accounts/{dave.id}/follow").json()["requested"]
    assert client.post(f"/api/v1/accounts/{erin.id}/follow").status_code == 403
    assert client.get(f"/api/v1/accounts/{erin.id}").json()["moved"]["id"] == carol.id
    known = client.get("/api/v1/accounts/relationships", params={"id[]": [carol.id, dave.id, "9"]}).json()
    assert [(one["following"], one["requested"]) for one in known] == [(True, False), (False, True)]
