"""Waiting as an event, and a process that tells its events while it goes on."""

from collections.abc import Generator
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct, field

from migrate.mastodon.pace import Quota

E = TypeVar("E")
T = TypeVar("T")


class WaitReason(StrEnum):
    """The reason why nothing is sent for a while."""

    LIMIT = "limit"
    NETWORK = "network"
    SERVER = "server"
    SETTLING = "settling"
    MEDIA = "media"


class Waiting(Struct, frozen=True, tag="waiting", tag_field="event"):
    """Nothing is sent until then (seconds since the epoch, by our clock); `quota` names a spent budget."""

    until: float
    reason: WaitReason
    quota: Quota | None = field(default=None, name="family")


Process = Generator[E, None, T]
"""A generator that yields events while something is done, and returns a T."""
