"""A contact and an address, how sure it is that they belong together, and what speaks against it."""

from enum import StrEnum

from msgspec import Struct

from migrate.people.contacts import Contact
from migrate.people.decisions import Decision
from migrate.people.evidence.checked import Checked
from migrate.people.evidence.claims import Evidence


class Tier(StrEnum):
    """The certainty of a match. A and B need no word of the user; C, D and R count by a yes alone."""

    CONFIRMED = "A"
    STATED = "B"
    CLAIMED = "C"
    SIMILAR = "D"
    REJECTED = "R"


SURE = frozenset({Tier.CONFIRMED, Tier.STATED})
"""The tiers that need no yes of the user."""


class Doubt(StrEnum):
    """The reason why a match is rejected, or can't be more than claimed."""

    NONE = ""
    MIRROR = "mirror"
    NO_FEDERATION = "no-federation"
    DEAD_HOST = "dead-host"
    NOT_FOUND = "webfinger-404"
    GONE = "gone"
    FORBIDDEN_PLACE = "not-fediverse-host"
    MOVED_TOO_OFTEN = "moved-too-often"
    MEMORIAL = "memorial"
    SELF = "self"
    BOT = "bot"
    UNCHECKED = "unchecked"
    STALE_HANDLE = "stale-handle"
    SHARED = "several-people"
    NOT_SHOWN = "not-shown"
    NAMES_ANOTHER = "names-another"
    FORMER = "former-account"
    DENIED = "denied"


IMPOSSIBLE = frozenset({Doubt.FORBIDDEN_PLACE, Doubt.SELF})
"""The doubts that no yes of the user removes: there is no account, or it is the user's own."""


class Match(Struct, frozen=True):
    """A contact and an address, with everything that speaks for it."""

    contact: Contact
    address: str
    tier: Tier
    evidence: tuple[Evidence, ...]
    doubt: Doubt = Doubt.NONE
    checked: Checked | None = None
    state: Decision = Decision.OPEN
