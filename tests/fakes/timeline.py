"""Reading statuses back, page by page: those of an account, and the home timeline."""

from collections.abc import Iterable
from itertools import islice

import httpx

from tests.fakes import shapes
from tests.fakes.answers import reply
from tests.fakes.calls import Call
from tests.fakes.world import FakeStatus, World


def listed(world: World, call: Call, account_id: str) -> httpx.Response:
    """GET /api/v1/accounts/:id/statuses: newest first; parameters that a server does not know it ignores."""
    account = world.account_of(account_id).username
    limit = min(max(int(call.text("limit", "20")), 1), world.dialect.page)
    cursors = {name: call.text(name) for name in world.dialect.page_cursors}
    statuses = _page(world, account, cursors, limit, boosts=not call.flag("exclude_reblogs"))
    body = [shapes.status(world, status) for status in statuses]
    return reply(body, headers=_links(world, call, statuses, limit))


def home(world: World, call: Call) -> httpx.Response:
    """GET /api/v1/timelines/home: mine, whoever may see them, and those of whom I follow; newest first."""
    limit = min(max(int(call.text("limit", "20")), 1), world.dialect.page)
    seen = {"me", *(account.username for account in world.accounts.values() if account.followed)}
    newest = [status for status in reversed(world.statuses.values()) if status.account in seen]
    ids = [status.id for status in newest]
    if (max_id := call.text("max_id")) in ids:
        newest = newest[ids.index(max_id) + 1 :]
    now = world.now()
    page = [status for status in newest if status.listed_from <= now][:limit]
    return reply([shapes.status(world, status) for status in page])


def _page(
    world: World, account: str, cursors: dict[str, str], limit: int, *, boosts: bool
) -> list[FakeStatus]:
    if cursors.get("min_id"):
        nearest = world.oldest_first(account, newer_than=cursors["min_id"])
        return list(islice(_visible(world, nearest, boosts=boosts), limit))[::-1]
    statuses: Iterable[FakeStatus] = world.newest_first(account, older_than=cursors.get("max_id", ""))
    if world.dialect.lists_only is not None:
        statuses = _of_the_newest(world, account, world.dialect.lists_only, cursors.get("max_id", ""))
    page = list(islice(_visible(world, statuses, boosts=boosts), limit))
    if since := cursors.get("since_id"):
        newer = {status.id for status in world.oldest_first(account, newer_than=since)}
        page = [status for status in page if status.id in newer]
    return page


def _of_the_newest(world: World, account: str, count: int, max_id: str) -> list[FakeStatus]:
    """Of so many of the newest, those after `max_id`; none when it is not among them (snac mastoapi.c)."""
    newest = list(islice(world.newest_first(account), count))
    newest = [status for status in newest if status.visibility in {"public", "unlisted"}]
    if not max_id:
        return newest
    ids = [status.id for status in newest]
    return newest[ids.index(max_id) + 1 :] if max_id in ids else []


def _visible(world: World, statuses: Iterable[FakeStatus], *, boosts: bool) -> Iterable[FakeStatus]:
    now = world.now()
    return (status for status in statuses if status.listed_from <= now and (boosts or not status.reblog_of))


def _links(world: World, call: Call, statuses: list[FakeStatus], limit: int) -> dict[str, str]:
    if not statuses or not world.dialect.page_links:
        return {}
    base = f"{world.address}{call.path}?limit={limit}"
    links = [f'<{base}&min_id={statuses[0].id}>; rel="prev"']
    if len(statuses) == limit:
        links.insert(0, f'<{base}&max_id={statuses[-1].id}>; rel="next"')
    return {"Link": ", ".join(links)}
