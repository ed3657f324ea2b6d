"""Boosts (mastodon app/services/reblog_service.rb, app/policies/status_policy.rb#reblog?)."""

import httpx

from tests.fakes import shapes
from tests.fakes.answers import reply
from tests.fakes.calls import Call
from tests.fakes.statuses import Statuses
from tests.fakes.things import FakeStatus
from tests.fakes.world import World

_VISIBILITIES = {"public", "unlisted", "private"}


def reblog(world: World, posts: Statuses, call: Call, status_id: str) -> httpx.Response:
    """POST /api/v1/statuses/:id/reblog: the boost that is there already, or a new one. It costs nothing."""
    status = _original(world, posts.seen(call.by, status_id))
    boost = world.boosts.get((call.by, status.id))
    if boost is None or not world.dialect.boosts_once:
        boost = world.add_status(_boost(world, call, status))
    return reply(shapes.status(world, status if world.dialect.boost_is_original else boost, call.by))


def unreblog(world: World, posts: Statuses, call: Call, status_id: str) -> httpx.Response:
    """POST /api/v1/statuses/:id/unreblog: what was boosted, whether it was or not."""
    status = _original(world, posts.seen(call.by, status_id))
    boost = world.boosts.get((call.by, status.id))
    if boost is not None:
        world.remove_status(boost)
    return reply(shapes.status(world, status, call.by))


def _original(world: World, status: FakeStatus) -> FakeStatus:
    return world.statuses[status.reblog_of or status.id]


def _boost(world: World, call: Call, status: FakeStatus) -> FakeStatus:
    visibility = call.text("visibility", "public")
    if world.dialect.rails:
        if status.visibility == "direct" or (status.visibility == "private" and status.account != call.by):
            raise world.no("not yours to boost")
        if visibility not in _VISIBILITIES:
            raise world.no("visibility")
        visibility = "private" if status.visibility == "private" else visibility
    if world.dialect.boosts_like_original:
        if status.visibility == "direct":
            raise world.no("not yours to boost")
        visibility = status.visibility
    now = world.now()
    return FakeStatus(world.new_id(now), call.by, "", now, reblog_of=status.id, visibility=visibility)
