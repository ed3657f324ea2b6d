"""The answer of an address's own server."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class Outcome(StrEnum):
    """The outcome of asking about an address."""

    FOUND = "found"
    NOT_FOUND = "not found"
    GONE = "gone"
    NO_ANSWER = "no answer"
    NO_FEDERATION = "no federation"
    FORBIDDEN_PLACE = "forbidden place"
    MOVED_TOO_OFTEN = "moved too often"


class Checked(Struct, frozen=True):
    """The answer about an address. `address` is the canonical one, after every move.

    `links` are the addresses that the profile links to, `fields` its labelled lines;
    `passed` the addresses that moved on to this one. Of a `hidden` profile nothing was seen: its server
    shows nothing to strangers, and that it links to nobody is not known.
    """

    asked: str
    outcome: Outcome
    at: datetime
    address: str = ""
    url: str = ""
    name: str = ""
    summary: str = ""
    links: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    software: str = ""
    automated: bool = False
    memorial: bool = False
    suspended: bool = False
    locked: bool = False
    last_active: str = ""
    passed: tuple[str, ...] = ()
    hidden: bool = False
