"""The answers of servers about an account, as far as this program reads them.

Everything that may be missing has a default.
"""

import html
import re

from msgspec import Struct, field

_TAG = re.compile(r"<[^<>]{0,2000}>")
_BREAK = re.compile(r"</p>|<br ?/?>", re.IGNORECASE)
_HREF = re.compile(r"<a\s[^<>]{0,2000}?href=[\"']([^\"'>]{1,2000})[\"']", re.IGNORECASE)


class Field(Struct, frozen=True):
    """https://docs.joinmastodon.org/entities/Account/#Field ; the value is HTML."""

    name: str = ""
    value: str = ""


class Moved(Struct, frozen=True):
    """The account that another one has moved to."""

    acct: str = ""
    url: str = ""


class PublicAccount(Struct, frozen=True):
    """An account as its server shows it to everybody (https://docs.joinmastodon.org/entities/Account/)."""

    acct: str
    url: str = ""
    display_name: str = ""
    note: str = ""
    fields: list[Field] = field(default_factory=list)
    bot: bool | None = False
    group: bool | None = False
    locked: bool | None = False
    suspended: bool | None = False
    memorial: bool | None = False
    last_status_at: str | None = None
    moved: Moved | None = None


class Attachment(Struct, frozen=True):
    """A labelled line of an actor; its value is HTML."""

    name: str | None = ""
    value: str | None = ""


class Actor(Struct, frozen=True, rename="camel"):
    """An account in ActivityPub (https://docs.joinmastodon.org/spec/activitypub/#profile-support)."""

    type: str = ""
    preferred_username: str = ""
    name: str | None = ""
    summary: str | None = ""
    attachment: list[Attachment] | Attachment | None = None
    moved_to: str | None = None
    suspended: bool | None = False
    memorial: bool | None = False
    manually_approves_followers: bool | None = False

    @property
    def attachments(self) -> list[Attachment]:
        """All labelled lines; a single one may stand without a list around it."""
        if isinstance(self.attachment, Attachment):
            return [self.attachment]
        return self.attachment or []


def text_of_html(markup: str | None) -> str:
    """Read HTML as text, each paragraph on a line."""
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", markup or ""))).strip()


def links_in(markup: str | None) -> list[str]:
    """List the addresses that HTML links to."""
    return [html.unescape(href) for href in _HREF.findall(markup or "")]
