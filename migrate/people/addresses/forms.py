"""The ways in which one address on the fediverse is written, each judged by its own rule."""

import re
from urllib.parse import parse_qs, unquote, urlsplit

from migrate.people.addresses.candidate import Candidate, Form
from migrate.people.addresses.hosts import HostKind, canonical_host, host_kind

USER = r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?"
HOST = r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+(?:xn--[A-Za-z0-9-]*[A-Za-z0-9]|[^\W\d_]{2,})"

_ACCT = re.compile(rf"(?:web\+)?acct:@?(?P<user>{USER})@(?P<host>{HOST})", re.ASCII | re.IGNORECASE)
_SEEN_FROM_HOME = re.compile(rf"/(?:web/|deck/)?@(?P<user>{USER})@(?P<host>{HOST})(?:/.*)?")
_PROFILE = re.compile(
    rf"/(?:web/|deck/)?@(?P<user>{USER})"
    r"(?:/(?:\d+|with_replies|media|featured|following|followers|statuses/\w+|tagged/[^/]+)?)?/?"
)
_ACTOR = re.compile(rf"/users/(?P<user>{USER})(?:/.*)?")
_OTHER_SOFTWARE = re.compile(
    rf"/(?:@|u|profile|a|accounts|c|video-channels|channel|author|user)/(?P<user>{USER})/?"
)
_NAME_ALONE = re.compile(rf"/(?P<user>{USER})/?")
_PAGES = re.compile(
    r"about|admin|api|auth|deck|explore|home|invite|local|login|oauth|privacy(?:-policy)?|public|rules|search"
    r"|settings|share|signup|tags|terms|web",
    re.IGNORECASE,
)
"""First parts of addresses on fediverse servers that are nobody's name."""

_ROLES = re.compile(
    r"admin|bookings?|business|contact|editor|git|hello|help|hi|info|jobs|mail|media|news|newsletter|no-?reply"
    r"|office|podcast|postmaster|press|pr|sales|studio|submissions|support|team|tips|webmaster",
    re.IGNORECASE,
)
"""What stands before the @ where a firm has its mail."""


def from_handle(user: str, host: str, form: Form) -> Candidate | None:
    """`@user@host`; None where nobody can have such an address."""
    known = canonical_host(host)
    kind = host_kind(known) if known else None
    if known is None or kind is None:
        return None
    if kind is HostKind.OPT_IN:
        known = known.removeprefix("www.")
    if user.lower() == known:  # a website that is bridged: https://fed.brid.gy/docs
        kind = HostKind.KNOWN
    if kind is HostKind.CLOSED:
        form = Form.WEAK
    return Candidate(f"{user.lower()}@{known}", form, kind)


def from_address(address: str) -> Candidate | None:
    """`user@host` of which it is said that it is an account; None where nobody can have it."""
    user, _, host = address.partition("@")
    return from_handle(user, host, Form.STRONG) if user and host else None


def from_mail_like(user: str, host: str, *, announced: bool) -> Candidate | None:
    """`user@host`, which is a mail address unless its host, or the words before it, say otherwise."""
    if _ROLES.fullmatch(user):
        return None
    found = from_handle(user, host, Form.MEDIUM)
    if found is None or not (announced or found.host is not HostKind.UNKNOWN):
        return None
    return found


def from_acct(text: str) -> Candidate | None:
    """`acct:user@host`, also with `web+` before it."""
    found = _ACCT.fullmatch(text)
    return from_handle(found["user"], found["host"], Form.STRONG) if found else None


def from_url(url: str) -> Candidate | None:
    """The address behind a web address, which may lack its scheme."""
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        host = canonical_host(parts.hostname or "")
        has_port = parts.port is not None
    except ValueError:
        return None
    if host is None or has_port:
        return None
    if "authorize_interaction" in parts.path:
        asked = parse_qs(parts.query).get("uri", [""])[0]
        return from_acct(asked) or (from_url(asked) if "://" in asked and asked != url else None)
    path = unquote(parts.path)
    if found := _SEEN_FROM_HOME.fullmatch(path):
        return from_handle(found["user"], found["host"], Form.STRONG)
    return _from_path(path, host)


def _from_path(path: str, host: str) -> Candidate | None:
    if found := _PROFILE.fullmatch(path):
        return from_handle(found["user"], host, Form.STRONG)
    known = host_kind(host) in {HostKind.KNOWN, HostKind.MIRROR, HostKind.CLOSED}
    if found := _ACTOR.fullmatch(path):
        return from_handle(found["user"], host, Form.STRONG if known else Form.WEAK)
    found = _OTHER_SOFTWARE.fullmatch(path) or _NAME_ALONE.fullmatch(path)
    if found and known and not _PAGES.fullmatch(found["user"]):
        return from_handle(found["user"], host, Form.WEAK)
    return None
