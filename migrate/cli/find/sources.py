"""The sources that are asked only when named: each says first what it sends, to whom, and at what cost."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import typer

from migrate.cli.home import home
from migrate.cli.show import clock_time, filled, say, warn
from migrate.errors import LoginError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tqdm import tqdm

    from migrate.mastodon import Process, Waiting
    from migrate.people.contacts import Checked, Claim, Lead, XProfile
    from migrate.people.find.book import Book
    from migrate.people.find.gather import Gathered
    from migrate.people.sources.wikidata import WikidataRow
    from migrate.web.fetching import Web

TELL_WIKIDATA = (
    "Wikidata: one question, the same for everybody, is sent to query.wikidata.org. It says nothing about "
    "whom you know. It costs nothing."
)
TELL_WIKIDATA_IDS = (
    "Wikidata: the Twitter numbers of {n} of your contacts, and the names of {m} whose number is not known, "
    "are sent to query.wikidata.org. Wikidata learns whom you know. It costs nothing."
)
TELL_X = (
    "X: your own lists are asked for at api.x.com, with your key. X charges {price} dollars for each "
    "account (ten times as much if the key is of somebody else's developer account). For the {n} in your "
    "archive that is about {cost} dollars. It stops at {cap} dollars by that price (--x-cap)."
)
TELL_SERVER = (
    "Your server: the Twitter names of {n} people are searched for at {host}, one after the other. {host} "
    "learns whom you look for, and asks nobody else. It also tells whom you follow there already, so that "
    "they are left out of the list. It costs nothing."
)
TELL_VERIFY = (
    "Verify: {n} accounts are asked about, each at its own server ({hosts} servers). A server sees the "
    "address of your computer, and for which account you ask. It costs nothing."
)
T = TypeVar("T")
TOKEN = "MIGRATE_X_TOKEN"  # noqa: S105 - the name of a variable


class Asked(NamedTuple):
    """What the person named."""

    profiles: tuple[Path, ...] = ()
    csv: tuple[Path, ...] = ()
    wikidata: bool = False
    wikidata_ids: bool = False
    x_api: bool = False
    x_cap: float = 5.0
    server: bool = False
    account: str | None = None
    verify: bool = False
    yes: bool = False


def must_be_able_to_ask(asked: Asked) -> None:
    """Raises an error where a key is missing, or where others would be asked and no one could say yes."""
    if asked.x_api and not os.environ.get(TOKEN, "").strip():
        raise LoginError(f"Put your key for the X API into the environment first: {TOKEN}.")
    others = asked.wikidata or asked.wikidata_ids or asked.x_api or asked.server or asked.verify
    if others and not asked.yes and not sys.stdin.isatty():
        raise UsageError("Nobody is there to say yes. To ask others without being asked, add --yes.")


class Sources:
    """The sources that were named, asked one after the other.

    `followed` are the addresses that one follows already, as far as one's own server was asked.
    `open_web` is the door to all others.
    """

    def __init__(self, asked: Asked, open_web: "Callable[[], Web] | None" = None) -> None:
        from migrate.web.fetching import Web

        self.followed: set[str] = set()
        self._asked = asked
        self._open_web = open_web or Web
        self._now = datetime.now(UTC)

    def ask(self, gathered: "Gathered", owner_id: str, out: Path) -> "tuple[list[Claim], list[Lead]]":
        """Everything that they and the archive say about the contacts."""
        from migrate.people.find.sources import Told, all_claims

        asked, book = self._asked, gathered.book
        profiles = [profile for path in asked.profiles for profile in _read_profiles(path)]
        if asked.x_api:
            profiles += self._ask_x(book, owner_id, out)
        finders, addresses = _read_finders(asked.csv)
        told = Told(profiles, finders, self._ask_wikidata(book), addresses)
        claims, leads = all_claims(gathered, told, self._now)
        if asked.server:
            claims += self._ask_server(book, claims)
        return claims, leads

    def verify(self, claims: "Iterable[Claim]") -> "dict[str, Checked]":
        """What the accounts' own servers say; without --verify what they said lately."""
        from tqdm import tqdm

        from migrate.people.contacts import Outcome
        from migrate.people.find.online import worth_asking
        from migrate.people.sources.cache import Cache
        from migrate.people.sources.checking import check_all, to_ask
        from migrate.people.sources.fediverse import Fediverse

        addresses, now = worth_asking(claims), self._now
        with Cache(home() / "answers.sqlite") as cache:
            new = to_ask(addresses, cache, now)
            hosts = len({address.rpartition("@")[2] for address in new})
            wanted = self._asked.verify
            if not (wanted and (not new or self._agreed(TELL_VERIFY, n=len(new), hosts=hosts))):
                known = (cache.checked(address, now) for address in addresses)
                return {one.asked: one for one in known if one}
            with self._open_web() as web:
                answers = check_all(addresses, Fediverse(web, lambda: datetime.now(UTC)), cache, now)
                bar = tqdm(answers, total=len(addresses), unit=" accounts", disable=None, leave=False)
                checks = {one.asked: one for one in bar}
        if new and all(checks[address].outcome is Outcome.NO_ANSWER for address in new):
            warn("No server answered. Is there a connection? Look again in an hour: run the same command.")
        return checks

    def _ask_x(self, book: "Book", owner_id: str, out: Path) -> "list[XProfile]":
        from migrate.people.find.online import fetch_own_lists, listed
        from migrate.people.sources.xapi import PRICE, price_of

        n, cap = listed(book), self._asked.x_cap
        if not self._agreed(TELL_X, price=str(PRICE), n=n, cost=f"{price_of(n):.2f}", cap=f"{cap:.2f}"):
            return []
        keep = out / "x-profiles.jsonl"
        found: list[XProfile] = []
        with self._open_web() as web:
            token = os.environ[TOKEN].strip()
            for profiles, spent in fetch_own_lists(web, token, owner_id, cap, keep, self._now):
                found += profiles
                say("{n} accounts, {spent} dollars so far", n=len(found), spent=f"{spent:.2f}", err=True)
        say("What X told is kept in {path}. Read it again for nothing: --profiles {path}", path=str(keep))
        return found

    def _ask_wikidata(self, book: "Book") -> "list[WikidataRow]":
        from migrate.people.find.online import (
            fetch_wikidata,
            fetch_wikidata_by_id,
            handles_of,
            ids_of,
            wikidata_at_hand,
        )
        from migrate.people.sources.cache import Cache

        asked = self._asked
        rows: list[WikidataRow] = []
        if not (asked.wikidata or asked.wikidata_ids):
            return rows
        with Cache(home() / "answers.sqlite") as cache, self._open_web() as web:
            if asked.wikidata:
                known = wikidata_at_hand(cache, self._now)
                if known is None and self._agreed(TELL_WIKIDATA):
                    known = fetch_wikidata(web, cache, self._now)
                rows += known or []
            n, m = len(ids_of(book)), len(handles_of(book))
            if asked.wikidata_ids and self._agreed(TELL_WIKIDATA_IDS, n=n, m=m):
                for batch in fetch_wikidata_by_id(web, book):
                    rows += batch
        return rows

    def _ask_server(self, book: "Book", claims: "list[Claim]") -> "list[Claim]":
        """Who has the name of somebody of whom nothing is known; and whom one follows there already."""
        import time

        from migrate.cli.session import credentials, open_session
        from migrate.people.find.ownserver import Searched, read_followed, search_own_server, still_unknown

        unknown = still_unknown(book, {claim.key for claim in claims})
        found: list[Claim] = []
        with open_session(credentials(self._asked.account)) as session, session.open_ledger():
            if not self._agreed(TELL_SERVER, n=len(unknown), host=session.server.host):
                return found
            with _bar(len(unknown)) as bar:
                for event in search_own_server(session.server, unknown, time.sleep):
                    if isinstance(event, Searched):
                        found += event.claims
                        bar.update()
                    else:
                        _show_wait(bar, event)
                followed = _ended(read_followed(session.server, session.account.id, time.sleep), bar)
        if followed is None:
            warn("{host} did not tell whom you follow there.", host=session.server.host)
        self.followed |= followed or frozenset()
        return found

    def _agreed(self, sentence: str, **values: object) -> bool:
        say(sentence, err=True, **values)
        return self._asked.yes or typer.confirm("Go on?", err=True)


def _read_profiles(path: Path) -> "list[XProfile]":
    from migrate.people.sources.xfiles import read_profiles

    return read_profiles(path)


def _read_finders(paths: tuple[Path, ...]) -> "tuple[list[XProfile], list[Lead]]":
    profiles: list[XProfile] = []
    addresses: list[Lead] = []
    if paths:
        from migrate.people.find.finders import read_finder

        for some, others in map(read_finder, paths):
            profiles += some
            addresses += others
    return profiles, addresses


def _bar(total: int) -> "tqdm[Any]":
    from tqdm import tqdm

    return tqdm(total=total, unit=" people", disable=None, leave=False)


def _ended(asking: "Process[Waiting, T]", bar: "tqdm[Any]") -> "T":
    """What it ends in, with its waits shown."""
    while True:
        try:
            _show_wait(bar, next(asking))
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def _show_wait(bar: "tqdm[Any]", wait: "Waiting") -> None:
    bar.set_description_str(filled("waiting until {time}", time=clock_time(wait.until)))
