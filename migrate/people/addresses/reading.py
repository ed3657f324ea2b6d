"""A text in which addresses were found, and the place of each in it."""

from msgspec import Struct

from migrate.people.addresses.candidate import Candidate


class Named(Struct, frozen=True):
    """An address, and where it stands in the text as it was read."""

    candidate: Candidate
    start: int
    end: int


class Reading(Struct, frozen=True):
    """A text as it was read, with plain letters, and the addresses in it from its beginning to its end."""

    text: str = ""
    named: tuple[Named, ...] = ()
