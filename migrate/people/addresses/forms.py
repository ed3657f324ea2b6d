"""The one reader of an address that stands alone: a handle, `acct:`, what looks like mail, or a web address.

Texts, cells, and the tables and answers of others are all read by it. Whether a doubtful
address counts (Form.DOUBTFUL) is the caller's decision: not in prose, but in a list of people.
"""

import re

from migrate.people.addresses import hostlists
from migrate.people.addresses.candidate import Candidate, Form, Why
from migrate.people.addresses.grammar import NAME
from migrate.people.addresses.hosts import HostKind, canonical_host, host_kind
from migrate.people.addresses.links import carried_by, read_profile_link, split_link

_LONGEST_NAME = 200
_LONGEST_CARRIED = 500
"""A link may carry a link that carries a link, and so on: shorter ones end soon."""

_SCHEME = re.compile(r"(?:(?P<account>(?:web\+)?acct)|(?P<mail>mailto)|web\+ap):(?://)?", re.IGNORECASE)
_ACCOUNT = re.compile(rf"(?P<mark>@*)(?P<name>{NAME})@(?P<host>[^@\s]+)")
_NAME_ALONE = re.compile(rf"@{NAME}")

_WHY = {HostKind.TWITTER: Why.TWITTER, HostKind.MAIL: Why.MAIL, HostKind.ELSEWHERE: Why.ELSEWHERE}


def read_address(word: str) -> Candidate | Why:
    """Read the address that one word is, or why it is none.

    `user@host` could as well be mail: it is doubtful unless its host is known. Behind `@user@host/`
    may stand anything, as people copy it, and it names nobody else.
    """
    scheme = _SCHEME.match(word)
    rest = word[scheme.end() :] if scheme else word
    start, slash, path = rest.partition("/")
    account = _ACCOUNT.fullmatch(start)
    if slash and not account:
        return _read_link(rest)
    if not account or (path and not account["mark"]):
        return Why.NO_SERVER if _NAME_ALONE.fullmatch(rest) else Why.NO_ADDRESS
    if account["mark"] or (scheme and scheme["account"]):
        return _judge(account["name"], account["host"], Form.STRONG)
    found = _judge(account["name"], account["host"], Form.MEDIUM)
    return _as_mail_like(found, is_mail=bool(scheme and scheme["mail"]))


def from_address(address: str) -> Candidate | None:
    """Read `user@host`, which is said to be an account; None where that can't be one."""
    found = Why.NO_ADDRESS if "/" in address else read_address(f"@{address}")
    return found if isinstance(found, Candidate) else None


def full_address(acct: str, home: str) -> str:
    """Write what the server `home` calls an account as an address, also where it leaves out the host."""
    name, _, host = acct.lower().partition("@")
    return f"{name}@{canonical_host(host) or host or home.lower()}"


def _as_mail_like(found: Candidate | Why, *, is_mail: bool) -> Candidate | Why:
    """Decide between an account and mail. Spreadsheets write `mailto:` before both, so the host decides."""
    if isinstance(found, Why):
        return Why.MAIL if found is Why.ELSEWHERE else found
    if found.host is not HostKind.UNKNOWN:
        return found
    return Why.MAIL if is_mail else Candidate(found.address, Form.DOUBTFUL, found.host)


def _read_link(link: str) -> Candidate | Why:
    parts = split_link(link)
    if parts is None:
        return Why.NO_ADDRESS
    if (carried := carried_by(parts)) and len(carried) <= _LONGEST_CARRIED:
        return read_address(carried)
    if shown := read_profile_link(parts):
        found = _judge(*shown)
    else:
        found = _WHY.get(host_kind((parts.hostname or "").rstrip(".")), Why.NO_ADDRESS)
    return Why.ELSEWHERE if found is Why.MAIL else found


def _judge(name: str, host: str, form: Form) -> Candidate | Why:
    canonical = canonical_host(host)
    if canonical is None or len(name) > _LONGEST_NAME:
        return Why.NO_ADDRESS
    kind = host_kind(canonical)
    if not kind.is_fediverse:
        return _WHY[kind]
    if kind in {HostKind.OPT_IN, HostKind.KNOWN}:
        canonical = canonical.removeprefix("www.")
        canonical = hostlists.SAME.get(canonical, canonical)
    if name.lower() == canonical:  # a website that is bridged: https://fed.brid.gy/docs
        kind = HostKind.KNOWN
    return Candidate(f"{name.lower()}@{canonical}", Form.WEAK if kind is HostKind.CLOSED else form, kind)
