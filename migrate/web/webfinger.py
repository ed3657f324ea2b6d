"""WebFinger: the answers of a host about an address on it (RFC 7033).

A profile at social.example may be called `name@example`
(https://docs.joinmastodon.org/spec/webfinger/): one host in eight keeps its accounts
under another name than its pages. A host that has no answer itself may name another
one that has, in its host-meta (RFC 6415).
"""

import re
from urllib.parse import quote

from msgspec import Struct, field

from migrate.web.fetching import OK, Fetched, Patience, Web

_JRD = "application/jrd+json, application/json"
_XRD = "application/xrd+xml"
_SIZE = 100_000
"""Bytes: ten times the longest answer that makes sense."""

_FINAL = frozenset({401, 403, 410})
"""Answers after which no other host is looked for: it is gone, or not for everybody."""

_TEMPLATE = re.compile(rb"<Link\b[^>]{0,500}\btemplate=[\"']([^\"'>]{1,500}\{uri\}[^\"'>]{0,100})[\"']")
_ADDRESS = re.compile(r"(?:acct:)?@?(?P<user>[^@/\s]+)@(?P<host>[^@/\s:]+)")


class ActorLink(Struct, frozen=True):
    """A link of an account, maybe that to its actor (RFC 7033, section 4.4.4)."""

    rel: str = ""
    type: str | None = None
    href: str | None = None


class WebFinger(Struct, frozen=True):
    """An answer (RFC 7033, section 4.4)."""

    subject: str = ""
    links: list[ActorLink] = field(default_factory=list)

    @property
    def address(self) -> str:
        """The address that the server itself gives to the account, empty where it gives none."""
        return read_acct(self.subject)

    @property
    def actor(self) -> str:
        """The address of the account in ActivityPub, empty where it takes no part."""
        fit = (link.href for link in self.links if link.rel == "self" and _is_activity(link.type or ""))
        return next((href for href in fit if href), "")


def ask_webfinger(web: Web, address: str, *, tries: int = 2) -> WebFinger | Fetched:
    """Ask the host of an address about it; return its answer, or the page that holds none.

    Raises Unreachable or ForbiddenPlace.
    """
    patience = Patience(size=_SIZE, tries=tries)
    host, resource = address.rpartition("@")[2], quote(f"acct:{address}", safe="")
    url = f"https://{host}/.well-known/webfinger?resource={resource}"
    page = web.fetch(url, accept=_JRD, patience=patience)
    found = page.read_as(WebFinger)
    if found is None and page.code not in _FINAL:
        meta = web.fetch(f"https://{host}/.well-known/host-meta", accept=_XRD, patience=patience)
        if template := _TEMPLATE.search(meta.body) if meta.code == OK else None:
            elsewhere = template[1].decode(errors="replace").replace("{uri}", resource)
            page = web.fetch(elsewhere.replace("&amp;", "&"), accept=_JRD, patience=patience)
            found = page.read_as(WebFinger)
    return found or page


def read_acct(text: str) -> str:
    """Read an address as servers write it, with or without `acct:`; "" where it is none."""
    found = _ADDRESS.fullmatch(text)
    return f"{found['user']}@{found['host']}".lower() if found else ""


def _is_activity(kind: str) -> bool:
    lower = kind.lower()
    return lower.startswith("application/activity+json") or (
        lower.startswith("application/ld+json") and "activitystreams" in lower
    )
