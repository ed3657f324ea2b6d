"""Accounts: oneself, finding others, following them."""

import httpx

from tests.fakes import shapes
from tests.fakes.answers import reply
from tests.fakes.calls import Call
from tests.fakes.limits import Meter
from tests.fakes.world import FakeAccount, World


def verify_credentials(world: World, _call: Call) -> httpx.Response:
    """GET /api/v1/accounts/verify_credentials."""
    source = {"privacy": "public", "sensitive": False, "language": None, "note": "", "fields": []}
    body = shapes.account(world, world.accounts["me"]) | {"source": source}
    mine = sum(status.account == "me" for status in world.statuses.values())
    return reply(body | {"statuses_count": mine})


def show(world: World, _call: Call, account_id: str) -> httpx.Response:
    """GET /api/v1/accounts/:id."""
    return reply(shapes.account(world, world.account_of(account_id)))


def lookup(world: World, call: Call) -> httpx.Response:
    """GET /api/v1/accounts/lookup: only whom the server has met."""
    account = _known(world, call.text("acct"))
    if account is None:
        raise world.no("unknown")
    return reply(shapes.account(world, account))


def search(world: World, call: Call) -> httpx.Response:
    """GET /api/v2/search for an address; one that can't be resolved is an empty list."""
    account = _known(world, call.text("q"))
    found = [shapes.account(world, account)] if account else []
    return reply({"accounts": found, "statuses": [], "hashtags": []})


def relationships(world: World, call: Call) -> httpx.Response:
    """GET /api/v1/accounts/relationships; ids that nobody has are left out."""
    wanted = call.many("id")
    known = [account for account in world.accounts.values() if account.id in wanted]
    return reply([_relationship(account) for account in known])


def follow(world: World, meter: Meter, account_id: str) -> httpx.Response:
    """POST /api/v1/accounts/:id/follow: only a new one counts (mastodon app/services/follow_service.rb)."""
    account = world.account_of(account_id)
    if account.moved_to or account.username == "me":
        raise world.no("follow not allowed")
    if not (account.followed or account.requested):
        meter.spend("follows")
        account.followed, account.requested = not account.locked, account.locked
    return reply(_relationship(account))


def _known(world: World, address: str) -> FakeAccount | None:
    return world.accounts.get(address.lower().removeprefix("@").removesuffix(f"@{world.host}"))


def _relationship(account: FakeAccount) -> dict[str, object]:
    return {
        "id": account.id,
        "following": account.followed,
        "requested": account.requested,
        "followed_by": False,
        "showing_reblogs": True,
        "notifying": False,
        "blocking": False,
        "muting": False,
    }
