"""The values about people on Twitter: who they are, and what they say about themselves.

A Twitter id is a string of digits, empty where only the handle is known.
"""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class Relation(StrEnum):
    """The relation of a contact to the owner of the archive."""

    FOLLOWING = "following"
    FOLLOWER = "follower"
    BLOCKED = "blocked"
    MUTED = "muted"
    LIST_OWNER = "list owner"
    REPLIED_TO = "replied to"
    MENTIONED = "mentioned"


class SeenHandle(Struct, frozen=True, gc=False):
    """A handle that an account had, and when the archive or a source saw it last."""

    name: str
    last_seen: datetime | None = None


class Contact(Struct, frozen=True):
    """A person on Twitter. `handles` has the newest first; `times` counts the tweets that name the person."""

    x_id: str
    handles: tuple[SeenHandle, ...] = ()
    name: str = ""
    relations: frozenset[Relation] = frozenset()
    times: int = 0

    @property
    def handle(self) -> str:
        """The newest handle, empty where none is known."""
        return self.handles[0].name if self.handles else ""

    @property
    def key(self) -> str:
        """The contact's key, the same in every run."""
        return self.x_id or f"@{self.handle.casefold()}"


class XProfile(Struct, frozen=True):
    """An account on Twitter in its own words: bio, links, place, pinned tweet. `at` is their date."""

    x_id: str = ""
    handle: str = ""
    name: str = ""
    texts: tuple[str, ...] = ()
    at: datetime | None = None
    relations: frozenset[Relation] = frozenset()
