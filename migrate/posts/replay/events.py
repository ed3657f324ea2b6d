"""What happens during a replay, told as values."""

from typing import TypeVar

from msgspec import Struct

from migrate.mastodon.waiting import Process, Waiting
from migrate.model import StepKey

T = TypeVar("T")


class Begun(Struct, frozen=True, tag="begun", tag_field="event"):
    """The run begins: the number of steps, and how many of them earlier runs have settled."""

    steps: int
    already: int


class Posted(Struct, frozen=True, tag="posted", tag_field="event"):
    """The server has this step, and the ledger knows it."""

    key: StepKey
    url: str | None


class TakenIn(Struct, frozen=True, tag="taken_in", tag_field="event"):
    """A post of this step was found on the account, and the ledger knows it from now on."""

    key: StepKey
    url: str | None


class Missing(Struct, frozen=True, tag="missing", tag_field="event"):
    """The ledger has this step as posted, and the server has the post no longer."""

    key: StepKey
    url: str | None


class Refused(Struct, frozen=True, tag="refused", tag_field="event"):
    """The server will not take this step; the run goes on."""

    key: StepKey
    reason: str


class Uploaded(Struct, frozen=True, tag="uploaded", tag_field="event"):
    """A file is on the server, waiting for its post."""

    key: StepKey
    media_id: str


class MediaRefused(Struct, frozen=True, tag="media_refused", tag_field="event"):
    """The server will not take this file; its post goes without it."""

    key: StepKey
    media_id: str
    reason: str


class Detached(Struct, frozen=True, tag="detached", tag_field="event"):
    """The post that this one replies to is not on the server.

    It is `below` an earlier post of the thread that is there, or else on its own.
    """

    key: StepKey
    below: bool = False


class Unquoted(Struct, frozen=True, tag="unquoted", tag_field="event"):
    """The server won't have quoted what this step quotes; the post links to it instead."""

    key: StepKey


class VisibilityChanged(Struct, frozen=True, tag="visibility_changed", tag_field="event"):
    """The server lets others see this step's post than was asked."""

    key: StepKey
    url: str
    asked: str
    given: str


class Unmarked(Struct, frozen=True, tag="unmarked", tag_field="event"):
    """The server doesn't hide this step's pictures and videos, as was asked."""

    key: StepKey
    url: str


class Vanished(Struct, frozen=True, tag="vanished", tag_field="event"):
    """The server took this step and did not keep it."""

    key: StepKey
    reason: str


class TakenBack(Struct, frozen=True, tag="taken_back", tag_field="event"):
    """This step's post is no longer on the server."""

    key: StepKey


class Unmoved(Struct, frozen=True, tag="unmoved", tag_field="event"):
    """The server would not delete this step's post."""

    key: StepKey
    reason: str


class Fixed(Struct, frozen=True, tag="fixed", tag_field="event"):
    """This step's post now says what it would say if it were posted today."""

    key: StepKey
    url: str


class Gone(Struct, frozen=True, tag="gone", tag_field="event"):
    """The post to edit is no longer on the server: it was deleted by hand."""

    key: StepKey
    url: str


class Altered(Struct, frozen=True, tag="altered", tag_field="event"):
    """The post to edit is not as it was sent: its author has changed it, and it stays so."""

    key: StepKey
    url: str


class Unfixed(Struct, frozen=True, tag="unfixed", tag_field="event"):
    """The server would not edit this step's post."""

    key: StepKey
    reason: str


Event = (
    Begun
    | Posted
    | TakenIn
    | Missing
    | Refused
    | Uploaded
    | MediaRefused
    | Detached
    | Unquoted
    | VisibilityChanged
    | Unmarked
    | Vanished
    | TakenBack
    | Unmoved
    | Fixed
    | Gone
    | Altered
    | Unfixed
    | Waiting
)
Doing = Process[Event, T]
"""Something that tells what happens while it is done, and ends in a T."""
