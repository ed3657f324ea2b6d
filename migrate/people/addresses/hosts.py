"""What a host is, by its name alone.

Names are compared label by label from the right, never as parts of a text: `t.co` is in
`dampfkraft.com` and `t.me` in `neurodifferent.me`, and both belong to somebody
(github.com/lucahammer/fedifinder/issues/129 and /172).
"""

from collections.abc import Iterator
from enum import StrEnum

from migrate.people.addresses import hostlists

_LONGEST_NAME = 253
_LONGEST_LABEL = 63
_ELSEWHERE = hostlists.NEVER | hostlists.MAIL
_BRANDS = hostlists.NEVER_BRANDS | hostlists.MAIL_BRANDS
_CUT_ENDINGS = frozenset({"ac", "co", "com", "edu", "gov", "ne", "net", "or", "org"})
"""Second labels of countries' endings, as in `co.uk`."""


class HostKind(StrEnum):
    """What is known of a host from its name alone."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    OPT_IN = "opt-in"
    MIRROR = "mirror"
    CLOSED = "closed"


def canonical_host(host: str) -> str | None:
    """The host in lower case and ASCII; None for what can't be a public host's name.

    Python's codec writes ß as ss, which is somebody else's domain: what doesn't come back
    the same is refused.
    """
    lower = host.rstrip(".").lower()
    try:
        written = lower.encode("idna").decode("ascii")
        if not lower.isascii() and written.encode("ascii").decode("idna") != lower:
            return None
    except UnicodeError:
        return None
    labels = written.split(".")
    fit = len(labels) > 1 and len(written) <= _LONGEST_NAME and all(map(_is_label, labels))
    if not fit or labels[-1].isdigit():
        return None
    return written


def host_kind(host: str) -> HostKind | None:
    """What a canonical host is; None for one where nobody has an address on the fediverse."""
    if _is_in(host, hostlists.MIRRORS):
        return HostKind.MIRROR
    if _is_in(host, hostlists.CLOSED):
        return HostKind.CLOSED
    if _is_in(host, hostlists.OPT_IN):
        return HostKind.OPT_IN
    if _is_in(host, _ELSEWHERE) or _brand(host) in _BRANDS:
        return None
    return HostKind.KNOWN if is_known(host) else HostKind.UNKNOWN


def is_known(host: str) -> bool:
    """Whether its name says that it is a fediverse server."""
    return _is_in(host, hostlists.KNOWN) or not hostlists.LABELS.isdisjoint(host.split("."))


def _is_in(host: str, names: frozenset[str]) -> bool:
    return any(name in names for name in _itself_and_above(host))


def _itself_and_above(host: str) -> Iterator[str]:
    labels = host.split(".")
    return (".".join(labels[start:]) for start in range(len(labels) - 1))


def _brand(host: str) -> str:
    """`yahoo` in `mail.yahoo.co.uk`."""
    labels = host.split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _CUT_ENDINGS:
        labels.pop()
    return labels[-1] if labels else ""


def _is_label(label: str) -> bool:
    fit = 0 < len(label) <= _LONGEST_LABEL
    return fit and label[0] != "-" != label[-1] and label.replace("-", "").isalnum()
