"""The value that reading an address gives.

An address is written `user@host`, in lower case, with an international domain in its
ASCII form.
"""

from enum import StrEnum

from msgspec import Struct

from migrate.people.addresses.hosts import HostKind


class Form(StrEnum):
    """How plainly a text says that something is an address on the fediverse."""

    STRONG = "strong"
    MEDIUM = "medium"
    WEAK = "weak"


class Candidate(Struct, frozen=True, gc=False):
    """An address that a text names, or seems to."""

    address: str
    form: Form
    host: HostKind
