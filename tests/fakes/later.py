"""Posts for later (mastodon app/controllers/api/v1/scheduled_statuses_controller.rb)."""

import httpx

from tests.fakes.answers import reply
from tests.fakes.calls import Call
from tests.fakes.world import World


def waiting(world: World, call: Call) -> httpx.Response:
    """GET /api/v1/scheduled_statuses."""
    newest = world.scheduled[::-1]
    links = {}
    if newest and world.dialect.page_links:
        links["Link"] = f'<{world.address}{call.path}?min_id={newest[0]["id"]}>; rel="prev"'
    return reply(newest, headers=links)


def show(world: World, _call: Call, entry_id: str) -> httpx.Response:
    """GET /api/v1/scheduled_statuses/:id."""
    return reply(_find(world, entry_id))


def cancel(world: World, _call: Call, entry_id: str) -> httpx.Response:
    """DELETE /api/v1/scheduled_statuses/:id."""
    world.scheduled.remove(_find(world, entry_id))
    return reply({})


def _find(world: World, entry_id: str) -> dict[str, object]:
    for entry in world.scheduled:
        if entry["id"] == entry_id:
            return entry
    raise world.no("unknown")
