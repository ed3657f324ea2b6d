"""The evidence for an address: its source, its text, and the contact."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from migrate.people.addresses.candidate import Candidate, Form
from migrate.people.evidence.whose import Whose


class Source(StrEnum):
    """The source of the evidence that a contact has an address."""

    PROFILE = "profile"
    RETWEET = "retweet"
    FINDER = "finder"
    WIKIDATA_ID = "wikidata id"
    WIKIDATA_HANDLE = "wikidata handle"
    OWN_TWEET = "own tweet"
    LIKE = "liked tweet"
    SAME_HANDLE = "same handle"
    SAME_NAME = "same name"


class Evidence(Struct, frozen=True):
    """One reason to believe a claim: which text, of which date, at which address."""

    source: Source
    text: str = ""
    date: datetime | None = None
    url: str = ""
    form: Form = Form.STRONG
    stale: bool = False
    """The text was found by a handle that the contact had long ago, and that may be another person's now."""
    whose: Whose = Whose.UNSAID
    """Whose the text says the address is."""


class Claim(Struct, frozen=True):
    """A claim that the contact with this key has this address."""

    key: str
    candidate: Candidate
    evidence: Evidence


class Lead(Struct, frozen=True):
    """An address in a text that doesn't say whose it is, by whose handle and to whose it was written."""

    candidate: Candidate
    evidence: Evidence
    by: str = ""
    to: str = ""
