"""The kind of a host, by its name alone.

Names are compared label by label from the right, never as parts of a text: `t.co` is in
`dampfkraft.com` and `t.me` in `neurodifferent.me`, and both have owners
(github.com/lucahammer/fedifinder/issues/129 and /172). Mail hosts are compared whole:
gmx.de has mail for millions, and social.mailbox.org is a Mastodon server.
"""

import ipaddress
import re
from enum import StrEnum

from migrate.people.addresses import hostlists

_LONGEST_HOST = 253
_DOTS = re.compile(r"[.。．｡]")
"""The signs between the labels of a host (RFC 3490, section 3.1)."""

_NAME = re.compile(
    r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?!\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
)
_CUT_ENDINGS = frozenset({"ac", "co", "com", "edu", "gov", "ne", "net", "or", "org"})
"""Second labels of countries' endings, as in `co.uk`."""


class HostKind(StrEnum):
    """The kind of a host, as far as its name tells."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    OPT_IN = "opt-in"
    MIRROR = "mirror"
    CLOSED = "closed"
    TWITTER = "twitter"
    MAIL = "mail"
    ELSEWHERE = "elsewhere"

    @property
    def is_fediverse(self) -> bool:
        """Tell whether there may be addresses at such a host."""
        return self not in {HostKind.TWITTER, HostKind.MAIL, HostKind.ELSEWHERE}


_LISTS = (
    (HostKind.MIRROR, hostlists.MIRRORS),
    (HostKind.CLOSED, hostlists.CLOSED),
    (HostKind.OPT_IN, hostlists.OPT_IN),
    (HostKind.TWITTER, hostlists.TWITTER),
    (HostKind.ELSEWHERE, hostlists.SITES),
    (HostKind.KNOWN, hostlists.KNOWN),
)
"""Lists whose names stand for themselves and everything below them, in the order in which they count."""


def canonical_host(text: str) -> str | None:
    """Write a host, and its port if there is one, in lower case and ASCII; None for what can't be a host.

    International labels follow UTS 46 and IDNA 2008 (the package idna), which keep ß and a final ς:
    Python's own codec writes faß.de as fass.de, another domain.
    """
    host, _, port = text.rstrip(".").partition(":")
    written = host.lower() if host.isascii() else _in_ascii(host)
    if len(written) > _LONGEST_HOST or not (_NAME.fullmatch(written) or _is_number(written)):
        return None
    if port and not (port.isdecimal() and port.isascii() and len(port) <= len("65535")):
        return None
    return f"{written}:{port}" if port else written


def host_kind(host: str) -> HostKind:
    """Find the kind of a canonical host."""
    above = _itself_and_above(host)
    listed = next((kind for kind, names in _LISTS if not names.isdisjoint(above)), None)
    if listed:
        return listed
    if not hostlists.LABELS.isdisjoint(host.split(".")):
        return HostKind.KNOWN
    if _brand(host)[0] in hostlists.SITE_BRANDS:
        return HostKind.ELSEWHERE
    return HostKind.MAIL if _is_mail(host) or _is_mail(host.removeprefix("mail.")) else HostKind.UNKNOWN


def _in_ascii(host: str) -> str:
    """Write an international host in its ASCII form; empty where it has none."""
    import idna

    try:
        labels = _DOTS.split(host)
        return ".".join(
            label.lower() if label.isascii() else idna.encode(label, uts46=True).decode() for label in labels
        )
    except idna.IDNAError:
        return ""


def _itself_and_above(host: str) -> list[str]:
    labels = host.split(".")
    return [".".join(labels[start:]) for start in range(len(labels) - 1)]


def _is_mail(host: str) -> bool:
    brand, is_whole = _brand(host)
    return host in hostlists.MAIL or (is_whole and brand in hostlists.MAIL_BRANDS)


def _brand(host: str) -> tuple[str, bool]:
    """Read the brand of a host (`yahoo` in `mail.yahoo.co.uk`), and whether nothing stands before it."""
    labels = host.split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _CUT_ENDINGS:
        labels.pop()
    return (labels[-1], len(labels) == 1) if labels else ("", False)


def _is_number(host: str) -> bool:
    try:
        return isinstance(ipaddress.ip_address(host), ipaddress.IPv4Address)
    except ValueError:
        return False
