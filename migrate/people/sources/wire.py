"""What the answers hold, as far as this program reads them; everything that may be missing has a default."""

import html
import re

from msgspec import Struct, field

_TAG = re.compile(r"<[^>]{0,2000}>")
_BREAK = re.compile(r"</p>|<br ?/?>", re.IGNORECASE)
_HREF = re.compile(r"<a\s[^>]{0,2000}?href=[\"']([^\"'>]{1,2000})[\"']", re.IGNORECASE)


class Link(Struct, frozen=True):
    """A link of WebFinger (RFC 7033, section 4.4.4) or NodeInfo."""

    rel: str = ""
    type: str | None = None
    href: str | None = None


class WebFinger(Struct, frozen=True):
    """RFC 7033, section 4.4."""

    subject: str = ""
    links: list[Link] = field(default_factory=list)

    @property
    def actor(self) -> str:
        """The address of the account in ActivityPub, empty where it takes no part."""
        fit = (one.href for one in self.links if one.rel == "self" and _is_activity(one.type or ""))
        return next((href for href in fit if href), "")


class NodeInfoIndex(Struct, frozen=True):
    """`/.well-known/nodeinfo` (https://nodeinfo.diaspora.software/protocol.html)."""

    links: list[Link] = field(default_factory=list)


class Software(Struct, frozen=True):
    """What a server calls itself."""

    name: str = ""


class NodeInfo(Struct, frozen=True):
    """NodeInfo 2.x; in 1.0 the protocols are an object, and its keys don't matter here."""

    software: Software = Software()
    protocols: list[str] | dict[str, object] = field(default_factory=list)

    @property
    def federates(self) -> bool:
        """Whether it speaks ActivityPub."""
        return "activitypub" in (str(one).lower() for one in self.protocols)


class Field(Struct, frozen=True):
    """https://docs.joinmastodon.org/entities/Account/#Field ; the value is HTML."""

    name: str = ""
    value: str = ""


class Moved(Struct, frozen=True):
    """The account that somebody moved to."""

    acct: str = ""
    url: str = ""


class Account(Struct, frozen=True):
    """https://docs.joinmastodon.org/entities/Account/ ."""

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
        """All of them; a single one may stand without a list around it."""
        if isinstance(self.attachment, Attachment):
            return [self.attachment]
        return self.attachment or []


def plain(markup: str | None) -> str:
    """HTML as text, each paragraph on a line."""
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", markup or ""))).strip()


def links_in(markup: str | None) -> list[str]:
    """The addresses that HTML links to."""
    return [html.unescape(href) for href in _HREF.findall(markup or "")]


def _is_activity(kind: str) -> bool:
    lower = kind.lower()
    return lower.startswith("application/activity+json") or (
        lower.startswith("application/ld+json") and "activitystreams" in lower
    )
