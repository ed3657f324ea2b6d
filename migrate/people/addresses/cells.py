"""The addresses that a cell names, or why it names none.

A cell of a list of people is an address unless it is proven to be none: what would be
doubtful in prose is taken. A word counts whole or not at all, and nothing is taken off a name.
"""

import re

from migrate.people.addresses.candidate import Candidate, Why
from migrate.people.addresses.forms import read_address
from migrate.people.addresses.grammar import CUT, unstyled

_LONGEST_CELL = 4000
_BETWEEN = r"\s,;|<>\"'“”‘’«»()\[\]{}"
_WORD = re.compile(rf"[^{_BETWEEN}{CUT}]+(?P<cut>{CUT})?")
_AROUND = ".:!?*"
_LEADING = re.compile(rf"[{_AROUND}]*(?:[{_AROUND}_-]+(?=@[^@]+@|https?:|acct:|web\+))?", re.IGNORECASE)
"""Dashes and underscores before a name may belong to it, unless an @ or a scheme comes between. And
`_@host` is the account `_`."""


def listed_addresses(cell: str) -> list[str]:
    """Read every address that a cell names, in order, each once."""
    found = map(read_address, _words(cell))
    return list(dict.fromkeys(one.address for one in found if isinstance(one, Candidate)))


def why_none(cell: str) -> Why:
    """Tell what is wrong with a cell that names no address."""
    reasons = [why for word in _words(cell) if isinstance(why := read_address(word), Why)]
    return next((why for why in reasons if why is not Why.NO_ADDRESS), Why.NO_ADDRESS)


def _words(cell: str) -> list[str]:
    """Split a cell into words, without the signs around them, and leave out those that were cut off."""
    clean = unstyled(cell[:_LONGEST_CELL] + "…" if len(cell) > _LONGEST_CELL else cell)
    return [_trimmed(match[0]) for match in _WORD.finditer(clean) if not match["cut"]]


def _trimmed(word: str) -> str:
    word = _LEADING.sub("", word, count=1).rstrip(_AROUND)
    ends_in_a_host = "/" not in word and "@" in word[1:]
    return word.rstrip("._-") if ends_in_a_host else word
