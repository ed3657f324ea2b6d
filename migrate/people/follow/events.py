"""The events of a run over people, as values."""

from typing import TypeVar

from msgspec import Struct

from migrate.ledger import PersonRecord
from migrate.mastodon.waiting import Process, Waiting

T = TypeVar("T")


class FollowBegun(Struct, frozen=True, tag="begun", tag_field="event"):
    """The run begins: the number of people, and how many of them earlier runs have settled."""

    people: int
    already: int


class LookedUp(Struct, frozen=True, tag="seen", tag_field="event"):
    """One more person was looked up."""

    address: str


class Became(Struct, frozen=True, tag="became", tag_field="event"):
    """The state of a person has changed; the ledger has it."""

    person: PersonRecord


class Listed(Struct, frozen=True, tag="listed", tag_field="event"):
    """People were put on a list."""

    title: str
    people: int


class NotListed(Struct, frozen=True, tag="not_listed", tag_field="event"):
    """The server would not put these people on a list, or not make the list, for a reason in its words.

    `waits` says that they were asked, and can be put there when they have said yes.
    """

    title: str
    addresses: tuple[str, ...]
    reason: str = ""
    waits: bool = False


FollowEvent = FollowBegun | LookedUp | Became | Listed | NotListed | Waiting
Doing = Process[FollowEvent, T]
"""A generator that yields events while something is done, and returns a T."""
