"""What one server holds: accounts, statuses, files, and the ids that it gives to them."""

import random
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import md5

from tests.fakes.clock import FakeClock
from tests.fakes.dialect import FakeDialect, Ids, Sweep
from tests.fakes.wording import Refusal, refuse

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
_BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_NIGHT = {Sweep.A_DAY_OLD_AT_NIGHT: (4, timedelta(days=1)), Sweep.ALL_AT_MIDNIGHT: (0, timedelta(0))}


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
    key: str = ""
    mentions: tuple[str, ...] = ()
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
    polls_left: int = 0
    broken: bool = False
    attached_to: str | None = None


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
    wishes: dict[str, object] = field(default_factory=dict)


@dataclass(slots=True)
class FakeList:
    """A list of mine, with the ids of those on it."""

    id: str
    title: str
    ids: list[str] = field(default_factory=list)


@dataclass
class World:
    """The state of one server."""

    dialect: FakeDialect
    clock: FakeClock
    address: str
    accounts: dict[str, FakeAccount] = field(default_factory=dict)
    statuses: dict[str, FakeStatus] = field(default_factory=dict)
    boosts: dict[str, FakeStatus] = field(default_factory=dict)  # by the id of what is boosted
    media: dict[str, FakeMedia] = field(default_factory=dict)
    scheduled: list[dict[str, object]] = field(default_factory=list)
    dropped_texts: list[str] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)  # an address, and what its server calls it
    dead_hosts: set[str] = field(default_factory=set)
    lists: dict[str, "FakeList"] = field(default_factory=dict)
    most_follows: int | None = None
    import_takes: float = 0.0  # seconds
    imports: list[tuple[datetime, str, str]] = field(default_factory=list)  # due, deed, address
    rules: list[str] = field(default_factory=lambda: ["Be kind."])
    backdating_allowed: bool = True
    processing_polls: int = 2
    at: datetime | None = None  # when a late request is being carried out: its own time
    _order: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    _unattached: set[str] = field(default_factory=set)
    _arrivals: int = 0
    _swept: datetime | None = None
    _chance: random.Random = field(default_factory=lambda: random.Random(20221116))

    @property
    def host(self) -> str:
        return self.address.partition("://")[2]

    def now(self) -> datetime:
        return self.at or self.clock.now()

    def later(self, seconds: float) -> datetime:
        return self.now() + timedelta(seconds=seconds)

    def no(self, kind: str, **details: object) -> Refusal:
        """This server's own refusal."""
        return refuse(self.dialect.says, kind, **details)

    def add_account(self, username: str, **more: object) -> FakeAccount:
        account = FakeAccount(id=str(1001 + len(self.accounts)), username=username, **more)  # type: ignore[arg-type]
        self.accounts[username] = account
        return account

    def account_of(self, account_id: str) -> FakeAccount:
        for account in self.accounts.values():
            if account.id == account_id:
                return account
        raise self.no("unknown")

    def add_status(self, status: FakeStatus) -> FakeStatus:
        status.url = status.url or f"{self.address}/@{status.account}/{status.id}"
        status.arrived_at = self.now()
        self.statuses[status.id] = status
        insort(self._order.setdefault(status.account, []), _place(status.id))
        if status.reblog_of:
            self.boosts[status.reblog_of] = status
        for media_id in status.media_ids:
            self._attach(media_id, status.id)
        return status

    def remove_status(self, status: FakeStatus) -> None:
        """Gone; its files are free again (mastodon app/services/remove_status_service.rb, redraft)."""
        del self.statuses[status.id]
        self.boosts.pop(status.reblog_of or "", None)
        order = self._order[status.account]
        del order[bisect_left(order, _place(status.id))]
        for media_id in status.media_ids:
            if media_id in self.media:
                self.media[media_id].attached_to = None
                self._unattached.add(media_id)

    def newest_first(self, account: str, *, older_than: str = "") -> Iterator[FakeStatus]:
        order = self._order.get(account, [])
        end = bisect_left(order, _place(older_than)) if older_than else len(order)
        return (self.statuses[order[place][1]] for place in range(end - 1, -1, -1))

    def oldest_first(self, account: str, *, newer_than: str) -> Iterator[FakeStatus]:
        order = self._order.get(account, [])
        start = bisect_right(order, _place(newer_than))
        return (self.statuses[order[place][1]] for place in range(start, len(order)))

    def add_media(self, media: FakeMedia) -> FakeMedia:
        self.media[media.id] = media
        self._unattached.add(media.id)
        return media

    def sweep(self) -> None:
        """Throw away the files that the last night was to throw away."""
        now, before = self.now(), self._swept
        self._swept = now
        if before is None or self.dialect.sweep not in _NIGHT:
            return
        hour, age = _NIGHT[self.dialect.sweep]
        night = now.replace(hour=hour, minute=0, second=0, microsecond=0)
        night = night if night <= now else night - timedelta(days=1)
        if night > before:
            for media_id in [one for one in self._unattached if self.media[one].created_at < night - age]:
                self._unattached.remove(media_id)
                del self.media[media_id]

    def new_id(self, moment: datetime) -> str:
        """An id for a status of that date, or for a file."""
        self._arrivals += 1
        return _MAKERS[self.dialect.ids](self, moment)

    def _attach(self, media_id: str, status_id: str) -> None:
        if media_id in self.media:
            self.media[media_id].attached_to = status_id
            self._unattached.discard(media_id)

    def _snowflake(self, _moment: datetime) -> str:
        return str((_milliseconds(self.now()) << 16) + self._arrivals)

    def _ulid(self, moment: datetime) -> str:
        return _digits(_milliseconds(moment), _CROCKFORD, 10) + "".join(
            self._chance.choices(_CROCKFORD, k=16)
        )

    def _flake(self, _moment: datetime) -> str:
        return "A" + _digits((_milliseconds(self.now()) << 32) + self._arrivals, _BASE62, 17)

    def _ctime_md5(self, _moment: datetime) -> str:
        # The real server lists by arrival, whatever the digest; here a counter stands before it.
        digest = md5(str(self._arrivals).encode(), usedforsecurity=False).hexdigest()
        return f"{int(self.now().timestamp()):10d}{self._arrivals:08x}{digest[:24]}"

    def _number(self, _moment: datetime) -> str:
        return str(41_000 + self._arrivals * 3)


_MAKERS = {
    Ids.SNOWFLAKE: World._snowflake,
    Ids.ULID: World._ulid,
    Ids.FLAKE: World._flake,
    Ids.CTIME_MD5: World._ctime_md5,
    Ids.NUMBER: World._number,
}


def _place(status_id: str) -> tuple[int, str]:
    """Where a status stands among the others: numbers by size, texts by their letters."""
    return len(status_id), status_id


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def _digits(number: int, alphabet: str, width: int) -> str:
    digits = ""
    for _ in range(width):
        number, last = divmod(number, len(alphabet))
        digits = alphabet[last] + digits
    return digits
