"""An account as its server shows it, from Mastodon's API or from ActivityPub: the same facts."""

from msgspec import Struct

from migrate.people.sources.wire import Account, Actor, Field, links_in, plain

_LONGEST = 2000
_MOST = 50
_MACHINES = frozenset({"Service", "Application", "Group"})


class Seen(Struct, frozen=True):
    """A profile. `moved_to` is an address or the actor of the new account, empty where nobody moved."""

    url: str = ""
    name: str = ""
    summary: str = ""
    links: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    software: str = ""
    automated: bool = False
    memorial: bool = False
    suspended: bool = False
    locked: bool = False
    last_active: str = ""
    moved_to: str = ""


def seen_account(account: Account, address: str, software: str) -> Seen:
    """As Mastodon's API tells it."""
    moved = account.moved
    host = address.rpartition("@")[2]
    moved_to = (moved.acct if "@" in moved.acct else f"{moved.acct}@{host}") if moved and moved.acct else ""
    return Seen(
        url=account.url,
        name=account.display_name[:_LONGEST],
        summary=plain(account.note)[:_LONGEST],
        links=_links(account.note, account.fields),
        fields=_fields(account.fields),
        software=software,
        automated=bool(account.bot or account.group),
        memorial=bool(account.memorial),
        suspended=bool(account.suspended),
        locked=bool(account.locked),
        last_active=(account.last_status_at or "")[:10],
        moved_to=moved_to.lower(),
    )


def seen_actor(actor: Actor, url: str, software: str) -> Seen:
    """As ActivityPub tells it."""
    fields = [Field(one.name or "", one.value or "") for one in actor.attachments]
    return Seen(
        url=url,
        name=(actor.name or "")[:_LONGEST],
        summary=plain(actor.summary)[:_LONGEST],
        links=_links(actor.summary, fields),
        fields=_fields(fields),
        software=software,
        automated=actor.type in _MACHINES,
        memorial=bool(actor.memorial),
        suspended=bool(actor.suspended),
        locked=bool(actor.manually_approves_followers),
        moved_to=actor.moved_to or "",
    )


def _links(text: str | None, fields: list[Field]) -> tuple[str, ...]:
    found = links_in(text) + [link for one in fields for link in links_in(one.value)]
    return tuple(dict.fromkeys(found))[:_MOST]


def _fields(fields: list[Field]) -> tuple[tuple[str, str], ...]:
    return tuple((plain(one.name)[:_LONGEST], plain(one.value)[:_LONGEST]) for one in fields[:_MOST])
