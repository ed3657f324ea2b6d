"""The values about people: who somebody is on Twitter, where they may be on the fediverse, how sure that is.

An address is written `user@host`, in lower case, with an international domain in its
ASCII form. A Twitter id is a string of digits, empty where only the handle is known.
"""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from migrate.people.decisions import Decision


class Relation(StrEnum):
    """What a contact is to the owner of the archive."""

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
    """A person on Twitter. `handles` has the newest first; `times` counts the tweets that name them."""

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
        """What makes a contact the same one in every run."""
        return self.x_id or f"@{self.handle.casefold()}"


class XProfile(Struct, frozen=True):
    """What an account on Twitter says about itself: bio, links, place, pinned tweet. `at` is when it did."""

    x_id: str = ""
    handle: str = ""
    name: str = ""
    texts: tuple[str, ...] = ()
    at: datetime | None = None
    relations: frozenset[Relation] = frozenset()


class Form(StrEnum):
    """How plainly a text says that something is an address on the fediverse."""

    STRONG = "strong"
    MEDIUM = "medium"
    WEAK = "weak"


class HostKind(StrEnum):
    """What is known of a host from its name alone."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    OPT_IN = "opt-in"
    MIRROR = "mirror"
    CLOSED = "closed"


class Candidate(Struct, frozen=True, gc=False):
    """An address that a text names, or seems to."""

    address: str
    form: Form
    host: HostKind


class Source(StrEnum):
    """Who says that a contact has an address."""

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
    """One reason to believe it: which text, of which date, at which address."""

    source: Source
    text: str = ""
    date: datetime | None = None
    url: str = ""
    form: Form = Form.STRONG
    stale: bool = False
    """The text was found by a handle that the contact had long ago, and that may be somebody else's now."""


class Claim(Struct, frozen=True):
    """That the contact with this key has this address, because of this."""

    key: str
    candidate: Candidate
    evidence: Evidence


class Lead(Struct, frozen=True):
    """An address in a text that says of nobody in particular that it is theirs."""

    candidate: Candidate
    evidence: Evidence


class Outcome(StrEnum):
    """What asking about an address came to."""

    FOUND = "found"
    NOT_FOUND = "not found"
    GONE = "gone"
    NO_ANSWER = "no answer"
    NO_FEDERATION = "no federation"
    FORBIDDEN_PLACE = "forbidden place"
    MOVED_TOO_OFTEN = "moved too often"


class Checked(Struct, frozen=True):
    """What the fediverse says about an address. `address` is the canonical one, after every move.

    `links` are the addresses that the profile links to, `fields` its labelled lines;
    `passed` the addresses that moved on to this one.
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


class Tier(StrEnum):
    """How sure a match is; a person decides about C and D, and nobody follows R."""

    CONFIRMED = "A"
    STATED = "B"
    CLAIMED = "C"
    SIMILAR = "D"
    REJECTED = "R"


class Reason(StrEnum):
    """Why a match is rejected, or can't be more than claimed."""

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


class Match(Struct, frozen=True):
    """A contact and an address, with everything that speaks for it."""

    contact: Contact
    address: str
    tier: Tier
    evidence: tuple[Evidence, ...]
    reason: Reason = Reason.NONE
    checked: Checked | None = None
    state: Decision = Decision.OPEN
