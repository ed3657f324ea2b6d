"""The facts in a profile, the same from Mastodon's API and from ActivityPub."""

from msgspec.structs import replace

from migrate.people.addresses.forms import full_address
from migrate.people.evidence.checked import Checked
from migrate.people.sources.wire import Actor, Field, PublicAccount, links_in, text_of_html

_LONGEST = 2000
_MOST = 50
_MACHINES = frozenset({"Service", "Application", "Group"})


def with_account(checked: Checked, account: PublicAccount) -> Checked:
    """Add the facts that Mastodon's API gives about an account."""
    return replace(
        checked,
        url=account.url,
        name=account.display_name[:_LONGEST],
        summary=text_of_html(account.note)[:_LONGEST],
        links=_links(account.note, account.fields),
        fields=_fields(account.fields),
        automated=bool(account.bot or account.group),
        memorial=bool(account.memorial),
        suspended=bool(account.suspended),
        locked=bool(account.locked),
        last_active=(account.last_status_at or "")[:10],
    )


def with_actor(checked: Checked, actor: Actor) -> Checked:
    """Add the facts that ActivityPub gives about an account."""
    fields = [Field(line.name or "", line.value or "") for line in actor.attachments]
    return replace(
        checked,
        name=(actor.name or "")[:_LONGEST],
        summary=text_of_html(actor.summary)[:_LONGEST],
        links=_links(actor.summary, fields),
        fields=_fields(fields),
        automated=actor.type in _MACHINES,
        memorial=bool(actor.memorial),
        suspended=bool(actor.suspended),
        locked=bool(actor.manually_approves_followers),
    )


def new_address(account: PublicAccount, host: str) -> str:
    """Return the address that an account at this host has moved to, "" where it has not moved."""
    return full_address(account.moved.acct, host) if account.moved and account.moved.acct else ""


def _links(text: str | None, fields: list[Field]) -> tuple[str, ...]:
    found = links_in(text) + [link for line in fields for link in links_in(line.value)]
    return tuple(dict.fromkeys(found))[:_MOST]


def _fields(fields: list[Field]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (text_of_html(line.name)[:_LONGEST], text_of_html(line.value)[:_LONGEST]) for line in fields[:_MOST]
    )
