"""From an address to the account behind it: WebFinger, NodeInfo, the profile, and every move.

The server's own word for the account is its address, whatever address was asked for.
"""

import threading
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple
from urllib.parse import quote

from msgspec.structs import replace

from migrate.people.evidence.checked import Checked, Outcome
from migrate.people.sources.profiles import new_address, with_account, with_actor
from migrate.people.sources.wire import Actor, PublicAccount
from migrate.web.fetching import OK, Fetched, Unreachable, Web
from migrate.web.host_software import ask_nodeinfo
from migrate.web.nodeinfo import NodeInfo
from migrate.web.public_hosts import ForbiddenPlace, host_in
from migrate.web.webfinger import WebFinger, ask_webfinger, read_acct

MOST_MOVES = 3

_ACTIVITY = 'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams"'
_GONE = 410
_NOT_SHOWN = frozenset({401, 403})
"""Mastodon with AUTHORIZED_FETCH answers 401 to who does not sign
(app/controllers/concerns/signature_verification.rb)."""

_NOT_FOUND = frozenset({400, 404, 406, 422})


class _LookupEnded(Exception):  # noqa: N818 - how it ended
    """The way from an address to an account ends here."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome)
        self.outcome = outcome


class _Seen(NamedTuple):
    """A profile, and the address or the actor of the account that its owner has moved to."""

    profile: Checked
    moved_to: str = ""


class Fediverse:
    """Asks servers about their accounts. Safe to use from several threads."""

    def __init__(self, web: Web, now: Callable[[], datetime]) -> None:
        self._web = web
        self._now = now
        self._nodes: dict[str, NodeInfo | None] = {}
        self._guard = threading.Lock()

    def check(self, address: str) -> Checked:
        """Look an address up: its account, after every move, or why there is none."""
        passed: list[str] = []
        here = address
        try:
            for _ in range(MOST_MOVES + 1):
                profile, moved_to = self._look(here)
                if not moved_to or moved_to in passed:
                    return replace(profile, asked=address, at=self._now(), passed=tuple(passed))
                passed.append(profile.address)
                here = self._address_of(moved_to)
        except _LookupEnded as end:
            return Checked(address, end.outcome, self._now(), passed=tuple(passed))
        return Checked(address, Outcome.MOVED_TOO_OFTEN, self._now(), passed=tuple(passed))

    def unasked(self, address: str) -> Checked:
        """Make the answer for an address whose host is not asked again because it stays silent."""
        return Checked(address, Outcome.NO_ANSWER, self._now())

    def _look(self, address: str) -> _Seen:
        """Find the account's own address, and its profile."""
        found = self._webfinger(address)
        subject = found.address or address
        if subject != address:
            found = self._webfinger(subject)
            if found.address != subject:
                raise _LookupEnded(Outcome.NOT_FOUND)
        if not found.actor:
            raise _LookupEnded(Outcome.NO_FEDERATION)
        node = self._node(host_in(found.actor))
        if node and not node.federates:
            raise _LookupEnded(Outcome.NO_FEDERATION)
        software = node.software.name if node else ""
        known = Checked(
            address, Outcome.FOUND, self._now(), address=subject, url=found.actor, software=software
        )
        return self._profile(known)

    def _webfinger(self, address: str) -> WebFinger:
        try:
            found = ask_webfinger(self._web, address)
        except ForbiddenPlace as e:
            raise _LookupEnded(Outcome.FORBIDDEN_PLACE) from e
        except Unreachable as e:
            raise _LookupEnded(Outcome.NO_ANSWER) from e
        if isinstance(found, Fetched):
            raise _LookupEnded(_outcome(found))
        return found

    def _node(self, host: str) -> NodeInfo | None:
        """Ask a server once what it runs; None where it doesn't say."""
        with self._guard:
            known = host in self._nodes
        if not known:
            node = ask_nodeinfo(self._web, host)
            with self._guard:
                self._nodes[host] = node
        return self._nodes[host]

    def _profile(self, known: Checked) -> _Seen:
        """Read a profile by Mastodon's API, else by ActivityPub, which doesn't tell when it was last used.

        `known` has the address of the account's actor.
        """
        user, _, home = known.address.rpartition("@")
        account = self._account(host_in(known.url), user)
        if account and account.acct.rpartition("@")[0] in {"", user}:
            return _Seen(with_account(known, account), new_address(account, home))
        page = self._get(known.url)
        if page.code == _GONE:
            raise _LookupEnded(Outcome.GONE)
        if page.code in _NOT_SHOWN:
            return _Seen(replace(known, hidden=True))
        actor = page.read_as(Actor)
        return _Seen(with_actor(known, actor), actor.moved_to or "") if actor else _Seen(known)

    def _account(self, host: str, user: str) -> PublicAccount | None:
        url = f"https://{host}/api/v1/accounts/lookup?acct={quote(user, safe='')}"
        try:
            return self._web.fetch(url).read_as(PublicAccount)
        except (Unreachable, ForbiddenPlace):
            return None

    def _address_of(self, moved_to: str) -> str:
        """Find the address of an account that was moved to; its actor's may be given instead."""
        if address := read_acct(moved_to):
            return address
        page = self._get(moved_to)
        actor = page.read_as(Actor)
        if actor is None or not actor.preferred_username:
            raise _LookupEnded(_outcome(page))
        return f"{actor.preferred_username.lower()}@{host_in(moved_to)}"

    def _get(self, actor: str) -> Fetched:
        try:
            return self._web.fetch(actor, accept=_ACTIVITY)
        except ForbiddenPlace as e:
            raise _LookupEnded(Outcome.FORBIDDEN_PLACE) from e
        except Unreachable as e:
            raise _LookupEnded(Outcome.NO_ANSWER) from e


def _outcome(page: Fetched) -> Outcome:
    """Read why a page holds no account. HTML with a 200 comes from a site that knows nothing of WebFinger."""
    if page.code == _GONE:
        return Outcome.GONE
    return Outcome.NOT_FOUND if page.code in _NOT_FOUND or page.code == OK else Outcome.NO_ANSWER
