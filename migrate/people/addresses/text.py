"""The addresses on the fediverse that a text names.

A text is prose: something in it is an address only where it is plainly written as one, or
where the words around it say so. What is taken out first is not looked at again: web addresses,
then `@user@host`, then what is spelled out, then what looks like mail, then names and hosts that
stand apart. A handle that the text's end cut off is no handle: what stands before `…` is left
out, since Twitter cuts retweets there.
"""

from collections.abc import Callable, Iterator

import regex
from msgspec import structs

from migrate.people.addresses.apart import named_apart
from migrate.people.addresses.candidate import Candidate, Form, Why
from migrate.people.addresses.disguises import plainly
from migrate.people.addresses.forms import read_address
from migrate.people.addresses.grammar import CUT, HOST_ALONE, HOST_IN_TEXT, LATIN, NAME
from migrate.people.addresses.hints import (
    is_announced,
    is_mail,
    is_of_another_network,
    is_said_of_another_network,
    is_worth_reading,
)
from migrate.people.addresses.hosts import HostKind
from migrate.people.addresses.reading import Named, Reading
from migrate.people.addresses.spelled import SPELLED, read_spelled

_TRAILING = ".,;:!?)]}'\"»”’*~"
_CUT = rf"(?P<cut>\.?{CUT}(?!\w))?"
_PATH = r"[!#$%&'*+\-./0-9:=?@A-Z\\^_`a-z~]"
_PIECE = rf"@{NAME}@{HOST_IN_TEXT}|(?<=/){HOST_IN_TEXT}(?=/@)|(?!(?<![=/:])https?://){_PATH}"
"""A path is in ASCII, as Twitter's own links are, but for hosts in it."""

_ACCT = regex.compile(
    rf"(?P<whole>(?:web\+)?acct:@?{NAME}@{HOST_IN_TEXT})(?![A-Za-z0-9]|[@_-]\w|:\d){_CUT}", regex.IGNORECASE
)
_URL = regex.compile(
    rf"(?P<whole>(?:https?|web\+ap)://(?:(?!https?://)[^\s<>\"'|/{CUT}])+(?:/(?:{_PIECE})*)){_CUT}",
    regex.IGNORECASE,
)
_URL_ALONE = regex.compile(
    rf"(?<![{LATIN}0-9./_-])(?<![{LATIN}0-9_.-]@)(?<!(?:^|[\s@])@)(?P<whole>{HOST_ALONE}(?::\d+)?/{_PATH}+){_CUT}",
    regex.IGNORECASE,
)
_HANDLE = regex.compile(
    rf"(?P<whole>@{NAME}@{HOST_IN_TEXT})(?::443(?!\d)|(?![A-Za-z0-9]|[_-]\w|:\d)){_CUT}", regex.IGNORECASE
)
_SPACED = regex.compile(
    rf"@\s{{0,2}}(?P<name>{NAME})\s{{0,2}}@\s{{0,2}}(?P<host>{HOST_IN_TEXT})(?![A-Za-z0-9]|[@_-]\w|:\d){_CUT}",
    regex.IGNORECASE,
)
_MAIL_LIKE = regex.compile(
    rf"(?<![{LATIN}0-9_@/.+%=-])(?<!mailto:)(?P<whole>(?!-)(?P<name>{NAME})@{HOST_IN_TEXT})"
    rf"(?![A-Za-z0-9]|[@_-]\w|:\S){_CUT}",
    regex.IGNORECASE,
)
_ROLES = regex.compile(
    r"admin|bookings?|business|contact|editor|git|hello|help|hi|info|jobs|mail|media|news|newsletter|no-?reply"
    r"|office|podcast|postmaster|press|pr|sales|studio|submissions|support|team|tips|webmaster",
    regex.IGNORECASE,
)
"""The names before the @ of a firm's mail addresses."""

_PLAINEST = list(Form)


def addresses_in(text: str) -> tuple[Candidate, ...]:
    """Read every address once, in the order of how plainly it is written."""
    if not is_worth_reading(text):
        return ()
    found: dict[str, Candidate] = {}
    for named in sorted(read_text(text).named, key=lambda one: _PLAINEST.index(one.candidate.form)):
        found.setdefault(named.candidate.address, named.candidate)
    return tuple(found.values())


def read_text(text: str, handle: str = "") -> Reading:
    """Read a text, and every address in it as often as it stands there.

    `handle` is the name on Twitter of the person who wrote it, who may have the same name elsewhere.
    """
    if not is_worth_reading(text):
        return Reading(text)
    plain = plainly(text)
    named = sorted(_all_in(plain, handle), key=lambda one: one.start)
    return Reading(plain, tuple(named))


def _all_in(text: str, handle: str) -> Iterator[Named]:
    rest = text
    for form, read in _READERS:
        for match in list(form.finditer(rest)):
            candidate = read(match, text)
            if candidate:
                yield Named(candidate, *match.span())
            if candidate or form is not SPELLED:
                rest = rest[: match.start()] + "\n" * len(match[0]) + rest[match.end() :]
    yield from named_apart(rest, text, handle)


def _written(match: "regex.Match[str]", _: str) -> Candidate | None:
    """Read what is plainly an address: nothing more has to be said about it."""
    return None if match["cut"] else _sure(read_address(match["whole"].rstrip(_TRAILING)))


def _without_scheme(match: "regex.Match[str]", text: str) -> Candidate | None:
    found = _written(match, text)
    is_plain = found and (found.host is not HostKind.UNKNOWN or "@" in match["whole"])
    return found if is_plain else None


def _spaced(match: "regex.Match[str]", text: str) -> Candidate | None:
    """Read `@ann @far.example`. A name and a host of this name are an account of Bluesky."""
    if match["cut"] or is_of_another_network(text, match.start()):
        return None
    name, host = match["name"], match["host"]
    found = _sure(read_address(f"@{name}@{host}"))
    is_known = found and found.host is not HostKind.UNKNOWN
    return found if is_known or not host.lower().startswith(name.lower()) else None


def _mail_like(match: "regex.Match[str]", text: str) -> Candidate | None:
    """Read `ann@far.example`, which is mail unless its host is known, or the words around announce it."""
    start = match.start()
    is_none = match["cut"] or _ROLES.fullmatch(match["name"]) or is_mail(text, start)
    if is_none or is_of_another_network(text, start) or is_said_of_another_network(text, match.end()):
        return None
    found = read_address(match["whole"])
    if isinstance(found, Candidate) and found.form is Form.DOUBTFUL:
        return structs.replace(found, form=Form.MEDIUM) if is_announced(text, start, match.end()) else None
    return _sure(found)


def _sure(found: Candidate | Why) -> Candidate | None:
    return found if isinstance(found, Candidate) and found.form is not Form.DOUBTFUL else None


_READERS: tuple[tuple["regex.Pattern[str]", Callable[["regex.Match[str]", str], Candidate | None]], ...] = (
    (_ACCT, _written),
    (_URL, _written),
    (_URL_ALONE, _without_scheme),
    (_HANDLE, _written),
    (_SPACED, _spaced),
    (SPELLED, read_spelled),
    (_MAIL_LIKE, _mail_like),
)
