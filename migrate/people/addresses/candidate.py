"""The result of reading an address: the address and how plainly it is one, or why there is none.

An address is written `user@host`, in lower case, with an international domain in its
ASCII form.
"""

from enum import StrEnum

from msgspec import Struct

from migrate.people.addresses.hosts import HostKind


class Form(StrEnum):
    """The plainness with which a text gives an address on the fediverse.

    DOUBTFUL is what could as well be a mail address or any other page. It counts only where
    addresses are expected, as in a list of people, and never in prose.
    """

    STRONG = "strong"
    MEDIUM = "medium"
    WEAK = "weak"
    DOUBTFUL = "doubtful"


class Candidate(Struct, frozen=True, gc=False):
    """An address that a text names, or seems to."""

    address: str
    form: Form
    host: HostKind


class Why(StrEnum):
    """The reason why a row has no address; each has its sentence in `cli/follow/words.py`."""

    EMPTY = "empty"
    NO_ADDRESS = "no_address"
    TWITTER = "twitter"
    NO_SERVER = "no_server"
    ELSEWHERE = "elsewhere"
    MAIL = "mail"
