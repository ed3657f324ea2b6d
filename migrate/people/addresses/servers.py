"""The server that the user's word means: its name, its address, a handle there, or a profile."""

import ipaddress

from migrate.errors import UsageError
from migrate.people.addresses.hosts import HostKind, canonical_host, host_kind
from migrate.people.addresses.links import server_of, split_link

_LIKE_THIS = "Type it like this: migrate login mastodon.social"


def read_server(typed: str) -> str:
    """Read the server meant by `mastodon.social`, `mamot.fr/@marie` or `@me@mastodon.social`.

    Plain http is for this machine alone: a token would be readable on its way. Raises UsageError.
    """
    text = typed.strip()
    parts = split_link(text if "/" in text else text.rpartition("@")[2])
    if parts is None or parts.scheme not in {"http", "https"}:
        raise _no_server(typed)
    host, _ = server_of(parts)
    if _is_loopback(parts.hostname or ""):
        return f"{parts.scheme if '://' in text else 'http'}://{host}"
    canonical = canonical_host(host)
    if canonical is None:
        raise _no_server(typed)
    if host_kind(canonical) in {HostKind.MAIL, HostKind.TWITTER}:
        raise UsageError(f"{canonical} is not a server on the fediverse. Name yours. {_LIKE_THIS}")
    if parts.scheme == "http":
        raise UsageError(f"{canonical} can only be used with https, so that nobody can read your login.")
    return f"https://{canonical}"


def _no_server(typed: str) -> UsageError:
    return UsageError(f"{typed!r} is not the address of a server. {_LIKE_THIS}")


def _is_loopback(host: str) -> bool:
    """Tell whether this is the machine itself."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
