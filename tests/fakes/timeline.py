"""Reading statuses back, page by page: those of an account, and the home timeline."""

from collections.abc import Iterable
from itertools import islice
from urllib.parse import urlencode

import httpx

from tests.fakes import markup, shapes
from tests.fakes.answers import reply
from tests.fakes.calls import Call
from tests.fakes.things import FakeStatus
from tests.fakes.wording import crash
from tests.fakes.world import World

_CURSORS = {"max_id", "min_id", "since_id"}


def listed(world: World, call: Call, account_id: str) -> httpx.Response:
    """GET /api/v1/accounts/:id/statuses: newest first; parameters that a server does not know it ignores."""
    account, limit = world.account_of(account_id), world.dialect.page
    limit = _limit(world, call) if world.dialect.heeds_limit else limit
    if account.standing == "suspended" or call.flag("pinned"):
        return reply([])
    cursors = {name: call.text(name) for name in world.dialect.page_cursors}
    statuses = _page(world, call, account.username, cursors, limit)
    body = [shapes.status(world, status, call.by) for status in statuses]
    return reply(body, headers=_links(world, call, statuses, limit))


def home(world: World, call: Call) -> httpx.Response:
    """GET /api/v1/timelines/home: mine, whoever may see them, and those of whom I follow; newest first.

    206 and only a part while it is being built, as after a long absence
    (mastodon app/controllers/api/v1/timelines/home_controller.rb).
    """
    limit, now = _limit(world, call), world.now()
    people = [one.username for one in world.accounts.values() if world.view(call.by, one).followed]
    newest = [one for one in reversed(world.statuses.values()) if one.account in {call.by, *people}]
    ids = [status.id for status in newest]
    if (max_id := call.text("max_id")) in ids:
        newest = newest[ids.index(max_id) + 1 :]
    page = [one for one in newest if one.listed_from <= now and world.sees(call.by, one)][:limit]
    built = world.home_is_built(call.by)
    headers = _links(world, call, page, limit) if world.dialect.rails else {}
    if not built and world.dialect.async_refresh:
        headers["Mastodon-Async-Refresh"] = 'id="aG9tZQ==", retry=5'
    body = [shapes.status(world, status, call.by) for status in page]
    return reply(body, 200 if built else 206, headers)


def _limit(world: World, call: Call) -> int:
    asked = call.text("limit", "20")
    if world.dialect.rails and (not asked.isdigit() or int(asked) == 0):
        raise crash(as_json=call.wants_json)
    if not asked.lstrip("-").isdigit():
        raise world.no("limit unreadable")
    return min(max(int(asked), 1), world.dialect.page)


def _page(world: World, call: Call, account: str, cursors: dict[str, str], limit: int) -> list[FakeStatus]:
    if cursors.get("min_id"):
        nearest = world.oldest_first(account, newer_than=cursors["min_id"])
        return list(islice(_visible(world, call, nearest), limit))[::-1]
    statuses: Iterable[FakeStatus] = world.newest_first(account, older_than=cursors.get("max_id", ""))
    if world.dialect.lists_only is not None:
        statuses = _of_the_newest(world, account, world.dialect.lists_only, cursors.get("max_id", ""))
    page = list(islice(_visible(world, call, statuses), limit))
    if since := cursors.get("since_id"):
        newer = {status.id for status in world.oldest_first(account, newer_than=since)}
        page = [status for status in page if status.id in newer]
    return page


def _of_the_newest(world: World, account: str, count: int, max_id: str) -> list[FakeStatus]:
    """Of so many of the newest, those after `max_id`; none when it is not among them (snac mastoapi.c)."""
    newest = list(islice(world.newest_first(account), count))
    if not max_id:
        return newest
    ids = [status.id for status in newest]
    return newest[ids.index(max_id) + 1 :] if max_id in ids else []


def _visible(world: World, call: Call, statuses: Iterable[FakeStatus]) -> Iterable[FakeStatus]:
    """Those that are asked for (mastodon app/models/account_statuses_filter.rb)."""
    now, boosts, tag = world.now(), _wants_boosts(world, call), call.text("tagged").lower()
    no_replies, only_media = call.flag("exclude_replies"), call.flag("only_media")
    for one in statuses:
        if world.dialect.lists_only is not None and one.visibility not in {"public", "unlisted"}:
            continue
        if one.listed_from > now or not (boosts or not one.reblog_of) or not world.sees(call.by, one):
            continue
        if no_replies and one.in_reply_to_account not in {None, one.account}:
            continue
        if (only_media and not one.media_ids) or (
            tag and tag not in markup.hashtags(one.text, world.dialect)
        ):
            continue
        yield one


def _wants_boosts(world: World, call: Call) -> bool:
    return world.dialect.lists_boosts and not call.flag("exclude_reblogs")


def _links(world: World, call: Call, statuses: list[FakeStatus], limit: int) -> dict[str, str]:
    """The parameters as they were sent, sorted, with another cursor (mastodon api/pagination.rb)."""
    if not statuses or not world.dialect.page_links:
        return {}
    sent = {name: str(values[-1]) for name, values in call.params.items() if name not in _CURSORS}
    links = []
    if len(statuses) == limit:
        links.append(("next", sent | {"max_id": statuses[-1].id}))
    links.append(("prev", sent | {"min_id": statuses[0].id}))
    path = f"{world.address}{call.path}"
    shown = [f'<{path}?{urlencode(sorted(query.items()))}>; rel="{rel}"' for rel, query in links]
    return {"Link": ", ".join(shown)}
