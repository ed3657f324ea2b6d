"""Accounts: one's own and others', following, blocking and muting them; see `finding.py` for who is where."""

import httpx

from tests.fakes import shapes
from tests.fakes.answers import reply
from tests.fakes.calls import Call
from tests.fakes.dialect import Relationships
from tests.fakes.finding import address_in, resolve
from tests.fakes.languages import is_known
from tests.fakes.limits import Meter
from tests.fakes.things import FakeAccount
from tests.fakes.world import World

_STRANGER: dict[str, object] = dict.fromkeys(
    (
        *("following", "requested", "followed_by", "showing_reblogs", "notifying", "blocking"),
        *("blocked_by", "muting", "muting_notifications"),
    ),
    False,
)


def verify_credentials(world: World, call: Call) -> httpx.Response:
    """GET /api/v1/accounts/verify_credentials."""
    dialect = world.dialect
    source = {"privacy": dialect.default_visibility, "sensitive": False, "language": dialect.default_language}
    source |= {"note": "", "fields": []}
    body = shapes.account(world, world.accounts[call.by]) | {"source": source}
    mine = sum(status.account == call.by for status in world.statuses.values())
    return reply(body | {"statuses_count": mine})


def update_credentials(world: World, call: Call) -> httpx.Response:
    """PATCH /api/v1/accounts/update_credentials: only whether follows have to be let in."""
    account = world.accounts[call.by]
    account.locked = call.flag("locked") if call.gives("locked") else account.locked
    return reply(shapes.account(world, account))


def show(world: World, _call: Call, account_id: str) -> httpx.Response:
    """GET /api/v1/accounts/:id."""
    return reply(shapes.account(world, world.account_of(account_id)))


def relationships(world: World, call: Call) -> httpx.Response:
    """GET /api/v1/accounts/relationships."""
    way, wanted = world.dialect.relationships, call.many("id")
    wanted = wanted[:1] if way is Relationships.FIRST else wanted
    carry_out_imports(world)
    known = [account for account in world.accounts.values() if account.id in wanted]
    if way is Relationships.ALL_OR_NONE and len(known) < len(set(wanted)):
        raise world.no("unknown")
    if way is Relationships.AS_ASKED:
        by_id = {account.id: _relationship(world, call, account) for account in known}
        return reply([by_id.get(one, {"id": one} | _STRANGER) for one in wanted])
    return reply([_relationship(world, call, account) for account in known])


def followed(world: World, call: Call, _account_id: str) -> httpx.Response:
    """GET /api/v1/accounts/:id/following: of oneself; the cursor is the follow's number, nobody's id."""
    limit = min(max(int(call.text("limit", "40")), 1), 80)
    before = int(call.text("max_id") or "1000000")
    people = [world.view(call.by, one) for one in world.accounts.values()]
    is_told = world.dialect.tells_followed
    follows = [(n, one) for n, one in enumerate(people, start=1) if one.followed and is_told]
    page = [(n, one) for n, one in reversed(follows) if n < before][:limit]
    links = []
    if page and world.dialect.page_links:
        address = f"{world.address}{call.path}?limit={limit}"
        links += [f'<{address}&max_id={page[-1][0]}>; rel="next"'] if len(page) == limit else []
        links += [f'<{address}&since_id={page[0][0]}>; rel="prev"']
    headers = {"Link": ", ".join(links)} if links else {}
    return reply([shapes.account(world, one) for _, one in page], headers=headers)


def follow(world: World, meter: Meter, call: Call, account_id: str) -> httpx.Response:
    """POST /api/v1/accounts/:id/follow: only a new one counts (mastodon app/services/follow_service.rb)."""
    account = world.view(call.by, world.account_of(account_id))
    _refuse_follow(world, call, account)
    _catch_up(world, account)
    if not (account.followed or account.requested):
        if world.most_follows is not None and _followed(world) >= world.most_follows:
            raise world.no("too many follows", limit=world.most_follows)
        meter.spend("follows", call.by)
        account.shows_at = world.later(account.shows_after)
        ask_to_follow(world, account, waits=world.accounts[call.by].standing == "silenced")
    account.wishes.update({name: values[-1] for name, values in call.form.items() if name != "languages"})
    if call.gives("languages"):
        account.wishes["languages"] = call.many("languages")
    body = _relationship(world, call, account)
    if world.dialect.optimistic_follows and not account.locked and not body["requested"]:
        body |= {"following": True}
    elif world.dialect.optimistic_follows and not account.locked and "@" in account.username:
        body |= {"following": True, "requested": False}
    return reply(body)


