"""What a server holds: statuses, files, accounts, lists."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class FakeStatus:
    """One post. `text` is the source as the server stored it; `mentions` are the people that it pings."""

    id: str
    account: str
    text: str
    created_at: datetime
    url: str = ""
    in_reply_to_id: str | None = None
    media_ids: tuple[str, ...] = ()
    visibility: str = "public"
    language: str | None = None
    sensitive: bool = False
    spoiler_text: str = ""
    quoted_status_id: str | None = None
    reblog_of: str | None = None
    quote_policy: str = "public"
    poll: tuple[str, ...] = ()
    key: str = ""
    mentions: tuple[str, ...] = ()
    mentions_author: bool = False
    in_reply_to_account: str | None = None
    arrived_at: datetime = LONG_AGO
    listed_from: datetime = LONG_AGO
    edited_at: datetime | None = None
    application: str = "Web"


@dataclass(slots=True)
class FakeMedia:
    """One file; its bytes are counted and forgotten."""

    id: str
    size: int
    mime: str
    kind: str
    description: str
    created_at: datetime
    is_described: bool = False  # "" may have been said as well
    has_cover: bool = False
    owner: str = "me"
    polls_left: int = 0
    broken: bool = False
    given_up_at: datetime | None = None  # when the server stops working on a broken one
    waits: bool = False  # nobody works on files, see World.paused
    attached_to: str | None = None
    focus: str = ""


@dataclass(slots=True)
class FakeAccount:
    """Someone; `username` is "bob" here and "carol@remote.example" elsewhere."""

    id: str
    username: str
    followers: int = 0
    locked: bool = False
    moved_to: str | None = None
    followed: bool = False
    requested: bool = False
    blocked: bool = False
    muted: bool = False
    met: bool = True  # whether the server knows of them without asking around
    accepts_after: float | None = 0.0  # seconds until their server says yes; None: never
    declines: bool = False  # that answer is a no
    refuses: bool = False  # the server itself says no
    answers_at: datetime | None = None
    shows_after: float = 0.0  # seconds until a follow is seen at all (takahe users/models/follow.py)
    shows_at: datetime = LONG_AGO
    times_followed: int = 0
    standing: str = ""  # what a moderator or the sign-up did: "frozen", "silenced", … (see `Standing`)
    language: str | None = None  # of the account, where it has chosen one
    wishes: dict[str, object] = field(default_factory=dict)


@dataclass(slots=True)
class FakeList:
    """A list of mine, with the ids of those on it."""

    id: str
    title: str
    ids: list[str] = field(default_factory=list)
    replies_policy: str = "list"
    exclusive: bool = False
    owner: str = "me"
