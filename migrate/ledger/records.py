"""The rows of the ledger as values."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from msgspec import Struct

from migrate.model.toots import StepKey

Statement = tuple[str, Sequence[object]]
SpentRow = tuple[float, int, float]
"""A budget's books: the window's first second, the requests in it, and a ban until when."""

LedgerRow = dict[str, Any]
Key = tuple[Any, ...]


class LedgerTable(NamedTuple):
    """The columns that tell the rows of a table apart, and its rows by these."""

    key: tuple[str, ...]
    rows: dict[Key, LedgerRow]


class StepState(StrEnum):
    """The state of a step.

    BEGUN: sent, and not known whether the server acted. OPEN: the server definitely
    did not act; to be sent again. DONE and REFUSED are final.
    """

    BEGUN = "begun"
    OPEN = "open"
    DONE = "done"
    REFUSED = "refused"


class Record(Struct, frozen=True):
    """A step as the ledger knows it. `body` is what was sent; times are by the server's clock."""

    key: StepKey
    state: StepState
    attempt: int
    idempotency_key: str
    body: dict[str, object]
    first_sent: float
    last_sent: float
    remote_id: str | None = None
    url: str | None = None
    reason: str | None = None
    refused_under: str | None = None
    """The mark of the conditions under which it was refused; None where that isn't known."""

    @property
    def was_taken_back(self) -> bool:
        """Whether its post was undone, and it was not sent again since."""
        return self.first_sent == 0


class Upload(Struct, frozen=True):
    """A file that the server has (`remote_id`), or would not take (`reason`)."""

    remote_id: str | None
    uploaded_at: float
    reason: str | None = None
    refused_under: str | None = None


class LostFile(Struct, frozen=True):
    """A file that the server would not take, of a tweet that it has."""

    tweet_id: int
    media_id: str
    reason: str


def unknown_file(key: StepKey, number: int) -> str:
    """Make an id for a file that a post lacks where it isn't known which one of the step's that is."""
    return f"?{key.part}.{number}"


def is_unknown_file(media_id: str) -> bool:
    """Tell whether an id stands for one of a post's files, and not for a certain one."""
    return media_id.startswith("?")
