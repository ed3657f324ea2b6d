"""An address becomes an account: only by the word of the server that the address names.

The user's own server is asked, once for each person: for its own people by their name, for others
by a search that also asks their server. A search also answers with people who are merely like the
query. An answer counts when its address is the one asked for, or the one that the far server itself
gives for it (WebFinger's subject): `name@social.example` may well be called `name@example`.
"""

from datetime import UTC, datetime
from functools import partial

from msgspec.structs import replace

from migrate.ledger import FollowReason, FollowState, PersonRecord
from migrate.mastodon import Answer, PatientClient, Process, Waiting
from migrate.mastodon.people import get_account, look_up, search
from migrate.mastodon.wire import Account, SearchResults
from migrate.model import Action
from migrate.people.addresses.forms import full_address
from migrate.people.follow.reading import read
from migrate.people.sources.fediverse import Fediverse
from migrate.web.fetching import Unreachable, Web
from migrate.web.public_hosts import ForbiddenPlace
from migrate.web.webfinger import WebFinger, ask_webfinger

MOVES = 3


class Resolver:
    """Finds the account behind an address, through all its moves."""

    def __init__(self, client: PatientClient, web: Web) -> None:
        self._client = client
        self._web = web

    def resolve(self, known: PersonRecord) -> Process[Waiting, PersonRecord]:
        """Find the account with this address; return the record as FOUND, LOST, or LEFT_OUT."""
        found = yield from self._find(known.address)
        end = found if isinstance(found, FollowReason) else (yield from self._end_of_moves(found))
        now = self._client.server.now()
        if isinstance(end, FollowReason):
            return replace(known, state=FollowState.LOST, changed_at=now, reason=end)
        in_memory = bool(end.memorial) and known.action is Action.FOLLOW
        return replace(
            known,
            state=FollowState.LEFT_OUT if in_memory else FollowState.FOUND,
            changed_at=now,
            account_id=end.id,
            acct=self._full(end.acct or end.username),
            locked=end.locked,
            moved=isinstance(found, Account) and end.id != found.id,
            reason=FollowReason.MEMORIAL if in_memory else None,
            detail="",
        )

    def after_no(self, declined: PersonRecord) -> Process[Waiting, PersonRecord]:
        """Look at a no on the person's own server: a server that has an old copy asks at the place they left.

        mastodon app/lib/activitypub/activity/follow.rb rejects what reaches an account that has moved.
        """
        seen = Fediverse(self._web, partial(datetime.now, UTC)).check(declined.acct)
        if not seen.passed or seen.address in {"", declined.acct}:
            return declined
        found = yield from self.resolve(replace(declined, address=seen.address))
        if found.state is not FollowState.FOUND:
            return declined
        return replace(found, address=declined.address, moved=True)

    def _find(self, address: str) -> Process[Waiting, Account | FollowReason]:
        """Find an account with one request; where that finds nobody, what the server has will do.

        The far server may be away, and a search may know no more than names.
        """
        server = self._client.server
        name, _, host = address.rpartition("@")
        if host == server.host.lower():
            return (yield from self._look_up(name, address)) or FollowReason.UNKNOWN
        request = partial(search, server, f"@{address}", resolve=True)
        found = yield from read(self._client, request, SearchResults, far=True)
        chosen = (
            FollowReason.NO_ANSWER if isinstance(found, Answer) else self._choose(address, found.accounts)
        )
        if chosen not in {FollowReason.NO_ANSWER, FollowReason.UNKNOWN}:
            return chosen
        return (yield from self._look_up(address, address)) or chosen

    def _look_up(self, acct: str, address: str) -> Process[Waiting, Account | None]:
        request = partial(look_up, self._client.server, acct)
        known = yield from read(self._client, request, Account, far=True)
        return known if isinstance(known, Account) and self._full(known.acct) == address else None

    def _choose(self, address: str, found: list[Account]) -> Account | FollowReason:
        """Choose among the results of a search, never the first blindly."""
        by_address = {self._full(account.acct): account for account in found}
        if address in by_address:
            return by_address[address]
        subject = self._subject_of(address) if by_address else ""
        if not subject:
            return FollowReason.SOMEBODY_ELSE if by_address else FollowReason.UNKNOWN
        return by_address.get(self._full(subject), FollowReason.SOMEBODY_ELSE)

    def _subject_of(self, address: str) -> str:
        """Ask the address's own server what it calls the account; "" where it says nothing."""
        try:
            found = ask_webfinger(self._web, address, tries=1)
        except (Unreachable, ForbiddenPlace):
            return ""
        return found.address if isinstance(found, WebFinger) else ""

    def _end_of_moves(self, account: Account) -> Process[Waiting, Account | FollowReason]:
        """Follow an account to where it is now. The answer about it tells of one move only."""
        for _ in range(MOVES):
            if account.moved is None:
                return account
            request = partial(get_account, self._client.server, account.moved.id)
            moved_to = yield from read(self._client, request, Account, far=True)
            if isinstance(moved_to, Answer):
                return FollowReason.GONE
            account = moved_to
        return account if account.moved is None else FollowReason.MOVED_TOO_OFTEN

    def _full(self, acct: str) -> str:
        return full_address(acct, self._client.server.host)
