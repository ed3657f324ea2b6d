"""Which method and path leads where, which scope it needs, and which deed it counts as."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import httpx

from tests.fakes import circle, instance, media, people, timeline
from tests.fakes.calls import Call
from tests.fakes.limits import Meter
from tests.fakes.oauth import OAuth
from tests.fakes.statuses import Statuses
from tests.fakes.world import World

Act = Callable[..., httpx.Response]


@dataclass(frozen=True, slots=True)
class Route:
    """One endpoint. Without a scope it is open to everyone."""

    method: str
    path: re.Pattern[str]
    act: Act
    scope: str = ""
    deed: str = ""


def find(routes: list[Route], call: Call, world: World) -> tuple[Route, tuple[str, ...]]:
    """The route of this call and the ids in its path; one that answers 404 for all others."""
    for route in routes:
        if route.method == call.method and (match := route.path.fullmatch(call.path)):
            return route, match.groups()

    def unknown(_call: Call) -> httpx.Response:
        raise world.no("unknown")

    return Route(call.method, re.compile(""), unknown), ()


def make_routes(world: World, posts: Statuses, login: OAuth, meter: Meter) -> list[Route]:
    """All of them, the hot ones first."""

    def here(act: Act) -> Act:
        return lambda call, *found: act(world, call, *found)

    def follow(call: Call, account_id: str) -> httpx.Response:
        return people.follow(world, meter, call, account_id)

    accounts = "/api/v1/accounts"
    return [
        _route("POST /api/v1/statuses", posts.post, "write:statuses", "statuses"),
        _route("POST /api/v[12]/media", here(media.upload), "write:media"),
        _route("GET /api/v1/media/:id", here(media.show), "write:media"),
        _route("PUT /api/v1/media/:id", here(media.describe), "write:media"),
        _route("GET /api/v1/statuses/:id", posts.show, "read:statuses"),
        _route("PUT /api/v1/statuses/:id", posts.edit, "write:statuses", "statuses"),
        _route("DELETE /api/v1/statuses/:id", posts.delete, "write:statuses"),
        _route("GET /api/v1/statuses/:id/source", posts.source, "read:statuses"),
        _route("POST /api/v1/statuses/:id/reblog", posts.reblog, "write:statuses", "statuses"),
        _route(f"GET {accounts}/verify_credentials", here(people.verify_credentials), "read:accounts"),
        _route(f"GET {accounts}/lookup", here(people.lookup), "read:accounts"),
        _route(f"GET {accounts}/relationships", here(people.relationships), "read:follows"),
        _route(f"GET {accounts}/:id", here(people.show), "read:accounts"),
        _route(f"GET {accounts}/:id/statuses", here(timeline.listed), "read:statuses"),
        _route(f"GET {accounts}/:id/following", here(people.followed), "read:follows"),
        _route(f"POST {accounts}/:id/follow", follow, "write:follows", "follows"),
        _route(f"POST {accounts}/:id/unfollow", here(people.unfollow), "write:follows"),
        _route(f"POST {accounts}/:id/(un)?block", here(people.block), "write:blocks"),
        _route(f"POST {accounts}/:id/(un)?mute", here(people.mute), "write:mutes"),
        _route("GET /api/v1/timelines/home", here(timeline.home), "read:statuses"),
        _route("GET /api/v1/lists", here(circle.lists), "read:lists"),
        _route("POST /api/v1/lists", here(circle.make), "write:lists"),
        _route("DELETE /api/v1/lists/:id", here(circle.drop), "write:lists"),
        _route("GET /api/v1/lists/:id/accounts", here(circle.listed), "read:lists"),
        _route("POST /api/v1/lists/:id/accounts", here(circle.add), "write:lists"),
        _route("DELETE /api/v1/lists/:id/accounts", here(circle.remove), "write:lists"),
        _route("POST /api/v1/import", here(circle.import_file), "write"),
        _route("POST /api/pleroma/(follow|blocks|mutes)_import", here(circle.import_list), "write:follows"),
        _route("GET /api/v2/search", here(people.search), "read:search"),
        _route("GET /api/v2/instance", here(instance.v2)),
        _route("GET /api/v1/instance", here(instance.v1)),
        _route("GET /.well-known/nodeinfo", here(instance.nodeinfo_links)),
        _route("GET /nodeinfo/2.0", here(instance.nodeinfo)),
        _route("GET /.well-known/oauth-authorization-server", login.metadata),
        _route("POST /api/v1/apps", login.register),
        _route("GET /oauth/authorize", login.authorize),
        _route("POST /oauth/token", login.token),
        _route("POST /oauth/revoke", login.revoke),
    ]


def _route(line: str, act: Act, scope: str = "", deed: str = "") -> Route:
    method, _, path = line.partition(" ")
    return Route(method, re.compile(path.replace(":id", "([^/]+)")), act, scope, deed)
