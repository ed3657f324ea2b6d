"""Lists of mine, and whole lists of people that are handed in."""

import csv

import httpx

from tests.fakes import shapes
from tests.fakes.answers import reply
from tests.fakes.calls import Call
from tests.fakes.world import FakeList, World

_PLEROMA_DEEDS = {"follow": "following", "blocks": "blocks", "mutes": "mutes"}


def lists(world: World, _call: Call) -> httpx.Response:
    """GET /api/v1/lists."""
    return reply([_shape(one) for one in world.lists.values()])


def make(world: World, call: Call) -> httpx.Response:
    """POST /api/v1/lists: titles may come twice."""
    one = FakeList(str(9001 + len(world.lists)), call.text("title"))
    world.lists[one.id] = one
    return reply(_shape(one))


def drop(world: World, _call: Call, list_id: str) -> httpx.Response:
    """DELETE /api/v1/lists/:id."""
    _find(world, list_id)
    del world.lists[list_id]
    return reply({})


def listed(world: World, _call: Call, list_id: str) -> httpx.Response:
    """GET /api/v1/lists/:id/accounts, as with limit=0."""
    return reply([shapes.account(world, world.account_of(one)) for one in _find(world, list_id).ids])


def add(world: World, call: Call, list_id: str) -> httpx.Response:
    """POST /api/v1/lists/:id/accounts: all or nobody (mastodon add_accounts_to_list_service.rb)."""
    one, wanted = _find(world, list_id), call.many("account_ids")
    for account_id in wanted:
        account = world.account_of(account_id)
        fit = (account.followed or account.requested) and account_id not in one.ids
        if not fit and "not for a list" in world.dialect.says:
            raise world.no("not for a list")
    one.ids += [account_id for account_id in wanted if account_id not in one.ids]
    return reply({})


def remove(world: World, call: Call, list_id: str) -> httpx.Response:
    """DELETE /api/v1/lists/:id/accounts."""
    one, unwanted = _find(world, list_id), call.many("account_ids")
    one.ids = [on_it for on_it in one.ids if on_it not in unwanted]
    return reply({})


def import_file(world: World, call: Call) -> httpx.Response:
    """POST /api/v1/import: one of Mastodon's files (gotosocial internal/processing/account/import.go)."""
    if world.dialect.people_import != "/api/v1/import":
        raise world.no("unknown")
    rows = list(csv.reader(call.files["data"].content.decode().splitlines()))
    if len({len(row) for row in rows}) != 1:
        return reply({"error": "Bad Request: error reading following data file: wrong number of fields"}, 400)
    names = [row[0] for row in rows if row[0] != "Account address" and all(row[1:3])]
    _take(world, call.text("type"), names)
    return reply({"status": "accepted"}, 202)


def import_list(world: World, call: Call, kind: str) -> httpx.Response:
    """POST /api/pleroma/follow_import (pleroma lib/.../user_import_controller.ex)."""
    if world.dialect.people_import != "/api/pleroma":
        raise world.no("unknown")
    _take(world, _PLEROMA_DEEDS[kind], call.text("list").split("\n"))
    return reply("jobs started")


def _take(world: World, deed: str, names: list[str]) -> None:
    world.imports += [(world.later(world.import_takes), deed, name) for name in names]


def _find(world: World, list_id: str) -> FakeList:
    if list_id not in world.lists:
        raise world.no("unknown")
    return world.lists[list_id]


def _shape(one: FakeList) -> dict[str, object]:
    return {"id": one.id, "title": one.title, "replies_policy": "list", "exclusive": False}
