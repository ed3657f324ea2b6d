"""The state of one server, and who may see what of it."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from tests.fakes.clock import FakeClock
from tests.fakes.dialect import FakeDialect, Sweep
from tests.fakes.ids import IdMaker, place
from tests.fakes.things import FakeAccount, FakeList, FakeMedia, FakeStatus
from tests.fakes.wording import Refusal, refuse

_NIGHT = {Sweep.A_DAY_OLD_AT_NIGHT: (4, timedelta(days=1)), Sweep.ALL_AT_MIDNIGHT: (0, timedelta(0))}


@dataclass
class World:
    """The state of one server."""

    dialect: FakeDialect
    clock: FakeClock
    address: str
    accounts: dict[str, FakeAccount] = field(default_factory=dict)
    statuses: dict[str, FakeStatus] = field(default_factory=dict)
    boosts: dict[tuple[str, str], FakeStatus] = field(default_factory=dict)  # by whom, and of what
    media: dict[str, FakeMedia] = field(default_factory=dict)
    scheduled: list[dict[str, object]] = field(default_factory=list)
    ever_scheduled: int = 0
    dropped_texts: list[str] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)  # an address, and what its server calls it
    dead_hosts: set[str] = field(default_factory=set)
    lists: dict[str, FakeList] = field(default_factory=dict)
    most_follows: int | None = None
    import_takes: float = 0.0  # seconds
    imports: list[tuple[datetime, str, str]] = field(default_factory=list)  # due, deed, address
    rules: list[str] = field(default_factory=lambda: ["Be kind."])
    backdating_allowed: bool = True
    processing_polls: int = 2
    paused: bool = False  # nobody works on files
    home_takes: float = 0.0  # seconds in which the home timeline is built when it is first asked for
    at: datetime | None = None  # when a late request is being carried out: its own time
    _order: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    _unattached: set[str] = field(default_factory=set)
    _freed: list[tuple[datetime, str, bool]] = field(
        default_factory=list
    )  # when, which file, deleted as well
    _views: dict[tuple[str, str], FakeAccount] = field(default_factory=dict)
    _homes: dict[str, datetime] = field(default_factory=dict)
    _make_id: IdMaker = field(default_factory=IdMaker)
    _swept: datetime | None = None
    _urls: int = 0

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
        status.url = status.url or self._url(status)
        status.arrived_at = self.now()
        self.statuses[status.id] = status
        insort(self._order.setdefault(status.account, []), place(status.id))
        if status.reblog_of:
            self.boosts[status.account, status.reblog_of] = status
        for media_id in status.media_ids:
            self.attach(media_id, status.id)
        return status

    def _url(self, status: FakeStatus) -> str:
        if status.reblog_of and self.dialect.rails:
            return f"{self.address}/users/{status.account}/statuses/{status.id}/activity"
        self._urls += 1
        moment = f"{self.now().timestamp() + self._urls / 1_000_000:.6f}"
        path = self.dialect.status_path.format(account=status.account, id=status.id, moment=moment)
        return self.address + path

    def remove_status(self, status: FakeStatus, *, with_media: bool = False) -> None:
        """Gone; its boosts go with it, and its files are free some time later.

        mastodon app/services/remove_status_service.rb; app/controllers/api/v1/statuses_controller.rb#destroy
        leaves the files to app/workers/removal_worker.rb
        """
        for boost in [one for (_, of), one in self.boosts.items() if of == status.id]:
            self.remove_status(boost)
        del self.statuses[status.id]
        self.boosts.pop((status.account, status.reblog_of or ""), None)
        order = self._order[status.account]
        del order[bisect_left(order, place(status.id))]
        due = self.later(self.dialect.frees_media_after)
        self._freed += [(due, media_id, with_media) for media_id in status.media_ids]
        self._free()

    def newest_first(self, account: str, *, older_than: str = "") -> Iterator[FakeStatus]:
        order = self._order.get(account, [])
        end = bisect_left(order, place(older_than)) if older_than else len(order)
        return (self.statuses[order[place][1]] for place in range(end - 1, -1, -1))

    def oldest_first(self, account: str, *, newer_than: str) -> Iterator[FakeStatus]:
        order = self._order.get(account, [])
        start = bisect_right(order, place(newer_than))
        return (self.statuses[order[place][1]] for place in range(start, len(order)))

    def add_media(self, media: FakeMedia) -> FakeMedia:
        self.media[media.id] = media
        self._unattached.add(media.id)
        return media

    def view(self, by: str, account: FakeAccount) -> FakeAccount:
        """An account with what stands between it and another; with me, it is the account itself."""
        if by == "me":
            return account
        fresh = replace(account, followed=False, requested=False, blocked=False, muted=False, wishes={})
        return self._views.setdefault((by, account.username), fresh)

    def sees(self, by: str, status: FakeStatus) -> bool:
        """Whether an account, or nobody, may see a status (mastodon app/policies/status_policy.rb#show?)."""
        if by == status.account:
            return True
        if by and self.blocks(status.account, by):
            return False
        if status.visibility in {"public", "unlisted"}:
            return True
        follows = bool(by) and self.view(by, self.accounts[status.account]).followed
        return by in status.mentions or (status.visibility == "private" and follows)

    def blocks(self, one: str, other: str) -> bool:
        return self.view(one, self.accounts[other]).blocked

    def home_is_built(self, by: str) -> bool:
        """Not for some time after it was asked for first (mastodon app/models/home_feed.rb#regenerating?)."""
        return self.now() >= self._homes.setdefault(by, self.later(self.home_takes))

    def sweep(self) -> None:
        """Throw away the files that the last night was to throw away."""
        self._free()
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
        return self._make_id(self.dialect.ids, moment, self.now())

    def free(self, media_id: str) -> None:
        """No status has this file any longer."""
        self.media[media_id].attached_to = None
        self._unattached.add(media_id)

    def drop_media(self, media_id: str) -> None:
        self._unattached.discard(media_id)
        del self.media[media_id]

    def attach(self, media_id: str, status_id: str) -> None:
        if media_id in self.media:
            self.media[media_id].attached_to = status_id
            self._unattached.discard(media_id)

    def _free(self) -> None:
        due = [one for one in self._freed if one[0] <= self.now()]
        self._freed = [one for one in self._freed if one[0] > self.now()]
        for _, media_id, deleted in due:
            if media_id in self.media:
                self.free(media_id)
                if deleted:
                    self.drop_media(media_id)
