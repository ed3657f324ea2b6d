"""People elsewhere, lists, and whole lists that are handed in."""

from tests.fakes.client import BareClient
from tests.fakes.mastodon import FakeMastodon

ACCOUNTS = "/api/v1/accounts"


def test_mastodon_hopes_before_it_knows() -> None:
    """`following` at once, `requested` when asked a moment later, `following` when the other has said yes."""
    fake = FakeMastodon()
    carol = fake.add_account("carol@far.example", accepts_after=60)
    client = BareClient(fake)

    assert client.post(f"{ACCOUNTS}/{carol.id}/follow").json()["following"]
    assert _standing(client, carol.id) == (False, True)
    fake.clock.advance(60)
    assert _standing(client, carol.id) == (True, False)


def test_gotosocial_says_what_it_knows() -> None:
    """`requested` until the other has answered; a no leaves nothing."""
    fake = FakeMastodon("gotosocial-0.20")
    carol = fake.add_account("carol@far.example", accepts_after=60, declines=True)
    client = BareClient(fake)

    assert client.post(f"{ACCOUNTS}/{carol.id}/follow").json()["requested"]
    fake.clock.advance(60)
    assert _standing(client, carol.id) == (False, False)


def test_strangers_are_met_by_resolving() -> None:
    """`lookup` doesn't know them before; a search also finds others of the same name."""
    fake = FakeMastodon()
    fake.add_account("carol@near.example")
    fake.add_account("carol@far.example", met=False)
    client = BareClient(fake)
    query = {"q": "@carol@far.example", "resolve": "true"}

    assert client.get(f"{ACCOUNTS}/lookup?acct=carol@far.example").status_code == 404
    found = client.get("/api/v2/search", params=query).json()["accounts"]
    assert [account["acct"] for account in found] == ["carol@near.example", "carol@far.example"]
    assert client.get(f"{ACCOUNTS}/lookup?acct=carol@far.example").status_code == 200


def test_a_list_takes_all_or_nobody() -> None:
    """One who is not followed, or is on it already, spoils it for the others."""
    fake = FakeMastodon()
    client = BareClient(fake)
    fake.world.accounts["bob"].followed = True
    bob, alice = (fake.world.accounts[name].id for name in ("bob", "alice"))
    path = f"/api/v1/lists/{client.post('/api/v1/lists', json={'title': 'Friends'}).json()['id']}/accounts"

    assert client.post(path, json={"account_ids": [bob, alice]}).status_code == 422
    assert client.post(path, json={"account_ids": [bob]}).status_code == 200
    assert client.post(path, json={"account_ids": [bob]}).status_code == 422
    assert [account["acct"] for account in client.get(path).json()] == ["bob"]
    client.post(f"{ACCOUNTS}/{bob}/unfollow")
    assert client.get(path).json() == []


def test_gotosocial_leaves_out_rows_with_an_empty_yes_or_no() -> None:
    """And takes no file whose rows differ in length."""
    fake = FakeMastodon("gotosocial-0.20")
    client = BareClient(fake)
    carol, dave = (fake.add_account(f"{name}@far.example") for name in ("carol", "dave"))

    assert _hand_in(client, "a,b\nc\n") == 400
    assert _hand_in(client, "carol@far.example,true,false,\ndave@far.example,,false,\n") == 202
    assert [_standing(client, account.id)[0] for account in (carol, dave)] == [True, False]


def test_mastodon_takes_no_lists() -> None:
    """There is no such endpoint (github.com/mastodon/mastodon/issues/1047)."""
    assert _hand_in(BareClient(FakeMastodon()), "a@far.example\n") == 404


def _hand_in(client: BareClient, table: str) -> int:
    files = {"data": ("people.csv", table.encode(), "text/csv")}
    return client.post("/api/v1/import", data={"type": "following"}, files=files).status_code


def _standing(client: BareClient, account_id: str) -> tuple[bool, bool]:
    (one,) = client.get(f"{ACCOUNTS}/relationships", params={"id[]": account_id}).json()
    return one["following"], one["requested"]
