"""Addresses that are spelled out, as `ann (at) far dot example`."""

import regex
from msgspec import structs

from migrate.people.addresses.candidate import Candidate, Form
from migrate.people.addresses.disguises import DOT
from migrate.people.addresses.forms import read_address
from migrate.people.addresses.grammar import LATIN, NAME
from migrate.people.addresses.hints import is_announced, is_mail, is_no_name, is_of_another_network
from migrate.people.addresses.hosts import HostKind
from migrate.people.addresses.lexicon import WORDS, any_word

_AT = any_word(WORDS["at"])
_LEAD = rf"(?:(?P<lead>@\s?|(?<!\w)(?:{_AT})\s+)|(?<![{LATIN}0-9_@./+%=-]))"
_SIGN = rf"\s?[\[({{<|]\s?(?:{_AT}|@|à|a)\s?[\])}}>|]\s?|\s?[-_*~]+(?:at|ät)[-_*~]+\s?"
_SPOKEN_DOT = rf"(?:\.|\s+(?:{DOT})\s+)"
_LABEL = r"[^\W_][\w-]*"
_LAST = r"(?:xn--[a-z0-9-]+|[a-z]{2,}(?![a-z]))"
_HOST = rf"(?>{_LABEL}(?:{_SPOKEN_DOT}{_LABEL})*?{_SPOKEN_DOT}{_LAST}(?!{_SPOKEN_DOT}[a-z]))"

SPELLED = regex.compile(
    rf"{_LEAD}(?P<name>(?!-){NAME})(?P<at>{_SIGN}|(?P<word>\s+(?:{_AT}|@)\s+)|@)@?(?P<host>{_HOST})"
    r"(?![A-Za-z0-9]|[@_-]\w)",
    regex.IGNORECASE,
)
_EXACT = frozenset({"at", "@"})
"""What stands between a name and a host, and as well between any other two words."""


def read_spelled(match: "regex.Match[str]", text: str) -> Candidate | None:
    """Read the address, where the words around it say that it is no mail and no place of work."""
    host = regex.sub(_SPOKEN_DOT, ".", match["host"], flags=regex.IGNORECASE)
    found = read_address(f"@{match['name']}@{host}")
    if not isinstance(found, Candidate) or not _is_spelled(match):
        return None
    if is_of_another_network(text, match.start()) or is_mail(text, match.start()):
        return None
    is_known = found.host is not HostKind.UNKNOWN or is_announced(text, match.start(), match.end())
    return structs.replace(found, form=Form.MEDIUM) if is_known or _is_doubly_marked(match) else None


def _is_spelled(match: "regex.Match[str]") -> bool:
    """Tell an address from what only looks like one: mail, and "engineer at far.example"."""
    if match["at"] == "@":
        return "." not in match["host"]
    is_bare = not match["lead"] and (match["word"] or "").strip().lower() in _EXACT
    return not (is_bare and (match["name"][0].isupper() or is_no_name(match["name"])))


def _is_doubly_marked(match: "regex.Match[str]") -> bool:
    """Tell whether both of the signs are there: "at ann at far.example", "@ann (at) far.example"."""
    lead = (match["lead"] or "").strip()
    return bool(lead) and (not match["word"] or lead != "@")
