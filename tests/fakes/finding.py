"""Who is behind an address: here, on another server, or nobody."""

import httpx

from tests.fakes import shapes
from tests.fakes.answers import reply
from tests.fakes.calls import Call
from tests.fakes.things import FakeAccount
from tests.fakes.world import World


def lookup(world: World, call: Call) -> httpx.Response:
    """GET /api/v1/accounts/lookup: only whom the server has met."""
    account = world.accounts.get(address_in(world, call.text("acct")))
    if account is None or not account.met:
        raise world.no("unknown")
    return reply(shapes.account(world, account))


def search(world: World, call: Call) -> httpx.Response:
    """GET /api/v2/search for an address: whoever it means once it is resolved, and people of the same name.

    Who comes first is not promised anywhere; here it is always somebody else.
    """
    address, resolving = address_in(world, call.text("q")), call.flag("resolve")
    if not address and "no query" in world.dialect.says:
        raise world.no("no query")
    if resolving and not call.by and world.dialect.open_to_all:
        raise world.no("resolve for nobody")
    if resolving and address.startswith(world.address):
        return _at(world, call, address)
    away = address.rpartition("@")[2] in world.dead_hosts and (resolving or not world.dialect.rails)
    if away and "other server away" in world.dialect.says:
        raise world.no("other server away")
    exact = resolve(world, address) if resolving else world.accounts.get(address)
    name = address.partition("@")[0]
    alike = [one for one in world.accounts.values() if one.met and one.username.partition("@")[0] == name]
    found = [one for one in alike if one is not exact] + ([exact] if exact else [])
    accounts = [shapes.account(world, one) for one in found] if call.text("type") != "statuses" else []
    return reply({"accounts": accounts, "statuses": [], "hashtags": []})


def _at(world: World, call: Call, url: str) -> httpx.Response:
    """The account or the status behind an address of this server."""
    accounts = [one for one in world.accounts.values() if url == f"{world.address}/@{one.username}"]
    seen = [one for one in world.statuses.values() if one.url == url and world.sees(call.by, one)]
    shown = {
        "accounts": [shapes.account(world, one) for one in accounts],
        "statuses": [shapes.status(world, one, call.by) for one in seen],
    }
    return reply(shown | {"hashtags": []})


def resolve(world: World, address: str) -> FakeAccount | None:
    """Whom an address means, once its server has been asked; the server knows them from then on."""
    account = world.accounts.get(world.aliases.get(address, address))
    if account is None or address.rpartition("@")[2] in world.dead_hosts:
        return None
    account.met = True
    return account


def webfinger(world: World, request: httpx.Request) -> httpx.Response:
    """Another server, asked what it calls an address."""
    address = request.url.params.get("resource", "").removeprefix("acct:")
    if request.url.host in world.dead_hosts:
        raise httpx.ConnectError("Connection refused", request=request)
    subject = world.aliases.get(address, address)
    if subject not in world.accounts:
        return reply({}, 404)
    return reply({"subject": f"acct:{subject}", "links": []})


def address_in(world: World, text: str) -> str:
    """The key of an account: `bob` here, `carol@far.example` elsewhere."""
    return text.lower().removeprefix("@").removesuffix(f"@{world.host}")