def unfollow(world: World, call: Call, account_id: str) -> httpx.Response:
    """POST /api/v1/accounts/:id/unfollow: off the lists, too."""
    account = world.view(call.by, world.account_of(account_id))
    if not (account.followed or account.requested or world.dialect.unfollows_twice):
        raise world.no("unknown")
    account.followed = account.requested = False
    account.wishes.clear()
    for one in world.lists.values():
        one.ids = [on_it for on_it in one.ids if on_it != account_id]
    return reply(_relationship(world, call, account))


def block(world: World, call: Call, account_id: str, un: str | None) -> httpx.Response:
    """POST /api/v1/accounts/:id/block and unblock; blocking ends a follow."""
    account = world.view(call.by, world.account_of(account_id))
    account.blocked = not un and account.username != call.by
    if account.blocked:
        account.followed = account.requested = False
    return reply(_relationship(world, call, account))


def mute(world: World, call: Call, account_id: str, un: str | None) -> httpx.Response:
    """POST /api/v1/accounts/:id/mute and unmute."""
    if not world.dialect.mutes:
        raise world.no("unknown")
    account = world.view(call.by, world.account_of(account_id))
    account.muted = not un and account.username != call.by
    account.wishes["notifications"] = call.form.get("notifications", [world.dialect.mutes_notifications])[-1]
    return reply(_relationship(world, call, account))


def _refuse_follow(world: World, call: Call, account: FakeAccount) -> None:
    """mastodon app/services/follow_service.rb#following_not_allowed?."""
    if account.username == call.by:
        raise world.no("follow self")
    original = world.accounts[account.username]
    if original.standing == "suspended" and world.dialect.rails:
        raise world.no("unknown")
    blocks = account.blocked or world.blocks(account.username, call.by)
    blocks = blocks and world.dialect.refuses_the_blocked
    if original.moved_to or original.refuses or blocks:
        raise world.no("follow not allowed")
    languages = call.many("languages")
    if "follow languages" in world.dialect.says and not all(is_known(one) for one in languages if one):
        raise world.no("follow languages")


def ask_to_follow(world: World, account: FakeAccount, *, waits: bool = False) -> None:
    """A request, which the locked answer by hand; people of this server need one of the limited alone."""
    account.times_followed += 1
    needed = "@" in account.username or account.locked or waits
    account.followed, account.requested = not needed, needed
    wait = None if account.locked or waits else account.accepts_after
    account.answers_at = None if wait is None else world.later(wait)


def carry_out_imports(world: World) -> None:
    """What a list that was handed in has come to by now."""
    due = [one for one in world.imports if one[0] <= world.now()]
    world.imports = [one for one in world.imports if one not in due]
    for _, deed, address in due:
        account = resolve(world, address_in(world, address))
        if account is None or account.refuses or account.moved_to or account.username == "me":
            continue
        if deed == "following" and not (account.followed or account.requested):
            ask_to_follow(world, account)
        account.blocked |= deed == "blocks"
        account.muted |= deed == "mutes"


def _catch_up(world: World, account: FakeAccount) -> None:
    """The other server's answer, once it is due."""
    if account.requested and account.answers_at and account.answers_at <= world.now():
        account.requested, account.followed = False, not account.declines


def _followed(world: World) -> int:
    return sum(account.followed for account in world.accounts.values())


def _relationship(world: World, call: Call, one: FakeAccount) -> dict[str, object]:
    account = world.view(call.by, one)
    _catch_up(world, account)
    shown, asked = world.now() >= account.shows_at, account.followed or account.requested
    asked = asked if world.dialect.shows_wishes else account.followed
    body = {
        "languages": account.wishes.get("languages") if asked else None,
        "id": account.id,
        "following": account.followed and shown,
        "requested": account.requested and shown,
        "followed_by": False,
        "showing_reblogs": bool(asked and account.wishes.get("reblogs", True)),
        "notifying": bool(asked and account.wishes.get("notify", False)),
        "blocking": account.blocked,
        "blocked_by": world.blocks(account.username, call.by),
        "muting": account.muted,
        "muting_notifications": bool(account.muted and account.wishes.get("notifications", True)),
    }
    return {name: value for name, value in body.items() if name not in world.dialect.relationship_lacks}
