"""Which method and path leads where, which scope it needs, and which deed it counts as."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import httpx

from tests.fakes import boosts, circle, finding, instance, later, media, people, timeline
from tests.fakes.calls import Call
from tests.fakes.limits import Meter
from tests.fakes.oauth import OAuth
from tests.fakes.statuses import Statuses
from tests.fakes.world import World

Act = Callable[..., httpx.Response]


@dataclass(frozen=True, slots=True)
class Route:
    """One endpoint. Without a scope it takes no notice of tokens; an open one can do without."""

    method: str
    path: re.Pattern[str]
    act: Act
    scope: str = ""
    deed: str = ""
    open: bool = False


def find(routes: list[Route], call: Call, world: World) -> tuple[Route, tuple[str, ...]]:
    """The route of this call and the ids in its path; one that answers 404 for all others."""
    for route in routes:
        if route.method == call.method and (match := route.path.fullmatch(call.path)):
            return route, match.groups()

    def unknown(_call: Call) -> httpx.Response:
        raise world.no("no route")

    return Route(call.method, re.compile(""), unknown), ()


def make_routes(world: World, posts: Statuses, login: OAuth, meter: Meter) -> list[Route]:
    """All of them, the hot ones first."""
    return [
        *_status_routes(world, posts),
        *_people_routes(world, meter),
        *_list_routes(world),
        *_open_routes(world, login),
    ]


def _status_routes(world: World, posts: Statuses) -> list[Route]:
    def here(act: Act) -> Act:
        return lambda call, *found: act(world, call, *found)

    def boost(act: Act) -> Act:
        return lambda call, status_id: act(world, posts, call, status_id)

    one, waiting = "/api/v1/statuses/:id", "/api/v1/scheduled_statuses"
    return [
        _route("POST /api/v1/statuses", posts.post, "write:statuses", "statuses"),
        _route("POST /api/v[12]/media", here(media.upload), "write:media"),
        _route("GET /api/v1/media/:id", here(media.show), "write:media"),
        _route("PUT /api/v1/media/:id", here(media.describe), "write:media"),
        _route("DELETE /api/v1/media/:id", here(media.delete), "write:media"),
        _route(f"GET {one}", posts.show, "read:statuses", open_=True),
        _route(f"PUT {one}", posts.edit, "write:statuses", "statuses"),
        _route(f"PATCH {one}", posts.edit, "write:statuses", "statuses"),
        _route(f"DELETE {one}", posts.delete, "write:statuses"),
        _route("GET /api/v1/statuses", posts.several, "read:statuses", open_=True),
        _route(f"GET {one}/context", posts.context, "read:statuses", open_=True),
        _route(f"GET {one}/source", posts.source, "read:statuses"),
        _route(f"POST {one}/reblog", boost(boosts.reblog), "write:statuses", "statuses"),
        _route(f"POST {one}/unreblog", boost(boosts.unreblog), "write:statuses"),
        _route("GET /api/v1/timelines/home", here(timeline.home), "read:statuses"),
        _route(f"GET {waiting}", here(later.waiting), "read:statuses"),
        _route(f"GET {waiting}/:id", here(later.show), "read:statuses"),
        _route(f"DELETE {waiting}/:id", here(later.cancel), "write:statuses"),
    ]


def _people_routes(world: World, meter: Meter) -> list[Route]:
    def here(act: Act) -> Act:
        return lambda call, *found: act(world, call, *found)

    def follow(call: Call, account_id: str) -> httpx.Response:
        return people.follow(world, meter, call, account_id)

    accounts = "/api/v1/accounts"
    return [
        _route(f"GET {accounts}/verify_credentials", here(people.verify_credentials), "read:accounts"),
        _route(f"PATCH {accounts}/update_credentials", here(people.update_credentials), "write:accounts"),
        _route(f"GET {accounts}/lookup", here(finding.lookup), "read:accounts", open_=True),
        _route(f"GET {accounts}/relationships", here(people.relationships), "read:follows"),
        _route(f"GET {accounts}/:id", here(people.show), "read:accounts", open_=True),
        _route(f"GET {accounts}/:id/statuses", here(timeline.listed), "read:statuses", open_=True),
        _route(f"GET {accounts}/:id/following", here(people.followed), "read:follows"),
        _route(f"POST {accounts}/:id/follow", follow, "write:follows", "follows"),
        _route(f"POST {accounts}/:id/unfollow", here(people.unfollow), "write:follows"),
        _route(f"POST {accounts}/:id/(un)?block", here(people.block), "write:blocks"),
        _route(f"POST {accounts}/:id/(un)?mute", here(people.mute), "write:mutes"),
        _route("GET /api/v2/search", here(finding.search), "read:search", open_=True),
    ]


def _list_routes(world: World) -> list[Route]:
    def here(act: Act) -> Act:
        return lambda call, *found: act(world, call, *found)

    return [
        _route("GET /api/v1/lists", here(circle.lists), "read:lists"),
        _route("POST /api/v1/lists", here(circle.make), "write:lists"),
        _route("GET /api/v1/lists/:id", here(circle.show), "read:lists"),
        _route("PUT /api/v1/lists/:id", here(circle.rename), "write:lists"),
        _route("DELETE /api/v1/lists/:id", here(circle.drop), "write:lists"),
        _route("GET /api/v1/lists/:id/accounts", here(circle.listed), "read:lists"),
        _route("POST /api/v1/lists/:id/accounts", here(circle.add), "write:lists"),
        _route("DELETE /api/v1/lists/:id/accounts", here(circle.remove), "write:lists"),
        _route("POST /api/v1/import", here(circle.import_file), "write"),
        _route("POST /api/pleroma/(follow|blocks|mutes)_import", here(circle.import_list), "write:follows"),
    ]


def _open_routes(world: World, login: OAuth) -> list[Route]:
    def here(act: Act) -> Act:
        return lambda call, *found: act(world, call, *found)

    return [
        _route("GET /api/v2/instance", here(instance.v2)),
        _route("GET /api/v1/instance", here(instance.v1)),
        _route("GET /api/v1/instance/rules", here(instance.rules)),
        _route("GET /api/v1/preferences", here(instance.preferences), "read:accounts"),
        _route("GET /.well-known/nodeinfo", here(instance.nodeinfo_links)),
        _route("GET /nodeinfo/2.0", here(instance.nodeinfo)),
        _route("GET /.well-known/webfinger", here(instance.webfinger)),
        _route("GET /.well-known/oauth-authorization-server", login.metadata),
        _route("POST /api/v1/apps", login.register),
        _route("GET /oauth/authorize", login.authorize),
        _route("POST /oauth/token", login.token),
        _route("POST /oauth/revoke", login.revoke),
    ]


def _route(line: str, act: Act, scope: str = "", deed: str = "", *, open_: bool = False) -> Route:
    method, _, path = line.partition(" ")
    return Route(method, re.compile(path.replace(":id", "([^/]+)")), act, scope, deed, open_)
