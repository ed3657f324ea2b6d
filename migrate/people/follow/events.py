"""What happens to people, told as values."""

from typing import TypeVar

from msgspec import Struct

from migrate.ledger import Known
from migrate.mastodon import Process, Waiting

T = TypeVar("T")


class Begun(Struct, frozen=True, tag="begun", tag_field="event"):
    """The run begins: so many people, so many of them settled in earlier runs."""

    people: int
    already: int


class Seen(Struct, frozen=True, tag="seen", tag_field="event"):
    """One more person was looked up."""

    address: str


class Became(Struct, frozen=True, tag="became", tag_field="event"):
    """How a person stands now; the ledger knows it."""

    person: Known


class Listed(Struct, frozen=True, tag="listed", tag_field="event"):
    """So many people are on a list now who were not."""

    title: str
    people: int


class NotListed(Struct, frozen=True, tag="not_listed", tag_field="event"):
    """The server would not put somebody on a list, or not make the list."""

    title: str
    account_id: str
    reason: str


Event = Begun | Seen | Became | Listed | NotListed | Waiting
Doing = Process[Event, T]
"""Something that tells what happens while it is done, and ends in a T."""
