"""From an address to the account behind it: WebFinger, NodeInfo, the profile, and every move.

The server's own word for the account is its address: one host in eight keeps its
accounts under another name than its pages (`@alice@example.org` at social.example.org).
"""

import re
import threading
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar
from urllib.parse import quote, urlsplit

import msgspec

from migrate.people.contacts import Checked, Outcome
from migrate.people.sources.profiles import Seen, seen_account, seen_actor
from migrate.people.sources.wire import Account, Actor, NodeInfo, NodeInfoIndex, WebFinger
from migrate.web.fetching import Fetched, Unreachable, Web
from migrate.web.public_hosts import ForbiddenPlace

T = TypeVar("T")

MOST_MOVES = 3

_JRD = "application/jrd+json, application/json"
_ACTIVITY = 'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams"'
_GONE = 410
_OK = 200
_NOT_FOUND = frozenset({400, 404, 406, 422})
_TEMPLATE = re.compile(rb"<Link\b[^>]{0,500}\btemplate=[\"']([^\"'>]{1,500}\{uri\}[^\"'>]{0,100})[\"']")
_ADDRESS = re.compile(r"(?:acct:)?@?(?P<user>[^@/\s]+)@(?P<host>[^@/\s:]+)")


class _End(Exception):  # noqa: N818 - how it ended
    """The way from an address to an account ends here."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome)
        self.outcome = outcome


class Fediverse:
    """Asks servers about their accounts. Safe to use from several threads."""

    def __init__(self, web: Web, now: Callable[[], datetime]) -> None:
        self._web = web
        self._now = now
        self._nodes: dict[str, NodeInfo | None] = {}
        self._guard = threading.Lock()

    def check(self, address: str) -> Checked:
        """What the fediverse says about an address."""
        passed: list[str] = []
        here = address
        try:
            for _ in range(MOST_MOVES + 1):
                found, seen = self._look(here)
                if not seen.moved_to or seen.moved_to in passed:
                    return self._answer(address, found, seen, tuple(passed))
                passed.append(found)
                here = self._address_of(seen.moved_to)
        except _End as end:
            return Checked(address, end.outcome, self._now(), passed=tuple(passed))
        return Checked(address, Outcome.MOVED_TOO_OFTEN, self._now(), passed=tuple(passed))

    def unasked(self, address: str) -> Checked:
        """The same for an address whose host answers nobody."""
        return Checked(address, Outcome.NO_ANSWER, self._now())

    def _answer(self, asked: str, found: str, seen: Seen, passed: tuple[str, ...]) -> Checked:
        return Checked(
            asked,
            Outcome.FOUND,
            self._now(),
            address=found,
            url=seen.url,
            name=seen.name,
            summary=seen.summary,
            links=seen.links,
            fields=seen.fields,
            software=seen.software,
            automated=seen.automated,
            memorial=seen.memorial,
            suspended=seen.suspended,
            locked=seen.locked,
            last_active=seen.last_active,
            passed=passed,
        )

    def _look(self, address: str) -> tuple[str, Seen]:
        """The canonical address of an account, and its profile."""
        found = self._finger(address)
        subject = _read_address(found.subject) or address
        if subject != address:
            found = self._finger(subject)
            if _read_address(found.subject) != subject:
                raise _End(Outcome.NOT_FOUND)
        if not found.actor:
            raise _End(Outcome.NO_FEDERATION)
        node = self._node(urlsplit(found.actor).hostname or "")
        if node and not node.federates:
            raise _End(Outcome.NO_FEDERATION)
        return subject, self._profile(subject, found.actor, node)

    def _finger(self, address: str) -> WebFinger:
        """The server's answer; where its host has none, the answer of the host that it names instead."""
        host = address.rpartition("@")[2]
        resource = quote(f"acct:{address}", safe="")
        page = self._get(f"https://{host}/.well-known/webfinger?resource={resource}", _JRD)
        found = _decoded(page, WebFinger)
        if found is None and page.code not in {_GONE, 401, 403}:
            meta = self._get(f"https://{host}/.well-known/host-meta", "application/xrd+xml")
            template = _TEMPLATE.search(meta.body) if meta.code == _OK else None
            if template:
                elsewhere = template[1].decode(errors="replace").replace("{uri}", resource)
                page = self._get(elsewhere.replace("&amp;", "&"), _JRD)
                found = _decoded(page, WebFinger)
        if found is None:
            raise _End(_outcome(page))
        return found

    def _node(self, host: str) -> NodeInfo | None:
        """What a server says it is, asked once; None where it doesn't say."""
        with self._guard:
            known = host in self._nodes
        if not known:
            node = self._ask_node(host)
            with self._guard:
                self._nodes[host] = node
        return self._nodes[host]

    def _ask_node(self, host: str) -> NodeInfo | None:
        index = self._try(f"https://{host}/.well-known/nodeinfo", NodeInfoIndex)
        links = [one for one in index.links if one.href and "/ns/schema/" in one.rel] if index else []
        newest = max(links, key=lambda one: one.rel, default=None)
        return self._try(newest.href or "", NodeInfo) if newest else None

    def _profile(self, address: str, actor: str, node: NodeInfo | None) -> Seen:
        """By Mastodon's API where the server has it: it alone tells when somebody was last there."""
        user, host = address.rpartition("@")[0], urlsplit(actor).hostname
        software = node.software.name if node else ""
        account = self._try(f"https://{host}/api/v1/accounts/lookup?acct={quote(user, safe='')}", Account)
        if account and account.acct.rpartition("@")[0] in {"", user}:
            return seen_account(account, address, software)
        page = self._get(actor, _ACTIVITY)
        if page.code == _GONE:
            raise _End(Outcome.GONE)
        known = _decoded(page, Actor)
        return seen_actor(known, actor, software) if known else Seen(url=actor, software=software)

    def _address_of(self, moved_to: str) -> str:
        """The address of an account that somebody moved to, which may be told as that of its actor."""
        if address := _read_address(moved_to):
            return address
        page = self._get(moved_to, _ACTIVITY)
        actor = _decoded(page, Actor)
        if actor is None or not actor.preferred_username:
            raise _End(_outcome(page))
        return f"{actor.preferred_username.lower()}@{urlsplit(moved_to).hostname}"

    def _try(self, url: str, shape: type[T]) -> T | None:
        """What can be done without."""
        try:
            return _decoded(self._get(url, "application/json"), shape)
        except _End:
            return None

    def _get(self, url: str, accept: str) -> Fetched:
        try:
            return self._web.fetch(url, accept=accept)
        except ForbiddenPlace as e:
            raise _End(Outcome.FORBIDDEN_PLACE) from e
        except Unreachable as e:
            raise _End(Outcome.NO_ANSWER) from e


def _decoded(page: Fetched, shape: type[T]) -> T | None:
    if page.code != _OK:
        return None
    try:
        return msgspec.json.decode(page.body, type=shape, strict=False)
    except msgspec.MsgspecError:
        return None


def _outcome(page: Fetched) -> Outcome:
    """A page of HTML with a 200 is a site that knows nothing of WebFinger."""
    if page.code == _GONE:
        return Outcome.GONE
    return Outcome.NOT_FOUND if page.code in _NOT_FOUND or page.code == _OK else Outcome.NO_ANSWER


def _read_address(text: str) -> str:
    found = _ADDRESS.fullmatch(text)
    return f"{found['user']}@{found['host']}".lower() if found else ""
