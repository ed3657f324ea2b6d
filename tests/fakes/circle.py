"""Lists of mine, and whole lists of people that are handed in."""

import csv

import httpx

from tests.fakes import shapes
from tests.fakes.answers import reply
from tests.fakes.calls import Call
from tests.fakes.things import FakeList
from tests.fakes.world import World

_POLICIES = {"list", "followed", "none"}
_MOST = 50  # mastodon app/models/list.rb PER_ACCOUNT_LIMIT
_PLEROMA_DEEDS = {"follow": "following", "blocks": "blocks", "mutes": "mutes"}


def lists(world: World, call: Call) -> httpx.Response:
    """GET /api/v1/lists."""
    return reply([_shape(one) for one in world.lists.values() if one.owner == call.by])


def make(world: World, call: Call) -> httpx.Response:
    """POST /api/v1/lists: titles may come twice (mastodon app/models/list.rb)."""
    if "no lists" in world.dialect.says:
        raise world.no("no lists")
    title, policy = call.text("title"), call.text("replies_policy", world.dialect.list_policy)
    if "list title" in world.dialect.says:
        _refuse(world, title, policy)
    number = max((int(one) for one in world.lists), default=9000) + 1
    one = FakeList(str(number), title, [], policy, call.flag("exclusive"), call.by)
    world.lists[one.id] = one
    return reply(_shape(one))


def show(world: World, call: Call, list_id: str) -> httpx.Response:
    """GET /api/v1/lists/:id."""
    return reply(_shape(_find(world, call, list_id)))


def rename(world: World, call: Call, list_id: str) -> httpx.Response:
    """PUT /api/v1/lists/:id."""
    one = _find(world, call, list_id)
    one.title = call.text("title")
    return reply(_shape(one))


def drop(world: World, call: Call, list_id: str) -> httpx.Response:
    """DELETE /api/v1/lists/:id."""
    _find(world, call, list_id)
    del world.lists[list_id]
    return reply({})


def listed(world: World, call: Call, list_id: str) -> httpx.Response:
    """GET /api/v1/lists/:id/accounts: all of them with limit=0."""
    ids = _find(world, call, list_id).ids
    limit = int(call.text("limit", "40")) if world.dialect.rails else 0
    page = sorted(ids, reverse=True)[:limit] if limit else ids
    headers = {}
    if limit and page and world.dialect.page_links:
        address = f"{world.address}{call.path}?limit={limit}"
        links = [f'<{address}&max_id={page[-1]}>; rel="next"'] if len(page) == limit else []
        headers["Link"] = ", ".join([*links, f'<{address}&since_id={page[0]}>; rel="prev"'])
    return reply([shapes.account(world, world.account_of(one)) for one in page], headers=headers)


def add(world: World, call: Call, list_id: str) -> httpx.Response:
    """POST /api/v1/lists/:id/accounts: all or nobody (mastodon add_accounts_to_list_service.rb)."""
    one, wanted = _find(world, call, list_id), call.many("account_ids")
    for account_id in wanted:
        account = world.view(call.by, world.account_of(account_id))
        followed = account.followed or account.requested or account.username == call.by
        if account_id in one.ids and "on the list" in world.dialect.says:
            raise world.no("on the list")
        if not followed and "not for a list" in world.dialect.says:
            raise world.no("not for a list")
    one.ids += [account_id for account_id in wanted if account_id not in one.ids]
    return reply({})


def remove(world: World, call: Call, list_id: str) -> httpx.Response:
    """DELETE /api/v1/lists/:id/accounts."""
    one, unwanted = _find(world, call, list_id), call.many("account_ids")
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


def _refuse(world: World, title: str, policy: str) -> None:
    if not title.strip():
        raise world.no("list title")
    if len(title) > world.dialect.list_title_length:
        raise world.no("list title long", length=len(title))
    if "list title taken" in world.dialect.says and title in {one.title for one in world.lists.values()}:
        raise world.no("list title taken")
    if policy not in _POLICIES:
        raise world.no("list policy", policy=policy)
    if "too many lists" in world.dialect.says and len(world.lists) >= _MOST:
        raise world.no("too many lists")


def _find(world: World, call: Call, list_id: str) -> FakeList:
    one = world.lists.get(list_id)
    if one is None or one.owner != call.by:
        raise world.no("unknown")
    return one


def _shape(one: FakeList) -> dict[str, object]:
    return {
        "id": one.id,
        "title": one.title,
        "replies_policy": one.replies_policy,
        "exclusive": one.exclusive,
    }
